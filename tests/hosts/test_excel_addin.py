"""Excel's add-in without Excel: the ribbon against its schema, callbacks, sources, bytes, and what else can open it."""

from __future__ import annotations

import re
import warnings
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

import build_addin
from addin_build.marks import one_line
from addin_build.ribbon import MODULE, NAMESPACE, PART, callback, followed_books, vba_source
from addin_build.vba import compressed, decompressed
from addin_build.xlam import SETTINGS, base_file, build_xlam, guarded_xlwings
from metodist.commands import BUTTONS, GROUPS

XLAM = build_addin.XLAM
#: Pictures of the table «imageMso» of Microsoft's [MS-CUSTOMUI], which describes Office 2007 and all later ones. Excel shows
#: nothing in place of a name that it does not know, and says nothing either.
MICROSOFTS_PICTURES = frozenset(
    "AcceptInvitation AutoFilterClassic ChartInsert Consolidate DataValidationCircleInvalid DateAndTimeInsert "
    "FileOpen Help HyperlinkInsert Info PercentStyle PropertySheet ReviewNewComment ShapeStar Spelling Undo WindowsArrangeAll".split()
)
#: Not in that table, but seen in Excel by others: the first stands in Excel's own table «idMso» and in Microsoft's «Office
#: 2010 Icons Gallery»; the second on Excel ribbons for Word files (VSTO's ``OfficeImageId``, menus of folders in VBA).
SEEN_PICTURES = frozenset({"TableInsertExcel", "FileSaveAsWordDocx"})
#: What the schema customUI14 allows on these elements, of all that it allows.
ALLOWED = {
    "customUI": {"onLoad"},
    "ribbon": set(),
    "tabs": set(),
    "tab": {"id", "label", "keytip"},
    "group": {"id", "label"},
    "button": {
        *("id", "label", "size", "imageMso", "screentip", "supertip", "keytip", "onAction", "enabled"),
        *("getSupertip", "getEnabled", "tag"),
    },
}
CHILDREN = {"customUI": "ribbon", "ribbon": "tabs", "tabs": "tab", "tab": "group", "group": "button"}
_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


@pytest.fixture(scope="module")
def ribbon() -> ElementTree.Element:
    with zipfile.ZipFile(XLAM) as package:
        return ElementTree.fromstring(package.read("customUI/customUI14.xml"))


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    """Module sources as another program reads them, by module name."""
    return modules_of(XLAM)


def modules_of(workbook: Path) -> dict[str, str]:
    with warnings.catch_warnings():
        # oletools calls a library by its old names
        warnings.simplefilter("ignore")
        from oletools.olevba import VBA_Parser

        parser = VBA_Parser(str(workbook))
        found = {Path(name).stem: code.replace("\r\n", "\n") for _, _, name, code in parser.extract_macros()}
        parser.close()
    return found


def name_of(element: ElementTree.Element) -> str:
    return element.tag.removeprefix(f"{{{NAMESPACE}}}")


def test_what_is_committed_is_what_the_sources_give():
    assert [path.name for path in build_addin.stale()] == []


def test_the_ribbon_holds_only_what_its_schema_allows(ribbon):
    for element in ribbon.iter():
        name = name_of(element)
        assert set(element.attrib) <= ALLOWED[name]
        assert {name_of(child) for child in element} <= {CHILDREN.get(name)}
        limits = {"keytip": 3, "screentip": 1024, "supertip": 1024, "label": 1024, "onAction": 1024}
        assert all(1 <= len(value) <= limits.get(key, 1024) for key, value in element.attrib.items())


def test_ids_are_names_and_differ(ribbon):
    ids = [element.get("id") for element in ribbon.iter() if element.get("id")]

    assert len(ids) == len(set(ids))
    assert all(_ID.fullmatch(one) for one in ids)


def test_keytips_differ_and_hold_no_space(ribbon):
    keytips = [element.get("keytip") for element in ribbon.iter() if name_of(element) == "button"]

    assert len(keytips) == len(set(keytips))
    assert not any(re.search(r"\s", keytip) for keytip in keytips)


def test_groups_stand_in_the_order_of_work(ribbon):
    assert tuple(group.get("label") for group in ribbon.iter() if name_of(group) == "group") == GROUPS


def test_every_picture_is_one_whose_source_is_known(ribbon):
    assert {button.get("imageMso") for button in ribbon.iter() if name_of(button) == "button"} <= (
        MICROSOFTS_PICTURES | SEEN_PICTURES
    )


def test_a_button_that_cannot_work_yet_is_grey_and_says_why(ribbon):
    grey = {button.get("label"): button.get("supertip") for button in ribbon.iter() if button.get("enabled") == "false"}

    assert set(grey) == {button.label for button in BUTTONS if not button.enabled}
    assert all("следующей версии" in supertip for supertip in grey.values())


def test_a_button_for_some_books_asks_vba_whether_it_is_grey_and_carries_the_reason(ribbon):
    asking = {button.get("label"): button for button in ribbon.iter() if button.get("getEnabled")}

    assert set(asking) == {button.label for button in BUTTONS if button.enabled and button.kinds}
    for button in BUTTONS:
        if button.label in asking:
            element = asking[button.label]
            assert element.get("tag").split(PART) == [one_line(button.kinds), button.supertip, button.reason]
            # the two ways to say a thing exclude each other
            assert element.get("supertip") is None
            assert element.get("enabled") is None
            # what VBA joins has to fit where it is shown
            assert len(f"{button.reason} {button.supertip}") <= 1024


def test_marks_hold_no_sign_that_separates_them():
    marks = [mark for way in one_line(["table", "summary", "programme"]).split(":") for mark in way.split("/")]

    assert marks[:2] == ["*metodist_id", "Служебный"]
    assert not any(re.search(r"[\[\]:/*?\\]", mark.removeprefix("*")) for mark in marks)


#: The signatures that Office looks for («Customizing the Office Fluent Ribbon for Developers», part 3, and the page of
#: IRibbonUI): the parameters' names are free, their number and types are not.
SIGNATURES = {
    "onLoad": r"\(ribbon As IRibbonUI\)",
    "onAction": r"\(control As IRibbonControl\)",
    "getEnabled": r"\(control As IRibbonControl, ByRef returnedVal\)",
    "getSupertip": r"\(control As IRibbonControl, ByRef returnedVal\)",
}


def test_every_callback_has_the_parameters_that_office_hands_over(ribbon, sources):
    wanted = {(key, element.get(key)) for element in ribbon.iter() for key in SIGNATURES if element.get(key)}

    assert {key for key, _ in wanted} == set(SIGNATURES)
    for key, place in wanted:
        module, _, name = place.partition(".")
        (found,) = re.findall(rf"^Public Sub {name}(\(.*\))$", sources[module], re.MULTILINE)
        assert re.fullmatch(SIGNATURES[key], found)


def test_every_action_has_its_sub_and_every_sub_its_function(ribbon, sources):
    actions = [button.get("onAction") for button in ribbon.iter() if button.get("onAction")]
    subs = re.findall(
        r"""^Public Sub (\w+)\(control As IRibbonControl\)\n    Press "(\w+)"\nEnd Sub$""",
        sources[MODULE],
        re.MULTILINE,
    )

    assert actions == [f"{MODULE}.{sub}" for sub, _ in subs]
    assert [pressed for _, pressed in subs] == [button.id for button in BUTTONS]
    assert [sub for sub, _ in subs] == [callback(pressed) for _, pressed in subs]


def test_esc_stops_the_command_and_not_the_macro(sources):
    press = sources[MODULE].partition("Private Sub Press(")[2].partition("End Sub")[0]

    assert re.search(
        r"""EnableCancelKey = xlDisabled\n    RunPython "from metodist\.hosts\.excel import pressed; pressed\('" & button & "'\)""",
        press,
    )


def test_the_function_behind_the_subs_is_there():
    from metodist.hosts.excel import pressed

    assert pressed.__code__.co_varnames[: pressed.__code__.co_argcount] == ("command_id",)


def test_the_module_read_back_is_our_source(sources):
    assert sources[MODULE] == vba_source(BUTTONS).replace("\r\n", "\n")
    assert sources[MODULE].isascii()


def test_all_other_modules_are_those_of_xlwings(sources):
    theirs = modules_of(base_file())

    assert set(sources) == set(theirs)
    changed = {name for name in theirs if sources[name] != theirs[name]}
    assert changed == {MODULE, "ThisWorkbook", "xlwings"}
    assert sources["ThisWorkbook"] == followed_books(theirs["ThisWorkbook"]).replace("\r\n", "\n")
    assert sources["xlwings"] == guarded_xlwings(theirs["xlwings"])


def test_no_workbook_may_say_which_program_is_started(sources):
    config = sources["xlwings"].partition("Function GetConfig(")[2].partition("End Function")[0]

    assert "SheetExists(ActiveWorkbook" not in config
    assert "SheetExists(ThisWorkbook" in config
    assert config.count("If False Then") == 2
    assert '".py"' not in sources["xlwings"]


def test_no_name_of_a_workbook_stands_unquoted_in_the_line_that_starts_python(sources):
    """The whole line, as cmd.exe gets it: names of books between quotes that no file's name can close."""
    windows = sources["xlwings"].partition("Function ExecuteWindows(")[2].partition("End Function")[0]
    (command,) = re.findall(r"^ +RunCommand = CondaCmd & (.*)$", windows, re.MULTILINE)
    tail = windows.partition("WScript.Run(")[2].partition("WindowStyle, WaitOnReturn")[0]

    assert command == '''PythonInterpreter & " -P -X utf8 -c """ & PythonCommand & """ "'''
    assert re.sub(r"\s+", " ", tail) == (
        '"cmd.exe /C " & DriveCommand & _ RunCommand & _ " --wb=" & """" & ActiveWorkbook.Name & """ --from_xl=1" & '
        '" --app=" & Chr(34) & _ Application.Path & "\\" & Application.Name & Chr(34) & " --hwnd=" & Chr(34) & '
        'Application.Hwnd & Chr(34) & _ " 2> """ & LOG_FILE & """ ", _ '
    )


def test_what_keeps_python_from_starting_is_said_in_russian(sources):
    windows = sources["xlwings"].partition("Function ExecuteWindows(")[2].partition("End Function")[0]

    assert windows.count('ShowError "", CStr(GetConfig("NOT_STARTED"))') == 2
    assert "MsgBox" not in windows
    assert "Press Ctrl+C" not in sources["xlwings"]


def test_a_changed_xlwings_stops_the_build():
    with pytest.raises(ValueError, match="has changed"):
        guarded_xlwings('Public Const PROJECT_NAME As String = "otheraddin"')


def test_the_build_gives_the_same_bytes_twice():
    assert build_xlam(BUTTONS) == build_xlam(BUTTONS)


def test_settings_stand_on_the_addins_own_sheet():
    with zipfile.ZipFile(XLAM) as package:
        book, sheet, texts = (
            package.read(f"xl/{name}.xml").decode() for name in ("workbook", "worksheets/sheet1", "sharedStrings")
        )
    words = re.findall("<t>(.*?)</t>", texts)
    cells = [(cell, words[int(number)]) for cell, number in re.findall(r'<c r="(\w+)"[^>]* t="s"><v>(\d+)</v>', sheet)]

    assert 'name="metodist.conf"' in book
    assert cells == [(f"{'AB'[side]}{row}", pair[side]) for row, pair in enumerate(SETTINGS, 1) for side in (0, 1)]
    # GetConfig looks for keys in capitals, and puts values of %variables% in
    assert all(key.isupper() and "%" not in value for key, value in SETTINGS)


@pytest.mark.parametrize("content", [b"", b"a", b"abc" * 5000, bytes(range(256)) * 40, b"Sub A()\r\nEnd Sub\r\n" * 400])
def test_compression_gives_the_content_back(content):
    assert decompressed(compressed(content))[: len(content)] == content
