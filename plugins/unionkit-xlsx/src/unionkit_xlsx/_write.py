"""Sheets that reckon, written cell by cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from unionkit.document import Column as HeadColumn
from unionkit.errors import Lang
from unionkit.model import Money, plain_number
from unionkit.renderers import text_width

from ._book import BOXED, ROOMY, Book, Tab, named
from ._formulas import Reckoned, TotalOf
from ._sheet import Cell, Column, Sheet
from ._text import LONGEST, line, tabs, units
from ._values import Values, frame, is_day, number_of, placed

_FALLBACK: Final[dict[Lang, str]] = {"zh": "表", "en": "Sheet"}
_NARROWEST, _WIDEST = 6, 44
_WIDEST_WORD: Final = 12
"""Longer words of a title are broken into lines."""

_PAGE: Final = 118
"""Half characters on a line of a page across."""

_MOST_WIDER: Final = 1.8

_MOST_PLACES: Final = 6
_PLACES_OF_RECKONED: Final = 2


def written(sheets: Sequence[Sheet], *, title: str, author: str, lang: Lang) -> bytes:
    """Return the bytes of a workbook (see :func:`unionkit_xlsx.workbook`)."""
    values = Values(sheets)
    names = dict(
        zip((sheet.name for sheet in sheets), tabs([s.name for s in sheets], _FALLBACK[lang]), strict=True)
    )
    book = Book(title=title, author=author)
    for sheet in sheets:
        _Writer(sheet, values, names, book.tab(names[sheet.name])).write()
    if not sheets:
        book.tab(_FALLBACK[lang])
    return book.data()


class _Writer:
    def __init__(self, sheet: Sheet, values: Values, names: Mapping[str, str], tab: Tab) -> None:
        self._sheet = sheet
        self._values = values
        self._names = names
        self._tab = tab
        self._cells = placed(sheet)
        self._formats = {column.key: self._format(column) for column in sheet.columns}

    def write(self) -> None:
        sheet, tab = self._sheet, self._tab
        tab.landscape()
        tab.columns(self._widths())
        if sheet.title:
            tab.across(sheet.title, size=16, bold=True, align="center")
        if sheet.unit:
            tab.across(sheet.unit, align="right")
        tab.head([HeadColumn(column.title, above=column.above) for column in sheet.columns])
        for row in sheet.rows:
            for at, column in enumerate(sheet.columns):
                self._in_row(at, column, row)
            tab.next(padding=ROOMY)
        if sheet.total:
            self._totals()
        if sheet.notes:
            tab.next()
        for note in sheet.notes:
            tab.across(note, align="left")

    # ------------------------------------------------------------ cells

    def _in_row(self, at: int, column: Column, row: Sequence[Cell]) -> None:
        style = self._style(column)
        if column.formula is not None:
            value = self._values.in_row(self._sheet, row, column)
            self._tab.formula(at, column.formula.written(self._operands(column)), value, **style)
            return
        cell = row[self._cells[column.key]]
        number = number_of(cell)
        if isinstance(cell, TotalOf):
            value = self._values.total(cell.sheet, cell.column)
            self._tab.formula(at, self._reference(cell), value, **style)
        elif number is not None:
            self._tab.number(at, number, **style)
        elif isinstance(cell, dt.date) and is_day(cell):
            self._tab.day(at, cell, **{**style, "num_format": "yyyy-mm-dd"})
        elif cell is None:
            self._tab.blank(at, **style)
        else:
            self._tab.text(at, _shown(cell), **style)

    def _totals(self) -> None:
        sheet, tab = self._sheet, self._tab
        place = frame(sheet)
        for at, column in enumerate(sheet.columns):
            style = {**self._style(column), "bold": True, "top": 2}
            if not column.total:
                if at:
                    tab.blank(at, **style)
                else:
                    tab.text(at, sheet.total, **{**style, "align": "center"})
                continue
            value = self._values.total(sheet.name, column.key)
            if column.formula is not None:
                tab.formula(at, column.formula.written(self._operands(column)), value, **style)
            elif sheet.rows:
                first, last = named(place.body, at), named(place.totals - 1, at)
                tab.formula(at, f"=SUM({first}:{last})", value, **style)
            else:
                tab.number(at, Decimal(0), **style)
        tab.next(padding=ROOMY)

    def _operands(self, column: Column) -> list[str]:
        """The cells of the row being written that a formula is reckoned from."""
        names = column.formula.columns if column.formula else ()
        return [named(self._tab.row, self._sheet.at(name)) for name in names]

    def _reference(self, cell: TotalOf) -> str:
        sheet = self._values.sheet(cell.sheet)
        return f"='{self._names[cell.sheet]}'!{named(frame(sheet).totals, sheet.at(cell.column))}"

    # ------------------------------------------------------------ how they look

    def _style(self, column: Column) -> dict[str, object]:
        style: dict[str, object] = {**BOXED, **self._formats[column.key]}
        if column.kind != "text":
            style["align"] = "center" if column.kind == "date" else "right"
        return style

    def _format(self, column: Column) -> dict[str, object]:
        match column.kind:
            case "money":
                return {"num_format": "#,##0.00"}
            case "percent":
                return {"num_format": "0.0%"}
            case "date":
                return {"num_format": "yyyy-mm-dd"}
            case "number":
                places = max((_places(value, column) for value in self._numbers(column)), default=0)
                return {"num_format": f"#,##0.{'0' * places}" if places else "#,##0"}
            case _:
                return {}

    def _numbers(self, column: Column) -> Iterator[Decimal]:
        found: list[Reckoned] = [self._values.in_row(self._sheet, row, column) for row in self._sheet.rows]
        if column.total and self._sheet.total:
            found.append(self._values.total(self._sheet.name, column.key))
        yield from (value for value in found if value is not None)

    def _widths(self) -> list[float]:
        """How wide the columns are; those without a width of their own share the room that is left on the page."""
        needed = [self._width(column) for column in self._sheet.columns]
        own = sum(column.width for column in self._sheet.columns)
        free = max(1, sum(needed) - own)
        wider = min(_MOST_WIDER, max(1.0, (_PAGE - own) / free))
        return [
            column.width or round(width * wider, 1)
            for column, width in zip(self._sheet.columns, needed, strict=True)
        ]

    def _width(self, column: Column) -> int:
        if column.width:
            return column.width
        words = [word for title in (column.title, *column.above) for word in title.split()]
        told = [min(max(map(text_width, words), default=0), _WIDEST_WORD)]
        if column.kind in ("number", "money", "percent"):
            told += [len(f"{value:,.2f}") for value in self._numbers(column)]
        if column.formula is None:
            cells = (row[self._cells[column.key]] for row in self._sheet.rows)
            told += [text_width(_shown(cell)) for cell in cells if not isinstance(cell, TotalOf)]
        if column is self._sheet.columns[0]:
            told.append(text_width(self._sheet.total))
        return min(max(_NARROWEST, *told), _WIDEST) + 2


def _places(value: Decimal, column: Column) -> int:
    places = len(plain_number(value).partition(".")[2])
    return min(places, _MOST_PLACES if column.formula is None else _PLACES_OF_RECKONED)


def _shown(cell: Cell) -> str:
    """The text of a cell that is written as text, or about as wide as what it shows."""
    if isinstance(cell, Money):
        return f"{cell.yuan:,.2f}"
    if isinstance(cell, int | Decimal):
        return plain_number(Decimal(cell))
    text = "" if cell is None else line(str(cell))
    while units(text) > LONGEST:
        text = f"{text[: len(text) - max(1, (units(text) - LONGEST) // 2) - 1]}…"
    return text
