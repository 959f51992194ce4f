"""
Where the lines of a long title break.

GB/T 9704-2012, 7.3.1: a title of several lines breaks between words, and its lines form a trapezoid (梯形) or a rhomb
(菱形). Words are told by the few that titles of plans are made of; where they give no such shape, the title is
left to the word processor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from unionkit.renderers._width import width

from ._measures import TITLE_LINE

_MOST_LINES = 4
_BEST_STEP = 4
"""Neighbouring lines that differ by so many characters look best; 2 to 6 are good."""

_BODIES = (
    *("总工会", "联合会", "委员会", "工会", "公司", "集团", "街道", "社区", "机关"),
    *("大学", "学院", "中学", "小学", "学校", "幼儿园", "医院"),
)
"""Words that names of bodies end in."""

# Few titles are long enough to need the two patterns: `re` compiles them, and keeps them, when one is.

_SEAM = (
    f"(?:{'|'.join(f'(?<={body})' for body in _BODIES)})(?![委联的和及与）])"
    r"|(?<=年度|半年|学期)(?!的)"
    r"|(?<![\d—－～~-])(?=\d{4}[年—－～~-])"
    r"|(?=工作计划|工作要点|工作方案|工作安排|关于|《)"
    r"|(?<=》)(?!的)"
)
"""Behind the name of a body, a year or a half; before a year and before the kind of document."""

_WHOLE = "《[^》]*》|“[^”]*”|（[^）]*）|关于[^《]*?的"
"""What no line break may part."""


def title_lines(text: str) -> list[str]:
    """Return the lines of the title: as few as hold it, of the best shape that its words allow."""
    fewest = -(-width(text) // (2 * TITLE_LINE))
    if fewest <= 1:
        return [text]
    seams = list(_seams(text))
    for count in range(fewest, _MOST_LINES + 1):
        shapes = [lines for lines in _divisions(text, seams, count) if _is_shapely(lines)]
        if shapes:
            return min(shapes, key=_unevenness)
    return [text]


def _seams(text: str) -> Iterator[int]:
    whole = [match.span() for match in re.finditer(_WHOLE, text)]
    for match in re.finditer(_SEAM, text):
        at = match.start()
        if 0 < at < len(text) and not any(start < at < end for start, end in whole):
            yield at


def _divisions(text: str, seams: Sequence[int], count: int) -> Iterator[list[str]]:
    for chosen in combinations(seams, count - 1):
        yield [text[start:end] for start, end in pairwise((0, *chosen, len(text)))]


def _steps(lines: Sequence[str]) -> list[float]:
    """How many characters each line is longer than the one above it."""
    return [(width(lower) - width(upper)) / 2 for upper, lower in pairwise(lines)]


def _is_shapely(lines: Sequence[str]) -> bool:
    """Whether every line fits and they grow, shrink, or grow and then shrink."""
    steps = _steps(lines)
    falls = [step < 0 for step in steps]
    return all(steps) and falls == sorted(falls) and all(width(line) <= 2 * TITLE_LINE for line in lines)


def _unevenness(lines: Sequence[str]) -> float:
    return sum(abs(abs(step) - _BEST_STEP) for step in _steps(lines))
