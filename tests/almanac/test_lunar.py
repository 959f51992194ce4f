"""The Chinese calendar, both ways, and against two other libraries."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unionkit.almanac._lunar import (
    DOUBTFUL_YEARS,
    FIRST_LUNAR_YEAR,
    LAST_LUNAR_YEAR,
    LunarDate,
    leap_month,
    lunar_date,
    month_length,
    solar_day,
    worded_lunar,
)
from unionkit.almanac._solar_terms import SolarTerm, solar_term_day
from unionkit.errors import ImpossibleValueError, InvalidValueError, OutsideAlmanacError

YEARS = range(FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR + 1)
FIRST_DAY, LAST_DAY = dt.date(1948, 2, 10), dt.date(2101, 1, 28)
MONTHS = [
    (year, month, leap)
    for year in YEARS
    for month in range(1, 13)
    for leap in ((False, True) if month == leap_month(year) else (False,))
]
"""All months of the table, in their order."""
DAYS = [dt.date(1949, 1, 1) + dt.timedelta(days=ahead) for ahead in range(55517)]
"""From 1949-01-01 to 2100-12-31."""

FESTIVALS = [
    # 春节 (with the year), 元宵, 端午, 七夕, 中秋, 重阳, 除夕 of that solar year; as reckoned for this project in
    # November 2026, before the table was made.
    ("2024-02-10", "02-24", "06-10", "08-10", "09-17", "10-11", "02-09"),
    ("2025-01-29", "02-12", "05-31", "08-29", "10-06", "10-29", "01-28"),
    ("2026-02-17", "03-03", "06-19", "08-19", "09-25", "10-18", "02-16"),
    ("2027-02-06", "02-20", "06-09", "08-08", "09-15", "10-08", "02-05"),
    ("2028-01-26", "02-09", "05-28", "08-26", "10-03", "10-26", "01-25"),
    ("2029-02-13", "02-27", "06-16", "08-16", "09-22", "10-16", "02-12"),
    ("2030-02-03", "02-17", "06-05", "08-05", "09-12", "10-05", "02-02"),
    ("2031-01-23", "02-06", "06-24", "08-24", "10-01", "10-24", "01-22"),
    ("2032-02-11", "02-25", "06-12", "08-12", "09-19", "10-12", "02-10"),
    ("2033-01-31", "02-14", "06-01", "08-01", "09-08", "10-01", "01-30"),
    ("2034-02-19", "03-05", "06-20", "08-20", "09-27", "10-20", "02-18"),
    ("2035-02-08", "02-22", "06-10", "08-10", "09-16", "10-09", "02-07"),
]
SIX_YEARS = [
    # 除夕, 春节, 元宵, 端午, 中秋, 重阳, as the fact sheet on regulations has them (from lunardate 0.3.0).
    (2025, "01-28", "01-29", "02-12", "05-31", "10-06", "10-29"),
    (2026, "02-16", "02-17", "03-03", "06-19", "09-25", "10-18"),
    (2027, "02-05", "02-06", "02-20", "06-09", "09-15", "10-08"),
    (2028, "01-25", "01-26", "02-09", "05-28", "10-03", "10-26"),
    (2029, "02-12", "02-13", "02-27", "06-16", "09-22", "10-16"),
    (2030, "02-02", "02-03", "02-17", "06-05", "09-12", "10-05"),
]


def day(year: int, written: str) -> LunarDate:
    """The lunar date of a day written as month and day of a solar year."""
    return lunar_date(dt.date.fromisoformat(f"{year}-{written}"))


def is_eve(found: LunarDate) -> bool:
    """Whether it is the last day of its lunar year (除夕)."""
    return found == (found.year, 12, month_length(found.year, 12), False)


@given(solar=st.dates(FIRST_DAY, LAST_DAY))
@example(solar=FIRST_DAY)
@example(solar=LAST_DAY)
@example(solar=dt.date(2025, 7, 25))
def test_solar_days_come_back(solar: dt.date) -> None:
    """Every day of the table has one lunar date, and that leads to the day again."""
    year, month, number, leap = lunar_date(solar)

    assert solar_day(year, month, number, leap=leap) == solar


@given(at=st.sampled_from(MONTHS), number=st.integers(1, 30))
@example(at=(2025, 6, True), number=29)
@example(at=(2025, 12, False), number=30)
def test_lunar_dates_come_back(at: tuple[int, int, bool], number: int) -> None:
    """Each day of each month leads to a solar day and back; the 30th of a short month leads nowhere."""
    year, month, leap = at
    solar = solar_day(year, month, number, leap=leap)

    if number > month_length(year, month, leap=leap):
        assert solar is None
    else:
        assert solar is not None
        assert lunar_date(solar) == LunarDate(year, month, number, leap)


@given(year=st.sampled_from(YEARS), month=st.integers(-1, 14), number=st.integers(-1, 32), leap=st.booleans())
def test_what_a_year_lacks_has_no_day(year: int, month: int, number: int, leap: bool) -> None:
    """No error, but no day either: the caller says which day it was."""
    exists = (year, month, leap) in MONTHS and 1 <= number <= month_length(year, month, leap=leap)

    assert (solar_day(year, month, number, leap=leap) is not None) == exists


def test_no_day_is_left_out() -> None:
    """Behind each day comes the next one of the same month, or the first of another."""
    assert (DAYS[0], DAYS[-1]) == (dt.date(1949, 1, 1), dt.date(2100, 12, 31))
    for today, tomorrow in pairwise(map(lunar_date, DAYS)):
        if tomorrow.day == 1:
            assert today.day == month_length(today.year, today.month, leap=today.leap)
        else:
            assert tomorrow == today._replace(day=today.day + 1)


def test_months_follow_one_another() -> None:
    """Of 29 or 30 days each, over the whole table, and a leap month has the number of the month before it."""
    firsts = [solar_day(year, month, 1, leap=leap) for year, month, leap in MONTHS]
    lengths = [month_length(year, month, leap=leap) for year, month, leap in MONTHS]

    assert (firsts[0], set(lengths)) == (FIRST_DAY, {29, 30})
    assert [(end - first).days for first, end in pairwise(firsts) if first and end] == lengths[:-1]
    assert firsts[-1] == LAST_DAY - dt.timedelta(days=lengths[-1] - 1)


@pytest.mark.parametrize("year", YEARS)
def test_years_are_as_long_as_lunar_years_are(year: int) -> None:
    """353 to 355 days, with a leap month 383 to 385; the first day lies between 21 January and 21 February."""
    first = solar_day(year, 1, 1)
    days = sum(month_length(*at[:2], leap=at[2]) for at in MONTHS if at[0] == year)

    assert first is not None
    assert (1, 21) <= (first.month, first.day) <= (2, 21)
    assert days in ({383, 384, 385} if leap_month(year) else {353, 354, 355})


@pytest.mark.parametrize("year", range(1949, 2101))
def test_months_stand_by_the_solar_terms(year: int) -> None:
    """冬至 is in the eleventh month; a leap month has no principal term (中气): the rules of GB/T 33661-2017."""
    principal = [lunar_date(solar_term_day(term, year)) for term in list(SolarTerm)[1::2]]

    assert principal[-1][:2] == (year, 11)
    assert [found for found in principal if found.leap] == []


def test_seven_leap_months_come_in_nineteen_years() -> None:
    """Those of the years that a reader may remember, and the rare 闰十一月 of 2033."""
    known = {2017: 6, 2020: 4, 2023: 2, 2025: 6, 2028: 5, 2031: 3, 2033: 11, 2036: 6}

    assert {year: leap_month(year) for year in range(2017, 2037) if leap_month(year)} == known
    assert {year for year in YEARS if month_length(year, leap_month(year), leap=True)} == {
        year for year in YEARS if leap_month(year)
    }
    assert solar_day(2033, 11, 1, leap=True) == dt.date(2033, 12, 22)
    assert (month_length(2026, 6, leap=True), solar_day(2026, 6, 1, leap=True)) == (0, None)


@pytest.mark.parametrize("row", FESTIVALS, ids=lambda row: row[0][:4])
def test_festivals_fall_on_their_days(row: tuple[str, ...]) -> None:
    """2024 to 2035."""
    year = int(row[0][:4])
    spring, lantern, boat, sevenths, autumn, ninths, eve = (day(year, written[-5:]) for written in row)

    assert [found[:3] for found in (spring, lantern, boat)] == [(year, 1, 1), (year, 1, 15), (year, 5, 5)]
    assert [found[:3] for found in (sevenths, autumn, ninths)] == [(year, 7, 7), (year, 8, 15), (year, 9, 9)]
    assert not any(found.leap for found in (spring, lantern, boat, sevenths, autumn, ninths, eve))
    assert eve.year == year - 1
    assert is_eve(eve)


@pytest.mark.parametrize("row", SIX_YEARS, ids=lambda row: str(row[0]))
def test_festivals_fall_on_the_days_of_the_fact_sheet(row: tuple[int, str, str, str, str, str, str]) -> None:
    """2025 to 2030."""
    year, *written = row
    eve, *others = (day(year, each) for each in written)

    assert is_eve(eve)
    assert others == [
        (year, month, number, False) for month, number in ((1, 1), (1, 15), (5, 5), (8, 15), (9, 9))
    ]


def test_doubtful_years_take_the_side_that_is_told() -> None:
    """As the docstring of the years says; each is a matter of one month."""
    sides = {2057: (9, dt.date(2057, 9, 29)), 2089: (8, dt.date(2089, 9, 4)), 2097: (7, dt.date(2097, 8, 7))}

    assert sides.keys() == DOUBTFUL_YEARS
    assert {year: (month, solar_day(year, month, 1)) for year, (month, _) in sides.items()} == sides


def test_every_day_is_that_of_borax() -> None:
    """But for 30 days each in 2089 and 2097, where borax begins a month a day later."""
    borax = pytest.importorskip("borax.calendars.lunardate", reason="borax is not installed")

    def of_borax(solar: dt.date) -> LunarDate:
        found = borax.LunarDate.from_solar(solar)
        return LunarDate(found.year, found.month, found.day, bool(found.leap))

    differing = {solar for solar in DAYS if lunar_date(solar) != of_borax(solar)}

    assert differing == {
        first + dt.timedelta(days=ahead)
        for first in (dt.date(2089, 9, 4), dt.date(2097, 8, 7))
        for ahead in range(30)
    }
    assert of_borax(dt.date(2089, 9, 4)) == (2089, 7, 30, False)
    assert of_borax(dt.date(2097, 8, 7)) == (2097, 6, 30, False)


def test_every_month_is_that_of_lunar_python() -> None:
    """First days and lengths; so every day is."""
    lunar_python = pytest.importorskip("lunar_python", reason="lunar_python is not installed")
    theirs = {}
    for year in YEARS:
        for month in lunar_python.LunarYear(year).getMonthsInYear():
            first = lunar_python.Solar.fromJulianDay(month.getFirstJulianDay()).toYmd()
            at = (year, abs(month.getMonth()), month.getMonth() < 0)
            theirs[at] = (dt.date.fromisoformat(first), month.getDayCount())

    ours = {at: (solar_day(*at[:2], 1, leap=at[2]), month_length(*at[:2], leap=at[2])) for at in MONTHS}

    assert ours == theirs


def test_days_here_and_there_are_those_of_lunar_python() -> None:
    """One day in 97, by its own conversion; that is slow."""
    lunar_python = pytest.importorskip("lunar_python", reason="lunar_python is not installed")

    for solar in DAYS[::97]:
        found = lunar_python.Solar.fromYmd(solar.year, solar.month, solar.day).getLunar()
        month = found.getMonth()

        assert lunar_date(solar) == (found.getYear(), abs(month), found.getDay(), month < 0)


@given(at=st.sampled_from(MONTHS), number=st.integers(1, 30))
def test_days_are_worded_each_in_its_own_way(at: tuple[int, int, bool], number: int) -> None:
    """The month, then two signs for the day; 闰 before a leap month."""
    _, month, leap = at
    words = worded_lunar(month, number, leap=leap)

    assert len(words.removeprefix("闰")) == 4
    assert words.startswith("闰") == leap
    assert words.removeprefix("闰")[1] == "月"


@pytest.mark.parametrize(
    ("month", "number", "words"),
    [
        (1, 15, "正月十五"),
        (9, 9, "九月初九"),
        (2, 10, "二月初十"),
        (10, 11, "十月十一"),
        (8, 20, "八月二十"),
        (11, 21, "冬月廿一"),
        (12, 30, "腊月三十"),
    ],
)
def test_words_are_the_usual_ones(month: int, number: int, words: str) -> None:
    """As an almanac prints them."""
    assert worded_lunar(month, number) == words
    assert worded_lunar(month, number, leap=True) == f"闰{words}"


def test_all_words_differ() -> None:
    """720 days, 720 texts."""
    words = {
        worded_lunar(month, number, leap=leap)
        for month in range(1, 13)
        for number in range(1, 31)
        for leap in (False, True)
    }

    assert len(words) == 720


@pytest.mark.parametrize(("month", "number"), [(0, 1), (13, 1), (1, 0), (1, 31)])
def test_what_no_year_has_is_not_worded(month: int, number: int) -> None:
    """Rather than in wrong words."""
    with pytest.raises(ImpossibleValueError, match=f"农历没有 {month} 月 {number} 日"):
        worded_lunar(month, number)


@pytest.mark.parametrize("year", [1947, 2101, 0, -1])
def test_years_outside_are_refused(year: int) -> None:
    """With the years that there are."""
    for ask in (leap_month, lambda asked: month_length(asked, 1), lambda asked: solar_day(asked, 1, 1)):
        with pytest.raises(OutsideAlmanacError) as exc:
            ask(year)

        assert (exc.value.asked, exc.value.first, exc.value.last) == (str(year), 1948, 2100)


@pytest.mark.parametrize("written", ["1900-01-01", "1948-02-09", "2101-01-29", "2102-01-01", "9999-12-31"])
def test_days_outside_are_refused(written: str) -> None:
    """In both languages, and as a value that cannot be."""
    with pytest.raises(OutsideAlmanacError) as exc:
        lunar_date(dt.date.fromisoformat(written))

    assert isinstance(exc.value, InvalidValueError)
    assert exc.value.message("zh") == (
        f"历表中没有 {written}，只有 1948 年至 2100 年；请换一个年份，或者直接写公历日期。"
    )
    assert exc.value.message("en") == (
        f"The almanac has no {written}, only the years 1948 to 2100; choose one of these, or write the solar date itself."
    )
