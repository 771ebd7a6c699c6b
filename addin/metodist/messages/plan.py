"""Sentences of «План.xlsx» and «Календарь.ics»."""

TEXTS: dict[str, str] = {
    "monitoring": "мониторинг",
    "monitorings": "Мониторинги",
}
