"""The one list of commands: ribbon, menu, toolbar, command line and the README's table follow from it."""

from __future__ import annotations

from metodist.button import Button, Command, Words
from metodist.document_words import DOCUMENT_WORDS
from metodist.domain.books import BookKind
from metodist.programme_words import DEMO, PROGRAMME_WORDS

PROGRAMME, TABLES, SUMMARY, DOCUMENTS, HELP = GROUPS = ("Программа", "Таблицы", "Свод", "Документы", "Справка")
_NO_CHANGE = "Ничего не меняет."
_WITH_NUMBERS = (BookKind.TABLE, BookKind.SUMMARY, BookKind.PROGRAMME)

BUTTONS: tuple[Button, ...] = (
    Button(
        id="lint",
        label="Проверить программу",
        group=PROGRAMME,
        screentip="Проверить книгу программы",
        tip="Ищет ошибки и противоречия в книге программы.",
        result="Ничего не меняет: замечания — в окне, курсор встаёт на строку первой ошибки.",
        keytip="П",
        icon="Spelling",
        function="lint_programme:run",
        words=Words("lint", "ФАЙЛ", result=_NO_CHANGE),
    ),
    Button(
        id="status",
        label="Пульт",
        group=PROGRAMME,
        screentip="Что сделано и что дальше",
        tip="Показывает, что сделано, кто не сдал и что делать дальше.",
        result="В книге программы обновляет состояние папки на листе «Пульт», со ссылками на файлы.",
        keytip="У",
        icon="PropertySheet",
        function="refresh_control:run",
        in_folder=True,
        words=Words("status", "ПАПКА", result=_NO_CHANGE),
    ),
    Button(
        id="plan",
        label="План-график",
        group=PROGRAMME,
        screentip="Сроки программы по датам",
        tip="Переводит сроки программы в даты и показывает, что просрочено.",
        result="Создаёт «План.xlsx» и «Календарь.ics»; отмеченные в прежнем плане статусы остаются.",
        keytip="Л",
        icon="DateAndTimeInsert",
        function="write_plan:run",
        in_folder=True,
        words=Words("plan", "ПАПКА [--today ДАТА]"),
    ),
    Button(
        id="issue",
        label="Создать таблицы",
        group=TABLES,
        screentip="Создать таблицы школ",
        tip="Создаёт защищённую таблицу для каждой школы.",
        result="Таблицы появляются в папке «Таблицы»; прежние сохраняются в «Архив/Прежние версии».",
        keytip="С",
        icon="TableInsertExcel",
        function="issue_tables:run",
        in_folder=True,
        words=Words("issue", "ПАПКА"),
    ),
    Button(
        id="check",
        label="Проверить таблицу",
        group=TABLES,
        screentip="Проверить открытую таблицу школы",
        tip="Проверяет открытую таблицу школы вместе с тем, что введено и не сохранено.",
        result="Отмечает ячейки с ошибками и перечисляет замечания на листе «Протокол»; прежние отметки снимает.",
        keytip="Т",
        icon="DataValidationCircleInvalid",
        function="check_table:run",
        kinds=(BookKind.TABLE,),
        reason="Эта кнопка проверяет таблицу школы. Откройте таблицу, которую вернула школа, и нажмите кнопку в ней.",
        words=Words("check", "ФАЙЛ…", "Проверяет заполненные таблицы и перечисляет замечания.", _NO_CHANGE),
    ),
    Button(
        id="collect",
        label="Принять таблицы",
        group=TABLES,
        screentip="Принять таблицы из папки «Входящие»",
        tip="Проверяет и принимает всё, что лежит в папке «Входящие».",
        result="Принятые таблицы уходят в «Архив», копии с отметками — в «На доработку».",
        keytip="Н",
        icon="AcceptInvitation",
        function="collect_tables:run",
        in_folder=True,
        words=Words("collect", "ПАПКА"),
    ),
    Button(
        id="summary",
        label="Построить свод",
        group=SUMMARY,
        screentip="Построить свод района",
        tip="Сводит принятые таблицы и вычисляет показатели района.",
        result="Результат — «Свод.xlsx»; прежний сохраняется в «Архив/Прежние версии».",
        keytip="В",
        icon="Consolidate",
        function="build_summary:run",
        in_folder=True,
        words=Words("summary", "ПАПКА"),
    ),
    Button(
        id="indicators",
        label="Показатели",
        group=SUMMARY,
        screentip="Пересчитать показатели",
        tip="Пересчитывает показатели открытой книги и сверяет с тем, что она показывает.",
        result="Расхождения перечисляет на листе «Расхождения», из книги программы — в окне; остальное не меняет.",
        keytip="К",
        icon="PercentStyle",
        function="recompute:run",
        kinds=_WITH_NUMBERS,
        reason="Эта кнопка пересчитывает показатели. Откройте таблицу школы, свод или книгу программы.",
    ),
    Button(
        id="rubric",
        label="Рубрика",
        group=SUMMARY,
        screentip="Баллы по оценочному листу",
        tip="Считает баллы муниципалитета по оценочному листу и сверяет с листом «Рубрика» открытой книги.",
        result="Баллы — в окне, расхождения — на листе «Расхождения» свода; остальное не меняет.",
        keytip="Р",
        icon="ShapeStar",
        function="score_rubric:run",
        kinds=(BookKind.SUMMARY, BookKind.PROGRAMME),
        reason="Эта кнопка считает баллы муниципалитета. Откройте свод или книгу программы.",
        words=Words("score", "ПАПКА [--wish БАЛЛ]", "Считает баллы муниципалитета по оценочному листу.", _NO_CHANGE),
    ),
    Button(
        id="query",
        label="Запрос",
        group=SUMMARY,
        screentip="Выбрать педагогов по запросу",
        tip="Перечисляет педагогов, выбранных на листе «Запрос» свода; сохраняет запрос по названию и повторяет его.",
        result="Список — на листе «Найдено по запросу», запросы — в «Архив/запросы.json».",
        keytip="Х",
        icon="AutoFilterClassic",
        function="ask_query:run",
        kinds=(BookKind.SUMMARY,),
        in_folder=True,
        reason="Эта кнопка работает в своде. Откройте «Свод.xlsx», лист «Запрос».",
        words=Words(
            "query",
            "ПАПКА [--name ИМЯ] [--where УСЛОВИЕ]",
            "Перечисляет педагогов по сохранённому запросу или по условиям «Графа = значение».",
            "С условиями и названием сохраняет запрос; без них показывает сохранённые.",
        ),
    ),
    Button(
        id="order",
        label="Приказ",
        group=DOCUMENTS,
        screentip="Создать приказы",
        tip="Создаёт приказ о проведении мониторинга, а когда таблицы приняты — и приказ об итогах.",
        result="Документы Word появляются в папке «Документы»; прежние сохраняются в «Архив/Прежние версии».",
        keytip="З",
        icon="FileSaveAsWordDocx",
        function="write_documents:orders",
        in_folder=True,
    ),
    Button(
        id="note",
        label="Справка",
        group=DOCUMENTS,
        screentip="Создать аналитическую справку",
        tip="Создаёт аналитическую справку по принятым таблицам.",
        result="Документ Word появляется в папке «Документы»; прежний сохраняется в «Архив/Прежние версии».",
        keytip="А",
        icon="ChartInsert",
        function="write_documents:note",
        in_folder=True,
    ),
    Button(
        id="recommendations",
        label="Рекомендации",
        group=DOCUMENTS,
        screentip="Адресные рекомендации школам",
        tip="Создаёт адресные рекомендации каждой школе, чья таблица принята, и обзор по муниципалитету.",
        result="Документы Word появляются в папке «Документы»; прежние сохраняются в «Архив/Прежние версии».",
        keytip="Е",
        icon="ReviewNewComment",
        function="write_documents:recommendations",
        in_folder=True,
    ),
    Button(
        id="documents",
        label="Все документы",
        group=DOCUMENTS,
        screentip="Создать все документы",
        tip="Создаёт приказы, справки, письма, планы и отчёты по программе и своду.",
        result="Документы Word появляются в папке «Документы»; о чём писать ещё нечего, названо с причиной.",
        keytip="Д",
        icon="WindowsArrangeAll",
        function="write_documents:all_documents",
        in_folder=True,
        words=Words("documents", "ПАПКА [--kind ВИД] [--school ШКОЛА] [--person ФИО] [--profile ОФОРМЛЕНИЕ]"),
    ),
    Button(
        id="package",
        label="Пакет для сайта",
        group=DOCUMENTS,
        screentip="Собрать пакет для сайта",
        tip="Собирает документы и показатели в папку со страницей для сайта, без персональных данных.",
        result="Создаёт «Пакет» с index.html, документами Word и, если есть LibreOffice, PDF.",
        keytip="Ц",
        icon="HyperlinkInsert",
        function="write_package:run",
        in_folder=True,
        words=Words("package", "ПАПКА"),
    ),
    Button(
        id="folder",
        label="Открыть папку",
        group=HELP,
        screentip="Открыть рабочую папку",
        tip="Открывает рабочую папку, в которой лежит книга.",
        result=_NO_CHANGE,
        keytip="О",
        icon="FileOpen",
        function="open_folder:run",
    ),
    Button(
        id="guide",
        label="Руководство",
        group=HELP,
        screentip="Руководство методиста",
        tip="Открывает руководство.",
        result=_NO_CHANGE,
        keytip="Г",
        icon="Help",
        function="show_guide:run",
    ),
    Button(
        id="about",
        label="О программе",
        group=HELP,
        screentip="О программе «Методист»",
        tip="Показывает версию, рабочую папку, место копий и журнала.",
        result=_NO_CHANGE,
        keytip="М",
        icon="Info",
        function="show_about:run",
    ),
    Button(
        id="undo",
        label="Вернуть как было",
        group=HELP,
        screentip="Отменить последнюю команду",
        tip="Отменяет то, что последняя команда «Методиста» изменила в открытой книге; введённое после неё остаётся.",
        result="Снимает отметки, убирает добавленные листы, возвращает прежний текст; сама копия — в «Архив/Копии».",
        keytip="Б",
        icon="Undo",
        function="undo:run",
    ),
)

#: What only the command line has, and where it stands in its list: after the command of that id.
ONLY_WORDS: tuple[Command, ...] = PROGRAMME_WORDS
LAST_WORDS: tuple[Command, ...] = (*DOCUMENT_WORDS, DEMO)


def _command(button: Button, words: Words) -> Command:
    tip, result = words.tip or button.tip, words.result or button.result
    return Command(words.id, button.label, button.group, words.usage, tip, result)


COMMANDS: tuple[Command, ...] = (
    *ONLY_WORDS,
    *(_command(button, button.words) for button in BUTTONS if button.words is not None),
    *LAST_WORDS,
)


def command(command_id: str) -> Button:
    """The button of that id, as hosts press it.

    Raises:
        KeyError: There is none.
    """
    for known in BUTTONS:
        if known.id == command_id:
            return known
    raise KeyError(command_id)


def help_text(command_id: str) -> str:
    """What ``--help`` says of a word of the command line."""
    known = next(known for known in COMMANDS if known.id == command_id)
    return f"{known.tip}\n\n{known.result}"
