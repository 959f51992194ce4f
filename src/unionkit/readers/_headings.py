"""Headings without a number: told by their shape and by what stands next to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ._markers import Style
from ._segments import Segment
from ._sentences import is_closed, is_one_sentence

_LONGEST = 20
_LONGEST_WITH_COLON = 8
"""With a colon at its end a longer line introduces what follows and is no heading of it."""
_LONGEST_SENTENCE = 60

_MONTH = re.compile(
    r"(?:(?:20)?\d{2}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元)月(?:份|[上中下]旬)?"
    r"(?:[-—–~～至、](?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份)?)?(?:工作|活动|安排|重点)*[：:]?|"
    r"第[一二三四1-4]季度(?:工作|活动|安排|重点)*[：:]?"
)
_NOT_A_HEADING = re.compile(
    # an address, a note or date in brackets, a date of issue, what introduces a list
    r"(?:各|全体|尊敬的).*[：:]|[（(].*[）)]|.*\d{4}年\d{1,2}月\d{1,2}日|.*(?:以下|如下|下列).*"
)
_SENTENCE_MARKS = re.compile(r"[，。！？；,!?;]|[：:](?!$)|、$")


def style_at(segments: Sequence[Segment], index: int) -> Style | None:
    """How a segment stands in the outline: numbered, as a heading without number, or (None) as prose."""
    segment = segments[index]
    following = segments[index + 1] if index + 1 < len(segments) else None
    if segment.style is not None or following is None:
        return segment.style
    text = segment.body.text
    if _MONTH.fullmatch(text):
        return None if _MONTH.fullmatch(following.body.text) else Style.MONTH
    is_heading = _is_short_heading(text, following) or (
        index > 0 and _heads_restart(text, segments[index - 1], following)
    )
    return Style.HEADING if is_heading else None


def _is_short_heading(text: str, following: Segment) -> bool:
    """A few words without a mark, above a list that begins, above prose or above a month."""
    longest = _LONGEST_WITH_COLON if is_closed(text) else _LONGEST
    if len(text) > longest or _SENTENCE_MARKS.search(text) or _NOT_A_HEADING.fullmatch(text):
        return False
    if not any(character.isalpha() for character in text):
        return False
    if following.style is not None:
        return following.value <= 1
    below = following.body.text
    return len(below) > _LONGEST or is_closed(below) or _MONTH.fullmatch(below) is not None


def _heads_restart(text: str, previous: Segment, following: Segment) -> bool:
    """A single sentence between the end of a list and a list of the same kind that begins anew."""
    return (
        len(text) <= _LONGEST_SENTENCE
        and is_one_sentence(text)
        and previous.style is not None
        and previous.style is following.style
        and following.value == 1
    )
