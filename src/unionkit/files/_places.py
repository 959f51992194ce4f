"""Where in a text its values stand; what the readers of YAML and JSON have in common."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, TypeAlias

from unionkit.errors import ImpossibleValueError, TooManyProblemsError, UnionkitError
from unionkit.model import Path

_LINE_END: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")

MAX_LEVELS: Final = 64
"""How deep lists and mappings may nest."""

MAX_VALUES: Final = 250_000
"""How many values a file may hold: beyond any plan, and small enough to stay within 300 MB of memory."""


MAX_PROBLEMS: Final = 10_000
"""How many problems of a file are told at once: beyond what anyone reads, and small enough to keep in memory."""


Leaf: TypeAlias = tuple[int, int]
"""Where a scalar stands: the index of its first character, and of the first one behind it."""


class Branch:
    """Where a list or mapping stands, where its keys stand, and the places of what is in it."""

    __slots__ = ("children", "end", "keys", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.end = start
        self.keys: dict[str, Leaf] = {}
        self.children: dict[str, Leaf | Branch] | list[Leaf | Branch] = []


def span_of(node: Leaf | Branch) -> Leaf:
    """Return where something begins, and where it has ended."""
    return (node.start, node.end) if isinstance(node, Branch) else node


class Lines:
    """Where the lines of a text begin, as YAML breaks them; found out when first asked for."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None

    def place(self, index: int) -> tuple[int, int]:
        """Return line and column of a character, both from 0."""
        if self._starts is None:
            self._starts = [0, *(end.end() for end in _LINE_END.finditer(self._text))]
        line = bisect_right(self._starts, index) - 1
        return line, index - self._starts[line]


class Faults(list["tuple[UnionkitError, Leaf | Branch, Path]"]):
    """What is wrong in a text but does not stop the reading, each with its place and path; what is too much is not kept."""

    def note(self, error: UnionkitError, place: Leaf | Branch, path: Path) -> None:
        """Keep what is wrong."""
        if len(self) < MAX_PROBLEMS:
            self.append((error, place, path))
        elif len(self) == MAX_PROBLEMS:
            self.append((TooManyProblemsError(MAX_PROBLEMS), place, path))


Reading: TypeAlias = tuple[object, Leaf | Branch, Faults]
"""The plain values of a text, their places, and what is wrong but does not stop the reading."""


class Fault(Exception):  # noqa: N818 -- carries an error, is none that a caller sees
    """Reading cannot go on: what is wrong and where."""

    def __init__(self, error: UnionkitError, at: tuple[int, int] = (0, 0)) -> None:
        """Line and column are counted from 0."""
        self.error = error
        self.at = at


def too_much() -> ImpossibleValueError:
    """What is wrong with a text of too many values."""
    return ImpossibleValueError(
        f"文件内容超过 {MAX_VALUES} 项，太多了；请核对是不是这个文件",
        f"The file holds more than {MAX_VALUES} values; see whether it is the right one",
    )
