"""Plain text: a block on each line, so that the lines read back are the blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from unionkit.document import Addressee, Block, ColumnKind, Document, Grid, Heading, SignOff, Text, Title

from ._base import Rendered
from ._encoding import encode
from ._width import aligned

__all__ = ["render_text"]

_BETWEEN_COLUMNS = " | "
_BLANK_LINES = re.compile(rb"\n{3,}")


def render_text(document: Document) -> Rendered:
    """Print `document` as plain text; every block of it is printed."""
    lines = encode("\n".join(line for block in document.blocks for line in _block(block)))
    text = _BLANK_LINES.sub(b"\n\n", lines).strip(b"\n")
    return Rendered(data=text + b"\n", printed=tuple(range(len(document.blocks))))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Text() | Heading():
            yield _line(f"{block.marker or ''}{block.text}")
        case Grid():
            yield from _grid(block)
        case Title():
            yield from filter(None, (_line(block.text), _line(block.subtitle)))
            yield ""
        case Addressee():
            yield f"{_line(block.text)}："
        case SignOff():
            yield ""
            yield from filter(None, (_line(block.signature), _line(block.date)))
        case _:
            assert_never(block)


def _line(text: str) -> str:
    """Return `text` without what would break the line; texts of plans have no such thing."""
    return " ".join(text.splitlines())


def _grid(grid: Grid) -> Iterator[str]:
    """Yield caption, unit and rows between blank lines."""
    yield ""
    if grid.caption:
        yield _line(grid.caption)
    if grid.unit:
        yield _line(grid.unit)
    titles = [column.title for column in grid.columns]
    rows = [titles, *grid.rows] if any(titles) else grid.rows
    if rows:
        yield from _table(
            [[_line(cell) for cell in row] for row in rows], [column.kind for column in grid.columns]
        )
    yield ""


def _table(rows: Sequence[Sequence[str]], kinds: Sequence[ColumnKind]) -> Iterator[str]:
    """Yield rows whose columns stand below one another in a font of fixed pitch."""
    columns: list[Sequence[str]] = list(zip(*rows, strict=True))
    last = len(columns) - 1
    for index, kind in enumerate(kinds):
        # Nothing stands behind the last column that blanks could align.
        if index < last or kind is ColumnKind.NUMBER:
            columns[index] = aligned(columns[index], kind)
    return map(_BETWEEN_COLUMNS.join, zip(*columns, strict=True))
