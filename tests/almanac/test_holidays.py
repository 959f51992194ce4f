"""Public holidays and make-up working days: what was announced, what the law says, and what nobody can know yet."""

from __future__ import annotations

import datetime as dt
import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit import errors
from unionkit.almanac._announced import BUILT_IN
from unionkit.almanac._holidays import (
    DayKind,
    HolidayRun,
    Holidays,
    HolidayStatus,
    HolidayYear,
    statutory_holidays,
)
from unionkit.almanac._statutory import VERSIONS, statutory_days
from unionkit.model import FESTIVALS

HOLIDAYS = Holidays(BUILT_IN)
BY_LAW = Holidays()
FIRST, LAST = BUILT_IN[0].year, BUILT_IN[-1].year
ANNOUNCED_YEARS = [row.year for row in BUILT_IN]

DAYS = st.dates()
ANNOUNCED_DAYS = st.dates(dt.date(FIRST, 1, 1), dt.date(LAST, 12, 31))
YEARS = st.integers(-(10**6), 10**6) | st.integers(1940, 2110)


def days_of(year: int) -> list[dt.date]:
    """All days of a calendar year."""
    return [
        dt.date.fromordinal(n)
        for n in range(dt.date(year, 1, 1).toordinal(), dt.date(year + 1, 1, 1).toordinal())
    ]


def run(names: str, first: dt.date, last: dt.date) -> HolidayRun:
    """A run, written short."""
    return HolidayRun(names=names.split("、"), first=first, last=last)


NATIONAL_DAY_2030 = run("国庆节", dt.date(2030, 10, 1), dt.date(2030, 10, 7))


# --- properties


@given(year=YEARS)
def test_no_year_raises(year):
    """Any whole number may be asked for."""
    status = HOLIDAYS.status(year)

    assert (HOLIDAYS.of_year(year) is not None) == (status is HolidayStatus.ANNOUNCED)
    assert bool(HOLIDAYS.runs(year)) == (status is not HolidayStatus.UNKNOWN)
    assert (HOLIDAYS.run_of("国庆", year) is None) == (status is HolidayStatus.UNKNOWN)
    assert bool(statutory_holidays(year)) == (1950 <= year <= 2100)


@given(day=DAYS)
def test_every_day_has_a_kind(day):
    """From year 1 to 9999; a holiday may fall on any weekday, a workday on none of a weekend."""
    kind = HOLIDAYS.kind(day)

    assert kind is DayKind.HOLIDAY or (day.weekday() >= 5) == (kind in (DayKind.WEEKEND, DayKind.MAKE_UP))
    assert HOLIDAYS.is_working(day) == (kind in (DayKind.WORKDAY, DayKind.MAKE_UP))


@given(day=ANNOUNCED_DAYS)
def test_announced_days_are_what_the_notice_says(day):
    """A holiday lies in a run of its year's notice or the next one's; make-up days stand in them too."""
    rows = [row for row in BUILT_IN if row.year in (day.year, day.year + 1)]
    off = any(day in run for row in rows for run in row.runs)
    worked = any(day in row.workdays for row in rows)

    assert (HOLIDAYS.kind(day) is DayKind.HOLIDAY) == off
    assert (HOLIDAYS.kind(day) is DayKind.MAKE_UP) == worked
    assert HOLIDAYS.is_certain(day) or day >= dt.date(LAST, 12, 28)


@given(day=st.dates(dt.date(LAST + 1, 1, 1), dt.date(2100, 12, 31)))
def test_only_the_law_is_certain_of_a_year_that_nobody_announced(day):
    """No swap is invented: a day is off by law or by its weekday, and only the former is certain."""
    kind = HOLIDAYS.kind(day)
    by_law = any(day in run for run in statutory_holidays(day.year))

    assert (kind is DayKind.HOLIDAY) == by_law == HOLIDAYS.is_certain(day)
    assert kind is not DayKind.MAKE_UP


@given(year=st.integers(1950, 2100))
def test_runs_of_the_law_are_sorted_and_apart(year):
    """Festivals whose days meet are one run, so no two runs touch, and no festival is lost."""
    runs = statutory_holidays(year)

    assert all((two.first - one.last).days > 1 for one, two in pairwise(runs))
    assert sorted(name for run in runs for name in run.names) == sorted(
        name for name, *_ in statutory_days(year)
    )


# --- the announced years, against others who read the notices


# chinesecalendar 1.11.0 has no make-up day in December 2005; the notice for 2006 (国办发明电〔2005〕35号) has this Saturday
# worked, and holidays 0.109 knows it too.
WORKED_BY_THE_NOTICE = dt.date(2005, 12, 31)


def test_days_agree_with_chinesecalendar():
    """Every day of every announced year but one is worked, or not, as chinesecalendar says."""
    chinese_calendar = pytest.importorskip("chinese_calendar")

    differing = [
        day
        for year in ANNOUNCED_YEARS
        for day in days_of(year)
        if HOLIDAYS.is_working(day) != chinese_calendar.is_workday(day)
    ]

    assert differing == [WORKED_BY_THE_NOTICE]


def test_make_up_days_agree_with_chinesecalendar():
    """The weekend days that are worked are the same, with the same exception."""
    constants = pytest.importorskip("chinese_calendar.constants")

    ours = {day for row in BUILT_IN for day in row.workdays}

    assert ours ^ set(constants.workdays) == {WORKED_BY_THE_NOTICE}


def test_days_agree_with_holidays():
    """
    Every day of every announced year is off, or made up for, as `holidays` says.

    Its category `public` has the days off of a notice on weekdays, and of the weekends only the days of the law; the half
    days for some (category `half_day`) are no days off. Where a day off was swapped, its name tells for which day.
    """
    holidays = pytest.importorskip("holidays")
    theirs = holidays.country_holidays("CN", years=[*ANNOUNCED_YEARS, LAST + 1], categories=("public",))
    days = [day for year in ANNOUNCED_YEARS for day in days_of(year)]

    off = [day for day in days if day.weekday() < 5 and HOLIDAYS.kind(day) is DayKind.HOLIDAY]
    worked = [day for day in days if HOLIDAYS.kind(day) is DayKind.MAKE_UP]

    assert off == [day for day in days if day.weekday() < 5 and day in theirs]
    assert all(HOLIDAYS.kind(day) is DayKind.HOLIDAY for day in days if day in theirs)
    assert worked == [day for day in days if day.weekday() >= 5 and theirs.is_working_day(day)]


@pytest.mark.parametrize("row", BUILT_IN, ids=lambda row: str(row.year))
def test_every_notice_gives_the_days_of_the_law(row):
    """No notice takes away a day that the law gives, and each names the festivals of the law."""
    named = [name for run in row.runs for name in run.names]

    assert all(
        any(day in run for run in row.runs) for by_law in statutory_holidays(row.year) for day in by_law.days
    )
    assert {name for by_law in statutory_holidays(row.year) for name in by_law.names} <= set(named)
    assert len(set(named)) == len(named)
    assert set(named) - {"抗战胜利纪念日"} <= set(FESTIVALS.values())


@pytest.mark.parametrize("row", BUILT_IN, ids=lambda row: str(row.year))
def test_every_row_says_where_it_is_from(row):
    """Number and source are there; a day of signing falls before the year it is about."""
    assert row.notice.startswith(f"国办发明电〔{row.year - 1}〕")
    assert row.source
    assert row.issued is None or row.issued.year == row.year - 1


def test_built_in_years_follow_one_another():
    """No year is missing between the first and the last, and each is there once."""
    assert list(range(2004, 2027)) == ANNOUNCED_YEARS


# --- examples that a reader should see


def test_2026_as_announced():
    """The notice of 4 November 2025: seven festivals, six weekend days worked."""
    row = HOLIDAYS.of_year(2026)

    assert row is not None
    assert (row.notice, row.issued) == ("国办发明电〔2025〕7号", dt.date(2025, 11, 4))
    assert HOLIDAYS.status(2026) is HolidayStatus.ANNOUNCED
    assert HOLIDAYS.run_of("春节", 2026) == run("春节", dt.date(2026, 2, 15), dt.date(2026, 2, 23))
    assert [HOLIDAYS.kind(dt.date(2026, 2, day)) for day in (13, 14, 15, 24, 28)] == [
        DayKind.WORKDAY,
        DayKind.MAKE_UP,
        DayKind.HOLIDAY,
        DayKind.WORKDAY,
        DayKind.MAKE_UP,
    ]


def test_2027_shows_what_the_law_names_and_no_more():
    """Not announced yet: thirteen days by law, no day made up for."""
    runs = [(run.names, f"{run.first:%m-%d}", f"{run.last:%m-%d}") for run in HOLIDAYS.runs(2027)]

    assert HOLIDAYS.status(2027) is HolidayStatus.STATUTORY
    assert HOLIDAYS.of_year(2027) is None
    assert runs == [
        (("元旦",), "01-01", "01-01"),
        (("春节",), "02-05", "02-08"),
        (("清明节",), "04-05", "04-05"),
        (("劳动节",), "05-01", "05-02"),
        (("端午节",), "06-09", "06-09"),
        (("中秋节",), "09-15", "09-15"),
        (("国庆节",), "10-01", "10-03"),
    ]
    assert sum(HOLIDAYS.kind(day) is DayKind.HOLIDAY for day in days_of(2027)) == 13


def test_unknown_years_know_only_the_weekday():
    """Outside 1950 to 2100 nothing is certain."""
    day = dt.date(1949, 10, 1)

    assert [HOLIDAYS.status(year) for year in (1949, 1950, 2100, 2101)] == [
        HolidayStatus.UNKNOWN,
        HolidayStatus.STATUTORY,
        HolidayStatus.STATUTORY,
        HolidayStatus.UNKNOWN,
    ]
    assert HOLIDAYS.kind(day) is DayKind.WEEKEND
    assert not Holidays().is_certain(day)
    assert list(statutory_days(day.year)) == []


@pytest.mark.parametrize(
    ("year", "count"),
    [(1950, 7), (1998, 7), (1999, 8), (2000, 10), (2007, 10), (2008, 11), (2013, 11), (2014, 11), (2024, 11), (2025, 13), (2100, 13)],
)  # fmt: skip
def test_days_of_the_law_by_version(year, count):
    """7, 10, 11, 11 and 13 days; in 1999 the new version came between 劳动节 (one day) and 国庆节 (three)."""
    assert sum(len(run.days) for run in statutory_holidays(year)) == count


def test_new_years_eve_by_version():
    """除夕 was off by law from 2008 to 2013, and is again from 2025."""
    starts = [BY_LAW.run_of("春节", year).first for year in (2007, 2008, 2013, 2014, 2024, 2025)]

    assert [f"{day:%Y-%m-%d}" for day in starts] == [
        "2007-02-18",
        "2008-02-06",
        "2013-02-09",
        "2014-01-31",
        "2024-02-10",
        "2025-01-28",
    ]


def test_versions_follow_one_another():
    """Each version came into force after the one before, and not before it was signed."""
    assert [version.since for version in VERSIONS] == sorted({version.since for version in VERSIONS})
    assert all(version.issued <= version.since for version in VERSIONS)
    assert all(version.source.startswith("confirmed") for version in VERSIONS)


@pytest.mark.parametrize(
    ("year", "names", "first", "last"),
    [
        (2031, ("国庆节", "中秋节"), dt.date(2031, 10, 1), dt.date(2031, 10, 3)),  # on the same day
        (2028, ("国庆节", "中秋节"), dt.date(2028, 10, 1), dt.date(2028, 10, 3)),  # on the last day
        (2036, ("国庆节", "中秋节"), dt.date(2036, 10, 1), dt.date(2036, 10, 4)),  # on the day after
    ],
)
def test_mid_autumn_within_national_day(year, names, first, last):
    """Where both festivals meet, they are one run, found by either name."""
    expected = HolidayRun(names=names, first=first, last=last)

    assert HOLIDAYS.run_of("国庆节", year) == HOLIDAYS.run_of("中秋节", year) == expected


def test_mid_autumn_beside_national_day():
    """In 2025 中秋 fell on 6 October: by law apart, by the notice one run of eight days."""
    by_law = [(run.names, run.first.day) for run in statutory_holidays(2025) if run.first.month == 10]

    assert by_law == [(("国庆节",), 1), (("中秋节",), 6)]
    assert HOLIDAYS.run_of("中秋", 2025) == run("国庆节、中秋节", dt.date(2025, 10, 1), dt.date(2025, 10, 8))


def test_new_year_may_begin_in_the_year_before():
    """The notice for 2023 gave 31 December 2022 off, that for 2019 had 29 December 2018 worked; that for 2024 neither."""
    assert HOLIDAYS.kind(dt.date(2022, 12, 31)) is DayKind.HOLIDAY
    assert HOLIDAYS.kind(dt.date(2018, 12, 29)) is DayKind.MAKE_UP
    assert HOLIDAYS.kind(dt.date(2018, 12, 31)) is DayKind.HOLIDAY
    assert HOLIDAYS.kind(dt.date(2023, 12, 31)) is DayKind.WEEKEND
    assert HOLIDAYS.run_of("元旦", 2023) == run("元旦", dt.date(2022, 12, 31), dt.date(2023, 1, 2))


def test_the_last_days_of_the_last_announced_year_are_open():
    """28 to 31 December belong to the next notice as well."""
    certain = [HOLIDAYS.is_certain(dt.date(2026, 12, day)) for day in range(26, 32)]

    assert certain == [True, True, False, False, False, False]
    assert HOLIDAYS.is_certain(dt.date(2025, 12, 31))


def test_a_day_named_by_the_next_notice_is_certain():
    """Even if the notice of its own year is not known."""
    row = HolidayYear(
        year=2030,
        runs=[run("元旦", dt.date(2029, 12, 30), dt.date(2030, 1, 1)), NATIONAL_DAY_2030],
        workdays=[dt.date(2029, 12, 29)],
        source="invented",
    )
    holidays = Holidays([row])

    assert [holidays.kind(dt.date(2029, 12, day)) for day in (28, 29, 30)] == [
        DayKind.WORKDAY,
        DayKind.MAKE_UP,
        DayKind.HOLIDAY,
    ]
    assert [holidays.is_certain(dt.date(2029, 12, day)) for day in (28, 29, 30)] == [False, True, True]
    assert holidays.status(2029) is HolidayStatus.STATUTORY


def test_a_later_row_replaces_an_earlier_one():
    """A pack may correct a year; the notice then stands for the whole of it."""
    row = HolidayYear(
        year=2026, runs=[run("国庆节", dt.date(2026, 10, 1), dt.date(2026, 10, 3))], source="ours"
    )
    holidays = Holidays([*BUILT_IN, row])

    assert holidays.of_year(2026) is row
    assert holidays.kind(dt.date(2026, 5, 1)) is DayKind.WORKDAY
    assert len(holidays.years) == len(BUILT_IN)


def test_holidays_are_values():
    """Equal by the years they know, and they survive pickling."""
    known = Holidays(BUILT_IN[-1:])

    assert pickle.loads(pickle.dumps(known)) == known == Holidays(known.years)
    assert hash(known) == hash(Holidays(known.years))
    assert known != Holidays()
    assert known != BUILT_IN
    assert repr(known) == "<Holidays: 2026>"
    assert repr(Holidays()) == "<Holidays: no year announced>"


def test_a_datetime_is_taken_as_its_day():
    """A datetime is a date; it must not miss the table."""
    assert HOLIDAYS.kind(dt.datetime(2026, 10, 1, 12, tzinfo=dt.UTC)) is DayKind.HOLIDAY


# --- what cannot be built


def test_names_are_converted_to_standing_names():
    """A row may call a festival by any name that plans use."""
    assert HolidayRun(
        names=["十一", "中秋"], first=dt.date(2031, 10, 1), last=dt.date(2031, 10, 3)
    ).names == (
        "国庆节",
        "中秋节",
    )


@pytest.mark.parametrize(
    ("names", "first", "last", "error"),
    [
        (["国庆节"], dt.date(2030, 10, 3), dt.date(2030, 10, 1), errors.ImpossibleValueError),
        ([], dt.date(2030, 10, 1), dt.date(2030, 10, 1), errors.ImpossibleValueError),
        ([" "], dt.date(2030, 10, 1), dt.date(2030, 10, 1), errors.WrongTypeError),
        ([10], dt.date(2030, 10, 1), dt.date(2030, 10, 1), errors.WrongTypeError),
        ("国庆节", dt.date(2030, 10, 1), dt.date(2030, 10, 1), errors.WrongTypeError),
        (["国庆节"], "2030-10-01", dt.date(2030, 10, 1), errors.WrongTypeError),
        (["国庆节"], dt.date(2030, 10, 1), dt.datetime(2030, 10, 1, tzinfo=dt.UTC), errors.WrongTypeError),
        (["国庆节"], dt.date(2030, 10, 1), None, errors.WrongTypeError),
    ],
)
def test_impossible_runs(names, first, last, error):
    """Days in the wrong order, no festival, or values of another kind."""
    with pytest.raises(error):
        HolidayRun(names=names, first=first, last=last)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"year": 1949}, "年份 1949 不在"),
        ({"year": 2101}, "年份 2101 不在"),
        ({"year": 2029}, "不属于 2029 年"),
        ({"runs": [run("国庆节", dt.date(2029, 12, 31), dt.date(2030, 1, 1))]}, "不属于 2030 年"),
        ({"runs": [run("元旦", dt.date(2029, 11, 30), dt.date(2030, 1, 1))]}, "不属于 2030 年"),
        ({"runs": [run("元旦", dt.date(2029, 12, 30), dt.date(2029, 12, 31))]}, "不属于 2030 年"),
        ({"runs": [run("国庆节", dt.date(2030, 12, 31), dt.date(2031, 1, 1))]}, "不属于 2030 年"),
        (
            {"runs": [NATIONAL_DAY_2030, run("中秋节", dt.date(2030, 10, 7), dt.date(2030, 10, 8))]},
            "假期重叠",
        ),
        ({"workdays": [dt.date(2030, 10, 9)]}, "不是星期六或星期日"),
        ({"workdays": [dt.date(2030, 10, 5)]}, "又在假期中"),
        ({"workdays": [dt.date(2031, 1, 4)]}, "不属于 2030 年"),
        ({"workdays": [dt.date(2029, 11, 24)]}, "不属于 2030 年"),
        ({"workdays": [dt.date(2030, 10, 12), dt.date(2030, 10, 12)]}, "写了两次"),
    ],
)
def test_impossible_years(change, said):
    """What a notice cannot say is refused, in Chinese."""
    values = {"year": 2030, "runs": [NATIONAL_DAY_2030], "source": "invented"} | change

    with pytest.raises(errors.ImpossibleValueError) as exc:
        HolidayYear(**values)

    assert said in str(exc.value)


@pytest.mark.parametrize(
    "change",
    [
        {"year": "2030"},
        {"year": True},
        {"runs": NATIONAL_DAY_2030},
        {"runs": ["国庆节"]},
        {"workdays": ["2030-10-12"]},
        {"workdays": dt.date(2030, 10, 12)},
        {"issued": "2029-11-01"},
        {"notice": None},
        {"source": 1},
    ],
)
def test_years_of_another_kind(change):
    """Values of another kind are refused as such."""
    values = {"year": 2030, "runs": [NATIONAL_DAY_2030], "source": "invented"} | change

    with pytest.raises(errors.WrongTypeError):
        HolidayYear(**values)


def test_runs_and_workdays_are_sorted():
    """The order in a file does not matter."""
    may = run("劳动节", dt.date(2030, 5, 1), dt.date(2030, 5, 5))
    days = [dt.date(2030, 10, 12), dt.date(2030, 4, 27)]
    row = HolidayYear(year=2030, runs=[NATIONAL_DAY_2030, may], workdays=days, source="invented")

    assert row.runs == (may, NATIONAL_DAY_2030)
    assert row.workdays == (days[1], days[0])
