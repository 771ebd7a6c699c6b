"""«Об утверждении плана мероприятий»: the dated roadmap of the reporting period is the annex."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from metodist.documents.act import Act, act_of
from metodist.documents.built import Built
from metodist.documents.cases import Case
from metodist.documents.grammar import programme_words
from metodist.documents.inputs import Inputs, NotMadeError
from metodist.documents.plan_rows import PlanSection, plan_sections
from metodist.documents.requisites import Corner, Properties, corner, programme_act, properties, somebody
from metodist.documents.source import From
from metodist.documents.typography import capitalised
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class OrderPlan:
    """Everything that the order on the plan says."""

    properties: Annotated[Properties, From("свойства файла")]
    act: Annotated[Act, From("общие части акта")]
    grounds: Annotated[str, From("акт, которым утверждена программа, в родительном падеже", optional=True)]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    service: Annotated[str, From("«Паспорт», строка «Методическая служба (кого, чего)»")]
    responsible: Annotated[str, From("«Люди», роль «исполняет», в дательном падеже", optional=True)]
    annex: Annotated[Corner, From("угловая отметка приложения")]
    sections: Annotated[tuple[PlanSection, ...], From("«Дорожная карта» и «Мониторинги»: что относится к периоду")]


def build_order_plan(inputs: Inputs) -> Built[OrderPlan]:
    """The context of the order on the plan.

    Raises:
        NotMadeError: Nothing of the roadmap belongs to the period.
    """
    programme, passport = inputs.programme, inputs.programme.passport
    title = say("documents.title_plan", period=passport.period.label)
    sections = plan_sections(inputs.dated(title))
    if not sections:
        raise NotMadeError(say("documents.no_plan"), say("documents.no_plan_action"))
    act = act_of(programme, inputs.requisites)
    responsible = somebody(programme, Case.DATIVE, "исполняет", "отвечает за сбор")
    context = OrderPlan(
        properties=properties(passport, title, inputs.made),
        act=act.context,
        grounds=programme_act(passport),
        programme=programme_words(passport),
        period=passport.period.label,
        service=passport.service_genitive,
        responsible=capitalised(responsible.text),
        annex=corner(passport, inputs.requisites),
        sections=sections,
    )
    return Built(context, (*responsible.issues, *act.issues))
