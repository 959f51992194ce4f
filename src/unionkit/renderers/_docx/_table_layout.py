"""
How a table is set: its type, the widths of its columns, and whether it lies on a page across.

A table that is too wide for upright pages in 五号 goes on landscape pages (横排), where its type may drop to 小五. Wide
means that the least widths of its columns, together, exceed the type area. The least width of a column holds

* the longest figure or Latin word that cannot be broken, up to `_LONGEST_WORD`;
* of figures and of short words the whole cell, up to the same;
* of text `_LEAST_TEXT` half characters, or the longest cell where that is shorter;
* its title in at most `_TITLE_LINES` lines;
* and the margins of the cell.

Where even the smallest type does not do, text gives way before figures.

GB/T 9704-2012 leaves type and lines in tables open; the sizes are those in use (小四, 五号, 小五).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from unionkit.document import Column, ColumnKind, Grid, HeadCell
from unionkit.renderers._width import Cells, width

from ._measures import PAGE_HEIGHT, TYPE_AREA

_LEAST_TEXT = 10
"""Half characters that a column of text holds at least on its line."""

_LONGEST_WORD = 24
"""Half characters; longer words (addresses of web pages) are broken by the word processor."""

_TITLE_LINES = 3
_SLACK = 20
"""Rounding and the rule between two cells: one point."""

_WORD = re.compile("[!-~]{3,}")


class TableType(NamedTuple):
    """
    A size of type for tables.

    Attributes:
        points2: Size in half-points.

        line: Line height in twentieths of a point, exact.

        margin: Left and right of the text in a cell, in twentieths of a point.

        suffix: What the styles of this size end in (`parts/styles.xml`).
    """

    points2: int
    line: int
    margin: int
    suffix: str

    @property
    def half(self) -> int:
        """Room of a half character, in twentieths of a point."""
        return self.points2 * 5


_USUAL = TableType(24, 440, 85, "")
_SMALL = TableType(21, 400, 85, "Small")
_TINY = TableType(18, 340, 85, "Tiny")
_TIGHT = TableType(18, 340, 28, "Tiny")

_UPRIGHT = ((_USUAL, False), (_SMALL, False))
_ACROSS = ((_USUAL, True), (_SMALL, True), (_TINY, True), (_TIGHT, True))
_CHOICES = {
    None: (*_UPRIGHT, *_ACROSS),
    False: (*_UPRIGHT, (_TINY, False), (_TIGHT, False)),
    True: _ACROSS,
}
"""What is tried in turn, by what the table itself wants; the last is taken if nothing fits."""


class TableLayout(NamedTuple):
    """
    How a table is set.

    Attributes:
        type: Its type.

        landscape: It lies on a landscape page.

        widths: Of its columns, in twentieths of a point; they fill the type area.
    """

    type: TableType
    landscape: bool
    widths: tuple[int, ...]


class PlacedCell(NamedTuple):
    """
    A cell of the head where it stands in one row.

    Attributes:
        cell: The cell.

        column: The index of its first column.

        goes_on: It began in a row above.
    """

    cell: HeadCell
    column: int
    goes_on: bool

    def width(self, widths: Sequence[int]) -> int:
        """Sum up the widths of its columns."""
        return sum(widths[self.column : self.column + self.cell.across])


def placed_head(head: Iterable[Iterable[HeadCell]], columns: int) -> Iterator[list[PlacedCell]]:
    """Yield the rows of a head with all their cells; one that takes several rows stands in each of them."""
    going_on: dict[int, HeadCell] = {}
    for cells in head:
        waiting = iter(cells)
        row: list[PlacedCell] = []
        at = 0
        while at < columns:
            above = going_on.pop(at, None)
            cell = above or next(waiting)
            row.append(PlacedCell(cell, at, goes_on=above is not None))
            if cell.down > 1:
                going_on[at] = HeadCell(cell.title, cell.across, cell.down - 1)
            at += cell.across
        yield row


class _Least(NamedTuple):
    """
    What a column must hold on a line, in half characters.

    Attributes:
        firm: So that no figure and no word is broken.

        fair: So that it also reads well.
    """

    firm: int
    fair: int


def table_layout(grid: Grid) -> TableLayout:
    """Choose the largest type in which `grid` fits its page."""
    halves = _least_halves(grid)
    for form, landscape in _CHOICES[grid.landscape]:
        room = PAGE_HEIGHT if landscape else TYPE_AREA
        around = 2 * form.margin + _SLACK
        fair = [least.fair * form.half + around for least in halves]
        if sum(fair) <= room:
            return TableLayout(
                form, landscape, tuple(_shared(room, [column.width for column in grid.columns], fair))
            )
    firm = [least.firm * form.half + around for least in halves]
    return TableLayout(form, landscape, tuple(_squeezed(room, fair, firm)))


def _least_halves(grid: Grid) -> list[_Least]:
    rows = (*grid.rows, *grid.totals)
    cells = zip(*rows, strict=True) if rows else [()] * len(grid.columns)
    return [_least(column, texts) for column, texts in zip(grid.columns, cells, strict=True)]


def _least(column: Column, texts: Sequence[str]) -> _Least:
    lines = "\n".join(texts)
    if column.kind is not ColumnKind.TEXT:
        whole = max(Cells(lines).widths)
    elif max(map(len, texts), default=0) >= _LEAST_TEXT:
        whole = _LEAST_TEXT
    else:
        whole = min(max(Cells(lines).widths), _LEAST_TEXT)
    words = whole if column.kind is ColumnKind.NUMBER else max(map(len, _WORD.findall(lines)), default=0)
    title = column.title
    title_words = max(map(len, _WORD.findall(title)), default=0)
    fair = max(whole, words, title_words, -(-width(title) // _TITLE_LINES), min(width(title), 4), 2)
    firm = max(words, title_words, 2)
    return _Least(min(firm, _LONGEST_WORD), min(fair, _LONGEST_WORD))


def _shared(room: int, weights: Sequence[int], least: Sequence[int]) -> list[int]:
    """Share `room` by `weights`, but give each column its least; there is room for all of them."""
    fixed: dict[int, int] = {}
    while True:
        free = [index for index in range(len(weights)) if index not in fixed]
        shares = _divided(room - sum(fixed.values()), [weights[index] for index in free])
        widths = dict(zip(free, shares, strict=True))
        short = {index: least[index] for index in free if widths[index] < least[index]}
        if not short:
            widths |= fixed
            return [widths[index] for index in range(len(weights))]
        fixed |= short


def _squeezed(room: int, fair: Sequence[int], firm: Sequence[int]) -> list[int]:
    """Share too little room: what can be broken gives way first."""
    rest = room - sum(firm)
    if rest <= 0:
        return _divided(room, firm)
    wishes = [wish - need for wish, need in zip(fair, firm, strict=True)]
    return [need + more for need, more in zip(firm, _divided(rest, wishes), strict=True)]


def _divided(room: int, weights: Sequence[int]) -> list[int]:
    """Divide `room` by `weights`, to the last twentieth of a point."""
    ends = [0, *accumulate(weights)]
    return [room * end // ends[-1] - room * start // ends[-1] for start, end in pairwise(ends)]
