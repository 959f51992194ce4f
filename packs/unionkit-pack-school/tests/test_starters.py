"""The starter plans: right from the first day, in every year."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unionkit_pack_school
from unionkit import Kit
from unionkit.document import Grid
from unionkit.errors import MissingStarterError
from unionkit.model import AtFestival, InMonths, OnDay, texts

KIT = Kit(discover=False, plugins=[unionkit_pack_school], strict=True)
HALVES = (1, 2)


@given(year=st.integers(1949, 2100), half=st.sampled_from(HALVES))
def test_a_starter_is_a_plan_for_its_half_year(year, half):
    """Whatever the year, it loads, is of the pack, and has the period asked for."""
    plan = KIT.loads(KIT.new("school", year=year, half=half)).plan

    assert plan.pack == "school"
    assert (plan.period.year, plan.period.half) == (year, half)
    assert plan.full_title == f"清河中学工会{year}年{'上' if half == 1 else '下'}半年工作计划"


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("year", range(2024, 2036))
def test_a_starter_is_clean(year, half):
    """The check finds nothing at all in it, not even something worth knowing."""
    report = KIT.check(KIT.loads(KIT.new("school", year=year, half=half)))

    assert [finding.message("en") for finding in report] == []


@pytest.mark.parametrize("form", ["docx", "md", "txt"])
@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("year", range(2024, 2036))
def test_a_starter_is_printed_in_every_format(year, half, form):
    """Every block is printed, the plan as well as the notice."""
    plan = KIT.loads(KIT.new("school", year=year, half=half))

    for paper in (None, "openness-notice"):
        document = KIT.compose(plan, paper=paper)
        assert len(KIT.rendered(plan, form, paper=paper).printed) == len(document.blocks)


@pytest.mark.parametrize("half", HALVES)
def test_a_starter_speaks_of_its_own_half_year_only(half):
    """Dates and months lie within the period, and no template syntax is left."""
    text = KIT.new("school", year=2027, half=half)
    plan = KIT.loads(text).plan
    months = range(1, 7) if half == 1 else range(7, 13)
    times = [item.when for _, item in (*plan.activities(), *plan.welfare())]
    days = [plan.issued, *(item.due for _, item in (*plan.goals(), *plan.activities()))]

    assert not set("{}") & set("".join(words for _, words in texts(plan)))
    assert [when for when in times if isinstance(when, InMonths) and when.first not in months] == []
    assert [when for when in times if isinstance(when, OnDay) and when.month not in months] == []
    assert [day for day in days if day and not plan.period.start <= day <= plan.period.end] == []
    assert any(isinstance(when, AtFestival) for when in times)


@pytest.mark.parametrize("half", HALVES)
def test_the_figures_of_a_starter_agree(half):
    """Festival gifts go to all members, and the budget is the sum of its lines."""
    plan = KIT.loads(KIT.new("school", year=2027, half=half)).plan
    gifts = [measure for _, measure in plan.welfare() if measure.kind == "festival-gift"]
    tables = [node for _, node in plan.walk() if hasattr(node, "rows")]
    *lines, total = [int(row[-1]) for table in tables for row in table.rows]

    assert {gift.headcount for gift in gifts} == {plan.organization.members}
    assert sum(gift.per_head.yuan * gift.headcount for gift in gifts) in lines
    assert sum(lines) == total


def test_the_budget_of_a_starter_is_set_as_figures():
    """Amounts stand below one another, flush right; what is text is not."""
    document = KIT.compose(KIT.loads(KIT.new("school", year=2027, half=2)))
    budget = next(block for block in document.blocks if isinstance(block, Grid) and block.unit)

    assert [column.kind for column in budget.columns] == ["text", "text", "number"]


def test_there_is_no_starter_for_a_whole_year():
    """What the pack does not have is said by name."""
    with pytest.raises(MissingStarterError) as error:
        KIT.new("school", year=2027, half=3)

    assert "school" in str(error.value)


def test_a_day_of_issue_lies_before_the_posting():
    """The notice is not posted before the plan is there."""
    for half in HALVES:
        plan = KIT.loads(KIT.new("school", year=2027, half=half)).plan
        start = dt.date.fromisoformat(plan.data["school"]["posting"]["start"])

        assert plan.issued <= start
