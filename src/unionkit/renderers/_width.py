"""The room that a text takes on a line, in half characters: a Chinese character is two wide, a Latin letter one."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from unionkit.document import ColumnKind

# Ambiguous characters (“ ” — … ①) are wide in an East Asian context (UAX #11, section 5).
_WIDE = frozenset("WFA")


class _Widths(dict[str, int]):
    """The width of each character met so far."""

    def __missing__(self, character: str) -> int:
        if unicodedata.combining(character):
            width = 0
        else:
            width = 2 if unicodedata.east_asian_width(character) in _WIDE else 1
        self[character] = width
        return width


_WIDTHS = _Widths()


def width(text: str) -> int:
    """Count the half characters of `text`."""
    return len(text) if text.isascii() else sum(map(_WIDTHS.__getitem__, text))


def aligned(cells: Sequence[str], kind: ColumnKind, least: int = 0) -> list[str]:
    """Return the cells of a column at one width, at least `least`: figures to the right, all else to the left."""
    widths = [width(cell) for cell in cells]
    room = max(least, *widths)
    blanks = [" " * (room - taken) for taken in widths]
    if kind is ColumnKind.NUMBER:
        return list(map(str.__add__, blanks, cells))
    return list(map(str.__add__, cells, blanks))
