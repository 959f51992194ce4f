"""The office's rule: the contract that every rule keeps to, and what this one finds."""

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan_office import rules

from unionkit import Kit, Plan
from unionkit.model import Activity, Money, Period, parse_schedule
from unionkit.rules import Settings
from unionkit.testing import RuleContract, assert_clean, plans

RULE = rules.SpendingAfterClosing()
KIT = Kit(discover=False, plugins=[rules], strict=True)
OURS = Settings(select=("OFF101",))


class TestContract(RuleContract):
    """Every check of unionkit's own rules."""

    rule = RULE


def found(activity: Activity) -> list[str]:
    """Codes of the office's findings in a plan with this activity."""
    plan = Plan(period=Period(year=2026, half=2), content=(activity,))
    return [finding.code for finding in KIT.check(plan) if finding.code.startswith("OFF")]


@given(day=st.dates(dt.date(2026, 7, 1), dt.date(2026, 12, 31)), yuan=st.integers(0, 10**6))
def test_what_costs_money_is_held_before_the_books_close(day, yuan):
    """The closing day itself is early enough."""
    activity = Activity(title="联欢会", when=parse_schedule(f"{day.month}月{day.day}日"), cost=Money(yuan))

    assert found(activity) == (["OFF101"] if yuan and day > dt.date(2026, 12, 20) else [])


def test_a_plan_that_keeps_to_it_is_clean(kit):
    """In the office's own environment, with everything that is installed."""
    plan = kit.loads(
        "unionkit: 1\nperiod: {year: 2026, half: 2}\ncontent:\n"
        "  - {activity: 迎新年联欢会, kind: culture-sport, when: 12月18日, owner: 文体委员, cost: 5000}\n"
    )

    assert_clean(plan, kit=kit)


@given(plan=plans(valid=True), month=st.integers(7, 11))
def test_the_rule_leaves_spending_before_the_closing_alone(plan, month):
    """Whatever else stands in the plan; without it, no rule finds anything."""
    assert_clean(plan, kit=KIT)
    party = Activity(
        title="联欢会", kind="culture-sport", when=parse_schedule(f"{month}月10日"), cost=Money(900)
    )
    period = Period(year=2026, half=2)

    assert_clean(attrs.evolve(plan, period=period, content=(*plan.content, party)), kit=KIT, settings=OURS)


@given(plan=plans(valid=True), day=st.integers(21, 31))
def test_the_rule_finds_spending_after_the_closing_in_any_plan(plan, day):
    """At the end, or among other things."""
    party = Activity(title="联欢会", when=parse_schedule(f"12月{day}日"), cost=Money(900))
    period = Period(year=2026, half=2)

    with pytest.raises(AssertionError, match="OFF101"):
        assert_clean(
            attrs.evolve(plan, period=period, content=(party, *plan.content)), kit=KIT, settings=OURS
        )


def test_the_rule_is_installed(kit):
    """Its entry point brings it into every Kit of the office."""
    assert "OFF101" in {rule.code for rule in kit.rules}
