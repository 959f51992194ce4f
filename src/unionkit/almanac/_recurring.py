"""Days of recurrences: each day, week, month, quarter, term, half year or year of a period, and what is meant of each."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from unionkit.model import Every, InTerm, MonthPart, Recurrence, SchoolTerm

from ._almanac import Almanac
from ._calendar_times import days_of_months, last_day
from ._days import nth_weekday
from ._found import ONE_DAY, Finding, Found, Missing
from ._named_times import in_term
from ._occurrence import Cause, Precision
from ._said import AS_WRITTEN, Said

_MONTHS: Final = {
    Recurrence.MONTHLY: 1,
    Recurrence.QUARTERLY: 3,
    Recurrence.HALF_YEARLY: 6,
    Recurrence.YEARLY: 12,
}
_OF_A_WEEK: Final[dict[MonthPart | None, tuple[int, int]]] = {None: (0, 6), MonthPart.BEGINNING: (0, 1), MonthPart.MIDDLE: (2, 3), MonthPart.END: (4, 6)}  # fmt: skip
Terms: TypeAlias = Sequence[tuple[SchoolTerm, int]]
"""Terms, each with the calendar year in which it begins."""
_UNITS: Final = {
    Recurrence.DAILY: Said("天", "days"),
    Recurrence.WEEKLY: Said("周", "weeks"),
    Recurrence.MONTHLY: Said("个月", "months"),
    Recurrence.QUARTERLY: Said("个季度", "quarters"),
    Recurrence.HALF_YEARLY: Said("个半年", "half years"),
}
WHICH_ONE: Final = Missing(
    Cause.WHICH_ONE,
    Said(
        "没有写明落在哪一次；请写上年份或学期", "it is not said which of them is meant; give the year or term"
    ),
)


def recurring(
    time: Every, first: dt.date, last: dt.date, almanac: Almanac, terms: Terms
) -> Iterator[Finding]:
    """
    Yield the days of a recurrence, in order, that touch a stretch of days; those of each year at a time are not here.

    Of several weeks or months (每两个月) nobody says with which they begin: they are counted from the beginning of the
    calendar, two months from January, and the whole stretch is told.

    Args:
        time: The recurrence.

        first: The first day.

        last: The last day.

        almanac: When terms are.

        terms: The terms that the plan is for.
    """
    if time.interval > 1 and time.recurrence in (Recurrence.TERMLY, Recurrence.YEARLY):
        yield WHICH_ONE
        return
    termly = time.recurrence is Recurrence.TERMLY
    for each in _termly(time, terms, almanac) if termly else _expand(time, first, last):
        if termly or (each.end >= first and each.start <= last):
            yield each._replace(times=time.times) if time.times > 1 else each


def _expand(time: Every, first: dt.date, last: dt.date) -> Iterator[Found]:
    match time.recurrence:
        case Recurrence.DAILY:
            return _daily(time, first, last)
        case Recurrence.WEEKLY:
            return _weekly(time, first, last)
        case _:
            return _by_months(time, first, last)


def _stretch_of_several(time: Every) -> Said:
    unit = _UNITS[time.recurrence]
    return Said(
        f"每 {time.interval} {unit.zh}一段，从哪一段起没有写明",
        f"stretches of {time.interval} {unit.en}; with which they begin is not said",
    )


def _daily(time: Every, first: dt.date, last: dt.date) -> Iterator[Found]:
    if time.interval == 1:
        for ordinal in range(first.toordinal(), last.toordinal() + 1):
            day = dt.date.fromordinal(ordinal)
            yield Found(day, day, Precision.DAY, _EACH_DAY)
        return
    why, several = _stretch_of_several(time), time.interval
    for block in range(first.toordinal() // several, last.toordinal() // several + 1):
        start = dt.date.fromordinal(max(block * several, 1))
        yield Found(start, start + (several - 1) * ONE_DAY, Precision.WINDOW, why)


def _weekly(time: Every, first: dt.date, last: dt.date) -> Iterator[Found]:
    several = time.interval
    length = 7 * several
    # Day 1 was a Monday. Weeks are counted from it, so that the same weeks belong together in every period.
    blocks = range((first.toordinal() - 1) // length, (last.toordinal() - 1) // length + 1)
    if several > 1:
        why = _stretch_of_several(time)
        for block in blocks:
            monday = dt.date.fromordinal(block * length + 1)
            yield Found(monday, monday + (length - 1) * ONE_DAY, Precision.WEEK, why)
        return
    for block in blocks:
        first_day = block * 7 + 1
        for weekday in time.weekdays:
            day = dt.date.fromordinal(first_day + weekday - 1)
            yield Found(day, day, Precision.DAY, _EACH_WEEK, deadline=time.by)
        if not time.weekdays:
            begins, ends = _OF_A_WEEK[time.part]
            start, end = dt.date.fromordinal(first_day + begins), dt.date.fromordinal(first_day + ends)
            found = Found(start, end, Precision.WEEK, _EACH_WEEK)
            yield _until(found, time.part) if time.by else found


def _by_months(time: Every, first: dt.date, last: dt.date) -> Iterator[Found]:
    each = _MONTHS[time.recurrence]
    length = each * time.interval
    begins, ends = (12 * day.year + day.month - 1 for day in (first, last))
    for block in range(begins // length, ends // length + 1):
        years, index = divmod(block * length, 12)
        if time.interval > 1:
            start = dt.date(years, index + 1, 1)
            end = last_day(years, index + length)
            yield Found(start, end, _PRECISIONS[each], _stretch_of_several(time))
        elif each == 1 and (time.month_day is not None or time.nth is not None):
            day = _day_of_month(time, years, index + 1)
            if day is not None:
                yield Found(day, day, Precision.DAY, _EACH_MONTH, deadline=time.by)
        else:
            found = days_of_months(years, index + 1, length, time.part)
            if found.reason is AS_WRITTEN:
                found = found._replace(reason=_REASONS[time.recurrence])
            yield _until(found, time.part) if time.by else found


def _day_of_month(time: Every, year: int, number: int) -> dt.date | None:
    """The day of a month that is meant; None where the month is too short for it."""
    if time.nth is not None:
        return nth_weekday(year, number, time.nth, time.weekdays[0])
    day = time.month_day or 1
    return dt.date(year, number, day) if day <= calendar.monthrange(year, number)[1] else None


def _termly(time: Every, terms: Terms, almanac: Almanac) -> Iterator[Found]:
    """Yield what is meant of each term of the plan, be it outside of its period (期末 in January)."""
    for term, year in terms:
        for found in in_term(InTerm(wording=time.wording, term=term, part=time.part), year, almanac):
            if isinstance(found, Found):
                yield _until(found, time.part) if time.by else found


def _until(found: Found, part: MonthPart | None) -> Found:
    """Return the last day before something; its end counts as before it, as readers take it."""
    day = found.end if part is MonthPart.END else found.start - ONE_DAY
    return Found(day, day, Precision.DAY, found.reason, assumed=found.assumed, deadline=True)


_EACH_DAY: Final = Said("每天", "each day")
_EACH_WEEK: Final = Said("每周", "each week")
_EACH_MONTH: Final = Said("每月", "each month")
_REASONS: Final = {
    Recurrence.MONTHLY: _EACH_MONTH,
    Recurrence.QUARTERLY: Said("每季度", "each quarter"),
    Recurrence.HALF_YEARLY: Said("每半年", "each half year"),
    Recurrence.YEARLY: Said("每年", "each year"),
}
_PRECISIONS: Final = {1: Precision.MONTH, 3: Precision.QUARTER, 6: Precision.HALF, 12: Precision.YEAR}
