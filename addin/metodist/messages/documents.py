"""Sentences of orders and notes, and what the user is told when a document cannot be made."""

TEXTS: dict[str, str] = {
    # requisites
    "dated": "от {day}",
    "numbered": "№ {number}",
    "act_reference": "{act} {body} {dated} {number}",
    "annex": "Приложение",
    "annex_number": "Приложение № {number}",
    "annex_to": "к {act} {body}",
    "programme_nominative": "программа {title}",
    "programme_genitive": "программы {title}",
    "programme_dative": "программе {title}",
    "programme_accusative": "программу {title}",
    "programme_instrumental": "программой {title}",
    "title_programme": "Об утверждении {programme}",
    "title_group": "О создании рабочей группы по проведению мониторинга",
    "title_plan": "Об утверждении плана мероприятий на {period}",
    "title_reminder": "О представлении таблиц мониторинга за {period}",
    "title_roadmap": "Дорожная карта реализации {programme}",
    "title_month_plan": "План мероприятий по месяцам на {period}",
    "title_schedule": "План-график мероприятий на {period}",
    "one_year": "{year} год",
    "years": "{first}–{last} годы",
    "title_recommendations": "Адресные рекомендации за {period}: {school}",
    "title_recommendations_overview": "Обзор адресных рекомендаций за {period}",
    "title_monitoring": "О проведении мониторинга {monitored} за {period}",
    "title_results": "Об итогах мониторинга {monitored} за {period}",
    "title_note": "Аналитическая справка по итогам мониторинга {monitored} за {period}",
    "period_dates": "с {start} по {end}",
    "matter_indicators": "показателей",
    "matter_course": "реализации",
    "monitored_programme": "реализации программы",
    # names of kinds
    "usual_act": "приказ",
    "kind_order_monitoring": "{act} о проведении мониторинга",
    "kind_order_results": "{act} об итогах мониторинга",
    "kind_order_programme": "{act} об утверждении программы",
    "kind_order_group": "{act} о создании рабочей группы",
    "kind_order_plan": "{act} об утверждении плана",
    "kind_letter": "Информационное письмо",
    "kind_reminder": "Напоминание о таблицах",
    "kind_roadmap": "Дорожная карта",
    "kind_month_plan": "План по месяцам",
    "kind_schedule": "План-график",
    "kind_familiarisation": "Лист ознакомления",
    "kind_passport": "Паспорт программы",
    "kind_report": "Отчёт о выполнении",
    "kind_minutes": "Протокол заседания",
    "kind_act_intake": "Акт приёма таблиц",
    "kind_note_school": "Аналитическая справка школы",
    "kind_effect": "Анализ эффективности мер",
    "kind_route": "Индивидуальный образовательный маршрут",
    "kind_note": "Аналитическая справка",
    "kind_recommendations": "Адресные рекомендации",
    "kind_recommendations_overview": "Обзор адресных рекомендаций",
    # what is asked of the user
    "ask_gender": "Не указан пол: {name}. Фамилия поставлена в скобках в именительном падеже.",
    "ask_gender_action": "На листе «Люди» заполните графу «Пол» или «В дательном падеже».",
    "ask_post": "Не удалось просклонять должность: «{post}» ({name}).",
    "ask_post_action": (
        "На листе «Люди» в графе «В дательном падеже» напишите должность и фамилию, начиная со строчной буквы."
    ),
    "nobody": "Не найден человек с ролью «{role}»: в документе оставлены строки для подписи.",
    "nobody_action": "На листе «Люди» добавьте строку с ролью «{role}».",
    "no_deadline": "Не указан срок сдачи таблиц: в документе оставлена строка для даты.",
    "no_deadline_action": "На листе «Паспорт» заполните строку «Срок сдачи таблиц».",
    "group_guessed": "Состав рабочей группы взят из тех, кто подписывает, исполняет, контролирует и собирает таблицы.",
    "group_guessed_action": (
        "На листе «Люди» добавьте строки с ролями «руководитель группы», «секретарь группы» и «член группы»."
    ),
    # working group, plan, programme
    "duty_chair": "руководитель рабочей группы",
    "duty_secretary": "секретарь рабочей группы",
    "duty_member": "член рабочей группы",
    "no_group": "Состав рабочей группы не известен: на листе «Люди» меньше двух человек.",
    "no_group_action": "Добавьте строки с ролями «руководитель группы», «секретарь группы» и «член группы».",
    "no_indicators": "В программе нет ни показателей, ни дорожной карты.",
    "no_indicators_action": "Заполните листы «Показатели» и «Дорожная карта».",
    "no_plan": "К отчётному периоду не относится ни одно мероприятие программы.",
    "no_plan_action": "Заполните лист «Дорожная карта» или проверьте отчётный год на листе «Паспорт».",
    "no_roadmap": "В программе нет дорожной карты.",
    "no_roadmap_action": "Заполните лист «Дорожная карта».",
    "section_decision": "Управленческие решения: {section}",
    "section_effect": "Анализ эффективности: {section}",
    # indicators
    "group_of_monitorings": "Показатели мониторингов",
    "counted": "{numerator} из {denominator}",
    "counted_change": "было {before}, стало {now}",
    "counted_values": "значений: {number}",
    "counted_rows": "всего {number}",
    "value_level": "{value} ({level})",
    "in_table": "таблица {number}",
    "present": "есть",
    "absent": "нет",
    "reached": "достигнуто",
    "missed": "не достигнуто",
    "no_data": "нет данных",
    "grown": "рост",
    "same": "без изменений",
    "fallen": "снижение",
    "not_more": "не более {target}",
    "finding": "показатель {code} — {headline}",
    "targets": "Из {aimed}, для {which} установлена цель, достигнуто {reached}, не достигнуто {missed}",
    "which_one": "которого",
    "which_many": "которых",
    "behind": "{code}. {headline}; отставание — {gap}.",
    "not_behind": "{code}. {headline}.",
    # charts
    "chart_name": "Диаграмма {number}",
    "chart_sheet": "Данные",
    "chart_value": "Значение",
    "chart_target": "Цель",
    "chart_category": "{code} (цель {target})",
    "chart_targets": "Достигнуто целей: {hit} из {all}",
    "chart_alt": "Столбчатая диаграмма. {lines}.",
    "chart_dynamics": "Выросли: {grew}, снизились: {fell}, без подтверждённых изменений: {rest}",
    "caption_targets": "Рисунок {number} — Значения показателей и цели за {period}",
    "caption_dynamics": "Рисунок {number} — Значения показателей по периодам",
    # completeness
    "completeness": "{accepted} из {expected} ({share})",
    "return_accepted": "принята",
    "return_faulty": "на доработке",
    "return_missing": "не представлена",
    "no_findings": "нет",
    # sources
    "source_register": "реестр «{register}» таблиц мониторинга — {rows}",
    "source_facts": "лист «Сведения» таблиц мониторинга — сведения о школе и реквизиты подтверждающих документов",
    "source_municipality": "сведения муниципального уровня",
    # breakdowns
    "line": "Значение",
    "order_list": "№",
    "order_place": "Место",
    "breakdown_equal": "Доли по всем строкам равны: {value}.",
    "breakdown_finding": "Наибольшая доля — {greatest}, наименьшая — {least}.",
    "lines_left_out": " Не сравнивались из-за малой численности (меньше {few}): {number}.",
    "breakdown_label": "{names} ({value})",
    # schools
    "school_value": "{school} — {value}",
    "school_value_counted": "{school} — {value} ({counted})",
    "tie": "{value} — {number}",
    "all_equal": "Показатель {code}. Значения сравниваемых школ одинаковы — {value}.",
    "extremes": "Показатель {code}. Лучшие значения: {best}. Наиболее отстают: {worst}.",
    "left_out": " Не сравнивались из-за малой численности (меньше {few}): {number}.",
    "too_few": "Показатель {code}. Школ с численностью не меньше {few} недостаточно для сравнения.",
    # method
    "method_presence": "школы, в которых есть: «{field}»",
    "method_sum": "сумма значений поля «{field}»",
    "method_lines": "строки с каждым из значений: «{field}»",
    "method_now": "за отчётный период: {measure}",
    "method_before": "за предыдущий период: {measure}",
    "method_values": "число значений: {rows}",
    "method_all_schools": "все школы",
    "method_where": "{rows}, где {condition}",
    "rows_schools": "школы",
    "rows_register": "строки реестра «{register}»",
    "all_rows": "все строки реестра «{register}»",
    "and": " и ",
    "or": " или ",
    "nor": " и не ",
    "not": "не выполнено: {condition}",
    "filled": "поле «{field}» заполнено",
    "exists_any": "есть строка реестра «{register}»",
    "exists": "есть строка реестра «{register}», где {condition}",
    "field": "«{field}»",
    "year_of": "год поля «{field}»",
    "equal": "{field} — {value}",
    "not_equal": "{field} — не {value}",
    "less": "{field} меньше {value}",
    "less_equal": "{field} не больше {value}",
    "greater": "{field} больше {value}",
    "greater_equal": "{field} не меньше {value}",
    # conclusions
    "stop": "{text}.",
    "gap": "{code} — на {gap}",
    "conclusion_completeness": (
        "Свод построен по таблицам {completeness}; значения и выводы относятся к этим организациям."
    ),
    "conclusion_reached": "{targets}. Цель достигнута по показателям: {codes}.",
    "conclusion_no_targets": "Программой не установлены целевые значения, сравнение с целью не проводилось.",
    "conclusion_no_indicators": "Показателей в программе нет: собранные сведения приведены в своде.",
    "plan_states": "На {day} из {total} плана: {states}.",
    "plan_state": "{state} — {number}",
    "plan_overdue": "Просрочены: {named}{rest}.",
    "plan_overdue_one": "«{title}» (до {end})",
    "plan_overdue_more": " и ещё {number}",
    "conclusion_missed": "Наибольшее отставание от цели у показателей: {gaps}.",
    "conclusion_changes": "Показатели по сравнению с прошлым периодом: {changes}.",
    "changes_grown": "выросли — {codes}",
    "changes_same": "не изменились — {codes}",
    "changes_fallen": "снизились — {codes}",
    "conclusion_spread": (
        "Сильнее всего школы различаются по показателю {code} («{title}»): от {least} до {greatest}."
    ),
    "conclusion_unknown": "Недостаточно данных, чтобы определить показатели: {codes}.",
    "recommend_schools": (
        "По показателю {code} («{title}»): школам, где он не достиг цели ({behind} из {among}), включить в план "
        "методической работы меры по его достижению, в первую очередь: {first}."
    ),
    "recommend_examples": " Изучить опыт школ, достигших цели: {schools}.",
    "recommend_district": (
        "По показателю {code} («{title}»): специалистам {service} определить причины отставания и включить в план меры "
        "муниципального уровня."
    ),
    "recommend_change": (
        "По показателю {code} («{title}») изменение за период — {value}: специалистам {service} определить причины и "
        "включить в план меры муниципального уровня."
    ),
    "recommend_missing": "Представить таблицы мониторинга: {names}.",
    "recommend_faulty": "Исправить замечания и вернуть таблицы мониторинга: {names}.",
    "recommend_doubtful": "Проверить сведения, по которым есть предупреждения: {names}.",
    "recommend_unknown": "Специалистам {service} выяснить, почему нет данных по показателям: {codes}.",
    "recommend_all": (
        "Руководителям организаций рассмотреть результаты мониторинга на педагогических и методических советах."
    ),
    # rendering
    "no_template": "Не найден шаблон документа «{name}».",
    "no_template_action": "Верните файл в папку шаблонов или переустановите программу.",
    "not_a_template": "Файл «{name}» не читается как документ Word.",
    "not_a_template_action": "Сохраните шаблон в Word в формате .docx и повторите.",
    "template_syntax": "В шаблоне «{name}» ошибка в метке: {detail}.",
    "template_syntax_action": "Сверьте метки с описанием docx_templates/README.md.",
    "unknown_place": "В шаблоне «{name}» неизвестная метка: {detail}.",
    "unsafe_template": "В шаблоне «{name}» недопустимое выражение: {detail}.",
    "unsafe_template_action": "Оставьте в метке только название поля.",
    "empty_place": "В документе «{name}» осталось бы пустым поле «{place}».",
    "empty_place_action": "Заполните его в программе или в шаблоне поставьте перед меткой условие «if».",
    "left_place": "В документе «{name}» осталась незаполненная метка: «{text}».",
    "left_spaces": "В документе «{name}» два пробела подряд: «{text}».",
    "left_points": "В документе «{name}» лишний знак препинания: «{text}».",
    "left_gap": "В документе «{name}» пропущено значение: «{text}».",
    "left_twice": "В документе «{name}» слово повторено: «{text}».",
    "left_action": "Исправьте это место в шаблоне.",
    "not_written": "Не удалось записать файл «{name}»: {reason}.",
    "not_written_action": "Закройте файл, если он открыт, проверьте место на диске и доступ к папке и повторите.",
    "unknown_kind": "Нет такого вида документа: «{kind}».",
    "unknown_kind_action": "Возможные виды: {kinds}.",
    "needs_summary": "Документ «{title}» строится по своду.",
    "needs_summary_action": "Сначала постройте свод.",
    "needs_plan": "Документ «{title}» строится по плану программы.",
    "needs_plan_action": "Создайте документ по рабочей папке: план строится по её программе.",
    "many_written": "{title}: документов — {count}, они в папке «{folder}»",
    "not_made": "Не созданы: {titles}. {reason} {action}",
    "no_school": "В программе нет школы «{school}».",
    "no_school_action": "Укажите код или краткое название с листа «Организации», например: {known}.",
    "school_not_accepted": "Таблица школы «{school}» ещё не принята.",
    "school_not_accepted_action": "Документ о школе строится по её принятой таблице: сначала примите таблицу.",
    "whose": "Этот документ создаётся для одного педагога, а педагог не назван.",
    "whose_action": 'Укажите фамилию, имя и отчество, как в реестре «Кадры»: --person "Иванова Анна Андреевна".',
    "row_mark": ", строка ",
    "place_of": "{school} «{name}», строка {row}",
    "nobody_named": "В принятых таблицах нет педагога «{person}».",
    "nobody_named_action": "Проверьте написание по реестру «Кадры» таблицы школы.",
    "namesakes": "Педагогов «{person}» несколько: {places}.",
    "namesakes_action": ('Добавьте школу (--school) или строку таблицы: --person "Иванова Анна Андреевна, строка 12".'),
    # reference of placeholders
    "reference_head": """# Шаблоны документов

Этот файл построен программой по описанию документов; не правьте его вручную
(`pytest tests/unit/documents/test_documents_reference.py --regenerate` строит его заново).

Шаблон — обычный документ Word. Текст, порядок пунктов и таблиц можно менять; поля страницы, шрифт, интервалы и номера
страниц программа берёт из профиля оформления. Названия стилей менять не нужно: по ним программа узнаёт, где пункт
приказа, заголовок таблицы или подпись.

Метки:

- `{{{{ deadline }}}}` — подставить значение. Пустое значение не подставляется: программа назовёт метку и остановится.
- `{{%p if contact %}}` … `{{%p endif %}}` — абзацы, нужные, только если значение есть; каждая метка в своём абзаце.
- `{{%p for sentence in conclusions %}}` … `{{%p endfor %}}` — повторить абзац для каждого значения списка.
- `{{%tr for school in schools %}}` … `{{%tr endfor %}}` — повторить строку таблицы; каждая метка в своей строке.

Списки отмечены знаком `[]`: `schools[].name` внутри повтора `for school in schools` пишется `{{{{ school.name }}}}`.
""",
    "reference_kind": """## {title}

Шаблон: `{template}`

| Метка | Откуда значение | Может быть пусто |
|---|---|---|""",
    "reference_row": "| `{path}` | {source} | {empty} |",
    "reference_yes": "да",
}
