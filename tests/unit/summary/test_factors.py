"""What goes with an indicator: found where it is, not found in noise, never the indicator's own fields."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from metodist.domain.factors import Factor, FactorClass, FactorKind, FactorSettings
from metodist.domain.indicators import IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Programme
from metodist.summary.factor_values import factors_of
from metodist.summary.factors import compared_factors
from summary_samples import organisations, school_data

CODES = [f"ОО-{number:02}" for number in range(1, 25)]


@pytest.fixture(scope="module")
def programme(small_programme: Programme) -> Programme:
    return replace(small_programme, organisations=organisations(24))


def outcomes(values: dict[str, float], code: str = "1.1") -> dict[str, dict[str, Outcome]]:
    return {school: {code: Outcome(code, IndicatorKind.SHARE, value, 1, value)} for school, value in values.items()}


def noise(seed: int) -> dict[str, float]:
    source = random.Random(seed)
    return {code: source.random() for code in CODES}


def test_what_goes_with_an_indicator_is_found(programme: Programme) -> None:
    shares = {code: place / 24 for place, code in enumerate(CODES)}
    size = Factor("Число педагогов", FactorKind.NUMBER, {code: 100.0 - place for place, code in enumerate(CODES)})
    kind = Factor(
        "Тип школы: сельская", FactorKind.GROUPS, {code: float(place < 8) for place, code in enumerate(CODES)}
    )
    found = compared_factors(programme, outcomes(shares), (size, kind), FactorSettings())
    numbers, groups = found.links
    assert (numbers.factor, numbers.effect.size, numbers.corrected) == ("Число педагогов", -1.0, 0.0)
    assert (groups.factor, groups.effect.size) == ("Тип школы: сельская", -1.0)
    assert groups.medians == pytest.approx((3.5 / 24, 15.5 / 24))
    assert groups.corrected < 0.05


def test_nothing_is_found_in_noise(programme: Programme) -> None:
    """Of sixty factors some seem to go with the share; corrected none does."""
    factors = tuple(Factor(f"{seed}", FactorKind.NUMBER, noise(seed)) for seed in range(100, 160))
    found = compared_factors(programme, outcomes(noise(0)), factors, FactorSettings())
    assert len(found.links) == 60
    assert any(link.effect.chance < 0.05 for link in found.links)
    assert not any(link.corrected < 0.05 for link in found.links)


def test_an_indicator_is_not_compared_with_its_own_fields(programme: Programme) -> None:
    own = Factor("Кадры: Диагностика", FactorKind.NUMBER, noise(1), frozenset({("Кадры", "Диагностика")}))
    found = compared_factors(programme, outcomes(noise(0)), (own,), FactorSettings())
    assert found.links == ()
    assert found.reason


def test_groups_of_two_schools_are_not_compared(programme: Programme) -> None:
    few = Factor("Редкое", FactorKind.GROUPS, {code: float(place < 2) for place, code in enumerate(CODES)})
    assert compared_factors(programme, outcomes(noise(0)), (few,), FactorSettings()).links == ()


def test_few_schools_say_nothing(programme: Programme) -> None:
    found = compared_factors(programme, outcomes(dict.fromkeys(CODES[:7], 0.5)), (), FactorSettings())
    assert "не меньше 8 школ" in found.reason


def test_the_methodist_chooses_indicators_and_classifies(programme: Programme) -> None:
    size = Factor("Число педагогов", FactorKind.NUMBER, noise(1))
    known, unknown = FactorClass("Число педагогов", "внешний", "", "нет"), FactorClass("Погода", "внешний")
    settings = FactorSettings(("1.2",), (known, unknown))
    values = {code: {**outcomes(noise(0))[code], **outcomes(noise(2), "1.2")[code]} for code in CODES}
    found = compared_factors(programme, values, (size,), settings)
    assert {link.indicator for link in found.links} == {"1.2"}
    assert found.classes["Число педагогов"].origin == "внешний"
    assert len(found.notes) == 1
    assert "Погода" in found.notes[0]


def test_factors_are_made_of_the_schools_kind_facts_and_staff(programme: Programme) -> None:
    schools = tuple(
        replace(school, kind="сельская" if at % 2 else "городская") for at, school in enumerate(programme.organisations)
    )
    data = {
        "ОО-01": school_data("""
            Кадры: ФИО | Дата рождения | Категория | Стаж педагогический | Диагностика
            Иванова А. А. | 01.02.1980 | высшая | 20 | да
            Петров Б. Б. | 03.04.2000 | нет | 2 | нет
            Сведения: Положение о наставничестве | Вакансий | Инновационная площадка
            да | 1 | нет"""),
        "ОО-02": school_data("Кадры: ФИО | Категория\nКузнецова Г. Г. | первая\nСведения: Вакансий\n4"),
    }
    found = {each.name: each for each in factors_of(replace(programme, organisations=schools), data)}
    assert found["Тип школы: городская"].values == {"ОО-01": 1, "ОО-02": 0}
    assert "Тип школы: сельская" not in found  # says the same
    assert found["Число педагогов"].values == {"ОО-01": 2, "ОО-02": 1}
    assert found["Сведения: Вакансий"].values == {"ОО-01": 1, "ОО-02": 4}
    assert found["Сведения: Положение о наставничестве"].values == {"ОО-01": 1}
    assert found["Кадры: Стаж педагогический, среднее"].values == {"ОО-01": 11}
    assert found["Кадры: Возраст, среднее"].values == {"ОО-01": 36}  # 46 и 26 полных лет
    assert found["Кадры: Диагностика, доля ответов «да»"].values == {"ОО-01": 0.5}
    assert found["Кадры: Категория — высшая, доля"].values == {"ОО-01": 0.5, "ОО-02": 0}
