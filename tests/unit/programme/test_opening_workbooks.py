"""Files that are no programme workbook: one reason and one action, whatever they are."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from metodist.errors import UserError
from metodist.programme.reader import read_programme
from programme_text import SMALL, write_programme

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(path: Path) -> UserError:
    with pytest.raises(UserError) as refused:
        read_programme(path)
    assert refused.value.action
    assert path.name in refused.value.message
    return refused.value


def test_no_file(tmp_path: Path) -> None:
    assert "нет" in refusal(tmp_path / "Программа.xlsx").message


def test_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "Программа.xlsx"
    folder.mkdir()

    assert "не удалось прочитать" in refusal(folder).message


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04 broken", "Код;Название".encode("cp1251")])
def test_something_else(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "Программа.xlsx"
    path.write_bytes(content)

    assert "не книга Excel" in refusal(path).message


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "архив.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("письмо.txt", "здравствуйте")

    assert "не книга Excel" in refusal(path).message


def test_a_word_document(tmp_path: Path) -> None:
    path = tmp_path / "приказ.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<document/>")

    assert "не книга Excel" in refusal(path).message


def test_a_workbook_cut_short(tmp_path: Path) -> None:
    whole = write_programme(tmp_path / "whole.xlsx", SMALL)
    path = tmp_path / "часть.xlsx"
    path.write_bytes(whole.read_bytes()[:-3000])

    assert "не книга Excel" in refusal(path).message


def test_a_workbook_with_a_damaged_sheet(tmp_path: Path) -> None:
    whole = write_programme(tmp_path / "whole.xlsx", SMALL)
    path = tmp_path / "сломана.xlsx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry, content[: len(content) // 2] if entry.filename.endswith("sheet3.xml") else content)

    assert "повреждён" in refusal(path).message


def test_the_old_format(tmp_path: Path) -> None:
    path = tmp_path / "Программа.xls"
    path.write_bytes(OLE + b"\x00" * 2000 + "Workbook".encode("utf-16-le"))

    assert "старом формате" in refusal(path).message


def test_a_password(tmp_path: Path) -> None:
    path = tmp_path / "Программа.xlsx"
    path.write_bytes(OLE + b"\x00" * 2000 + "EncryptedPackage".encode("utf-16-le"))

    assert "паролем" in refusal(path).message


def test_a_bomb(tmp_path: Path) -> None:
    path = tmp_path / "большая.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/media/zeros.bin", bytes(201 * 2**20))

    assert "слишком велик" in refusal(path).message
