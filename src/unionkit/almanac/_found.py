"""What resolving finds on its way: stretches of days, and why there are none."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple, TypeAlias

from ._occurrence import Cause, Precision
from ._said import MONTHS_EN, Said

ONE_DAY: Final = dt.timedelta(days=1)


class Found(NamedTuple):
    """
    A stretch of days for which words stand in some year.

    Attributes:
        start: The first day.

        end: The last day.

        precision: How closely the words tell it.

        reason: Why these days.

        assumed: They rest on a default.

        deadline: They are the last day for something.

        times: How many times it happens in them.

        anchor: The day near which they are, where they are near one.
    """

    start: dt.date
    end: dt.date
    precision: Precision
    reason: Said
    assumed: bool = False
    deadline: bool = False
    times: int = 1
    anchor: dt.date | None = None


class Missing(NamedTuple):
    """
    Why words stand for no days in some year.

    Attributes:
        cause: Why.

        reason: The same for people.

        near: About when the day would be, or None where nobody can say.
    """

    cause: Cause
    reason: Said
    near: dt.date | None = None


Finding: TypeAlias = Found | Missing


def worded_day(day: dt.date) -> Said:
    """Return a day without its year in words."""
    return Said(f"{day.month}月{day.day}日", f"{day.day} {MONTHS_EN[day.month - 1]}")


def worded_days(start: dt.date, end: dt.date) -> Said:
    """Return days without their year in words."""
    first, last = worded_day(start), worded_day(end)
    if start == end:
        return first
    if start.month == end.month:
        return Said(f"{first.zh}至{end.day}日", f"{start.day} to {last.en}")
    return Said(f"{first.zh}至{last.zh}", f"{first.en} to {last.en}")
