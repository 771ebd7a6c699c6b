"""Sheets «Кластеры» and «Факторы» of a programme workbook."""

from __future__ import annotations

import pytest

from metodist.domain.clusters import ClusterMove, ClusterSettings
from metodist.domain.factors import FactorClass, FactorSettings
from metodist.programme.snapshot import snapshot
from programme_text import SMALL, programme_from, reading_of

CLUSTERS = """
# Кластеры
Настройка ¦ Чего касается ¦ Значение ¦ Обоснование
показатель ¦ '1.1
число групп ¦ ¦ 3 ¦ решение совета
название ¦ а ¦ Школы-лидеры
перенос ¦ ОО-02 ¦ а ¦ новый директор
"""

FACTORS = """
# Факторы
Что ¦ Название ¦ Происхождение ¦ Влияние ¦ Зависит от руководителя ¦ Пояснение
показатель ¦ '1.2
фактор ¦ Число педагогов ¦ внешний ¦ положительный ¦ нет ¦ малокомплектные школы
"""


def test_settings_of_the_groups_are_read() -> None:
    assert programme_from(SMALL + CLUSTERS).clusters == ClusterSettings(
        ("1.1",), 3, {"А": "Школы-лидеры"}, (ClusterMove("ОО-02", "А", "новый директор"),)
    )


def test_classes_of_factors_are_read() -> None:
    found = programme_from(SMALL + FACTORS).factors
    known = FactorClass("Число педагогов", "внешний", "положительный", "нет", "малокомплектные школы")
    assert found == FactorSettings(("1.2",), (known,))


def test_both_sheets_may_be_missing_and_change_no_form() -> None:
    plain = programme_from(SMALL)
    assert (plain.clusters, plain.factors) == (ClusterSettings(), FactorSettings())
    assert programme_from(SMALL + CLUSTERS + FACTORS).version == plain.version
    assert "Кластеры" not in snapshot(plain)
    assert "новый директор" in snapshot(programme_from(SMALL + CLUSTERS + FACTORS))


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (CLUSTERS.replace("'1.1", "'9.9"), "Показателя «9.9» нет"),
        (CLUSTERS.replace("'1.1", "'2.1"), "По показателю «2.1» школы не сравнивают"),
        (CLUSTERS.replace("¦ 3 ¦", "¦ 9 ¦"), "Число групп — целое от 2 до 8, а стоит «9»"),
        (CLUSTERS.replace("¦ 3 ¦", "¦ ¦"), "Число групп — целое от 2 до 8, а стоит «»"),
        (CLUSTERS + "число групп ¦ ¦ 4", "Число групп указано дважды"),
        (CLUSTERS.replace("название ¦ а", "название ¦ лидеры"), "нужна одна буква группы"),
        (CLUSTERS + "название ¦ А ¦ Ещё раз", "Название группы «А» указано дважды"),
        (CLUSTERS.replace("¦ Школы-лидеры", ""), "не указано название"),
        (CLUSTERS.replace("ОО-02", "ОО-77"), "Школы «ОО-77» нет на листе «Организации»"),
        (CLUSTERS.replace("¦ новый директор", ""), "Перенос школы «ОО-02» не обоснован"),
        (CLUSTERS + "перенос ¦ ОО-02 ¦ б ¦ ещё раз", "переносится дважды"),
        (FACTORS.replace("'1.2", "'9.9"), "Показателя «9.9» нет"),
        (FACTORS + "фактор ¦ Число педагогов ¦ внутренний", "повторяется"),
        (FACTORS.replace("внешний", "наружный"), "стоит «наружный», а может стоять: внутренний, внешний"),
    ],
)
def test_what_is_wrong_is_said(sheet: str, said: str) -> None:
    reading = reading_of(SMALL + sheet)
    assert reading.programme is None
    assert [said in issue.message for issue in reading.issues] == [True], [issue.message for issue in reading.issues]
