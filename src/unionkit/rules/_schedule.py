"""What the rules about times share: the name of the family, and days and periods in words."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from unionkit.almanac import Day, MonthDay, Occurrence, Precision
from unionkit.errors import Lang
from unionkit.model import Period

from ._rule import Rule


class ScheduleRule(Rule):
    """A rule about times; the rules of this family stand in several modules."""

    @property
    def family(self) -> str:
        """The family that it belongs to."""
        return "schedule"


class Worded(NamedTuple):
    """Something in the language of the message."""

    zh: str
    en: str

    def __call__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


def worded_days(start: Day, end: Day) -> Worded:
    """Return days in words, with their year where it is known."""
    if start == end:
        return Worded(_day(start), _iso(start))
    years = [getattr(day, "year", None) for day in (start, end)]
    if years[0] != years[1]:
        last = _day(end)
    elif start.month != end.month:
        last = f"{end.month}月{end.day}日"
    else:
        last = f"{end.day}日"
    return Worded(f"{_day(start)}至{last}", f"{_iso(start)} to {_iso(end)}")


def worded_period(period: Period) -> Worded:
    """Return the period of a plan in words."""
    if period.start is not None and period.end is not None:
        return Worded(str(period), worded_days(period.start, period.end).en)
    said = str(period)
    if not said:
        return Worded("一年", "one year")
    if period.term is not None:
        return Worded(said, "autumn term" if period.term == 1 else "spring term")
    if period.quarter is not None:
        return Worded(said, f"quarter {period.quarter}")
    return Worded(said, f"half {period.half} of the year")


def single_day(occurrence: Occurrence) -> dt.date | None:
    """Return the day of something that is told to the day and happens on one; None of all else."""
    start = occurrence.start
    told = occurrence.precision is Precision.DAY and start == occurrence.end and not occurrence.deadline
    return start if told and isinstance(start, dt.date) else None


def _day(day: Day) -> str:
    year = "" if isinstance(day, MonthDay) else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def _iso(day: Day) -> str:
    return f"{day.month:02}-{day.day:02}" if isinstance(day, MonthDay) else day.isoformat()
