"""The rules about teachers among the delegates and a plan without openness, and when the rules of the pack are asked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_school
from unionkit import Kit, Plan
from unionkit.model import Activity, Goal, Period, parse_schedule

KIT = Kit(discover=False, plugins=[unionkit_pack_school], strict=True)
RULES = [rule for rule in KIT.rules if rule.code.startswith("SCH")]
PERIOD = Period(year=2026, half=2)
OPEN = [{"topic": "食堂收支"}]  # its audience is not said, so nobody is left out


def found(plan: Plan, **options: object) -> list[str]:
    """Codes of the pack's own findings."""
    return [finding.code for finding in KIT.check(plan, **options) if finding.code.startswith("SCH")]


def with_congress(**congress: object) -> Plan:
    """A plan of 2026 with this staff congress and something open."""
    return Plan(pack="school", period=PERIOD, data={"school": {"congress": congress, "openness": OPEN}})


@settings(deadline=None)
@given(delegates=st.integers(0, 2000), data=st.data())
def test_six_teachers_among_ten_delegates_are_enough(delegates, data):
    """The finding stands exactly where the share is below 60%, however many delegates there are."""
    teachers = data.draw(st.integers(0, delegates))
    codes = found(with_congress(delegates=delegates, teachers=teachers))

    assert codes == (["SCH101"] if teachers * 10 < delegates * 6 else [])


def test_the_finding_says_how_many_teachers_it_takes():
    """It points at the figure in the file."""
    text = "unionkit: 1\npack: school\nperiod: {year: 2026}\ndata:\n  school:\n    congress: {delegates: 61, teachers: 36}\n"
    finding = next(finding for finding in KIT.check(KIT.loads(text)) if finding.code == "SCH101")

    assert (finding.place.line, finding.place.column) == (6, 41)
    assert "至少 37 人" in finding.message("zh")
    assert "37" in finding.message("en")
    assert "教育部令第32号" in finding.basis.worded()


@pytest.mark.parametrize(
    "congress", [{}, {"delegates": 60}, {"teachers": 3}, {"delegates": 0, "teachers": 0}]
)
def test_unknown_figures_are_not_judged(congress):
    """What is not said is no breach."""
    assert found(with_congress(**congress)) == []


def test_what_a_core_rule_finds_is_not_told_again():
    """The same share may stand in the organization too."""
    text = (
        "unionkit: 1\npack: school\nperiod: {year: 2026}\n"
        "organization: {sector: school, delegates: {congress: staff, total: 60, teachers: %d}}\n"
        "data: {school: {congress: {delegates: 60, teachers: 30}, openness: [{topic: 食堂收支}]}}\n"
    )
    both = [finding.code for finding in KIT.check(KIT.loads(text % 30))]
    data = [finding.code for finding in KIT.check(KIT.loads(text % 40))]

    assert ("UK555" in both, "SCH101" in both) == (True, False)
    assert ("UK555" in data, "SCH101" in data) == (False, True)


def test_a_plan_without_a_word_on_openness_is_reported():
    """One finding about the whole plan."""
    plan = Plan(pack="school", period=PERIOD, content=(Activity(title="教职工运动会"),))

    assert found(plan) == ["SCH201"]


@pytest.mark.parametrize(
    "plan",
    [
        Plan(pack="school", period=PERIOD, data={"school": {"openness": OPEN}}),
        Plan(pack="school", period=PERIOD, content=(Goal(indicator="校务公开覆盖面", keep=True),)),
        Plan(
            pack="school",
            period=PERIOD,
            content=(Activity(title="检查公开台账", when=parse_schedule("每月")),),
        ),
        Plan(pack="school", period=PERIOD, title="校务公开工作计划"),
    ],
)
def test_any_mention_of_openness_is_enough(plan):
    """The rule does not weigh how much is said."""
    assert found(plan) == []


def test_the_rules_ask_only_plans_of_the_pack():
    """Other plans may hold what they like, and are checked as plans of the pack only on request."""
    plan = Plan(period=PERIOD, data={"school": {"congress": {"delegates": 10, "teachers": 1}}})

    assert found(plan) == []
    assert sorted(found(plan, pack="school")) == ["SCH101", "SCH201"]


def test_without_a_year_the_rules_are_silent_and_say_so():
    """Their basis has a clock."""
    report = KIT.check(Plan(pack="school", data={"school": {"congress": {"delegates": 10, "teachers": 1}}}))

    assert [finding for finding in report if finding.code.startswith("SCH")] == []
    assert {silence.code for silence in report.silent} >= {"SCH101", "SCH201"}


def test_data_that_cannot_be_understood_is_left_to_loading():
    """The rules neither raise nor guess."""
    plan = Plan(pack="school", period=PERIOD, data={"school": {"congress": 3}})

    assert [finding.code for finding in KIT.check(plan)] == []
