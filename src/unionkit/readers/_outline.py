"""The outline of a source: its headings and numbered items as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ._base import OutlineEntry, Span
from ._levels import Placed
from ._lines import Line
from ._markers import Marker, Style, firstly_markers
from ._sentences import first_sentence


def outline(entries: Sequence[Placed], source: str) -> Iterator[OutlineEntry]:
    """Every heading and numbered item in reading order, also 一是, 二是 … inside of paragraphs."""
    reached = 0
    for entry in entries:
        segment = entry.segment
        if entry.style is not None:
            reached = segment.value if entry.style is Style.FIRSTLY else 0
            goes_on = segment.style is Style.HEADING
            yield _entry(source, entry.level, segment.marker, segment.body, goes_on=goes_on)
        markers = list(firstly_markers(segment.body.text, behind=reached))
        for marker, body in _inside(segment.body, markers):
            goes_on = body.span[1] < segment.body.span[1]
            yield _entry(source, _level_inside(entry), marker, body, goes_on=goes_on)
        reached = markers[-1].value if markers else reached


def _inside(text: Line, markers: Sequence[Marker]) -> Iterator[tuple[Line, Line]]:
    """Each of the markers, and the words up to the next."""
    for index, marker in enumerate(markers):
        end = markers[index + 1].start if index + 1 < len(markers) else len(text.text)
        yield text.cut(marker.start, marker.end), text.cut(marker.end, end)


def _level_inside(entry: Placed) -> int:
    return entry.level if entry.style in (None, Style.FIRSTLY) else entry.level + 1


def _entry(source: str, level: int, marker: Line, body: Line, *, goes_on: bool) -> OutlineEntry:
    told = body.cut(0, first_sentence(body.text)).unbroken(source)
    return OutlineEntry(
        level=level,
        marker=marker.text,
        text=told.text,
        inline=goes_on or len(told.text) < len(body.text),
        span=_span(source, marker, told),
    )


def _span(source: str, marker: Line, told: Line) -> Span:
    """From the marker on, or from the words on where noise was cut out before them."""
    start, end = marker.span[0], told.span[1]
    stood = "".join(source[start:end].split())
    return (start, end) if stood == "".join((marker.text + told.text).split()) else told.span
