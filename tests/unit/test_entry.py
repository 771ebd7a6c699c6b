"""Every error becomes one Russian sentence with an action, and an exit code; the log keeps nothing personal."""

import errno
import re

import pytest

from metodist import entry
from metodist.entry import guarded, log_error
from metodist.errors import UserError


def told(error: BaseException) -> tuple[int, str]:
    """The exit code and the sentence that an error ends in."""
    said: list[str] = []

    def run() -> int:
        raise error

    return guarded(run, said.append), "\n".join(said)


def trouble(code: int) -> OSError:
    return OSError(code, "As the system says it", "/папка/Свод")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "На диске не хватает места. Освободите место"),
        (errno.EACCES, "Нет доступа к «/папка/Свод». Закройте файл"),
        (errno.EROFS, "«/папка/Свод»: сюда можно только читать. Проверьте диск"),
        (errno.EEXIST, "на месте папки лежит файл"),
        (errno.EISDIR, "на месте файла стоит папка"),
        (errno.ENAMETOOLONG, "имя или путь слишком длинные"),
        (errno.EMFILE, f"код ошибки {errno.EMFILE}"),
    ],
)
def test_trouble_with_the_disk_is_told_in_russian(code, said):
    exit_code, sentence = told(trouble(code))
    assert exit_code == 2
    assert said in sentence
    assert "system says" not in sentence


def test_every_known_trouble_has_its_words():
    for code in entry._TROUBLES:
        assert not re.search("[A-Za-z]", told(trouble(code))[1])


def test_a_users_error_is_told_as_it_is():
    assert told(UserError("Файл не найден.", "Проверьте путь.")) == (2, "Файл не найден. Проверьте путь.")


def test_an_interruption_is_no_error_of_ours():
    assert told(KeyboardInterrupt())[0] == 130


def test_the_log_holds_neither_the_message_nor_the_values(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path)
    name = "Иванова Анна"

    def fail() -> None:
        raise ValueError(f"cannot read {name}")

    try:
        fail()
    except ValueError as error:
        path = log_error(error)
    text = path.read_text(encoding="utf-8")
    assert "Анна" not in text
    assert "cannot read" not in text.replace('raise ValueError(f"cannot read {name}")', "")
    assert text.rstrip().endswith("ValueError")
    code, sentence = told(ValueError(name))
    assert (code, name in sentence) == (3, False)
