"""The starter plans: right from the first day, in every year."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unionkit_pack_school
from unionkit import Kit
from unionkit.document import Grid
from unionkit.errors import ImpossibleValueError, Lang
from unionkit.model import AtFestival, InMonths, OnDay, texts
from unionkit_pack_school import SCHOOL

LANGS = get_args(Lang)
KITS = {lang: Kit(discover=False, plugins=[unionkit_pack_school], strict=True, lang=lang) for lang in LANGS}
KIT = KITS["zh"]
HALVES = (1, 2)


def test_there_is_a_starter_for_each_half_year_in_each_language():
    """None is missing."""
    assert set(SCHOOL.starters) == {(half, lang) for half in HALVES for lang in LANGS}
    assert len(set(SCHOOL.starters.values())) == len(SCHOOL.starters)


@given(year=st.integers(1949, 2100), half=st.sampled_from(HALVES), lang=st.sampled_from(LANGS))
def test_a_starter_is_a_plan_for_its_half_year(year, half, lang):
    """Whatever the year, it loads, is of the pack, and has the period asked for."""
    kit = KITS[lang]
    file = kit.loads(kit.new("school", year=year, half=half))

    assert file.plan.pack == "school"
    assert (file.plan.period.year, file.plan.period.half) == (year, half)
    assert (
        kit.compose(file).title
        == {
            "zh": f"清河中学工会{year}年{'上' if half == 1 else '下'}半年工作计划",
            "en": f"Work plan of Qinghe Middle School Union for the {'first' if half == 1 else 'second'} half of {year}",
        }[lang]
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("year", range(2024, 2036))
def test_a_starter_is_clean(year, half, lang):
    """The check finds nothing at all in it, not even something worth knowing."""
    kit = KITS[lang]
    report = kit.check(kit.loads(kit.new("school", year=year, half=half)))

    assert [finding.message("en") for finding in report] == []


@pytest.mark.parametrize("form", ["docx", "md", "txt"])
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("year", range(2024, 2036))
def test_a_starter_is_printed_in_every_format(year, half, lang, form):
    """Every block is printed, the plan as well as the notice."""
    kit = KITS[lang]
    plan = kit.loads(kit.new("school", year=year, half=half))

    for paper in (None, "openness-notice"):
        document = kit.compose(plan, paper=paper)
        assert len(kit.rendered(plan, form, paper=paper).printed) == len(document.blocks)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("half", HALVES)
def test_a_starter_speaks_of_its_own_half_year_only(half, lang):
    """Dates and months lie within the period, and no template syntax is left."""
    text = KITS[lang].new("school", year=2027, half=half)
    plan = KITS[lang].loads(text).plan
    months = range(1, 7) if half == 1 else range(7, 13)
    times = [item.when for _, item in (*plan.activities(), *plan.welfare())]
    days = [plan.issued, *(item.due for _, item in (*plan.goals(), *plan.activities()))]

    assert not set("{}") & set("".join(words for _, words in texts(plan)))
    assert [when for when in times if isinstance(when, InMonths) and when.first not in months] == []
    assert [when for when in times if isinstance(when, OnDay) and when.month not in months] == []
    assert [day for day in days if day and not plan.period.start <= day <= plan.period.end] == []
    assert any(isinstance(when, AtFestival) for when in times)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("half", HALVES)
def test_the_figures_of_a_starter_agree(half, lang):
    """Festival gifts go to all members, the budget pays for them, and its total is printed."""
    plan = KITS[lang].loads(KITS[lang].new("school", year=2027, half=half)).plan
    gifts = [measure for _, measure in plan.welfare() if measure.kind == "festival-gift"]
    lines = [line.amount.yuan for line in plan.budget.expenditure]

    assert {gift.headcount.value for gift in gifts} == {plan.organization.members}
    assert sum(gift.per_head.yuan * gift.headcount.value for gift in gifts) in lines
    assert f"{plan.budget.total_expenditure.yuan}" in KITS[lang].rendered(plan, "txt").data.decode()


@pytest.mark.parametrize("lang", LANGS)
def test_the_budget_of_a_starter_is_set_as_figures(lang):
    """Amounts stand below one another, flush right; what is text is not."""
    kit = KITS[lang]
    document = kit.compose(kit.loads(kit.new("school", year=2027, half=2)))
    budget = next(block for block in document.blocks if isinstance(block, Grid) and block.unit)

    assert [column.kind for column in budget.columns] == ["text", "text", "number", "number", "text"]


def test_there_is_no_starter_for_another_half():
    """A year has two."""
    with pytest.raises(ImpossibleValueError):
        KIT.new("school", year=2027, half=3)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("half", HALVES)
def test_a_day_of_issue_lies_before_the_posting(half, lang):
    """The notice is not posted before the plan is there."""
    plan = KITS[lang].loads(KITS[lang].new("school", year=2027, half=half)).plan
    start = dt.date.fromisoformat(plan.data["school"]["posting"]["start"])

    assert plan.issued <= start
