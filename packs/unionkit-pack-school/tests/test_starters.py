"""The starter plans: right from the first day, in every year."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_school
from unionkit import Kit
from unionkit.almanac import Position, resolve
from unionkit.document import Grid
from unionkit.errors import ImpossibleValueError, Lang
from unionkit.model import PROVINCES, AtFestival, InMonths, OnDay, texts
from unionkit.rules import Severity
from unionkit_pack_school import SCHOOL

LANGS = get_args(Lang)
KITS = {lang: Kit(discover=False, plugins=[unionkit_pack_school], strict=True, lang=lang) for lang in LANGS}
KIT = KITS["zh"]
HALVES = (1, 2)
ACTIVITIES = {
    half: next(each for each in SCHOOL.questions_of(half) if each.kind == "choices") for half in HALVES
}


@st.composite
def filled(draw, half):
    """Sensible answers to what the starter of a half year asks for."""
    given = {}
    for question in SCHOOL.questions_of(half):
        if question.kind == "count":
            most = given.get(question.at_most, question.most)
            # Small schools and round numbers are where the limits are.
            drawn = st.integers(question.least, min(most, 120)) | st.integers(question.least, most)
            given[question.name] = draw(drawn)
        elif question.kind == "region":
            given[question.name] = draw(st.sampled_from(PROVINCES))
        elif question.kind == "choices":
            names = [choice.name for choice in question.choices]
            given[question.name] = draw(st.lists(st.sampled_from(names), unique=True))
        else:
            given[question.name] = draw(st.sampled_from(["北岭小学工会", "云溪第二中学工会", "松坡学院工会"]))
    return given


whens = st.sampled_from([{"half": 1}, {"half": 2}, {"term": 1}, {"term": 2}])


def half_of(when):
    """Whose half year's starter is meant: the autumn term's is the second."""
    return when.get("half") or 3 - when["term"]


@settings(deadline=None)
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
def test_a_starter_is_printed_in_every_format(half, lang, form):
    """Every block is printed, the plan as well as the notice."""
    kit = KITS[lang]
    plan = kit.loads(kit.new("school", year=2027, half=half))

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


# ------------------------------------------------------------------ answers


@settings(deadline=None)
@given(data=st.data(), year=st.integers(2024, 2035), when=whens, lang=st.sampled_from(LANGS))
def test_whatever_is_filled_in_the_starter_is_clean(data, year, when, lang):
    """No error and no warning, in any province, for any headcounts and activities; the budget balances."""
    kit = KITS[lang]
    answers = data.draw(filled(half_of(when)))
    file = kit.loads(kit.new("school", year=year, answers=answers, **when))
    budget = file.plan.budget

    assert [each.message("en") for each in kit.check(file) if each.severity is not Severity.INFO] == []
    assert {each.code for each in kit.check(file)} <= {"UK216"}  # the caps of some provinces are not known
    assert budget.total_income == budget.total_expenditure


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("half", "name"), [(half, choice.name) for half in HALVES for choice in ACTIVITIES[half].choices]
)
def test_an_activity_stands_in_the_plan_when_it_is_chosen(half, name, lang):
    """One item more than without, and its cost is in the budget."""
    kit = KITS[lang]
    without, chosen = (
        kit.loads(kit.new("school", year=2027, half=half, answers={"activities": names})).plan
        for names in ([], [name])
    )
    added = len(list(chosen.activities())) - len(list(without.activities()))
    costs = [activity.cost.yuan for _, activity in chosen.activities() if activity.cost]

    assert added == 1
    assert chosen.budget.total_expenditure.yuan - without.budget.total_expenditure.yuan == sum(costs)


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize(("staff", "meets_by_delegates"), [(79, False), (80, True)])
def test_a_small_school_meets_without_delegates(half, staff, meets_by_delegates):
    """Below 80 staff all of them meet."""
    answers = {"staff": staff, "members": 60, "women": 30, "delegates": 40}
    plan = KIT.loads(KIT.new("school", year=2027, half=half, answers=answers)).plan
    congress = plan.data["school"]["congress"]

    assert (congress.get("delegates") == 40) is meets_by_delegates
    assert ("代表" in congress["session"]) is meets_by_delegates


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("delegates", [0, 40])
def test_the_chapter_of_a_small_school_knows_no_delegates(half, delegates):
    """Heading, session, proposals and budget are those of a meeting of all staff."""
    answers = {"staff": 79, "members": 60, "women": 30, "delegates": delegates, "activities": []}
    text = KIT.rendered(
        KIT.loads(KIT.new("school", year=2027, half=half, answers=answers)), "txt"
    ).data.decode()

    assert "、教职工大会安排" in text
    assert "\n提案征集时间" in text
    assert "代表" not in text


@pytest.mark.parametrize("half", HALVES)
def test_delegates_that_are_not_known_yet_are_left_out(half):
    """A school of 80 staff meets by delegates all the same."""
    answers = {"delegates": 0, "activities": ["tour"]}
    plan = KIT.loads(KIT.new("school", year=2027, half=half, answers=answers)).plan
    tour = next(item for _, item in plan.activities() if item.kind == "tour")

    assert "delegates" not in plan.data["school"]["congress"]
    assert "代表大会" in plan.data["school"]["congress"]["session"]
    assert tour.participants.value == 20


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ({"half": 1}, "以下是上半年的收支"),
        ({"half": 2}, "以下是下半年的收支"),
        ({"term": 1}, "以下是第一学期的收支"),
        ({"term": 2}, "以下是第二学期的收支"),
    ],
    ids=str,
)
def test_the_budget_says_of_which_time_it_is(when, said):
    """The union's budget is for a year."""
    assert said in KIT.new("school", year=2027, **when)


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("name", ["hardship", "women"])
def test_nobody_is_planned_for_where_there_is_nobody(half, name):
    """Neither visits to no one nor a walk for no one."""
    plan = KIT.loads(KIT.new("school", year=2027, half=half, answers={name: 0})).plan
    items = [item for _, item in (*plan.activities(), *plan.welfare())]
    people = [getattr(item, "headcount", None) or getattr(item, "participants", None) for item in items]

    assert [number for number in people if number is not None and not number.value] == []
    assert not (name == "hardship" and any(getattr(item, "kind", "") == "hardship-aid" for item in items))
    assert not (name == "hardship" and any("困难" in goal.indicator for _, goal in plan.goals()))


# ------------------------------------------------------------------ school terms


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("term", [1, 2])
@pytest.mark.parametrize("year", range(2024, 2036))
def test_what_a_term_plans_lies_within_it(year, term, lang):
    """The period is the term of the school year, and nothing in the plan falls outside."""
    kit = KITS[lang]
    plan = kit.loads(kit.new("school", year=year, term=term)).plan
    period = plan.period
    times = [item.when for _, item in (*plan.activities(), *plan.welfare()) if item.when]
    found = [day for when in times for day in resolve(when, period)]

    assert (period.year, period.term, period.half) == (year, term, None)
    assert {day.position for day in found} == {Position.INSIDE}
    assert period.start <= plan.issued <= period.end


@pytest.mark.parametrize("term", [1, 2])
def test_the_spring_festival_belongs_to_the_autumn_term(term):
    """Its gifts are given out before the holiday."""
    plan = KIT.loads(KIT.new("school", year=2027, term=term)).plan
    gifts = [measure.title for _, measure in plan.welfare() if measure.kind == "festival-gift"]

    assert any("春节" in title for title in gifts) is (term == 1)
