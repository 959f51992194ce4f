"""Times in words: as the plan has them, and in English, where they are structured, made from what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, assert_never

from unionkit.errors import Lang
from unionkit.model import (
    FESTIVALS_EN,
    SEASONS_EN,
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
    Recurrence,
    Schedule,
    SchoolTerm,
    Several,
    Span,
    YearPart,
)

MONTHS_EN: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_NEAR: Final = {
    Nearness.ON: "",
    Nearness.BEFORE: "before ",
    Nearness.AROUND: "around ",
    Nearness.DURING: "during ",
    Nearness.AFTER: "after ",
}
_OF_A_MONTH: Final = {
    MonthPart.FIRST_TEN: "early ",
    MonthPart.SECOND_TEN: "mid-",
    MonthPart.LAST_TEN: "late ",
}
_PARTS: Final = {
    MonthPart.FIRST_TEN: "the first ten days of ",
    MonthPart.SECOND_TEN: "the middle ten days of ",
    MonthPart.LAST_TEN: "the last ten days of ",
    MonthPart.BEGINNING: "the beginning of ",
    MonthPart.MIDDLE: "the middle of ",
    MonthPart.END: "the end of ",
    MonthPart.FIRST_WEEK: "the first week of ",
    MonthPart.SECOND_WEEK: "the second week of ",
    MonthPart.THIRD_WEEK: "the third week of ",
    MonthPart.FOURTH_WEEK: "the fourth week of ",
    MonthPart.LAST_WEEK: "the last week of ",
}
_OF_A_YEAR: Final = {
    YearPart.WHOLE: "within ",
    YearPart.BEGINNING: "the beginning of ",
    YearPart.MIDDLE: "the middle of ",
    YearPart.END: "the end of ",
}
_ORDINALS: Final = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_TERMS: Final = {
    SchoolTerm.THIS: "this term",
    SchoolTerm.AUTUMN: "the autumn term",
    SchoolTerm.SPRING: "the spring term",
}
_HOLIDAYS: Final = {
    Holiday.SUMMER: "the summer holidays",
    Holiday.WINTER: "the winter holidays",
    Holiday.SCHOOL: "the school holidays",
    Holiday.PUBLIC: "public holidays",
    Holiday.WEEKEND: "weekends",
}
_OCCASIONS: Final = {
    Occasion.BIRTHDAY: "on birthdays",
    Occasion.ROUND_BIRTHDAY: "on every tenth birthday",
    Occasion.JOINING: "on the day of joining the union",
    Occasion.RETIREMENT: "on retirement",
}
_UNITS: Final = {
    Recurrence.DAILY: "day",
    Recurrence.WEEKLY: "week",
    Recurrence.MONTHLY: "month",
    Recurrence.QUARTERLY: "quarter",
    Recurrence.TERMLY: "term",
    Recurrence.HALF_YEARLY: "half year",
    Recurrence.YEARLY: "year",
}
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HOURS: Final = {
    **dict.fromkeys(("上午", "早上", "早晨"), "in the morning"),
    **dict.fromkeys(("中午", "午间"), "at noon"),
    "下午": "in the afternoon",
    **dict.fromkeys(("晚上", "晚间", "傍晚"), "in the evening"),
    "课间": "between lessons",
    "课后": "after lessons",
}
_HOUR: Final = re.compile("|".join(_HOURS))


def worded_schedule(when: Schedule, lang: Lang = "zh") -> str:
    """
    Write a time: in Chinese as the plan does; in English what it says, and free text as it stands.

    Words like 至少, which the plan has and its times do not, are not in the English.

    >>> from unionkit.model import parse_schedule
    >>> worded_schedule(parse_schedule("9月下旬")), worded_schedule(parse_schedule("9月下旬"), "en")
    ('9月下旬', 'late September')
    """
    return when.wording if lang == "zh" else _in_english(when)


def listed_en(said: Iterable[str]) -> str:
    """
    List words as English does.

    >>> listed_en(["May", "June", "July"])
    'May, June and July'
    """
    *before, last = said
    return f"{', '.join(before)} and {last}" if before else last


def _in_english(when: Schedule) -> str:
    match when:
        case OnDay():
            return f"{_day(when)}{_hour(when.wording)}"
        case Span():
            behind = " of the next year" if when.next_year else ""
            return f"{_in_english(when.start)} to {_in_english(when.end)}{behind}"
        case InMonths():
            return _months(when)
        case InQuarter():
            return f"{_part(when.part)}the {_ORDINALS[when.quarter]} quarter{_of(when.year)}"
        case InHalf():
            return f"the {_ORDINALS[when.half]} half of {when.year or 'the year'}"
        case InYear():
            return f"{_OF_A_YEAR[when.part]}{when.year or 'the year'}"
        case AtFestival():
            year = "" if when.year is None else f" {when.year}"
            return f"{_NEAR[when.nearness]}{FESTIVALS_EN.get(when.festival, when.festival)}{year}"
        case InSeason():
            near = "" if when.nearness is Nearness.DURING else _NEAR[when.nearness]
            return f"{near}{SEASONS_EN.get(when.season, when.season)}"
        case InTerm():
            week = "" if when.week is None else f"week {when.week} of "
            return f"{week}{_part(when.part)}{_TERMS[when.term]}{_of(when.year)}"
        case InHoliday():
            return f"{_HOLIDAYS[when.holiday]}{_of(when.year)}"
        case Deadline():
            return _deadline(when)
        case Every():
            return f"{_every(when)}{_hour(when.wording)}"
        case OnPersonalDate():
            return _OCCASIONS[when.occasion]
        case Several():
            each = "" if when.each is None else f", {_times(when.each)} each"
            return f"{listed_en(map(_in_english, when.members))}{each}"
        case FreeText():
            return when.wording
        case _:
            assert_never(when)


def _of(year: int | None) -> str:
    return "" if year is None else f" of {year}"


def _part(part: MonthPart | None) -> str:
    return "" if part is None else _PARTS[part]


def _hour(wording: str) -> str:
    found = _HOUR.search(wording)
    return f" {_HOURS[found[0]]}" if found else ""


def _ordinal(number: int) -> str:
    ending = "th" if number in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _day(when: OnDay) -> str:
    year = "" if when.year is None else f" {when.year}"
    if when.lunar:
        leap = "leap " if when.leap else ""
        return f"the {_ordinal(when.day)} day of the {leap}{_ordinal(when.month)} lunar month{_of(when.year)}"
    return f"{when.day} {MONTHS_EN[when.month - 1]}{year}"


def _months(when: InMonths) -> str:
    first, last = MONTHS_EN[when.first - 1], MONTHS_EN[when.last - 1]
    year = "" if when.year is None else f" {when.year}"
    if when.next_year:
        next_year = "of the next year" if when.year is None else str(when.year + 1)
        return f"{first}{year} to {last} {next_year}"
    if when.last > when.first:
        return f"{first} to {last}{year}"
    return f"{_OF_A_MONTH.get(when.part) or _part(when.part)}{first}{year}" if when.part else f"{first}{year}"


def _deadline(when: Deadline) -> str:
    """A day, and the end of a time, count as before it; of a longer time its beginning is meant."""
    before = when.before
    said = _in_english(before)
    if isinstance(before, OnDay) or (
        isinstance(before, InMonths | InQuarter | InTerm | InYear) and before.part in _ENDS
    ):
        return f"by {said}"
    return f"no later than {said}" if when.through else f"before {said.removeprefix('within ')}"


_ENDS: Final = (MonthPart.END, YearPart.END)


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _every(when: Every) -> str:
    unit = _UNITS[when.recurrence]
    every = f"every {unit}" if when.interval == 1 else f"every {when.interval} {unit}s"
    days = listed_en(_WEEKDAYS[day - 1] for day in when.weekdays) if when.weekdays else ""
    if when.at is not None:
        said = f"{_in_english(when.at)} {every}"
    elif when.part is not None:
        said = f"{_PARTS[when.part]}{every}"
    elif when.month_day is not None:
        said = f"the {_ordinal(when.month_day)} of {every}"
    elif when.nth is not None:
        said = f"the {_ORDINALS[when.nth]} {days} of {every}"
    elif days:
        said = f"every {days}" if when.interval == 1 else f"{days} {every}"
    else:
        said = every
    times = f"{_times(when.times)} " if when.times > 1 else ""
    within = "" if when.within is None else f", {_in_english(when.within)}"
    return f"{times}{'by ' if when.by else ''}{said}{within}"
