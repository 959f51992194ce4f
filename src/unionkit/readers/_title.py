"""The title of a plan (标题) and what it tells: whose plan it is, and for which time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unionkit.model import Organization, Period

from ._lines import Line
from ._markers import marker_at

_LONGEST = 40
_MOST_LINES = 3

_MARKS = re.compile(r"[。！？；：，!?;,]|[:.、]$")
_AHEAD = re.compile("(?:计划|要点|安排|打算|思路)")
_PAPER = re.compile(f"{_AHEAD.pattern}|总结")

_NAME = re.compile(
    # behind the period, whether told or masked: 2026年, 20xx年下半年
    r"(?:[0-9xX×*]{2,4}年度?)?+(?:[上下]半年)?+(?!关于)(?P<name>.{2,30}?工会(?:委员会|联合会)?)"
    rf"(?=\s{{0,4}}(?:关于|[0-9xX×*]{{2}}|[上下]半年|[本新]?学[年期]|年度|工作|{_PAPER.pattern}))"
)
_HALVES = {"上": 1, "下": 2}
_YEAR = r"(?<!\d)(?P<year>19[5-9]\d|20\d{2})"
_SCHOOL_YEAR = re.compile(rf"{_YEAR}年?(?:[-—–~～至/]{{1,2}}\d{{4}})?学年")
_TERM = re.compile("第([一二])学期|([秋春])季?学期")
_PLAIN_YEAR = re.compile(rf"{_YEAR}\s{{0,4}}年")
_HALF_AHEAD = re.compile(rf"(?P<half>[上下])半年(?:(?!半年)[^，。；]){{0,12}}?{_AHEAD.pattern}")
_HALF = re.compile(rf"(?:{_YEAR}\s{{0,4}}年度?)?(?P<half>[上下])半年")


def title_lines(lines: Sequence[Line]) -> int:
    """
    How many of the first lines are the title: usually one, up to three where the last says what paper it is.

    A title is short, unnumbered, and without a mark that ends or parts sentences.
    """
    count = 0
    while count < min(_MOST_LINES, len(lines)) and _is_title_like(lines[count].text):
        count += 1
        if _PAPER.search(lines[count - 1].text):
            return count
    return min(count, 1)


def _is_title_like(text: str) -> bool:
    return len(text) <= _LONGEST and marker_at(text) is None and _MARKS.search(text) is None


def organization(title: str, sector: str) -> Organization:
    """The union body that a title names; without a name of its own, 工会 alone is none."""
    name = _NAME.match(title)
    return Organization(name=name["name"].strip() if name else "", sector=sector)


def period(title: str, opening: str) -> Period:
    """The time that the title is for, or, where it leaves that open, the first words below it."""
    told, below = _period_of_title(title), _period_of_opening(opening)
    return below if told.year is None and told.half in (None, below.half) else told


def _period_of_title(title: str) -> Period:
    years = _PLAIN_YEAR.findall(title)
    year = int(years[-1]) if years else None
    term, school_year = _TERM.search(title), _SCHOOL_YEAR.search(title)
    if term is None:
        half = _HALF_AHEAD.search(title) or _HALF.search(title)
        return Period(year=year, half=half and _HALVES[half["half"]])
    is_first = term[0].startswith(("第一", "秋"))
    if school_year is not None:
        # a school year has its first term in the second half of the year in which it begins
        year = int(school_year["year"]) + (0 if is_first else 1)
    return Period(year=year, half=2 if is_first else 1)


def _period_of_opening(opening: str) -> Period:
    """Prose names many years; only that of the half spoken of, or one at the very start, is the plan's."""
    half = _HALF.search(opening)
    year = half["year"] if half else None
    starts = _PLAIN_YEAR.match(opening)
    if half is None and starts is not None:
        year = starts["year"]
    return Period(year=int(year) if year else None, half=half and _HALVES[half["half"]])
