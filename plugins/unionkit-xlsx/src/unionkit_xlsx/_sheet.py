"""What a sheet is: columns, rows, and what stands above and below them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Literal, TypeAlias, get_args

import attrs

from unionkit.model import Money, Value
from unionkit.model.validators import to_tuple

from ._formulas import Formula, TotalOf

ColumnKind: TypeAlias = Literal["text", "number", "percent", "money", "date"]
"""What a column holds, which decides how its cells are set: percent as a share of 1, money in yuan to the fen."""

Cell: TypeAlias = str | int | Decimal | Money | dt.date | TotalOf | None
"""
What stands in a cell; None: nothing. Text is written as text, whatever it begins with, in columns of every kind: a number
that is not known may be “—”.
"""


def _is_kind(_instance: object, _attribute: attrs.Attribute[Any], kind: object) -> None:
    if kind not in get_args(ColumnKind):
        raise ValueError(f"a column holds {', '.join(get_args(ColumnKind))}, not {kind!r}")


def _to_rows(rows: Iterable[Iterable[Any]]) -> tuple[tuple[Any, ...], ...]:
    return tuple(map(to_tuple, to_tuple(rows)))


@attrs.frozen(repr=False, eq=False)
class Column(Value):
    """
    A column of a sheet.

    Attributes:
        title: What stands in its head.

        kind: What it holds.

        width: Its width in half characters (a Chinese character is two); 0: as what stands in it.

        total: It has a total in the last row: the sum of its rows or, where it has a formula, that formula of the
            totals (so the share of the whole is no sum of shares). Columns of text and of days have none.

        formula: What its cells are reckoned by. Rows have no cell for such a column.

        name: What formulas call it; empty: its title.

        above: Titles in the head rows above that, the uppermost first; neighbours that begin alike share a cell.
    """

    title: str
    kind: ColumnKind = attrs.field(default="text", validator=_is_kind, kw_only=True)
    width: int = attrs.field(default=0, kw_only=True)
    total: bool = attrs.field(default=False, kw_only=True)
    formula: Formula | None = attrs.field(default=None, kw_only=True)
    name: str = attrs.field(default="", kw_only=True)
    above: tuple[str, ...] = attrs.field(default=(), converter=to_tuple, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.total and self.kind in ("text", "date"):
            raise ValueError(f"{self.key!r} is {self.kind}, of which there is no total")

    @property
    def key(self) -> str:
        """What formulas call it."""
        return self.name or self.title


def _holds(column: Column, cell: object) -> bool:
    if cell is None or type(cell) is str:
        return True
    if column.kind == "date":
        return type(cell) is dt.date
    if isinstance(cell, Decimal):
        return cell.is_finite()
    return type(cell) in (int, Money, TotalOf)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Sheet(Value):
    r"""
    A sheet of a workbook (工作表): A4 across, its head frozen and repeated on each page.

    Attributes:
        name: Its name, by which :class:`TotalOf` refers to it. On the tab stands what programs allow of it: at most 31
            characters without ``[]:*?/\'``.

        columns: Its columns.

        rows: Its rows: a cell for each column that has no formula, in order.

        title: The line above the table; empty for none.

        unit: The line about the unit of its figures (单位：元), at the right above the table; empty for none.

        total: What stands before the totals (合计), in the first column; empty: there is no row of totals.

        notes: Lines below the table.

    Raises:
        ValueError: It has no column; two columns have one name; a formula names a column that there is not, one of days,
            or goes in a circle; a row has more or fewer cells than wanted, or one that is no :data:`Cell` (days stand in
            columns of days only, where no numbers do); the first column has a total, where the word before it stands.
    """

    name: str
    columns: tuple[Column, ...] = attrs.field(converter=to_tuple)
    rows: tuple[tuple[Cell, ...], ...] = attrs.field(default=(), converter=_to_rows)
    title: str = ""
    unit: str = ""
    total: str = ""
    notes: tuple[str, ...] = attrs.field(default=(), converter=to_tuple)

    def __attrs_post_init__(self) -> None:
        if not self.columns:
            raise ValueError(f"sheet {self.name!r} has no column")
        names = [column.key for column in self.columns]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"sheet {self.name!r}: two columns are called {name!r}")
        for column in self.columns:
            for name in column.formula.columns if column.formula else ():
                if name not in names:
                    raise ValueError(
                        f"sheet {self.name!r}: {column.key!r} is reckoned from {name!r}, no column"
                    )
                if self.columns[names.index(name)].kind == "date":
                    raise ValueError(
                        f"sheet {self.name!r}: {column.key!r} is reckoned from {name!r}, which is days"
                    )
            if self._comes_back(column.key, (column.key,)):
                raise ValueError(f"sheet {self.name!r}: {column.key!r} is reckoned from itself")
        if self.total and self.columns[0].total:
            raise ValueError(f"sheet {self.name!r}: the word before the totals stands in the first column")
        told = [column for column in self.columns if column.formula is None]
        for nth, row in enumerate(self.rows):
            if len(row) != len(told):
                raise ValueError(f"sheet {self.name!r}: row {nth} has {len(row)} cells, not {len(told)}")
            for column, cell in zip(told, row, strict=True):
                if not _holds(column, cell):
                    raise ValueError(
                        f"sheet {self.name!r}: row {nth} holds {cell!r}, which {column.key!r} cannot"
                    )

    def _comes_back(self, start: str, chain: tuple[str, ...]) -> bool:
        """Whether following formulas from the last of `chain` leads to `start` or round in a circle."""
        formula = self.columns[self.at(chain[-1])].formula
        return any(
            name in chain or self._comes_back(start, (*chain, name))
            for name in (formula.columns if formula else ())
        )

    def at(self, column: str) -> int:
        """Return where a column stands, from 0."""
        return next(nth for nth, each in enumerate(self.columns) if each.key == column)
