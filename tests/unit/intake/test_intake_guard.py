"""Files that are no table: one reason, one action, before anything is parsed."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from metodist.domain.returns import Status
from metodist.intake import guard
from metodist.intake.package import read_book
from metodist.intake.refusals import Reason, Refusal
from metodist.messages.intake import TEXTS
from returned import check_path, packed, parts_of, table

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def good() -> bytes:
    stream = io.BytesIO()
    table().save(stream)
    return stream.getvalue()


def changed(**edits: Callable[[bytes], bytes]) -> bytes:
    """The good table with some parts edited; keys are the parts' short names."""
    parts = parts_of(good())
    for short, edit in edits.items():
        name = next(name for name in parts if name.endswith(f"{short}.xml"))
        parts[name] = edit(parts[name])
    return packed(parts)


def added(name: str, data: bytes) -> bytes:
    return packed({**parts_of(good()), name: data})


def without(name: str) -> bytes:
    return packed({other: data for other, data in parts_of(good()).items() if other != name})


def replaced_types(old: bytes, new: bytes) -> bytes:
    parts = parts_of(good())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(old, new)
    return packed(parts)


def twice() -> bytes:
    stream = io.BytesIO(good())
    with zipfile.ZipFile(stream, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr("xl/workbook.xml", b"<workbook/>")
    return stream.getvalue()


def strict() -> bytes:
    transitional = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return changed(workbook=lambda data: data.replace(transitional, b"http://purl.oclc.org/ooxml/spreadsheetml/main"))


def with_doctype(encoding: str = "utf-8") -> bytes:
    entities = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r>&b;</r>'
    return changed(styles=lambda _: f'<?xml version="1.0" encoding="{encoding}"?>{entities}'.encode(encoding))


def external_entity() -> bytes:
    text = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'
    return changed(styles=lambda _: text)


ODS = b"application/vnd.oasis.opendocument.spreadsheet"
MAIN = b"spreadsheetml.sheet.main+xml"
ZOO: dict[str, tuple[Callable[[], bytes], Reason]] = {
    "empty": (lambda: b"", Reason.EMPTY),
    "zeros": (lambda: bytes(4096), Reason.TRUNCATED),
    "xls": (lambda: OLE + bytes(512) + "Workbook".encode("utf-16-le"), Reason.XLS),
    "doc": (lambda: OLE + bytes(512) + "WordDocument".encode("utf-16-le"), Reason.WORD),
    "encrypted": (lambda: OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"), Reason.ENCRYPTED),
    "csv": (lambda: "ФИО;Стаж\nИванова А. А.;12\n".encode("cp1251"), Reason.CSV),
    "html": (lambda: b"\xef\xbb\xbf<html><body><table><tr><td>1</td></tr></table></body></html>", Reason.HTML),
    "xml 2003": (
        lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        Reason.XML_2003,
    ),
    "pdf": (lambda: b"%PDF-1.7\n", Reason.PDF),
    "rar": (lambda: b"Rar!\x1a\x07\x00", Reason.ARCHIVE),
    "random": (lambda: bytes(range(256)) * 8, Reason.FOREIGN),
    "zip of tables": (lambda: packed({"ОО-01.xlsx": good(), "ОО-02.xlsx": good()}), Reason.ARCHIVE),
    "zip of pictures": (lambda: packed({"1.png": b"\x89PNG"}), Reason.FOREIGN),
    "ods": (
        lambda: packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}),
        Reason.ODS,
    ),
    "xlsb": (lambda: replaced_types(MAIN, b"spreadsheetml.sheet.binary.macroEnabled.main"), Reason.XLSB),
    "docx": (lambda: replaced_types(MAIN, b"wordprocessingml.document.main+xml"), Reason.WORD),
    "pptx": (lambda: replaced_types(MAIN, b"presentationml.presentation.main+xml"), Reason.FOREIGN),
    "xlsm": (lambda: replaced_types(MAIN, b"sheet.macroEnabled.main+xml"), Reason.MACROS),
    "hidden macros": (lambda: added("xl/vbaProject.bin", b"VBA"), Reason.MACROS),
    "strict": (strict, Reason.STRICT),
    "no workbook part": (
        lambda: without("_rels/.rels"),
        Reason.DAMAGED,
    ),
    "no sheet part": (lambda: without("xl/worksheets/sheet1.xml"), Reason.DAMAGED),
    "cut in half": (lambda: good()[: len(good()) // 2], Reason.TRUNCATED),
    "bytes spoiled": (lambda: good().replace(b"PK\x01\x02", b"PK\x01\x09"), Reason.DAMAGED),
    "not well-formed": (lambda: changed(sheet1=lambda data: data.replace(b"</row>", b"", 1)), Reason.DAMAGED),
    "same part twice": (twice, Reason.DUPLICATE_PARTS),
    "same part in capitals": (lambda: added("XL/Workbook.xml", b"<a/>"), Reason.DUPLICATE_PARTS),
    "part outside": (lambda: added("../../evil.xml", b"<a/>"), Reason.UNSAFE_PATH),
    "absolute part": (lambda: added("/etc/cron.d/evil", b"<a/>"), Reason.UNSAFE_PATH),
    "part on a drive": (lambda: added("C:/evil.xml", b"<a/>"), Reason.UNSAFE_PATH),
    "too many parts": (
        lambda: packed({f"x/{n}.xml": b"<a/>" for n in range(1001)}),
        Reason.TOO_MANY_PARTS,
    ),
    "bomb": (lambda: added("xl/media/a.xml", b" " * 1_000_000), Reason.RATIO),
    "entity bomb": (with_doctype, Reason.DOCTYPE),
    "entity bomb in utf-16": (lambda: with_doctype("utf-16"), Reason.DOCTYPE),
    "external entity": (external_entity, Reason.DOCTYPE),
    "utf-7": (lambda: changed(workbook=lambda d: b'<?xml version="1.0" encoding="UTF-7"?>' + d), Reason.DAMAGED),
    "another zip method": (lambda: packed(parts_of(good()), zipfile.ZIP_LZMA), Reason.DAMAGED),
}


@pytest.mark.parametrize("animal", ZOO)
def test_foreign_file_gets_one_reason_and_stays_untouched(animal: str, tmp_path: Path) -> None:
    make, reason = ZOO[animal]
    path = tmp_path / "таблица.xlsx"
    path.write_bytes(make())
    before = path.read_bytes()
    returned = check_path(path).returned
    (finding,) = returned.findings
    assert (finding.code, returned.status) == (reason.value, Status.REFUSED)
    assert returned.sha256 == hashlib.sha256(before).hexdigest()
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["таблица.xlsx"]


def test_every_reason_has_a_sentence_and_an_action() -> None:
    assert {reason.value for reason in Reason} <= set(TEXTS)
    for reason in set(Reason) - {Reason.UNKNOWN}:
        assert TEXTS[reason.value].count(". ") >= 1, reason


def test_unpacked_size_is_asked_before_unpacking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_UNPACKED", 1_000)
    with pytest.raises(Refusal) as refused:
        guard.open_package(good())
    assert refused.value.reason is Reason.TOO_BIG_UNPACKED


def test_declared_size_that_lies_cannot_grow() -> None:
    """A member that says it unpacks to 10 bytes is never inflated to more."""
    content = bytearray(added("xl/media/a.xml", b"<a>" + b"x" * 50_000 + b"</a>"))
    entry = content.rfind(b"PK\x01\x02", 0, content.rfind(b"xl/media/a.xml"))
    struct.pack_into("<L", content, entry + 24, 10)
    with pytest.raises(Refusal) as refused:
        guard.open_package(bytes(content))
    assert refused.value.reason is Reason.DAMAGED


def test_encrypted_member_is_damaged() -> None:
    content = bytearray(good())
    entry = content.find(b"PK\x01\x02")
    content[entry + 8] |= 1
    with pytest.raises(Refusal) as refused:
        guard.open_package(bytes(content))
    assert refused.value.reason is Reason.DAMAGED


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert check_path(tmp_path / "нет.xlsx").codes == ["file.missing"]
    assert check_path(tmp_path).codes == ["file.folder"]


def test_owner_file_names_the_workbook_that_is_open(tmp_path: Path) -> None:
    path = tmp_path / "~$ОО-01.xlsx"
    path.write_bytes(b"\x06Admin" + bytes(159))
    finding = check_path(path).one("file.owner_file")
    assert "«ОО-01.xlsx»" in finding.message


def test_file_held_open_is_told_from_one_without_access(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "таблица.xlsx"
    path.write_bytes(good())

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(Refusal) as refused:
        read_book(path)
    assert refused.value.reason is Reason.NO_ACCESS
    (tmp_path / "~$таблица.xlsx").write_bytes(b"\x06")
    with pytest.raises(Refusal) as refused:
        read_book(path)
    assert refused.value.reason is Reason.HELD_OPEN


def test_relationship_that_points_outside_is_never_followed(tmp_path: Path) -> None:
    """A sheet whose part is a file of the computer: the package has no such part."""
    secret = tmp_path / "secret.xml"
    secret.write_text("<worksheet/>")
    parts = parts_of(good())
    name = "xl/_rels/workbook.xml.rels"
    parts[name] = parts[name].replace(b"/xl/worksheets/sheet1.xml", f"../../../..{secret}".encode())
    with pytest.raises(Refusal) as refused:
        _read(parts, tmp_path)
    assert refused.value.reason is Reason.DAMAGED


def _read(parts: Mapping[str, bytes], folder: Path) -> None:
    path = folder / "a.xlsx"
    path.write_bytes(packed(parts))
    read_book(path)


def test_links_to_other_files_are_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "таблица.xlsx"
    path.write_bytes(added("xl/externalLinks/externalLink1.xml", b"<externalLink/>"))
    checked = check_path(path)
    assert checked.codes == ["file.remote"]
    assert checked.returned.status is Status.ACCEPTED


def test_cells_of_all_sheets_are_counted_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "таблица.xlsx"
    path.write_bytes(good())
    most = max(len(sheet.cells) for sheet in read_book(path).sheets)
    monkeypatch.setattr("metodist.intake.package.MAX_CELLS", most)
    assert check_path(path).codes == ["cells.too_many"]
