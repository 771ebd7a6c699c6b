"""A Word template made ready once: laid out by a profile, its tags compiled, its other parts kept as they are.

What docxtpl does anew for every document is done once a template and process here: opening the package, cleaning
the tags that Word has torn apart, compiling. A document is then one run of the compiled template and one zip file.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from metodist.documents.chart import Chart
from metodist.documents.chart_parts import mark
from metodist.documents.profile import LayoutProfile
from metodist.documents.typography import bind, clean
from metodist.errors import UserError
from metodist.messages import say

DOCUMENT = "word/document.xml"
_CORE = "docProps/core.xml"
_RENDERED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml")
_PLACE = re.compile(r"\{\{(.+?)\}\}", re.DOTALL)
#: A full stop of the template, also where Word tore it off by formatting; not an ellipsis.
_ONE_STOP = re.compile(r"(?:<(?!/w:p>)[^>]*>)*\.(?!\.)")
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)(.*?)(</w:t>)", re.DOTALL)
_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)
_CORE_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    "<cp:coreProperties"
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{{ properties.title }}</dc:title><dc:subject>{{ properties.subject }}</dc:subject>"
    "<dc:creator>{{ properties.author }}</dc:creator><dc:language>%s</dc:language>"
    "<cp:lastModifiedBy>{{ properties.author }}</cp:lastModifiedBy>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{{ properties.created }}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{{ properties.created }}</dcterms:modified>'
    "</cp:coreProperties>"
)


class EmptyPlaceError(Exception):
    """A placeholder would print nothing; the text is the placeholder."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A template ready to render.

    Args:
        name: The file's name, for messages.
        rendered: Compiled parts by their name in the package.
        constant: The other parts, as bytes.
        signature_style: The id of the style that marks a signature; empty where the template has none.
    """

    name: str
    rendered: Mapping[str, Template]
    constant: Mapping[str, bytes]
    signature_style: str


def prepared(path: Path, profile: LayoutProfile) -> Prepared:
    """The template at ``path``, laid out by ``profile``; made once a content and process.

    Raises:
        UserError: The file is missing, no Word document, or has a tag that is not closed or not known.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UserError(say("documents.no_template", name=path.name), say("documents.no_template_action")) from error
    return _prepared(path.name, content, profile)


def prepared_from(name: str, content: bytes, profile: LayoutProfile) -> Prepared:
    """The same for a template at hand: ``name`` is for messages.

    Raises:
        UserError: It is no Word document, or has a tag that is not closed or not known.
    """
    return _prepared(name, content, profile)


@lru_cache(maxsize=64)
def _prepared(name: str, content: bytes, profile: LayoutProfile) -> Prepared:
    parts, signature_style = _laid_out(name, content, profile)
    environment = environment_of_documents()
    rendered = {part: _compile(name, part, data, environment) for part, data in parts.items() if _has_tags(part, data)}
    rendered[_CORE] = environment.from_string(with_guards(_CORE_XML % profile.language))
    constant = {part: data for part, data in parts.items() if part not in rendered}
    return Prepared(name, rendered, constant, signature_style)


def environment_of_documents() -> SandboxedEnvironment:
    """Where templates run: no access to anything but the context, «<» and «&» survive, a missing field is an error."""
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    environment.globals.clear()
    environment.filters["shown"] = shown
    return environment


def shown(value: object, place: str, *, stop_follows: bool = False) -> str:
    """How a value is printed: single spaces, non-breaking ones where they belong.

    Args:
        value: What the context holds.
        place: The placeholder's text, for the message.
        stop_follows: The template's full stop stands right behind: one that the value brings («на 2021–2025 гг.»)
            is the same one.

    Raises:
        EmptyPlaceError: Nothing would be printed.
    """
    if isinstance(value, Chart):
        return mark(value)
    text = _set(str(value)) if value is not None else ""
    if not text:
        raise EmptyPlaceError(place)
    return text.removesuffix(".") if stop_follows and not text.endswith("..") else text


@lru_cache(maxsize=4096)
def _set(text: str) -> str:
    """A table says «принята» and «—» hundreds of times: each text is set once."""
    return bind(clean(text))


def with_guards(source: str) -> str:
    """Every ``{{ place }}`` printed through :func:`shown`, which knows the place's name and what stands behind it."""

    def guarded(match: re.Match[str]) -> str:
        place = match[1].strip()
        before_stop = ", stop_follows=true" if _ONE_STOP.match(source, match.end()) else ""
        return f"{{{{ ({place})|shown({place!r}{before_stop}) }}}}"

    return _PLACE.sub(guarded, source)


def laid_out(content: bytes, profile: LayoutProfile) -> bytes:
    """The template's own .docx with the profile applied, tags untouched."""
    from docx import Document

    from metodist.documents.styling import apply_profile
    from metodist.documents.tables import lay_out_tables

    document = Document(io.BytesIO(content))
    apply_profile(document, profile)
    lay_out_tables(document, profile)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _laid_out(name: str, content: bytes, profile: LayoutProfile) -> tuple[dict[str, bytes], str]:
    try:
        package = laid_out(content, profile)
    except (KeyError, ValueError, zipfile.BadZipFile) as error:
        raise UserError(say("documents.not_a_template", name=name), say("documents.not_a_template_action")) from error
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {member: archive.read(member) for member in archive.namelist()}
    return parts, _signature_style(parts.get("word/styles.xml", b""))


def _signature_style(styles: bytes) -> str:
    from metodist.documents.styling import SIGNATURE

    text = styles.decode("utf-8")
    at = text.find(f'<w:name w:val="{SIGNATURE}"/>')
    ids = re.findall(r'<w:style [^>]*w:styleId="([^"]+)"', text[:at]) if at >= 0 else []
    return ids[-1] if ids else ""


def _has_tags(part: str, data: bytes) -> bool:
    return bool(_RENDERED.fullmatch(part)) and (part == DOCUMENT or b"{{" in data or b"{%" in data)


def _compile(name: str, part: str, data: bytes, environment: SandboxedEnvironment) -> Template:
    source = with_guards(_bound(patched(data.decode("utf-8"))))
    try:
        return environment.from_string(source)
    except TemplateSyntaxError as error:
        raise UserError(
            say("documents.template_syntax", name=name, detail=error.message or part),
            say("documents.template_syntax_action"),
        ) from error
    except TemplateError as error:
        raise UserError(
            say("documents.template_syntax", name=name, detail=str(error)), say("documents.template_syntax_action")
        ) from error


def patched(xml: str) -> str:
    """The part with its tags whole: Word tears ``{{ place }}`` apart by formatting, docxtpl mends it."""
    from docxtpl import DocxTemplate

    mended: Any = DocxTemplate(io.BytesIO()).patch_xml(xml)
    return str(mended)


def _bound(xml: str) -> str:
    """The template's own words with non-breaking spaces; tags are left alone."""

    def text(match: re.Match[str]) -> str:
        pieces = _TAG.split(match[2])
        return match[1] + "".join(piece if _TAG.fullmatch(piece) else bind(piece) for piece in pieces) + match[3]

    return _TEXT.sub(text, xml)
