"""Hypothesis strategies for times made of others, and for all of the family."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from unionkit.model import Deadline, Every, FreeText, MonthPart, Recurrence, Schedule, Several, parse_schedule

from ._base import named
from ._schedule_dates import (
    calendar_years,
    days,
    days_of_no_year,
    halves,
    halves_of,
    months,
    months_of,
    quarters,
    quarters_of,
    spans,
    spans_of_no_year,
)
from ._schedule_named import (
    festivals,
    festivals_of,
    holidays,
    holidays_of,
    personal_dates,
    school_terms,
    seasons,
)
from ._schedule_wording import NO_YEAR, VAGUE, WRITTEN, Entries, held, or_as_written, times
from ._text import lines


@named
def deadlines() -> st.SearchStrategy[Deadline]:
    """Deadlines of every kind, in any words; shrinks to that of 1 January."""
    before = st.one_of(days(), months(), quarters(), halves(), calendar_years(), school_terms(), holidays())
    return or_as_written("1月1日前", times(Deadline, held(before=before, through=st.booleans())))


# ---------------------------------------------------------------- recurrences


@named
def recurrences() -> st.SearchStrategy[Every]:
    """Recurrences, their parts and times of each year, in any words; shrinks to every month."""
    yearly = {"recurrence": st.just(Recurrence.YEARLY)}
    once = times(Every, held(**yearly, at=_times_of_each_year(), **_often()))
    each = times(Every, held(**yearly, at=_several_of_each_year(), interval=_often()["interval"]))
    return or_as_written("每月", st.one_of(_recurrences(), once, each))


def _often() -> dict[str, st.SearchStrategy[int]]:
    number = st.just(1) | st.integers(1, 99)
    return {"interval": number, "times": number}


def _recurrences() -> st.SearchStrategy[Every]:
    """Recurrences, but for those at a time of each year."""
    monthly, weekly = {"recurrence": st.just(Recurrence.MONTHLY)}, {"recurrence": st.just(Recurrence.WEEKLY)}
    shorter = [each for each in Recurrence if each is not Recurrence.YEARLY]
    weekday = st.integers(1, 7).map(lambda day: (day,))
    longer = [each for each in Recurrence if each is not Recurrence.DAILY]
    ends, by = st.sampled_from((MonthPart.BEGINNING, MonthPart.MIDDLE, MonthPart.END)), st.booleans()
    ways: list[Entries] = [
        held(recurrence=st.sampled_from((Recurrence.MONTHLY, *Recurrence)), **_often()),
        *[held(**monthly, part=st.sampled_from(MonthPart), by=by, **_often())] * 3,  # a month has many parts
        held(**monthly, month_day=st.integers(1, 31), by=by, **_often()),
        held(**weekly, weekdays=st.integers(1, 127).map(_weekdays), **_often()),
        held(**weekly, weekdays=weekday, by=by, **_often()),
        held(**monthly, weekdays=weekday, nth=st.sampled_from((1, 2, 3, 4, -1)), by=by, **_often()),
        held(recurrence=st.sampled_from(shorter), within=_stretches(), **_often()),
        held(**weekly, weekdays=weekday, within=_stretches()),
        held(recurrence=st.sampled_from(longer), part=ends, by=by, **_often()),
    ]
    return st.one_of([times(Every, way) for way in ways])


def _weekdays(days: int) -> tuple[int, ...]:
    """Return the days of the week whose bits are set."""
    return tuple(day for day in range(1, 8) if days >> (day - 1) & 1)


def _stretches() -> st.SearchStrategy[Any]:
    """In what something can recur more often than yearly."""
    return st.one_of(months(), spans(), quarters(), halves(), calendar_years(), school_terms(), holidays())


@named
def _several_of_each_year() -> st.SearchStrategy[Several]:
    return times(Several, _members(_times_of_each_year()))


@named
def _times_of_each_year() -> st.SearchStrategy[Any]:
    """What can stand behind 每年, alone or with others."""
    before = st.one_of(
        days_of_no_year(), months_of(NO_YEAR), quarters_of(NO_YEAR), halves_of(NO_YEAR), holidays_of(NO_YEAR)
    )
    return st.one_of(
        days_of_no_year(),
        months_of(NO_YEAR),
        spans_of_no_year(),
        quarters_of(NO_YEAR),
        halves_of(NO_YEAR),
        festivals_of(NO_YEAR),
        seasons(),
        holidays_of(NO_YEAR),
        times(Deadline, held(before=before)),
    )


# ---------------------------------------------------------------- all


def _members(single: st.SearchStrategy[Any]) -> Entries:
    each = st.none() | st.integers(1, 99)
    return held(members=st.lists(single, min_size=2, max_size=3), each=each)


@named
def several_times() -> st.SearchStrategy[Several]:
    """Two or three times of any kinds, in any words; shrinks to 1 January, twice."""
    return or_as_written(
        "1月1日、1月1日", times(Several, _members(st.one_of(*_single_times(), _recurrences())))
    )


def _single_times() -> tuple[st.SearchStrategy[Any], ...]:
    return (
        days(),
        spans(),
        months(),
        quarters(),
        halves(),
        calendar_years(),
        festivals(),
        seasons(),
        school_terms(),
        holidays(),
        deadlines(),
        personal_dates(),
    )


@named
def free_texts() -> st.SearchStrategy[FreeText]:
    """Words about time that are no date; shrinks to ``及时``."""
    words = st.sampled_from(VAGUE) | lines().map("视情况，{}".format)
    return words.map(lambda wording: FreeText(wording=wording))


@named
def schedules() -> st.SearchStrategy[Schedule]:
    """
    Times of every kind; shrinks to ``9月``.

    Some say all that they hold, in the usual words or as people write them; others have words that say less or
    something else, so that a file must tell what they hold.
    """
    usual: st.SearchStrategy[Schedule] = st.sampled_from(("9月", *WRITTEN)).map(parse_schedule)
    return st.one_of(usual, *_single_times(), recurrences(), several_times(), free_texts())
