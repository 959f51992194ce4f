"""Lines of the source that remember where each of their characters stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from ._base import Span

_BREAK = re.compile("\r\n|[\n-\r\x1c-\x1f\x85\u2028\u2029]")
_INDENT = re.compile("\u3000| {2}|\t")


def _offset(run: tuple[int, int]) -> int:
    return run[0]


@attrs.frozen
class Line:
    """
    A stretch of text and where it stood.

    Attributes:
        text: The text, without what was cut out of it.

        runs: Offset in `text` and place in the source of each run of characters that stood together.
    """

    text: str
    runs: tuple[tuple[int, int], ...]

    def at(self, offset: int) -> int:
        """Where in the source the character at `offset` stood."""
        start, place = self.runs[bisect_right(self.runs, offset, key=_offset) - 1]
        return place + offset - start

    @property
    def span(self) -> Span:
        """From the first character to behind the last."""
        return self.at(0), self.at(len(self.text) - 1) + 1 if self.text else self.at(0)

    def cut(self, start: int, end: int | None = None) -> Line:
        """The part from `start` to `end`, without white space around it."""
        end = len(self.text) if end is None else end
        part = self.text[start:end]
        start, end = start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
        end = max(start, end)
        first = bisect_right(self.runs, start, key=_offset) - 1
        last = max(first + 1, bisect_right(self.runs, end - 1, key=_offset))
        runs = [(0, self.at(start))]
        runs += [(offset - start, place) for offset, place in self.runs[first + 1 : last]]
        return Line(self.text[start:end], tuple(runs))

    def unbroken(self, source: str) -> Line:
        """The part up to the first place where more than white space was cut out."""
        for (start, place), (offset, next_place) in pairwise(self.runs):
            if source[place + offset - start : next_place].strip():
                return self.cut(0, offset)
        return self

    @classmethod
    def joined(cls, lines: Sequence[Line]) -> Line:
        """Several lines as one; where Latin words or figures meet, a space stands for the line break."""
        texts: list[str] = []
        runs: list[tuple[int, int]] = []
        length = 0
        for index, line in enumerate(lines):
            if index and _are_words(lines[index - 1].text[-1:], line.text[:1]):
                texts.append(" ")
                runs.append((length, lines[index - 1].span[1]))
                length += 1
            texts.append(line.text)
            runs.extend((length + offset, place) for offset, place in line.runs)
            length += len(line.text)
        return cls("".join(texts), tuple(runs))


def _are_words(before: str, behind: str) -> bool:
    return (before + behind).isascii() and before.isalnum() and behind.isalnum()


@attrs.frozen
class SourceLine:
    """
    A line as the source has it.

    Attributes:
        line: Its text, never empty.

        apart: It is indented or stands behind an empty line, so its author began something new.
    """

    line: Line
    apart: bool


def source_lines(source: str, cuts: Sequence[Span]) -> Iterator[SourceLine]:
    """The lines of the source that are not empty, without what stands in `cuts` (sorted, apart from one another)."""
    apart = True
    for start, end in _extents(source):
        pieces = list(_pieces(start, end, cuts))
        line = _line(source, pieces or [(start, start)])
        if line.text:
            yield SourceLine(line, apart or _INDENT.match(source, start) is not None)
            apart = False
        elif start == end or pieces == [(start, end)]:
            apart = True


def _extents(source: str) -> Iterator[Span]:
    start = 1 if source.startswith("\ufeff") else 0
    for end in _BREAK.finditer(source):
        yield start, end.start()
        start = end.end()
    yield start, len(source)


def _pieces(start: int, end: int, cuts: Sequence[Span]) -> Iterator[Span]:
    """What is left of a stretch of the source."""
    index = max(0, bisect_right(cuts, start, key=_offset) - 1)
    while index < len(cuts) and cuts[index][0] < end:
        if start < cuts[index][0]:
            yield start, cuts[index][0]
        start = max(start, cuts[index][1])
        index += 1
    if start < end:
        yield start, end


def _line(source: str, pieces: Iterable[Span]) -> Line:
    texts: list[str] = []
    runs: list[tuple[int, int]] = []
    length = 0
    for start, end in pieces:
        texts.append(source[start:end])
        runs.append((length, start))
        length += end - start
    return Line("".join(texts), tuple(runs)).cut(0)
