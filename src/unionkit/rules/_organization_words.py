"""Prose that states what the law limits: its numbers, its sentences, and whether it states them as what applies."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from unionkit.errors import InvalidValueError
from unionkit.model import parse_number

from ._finding import Worded
from ._law import Ruling, said_figure
from ._rule import Check, compiled
from ._survey import Hit
from ._words import is_quoted

NUMBER: Final = r"(?:\d{1,3}|[一二两三四五六七八九十百]{1,5})"
"""A whole number below a thousand, in figures or in Chinese."""

_ENDS: Final = "。；！？"
_NOT_AS_APPLIES: Final = "过去|(?<![日月底开])以前|以往|从前|去年|上年|原来|原先|原[有为定]|原规定|曾|此前|纠正|整改|杜绝|(?:不|勿)[能要得应许可]?再|避免|防止|废止|取消"
"""Words of a sentence that tells what was so, or what must not be."""
_OF_SOME: Final = r"(?:及|或)?(?:以上|以下|以内|以外|期满|届满)?(?:的(?:[可应须需由，,]|女?(?:教?职工|会员|员工|教师|同志|人))|者)|(?:及|或)?以[上下内外]的"
"""What follows on a figure that tells of whom a sentence speaks: 产假90天以上的可申请……"""
_EACH: Final = r"(?:各(?:自)?(?:安排|给予?|休|有|为|享受?|留出?)?|分别[^。；！？，,\n]{0,6}|满)$"
"""What stands before a figure that is a part of the whole, or the line from which something else is granted."""
_HALVES: Final = "上午.*下午"


def number_of(words: str | None) -> int | None:
    """Return a whole number that the plan writes in figures or in Chinese; None where it is neither."""
    try:
        number = parse_number(words or "")
    except InvalidValueError:
        return None
    return int(number) if number % 1 == 0 else None


def sentence_of(hit: Hit) -> str:
    """Return the sentence, or the part of one between semicolons, in which a hit stands."""
    start = max(hit.text.rfind(mark, 0, hit.start) for mark in _ENDS) + 1
    ends = [at for at in (hit.text.find(mark, hit.end) for mark in _ENDS) if at >= 0]
    return hit.text[start : min(ends, default=len(hit.text))]


def is_stated(hit: Hit, check: Check) -> bool:
    """
    Whether the plan states a figure, or a way of doing things, as what applies.

    It does not where the sentence tells what was so before or must not be so (去年, 纠正), in a quotation, in a part that
    looks back, where the figure only tells of whom the sentence speaks (90天以上的), and where it is one of several that
    together make the whole (各30分钟).
    """
    sentence, behind = sentence_of(hit), hit.text[hit.end :]
    return not (
        compiled(_NOT_AS_APPLIES).search(sentence)
        or compiled(_HALVES).search(sentence)
        or compiled(_OF_SOME).match(behind)
        or compiled(_EACH).search(hit.text[: hit.start])
        or is_quoted(hit)
        or check.calendar.looks_back(hit.path)
    )


_UNITS: Final[Mapping[str, tuple[str, str]]] = {
    "元": (" yuan", " yuan"),
    "人": (" person", " people"),
    "天": (" day", " days"),
    "日": (" day", " days"),
    "个工作日": (" working day", " working days"),
    "个月": (" month", " months"),
    "年": (" year", " years"),
    "小时": (" hour", " hours"),
    "分钟": (" minute", " minutes"),
    "倍": (" time", " times"),
    "℃": (" °C", " °C"),
}


def measured(amount: Fraction, unit: str) -> Worded:
    """Return an amount with its unit, in the language of the message."""
    one, many = _UNITS.get(unit, (unit, unit))
    return Worded(said_figure(amount, unit), said_figure(amount, one if amount == 1 else many))


def said_of(ruling: Ruling) -> Worded:
    """Return the figure of a parameter that has numbers, with its unit, in the language of the message."""
    return measured(ruling.number, ruling.unit)
