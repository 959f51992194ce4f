"""By what name calendar programs know an event again: it stays the same while the plan is edited elsewhere."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from unionkit.almanac import entries
from unionkit.document import Scope
from unionkit.model import Activity, Organization, Period, Plan, identity, parse_schedule
from unionkit.testing import activities, goals, plans, welfare_measures
from unionkit_ics import ICS, ICS_FESTIVALS

from .reading import read

AUTUMN = Period(year=2026, half=2)
items = activities() | goals() | welfare_measures()


def uids(plan: Plan) -> list[str]:
    """The UIDs of a plan's events, in order."""
    return [event["UID"] for event in read(ICS.render_plan(Scope(plan=plan)).data).events]


def uids_of(plan: Plan) -> dict[str, list[str]]:
    """The UIDs of the events of each item, by the identity of the item."""
    dated = [
        entry
        for entry in entries(plan)
        if entry.occurrence is not None and isinstance(entry.occurrence.start, dt.date)
    ]
    found = defaultdict(list)
    for entry, uid in zip(dated, uids(plan), strict=True):
        found[identity(entry.item)].append(uid)
    return {name: sorted(each) for name, each in found.items()}


def plan_of(*content: object, **told: object) -> Plan:
    return Plan(content=content, **{"period": AUTUMN, **told})


@st.composite
def item_lists(draw: st.DrawFn) -> list[object]:
    """Items that may stand in one plan: each id once."""
    drawn = draw(st.lists(items, max_size=4))
    seen: set[str] = set()
    kept = []
    for item in drawn:
        if item.id not in seen:
            kept.append(item)
            seen |= {item.id} - {None}
    return kept


@given(plan=plans())
def test_no_two_events_of_a_file_have_the_same(plan):
    """Whatever the plan holds, and also when it says everything twice."""
    twice = attrs.evolve(plan, content=[*plan.content, *map(without_ids, plan.content)])

    for each in (plan, twice):
        assert max(Counter(uids(each)).values(), default=1) == 1


def without_ids(node):
    """The same, as it may stand in a plan a second time."""
    changes = {"id": None} if getattr(node, "id", None) is not None else {}
    for name in ("content", "facts"):
        if getattr(node, name, ()):
            changes[name] = [without_ids(inner) for inner in getattr(node, name)]
    return attrs.evolve(node, **changes) if changes else node


@given(content=item_lists(), data=st.data())
def test_other_items_do_not_matter(content, data):
    """Inserted, removed, put elsewhere: what stays keeps its UIDs."""
    kept = data.draw(st.lists(st.sampled_from(content), unique_by=id)) if content else []
    assume(len({identity(item) for item in content}) == len(content))

    before, after = uids_of(plan_of(*content)), uids_of(plan_of(*kept))

    assert after == {name: before[name] for name in map(identity, kept) if name in before}


@given(content=item_lists(), data=st.data())
def test_what_is_told_twice_has_uids_of_its_own(content, data):
    """Equal items cannot be told apart; one more of them adds UIDs and changes none."""
    assume(content)
    again = attrs.evolve(data.draw(st.sampled_from(content)), id=None)
    place = data.draw(st.integers(0, len(content)))

    before = Counter(uids(plan_of(*content)))
    after = Counter(uids(plan_of(*content[:place], again, *content[place:])))

    assert before <= after


@given(content=item_lists(), edited=items, data=st.data())
def test_editing_another_item_does_not_matter(content, edited, data):
    """Nor does editing everything else that the plan says: title, signature, note, issue."""
    assume(content)
    place = data.draw(st.integers(0, len(content) - 1))
    others = [*content[:place], attrs.evolve(edited, id=None), *content[place + 1 :]]
    names = Counter(map(identity, [*content, *others]))
    before = uids_of(plan_of(*content))
    after = uids_of(plan_of(*others, title="另一个题目", signature="某工会", issued=dt.date(2026, 8, 1)))

    for name in {identity(item) for item in others[:place] + others[place + 1 :]}:
        if names[name] == 2:  # once in each plan
            assert after.get(name) == before.get(name)


def test_with_an_id_an_item_keeps_its_uids_when_it_is_edited():
    """Title, kind and day may change; the calendar moves the event."""
    before = Activity(id="sports", title="运动会", when=parse_schedule("10月15日"))
    after = Activity(id="sports", title="秋季运动会", when=parse_schedule("10月22日"), owner="体育组")

    assert uids(plan_of(before)) == uids(plan_of(after))


def test_without_an_id_another_day_is_another_event():
    before = Activity(title="运动会", when=parse_schedule("10月15日"))
    after = Activity(title="运动会", when=parse_schedule("10月22日"))

    assert uids(plan_of(before)) != uids(plan_of(after))


def test_an_id_that_is_the_identity_of_before_keeps_the_uids():
    """Who wrote no id can still edit an item without making another event of it."""
    before = Activity(title="运动会", when=parse_schedule("10月15日"))
    after = attrs.evolve(before, id=identity(before), when=parse_schedule("10月22日"))

    assert uids(plan_of(before)) == uids(plan_of(after))


def test_occurrences_are_counted_by_key():
    """A recurrence has a UID for each time; a last day does not shift them."""
    monthly = Activity(id="a", title="例会", when=parse_schedule("每月"))
    before = uids(plan_of(monthly))
    after = uids(plan_of(attrs.evolve(monthly, due=dt.date(2026, 8, 15))))

    assert len(before) == 6
    assert set(before) < set(after)
    assert len(after) == 7


def test_organization_and_period_tell_plans_apart():
    """The same activity of another union, or of another half year, is another event."""
    item = Activity(id="a", title="座谈会", when=parse_schedule("2026年9月10日"))
    told = [
        plan_of(item),
        plan_of(item, organization=Organization(name="清河中学工会")),
        plan_of(item, period=Period(year=2026)),
        plan_of(item, period=Period(half=2)),
        plan_of(item, period=Period()),
    ]

    assert len({uids(plan)[0] for plan in told}) == len(told)


def test_the_same_days_are_the_same_period():
    """Whether a plan says half a year or its first and last day."""
    item = Activity(title="座谈会", when=parse_schedule("9月10日"))
    span = Period(first=dt.date(2026, 7, 1), last=dt.date(2026, 12, 31))

    assert uids(plan_of(item)) == uids(plan_of(item, period=span))


def test_the_language_does_not_matter():
    plan = plan_of(Activity(title="座谈会", when=parse_schedule("9月10日")))
    english = read(ICS.render_plan(Scope(plan=plan, lang="en")).data).events[0]["UID"]

    assert uids(plan) == [english]


def test_a_uid_is_short_and_names_its_maker():
    """ASCII only: some programs make file names of it."""
    (uid,) = uids(plan_of(Activity(id="运动会/一" * 99, title="运动会", when=parse_schedule("9月10日"))))

    assert uid.removesuffix("@unionkit").isalnum()
    assert len(uid) == 41
    assert uid.isascii()


@given(period=st.builds(Period, year=st.integers(1949, 2100), half=st.sampled_from([None, 1, 2])))
def test_festivals_have_uids_of_their_own(period):
    """No two in a file have the same."""
    data = ICS_FESTIVALS.render_plan(Scope(plan=Plan(period=period))).data
    found = [event["UID"] for event in read(data).events]

    assert len(found) == len(set(found))


def test_festivals_are_the_same_for_every_plan():
    """Two plans give each festival once to whoever takes in the calendars of both."""
    one, other = (
        {
            event["UID"]: event["SUMMARY"]
            for event in read(ICS_FESTIVALS.render_plan(Scope(plan=plan)).data).events
        }
        for plan in (
            Plan(period=Period(year=2026, quarter=4)),
            Plan(period=AUTUMN, organization=Organization(name="清河中学工会")),
        )
    )

    assert one.items() <= other.items()
