"""
Plain text: a block on each line, so that the lines read back are the blocks.

It has neither pictures nor pages. Of a figure, its description and caption are printed; the figure itself, like a page
break, is told as skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias, assert_never

from unionkit.document import (
    Addressee,
    Attachment,
    AttachmentNote,
    Block,
    ColumnKind,
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

from ._base import Rendered, Skipped
from ._encoding import encode
from ._nesting import nested
from ._width import Cells, room, width

__all__ = ["render_text"]

_SKIPPED: Final[dict[type[Block], tuple[str, str]]] = {
    Figure: (
        "plain text has no pictures; the description and the caption stand in place of this one",
        "纯文本没有插图，原处印替代文字和图题",
    ),
    PageBreak: (
        "plain text has no pages; a blank line stands in place of the break",
        "纯文本不分页，原处空一行",
    ),
}

_BETWEEN_COLUMNS = " | "
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
"""What no document can carry, or what ends a line besides the line feed."""

_INDENT = "　　"


def render_text(document: Document) -> Rendered:
    """Print `document` as plain text; figures and page breaks are skipped."""
    figure = "插图：" if document.lang.startswith("zh") else "Figure: "
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Text):  # the most by far
            lines.append(_line(f"{block.marker}{block.text}" if block.marker else block.text))
        elif isinstance(block, Heading):
            lines.append(_line(f"{block.marker or ''}{block.text}"))
        else:
            lines += _block(block, figure)
    # One blank line at most stands between two others.
    text = "\n".join([line for before, line in zip(["", *lines], lines, strict=False) if line or before])
    skipped = {
        index: _SKIPPED[type(block)] for index, block in enumerate(document.blocks) if type(block) in _SKIPPED
    }
    return Rendered(
        data=encode(text).strip(b"\n") + b"\n",
        printed=tuple(index for index in range(len(document.blocks)) if index not in skipped),
        skipped=tuple(Skipped(index, *reason) for index, reason in skipped.items()),
    )


_Other: TypeAlias = (
    Title | Addressee | Contents | List | Grid | Figure | AttachmentNote | SignOff | Attachment | PageBreak
)
"""A block that is neither heading nor paragraph."""


def _block(block: _Other, figure: str) -> Iterator[str]:
    match block:
        case List():
            for depth, item in block.walk():
                yield _INDENT * depth + _line(f"{item.marker or ''}{item.text}")
        case Grid():
            yield ""
            yield from _lines(block.caption, block.unit)
            yield from _table(block)
            yield ""
        case Figure():
            yield ""
            yield f"[{figure}{_line(block.description)}]"
            yield from _lines(block.caption)
            yield ""
        case Title():
            yield from _lines(block.text, block.subtitle, block.number)
            yield ""
        case Addressee():
            yield _line(block.text)
        case Contents():
            yield ""
            yield from _lines(block.title)
            for depth, line in nested((entry.level, _line(entry.text)) for entry in block.entries):
                yield _INDENT * depth + line
            yield ""
        case AttachmentNote():
            yield ""
            yield from _attachment_note(block)
        case Attachment():
            yield ""
            yield from _lines(block.mark, block.title)
            yield ""
        case SignOff():
            yield ""
            yield from _lines(block.signature, block.date, block.note)
        case PageBreak():
            yield ""
        case _:
            assert_never(block)


def _line(text: str) -> str:
    """Return `text` without what would break the line; texts of plans have no such thing."""
    return " ".join(text.splitlines())


def _lines(*texts: str) -> Iterator[str]:
    """A line for each text that is not empty."""
    return filter(None, map(_line, texts))


def _attachment_note(note: AttachmentNote) -> Iterator[str]:
    """Yield a line for each name; all stand below the first."""
    before = _line(note.label)
    for marker, name in zip(note.markers, note.names, strict=True):
        yield f"{before}{_line(f'{marker}{name}')}"
        before = " " * width(before)


# ---------------------------------------------------------------- tables


def _table(grid: Grid) -> Iterator[str]:
    """Yield the rows with columns that stand below one another in a font of fixed pitch."""
    upper = list(_head_rows(grid)) if any(column.above for column in grid.columns) else []
    titles = [title for _, title in upper.pop()] if upper else [column.title for column in grid.columns]
    if not any(titles) and not upper:
        titles = []
    rows = [titles, *grid.rows, *grid.totals] if titles else [*grid.rows, *grid.totals]
    if not rows:
        return
    lines = "\n".join(map("\n".join, rows))
    if _CONTROL.search(lines) or lines.count("\n") >= len(rows) * len(grid.columns):
        lines = "\n".join(_CONTROL.sub("", _line(cell)) for row in rows for cell in row)
    measured = Cells(lines)
    columns = measured.rooms(len(grid.columns))
    _make_room(columns, upper)
    for row in upper:
        yield _upper_line(row, columns)
    if grid.columns[-1].kind is not ColumnKind.NUMBER:
        columns[-1] = 0  # nothing stands behind the last column that blanks could align
    kinds = [column.kind for column in grid.columns]
    yield measured.aligned(columns, kinds, between=_BETWEEN_COLUMNS, end="\n")[:-1]


_HeadRow: TypeAlias = list[tuple[int, str]]
"""How many columns each cell takes, and its title; empty where one above reaches down."""


def _head_rows(grid: Grid) -> Iterator[_HeadRow]:
    reaching = [0] * len(grid.columns)
    for row in grid.head:
        cells, line, at = iter(row), [], 0
        while at < len(reaching):
            if reaching[at]:
                reaching[at] -= 1
                across, title = 1, ""
            else:
                cell = next(cells)
                across, title = cell.across, _line(cell.title)
                reaching[at : at + across] = [cell.down - 1] * across
            line.append((across, title))
            at += across
        yield line


def _make_room(columns: list[int], upper: Sequence[_HeadRow]) -> None:
    """Widen the last of the columns below a title that needs more room than they have."""
    for row in reversed(upper):
        at = 0
        for across, title in row:
            at += across
            columns[at - 1] += max(0, room([width(title)]) - _room_of(columns[at - across : at]))


def _room_of(columns: Sequence[int]) -> int:
    """How wide a cell over these columns is."""
    return sum(columns) + len(_BETWEEN_COLUMNS) * (len(columns) - 1)


def _upper_line(row: _HeadRow, columns: Sequence[int]) -> str:
    """Return a row of the head above the titles of the columns."""
    cells, at = [], 0
    for across, title in row:
        cells.append(title + " " * (_room_of(columns[at : at + across]) - width(title)))
        at += across
    return _BETWEEN_COLUMNS.join(cells).rstrip(" ")
