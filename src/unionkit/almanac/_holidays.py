"""Public holidays (放假安排) and make-up working days (调休上班), by year: what was announced, and what the law alone says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Any

import attrs

from unionkit.errors import ImpossibleValueError, WrongTypeError
from unionkit.model import FESTIVALS, Value, check_text

from ._statutory import FIRST_YEAR, LAST_YEAR, statutory_days


class HolidayStatus(StrEnum):
    """How much is known of the holidays of a year: the notice, the law alone, or nothing."""

    ANNOUNCED = "announced"
    STATUTORY = "statutory-only"
    UNKNOWN = "unknown"


class DayKind(StrEnum):
    """
    What a day is to those who work from Monday to Friday.

    `HOLIDAY` is a day off of a public holiday, by the notice or by law, on whatever weekday; `MAKE_UP` a Saturday or
    Sunday that is worked (调休上班).
    """

    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP = "make-up"


def _to_tuple(values: Any) -> tuple[Any, ...]:
    if type(values) is tuple:
        return values
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise WrongTypeError("列表", "a list", repr(values))
    return tuple(values)


def _to_names(names: Iterable[str]) -> tuple[str, ...]:
    """Convert names of festivals to their standing names: 国庆 to 国庆节."""
    return tuple([FESTIVALS.get(name, name) if isinstance(name, str) else name for name in _to_tuple(names)])


def _to_sorted_runs(runs: Iterable[HolidayRun]) -> tuple[HolidayRun, ...]:
    runs = _to_tuple(runs)
    for run in runs:
        if type(run) is not HolidayRun:
            raise WrongTypeError("假期（HolidayRun）", "a HolidayRun", repr(run))
    return tuple(sorted(runs, key=lambda run: run.first))


def _to_sorted_days(days: Iterable[dt.date]) -> tuple[dt.date, ...]:
    days = _to_tuple(days)
    for day in days:
        _check_day(day)
    return tuple(sorted(days))


def _check_day(day: object) -> None:
    # A subclass does not do: a datetime is equal to no date.
    if type(day) is not dt.date:
        raise WrongTypeError("日期（datetime.date）", "a datetime.date", repr(day))


def _is_day(_instance: object, attribute: attrs.Attribute[Any], day: dt.date | None) -> None:
    if day is not None or attribute.default is not None:
        _check_day(day)


def _is_text(_instance: object, _attribute: attrs.Attribute[Any], text: str) -> None:
    check_text(text)


def _are_names(_instance: object, _attribute: attrs.Attribute[Any], names: tuple[str, ...]) -> None:
    if not names:
        raise ImpossibleValueError("假期要写明是哪个节日", "Days off need the name of their festival")
    for name in names:
        if not check_text(name).strip():
            raise WrongTypeError("文字（不能为空）", "text that is not empty", repr(name))


def _is_year(_instance: object, _attribute: attrs.Attribute[Any], year: int) -> None:
    if type(year) is not int:
        raise WrongTypeError("整数", "a whole number", repr(year))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ImpossibleValueError(
            f"年份 {year} 不在 {FIRST_YEAR} 到 {LAST_YEAR} 之间",
            f"The year {year} is not within {FIRST_YEAR} to {LAST_YEAR}",
        )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class HolidayRun(Value):
    """
    Days off in a row (假期), as a notice or the law names them.

    Where a notice says 与周末连休, only the days it names are here; the weekend beside them is a weekend.

    Attributes:
        names: The festivals they are for, by their standing names (国庆节, 中秋节); other names are converted (国庆).

        first: The first day off; the value of the key ``from``.

        last: The last day off; the value of the key ``to``.
    """

    names: tuple[str, ...] = attrs.field(converter=_to_names, validator=_are_names, metadata={"single": True})
    first: dt.date = attrs.field(validator=_is_day, metadata={"key": "from"})
    last: dt.date = attrs.field(validator=_is_day, metadata={"key": "to"})

    @last.validator
    def _is_not_before_first(self, _attribute: attrs.Attribute[Any], last: dt.date) -> None:
        if last < self.first:
            raise ImpossibleValueError(
                f"假期的起止日期颠倒：{self.first}至{last}",
                f"The days off are in the wrong order: {self.first} to {last}",
            )

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> tuple[dt.date, ...]:
        """Every day off, in order."""
        count = (self.last - self.first).days + 1
        return tuple(self.first + dt.timedelta(days=n) for n in range(count))


@attrs.frozen(kw_only=True, repr=False, eq=False)
class HolidayYear(Value):
    """
    The holidays of one year, as they were announced (部分节假日安排).

    Attributes:
        year: The calendar year that the notice is about.

        notice: Its number (文号), such as 国办发明电〔2025〕7号; empty when unknown.

        issued: The day on which it was signed (成文日期), or None when unknown.

        runs: The days off, sorted; the value of the key ``holidays``. Those of 元旦 may begin in the December before.

        workdays: The Saturdays and Sundays that are worked instead (调休上班), sorted; some in the December before.

        source: What confirms all this.

        note: What changed during the year, and by which notice; the days here are those after the change.
    """

    year: int = attrs.field(validator=_is_year)
    notice: str = attrs.field(default="", validator=_is_text)
    issued: dt.date | None = attrs.field(default=None, validator=_is_day)
    runs: tuple[HolidayRun, ...] = attrs.field(converter=_to_sorted_runs, metadata={"key": "holidays"})
    workdays: tuple[dt.date, ...] = attrs.field(default=(), converter=_to_sorted_days)
    source: str = attrs.field(default="", validator=_is_text)
    note: str = attrs.field(default="", validator=_is_text)

    @runs.validator
    def _are_runs_of_the_year(self, _attribute: attrs.Attribute[Any], runs: tuple[HolidayRun, ...]) -> None:
        for run in runs:
            begins = run.first.year == self.year or (run.first >= self._december and "元旦" in run.names)
            if not begins or run.last.year != self.year:
                raise ImpossibleValueError(
                    f"{'、'.join(run.names)}的假期（{run.first}至{run.last}）不属于 {self.year} 年",
                    f"The days off {run.first} to {run.last} do not belong to {self.year}",
                )
        for one, following in pairwise(runs):
            if following.first <= one.last:
                raise ImpossibleValueError(
                    f"假期重叠：{'、'.join(one.names)}与{'、'.join(following.names)}都含 {following.first}",
                    f"Two runs of days off overlap on {following.first}",
                )

    @workdays.validator
    def _are_worked_weekends(self, _attribute: attrs.Attribute[Any], days: tuple[dt.date, ...]) -> None:
        for day in days:
            if day.year != self.year and not self._december <= day < dt.date(self.year, 1, 1):
                raise ImpossibleValueError(
                    f"上班日 {day} 不属于 {self.year} 年",
                    f"The make-up day {day} does not belong to {self.year}",
                )
            if day.weekday() < 5:
                raise ImpossibleValueError(
                    f"上班日 {day} 不是星期六或星期日", f"The make-up day {day} is no Saturday or Sunday"
                )
            for run in self.runs:
                if run.first <= day <= run.last:
                    raise ImpossibleValueError(
                        f"上班日 {day} 又在假期中", f"The make-up day {day} is a day off at the same time"
                    )
        for one, following in pairwise(days):
            if one == following:
                raise ImpossibleValueError(f"上班日 {one} 写了两次", f"The make-up day {one} is there twice")

    @property
    def _december(self) -> dt.date:
        """The first day of the December before."""
        return dt.date(self.year - 1, 12, 1)


def statutory_holidays(year: int) -> tuple[HolidayRun, ...]:
    """
    Return the days off that the law itself names for a year, sorted; none outside 1950 to 2100.

    Festivals whose days meet are one run with both names: 国庆节 and 中秋节 from 2031-10-01 to 10-03. No day is swapped
    or made up for; what a notice will make of them cannot be known before it is issued.
    """
    return _by_law(year) if FIRST_YEAR <= year <= LAST_YEAR else ()


@cache  # at most one entry for each of 151 years
def _by_law(year: int) -> tuple[HolidayRun, ...]:
    runs: list[HolidayRun] = []
    # Of two that begin together, the longer comes first, as in the notices: 国庆节、中秋节.
    days = sorted(statutory_days(year), key=lambda found: (found[1], dt.date.max - found[2]))
    for name, first, last in days:
        before = runs[-1] if runs else None
        if before is not None and first <= before.last + dt.timedelta(days=1):
            names = (*before.names, name)
            runs[-1] = HolidayRun(names=names, first=before.first, last=max(before.last, last))
        else:
            runs.append(HolidayRun(names=(name,), first=first, last=last))
    return tuple(runs)


_WORKDAY, _WEEKEND = DayKind.WORKDAY, DayKind.WEEKEND

_OPEN_FROM = 28
"""
The first day of a December that the notice of the following year may still change.

Of all notices since that for 2002, none reached further back than 29 December. 28 December is the last Sunday before
a 1 January that is a Thursday, the earliest weekend day that three days off round 元旦 could be made up for on.
"""


class Holidays:
    """
    The holidays of the years that it knows; for others only what the law says. Immutable.

    A notice stands for its whole year: where there is one, the law is not asked. Days before May 1995, when Saturday
    became a day off, are told by the week of today.

    Args:
        years: What was announced; of two for the same year the later one counts.
    """

    __slots__ = ("_tables", "_years")

    def __init__(self, years: Iterable[HolidayYear] = ()) -> None:
        self._years = {year.year: year for year in years}
        self._tables: dict[int, dict[int, DayKind]] = {}

    @property
    def years(self) -> tuple[HolidayYear, ...]:
        """The announced years, sorted."""
        return tuple(self._years[year] for year in sorted(self._years))

    def __eq__(self, other: object) -> bool:
        return self._years == other._years if isinstance(other, Holidays) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.years)

    def __repr__(self) -> str:
        return f"<Holidays: {', '.join(map(str, sorted(self._years))) or 'no year announced'}>"

    def status(self, year: int) -> HolidayStatus:
        """Return how much is known of the holidays of a year; unknown outside 1950 to 2100."""
        if year in self._years:
            return HolidayStatus.ANNOUNCED
        return HolidayStatus.STATUTORY if FIRST_YEAR <= year <= LAST_YEAR else HolidayStatus.UNKNOWN

    def of_year(self, year: int) -> HolidayYear | None:
        """Return what was announced for a year, or None."""
        return self._years.get(year)

    def runs(self, year: int) -> tuple[HolidayRun, ...]:
        """Return the days off of a year, sorted: as announced, else by law, else none."""
        announced = self._years.get(year)
        return statutory_holidays(year) if announced is None else announced.runs

    def run_of(self, festival: str, year: int) -> HolidayRun | None:
        """
        Return the days off of a festival, or None.

        Args:
            festival: Its name, standing (国庆节) or other (国庆). 除夕 has none: its day off belongs to 春节.

            year: The calendar year of the festival; the days off of its 元旦 may begin in the year before.
        """
        name = FESTIVALS.get(festival, festival)
        return next((run for run in self.runs(year) if name in run.names), None)

    def kind(self, day: dt.date) -> DayKind:
        """Return what a day is, as far as is known (see :meth:`is_certain`)."""
        table = self._tables.get(day.year)
        if table is None:
            table = self._table(day.year)
        named = table.get(day.month << 5 | day.day)
        if named is not None:
            return named
        return _WEEKEND if day.weekday() > 4 else _WORKDAY

    def is_working(self, day: dt.date) -> bool:
        """Return whether a day is worked, as far as is known: a workday, or a weekend day made up for."""
        return self.kind(day) in (DayKind.WORKDAY, DayKind.MAKE_UP)

    def is_certain(self, day: dt.date) -> bool:
        """
        Return whether :meth:`kind` is official, and not merely what the weekday suggests.

        In an announced year all days are, but for 28 to 31 December while the next year is not announced: its notice
        may still give them off for 元旦, or have them worked. In any other year only the days that the law names are;
        an ordinary weekday or weekend may turn out otherwise. The law may change too, but then it is the law.
        """
        table = self._tables.get(day.year)
        if table is None:
            table = self._table(day.year)
        if day.month << 5 | day.day in table:
            return True
        if day.year not in self._years:
            return False
        return day.month < 12 or day.day < _OPEN_FROM or day.year + 1 in self._years

    def _table(self, year: int) -> dict[int, DayKind]:
        """Collect the days of a calendar year that a notice or the law names, by month and day."""
        table: dict[int, DayKind] = {}
        following = self._years.get(year + 1)
        for runs, announced in (
            (self.runs(year), self._years.get(year)),
            (following.runs if following else (), following),
        ):
            named = [(day, DayKind.HOLIDAY) for run in runs for day in run.days]
            if announced is not None:
                named += [(day, DayKind.MAKE_UP) for day in announced.workdays]
            table.update((day.month << 5 | day.day, kind) for day, kind in named if day.year == year)
        self._tables[year] = table
        return table
