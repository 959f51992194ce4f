"""What the rules about times share: the name of the family, and days, periods and names in words."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from unionkit.almanac import Almanac, Day, Festival, MonthDay, Occurrence, Precision, Season
from unionkit.model import AtFestival, FreeText, InSeason, Path, Period, Schedule

from ._finding import Finding, Worded
from ._fix import Fix
from ._law import Ruling
from ._rule import Rule

_SHORT: Final = 7
"""A span of more days than this is no event: nobody is at it on each of them."""
_LEAP_YEAR: Final = 2096
"""Stands for a year that is not known."""
_INNER: Final = str.maketrans("“”", "‘’")


class ScheduleRule(Rule):
    """A rule about times; the rules of this family stand in several modules."""

    def finding(
        self,
        path: Path,
        *,
        words: str = "",
        nth: int = 1,
        ruling: Ruling | None = None,
        fix: Fix | None = None,
        **facts: object,
    ) -> Finding:
        """Return a finding; what the plan says is quoted, so that quotation marks in it become inner ones."""
        said = {
            name: fact.translate(_INNER) if isinstance(fact, str) else fact for name, fact in facts.items()
        }
        return super().finding(path, words=words, nth=nth, ruling=ruling, fix=fix, **said)


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
    said, year = str(period), period.year
    if period.first is not None and period.last is not None:
        return Worded(said, worded_days(period.first, period.last).en)
    if period.term is not None:
        season = "autumn" if period.term == 1 else "spring"
        return Worded(said, f"the {season} term{f' of {year}–{year + 1}' if year else ''}")
    if period.quarter is not None:
        return Worded(said, f"quarter {period.quarter} of {year or 'the year'}")
    if period.half is not None:
        return Worded(said, f"the {'first' if period.half == 1 else 'second'} half of {year or 'the year'}")
    return Worded(said or "一年", str(year or "one year"))


def worded_name(known: Festival | Season) -> Worded:
    """Return what a festival or season is called."""
    return Worded(known.name, known.en or known.name)


MONTHS_EN: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def days_told(occurrence: Occurrence) -> tuple[Day, ...]:
    """Return the days of something that is told to the day and lasts a few of them at most; none of all else."""
    if occurrence.precision is not Precision.DAY or occurrence.deadline:
        return ()
    start, end = occurrence.start, occurrence.end
    days: list[Day]
    if isinstance(start, dt.date):
        days = [*_week_from(start)]
    else:
        days = [MonthDay(day.month, day.day) for day in _week_from(dt.date(_LEAP_YEAR, *start))]
    return tuple(days[: days.index(end) + 1]) if end in days else ()


def _week_from(day: dt.date) -> list[dt.date]:
    return [dt.date.fromordinal(day.toordinal() + more) for more in range(_SHORT)]


def _day(day: Day) -> str:
    year = "" if isinstance(day, MonthDay) else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def _iso(day: Day) -> str:
    return f"{day.month:02}-{day.day:02}" if isinstance(day, MonthDay) else day.isoformat()


# ---------------------------------------------------------------- names of festivals and seasons

_NEAR: Final = re.compile("(?:前后|左右|之际|期间|前夕|之前|以前|之后|以后|过后|当[天日]|前|后)$")


_QUOTES: Final = str.maketrans("", "", "“”\"‘’'「」《》 \u3000")


def without_nearness(words: str) -> str:
    """Return words without 前, 前夕, 期间 and such behind them, and without quotation marks."""
    return _NEAR.sub("", words.translate(_QUOTES))


def name_in(schedule: Schedule, almanac: Almanac) -> str:
    """Return the festival or season that a time names; free text names those that only the almanac knows."""
    match schedule:
        case AtFestival():
            return schedule.festival
        case InSeason():
            return schedule.season
        case FreeText():
            name = without_nearness(schedule.wording)
            return name if known_by(name, almanac) is not None else ""
        case _:
            return ""


def known_by(name: str, almanac: Almanac) -> Festival | Season | None:
    """Return what the almanac knows by a name, or None."""
    return almanac.festival(name) or almanac.season(name)
