"""Sentences of the add-ins themselves."""

TEXTS: dict[str, str] = {
    "extension": "Методист: таблицы школ, свод района, приказы и справки — кнопками в LibreOffice Calc.",
}
