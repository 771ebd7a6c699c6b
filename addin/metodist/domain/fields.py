"""Fields of registers and facts of schools, as a programme declares them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from metodist.domain.conditions import Condition

#: The register every programme has: one row a person.
STAFF = "Кадры"
#: The sheet of a school's facts: one value a field, not a register.
FACTS = "Сведения"
#: The sheet on which a school scores itself by the rubric: one answer a criterion.
SELF_ASSESSMENT = "Самооценка"
#: Facts that only the municipality knows; they are filled in on the programme workbook's «Пульт».
MUNICIPALITY = "Муниципалитет"
#: Not a register: a condition counted once a school.
SCHOOLS = "Школы"


class FieldType(StrEnum):
    """The type of a field; the value is the word in the programme workbook."""

    TEXT = "текст"
    INTEGER = "целое"
    NUMBER = "число"
    DATE = "дата"
    YES_NO = "да/нет"
    CHOICE = "список"
    PERSON = "ФИО"
    """The person's name: the key of «Кадры»."""
    PERSON_REF = "педагог"
    """A person of «Кадры», chosen from the register by name."""
    PRESENCE = "наличие"
    """A fact: да/нет with the document, its number, date and link as evidence."""
    LINK = "ссылка"
    COMPUTED = "вычисляемое"
    """Never typed in: :attr:`Field.formula` says how it follows from other fields of the row."""


class Formula(StrEnum):
    """What a computed field may be."""

    AGE = "возраст"
    """Full years from a date field to the last day of the period."""


@dataclass(frozen=True, slots=True)
class Computed:
    """How a computed field follows from another field of its row.

    Example: ``возраст(Дата рождения)`` is ``Computed(Formula.AGE, "Дата рождения")``.
    """

    formula: Formula
    field: str


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a register, or one fact of a school.

    Args:
        register: A register's name, :data:`FACTS` or :data:`MUNICIPALITY`.
        name: The heading; also the word that conditions use. Unique within its register.
        type: What may be entered.
        section: The band of headings it stands under; empty for none.
        list_name: For :attr:`FieldType.CHOICE`, the list of allowed values.
        minimum: The least allowed value (number or date), inclusive; ``None`` for no limit.
        maximum: The greatest allowed value, inclusive.
        required: The cell must be filled in a filled row (a fact: always).
        required_if: The cell must be filled where this holds.
        check: A cross-field rule of the row: where the cell is filled, this must hold.
        computed: For :attr:`FieldType.COMPUTED`.
        message: What the clerk reads when the value is refused or ``check`` fails; plain Russian.
        hint: What the clerk reads when the cell is selected.
        unit: The unit shown in the heading («лет», «чел.»); empty for none.
        width: Column width in characters; 0 for the type's own default.
        personal: Personal data: never published, never logged.
        earlier: What the field was called in last year's programme; empty: nobody was asked then; ``None``: the same
            as now.
    """

    register: str
    name: str
    type: FieldType
    section: str = ""
    list_name: str = ""
    minimum: float | date | None = None
    maximum: float | date | None = None
    required: bool = False
    required_if: Condition | None = None
    check: Condition | None = None
    computed: Computed | None = None
    message: str = ""
    hint: str = ""
    unit: str = ""
    width: float = 0
    personal: bool = False
    earlier: str | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """A table of rows that a school fills in.

    Args:
        name: The sheet's name in the school table.
        fields: Columns in their order. The first one is the key: a row counts
            where its key is filled.
        row_means: What one row is, for the clerk («одна строка — один педагог»).
        earlier: What the register was called in last year's programme; empty: the same as now.
    """

    name: str
    fields: tuple[Field, ...]
    row_means: str = ""
    earlier: str = ""

    @property
    def key(self) -> Field:
        """The field that makes a row count: a row with an empty key is no row."""
        return self.fields[0]

    @property
    def person_field(self) -> Field | None:
        """The field that names a person: the staff register's key, or a reference to it."""
        wanted = (FieldType.PERSON, FieldType.PERSON_REF)
        return next((field for field in self.fields if field.type in wanted), None)

    def field(self, name: str) -> Field:
        """The field of that name.

        Raises:
            KeyError: The register has no such field.
        """
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)
