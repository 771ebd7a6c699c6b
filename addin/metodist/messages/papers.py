"""Sentences of passports, reports, minutes and acts of intake."""

TEXTS: dict[str, str] = {
    "late": "{day}, на {days} позже срока, — {schools}",
    # passport
    "title_passport": "Паспорт {programme}",
    "approved_by": "{approved} {act}",
    "passport_title": "Наименование",
    "passport_act": "Основание",
    "passport_municipality": "Муниципалитет",
    "passport_body": "Орган управления образованием",
    "passport_service": "Исполнитель",
    "passport_years": "Сроки реализации",
    "passport_period": "Отчётный период",
    "passport_main_goal": "Основная цель",
    "passport_goals": "Цели",
    "passport_expected": "Ожидаемые результаты",
    "passport_measured": "Показатели",
    "passport_monitorings": "Мониторинги",
    "passport_measures": "Дорожная карта",
    "passport_organisations": "Организации, которые сдают таблицы",
    "passport_target": "{code}. {title} — {target}",
    "roadmap_activity": "мероприятий — {count}",
    "roadmap_decision": "управленческих решений — {count}",
    "roadmap_effect": "анализов эффективности — {count}",
    # report
    "title_report": "Отчёт о выполнении плана за {period}",
    "due": "Сроков, которые уже прошли, — {ended}, из них выполнено — {done} ({share})",
    "no_dates": "дат в отчётном периоде нет",
    "nothing_marked": (
        "Отметок об исполнении нет ни в книге программы, ни в файле «План.xlsx»: состояние показано по срокам."
    ),
    "overdue": "№ {number}. {title} — {term}",
    "overdue_by": "{name} ({people})",
    # minutes, act of intake
    "title_minutes": "Протокол заседания рабочей группы по итогам мониторинга за {period}",
    "title_act_intake": "Акт приёма таблиц мониторинга за {period}",
    "no_rows": "строк в реестрах нет",
    "no_checksum": "нет",
    # a school
    "title_note_school": "Аналитическая справка школы за {period}",
    "register_rows": "«{name}» — {rows}",
    "rank": "{rank} из {among}",
    "school_against_target": (
        "{code}. {title} — {value}, целевое значение — {target}, по муниципалитету — {municipality}"
    ),
    "whole_table": "Вся таблица",
    "warnings_of_sheet": "лист «{sheet}» — {count}",
}
