"""Levels of headings and items: a stack of the lists that are open."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import attrs

from ._headings import style_at
from ._markers import Style
from ._segments import Segment

_ARABIC = frozenset({Style.ARABIC, Style.ARABIC_DOT})


@attrs.frozen
class Placed:
    """
    A segment and its place in the outline.

    Attributes:
        segment: The segment.

        style: How it stands in the outline; None for prose.

        level: Its level, 1 for the outermost; for prose the level that an item inside of it would have.

        is_last: No later item of its list follows.
    """

    segment: Segment
    style: Style | None
    level: int
    is_last: bool


class _Ahead:
    """Which number of each style comes next."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._places: dict[Style, list[int]] = {}
        for index, segment in enumerate(segments):
            if segment.style is not None:
                self._places.setdefault(segment.style, []).append(index)

    def continues(self, style: Style, value: int, index: int) -> bool:
        """Whether the list of this style, having reached `value`, goes on behind the segment at `index`."""
        places = self._places.get(style, [])
        nearest = bisect_right(places, index)
        return nearest < len(places) and self._segments[places[nearest]].value == value + 1


@attrs.frozen
class _OpenList:
    style: Style
    value: int


class _Stack:
    """The lists that are open at a point of the source, the outermost first."""

    def __init__(self, ahead: _Ahead) -> None:
        self._ahead = ahead
        self._open: list[_OpenList] = []

    @property
    def depth(self) -> int:
        return len(self._open)

    def number(self, style: Style, value: int, index: int) -> None:
        """
        Place a numbered item.

        A style that is open goes on at its level. A new one stands inside of what is open, unless that
        customarily stands further in and has come to its end.
        """
        known = self._find(style, value)
        if known is not None:
            del self._open[known + 1 :]
            self._open[known] = _OpenList(style, value)
            return
        while self._open and self._stands_above(style, self._open[-1], index):
            self._open.pop()
        self._open.append(_OpenList(style, value))

    def head(self, style: Style, index: int, *, nests: bool) -> None:
        """
        Place a heading without a number.

        A list that goes on behind the heading encloses it; so does the heading right above (`nests`). Without
        either it is a sibling of the headings of its kind, and the first of them stands outermost, a month under
        the main part that is open.
        """
        continuing = [
            depth
            for depth, entry in enumerate(self._open)
            if self._ahead.continues(entry.style, entry.value, index)
        ]
        if continuing:
            depth = continuing[-1] + 1
        elif nests:
            depth = len(self._open)
        else:
            depth = self._sibling_depth(style)
        del self._open[depth:]
        self._open.append(_OpenList(style, 0))

    def _find(self, style: Style, value: int) -> int | None:
        for depth in range(len(self._open) - 1, -1, -1):
            entry = self._open[depth]
            if entry.style is style or ({entry.style, style} <= _ARABIC and entry.value + 1 == value):
                return depth
        return None

    def _stands_above(self, style: Style, top: _OpenList, index: int) -> bool:
        return (
            top.style.is_numbered
            and style.rank < top.style.rank
            and not self._ahead.continues(top.style, top.value, index)
        )

    def _sibling_depth(self, style: Style) -> int:
        styles = [entry.style for entry in self._open]
        if style in styles:
            return styles.index(style)
        main = [depth for depth, entry in enumerate(styles) if entry.is_chinese or entry is Style.HEADING]
        return main[-1] + 1 if style is Style.MONTH and main else 0


def placed(segments: Sequence[Segment]) -> list[Placed]:
    """Every segment with its level."""
    ahead = _Ahead(segments)
    stack = _Stack(ahead)
    result: list[Placed] = []
    for index, segment in enumerate(segments):
        style = style_at(segments, index)
        if style is None:
            result.append(Placed(segment, None, stack.depth + 1, is_last=False))
            continue
        if style.is_numbered:
            stack.number(style, segment.value, index)
        else:
            stack.head(style, index, nests=index > 0 and _may_hold_headings(result[-1]))
        is_last = not ahead.continues(style, segment.value, index)
        result.append(Placed(segment, style, stack.depth, is_last=is_last))
    return _deepened(result)


def _may_hold_headings(above: Placed) -> bool:
    return (
        above.style is not None
        and above.style.is_chinese
        and not above.segment.body.text.endswith(("。", "；"))
    )


def _deepened(result: list[Placed]) -> list[Placed]:
    """
    The same, with items in front of the first heading one level further in where later ones stand under headings.

    Some plans have lost the first heading, or never had one; the list below it is still a list like the others.
    """
    first = next((index for index, entry in enumerate(result) if entry.style is Style.HEADING), None)
    if first is None or result[first].level != 1:
        return result
    headed = {
        entry.style
        for before, entry in zip(result[first:], result[first + 1 :], strict=False)
        if before.style is Style.HEADING
    }
    leading = {entry.style for entry in result[:first] if entry.style is not None and entry.level == 1}
    if not leading & headed:
        return result
    return [attrs.evolve(entry, level=entry.level + 1) for entry in result[:first]] + result[first:]
