"""Sentences of the add-ins themselves."""

TEXTS: dict[str, str] = {
    "extension": "Методист: таблицы школ, свод района, приказы и справки — кнопками в LibreOffice Calc.",
    "excel_not_started": "«Методист» не запустился. Ваша книга не изменена. Закройте Excel и выполните в папке "
    "«Методиста» команду py scripts\\install.py --check: она назовёт причину.",
    "needs": "только для {books}",
    "needs_spreadsheet": "только в книге",
    "or": "или",
    "book_table": "таблицы школы",
    "book_summary": "свода",
    "book_programme": "книги программы",
}
