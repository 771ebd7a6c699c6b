"""Posts, names and titles in the right case; what cannot be known is asked for."""

from __future__ import annotations

import pytest

from metodist.documents.cases import Case
from metodist.documents.grammar import person_in_case, programme_genitive
from metodist.documents.names import FullName, decline_name, known_gender, parse_name
from metodist.documents.posts import decline_post
from metodist.domain.programme import Gender, Person

NBSP = "\u00a0"
F, M = Gender.FEMALE, Gender.MALE


@pytest.mark.parametrize(
    ("surname", "gender", "dative"),
    [
        ("Макаренкова", F, "Макаренковой"),
        ("Макаренков", M, "Макаренкову"),
        ("Пацюк", F, "Пацюк"),
        ("Пацюк", M, "Пацюку"),
        ("Резник", F, "Резник"),
        ("Резник", M, "Резнику"),
        ("Василенко", M, "Василенко"),
        ("Шевченко", F, "Шевченко"),
        ("Черных", M, "Черных"),
        ("Дурново", M, "Дурново"),
        ("Живаго", M, "Живаго"),
        ("Гюго", M, "Гюго"),
        ("Гогия", M, "Гогии"),
        ("Мамедова", F, "Мамедовой"),
        ("Петрова-Водкина", F, "Петровой-Водкиной"),
        ("Римский-Корсаков", M, "Римскому-Корсакову"),
        ("Ким", F, "Ким"),
        ("Ким", M, "Киму"),
        ("Цой", M, "Цою"),
        ("Цой", F, "Цой"),
        ("Саакян", M, "Саакяну"),
        ("Хачатурян", F, "Хачатурян"),
        ("Белый", M, "Белому"),
        ("Толстая", F, "Толстой"),
        ("Мельник", F, "Мельник"),
        ("Заяц", M, "Зайцу"),
        ("Соловей", M, "Соловью"),
        ("Коваль", M, "Ковалю"),
        ("Коваль", F, "Коваль"),
        ("Лоза", M, "Лозе"),
        ("Кузьмич", M, "Кузьмичу"),
        ("Кузьмич", F, "Кузьмич"),
        ("Швец", M, "Швецу"),
        ("Галушка", M, "Галушке"),
        ("Дюма", M, "Дюма"),
        ("Чавчавадзе", F, "Чавчавадзе"),
        ("Ткач", M, "Ткачу"),
    ],
)
def test_surname_in_the_dative(surname: str, gender: Gender, dative: str) -> None:
    declined = decline_name(FullName(surname, "А.", "А."), Case.DATIVE, gender)
    assert declined == FullName(dative, "А.", "А.")


@pytest.mark.parametrize(
    ("case", "man", "woman"),
    [
        (Case.GENITIVE, "Волохина", "Волохиной"),
        (Case.DATIVE, "Волохину", "Волохиной"),
        (Case.ACCUSATIVE, "Волохина", "Волохину"),
        (Case.INSTRUMENTAL, "Волохиным", "Волохиной"),
    ],
)
def test_every_case(case: Case, man: str, woman: str) -> None:
    his = decline_name(FullName("Волохин", "И.", "С."), case, M)
    hers = decline_name(FullName("Волохина", "И.", "С."), case, F)
    assert (his and his.surname, hers and hers.surname) == (man, woman)


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Иванова А. А.", FullName("Иванова", "А.", "А.")),
        ("А.А. Иванова", FullName("Иванова", "А.", "А.")),
        ("Иванова А.А.", FullName("Иванова", "А.", "А.")),
        ("Иванова Анна Андреевна", FullName("Иванова", "Анна", "Андреевна")),
        ("Римский-Корсаков Н. А.", FullName("Римский-Корсаков", "Н.", "А.")),
        ("Иванова А.", FullName("Иванова", "А.", "")),
    ],
)
def test_a_name_is_parted_whatever_its_order(text: str, parted: FullName) -> None:
    assert parse_name(text) == parted


def test_a_signature_has_initials_first() -> None:
    assert parse_name("Иванова Анна Андреевна").initials_first == f"А.А.{NBSP}Иванова"


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Макаренкова Е. С.", F),
        ("Кузнецов И. Е.", M),
        ("Чайковский П. И.", M),
        ("Пацюк Анна Андреевна", F),
        ("Пацюк Андрей Ильич", M),
        ("Пацюк А. А.", Gender.UNKNOWN),
        ("Резник З. А.", Gender.UNKNOWN),
        ("Голова И. И.", Gender.UNKNOWN),
        ("Ким А. А.", Gender.UNKNOWN),
        ("Волохин И. С.", Gender.UNKNOWN),
    ],
)
def test_a_gender_is_known_or_asked_never_guessed(name: str, gender: Gender) -> None:
    assert known_gender(parse_name(name)) is gender


def test_a_name_that_both_genders_write_alike_needs_no_gender() -> None:
    assert decline_name(parse_name("Василенко Н. М."), Case.DATIVE) == FullName("Василенко", "Н.", "М.")
    assert decline_name(parse_name("Пацюк А. А."), Case.DATIVE) is None


@pytest.mark.parametrize(
    ("post", "genitive", "dative", "accusative", "instrumental"),
    [
        ("директор", "директора", "директору", "директора", "директором"),
        ("директор МКУ ИМЦ", "директора МКУ ИМЦ", "директору МКУ ИМЦ", "директора МКУ ИМЦ", "директором МКУ ИМЦ"),
        (
            "заместитель начальника управления образования",
            "заместителя начальника управления образования",
            "заместителю начальника управления образования",
            "заместителя начальника управления образования",
            "заместителем начальника управления образования",
        ),
        (
            "исполняющий обязанности директора",
            "исполняющего обязанности директора",
            "исполняющему обязанности директора",
            "исполняющего обязанности директора",
            "исполняющим обязанности директора",
        ),
        ("и.о. директора", "и.о. директора", "и.о. директора", "и.о. директора", "и.о. директора"),
        ("врио начальника", "врио начальника", "врио начальника", "врио начальника", "врио начальника"),
        ("заведующая отделом", "заведующей отделом", "заведующей отделом", "заведующую отделом", "заведующей отделом"),
        ("глава района", "главы района", "главе района", "главу района", "главой района"),
        ("учитель-логопед", "учителя-логопеда", "учителю-логопеду", "учителя-логопеда", "учителем-логопедом"),
        ("социальный педагог", "социального педагога", "социальному педагогу", "социального педагога",
         "социальным педагогом"),
        ("секретарь", "секретаря", "секретарю", "секретаря", "секретарём"),
        ("директор, учитель истории", "директора, учителя истории", "директору, учителю истории",
         "директора, учителя истории", "директором, учителем истории"),
        # not in the table: by the dictionary
        ("главный архивариус", "главного архивариуса", "главному архивариусу", "главного архивариуса",
         "главным архивариусом"),
        ("управляющий делами", "управляющего делами", "управляющему делами", "управляющего делами",
         "управляющим делами"),
        ("старшая вожатая", "старшей вожатой", "старшей вожатой", "старшую вожатую", "старшей вожатой"),
        ("научный сотрудник", "научного сотрудника", "научному сотруднику", "научного сотрудника",
         "научным сотрудником"),
        ("тифлопедагог", "тифлопедагога", "тифлопедагогу", "тифлопедагога", "тифлопедагогом"),
    ],
)  # fmt: skip
def test_a_post_in_cases(post: str, genitive: str, dative: str, accusative: str, instrumental: str) -> None:
    cases = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL)
    assert [decline_post(post, case) for case in cases] == [genitive, dative, accusative, instrumental]


def test_the_tail_of_a_post_is_left_alone() -> None:
    post = "заместитель директора по учебной, воспитательной работе"
    assert decline_post(post, Case.DATIVE) == "заместителю директора по учебной, воспитательной работе"


def test_a_capital_letter_stays() -> None:
    assert decline_post("Начальник управления", Case.DATIVE) == "Начальнику управления"


def test_an_unknown_word_is_not_guessed() -> None:
    assert decline_post("хрюмпель", Case.DATIVE) is None


def _person(name: str, post: str = "директор МКУ ИМЦ", gender: Gender = Gender.UNKNOWN, dative: str = "") -> Person:
    return Person("исполняет", name, post, gender, dative)


def test_a_person_in_the_dative() -> None:
    phrase = person_in_case(_person("Иванова А. А."), Case.DATIVE)
    assert (phrase.text, phrase.issues) == (f"директору МКУ ИМЦ А.А.{NBSP}Ивановой", ())


def test_an_unknown_gender_is_asked_and_the_phrase_is_right_for_both() -> None:
    phrase = person_in_case(_person("Пацюк А. А."), Case.DATIVE)
    assert phrase.text == f"директору МКУ ИМЦ (А.А.{NBSP}Пацюк)"
    (issue,) = phrase.issues
    assert (issue.sheet, issue.column) == ("Люди", "Пол")
    assert "Пацюк А. А." in issue.message
    assert "В дательном падеже" in issue.suggestion


def test_the_dative_that_the_user_typed_is_taken() -> None:
    phrase = person_in_case(_person("Пацюк А. А.", dative="Пацюку А. А."), Case.DATIVE)
    assert (phrase.text, phrase.issues) == (f"директору МКУ ИМЦ А.А.{NBSP}Пацюку", ())


def test_a_whole_phrase_that_the_user_typed_is_taken_as_it_is() -> None:
    phrase = person_in_case(_person("Пацюк А. А.", dative="директору центра Пацюк А. А."), Case.DATIVE)
    assert phrase.text == "директору центра Пацюк А. А."


@pytest.mark.parametrize(("dative", "accusative"), [("Резник З. А.", "Резник"), ("Резнику З. А.", "Резника")])
def test_the_typed_dative_tells_the_gender_for_other_cases(dative: str, accusative: str) -> None:
    phrase = person_in_case(_person("Резник З. А.", dative=dative), Case.ACCUSATIVE)
    assert (phrase.text, phrase.issues) == (f"директора МКУ ИМЦ З.А.{NBSP}{accusative}", ())


def test_an_unknown_post_is_asked_for() -> None:
    phrase = person_in_case(_person("Иванова А. А.", post="хрюмпель"), Case.DATIVE)
    assert [issue.column for issue in phrase.issues] == ["Должность"]


@pytest.mark.parametrize(
    ("title", "genitive"),
    [
        ("Муниципальная программа «Развитие»", "муниципальной программы «Развитие»"),
        ("Система обеспечения развития", "программы «Система обеспечения развития»"),
        ("«Система обеспечения развития»", "программы «Система обеспечения развития»"),
        ("Программа развития методической службы на 2021-2025 гг.", "программы развития методической службы на 2021-2025 гг."),
        ("Концепция научно-методического сопровождения", "концепции научно-методического сопровождения"),
        ("Комплекс мер, поддержка педагогов", "программы «Комплекс мер, поддержка педагогов»"),
        ("Комплекс мер, направленный на развитие", "комплекса мер, направленного на развитие"),
    ],
)  # fmt: skip
def test_a_programme_in_the_genitive(title: str, genitive: str) -> None:
    assert programme_genitive(title) == genitive
