"""The sheet «Оформление»: layout of documents and their numbers. What may be set, within which limits."""

from __future__ import annotations

from dataclasses import dataclass

from metodist.programme.columns import Column, SheetSchema

DESIGN = "Оформление"
PROFILE, NAME, FONT, NUMBER = "Профиль", "Название", "Шрифт", "Номер документа"


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of the profile that a municipality may set.

    Args:
        heading: Its row's name, unit included.
        attribute: Of :class:`~metodist.domain.layout_profile.LayoutProfile`.
        least: The least that a page can be laid out with, in the unit of the heading.
        most: The greatest.
    """

    heading: str
    attribute: str
    least: float
    most: float


#: Limits are wider than ГОСТ (a house style may differ), but a page can still be read and printed with them.
MEASURES: tuple[Measure, ...] = (
    Measure("Левое поле, мм", "left_mm", 10, 60),
    Measure("Правое поле, мм", "right_mm", 5, 40),
    Measure("Верхнее поле, мм", "top_mm", 10, 60),
    Measure("Нижнее поле, мм", "bottom_mm", 10, 60),
    Measure("Номер страницы от края, мм", "page_number_mm", 5, 30),
    Measure("Размер текста, пт", "text_pt", 10, 16),
    Measure("Размер в таблицах, пт", "table_pt", 8, 14),
    Measure("Отступ первой строки, см", "indent_cm", 0, 3),
    Measure("Межстрочный интервал", "line_spacing", 1, 2),
    Measure("Интервалов после заголовка", "title_intervals", 1, 4),
    Measure("Интервалов перед подписью", "signature_intervals", 1, 6),
    Measure("Ширина реквизитов в углу, мм", "corner_mm", 50, 120),
    Measure("Разрядка, пт", "letter_spacing_pt", 0, 6),
)
SETTINGS: tuple[str, ...] = (PROFILE, NAME, FONT, *(measure.heading for measure in MEASURES), NUMBER)
C = Column
DESIGN_SHEET = SheetSchema(
    DESIGN,
    "Как выглядят документы и как они нумеруются. Чего здесь нет, берётся из ГОСТ Р 7.0.97-2025.",
    (
        C("Настройка", "что задаётся: поле, шрифт, интервал, номер…", required=True, words=SETTINGS),
        C("Значение", "число; для профиля — 2025 или 2016; для номера — маска: {n}-ОД, {гг}/{n}", required=True),
        C("Документ", "только для номера: вид документа; пусто — все остальные"),
        C("Пояснение", "зачем и откуда"),
    ),
    optional=True,
)
