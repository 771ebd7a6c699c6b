"""Programme workbooks from text: the sheets stand in the test as they are read.

    # Цели
    № | Цель
    1 | Выявлять дефициты

A sheet is a line ``# Название``, a line of headings, then the rows. Cells are separated by ``¦`` (a broken
bar, because conditions hold ``|``). Only the columns that matter need be written; the others, and sheets that
are not mentioned, are added empty. ``35`` and ``4,5`` become numbers, ``80%`` a percent cell (0.8),
``31.12.2026`` a date; ``'35`` stays text.
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

from metodist.domain.programme import Programme
from metodist.programme.reader import Reading, read_programme, read_rows
from metodist.programme.schema import SCHEMA

#: Rows of one sheet from the headings (row 3) on; row 4 holds the explanations.
SheetRows = list[list[object]]

SMALL = """
# Паспорт
Раздел ¦ Название ¦ Значение
Основное ¦ Код программы ¦ demo
Основное ¦ Название программы ¦ Программа методического сопровождения педагогов
Основное ¦ Муниципалитет ¦ Муниципальное образование Примерный район
Основное ¦ Муниципалитет (кого, чего) ¦ муниципального образования Примерный район
Основное ¦ Орган управления образованием ¦ Управление образования
Основное ¦ Орган управления (кого, чего) ¦ управления образования
Основное ¦ Методическая служба ¦ Информационно-методический центр
Основное ¦ Методическая служба (кого, чего) ¦ информационно-методического центра
Основное ¦ Вид акта ¦ приказ
Основное ¦ Дата акта ¦ 12.01.2026
Основное ¦ Номер акта ¦ 15-ОД
Основное ¦ Место издания ¦ г. Примерск
Основное ¦ Отчётный год ¦ 2026
Основное ¦ Вид периода ¦ календарный год
Основное ¦ Срок сдачи таблиц ¦ 20.12.2026
Основное ¦ Действует с ¦ 2025
Основное ¦ Действует по ¦ 2027
Реестры ¦ Кадры ¦ одна строка — один педагог
Реестры ¦ Конкурсы ¦ одна строка — одно участие

# Цели
№ ¦ Цель
1 ¦ Выявлять профессиональные дефициты
2 ¦ Поддерживать молодых педагогов

# Поля
Реестр ¦ Поле ¦ Раздел ¦ Тип ¦ Список ¦ Единица ¦ Минимум ¦ Максимум ¦ Обязательно ¦ Обязательно, если ¦ Проверка ¦ Формула ¦ Сообщение ¦ Подсказка ¦ Личное
Кадры ¦ ФИО ¦ Сведения о педагоге ¦ ФИО ¦ ¦ ¦ ¦ ¦ да ¦ ¦ ¦ ¦ ¦ Фамилия, имя, отчество полностью ¦ да
Кадры ¦ Дата рождения ¦ Сведения о педагоге ¦ дата ¦ ¦ ¦ 01.01.1940 ¦ 31.12.2010 ¦ да ¦ ¦ ¦ ¦ Дата рождения: с 1940 по 2010 год ¦ ¦ да
Кадры ¦ Возраст ¦ Сведения о педагоге ¦ вычисляемое ¦ ¦ лет ¦ ¦ ¦ ¦ ¦ ¦ возраст(Дата рождения) ¦ ¦ ¦
Кадры ¦ Предмет ¦ Сведения о педагоге ¦ список ¦ Предметы ¦ ¦ ¦ ¦ да ¦ ¦ ¦ ¦ ¦ Основной предмет ¦
Кадры ¦ Категория ¦ Сведения о педагоге ¦ список ¦ Категории ¦ ¦ ¦ ¦ да ¦ ¦ ¦ ¦ ¦ ¦
Кадры ¦ Стаж общий ¦ Сведения о педагоге ¦ целое ¦ ¦ лет ¦ 0 ¦ 65 ¦ да ¦ ¦ ¦ ¦ ¦ ¦
Кадры ¦ Стаж педагогический ¦ Сведения о педагоге ¦ целое ¦ ¦ лет ¦ 0 ¦ 65 ¦ да ¦ ¦ Стаж педагогический <= Стаж общий ¦ ¦ Педагогический стаж не больше общего ¦ ¦
Кадры ¦ Диагностика ¦ Диагностика ¦ да/нет ¦ ¦ ¦ ¦ ¦ да ¦ ¦ ¦ ¦ ¦ Прошёл диагностику в этом году ¦
Кадры ¦ Дата диагностики ¦ Диагностика ¦ дата ¦ ¦ ¦ ¦ ¦ ¦ Диагностика = да ¦ Дата диагностики >= {начало}; Дата диагностики <= {конец} ¦ ¦ Дата диагностики — в отчётном году ¦ ¦
Кадры ¦ Дефицит: предметные ¦ Диагностика ¦ да/нет ¦ ¦ ¦ ¦ ¦ ¦ Диагностика = да ¦ ¦ ¦ ¦ ¦
Кадры ¦ Дефицит: методические ¦ Диагностика ¦ да/нет ¦ ¦ ¦ ¦ ¦ ¦ Диагностика = да ¦ ¦ ¦ ¦ ¦
Кадры ¦ Балл ¦ Диагностика ¦ число ¦ ¦ балл ¦ 0 ¦ 100 ¦ ¦ ¦ ¦ ¦ Балл от 0 до 100 ¦ ¦
Конкурсы ¦ Педагог ¦ ¦ педагог ¦ ¦ ¦ ¦ ¦ да ¦ ¦ ¦ ¦ ¦ ¦ да
Конкурсы ¦ Название конкурса ¦ ¦ текст ¦ ¦ ¦ ¦ ¦ да ¦ ¦ ¦ ¦ ¦ ¦
Конкурсы ¦ Уровень ¦ ¦ список ¦ Уровни конкурсов ¦ ¦ ¦ ¦ да ¦ ¦ ¦ ¦ ¦ ¦
Конкурсы ¦ Дата ¦ ¦ дата ¦ ¦ ¦ ¦ ¦ да ¦ ¦ Дата >= {начало}; Дата <= {конец} ¦ ¦ ¦ ¦
Сведения ¦ Положение о наставничестве ¦ Документы ¦ наличие ¦ ¦ ¦ ¦ ¦ да ¦ ¦ ¦ ¦ ¦ ¦
Сведения ¦ Педагогов по штату ¦ Численность ¦ целое ¦ ¦ чел. ¦ 0 ¦ 500 ¦ да ¦ ¦ ¦ ¦ ¦ ¦
Сведения ¦ Вакансий ¦ Численность ¦ целое ¦ ¦ ед. ¦ 0 ¦ 100 ¦ да ¦ ¦ Вакансий <= Педагогов по штату ¦ ¦ ¦ ¦
Сведения ¦ Участников сообществ в прошлом году ¦ Численность ¦ целое ¦ ¦ чел. ¦ 0 ¦ 500 ¦ ¦ ¦ ¦ ¦ ¦ ¦
Сведения ¦ Участников сообществ ¦ Численность ¦ целое ¦ ¦ чел. ¦ 0 ¦ 500 ¦ да ¦ ¦ ¦ ¦ ¦ ¦
Сведения ¦ Инновационная площадка ¦ Статус ¦ да/нет ¦ ¦ ¦ ¦ ¦ да ¦ ¦ ¦ ¦ ¦ ¦
Муниципалитет ¦ Курсов проведено ¦ ¦ целое ¦ ¦ ед. ¦ 0 ¦ ¦ ¦ ¦ ¦ ¦ ¦ ¦
Муниципалитет ¦ Курсов по заявкам ¦ ¦ целое ¦ ¦ ед. ¦ 0 ¦ ¦ ¦ ¦ ¦ ¦ ¦ ¦

# Списки
Список ¦ Значение ¦ От
Предметы ¦ Русский язык
Предметы ¦ Математика
Предметы ¦ Начальные классы
Категории ¦ высшая
Категории ¦ первая
Категории ¦ нет
Уровни конкурсов ¦ муниципальный
Уровни конкурсов ¦ региональный
Уровни конкурсов ¦ федеральный
Уровни компетентности ¦ низкий ¦ 0
Уровни компетентности ¦ средний ¦ 50
Уровни компетентности ¦ высокий ¦ 80

# Показатели
Код ¦ Группа ¦ Показатель ¦ Вид ¦ Где считать ¦ Числитель ¦ Знаменатель ¦ Столбец ¦ Разрез ¦ Шкала ¦ Целевое значение ¦ Лучше ¦ Единица ¦ Цели ¦ Мониторинги
'1.1 ¦ Дефициты ¦ Доля педагогов, прошедших диагностику ¦ доля ¦ Кадры ¦ Диагностика = да ¦ ¦ ¦ Предмет ¦ ¦ 80% ¦ больше ¦ % ¦ 1 ¦ 1
'1.2 ¦ Дефициты ¦ Доля имеющих дефициты среди прошедших диагностику ¦ доля ¦ Кадры ¦ Дефицит: предметные = да | Дефицит: методические = да ¦ Диагностика = да ¦ ¦ Дефицит: * ¦ ¦ 30% ¦ меньше ¦ % ¦ 1 ¦ 1
'1.3 ¦ Дефициты ¦ Уровень компетентности ¦ уровень ¦ Кадры ¦ Диагностика = да ¦ ¦ Балл ¦ ¦ Уровни компетентности ¦ 60 ¦ больше ¦ балл ¦ 1 ¦ 1
'1.4 ¦ Дефициты ¦ Наиболее частые дефициты ¦ ранжирование ¦ Кадры ¦ ¦ Диагностика = да ¦ Дефицит: * ¦ ¦ ¦ ¦ ¦ чел. ¦ 1 ¦ 1
'2.1 ¦ Поддержка ¦ Наличие положения о наставничестве ¦ наличие ¦ Сведения ¦ ¦ ¦ Положение о наставничестве ¦ ¦ ¦ 100% ¦ больше ¦ ¦ 2 ¦ 1
'2.2 ¦ Поддержка ¦ Доля молодых педагогов, участвующих в конкурсах ¦ доля ¦ Кадры ¦ есть(Конкурсы: Уровень = региональный, федеральный) ¦ Возраст <= 35; Стаж педагогический <= 3 ¦ ¦ ¦ ¦ ¦ ¦ % ¦ 2 ¦ 1
'2.3 ¦ Поддержка ¦ Участие в конкурсах ¦ количество ¦ Конкурсы ¦ ¦ ¦ ¦ Уровень ¦ ¦ ¦ ¦ ед. ¦ 2 ¦ 1
'2.4 ¦ Поддержка ¦ Увеличение числа участников сообществ ¦ изменение ¦ Сведения ¦ Участников сообществ ¦ Участников сообществ в прошлом году ¦ ¦ ¦ ¦ ¦ больше ¦ чел. ¦ 2 ¦ 1
'2.5 ¦ Поддержка ¦ Доля школ — инновационных площадок ¦ доля ¦ Школы ¦ Инновационная площадка = да ¦ ¦ ¦ ¦ ¦ ¦ ¦ % ¦ 2 ¦ 1
'3.1 ¦ Кадры ¦ Распределение по категориям ¦ распределение ¦ Кадры ¦ ¦ ¦ Категория ¦ ¦ ¦ ¦ ¦ чел. ¦ 2 ¦ 1
'3.2 ¦ Кадры ¦ Средний возраст ¦ среднее ¦ Кадры ¦ ¦ ¦ Возраст ¦ ¦ ¦ ¦ меньше ¦ лет ¦ 2 ¦ 1
'3.3 ¦ Кадры ¦ Доля вакансий ¦ доля ¦ Сведения ¦ Вакансий ¦ Педагогов по штату + Вакансий ¦ ¦ ¦ ¦ 5% ¦ меньше ¦ % ¦ 2 ¦ 1
'3.4 ¦ Кадры ¦ Доля курсов по заявкам школ ¦ доля ¦ Муниципалитет ¦ Курсов по заявкам ¦ Курсов проведено ¦ ¦ ¦ ¦ ¦ ¦ % ¦ 2 ¦ 1

# Мониторинги
№ ¦ Мониторинг ¦ Цель ¦ Срок ¦ Использование результатов
1 ¦ Мониторинг профессиональных дефицитов ¦ Выявить дефициты ¦ ежегодно, ноябрь ¦ Адресные рекомендации

# Рубрика
Блок ¦ Позиция ¦ Параметр ¦ Баллы ¦ Правило ¦ Максимум блока по источнику
Показатели ¦ Молодые педагоги ¦ наличие ¦ 1 ¦ показатели ¦ 2
Показатели ¦ Молодые педагоги ¦ соответствие цели ¦ 1 ¦ показатели ¦ 2
Показатели ¦ Молодые педагоги ¦ неэффективные показатели ¦ -1 ¦ показатели ¦ 2

# Дорожная карта
№ ¦ Вид ¦ Раздел ¦ Мероприятие ¦ Срок ¦ Ответственный ¦ Ожидаемый результат
1 ¦ мероприятие ¦ Молодые педагоги ¦ Школа молодого педагога ¦ в течение года ¦ методисты ¦ план занятий
2 ¦ решение ¦ Молодые педагоги ¦ Приказ по итогам мониторинга ¦ декабрь ¦ управление образования ¦ приказ

# Организации
Код ¦ Полное название ¦ Краткое название ¦ Тип ¦ Руководитель ¦ Педагогов ¦ Сдаёт таблицу
ОО-01 ¦ Муниципальное бюджетное общеобразовательное учреждение «Школа № 1» ¦ Школа № 1 ¦ городская ¦ А. А. Иванова ¦ 40 ¦
ОО-02 ¦ Муниципальное бюджетное общеобразовательное учреждение «Школа № 2» ¦ Школа № 2 ¦ сельская ¦ Б. Б. Петров ¦ 12 ¦ да
ОО-03 ¦ Муниципальное бюджетное общеобразовательное учреждение «Школа № 3» ¦ Школа № 3 ¦ сельская ¦ ¦ 9 ¦ нет

# Люди
Роль ¦ Фамилия и инициалы ¦ Должность ¦ Пол
подписывает ¦ Иванова А. А. ¦ начальник управления образования ¦ ж
исполняет ¦ Петров Б. Б. ¦ директор информационно-методического центра ¦ м
контролирует ¦ Сидорова В. В. ¦ заместитель начальника управления образования ¦ ж

# Замечания к источнику
№ ¦ Место ¦ Что написано ¦ В чём противоречие ¦ Как учтено
1 ¦ Раздел 3 ¦ Показатели 1, 3 и 4 ¦ показателя 2 нет ¦ нумерация сохранена
"""

_NUMBER = re.compile(r"-?\d+(,\d+)?")
_PERCENT = re.compile(r"(\d+(?:,\d+)?)%")
_DATE = re.compile(r"\d{2}\.\d{2}\.\d{4}")


def sheets_of(text: str) -> dict[str, SheetRows]:
    """The text's sheets as rows, completed by the schema: headings first, then explanations, then data."""
    written: dict[str, SheetRows] = {}
    rows: SheetRows = []
    for line in text.splitlines():
        if line.startswith("# "):
            rows = written.setdefault(line[2:].strip(), [])
        elif line.strip():
            rows.append([part.strip() for part in line.split("¦")])
    return {schema.name: _completed(schema.name, written.get(schema.name, [])) for schema in SCHEMA}


def _completed(name: str, rows: SheetRows) -> SheetRows:
    columns = next(schema.columns for schema in SCHEMA if schema.name == name)
    headings = [column.heading for column in columns]
    written = [str(heading) for heading in rows[0]] if rows else []
    assert set(written) <= set(headings), f"no such columns on «{name}»: {set(written) - set(headings)}"
    data = [dict(zip(written, row, strict=False)) for row in rows[1:]]
    table = [[cell(str(row.get(heading, ""))) for heading in headings] for row in data]
    return [list(headings), [column.explanation for column in columns], *table]


def cell(text: str) -> object:
    """The value that a methodist would have got by typing ``text``."""
    if text.startswith("'"):
        return text[1:]
    if percent := _PERCENT.fullmatch(text):
        return float(percent[1].replace(",", ".")) / 100
    if _NUMBER.fullmatch(text):
        return float(text.replace(",", ".")) if "," in text else int(text)
    if _DATE.fullmatch(text):
        return datetime.strptime(text, "%d.%m.%Y")
    return text or None


def write_sheets(path: Path, sheets: dict[str, SheetRows]) -> Path:
    """Write rows (headings first) as a programme workbook: row 1 the title, row 2 the purpose."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append([name])
        sheet.append(["Что делать на этом листе"])
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def write_programme(path: Path, text: str) -> Path:
    """Write a text's sheets as a programme workbook."""
    return write_sheets(path, sheets_of(text))


def with_sheet(name: str, table: str, base: str = SMALL) -> str:
    """``base`` with the sheet ``name`` replaced by ``table`` (headings and rows)."""
    before, rest = base.split(f"# {name}\n", 1)
    after = rest.split("\n# ", 1)
    tail = f"\n# {after[1]}" if len(after) > 1 else ""
    return f"{before}# {name}\n{table.strip()}\n{tail}"


def with_rows(name: str, *rows: str, base: str = SMALL) -> str:
    """``base`` with rows added at the end of the sheet ``name``."""
    before, rest = base.split(f"# {name}\n", 1)
    table = rest.split("\n# ", 1)[0]
    return with_sheet(name, "\n".join((table.strip(), *rows)), before + f"# {name}\n" + rest)


def replaced(old: str, new: str, base: str = SMALL) -> str:
    """``base`` with one text changed everywhere; the text must be there."""
    assert old in base, f"not in the programme's text: {old}"
    return base.replace(old, new)


def reading_of(text: str) -> Reading:
    """Read a programme from its text, without a file."""
    return reading_of_sheets(sheets_of(text))


def reading_of_sheets(sheets: dict[str, SheetRows]) -> Reading:
    """Read a programme from its rows (headings first), without a file."""
    return read_rows({name: ((name,), ("",), *(tuple(row) for row in rows)) for name, rows in sheets.items()})


def programme_of(folder: Path, text: str) -> Programme:
    """The programme of a text that has no error, by way of a real workbook in ``folder``."""
    return _sound(read_programme(write_programme(folder / "programme.xlsx", text)))


def programme_from(text: str) -> Programme:
    """The programme of a text that has no error, without a file."""
    return _sound(reading_of(text))


def _sound(reading: Reading) -> Programme:
    assert reading.programme is not None, [(i.sheet, i.row, i.column, i.message) for i in reading.issues]
    return reading.programme


def small_programme() -> Programme:
    """The programme of :data:`SMALL`: every kind of indicator, two registers, facts of schools and municipality."""
    return programme_from(SMALL)
