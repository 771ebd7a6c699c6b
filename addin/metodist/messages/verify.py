"""Sentences of the comparison of an edited document with the summary."""

TEXTS: dict[str, str] = {
    "no_subject": "Того, о ком этот документ ({subject}), среди принятых таблиц больше нет.",
    "no_subject_action": "Проверьте, не отменён ли приём таблицы этой школы.",
    "stale": "Устарело: стоит «{stands}», по своду теперь «{expected}». Строка: «{place}».",
    "typed": "Изменено вручную: стоит {stands}, по своду {expected}. Строка: «{place}».",
    "differs": "Не совпадает: стоит {stands}, по своду {expected}. Строка: «{place}».",
    "gone": "По нынешнему своду этого больше нет. Строка: «{place}».",
    "new": "По нынешнему своду добавилось: «{place}».",
    "nothing": "ничего",
    "author": "Методист",
    "initials": "М",
    # the command line
    "holds": "{title}: все значения верны. Сверено строк: {checked}.",
    "wrong": "{title}: устарело или изменено мест: {count}. Сверено строк: {checked}.",
    "other_data": "После создания документа данные изменились.",
    "own": "Не сверены строки с числами, написанные вами: {count}. Первая: «{first}».",
    "marked": "Копия с пометками: {path}",
}
