"""«Об утверждении программы»: the programme itself is the annex. Needs the programme only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from metodist.documents.act import Act, act_of
from metodist.documents.built import Built
from metodist.documents.cases import Case
from metodist.documents.grammar import programme_in, programme_words, purpose_genitive
from metodist.documents.inputs import Inputs, NotMadeError
from metodist.documents.plan_rows import PlanSection, roadmap_sections
from metodist.documents.programme_parts import (
    AimGroup,
    FreeSection,
    GoalRow,
    MonitoringRow,
    aim_groups,
    free_sections,
    goal_rows,
    monitoring_rows,
    programme_years,
)
from metodist.documents.requisites import (
    Corner,
    Properties,
    Requisites,
    act_reference,
    corner,
    properties,
    somebody,
)
from metodist.documents.source import From
from metodist.documents.typography import capitalised, clean
from metodist.domain.programme import Passport
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class OrderProgramme:
    """Everything that the order on the programme says."""

    properties: Annotated[Properties, From("свойства файла")]
    act: Annotated[Act, From("общие части акта")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    approved: Annotated[str, From("«Паспорт», строка «Название программы», в винительном падеже")]
    title: Annotated[str, From("«Паспорт», строка «Название программы»")]
    purpose: Annotated[str, From("«Паспорт», строка «Основная цель», в родительном падеже", optional=True)]
    main_goal: Annotated[str, From("«Паспорт», строка «Основная цель»", optional=True)]
    replaced: Annotated[
        str, From("прежний акт об утверждении программы: «Паспорт», строки «Дата акта» и «Номер акта»", optional=True)
    ]
    years: Annotated[str, From("«Паспорт», строки «Действует с» и «Действует по»", optional=True)]
    municipality: Annotated[str, From("«Паспорт», строка «Муниципалитет (кого, чего)»")]
    service: Annotated[str, From("«Паспорт», строка «Методическая служба»")]
    responsible: Annotated[str, From("«Люди», роль «исполняет», в дательном падеже", optional=True)]
    annex: Annotated[Corner, From("угловая отметка приложения")]
    sections: Annotated[tuple[FreeSection, ...], From("свободные разделы листа «Паспорт»", optional=True)]
    goals: Annotated[tuple[GoalRow, ...], From("лист «Цели»", optional=True)]
    groups: Annotated[tuple[AimGroup, ...], From("лист «Показатели»", optional=True)]
    monitorings: Annotated[tuple[MonitoringRow, ...], From("лист «Мониторинги»", optional=True)]
    roadmap: Annotated[tuple[PlanSection, ...], From("лист «Дорожная карта»", optional=True)]


def build_order_programme(inputs: Inputs) -> Built[OrderProgramme]:
    """The context of the order on the programme.

    Raises:
        NotMadeError: The programme has neither indicators nor a roadmap yet.
    """
    programme, passport = inputs.programme, inputs.programme.passport
    if not programme.indicators and not programme.roadmap:
        raise NotMadeError(say("documents.no_indicators"), say("documents.no_indicators_action"))
    act = act_of(programme, inputs.requisites)
    responsible = somebody(programme, Case.DATIVE, "исполняет", "отвечает за сбор")
    genitive = programme_words(passport)
    context = OrderProgramme(
        properties=properties(passport, say("documents.title_programme", programme=genitive), inputs.made),
        act=act.context,
        programme=genitive,
        approved=programme_in(passport.title, Case.ACCUSATIVE, programme.dictionary),
        title=clean(passport.title),
        purpose=purpose_genitive(passport.main_goal),
        main_goal=clean(passport.main_goal.replace("[", "").replace("]", "")).rstrip("."),
        replaced=_replaced(passport),
        years=programme_years(passport),
        municipality=passport.municipality_genitive,
        service=passport.service,
        responsible=capitalised(responsible.text),
        annex=corner(passport, inputs.requisites),
        sections=free_sections(passport),
        goals=goal_rows(programme),
        groups=aim_groups(programme),
        monitorings=monitoring_rows(programme),
        roadmap=roadmap_sections(programme),
    )
    return Built(context, (*responsible.issues, *act.issues))


def _replaced(passport: Passport) -> str:
    """The act that approved the programme before, as an inanimate accusative; empty where there was none."""
    if passport.act_date is None or not passport.act_number:
        return ""
    return act_reference(passport, Requisites(passport.act_number, passport.act_date), Case.ACCUSATIVE)
