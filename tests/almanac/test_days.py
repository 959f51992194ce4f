"""On which day something falls each year, and how people write that."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.almanac import (
    FIRST_YEAR,
    LAST_YEAR,
    DayRule,
    FixedDay,
    ListedDays,
    LunarDay,
    NthWeekday,
    OnSolarTerm,
    SolarTerm,
    lunar_date,
    parse_day_rule,
)
from unionkit.errors import InvalidValueError, NotationError

YEARS = st.integers(FIRST_YEAR, LAST_YEAR)
RULES: st.SearchStrategy[DayRule] = st.one_of(
    st.dates().map(lambda day: FixedDay(day.month, day.day)),
    st.builds(LunarDay, st.integers(1, 12), st.sampled_from((*range(1, 31), -1))),
    st.builds(NthWeekday, st.integers(1, 12), st.sampled_from((1, 2, 3, 4, -1)), st.integers(1, 7)),
    st.builds(OnSolarTerm, st.sampled_from(SolarTerm)),
)


@given(rule=RULES)
def test_a_rule_is_read_back_from_its_words(rule: DayRule) -> None:
    """The words that a reason shows are those that a data file takes."""
    assert parse_day_rule(rule.said.zh) == rule


@given(rule=RULES, year=YEARS)
def test_a_rule_gives_days_of_the_year_that_is_asked(rule: DayRule, year: int) -> None:
    """In order; two at most."""
    found = rule.days(year)

    assert all(day.year == year for day in found)
    assert list(found) == sorted(set(found))
    assert len(found) <= 2


@given(rule=st.builds(LunarDay, st.integers(1, 12), st.integers(1, 30)), year=YEARS)
def test_a_lunar_rule_falls_on_its_day_of_the_chinese_calendar(rule: LunarDay, year: int) -> None:
    """In leap months it does not fall again."""
    for day in rule.days(year):
        told = lunar_date(day)
        assert (told.month, told.day, told.leap) == (rule.month, rule.day, False)


@given(
    rule=st.builds(NthWeekday, st.integers(1, 12), st.sampled_from((1, 2, 3, 4, -1)), st.integers(1, 7)),
    year=YEARS,
)
def test_an_nth_weekday_is_the_nth_of_its_month(rule: NthWeekday, year: int) -> None:
    """Counted from the first, or the last one."""
    (day,) = rule.days(year)

    assert (day.month, day.isoweekday()) == (rule.month, rule.weekday)
    if rule.nth > 0:
        assert (day.day - 1) // 7 == rule.nth - 1
    else:
        assert (day + dt.timedelta(days=7)).month != rule.month


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("9月10日", FixedDay(9, 10)),
        ("十月一日", FixedDay(10, 1)),
        ("农历九月初九", LunarDay(9, 9)),
        ("农历腊月最后一天", LunarDay(12, -1)),
        ("5月第二个星期日", NthWeekday(5, 2, 7)),
        ("11月最后一个周五", NthWeekday(11, -1, 5)),
        ("清明", OnSolarTerm(SolarTerm("清明"))),
        ("秋分节气", OnSolarTerm(SolarTerm("秋分"))),
    ],
)
def test_people_write_it_as_they_say_it(text: str, rule: DayRule) -> None:
    """With blanks around it or without."""
    assert parse_day_rule(f" {text} ") == rule


@pytest.mark.parametrize(
    "text", ["", "下雨天", "2026年9月10日", "闰六月初一", "9月", "5月第六个星期日", "每月1日"]
)
def test_what_is_no_day_of_each_year_is_refused(text: str) -> None:
    """With examples of what would be one."""
    with pytest.raises(NotationError, match="农历九月初九"):
        parse_day_rule(text)


@pytest.mark.parametrize(
    "make",
    [
        lambda: FixedDay(2, 30),
        lambda: FixedDay(13, 1),
        lambda: LunarDay(9, 31),
        lambda: LunarDay(9, 0),
        lambda: NthWeekday(5, 5, 7),
        lambda: NthWeekday(5, 2, 8),
    ],
)
def test_impossible_days_cannot_be_built(make) -> None:  # type: ignore[no-untyped-def]
    """In words of ours."""
    with pytest.raises(InvalidValueError) as refused:
        make()
    assert refused.value.message("en") != refused.value.message("zh")


def test_the_29th_of_february_falls_in_leap_years() -> None:
    """And on no other day in the others."""
    assert FixedDay(2, 29).days(2028) == (dt.date(2028, 2, 29),)
    assert FixedDay(2, 29).days(2026) == ()


def test_listed_days_are_known_for_their_years_only() -> None:
    """Whatever the order in which they were listed."""
    eid = ListedDays([dt.date(2027, 3, 10), dt.date(2026, 3, 20)])

    assert eid.days(2026) == (dt.date(2026, 3, 20),)
    assert eid.days(2028) == ()
