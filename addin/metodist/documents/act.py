"""What every order has, whatever it is about: its head, its words, who controls, signs and approves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from metodist.documents.built import Built
from metodist.documents.cases import Case
from metodist.documents.grammar import Phrase
from metodist.documents.requisites import (
    Letterhead,
    Requisites,
    Signature,
    act_words,
    approvals,
    letterhead,
    signature,
    somebody,
)
from metodist.documents.source import From
from metodist.documents.typography import capitalised
from metodist.domain.collection_duty import CONTROLS
from metodist.domain.programme import Programme


@dataclass(frozen=True, slots=True)
class Act:
    """The parts of a приказ, постановление or распоряжение that do not depend on its matter."""

    letterhead: Annotated[Letterhead, From("бланк")]
    verb: Annotated[str, From("«приказываю», «постановляю» или «обязываю» — по виду акта; разрядку даёт стиль")]
    name: Annotated[str, From("вид акта с прописной буквы")]
    this: Annotated[str, From("«настоящего приказа» — по виду акта")]
    controller: Annotated[
        str, From("«Люди», роль «контролирует», в винительном падеже; пусто — тот, кто подписывает", optional=True)
    ]
    signature: Annotated[Signature, From("«Люди», роль «подписывает»")]
    approvals: Annotated[tuple[Signature, ...], From("«Люди», роль «согласует»", optional=True)]


def act_of(programme: Programme, requisites: Requisites) -> Built[Act]:
    """The shared parts of an act of the programme's body; a draft has blanks for its number and date."""
    words = act_words(programme.passport)
    controller = _controller(programme)
    signed, unsigned = signature(programme, "подписывает")
    act = Act(
        letterhead=letterhead(programme.passport, requisites),
        verb=words.verb,
        name=capitalised(words.nominative),
        this=words.this,
        controller=controller.text,
        signature=signed,
        approvals=approvals(programme),
    )
    return Built(act, (*controller.issues, *unsigned))


def _controller(programme: Programme) -> Phrase:
    """Who controls, in the accusative; empty where the one who signs keeps the control («оставляю за собой»)."""
    signing, controlling = programme.person("подписывает"), programme.person("контролирует")
    same = signing and controlling and (signing.name, signing.post) == (controlling.name, controlling.post)
    return Phrase("") if same else somebody(programme, Case.ACCUSATIVE, *CONTROLS)
