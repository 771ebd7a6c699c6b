"""Invented people for the demo: names put together from three short lists, and a likely life behind each name.

Nobody is meant: every name is a chance combination of the commonest first names and surnames.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from metodist.domain.periods import Period

#: Masculine; the feminine adds «а».
_SURNAMES = (
    "Алексеев Андреев Антонов Борисов Васильев Виноградов Воробьёв Гаврилов Григорьев Гусев Данилов Егоров Жуков "
    "Зайцев Захаров Иванов Ильин Калинин Козлов Кузнецов Лебедев Макаров Максимов Матвеев Михайлов Морозов Никитин "
    "Николаев Новиков Образцов Орлов Павлов Петров Примеров Романов Семёнов Сидоров Соловьёв Степанов Фёдоров Яковлев"
).split()
_WOMEN = (
    "Анна Валентина Вера Галина Екатерина Елена Ирина Людмила Марина Мария Надежда Наталья Ольга Светлана Татьяна Юлия"
).split()
_MEN = "Александр Алексей Андрей Виктор Владимир Дмитрий Евгений Иван Михаил Николай Павел Сергей".split()
#: Without the ending: «ич» for him, «на» for her.
_PATRONYMICS = (
    "Александров Алексеев Андреев Викторов Владимиров Дмитриев Евгеньев Иванов Михайлов Николаев Павлов Сергеев"
).split()

_MAN_EVERY = 8
"""One teacher in eight is a man."""
_BEGINNER = 0.14
_OLDEST, _YOUNGEST = 66, 22


@dataclass(frozen=True, slots=True)
class Profile:
    """What is likely to be true of one invented teacher.

    Args:
        name: «Иванова Анна Сергеевна».
        born: The date of birth.
        age: Full years on the last day of the period, 22…66.
        service: Years worked in all, 0…44.
        teaching: Years as a teacher, no more than ``service``.
    """

    name: str
    woman: bool
    born: date
    age: int
    service: int
    teaching: int


def name_of(number: int, seed: int) -> tuple[str, bool]:
    """The name of an invented person and whether it is a woman's.

    Different numbers have different names up to some 6 000 people; later ones repeat, as in life.

    Args:
        number: 0…, counted over the whole district.
        seed: Another seed shuffles all names.
    """
    woman = number % _MAN_EVERY != 0
    index = number - number // _MAN_EVERY - 1 if woman else number // _MAN_EVERY
    firsts = _WOMEN if woman else _MEN
    total = len(_SURNAMES) * len(firsts) * len(_PATRONYMICS)
    place = (index * _step(total, seed) + seed) % total
    place, surname = divmod(place, len(_SURNAMES))
    father, first = divmod(place, len(firsts))
    ending, patronymic = ("а", "на") if woman else ("", "ич")
    return f"{_SURNAMES[surname]}{ending} {firsts[first]} {_PATRONYMICS[father]}{patronymic}", woman


def _step(total: int, seed: int) -> int:
    """A stride that meets each of ``total`` places once before it repeats."""
    step = total * 5 // 8 + seed % 97
    while math.gcd(step, total) != 1:
        step += 1
    return step


def profile(number: int, seed: int, period: Period, rng: Random) -> Profile:
    """The invented person of that number."""
    name, woman = name_of(number, seed)
    beginner = rng.random() < _BEGINNER
    age = rng.randint(_YOUNGEST + 1, 30) if beginner else round(rng.triangular(26, _OLDEST, 48))
    born = _birthday(age, period, rng)
    most = age - _YOUNGEST
    service = rng.randint(0, min(3, most)) if beginner else max(0, most - rng.randint(0, 6))
    teaching = service if rng.random() < 0.7 else max(0, service - rng.randint(0, 8))
    return Profile(name, woman, born, age, service, teaching)


def _birthday(age: int, period: Period, rng: Random) -> date:
    """A day of birth that makes someone ``age`` years old on the period's last day."""
    last = date(period.end.year - age, period.end.month, period.end.day)
    return last - timedelta(days=rng.randint(0, 364))
