"""
Any document as a workbook: its prose on the first sheet, each table on a sheet of its own.

A cell holds so much text only, and a sheet so many cells: a table beyond that is told as skipped, and so are figures,
whose description and caption stand among the prose, and page breaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, assert_never

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
from unionkit.renderers import Rendered, Skipped

from ._book import Book
from ._grid import GridWriter
from ._text import LONGEST, line, tabs, units

_WIDE: Final = 84
"""How wide the sheet of prose is, in half characters: as wide as a page of A4."""

_PIECE: Final = 900
"""Longer paragraphs go on in the next row: rows cannot be higher than a page."""

_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_ROWS_ABOVE: Final = 100
"""At most so many rows of a sheet are taken by its title and head."""

_NO_FIGURE: Final = (
    "this workbook has no pictures; the description and the caption stand in place of this one",
    "工作簿里没有插图，原处印替代文字和图题",
)
_NO_BREAK: Final = ("the sheet of prose is broken into pages by the program", "文字工作表由软件自动分页")
_TOO_LARGE: Final = (
    "a sheet has at most 1,048,576 rows and 16,384 columns, a cell at most 32,767 characters",
    "一张工作表最多 1048576 行、16384 列，一格最多 32767 字",
)


class _Line(NamedTuple):
    """
    A line of prose.

    Attributes:
        text: What it says.

        size: Of its type, in points.

        bold: Whether it is set bold.

        align: ``left``, ``center`` or ``right``.

        indent: How far in it stands.
    """

    text: str
    size: int = 11
    bold: bool = False
    align: str = "left"
    indent: int = 0


def rendered(document: Document) -> Rendered:
    """Print a document."""
    chinese = document.lang.startswith("zh")
    grids = {
        index: block
        for index, block in enumerate(document.blocks)
        if isinstance(block, Grid) and _fits(block)
    }
    word = "表" if chinese else "Table "
    wanted = [grid.caption or f"{word}{nth}" for nth, grid in enumerate(grids.values(), 1)]
    first, *names = tabs(["正文" if chinese else "Text", *wanted], word.strip())
    book = Book(title=document.title, author=document.author)
    prose = book.tab(first)
    prose.columns([_WIDE])
    sheets = dict(zip(grids, names, strict=True))
    for index, block in enumerate(document.blocks):
        if index in sheets:
            prose.link(
                0,
                f"（见工作表“{sheets[index]}”）" if chinese else f"(see sheet “{sheets[index]}”)",
                sheets[index],
            )
            prose.next()
            continue
        for told in _prose(block, "插图：" if chinese else "Figure: "):
            for piece in _pieces(line(told.text)):
                style = {
                    "font_size": told.size,
                    "bold": told.bold,
                    "align": told.align,
                    "indent": told.indent,
                }
                prose.text(0, piece, text_wrap=True, valign="top", **style)
                prose.next()
    for index, grid in grids.items():
        GridWriter(grid, book.tab(sheets[index])).write()
    skipped = {
        index: reason
        for index, block in enumerate(document.blocks)
        if index not in grids and (reason := _why_not(block)) is not None
    }
    return Rendered(
        data=book.data(),
        printed=tuple(index for index in range(len(document.blocks)) if index not in skipped),
        skipped=tuple(Skipped(index, *reason) for index, reason in skipped.items()),
    )


def _fits(grid: Grid) -> bool:
    rows = len(grid.rows) + len(grid.totals) + _ROWS_ABOVE
    return (
        rows <= _MOST_ROWS
        and len(grid.columns) <= _MOST_COLUMNS
        and len(grid.head) < _ROWS_ABOVE - 2
        and all(units(cell) <= LONGEST for cell in _texts(grid))
    )


def _texts(grid: Grid) -> Iterator[str]:
    yield from (grid.caption, grid.unit)
    yield from (cell.title for row in grid.head for cell in row)
    yield from (cell for row in (*grid.rows, *grid.totals) for cell in row)


def _why_not(block: Block) -> tuple[str, str] | None:
    match block:
        case Figure():
            return _NO_FIGURE
        case PageBreak():
            return _NO_BREAK
        case Grid():
            return _TOO_LARGE
        case _:
            return None


def _pieces(text: str) -> Sequence[str]:
    return [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)]


def _prose(block: Block, figure: str) -> Iterator[_Line]:
    """Yield the lines of a block that is not a table on a sheet; empty ones take no row."""
    match block:
        case Title():
            yield _Line(block.text, 18, bold=True, align="center")
            yield _Line(block.subtitle, 14, align="center")
            yield _Line(block.number, align="center")
        case Addressee():
            yield _Line(block.text)
        case Heading():
            yield _Line(f"{block.marker or ''}{block.text}", 14 if block.level == 1 else 12, bold=True)
        case Text():
            yield _Line(f"{block.marker or ''}{block.text}")
        case List():
            for depth, item in block.walk():
                yield _Line(f"{item.marker or ''}{item.text}", indent=min(depth + 1, 15))
        case Contents():
            yield _Line(block.title, 14, bold=True, align="center")
            for entry in block.entries:
                yield _Line(entry.text, indent=entry.level)
        case AttachmentNote():
            for nth, (marker, name) in enumerate(zip(block.markers, block.names, strict=True)):
                yield _Line(f"{'' if nth else block.label}{marker}{name}", indent=3 if nth else 0)
        case Attachment():
            yield _Line(block.mark, bold=True)
            yield _Line(block.title, 14, bold=True, align="center")
        case SignOff():
            yield from (_Line(text, align="right") for text in (block.signature, block.date))
            yield _Line(block.note)
        case Figure():
            yield _Line(f"[{figure}{block.description}]")
            yield _Line(block.caption, align="center")
        case Grid():
            yield from (_Line(text, bold=True) for text in (block.caption, block.unit))
        case PageBreak():
            pass
        case _:
            assert_never(block)
