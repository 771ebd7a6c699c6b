"""A programme as Markdown."""

from __future__ import annotations

from metodist.domain.programme import Programme
from metodist.programme.snapshot import snapshot
from programme_text import SMALL, programme_from, replaced, with_rows


def changed_lines(first: str, second: str) -> tuple[set[str], set[str]]:
    """What only the one and only the other text says, the form version aside."""
    one = {line for line in first.splitlines() if "Версия формы" not in line}
    two = {line for line in second.splitlines() if "Версия формы" not in line}
    return one - two, two - one


def test_it_reads_like_the_workbook(small_programme: Programme) -> None:
    text = snapshot(small_programme)

    assert text.startswith("# Программа методического сопровождения педагогов\n")
    assert "| Срок сдачи таблиц | 20.12.2026 |" in text
    assert "## Реестр «Кадры»: одна строка — один педагог (12)" in text
    assert "  - знаменатель: Возраст <= 35; Стаж педагогический <= 3\n" in text
    assert "  - целевое значение: 80 %\n" in text
    assert "| Уровни компетентности | низкий — от 0; средний — от 50; высокий — от 80 |" in text
    assert "| ОО-02 |" in text


def test_the_same_programme_gives_the_same_text(small_programme: Programme) -> None:
    assert snapshot(programme_from(SMALL)) == snapshot(small_programme)


def test_every_change_of_a_programme_is_seen(small_programme: Programme) -> None:
    """One changed word on each sheet changes exactly its own line."""
    before = snapshot(small_programme)
    for old, new in (
        ("г. Примерск", "г. Образцовск"),
        ("Выявлять профессиональные", "Изучать профессиональные"),
        ("Балл от 0 до 100", "Балл: 0–100"),
        ("Предметы ¦ Математика", "Предметы ¦ Физика"),
        ("Средний возраст", "Возраст в среднем"),
        ("Выявить дефициты", "Увидеть дефициты"),
        ("неэффективные показатели", "вредные показатели"),
        ("Школа молодого педагога", "Клуб молодого педагога"),
        ("Б. Б. Петров", "Г. Г. Орлов"),
        ("Сидорова В. В.", "Кузнецова В. В."),
        ("нумерация сохранена", "нумерация исправлена"),
    ):
        gone, come = changed_lines(before, snapshot(programme_from(replaced(old, new))))
        assert gone
        assert come, new


def test_signs_of_markdown_do_not_break_the_tables() -> None:
    text = with_rows("Цели", "3 ¦ Черта | внутри\\и косая")

    assert "| 3 | Черта \\| внутри\\\\и косая |" in snapshot(programme_from(text))
