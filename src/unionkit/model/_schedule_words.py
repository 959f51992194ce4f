"""The words of which times are written: patterns and tables, and the numerals in them."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Final

from ._festivals import FESTIVALS, SEASONS
from ._numerals import chinese_number
from ._schedule_parts import Holiday, MonthPart, Nearness, Occasion, SchoolTerm

# Patterns are text: the re module compiles and keeps each when it is first used, not at every start.
NUMBER: Final = r"(?:\d{1,2}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
"""What is counted off: a month, a day, a week. 两 only counts (两月 is no February)."""
COUNT: Final = rf"(?:{NUMBER}|两)"
YEAR: Final = r"(?:(?P<year>\d{4}|[〇零一二三四五六七八九]{4})年度?|(?P<this>今年|本年度?|当年))?的?"
NEAR: Final = (
    "(?:节日|佳节)?(?:当[天日]|这天|前夕|之前|以前|前后|左右|期间|(?:小?长)?假期?(?:期间)?|黄金周|之后|过后|以后"
    "|到来之际|来临之际|之际|到来之?前|来临之?前|前|后)"
)
DASH: Final = r"(?:[—–~～－\-]+|至|到)"
DASH_CHARACTERS: Final = "—–~～－-至到"
DASHES: Final = ("[—–~～]+|至|到", "[－\\-]+")
NEXT_YEAR: Final = "(?P<next>次年|翌年|来年|第二年)?"

PART_WORDS: Final = {
    **{str(part): part for part in MonthPart},
    "末": MonthPart.END,
    "第1周": MonthPart.FIRST_WEEK,
    "第2周": MonthPart.SECOND_WEEK,
    "第3周": MonthPart.THIRD_WEEK,
    "第4周": MonthPart.FOURTH_WEEK,
    "首周": MonthPart.FIRST_WEEK,
}
EDGE_WORDS: Final = {
    "初": MonthPart.BEGINNING,
    "中": MonthPart.MIDDLE,
    "底": MonthPart.END,
    "末": MonthPart.END,
}
PART: Final = f"(?:的?(?P<part>{'|'.join(PART_WORDS)}))?"

DAY: Final = rf"{YEAR}(?P<month>{NUMBER})月(?P<day>{NUMBER})[日号](?:上午|中午|下午|晚上|当[天日])?"
ISO_DAY: Final = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
LUNAR_DAY: Final = (
    rf"{YEAR}(?P<lunar>农历|阴历|夏历)?(?P<leap>闰)?(?P<month>[正冬腊]|十[一二]?|[一二三四五六七八九])月"
    r"(?P<day>初[一二三四五六七八九十]|十[一二三四五六七八九]|[二三]十|(?:廿|二十)[一二三四五六七八九])[日]?"
)
MONTH: Final = rf"{YEAR}(?P<first>{NUMBER})月份?{PART}"
MONTHS: Final = (
    rf"{YEAR}(?P<first>{NUMBER})(?:月份?)?{DASH}{NEXT_YEAR}(?:(?P<until>\d{{4}})年)?(?P<last>{NUMBER})月份?"
)
QUARTER: Final = rf"{YEAR}第?(?P<quarter>[1-4一二三四])季度(?P<part>[初中末底])?"
HALF: Final = rf"{YEAR}的?(?P<half>[上下前后])半年度?"
WHOLE_YEAR: Final = rf"{YEAR}(?P<part>年?[初中末底终]|岁末|全年|年?度?内|年度|)"
TERM: Final = (
    r"(?:(?P<from>\d{4})(?:[-—–~～/]+|至)(?P<to>\d{4})学年度?)?"
    rf"{YEAR}(?:(?P<term>本|新|这个?|该|春季?|秋季?|第?[一二12]|[上下])?学期|(?:本|该|这)?(?=期[初中末])|(?P<season>春季?|秋季?)?(?=开学))"
    r"(?:的?(?P<part>开学之?初|开学时?|开始|伊始|之?初|期初|中期?|期中|期?末|底|结束时?))?"
    rf"(?:(?:第(?P<week>{NUMBER})|(?P<first_week>首))周)?"
)
TERM_IN_HALF: Final = r"(?:本|新|这个?)学期[(（](?P<half>[上下])半年[)）]"
TERMS: Final = {
    "春": SchoolTerm.SPRING,
    "秋": SchoolTerm.AUTUMN,
    "一": SchoolTerm.AUTUMN,
    "1": SchoolTerm.AUTUMN,
    "上": SchoolTerm.AUTUMN,
}
HOLIDAYS: Final = {
    **dict.fromkeys(("暑假", "暑期"), Holiday.SUMMER),
    "寒假": Holiday.WINTER,
    **dict.fromkeys(("寒暑假", "寒暑期", "寒、暑假", "假期"), Holiday.SCHOOL),
    **dict.fromkeys(("节假日", "法定节假日", "国家法定节假日", "重大节假日", "重要节假日"), Holiday.PUBLIC),
    **dict.fromkeys(("周末", "双休日", "公休日"), Holiday.WEEKEND),
}
OCCASIONS: Final = {
    **dict.fromkeys(("生日", "生辰"), Occasion.BIRTHDAY),
    **dict.fromkeys(
        ("逢十", "逢十生日", "逢十周岁生日", "逢十岁生日", "逢整十生日", "整十生日"), Occasion.ROUND_BIRTHDAY
    ),
    **dict.fromkeys(("入会纪念日", "入会日", "入会时"), Occasion.JOINING),
    **dict.fromkeys(("退休时", "退休日", "退休之际", "光荣退休时"), Occasion.RETIREMENT),
}
PERSONAL: Final = r"每?(?:逢|过)?(?:工会会员|会员|教职工|干部职工|职工|教师|员工|本人)?的?(?P<what>.+?)(?:当[天日]|时|之际)?"
NAMED: Final = rf"{YEAR}(?P<name>.+?)(?P<near>{NEAR})?"
NEARNESS: Final = (
    ("前后", Nearness.AROUND),
    ("左右", Nearness.AROUND),
    ("之际", Nearness.AROUND),
    ("前", Nearness.BEFORE),
    ("后", Nearness.AFTER),
    ("期", Nearness.DURING),
    ("假", Nearness.DURING),
    ("黄金周", Nearness.DURING),
)
UNTIL: Final = (
    r"(?:(?:截至|截止到?|最迟|不迟于|不晚于)(?P<by>.+?)(?:之前|以前|前)?|(?P<before>.+?)(?:之前|以前|前))"
)
STRETCH: Final = r"[一二三四五六七八九十]+月|[1-4一二三四]季度"
"""What may be a length of time as well: 三月内 and 三月前 are said of March and of three months."""
RHYTHM: Final = r"[一二三四五六七八九十]+月|[1一](?:月|季度)"
"""What may tell how often: 三月一次, 一季度一次."""


def matched(pattern: str, text: str, needs: Collection[str]) -> re.Match[str] | None:
    """
    Match all of a text, which holds one of the characters that the pattern cannot do without.

    A pattern that cannot match is not even compiled: most plans say only a few kinds of time, and each pattern takes
    half a millisecond.
    """
    return re.fullmatch(pattern, text) if any(character in text for character in needs) else None


@cache
def begins_name() -> frozenset[str]:
    """Return the characters with which names of festivals and seasons begin."""
    return frozenset(name[0] for name in (*FESTIVALS, *SEASONS))


@cache
def _numbers() -> dict[str, int]:
    return {chinese_number(number): number for number in range(100)} | {"两": 2}


def number_of(text: str) -> int:
    """Return what a :data:`COUNT` says."""
    return int(text) if text.isdecimal() else _numbers()[text]


def tidied(text: str) -> str:
    """Return a notation without quotation marks, dots and blanks that say nothing; blanks between figures stay."""
    bare = re.sub(r"[“”\"‘’'《》「」·•]", "", text)
    return re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", bare).replace("佳节", "节")
