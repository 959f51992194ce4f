"""A workbook being written; the only module that needs XlsxWriter."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]

from unionkit.document import Column, Grid
from unionkit.renderers import text_width

from ._text import line

_CREATED: Final = dt.datetime(2000, 1, 1)  # noqa: DTZ001 -- a fixed moment: the same sheets give the same bytes
_A4: Final = 9
_FONT: Final = "宋体"
_SIZE: Final = 11
_LINE_HEIGHT: Final = 1.4
"""Of the size of the type."""

_HIGHEST: Final = 409
"""Points that a row can be high (Excel specifications and limits)."""

ROOMY: Final = 6
"""Points that a row of a table is higher than its text."""

BOXED: Final = {"border": 1, "valign": "vcenter", "text_wrap": True}
"""The style of a cell in a table."""

_HEAD: Final = {**BOXED, "bold": True, "align": "center", "bg_color": "#EDEDED"}


def named(row: int, column: int) -> str:
    """Return what formulas call a cell, both counted from 0: ``B7`` is ``(6, 1)``."""
    letters, column = "", column + 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


class Book:
    """A workbook in memory: nothing is written to disk, and nothing in it tells the time."""

    def __init__(self, *, title: str, author: str) -> None:
        self._out = io.BytesIO()
        self._made = xlsxwriter.Workbook(self._out, {"in_memory": True})
        self._made.set_properties({"title": line(title), "author": line(author), "created": _CREATED})
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}

    def tab(self, name: str) -> Tab:
        """Add a sheet."""
        return Tab(self._made.add_worksheet(name), self)

    def style(self, **told: object) -> Any:
        """Return the format of a style; each is made once."""
        whole = {"font_name": _FONT, "font_size": _SIZE, **told}
        key = tuple(sorted(whole.items()))
        if key not in self._formats:
            self._formats[key] = self._made.add_format(whole)
        return self._formats[key]

    def data(self) -> bytes:
        """Finish it, and return the bytes of the file."""
        self._made.close()
        return self._out.getvalue()


class Tab:
    """A sheet being written, row by row from the top; :attr:`row` is the next one, from 0."""

    def __init__(self, sheet: Any, book: Book) -> None:
        self._sheet = sheet
        self._book = book
        self._widths: list[float] = []
        self._height = 0.0
        self.row = 0
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P / &N")

    def columns(self, widths: Sequence[float]) -> None:
        """Set how wide the columns are, in half characters."""
        self._widths = list(widths)
        for nth, width in enumerate(widths):
            self._sheet.set_column(nth, nth, width)

    def landscape(self) -> None:
        self._sheet.set_landscape()

    def text(self, column: int, text: str, **style: object) -> None:
        """Write text into the row, as text: nothing in it is a formula or a link."""
        self._sheet.write_string(self.row, column, line(text), self._book.style(**style))
        size = style.get("font_size")
        self._make_room(text, self._widths[column], size if isinstance(size, int) else _SIZE)

    def next(self, *, padding: int = 2) -> None:
        """Go on to the next row; this one is as high as the text in it wants, and so many points more."""
        self._sheet.set_row(self.row, min(_HIGHEST, max(self._height, _SIZE * _LINE_HEIGHT) + padding))
        self._height = 0
        self.row += 1

    def _make_room(self, text: str, width: float, size: int) -> None:
        room = max(1, width * _SIZE / size - 1)
        lines = max(1, math.ceil(text_width(line(text)) / room))
        self._height = max(self._height, lines * size * _LINE_HEIGHT)

    def link(self, column: int, text: str, tab: str, **style: object) -> None:
        """Write text that leads to another sheet, whose name on the tab is `tab`."""
        told = self._book.style(font_color="#0563C1", underline=1, **style)
        self._sheet.write_url(self.row, column, f"internal:'{tab}'!A1", told, string=line(text))

    def number(self, column: int, number: Decimal, **style: object) -> None:
        self._sheet.write_number(self.row, column, float(number), self._book.style(**style))

    def day(self, column: int, day: dt.date, **style: object) -> None:
        """Write a day, which is not before 1900."""
        self._sheet.write_datetime(self.row, column, day, self._book.style(**style))

    def formula(self, column: int, formula: str, value: Decimal | None, **style: object) -> None:
        """Write a formula with the value that it has; None: it shows nothing."""
        told = "" if value is None else float(value)
        self._sheet.write_formula(self.row, column, formula, self._book.style(**style), told)

    def blank(self, column: int, **style: object) -> None:
        self._sheet.write_blank(self.row, column, None, self._book.style(**style))

    def across(self, text: str, *, size: int = _SIZE, **style: object) -> None:
        """Write text over all columns, on a row high enough for it, and go on to the next."""
        told = self._book.style(font_size=size, valign="vcenter", text_wrap=True, **style)
        self._make_room(text, sum(self._widths), size)
        if len(self._widths) > 1:
            self._sheet.merge_range(self.row, 0, self.row, len(self._widths) - 1, "", told)
        self._sheet.write_string(self.row, 0, line(text), told)
        self.next()

    def head(self, columns: Sequence[Column]) -> None:
        """Write the head of a table and keep it in sight, on the screen and on each printed page."""
        first, told = self.row, self._book.style(**_HEAD)
        for cells in _placed(columns):
            for at, across, down, title in cells:
                if across > 1 or down > 1:
                    self._sheet.merge_range(self.row, at, self.row + down - 1, at + across - 1, "", told)
                self._sheet.write_string(self.row, at, line(title), told)
                if down == 1:
                    self._make_room(title, sum(self._widths[at : at + across]), _SIZE)
            self.next(padding=ROOMY)
        if self.row > first:
            self._sheet.freeze_panes(self.row, 0)
            self._sheet.repeat_rows(first, self.row - 1)


def _placed(columns: Sequence[Column]) -> Iterator[list[tuple[int, int, int, str]]]:
    """Yield the rows of a head: of each cell the first column, how many columns and rows it takes, and its title."""
    reaching = [0] * len(columns)
    for row in Grid(tuple(columns)).head:
        cells, placed, at = iter(row), [], 0
        while at < len(reaching):
            if reaching[at]:
                reaching[at] -= 1
                at += 1
                continue
            cell = next(cells)
            placed.append((at, cell.across, cell.down, cell.title))
            reaching[at : at + cell.across] = [cell.down - 1] * cell.across
            at += cell.across
        yield placed
