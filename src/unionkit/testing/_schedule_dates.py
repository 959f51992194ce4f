"""Hypothesis strategies for times of the calendar: days, spans, months, quarters, halves and years."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from hypothesis import strategies as st

from unionkit.model import InHalf, InMonths, InQuarter, InYear, MonthPart, OnDay, Span, YearPart

from ._base import named
from ._figures import dates
from ._schedule_named import festival_days_of
from ._schedule_wording import NO_YEAR, Entries, edges, held, or_as_written, times, worded, wordings, years

_LONGEST: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


# ---------------------------------------------------------------- days


@named
def days() -> st.SearchStrategy[OnDay]:
    """Single days, with and without year, lunar ones as well, in any words; shrinks to 1 January of no year."""
    of_a_year = dates().map(lambda date: {"year": date.year, "month": date.month, "day": date.day})
    lunar = held(
        year=years(),
        month=st.integers(1, 12),
        day=st.integers(1, 30),
        lunar=st.just(value=True),
        leap=st.booleans(),
    )
    return or_as_written("1月1日", times(OnDay, _days_of_no_year(), of_a_year, lunar))


def _days_of_no_year() -> Entries:
    return st.integers(0, sum(_LONGEST) - 1).map(_month_and_day)


def _month_and_day(number: int) -> dict[str, int]:
    """Return the day of that number, from 0, in a leap year."""
    date = dt.date(2000, 1, 1) + dt.timedelta(days=number)
    return {"month": date.month, "day": date.day}


def days_of_no_year() -> st.SearchStrategy[OnDay]:
    """Days that each year has."""
    return times(OnDay, _days_of_no_year())


# ---------------------------------------------------------------- months


@named
def months() -> st.SearchStrategy[InMonths]:
    """Months, parts of one and several in a row, in any words; shrinks to January."""
    return or_as_written("1月", months_of(years()))


def months_of(year: st.SearchStrategy[int | None]) -> st.SearchStrategy[InMonths]:
    """Months of such years."""
    month = st.integers(1, 12)
    in_a_row = st.builds(_in_a_row, year, month, month, st.booleans())
    return times(InMonths, _single_months(year, month), in_a_row)


def _single_months(year: st.SearchStrategy[int | None], month: st.SearchStrategy[int]) -> Entries:
    return st.builds(_single_month, year, month, st.sampled_from((None, *MonthPart)))


def _single_month(year: int | None, month: int, part: MonthPart | None) -> dict[str, Any]:
    return {"year": year, "first": month, "last": month, "part": part}


def _in_a_row(year: int | None, one: int, other: int, next_year: bool) -> dict[str, Any]:  # noqa: FBT001 -- drawn
    first, last = (one, other) if next_year else (min(one, other), max(one, other))
    return {"year": year, "first": first, "last": last, "next_year": next_year}


# ---------------------------------------------------------------- spans


@named
def spans() -> st.SearchStrategy[Span]:
    """Spans of days, of parts of months, over the new year and of years, in any words; shrinks to 1 to 2 January."""
    year = st.shared(years(), key="the year of spans")
    return or_as_written("1月1日—1月2日", st.one_of(spans_of_no_year(), _spans_of_years(), _wide_spans(year)))


def spans_of_no_year() -> st.SearchStrategy[Span]:
    """Spans that each year has."""
    return st.one_of(
        times(Span, held(start=_days_within(1, 1), end=_days_within(2, 28))),
        times(Span, _ordered(1)),
        times(Span, _ordered(7)),
        _wide_spans(NO_YEAR),
    )


def _days_within(first: int, last: int) -> st.SearchStrategy[OnDay]:
    return times(OnDay, held(month=st.just(1), day=st.integers(first, last)))


def _ordered(start: int) -> Entries:
    """What spans hold that start in a half of the year and end in the other."""
    begins, ends = st.integers(start, start + 5), st.integers(8 - start, 13 - start)
    next_year = st.just(start == 7)
    exact = st.sampled_from(MonthPart)
    day = st.integers(1, 28)
    parts_first = st.builds(_single_month, NO_YEAR, begins, exact)
    wholes_last = _single_months(NO_YEAR, ends)
    return st.one_of(
        held(
            start=times(OnDay, held(month=begins, day=day)),
            end=times(OnDay, held(month=ends, day=day)) | times(InMonths, wholes_last),
            next_year=next_year,
        ),
        held(
            start=times(InMonths, parts_first),
            end=times(OnDay, held(month=ends, day=day)) | times(InMonths, wholes_last),
            next_year=next_year,
        ),
        held(
            start=times(InMonths, _single_months(NO_YEAR, begins)),
            end=times(OnDay, held(month=ends, day=day)),
            next_year=next_year,
        ),
    )


def _wide_spans(year: st.SearchStrategy[int | None]) -> st.SearchStrategy[Span]:
    """Spans of quarters, from or to a festival, and from or to a part of the year."""

    def months_in(first: int, last: int) -> st.SearchStrategy[InMonths]:
        return times(InMonths, _single_months(year, st.integers(first, last)))

    def quarters_in(first: int, last: int) -> st.SearchStrategy[InQuarter]:
        return times(InQuarter, held(year=year, quarter=st.integers(first, last), part=edges()))

    def part_of_year(part: YearPart) -> st.SearchStrategy[InYear]:
        return times(InYear, held(year=year, part=st.just(part)))

    beginning, middle, end = (
        part_of_year(part) for part in (YearPart.BEGINNING, YearPart.MIDDLE, YearPart.END)
    )
    return times(
        Span,
        held(start=quarters_in(1, 2), end=quarters_in(3, 4)),
        held(start=months_in(1, 11) | middle, end=end),
        held(start=beginning, end=months_in(2, 12) | middle),
        held(start=festival_days_of(year), end=end),
        held(start=beginning, end=festival_days_of(year)),
    )


def _spans_of_years() -> st.SearchStrategy[Span]:
    """From one year to the same, the next or a later one."""
    return st.builds(
        _span,
        dates(),
        st.one_of(st.integers(0, 60), st.integers(0, 3000)),
        st.sampled_from((None, *MonthPart)),
        st.sampled_from((None, None, *MonthPart)),
        st.tuples(wordings(), wordings(), wordings()),
    )


def _span(
    start: dt.date, days: int, first: MonthPart | None, last: MonthPart | None, wording: tuple[str, str, str]
) -> Span:
    """Build a span of days; where months allow, from or to a part of one."""
    end = min(start + dt.timedelta(days=days), dt.date(2100, 12, 31))
    in_months = (start.year, start.month) < (end.year, end.month)

    def side(date: dt.date, part: MonthPart | None, words: str) -> OnDay | InMonths:
        if in_months and part is not None:
            return worded(InMonths, words, _single_month(date.year, date.month, part))
        return worded(OnDay, words, {"year": date.year, "month": date.month, "day": date.day})

    ends = {"start": side(start, first, wording[1]), "end": side(end, last, wording[2])}
    return worded(Span, wording[0], ends)


# ---------------------------------------------------------------- quarters, halves, years


@named
def quarters() -> st.SearchStrategy[InQuarter]:
    """Quarters and parts of them, with and without year, in any words; shrinks to the first quarter."""
    return or_as_written("第一季度", quarters_of(years()))


def quarters_of(year: st.SearchStrategy[int | None]) -> st.SearchStrategy[InQuarter]:
    """Quarters of such years."""
    return times(InQuarter, held(year=year, quarter=st.integers(1, 4), part=edges()))


@named
def halves() -> st.SearchStrategy[InHalf]:
    """Half years, with and without year, in any words; shrinks to the first half."""
    return or_as_written("上半年", halves_of(years()))


def halves_of(year: st.SearchStrategy[int | None]) -> st.SearchStrategy[InHalf]:
    """Halves of such years."""
    return times(InHalf, held(year=year, half=st.integers(1, 2)))


@named
def calendar_years() -> st.SearchStrategy[InYear]:
    """Years, told or not, and parts of them, in any words; shrinks to the whole of the plan's year."""
    return or_as_written("全年", times(InYear, held(year=years(), part=st.sampled_from(YearPart))))
