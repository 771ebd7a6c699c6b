"""Sentences on the effect of measures and recommendations."""

TEXTS: dict[str, str] = {
    "nothing_before": "В архиве нет данных прошлого периода, сравнивать не с чем.",
    "nothing_measured": "В дорожной карте нет мер, связанных с показателями, и в прошлом периоде рекомендаций не было.",
    "aim_reached": ", цель {target} достигнута",
    "aim_missed": ", цель {target} не достигнута",
    "problem_worse": "Показатель {code} «{title}» ухудшился: было {before}, стало {now}{aim}.",
    "problem_same": "Показатель {code} «{title}» не улучшился: было {before}, стало {now}{aim}.",
    "problem_not_yet": "Показатель {code} «{title}» улучшился, но недостаточно: было {before}, стало {now}{aim}.",
    "problem_unknown": "Показатель {code} «{title}» не с чем сравнить: было {before}, стало {now}{aim}.",
    "problem_schools": "Показатель {code} «{title}»: после рекомендаций проблема осталась у школ: {schools}.",
}
