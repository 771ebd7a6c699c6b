"""Rows of «Паспорт» that the product needs, and the sections that have a meaning of their own."""

from __future__ import annotations

#: Rows of «Паспорт», section «Основное»: name → (attribute of Passport, required, explanation).
MAIN_SECTION = "Основное"
PASSPORT_ROWS: tuple[tuple[str, str, bool, str], ...] = (
    ("Код программы", "code", True, "латинскими буквами; входит в опознавательный знак таблиц"),
    ("Название программы", "title", True, "как в документе"),
    (
        "Название программы (кого, чего)",
        "title_genitive",
        False,
        "родительный падеж — для документов; пусто — программа просклоняет сама",
    ),
    ("Муниципалитет", "municipality", True, "именительный падеж"),
    ("Муниципалитет (кого, чего)", "municipality_genitive", True, "родительный падеж — для документов"),
    ("Вышестоящий орган", "superior_body", False, "строка над названием органа в бланке"),
    ("Орган управления образованием", "body", True, "издаёт документы"),
    ("Орган управления (кого, чего)", "body_genitive", True, "родительный падеж — для приложений"),
    ("Методическая служба", "service", True, "собирает таблицы"),
    ("Методическая служба (кого, чего)", "service_genitive", True, "родительный падеж — для документов"),
    ("Вид акта", "act_kind", True, "приказ, постановление или распоряжение"),
    ("Дата акта", "act_date", False, "которым утверждена программа"),
    ("Номер акта", "act_number", False, "как в документе"),
    ("Дата приложения", "annex_date", False, "если в приложении указана другая дата"),
    ("Номер приложения", "annex_number", False, "если в приложении указан другой номер"),
    ("Место издания", "place", True, "населённый пункт"),
    ("Отчётный год", "year", True, "год, за который собираются таблицы"),
    ("Вид периода", "period_kind", True, "календарный год или учебный год"),
    ("Срок сдачи таблиц", "deadline", True, "до какого числа школы возвращают таблицы"),
    ("Действует с", "first_year", False, "первый год программы"),
    ("Действует по", "last_year", False, "последний год программы"),
    ("Вопросы по заполнению", "contact", False, "телефон или почта методической службы"),
    ("Пароль защиты листов", "sheet_password", False, "снимать защиту школе не нужно"),
    ("Основная цель", "main_goal", False, "общая цель программы"),
    ("Источник", "source", False, "документ, по которому составлена программа"),
)

#: A section of «Паспорт» whose rows say what one row of a register is: register → «одна строка — один педагог».
REGISTERS_SECTION = "Реестры"
#: A section of «Паспорт» whose rows say what a register was called last year: register → earlier name.
EARLIER_SECTION = "Прежние реестры"

#: Sections whose rows cut the management cycle into the document's own steps: step → «Цель, Показатели». What follows
#: a colon is the view's title; without one it is the programme's only view.
CYCLE_SECTION = "Звенья цикла"

#: The section of the second yardstick beside the rubric: what the best one gets, then other municipalities' scores.
YARDSTICK_SECTION = "Сравнение баллов"
BEST_ROW = "Лучший результат"
