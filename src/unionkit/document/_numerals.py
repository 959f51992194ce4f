"""The numerals of headings: 一 二 三, ① ② ③, and back."""

from __future__ import annotations

import re
from typing import Final

_DIGITS: Final = "零一二三四五六七八九"
_VALUES: Final = {digit: value for value, digit in enumerate(_DIGITS)}
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CHINESE: Final = re.compile(r"(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?")
_MARKER: Final = re.compile(r"[（(第\s]*(?:(\d{1,3})|([一二三四五六七八九十]{1,3})|([①-⑳]))")


def chinese(number: int) -> str:
    """
    Write a number from 1 to 99 as headings do.

    >>> chinese(10), chinese(21)
    ('十', '二十一')
    """
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


def circled(number: int) -> str:
    """
    Write a number from 1 to 20 in a circle, a greater one in brackets.

    >>> circled(3), circled(21)
    ('③', '(21)')
    """
    return _CIRCLED[number - 1] if number <= len(_CIRCLED) else f"({number})"


def ordinal(marker: str) -> int | None:
    """
    Return the number that a marker shows, or None.

    >>> ordinal("（十二）"), ordinal("3."), ordinal("一是"), ordinal("附")
    (12, 3, 1, None)
    """
    match = _MARKER.match(marker)
    if match is None:
        return None
    if match[1]:
        return int(match[1])
    if match[3]:
        return _CIRCLED.index(match[3]) + 1
    parts = _CHINESE.fullmatch(match[2])
    if parts is None:
        return None
    tens = (_VALUES[parts[1]] if parts[1] else 1) * 10 if parts[2] else 0
    return tens + (_VALUES[parts[3]] if parts[3] else 0)
