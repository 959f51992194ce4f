"""What every cell of a workbook comes to, as a spreadsheet program reckons it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from unionkit.model import Money

from ._formulas import Reckoned, TotalOf
from ._sheet import Cell, Column, Sheet

_DIGITS: Final = 15
"""So many digits of a number a spreadsheet program keeps (IEEE 754 doubles)."""

_TOO_LARGE: Final = Decimal(10) ** _DIGITS


def number_of(cell: Cell) -> Decimal | None:
    """Return the number in a cell, or None: nothing, a day, text, or more digits than a program keeps."""
    if isinstance(cell, Money):
        cell = cell.yuan
    if not isinstance(cell, int | Decimal):
        return None
    number = Decimal(cell)
    kept = abs(number) < _TOO_LARGE and len(number.normalize().as_tuple().digits) <= _DIGITS
    return number if kept else None


class Values:
    """
    The values of the sheets of a workbook.

    Raises:
        ValueError: On asking: a cell refers to what there is not, or in a circle to itself.
    """

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = {sheet.name: sheet for sheet in sheets}
        if len(self._sheets) < len(sheets):
            names = [sheet.name for sheet in sheets]
            twice = next(name for name in names if names.count(name) > 1)
            raise ValueError(f"two sheets are called {twice!r}")
        self._totals: dict[tuple[str, str], Reckoned] = {}
        self._asked: list[tuple[str, str]] = []

    def sheet(self, name: str) -> Sheet:
        return self._sheets[name]

    def in_row(self, sheet: Sheet, row: Sequence[Cell], column: Column) -> Reckoned:
        """The number of a column in a row; None: nothing, or no number."""
        if column.formula is not None:
            operands = (
                self.in_row(sheet, row, sheet.columns[sheet.at(name)]) for name in column.formula.columns
            )
            return column.formula.value(tuple(operands))
        cell = row[placed(sheet)[column.key]]
        return self.total(cell.sheet, cell.column) if isinstance(cell, TotalOf) else number_of(cell)

    def total(self, name: str, key: str) -> Reckoned:
        """The total of a column of the sheet of that name; None: its formula shows nothing."""
        asked = (name, key)
        if asked in self._asked:
            raise ValueError(f"the total of {key!r} of sheet {name!r} is reckoned from itself")
        if asked not in self._totals:
            sheet, column = self._summed(name, key)
            self._asked.append(asked)
            if column.formula is not None:
                operands = (self._total_of_any(sheet, each) for each in column.formula.columns)
                self._totals[asked] = column.formula.value(tuple(operands))
            else:
                told = (self.in_row(sheet, row, column) for row in sheet.rows)
                self._totals[asked] = sum((value for value in told if value is not None), Decimal(0))
            self._asked.pop()
        return self._totals[asked]

    def _total_of_any(self, sheet: Sheet, key: str) -> Reckoned:
        """The total of a column, or what its cell in the row of totals is taken for where it has none: blank."""
        return self.total(sheet.name, key) if sheet.columns[sheet.at(key)].total else None

    def _summed(self, name: str, key: str) -> tuple[Sheet, Column]:
        sheet = self._sheets.get(name)
        column = next((each for each in sheet.columns if each.key == key), None) if sheet else None
        if sheet is None or column is None:
            raise ValueError(f"there is no column {key!r} of a sheet {name!r} that a cell could refer to")
        if not column.total or not sheet.total:
            raise ValueError(f"the column {key!r} of sheet {name!r} has no total that a cell could refer to")
        return sheet, column


def placed(sheet: Sheet) -> dict[str, int]:
    """Return which cell of a row is that of a column, for columns without formula."""
    return {
        column.key: nth for nth, column in enumerate(each for each in sheet.columns if each.formula is None)
    }


class Frame(NamedTuple):
    """
    Where the parts of a sheet stand, in rows from 0.

    Attributes:
        head: The first row of the head.

        body: The first row of the table below its head.

        totals: The row of totals.
    """

    head: int
    body: int
    totals: int


def frame(sheet: Sheet) -> Frame:
    """Return where the parts of a sheet stand."""
    head = bool(sheet.title) + bool(sheet.unit)
    titled = any(column.title or any(column.above) for column in sheet.columns)
    deep = max((len(column.above) for column in sheet.columns), default=0) + 1 if titled else 0
    return Frame(head, head + deep, head + deep + len(sheet.rows))


def is_day(cell: Cell) -> bool:
    """Whether a cell holds a day that spreadsheet programs can tell: they begin with 1900."""
    return isinstance(cell, dt.date) and cell.year >= 1900
