"""The second calendar: festivals, days off and make-up working days."""

from __future__ import annotations

import datetime as dt

import pytest

import unionkit_ics
from unionkit import Kit
from unionkit.almanac import Almanac, Festival, FixedDay, HolidayRun, HolidayYear
from unionkit.model import Activity, Organization, Period, Plan, parse_schedule

from .reading import Component, read


def festivals(period: Period, *, region: str = "", **told: object) -> Component:
    """The festivals of a period."""
    kit = Kit(discover=False, plugins=[unionkit_ics], strict=True, **told)
    plan = Plan(period=period, organization=Organization(region=region))
    return read(kit.rendered(plan, "ics-festivals").data)


def table(found: Component) -> list[str]:
    """A line for each event."""
    return [
        f"{event.start:%m-%d}{'' if event.start == event.last else f'…{event.last:%m-%d}'} {event['SUMMARY']}"
        for event in found.events
    ]


def test_a_quarter_with_its_festivals_days_off_and_make_up_days():
    """The notice of the year is known."""
    found = festivals(Period(year=2026, quarter=4))

    assert table(found) == [
        "10-01 国庆节",
        "10-01…10-07 国庆节放假",
        "10-10 调休上班",
        "10-18 重阳节",
        "11-08 记者节",
        "11-09 消防日",
        "12-04 国家宪法日",
        "12-22 冬至",
    ]
    assert {event["TRANSP"] for event in found.events} == {"TRANSPARENT"}
    assert {event.get("CATEGORIES") for event in found.events} == {"节日纪念日", "放假", "调休上班"}
    run = found.events[1]
    assert run["STATUS"] == "CONFIRMED"
    assert run["DESCRIPTION"] == "依据：国办发明电〔2025〕7号"
    assert found["NAME"] == "2026年第四季度节日与放假"


def test_what_was_not_announced_says_so():
    """The days that the law names, and no make-up days."""
    found = festivals(Period(year=2033, quarter=4))
    run = next(event for event in found.events if "放假" in event["SUMMARY"])

    assert run["SUMMARY"] == "国庆节放假（待公布）"
    assert run["STATUS"] == "TENTATIVE"
    assert "历书没有这一年的放假安排" in run["DESCRIPTION"]
    assert "调休上班" not in {event["CATEGORIES"] for event in found.events}


def test_the_days_off_keep_their_uid_when_they_are_announced():
    """What the law named before, the notice names now, in another order and from another day."""
    period = Period(year=2031, quarter=4)
    run = HolidayRun(names=["中秋节", "国庆节"], first=dt.date(2031, 9, 30), last=dt.date(2031, 10, 7))
    notice = HolidayYear(
        year=2031, runs=[run], workdays=[dt.date(2031, 10, 11)], source="test", note="有调整"
    )
    before, after = (
        {event["SUMMARY"]: event for event in festivals(period, almanac=almanac).events}
        for almanac in (None, Almanac(holiday_years=[notice]))
    )

    assert before["国庆节、中秋节放假（待公布）"]["UID"] == after["中秋节、国庆节放假"]["UID"]
    assert after["中秋节、国庆节放假"].start == dt.date(2031, 9, 30)
    assert after["中秋节、国庆节放假"]["DESCRIPTION"] == "已公布的放假安排。\n有调整"
    assert after["调休上班"].start == dt.date(2031, 10, 11)


def test_nothing_of_the_plan_is_in_it():
    """It can be given to anyone."""
    kit = Kit(discover=False, plugins=[unionkit_ics], strict=True)
    item = Activity(title="座谈会", when=parse_schedule("9月10日"))
    plan = Plan(title="内部计划", content=[item], period=Period(year=2026, half=2), signature="某工会")
    data = kit.rendered(plan, "ics-festivals").data.decode().replace("\r\n ", "")

    assert not any(word in data for word in ("座谈会", "内部计划", "某工会"))


def test_the_period_is_widened_to_whole_months():
    """Days off that begin or end outside are shown whole."""
    span = Period(first=dt.date(2026, 2, 20), last=dt.date(2026, 2, 21))
    found = festivals(span)

    assert [(event.start, event.last) for event in found.events if event["SUMMARY"] == "春节放假"] == [
        (dt.date(2026, 2, 15), dt.date(2026, 2, 23))
    ]
    assert {event["SUMMARY"] for event in found.events} >= {"小年", "除夕", "春节", "调休上班"}


def test_days_off_that_begin_in_the_december_before_are_there():
    """元旦 of the next year, where its days off begin in December."""
    notice = HolidayYear(
        year=2034,
        runs=[HolidayRun(names=["元旦"], first=dt.date(2033, 12, 30), last=dt.date(2034, 1, 1))],
        source="test",
    )
    found = festivals(Period(year=2033, quarter=4), almanac=Almanac(holiday_years=[notice]))

    assert table(found)[-1] == "12-30…01-01 元旦放假"


def test_festivals_of_the_region_are_there():
    """And not those of others."""
    ours = Festival(name="泼水节", rule=FixedDay(4, 14), region="云南省", en="Water Festival")
    period, almanac = Period(year=2026, quarter=2), Almanac(festivals=[ours])

    assert "04-14 泼水节" in table(festivals(period, region="云南省", almanac=almanac))
    assert "04-14 泼水节" not in table(festivals(period, region="山东省", almanac=almanac))


def test_half_a_day_off_is_told():
    found = festivals(Period(year=2026, quarter=1))

    assert (
        next(event for event in found.events if event["SUMMARY"] == "妇女节")["DESCRIPTION"]
        == "妇女放假半天。"
    )


def test_in_english():
    """Names too, as far as the almanac has them."""
    found = festivals(Period(year=2026, quarter=4), lang="en")

    assert table(found)[:3] == [
        "10-01 National Day",
        "10-01…10-07 Days off: National Day",
        "10-10 Make-up working day",
    ]
    assert found["NAME"] == "Festivals and days off, 2026-10-01 to 2026-12-31"


@pytest.mark.parametrize("year", [1949, 2100])
def test_the_first_and_the_last_year_are_printed(year):
    """Whatever the almanac knows of them."""
    for term in (1, 2):
        festivals(Period(year=year, term=term))
