"""What a calendar has besides the plan: festivals, days off, and weekends that are worked instead (调休上班)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

import attrs

from unionkit.almanac import Almanac, Day, FixedDay, HolidayStatus, MonthDay, Said
from unionkit.model import Period

_LATE: Final = 2096
"""Stands for a year that nobody tells: by then every festival has begun."""
_NO_REASON: Final = Said("", "")
_MAKE_UP: Final = Said("调休上班", "make-up working day")


class Kept(NamedTuple):
    """
    A festival, days off, or a day that is worked.

    Attributes:
        start: The first day.

        end: The last day.

        kind: ``festival``, ``holiday`` (days off) or ``make-up``.

        title: What it is called.

        reason: Why on this day; empty where there is nothing to say.

        assumed: It is what the law says; no notice was issued.
    """

    start: Day
    end: Day
    kind: str
    title: Said
    reason: Said = _NO_REASON
    assumed: bool = False


def kept(period: Period, almanac: Almanac) -> list[Kept]:
    """
    Return festivals, days off and make-up working days of a period, by day.

    Without a year these are the festivals that are on the same day each year.
    """
    if period.start is None or period.end is None:
        some = attrs.evolve(period, year=_LATE)
        assert some.start is not None and some.end is not None  # noqa: S101, PT018 -- it has a year
        return [
            each._replace(start=_without_year(each.start), end=_without_year(each.end))
            for each in _festivals(some.start, some.end, almanac, fixed=True)
        ]
    first, last = period.start, period.end
    found = [*_festivals(first, last, almanac), *_days_off(first, last, almanac)]
    return sorted(found, key=lambda each: (each.start, each.end, _ORDER.index(each.kind)))


def unannounced(period: Period, almanac: Almanac) -> list[int]:
    """Return the years of a period of whose days off the almanac has no notice."""
    if period.start is None or period.end is None:
        return []
    return [
        year
        for year in range(period.start.year, period.end.year + 1)
        if almanac.holidays.status(year) is not HolidayStatus.ANNOUNCED
    ]


def _festivals(first: dt.date, last: dt.date, almanac: Almanac, *, fixed: bool = False) -> Iterator[Kept]:
    for day, festival in almanac.festivals_between(first, last):
        on_its_day = isinstance(festival.rule, FixedDay)
        if fixed and not on_its_day:
            continue
        off = (
            (f"{festival.half_day}放假半天", f"half a day off ({festival.half_day_en or festival.half_day})")
            if festival.half_day
            else ("", "")
        )
        said = _NO_REASON if on_its_day else festival.rule.said
        zh, en = ("；".join(filter(None, (said.zh, off[0]))), "; ".join(filter(None, (said.en, off[1]))))
        title = Said(festival.name, festival.en or festival.name)
        yield Kept(day, day, "festival", title, Said(zh, en))


def _days_off(first: dt.date, last: dt.date, almanac: Almanac) -> Iterator[Kept]:
    holidays = almanac.holidays
    for year in range(first.year, last.year + 2):  # those of 元旦 may begin in the year before
        told = holidays.of_year(year)
        for run in holidays.runs(year):
            if run.first <= last and run.last >= first:
                english = (festival.en if (festival := almanac.festival(name)) else "" for name in run.names)
                names = [said or name for said, name in zip(english, run.names, strict=True)]
                title = Said("、".join(run.names), ", ".join(names))
                yield Kept(run.first, run.last, "holiday", title, assumed=told is None)
        for day in told.workdays if told else ():
            if first <= day <= last:
                yield Kept(day, day, "make-up", _MAKE_UP)


def _without_year(day: Day) -> MonthDay:
    return MonthDay(day.month, day.day)


_ORDER: Final = ("festival", "holiday", "make-up")
