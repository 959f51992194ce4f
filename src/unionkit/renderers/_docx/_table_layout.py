"""
How a table is set: its type, the widths of its columns, and whether it lies on a page across.

A table is set in 小四 or 五号, upright, where its columns have the room that they need to read well. A table for which
五号 is too large is set in 小五 if its rows stay low, and else goes on landscape pages (横排). Too large means that the
least widths of its columns, together, exceed the type area. A column holds at the least

* the longest figure, date or Latin word, up to `_LONGEST_WORD`;
* of figures and of what is centred the whole cell, up to the same;
* of text `_LEAST_TEXT` half characters, or the longest cell where that is shorter;
* its title in at most three lines;
* and the margins of the cell.

To read well, it holds short names (up to `_SHORT_NAME`) and short titles on one line, and longer titles on two. The room
that is left then goes to the columns that break their cells, so that the tallest rows have as few lines as can be.
Where even the smallest type does not do, text gives way before figures.

GB/T 9704-2012 leaves type and lines in tables open; the sizes are those in use (小四, 五号, 小五).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from math import isqrt
from typing import NamedTuple

from unionkit.document import Column, ColumnKind, Grid, HeadCell
from unionkit.renderers._width import Cells, width

from ._measures import PAGE_HEIGHT, TYPE_AREA

_LEAST_TEXT = 10
"""Half characters that a column of text holds at least on its line."""

_LONGEST_WORD = 24
"""Half characters; longer words (addresses of web pages) are broken by the word processor."""

_SHORT_NAME = 16
"""Half characters of a cell that is not broken (民主管理委员会) where there is room."""

_SHORT_TITLE = 10
"""Half characters of a title that stands on one line where there is room; longer ones stand on two."""

_LOW = 4
"""Lines of the tallest rows of a table that is set in 小五 rather than turned."""

_SLACK = 20
"""Rounding and the rule between two cells: one point."""

_WORD = re.compile("[!-~]{3,}")
_WHOLE = re.compile("[!-~][!-~年月日初底前]{2,}")
"""What a line break may not part."""

_BROAD = re.compile("[A-Zmw@%&]")
"""Latin letters and signs that take half as much room again as others, in Times New Roman at the most."""

_SEAM = re.compile("[!-~](?=[一-鿿])")
"""Where a Latin word or a figure ends before a Chinese character: LibreOffice sets both apart."""


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

_GOOD, _FAIR, _LAST = range(3)
_UPRIGHT = ((_USUAL, False, _GOOD), (_SMALL, False, _GOOD), (_SMALL, False, _FAIR), (_TINY, False, _FAIR))
_ACROSS = (
    (_USUAL, True, _GOOD),
    (_SMALL, True, _GOOD),
    (_SMALL, True, _FAIR),
    (_TINY, True, _FAIR),
    (_TIGHT, True, _LAST),
)
_CHOICES = {
    None: (*_UPRIGHT, *_ACROSS),
    False: (*_UPRIGHT, (_TIGHT, False, _LAST)),
    True: _ACROSS,
}
"""What is tried in turn, by what the table itself wants, and how well its columns must do; the last is always taken."""


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


class _Need(NamedTuple):
    """
    What a column holds, and what it needs, in half characters.

    Attributes:
        column: The column.

        texts: Its cells.

        fair: The least that it must hold on a line.

        good: What it holds on a line where it reads well.

        longest: The room of its longest cell or title on one line.

        usual: Between that and the room of an average cell.
    """

    column: Column
    texts: Sequence[str]
    fair: int
    good: int
    longest: int
    usual: int

    @property
    def firm(self) -> int:
        """What it must hold so that no figure and no word is broken."""
        title_words = max(map(_word_room, _WORD.findall(self.column.title)), default=0)
        if self.column.kind is ColumnKind.NUMBER:
            words = max(map(width, self.texts), default=0)
        else:
            words = max(map(_word_room, _WORD.findall("\n".join(self.texts))), default=0)
        return min(max(words, title_words, 2), _LONGEST_WORD)


def table_layout(grid: Grid) -> TableLayout:
    """Choose the largest type in which `grid` fits its page."""
    needs = _needs(grid)
    for form, landscape, level in _CHOICES[grid.landscape]:
        room = PAGE_HEIGHT if landscape else TYPE_AREA
        half, around = form.half, 2 * form.margin + _SLACK
        fair = [need.fair * half + around for need in needs]
        if sum(fair) > room:
            continue
        good = [need.good * half + around for need in needs]
        if sum(good) <= room:
            widths = _distributed(room, needs, good, form)
        elif level == _GOOD:
            continue
        else:
            widths = _squeezed(room, good, fair)
        if form is _TINY and not landscape and grid.landscape is None:
            lines = max(
                -(-need.longest * half // (wide - around)) for need, wide in zip(needs, widths, strict=True)
            )
            if lines > _LOW:
                continue
        return TableLayout(form, landscape, tuple(widths))
    firm = [need.firm * half + around for need in needs]
    return TableLayout(form, landscape, tuple(_squeezed(room, fair, firm)))


def _needs(grid: Grid) -> list[_Need]:
    columns = grid.columns
    across = len(columns)
    rows = (*grid.rows, *grid.totals)
    cells = list(chain.from_iterable(rows))
    lines = "\n".join(cells)
    if lines.count("\n") >= max(len(cells), 1):
        cells = [text.replace("\n", " ") for text in cells]
        lines = "\n".join(cells)
    widths = Cells(_SEAM.sub("00", lines)).widths if rows else []
    return [_need(column, cells[nth::across], widths[nth::across]) for nth, column in enumerate(columns)]


def _need(column: Column, texts: Sequence[str], widths: Sequence[int]) -> _Need:
    title, least, well = _title_needs(column.title)
    longest = max(widths, default=0)
    if longest <= _LEAST_TEXT and any(map(_BROAD.search, texts)):
        longest = max(taken + _more_room(text) for taken, text in zip(widths, texts, strict=True))
    fair = good = usual = longest
    if longest > _LEAST_TEXT:
        if column.kind is not ColumnKind.TEXT:
            fair = good = min(longest, _LONGEST_WORD)
        else:
            whole = max(map(_atom_width, _WHOLE.findall("\n".join(texts))), default=0)
            fair = good = max(_LEAST_TEXT, min(whole, _LONGEST_WORD))
            if longest <= _SHORT_NAME:
                good = longest
            elif good < _SHORT_NAME:
                good = max(good, max(filter(_SHORT_NAME.__ge__, widths), default=0))
            if longest > good:
                usual = isqrt(longest * sum(widths) // len(widths))
    fair = max(fair, least)
    good = max(good, fair, well)
    return _Need(column, texts, fair, good, max(longest, good, title), max(usual, good))


@lru_cache(maxsize=512)
def _title_needs(title: str) -> tuple[int, int, int]:
    """The room of a title on one line, the least that it must have, and the room in which it reads well."""
    taken = width(title) + _more_room(title)
    words = max(map(_word_room, _WORD.findall(title)), default=0)
    least = max(min(max(words, -(-taken // 3)), _LONGEST_WORD), min(taken, 4), 2)
    well = taken if taken <= _SHORT_TITLE else min(-(-taken // 4) * 2, _LONGEST_WORD)
    return taken, least, well


def _more_room(text: str) -> int:
    """What broad Latin letters need beyond half a character each, in half characters."""
    return -(-len(_BROAD.findall(text)) // 2)


def _word_room(word: str) -> int:
    """The room of a Latin word or a figure, in half characters."""
    return len(word) + _more_room(word)


def _atom_width(atom: str) -> int:
    """Of a figure or a date; LibreOffice sets figures and Chinese characters apart."""
    return len(atom) if atom.isascii() else width(_SEAM.sub("00", atom))


def _distributed(room: int, needs: Sequence[_Need], good: Sequence[int], form: TableType) -> list[int]:
    """
    Share `room`: by the weights of the columns where every cell has room on one line, and else by what the cells need.

    The columns get at first what they need for their usual cells to have so many lines, as few as there is room for;
    what is left then goes to those that still break cells.
    """
    half, around = form.half, 2 * form.margin + _SLACK
    whole = [need.longest * half + around for need in needs]
    if sum(whole) <= room:
        return _shared(room, [need.column.width for need in needs], whole)
    text_room = room - around * len(needs)
    lines = max(sum(need.usual for need in needs) * half // text_room, 1)
    while True:
        widths = [
            max(least, -(-need.usual // (2 * lines)) * 2 * half + around)
            for need, least in zip(needs, good, strict=True)
        ]
        rest = room - sum(widths)
        if rest >= 0:
            break
        lines += 1 + lines // 8
    wishes = [max(wish - wide, 0) for wish, wide in zip(whole, widths, strict=True)]
    if not any(wishes):
        wishes = widths
    return [wide + more for wide, more in zip(widths, _divided(rest, wishes), strict=True)]


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
