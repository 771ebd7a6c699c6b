"""Reads the condition language: text of a cell → condition of ``domain.conditions``.

    условие; условие        и
    условие | условие       или; вместе с «;» — только в скобках
    не(условие)
    Поле = значение, …      =, <>, <, <=, >, >= ; несколько значений — после = и <>
    год(Поле) >= {год-2}    календарный год даты
    заполнено(Поле)
    есть(Реестр: условие)   у того же педагога (у школы) есть такая строка
    «текст, (со знаками)»   значение или название поля слева
    [Поле (со знаками)]     название поля, в том числе справа от знака сравнения

Reading is directed by the types of the fields: a number field wants numbers, a list field wants words of
its list. The result names fields and list values as the programme spells them.
"""

from __future__ import annotations

from collections.abc import Callable

from metodist.domain.conditions import (
    EVERY,
    All,
    AnyOf,
    Comparison,
    Condition,
    Exists,
    Filled,
    Not,
    Operand,
    Operator,
)
from metodist.domain.fields import MUNICIPALITY, STAFF, Field, FieldType, Register
from metodist.messages import say
from metodist.programme.condition_text import condition_text, name_text
from metodist.programme.operands import kind_of, operand, orders
from metodist.programme.tokens import ConditionError, Kind, Token, tokens
from metodist.programme.vocabulary import Vocabulary
from metodist.programme.words import nearest

__all__ = ["ConditionError", "Vocabulary", "condition_text", "parse_condition"]

#: Brackets inside brackets; far above any condition that a person can read.
_DEEPEST = 20


def parse_condition(text: str, vocabulary: Vocabulary) -> Condition:
    """Read a condition.

    Args:
        text: The cell's text; blank means «every row».
        vocabulary: Fields, lists and registers, at the scope the condition is about.

    Returns:
        The condition; one without parts (:data:`EVERY`) for blank text.

    Raises:
        ConditionError: The text is no condition, or names something unknown.

    Example:
        ``Возраст <= 35; Категория = высшая, первая`` → ``All((Comparison(…), Comparison(…)))``
    """
    return _Parser(text, vocabulary).whole() if text.strip() else EVERY


class _Parser:
    """Recursive descent over the tokens of one condition."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._tokens = tokens(text)
        self._place = 0
        self._vocabulary = vocabulary
        self._inside_exists = False
        self._several = False
        self._depth = 0
        self._functions: dict[str, Callable[[], Condition]] = {
            "не": self._not,
            "заполнено": self._filled,
            "есть": self._exists,
            "год": self._year,
        }

    def whole(self) -> Condition:
        """The one condition that the tokens are."""
        condition = self._sequence()
        if self._peek().kind is not Kind.END:
            raise self._rest()
        return condition

    def _peek(self) -> Token:
        return self._tokens[self._place]

    def _calls(self) -> bool:
        """Tell whether a word with a bracket follows: ``не(``."""
        return self._peek().kind is Kind.WORD and self._tokens[self._place + 1].text == "("

    def _take(self) -> Token:
        token = self._peek()
        self._place += 1
        return token

    def _is_sign(self, sign: str) -> bool:
        return self._peek().kind is Kind.SIGN and self._peek().text == sign

    def _close(self) -> None:
        if self._is_sign(")"):
            self._take()
        elif self._peek().kind is Kind.END:
            raise ConditionError(say("condition.missing_bracket"))
        else:
            raise self._rest()

    def _rest(self) -> ConditionError:
        """Why the token that follows a whole condition cannot stand there."""
        lonely = self._peek().kind is Kind.SIGN and self._peek().text in ")»},"
        fix = "" if lonely else say("condition.join_fix")
        return ConditionError(say("condition.stray", sign=self._peek().text), fix)

    def _expected(self, what: str) -> ConditionError:
        expected = say(f"condition.expected_{what}")
        if self._peek().kind is Kind.END:
            return ConditionError(say("condition.end", expected=expected))
        return ConditionError(say("condition.found", found=self._peek().text, expected=expected))

    def _sequence(self) -> Condition:
        """One condition, or several joined by one and the same sign."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ConditionError(say("condition.too_deep", depth=_DEEPEST))
        parts = [self._term()]
        joiner = ""
        while self._is_sign(";") or self._is_sign("|"):
            sign = self._take().text
            if joiner and sign != joiner:
                raise ConditionError(say("condition.mixed"), say("condition.mixed_fix"))
            joiner = sign
            parts.append(self._term())
        self._depth -= 1
        if len(parts) == 1:
            return parts[0]
        return All(tuple(parts)) if joiner == ";" else AnyOf(tuple(parts))

    def _term(self) -> Condition:
        if self._is_sign("("):
            self._take()
            inner = self._sequence()
            self._close()
            return inner
        if self._calls():
            name = self._take().text
            function = self._functions.get(name.casefold())
            if function is None:
                raise self._no_function(name)
            self._take()  # the bracket
            return function()
        return self._comparison(self._name(), year_of=False)

    def _no_function(self, name: str) -> ConditionError:
        """``Педагогов (по штату) > 5``: a field's name with brackets has to be quoted."""
        known = [f"{function}(…)" for function in self._functions]
        quotable = [name_text(field.name) for field in self._vocabulary.fields if field.name.startswith(f"{name} (")]
        message = say("condition.unknown_function", name=name)
        return ConditionError(message, next(iter(quotable), "") or nearest(f"{name}(…)", known))

    def _not(self) -> Condition:
        inner = self._sequence()
        self._close()
        return Not(inner)

    def _filled(self) -> Condition:
        field = self._name()
        self._close()
        return Filled(field.name)

    def _year(self) -> Condition:
        field = self._name()
        if field.type is not FieldType.DATE:
            raise ConditionError(say("condition.year_of_other", name=field.name, type=field.type.value))
        self._close()
        return self._comparison(field, year_of=True)

    def _exists(self) -> Condition:
        if self._inside_exists:
            raise ConditionError(say("condition.nested_exists"))
        if self._peek().kind is not Kind.WORD:
            raise self._expected("register")
        token = self._peek()
        name, colon, rest = token.text.partition(":")
        outer = self._vocabulary
        register = outer.other_register(name.strip())
        _need_link(outer, register)
        self._rest_of_word(token, rest)
        self._vocabulary, self._inside_exists = outer.at(register.name), True
        condition = self._sequence() if colon else EVERY
        self._vocabulary, self._inside_exists = outer, False
        self._close()
        return Exists(register.name, condition)

    def _rest_of_word(self, token: Token, rest: str) -> None:
        """Drop «Реестр:» from the word at hand: what follows the colon belongs to the condition."""
        if not rest.strip():
            self._take()
            return
        word = Token(Kind.WORD, rest.strip(), token.end - len(rest.strip()), token.end)
        self._tokens = (*self._tokens[: self._place], word, *self._tokens[self._place + 1 :])

    def _name(self) -> Field:
        if self._peek().kind not in (Kind.WORD, Kind.QUOTED, Kind.FIELD):
            raise self._expected("name" if self._place else "condition")
        return self._vocabulary.field(self._take().text)

    def _comparison(self, field: Field, *, year_of: bool) -> Condition:
        if self._peek().kind is not Kind.OPERATOR:
            fix = f"{field.name} = да" if field.type in (FieldType.YES_NO, FieldType.PRESENCE) else ""
            raise ConditionError(say("condition.no_comparison", name=field.name), fix)
        operator = Operator(self._take().text)
        orders(field, operator, year_of=year_of)
        self._several = operator in (Operator.EQUAL, Operator.NOT_EQUAL)
        operands = [self._operand(field, year_of=year_of)]
        while self._is_sign(","):
            if not self._several:
                raise ConditionError(say("condition.one_value", operator=operator), say("condition.one_value_fix"))
            self._take()
            operands.append(self._operand(field, year_of=year_of))
        return Comparison(field.name, operator, tuple(operands), year_of)

    def _operand(self, field: Field, *, year_of: bool) -> Operand:
        if self._peek().kind not in (Kind.WORD, Kind.QUOTED, Kind.BRACE, Kind.FIELD):
            raise self._expected("value")
        if self._calls():
            fix = say("condition.quote_fix", value=f"{self._peek().text} (…)")
            raise ConditionError(say("condition.stray", sign="("), fix)
        token = self._with_fraction(self._take(), field, year_of=year_of)
        if self._peek().kind is Kind.OPERATOR:  # «Возраст > 3 и Стаж < 5»
            raise self._rest()
        return operand(token, field, self._vocabulary, year_of=year_of)

    def _with_fraction(self, token: Token, field: Field, *, year_of: bool) -> Token:
        """``> 4,5`` is one number; ``= 4,5`` is one number to some and two to others: ask, never guess."""
        if not self._is_sign(",") or year_of or kind_of(field) != "number":
            return token
        comma, fraction = self._peek(), self._tokens[self._place + 1]
        adjacent = token.end == comma.start and comma.end == fraction.start
        if not (adjacent and token.text.lstrip("-").isdigit() and fraction.text.isdigit()):
            return token
        text = f"{token.text},{fraction.text}"
        if self._several:
            raise ConditionError(say("condition.two_numbers", value=text), say("condition.two_numbers_fix"))
        self._place += 2
        return Token(Kind.WORD, text, token.start, fraction.end)


def _need_link(vocabulary: Vocabulary, register: Register) -> None:
    """``есть`` needs to know whose rows to look for."""
    if vocabulary.scope == MUNICIPALITY:
        raise ConditionError(say("condition.exists_here", scope=vocabulary.scope))
    own = vocabulary.register
    if own is None:
        return
    for side in (own, register):
        if side.person_field is None and side.name != STAFF:  # «Кадры» without a name is an error of its own
            raise ConditionError(say("condition.no_person", register=side.name))
