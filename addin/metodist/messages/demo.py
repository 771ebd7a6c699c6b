"""What the demo says as it goes."""

TEXTS: dict[str, str] = {
    "taken": "Папка «{path}» не пуста, и это не папка показа.",
    "taken_action": "Укажите другую папку: показ ничего не удаляет, кроме собственных файлов.",
    "mark": "Эта папка создана показом «Методиста». Район, школы и люди вымышлены. Папку можно удалить.\n",
    "start": "Показ «Методиста» на вымышленном районе. Все фамилии и цифры выдуманы.",
    "programme": "Программа: {title} — {schools} школ, {indicators} показателей.",
    "issued": "Создано таблиц: {count}.",
    "filled": "Школы заполнили и вернули {count} таблиц из {total}; {office} из них сохранены программой LibreOffice.",
    "no_office": "Школы заполнили и вернули {count} таблиц из {total}. LibreOffice не найден: "
    "таблиц, сохранённых другой программой, в показе нет.",
    "fault": "  с ошибкой нарочно: {name} — {fault}",
    "checked": "Проверено таблиц: {count}. Ошибок: {errors}, предупреждений: {warnings}, сведений: {remarks}.",
    "collected": "Принято: {accepted}, на доработку: {returned}, не прочитано: {refused}.",
    "summary": "Свод построен: учтено школ {schools}, показателей {indicators}.",
    "documents": "Созданы документы: {count}.",
    "step": "{title} ({seconds} с)",
    "where": "Что получилось:",
    "first": "Откройте сначала свод: {path}",
    "result_programme": "книга программы",
    "result_table": "пустая таблица школы",
    "result_faulty": "таблица с отметками об ошибках",
    "result_summary": "свод района",
    "result_document": "документ",
}
