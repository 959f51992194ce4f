"""Times → days: which occurrences a time has in a period, or why it has none."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
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
    MonthPart,
    Nearness,
    OnDay,
    OnPersonalDate,
    Period,
    Recurrence,
    Schedule,
    SchoolTerm,
    Several,
    Span,
    YearPart,
)

from ._almanac import ALMANAC, Almanac
from ._calendar_times import days_of_day, in_half, in_months, in_quarter, in_year, last_day
from ._days import FixedDay
from ._found import ONE_DAY, Finding, Found, Missing, worded_day
from ._named_times import at_festival, in_holiday, in_season, in_term
from ._occurrence import Cause, Day, MonthDay, Occurrence, Position, Precision, Resolution, Undated
from ._recurring import WHICH_ONE, recurring
from ._said import AS_WRITTEN, Said

_ANY_YEAR: Final = 2096
"""
Stands for the year that a plan does not tell: a leap year, so that 29 February stands for the end of February, and a
late one, so that every festival has begun.
"""
_REMEMBERED: Final = 4096
"""How many times are remembered, so that they need not be resolved again: more than most plans have."""
_MANY: Final = 400
"""What comes to more occurrences than this is not remembered."""
_LONGEST: Final = 300
"""A plan for more days than this has no term of its own."""

_Plain: TypeAlias = (
    OnDay | InMonths | InQuarter | InHalf | InYear | AtFestival | InSeason | InTerm | InHoliday
)
"""A time that stands for days of some year, and is not made of others."""


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
    if _latest is None or _latest.period is not period or _latest.almanac is not almanac:
        _latest = Resolver(period, almanac)
    return _latest.resolve(schedule)


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

    def resolve(self, schedule: Schedule) -> Resolution:
        """Return the days for which a time stands in the period; plans say the same times again and again."""
        known = self._known.get(schedule)
        if known is not None:
            return known
        found: list[Occurrence] = []
        undated: list[Undated] = []
        self._resolve(schedule, found, undated)
        if len(found) > 1:
            found.sort(key=self.in_order)
        resolution = Resolution(tuple(found), tuple(undated))
        if len(self._known) < _REMEMBERED and len(found) <= _MANY:
            self._known[schedule] = resolution
        return resolution

    def _resolve(self, time: Schedule, found: list[Occurrence], undated: list[Undated]) -> None:
        if type(time) in _DAYS_OF:
            named = _year_of(time)
            dated, missing = self._days(time, named)
            found.extend(self._occurrence(each, named=named is not None) for each in dated)
            if not dated:
                undated.append(_undated(time, missing[0] if missing else _NONE))
            return
        match time:
            case Several():
                before = len(found)
                for member in time.members:
                    self._resolve(member, found, undated)
                _set_times(found, before, time.each or 1)
            case Every():
                self._recurring(time, found, undated)
            case FreeText() if (named_time := _read_name(time.wording, self.almanac)) is not None:
                self._resolve(named_time, found, undated)
            case OnPersonalDate():
                undated.append(_undated(time, _PERSONAL))
            case _:
                undated.append(_undated(time, _FREE))

    # ------------------------------------------------------------ times that stand for days of some year

    def _days(self, time: Schedule, named: int | None) -> tuple[Sequence[Found], Sequence[Missing]]:
        """Return the days of a time, whose year is `named` or that of the period; or why there are none."""
        if named is not None:
            return _parted(_DAYS_OF[type(time)](self, time, named))
        if not self._has_year and _needs_year(time, self.almanac):
            return (), (_NO_YEAR,)
        return self._days_in_period(time)

    def _days_in_period(self, time: Schedule) -> tuple[Sequence[Found], Sequence[Missing]]:
        """Return what touches the period, else what comes next behind it; or why there is nothing."""
        days_of, first, last = _DAYS_OF[type(time)], self._first, self._last
        spills = _spills(time)
        touching: list[Found] = []
        others: list[Found] = []
        missing: list[Missing] = []
        impossible: list[Missing] = []
        for year in range(first.year - spills, last.year + 1 + spills):
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
        later = [each for each in others if each.start > last]
        if not later and not spills:
            found, why = _parted(days_of(self, time, last.year + 1))
            later = [each for each in found if each.start > last]
            impossible += why
        if not self._has_year:  # then any of them will do; of the leap year February has its last day
            others.sort(key=lambda each: each.end.year == _ANY_YEAR)
            return others[-1:], impossible
        if (
            isinstance(time, Deadline) and others
        ):  # 下半年前 is the eve of the second half, not of the next one
            return [
                min(others, key=lambda each: abs(each.start - (first if each.start < first else last)))
            ], ()
        nearest = min(later, key=_by_start) if later else max(others, key=_by_start, default=None)
        return ((nearest,) if nearest else ()), impossible

    def _occurrence(self, found: Found, *, named: bool = False) -> Occurrence:
        start, end, precision, reason, assumed, deadline, times = found
        if self._has_year:
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
            return Position.INSIDE
        return Position.OUTSIDE if end < self._first or start > self._last else Position.PARTLY

    def due(self, day: dt.date) -> Occurrence:
        """Return a last day that the plan names."""
        found = Found(day, day, Precision.DAY, AS_WRITTEN, deadline=True)
        return self._occurrence(found, named=True)

    def in_order(self, occurrence: Occurrence) -> tuple[dt.date, dt.date]:
        """Return what orders occurrences: their days or, where the plan has no year, as they come in the period."""
        return self._dated(occurrence.start), self._dated(occurrence.end)

    def _dated(self, day: Day) -> dt.date:
        if self._has_year and isinstance(day, dt.date):
            return day
        days = [dt.date(year, day.month, min(day.day, last_day(year, day.month).day)) for year in self._years]
        return next((each for each in days if self._first <= each <= self._last), days[0])

    # ------------------------------------------------------------ recurrences

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
            within, missing = self._days(time.within, _year_of(time.within))
            if not within:
                undated.append(_undated(time, missing[0] if missing else _NONE))
                return
        for each in recurring(time, self._first, self._last, self.almanac):
            if isinstance(each, Missing):
                undated.append(_undated(time, each))
            elif within is None or any(each.start <= some.end and each.end >= some.start for some in within):
                found.append(self._occurrence(each))
        if len(found) == before and len(undated) == missed:
            undated.append(_undated(time, _NO_OCCURRENCE))

    # ------------------------------------------------------------ times made of others, or of the period

    def deadline(self, time: Deadline, year: int) -> Iterator[Finding]:
        """Yield the last day that a deadline leaves."""
        includes = time.through or _counts_itself(time.before)
        for each in _DAYS_OF[type(time.before)](self, time.before, year):
            if isinstance(each, Missing):
                yield each
                continue
            day = each.end if includes else each.start - ONE_DAY
            told = worded_day(day)
            why = Said(f"{time.wording} = 不迟于{told.zh}", f"not later than {told.en}")
            yield Found(day, day, Precision.DAY, why, assumed=each.assumed, deadline=True)

    def span(self, time: Span, year: int) -> Iterator[Finding]:
        """Yield the days from one time to another."""
        start, end = time.start, time.end
        begins, missing = _parted(_DAYS_OF[type(start)](self, start, year))
        behind = end.year if end.year is not None else year + time.next_year
        ends, more = _parted(_DAYS_OF[type(end)](self, end, behind))
        yield from (*missing, *more)
        if not begins or not ends:
            return
        first, last = begins[0], ends[-1]
        if last.end < first.start:
            days = f"{first.start.isoformat()} — {last.end.isoformat()}"
            why = Said(
                f"这一年起止颠倒（{days}）；请核对日期",
                f"in this year it ends before it begins ({days}); check it",
            )
            yield Missing(Cause.REVERSED, why, first.start)
            return
        coarser = max(first.precision, last.precision, key=_COARSENESS.index)
        yield Found(first.start, last.end, coarser, _both(first.reason, last.reason))

    def festival(self, time: AtFestival, year: int) -> Iterable[Finding]:
        """Return the days of a festival, or near it."""
        key = ("festival", time.festival, time.nearness, year)
        return self._once(key, lambda: at_festival(time, year, self.almanac))

    def season(self, time: InSeason, year: int) -> Iterable[Finding]:
        """Return the days of a season, or near it."""
        key = ("season", time.season, time.nearness, year)
        return self._once(key, lambda: in_season(time, year, self.almanac, (self._first, self._last)))

    def term(self, time: InTerm, year: int) -> Iterator[Finding]:
        """Yield the days of a term; 本学期 is the one that the plan is for."""
        if time.term is not SchoolTerm.THIS:
            yield from in_term(time, year, self.almanac)
        elif year == self._first.year:
            this = self._this_term()
            if this is None:
                yield WHICH_ONE
            else:
                yield from in_term(attrs.evolve(time, term=this[0]), this[1], self.almanac)

    def holiday(self, time: InHoliday, year: int) -> Iterable[Finding]:
        """Return the days of time off."""
        return self._once((time.holiday, year), lambda: in_holiday(time, year, self.almanac))

    def _once(self, key: tuple[object, ...], find: Callable[[], Iterable[Finding]]) -> list[Finding]:
        """Return the days of what has a name, found only the first time that they are asked for."""
        found = self._named.get(key)
        if found is None:
            found = self._named[key] = list(find())
        return found

    def _this_term(self) -> tuple[SchoolTerm, int] | None:
        """The term that the plan is for: with which it shares most days; None when it is for a year, or far off."""
        if (self._last - self._first).days > _LONGEST:
            return None
        shares: list[tuple[int, SchoolTerm, int]] = []
        for year in range(self._first.year - 1, self._last.year + 1):
            told = self.almanac.school_year(year)
            if told is not None:
                for term, begins, first, last in (
                    (SchoolTerm.AUTUMN, year, told.autumn_from, told.autumn_to),
                    (SchoolTerm.SPRING, year + 1, told.spring_from, told.spring_to),
                ):
                    shared = (min(last, self._last) - max(first, self._first)).days
                    shares.append((shared, term, begins))
        most = max(shares, key=lambda share: share[0], default=None)
        return None if most is None or most[0] < 0 else most[1:]


# ---------------------------------------------------------------- kinds of times

_DaysOf: TypeAlias = Callable[[Resolver, Any, int], Iterable[Finding]]
"""Returns the days of a time in a year."""


def _single(days: Callable[[Any, int], Finding]) -> _DaysOf:
    return lambda _resolver, time, year: (days(time, year),)


_DAYS_OF: Final[dict[type, _DaysOf]] = {
    OnDay: _single(days_of_day),
    InMonths: _single(in_months),
    InQuarter: _single(in_quarter),
    InHalf: _single(in_half),
    InYear: _single(in_year),
    AtFestival: Resolver.festival,
    InSeason: Resolver.season,
    InTerm: Resolver.term,
    InHoliday: Resolver.holiday,
    Span: Resolver.span,
    Deadline: Resolver.deadline,
}
_UNCERTAIN: Final = frozenset({Recurrence.DAILY, Recurrence.WEEKLY, Recurrence.TERMLY})
"""What recurs on other days each year."""
_COARSENESS: Final = tuple(Precision)


def _year_of(time: Schedule) -> int | None:
    """The year that the words name, or None."""
    match time:
        case Span():
            return time.start.year
        case Deadline():
            return _year_of(time.before)
        case _:
            return getattr(time, "year", None)


def _spills(time: Schedule) -> bool:
    """Whether it may stand for days of the calendar years beside its own."""
    match time:
        case OnDay():
            return time.lunar
        case InMonths() | Span():  # 次年 is said in the year in which it begins
            return False
        case AtFestival():
            return time.nearness is not Nearness.ON
        case Deadline():
            return True
        case _:
            return not isinstance(time, InQuarter | InHalf | InYear)


def _needs_year(time: Schedule, almanac: Almanac) -> bool:
    """Whether it is on other days each year."""
    match time:
        case OnDay():
            return time.lunar
        case AtFestival():
            festival = almanac.festival(time.festival)
            return festival is not None and not (
                isinstance(festival.rule, FixedDay)
                and not (time.nearness is Nearness.DURING and _has_days_off(festival.name, almanac))
            )
        case InSeason():
            season = almanac.season(time.season)
            return season is not None and not (
                isinstance(season.first, FixedDay) and isinstance(season.last, FixedDay)
            )
        case InTerm() | InHoliday():
            return True
        case Span():
            return any(_needs_year(end, almanac) for end in (time.start, time.end))
        case Deadline():
            return _needs_year(time.before, almanac)
        case _:
            return False


def _has_days_off(festival: str, almanac: Almanac) -> bool:
    return almanac.holidays.run_of(festival, _ANY_YEAR) is not None


def _counts_itself(before: Schedule) -> bool:
    """Whether a deadline includes it, as readers take it: a day, and the end of a time."""
    match before:
        case OnDay():
            return True
        case InMonths() | InQuarter() | InTerm():
            return before.part is MonthPart.END
        case InYear():
            return before.part is YearPart.END
        case _:
            return False


_NEAR: Final[tuple[tuple[str, Nearness], ...]] = (
    ("前后", Nearness.AROUND), ("左右", Nearness.AROUND), ("之际", Nearness.AROUND), ("期间", Nearness.DURING),
    ("前夕", Nearness.BEFORE), ("之前", Nearness.BEFORE), ("以前", Nearness.BEFORE), ("前", Nearness.BEFORE),
    ("之后", Nearness.AFTER), ("以后", Nearness.AFTER), ("后", Nearness.AFTER), ("当天", Nearness.ON), ("当日", Nearness.ON),
)  # fmt: skip


def _read_name(wording: str, almanac: Almanac) -> AtFestival | InSeason | None:
    """
    Read words that the notation does not know: they may name a festival or a season that the almanac alone knows.

    Those that packs and users add are such.
    """
    said = wording.strip()
    for suffix, nearness in (("", Nearness.ON), *_NEAR):
        name = said.removesuffix(suffix)
        if suffix and name == said:
            continue
        if almanac.festival(name) is not None:
            return AtFestival(wording=wording, festival=name, nearness=nearness)
        if almanac.season(name) is not None:
            near = Nearness.DURING if nearness is Nearness.ON else nearness
            return InSeason(wording=wording, season=name, nearness=near)
    return None


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


def _set_times(found: list[Occurrence], first: int, times: int) -> None:
    if times > 1:
        found[first:] = [attrs.evolve(each, times=times) for each in found[first:]]


def _undated(time: Schedule, why: Missing) -> Undated:
    return Undated(why.cause, time.wording, why.reason)


def _both(start: Said, end: Said) -> Said:
    """Return both reasons, or the one that says something."""
    if start == end or not end.zh:
        return start
    return Said(f"{start.zh}；{end.zh}", f"{start.en}; {end.en}")


def _moved(start: dt.date, end: dt.date, year: int) -> tuple[dt.date, dt.date]:
    """Return days as they would be in another year."""
    last = calendar.monthrange(year, start.month)[1]
    moved = start.replace(year=year, day=min(start.day, last))
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
