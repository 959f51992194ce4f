"""The 24 solar terms, and against two other libraries."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.almanac._solar_terms import FIRST_TERM_YEAR, LAST_TERM_YEAR, SolarTerm, solar_term_day
from unionkit.errors import OutsideAlmanacError

YEARS = range(FIRST_TERM_YEAR, LAST_TERM_YEAR + 1)
QINGMING = {
    # As reckoned for this project in November 2026, before the table was made.
    2024: 4, 2025: 4, 2026: 5, 2027: 5, 2028: 4, 2029: 4, 2030: 5, 2031: 5, 2032: 4, 2033: 4, 2034: 5, 2035: 5,
}  # fmt: skip


@given(term=st.sampled_from(SolarTerm), year=st.sampled_from(YEARS))
def test_terms_lie_in_their_months(term: SolarTerm, year: int) -> None:
    """Two in each month, one in either half."""
    place = list(SolarTerm).index(term)
    day = solar_term_day(term, year)

    assert (day.year, day.month) == (year, place // 2 + 1)
    assert day.day in (range(17, 25) if place % 2 else range(3, 10))


@given(term=st.sampled_from(SolarTerm), year=st.sampled_from(YEARS[:-1]))
def test_terms_come_again_a_year_later(term: SolarTerm, year: int) -> None:
    """After 365 days or 366."""
    assert (solar_term_day(term, year + 1) - solar_term_day(term, year)).days in {365, 366}


def test_terms_follow_one_another() -> None:
    """14 to 16 days lie between them, over all years."""
    days = [solar_term_day(term, year) for year in YEARS for term in SolarTerm]

    assert len(days) == 152 * 24
    assert {(after - before).days for before, after in pairwise(days)} == {14, 15, 16}


def test_terms_are_known_by_their_chinese_names() -> None:
    """In the order of the year."""
    assert "".join(SolarTerm) == (
        "小寒大寒立春雨水惊蛰春分清明谷雨立夏小满芒种夏至小暑大暑立秋处暑白露秋分寒露霜降立冬小雪大雪冬至"
    )
    assert SolarTerm("清明") is SolarTerm.CLEAR_AND_BRIGHT
    assert SolarTerm.WINTER_SOLSTICE == "冬至"


def test_qingming_falls_on_its_day() -> None:
    """2024 to 2035: 4 or 5 April."""
    found = {year: solar_term_day(SolarTerm.CLEAR_AND_BRIGHT, year) for year in QINGMING}

    assert found == {year: dt.date(year, 4, day) for year, day in QINGMING.items()}


def test_terms_at_midnight_are_as_published() -> None:
    """Moments that good reckonings put within a minute of midnight."""
    assert solar_term_day(SolarTerm.WINTER_SOLSTICE, 1951) == dt.date(1951, 12, 23)
    assert solar_term_day(SolarTerm.MAJOR_COLD, 1979) == dt.date(1979, 1, 21)
    assert solar_term_day(SolarTerm.WINTER_SOLSTICE, 2021) == dt.date(2021, 12, 21)


def test_every_term_is_that_of_borax() -> None:
    """In all years."""
    borax = pytest.importorskip("borax.calendars.lunardate", reason="borax is not installed")

    for year in YEARS:
        assert [solar_term_day(term, year) for term in SolarTerm] == [
            borax.TermUtils.nth_term_day(year, place) for place in range(24)
        ]


def test_every_term_but_one_is_that_of_lunar_python() -> None:
    """大寒 of 1979 is by its reckoning four seconds before the day on which it was published."""
    lunar_python = pytest.importorskip("lunar_python", reason="lunar_python is not installed")
    differing = {}
    for year in YEARS:
        moments = lunar_python.LunarYear(year).getJieQiJulianDays()[2:26]  # two of the year before come first
        for term, moment in zip(SolarTerm, moments, strict=True):
            theirs = dt.date.fromisoformat(lunar_python.Solar.fromJulianDay(moment).toYmd())
            if theirs != solar_term_day(term, year):
                differing[term, year] = theirs

    assert differing == {(SolarTerm.MAJOR_COLD, 1979): dt.date(1979, 1, 20)}


@pytest.mark.parametrize("year", [1947, 1948, 2101])
def test_years_outside_are_refused(year: int) -> None:
    """With the years that there are."""
    with pytest.raises(OutsideAlmanacError) as exc:
        solar_term_day(SolarTerm.START_OF_SPRING, year)

    assert (exc.value.asked, exc.value.first, exc.value.last) == (str(year), 1949, 2100)
    assert "1949 年至 2100 年" in str(exc.value)
