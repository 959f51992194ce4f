"""
Where the times of a plan stand in its calendar: under the month of their first day within the plan, as the almanac
gives it, otherwise in a group behind the months.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import Final, NamedTuple, TypeAlias

import attrs

from unionkit.almanac import Almanac, Cause, Occurrence, Resolution, resolve
from unionkit.model import (
    Activity,
    AtFestival,
    Deadline,
    Every,
    Holiday,
    InHoliday,
    InMonths,
    InSeason,
    InTerm,
    InYear,
    OnDay,
    OnPersonalDate,
    Period,
    Schedule,
    SchoolTerm,
    Several,
    Span,
    WelfareMeasure,
    YearPart,
)

from ._calendar_months import Months, Stretch


class Group(IntEnum):
    """The groups of a calendar, in their order."""

    MONTH = 0
    FESTIVAL = 1
    CAMPAIGN = 2
    TERM = 3
    RECURRING = 4
    ANY_MONTH = 5
    OPEN = 6


class Place(NamedTuple):
    """
    Where a time stands; what is less comes first.

    Attributes:
        group: The group of the calendar.

        month: The month in which it begins, as months behind the first one of the plan.

        latest: The last month in which it may begin; the same where that is known.

        wide: It may be at any time of its month: it stands behind what has its place in the month.

        day: The day of the month on which it begins.

        last: The day of the same month on which it ends: what ends first stands first.
    """

    group: Group
    month: int = 0
    latest: int = 0
    wide: bool = False
    day: int = 0
    last: int = 0


Planned: TypeAlias = Activity | WelfareMeasure
"""What a calendar holds."""


class Entry(NamedTuple):
    """
    A row of the calendar.

    Attributes:
        item: What the plan holds.

        place: Where it stands.

        time: The time whose words the row shows, or None where there is none.

        occurrences: The days of that time, where they tell the place.
    """

    item: Planned
    place: Place
    time: Schedule | None = None
    occurrences: Sequence[Occurrence] = ()


_LATE: Final = 99
"""Behind all days of a month."""
_WHOLE: Final = 28
"""A time of so many days from the first of a month says no more than the month."""
_YEARS: Final = range(1950, 2100)
"""Where a plan has no year, its times are looked up in these."""
_RARELY: Final = 20
"""A month into which a festival falls in less than one of so many years is not named (重阳节 in November)."""
_MANY: Final = 3
"""That it may begin in any of so many months, or more, helps nobody."""


class Places:
    """Finds the places of the times of one plan."""

    def __init__(self, period: Period, almanac: Almanac, named: Iterable[dt.date] = ()) -> None:
        self._period = period
        self._almanac = almanac
        self.months = Months.of(period, named)

    def of(self, time: Schedule, resolution: Resolution) -> Place:
        """Return where a time stands that is not made of several others."""
        if _recurs(time):
            return Place(Group.RECURRING)
        if self._is_whole(time, resolution):
            return Place(Group.ANY_MONTH)
        if _is_of_each_term(time, resolution):
            return Place(_group_of(time))
        if resolution.occurrences:
            return self._first(time, resolution)
        if any(each.cause is Cause.NO_YEAR for each in resolution.undated):
            place = self._in_most_years(time)
            if place is not None:
                return place
        if any(each.cause in _TO_BE_FIXED for each in resolution.undated):
            return OPEN
        return Place(_group_of(time))

    def of_day(self, day: dt.date) -> Place:
        """Return where a day stands."""
        return self._place(self.months.stretch(day, day))

    def first_of(self, places: Iterable[Place]) -> Place:
        """Return where an item with these places stands: under its first month within the plan, if there is one."""
        return min(places, key=self._within_first, default=OPEN)

    def _within_first(self, place: Place) -> tuple[Group, bool, Place]:
        return place.group, not 0 <= place.month < self.months.count, place

    def _first(self, time: Schedule, resolution: Resolution) -> Place:
        stretches = [self.months.stretch(each.start, each.end) for each in resolution]
        if isinstance(time, InMonths | Span) and time.next_year:  # 次年 is the one after that of the plan
            stretches = [each for each in stretches if each[0] >= self.months.days[0]] or stretches
        return self.first_of(self._place(self.months.within(each)) for each in stretches)

    def _place(self, stretch: Stretch) -> Place:
        start, end = stretch
        last = end.day if end.month == start.month else _LATE
        whole = (start.day == 1 or start == self.months.days[0]) and end > start and last >= _WHOLE
        return Place(Group.MONTH, start.month, start.month, whole, start.day, last)

    def _is_whole(self, time: Schedule, resolution: Resolution) -> bool:
        """Whether it is as long as the plan, or as its term, and says nothing about when in it."""
        match time:
            case InYear(year=None, part=YearPart.WHOLE):
                return True
            case InTerm(part=None, week=None):
                return time.term is SchoolTerm.THIS or self._is_this_term(time)
            case _:
                first, last = self.months.days
                stretches = (self.months.stretch(each.start, each.end) for each in resolution)
                return self.months.count > 1 and any(
                    start <= first and end >= last for start, end in stretches
                )

    def _is_this_term(self, time: InTerm) -> bool:
        period = self._period
        if period.start is None:
            time, period = attrs.evolve(time, year=None), attrs.evolve(period, year=_YEARS[0])
        this = resolve(attrs.evolve(time, term=SchoolTerm.THIS, year=None), period, self._almanac)
        found = resolve(time, period, self._almanac)
        return bool(this) and [each.start for each in found] == [each.start for each in this]

    def _in_most_years(self, time: Schedule) -> Place | None:
        """Return in which months it may begin; None where no year tells it, or each another."""
        found: list[Place] = []
        for year in _YEARS:
            period = attrs.evolve(self._period, year=year)
            resolution = resolve(time, period, self._almanac)
            if _is_of_each_term(time, resolution):
                return None
            if resolution.occurrences:
                place = Places(period, self._almanac)._first(time, resolution)  # noqa: SLF001 -- our own
                found.append(place._replace(month=self.months.nearest(self.months.named(place.month)[1])))
        often = Counter(place.month for place in found)
        months = [month for month, times in often.items() if times * _RARELY >= len(found)]
        first, latest = min(months, default=0), max(months, default=_MANY)
        if latest - first >= _MANY:
            return None
        if first < 0 <= latest:  # what may begin before the plan does, or in it, begins in it
            return Place(Group.MONTH, latest=latest, day=1, last=_LATE)
        begins = [place for place in found if place.month == first]
        last = max(place.last for place in begins) if first == latest else _LATE
        wide = first == latest and all(place.wide for place in begins)
        return Place(Group.MONTH, first, latest, wide, min(place.day for place in begins), last)


def calendar_entries(
    items: Iterable[Planned], period: Period, almanac: Almanac
) -> tuple[Months, list[Entry]]:
    """
    Return the months of a calendar, and its entries in their order.

    An item has one entry, or, where each of its times is in some month (教师节、中秋节、重阳节), one for each of them.
    """
    resolved = [
        (item, [(time, _resolved(time, period, almanac)) for time in _parts(item.when)]) for item in items
    ]
    days = [each.start for _, times in resolved for _, found in times for each in found]
    days += [item.due for item, _ in resolved if item.due is not None]
    places = Places(period, almanac, (day for day in days if isinstance(day, dt.date)))
    entries = [entry for item, times in resolved for entry in _entries(item, times, places)]
    return places.months, sorted(entries, key=lambda entry: entry.place)


def _entries(item: Planned, times: Sequence[tuple[Schedule, Resolution]], places: Places) -> Iterator[Entry]:
    found = [Entry(item, places.of(time, each), time, each.occurrences) for time, each in times]
    in_months = all(entry.place.group is Group.MONTH for entry in found)
    if len(found) > 1 and in_months and not _several_times(item.when):
        yield from {(entry.place, entry.time): entry for entry in found}.values()
        return
    place = places.first_of(entry.place for entry in found)
    if item.due is not None and place.group not in (Group.MONTH, Group.RECURRING):
        # The last day tells the place where the time does not.
        yield Entry(item, places.of_day(item.due), item.when)
    else:
        yield Entry(item, place, item.when, found[0].occurrences if len(found) == 1 else ())


def _several_times(when: Schedule | None) -> bool:
    """Whether its words alone say how often it is in each of its times (中秋、国庆各两次)."""
    members = when.at if isinstance(when, Every) else when
    return isinstance(members, Several) and members.each is not None and members.each > 1


def _parts(when: Schedule | None) -> Iterator[Schedule]:
    match when:
        case None:
            return
        case Several():
            for member in when.members:
                yield from _parts(member)
        case Every() if when.at is not None and when.interval == 1:  # once a year, and so once in the plan
            yield from _parts(when.at)
        case _:
            yield when


def _resolved(time: Schedule, period: Period, almanac: Almanac) -> Resolution:
    """Return the days of a time; what recurs has no place of its own, and its days are not counted out."""
    return Resolution() if _recurs(time) else resolve(time, period, almanac)


def _recurs(time: Schedule) -> bool:
    """Whether it comes again and again, or to each person on another day."""
    match time:
        case Deadline():
            return _recurs(time.before)
        case InHoliday():
            return time.holiday in (Holiday.PUBLIC, Holiday.WEEKEND)
        case _:
            return isinstance(time, Every | OnPersonalDate)


def _group_of(time: Schedule) -> Group:
    """Return the group of a time for which nobody knows the days."""
    match time:
        case Deadline():
            return _group_of(time.before)
        case AtFestival() | OnDay(lunar=True):
            return Group.FESTIVAL
        case InSeason():
            return Group.CAMPAIGN
        case InTerm() | InHoliday():
            return Group.TERM
        case _:
            return Group.OPEN


OPEN: Final = Place(Group.OPEN)
_TO_BE_FIXED: Final = frozenset({Cause.FREE_TEXT, Cause.NO_SUCH_DAY, Cause.REVERSED})


def _is_of_each_term(time: Schedule, resolution: Resolution) -> bool:
    """Whether it is 开学初 or such of several terms, in a plan for more than one."""
    term = time.before if isinstance(time, Deadline) else time
    return isinstance(term, InTerm) and term.term is SchoolTerm.THIS and len(resolution) > 1
