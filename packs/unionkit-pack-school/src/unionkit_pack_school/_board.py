"""
The openness board (校务公开栏): what a school makes known, as an A3 page in landscape to hang up, in HTML.

How large the type can be is reckoned before anything is printed, so that up to 40 matters stand on one page: a browser
breaks lines by itself, but does not scale the type to the page.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from typing import Final, TypeAlias

from unionkit.document import Scope, render_page, worded_schedule, worded_title
from unionkit.errors import Lang
from unionkit.renderers import Rendered
from unionkit_pack_school._data import OpennessEntry, Posting, SchoolData

MOST_ON_A_PAGE: Final = 40
"""So many matters go on one page."""

_SIZES: Final = tuple(half / 2 for half in range(56, 11, -1))
"""Sizes of the type that are tried, in points: from 28 down to 6."""

_POINT: Final = 0.3528
"""Millimetres in a point."""

_WIDTH, _HEIGHT = 392.0, 269.0
"""Of what can be printed on, in millimetres: A3 in landscape without margins of 14 mm."""

_HEAD: Final = 40.0
"""Height of the title with what stands below it, in millimetres."""

_LINE: Final = 1.3
"""Height of a line, in sizes of its type."""

_PAD: Final = 0.3
"""Above and below the text of a cell together, in sizes of its type, at least."""

_RULE: Final = 0.3
"""Width of the lines of the table, in millimetres."""

_SIDE: Final = 2.0
"""Left and right of the text of a cell, in millimetres each, and a little more than the template has."""

_FOOT_SIZE: Final = 13.0
"""Type of what stands below the table, in points."""

_FULL: Final = 0.9
"""How much of a line is filled, as far as one can tell without the font."""

_BLANK_ROWS: Final = 12
"""Rows to be filled in by hand, where the plan makes nothing known."""

_NUMBER_COLUMN: Final = 0.065
"""Share of the width that the number takes."""

_LEAST_COLUMN: Final = 0.1
"""Share of the width that every other column has at least."""

_LEAST_CELLS: Final = (6.0, 4.0, 4.0, 4.0, 4.0)
"""What the cells of a row hold at least when the width is shared out, in sizes of their type: their heads."""

_WIDEST_CELL: Final = 30.0
"""What a cell holds at most when the width is shared out; longer texts have several lines anyway."""

_POSTED: Final = 0.7
"""Share of the width that is for the posting, left of the signature."""

_LABEL: Final = 10.0
"""What stands before a text of the posting, in sizes of its type."""

_ABOVE_FOOT: Final = 6.0
"""Between the table and what stands below it, in millimetres, at least."""

_MOST_PADDING: Final = 12.0
"""What a row gains at most where there is room, in millimetres."""

_Row: TypeAlias = tuple[float, float, float, float, float]
"""The widths of the cells of a row, without its number, in sizes of their type."""


def render_board(scope: Scope) -> Rendered:
    """Print the openness board of a plan; an empty one to be filled in by hand, where it makes nothing known."""
    data = scope.data if isinstance(scope.data, SchoolData) else SchoolData()
    rows = [_widths(entry, scope.lang) for entry in data.openness]
    columns = _columns(rows)
    height = _HEIGHT - _HEAD - _foot_height(data.posting)
    bounds, size = _pages(rows, columns, height)
    sheets = []
    for start, end in pairwise(bounds):
        room = height - _table_height(rows[start:end], columns, size)
        pad = _padding(room, (end - start) or _BLANK_ROWS, size)
        sheets.append({"first": start + 1, "entries": data.openness[start:end], "pad": pad})
    page = render_page(
        __package__,
        "openness-board.html.j2",
        scope,
        subtitle=scope.plan.organization.name or worded_title(scope.plan, scope.lang),
        sheets=sheets,
        blank_rows=_BLANK_ROWS,
        size=f"{size:g}",
        widths=[f"{100 * share:.2f}" for share in (_NUMBER_COLUMN, *columns)],
    )
    return Rendered(page.encode(), ())


def _pages(rows: Sequence[_Row], columns: Sequence[float], height: float) -> tuple[list[int], float]:
    """Return where pages begin and end, as few as can be and evenly filled, and the largest type with which all fit."""
    smallest = _SIZES[-1]
    for count in range(max(1, ceil(len(rows) / MOST_ON_A_PAGE)), len(rows) + 1):
        bounds = [len(rows) * at // count for at in range(count + 1)]
        pages = [rows[start:end] for start, end in pairwise(bounds)]
        if all(_table_height(page, columns, smallest) <= height for page in pages):
            return bounds, _largest(pages, columns, height)
    if not rows:
        return [0, 0], _largest([()], columns, height)
    return list(range(len(rows) + 1)), smallest


def _largest(pages: Sequence[Sequence[_Row]], columns: Sequence[float], height: float) -> float:
    """Return the largest size with which every page fits; the smallest where none does."""
    fitting = (size for size in _SIZES if all(_table_height(page, columns, size) <= height for page in pages))
    return next(fitting, _SIZES[-1])


def _table_height(rows: Sequence[_Row], columns: Sequence[float], size: float) -> float:
    """Return the height of a table in millimetres, with its head."""
    em = size * _POINT
    room = [(share * _WIDTH - 2 * _SIDE) * _FULL / em for share in columns]
    lines = [max(1, *(ceil(width / fits) for width, fits in zip(row, room, strict=True))) for row in rows]
    lines = lines or [1] * _BLANK_ROWS
    return (sum(lines) + 1) * em * _LINE + (len(lines) + 1) * (_PAD * em + _RULE)


def _widths(entry: OpennessEntry, lang: Lang) -> _Row:
    """Return the widths of the cells of an entry."""
    when = "" if entry.when is None else worded_schedule(entry.when, lang)
    return (
        _em(entry.topic),
        _em(entry.form),
        _em(when),
        _em(entry.responsible),
        _em(entry.audience),
    )


def _em(text: str) -> float:
    """Return the width of a text in sizes of its type."""
    return sum(1.0 if unicodedata.east_asian_width(each) in "WFA" else 0.58 for each in text)


def _columns(rows: Sequence[_Row]) -> tuple[float, ...]:
    """Return the shares of the width that the columns take: by what stands in them, none too narrow."""
    wanted = [
        max(least, *(min(row[at], _WIDEST_CELL) for row in rows)) if rows else least
        for at, least in enumerate(_LEAST_CELLS)
    ]
    spare = 1 - _NUMBER_COLUMN - _LEAST_COLUMN * len(wanted)
    return tuple(_LEAST_COLUMN + spare * each / sum(wanted) for each in wanted)


def _foot_height(posting: Posting | None) -> float:
    """Return the height of what stands below the table, in millimetres."""
    em = _FOOT_SIZE * _POINT
    fits = _WIDTH * _POSTED * _FULL / em
    texts = () if posting is None else (posting.supervisor, posting.contact, posting.place)
    lines = sum(ceil((_em(text) + _LABEL) / fits) for text in texts if text)
    if posting is not None and (posting.start is not None or posting.end is not None):
        lines += 1
    return _ABOVE_FOOT + max(lines, 2) * em * _LINE


def _padding(room: float, rows: int, size: float) -> str:
    """Return how much each row is padded above and below, in millimetres, so that the table fills its page."""
    return f"{(_PAD * size * _POINT + max(0.0, min(room / (rows + 1), _MOST_PADDING))) / 2:.2f}"
