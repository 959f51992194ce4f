"""Where things stand on the chart: what shares a lane, how large the type is. All lengths are in millimetres."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

import attrs

WIDTH: Final = 372.0
"""Of the twelve months together, on an A3 page across with a margin of 10 mm and the names of the tracks."""

TYPE_SIZES: Final = (4.6, 4.2, 3.9, 3.6, 3.3, 3.0, 2.7, 2.4, 2.1, 1.8)
"""Heights of the type, the best first."""

_LINE: Final = 1.35
"""Height of a lane, as a multiple of the type."""
_STRETCH: Final = 1.7
"""So much higher lanes may become where there is room."""
_PADDING: Final = 1.6
"""Above and below the lanes of a track, together."""
_GAP: Final = 1.2
"""Between what stands side by side in a lane; bars nearer to one another than this become one."""
_NARROWEST: Final = 1.0
"""The width of a bar of one day."""
_BESIDE: Final = 1.3
"""From the beginning of such a bar to its label, which stands behind it."""
_WIDEST_LABEL: Final = WIDTH * 0.4
_NARROW_SIGN: Final = 0.62
"""The width of a letter or figure, as a multiple of the type; Chinese signs are as wide as they are high."""


class Bar(NamedTuple):
    """From where to where a bar reaches."""

    start: float
    end: float


@attrs.frozen
class Row:
    """
    What is shown in one place of a lane: a label, and its bars.

    Attributes:
        label: The words.

        form: What kind of bar it is; a class of the style sheet.

        bars: Its bars, from left to right.
    """

    label: str
    form: str
    bars: tuple[Bar, ...]


@attrs.frozen
class Placed:
    """
    A row with its place.

    Attributes:
        row: The row.

        label: The words, cut where they are too long.

        at: Where they begin.

        wide: How much room they are given.

        lane: In which lane, from 0.

        flush: They end where their room does: at the right edge of the chart.
    """

    row: Row
    label: str
    at: float
    wide: float
    lane: int
    flush: bool


@attrs.frozen
class Plan:
    """
    A layout that fits the page.

    Attributes:
        type_size: Height of the type.

        lane: Height of a lane.

        tracks: What stands on each track.

        lanes: How many lanes each track has, at least one.

        dropped: How many rows of each track found no room.
    """

    type_size: float
    lane: float
    tracks: Mapping[str, tuple[Placed, ...]]
    lanes: Mapping[str, int]
    dropped: Mapping[str, int]

    def height(self, track: str) -> float:
        """Return the height of a track."""
        return self.lanes[track] * self.lane + _PADDING


def merged(bars: Iterable[Bar]) -> tuple[Bar, ...]:
    """Return bars from left to right, each as wide as can be seen; those that almost touch become one."""
    found: list[Bar] = []
    for each in sorted(bars):
        start = min(each.start, WIDTH - _NARROWEST)
        bar = Bar(start, max(each.end, start + _NARROWEST))
        if found and bar.start - found[-1].end < _GAP:
            found[-1] = Bar(found[-1].start, max(found[-1].end, bar.end))
        else:
            found.append(bar)
    return tuple(found)


def laid_out(tracks: Mapping[str, Iterable[Row]], height: float) -> Plan:
    """
    Return the layout in the largest type in which all tracks fit the height; what does not fit in the smallest is dropped.

    Args:
        tracks: What is to be shown, by track.

        height: The height of all tracks together.
    """
    rows = {name: tuple(given) for name, given in tracks.items()}
    for size in TYPE_SIZES:
        placed = {name: _placed(given, size) for name, given in rows.items()}
        lanes = {name: _lanes(given) for name, given in placed.items()}
        room = (height - _PADDING * len(rows)) / sum(lanes.values())
        if room >= size * _LINE:
            return Plan(size, min(room, size * _LINE * _STRETCH), placed, lanes, dict.fromkeys(rows, 0))
    lane = size * _LINE
    while sum(lanes.values()) * lane + _PADDING * len(rows) > height:
        longest = max(lanes, key=lambda name: lanes[name])
        lanes[longest] -= 1
    kept = {name: tuple(each for each in given if each.lane < lanes[name]) for name, given in placed.items()}
    dropped = {name: len(placed[name]) - len(kept[name]) for name in rows}
    return Plan(size, lane, kept, lanes, dropped)


def _lanes(placed: tuple[Placed, ...]) -> int:
    return 1 + max((each.lane for each in placed), default=0)


def _placed(rows: Iterable[Row], size: float) -> tuple[Placed, ...]:
    """Put each row into the first lane that has room for its bars and its words."""
    free: list[float] = []
    found = []
    for row in sorted(rows, key=lambda row: (row.bars[0].start, row.bars[-1].end, row.form, row.label)):
        label, wide = _cut(row.label, size)
        start, narrow = row.bars[0].start, row.bars[0].end - row.bars[0].start <= _NARROWEST
        wanted = start + (_BESIDE if narrow else 0)
        at = min(wanted, WIDTH - wide)
        end = max(at + wide, row.bars[-1].end) + _GAP
        lane = next((nth for nth, begins in enumerate(free) if begins <= min(at, start)), len(free))
        if lane == len(free):
            free.append(end)
        else:
            free[lane] = end
        found.append(Placed(row, label, at, wide, lane, at < wanted))
    return tuple(found)


def _cut(label: str, size: float) -> tuple[str, float]:
    """Return as much of a label as may stand in a lane, and its width."""
    wide = size * 0.5
    for nth, sign in enumerate(label):
        more = size * _sign(sign)
        if wide + more > _WIDEST_LABEL - (size if nth + 1 < len(label) else 0):
            return f"{label[:nth]}…", wide + size
        wide += more
    return label, wide


def _sign(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(sign) in "WFA" else _NARROW_SIGN
