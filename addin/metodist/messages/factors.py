"""Sentences of the factors: what goes with an indicator, never why."""

TEXTS: dict[str, str] = {
    "sheet": "Факторы",
    "about": "какие сведения о школах связаны с показателями",
    # names of factors
    "staff": "Число педагогов",
    "kind": "Тип школы: {kind}",
    "fact": "Сведения: {name}",
    "value": "{name} — {value}",
    "field": "{register}: {name}",
    "mean": "{name}, среднее",
    "share": "{name}, доля ответов «да»",
    "share_of": "{name} — {value}, доля",
    "unknown": "Лист «Факторы» программы: фактора «{name}» среди сведений о школах нет. "
    "Название должно стоять так, как в списке факторов этого листа.",
    # why nothing is compared
    "few_schools": "Принятых таблиц — {count}. Чтобы искать связи, нужно не меньше {least} школ.",
    "nothing_to_compare": "Сравнивать нечего: нет показателей и сведений, известных у достаточного числа школ.",
}
