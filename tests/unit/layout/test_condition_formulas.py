"""What formulas of conditions and indicators look like; that they are right is shown in ``tests/parity``."""

from __future__ import annotations

from datetime import date

import pytest

from metodist.domain.conditions import (
    EVERY,
    AnyOf,
    Comparison,
    Condition,
    Exists,
    Filled,
    Literal,
    Not,
    Operator,
    OtherField,
    PeriodEdge,
    PeriodYear,
)
from metodist.domain.fields import FACTS, SCHOOLS, STAFF
from metodist.domain.indicators import Band, Breakdown, FactSum, Indicator, IndicatorKind, Scale, Slice
from metodist.domain.tables import ROW, FactCell, FactPart, RegisterArea
from metodist.errors import InternalError, UserError
from metodist.layout.comparisons import text_constant
from metodist.layout.conditions import counting, fact_condition, matching, row_computed, row_condition
from metodist.layout.formula_pieces import LONGEST_FORMULA, fitting
from metodist.layout.indicator_formulas import OutcomeCells, SliceCells, indicator_formulas, level_label
from metodist.layout.ranges import Ranges
from unit.scoring.tiny import AGE, CONTEST_FIELDS, FACTS_FIELDS, STAFF_FIELDS, programme


def _area(register: str, names: list[str]) -> RegisterArea:
    return RegisterArea(register, register, 8, 3, 7, 1, {name: place for place, name in enumerate(names, 2)})


def _ranges() -> Ranges:
    areas = [
        _area(STAFF, [field.name for field in STAFF_FIELDS]),
        _area("Конкурсы", [field.name for field in CONTEST_FIELDS]),
    ]
    facts = [FactCell(fact, FactPart.VALUE, FACTS, row, 3) for row, fact in enumerate(FACTS_FIELDS, 6)]
    evidence = FactCell(FACTS_FIELDS[0], FactPart.NUMBER, FACTS, 6, 5)
    return Ranges.of(programme(), areas, [*facts, evidence])


RANGES = _ranges()
YES = (Literal("да"),)
DIAGNOSED = Comparison("Диагностика", Operator.EQUAL, YES)


def plain(formula: str) -> str:
    """The formula as one reads it: trimming left out, ranges by their letters."""
    text = formula.replace("TRIM(SUBSTITUTE(", "").replace(',"\u00a0"," "))', "")
    for letter in "BCDEFGHI":
        text = text.replace(f"'Кадры'!${letter}$8:${letter}$10", letter)
        text = text.replace(f"'Конкурсы'!${letter}$8:${letter}$10", letter.lower())
    return text


@pytest.mark.parametrize(
    ("condition", "formula"),
    [
        (EVERY, '1*(B<>"")'),
        (DIAGNOSED, '(B<>"")*(D="да")'),
        (Filled("Стаж"), '(B<>"")*(G<>"")'),
        (Not(DIAGNOSED), '(B<>"")*(1-(D="да"))'),
        (AnyOf((DIAGNOSED, Filled("Стаж"))), '(B<>"")*(((D="да")+(G<>""))>0)'),
        (Comparison("Диагностика", Operator.NOT_EQUAL, YES), '(B<>"")*(D<>"")*(D<>"да")'),
        (Comparison("Стаж", Operator.LESS_EQUAL, (Literal(3),)), '(B<>"")*ISNUMBER(G)*(G<=3)'),
        (Comparison("Стаж", Operator.GREATER, (Literal("да"),)), '(B<>"")*ISTEXT(G)*(G<>"")*(G>"да")'),
        (Comparison("Стаж", Operator.EQUAL, (Literal(date(2026, 1, 1)),)), '(B<>"")*0'),
        (Comparison("Стаж", Operator.LESS, (OtherField("Возраст"),)), '(B<>"")*ISNUMBER(G)*ISNUMBER(I)*(G<I)'),
        (
            Comparison("Дата рождения", Operator.LESS_EQUAL, (PeriodEdge.END,)),
            '(B<>"")*ISNUMBER(H)*(H<46388)',
        ),
        (
            Comparison("Дата рождения", Operator.EQUAL, (PeriodYear(-1),), year_of=True),
            '(B<>"")*ISNUMBER(H)*(H>=45658)*(H<46023)',
        ),
    ],
)
def test_a_condition_over_a_register(condition: Condition, formula: str) -> None:
    assert plain(matching(condition, STAFF, RANGES)) == formula


def test_no_break_spaces_are_trimmed_as_well() -> None:
    formula = matching(EVERY, STAFF, RANGES)
    assert formula == '1*(TRIM(SUBSTITUTE(\'Кадры\'!$B$8:$B$10,"\u00a0"," "))<>"")'


def test_a_person_is_looked_up_among_matching_rows() -> None:
    formula = matching(Exists("Конкурсы", Comparison("Уровень", Operator.EQUAL, (Literal("школьный"),))), STAFF, RANGES)
    assert plain(formula).endswith('&"|"&((b<>"")*(d="школьный")),0))')
    assert "IF(" not in formula


def test_a_school_has_a_matching_row() -> None:
    formula = counting(Exists("Кадры", DIAGNOSED), SCHOOLS, RANGES)
    assert plain(formula) == '1*(SUMPRODUCT((B<>"")*(D="да"))>0)'


def test_one_row_moves_with_the_row() -> None:
    assert row_condition(Comparison("Стаж", Operator.LESS, (Literal(3),)), STAFF, RANGES, 8) == "ISNUMBER($G8)*($G8<3)"
    elsewhere = row_condition(Comparison("Стаж", Operator.LESS, (Literal(3),)), STAFF, RANGES, ROW, local=False)
    assert elsewhere == "ISNUMBER('Кадры'!$G{row})*('Кадры'!$G{row}<3)"


def test_the_age_is_counted_without_datedif() -> None:
    formula = row_computed(AGE, STAFF, RANGES, 8)
    assert formula == ('IFERROR(IF(ISNUMBER($H8)*($H8<46388),2026-YEAR($H8)-(MONTH($H8)*100+DAY($H8)>1231),""),"")')


def test_quotes_and_long_texts_become_constants() -> None:
    assert text_constant('кружок "Юла"') == '"кружок ""Юла"""'
    assert text_constant("а" * 300) == f'"{"а" * 255}"&"{"а" * 45}"'


def test_unknown_places_are_our_own_mistake() -> None:
    with pytest.raises(InternalError, match="Стажёр"):
        matching(Filled("Стажёр"), STAFF, RANGES)
    with pytest.raises(InternalError, match="Курсы"):
        matching(EVERY, "Курсы", RANGES)
    with pytest.raises(InternalError, match="Всего"):
        fact_condition(Filled("Всего"), RANGES)


def _formulas_of(indicator: Indicator) -> list[str]:
    slices = indicator.breakdown.slices if indicator.breakdown else ()
    cells = tuple(SliceCells(f"$B${row}", f"$C${row}", f"$A${row}", f"$E${row}") for row in range(4, 4 + len(slices)))
    made = indicator_formulas(indicator, RANGES, OutcomeCells("$B$3", "$C$3", "$D$3", cells))
    whole = [made.numerator, made.denominator, made.value, made.percent_change, made.level, made.median]
    return [plain(formula.text) for formula in whole if formula]


def test_a_share_over_an_empty_register_is_blank() -> None:
    share = Indicator("1", "", IndicatorKind.SHARE, STAFF, numerator=DIAGNOSED)
    assert _formulas_of(share) == [
        'SUMPRODUCT((B<>"")*(D="да"))',
        'SUMPRODUCT(1*(B<>""))',
        'IF(N($C$3)=0,"",$B$3/$C$3)',
    ]


def test_a_share_of_facts_waits_for_both() -> None:
    share = Indicator(
        "1", "", IndicatorKind.SHARE, FACTS, numerator=FactSum(("Курсов по заявкам",)), denominator=FactSum(("Курсов",))
    )
    numerator, denominator, _ = _formulas_of(share)
    assert numerator == "IF(COUNT('Сведения'!$C$8,'Сведения'!$C$7)<2,\"\",'Сведения'!$C$8)"
    assert denominator == "IF(COUNT('Сведения'!$C$8,'Сведения'!$C$7)<2,\"\",'Сведения'!$C$7)"


def test_only_median_least_and_greatest_are_array_formulas() -> None:
    mean = Indicator("1", "", IndicatorKind.MEAN, STAFF, numerator=DIAGNOSED, column="Стаж")
    made = indicator_formulas(mean, RANGES, OutcomeCells("$B$3", "$C$3", "$D$3"))
    assert [made.median.array, made.minimum.array, made.maximum.array] == [True, True, True]
    assert not any(formula.array for formula in (made.numerator, made.denominator, made.value))
    assert plain(made.median.text) == 'IF(N($C$3)=0,"",MEDIAN(IF((B<>"")*(D="да")*ISNUMBER(G),G)))'
    assert plain(made.numerator.text) == 'SUMPRODUCT((B<>"")*(D="да")*ISNUMBER(G),G)'


def test_a_level_is_looked_up_among_its_bands() -> None:
    scale = Scale("", (Band("низкий", 0), Band("высокий", 2.5)))
    assert level_label("$D$3", scale) == (
        'IF(ISNUMBER($D$3),IF($D$3<0,"",LOOKUP($D$3,{0,2.5},{"низкий","высокий"})),"")'
    )


def test_places_must_be_as_many_as_slices() -> None:
    split = Breakdown("Диагностика", (Slice("да", DIAGNOSED),))
    with pytest.raises(InternalError, match="0 cells for 1 slices"):
        indicator_formulas(Indicator("1", "", IndicatorKind.SHARE, STAFF, breakdown=split), RANGES, OutcomeCells())


def test_a_formula_that_excel_would_refuse_is_refused_with_the_indicator_named() -> None:
    many = AnyOf(tuple(Comparison("Предмет", Operator.EQUAL, (Literal(f"предмет {n}"),)) for n in range(200)))
    with pytest.raises(UserError, match=r"Показатель 3\.1: условие слишком длинное"):
        _formulas_of(Indicator("3.1", "", IndicatorKind.COUNT, STAFF, numerator=many))
    deep: Condition = DIAGNOSED
    for _ in range(70):
        deep = Not(deep)
    with pytest.raises(UserError, match=r"Показатель 3\.2: в условии слишком много вложенных скобок"):
        _formulas_of(Indicator("3.2", "", IndicatorKind.COUNT, STAFF, numerator=deep))


def test_the_longest_formula_that_fits_is_taken() -> None:
    assert fitting("1" * (LONGEST_FORMULA - 1), "1").text
    assert fitting('"' + "(" * 100 + '"', "1").text, "brackets inside a text are no brackets"
