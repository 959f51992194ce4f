"""Times in the usual words, for those that were built from data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from ._schedule import Deadline, Every, FreeText, Schedule, Several
from ._schedule_dates import InHalf, InMonths, InQuarter, InYear, OnDay, Span
from ._schedule_named import AtFestival, InHoliday, InSeason, InTerm, OnPersonalDate
from ._schedule_parts import Holiday, MonthPart, Nearness, Occasion, Recurrence, SchoolTerm, YearPart

LUNAR_MONTHS: Final = [*(f"{month}月" for month in "正二三四五六七八九十"), "十一月", "十二月"]
LUNAR_DAYS: Final = [
    *(f"初{digit}" for digit in "一二三四五六七八九十"),
    *(f"十{digit}" for digit in "一二三四五六七八九"),
    "二十",
    *(f"廿{digit}" for digit in "一二三四五六七八九"),
    "三十",
]
WEEKDAYS: Final = "一二三四五六日"
HALVES: Final = {1: "上半年", 2: "下半年"}
_NEARNESS: Final = {
    Nearness.ON: "",
    Nearness.BEFORE: "前",
    Nearness.AROUND: "前后",
    Nearness.DURING: "期间",
    Nearness.AFTER: "后",
}
_UNITS: Final = {
    Recurrence.DAILY: "天",
    Recurrence.WEEKLY: "周",
    Recurrence.MONTHLY: "月",
    Recurrence.QUARTERLY: "季度",
    Recurrence.TERMLY: "学期",
    Recurrence.HALF_YEARLY: "半年",
    Recurrence.YEARLY: "年",
}
_COUNTED: Final = dict.fromkeys(
    (Recurrence.MONTHLY, Recurrence.QUARTERLY, Recurrence.TERMLY, Recurrence.HALF_YEARLY), "个"
)
_TERMS: Final = {SchoolTerm.THIS: "本学期", SchoolTerm.AUTUMN: "秋季学期", SchoolTerm.SPRING: "春季学期"}
_HOLIDAYS: Final = {
    Holiday.SUMMER: "暑假",
    Holiday.WINTER: "寒假",
    Holiday.SCHOOL: "假期",
    Holiday.PUBLIC: "节假日",
    Holiday.WEEKEND: "周末",
}
_OCCASIONS: Final = {
    Occasion.BIRTHDAY: "生日",
    Occasion.ROUND_BIRTHDAY: "逢十生日",
    Occasion.JOINING: "入会纪念日",
    Occasion.RETIREMENT: "退休时",
}


def schedule_notation(schedule: Schedule) -> str:
    """
    Write a time in the usual words, whatever its own wording is.

    Reading them with :func:`unionkit.model.parse_schedule` gives an equal time but for the wording. (Not where they
    are longer than it reads, nor for festivals and seasons that the core does not know; free text has no other words
    than its own.)

    >>> schedule_notation(OnDay(wording="教师节", month=9, day=10))
    '9月10日'
    >>> schedule_notation(Every(wording="两年一次体检", recurrence=Recurrence.YEARLY, interval=2))
    '每2年'
    """
    return _WRITERS[type(schedule)](schedule)


def _year(year: int | None) -> str:
    return "" if year is None else f"{year:04}年"


def _edge(part: MonthPart | None) -> str:
    """The end of a month is 底, that of a quarter or term 末."""
    return "末" if part is MonthPart.END else str(part or "")


def _day(at: OnDay) -> str:
    if at.lunar:
        return f"{_year(at.year)}农历{'闰' if at.leap else ''}{LUNAR_MONTHS[at.month - 1]}{LUNAR_DAYS[at.day - 1]}"
    return f"{_year(at.year)}{at.month}月{at.day}日"


def _span(at: Span) -> str:
    following = "次年" if at.next_year else ""
    return f"{schedule_notation(at.start)}—{following}{schedule_notation(at.end)}"


def _months(at: InMonths) -> str:
    if at.first == at.last and not at.next_year:
        return f"{_year(at.year)}{at.first}月{at.part or ''}"
    return f"{_year(at.year)}{at.first}月—{'次年' if at.next_year else ''}{at.last}月"


def _quarter(at: InQuarter) -> str:
    return f"{_year(at.year)}第{'一二三四'[at.quarter - 1]}季度{_edge(at.part)}"


def _part_of_year(at: InYear) -> str:
    if at.year is None:
        return str(at.part)
    return _year(at.year) + ("" if at.part is YearPart.WHOLE else at.part[1])


def _festival(at: AtFestival) -> str:
    return f"{_year(at.year)}{at.festival}{_NEARNESS[at.nearness]}"


def _term(at: InTerm) -> str:
    return f"{_year(at.year)}{_TERMS[at.term]}{_edge(at.part)}" + (f"第{at.week}周" if at.week else "")


def _every(at: Every) -> str:
    detail = ""
    if at.part is not None:
        detail = at.part if at.recurrence is Recurrence.MONTHLY else _edge(at.part)
        detail = f"年{at.part}" if at.recurrence is Recurrence.YEARLY else detail
    elif at.month_day is not None:
        detail = f"{at.month_day}日"
    elif at.nth is not None:
        nth = "最后一" if at.nth < 0 else f"第{WEEKDAYS[at.nth - 1]}"
        detail = f"{nth}个周{WEEKDAYS[at.weekdays[0] - 1]}"
    elif at.weekdays:
        # 每两周五 would not be clear.
        detail = "周" * (at.interval > 1) + "、".join(WEEKDAYS[day - 1] for day in at.weekdays)
    elif at.at is not None:
        detail = schedule_notation(at.at)
    within = "" if at.within is None else schedule_notation(at.within)
    interval = f"{at.interval}{_COUNTED.get(at.recurrence, '')}" if at.interval > 1 else ""
    times = f"{at.times}次" if at.times > 1 else ""
    return f"{within}每{interval}{_UNITS[at.recurrence]}{detail}{'前' if at.by else ''}{times}"


def _several(at: Several) -> str:
    said = [schedule_notation(member) for member in at.members]
    each = f"各{at.each}次" if at.each is not None else ""
    return ("；" if _would_be_shared(at.members, said) else "、").join(said) + each


def _would_be_shared(members: Sequence[Schedule], said: Sequence[str]) -> bool:
    """Whether what is said of one of these times might be taken for all: 母亲节；暑假前, 9月；每周."""
    near = {
        member.nearness is not Nearness.ON for member in members if isinstance(member, AtFestival | InSeason)
    }
    before = {
        isinstance(member, Deadline)
        or (isinstance(member, AtFestival | InSeason) and member.nearness is Nearness.BEFORE)
        for member in members
    }
    recurring = {isinstance(member, Every) for member in members}
    within = {member.within is not None for member in members if isinstance(member, Every)}
    return max(map(len, (near, before, recurring, within))) > 1 or any("、" in words for words in said)


_WRITERS: Final[dict[type, Callable[[Any], str]]] = {
    OnDay: _day,
    Span: _span,
    InMonths: _months,
    InQuarter: _quarter,
    InHalf: lambda at: _year(at.year) + HALVES[at.half],
    InYear: _part_of_year,
    AtFestival: _festival,
    InSeason: lambda at: at.season + _NEARNESS[at.nearness],
    InTerm: _term,
    InHoliday: lambda at: _year(at.year) + _HOLIDAYS[at.holiday],
    Deadline: lambda at: ("截至{}" if at.through else "{}前").format(schedule_notation(at.before)),
    Every: _every,
    OnPersonalDate: lambda at: _OCCASIONS[at.occasion],
    Several: _several,
    FreeText: lambda at: at.wording,
}
