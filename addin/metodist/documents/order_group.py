"""«О создании рабочей группы»: who prepares and checks the monitoring. Needs the programme only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from metodist.documents.act import Act, act_of
from metodist.documents.built import Built
from metodist.documents.cases import Case
from metodist.documents.grammar import person_in_case, programme_words
from metodist.documents.inputs import Inputs
from metodist.documents.requisites import Corner, Properties, corner, programme_act, properties
from metodist.documents.source import From
from metodist.documents.subject import matter_words, monitored_words
from metodist.documents.typography import capitalised
from metodist.documents.working_group import Member, member_rows, working_group
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class OrderGroup:
    """Everything that the order on the working group says."""

    properties: Annotated[Properties, From("свойства файла")]
    act: Annotated[Act, From("общие части акта")]
    grounds: Annotated[str, From("акт, которым утверждена программа, в родительном падеже", optional=True)]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    matter: Annotated[str, From("«показателей»; нет показателей — «реализации»")]
    monitored: Annotated[str, From("«показателей»; нет показателей — «реализации программы»")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    municipality: Annotated[str, From("«Паспорт», строка «Муниципалитет (кого, чего)»")]
    chair: Annotated[str, From("«Люди», роль «руководитель группы» (нет — «контролирует»), в дательном падеже")]
    secretary: Annotated[str, From("«Люди», роль «секретарь группы» (нет — «отвечает за сбор»), в винительном падеже")]
    annex: Annotated[Corner, From("угловая отметка приложения")]
    members: Annotated[tuple[Member, ...], From("состав группы с листа «Люди»")]


def build_order_group(inputs: Inputs) -> Built[OrderGroup]:
    """The context of the order on the working group.

    Raises:
        NotMadeError: «Люди» names fewer than two people.
    """
    programme, passport = inputs.programme, inputs.programme.passport
    group = working_group(programme)
    act = act_of(programme, inputs.requisites)
    chair = person_in_case(group.chair, Case.DATIVE, programme.dictionary)
    secretary = person_in_case(group.secretary, Case.ACCUSATIVE, programme.dictionary)
    context = OrderGroup(
        properties=properties(passport, say("documents.title_group"), inputs.made),
        act=act.context,
        grounds=programme_act(passport),
        programme=programme_words(passport),
        matter=matter_words(programme),
        monitored=monitored_words(programme),
        period=passport.period.label,
        municipality=passport.municipality_genitive,
        chair=capitalised(chair.text),
        secretary=secretary.text,
        annex=corner(passport, inputs.requisites),
        members=member_rows(group),
    )
    return Built(context, (*chair.issues, *secretary.issues, *group.issues, *act.issues))
