"""What a tag may say: names and fields of the context, plain comparisons, a few filters. Nothing is run here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

#: Filters that only shape a text.
FILTERS = frozenset(
    {"capitalize", "default", "first", "join", "last", "length", "lower", "replace", "title", "trim", "upper"}
)
_ALLOWED = (
    nodes.And, nodes.Compare, nodes.Concat, nodes.CondExpr, nodes.Const, nodes.Filter, nodes.Getattr, nodes.Name,
    nodes.Not, nodes.Operand, nodes.Or, nodes.Test, nodes.Tuple, nodes.List, nodes.Add, nodes.Sub, nodes.Mod,
)  # fmt: skip


class ExpressionError(Exception):
    """The expression cannot be read; the text says why, as Jinja says it."""


class UnsafeError(Exception):
    """The expression asks for more than a template may; the text is the piece that does."""


@dataclass(frozen=True, slots=True)
class Path:
    """A name of the context with the fields asked of it: ``letterhead.dated``."""

    parts: tuple[str, ...]

    def __str__(self) -> str:
        """As a template writes it."""
        return ".".join(self.parts)


@dataclass(frozen=True, slots=True)
class Expression:
    """What an expression asks of the context.

    Args:
        paths: Every path in it.
        bare: The path itself where the expression is nothing else.
        softened: Has a filter or a condition, so that an empty value may be meant.
    """

    paths: tuple[Path, ...]
    bare: Path | None
    softened: bool


@cache
def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(autoescape=True)


def expression(text: str) -> Expression:
    """Read an expression without running it.

    Raises:
        ExpressionError: It is no expression.
        UnsafeError: It calls something, reaches for an inner attribute or uses an unknown filter.
    """
    try:
        tree = _environment().parse("{{ (" + text + ") }}")
    except TemplateSyntaxError as error:
        raise ExpressionError(error.message or text) from error
    outputs = [node for node in tree.body if isinstance(node, nodes.Output)]
    if len(outputs) != 1 or len(tree.body) != 1 or len(outputs[0].nodes) != 1:
        raise ExpressionError(text)
    root = outputs[0].nodes[0]
    _refuse(root)
    bare = _path(root)
    return Expression(tuple(_paths(root)), bare, bare is None)


def _refuse(node: nodes.Node) -> None:
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        raise UnsafeError(f"|{node.name}")
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        raise UnsafeError(f".{node.attr}")
    if isinstance(node, nodes.Name) and node.name.startswith("_"):
        raise UnsafeError(node.name)
    if not isinstance(node, _ALLOWED):
        raise UnsafeError(_WORDS.get(type(node).__name__, type(node).__name__))
    for child in node.iter_child_nodes():
        _refuse(child)


#: How a piece that is not allowed is shown.
_WORDS = {"Call": "(…)", "Getitem": "[…]", "Mul": "*", "Pow": "**", "Div": "/", "FloorDiv": "//", "Slice": "[:]"}


def _paths(node: nodes.Node) -> Iterator[Path]:
    path = _path(node)
    if path is not None:
        yield path
        return
    for child in node.iter_child_nodes():
        yield from _paths(child)


def _path(node: nodes.Node) -> Path | None:
    parts: list[str] = []
    while isinstance(node, nodes.Getattr):
        parts.append(node.attr)
        node = node.node
    return Path((node.name, *reversed(parts))) if isinstance(node, nodes.Name) else None
