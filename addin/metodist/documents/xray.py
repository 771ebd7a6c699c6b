"""X-ray of a template, before any document is made of it: in Russian, with the paragraph quoted, nothing run.

What is looked for: placeholders that the kind does not have, loops and conditions that do not close, tags that Word
has torn, expressions that a template must not hold, links to the outside, and what the template leaves unused.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any

from metodist.documents.kinds import Kind
from metodist.documents.profile import GOST_2025
from metodist.documents.reference import Place, places
from metodist.documents.xray_findings import Findings, TemplateFinding
from metodist.documents.xray_tags import paragraphs_of, without_tags
from metodist.documents.xray_walk import Walk
from metodist.domain.findings import Severity
from metodist.domain.wording import NBSP
from metodist.errors import UserError

_RENDERED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml")
_SPACES = re.compile(f"[ {NBSP}]{{2,}}")
_EXTERNAL = re.compile(rb'<Relationship [^>]*TargetMode="External"[^>]*>')
_TARGET = re.compile(rb'Target="([^"]*)"')
_FIELD = re.compile(rb"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|DATABASE|LINK|IMPORT)\b")
_INSTRUCTION = re.compile(rb'<w:instrText[^>]*>([^<]*)<|w:instr="([^"]*)"')
_MEGABYTE = 1 << 20
_LIMIT_MB = 20
#: What every kind has for the program itself, not for the template.
_OWN = ("properties",)


def xray(name: str, content: bytes, kind: Kind) -> tuple[TemplateFinding, ...]:
    """Everything that is wrong or worth knowing about a template.

    Args:
        name: The file's name, for messages.
        content: The .docx.
        kind: The kind of document that it is for.

    Returns:
        Errors first; a template without errors can be used.
    """
    findings = Findings()
    parts = _parts(content, findings)
    if parts is None:
        return findings.sorted
    _outside(parts, findings)
    used: set[str] = set()
    for part in sorted(filter(_RENDERED.fullmatch, parts), key=lambda part: part != "word/document.xml"):
        used |= _walk(parts[part], kind.context, findings)
    _unused(kind.context, used, findings)
    if not has_errors(findings.sorted):
        _compiles(name, content, findings)
    return findings.sorted


def has_errors(findings: tuple[TemplateFinding, ...]) -> bool:
    """Whether the template cannot be used."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def _parts(content: bytes, findings: Findings) -> dict[str, bytes] | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            size = sum(member.file_size for member in package.infolist())
            if size > 5 * _LIMIT_MB * _MEGABYTE or len(content) > _LIMIT_MB * _MEGABYTE:
                findings.error("too_big", size=size // _MEGABYTE, limit=_LIMIT_MB)
                return None
            parts = {member: package.read(member) for member in package.namelist()}
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        parts = {}
    if "word/document.xml" not in parts:
        findings.error("not_a_template")
        return None
    return parts


def _outside(parts: Mapping[str, bytes], findings: Findings) -> None:
    """Macros, links to other files, fields that read them: a template holds its text and nothing else."""
    if any("vbaProject" in name or "activeX" in name for name in parts):
        findings.error("macros")
    for name, data in parts.items():
        if name.endswith(".rels"):
            for link in _EXTERNAL.findall(data):
                target = _TARGET.search(link)
                if b"/hyperlink" not in link:
                    findings.error("outside", target=target[1].decode("utf-8", "replace") if target else name)
        elif name.startswith("word/") and name.endswith(".xml"):
            for pieces in _INSTRUCTION.findall(data):
                word = _FIELD.search(b"".join(pieces))
                if word:
                    findings.error("field_code", word=word[1].decode("ascii"))


def _walk(part: bytes, context: type[Any], findings: Findings) -> set[str]:
    walk = Walk(context, findings)
    try:
        for paragraph in paragraphs_of(part):
            walk.paragraph(paragraph)
            if _SPACES.search(re.sub(r"\{[{%#].*?[}%#]\}", "\0", paragraph.text)):
                findings.error("double_space", " ".join(without_tags(paragraph.text).split())[:60])
    except ValueError:
        findings.error("not_a_template")
    walk.finish()
    return walk.used


def _unused(context: type[Any], used: set[str], findings: Findings) -> None:
    """Top-level fields that no tag asks for; a group counts as used when any of its fields is."""
    whole = [place for place in places(context) if "." not in place.path]
    roots = {path.split(".")[0] for path in used}
    left = [place for place in whole if _name(place) not in roots and _name(place) not in _OWN]
    if left:
        findings.remark("unused", words=", ".join(f"{_name(place)} ({place.source})" for place in left))


def _name(place: Place) -> str:
    return place.path.removesuffix("[]")


def _compiles(name: str, content: bytes, findings: Findings) -> None:
    """The last word has what will really render it."""
    from metodist.documents.template import prepared_from

    try:
        prepared_from(name, content, GOST_2025)
    except UserError as error:
        findings.error("cannot_compile", detail=str(error).split("\n")[0])
