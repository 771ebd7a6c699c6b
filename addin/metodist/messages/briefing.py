"""Sentences of the one-page dashboard for the head of department."""

TEXTS: dict[str, str] = {
    "sheet": "Для руководителя",
    "about": "главное на одной странице А4, для печати",
}
