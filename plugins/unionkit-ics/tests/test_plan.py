"""The calendar of a plan: which events it has, and what they say."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings

import unionkit_ics
from unionkit import Kit, Pack, Plan, hookimpl
from unionkit.almanac import entries
from unionkit.document import Scope, without_private
from unionkit.model import (
    Activity,
    Goal,
    Organization,
    Paragraph,
    Period,
    Quantity,
    Target,
    Term,
    Vocabulary,
    WelfareMeasure,
    parse_schedule,
)
from unionkit.testing import RendererContract, lines, plans
from unionkit_ics import ICS, ICS_FESTIVALS

from .reading import Component, read

HERE = Path(__file__).parent
KIT = Kit(discover=False, plugins=[unionkit_ics], strict=True)
ENGLISH = Kit(discover=False, plugins=[unionkit_ics], strict=True, lang="en")
AUTUMN = Period(year=2026, half=2)
HOSTILE = [
    "一,二;三:四",
    r"a\New\network, \\; \N \n",
    'he said "now"',
    "👩🏽‍🏫🎉" * 40,
    "长" * 10_000,
    "a b" * 60,
    "= ^n ^' %2C &amp; <b>",
    "tab\there",
    "BEGIN:VEVENT",
    "\u202eabc\u200b",
]


class TestIcs(RendererContract):
    renderer = ICS


@pytest.fixture
def few_examples():
    """The period of a plan may be a century, which has thousands of festivals."""
    usual = settings.get_current_profile_name()
    few = min(settings.get_profile(usual).max_examples, 15)
    settings.register_profile("few", settings.get_profile(usual), max_examples=few, deadline=None)
    settings.load_profile("few")
    yield
    settings.load_profile(usual)


@pytest.mark.usefixtures("few_examples")
class TestIcsFestivals(RendererContract):
    renderer = ICS_FESTIVALS


def calendar(*content: object, kit: Kit = KIT, period: Period = AUTUMN, **told: object) -> Component:
    """The calendar of a plan with this content."""
    return read(kit.rendered(Plan(content=content, period=period, **told), "ics").data)


def event(item: object, *, kit: Kit = KIT, period: Period = AUTUMN, **told: object) -> Component:
    """The only event of an item."""
    (found,) = calendar(item, kit=kit, period=period, **told).events
    return found


def activity(when: str, **told: object) -> Activity:
    return Activity(title="联谊会", when=parse_schedule(when), **told)


# ------------------------------------------------------------------ which events there are


@given(plan=plans())
def test_each_occurrence_with_a_day_is_an_event(plan):
    """No more and no less, in the order of the calendar; DTEND is the day after the last."""
    told = [
        (entry.occurrence.start, entry.occurrence.end)
        for entry in entries(plan)
        if entry.occurrence is not None and isinstance(entry.occurrence.start, dt.date)
    ]
    scope = Scope(plan=without_private(plan))

    found = read(ICS.render_plan(scope).data).events

    assert [(each.start, each.last) for each in found] == told


def test_the_file_of_a_plan_is_this_one():
    """All of it, as it stands in `golden.ics` (where git keeps plain line ends)."""
    data = KIT.rendered(KIT.load(HERE / "golden.yaml"), "ics").data

    assert data.replace(b"\r\n", b"\n").decode() == (HERE / "golden.ics").read_text(encoding="utf-8")


def test_what_has_no_day_has_no_event():
    """Free text, a time of each person's own, and nothing said."""
    found = calendar(
        activity("择期"),
        WelfareMeasure(title="生日慰问", when=parse_schedule("生日当天")),
        Activity(title="会"),
        Activity(title="已开展", when=parse_schedule("9月10日"), done=True),
    )

    assert found.events == []


def test_a_plan_without_a_year_has_the_events_whose_year_is_told():
    """Month and day alone are no day."""
    found = calendar(activity("9月10日"), activity("2026年9月11日"), period=Period(half=2))

    assert [each.start for each in found.events] == [dt.date(2026, 9, 11)]


def test_days_outside_of_the_period_are_events():
    """They are real days, and the event says that the plan is about others."""
    found = event(activity("2027年3月8日"))

    assert found.start == dt.date(2027, 3, 8)
    assert "不在计划期内" in found["DESCRIPTION"]


def test_private_items_are_left_out():
    """The Kit prints none, and neither does the renderer of a scope that holds them."""
    plan = Plan(
        period=AUTUMN,
        content=[
            activity("9月10日"),
            Activity(title="看望王老师", when=parse_schedule("9月11日"), private=True),
            Paragraph(
                text="看望李老师。",
                facts=[Activity(title="看望李老师", when=parse_schedule("9月12日"), private=True)],
            ),
        ],
    )

    for data in (KIT.rendered(plan, "ics").data, ICS.render_plan(Scope(plan=plan, private=True)).data):
        assert read(data).summaries == ["联谊会"]
        assert "老师" not in data.decode()


@pytest.mark.parametrize("plan", [Plan(), Plan(period=AUTUMN, title=""), Plan(title="工作计划")])
@pytest.mark.parametrize("form", ["ics", "ics-festivals"])
def test_a_calendar_without_events_is_valid(plan, form):
    """It has at least one component, as RFC 5545 asks: a time zone, which shows nothing."""
    found = read(KIT.rendered(plan, form).data)

    assert found.inner
    assert bool(found.events) is (form == "ics-festivals" and plan.period == AUTUMN)
    assert all(each.name == "VTIMEZONE" for each in found.inner if each.name != "VEVENT")
    assert found["NAME"].strip()


# ------------------------------------------------------------------ what they say


def test_an_exact_day_takes_the_day():
    """With its place, kind and what the plan says of it."""
    found = event(
        activity("9月10日", kind="meeting", place="礼堂", owner="办公室", host="教育局", participants=86)
    )

    assert (found.start, found.last) == (dt.date(2026, 9, 10), dt.date(2026, 9, 10))
    assert found["SUMMARY"] == "联谊会"
    assert found["LOCATION"] == "礼堂"
    assert found["CATEGORIES"] == "会议"
    assert found["TRANSP"] == "OPAQUE"
    assert found["DESCRIPTION"].splitlines() == [
        "计划中的时间：9月10日",
        "责任部门：办公室",
        "主办：教育局",
        "人数：86人",
    ]


@pytest.mark.parametrize(
    ("when", "transparency"),
    [
        ("10月15日至17日", "OPAQUE"),
        ("10月15日至18日", "TRANSPARENT"),
        ("9月下旬", "TRANSPARENT"),
        ("重阳节", "OPAQUE"),
        ("重阳节前", "TRANSPARENT"),
        ("10月", "TRANSPARENT"),
        ("10月15日前", "TRANSPARENT"),
    ],
)
def test_only_few_exact_days_are_taken(when, transparency):
    """A stretch in which it happens once, and a deadline, leave the days free."""
    assert event(activity(when))["TRANSP"] == transparency


def test_assumed_days_are_not_taken():
    """They may turn out to be others: 劳动节 of a year whose holidays nobody has announced."""
    found = event(activity("劳动节期间"), period=Period(year=2033))

    assert (found.start, found.last) == (dt.date(2033, 5, 1), dt.date(2033, 5, 2))
    assert found["TRANSP"] == "TRANSPARENT"
    assert "按惯例推算" in found["DESCRIPTION"]


def test_a_stretch_says_that_it_is_one():
    """Within these days; where they are assumed, that too."""
    assert "具体日期未定" in event(activity("9月下旬"))["DESCRIPTION"]
    assert "具体日期未定" not in event(activity("9月10日"))["DESCRIPTION"]
    assumed = event(activity("暑假"), period=Period(year=2026, quarter=3))["DESCRIPTION"]
    assert "具体日期未定" in assumed
    assert "按惯例推算" in assumed


def test_how_many_times_is_told():
    """Twice in a term is one stretch, not two events."""
    found = event(activity("每学期两次"), period=Period(year=2026, term=1))

    assert "这段时间内共2次。" in found["DESCRIPTION"]


def test_a_deadline_is_an_event_on_the_last_day_with_two_reminders():
    """At nine, seven days and one day before: reckoned from the midnight with which the day begins."""
    found = event(Activity(title="上报名单", due=dt.date(2026, 9, 30)))

    assert found["SUMMARY"] == "截止：上报名单"
    assert (found.start, found.last) == (dt.date(2026, 9, 30), dt.date(2026, 9, 30))
    assert [alarm["TRIGGER"] for alarm in found.named("VALARM")] == ["-P6DT15H", "-PT15H"]
    assert {(alarm["ACTION"], alarm["DESCRIPTION"]) for alarm in found.named("VALARM")} == {
        ("DISPLAY", "截止：上报名单")
    }


def test_only_deadlines_remind():
    """Whoever wants to be reminded of an activity sets that in the calendar."""
    assert event(activity("9月10日")).inner == []


def test_a_goal_is_due_on_the_last_day():
    """With the figure to reach."""
    found = event(Goal(indicator="入会率", target=Target.parse(">= 98%"), when=parse_schedule("年内")))

    assert found["SUMMARY"] == "截止：入会率"
    assert found.start == dt.date(2026, 12, 31)
    assert "指标值：不低于98%" in found["DESCRIPTION"]
    assert "具体日期未定" not in found["DESCRIPTION"]
    assert found["CATEGORIES"] == "目标"


def test_a_time_and_a_last_day_are_two_events():
    """The stretch in which it happens, and the day by which it must have."""
    found = calendar(activity("9月下旬", due=dt.date(2026, 10, 15)))

    assert found.summaries == ["联谊会", "截止：联谊会"]
    assert len({each["UID"] for each in found.events}) == 2


def test_a_welfare_measure_tells_how_many_receive_it():
    found = event(
        WelfareMeasure(
            title="慰问", kind="canteen", headcount=Quantity.parse("120户"), when=parse_schedule("9月")
        )
    )

    assert "人数：120户" in found["DESCRIPTION"]
    assert found["CATEGORIES"] == "食堂"


def test_the_vocabulary_of_the_pack_names_the_kind():
    """A kind that nobody knows is told as it stands."""

    class Town:
        @hookimpl
        def unionkit_packs(self):
            kinds = {"fair": Term("fair", "庙会", "temple fair")}
            vocabulary = Vocabulary(activity_kinds=kinds)
            yield Pack(name="town", package="x", title="乡镇", title_en="towns", vocabulary=vocabulary)

    kit = Kit(discover=False, plugins=[unionkit_ics, Town()], strict=True)

    assert event(activity("9月1日", kind="fair"), kit=kit, pack="town")["CATEGORIES"] == "庙会"
    assert event(activity("9月1日", kind="fair"))["CATEGORIES"] == "fair"
    assert event(activity("9月1日")).get("CATEGORIES") == ""


def test_all_that_is_generated_is_english_where_that_is_asked_for():
    """What the author wrote stays as it is."""
    found = calendar(
        activity("9月下旬", kind="meeting", participants=Quantity.parse("约60人"), owner="办公室"),
        WelfareMeasure(title="慰问", headcount=Quantity.parse("120户"), due=dt.date(2026, 10, 1)),
        kit=ENGLISH,
        organization=Organization(name="清河中学工会"),
    )
    first, second = found.events

    assert found["NAME"] == "Work plan of 清河中学工会 for the second half of 2026"
    assert found["PRODID"] == "-//unionkit//unionkit-ics//EN"
    assert first["CATEGORIES"] == "meeting"
    assert first["DESCRIPTION"].splitlines()[0] == "Time in the plan: 9月下旬"
    assert first["DESCRIPTION"].splitlines()[2:] == [
        "Responsible: 办公室",
        "Number of people: about 60",
        "No day is set: the plan only says that it is within these days.",
    ]
    assert second["SUMMARY"] == "Due: 慰问"
    assert "Number of people: 120户" in second["DESCRIPTION"]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_every_text_can_be_read_back(text):
    """Commas, semicolons, backslashes, emoji, long lines: escaped, folded, and nothing lost."""
    found = calendar(
        Activity(title=text, kind=text, place=text, owner=text, due=dt.date(2026, 9, 30)), title=text
    )
    (only,) = found.events

    assert found["NAME"] == found["X-WR-CALNAME"] == text
    assert only["SUMMARY"] == only.inner[0]["DESCRIPTION"] == f"截止：{text}"
    assert only["LOCATION"] == only["CATEGORIES"] == text
    assert f"责任部门：{text}" in only["DESCRIPTION"].split("\n")


@given(text=lines(filled=True))
def test_every_text_of_a_plan_can_be_read_back(text):
    """Whatever a plan may hold."""
    only = event(Activity(title=text, place=text, when=parse_schedule("9月10日")))

    assert only["SUMMARY"] == only["LOCATION"] == text


# ------------------------------------------------------------------ the file


@pytest.mark.parametrize(
    ("told", "stamp"),
    [
        ({"issued": dt.date(2026, 7, 6), "period": AUTUMN}, "20260706T000000Z"),
        ({"period": AUTUMN}, "20260701T000000Z"),
        ({}, "19700101T000000Z"),
    ],
)
def test_the_stamp_does_not_come_from_a_clock(told, stamp):
    """The day of issue, else the first day of the period, else always the same."""
    plan = Plan(content=[activity("2026年9月10日")], **told)

    assert read(KIT.rendered(plan, "ics").data).events[0]["DTSTAMP"] == stamp


def test_the_head_of_the_file():
    """No METHOD: it is a calendar, not a message; no version of ours that would change the bytes."""
    found = calendar(organization=Organization(name="清河中学工会"))

    assert found.values == {
        "VERSION": "2.0",
        "PRODID": "-//unionkit//unionkit-ics//ZH",
        "CALSCALE": "GREGORIAN",
        "NAME": "清河中学工会2026年下半年工作计划",
        "X-WR-CALNAME": "清河中学工会2026年下半年工作计划",
    }


@pytest.mark.parametrize("form", ["ics", "ics-festivals"])
def test_another_process_gives_the_same_bytes(form):
    """With another hash seed, time zone and locale; the contract's own plan has no days."""
    plan = HERE / "golden.yaml"
    script = (
        "import sys, unionkit_ics; from unionkit import Kit; kit = Kit(discover=False, plugins=[unionkit_ics]);"
        "sys.stdout.buffer.write(kit.rendered(kit.load(sys.argv[1]), sys.argv[2]).data)"
    )
    elsewhere = {"PYTHONHASHSEED": "20260701", "TZ": "XXX-05:45", "LC_ALL": "C", "LANG": "C"}
    done = subprocess.run(
        [sys.executable, "-c", script, str(plan), form],
        env={**os.environ, **elsewhere},
        capture_output=True,
        check=True,
    )

    assert done.stdout == KIT.rendered(KIT.load(plan), form).data


def test_the_library_is_loaded_when_something_is_printed():
    """A Kit with the plugin is made without it."""
    script = (
        "import sys, unionkit_ics; from unionkit import Kit; kit = Kit(discover=False, plugins=[unionkit_ics]);"
        "kit.renderers; assert 'icalendar' not in sys.modules;"
        "kit.rendered(kit.loads('unionkit: 1'), 'ics'); assert 'icalendar' in sys.modules"
    )

    subprocess.run([sys.executable, "-W", "error", "-c", script], check=True)


def test_the_plugin_is_found_by_its_entry_point(tmp_path):
    """Once installed, the ending of the file is enough."""
    kit = Kit()
    plugin = next(plugin for plugin in kit.found if plugin.name == "ics")

    assert plugin.error is None
    assert plugin.distribution == "unionkit-ics"
    file = kit.render(Plan(period=AUTUMN), tmp_path / "plan.ics")
    assert read(file.read_bytes()).events == []
