"""A cell that cannot be read is one error: rules that compare it wait until it can be."""

from metodist.domain.programme import Programme
from metodist.domain.returns import RegisterRow, SchoolData
from metodist.domain.tables import Prefill
from metodist.layout.plan import make_plan
from metodist.layout.problems import ERROR
from metodist.layout.rules import make_rules


def _errors(programme: Programme, **values: object) -> list[str]:
    row = {"ФИО": "Иванова Анна Ивановна", "Стаж общий": 20, "Стаж педагогический": 12} | values
    prefill = Prefill(SchoolData(registers={"Кадры": (RegisterRow(1, row),)}))
    rules = make_rules(make_plan(programme, programme.organisations[0], prefill, None))
    return [rule.problem.text for rule in rules.all if rule.problem.tone == ERROR and rule.hits]


def test_a_text_in_a_compared_number_is_told_once(small_programme):
    assert len(_errors(small_programme, **{"Стаж общий": "12 чел."})) == 1
    assert len(_errors(small_programme, **{"Стаж педагогический": "12 чел."})) == 1


def test_numbers_that_contradict_are_told(small_programme):
    assert len(_errors(small_programme, **{"Стаж педагогический": 25})) == 1
    assert _errors(small_programme) == []
