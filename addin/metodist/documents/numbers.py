"""Numbers and dates as Russian documents write them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from metodist.domain.outcomes import percent
from metodist.domain.wording import NBSP, decimal_text, number_text, plural

MONTHS = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)


class Forms(NamedTuple):
    """The three forms that a noun takes after a number: 1 школа, 2 школы, 5 школ; and 1 школы in the genitive."""

    one: str
    few: str
    many: str
    one_genitive: str


#: Nouns that documents count. A noun that is not here is agreed by the morphological dictionary.
NOUNS: Mapping[str, Forms] = MappingProxyType(
    {
        "школа": Forms("школа", "школы", "школ", "школы"),
        "организация": Forms("организация", "организации", "организаций", "организации"),
        "педагог": Forms("педагог", "педагога", "педагогов", "педагога"),
        "таблица": Forms("таблица", "таблицы", "таблиц", "таблицы"),
        "строка": Forms("строка", "строки", "строк", "строки"),
        "запись": Forms("запись", "записи", "записей", "записи"),
        "показатель": Forms("показатель", "показателя", "показателей", "показателя"),
        "значение": Forms("значение", "значения", "значений", "значения"),
        "балл": Forms("балл", "балла", "баллов", "балла"),
        "год": Forms("год", "года", "лет", "года"),
        "день": Forms("день", "дня", "дней", "дня"),
        "человек": Forms("человек", "человека", "человек", "человека"),
        "предупреждение": Forms("предупреждение", "предупреждения", "предупреждений", "предупреждения"),
        "замечание": Forms("замечание", "замечания", "замечаний", "замечания"),
        "срок": Forms("срок", "срока", "сроков", "срока"),
        "ошибка": Forms("ошибка", "ошибки", "ошибок", "ошибки"),
        "рекомендация": Forms("рекомендация", "рекомендации", "рекомендаций", "рекомендации"),
        "цель": Forms("цель", "цели", "целей", "цели"),
        "мероприятие": Forms("мероприятие", "мероприятия", "мероприятий", "мероприятия"),
    }
)


def counted(number: int, noun: str) -> str:
    """A number with its noun: «21 педагог», «3 школы», «5 школ»."""
    forms = _forms(noun)
    return f"{number_text(number)}{NBSP}{plural(number, forms.one, forms.few, forms.many)}"


def of_counted(number: int, noun: str) -> str:
    """A number with its noun in the genitive, after «из», «от», «для»: «21 школы», «34 школ»."""
    forms = _forms(noun)
    single = plural(number, "one", "few", "many") == "one"
    return f"{number_text(number)}{NBSP}{forms.one_genitive if single else forms.many}"


@cache
def _forms(noun: str) -> Forms:
    known = NOUNS.get(noun)
    if known:
        return known
    from metodist.documents.morphology import counted_forms  # the dictionary takes 0.2 s to load

    return Forms(*counted_forms(noun))


def points(fraction: float) -> str:
    """A difference of two shares without its sign: «8,6 процентного пункта»."""
    return f"{decimal_text(abs(percent(fraction)))} процентного пункта"


def date_digits(day: date) -> str:
    """«05.06.2026»."""
    return f"{day:%d.%m.%Y}"


def date_words(day: date) -> str:
    """«5 июня 2026 г.», held together by non-breaking spaces."""
    return NBSP.join((str(day.day), MONTHS[day.month - 1], str(day.year), "г."))


def date_spelled(day: date) -> str:
    """«пятое июня две тысячи двадцать шестого года»."""
    from num2words import num2words  # only documents that spell numbers out need it

    number = num2words(day.day, lang="ru", to="ordinal", gender="n")
    year = num2words(day.year, lang="ru", to="ordinal", case="g")
    return f"{number} {MONTHS[day.month - 1]} {year} года"
