"""Times → days: which occurrences a time has in a period, or why it has none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any, Final, TypeAlias, cast

import attrs

from unionkit.model import (
    AtFestival,
    Deadline,
    Every,
    FreeText,
    InHalf,
    InHoliday,
    InMonths,
    InQuarter,
    InSeason,
    InTerm,
    InYear,
    Nearness,
    OnDay,
    OnPersonalDate,
    Period,
    Recurrence,
    Schedule,
    SchoolTerm,
    Several,
    Span,
)

from ._almanac import ALMANAC, Almanac
from ._calendar_times import days_of_day, in_half, in_months, in_quarter, in_year, last_day
from ._found import ONE_DAY, Finding, Found, Missing, worded_day
from ._kinds import counts_itself, needs_year, reach, read_name, year_of
from ._named_times import at_festival, festivals_of, in_holiday, in_season, in_term
from ._occurrence import Cause, Day, MonthDay, Occurrence, Position, Precision, Resolution, Undated
from ._recurring import WHICH_ONE, Terms, recurring
from ._said import AS_WRITTEN, Said
from ._seasons import Season

_ANY_YEAR: Final = 2096
"""
Stands for the year that a plan does not tell: a leap year, so that 29 February stands for the end of February, and a
late one, so that every festival has begun.
"""
_REMEMBERED: Final = 4096
"""How many times are remembered, so that they need not be resolved again: more than most plans have."""
_MANY: Final = 400
"""What comes to more occurrences than this is not remembered."""
_OWN_TERM: Final = 45
"""A plan is for the terms with which it shares so many days; the autumn term reaches 38 days into the year."""


def resolve(schedule: Schedule, period: Period, almanac: Almanac = ALMANAC) -> Resolution:
    """
    Return the days for which a time stands in a period.

    A time without a year is that of the period: what falls in it or touches it; where nothing does, the next one
    behind it, which says that it is outside. Recurrences expand inside the period. Where the period has no year, what
    is certain without one is told as month and day.

    No schedule that can be built raises.

    Args:
        schedule: The time.

        period: What the plan is for.

        almanac: When festivals, terms and holidays are, and what words like 前后 stand for.
    """
    global _latest  # noqa: PLW0603 -- the times of a plan come one after the other
    resolver = _latest  # one look at it: another thread may set it at any time
    if resolver is None or resolver.period is not period or resolver.almanac is not almanac:
        _latest = resolver = Resolver(period, almanac)
    return resolver.resolve(schedule)


class Resolver:
    """Resolves the times of one plan: what depends on its period alone is found once."""

    def __init__(self, period: Period, almanac: Almanac) -> None:
        self.period = period
        self.almanac = almanac
        self._known: dict[Schedule, Resolution] = {}
        self._named: dict[tuple[object, ...], list[Finding]] = {}
        first, last = period.start, period.end
        self._has_year = first is not None
        if first is None or last is None:
            any_year = attrs.evolve(period, year=_ANY_YEAR)
            first, last = cast("dt.date", any_year.start), cast("dt.date", any_year.end)
        self._first, self._last = first, last
        self._years = range(first.year, last.year + 1)
        self._one_year = first.year if self._has_year and first.year == last.year else 0

    def resolve(self, schedule: Schedule) -> Resolution:
        """Return the days for which a time stands in the period; plans say the same times again and again."""
        days = _SINGLE.get(type(schedule))
        if days is not None:  # the usual times of the calendar are found sooner than remembered
            plain: Any = schedule
            year = plain.year or self._one_year
            if year and self._has_year and not (days is days_of_day and plain.lunar):
                found = days(schedule, year)
                if type(found) is Found and (
                    plain.year or (found.start <= self._last and found.end >= self._first)
                ):
                    return Resolution((self._occurrence(found),))
            return self._resolution(schedule)
        if type(schedule) in _AT_ONCE:
            return self._resolution(schedule)
        known = self._known.get(schedule)
        if known is None:
            known = self._resolution(schedule)
            if len(self._known) < _REMEMBERED and len(known.occurrences) <= _MANY:
                self._known[schedule] = known
        return known

    def _resolution(self, time: Schedule) -> Resolution:
        found: list[Occurrence] = []
        undated: list[Undated] = []
        self._resolve(time, found, undated)
        if len(found) > 1:
            found.sort(key=self.in_order)
        return Resolution(tuple(found), tuple(undated))

    def _resolve(self, time: Schedule, found: list[Occurrence], undated: list[Undated]) -> None:
        if type(time) in _DAYS_OF and type(time) is not InSeason:
            self._plain(time, found, undated)
            return
        match time:
            case Several():
                before = len(found)
                for member in time.members:
                    self._resolve(member, found, undated)
                _set_times(found, before, time.each or 1)
            case Every():
                self._recurring(time, found, undated)
            case FreeText() if (named_time := read_name(time.wording, self.almanac)) is not None:
                self._resolve(named_time, found, undated)
            case FreeText():
                undated.append(_undated(time, _FREE))
            case OnPersonalDate():
                undated.append(_undated(time, _PERSONAL))
            case InSeason() if (season := self.almanac.season(time.season)) is not None and season.festivals:
                self._festivals(time, season, found, undated)
            case _:
                self._plain(time, found, undated)

    # ------------------------------------------------------------ times that stand for days of some year

    def _plain(self, time: Schedule, found: list[Occurrence], undated: list[Undated]) -> None:
        named = year_of(time)
        dated, missing = self._days(time, named)
        found.extend(self._occurrence(each, named=named is not None) for each in dated)
        if not dated:
            undated.append(_undated(time, missing[0] if missing else _NONE))

    def _days(self, time: Schedule, named: int | None) -> tuple[Sequence[Found], Sequence[Missing]]:
        """Return the days of a time, whose year is `named` or that of the period; or why there are none."""
        if named is not None:
            dated, missing = _parted(_DAYS_OF[type(time)](self, time, named))
        elif not self._has_year and needs_year(time, self.almanac, _ANY_YEAR):
            return (), (_NO_YEAR,)
        else:
            dated, missing = self._days_in_period(time)
        if isinstance(time, Deadline):
            dated = [_until(time, each) for each in dated]
        return dated, missing

    def _days_in_period(self, time: Schedule) -> tuple[list[Found], list[Missing]]:
        """Return what touches the period, else what is near it; or why there is nothing."""
        days_of, first, last = _DAYS_OF[type(time)], self._first, self._last
        before, after = reach(time)
        touching: list[Found] = []
        others: list[Found] = []
        missing: list[Missing] = []
        impossible: list[Missing] = []
        for year in range(first.year - before, last.year + 1 + after):
            for each in days_of(self, time, year):
                if isinstance(each, Missing):
                    here = year in self._years if each.near is None else first <= each.near <= last
                    (missing if here else impossible).append(each)
                elif each.start <= last and each.end >= first:
                    touching.append(each)
                else:
                    others.append(each)
        if touching or missing:
            return touching, missing
        if not after and not any(each.start > last for each in others):
            found, why = _parted(days_of(self, time, last.year + 1))
            others += found
            impossible += why
        return self._outside(others), impossible

    def _outside(self, others: list[Found]) -> list[Found]:
        """
        Return which of the days outside of the period are meant.

        Those that lead up to it (下半年前), or are near a day in it (元旦前 in a plan from January); else those that
        come next, for a plan looks ahead.
        """
        first, last = self._first, self._last
        if not self._has_year:  # then any of them will do; of the leap year February has its last day
            return sorted(others, key=lambda each: each.end.year == _ANY_YEAR)[-1:]
        for each in others:
            near = each.start + ONE_DAY if each.deadline else each.anchor
            if near is not None and (near == first if each.deadline else first <= near <= last):
                return [each]
        later = [each for each in others if each.start > last]
        if later:
            return [min(later, key=_by_start)]
        return [max(others, key=_by_start)] if others else []

    def _occurrence(self, found: Found, *, named: bool = False) -> Occurrence:
        start, end, precision, reason, assumed, deadline, times, _ = found
        if self._has_year:
            if self._first <= start and end <= self._last:
                return Occurrence(start, end, precision, reason, _INSIDE, deadline, times, assumed)
            return Occurrence(
                start, end, precision, reason, self._position(start, end), deadline, times, assumed
            )
        if named:
            positions = [self._position(*_moved(start, end, year)) for year in self._years]
            position = next((each for each in positions if each is not Position.OUTSIDE), Position.OUTSIDE)
            return Occurrence(start, end, precision, reason, position, deadline, times, assumed)
        days: tuple[Day, Day] = MonthDay(start.month, start.day), MonthDay(end.month, end.day)
        return Occurrence(*days, precision, reason, self._position(start, end), deadline, times, assumed)

    def _position(self, start: dt.date, end: dt.date) -> Position:
        if self._first <= start and end <= self._last:
            return _INSIDE
        return Position.OUTSIDE if end < self._first or start > self._last else Position.PARTLY

    def due(self, day: dt.date) -> Occurrence:
        """Return a last day that the plan names."""
        return self._occurrence(Found(day, day, Precision.DAY, AS_WRITTEN, deadline=True), named=True)

    def in_order(self, occurrence: Occurrence) -> tuple[dt.date, dt.date]:
        """Return what orders occurrences: their days or, where the plan has no year, as they come in the period."""
        return self._dated(occurrence.start), self._dated(occurrence.end)

    def _dated(self, day: Day) -> dt.date:
        if self._has_year and isinstance(day, dt.date):
            return day
        days = [dt.date(year, day.month, min(day.day, last_day(year, day.month).day)) for year in self._years]
        return next((each for each in days if self._first <= each <= self._last), days[0])

    # ------------------------------------------------------------ recurrences, and names for several festivals

    def _recurring(self, time: Every, found: list[Occurrence], undated: list[Undated]) -> None:
        before, missed = len(found), len(undated)
        if time.at is not None and time.interval == 1:
            self._resolve(time.at, found, undated)
            _set_times(found, before, time.times)
            return
        if not self._has_year and (time.recurrence in _UNCERTAIN or time.nth is not None):
            undated.append(_undated(time, _NO_YEAR))
            return
        within: Sequence[Found] | None = None
        if time.within is not None:
            within, missing = self._days(time.within, year_of(time.within))
            if not within:
                undated.append(_undated(time, missing[0] if missing else _NONE))
                return
        terms = self._terms if time.recurrence is Recurrence.TERMLY else ()
        for each in recurring(time, self._first, self._last, self.almanac, terms):
            if isinstance(each, Missing):
                undated.append(_undated(time, each))
            elif within is None or any(each.start <= some.end and each.end >= some.start for some in within):
                found.append(self._occurrence(each))
        if len(found) == before and len(undated) == missed:
            undated.append(_undated(time, _NO_OCCURRENCE))

    def _festivals(
        self, time: InSeason, season: Season, found: list[Occurrence], undated: list[Undated]
    ) -> None:
        """两节, 双节: each of the festivals that are meant, for itself."""
        if not self._has_year:
            undated.append(_undated(time, _NO_YEAR))
            return
        nearness = time.nearness
        if nearness is Nearness.DURING and "期" not in time.wording:
            nearness = Nearness.ON
        for name in festivals_of(season, self.almanac, self._first, self._last):
            before = len(found)
            self._plain(AtFestival(wording=time.wording, festival=name, nearness=nearness), found, undated)
            for at in range(before, len(found)):
                said = found[at].reason
                called = Said(f"{season.name}：{said.zh}", f"{season.en or season.name}: {said.en}")
                found[at] = attrs.evolve(
                    found[at], reason=called, assumed=found[at].assumed or season.approximate
                )

    # ------------------------------------------------------------ times made of others, or of the period

    def deadline(self, time: Deadline, year: int) -> Iterator[Finding]:
        """Yield the last day that a deadline leaves."""
        includes = time.through or counts_itself(time.before)
        for each in _DAYS_OF[type(time.before)](self, time.before, year):
            if isinstance(each, Missing):
                yield each
            else:
                day = each.end if includes else each.start - ONE_DAY
                yield Found(day, day, Precision.DAY, AS_WRITTEN, assumed=each.assumed, deadline=True)

    def span(self, time: Span, year: int) -> Sequence[Finding]:
        """Return the days from one time to another."""
        first = self._edge(time.start, year, 0)
        last = self._edge(time.end, time.end.year or year + time.next_year, -1)
        if type(first) is not Found or type(last) is not Found:
            return [each for each in (first, last) if isinstance(each, Missing)]
        if last.end < first.start:
            days = f"{first.start.isoformat()} — {last.end.isoformat()}"
            why = Said(
                f"这一年起止颠倒（{days}）；请核对日期",
                f"in this year it ends before it begins ({days}); check it",
            )
            return [Missing(Cause.REVERSED, why, first.start)]
        coarser = first.precision
        if last.precision is not coarser:
            coarser = max(coarser, last.precision, key=_COARSENESS.index)
        return [Found(first.start, last.end, coarser, _both(first.reason, last.reason))]

    def _edge(self, time: Schedule, year: int, side: int) -> Finding | None:
        """What a span begins (side 0) or ends (-1) with."""
        single = _SINGLE.get(type(time))
        if single is not None:
            return single(time, year)
        found, missing = _parted(_DAYS_OF[type(time)](self, time, year))
        return found[side] if found else next(iter(missing), None)

    def festival(self, time: AtFestival, year: int) -> Iterable[Finding]:
        """Return the days of a festival, or near it."""
        key = ("festival", time.festival, time.nearness, year)
        return self._once(key, lambda: at_festival(time, year, self.almanac))

    def season(self, time: InSeason, year: int) -> Iterable[Finding]:
        """Return the days of a season, or near it."""
        key = ("season", time.season, time.nearness, year)
        return self._once(key, lambda: in_season(time, year, self.almanac))

    def term(self, time: InTerm, year: int) -> Iterator[Finding]:
        """Yield the days of a term; 本学期 is the one that the plan is for, or each of them."""
        if time.term is not SchoolTerm.THIS:
            yield from in_term(time, year, self.almanac)
        elif year == self._first.year:
            for term, begins in self._terms:
                yield from in_term(attrs.evolve(time, term=term), begins, self.almanac)
            if not self._terms:
                yield WHICH_ONE

    def holiday(self, time: InHoliday, year: int) -> Iterable[Finding]:
        """Return the days of time off."""
        return self._once((time.holiday, year), lambda: in_holiday(time, year, self.almanac))

    def _once(self, key: tuple[object, ...], find: Callable[[], Iterable[Finding]]) -> list[Finding]:
        """Return the days of what has a name, found only the first time that they are asked for."""
        found = self._named.get(key)
        if found is None:
            found = self._named[key] = list(find())
        return found

    @cached_property
    def _terms(self) -> Terms:
        """The terms that the plan is for: of which it has more than the end; of a short plan the one it lies in."""
        shares: list[tuple[int, SchoolTerm, int]] = []
        for year in range(self._first.year - 1, self._last.year + 1):
            told = self.almanac.school_year(year)
            if told is not None:
                for term, begins, first, last in (
                    (SchoolTerm.AUTUMN, year, told.autumn_from, told.autumn_to),
                    (SchoolTerm.SPRING, year + 1, told.spring_from, told.spring_to),
                ):
                    shared = (min(last, self._last) - max(first, self._first)).days + 1
                    if shared > 0:
                        shares.append((shared, term, begins))
        own = [(term, begins) for shared, term, begins in shares if shared >= _OWN_TERM]
        if own or not shares:
            return own
        _, term, begins = max(shares, key=lambda share: share[0])
        return ((term, begins),)


# ---------------------------------------------------------------- kinds of times

_DaysOf: TypeAlias = Callable[[Resolver, Any, int], Iterable[Finding]]
"""Returns the days of a time in a year."""

_SINGLE: Final[dict[type, Callable[[Any, int], Finding]]] = {
    OnDay: days_of_day,
    InMonths: in_months,
    InQuarter: in_quarter,
    InHalf: in_half,
    InYear: in_year,
}
"""Times that stand for one stretch of days in each year."""


def _of_single(days: Callable[[Any, int], Finding]) -> _DaysOf:
    return lambda _resolver, time, year: (days(time, year),)


_DAYS_OF: Final[dict[type, _DaysOf]] = {
    **{kind: _of_single(days) for kind, days in _SINGLE.items()},
    AtFestival: Resolver.festival,
    InSeason: Resolver.season,
    InTerm: Resolver.term,
    InHoliday: Resolver.holiday,
    Span: Resolver.span,
    Deadline: Resolver.deadline,
}
_AT_ONCE: Final = frozenset({Span, Deadline})
"""Times that are resolved as soon as remembered."""
_UNCERTAIN: Final = frozenset({Recurrence.DAILY, Recurrence.WEEKLY, Recurrence.TERMLY})
"""What recurs on other days each year."""
_COARSENESS: Final = tuple(Precision)
_INSIDE: Final = Position.INSIDE


# ---------------------------------------------------------------- small things

_by_start: Final = attrgetter("start")
_latest: Resolver | None = None
"""What resolved last: mostly a time of the same plan."""


def _parted(findings: Iterable[Finding]) -> tuple[list[Found], list[Missing]]:
    found: list[Found] = []
    missing: list[Missing] = []
    for each in findings:
        if isinstance(each, Missing):
            missing.append(each)
        else:
            found.append(each)
    return found, missing


def _until(time: Deadline, found: Found) -> Found:
    told = worded_day(found.end)
    why = Said(f"{time.wording} = 不迟于{told.zh}", f"not later than {told.en}")
    return Found(found.start, found.end, found.precision, why, found.assumed, deadline=True)


def _set_times(found: list[Occurrence], first: int, times: int) -> None:
    if times > 1:
        found[first:] = [attrs.evolve(each, times=times) for each in found[first:]]


def _undated(time: Schedule, why: Missing) -> Undated:
    return Undated(why.cause, time.wording, why.reason)


def _both(start: Said, end: Said) -> Said:
    """Return both reasons, or the one that says something."""
    if end is AS_WRITTEN or start == end:
        return start
    if start is AS_WRITTEN:
        return end
    return Said(f"{start.zh}；{end.zh}", f"{start.en}; {end.en}")


def _moved(start: dt.date, end: dt.date, year: int) -> tuple[dt.date, dt.date]:
    """Return days as they would be in another year."""
    moved = start.replace(year=year, day=min(start.day, last_day(year, start.month).day))
    return moved, moved + (end - start)


_NONE: Final = Missing(
    Cause.NO_OCCURRENCE,
    Said("计划期前后都没有这一天", "there is no such day in or near the period"),
)
_NO_OCCURRENCE: Final = Missing(
    Cause.NO_OCCURRENCE,
    Said("计划期内一次也没有；请核对时间", "it does not occur in the period; check the time"),
)
_NO_YEAR: Final = Missing(
    Cause.NO_YEAR,
    Said(
        "每年的日期不同，而计划没有年份；请写上 period.year",
        "its days differ from year to year, and the plan has no year; give period.year",
    ),
)
_PERSONAL: Final = Missing(
    Cause.PERSONAL, Said("因人而异，没有统一的日期", "each person's own day; there is no date for all")
)
_FREE: Final = Missing(Cause.FREE_TEXT, Said("不是日期，按原文保留", "no date; the words are kept"))
