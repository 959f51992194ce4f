"""What other programs' parsers make of the files: a strict one, and those of two calendar programs."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_ics
from unionkit import Kit
from unionkit.document import Scope
from unionkit.model import Activity, Period, Plan, parse_schedule
from unionkit.renderers import Renderer
from unionkit.testing import plans
from unionkit_ics import ICS, ICS_FESTIVALS

from .reading import read

HERE = Path(__file__).parent
Found = list[tuple[str, str, dt.date, dt.date]]
"""Of each event: its UID, its summary, its first day, and the day after its last."""


def by_icalendar(text: str) -> Found:
    """The library that wrote it."""
    from icalendar import Calendar

    calendar = Calendar.from_ical(text)
    calendar.validate()
    assert not calendar.errors
    return [(str(each.uid), str(each["SUMMARY"]), each.start, each.end) for each in calendar.events]


def by_ical(text: str) -> Found:
    """Strict, with types; the calendar of Home Assistant."""
    from ical.calendar_stream import CalendarStream

    (calendar,) = CalendarStream.from_ics(text).calendars
    return [(each.uid, each.summary, each.dtstart, each.dtend) for each in calendar.events]


def by_vobject(text: str) -> Found:
    """Radicale and other CalDAV programs."""
    import vobject

    calendar = vobject.readOne(text)
    assert calendar.validate(raiseException=True)
    return [
        (each.uid.value, each.summary.value, each.dtstart.value, each.dtend.value)
        for each in calendar.contents.get("vevent", ())
    ]


def by_ics(text: str) -> Found:
    """ics.py, of many scripts; its events are a set."""
    import ics

    return sorted(
        (each.uid, each.name, each.begin.date(), each.end.date()) for each in ics.Calendar(text).events
    )


PARSERS: dict[str, Callable[[str], Found]] = {
    "icalendar": by_icalendar,
    "ical": by_ical,
    "vobject": by_vobject,
    "ics": by_ics,
}


def expected(data: bytes) -> Found:
    return [
        (event["UID"], event["SUMMARY"], event.start, event.last + dt.timedelta(days=1))
        for event in read(data).events
    ]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("renderer", [ICS, ICS_FESTIVALS], ids=lambda renderer: renderer.name)
def test_every_plan_is_read_as_it_was_meant(parser: str, renderer: Renderer) -> None:
    """Each event with its UID, title and days."""

    @settings(max_examples=20, deadline=None)
    @given(plan=plans(), period=st.builds(Period, year=st.integers(1949, 2100)) | st.just(Period()))
    def check(plan: Plan, period: Period) -> None:
        if renderer is ICS_FESTIVALS:  # of a span of decades there are thousands
            plan = attrs.evolve(plan, period=period)
        data = renderer.render_plan(Scope(plan=plan)).data
        found = PARSERS[parser](data.decode())
        assert sorted(found) == sorted(expected(data))

    check()


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("text", ["一,二;三:四", "👩🏽‍🏫" * 60, "长" * 10_000, "C:\\Windows", "BEGIN:VEVENT"])
def test_odd_titles_are_read_whole(parser, text):
    item = Activity(title=text, when=parse_schedule("9月10日"), place=text, owner=text)
    data = ICS.render_plan(Scope(plan=Plan(content=[item], period=Period(year=2026), title=text))).data

    assert PARSERS[parser](data.decode()) == expected(data)


@pytest.mark.parametrize("parser", PARSERS)
def test_an_empty_calendar_is_read(parser):
    assert PARSERS[parser](ICS.render_plan(Scope(plan=Plan())).data.decode()) == []


def test_the_strict_parser_understands_all_of_it():
    """Reminders as spans before the day, the description with its lines, the place, and whether the day is taken."""
    from ical.calendar_stream import CalendarStream

    kit = Kit(discover=False, plugins=[unionkit_ics], strict=True)
    text = kit.rendered(kit.load(HERE / "golden.yaml"), "ics").data.decode()
    (calendar,) = CalendarStream.from_ics(text).calendars
    events = {event.summary: event for event in calendar.events}
    talk, due = events["教师节座谈会"], events["截止：新会员培训"]

    assert talk.location == "图书馆, 二楼"
    assert talk.categories == ["会议"]
    assert "责任部门：办公室" in talk.description.splitlines()
    assert talk.dtstamp == dt.datetime(2026, 7, 1, tzinfo=dt.UTC)
    assert [alarm.trigger for alarm in due.alarm] == [
        dt.timedelta(days=-7, hours=9),
        dt.timedelta(days=-1, hours=9),
    ]


def test_reminders_ring_at_nine_seven_days_and_one_day_before():
    """As the library reckons them in the time zone of who looks."""
    from icalendar import Alarms, Calendar

    kit = Kit(discover=False, plugins=[unionkit_ics], strict=True)
    plan = Plan(content=[Activity(title="上报", due=dt.date(2026, 9, 30))])
    (event,) = Calendar.from_ical(kit.rendered(plan, "ics").data).events
    alarms = Alarms(event)
    alarms.set_local_timezone("Asia/Shanghai")

    assert [f"{each.trigger:%m-%d %H:%M}" for each in alarms.times] == ["09-23 09:00", "09-29 09:00"]


def test_the_parser_of_a_server_writes_it_again_unchanged():
    """What a CalDAV program stores and hands out is what was put in. (It folds lines by a count of its own.)"""
    import vobject

    kit = Kit(discover=False, plugins=[unionkit_ics], strict=True)
    data = kit.rendered(kit.load(HERE / "golden.yaml"), "ics").data
    again = io.StringIO()
    vobject.readOne(data.decode()).serialize(again)

    assert by_icalendar(again.getvalue()) == expected(data)
