"""The starter plans: right from the first day, in every year, region and language, whatever the answers."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_agency
from unionkit import Kit
from unionkit.errors import Lang
from unionkit.model import PROVINCES, Money
from unionkit.rules import Severity
from unionkit.testing import answers
from unionkit_pack_agency import AGENCY

LANGS = get_args(Lang)
KITS = {lang: Kit(discover=False, plugins=[unionkit_pack_agency], strict=True, lang=lang) for lang in LANGS}
HALVES = (1, 2)
REGIONS = (*PROVINCES, "安徽省马鞍山市", "山东省济南市")


@st.composite
def filled(draw):
    """A half of the year and answers that fit it, of any region of the country."""
    half = draw(st.sampled_from(HALVES))
    return half, {**draw(answers(AGENCY, half=half)), "region": draw(st.sampled_from(REGIONS))}


@settings(max_examples=60, deadline=None)
@given(year=st.integers(2024, 2035), asked=filled(), lang=st.sampled_from(LANGS))
def test_a_filled_starter_has_no_warning(year, asked, lang):
    """Headcounts, regions and choices may be any."""
    half, given_answers = asked
    kit = KITS[lang]
    report = kit.check(kit.loads(kit.new("agency", year=year, half=half, answers=given_answers)))

    assert [each.message("en") for each in report if each.severity is not Severity.INFO] == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("year", range(2024, 2036))
def test_with_its_defaults_nothing_is_found_at_all(year, half, lang):
    """Not even something worth knowing."""
    kit = KITS[lang]

    assert list(kit.check(kit.loads(kit.new("agency", year=year, half=half)))) == []


@settings(max_examples=30, deadline=None)
@given(asked=filled())
def test_income_is_what_is_spent(asked):
    """The budget balances for any headcounts, and no amount is negative."""
    half, given_answers = asked
    budget = (
        KITS["zh"].loads(KITS["zh"].new("agency", year=2027, half=half, answers=given_answers)).plan.budget
    )

    assert budget.total_income == budget.total_expenditure > Money(0)


@settings(max_examples=30, deadline=None)
@given(asked=filled())
def test_each_budget_line_is_what_its_items_cost(asked):
    """Lines that activities, gifts and aid point at have exactly their sum."""
    half, given_answers = asked
    plan = KITS["zh"].loads(KITS["zh"].new("agency", year=2027, half=half, answers=given_answers)).plan
    spent: dict[str, Money] = {}
    for _, item in (*plan.activities(), *plan.welfare()):
        cost = item.cost
        if cost is None and getattr(item, "per_head", None) and item.headcount:
            cost = item.per_head * int(item.headcount.value)
        if item.line and cost is not None:
            spent[item.line] = spent.get(item.line, Money(0)) + cost

    assert spent == {
        line.id: line.amount for line in plan.budget.expenditure if line.id not in (None, "visits")
    }


@pytest.mark.parametrize("half", HALVES)
def test_a_chosen_activity_is_there_and_another_is_not(half):
    """The plan holds what was chosen, besides what it always holds."""
    kit = KITS["zh"]
    question = next(each for each in kit.questions("agency", half=half) if each.name == "activities")

    def titles(*names: str) -> set[str]:
        text = kit.new("agency", year=2027, half=half, answers={"activities": list(names)})
        return {activity.title for _, activity in kit.loads(text).plan.activities()}

    always = titles()
    for choice in question.choices:
        assert len(titles(choice.name) - always) == 1
        assert titles(choice.name) >= always


def test_who_sends_nobody_has_no_chapter_about_it():
    """With 0 people on recuperation, nothing of the plan speaks of it."""
    kit = KITS["zh"]
    file = kit.loads(kit.new("agency", year=2027, half=2, answers={"recuperation": 0}))

    assert file.plan.data["agency"].get("recuperation") is None
    assert "疗休养" not in kit.rendered(file, "txt").data.decode("utf-8-sig")


def test_in_maanshan_the_stay_is_shorter():
    """The one city whose limit is two days gets a plan of two days."""
    kit = KITS["zh"]

    def days(region: str) -> int:
        text = kit.new("agency", year=2027, half=2, answers={"region": region})
        return kit.loads(text).plan.data["agency"]["recuperation"]["batches"][0]["days"]

    assert (days("安徽省马鞍山市"), days("安徽省")) == (2, 5)


@pytest.mark.parametrize("half", HALVES)
def test_without_hardship_on_file_nothing_is_planned_about_it(half):
    """No goal, no task, no row in the division of work."""
    kit = KITS["zh"]
    file = kit.loads(kit.new("agency", year=2027, half=half, answers={"hardship": 0}))

    assert "困难职工" not in kit.rendered(file, "txt").data.decode("utf-8-sig")
    assert "困难帮扶" not in kit.rendered(file, "txt").data.decode("utf-8-sig")


@pytest.mark.parametrize(("women", "owners"), [(0, set()), (9, {"女职工委员"}), (10, {"女职工委员会"})])
def test_a_committee_of_women_needs_ten_of_them(women, owners):
    """Fewer have an officer; where there are none, nobody has work for them."""
    kit = KITS["zh"]
    text = kit.new("agency", year=2027, half=1, answers={"women": women, "activities": ["womens-day-walk"]})
    items = kit.loads(text).plan.activities()

    assert {item.owner for _, item in items if "女职工" in item.owner} == owners
