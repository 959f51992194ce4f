"""The numbered lists of a plan: its stored markers, told apart by style and gathered once for all rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from typing import Final, NamedTuple

from unionkit.model import Content, Item, Paragraph, Part, Path, chinese_number

from ._survey import Survey


class Style(IntEnum):
    """How a number is written; the greater, the farther in it customarily stands."""

    CHAPTER = 0
    """第一部分, 第一章"""
    SECTION = 1
    """第一节"""
    HAN = 2
    """一、"""
    HAN_BRACKETS = 3
    """（一）"""
    ARABIC = 4
    """1."""
    ARABIC_BRACKETS = 5
    """（1）"""
    CIRCLED = 6
    """①"""
    POINT = 7
    """一是, 第一，"""
    DECIMAL = 8
    """1.1"""


LEVELS: Final = frozenset({Style.HAN, Style.HAN_BRACKETS, Style.ARABIC, Style.ARABIC_BRACKETS, Style.CIRCLED})
"""The styles of the official order."""

HAN: Final = "[一二三四五六七八九十]{1,3}"
_DIGITS: Final = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)}
_CIRCLES: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_MARKER: Final = (
    rf"第(?P<chapter>{HAN})(?:部分|章|篇)|第(?P<section>{HAN})节|(?P<point>{HAN})是|第(?P<ordinal>{HAN})"
    rf"|[（(]\s*(?P<hanb>{HAN})\s*[）)]|(?P<han>{HAN})|(?P<decimal>\d{{1,3}}(?:\.\d{{1,3}})+)"
    r"|[（(]?\s*(?P<arabicb>\d{1,3})\s*[）)]|(?P<arabic>\d{1,3})|(?P<circle>[①-⑳])"
)
_STYLES: Final = {
    "chapter": Style.CHAPTER,
    "section": Style.SECTION,
    "point": Style.POINT,
    "ordinal": Style.POINT,
    "hanb": Style.HAN_BRACKETS,
    "han": Style.HAN,
    "decimal": Style.DECIMAL,
    "arabicb": Style.ARABIC_BRACKETS,
    "arabic": Style.ARABIC,
    "circle": Style.CIRCLED,
}


class Number(NamedTuple):
    """
    What a marker says.

    Attributes:
        style: How it is written.

        value: Which number it is; of 1.2 the last.

        start: Where in the marker its numeral begins.

        end: Where the numeral ends.
    """

    style: Style
    value: int
    start: int
    end: int


def value_of(numeral: str) -> int | None:
    """Return the number of a numeral up to 99, or of a circled one; None where nobody would write it so."""
    if numeral in _CIRCLES:
        return _CIRCLES.index(numeral) + 1
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    if not (tens in _DIGITS or not tens) or not (ones in _DIGITS or not ones):
        return None
    return (10 * _DIGITS.get(tens, 1) if ten else 0) + _DIGITS.get(ones, 0)


@cache
def number_of(marker: str) -> Number | None:
    """Return what a marker says; None where it shows no number."""
    match = re.match(_MARKER, marker)
    if match is None or match.lastgroup is None:
        return None
    numeral = match[match.lastgroup]
    value = value_of(numeral.rpartition(".")[2])
    if not value:
        return None
    return Number(_STYLES[match.lastgroup], value, *match.span(match.lastgroup))


def rewritten(marker: str, value: int) -> str | None:
    """Return a marker with another number; None where it cannot be written so."""
    number = number_of(marker)
    if number is None or number.style is Style.DECIMAL:
        return None
    numeral = marker[number.start : number.end]
    if numeral.isdecimal():
        new = str(value)
    elif number.style is not Style.CIRCLED:
        new = chinese_number(value)
    elif value <= len(_CIRCLES):
        new = _CIRCLES[value - 1]
    else:
        return None
    return marker[: number.start] + new + marker[number.end :]


class Entry(NamedTuple):
    """
    A numbered heading, paragraph or item.

    Attributes:
        path: Where it stands.

        node: What it is.

        marker: Its marker as stored.

        number: What the marker says.
    """

    path: Path
    node: Content
    marker: str
    number: Number


class Level(NamedTuple):
    """
    What stands directly in a part, or in the plan.

    Attributes:
        path: Where it stands: of a part, or empty for the plan.

        owner: The part; None for the plan.

        above: The styles of the numbers around it, the outermost first.

        is_headed: A part around it has a heading.

        entries: What has a stored number, in order.

        lists: The same, list by list: an inner list stands behind the entry that holds it.

        strangers: Entries that break into a list with another style of number.

        counts_itself: Something in it has no stored number and gets one when printed.
    """

    path: Path
    owner: Part | None
    above: tuple[Style, ...]
    is_headed: bool
    entries: tuple[Entry, ...]
    lists: tuple[tuple[Entry, ...], ...]
    strangers: tuple[Entry, ...]
    counts_itself: bool

    @property
    def content(self) -> Path:
        """The path of its content."""
        return (*self.path, "content")


def levels(survey: Survey) -> tuple[Level, ...]:
    """Return every level of a plan, in reading order; worked out once for all rules."""
    return survey.once("levels", _all_levels)


def _all_levels(survey: Survey) -> tuple[Level, ...]:
    return tuple(_levels(survey.plan.content, (), None, (), is_headed=False))


def _levels(
    content: tuple[Content, ...], path: Path, owner: Part | None, above: tuple[Style, ...], *, is_headed: bool
) -> Iterator[Level]:
    entries: list[Entry] = []
    lists: list[list[Entry]] = []
    strangers: list[Entry] = []
    opened: list[list[Entry]] = []
    inner: list[tuple[Part, Path, tuple[Style, ...]]] = []
    counts_itself = False
    for index, node in enumerate(content):
        here = (*path, "content", index)
        marker = getattr(node, "marker", None)
        number = number_of(marker) if marker else None
        if isinstance(node, Part):
            styles = above if number is None else (*above, number.style)
            inner.append((node, here, styles))
        if number is not None:
            entry = Entry(here, node, marker or "", number)
            entries.append(entry)
            if not _joined(entry, opened, lists):
                strangers.append(entry)
        elif isinstance(node, Item) or (isinstance(node, Part) and node.heading is not None):
            counts_itself = counts_itself or marker is None
            opened.clear()
        elif isinstance(node, Paragraph) and node.text.endswith(("：", ":")):
            opened.clear()
    yield Level(
        path,
        owner,
        above,
        is_headed,
        tuple(entries),
        tuple(tuple(each) for each in lists),
        tuple(strangers),
        counts_itself,
    )
    for part, here, styles in inner:
        headed = is_headed or part.heading is not None
        yield from _levels(part.content, here, part, styles, is_headed=headed)


def _joined(entry: Entry, opened: list[list[Entry]], lists: list[list[Entry]]) -> bool:
    """Put an entry into the list that it goes on with, or a new one; tell whether it fits what is open."""
    style, value = entry.number.style, entry.number.value
    for at in range(len(opened) - 1, -1, -1):
        if opened[at][-1].number.style is style:
            del opened[at + 1 :]
            opened[at].append(entry)
            return True
    if opened and value > 1 and opened[-1][-1].number.value + 1 == value:
        opened[-1].append(entry)  # 一、甲 （二）乙: the same list, written otherwise
        return False
    fits = not opened or opened[-1][0].number.style < style
    while opened and opened[-1][0].number.style > style:
        opened.pop()
    opened.append([entry])
    lists.append(opened[-1])
    return fits
