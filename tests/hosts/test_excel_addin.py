"""Excel's add-in without Excel: the ribbon against its schema, callbacks, sources, bytes, and what else can open it."""

from __future__ import annotations

import re
import warnings
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

import build_addin
from addin_build.ribbon import MODULE, NAMESPACE, callback, vba_source
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
    "customUI": set(),
    "ribbon": set(),
    "tabs": set(),
    "tab": {"id", "label", "keytip"},
    "group": {"id", "label"},
    "button": {"id", "label", "size", "imageMso", "screentip", "supertip", "keytip", "onAction", "enabled"},
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


def test_every_action_has_its_sub_and_every_sub_its_function(ribbon, sources):
    actions = [button.get("onAction") for button in ribbon.iter() if button.get("onAction")]
    subs = re.findall(r"^Public Sub (\w+)\(control As IRibbonControl\)$", sources[MODULE], re.MULTILINE)
    calls = re.findall(
        r"""^    RunPython "from metodist\.hosts\.excel import pressed; pressed\('(\w+)'\)"$""",
        sources[MODULE],
        re.MULTILINE,
    )

    assert actions == [f"{MODULE}.{sub}" for sub in subs]
    assert calls == [button.id for button in BUTTONS]
    assert subs == [callback(one) for one in calls]


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
    assert changed == {MODULE, "xlwings"}
    assert sources["xlwings"] == guarded_xlwings(theirs["xlwings"])


def test_no_workbook_may_say_which_program_is_started(sources):
    config = sources["xlwings"].partition("Function GetConfig(")[2].partition("End Function")[0]

    assert "SheetExists(ActiveWorkbook" not in config
    assert "SheetExists(ThisWorkbook" in config
    assert config.count("If False Then") == 2


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
    assert cells == [("A1", SETTINGS[0][0]), ("B1", SETTINGS[0][1])]


@pytest.mark.parametrize("content", [b"", b"a", b"abc" * 5000, bytes(range(256)) * 40, b"Sub A()\r\nEnd Sub\r\n" * 400])
def test_compression_gives_the_content_back(content):
    assert decompressed(compressed(content))[: len(content)] == content
