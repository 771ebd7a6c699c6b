"""Sentences of the add-ins themselves."""

TEXTS: dict[str, str] = {
    "extension": "Методист: таблицы школ, свод района, приказы и справки — кнопками в LibreOffice Calc.",
    "needs": "только для {books}",
    "needs_spreadsheet": "только в книге",
    "or": "или",
    "book_table": "таблицы школы",
    "book_summary": "свода",
    "book_programme": "книги программы",
}
