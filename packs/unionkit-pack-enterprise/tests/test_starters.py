"""The starter plans: right from the first day, for any enterprise, in every year, in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import unionkit_pack_enterprise
from unionkit import Kit
from unionkit.errors import Lang
from unionkit.model import PROVINCES, AtFestival, InMonths, InSeason, OnDay, Target, texts
from unionkit.rules import Severity
from unionkit_pack_enterprise import ENTERPRISE

LANGS = get_args(Lang)
KITS = {
    lang: Kit(discover=False, plugins=[unionkit_pack_enterprise], strict=True, lang=lang) for lang in LANGS
}
HALVES = (1, 2)
YEARS = range(2024, 2036)
SENSIBLE = st.text(st.sampled_from("东南西北江河山海明德华安达兴"), min_size=2, max_size=6).map(
    "{}机械厂工会".format
)
HOSTILE = st.text(
    st.sampled_from("\"'：:#{}[]{{ x }}{% y %}&<b>*|>-,，。《》 甲A1"), min_size=1, max_size=20
).map("某{}厂".format)


@st.composite
def answers(draw: st.DrawFn, half: int, names: st.SearchStrategy[str] = SENSIBLE) -> dict[str, object]:
    """Answers that a sensible officer may give: women among members among staff; any province, any choice."""
    asked = {question.name: question for question in ENTERPRISE.questions if half in question.halves}
    given: dict[str, object] = {}
    for name, question in asked.items():
        if question.kind == "text":
            given[name] = draw(names)
        elif question.kind == "region":
            given[name] = draw(st.sampled_from(sorted(PROVINCES)))
        elif question.kind == "choices":
            known = [choice.name for choice in question.choices]
            given[name] = draw(st.lists(st.sampled_from(known), unique=True))
        else:
            bound = given.get(question.at_most, question.most)
            given[name] = draw(st.integers(question.least, min(question.most, bound)))
    return given


def test_there_is_a_starter_for_each_half_year_in_each_language():
    """None is missing."""
    assert set(ENTERPRISE.starters) == {(half, lang) for half in HALVES for lang in LANGS}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("year", YEARS)
def test_a_starter_as_it_comes_has_nothing_to_find(year, half, lang):
    """Not even something worth knowing."""
    kit = KITS[lang]
    report = kit.check(kit.loads(kit.new("enterprise", year=year, half=half)))

    assert [finding.message("en") for finding in report] == []


@given(data=st.data(), half=st.sampled_from(HALVES), year=st.sampled_from(YEARS), lang=st.sampled_from(LANGS))
def test_a_starter_filled_in_with_anything_sensible_is_in_order(data, half, year, lang):
    """No finding weighs more than something worth knowing."""
    filled = data.draw(answers(half))
    kit = KITS[lang]
    report = kit.check(kit.loads(kit.new("enterprise", year=year, half=half, answers=filled)))

    assert [found.message("en") for found in report if found.severity is not Severity.INFO] == []


@given(data=st.data(), half=st.sampled_from(HALVES), lang=st.sampled_from(LANGS))
def test_every_answer_arrives_as_it_was_given(data, half, lang):
    """Quotes, colons, braces and marks of markup are only text."""
    filled = data.draw(answers(half, HOSTILE))
    plan = KITS[lang].loads(KITS[lang].new("enterprise", year=2027, half=half, answers=filled)).plan
    ours, told = plan.organization, plan.data["enterprise"]

    assert (ours.name, ours.parent, ours.region) == (filled["name"], filled["parent"], filled["region"])
    assert (ours.staff, ours.members, ours.women) == (filled["staff"], filled["members"], filled["women"])
    assert (told["talks"]["employer"], told["talks"]["workers"]) == (
        filled["employer"],
        filled["negotiators"],
    )
    assert told["safety"]["teams"] == filled["teams"]


@given(data=st.data(), half=st.sampled_from(HALVES))
def test_the_budget_balances_for_any_headcount(data, half):
    """Income is spending; what items cost is what their line holds."""
    filled = data.draw(answers(half))
    plan = KITS["zh"].loads(KITS["zh"].new("enterprise", year=2027, half=half, answers=filled)).plan
    spent: dict[str, int] = {}
    for _, item in (*plan.activities(), *plan.welfare()):
        cost = item.cost.yuan if item.cost else 0
        if not item.cost and getattr(item, "per_head", None) and item.headcount:
            cost = item.per_head.yuan * item.headcount.value
        if item.line:
            spent[item.line] = spent.get(item.line, 0) + cost
    lines = {line.id: line.amount.yuan for line in plan.budget.expenditure}

    assert plan.budget.total_income == plan.budget.total_expenditure
    assert {name: cost for name, cost in spent.items() if name != "visits"} == {
        name: amount for name, amount in lines.items() if name != "visits"
    }


@pytest.mark.parametrize("half", HALVES)
def test_what_is_chosen_is_there_and_nothing_else(half):
    """Each choice puts one activity into the plan."""
    question = next(each for each in ENTERPRISE.questions if each.kind == "choices" and half in each.halves)
    kit = KITS["zh"]

    def activities(*chosen: str) -> set[str]:
        text = kit.new("enterprise", year=2027, half=half, answers={"activities": chosen})
        return {activity.title for _, activity in kit.loads(text).plan.activities()}

    none = activities()
    added = [activities(choice.name) - none for choice in question.choices]

    assert [len(each) for each in added] == [1] * len(question.choices)
    assert len(set().union(*added)) == len(added)


def test_without_women_there_is_no_walk_of_women():
    """What nobody could take part in is left out, with its money."""
    kit = KITS["zh"]
    text = kit.new("enterprise", year=2027, half=1, answers={"women": 0, "activities": ["women"]})
    plan = kit.loads(text).plan

    assert [activity.title for _, activity in plan.activities() if "三八" in activity.title] == []
    assert plan.budget.line("culture") is None


@pytest.mark.parametrize(("staff", "called"), [(99, "职工大会"), (100, "职工代表大会")])
def test_a_small_enterprise_meets_with_all_of_its_staff(staff, called):
    """Delegates meet from a hundred on."""
    kit = KITS["zh"]
    text = kit.new("enterprise", year=2027, half=2, answers={"staff": staff, "members": staff, "women": 9})
    plan = kit.loads(text).plan

    assert f"召开{called}" in {activity.title for _, activity in plan.activities()}
    assert plan.data["enterprise"]["congress"].get("delegates") == (None if staff < 100 else 60)


@pytest.mark.parametrize("half", HALVES)
def test_the_plan_of_a_small_enterprise_speaks_of_no_delegates(half):
    """Neither its goals nor its papers; the chapter is about the assembly of all staff."""
    kit = KITS["zh"]
    answers = {"staff": 99, "members": 99, "women": 9}
    file = kit.loads(kit.new("enterprise", year=2027, half=half, answers=answers))
    plan, year = (
        kit.rendered(file, "txt", paper=paper).data.decode("utf-8-sig")
        for paper in (None, "contract-calendar")
    )

    assert "职工大会安排" in plan
    assert [word for word in ("职工代表", "代表提案", "职代会", "送达代表") if word in plan + year] == []


@pytest.mark.parametrize("half", HALVES)
def test_without_hardship_on_file_nothing_is_planned_about_it(half):
    """No goal, no task, no money."""
    kit = KITS["zh"]
    file = kit.loads(kit.new("enterprise", year=2027, half=half, answers={"hardship": 0}))

    assert [
        word
        for word in ("困难", "助学", "帮扶")
        if word in kit.rendered(file, "txt").data.decode("utf-8-sig")
    ] == []


@pytest.mark.parametrize(("women", "responsible"), [(0, []), (9, ["女职工委员"]), (10, ["女职工委员会"])])
@pytest.mark.parametrize("half", HALVES)
def test_a_committee_of_women_needs_ten_of_them(women, responsible, half):
    """Fewer have an officer; where there are none, there is no contract for them."""
    kit = KITS["zh"]
    plan = kit.loads(kit.new("enterprise", year=2027, half=half, answers={"women": women})).plan
    contracts = plan.data["enterprise"]["contracts"]

    assert [each["responsible"] for each in contracts if each["kind"] == "women"] == responsible
    assert {item.owner for _, item in plan.activities() if "女职工" in item.owner} <= set(responsible)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("half", HALVES)
def test_a_starter_keeps_to_its_half_year(half, lang):
    """Months and festivals lie within the period, no template syntax and no empty line is left over."""
    kit = KITS[lang]
    text = kit.new("enterprise", year=2027, half=half)
    plan = kit.loads(text).plan
    months = range(1, 7) if half == 1 else range(7, 13)
    times = [item.when for _, item in (*plan.activities(), *plan.welfare())]
    days = [plan.issued, *(goal.due for _, goal in plan.goals())]

    assert not set("{}") & set("".join(words for _, words in texts(plan)))
    assert "\n\n\n" not in text
    assert [when for when in times if isinstance(when, InMonths) and when.first not in months] == []
    assert [when for when in times if isinstance(when, OnDay) and when.month not in months] == []
    assert [day for day in days if day and not plan.period.start <= day <= plan.period.end] == []
    assert any(isinstance(when, AtFestival | InSeason) for when in times)
    assert all(item.owner for _, item in (*plan.goals(), *plan.activities(), *plan.welfare()))


# ------------------------------------------------------------------ the two languages

NAMED = ("kind", "trigger", "role", "sector", "region", "pack", "wording", "account", "id", "line", "when")
"""What is no prose, and so the same in both languages."""
TIMES = ("proposals", "collected", "reviewed", "renewal", "review", "chapters")


def skeleton(value: object, name: str = "") -> object:
    """What is left of a plan without its words: structure, kinds, times and figures."""
    match value:
        case str() if not isinstance(value, Enum) and name not in NAMED + TIMES:
            return bool(value)
        case Mapping():
            return {key: skeleton(entry, key) for key, entry in value.items()}
        case list() | tuple():
            return [skeleton(entry, name) for entry in value]
        case Target():  # its unit is a word
            return value.comparator, value.value, value.upper
        case _ if attrs.has(type(value)):
            return type(value).__name__, {
                field.name: skeleton(getattr(value, field.name), field.name)
                for field in attrs.fields(type(value))
            }
        case _:
            return value


@pytest.mark.parametrize("half", HALVES)
def test_the_starters_are_the_same_plan(half):
    """Parts, items, kinds, times and figures agree; only the words differ."""
    zh, en = (
        skeleton(KITS[lang].loads(KITS[lang].new("enterprise", year=2028, half=half)).plan) for lang in LANGS
    )

    assert zh == en


@pytest.mark.parametrize("half", HALVES)
def test_the_english_starter_is_english(half):
    """Only times, accounts and the province are Chinese: the program reads them."""
    text = KITS["en"].new("enterprise", year=2027, half=half)
    read = r"\b(when|proposals|collected|reviewed|renewal|review|region|account): [^,}\n]+"

    assert re.findall("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+", re.sub(read, "", text)) == []
    assert text.count("←") == KITS["zh"].new("enterprise", year=2027, half=half).count("←")
