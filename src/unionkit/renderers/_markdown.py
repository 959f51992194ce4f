"""
Markdown: CommonMark with the tables of GitHub.

Whatever a text holds, a parser of Markdown shows the same text: nothing in it becomes markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from unionkit.document import Addressee, Block, ColumnKind, Document, Grid, Heading, SignOff, Text, Title

from ._base import Rendered
from ._encoding import encode
from ._width import aligned, width

__all__ = ["render_markdown"]

_SUSPECT = re.compile(r"[\x00-\x1f\x7f-\x9f\\`*_{\[\]<>&~|#$\ud800-\udfff\ufffe\uffff]|^\s|\s$")
"""What needs one of the three patterns below: few texts have any of it, and one look tells."""

_MARKUP = re.compile(r"[\\`*_{\[\]<>&~|#$]")
"""What is markup wherever it stands, in CommonMark, in GitHub's tables, formulas and strikethrough, or in pandoc's
attributes."""

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Controls and halves of characters, which no document can carry."""

_LOST = re.compile(r"^\s+|\s+$|[\t\n\r]")
"""White space that a parser drops or takes for layout."""

_LINE_START = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)])(?=\s|$))")
"""What is markup at the start of a line: a list, a rule, the underline of a heading, a definition."""

_DEEPEST_HEADING = 6
_NARROWEST_RULE = 3


def render_markdown(document: Document) -> Rendered:
    """Print `document` as Markdown; every block of it is printed."""
    text = "\n\n".join(piece for block in document.blocks for piece in _block(block) if piece)
    return Rendered(data=encode(f"{text}\n"), printed=tuple(range(len(document.blocks))))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Text():
            yield _line(f"{block.marker or ''}{block.text}")
        case Heading():
            yield _heading(f"{block.marker or ''}{block.text}", block.level + 1)
        case Grid():
            yield from _grid(block)
        case Title():
            yield _heading(block.text, 1)
            yield _line(block.subtitle)
        case Addressee():
            yield _line(f"{block.text}：")
        case SignOff():
            yield _line(block.signature)
            yield _line(block.date)
        case _:
            assert_never(block)


def _inline(text: str) -> str:
    """Return `text` as it is to stand inside a line."""
    if not _SUSPECT.search(text):
        return text
    escaped = _MARKUP.sub(r"\\\g<0>", _UNPRINTABLE.sub("", text))
    return _LOST.sub(_references, escaped)


def _references(match: re.Match[str]) -> str:
    """Spell white space as character references, which no parser takes for layout."""
    return "".join(f"&#{ord(character)};" for character in match.group())


def _line(text: str) -> str:
    """Return `text` as a line of its own."""
    return _LINE_START.sub(_escaped_start, _inline(text))


def _escaped_start(match: re.Match[str]) -> str:
    sign, number, dot = match.groups()
    return f"\\{sign}" if sign else f"{number}\\{dot}"


def _heading(text: str, level: int) -> str:
    """Return a heading; Markdown has six levels, so that a deeper one is a paragraph in bold."""
    if not text:
        return ""
    if level <= _DEEPEST_HEADING:
        return f"{'#' * level} {_inline(text)}"
    return f"**{_inline(text)}**"


def _grid(grid: Grid) -> Iterator[str]:
    yield _line(grid.caption)
    if grid.unit:
        yield _line(grid.unit)
    titles = [column.title for column in grid.columns]
    if grid.rows or any(titles):
        rows = [[_inline(cell) for cell in row] for row in (titles, *grid.rows)]
        yield "\n".join(_table(rows, [column.kind for column in grid.columns]))


def _table(rows: Sequence[Sequence[str]], kinds: Sequence[ColumnKind]) -> Iterator[str]:
    """Yield the lines of a table whose columns stand below one another in a font of fixed pitch."""
    columns = [_column(cells, kind) for cells, kind in zip(zip(*rows, strict=True), kinds, strict=True)]
    for cells in zip(*columns, strict=True):
        yield f"| {' | '.join(cells)} |"


def _column(cells: Sequence[str], kind: ColumnKind) -> list[str]:
    """Return the cells of a column at one width, and below the first the rule that says how the column is set."""
    head, *others = aligned(cells, kind, _NARROWEST_RULE)
    left = ":" if kind is ColumnKind.CENTRED else "-"
    right = "-" if kind is ColumnKind.TEXT else ":"
    return [head, f"{left}{'-' * (width(head) - 2)}{right}", *others]
