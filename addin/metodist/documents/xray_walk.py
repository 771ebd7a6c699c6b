"""Walks a template's tags in order: blocks that open and close, names that are there, values that may be printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from metodist.documents.xray_expressions import Expression, ExpressionError, Path, UnsafeError, expression
from metodist.documents.xray_findings import Findings
from metodist.documents.xray_scopes import Held, Scopes, UnknownNameError, loop_names
from metodist.documents.xray_tags import Paragraph, Tag, without_tags
from metodist.messages import say

_FOR = re.compile(r"for\s+(.+?)\s+in\s+(.+?)(?:\s+if\s+(.+))?", re.DOTALL)
_SET = re.compile(r"set\s+(\w+)\s*=\s*(.+)", re.DOTALL)
_CLOSERS = {"endif": "if", "endfor": "for"}


@dataclass(frozen=True, slots=True)
class Block:
    """A condition or a loop that is open.

    Args:
        word: ``if`` or ``for``.
        guarded: Paths that its condition has looked at.
    """

    word: str
    tag: Tag
    paragraph: Paragraph
    guarded: frozenset[str]


class Walk:
    """One part of a template against the context of its kind."""

    def __init__(self, context: type[Any], findings: Findings) -> None:
        """Begin outside of every block."""
        self._scopes = Scopes(context)
        self._findings = findings
        self._open: list[Block] = []
        self.used: set[str] = set()

    def paragraph(self, paragraph: Paragraph) -> None:
        """Look at one paragraph and its tags."""
        for mark in dict.fromkeys(paragraph.left):
            self._findings.error("not_closed", paragraph.quoted, mark=mark)
        for tag in paragraph.tags:
            self._shape(tag, paragraph)
            if tag.mark == "{{":
                self._printed(tag, paragraph)
            elif tag.mark == "{%":
                self._command(tag, paragraph)

    def finish(self) -> None:
        """Everything that is still open has no end."""
        for block in self._open:
            closer = f"{block.tag.level} end{block.word}".strip()
            self._findings.error("never_ended", block.paragraph.quoted, tag=block.tag.text, closer=closer)

    def _shape(self, tag: Tag, paragraph: Paragraph) -> None:
        if tag.broken:
            self._findings.error("broken_tag", paragraph.quoted, tag=tag.text)
        elif tag.torn:
            self._findings.warning("torn_tag", paragraph.quoted, tag=tag.text)
        whole = {"p": paragraph.text, "tr": paragraph.row_text}.get(tag.level)
        if whole is not None and (without_tags(whole).strip() or whole.count("{" + "%" + tag.level + " ") > 1):
            unit = say(f"xray.unit_{tag.level}")
            self._findings.error("lost_text", paragraph.quoted, tag=tag.text, unit=unit)

    def _command(self, tag: Tag, paragraph: Paragraph) -> None:
        word, _, rest = tag.body.partition(" ")
        if word in _CLOSERS:
            self._close(_CLOSERS[word], tag, paragraph)
        elif word in ("elif", "else"):
            self._otherwise(word, rest, tag, paragraph)
        elif word == "if":
            asked = self._expression(rest, tag, paragraph)
            self._push("if", tag, paragraph, self._looked_at(asked, tag, paragraph), {})
        elif word == "for":
            self._loop(tag, paragraph)
        elif word == "set":
            self._set(tag, paragraph)
        else:
            self._findings.error("unsafe_word", paragraph.quoted, tag=tag.text, word=word)

    def _push(self, word: str, tag: Tag, paragraph: Paragraph, guarded: frozenset[str], names: dict[str, Held]) -> None:
        self._open.append(Block(word, tag, paragraph, guarded))
        self._scopes.push(names)

    def _otherwise(self, word: str, rest: str, tag: Tag, paragraph: Paragraph) -> None:
        if not self._open:
            self._findings.error("not_open", paragraph.quoted, tag=tag.text, opener="if")
            return
        block = self._open[-1]
        self._same_place(block, tag, paragraph)
        guarded = frozenset[str]()
        if word == "elif":
            guarded = self._looked_at(self._expression(rest, tag, paragraph), tag, paragraph)
        negative = block.tag.body.startswith("if not ")
        self._open[-1] = Block(block.word, block.tag, block.paragraph, block.guarded if negative else guarded)

    def _close(self, word: str, tag: Tag, paragraph: Paragraph) -> None:
        if not self._open:
            self._findings.error("not_open", paragraph.quoted, tag=tag.text, opener=word)
            return
        block = self._open.pop()
        self._scopes.pop()
        if block.word == word:
            self._same_place(block, tag, paragraph)
            return
        opened = {"opened": block.tag.text, "opened_place": block.paragraph.quoted}
        self._findings.error("wrong_end", paragraph.quoted, tag=tag.text, **opened)

    def _same_place(self, block: Block, tag: Tag, paragraph: Paragraph) -> None:
        """Both ends of a block are written the same way and stand in the same cell or table."""
        opened, first = block.tag, block.paragraph
        if opened.level != tag.level:
            self._findings.error("wrong_level", paragraph.quoted, tag=tag.text, opened=opened.text)
        elif tag.level == "" and first is not paragraph:
            self._findings.warning("across", first.quoted, opened=opened.text)
        elif (tag.level == "p" and first.holder != paragraph.holder) or (
            tag.level == "tr" and first.table != paragraph.table
        ):
            self._findings.error("wrong_holder", paragraph.quoted, tag=tag.text, opened=opened.text)

    def _loop(self, tag: Tag, paragraph: Paragraph) -> None:
        match = _FOR.fullmatch(tag.body)
        if match is None:
            self._findings.error("syntax", paragraph.quoted, tag=tag.text)
            self._push("for", tag, paragraph, frozenset(), {"loop": loop_names("x", Held(None))["loop"]})
            return
        asked = self._expression(match[2], tag, paragraph)
        looked = self._looked_at(asked, tag, paragraph)
        held = self._held(asked.bare, tag, paragraph) if asked and asked.bare else None
        if held is not None and held.item is None:
            self._findings.error("not_a_list", paragraph.quoted, tag=tag.text, word=match[2])
        names = loop_names(match[1], held or Held(None))
        self._push("for", tag, paragraph, looked, names)
        if match[3]:
            self._looked_at(self._expression(match[3], tag, paragraph), tag, paragraph)

    def _set(self, tag: Tag, paragraph: Paragraph) -> None:
        match = _SET.fullmatch(tag.body)
        if match is None:
            self._findings.error("syntax", paragraph.quoted, tag=tag.text)
            return
        self._looked_at(self._expression(match[2], tag, paragraph), tag, paragraph)
        self._scopes.define(match[1])

    def _printed(self, tag: Tag, paragraph: Paragraph) -> None:
        asked = self._expression(tag.body, tag, paragraph)
        looked = self._looked_at(asked, tag, paragraph)
        held = self._held(asked.bare, tag, paragraph, quiet=True) if asked and asked.bare else None
        if held is None:
            return
        if not held.printable:
            inner = [field.name for field in fields(held.kind)] if is_dataclass(held.kind) else ["…"]
            values = {"tag": tag.text, "word": tag.body, "fields": ", ".join(inner)}
            self._findings.error("not_printable", paragraph.quoted, **values)
        guarded = frozenset[str]().union(*(block.guarded for block in self._open))
        if held.optional and not looked & guarded:
            self._findings.warning("may_be_empty", paragraph.quoted, tag=tag.text, word=tag.body)

    def _expression(self, text: str, tag: Tag, paragraph: Paragraph) -> Expression | None:
        try:
            return expression(text)
        except UnsafeError as error:
            self._findings.error("unsafe", paragraph.quoted, tag=tag.text, piece=error)
        except ExpressionError:
            self._findings.error("syntax", paragraph.quoted, tag=tag.text)
        return None

    def _looked_at(self, asked: Expression | None, tag: Tag, paragraph: Paragraph) -> frozenset[str]:
        """The paths of an expression, noted as used; unknown ones are reported."""
        if asked is None:
            return frozenset()
        for path in asked.paths:
            held = self._held(path, tag, paragraph)
            if held is not None and held.known:
                self.used.add(held.known)
        return frozenset(str(path) for path in asked.paths)

    def _held(self, path: Path, tag: Tag, paragraph: Paragraph, *, quiet: bool = False) -> Held | None:
        try:
            return self._scopes.find(path)
        except UnknownNameError as error:
            if not quiet:
                hint = say("xray.nearest", word=error.nearest) if error.nearest else say("xray.see_reference")
                self._findings.error("unknown_place", paragraph.quoted, tag=tag.text, word=error.word, hint=hint)
        return None
