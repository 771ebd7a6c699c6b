"""The line with which Excel's add-in starts Python: put together from its VBA, taken apart as cmd.exe and Python do."""

from __future__ import annotations

import re

import pytest

from addin_build.xlam import base_file, guarded_xlwings
from test_excel_addin import modules_of

PRESS = "from metodist.hosts.excel import pressed; pressed('check')"
_LITERAL, _OTHER = r'"(?:[^"]|"")*"', r'[^"&]+'


def value_of(expression: str, variables: dict[str, str]) -> str:
    """What a concatenation of VBA gives."""
    parts = [part.strip() for part in re.findall(rf"(?:{_LITERAL}|{_OTHER})+", expression) if part.strip()]
    known = {"Chr(34)": '"', **variables}
    return "".join(part[1:-1].replace('""', '"') if part.startswith('"') else known[part] for part in parts)


@pytest.fixture(scope="module")
def source() -> str:
    """The Function that starts Python, its continued lines joined."""
    code = guarded_xlwings(modules_of(base_file())["xlwings"])
    function = code.partition("Function ExecuteWindows(")[2].partition("End Function")[0]
    return re.sub(r" _\n\s*", " ", function)


def line(source: str, python: str, book: str) -> str:
    """What is handed to cmd.exe for a book and a Python."""
    drive, network = re.findall(r"DriveCommand = (.*)$", source, re.MULTILINE)
    run = re.findall(r"RunCommand = (CondaCmd.*)$", source, re.MULTILINE)[0]
    whole = re.findall(r"WScript\.Run\((.*), WindowStyle, WaitOnReturn\)", source)[0]
    variables = {
        "Left$(PYTHON_WIN, 2)": python[:2],
        "PythonDir": python.rpartition("\\")[0],
        "CondaCmd": "",
        "PythonInterpreter": f'"{python}"',
        "PythonCommand": PRESS,
        "ActiveWorkbook.Name": book,
        "Application.Path": r"C:\Program Files\Microsoft Office\Office14",
        "Application.Name": "Microsoft Excel",
        "Application.Hwnd": "197226",
        "LOG_FILE": r"C:\Users\4D3F~1\AppData\Local\Temp\xlwings-1.log",
    }
    variables["DriveCommand"] = value_of(network if python.startswith("\\\\") else drive, variables)
    variables["RunCommand"] = value_of(run, variables)
    return value_of(whole, variables)


def commands(text: str) -> list[str]:
    """The commands that cmd.exe finds: it knows quotes, ``^`` and ``&`` outside of them, but no backslash."""
    found, quoted, position = [""], False, 0
    while position < len(text):
        sign = text[position]
        quoted ^= sign == '"'
        if not quoted and sign == "^":
            position += 1
            found[-1] += text[position : position + 1]
        elif not quoted and sign == "&":
            found.append("")
        else:
            found[-1] += sign
        position += 1
    assert not quoted
    return [command.strip() for command in found]


def arguments(command: str) -> list[str]:
    """What Python gets; no argument of ours holds a quote or ends in a backslash, so the simple rules do."""
    assert '\\"' not in command
    return [whole.replace('"', "") for whole in re.findall(r'(?:[^\s"]|"[^"]*")+', command)]


PYTHONS = [
    r"C:\Users\Иванова\metodist\.venv\Scripts\python.exe",
    r"D:\Методическая служба & Ко (2026)\.venv\Scripts\python.exe",
    r"\\школа\общая папка\metodist\.venv\Scripts\python.exe",
]
BOOKS = [
    "Школа № 1.xlsx",
    "Книга1",
    "План & отчёт (2026), 50 % «Лето».xlsx",
    "О'Генри.xlsx",
    "a^&calc .xlsx",
    "a&calc.xlsx",
]


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("book", BOOKS)
def test_cmd_goes_to_pythons_folder_and_starts_python_and_nothing_else(source, python, book):
    text = line(source, python, book)
    assert text.startswith("cmd.exe /C ")

    *way, start = commands(text.removeprefix("cmd.exe /C "))
    program, log = start.rsplit(" 2> ", 1)

    folder = f'"{python.rpartition(chr(92))[0]}"'
    assert way == ([f"pushd {folder}"] if python.startswith("\\\\") else [python[:2], f"cd {folder}"])
    assert log == r'"C:\Users\4D3F~1\AppData\Local\Temp\xlwings-1.log"'
    assert arguments(program) == [
        *(python, "-P", "-X", "utf8", "-c", PRESS, f"--wb={book}", "--from_xl=1"),
        *(r"--app=C:\Program Files\Microsoft Office\Office14\Microsoft Excel", "--hwnd=197226"),
    ]
    # Windows takes no longer line
    assert len(text) < 8191


def test_the_line_of_xlwings_itself_would_run_what_a_files_name_says():
    """Why it was replaced: the path stands where cmd.exe sees no quotes, and ``^&`` becomes ``^^&``."""
    path = r"C:\Входящие\a^&calc .xlsx".replace("&", "^&").replace("\\", "\\\\")

    assert len(commands(f'python -c "prepare_sys_path(\\"false;{path};\\"); run()"')) == 2
