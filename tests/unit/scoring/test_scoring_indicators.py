"""Every kind of indicator, counted by hand over two small schools."""

from __future__ import annotations

from dataclasses import replace

from indicator_sample import DIAGNOSED, EMPTY, FIRST, SECOND, K, at_most, by, equal, of_district, of_school, parts
from metodist.domain.conditions import (
    EVERY,
    All,
    Comparison,
    Exists,
    Literal,
    Operator,
    PeriodYear,
)
from metodist.domain.fields import FACTS, MUNICIPALITY, SCHOOLS, STAFF
from metodist.domain.indicators import Band, Breakdown, FactSum, Indicator, Scale, Slice
from metodist.domain.outcomes import Ratio, Spread
from unit.scoring.tiny import school


class TestShare:
    def test_rows_without_a_name_do_not_count(self) -> None:
        assert parts(of_school(DIAGNOSED, FIRST)) == (2, 4, 0.5)

    def test_of_nobody_is_none_and_not_zero(self) -> None:
        assert parts(of_school(DIAGNOSED, EMPTY)) == (0, 0, None)

    def test_the_district_is_a_sum_over_a_sum_and_no_mean_of_shares(self) -> None:
        assert parts(of_district(DIAGNOSED, FIRST, SECOND, EMPTY)) == (3, 5, 0.6)

    def test_the_numerator_is_counted_among_the_denominator(self) -> None:
        young = Indicator(
            "1", "", K.SHARE, STAFF, numerator=equal("Диагностика", "да"), denominator=at_most("Возраст", 35)
        )
        # Иванова turns 35 on the last day of 2026; Юдин is 26 and not diagnosed.
        assert parts(of_school(young, FIRST)) == (1, 2, 0.5)

    def test_by_a_field_is_counted_within_each_slice(self) -> None:
        split = Indicator(
            "1",
            "",
            K.SHARE,
            STAFF,
            numerator=equal("Диагностика", "да"),
            breakdown=by("Предмет", "химия", "физика", "музыка"),
        )
        assert dict(of_district(split, FIRST, SECOND).breakdown) == {
            "химия": Ratio(2, 2),
            "физика": Ratio(1, 2),
            "музыка": Ratio(0, 0),
        }

    def test_by_a_family_is_counted_among_all(self) -> None:
        family = Breakdown(
            "Дефицит",
            tuple(Slice(name, equal(f"Дефицит: {name}", "да")) for name in ("цифровые", "оценочные")),
        )
        deficits = Indicator("1", "", K.SHARE, STAFF, denominator=equal("Диагностика", "да"), breakdown=family)
        assert dict(of_district(deficits, FIRST, SECOND).breakdown) == {
            "цифровые": Ratio(1, 3),
            "оценочные": Ratio(2, 3),
        }

    def test_people_are_found_in_another_register_by_name(self) -> None:
        winners = Indicator(
            "1", "", K.SHARE, STAFF, numerator=Exists("Конкурсы", equal("Уровень", "региональный", "федеральный"))
        )
        # Юдин's contest has no title and is no row; the last contest names nobody.
        assert parts(of_school(winners, FIRST)) == (1, 4, 0.25)

    def test_schools_are_counted_by_their_facts_and_rows(self) -> None:
        active = Indicator(
            "1",
            "",
            K.SHARE,
            SCHOOLS,
            numerator=All((equal("Площадка", "да"), Exists("Конкурсы", equal("Уровень", "школьный")))),
        )
        assert parts(of_school(active, FIRST)) == (1, 1, 1)
        assert parts(of_district(active, FIRST, SECOND, EMPTY)) == (1, 3, 1 / 3)

    def test_a_school_with_a_blank_fact_takes_no_part(self) -> None:
        courses = Indicator(
            "1", "", K.SHARE, FACTS, numerator=FactSum(("Курсов по заявкам",)), denominator=FactSum(("Курсов",))
        )
        assert parts(of_school(courses, SECOND)) == (None, None, None)
        assert parts(of_district(courses, FIRST, SECOND)) == (2, 8, 0.25)
        assert parts(of_district(courses, SECOND)) == (None, None, None)

    def test_the_municipality_states_its_own_numbers(self) -> None:
        courses = Indicator(
            "1", "", K.SHARE, MUNICIPALITY, numerator=FactSum(("По заявкам",)), denominator=FactSum(("Всего",))
        )
        assert parts(of_school(courses, FIRST)) == (None, None, None)
        assert parts(of_district(courses, FIRST)) == (None, None, None)
        assert parts(of_district(courses, FIRST, municipal={"По заявкам": 3, "Всего": 12})) == (3, 12, 0.25)


class TestMunicipalityAdds:
    EVENTS = Indicator("1", "", K.COUNT, FACTS, numerator=FactSum(("Курсов",), ("Курсов района",)))

    def test_once_to_the_schools_sum(self) -> None:
        assert parts(of_school(self.EVENTS, FIRST)) == (8, None, 8)
        both = of_district(self.EVENTS, FIRST, FIRST, municipal={"Курсов района": 5})
        assert parts(both) == (21, None, 21)

    def test_and_is_waited_for_where_it_is_asked(self) -> None:
        assert parts(of_district(self.EVENTS, FIRST, municipal={})) == (None, None, None)
        assert parts(of_district(self.EVENTS, FIRST)) == (8, None, 8)

    def test_to_one_side_of_a_share(self) -> None:
        requested = replace(self.EVENTS, kind=K.SHARE, numerator=FactSum(("Курсов по заявкам",), ("Курсов района",)))
        requested = replace(requested, denominator=FactSum(("Курсов",), ("Курсов района",)))
        assert parts(of_school(requested, FIRST)) == (2, 8, 0.25)
        assert parts(of_district(requested, FIRST, municipal={"Курсов района": 4})) == (6, 12, 0.5)


class TestPresence:
    RULES = Indicator("1", "", K.PRESENCE, FACTS, column="Положение")

    def test_of_a_school_is_one_or_zero(self) -> None:
        assert parts(of_school(self.RULES, FIRST)) == (1, 1, 1)
        assert parts(of_school(self.RULES, SECOND)) == (0, 1, 0)
        assert parts(of_school(self.RULES, EMPTY)) == (0, 1, 0)

    def test_of_the_district_is_schools_with_of_schools(self) -> None:
        assert parts(of_district(self.RULES, FIRST, SECOND)) == (1, 2, 0.5)
        assert parts(of_district(self.RULES)) == (None, None, None)


class TestCount:
    def test_of_rows_adds_up_with_its_slices(self) -> None:
        old = Indicator(
            "1",
            "",
            K.COUNT,
            STAFF,
            numerator=Comparison("Стаж", Operator.GREATER, (Literal(2),)),
            breakdown=by("Предмет", "физика", "химия"),
        )
        outcome = of_district(old, FIRST, SECOND)
        assert parts(outcome) == (3, None, 3)
        assert dict(outcome.breakdown) == {"физика": Ratio(1, 3), "химия": Ratio(1, 3)}

    def test_of_facts_adds_up_what_is_known(self) -> None:
        courses = Indicator("1", "", K.COUNT, FACTS, numerator=FactSum(("Курсов", "Курсов по заявкам")))
        assert parts(of_school(courses, FIRST)) == (10, None, 10)
        assert parts(of_school(courses, SECOND)) == (None, None, None)
        assert parts(of_district(courses, FIRST, SECOND)) == (10, None, 10)


class TestDistributionAndRanking:
    def test_slices_are_parts_of_the_rows_that_take_part(self) -> None:
        subjects = Indicator(
            "1", "", K.DISTRIBUTION, STAFF, denominator=EVERY, breakdown=by("Предмет", "музыка", "физика", "химия")
        )
        outcome = of_district(subjects, FIRST, SECOND)
        assert parts(outcome) == (None, 5, None)
        assert dict(outcome.breakdown) == {"музыка": Ratio(0, 5), "физика": Ratio(2, 5), "химия": Ratio(2, 5)}

    def test_a_ranking_puts_the_most_frequent_first_and_keeps_the_list_order_of_equal_ones(self) -> None:
        levels = Indicator(
            "1",
            "",
            K.RANKING,
            "Конкурсы",
            breakdown=by("Уровень", "всероссийский", "школьный", "районный", "региональный"),
        )
        labels = [label for label, _ in of_school(levels, FIRST).ranked]
        assert labels == ["региональный", "школьный", "всероссийский", "районный"]


class TestMeanAndLevel:
    EXPERIENCE = Indicator("1", "", K.MEAN, STAFF, column="Стаж")
    SCALE = Scale("уровни", (Band("низкий", 2), Band("средний", 3), Band("высокий", 4)))
    CONTENT = Indicator("1", "", K.LEVEL, FACTS, column="Удовлетворённость", scale=SCALE)

    def test_words_among_numbers_are_passed_over(self) -> None:
        outcome = of_school(self.EXPERIENCE, FIRST)
        assert parts(outcome) == (35, 3, 35 / 3)
        assert outcome.spread == Spread(3, 2, 30)

    def test_the_district_throws_all_numbers_together(self) -> None:
        outcome = of_district(self.EXPERIENCE, FIRST, SECOND)
        assert parts(outcome) == (45, 4, 11.25)
        assert outcome.spread == Spread(6.5, 2, 30)

    def test_of_no_numbers_is_none(self) -> None:
        outcome = of_school(self.EXPERIENCE, EMPTY)
        assert parts(outcome) == (0, 0, None)
        assert outcome.spread == Spread(None, None, None)

    def test_the_computed_age_is_counted_anew(self) -> None:
        age = Indicator("1", "", K.MEAN, STAFF, numerator=equal("Предмет", "физика"), column="Возраст")
        lying = school("ФИО | Предмет | Дата рождения | Возраст\nИванова А. А. | физика | 31.12.1991 | 20")
        assert parts(of_school(age, lying)) == (35, 1, 35)

    def test_the_level_is_that_of_the_mean(self) -> None:
        assert of_school(self.CONTENT, FIRST).level == "высокий"
        assert of_school(self.CONTENT, SECOND).level == "низкий"
        district = of_district(self.CONTENT, FIRST, SECOND, EMPTY)
        assert (district.value, district.level) == (3.25, "средний")

    def test_below_the_scale_and_without_numbers_there_is_no_level(self) -> None:
        assert of_school(self.CONTENT, school(facts="Удовлетворённость: 1.9")).level == ""
        assert of_school(self.CONTENT, EMPTY).level == ""


class TestChange:
    GROWTH = Indicator("1", "", K.CHANGE, STAFF, numerator=EVERY, denominator=FactSum(("Было участников",)))

    def test_is_now_less_before(self) -> None:
        outcome = of_school(self.GROWTH, FIRST)
        assert parts(outcome) == (4, 5, -1)
        assert outcome.percent_change == -0.2

    def test_from_nothing_has_no_per_cent(self) -> None:
        outcome = of_school(self.GROWTH, SECOND)
        assert parts(outcome) == (1, 0, 1)
        assert outcome.percent_change is None

    def test_without_a_previous_value_there_is_no_change(self) -> None:
        unknown = school("ФИО\nИванова А. А.")
        assert parts(of_school(self.GROWTH, unknown)) == (None, None, None)
        assert parts(of_district(self.GROWTH, FIRST, SECOND, unknown)) == (5, 5, 0)


def test_a_window_of_years_moves_with_the_period() -> None:
    recent = Indicator(
        "1",
        "",
        K.COUNT,
        STAFF,
        numerator=Comparison("Дата рождения", Operator.GREATER_EQUAL, (PeriodYear(-26),), year_of=True),
    )
    assert of_school(recent, FIRST).value == 1
