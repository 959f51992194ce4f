"""The room that a text takes on a line, in half characters: a Chinese character is two wide, a Latin letter one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import cycle

from unionkit.document import ColumnKind

# Ambiguous characters (“ ” — … ①) are wide in an East Asian context (UAX #11, section 5).
_WIDE = frozenset("WFA")

# Marks on other characters, what joins or directs them (the soft hyphen too), and what is not printed.
_NO_ROOM = frozenset({"Mn", "Me", "Cf", "Cc", "Cs"})

_WIDEST = 120
"""Wider cells stick out, so that one long word in a table does not blow up every other row by as many blanks."""


class _Widths(dict[str, int]):
    """The width of each character met so far."""

    def __missing__(self, character: str) -> int:
        if unicodedata.category(character) in _NO_ROOM:
            width = 0
        else:
            width = 2 if unicodedata.east_asian_width(character) in _WIDE else 1
        self[character] = width
        return width


_WIDTHS = _Widths()


def width(text: str) -> int:
    """Count the half characters of `text`."""
    return len(text) if text.isascii() else sum(map(_WIDTHS.__getitem__, text))


def room(taken: Iterable[int]) -> int:
    """Return how wide a column is with cells so wide; those too wide for any column do not count."""
    return max((each for each in taken if each <= _WIDEST), default=0)


class Cells:
    """
    The cells of a table, row by row, to be set below one another in a font of fixed pitch.

    GBK spends two bytes on what is wide and one on what is not, so that a whole table is measured by encoding it once
    and set by one format string. What GBK does not have is measured character by character.

    Attributes:
        widths: How many half characters each cell takes.
    """

    def __init__(self, lines: str) -> None:
        """Take the cells, one on each line, without control characters."""
        self._lines = lines
        try:
            self._encoded: list[bytes] | None = lines.encode("gbk").split(b"\n")
        except UnicodeEncodeError:
            self._encoded = None
            self.widths = list(map(width, lines.split("\n")))
        else:
            self.widths = list(map(len, self._encoded))

    def rooms(self, across: int) -> list[int]:
        """Return how wide each of so many columns is."""
        found = [max(self.widths[nth::across]) for nth in range(across)]
        return found if max(found) <= _WIDEST else [room(self.widths[nth::across]) for nth in range(across)]

    def aligned(self, columns: Sequence[int], kinds: Sequence[ColumnKind], *, between: str, end: str) -> str:
        """
        Return the rows, each cell at the width of its column: figures to the right, all else to the left.

        Args:
            columns: How wide each column is.

            kinds: What each column holds.

            between: What stands between two cells.

            end: What stands behind the last cell of each row.
        """
        if self._encoded is None:
            return self._slowly_aligned(columns, kinds, between, end)
        places = [f"%-{wide}b" for wide in columns]
        if ColumnKind.NUMBER in kinds:
            for nth, kind in enumerate(kinds):
                if kind is ColumnKind.NUMBER:
                    places[nth] = f"%{columns[nth]}b"
        row = (between.join(places) + end).encode("gbk")
        return (row * (len(self._encoded) // len(columns)) % tuple(self._encoded)).decode("gbk")

    def _slowly_aligned(
        self, columns: Sequence[int], kinds: Sequence[ColumnKind], between: str, end: str
    ) -> str:
        ends = [between] * (len(columns) - 1) + [end]
        made: list[str] = []
        told = zip(
            self._lines.split("\n"), self.widths, cycle(zip(columns, kinds, ends, strict=True)), strict=False
        )
        for cell, taken, (wide, kind, following) in told:
            blanks = " " * (wide - taken)
            made += (blanks, cell, following) if kind is ColumnKind.NUMBER else (cell, blanks, following)
        return "".join(made)
