"""Sentences of the comparison of an edited document with the summary."""

TEXTS: dict[str, str] = {
    "no_subject": "Того, о ком этот документ ({subject}), среди принятых таблиц больше нет.",
    "no_subject_action": "Проверьте, не отменён ли приём таблицы этой школы.",
}
