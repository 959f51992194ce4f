"""The numerals of headings: 一 二 三, ① ② ③, and back."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from unionkit.model import chinese_number

_VALUES: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
# The patterns are compiled when they are first needed: a plan without stored numbers needs neither.
_CHINESE: Final = r"(?:([一二三四五六七八九])千零?)?(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?"
_MARKER: Final = r"[（(第\s]*(?:(\d{1,9})|([一二三四五六七八九十百千零]{1,8})|([①-⑳]))"


def circled(number: int) -> str:
    """
    Write a number from 1 to 20 in a circle, a greater one in brackets.

    >>> circled(3), circled(21)
    ('③', '（21）')
    """
    return _CIRCLED[number - 1] if number <= len(_CIRCLED) else f"（{number}）"


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
    thousands, hundreds, tens, ten, ones = parts.groups()
    value = (_VALUES[thousands] * 1000 if thousands else 0) + (_VALUES[hundreds] * 100 if hundreds else 0)
    value += _VALUES[ones] if ones else 0
    return value + ((_VALUES[tens] if tens else 1) * 10 if ten else 0)


_NUMERAL: Final = r"(?:\d{1,3}|[一二三四五六七八九十百千零]{1,8}|[①-⑳])"
_FORM: Final = rf"([（(]?)({_NUMERAL})([）)]?[、.．。]?\s*)"
_REFERRED: Final = (
    r"(?<=第)NUM|(?<=[（(])NUM(?=[）)])|(?<=附件)NUM|NUM(?=部分|[、章节条款项点])|[①-⑳]"
    r"|(?<![\d〔\[])\d{1,3}(?![\d年月日号〕\]%％])|^NUM$"
).replace("NUM", _NUMERAL)


class Form(NamedTuple):
    """
    How a marker is written.

    Attributes:
        before: What stands before its number.

        numeral: A number in its numerals.

        after: What stands behind.
    """

    before: str
    numeral: str
    after: str

    def write(self, number: int) -> str:
        """Write the marker of another number."""
        return f"{self.before}{like(self.numeral, number)}{self.after}"


def form(marker: str) -> Form | None:
    """
    Tell how the marker of a heading or item is written; None for what only begins a sentence (一是, 第一，) or shows no number.

    >>> form("（三）").write(12), form("3、").write(4), form("一是")
    ('（十二）', '4、', None)
    """
    match = re.fullmatch(_FORM, marker)
    if match is None or (not match[1] and not match[3].strip() and match[2] not in _CIRCLED):
        return None
    return Form(match[1], match[2], match[3])


def referred(words: str) -> list[re.Match[str]]:
    """Find the numbers of parts in words that refer to them: behind 第, in brackets, before 部分 … but no years."""
    return list(re.finditer(_REFERRED, words))


def like(numeral: str, number: int) -> str:
    """
    Write a number in the numerals of another.

    >>> like("六", 12), like("6", 12), like("⑥", 12)
    ('十二', '12', '⑫')
    """
    if numeral.isascii():
        return str(number)
    return circled(number) if numeral in _CIRCLED else chinese_number(number)
