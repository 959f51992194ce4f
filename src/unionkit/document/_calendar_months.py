"""The months of a calendar, counted from the first one of the plan: after December 2026 comes January 2027."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Self

import attrs

from unionkit.model import Period, Value

from ._slots import Group, Slot

_FIRST_MONTHS: Final[dict[int | None, tuple[int, int]]] = {None: (1, 12), 1: (1, 6), 2: (7, 6)}
_UNKNOWN: Final = 10**6
"""Behind all months."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Months(Value):
    """
    The months of a plan.

    Attributes:
        first: The month with which it begins.

        count: How many months it has.

        year: The year in which it begins, or None where nothing tells.

        firm: It begins with that month. (When a term begins, each region says.)
    """

    first: int
    count: int
    year: int | None
    firm: bool = True

    @classmethod
    def of(cls, period: Period, slots: Iterable[Slot] = ()) -> Self:
        """Return the months of a period; where it lacks the year, the earliest one that is named tells it."""
        start, end = period.start, period.end
        if start is not None and end is not None:
            count = 12 * (end.year - start.year) + end.month - start.month + 1
            return cls(first=start.month, count=count, year=start.year, firm=period.term is None)
        if period.term is not None:
            first, count = (9, 5) if period.term == 1 else (2, 7)
        elif period.quarter is not None:
            first, count = 3 * period.quarter - 2, 3
        else:
            first, count = _FIRST_MONTHS[period.half]
        named = (
            slot.year - (slot.month < first)
            for slot in slots
            if slot.group is Group.MONTH and slot.year is not None
        )
        return cls(first=first, count=count, year=min(named, default=None), firm=period.term is None)

    def places(self, slot: Slot) -> tuple[int, int]:
        """
        Tell how many months after the first one a time begins, at the earliest and at the latest.

        What may begin before the plan does, or in it, begins in it.
        """
        if slot.month > 12:
            return _UNKNOWN, _UNKNOWN
        if slot.year is None or self.year is None:
            latest = self._nearest((slot.month + slot.more - 1) % 12 + 1)
        else:
            latest = 12 * (slot.year - self.year) + slot.month - self.first + slot.more
        earliest = latest - slot.more
        return (0 if self.firm and earliest < 0 <= latest else earliest), latest

    def named(self, place: int) -> tuple[int | None, int]:
        """Return year and month at a place; no year where the month alone tells which one is meant."""
        years, month = divmod(self.first - 1 + place, 12)
        if self.year is None or place == self._nearest(month + 1):
            return None, month + 1
        return self.year + years, month + 1

    def _nearest(self, month: int) -> int:
        """Of all months of that name the one within the plan, or nearest to it."""
        later = (month - self.first) % 12
        earlier = 12 - later
        return -earlier if later >= self.count and earlier < later - self.count + 1 else later
