"""The notation of times: what is read as which type, what stays text, and what is refused."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.errors import (
    ImpossibleValueError,
    InvalidTextError,
    InvalidValueError,
    NotationError,
    WrongTypeError,
)
from unionkit.files import dump_plan, load_plan
from unionkit.model import (
    FESTIVALS,
    SEASONS,
    Activity,
    AtFestival,
    Deadline,
    Every,
    FreeText,
    Holiday,
    InHalf,
    InHoliday,
    InMonths,
    InQuarter,
    InSeason,
    InTerm,
    InYear,
    MonthPart,
    Nearness,
    Occasion,
    OnDay,
    OnPersonalDate,
    Plan,
    Recurrence,
    Schedule,
    SchoolTerm,
    Several,
    Span,
    YearPart,
    parse_schedule,
    schedule_notation,
)
from unionkit.model._festivals import FESTIVAL_MONTHS
from unionkit.testing import lines, recurrences, schedules, several_times

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
LONGEST = 200
WORDS = "年月日周一二三五十两每各次前后、和至初中底上下旬半季度学期开春节国庆生逢假内里份第12-9 “”"


def meaning(value: Any) -> Any:
    """A time without its words."""
    if isinstance(value, tuple):
        return [meaning(entry) for entry in value]
    if not attrs.has(type(value)):
        return value
    fields = {field.name: meaning(getattr(value, field.name)) for field in attrs.fields(type(value))}
    del fields["wording"]
    return type(value), fields


def within(time: Any) -> Iterator[Any]:
    """A time and those that it is made of."""
    yield time
    for field in attrs.fields(type(time)):
        value = getattr(time, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if attrs.has(type(part)):
                yield from within(part)


def is_readable(schedule: Schedule) -> bool:
    """Whether its usual words name it: festivals and seasons are known, and nobody writes a page of times."""
    known = {*FESTIVALS, *SEASONS}
    names = {getattr(part, "festival", getattr(part, "season", "春节")) for part in within(schedule)}
    return names <= known and len(schedule_notation(schedule)) <= LONGEST


# ---------------------------------------------------------------- what holds for all times


def reads_back(schedule: Schedule) -> bool:
    """Whether its usual words are read as the same time."""
    words = schedule_notation(schedule)
    again = parse_schedule(words)
    return meaning(again) == meaning(schedule) and again.wording == schedule_notation(again) == words


@given(schedule=schedules())
def test_the_usual_words_give_the_time_back(schedule: Schedule) -> None:
    """Whatever it was called before; free text has no other words."""
    assert isinstance(schedule, FreeText) or not is_readable(schedule) or reads_back(schedule)


@given(several=several_times() | recurrences())
def test_the_usual_words_give_several_times_back(several: Several | Every) -> None:
    """Members of all kinds, together: nothing that one of them says spreads to the others."""
    assert not is_readable(several) or reads_back(several)


def test_any_two_times_stand_together() -> None:
    """What may be shared in a list, such as a nearness, a unit, a year or a stretch, stays with the one that has it."""
    times = [parse_schedule(words) for words in TOGETHER]
    wrong = [
        schedule_notation(pair)
        for one in times
        for other in times
        for each in (None, 2)
        if not reads_back(pair := Several(wording="两次", members=[one, other], each=each))
    ]

    assert wrong == []


@given(schedule=schedules())
def test_a_time_keeps_its_words(schedule: Schedule) -> None:
    """What was written is kept to the character; reading it again gives an equal value or is refused."""
    with suppress(InvalidValueError):
        assert parse_schedule(schedule.wording).wording == schedule.wording


@given(schedule=schedules())
def test_a_time_in_a_file_comes_back_as_it_was(schedule: Schedule) -> None:
    """Its words when they say everything, otherwise all that it holds."""
    plan = Plan(content=[Activity(title="座谈会", when=schedule)])

    assert load_plan(dump_plan(plan)) == plan


@given(text=lines(filled=True) | st.text(WORDS, min_size=1, max_size=LONGEST).filter(str.strip))
def test_any_words_are_a_time_or_refused(text: str) -> None:
    """No other exception comes out, and the words of a part of a time can be read alone."""
    with suppress(ImpossibleValueError, InvalidTextError, NotationError):
        schedule = parse_schedule(text)

        assert schedule.wording == text
        for member in getattr(schedule, "members", ()):
            assert parse_schedule(member.wording) == member


def test_hostile_words_take_no_longer_than_others() -> None:
    """Reading time grows with the length alone, and what nobody would write is not read at all."""
    pick = random.Random(2026)
    pieces = ("五四青年节", "9月", "9、", "每年", "1", "十", "前", "、", "；", "9月1日至", "第一周", "每周一、", "9月每", "各一次", "次",
              "国庆节前、", "2026年", "1 ", "上、", "期", "农历闰")  # fmt: skip
    hostile = [piece * (LONGEST // len(piece)) for piece in pieces]
    hostile += ["".join(pick.choices(WORDS, k=LONGEST)) for _ in range(100)]
    hostile += ["".join(pick.choices(pieces, k=LONGEST))[:LONGEST] for _ in range(100)]
    hostile += ["9月" + " " * 1_000_000 + "底", "每年" * 1_000_000]
    slow = {}
    for words in hostile:
        began = time.process_time()
        with suppress(InvalidValueError):
            parse_schedule(words)
        slow[words[:40]] = time.process_time() - began

    assert sorted(slow.values())[len(slow) // 2] < 0.01
    assert {words: taken for words, taken in slow.items() if taken > 0.1} == {}


# ---------------------------------------------------------------- what is read as what

# Alone and beside any other: each has something that a list may share.
TOGETHER = (
    *(
        "9月10日",
        "2026年9月10日",
        "农历九月初九",
        "2027年闰六月初一",
        "9月1日—15日",
        "12月25日至次年1月5日",
        "国庆节至10月底",
    ),
    *(
        "9月",
        "2026年12月",
        "1月",
        "9月中",
        "10月上旬",
        "10月下旬",
        "9月第一周",
        "3月—5月",
        "11月",
        "第三季度",
        "第一季度中",
        "2026年四季度末",
    ),
    *("上半年", "2027年下半年", "全年", "年底", "2026年", "一至三季度", "9月至年底"),
    *(
        "教师节",
        "2026年春节",
        "国庆节",
        "中秋节前",
        "母亲节前后",
        "元旦期间",
        "春节后",
        "两节期间",
        "金秋助学之前",
    ),
    *("本学期", "期末", "本学期第3周", "2026年秋季学期初", "暑假", "2026年寒假", "周末", "生日", "退休时"),
    *("11月30日前", "10月底前", "年底前", "期末前", "暑假前", "一季度末前"),
    *(
        "每天",
        "每周",
        "每周二、四",
        "每周五前",
        "每月",
        "每月10日",
        "每月5日前",
        "每月初",
        "每月第一个周五",
        "每2个月",
        "每两周周五",
    ),
    *(
        "每学期末",
        "每年",
        "每年年底",
        "每季度两次",
        "9月每周",
        "下半年每季度",
        "本学期每周二、四",
        "2026年每月10日前",
    ),
)

DAYS = {
    "9月10日": {"month": 9, "day": 10},
    "9 月 10 日": {"month": 9, "day": 10},
    "9月10号": {"month": 9, "day": 10},
    "九月十日": {"month": 9, "day": 10},
    "十二月二十五日": {"month": 12, "day": 25},
    "今年9月10日": {"month": 9, "day": 10},
    "9月10日下午": {"month": 9, "day": 10},
    "2026年9月10日": {"year": 2026, "month": 9, "day": 10},
    "2026 年 9 月 1 日": {"year": 2026, "month": 9, "day": 1},
    "二〇二六年九月一日": {"year": 2026, "month": 9, "day": 1},
    "2026-09-10": {"year": 2026, "month": 9, "day": 10},
    "2026-9-1": {"year": 2026, "month": 9, "day": 1},
    "2月29日": {"month": 2, "day": 29},
    "2028年2月29日": {"year": 2028, "month": 2, "day": 29},
    " 9月10日\u3000": {"month": 9, "day": 10},
    "农历九月初九": {"month": 9, "day": 9, "lunar": True},
    "九月初九": {"month": 9, "day": 9, "lunar": True},
    "正月十五": {"month": 1, "day": 15, "lunar": True},
    "腊月二十三": {"month": 12, "day": 23, "lunar": True},
    "2027年农历正月初一": {"year": 2027, "month": 1, "day": 1, "lunar": True},
    "闰六月初一": {"month": 6, "day": 1, "lunar": True, "leap": True},
    "2025年农历闰六月十五": {"year": 2025, "month": 6, "day": 15, "lunar": True, "leap": True},
    "9月10日一次": {"month": 9, "day": 10},
}
SPANS = {
    "9月1日—15日": {"start": "9月1日", "end": "9月15日"},
    "9月1-15日": {"start": "9月1日", "end": "9月15日"},
    "9月1日至10月15日": {"start": "9月1日", "end": "10月15日"},
    "2026年9月1日至15日": {"start": "2026年9月1日", "end": "2026年9月15日"},
    "2026年12月25日至2027年1月5日": {"start": "2026年12月25日", "end": "2027年1月5日"},
    "2026年12月25日至1月5日": {"start": "2026年12月25日", "end": "2027年1月5日"},
    "12月25日至次年1月5日": {"start": "12月25日", "end": "1月5日", "next_year": True},
    "12月25日—1月5日": {"start": "12月25日", "end": "1月5日", "next_year": True},
    "9月下旬至10月上旬": {"start": "9月下旬", "end": "10月上旬"},
    "9月上旬至中旬": {"start": "9月上旬", "end": "9月中旬"},
    "9月底—10月8日": {"start": "9月底", "end": "10月8日"},
    "9月10日至10月": {"start": "9月10日", "end": "10月"},
    "2026-09-10至2026-09-12": {"start": "2026-09-10", "end": "2026-09-12"},
    "9月至年底": {"start": "9月", "end": "年底"},
    "2026年9月至年底": {"start": "2026年9月", "end": "2026年年底"},
    "年初至9月": {"start": "年初", "end": "9月"},
    "11月至次年年初": {"start": "11月", "end": "年初", "next_year": True},
    "一至三季度": {"start": "一季度", "end": "三季度"},
    "1-3季度": {"start": "1季度", "end": "3季度"},
    "第一季度至第三季度": {"start": "第一季度", "end": "第三季度"},
    "2026年二至四季度末": {"start": "2026年二季度", "end": "2026年四季度末"},
    "9月至四季度末": {"start": "9月", "end": "四季度末"},
    "国庆节至10月底": {"start": "国庆节", "end": "10月底"},
    "五一至十一": {"start": "五一", "end": "十一"},
    "9月1日至国庆": {"start": "9月1日", "end": "国庆"},
    "国庆至元旦": {"start": "国庆", "end": "元旦", "next_year": True},
    "2026年12月至春节": {"start": "2026年12月", "end": "2027年春节"},
}
MONTHS = {
    "9月": {"first": 9, "last": 9},
    "9月份": {"first": 9, "last": 9},
    "6月份": {"first": 6, "last": 6},
    "09月": {"first": 9, "last": 9},
    "九月": {"first": 9, "last": 9},
    "十一月份": {"first": 11, "last": 11},
    "在9月": {"first": 9, "last": 9},
    "9月期间": {"first": 9, "last": 9},
    "9月内": {"first": 9, "last": 9},
    "三月份内": {"first": 3, "last": 3},
    "9月一次": {"first": 9, "last": 9},
    "9月份举办一次": {"first": 9, "last": 9},
    "12月底至少召开1次": {"first": 12, "last": 12, "part": MonthPart.END},
    "2026年9月": {"year": 2026, "first": 9, "last": 9},
    "今年9月": {"first": 9, "last": 9},
    "9月上旬": {"first": 9, "last": 9, "part": MonthPart.FIRST_TEN},
    "3月中旬": {"first": 3, "last": 3, "part": MonthPart.SECOND_TEN},
    "9月份下旬": {"first": 9, "last": 9, "part": MonthPart.LAST_TEN},
    "9月初": {"first": 9, "last": 9, "part": MonthPart.BEGINNING},
    "9月中": {"first": 9, "last": 9, "part": MonthPart.MIDDLE},
    "12月底": {"first": 12, "last": 12, "part": MonthPart.END},
    "12月末": {"first": 12, "last": 12, "part": MonthPart.END},
    "9月第一周": {"first": 9, "last": 9, "part": MonthPart.FIRST_WEEK},
    "9月的最后一周": {"first": 9, "last": 9, "part": MonthPart.LAST_WEEK},
    "3月—5月": {"first": 3, "last": 5},
    "3-5月": {"first": 3, "last": 5},
    "3-4月份": {"first": 3, "last": 4},
    "3至5月份": {"first": 3, "last": 5},
    "9月～11月": {"first": 9, "last": 11},
    "七、八月份": {"first": 7, "last": 8},
    "9、10、11月": {"first": 9, "last": 11},
    "十一、十二月份": {"first": 11, "last": 12},
    "11月至次年2月": {"first": 11, "last": 2, "next_year": True},
    "9月至次年6月": {"first": 9, "last": 6, "next_year": True},
    "12-1月": {"first": 12, "last": 1, "next_year": True},
    "2026年11月至2027年2月": {"year": 2026, "first": 11, "last": 2, "next_year": True},
}
PARTS_OF_YEARS: dict[str, tuple[type, dict[str, object]]] = {
    "一季度": (InQuarter, {"quarter": 1}),
    "第三季度": (InQuarter, {"quarter": 3}),
    "2026年第2季度": (InQuarter, {"year": 2026, "quarter": 2}),
    "第四季度末": (InQuarter, {"quarter": 4, "part": MonthPart.END}),
    "二季度举办一次": (InQuarter, {"quarter": 2}),
    "第三季度内": (InQuarter, {"quarter": 3}),
    "上半年": (InHalf, {"half": 1}),
    "下半年": (InHalf, {"half": 2}),
    "今年上半年": (InHalf, {"half": 1}),
    "2026年下半年": (InHalf, {"year": 2026, "half": 2}),
    "全年": (InYear, {"part": YearPart.WHOLE}),
    "年内": (InYear, {"part": YearPart.WHOLE}),
    "年内一次": (InYear, {"part": YearPart.WHOLE}),
    "年底一次": (InYear, {"part": YearPart.END}),
    "今年": (InYear, {"part": YearPart.WHOLE}),
    "2026年": (InYear, {"year": 2026, "part": YearPart.WHOLE}),
    "年初": (InYear, {"part": YearPart.BEGINNING}),
    "年中": (InYear, {"part": YearPart.MIDDLE}),
    "年底": (InYear, {"part": YearPart.END}),
    "今年年末": (InYear, {"part": YearPart.END}),
    "2026年底": (InYear, {"year": 2026, "part": YearPart.END}),
}
FESTIVAL_DAYS = {
    "元旦": ("元旦", Nearness.ON),
    "元旦新年": ("元旦", Nearness.ON),
    "春节": ("春节", Nearness.ON),
    "五一": ("劳动节", Nearness.ON),
    "教师节": ("教师节", Nearness.ON),
    "国庆": ("国庆节", Nearness.ON),
    "重阳节": ("重阳节", Nearness.ON),
    "中秋节": ("中秋节", Nearness.ON),
    "中秋": ("中秋节", Nearness.ON),
    "十一": ("国庆节", Nearness.ON),
    "“五一”": ("劳动节", Nearness.ON),
    "“五·一”": ("劳动节", Nearness.ON),
    "教师节当天": ("教师节", Nearness.ON),
    "三八节": ("妇女节", Nearness.ON),
    "“三八”妇女节": ("妇女节", Nearness.ON),
    "母亲节": ("母亲节", Nearness.ON),
    "元宵佳节": ("元宵节", Nearness.ON),
    "五一前": ("劳动节", Nearness.BEFORE),
    "五一前夕": ("劳动节", Nearness.BEFORE),
    "今年五一节前夕": ("劳动节", Nearness.BEFORE),
    "春节前": ("春节", Nearness.BEFORE),
    "春节之前": ("春节", Nearness.BEFORE),
    "教师节来临之前": ("教师节", Nearness.BEFORE),
    "教师节前后": ("教师节", Nearness.AROUND),
    "教师节到来之际": ("教师节", Nearness.AROUND),
    "五一期间": ("劳动节", Nearness.DURING),
    "国庆期间": ("国庆节", Nearness.DURING),
    "国庆假期": ("国庆节", Nearness.DURING),
    "春节后": ("春节", Nearness.AFTER),
}
NAMED: dict[str, tuple[type, dict[str, object]]] = {
    "2026年春节": (AtFestival, {"year": 2026, "festival": "春节"}),
    "民族团结教育月": (InSeason, {"season": "民族团结教育月"}),
    "安全生产月期间": (InSeason, {"season": "安全生产月"}),
    "两节期间": (InSeason, {"season": "两节"}),
    "两节前夕": (InSeason, {"season": "两节", "nearness": Nearness.BEFORE}),
    "金秋助学": (InSeason, {"season": "金秋助学"}),
    "本学期": (InTerm, {"term": SchoolTerm.THIS}),
    "新学期": (InTerm, {"term": SchoolTerm.THIS}),
    "学期初": (InTerm, {"term": SchoolTerm.THIS, "part": MonthPart.BEGINNING}),
    "开学初": (InTerm, {"term": SchoolTerm.THIS, "part": MonthPart.BEGINNING}),
    "本学期开始": (InTerm, {"term": SchoolTerm.THIS, "part": MonthPart.BEGINNING}),
    "本期末": (InTerm, {"term": SchoolTerm.THIS, "part": MonthPart.END}),
    "秋季开学": (InTerm, {"term": SchoolTerm.AUTUMN, "part": MonthPart.BEGINNING}),
    "开学首周": (InTerm, {"term": SchoolTerm.THIS, "week": 1}),
    "2026—2027学年上学期": (InTerm, {"year": 2026, "term": SchoolTerm.AUTUMN}),
    "期中": (InTerm, {"term": SchoolTerm.THIS, "part": MonthPart.MIDDLE}),
    "期末": (InTerm, {"term": SchoolTerm.THIS, "part": MonthPart.END}),
    "学期末": (InTerm, {"term": SchoolTerm.THIS, "part": MonthPart.END}),
    "开学第一周": (InTerm, {"term": SchoolTerm.THIS, "week": 1}),
    "本学期第3周": (InTerm, {"term": SchoolTerm.THIS, "week": 3}),
    "本学期(下半年)": (InTerm, {"term": SchoolTerm.AUTUMN}),
    "第二学期": (InTerm, {"term": SchoolTerm.SPRING}),
    "2026年秋季学期": (InTerm, {"year": 2026, "term": SchoolTerm.AUTUMN}),
    "2026—2027学年第二学期": (InTerm, {"year": 2027, "term": SchoolTerm.SPRING}),
    "暑假期间": (InHoliday, {"holiday": Holiday.SUMMER}),
    "2026年暑假": (InHoliday, {"year": 2026, "holiday": Holiday.SUMMER}),
    "寒假": (InHoliday, {"holiday": Holiday.WINTER}),
    "假期": (InHoliday, {"holiday": Holiday.SCHOOL}),
    "寒暑假": (InHoliday, {"holiday": Holiday.SCHOOL}),
    "节假日": (InHoliday, {"holiday": Holiday.PUBLIC}),
    "重大节假日": (InHoliday, {"holiday": Holiday.PUBLIC}),
    "周末": (InHoliday, {"holiday": Holiday.WEEKEND}),
    "生日": (OnPersonalDate, {"occasion": Occasion.BIRTHDAY}),
    "逢生日": (OnPersonalDate, {"occasion": Occasion.BIRTHDAY}),
    "会员生日当天": (OnPersonalDate, {"occasion": Occasion.BIRTHDAY}),
    "逢十": (OnPersonalDate, {"occasion": Occasion.ROUND_BIRTHDAY}),
    "逢十生日": (OnPersonalDate, {"occasion": Occasion.ROUND_BIRTHDAY}),
    "入会纪念日": (OnPersonalDate, {"occasion": Occasion.JOINING}),
    "退休时": (OnPersonalDate, {"occasion": Occasion.RETIREMENT}),
}
DEADLINES = {
    "11月30日前": "11月30日",
    "2026年11月30日之前": "2026年11月30日",
    "10月底前": "10月底",
    "年底前": "年底",
    "截至9月底": "9月底",
    "上半年前": "上半年",
    "一季度末前": "一季度末",
    "期末前": "期末",
    "开学前": "开学",
    "暑假前": "暑假",
    "9月前": "9月",
    "三月份前": "三月份",
    "截至三月": "三月",
    "不迟于第三季度": "第三季度",
    "最迟9月": "9月",
    "12月底前一次": "12月底",
}
RECURRENCES: dict[str, dict[str, object]] = {
    "每天": {"recurrence": Recurrence.DAILY},
    "每天中午": {"recurrence": Recurrence.DAILY},
    "每周": {"recurrence": Recurrence.WEEKLY},
    "每周一次": {"recurrence": Recurrence.WEEKLY},
    "每周五": {"recurrence": Recurrence.WEEKLY, "weekdays": (5,)},
    "每周五下午": {"recurrence": Recurrence.WEEKLY, "weekdays": (5,)},
    "每星期日": {"recurrence": Recurrence.WEEKLY, "weekdays": (7,)},
    "每周二、四下午": {"recurrence": Recurrence.WEEKLY, "weekdays": (2, 4)},
    "每周四和周二": {"recurrence": Recurrence.WEEKLY, "weekdays": (2, 4)},
    "每周一至周五": {"recurrence": Recurrence.WEEKLY, "weekdays": (1, 2, 3, 4, 5)},
    "每两周周五": {"recurrence": Recurrence.WEEKLY, "interval": 2, "weekdays": (5,)},
    "每周五前": {"recurrence": Recurrence.WEEKLY, "weekdays": (5,), "by": True},
    "每周五两次": {"recurrence": Recurrence.WEEKLY, "weekdays": (5,), "times": 2},
    "每周五次": {"recurrence": Recurrence.WEEKLY, "times": 5},
    "隔周": {"recurrence": Recurrence.WEEKLY, "interval": 2},
    "每两周一次": {"recurrence": Recurrence.WEEKLY, "interval": 2},
    "每隔一周": {"recurrence": Recurrence.WEEKLY, "interval": 2},
    "一周两次": {"recurrence": Recurrence.WEEKLY, "times": 2},
    "一天三次": {"recurrence": Recurrence.DAILY, "times": 3},
    "两个月一次": {"recurrence": Recurrence.MONTHLY, "interval": 2},
    "每两月一次": {"recurrence": Recurrence.MONTHLY, "interval": 2},
    "每2个月": {"recurrence": Recurrence.MONTHLY, "interval": 2},
    "每月第一个周五": {"recurrence": Recurrence.MONTHLY, "weekdays": (5,), "nth": 1},
    "每月最后一个星期天下午": {"recurrence": Recurrence.MONTHLY, "weekdays": (7,), "nth": -1},
    "每一季度": {"recurrence": Recurrence.QUARTERLY},
    "一学期一次": {"recurrence": Recurrence.TERMLY},
    "每学期开学前": {"recurrence": Recurrence.TERMLY, "part": MonthPart.BEGINNING, "by": True},
    "9月—11月每月一次": {"recurrence": Recurrence.MONTHLY, "within": "9月—11月"},
    "7—12月份每月": {"recurrence": Recurrence.MONTHLY, "within": "7—12月份"},
    "下半年每季度一次": {"recurrence": Recurrence.QUARTERLY, "within": "下半年"},
    "全年每季度末": {"recurrence": Recurrence.QUARTERLY, "within": "全年", "part": MonthPart.END},
    "本学期每周": {"recurrence": Recurrence.WEEKLY, "within": "本学期"},
    "暑假期间每周": {"recurrence": Recurrence.WEEKLY, "within": "暑假期间"},
    "9月至年底每周五": {"recurrence": Recurrence.WEEKLY, "within": "9月至年底", "weekdays": (5,)},
    "四季度每月10日前": {"recurrence": Recurrence.MONTHLY, "within": "四季度", "month_day": 10, "by": True},
    "每月": {"recurrence": Recurrence.MONTHLY},
    "每个月": {"recurrence": Recurrence.MONTHLY},
    "逐月": {"recurrence": Recurrence.MONTHLY},
    "每月一次": {"recurrence": Recurrence.MONTHLY},
    "每月第一周": {"recurrence": Recurrence.MONTHLY, "part": MonthPart.FIRST_WEEK},
    "每月上旬": {"recurrence": Recurrence.MONTHLY, "part": MonthPart.FIRST_TEN},
    "每月底前": {"recurrence": Recurrence.MONTHLY, "part": MonthPart.END, "by": True},
    "每月10日": {"recurrence": Recurrence.MONTHLY, "month_day": 10},
    "每月5日前": {"recurrence": Recurrence.MONTHLY, "month_day": 5, "by": True},
    "每季": {"recurrence": Recurrence.QUARTERLY},
    "每季度": {"recurrence": Recurrence.QUARTERLY},
    "每个季度": {"recurrence": Recurrence.QUARTERLY},
    "每季度末": {"recurrence": Recurrence.QUARTERLY, "part": MonthPart.END},
    "每学期": {"recurrence": Recurrence.TERMLY},
    "每学期两次": {"recurrence": Recurrence.TERMLY, "times": 2},
    "每学期至少召开一次": {"recurrence": Recurrence.TERMLY},
    "每学期初": {"recurrence": Recurrence.TERMLY, "part": MonthPart.BEGINNING},
    "每半年": {"recurrence": Recurrence.HALF_YEARLY},
    "半年一次": {"recurrence": Recurrence.HALF_YEARLY},
    "每年": {"recurrence": Recurrence.YEARLY},
    "一年一次": {"recurrence": Recurrence.YEARLY},
    "两年一次": {"recurrence": Recurrence.YEARLY, "interval": 2},
    "每年年底": {"recurrence": Recurrence.YEARLY, "part": MonthPart.END},
    "每年6月": {"recurrence": Recurrence.YEARLY, "at": "6月"},
    "每年教师节": {"recurrence": Recurrence.YEARLY, "at": "教师节"},
    "每年9月底前": {"recurrence": Recurrence.YEARLY, "at": "9月底前"},
    "每年春节、中秋节": {"recurrence": Recurrence.YEARLY, "at": "春节、中秋节"},
    "每逢节假日": {"recurrence": Recurrence.YEARLY, "at": "节假日"},
}
LISTS: dict[str, tuple[list[str], int | None]] = {
    "教师节、中秋节、重阳节": (["教师节", "中秋节", "重阳节"], None),
    "三八节、母亲节": (["三八节", "母亲节"], None),
    "春节、中秋节各一次": (["春节", "中秋节"], 1),
    "“五一”和国庆期间": (["五一期间", "国庆期间"], None),
    "教师节和两节期间": (["教师节期间", "两节期间"], None),
    "元旦、春节前各开展2次": (["元旦前", "春节前"], 2),
    "中秋国庆前夕": (["中秋前夕", "国庆前夕"], None),
    "五一、国庆等重大节日期间": (["五一期间", "国庆期间"], None),
    "春节、中秋节、十一月份": (["春节", "中秋节", "十一月份"], None),
    "3、6、9月": (["3月", "6月", "9月"], None),
    "2026年3、6月": (["2026年3月", "2026年6月"], None),
    "3月、4月": (["3月", "4月"], None),
    "9月10、11日": (["9月10日", "9月11日"], None),
    "9月10日和15日": (["9月10日", "9月15日"], None),
    "9月上、中旬": (["9月上旬", "9月中旬"], None),
    "9月中下旬": (["9月中旬", "9月下旬"], None),
    "一、三季度": (["一季度", "三季度"], None),
    "上、下半年各一次": (["上半年", "下半年"], 1),
    "6月底前、12月底前": (["6月底前", "12月底前"], None),
    "每月5日、15日": (["每月5日", "每月15日"], None),
    "每学期、每年": (["每学期", "每年"], None),
    "每月5日前、15日前": (["每月5日前", "每月15日前"], None),
    "寒和暑假": (["寒假", "暑假"], None),
    "暑、寒假期间": (["暑假期间", "寒假期间"], None),
    "上下半年各一次": (["上半年", "下半年"], 1),
    "每学期初、期末": (["每学期初", "每学期期末"], None),
    "下半年每月5、15日": (["下半年每月5日", "下半年每月15日"], None),
    "上半年每月、下半年每季度一次": (["上半年每月", "下半年每季度一次"], None),
    "国庆节、12月底前": (["国庆节", "12月底前"], None),
    "教师节、11月30日前各一次": (["教师节", "11月30日前"], 1),
    "母亲节、暑假前": (["母亲节", "暑假前"], None),
    "9月、中秋、国庆期间": (["9月", "中秋期间", "国庆期间"], None),
    "教师节前后、春节、国庆期间": (["教师节前后", "春节期间", "国庆期间"], None),
    "五一、十一、12月": (["五一", "十一", "12月"], None),
    "9、10月底前": (["9月底前", "10月底前"], None),
    "十一、十二月底前": (["十一月底前", "十二月底前"], None),
    "12月30、31日前": (["12月30日前", "12月31日前"], None),
    "9月中、10月上旬": (["9月中", "10月上旬"], None),
    "9月中、下旬": (["9月中旬", "9月下旬"], None),
    "9月上、中、下旬": (["9月上旬", "9月中旬", "9月下旬"], None),
    "2026年12月、1月": (["2026年12月", "1月"], None),
    "母亲节；暑假前": (["母亲节", "暑假前"], None),
    "6月底；12月底前": (["6月底", "12月底前"], None),
    "每周二、四；每月5日": (["每周二、四", "每月5日"], None),
    "春节、中秋节；3、6月各一次": (["春节", "中秋节", "3月", "6月"], 1),
    "9月1日、10日、20日、10月1日、10日、20日、11月1日、10日、20日、12月1日、10日、20日": (
        [f"{month}月{day}日" for month in (9, 10, 11, 12) for day in (1, 10, 20)],
        None,
    ),
    "9月1日；9月10日；9月20日；10月1日；10月10日；10月20日；11月1日；11月10日；11月20日；12月1日；12月10日；12月20日": (
        [f"{month}月{day}日" for month in (9, 10, 11, 12) for day in (1, 10, 20)],
        None,
    ),
}
# Words about time that name none, or not enough of it to be found in a calendar.
VAGUE = ("及时", "适时", "定期", "不定期", "经常", "经常性", "平时", "长期", "常年坚持", "课余", "目前", "近期", "待定",
         "根据上级安排", "视情况", "一年来", "一年", "三年", "通过三年的努力", "10余天时间", "重大节日", "节前", "节前后", "年前",
         "前夕", "校园文化艺术节", "校园文化艺术节、十一、元旦等重大节日")  # fmt: skip
# Another time than the plan's, an open one, or one that needs to be guessed.
UNTOLD = ("去年", "明年", "上学期", "下学期", "本月", "第三周", "9月起", "9月15日前后", "开学后第一个月", "九月十五", "9-10月上旬",
          "每月1-2次", "每月八周", "每年每月", "9月起每月", "2026—2028学年第一学期", "第五季度", "每逢", "各一次")  # fmt: skip
# What may be read in two ways: how long or which, how often or when, of one or of all.
UNCLEAR = ("两月", "两月内", "两月前", "三月内", "六月之内", "三月前", "九月以前", "一学期", "一学期内", "二学期", "三季度内", "二季度前", "开学三周",
           "一月一次", "三月一次", "一季度一次", "1季度举办一次", "9月两次", "年底2次", "15日一次", "1月1次", "3月、9月一次", "26年一次", "周一次",
           "每9月", "每2月一次", "每15日", "每2学期", "每三季度", "每隔两周", "每两周五", "每年3月、9月一次",
           "2026年第二学期", "今年第一学期", "二期末", "2期末", "第一期末", "第二期初", "春期末", "新年", "新年前夕", "七八月份",
           "6月底、12月底前", "上半年、年底前", "9月底、国庆节前", "寒假、暑假前", "9月1日内", "开学第三十一周", "期末第3周", "2026年本学期", "按9月", "逐9月", "在", "9月至次年", "2026年11月至2029年2月", "9月1日至2026年9月15日", "春节、中秋前夕、9月", "2026年12、1月", "2026年四、一季度", "9月30、1日", "9月下旬、上旬",
           "9月、10月每月一次", "每学期初、9月", "暑假每周、每月", "9月一次；教师节各一次", "闰六月", "2026年每年", "国庆节前一周", "腊八节前至春节",
           "一年教师节一次", "教师节；及时", "；9月", "每周五至周一")  # fmt: skip
MASKED = ("xx年", "20xx年下半年", "20xx下半年", "20--年3月", "到**年", "从--年开始")
NO_TIMES = (
    "9",
    "09",
    "9.10",
    "null",
    "~",
    "月",
    "、",
    "9月、",
    "0年1月1日",
    "9月 " * 140,
    "、".join(["9月10日"] * 34),
    "9月" + " " * 100_000 + "底",
)
FREE = (*VAGUE, *UNTOLD, *UNCLEAR, *MASKED, *NO_TIMES)

ROWS: dict[str, tuple[type, dict[str, Any]]] = {
    **{words: (OnDay, fields) for words, fields in DAYS.items()},
    **{words: (Span, fields) for words, fields in SPANS.items()},
    **{words: (InMonths, fields) for words, fields in MONTHS.items()},
    **PARTS_OF_YEARS,
    **{
        words: (AtFestival, {"festival": at, "nearness": near}) for words, (at, near) in FESTIVAL_DAYS.items()
    },
    **NAMED,
    **{
        words: (Deadline, {"before": before, "through": words.startswith(("截至", "不迟于", "最迟"))})
        for words, before in DEADLINES.items()
    },
    **{words: (Every, fields) for words, fields in RECURRENCES.items()},
    **{words: (Several, {"members": members, "each": each}) for words, (members, each) in LISTS.items()},
}
NESTED = {"start", "end", "before", "at", "within"}


def expected(words: str) -> Schedule:
    """What a row of the tables says; a part of it is written as it would be alone."""
    cls, fields = ROWS[words]
    told = {
        name: parse_schedule(value)
        if name in NESTED
        else [parse_schedule(member) for member in value]
        if name == "members"
        else value
        for name, value in fields.items()
    }
    built: Schedule = cls(wording=words, **told)
    return built


def test_the_tables_show_the_whole_family() -> None:
    """Each member has its rows."""
    assert {cls for cls, _ in ROWS.values()} | {FreeText} == set(get_args(Schedule))
    assert len(ROWS) + len(FREE) >= 120


@pytest.mark.parametrize("words", ROWS)
def test_words_are_read_as(words: str) -> None:
    """The notation of plans, and what it means."""
    assert parse_schedule(words) == expected(words)


@pytest.mark.parametrize("words", FREE, ids=lambda words: words[:20])
def test_words_that_are_no_date_stay_text(words: str) -> None:
    """They are kept, and say that they are no date."""
    assert parse_schedule(words) == FreeText(wording=words)


@pytest.mark.parametrize("words", ROWS)
def test_free_text_that_is_a_date_cannot_be_built(words: str) -> None:
    """There is one way to say it."""
    with pytest.raises(ImpossibleValueError):
        FreeText(wording=words)


@pytest.mark.parametrize("name", FESTIVALS)
def test_every_name_of_a_festival_is_known(name: str) -> None:
    """Alone and with the days around it."""
    assert meaning(parse_schedule(name)) == meaning(AtFestival(wording=name, festival=FESTIVALS[name]))
    assert parse_schedule(f"{name}前后") == AtFestival(
        wording=f"{name}前后", festival=FESTIVALS[name], nearness=Nearness.AROUND
    )


@pytest.mark.parametrize("name", FESTIVALS)
def test_every_name_of_a_festival_becomes_the_standing_one(name: str) -> None:
    """So a rule asks for one name; the months in which it falls are known, for spans over the new year."""
    standing = AtFestival(wording="那天", festival=name).festival

    assert standing == FESTIVALS[name]
    assert 1 <= FESTIVAL_MONTHS[standing][0] <= FESTIVAL_MONTHS[standing][1] <= 12


def test_festivals_and_seasons_are_open_lists() -> None:
    """Those of a region can be used; their words alone are not read, so a file tells what they are."""
    fast = AtFestival(wording="开斋节", festival="开斋节")
    month = InSeason(wording="职工文化月", season="职工文化月")
    plan = Plan(content=[Activity(title="联欢", when=fast), Activity(title="展演", when=month)])

    assert isinstance(parse_schedule("开斋节"), FreeText)
    assert load_plan(dump_plan(plan)) == plan
    assert "festival: 开斋节" in dump_plan(plan)


def test_the_limits_of_years_are_those_of_plans() -> None:
    """From the first to the last."""
    assert parse_schedule("1949年10月1日") == OnDay(wording="1949年10月1日", year=1949, month=10, day=1)
    assert parse_schedule("2100年底") == InYear(wording="2100年底", year=2100, part=YearPart.END)


@pytest.mark.parametrize("name", SEASONS)
def test_every_name_of_a_season_is_known(name: str) -> None:
    """With and without 期间."""
    assert parse_schedule(name) == InSeason(wording=name, season=SEASONS[name])
    assert meaning(parse_schedule(f"{name}期间")) == meaning(parse_schedule(name))


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("wording", "error"),
    [
        ("2月30日", ImpossibleValueError),
        ("二月三十日", ImpossibleValueError),
        ("2027年2月29日", ImpossibleValueError),
        ("0000年1月1日", ImpossibleValueError),
        ("0001年9月", ImpossibleValueError),
        ("1948年底", ImpossibleValueError),
        ("2101年", ImpossibleValueError),
        ("9999年12月至次年2月", ImpossibleValueError),
        ("2100年12月25日至1月5日", ImpossibleValueError),
        ("5月至年初", ImpossibleValueError),
        ("三至一季度", ImpossibleValueError),
        ("国庆节至9月", ImpossibleValueError),
        ("13月", ImpossibleValueError),
        ("十三月", ImpossibleValueError),
        ("0月", ImpossibleValueError),
        ("5-3月", ImpossibleValueError),
        ("9月15日—9月1日", ImpossibleValueError),
        ("9月10日、9月31日", ImpossibleValueError),
        ("每月32日", ImpossibleValueError),
        ("2月30日前", ImpossibleValueError),
        ("2026-13-01", ImpossibleValueError),
        ("2026/9/10", NotationError),
        ("2026.9", NotationError),
        ("", WrongTypeError),
        (" \u3000", WrongTypeError),
        ("9月\n10日", InvalidTextError),
        (9, WrongTypeError),
    ],
)
def test_impossible_times_are_refused(wording: str, error: type[Exception]) -> None:
    """Not kept as free text: somebody has mistyped them."""
    with pytest.raises(error):
        parse_schedule(wording)


SEPTEMBER = {"first": 9, "last": 9}
HOLIDAY, YEAR_END, BIRTHDAY = (parse_schedule(words) for words in ("暑假", "年底", "生日"))
FIRST, LAST = parse_schedule("9月1日"), parse_schedule("9月15日")
TWICE = parse_schedule("春节、中秋节")


@pytest.mark.parametrize(
    ("cls", "fields", "error"),
    [
        (OnDay, {"month": 2, "day": 30}, ImpossibleValueError),
        (OnDay, {"month": 2, "day": 31, "lunar": True}, ImpossibleValueError),
        (OnDay, {"month": 6, "day": 1, "leap": True}, ImpossibleValueError),
        (OnDay, {"month": 6, "day": 1, "year": 1948}, ImpossibleValueError),
        (InMonths, {**SEPTEMBER, "year": 2101}, ImpossibleValueError),
        (InMonths, {**SEPTEMBER, "next_year": True, "part": MonthPart.END}, ImpossibleValueError),
        (Span, {"start": LAST, "end": FIRST}, ImpossibleValueError),
        (Span, {"start": FIRST, "end": parse_schedule("2026年9月15日")}, ImpossibleValueError),
        (Span, {"start": parse_schedule("农历九月初九"), "end": LAST}, ImpossibleValueError),
        (Span, {"start": parse_schedule("8月"), "end": parse_schedule("9月")}, ImpossibleValueError),
        (Span, {"start": parse_schedule("3月—5月"), "end": LAST}, ImpossibleValueError),
        (Span, {"start": FIRST, "end": HOLIDAY}, WrongTypeError),
        (Span, {"start": FIRST, "end": parse_schedule("全年")}, ImpossibleValueError),
        (Span, {"start": FIRST, "end": parse_schedule("国庆节前")}, ImpossibleValueError),
        (Span, {"start": FIRST, "end": parse_schedule("春节")}, ImpossibleValueError),
        (Span, {"start": parse_schedule("四季度"), "end": parse_schedule("一季度")}, ImpossibleValueError),
        (InQuarter, {"quarter": 5}, ImpossibleValueError),
        (InQuarter, {"quarter": 1, "part": MonthPart.FIRST_TEN}, ImpossibleValueError),
        (InHalf, {"half": 0}, ImpossibleValueError),
        (InYear, {"part": MonthPart.END}, WrongTypeError),
        (AtFestival, {"festival": " "}, WrongTypeError),
        (AtFestival, {"festival": 11}, WrongTypeError),
        (InSeason, {"season": ""}, WrongTypeError),
        (InSeason, {"season": None}, WrongTypeError),
        (InSeason, {"season": "两节", "nearness": Nearness.ON}, ImpossibleValueError),
        (InTerm, {"term": SchoolTerm.THIS, "year": 2026}, ImpossibleValueError),
        (InTerm, {"term": SchoolTerm.THIS, "part": MonthPart.END, "week": 3}, ImpossibleValueError),
        (InTerm, {"term": SchoolTerm.THIS, "week": 31}, ImpossibleValueError),
        (Deadline, {"before": BIRTHDAY}, WrongTypeError),
        (Deadline, {"before": parse_schedule("国庆节")}, WrongTypeError),
        (Every, {"recurrence": Recurrence.DAILY, "part": MonthPart.END}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.YEARLY, "part": MonthPart.FIRST_TEN}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.WEEKLY, "month_day": 5}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.MONTHLY, "weekdays": (5,)}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.WEEKLY, "weekdays": (8,)}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.WEEKLY, "weekdays": (4, 2)}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.WEEKLY, "weekdays": (2, 2)}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.WEEKLY, "weekdays": ("2",)}, WrongTypeError),
        (Every, {"recurrence": Recurrence.WEEKLY, "weekdays": 2}, WrongTypeError),
        (Every, {"recurrence": Recurrence.WEEKLY, "weekdays": (2, 4), "by": True}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.WEEKLY, "weekdays": (5,), "nth": 1}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.MONTHLY, "weekdays": (5,), "nth": 5}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.MONTHLY, "weekdays": (2, 4), "nth": 1}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.MONTHLY, "nth": 1}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.MONTHLY, "within": FIRST}, WrongTypeError),
        (Every, {"recurrence": Recurrence.YEARLY, "within": HOLIDAY}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.YEARLY, "times": 2, "at": TWICE}, ImpossibleValueError),
        (
            Every,
            {"recurrence": Recurrence.YEARLY, "at": parse_schedule("2026年9月至年底")},
            ImpossibleValueError,
        ),
        (Every, {"recurrence": Recurrence.MONTHLY, "at": HOLIDAY}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.YEARLY, "at": YEAR_END}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.YEARLY, "at": BIRTHDAY}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.YEARLY, "at": "暑假"}, ImpossibleValueError),
        (Every, {"recurrence": Recurrence.MONTHLY, "by": True}, ImpossibleValueError),
        (
            Every,
            {"recurrence": Recurrence.MONTHLY, "part": MonthPart.END, "month_day": 5},
            ImpossibleValueError,
        ),
        (Every, {"recurrence": Recurrence.MONTHLY, "times": 0}, ImpossibleValueError),
        (Several, {"members": [FIRST]}, ImpossibleValueError),
        (Several, {"members": [FIRST, parse_schedule("及时")]}, ImpossibleValueError),
        (Several, {"members": [FIRST, parse_schedule("每年教师节")]}, ImpossibleValueError),
        (Several, {"members": [FIRST, "9月"]}, WrongTypeError),
        (Several, {"members": [FIRST, LAST], "each": 0}, ImpossibleValueError),
    ],
)
def test_impossible_times_cannot_be_built(cls: Any, fields: dict[str, Any], error: type[Exception]) -> None:
    """Out of bounds, in the wrong order, or two ways of saying one thing."""
    with pytest.raises(error):
        cls(wording="时间", **fields)


# ---------------------------------------------------------------- in files


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("{wording: 建会日, month: 6, day: 29}", "6月29日"),
        ("{wording: 读书周, start: 4月20日, end: 4月26日}", "4月20日—4月26日"),
        ("{wording: 学期过半, before: 期中}", "本学期中前"),
        ("{wording: 双月, every: monthly, interval: 2}", "每2个月"),
        ("{wording: 开学季, every: yearly, at: 9月}", "每年9月"),
        ("{wording: 寒暑两头, members: [寒假, 暑假]}", "寒假、暑假"),
        ("{wording: 例会, every: weekly, weekday: 5}", "每周五"),
        ("{wording: 例会, every: weekly, weekday: [2, 4], within: 本学期}", "本学期每周二、四"),
        ("{wording: 例会, every: monthly, weekday: 5, nth: -1}", "每月最后一个周五"),
        ("{wording: 月初, month: 6, day: 1, lunar: true, leap: true}", "农历闰六月初一"),
        ("{wording: 黄金周, festival: 十一, nearness: around}", "国庆节前后"),
        ("{wording: 肉孜节, festival: 开斋节}", "开斋节"),
        ("{wording: 文化月, season: 职工文化月}", "职工文化月期间"),
        ("{wording: 本届, year_part: 年底, year: 2028}", "2028年底"),
    ],
)
def test_a_time_can_be_written_out(written: str, words: str) -> None:
    """Told by one key; times within it may be words again."""
    plan = load_plan(f"unionkit: 1\ncontent:\n- activity: 座谈会\n  when: {written}\n")
    ((_, activity),) = plan.activities()

    assert activity.when is not None
    assert schedule_notation(activity.when) == words
    assert load_plan(dump_plan(plan)) == plan


# ---------------------------------------------------------------- real plans


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real plans is not beside the checkout")
def test_every_expression_of_the_real_plans_is_in_the_tables() -> None:
    """Each is a time of the kind that the tables say, or rightly free text."""
    yaml = pytest.importorskip("yaml")
    said = set()
    for path in sorted(CORPUS.glob("plan-*.yaml")):
        truth = yaml.safe_load(path.read_text(encoding="utf-8"))
        said.update(truth["schedule_phrases"])
        said.update(item["schedule_text"] for item in truth["activities"] if item.get("schedule_text"))
    untold = said - set(ROWS) - set(FREE)

    assert sorted(untold) == []
