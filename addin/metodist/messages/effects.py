"""Sentences on the effect of measures and recommendations."""

TEXTS: dict[str, str] = {
    # the sheet
    "sheet": "Эффективность",
    "about": "что стало с показателями после мер и рекомендаций прошлого периода",
    "title": "Анализ эффективности принятых мер",
    "lead": "Дата анализа — {day}, сравнение с периодом: {previous}. Итог: {counts}. Рост после меры не доказывает, "
    "что причина — мера.",
    "kind": "Что сделано",
    "number": "№ правила или строки",
    "measure": "Мера или рекомендация",
    "addressee": "Кому",
    "code": "Код",
    "indicator": "Показатель",
    "before": "Было",
    "now": "Стало",
    "verdict": "Вывод",
    "problem": "Проблема",
    "analysis": "Анализ по программе",
    "term": "Срок анализа",
    "no_problem": "не выявлена",
    # findings
    "nothing_before": "В архиве нет данных прошлого периода, сравнивать не с чем.",
    "nothing_measured": "В дорожной карте нет мер, связанных с показателями, и в прошлом периоде рекомендаций не было.",
    "aim_reached": ", цель {target} достигнута",
    "aim_missed": ", цель {target} не достигнута",
    "problem_worse": "Показатель {code} «{title}» ухудшился: прежде — {before}, теперь — {now}{aim}",
    "problem_same": "Показатель {code} «{title}» не изменился: прежде — {before}, теперь — {now}{aim}",
    "problem_unsure": "Улучшение показателя {code} «{title}» не подтверждено: прежде — {before}, теперь — {now}{aim}",
    "problem_not_yet": "Показатель {code} «{title}» улучшился, но недостаточно: прежде — {before}, теперь — {now}{aim}",
    "problem_unknown": "Показатель {code} «{title}» не с чем сравнить: прежде — {before}, теперь — {now}{aim}",
    "problem_schools": "Показатель {code} «{title}»: после рекомендаций проблема осталась у школ: {schools}.",
}
