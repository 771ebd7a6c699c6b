"""Sentences of a programme's snapshot."""

TEXTS: dict[str, str] = {
    "lead": "Снимок книги программы: так её понял «Методист». Не правится руками. Версия формы: `{version}`.",
    "nothing": "Ничего не указано.",
    "no_group": "Без группы",
    "dictionary": "Словарь",
}
