"""Markers (序号): how Chinese documents number headings and items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

import attrs

from ._sentences import CLOSERS


class Style(Enum):
    """
    A way of numbering: how far out it customarily stands, and an example.

    Headings without a number take part in the outline as well, and so they are styles of their own.
    """

    HEADING = (0, "工作目标")
    MONTH = (0, "九月")
    CHAPTER = (0, "第一部分")
    HAN = (1, "一、")
    HAN_BRACKETS = (2, "（一）")
    ARABIC = (3, "1、")
    ARABIC_DOT = (3, "1.")
    ARABIC_BRACKETS = (4, "（1）")
    ARABIC_BRACKET = (4, "1）")
    CIRCLED = (5, "①")
    ORDINAL = (6, "第一，")
    FIRSTLY = (6, "一是")

    @property
    def rank(self) -> int:
        """How far out it customarily stands, 0 for the outermost."""
        return self.value[0]

    @property
    def is_numbered(self) -> bool:
        """Whether it is a number rather than a heading without one."""
        return self not in (Style.HEADING, Style.MONTH)

    @property
    def is_chinese(self) -> bool:
        """Whether it numbers the main parts of a document: a single sentence behind it is always a heading."""
        return self in (Style.CHAPTER, Style.HAN, Style.HAN_BRACKETS)


@attrs.frozen
class Marker:
    """
    A number found in a text.

    Attributes:
        style: How it is written.

        value: Which number it is.

        start: Where it begins in the text.

        end: Where it ends in the text.
    """

    style: Style
    value: int
    start: int
    end: int


_HAN_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_HAN = "[一二三四五六七八九十]{1,3}"
_GAP = r"\s{0,4}"
_DATE = r"\d{4}年|\d{1,2}(?:[-~—–～至到]\d{1,2})?(?:月|日|号)"

_PATTERNS = {
    Style.CHAPTER: rf"第({_HAN})(?:部分|章|节|篇)(?:{_GAP}[、：:]|\s)",
    Style.HAN: rf"({_HAN}){_GAP}[、．.]",
    Style.HAN_BRACKETS: rf"[（(]{_GAP}({_HAN}){_GAP}[）)]、?",
    Style.ARABIC: rf"(\d{{1,2}}){_GAP}、",
    # 3.5万元 is a figure, 4.3-4月 is the fourth item
    Style.ARABIC_DOT: rf"(\d{{1,2}}){_GAP}(?:[.．](?!\d)|[.．](?={_DATE})|。)",
    Style.ARABIC_BRACKETS: rf"[（(]{_GAP}(\d{{1,2}}){_GAP}[）)]、?",
    Style.ARABIC_BRACKET: rf"(\d{{1,2}}){_GAP}[）)]",
    Style.CIRCLED: "([①-⑳])",
    Style.ORDINAL: f"第({_HAN})[、，,：:]",
    Style.FIRSTLY: f"({_HAN})是",
}
_STYLES = tuple(_PATTERNS)
_ANY = "|".join(f"(?:{pattern})" for pattern in _PATTERNS.values())
_MARKER = re.compile(_ANY)
_BEHIND_SENTENCE = re.compile(rf"(?<=[。！？；：!?;:])[{CLOSERS}]{{0,3}}{_GAP}(?={_ANY})")
_FIRSTLY = re.compile(f"(?:^|(?<=[。！？；：，!?;:,])){_GAP}(?={_HAN}是)")
_MONTHS = re.compile(r"(\d{1,2})月")


def _value(digits: str) -> int | None:
    """The number that the digits write; None where they write none (``三二``)."""
    if "①" <= digits <= "⑳":
        return ord(digits) - ord("①") + 1
    if digits.isdecimal():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    if not (tens in _HAN_DIGITS or not tens) or not (ones in _HAN_DIGITS or not ones):
        return None
    return (10 * _HAN_DIGITS.get(tens, 1) if ten else 0) + _HAN_DIGITS.get(ones, 0)


def marker_at(text: str, start: int = 0) -> Marker | None:
    """The marker that stands at `start`, or None."""
    found = _MARKER.match(text, start)
    if found is None or found.lastindex is None:
        return None
    style, value = _STYLES[found.lastindex - 1], _value(found[found.lastindex])
    if not value or (style is Style.ARABIC and _names_months(text, found.end(), value)):
        return None
    return Marker(style, value, start, start + len(found[0].rstrip()))


def _names_months(text: str, start: int, value: int) -> bool:
    """Whether the marker is the first of two months: ``3、4月份``."""
    month = _MONTHS.match(text, start)
    return month is not None and int(month[1]) == value + 1


def markers_behind_sentences(text: str) -> Iterator[Marker]:
    """What looks like a marker behind the end of a sentence or an introduction, in order."""
    for place in _BEHIND_SENTENCE.finditer(text):
        marker = marker_at(text, place.end())
        if marker is not None:
            yield marker


def firstly_markers(text: str, *, behind: int = 0) -> Iterator[Marker]:
    """
    The runs 一是, 二是, 三是 … in a paragraph, in order.

    Args:
        text: The paragraph.
        behind: The number that a run has reached above the paragraph or at its start; 0 for none.
    """
    for place in _FIRSTLY.finditer(text):
        marker = marker_at(text, place.end())
        if marker is not None and marker.style is Style.FIRSTLY and marker.value in (1, behind + 1):
            behind = marker.value
            yield marker
