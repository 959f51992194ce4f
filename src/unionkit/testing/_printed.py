"""What of a document must be found in its print, and whether it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final, assert_never

from unionkit.document import (
    Addressee,
    Attachment,
    AttachmentNote,
    Block,
    Contents,
    Document,
    Figure,
    Grid,
    Heading,
    List,
    PageBreak,
    SignOff,
    Text,
    Title,
)

_UNSEEN: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]+")
"""White space, which each format sets in its own way, and what no document can carry."""

_LONGEST: Final = 160
_DOT: Final = "•"


def strings(document: Document) -> Iterator[str]:
    """Every string that the print must show, in its order; empty ones are left out."""
    for block in document.blocks:
        yield from strings_of(block)


def strings_of(block: Block) -> list[str]:
    """
    Every string of a block that its print must show, in its order; empty ones are left out.

    The description of a figure is not among them: it is for those who do not see the figure.
    """
    return list(filter(None, _strings(block)))


def _strings(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Text():
            yield f"{block.marker or ''}{block.text}"
        case List():
            for _, item in block.walk():
                yield f"{item.marker or ''}{item.text}"
        case Grid():
            yield block.caption
            yield block.unit
            yield from (cell.title for row in block.head for cell in row)
            yield from (cell for row in (*block.rows, *block.totals) for cell in row)
        case Figure():
            yield block.caption
        case Title():
            yield from (block.text, block.subtitle, block.number)
        case Addressee():
            yield block.text
        case Contents():
            yield block.title
            yield from (entry.text for entry in block.entries)
        case AttachmentNote():
            for nth, (marker, name) in enumerate(zip(block.markers, block.names, strict=True)):
                yield f"{'' if nth else block.label}{marker}{name}"
        case Attachment():
            yield from (block.mark, block.title)
        case SignOff():
            yield from (block.signature, block.date, block.note)
        case PageBreak():
            pass
        case _:
            assert_never(block)


def _orders(block: Block) -> Iterator[list[str]]:
    """The ways in which the strings of a block may be found."""
    yield strings_of(block)
    if isinstance(block, Grid) and len(block.head) > 1:
        yield _by_column(block)
    if isinstance(block, List) and not block.numbered:
        yield _without_dots(block)


def _without_dots(block: List) -> list[str]:
    """The strings of a list whose dots the format draws."""
    items = ((item.marker or "", item.text) for _, item in block.walk())
    return list(filter(None, (text if marker.strip() == _DOT else marker + text for marker, text in items)))


def _by_column(grid: Grid) -> list[str]:
    """The strings of a table whose head is read column by column; what stands above several comes with the first."""
    head: list[str] = []
    before: tuple[str, ...] = ()
    for column in grid.columns:
        shared = zip(column.above, before, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], shared))
        head += (*column.above[same:], column.title)
        before = column.above
    cells = (cell for row in (*grid.rows, *grid.totals) for cell in row)
    return list(filter(None, (grid.caption, grid.unit, *head, *cells)))


def lost(blocks: Iterable[tuple[int, Block]], text: str) -> str | None:
    """
    Say which string of these blocks is not found in the text, behind all those before it; None when nothing is lost.

    White space does not count. The titles of a table may come row by row or column by column, the dots of a list may
    be drawn.
    """
    shown, at = _seen(text), 0
    for index, block in blocks:
        found = [_found(order, shown, at) for order in _orders(block)]
        ends = [end for end, missing in found if missing is None]
        if not ends:
            return f"{named_block(index, block)} was printed, but {shortened(found[0][1])} is not found in its place"
        at = min(ends)
    return None


def _found(strings: Sequence[str], shown: str, at: int) -> tuple[int, str | None]:
    """Where the last of the strings ends, and the first that is not there."""
    for string in strings:
        wanted = _seen(string)
        start = shown.find(wanted, at)
        if start < 0:
            return at, string
        at = start + len(wanted)
    return at, None


def _seen(text: str) -> str:
    return _UNSEEN.sub("", text)


def named_block(index: int, block: Block) -> str:
    """Name a block in a message: its index, and what it is."""
    return f"block {index} ({shortened(block)})"


def shortened(value: object) -> str:
    """Show a value on one line of a message."""
    said = repr(value)
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
