"""The months of a calendar, counted from the first one of the plan: after December 2026 comes January 2027."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple, Self, TypeAlias

import attrs

from unionkit.model import Period, Value

if TYPE_CHECKING:
    from unionkit.almanac import Day

_FIRST_MONTHS: Final[dict[int | None, tuple[int, int]]] = {None: (1, 12), 1: (1, 6), 2: (7, 6)}


class DayAt(NamedTuple):
    """
    A day of a calendar.

    Attributes:
        month: How many months after the first one of the plan; below 0 before it.

        day: The day of the month.
    """

    month: int
    day: int


Stretch: TypeAlias = tuple[DayAt, DayAt]
"""A first and a last day."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Months(Value):
    """
    The months of a plan.

    Attributes:
        first: The month with which it begins.

        count: How many months it has.

        year: The year in which it begins, or None where nothing tells.

        days: Its first and its last day.
    """

    first: int
    count: int
    year: int | None
    days: Stretch

    @classmethod
    def of(cls, period: Period, named: Iterable[dt.date] = ()) -> Self:
        """Return the months of a period; where it lacks the year, the earliest day that is named tells it."""
        start, end = period.start, period.end
        if start is not None and end is not None:
            count = 12 * (end.year - start.year) + end.month - start.month + 1
            days = DayAt(0, start.day), DayAt(count - 1, end.day)
            return cls(first=start.month, count=count, year=start.year, days=days)
        if period.term is not None:
            first, count = (9, 5) if period.term == 1 else (2, 7)
        elif period.quarter is not None:
            first, count = 3 * period.quarter - 2, 3
        else:
            first, count = _FIRST_MONTHS[period.half]
        year = min((day.year - (day.month < first) for day in named), default=None)
        return cls(first=first, count=count, year=year, days=(DayAt(0, 1), DayAt(count - 1, 28)))

    def stretch(self, start: Day, end: Day) -> Stretch:
        """Return where days stand; without a year they touch the plan where they can, else they are near to it."""
        if isinstance(start, dt.date) and isinstance(end, dt.date):
            begins, ends = (
                12 * (day.year - (self.year or 0)) + day.month - self.first for day in (start, end)
            )
        else:
            later = (start.month - self.first) % 12
            length = (end.month - start.month) % 12
            reaches_in = later >= self.count and later + length >= 12
            begins = later - 12 if reaches_in else self.nearest(start.month)
            ends = begins + length
        return DayAt(begins, start.day), DayAt(ends, end.day)

    def within(self, stretch: Stretch) -> Stretch:
        """Return what of a stretch lies in the plan or behind it; all of it where nothing does."""
        start, end = stretch
        return (start if end < self.days[0] else max(start, self.days[0])), end

    def named(self, place: int) -> tuple[int | None, int]:
        """Return year and month at a place; no year where the month alone tells which one is meant."""
        years, month = divmod(self.first - 1 + place, 12)
        if self.year is None or place == self.nearest(month + 1):
            return None, month + 1
        return self.year + years, month + 1

    def nearest(self, month: int) -> int:
        """Of all months of that name the one within the plan, or nearest to it."""
        later = (month - self.first) % 12
        earlier = 12 - later
        return -earlier if later >= self.count and earlier < later - self.count + 1 else later
