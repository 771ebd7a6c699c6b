"""Sentences of the command line."""

TEXTS: dict[str, str] = {
    "new_blank": "Откройте «{name}»: на листе «Пульт» — шаги, на остальных — серые строки «Пример: …».\n"
    'Что ещё не заполнено, скажет: metodist lint "{folder}"',
    "blank_hint": "Своя программа с пустой книги: metodist new blank ПАПКА",
}
