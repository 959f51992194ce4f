"""Each built-in rule can be broken, and it is that rule which finds it: in plans drawn clean, and in one written clean."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unionkit.errors import ImpossibleValueError
from unionkit.files import load_plan
from unionkit.model import Plan
from unionkit.rules import RULES, check_plan
from unionkit.testing import plans
from unionkit.testing._clean import clean_plans, violating
from unionkit.testing._violations import VIOLATIONS

CODES = [rule.code for rule in RULES]
EXAMPLES = Path(__file__).parents[2] / "examples"
NOT_OF_A_WRITTEN_PLAN = {
    "UK561": "the examples elect delegates",
    "UK651": "it leaves a plan by the shape of the drawn ones",
    "UK664": "the examples plan an election",
    "UK665": "the examples plan an election",
}


def written_plans() -> list[Plan]:
    """The examples, without what they say of their unions: violations say that anew."""
    unsaid = {"staff": None, "members": None, "women": None, "women_staff": None}
    plans_of_examples = [
        load_plan(file.read_text(encoding="utf-8")) for file in sorted(EXAMPLES.glob("*.yaml"))
    ]
    return [
        attrs.evolve(
            plan,
            pack=None,
            organization=attrs.evolve(
                plan.organization, **unsaid, committees=(), delegates=(), region="山东省"
            ),
        )
        for plan in plans_of_examples
    ]


WRITTEN = written_plans()


def codes(plan: object) -> set[str]:
    """What the built-in rules find in a plan."""
    return {found.code for found in check_plan(plan, RULES)}


@given(plan=clean_plans())
def test_nothing_is_found_in_a_clean_plan(plan):
    """Not even what is worth knowing only."""
    assert codes(plan) == set()


@pytest.mark.parametrize("code", CODES)
def test_a_plan_that_violates_a_rule_breaks_that_rule_only(code):
    """The strategy promises exactly one."""

    @settings(max_examples=6)
    @given(plan=plans(violates=code))
    def holds(plan):
        assert codes(plan) == {code}

    holds()


@pytest.mark.parametrize("code", sorted(set(CODES) - NOT_OF_A_WRITTEN_PLAN.keys()))
def test_a_written_plan_broken_in_the_way_of_a_rule_is_caught(code):
    """In one of the examples at least: in the others the same words may be right."""

    @settings(max_examples=1)
    @given(data=st.data())
    def holds(data):
        assert any(code in codes(VIOLATIONS[code](data.draw, plan)) for plan in WRITTEN)

    holds()


def test_an_unknown_code_is_refused_with_the_nearest_that_there_are():
    """A typo in a test is told, and not taken for any plan."""
    with pytest.raises(ImpossibleValueError) as error:
        violating("UK30X")

    assert "UK301" in error.value.message("en")
    assert all(len(error.value.message(lang)) < 200 for lang in ("zh", "en"))


@given(data=st.data())
def test_what_is_drawn_for_a_rule_is_a_plan_like_any(data):
    """It can be dumped, which needs every value to be one that files have."""
    from unionkit.files import dump_plan, load_plan

    plan = data.draw(plans(violates=data.draw(st.sampled_from(CODES))))

    assert load_plan(dump_plan(plan)) == plan
