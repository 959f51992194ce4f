"""Numbered items, headings and paragraphs of a source, one by one, before anything is known of their levels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from ._lines import Line
from ._markers import Marker, Style, marker_at, markers_behind_sentences

_NEVER_GLUED = frozenset({Style.CHAPTER, Style.ORDINAL, Style.FIRSTLY})
"""Inside of a paragraph these belong to its sentences."""

_PAPER = "(?:工作)?(?:总结|计划|安排|打算|要点|思路|回顾)"
_HALF = rf"(?:今年|明年|\d{{4}}年)?[上下]半年(?:工会)?(?:主要|重点)?{_PAPER}"
_GLUED_HEADING = re.compile(
    # 某某工会上半年总结及下半年计划 … at the start of a line or behind a sentence,
    rf"(?:^|(?<=[。！？；]))[^。！？；：，、!?;:,\s]{{0,20}}?(?:{_HALF}[及和与、])?{_HALF}"
    # and right behind it a sentence with a subject of its own
    r"(?=[^。！？；：，、!?;:,\s]{0,4}工会|我们|我[校镇市县区局]|全[校镇市县区体])"
)


@attrs.frozen
class Segment:
    """
    One numbered item, heading or paragraph.

    Attributes:
        style: How it is numbered; HEADING for a heading that the text ran into; None for a line without number.

        value: Its number; 0 without one.

        marker: The number as written; empty without one.

        body: What stands behind the number.
    """

    style: Style | None
    value: int
    marker: Line
    body: Line


def segments(lines: Sequence[Line]) -> Iterator[Segment]:
    """The lines, taken apart where items or headings were run together."""
    markers = [_markers(line.text) for line in lines]
    for line, items in zip(lines, _items(markers), strict=True):
        headings = {found.start(): found.end() for found in _GLUED_HEADING.finditer(line.text)}
        starts = sorted({0, *headings, *headings.values(), *items})
        for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
            part = line.cut(start, end)
            if start in headings:
                yield Segment(Style.HEADING, 0, part.cut(0, 0), part)
            else:
                yield _segment(part, marker_at(part.text))


def _segment(part: Line, marker: Marker | None) -> Segment:
    if marker is None:
        return Segment(None, 0, part.cut(0, 0), part)
    return Segment(marker.style, marker.value, part.cut(0, marker.end), part.cut(marker.end))


def _markers(text: str) -> list[Marker]:
    """The marker that a line begins with, and what looks like markers inside of it."""
    first = marker_at(text)
    inside = (marker for marker in markers_behind_sentences(text) if marker.style not in _NEVER_GLUED)
    return [*inside] if first is None else [first, *inside]


def _items(lines: Sequence[Sequence[Marker]]) -> Iterator[list[int]]:
    """
    Where items begin in each line.

    Inside of a line only the next number of a list begins one, or a first one that a second one follows; at the
    start of a line every number does.
    """
    reached: dict[Style, int] = {}
    for markers, begins in zip(lines, _beginnings(lines), strict=True):
        starts = []
        for marker in markers:
            is_next = 1 < marker.value == reached.get(marker.style, 0) + 1
            if marker.start == 0 or is_next or marker.start in begins:
                reached[marker.style] = marker.value
                starts.append(marker.start)
        yield starts


def _beginnings(lines: Sequence[Sequence[Marker]]) -> list[set[int]]:
    """Where in each line a list begins: at a one whose style goes on with a two."""
    upcoming: dict[Style, int] = {}
    begins: list[set[int]] = []
    for markers in reversed(lines):
        begins.append(set())
        for marker in reversed(markers):
            if marker.value == 1 and upcoming.get(marker.style) == 2:
                begins[-1].add(marker.start)
            upcoming[marker.style] = marker.value
    return begins[::-1]
