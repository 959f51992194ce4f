"""Paragraphs that the source broke in mid-sentence, put together again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from ._lines import Line, SourceLine
from ._markers import Marker, Style, marker_at
from ._sentences import is_closed, is_one_sentence

_LONGEST_HEADING = 50
_LONGEST_LINE = 30
"""A line longer than this (with and without a number) that no mark ends is a sentence broken off."""

_SHORT = 20
"""A line up to this length that no mark ends is a heading or an item of its own, not the rest of a sentence."""

_PAUSES = ("、", "，", ",", "（", "(", "“", "‘", "《")
"""Behind these a sentence always goes on."""

_NARROW = 40
_RAGGED = 6
_FEWEST_FULL = 4
"""What tells lines of a fixed width: how wide they are, how much that differs, and how many there must be."""


class _Joiner:
    """Decides, line by line, whether a line goes on with the one before."""

    def __init__(self, full: float) -> None:
        self._full = full
        self._last: Line | None = None
        self._is_prose = False
        self._reached: dict[Style, int] = {}

    def goes_on(self, source_line: SourceLine) -> bool:
        """Whether this line belongs to the one given last; it is the last one from now on."""
        text = source_line.line.text
        marker = marker_at(text)
        before, self._last = self._last, source_line.line
        if before is None or not self._joins(before.text, source_line, marker):
            if marker is not None:
                self._reached[marker.style] = marker.value
            self._is_prose = not is_one_sentence(text)
            return False
        self._is_prose = not (_is_bare_marker(before.text) and is_one_sentence(text))
        return True

    def _joins(self, before: str, source_line: SourceLine, marker: Marker | None) -> bool:
        text = source_line.line.text
        if before.endswith(_PAUSES):
            return marker is None or not self._is_next(marker)
        if marker is not None or is_closed(before) or source_line.apart:
            return False
        if _is_bare_marker(before):
            return True
        if self._full < inf:
            return _width(before) >= self._full
        is_whole = len(text) <= _SHORT and not is_closed(text) and is_one_sentence(text)
        return not is_whole and (self._is_prose or len(before) > _longest(before))

    def _is_next(self, marker: Marker) -> bool:
        """Whether the marker begins or continues a list; else it is part of a sentence, as in 十一、元旦."""
        return marker.value in (1, self._reached.get(marker.style, 0) + 1)


def _longest(before: str) -> int:
    return _LONGEST_LINE if marker_at(before) is None else _LONGEST_HEADING


def _is_bare_marker(text: str) -> bool:
    marker = marker_at(text)
    return marker is not None and marker.end == len(text)


def _width(text: str) -> int:
    """How wide a text is in print: Chinese characters count two, Latin ones and figures one."""
    return sum(1 if character.isascii() else 2 for character in text)


def _full_width(texts: Sequence[str]) -> float:
    """
    From which width on a line is full, where the source was broken at a fixed width, as text out of a PDF is.

    It was when half of the longer lines are about as wide as the widest. Otherwise no line is full.
    """
    widths = [width for width in map(_width, texts) if width > _NARROW]
    full = max(widths, default=0) - _RAGGED
    count = sum(width >= full for width in widths)
    return full if count >= _FEWEST_FULL and 2 * count >= len(widths) else inf


def paragraphs(lines: Iterable[SourceLine]) -> list[Line]:
    """The lines, with those put together that were broken in mid-sentence."""
    lines = list(lines)
    joiner = _Joiner(_full_width([source_line.line.text for source_line in lines]))
    groups: list[list[Line]] = []
    for source_line in lines:
        if joiner.goes_on(source_line):
            groups[-1].append(source_line.line)
        else:
            groups.append([source_line.line])
    return [Line.joined(group) for group in groups]
