"""Texts fit: measured without the font, against widths that Carlito gives."""

from __future__ import annotations

import pytest

from metodist.layout.fitting import column_pixels, fitted_height, height_for, line_count, text_pixels, width_for

#: Text, size, bold, its width in pixels as Carlito sets it (the metric twin of Calibri).
MEASURED = (
    (
        "Откройте лист «Титул»: убедитесь, что это таблица вашей школы (Школа № 1), и укажите, кто её заполнил.",
        11,
        False,
        672,
    ),
    ("заполнить: одна строка — одно участие педагога или его обучающихся в конкурсе", 11, False, 517),
    ("Муниципальное бюджетное общеобразовательное учреждение «Школа № 1»", 10, False, 449),
    ("Профессионально-технологическая", 11, True, 228),
    ("0123456789", 11, False, 74),
)


@pytest.mark.parametrize(("text", "size", "bold", "pixels"), MEASURED, ids=[m[0][:20] for m in MEASURED])
def test_widths_are_within_six_per_cent(text, size, bold, pixels):
    assert pixels <= text_pixels(text, size, bold=bold) * 1.005
    assert text_pixels(text, size, bold=bold) < pixels * 1.06


def test_a_column_has_seven_pixels_a_character():
    assert column_pixels(10) == 70


def test_a_column_holds_the_text_it_was_made_for():
    for text in ("Квалификационная", "соответствие занимаемой должности", "№"):
        assert line_count(text, width_for(text)) == 1
        assert line_count(text, width_for(text, bold=True), bold=True) == 1


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("один", 10, 1),
        ("одно два три четыре пять", 12, 3),
        ("первая\nвторая", 30, 2),
        ("слово\n", 30, 2),
        ("превысокомногорассмотрительствующий", 12, 4),
        ("и превысокомногорассмотрительствующий", 12, 5),
    ],
)
def test_lines_are_counted_as_they_break(text, width, lines):
    assert line_count(text, width) == lines


def test_heights_grow_with_lines_and_stay_within_what_excel_takes():
    assert height_for(1) == 17.0
    assert height_for(2) == 31.0
    assert height_for(1, 8) == 15.0
    assert height_for(100) == 409.0
    assert fitted_height("первая\nвторая", 30) == height_for(2)
