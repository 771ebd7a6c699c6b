"""What is monitored: the indicators of the programme; where it has none, how it is carried out."""

from __future__ import annotations

from metodist.domain.programme import Programme
from metodist.messages import say


def matter_words(programme: Programme) -> str:
    """Between «мониторинг» and the programme's name: «показателей», without indicators «реализации»."""
    return say("documents.matter_indicators" if programme.indicators else "documents.matter_course")


def monitored_words(programme: Programme) -> str:
    """After «мониторинг», where the programme has been named before: «показателей», «реализации программы»."""
    return matter_words(programme) if programme.indicators else say("documents.monitored_programme")
