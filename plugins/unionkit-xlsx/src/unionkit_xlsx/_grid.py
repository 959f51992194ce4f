"""A table of a document on a sheet: figures become numbers, and totals formulas where they are what they sum up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from unionkit.document import ColumnKind, Grid
from unionkit.renderers import text_width

from ._book import BOXED, ROOMY, Tab, named
from ._text import line

_FIGURE: Final = re.compile(r"(-?)(0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(\.\d{1,6})?(%?)", re.ASCII)
_DIGITS: Final = 15
_MANY: Final = 6
"""A table of more columns is printed across (横排)."""

_NARROWEST, _WIDEST = 6, 60
_HALF_CHARACTERS: Final = 110
"""Of a page across; the columns share them as their widths have it."""


class Read(NamedTuple):
    """
    A cell that shows a number.

    Attributes:
        value: The number.

        format: The number format that shows it as the cell does.
    """

    value: Decimal
    format: str


def read(cell: str) -> Read | None:
    """
    Return the number that a cell shows, when a number format can show it in just the same way.

    >>> read("1,200.50")
    Read(value=Decimal('1200.50'), format='#,##0.00')
    >>> read("85%").format
    '0%'
    >>> read("007"), read("约30"), read("")
    (None, None, None)
    """
    found = _FIGURE.fullmatch(cell)
    if found is None:
        return None
    sign, whole, decimals, per_cent = found.groups(default="")
    digits = whole.replace(",", "")
    value = Decimal(f"{sign}{digits}{decimals}")
    if len(digits) + len(decimals) > _DIGITS or (sign and not value):
        return None
    shown = f"{'#,##0' if ',' in whole else '0'}{'.' * bool(decimals)}{'0' * (len(decimals) - 1)}{per_cent}"
    return Read(value.scaleb(-2) if per_cent else value, shown)


class GridWriter:
    """Writes a table on a sheet."""

    def __init__(self, grid: Grid, tab: Tab) -> None:
        self._grid = grid
        self._tab = tab

    def write(self) -> None:
        grid, tab = self._grid, self._tab
        if grid.landscape or (grid.landscape is None and len(grid.columns) > _MANY):
            tab.landscape()
        tab.columns(self._widths())
        if grid.caption:
            tab.across(grid.caption, size=14, bold=True, align="center")
        if grid.unit:
            tab.across(grid.unit, align="right")
        tab.head(grid.columns)
        body = tab.row
        for row in grid.rows:
            for at, cell in enumerate(row):
                self._cell(at, cell)
            tab.next(padding=ROOMY)
        for nth, row in enumerate(grid.totals):
            for at, cell in enumerate(row):
                self._total(at, cell, nth, body)
            tab.next(padding=ROOMY)

    def _cell(self, at: int, cell: str, **style: object) -> None:
        kind = self._grid.columns[at].kind
        number = read(cell) if kind is ColumnKind.NUMBER else None
        aligned = {ColumnKind.NUMBER: "right", ColumnKind.CENTRED: "center"}.get(kind, "left")
        if number is None:
            self._tab.text(at, cell, **BOXED, align=aligned, **style)
        else:
            self._tab.number(at, number.value, **BOXED, align=aligned, num_format=number.format, **style)

    def _total(self, at: int, cell: str, nth: int, body: int) -> None:
        """
        Write a cell of a total: a formula where it is the sum of the rows, or of the totals above it.

        Anything else is left as it is printed: a table may well state a total that is no sum.
        """
        style = {"bold": True, "top": 2} if nth == 0 else {"bold": True}
        number = read(cell) if self._grid.columns[at].kind is ColumnKind.NUMBER else None
        summed = None if number is None else self._summed(at, number.value, nth, body)
        if number is None or summed is None:
            self._cell(at, cell, **style)
            return
        first, last = (named(row, at) for row in summed)
        told = {**BOXED, **style, "align": "right", "num_format": number.format}
        self._tab.formula(at, f"=SUM({first}:{last})", number.value, **told)

    def _summed(self, at: int, value: Decimal, nth: int, body: int) -> tuple[int, int] | None:
        """The first and last row of the sheet that come to `value`; None: neither the rows nor the totals above do."""
        rows, totals = self._grid.rows, self._grid.totals
        if rows and _sum(rows, at) == value:
            return body, body + len(rows) - 1
        if nth > 1 and _sum(totals[:nth], at) == value:
            return body + len(rows), body + len(rows) + nth - 1
        return None

    def _widths(self) -> list[float]:
        """How wide the columns are: in the proportions of the table, but no narrower than their longest word."""
        columns = self._grid.columns
        whole = sum(column.width for column in columns)
        made = []
        for at, column in enumerate(columns):
            texts = [column.title, *(row[at] for row in (*self._grid.rows, *self._grid.totals))]
            needed = max(text_width(line(text)) for text in texts) + 2
            share = _HALF_CHARACTERS * column.width / whole
            if column.kind is ColumnKind.NUMBER:
                share = max(share, needed)
            made.append(float(round(min(max(_NARROWEST, min(share, needed)), _WIDEST), 1)))
        return made


def _sum(rows: Sequence[tuple[str, ...]], at: int) -> Decimal | None:
    """The sum of a column; None where a cell is neither a number nor empty, or all are empty."""
    found = [read(row[at]) for row in rows]
    told = [number.value for number in found if number is not None]
    whole = all(number is not None or not row[at].strip() for number, row in zip(found, rows, strict=True))
    return sum(told, Decimal(0)) if whole and told else None
