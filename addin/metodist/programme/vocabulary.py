"""The words that a condition may use at its place: fields, facts, lists, registers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from metodist.domain.fields import FACTS, MUNICIPALITY, SCHOOLS, Field, FieldType, Register
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.tokens import ConditionError
from metodist.programme.words import nearest, only_letters_differ, same_word

NUMBERS = (FieldType.INTEGER, FieldType.NUMBER, FieldType.COMPUTED)
YES_OR_NO = (FieldType.YES_NO, FieldType.PRESENCE)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What conditions may speak of.

    Args:
        registers: All registers of the programme.
        facts: All facts, of schools and of the municipality.
        lists: Allowed values by list name.
        scope: Whose row is asked: a register's name, «Школы», «Сведения» (both: facts of a school)
            or «Муниципалитет».
    """

    registers: tuple[Register, ...]
    facts: tuple[Field, ...]
    lists: Mapping[str, tuple[str, ...]]
    scope: str

    @classmethod
    def of(cls, programme: Programme, scope: str) -> Vocabulary:
        """The words of a programme at one scope."""
        return cls(programme.registers, programme.facts, programme.lists, scope)

    def at(self, scope: str) -> Vocabulary:
        """The same words at another scope."""
        return replace(self, scope=scope)

    @property
    def register(self) -> Register | None:
        """The register of the scope; ``None`` for facts."""
        return next((register for register in self.registers if register.name == self.scope), None)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that a row of the scope has."""
        if self.scope in (SCHOOLS, FACTS):
            return tuple(fact for fact in self.facts if fact.register == FACTS)
        if self.scope == MUNICIPALITY:
            return tuple(fact for fact in self.facts if fact.register == MUNICIPALITY)
        register = self.register
        return register.fields if register else ()

    def find(self, name: str) -> Field | None:
        """The field of that name, case and blanks aside; ``None`` where there is none."""
        fields = self.fields
        exact = next((field for field in fields if field.name == name), None)
        return exact or next((field for field in fields if same_word(field.name, name)), None)

    def field(self, name: str) -> Field:
        """The field of that name.

        Raises:
            ConditionError: There is none; names the nearest.
        """
        found = self.find(name)
        if found is None:
            message = say("condition.unknown_field", scope=self.scope, name=name)
            raise unknown(message, name, [field.name for field in self.fields])
        return found

    def other_register(self, name: str) -> Register:
        """The register of that name.

        Raises:
            ConditionError: There is none; names the nearest.
        """
        for register in self.registers:
            if same_word(register.name, name):
                return register
        raise unknown(
            say("condition.unknown_register", name=name), name, [register.name for register in self.registers]
        )

    def choices(self, field: Field) -> tuple[str, ...]:
        """The values a field of type «список» or «да/нет» may have; empty for other types."""
        if field.type in YES_OR_NO:
            return ("да", "нет")
        return self.lists.get(field.list_name, ()) if field.type is FieldType.CHOICE else ()


def unknown(message: str, word: str, known: list[str]) -> ConditionError:
    """The refusal of an unknown word, with the nearest known one; says so where only Latin letters are to blame."""
    suggestion = nearest(word, known)
    if suggestion and only_letters_differ(word, suggestion) and any("a" <= letter.lower() <= "z" for letter in word):
        message = f"{message} {say('condition.latin', name=word)}"
    return ConditionError(message, suggestion)
