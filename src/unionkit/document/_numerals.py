"""The numerals of headings: 一 二 三, ① ② ③, and back."""

from __future__ import annotations

import re
from typing import Final

_DIGITS: Final = "零一二三四五六七八九"
_VALUES: Final = {digit: value for value, digit in enumerate(_DIGITS)}
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
# The patterns are compiled when they are first needed: a plan without stored numbers needs neither.
_LARGEST: Final = 999
_CHINESE: Final = r"(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?"
_MARKER: Final = r"[（(第\s]*(?:(\d{1,9})|([一二三四五六七八九十百零]{1,5})|([①-⑳]))"


def chinese(number: int) -> str:
    """
    Write a number from 1 to 999 as headings do, a greater one in figures.

    >>> chinese(10), chinese(21), chinese(105)
    ('十', '二十一', '一百零五')
    """
    if number > _LARGEST:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        said += "十" if number < 20 else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        said += "零"
    return said + (_DIGITS[ones] if ones else "")


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
    match = re.match(_MARKER, marker)
    if match is None:
        return None
    if match[1]:
        return int(match[1])
    if match[3]:
        return _CIRCLED.index(match[3]) + 1
    parts = re.fullmatch(_CHINESE, match[2])
    if parts is None:
        return None
    hundreds, tens, ten, ones = parts.groups()
    value = (_VALUES[hundreds] * 100 if hundreds else 0) + (_VALUES[ones] if ones else 0)
    return value + ((_VALUES[tens] if tens else 1) * 10 if ten else 0)


NUMERAL: Final = r"\d{1,9}|[一二三四五六七八九十百零]{1,7}|[①-⑳]"
"""A number in words that refer to one, in any of the ways in which headings are numbered."""


def like(numeral: str, number: int) -> str:
    """
    Write a number in the numerals of another.

    >>> like("六", 12), like("6", 12), like("⑥", 12)
    ('十二', '12', '⑫')
    """
    if numeral.isascii():
        return str(number)
    return circled(number) if numeral in _CIRCLED else chinese(number)
