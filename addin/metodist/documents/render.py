"""A context and a template become a .docx, whole or not at all."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, UndefinedError
from jinja2.exceptions import SecurityError

from metodist.documents.chart_parts import charts_drawn, charts_in, drawn, with_charts
from metodist.documents.inspection import inspect
from metodist.documents.kinds import kind_of
from metodist.documents.profile import GOST_2025, LayoutProfile
from metodist.documents.signature_block import keep_signatures
from metodist.documents.stamp import Stamp, stamped
from metodist.documents.template import DOCUMENT, EmptyPlaceError, Prepared, prepared
from metodist.documents.typography import one_stop
from metodist.errors import UserError
from metodist.messages import say

#: The same context gives the same bytes: the zip members carry no time of their own.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"


def render(
    kind_id: str,
    context: object,
    template_path: Path,
    target: Path,
    profile: LayoutProfile = GOST_2025,
    stamp: Stamp | None = None,
) -> None:
    """Write a document.

    Args:
        kind_id: One of ``kinds.KINDS``.
        context: What that kind's builder made.
        template_path: The .docx template.
        target: Where the document will stand; an old file there is replaced in one step.
        profile: The layout's numbers.
        stamp: What the document says about itself; nothing where ``None``.

    Raises:
        UserError: The template is missing, damaged, unsafe or asks for what the context has not; something is left
            unfilled; the file cannot be written. ``target`` is then as it was.
    """
    kind_of(kind_id)
    template = prepared(template_path, profile)
    parts = dict(template.constant)
    rendered = rendered_parts(template, context)
    for name, text in rendered.items():
        parts[name] = text.encode("utf-8")
    parts = with_charts(parts, charts_drawn(rendered[DOCUMENT], charts_in(top_level(context))), profile.font)
    write_package(parts if stamp is None else stamped(parts, stamp), target)


def rendered_parts(template: Prepared, context: object) -> Mapping[str, str]:
    """The rendered XML parts of a document, checked.

    Raises:
        UserError: See :func:`render`.
    """
    values = top_level(context)
    parts = {name: one_stop(_run(template.name, compiled, values)) for name, compiled in template.rendered.items()}
    parts[DOCUMENT] = keep_signatures(drawn(parts[DOCUMENT], charts_in(values)), template.signature_style)
    for xml in parts.values():
        inspect(template.name, xml)
    return parts


def top_level(context: Any) -> dict[str, object]:
    """The context's fields by name, as a template sees them."""
    return {field.name: getattr(context, field.name) for field in fields(context)}


def _run(name: str, compiled: Any, values: Mapping[str, object]) -> str:
    try:
        return str(compiled.render(values))
    except EmptyPlaceError as error:
        raise UserError(
            say("documents.empty_place", name=name, place=error), say("documents.empty_place_action")
        ) from error
    except SecurityError as error:
        raise UserError(
            say("documents.unsafe_template", name=name, detail=error), say("documents.unsafe_template_action")
        ) from error
    except UndefinedError as error:
        raise UserError(
            say("documents.unknown_place", name=name, detail=_missing(error)), say("documents.template_syntax_action")
        ) from error
    except (TemplateError, TypeError, ValueError) as error:
        raise UserError(
            say("documents.template_syntax", name=name, detail=error), say("documents.template_syntax_action")
        ) from error


def _missing(error: UndefinedError) -> str:
    """The name that the context does not have: the last quoted word of Jinja's message."""
    words = str(error).split("'")
    return f"«{words[-2]}»" if len(words) > 2 else str(error)


def write_package(parts: Mapping[str, bytes], target: Path) -> None:
    """Write a package's parts as a file, whole or not at all.

    Raises:
        UserError: The file cannot be written; an old one at ``target`` is then as it was.
    """
    try:
        descriptor, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=target.parent)
    except OSError as error:
        raise _not_written(target, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for member in sorted(parts, key=lambda part: (part != _FIRST, part)):
                info = zipfile.ZipInfo(member, _ZIP_TIME)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, parts[member])
        temporary.replace(target)
    except OSError as error:
        raise _not_written(target, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def _not_written(target: Path, error: OSError) -> UserError:
    reason = error.strerror or str(error)
    return UserError(say("documents.not_written", name=target.name, reason=reason), say("documents.not_written_action"))
