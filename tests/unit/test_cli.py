"""The command line speaks Russian, and its exit codes tell a script what happened."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from metodist import cli
from metodist.cli_output import show_taken
from metodist.commands import COMMANDS
from metodist.commands_table import readme_table

ADDIN = Path(__file__).parents[2] / "addin"


def metodist(*words: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line as a script would."""
    command = [sys.executable, "-m", "metodist.cli", *words]
    environment = {"PYTHONPATH": str(ADDIN), "PATH": "", "HOME": str(folder or ADDIN), "SYSTEMROOT": ""}
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", timeout=60, env=environment, cwd=folder, check=False
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("frob",), "Нет такой команды: frob."),
        (("issue", "--frob", "x"), "Нет такого ключа: --frob."),
        (("new",), "Не указано: КОД."),
        (("new", "krymsk", "x", "--year", "давно"), "Неверное значение: ГОД."),
        (("issue", "нет-такой-папки"), "Папка «нет-такой-папки» не найдена."),
        (("lint", "нет.xlsx"), "Файл «нет.xlsx» не найден."),
        (("check", "нет.xlsx"), "Файл «нет.xlsx» не найден."),
        (("new", "krimsk", "x"), "Возможно, вы имели в виду «krymsk»."),
        (("new", "krymsk", "x", "--year", "1066"), "Отчётный год 1066 невозможен."),
    ],
)
def test_a_wrong_call_gets_one_russian_sentence_and_exit_code_2(words, said, tmp_path):
    result = metodist(*words, folder=tmp_path)
    assert result.returncode == 2
    assert said in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_the_name_alone_shows_the_help_with_whole_sentences(tmp_path):
    result = metodist(folder=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert "Вызов:" in result.stderr
    assert "..." not in result.stderr


def test_words_of_a_call_stand_without_braces(tmp_path):
    assert "new [КЛЮЧИ] КОД ПАПКА\n" in metodist("new", "--help", folder=tmp_path).stdout


def test_help_is_russian_and_names_every_command(tmp_path):
    text = metodist("--help", folder=tmp_path).stdout
    for command in COMMANDS:
        assert f"  {command.id}" in text
    for english in ("Usage", "Options", "Show this", "Commands"):
        assert english not in text


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_explains_itself(command, tmp_path):
    result = metodist(command.id, "--help", folder=tmp_path)
    assert result.returncode == 0
    assert command.tip.split(":")[0] in " ".join(result.stdout.split())
    assert "--json" in result.stdout


def test_an_interruption_is_told_in_a_sentence(monkeypatch, capsys):
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("metodist.services.issuing.issue_tables", stopped)
    monkeypatch.setattr(sys, "argv", ["metodist", "issue", "папка"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 130
    assert "Команда остановлена." in capsys.readouterr().err


def test_labels_have_three_words_at_most():
    assert [command.label for command in COMMANDS if len(command.label.split()) > 3] == []


def test_json_goes_alone_to_stdout(tmp_path):
    result = metodist("programmes", "--json", folder=tmp_path)
    assert result.returncode == 0
    assert "krymsk" in [programme["code"] for programme in json.loads(result.stdout)]
    assert result.stderr == ""


def test_the_command_line_starts_without_heavy_packages():
    heavy = "pandas numpy openpyxl xlsxwriter docx docxtpl xlwings lxml pymorphy3 rich.table".split()
    code = f"import sys, metodist.cli; print([name for name in {heavy!r} if name in sys.modules])"
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, capture_output=True, text=True, env={"PYTHONPATH": str(ADDIN)}, check=True)
    assert result.stdout.strip() == "[]"


def test_the_table_of_commands_in_the_readme_is_fresh():
    readme = (ADDIN.parent / "README.md").read_text(encoding="utf-8")
    begin, end = "<!-- commands:begin -->\n", "<!-- commands:end -->"
    assert begin in readme, "README.md has no table of commands"
    assert readme.split(begin)[1].split(end)[0] == readme_table()


def test_an_empty_inbox_is_told_in_a_sentence_and_not_as_an_empty_table(capsys):
    show_taken(())

    assert capsys.readouterr().out == "В папке «Входящие» нет файлов.\n"
