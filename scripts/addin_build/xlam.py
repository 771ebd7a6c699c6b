"""Excel's add-in: xlwings' own ribbon add-in with our ribbon, our callbacks and our settings in it.

Excel opens xlwings' file on every machine that uses xlwings, so nothing is written from scratch: two module sources,
the ribbon, the sheet with settings and the file's title are replaced, all else stays byte for byte.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from addin_build.archive import archive
from addin_build.ribbon import MODULE, followed_books, ribbon_xml, vba_source
from addin_build.vba import with_sources
from metodist.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from metodist.button import Button

PROJECT = "metodist"
TITLE = "Методист"
_TYPES = "[Content_Types].xml"
_RIBBON = "customUI/customUI14.xml"
_THEIR_RIBBON = "customUI/customUI.xml"

#: Rows of the sheet with settings. Where Python is stands in the user's own file, written by ``scripts/install.py``.
SETTINGS = (
    # a .py file beside a workbook must not be imported instead of ours
    ("ADD_WORKBOOK_TO_PYTHONPATH", "false"),
    # VBA's source has no Russian letters, cells do
    ("TITLE", TITLE),
    ("NOT_STARTED", say("addin.excel_not_started")),
)

_NOT_STARTED = 'ShowError "", CStr(GetConfig("NOT_STARTED"))'
#: What becomes of xlwings' VBA: what stands there how often, and what stands there then.
_GUARDS = (
    (1, 'PROJECT_NAME As String = "myaddin"', f'PROJECT_NAME As String = "{PROJECT}"'),
    # xlwings lets any open workbook, and any file beside it, say which program to start as Python, and runs code of its
    # sheets. Books come from schools by mail here, so only the add-in's own sheet and the user's own file have a say.
    (1, 'If SheetExists(ActiveWorkbook, PROJECT_NAME & ".conf") = True Then', "If False Then ' never from a workbook"),
    (1, 'If GetFullName(ActiveWorkbook) <> "" Then \'', "If False Then ' never from beside a workbook;"),
    (2, 'If Right$(sht.Name, 3) = ".py" Then', "If False Then ' never code from a workbook"),
    # The path of the workbook would stand unquoted in a line of cmd.exe: a file named «a^&calc .xlsx» would run calc.
    # It is of no use to us. Without xlwings.utils pandas is not imported first, without -B compiled modules are kept.
    (
        1,
        '" -B -c ""import xlwings.utils;xlwings.utils.prepare_sys_path(\\""" & PYTHONPATH & "\\""); " & PythonCommand',
        '" -P -X utf8 -c """ & PythonCommand',
    ),
    # "Range" alone is one of the active sheet, which may be a chart.
    (1, 'In Range(sht.Range("A1"), lastCell)', 'In sht.Range(sht.Range("A1"), lastCell)'),
    # What goes wrong before our own code runs is told in Russian, and without a traceback.
    (1, 'MsgBox "Could not find Interpreter!", vbCritical', _NOT_STARTED),
    (2, "Call ShowError(LOG_FILE)", _NOT_STARTED),
    (1, 'Content = Content & "Press Ctrl+C to copy this message to the clipboard."', ""),
    (1, 'AUTO_DISMISS, "Error", OK_BUTTON_ERROR', 'AUTO_DISMISS, GetConfig("TITLE"), OK_BUTTON_ERROR'),
)


def build_xlam(buttons: Sequence[Button], base: bytes | None = None) -> bytes:
    """The add-in ``metodist.xlam``, the same bytes every time.

    Args:
        buttons: In the order of the ribbon.
        base: xlwings' own add-in; by default that of the installed xlwings.

    Raises:
        ValueError: xlwings' add-in has changed so that a replacement no longer finds its place.
    """
    parts = _parts(base if base is not None else base_file().read_bytes())
    edits: Mapping[str, Callable[[bytes], bytes]] = {
        "xl/vbaProject.bin": lambda project: with_sources(
            project,
            {MODULE: lambda _: vba_source(buttons), "ThisWorkbook": followed_books, "xlwings": guarded_xlwings},
        ),
        "_rels/.rels": lambda part: _replaced(part, _THEIR_RIBBON, _RIBBON),
        "xl/workbook.xml": _workbook,
        "xl/worksheets/sheet1.xml": _settings_sheet,
        "xl/sharedStrings.xml": _settings_texts,
        "docProps/core.xml": _titled,
    }
    built = {
        name: edits[name](part) if name in edits else part for name, part in parts.items() if name != _THEIR_RIBBON
    }
    built[_RIBBON] = ribbon_xml(buttons).encode("utf-8")
    missing = sorted(set(edits) - set(built))
    if missing:
        raise ValueError(f"xlwings' add-in has no {', '.join(missing)}")
    return archive(built)


def base_file() -> Path:
    """The add-in that lies in the installed xlwings; found without importing xlwings."""
    from importlib.metadata import files

    found = next(file for file in files("xlwings") or () if file.name == "quickstart_addin_ribbon.xlam")
    return Path(str(found.locate()))


def guarded_xlwings(source: str) -> str:
    """The VBA module of xlwings with our project's name, deaf to what comes with a workbook, and Russian.

    Raises:
        ValueError: It is not the source that it was.
    """
    for times, old, new in _GUARDS:
        if source.count(old) != times:
            raise ValueError(f"xlwings' VBA source has changed: {old!r} stands there {source.count(old)} times")
        source = source.replace(old, new)
    return source


def _parts(base: bytes) -> dict[str, bytes]:
    """Parts by name, the list of content types first as Office writes it."""
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(base)) as package:
        names = sorted(package.namelist(), key=lambda name: (name != _TYPES, name))
        return {name: package.read(name) for name in names}


def _replaced(part: bytes, old: str, new: str) -> bytes:
    if part.count(old.encode("utf-8")) != 1:
        raise ValueError(f"xlwings' add-in has changed: {old!r} is not there once")
    return part.replace(old.encode("utf-8"), new.encode("utf-8"))


def _workbook(part: bytes) -> bytes:
    """The sheet with settings gets our name; the path of a developer's disk and an empty element go."""
    part = _replaced(part, "_myaddin.conf", f"{PROJECT}.conf")
    part = _replaced(part, "<definedNames />", "")
    return re.sub(rb"<mc:AlternateContent.*?</mc:AlternateContent>", b"", part, flags=re.DOTALL)


def _settings_sheet(part: bytes) -> bytes:
    """Names in column A, values in column B, all of them texts: VBA writes truth values in the user's language."""
    texts = range(2 * len(SETTINGS))
    cells = [f'<c r="{"AB"[text % 2]}{text // 2 + 1}" s="1" t="s"><v>{text}</v></c>' for text in texts]
    rows = "".join(f'<row r="{text // 2 + 1}">{cells[text]}{cells[text + 1]}</row>' for text in texts[::2])
    sheet = part.decode("utf-8")
    sheet = re.sub(r"<sheetData>.*</sheetData>", f"<sheetData>{rows}</sheetData>", sheet, flags=re.DOTALL)
    return re.sub(r'<dimension ref="[^"]*" />', f'<dimension ref="A1:B{len(SETTINGS)}" />', sheet).encode()


def _settings_texts(part: bytes) -> bytes:
    texts = [text for row in SETTINGS for text in row]
    head = part.decode("utf-8").partition("<sst ")[0]
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    items = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    return f'{head}<sst xmlns="{namespace}" count="{len(texts)}" uniqueCount="{len(texts)}">{items}</sst>'.encode()


def _titled(part: bytes) -> bytes:
    """What Excel's list of add-ins shows."""
    text = part.decode("utf-8")
    description = "Таблицы школ, свод района, приказы и справки."
    for element, value in (("dc:title", TITLE), ("dc:description", description)):
        text = text.replace(f"<{element} />", f"<{element}>{value}</{element}>")
    for element in ("dc:creator", "cp:lastModifiedBy"):
        text = re.sub(rf"<{element}>[^<]*</{element}>", f"<{element}>metodist</{element}>", text)
    return text.encode("utf-8")
