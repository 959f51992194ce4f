"""Names, seasons, regions, school years: what the almanac holds, and how others add to it."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.almanac import (
    ALMANAC,
    FIRST_YEAR,
    LAST_YEAR,
    Almanac,
    Festival,
    FixedDay,
    SchoolYear,
    Season,
    Windows,
)
from unionkit.errors import InvalidValueError, OutsideAlmanacError
from unionkit.model import FESTIVALS, SEASONS

YEARS = st.integers(FIRST_YEAR, LAST_YEAR)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


# ---------------------------------------------------------------- names


def test_every_name_of_the_vocabulary_has_its_days() -> None:
    """What the notation reads, the almanac can date; and what it dates, the notation reads."""
    assert {each.name for each in ALMANAC.festivals} == set(FESTIVALS.values())
    assert {each.name for each in ALMANAC.seasons} == set(SEASONS.values())
    for names, find in ((FESTIVALS, ALMANAC.festival), (SEASONS, ALMANAC.season)):
        for name, standing in names.items():
            found = find(name)
            assert found is not None
            assert (found.name, bool(found.en)) == (standing, True)


def test_a_name_nobody_knows_is_none() -> None:
    """No guess."""
    assert ALMANAC.festival("双十一") is None
    assert ALMANAC.season("中秋节") is None


# The usual months of regulations.md, section 13.
MONTHS = {
    "元旦": {1}, "春节": {1, 2}, "元宵节": {2, 3}, "学雷锋日": {3}, "妇女节": {3}, "植树节": {3}, "清明节": {4}, "国家安全教育日": {4}, "世界读书日": {4},
    "劳动节": {5}, "青年节": {5}, "护士节": {5}, "母亲节": {5}, "端午节": {5, 6}, "儿童节": {6}, "父亲节": {6}, "安全生产咨询日": {6}, "建党节": {7}, "建军节": {8},
    "全民健身日": {8}, "医师节": {8}, "七夕节": {7, 8}, "教师节": {9}, "中秋节": {9, 10}, "国庆节": {10}, "重阳节": {10, 11},
    "记者节": {11}, "消防日": {11}, "国家宪法日": {12}, "冬至": {12}, "除夕": {1, 2}, "小年": {1, 2}, "腊八节": {1, 12},
}  # fmt: skip


@given(year=YEARS)
def test_festivals_fall_in_their_months(year: int) -> None:
    """Each once a year, but for 腊八节, which a year may have twice or not at all, and those that are younger."""
    assert set(MONTHS) == {each.name for each in ALMANAC.festivals}
    for festival in ALMANAC.festivals:
        found = festival.days(year)
        assert {each.month for each in found} <= MONTHS[festival.name]
        if festival.name != "腊八节":
            assert len(found) == (festival.since is None or year >= festival.since)


@pytest.mark.parametrize(("name", "days"), [
    ("春节", "2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2033-01-31"),
    ("除夕", "2024-02-09 2025-01-28 2026-02-16 2027-02-05 2028-01-25 2033-01-30"),
    ("元宵节", "2024-02-24 2025-02-12 2026-03-03 2027-02-20 2028-02-09 2034-03-05"),
    ("清明节", "2024-04-04 2025-04-04 2026-04-05 2027-04-05 2028-04-04 2035-04-05"),
    ("端午节", "2024-06-10 2025-05-31 2026-06-19 2027-06-09 2028-05-28 2033-06-01"),
    ("七夕节", "2024-08-10 2025-08-29 2026-08-19 2027-08-08 2028-08-26 2033-08-01"),
    ("中秋节", "2024-09-17 2025-10-06 2026-09-25 2027-09-15 2028-10-03 2031-10-01"),
    ("重阳节", "2024-10-11 2025-10-29 2026-10-18 2027-10-08 2028-10-26 2033-10-01"),
    ("母亲节", "2024-05-12 2025-05-11 2026-05-10 2027-05-09 2028-05-14 2035-05-13"),
])  # fmt: skip
def test_festivals_that_move_fall_on_their_days(name: str, days: str) -> None:
    """As reckoned for 2024 to 2035 from the new moons and the sun."""
    festival = ALMANAC.festival(name)
    assert festival is not None

    assert [festival.days(each.year) for each in map(day, days.split())] == [
        (day(each),) for each in days.split()
    ]


@pytest.mark.parametrize("year", [FIRST_YEAR - 1, LAST_YEAR + 1])
def test_years_outside_the_table_are_refused(year: int) -> None:
    """Also for what falls on the same day each year."""
    for festival in ALMANAC.festivals:
        with pytest.raises(OutsideAlmanacError, match=str(year)):
            festival.days(year)


def test_half_days_off_are_known() -> None:
    """Who has them, by the law on days off."""
    assert {each.name: each.half_day for each in ALMANAC.festivals if each.half_day} == {
        "妇女节": "妇女",
        "青年节": "14 周岁以上的青年",
        "建军节": "现役军人",
    }


def test_festivals_of_a_stretch_come_by_day() -> None:
    """For a calendar beside the plan's."""
    found = ALMANAC.festivals_between(day("2026-09-01"), day("2026-10-31"))

    assert [(each.isoformat(), festival.name) for each, festival in found] == [
        ("2026-09-10", "教师节"),
        ("2026-09-25", "中秋节"),
        ("2026-10-01", "国庆节"),
        ("2026-10-18", "重阳节"),
    ]
    assert ALMANAC.festivals_between(day("2101-01-01"), day("2101-12-31")) == []


# ---------------------------------------------------------------- school years


@given(year=st.integers(FIRST_YEAR, LAST_YEAR - 1))
def test_the_default_school_year_is_whole_and_says_that_it_is_one(year: int) -> None:
    """春节 lies in the winter holiday, and terms last for months."""
    told = ALMANAC.school_year(year)
    new_year = ALMANAC.festival("春节")
    assert told is not None
    assert new_year is not None

    assert told.usual
    assert told.autumn_to < new_year.days(year + 1)[0] < told.spring_from
    assert 110 <= (told.autumn_to - told.autumn_from).days <= 170
    assert 110 <= (told.spring_to - told.spring_from).days <= 180
    assert (told.spring_from.weekday(), told.autumn_to.weekday()) == (calendar.MONDAY, calendar.FRIDAY)


def test_there_is_no_school_year_outside_the_table() -> None:
    """And no exception."""
    assert ALMANAC.school_year(FIRST_YEAR - 1) is None
    assert ALMANAC.school_year(LAST_YEAR) is None


def school_year(region: str = "", autumn: str = "2026-09-01") -> SchoolYear:
    return SchoolYear(
        year=2026,
        region=region,
        autumn_from=day(autumn),
        autumn_to=day("2027-01-22"),
        spring_from=day("2027-02-22"),
        spring_to=day("2027-07-02"),
    )


def test_the_nearest_region_counts_and_what_was_told_last() -> None:
    """A city has its own terms within its province."""
    almanac = Almanac(
        school_years=[school_year("山东省济南市", "2026-09-02"), school_year("山东省", "2026-08-31")]
    )
    again = almanac | Almanac(school_years=[school_year("山东省", "2026-08-30")])

    def begins(almanac: Almanac, region: str) -> str:
        told = almanac.for_region(region).school_year(2026)
        assert told is not None
        return told.autumn_from.isoformat()

    assert begins(almanac, "山东省济南市") == "2026-09-02"
    assert begins(almanac, "山东省青岛市") == "2026-08-31"
    assert begins(again, "山东省青岛市") == "2026-08-30"
    assert begins(almanac, "河南省") == "2026-09-01"
    assert begins(almanac, "") == "2026-09-01"


# ---------------------------------------------------------------- adding


def test_the_right_one_of_two_almanacs_counts() -> None:
    """And what it does not tell stays."""
    mine = Almanac(
        festivals=[Festival(name="教师节", rule=FixedDay(9, 11))],
        seasons=[Season(name="质量月", first=FixedDay(9, 1), last=FixedDay(9, 30))],
    )
    both = ALMANAC | mine
    festival = both.festival("教师节")
    assert festival is not None

    assert festival.days(2026) == (day("2026-09-11"),)
    assert both.season("质量月") is not None
    assert both.festival("中秋节") == ALMANAC.festival("中秋节")
    assert both.chosen_windows == ALMANAC.chosen_windows
    assert (both | Almanac(windows=Windows(before=3))).chosen_windows.before == 3
    assert both.holidays.status(2026) is ALMANAC.holidays.status(2026)


def test_a_festival_of_a_region_counts_there_only() -> None:
    """三月三 is kept in 广西."""
    almanac = ALMANAC | Almanac(
        festivals=[
            Festival(name="三月三", rule=FixedDay(4, 1), region="广西壮族自治区", aliases="三月三歌圩")
        ]
    )

    assert almanac.festival("三月三") is None
    assert almanac.for_region("广西壮族自治区南宁市").festival("三月三歌圩") is not None
    with pytest.raises(TypeError):
        almanac | {}  # type: ignore[operator]


@pytest.mark.parametrize(
    "make",
    [
        lambda: Festival(name=" ", rule=FixedDay(1, 1)),
        lambda: Festival(name="校庆", rule=FixedDay(1, 1), aliases=[""]),
        lambda: Season(name="季"),
        lambda: Season(name="季", first=FixedDay(1, 1)),
        lambda: Season(name="季", first=FixedDay(1, 1), last=FixedDay(2, 1), festivals=[["元旦"]]),
        lambda: school_year(autumn="2027-02-01"),
        lambda: school_year(autumn="2025-09-01"),
        lambda: Windows(before=0),
        lambda: Windows(around=61),
        lambda: Windows(after=True),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_both_languages(make) -> None:  # type: ignore[no-untyped-def]
    """Where it is built."""
    with pytest.raises(InvalidValueError) as refused:
        make()
    assert refused.value.message("en") != refused.value.message("zh")
