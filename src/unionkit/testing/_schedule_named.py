"""Hypothesis strategies for times by their names: festivals, seasons, school terms, holidays, days of one's own."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from unionkit.model import (
    FESTIVALS,
    SEASONS,
    AtFestival,
    Holiday,
    InHoliday,
    InSeason,
    InTerm,
    Nearness,
    Occasion,
    OnPersonalDate,
    SchoolTerm,
)

from ._base import named, names
from ._schedule_wording import NO_YEAR, edges, held, or_as_written, times, years
from ._text import lines

_FESTIVALS: Final = tuple(dict.fromkeys(FESTIVALS.values()))
_SEASONS: Final = tuple(dict.fromkeys(SEASONS.values()))
_NEAR: Final = (Nearness.DURING, Nearness.BEFORE, Nearness.AROUND, Nearness.AFTER)


@named
def festivals() -> st.SearchStrategy[AtFestival]:
    """Festivals and the days near them, with and without year, in any words; shrinks to New Year's Day."""
    return or_as_written("元旦", festivals_of(years()))


def festivals_of(year: st.SearchStrategy[int | None]) -> st.SearchStrategy[AtFestival]:
    """Festivals of such years."""
    return times(
        AtFestival,
        held(year=year, festival=_names_of_festivals(), nearness=st.sampled_from(Nearness)),
    )


def festival_days_of(year: st.SearchStrategy[int | None]) -> st.SearchStrategy[AtFestival]:
    """Festivals of such years, without the days near them."""
    return times(AtFestival, held(year=year, festival=_names_of_festivals()))


def _names_of_festivals() -> st.SearchStrategy[str]:
    return names((*_FESTIVALS, *_FESTIVALS, "开斋节", "三月三"), lines(filled=True))


@named
def seasons() -> st.SearchStrategy[InSeason]:
    """Seasons of union work and the days near them, in any words; shrinks to the time of 两节."""
    fields = held(
        season=names((*_SEASONS, "职工文化月"), lines(filled=True)), nearness=st.sampled_from(_NEAR)
    )
    return or_as_written("两节期间", times(InSeason, fields))


@named
def school_terms() -> st.SearchStrategy[InTerm]:
    """School terms, parts and weeks of them, in any words; shrinks to this term."""
    ways = [
        held(term=term, year=year, **detail)
        for term, year in (
            (st.just(SchoolTerm.THIS), NO_YEAR),
            (st.sampled_from((SchoolTerm.AUTUMN, SchoolTerm.SPRING)), years()),
        )
        for detail in ({"part": edges()}, {"week": st.integers(1, 30)})
    ]
    return or_as_written("本学期", times(InTerm, *ways))


@named
def holidays() -> st.SearchStrategy[InHoliday]:
    """Time off, with and without year, in any words; shrinks to the summer holidays."""
    return or_as_written("暑假", holidays_of(years()))


def holidays_of(year: st.SearchStrategy[int | None]) -> st.SearchStrategy[InHoliday]:
    """Time off in such years."""
    return times(InHoliday, held(year=year, holiday=st.sampled_from(Holiday)))


@named
def personal_dates() -> st.SearchStrategy[OnPersonalDate]:
    """Days of each person's own, in any words; shrinks to the birthday."""
    return or_as_written("生日", times(OnPersonalDate, held(occasion=st.sampled_from(Occasion))))
