"""Recommendations to schools: their proof, the general rules, practices."""

TEXTS: dict[str, str] = {
    # the proof
    "ground": "Показатель {code} «{title}»: {value}; {target}; по муниципалитету — {district}.",
    "ground_before": "Показатель {code} «{title}»: {value}, в прошлом периоде — {before}; {target}; по "
    "муниципалитету — {district}.",
    "district_ground": "по муниципалитету — {district}; {target}",
    "own": "[{what}]",
    "of": "{value} ({counted})",
    "counted": "{numerator} из {denominator}",
    "no_target": "целевое значение не установлено",
    "target_reached": "цель {target} достигнута",
    "target_missed": "цель {target} не достигнута",
    "target_short": "цель {target} не достигнута, не хватает {lacking}",
    "target_over": "цель {target} не достигнута, превышение — {lacking}",
    "target_behind": "цель {target} не достигнута, отставание — {gap}",
    "target_unknown": "цель — {target}",
    "not_more": "не более {target}",
    "level": "{value}, уровень «{level}»",
    "yes": "да",
    "no": "нет",
    "present": "есть",
    "absent": "нет",
    "schools_with": "есть в {numerator} из {denominator} школ ({value})",
    "no_data": "нет данных",
    "frequent_line": "{label} ({numerator} из {denominator})",
    "known": "показатель {code} «{title}» — {value}, по муниципалитету — {district}",
    "reached": "показатель {code} «{title}» — {value}, цель {target}",
    "points": "{number} процентного пункта",
    "few": "Показатель вычислен по малому числу ({number}): один случай меняет его на {step}, поэтому вывод "
    "предварительный.",
    "few_mean": "Показатель вычислен по малому числу значений ({number}), поэтому вывод предварительный.",
    "teacher": "педагога",
    "teachers": "педагогов",
    # practices
    "practice_text": "{school}{where} — {value}: {recorded}",
    "practice_yes": "{school}{where}: {recorded}",
    "practice_cluster": " из той же группы школ",
    "practice_fact": "«{fact}» — {document}",
    "practice_number": " № {number}",
    "practice_date": " от {date}",
    "practice_register": "практика «{title}» (реестр «{register}»)",
    # placeholders
    "quoted": "«{title}»",
    # the general rules
    "general_deadline": "до начала следующего сбора таблиц",
    "general_report": "отметка школы в форме ответа (приложение)",
    "general_О1": "Подготовить и утвердить недостающий документ, указать его название, номер и дату в таблице "
    "мониторинга. Если документ есть, но не указан, прислать исправленную таблицу.",
    "general_О2": "Определить, чего не хватает, чтобы выполнить условие показателя, и включить эти меры в план "
    "методической работы.",
    "general_О3": "Включить в план методической работы меры, которые позволят достичь цели.",
    "general_О4": "Включить в план методической работы меры, которые снизят показатель до цели.",
    "general_О5": "Включить в план методической работы меры, которые позволят достичь цели.",
    "general_О6": "Обсудить на методическом совете, почему значение заметно хуже, чем по муниципалитету, и определить "
    "меры.",
    "general_О7": "Запланировать индивидуальную работу с педагогами: уровень — низший по шкале.",
    "general_О8": "Разобрать, из-за чего показатель ухудшился, и учесть причины при планировании.",
    "general_О9": "Учесть при планировании курсов и методических мероприятий то, что названо чаще всего.",
    # documents
    "not_asked": "Рекомендации для этого свода не вычислены.",
    "not_accepted": "Таблица школы «{school}» ещё не принята, рекомендовать ей нечего.",
    "not_accepted_action": "Примите таблицу школы и повторите.",
    "named": "{school} — {value}",
    "to_schools": "{number} {noun}",
    "school_dative": "школе",
    "schools_dative": "школам",
    "all_schools": "все школы свода",
}
