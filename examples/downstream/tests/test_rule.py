"""The office's rule: the contract that every rule keeps to, and what this one finds."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from plan_office import rules

from unionkit import Kit, Plan
from unionkit.model import Activity, Money, Period, parse_schedule
from unionkit.testing import RuleContract, assert_clean, plans

RULE = rules.SpendingAfterClosing()
KIT = Kit(discover=False, plugins=[rules], strict=True)


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


@given(plan=plans(valid=True))
def test_the_rule_leaves_sound_plans_alone(plan):
    """They say nothing of cost."""
    assert_clean(plan, kit=KIT)


def test_the_rule_is_installed(kit):
    """Its entry point brings it into every Kit of the office."""
    assert "OFF101" in {rule.code for rule in kit.rules}
