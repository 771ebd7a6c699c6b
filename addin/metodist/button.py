"""What a button and a word of the command line are; which ones there are stands in `metodist.commands`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from metodist.domain.books import BookKind
from metodist.errors import UserError

if TYPE_CHECKING:
    from xlwings import Book

    from metodist.domain.results import CommandResult, Dialogs
    from metodist.services.on_book.what_book import WhatBook

_USE_CASES = "metodist.services.on_book"


@dataclass(frozen=True, slots=True)
class Words:
    """A command on the command line, where it differs from the button.

    Args:
        id: The word after ``metodist``.
        usage: What follows it.
        tip: What it does; the button's own sentence if left out.
        result: What it changes; the button's own sentence if left out.
    """

    id: str
    usage: str
    tip: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """One button.

    Args:
        id: Stable; the word of the command line where there is one.
        label: At most three words.
        group: In the order of work.
        screentip: The button's name in full.
        tip: One Russian sentence: what it does.
        result: One Russian sentence: what it changes and where the result goes.
        keytip: The key that presses it after Alt; unlike all others.
        icon: A picture that Excel has had since 2010 (``imageMso``); unknown ones are silently left out, so a test
            holds those whose source is known.
        function: ``module:name`` below ``services.on_book``; empty for what is yet to come.
        kinds: Kinds of books it works on; empty for any.
        in_folder: The book has to lie in a working folder.
        reason: Why it cannot work on another kind of book, or not yet.
        words: Its command on the command line; ``None`` for none.
    """

    id: str
    label: str
    group: str
    screentip: str
    tip: str
    result: str
    keytip: str
    icon: str
    function: str
    kinds: tuple[BookKind, ...] = ()
    in_folder: bool = False
    reason: str = ""
    words: Words | None = None

    @property
    def enabled(self) -> bool:
        """False for what comes with a later version."""
        return bool(self.function)

    @property
    def supertip(self) -> str:
        """What it does, what it changes, where the result goes; and why it is grey, where it is."""
        return " ".join(part for part in (self.tip, self.result, "" if self.enabled else self.reason) if part)

    def why_not(self, what: WhatBook) -> str:
        """Why the button cannot work on that book, as a Russian sentence; empty where it can."""
        if not self.enabled or (self.kinds and what.kind not in self.kinds):
            return self.reason
        try:
            if self.kinds or self.in_folder:
                what.saved()
            if self.in_folder:
                what.working_folder()
        except UserError as error:
            return str(error)
        return ""

    def run(self, book: Book, dialogs: Dialogs) -> CommandResult:
        """Press it.

        Raises:
            UserError: It cannot work on that book; says why and what to do.
        """
        from metodist.services.on_book.what_book import what_book

        reason = self.why_not(what_book(book)) if self.enabled else self.reason
        if reason:
            raise UserError(reason)
        module, _, name = self.function.partition(":")
        press: Callable[[Book, Dialogs], CommandResult] = getattr(import_module(f"{_USE_CASES}.{module}"), name)
        return press(book, dialogs)


@dataclass(frozen=True, slots=True)
class Command:
    """One word of the command line.

    Args:
        id: The word.
        label: The button's text, or a name of its own where there is no button.
        group: The button's group.
        usage: What follows the word.
        tip: One Russian sentence: what it does.
        result: One Russian sentence: what it changes and where the result goes.
    """

    id: str
    label: str
    group: str
    usage: str
    tip: str
    result: str
