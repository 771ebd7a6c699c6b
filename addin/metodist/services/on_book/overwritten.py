"""Blocks that a command writes over: what stood there, so that «Вернуть как было» can put it back.

Only cells that still show what the command has written are put back: what somebody typed meanwhile stays. A block that
has a name is found again after rows were inserted above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from metodist.intake.addresses import address, parse
from metodist.intake.cells import BOOLEAN, NUMBER, RawCell
from metodist.intake.live import raw_cell
from metodist.services.on_book.links import links_in
from metodist.services.on_book.sheets import permitted, sheet_of

if TYPE_CHECKING:
    from xlwings import Book, Range, Sheet

#: What is typed into a cell: a text, a formula with its «=», a number or a truth value; ``None`` for nothing.
Content = str | float | bool | None
Contents = tuple[tuple[Content, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One block.

    Args:
        sheet: The sheet's name.
        area: Where the block stands, such as ``B4:F20``.
        before: What stood there.
        links: Row and column within the block, from 0, and target of links that stood there.
        after: What the command has left there; empty until it has.
        name: The defined name that moves along with the block; empty for none.
        place: What that name stood for when the command had ended.
        earlier: What it stood for before; empty where there was no such name.
    """

    sheet: str
    area: str
    before: Contents
    links: tuple[tuple[int, int, str], ...] = ()
    after: Contents = ()
    name: str = ""
    place: str = ""
    earlier: str = ""

    def as_json(self) -> dict[str, Any]:
        """For the note beside a copy."""
        return asdict(self)


def block_of(document: Mapping[str, Any]) -> Block:
    """The block that `Block.as_json` has written.

    Raises:
        TypeError: The note is of another make.
    """
    rows = {key: tuple(map(tuple, document[key])) for key in ("before", "links", "after") if key in document}
    return Block(**{**document, **rows})


def standing(book: Book, sheet: Sheet, area: str, name: str = "") -> Block:
    """What stands in an area that a command is about to write over.

    Args:
        book: The open workbook.
        sheet: One of its sheets.
        area: Such as ``B4:F20``.
        name: The defined name that moves along with it.
    """
    target = sheet.range(area)
    before = _contents(target)
    top, left = int(target.row), int(target.column)
    links = tuple((row - top, column - left, link) for row, column, link in links_in(target))
    return Block(sheet.name, area, before, links, name=name, earlier=named_area(book, name) if name else "")


def written(book: Book, sheet: Sheet, block: Block) -> Block:
    """The same once the command has written there."""
    place = named_area(book, block.name) if block.name else ""
    return replace(block, after=_contents(sheet.range(block.area)), place=place)


def named_area(book: Book, name: str) -> str:
    """The area that a defined name stands for, such as ``B4:F20``; empty where there is none (any more)."""
    if not book.names.contains(name):
        return ""
    refers = str(book.names[name].refers_to)
    return "" if "#REF" in refers else refers.rpartition("!")[2].replace("$", "")


def put_back(book: Book, block: Block) -> bool:
    """Put the block's contents of before back, cell by cell where somebody has typed in it meanwhile.

    Returns:
        False where it cannot be found any more, or a protection keeps it.
    """
    sheet, move = sheet_of(book, block.sheet), _move(book, block)
    if sheet is None or move is None:
        return False
    area = _moved(block.area, move)
    target = sheet.range(area)
    now = _contents(target)
    done = _whole(target, block.before) if now == block.after else _parts(target, block, now)
    if done:
        _put_links(target, block, now)
        _put_name(book, block, move)
    return done


def _whole(target: Range, before: Contents) -> bool:
    empty = all(value is None for row in before for value in row)
    if empty:
        return permitted(target.clear)
    return permitted(lambda: setattr(target, "value", [list(row) for row in before]))


def _parts(target: Range, block: Block, now: Contents) -> bool:
    done = True
    for row, column in _untouched(block, now):
        value = block.before[row][column]
        if value != now[row][column]:
            cell = target[row, column]
            done = permitted(lambda cell=cell, value=value: setattr(cell, "value", value)) and done  # type: ignore[misc]
    return done


def _untouched(block: Block, now: Contents) -> Iterable[tuple[int, int]]:
    """Cells that still show what the command has written, within the block from 0."""
    for row, (shown, left) in enumerate(zip(now, block.after, strict=True)):
        for column, (value, wanted) in enumerate(zip(shown, left, strict=True)):
            if value == wanted:
                yield row, column


def _put_links(target: Range, block: Block, now: Contents) -> None:
    untouched = set(_untouched(block, now))
    for row, column, link in block.links:
        if (row, column) in untouched:
            cell, text = target[row, column], str(block.before[row][column])
            permitted(lambda cell=cell, link=link, text=text: cell.add_hyperlink(link, text, text))  # type: ignore[misc]


def _put_name(book: Book, block: Block, move: tuple[int, int]) -> None:
    """Let the name stand for what it stood for before: a later press empties the cells that it names."""
    if not block.name or not book.names.contains(block.name):
        return
    if not block.earlier:
        permitted(book.names[block.name].delete)
    elif block.earlier != block.place:
        quoted = block.sheet.replace("'", "''")
        area = ":".join("${}${}".format(*_split(corner)) for corner in _moved(block.earlier, move).split(":"))
        permitted(lambda: book.names.add(block.name, f"='{quoted}'!{area}"))


def _split(corner: str) -> tuple[str, str]:
    letters = corner.rstrip("0123456789")
    return letters, corner[len(letters) :]


def _move(book: Book, block: Block) -> tuple[int, int] | None:
    """By how many rows and columns the block stands elsewhere now; ``None`` where it was torn apart."""
    now = named_area(book, block.name) if block.name else ""
    if not now:
        return 0, 0
    (top, left), (bottom, right) = _corners(now)
    (was_top, was_left), (was_bottom, was_right) = _corners(block.place)
    move = top - was_top, left - was_left
    return move if (bottom - was_bottom, right - was_right) == move else None


def _moved(area: str, move: tuple[int, int]) -> str:
    return ":".join(address(row + move[0], column + move[1]) for row, column in _corners(area))


def _corners(area: str) -> tuple[tuple[int, int], tuple[int, int]]:
    first, _, last = area.partition(":")
    begin, end = parse(first), parse(last or first)
    if begin is None or end is None:
        raise ValueError(area)
    return begin, end


def _contents(target: Range) -> Contents:
    values = target.options(ndim=2, err_to_str=True).value
    width = len(values[0])
    formulas = list(_flat(target.formula))
    rows = (formulas[at : at + width] for at in range(0, len(formulas), width))
    return tuple(
        tuple(_content(raw_cell(value, formula)) for value, formula in zip(line, texts, strict=True))
        for line, texts in zip(values, rows, strict=True)
    )


def _flat(found: object) -> Iterable[object]:
    """Hosts give the formulas of one cell, one row and one column in shapes of their own."""
    if isinstance(found, list | tuple):
        for part in found:
            yield from _flat(part)
    else:
        yield found


def _content(cell: RawCell | None) -> Content:
    if cell is None:
        return None
    if cell.formula:
        return f"={cell.formula}"
    if cell.kind == BOOLEAN:
        return cell.value == "1"
    return float(cell.value) if cell.kind == NUMBER else cell.value or None
