"""The rubric as a methodist meets it: Krymsk's score, what its own documents earn, and what to do for more."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from metodist.domain.evidence import EvidenceStatus
from metodist.services.documenting import write_documents
from metodist.services.programmes import new_folder
from metodist.services.scoring_folder import score_folder, score_json


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("рубрика") / "Район"
    new_folder("krymsk", place, 2026)
    return place


def block(scored: dict[str, object], title: str) -> dict[str, object]:
    blocks = scored["blocks"]
    assert isinstance(blocks, list)
    return next(one for one in blocks if one["title"] == title)


def test_krymsk_says_its_maximum_and_that_of_its_source(folder: Path) -> None:
    scored = score_json(score_folder(folder))

    measures = block(scored, "Меры, мероприятия")
    assert (measures["maximum"], measures["declared_maximum"], len(measures["positions"])) == (21, 24, 7)  # type: ignore[arg-type]
    assert scored["maximum"] == 71
    assert [one["maximum"] for one in scored["blocks"]] == [8, 12, 12, 12, 21, 3, 3]
    assert list(scored) == ["total", "maximum", "blocks", "yardstick"]
    json.dumps(scored)


def test_the_second_yardstick_stands_beside_the_points(folder: Path) -> None:
    yardstick = score_json(score_folder(folder))["yardstick"]

    assert yardstick["best"] == 100
    (own,) = yardstick["municipalities"]
    assert (own["title"], own["own"], own["value"]) == ("муниципальное образование Крымский район", True, 100)
    assert yardstick["schools"] == [], "no school has handed in yet"


def test_a_note_that_is_not_written_yet_earns_nothing(folder: Path) -> None:
    assert block(score_json(score_folder(folder)), "Анализ результатов мониторинга")["score"] == 0


def test_the_order_that_the_product_wrote_earns_the_terms(folder: Path) -> None:
    before = score_folder(folder).score
    (written,) = write_documents(folder, "order_monitoring").written

    after = score_folder(folder).score

    monitoring = after.blocks[1]
    assert (before.blocks[1].score, monitoring.score) == (10, 11)
    young = monitoring.positions[1].criteria[1]
    own = [one for one in young.evidence if one.sha256]
    assert [one.link for one in own] == [f"Документы/{written.path.name}"]
    assert len(own[0].sha256) == 64


def test_an_order_that_is_signed_still_counts_and_one_that_lost_its_date_does_not(folder: Path) -> None:
    (written,) = write_documents(folder, "order_monitoring").written
    rewrite(written.path, "Приложение", "Приложение ")
    signed = score_folder(folder).score.blocks[1]
    rewrite(written.path, "октября", "ноября")
    lost = score_folder(folder).score.blocks[1]

    assert (signed.score, lost.score) == (11, 10)
    statuses = {one.status for one in lost.positions[1].criteria[1].evidence if one.link}
    assert statuses == {EvidenceStatus.MISSING}


def test_a_wish_names_the_documents_that_give_most(folder: Path) -> None:
    plan = score_folder(folder, 55).plan

    assert plan is not None
    assert plan.reached >= 55
    gains = [step.gain for step in plan.steps]
    assert gains == sorted(gains, reverse=True)


def rewrite(path: Path, old: str, new: str) -> None:
    """Change a text of a document as its user would."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode("utf-8")
    assert old in text
    parts["word/document.xml"] = text.replace(old, new).encode("utf-8")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
