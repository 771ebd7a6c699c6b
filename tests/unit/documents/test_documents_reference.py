"""``docx_templates/README.md`` says what the contexts say, and the templates ask for nothing else."""

from __future__ import annotations

import re
import zipfile

import pytest
from jinja2 import Environment, nodes

from documents_sample import TEMPLATES
from metodist.documents.kinds import KINDS, Kind
from metodist.documents.reference import places, reference
from metodist.documents.template import patched

README = TEMPLATES / "README.md"


def test_the_reference_is_not_stale(regenerate: bool) -> None:
    if regenerate:
        README.write_text(reference(), encoding="utf-8", newline="\n")
    assert README.read_text(encoding="utf-8") == reference()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_template_asks_for_nothing_that_its_context_has_not(kind: Kind) -> None:
    known = {place.path.replace("[]", "") for place in places(kind.context)}
    assert _asked(kind) <= known


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_context_has_nothing_that_its_template_does_not_print(kind: Kind) -> None:
    known = {place.path.replace("[]", "") for place in places(kind.context)}
    printed = _asked(kind)
    printed |= {path.rsplit(".", 1)[0] for path in printed if "." in path}
    unused = {path for path in known - printed if not path.startswith("properties")}
    assert unused == set()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_what_may_be_empty_is_asked_for_before_it_is_printed(kind: Kind) -> None:
    source = _source(kind)
    for place in places(kind.context):
        name = place.path.split(".")[-1].removesuffix("[]")
        if place.optional:
            guard = rf"for \w+ in (?:\w+\.)*{name}\b" if place.repeated else rf"if [^%]*\b{name}\b"
            assert re.search(rf"\{{%[a-z]*\s+{guard}", source), place.path


def _asked(kind: Kind) -> set[str]:
    """Every dotted name of the template; a loop's own name is replaced by the list that it runs over."""
    tree = Environment(autoescape=True).parse(_source(kind))
    own = {loop.target.name for loop in tree.find_all(nodes.For) if isinstance(loop.target, nodes.Name)}
    names = {_dotted(node) for node in tree.find_all((nodes.Getattr, nodes.Name))}
    asked = {path for path in names if path.split(".")[0] not in {*own, "loop"}}
    for loop in tree.find_all(nodes.For):
        assert isinstance(loop.target, nodes.Name)
        for node in loop.find_all(nodes.Getattr):
            head, _, rest = _dotted(node).partition(".")
            if head == loop.target.name:
                asked.add(f"{_resolved(_dotted(loop.iter), tree)}.{rest}")
    return asked


def _resolved(path: str, tree: nodes.Template) -> str:
    """``group.rows`` is ``groups.rows`` where ``group`` runs over ``groups``."""
    head, _, rest = path.partition(".")
    for loop in tree.find_all(nodes.For):
        if isinstance(loop.target, nodes.Name) and loop.target.name == head and rest:
            return f"{_resolved(_dotted(loop.iter), tree)}.{rest}"
    return path


def _dotted(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else ""


def _source(kind: Kind) -> str:
    with zipfile.ZipFile(TEMPLATES / kind.template) as archive:
        return patched(archive.read("word/document.xml").decode("utf-8"))
