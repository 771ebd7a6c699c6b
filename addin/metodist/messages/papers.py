"""Sentences of passports, reports, minutes and acts of intake."""

TEXTS: dict[str, str] = {
    "late": "{day}, на {days} позже срока, — {schools}",
    # passport
    "title_passport": "Паспорт {programme}",
    "programme": "программа",
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
    # effect of measures
    "title_effect": "Анализ эффективности мер за {period}",
    "no_effects": "В дорожной карте нет строк вида «анализ эффективности».",
    "no_effects_action": "Добавьте их на листе «Дорожная карта»: в графе «Раздел» — мера, которая оценивается.",
    "nothing_to_compare": "Прошлых периодов в архиве нет: сравнить не с чем, показаны текущие значения",
    "compared_with": "Показатели сравниваются с периодом: {period}",
    "no_indicators_of_measure": "показатели меры в программе не указаны или не имеют значения",
    "unlinked": "Не известно, по каким показателям оценивать меры: {numbers}.",
    "unlinked_action": "На листе «Дорожная карта» в графе «Цели» укажите номера целей этих строк.",
    "movement_grew": "рост подтверждён",
    "movement_fell": "снижение подтверждено",
    "movement_appeared": "появилось",
    "movement_vanished": "утрачено",
    "movement_same": "без изменений",
    "movement_unconfirmed": "изменение не подтверждено",
    "movement_untested": "изменение не проверялось",
    # route of a teacher
    "title_route": "Индивидуальный образовательный маршрут на {period}",
    "no_deficits": "Дефициты в таблице школы не отмечены.",
    "row_of": "«{register}»: {text}",
    "work_on": "Работа над дефицитом: {deficit}",
    "teacher": "Педагог",
    # a school
    "title_note_school": "Аналитическая справка школы за {period}",
    "no_indicators": "В программе нет показателей: о школе нечего сказать.",
    "no_indicators_action": "Заполните лист «Показатели».",
    "register_rows": "«{name}» — {rows}",
    "rank": "{rank} из {among}",
    "school_against_target": (
        "{code}. {title} — {value}, целевое значение — {target}, по муниципалитету — {municipality}"
    ),
    "whole_table": "Вся таблица",
    "warnings_of_sheet": "лист «{sheet}» — {count}",
}
