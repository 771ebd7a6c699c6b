"""Sentences of the package for publication, of its page, and of PDF."""

TEXTS: dict[str, str] = {
    # the page
    "title": "Мониторинг показателей за {period}",
    "skip": "Перейти к содержанию",
    "contents": "Содержание страницы",
    "files": "Документы",
    "findings": "Главное",
    "indicators": "Показатели муниципалитета",
    "schools": "Значения по школам",
    "reading": "Как читать",
    "fact_programme": "Программа",
    "fact_body": "Орган управления",
    "fact_period": "Период",
    "fact_tables": "Приняты таблицы организаций",
    "fact_built": "Данные на",
    "csv": "Таблица показателей для Excel (CSV)",
    "caption_indicators": "Показатели: значение, цель и её достижение",
    "caption_schools": "Значения школ по показателям {codes}",
    "head_code": "Код",
    "head_title": "Показатель",
    "head_counted": "Посчитано",
    "head_value": "Значение",
    "head_target": "Цель",
    "head_verdict": "Достижение цели",
    "head_share": "Доля",
    "caption_split": "Таблица {number}. Показатель {code}: {title}",
    "head_school": "Школа",
    "few": "менее 5",
    "reading_shares": (
        "Доля по муниципалитету — сумма числителей всех школ, делённая на сумму знаменателей, а не среднее долей школ."
    ),
    "reading_few": (
        "Строки разрезов, за которыми стоит меньше пяти человек, не показаны. "
        "«Менее 5» — значение относится меньше чем к пяти людям или позволяет узнать такое значение, поэтому не "
        "публикуется. «—» — значения нет."
    ),
    "reading_left_out": "Из-за малой численности не публикуются показатели:",
    "made_by": "Персональных данных на странице нет. Числа взяты из свода мониторинга.",
    # a document of the page
    "numbered": "№ {number} от {day}",
    "draft": "проект, номера ещё нет",
    "dateless": "без номера",
    "public": "публичная редакция: значения малых групп не показаны",
    "link_docx": "Word, {size}",
    "link_pdf": "PDF, {size}",
    "kilobytes": "{number} КБ",
    # what the command tells
    "whole": "Пакет",
    "done": "Пакет готов: {path}. Документов: {count}.",
    "no_documents": "Документов за этот период в папке «Документы» нет: на странице только таблицы.",
    "no_documents_action": "Создайте их («Все документы») и соберите пакет заново.",
    "drafts": "Ещё не зарегистрированы: {names}. На странице они названы проектами.",
    "public_made": (
        "{name}: в пакет вошла публичная редакция без значений малых групп; правок, внесённых в Word, в ней нет."
    ),
    "withheld": "{name}: в тексте назван педагог («{person}»), поэтому документ в пакет не вошёл.",
    "not_made": "{name}: публичную редакцию построить не удалось. {reason}",
    "other_data": "{name}: построен по прежним данным. Проверьте его: metodist verify.",
    "no_pdf": "PDF не созданы: LibreOffice не установлен. В пакете документы Word.",
    "pdf_failed": "Не удалось превратить в PDF: {names}.",
    "no_office": "PDF не создан: LibreOffice не установлен.",
    "no_office_action": "Документы Word созданы. Установите LibreOffice или сохраните их как PDF из Word.",
    "pdf": "PDF: {path}",
    "pdf_more": "PDF: ещё {count}.",
}
