"""The starter plans: right from the first day, in every year, for any answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_community
from unionkit import Kit
from unionkit.model import PROVINCES, Target, texts
from unionkit.rules import Severity
from unionkit.testing import answers
from unionkit_pack_community import COMMUNITY

KITS = {
    lang: Kit(discover=False, plugins=[unionkit_pack_community], strict=True, lang=lang)
    for lang in ("zh", "en")
}
YEARS = st.integers(2024, 2035)
HALVES = st.sampled_from((1, 2))
NAMES = (
    "kind",
    "trigger",
    "role",
    "sector",
    "region",
    "pack",
    "wording",
    "when",
    "start",
    "end",
    "number",
    "occasion",
)
"""What is no prose, and so the same in both languages."""
MONTHS = {"November": 11}
"""Months that the English starters name, by their numbers in the Chinese ones."""


def skeleton(value: object, name: str = "") -> object:
    """What is left of a plan without its prose: structure, names, times and all figures."""
    match value:
        case str() if not isinstance(value, Enum) and name not in NAMES:
            numbered = re.sub("|".join(MONTHS), lambda month: f"{MONTHS[month[0]]}", value)
            return bool(value), re.findall(r"\d+", numbered)
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


def drawn(data: st.DataObject, half: int) -> dict[str, object]:
    """Answers to the questions of a half year, in any province."""
    return {**data.draw(answers(COMMUNITY, half=half)), "region": data.draw(st.sampled_from(PROVINCES))}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("half", [1, 2])
@pytest.mark.parametrize("year", range(2024, 2036))
def test_a_starter_as_it_comes_is_clean(year, half, lang):
    """The check finds nothing at all in it, not even something worth knowing."""
    kit = KITS[lang]
    report = kit.check(kit.loads(kit.new("community", year=year, half=half)))

    assert [finding.message("en") for finding in report] == []


@settings(deadline=None, max_examples=40)
@given(data=st.data(), year=YEARS, half=HALVES, lang=st.sampled_from(("zh", "en")))
def test_a_filled_starter_has_no_warning(data, year, half, lang):
    """Whatever the answers; that the caps of a province are not known is worth knowing."""
    kit = KITS[lang]
    report = kit.check(kit.loads(kit.new("community", year=year, half=half, answers=drawn(data, half))))

    assert [f.message("en") for f in report if f.severity is not Severity.INFO] == []
    assert {finding.code for finding in report} <= {"UK216"}


@settings(deadline=None, max_examples=15)
@given(data=st.data(), year=YEARS, half=HALVES)
def test_the_starters_are_the_same_plan(data, year, half):
    """Parts, items, kinds, times and figures agree; only the words differ."""
    given_answers = drawn(data, half)
    zh, en = (
        skeleton(kit.loads(kit.new("community", year=year, half=half, answers=given_answers)).plan)
        for kit in KITS.values()
    )

    assert zh == en


@settings(deadline=None, max_examples=15)
@given(data=st.data(), half=HALVES)
def test_the_budget_balances_for_any_headcounts(data, half):
    """Income is what is spent, and lines are not empty."""
    kit = KITS["zh"]
    plan = kit.loads(kit.new("community", year=2027, half=half, answers=drawn(data, half))).plan

    assert plan.budget.total_income == plan.budget.total_expenditure
    assert all(line.amount.yuan > 0 for line in (*plan.budget.income, *plan.budget.expenditure))


@pytest.mark.parametrize("half", [1, 2])
def test_each_starter_speaks_its_own_language(half):
    """In the English one only times, accounts and the province are Chinese: the program reads them."""
    zh, en = (kit.new("community", year=2027, half=half) for kit in KITS.values())
    read = re.compile(r"\b(when|account): [^,}\s]+|region: \"[^\"]+\"")

    assert [
        line
        for line in read.sub("", en).splitlines()
        if re.search("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", line)
    ] == []
    assert [text for _, text in texts(KITS["zh"].loads(zh).plan) if re.search("[A-Za-z]", text)] == []
    assert "← " in en


@pytest.mark.parametrize("half", [1, 2])
def test_chosen_activities_are_those_of_the_plan(half):
    """None of the others; without any, those that every union has remain."""
    kit = KITS["zh"]
    question = next(each for each in COMMUNITY.questions_of(half) if each.name == "activities")
    none = kit.loads(kit.new("community", year=2027, half=half, answers={"activities": []})).plan
    always = {item.title for _, item in none.activities()}
    for choice in question.choices:
        plan = kit.loads(
            kit.new("community", year=2027, half=half, answers={"activities": [choice.name]})
        ).plan

        assert len({item.title for _, item in plan.activities()} - always) == 1


@pytest.mark.parametrize("half", [1, 2])
def test_the_answers_arrive(half):
    """Names as they are given, headcounts in the data of the pack."""
    kit = KITS["zh"]
    told = {"name": "云山“{{ 1 }}”社区工会: #1", "jobless": 5, "hardship": 3, "members": 120}
    plan = kit.loads(kit.new("community", year=2027, half=half, answers=told)).plan

    assert plan.organization.name == told["name"] == plan.signature
    assert plan.data["community"]["jobless"]["registered"] == 5
    assert [file["number"] for file in plan.data["community"]["hardship"]] == ["KN-001", "KN-002", "KN-003"]


@pytest.mark.parametrize("half", [1, 2])
def test_a_union_without_jobless_members_and_files_needs_no_chapter_about_them(half):
    """Neither data, nor goals, nor money."""
    kit = KITS["zh"]
    plan = kit.loads(kit.new("community", year=2027, half=half, answers={"jobless": 0, "hardship": 0})).plan

    assert {"jobless", "hardship"} & set(plan.data["community"]) == set()
    assert [line.item for line in plan.budget.expenditure if "困难" in line.item or "失业" in line.item] == []


# ------------------------------------------------------------------ few women


@pytest.mark.parametrize(
    ("women", "owner", "other"),
    [(10, "女职工委员会", None), (9, "女职工委员", "女职工委员会"), (0, "", "女职工委员")],
)
@pytest.mark.parametrize("half", [1, 2])
def test_ten_women_have_a_committee(half, women, owner, other):
    """Fewer have a member of the union committee; where there are none, no text speaks of them."""
    kit = KITS["zh"]
    told = {"members": 20, "women": women, "jobless": 0, "hardship": 0}
    text = kit.rendered(
        kit.loads(kit.new("community", year=2027, half=half, answers=told)), "txt"
    ).data.decode()

    assert owner in text
    assert other is None or other not in text


@settings(deadline=None, max_examples=15)
@given(data=st.data(), half=HALVES)
def test_nobody_takes_part_who_is_not_there(data, half):
    """What women are invited to has no more than the women, and nothing more than the staff."""
    kit = KITS["zh"]
    told = drawn(data, half)
    plan = kit.loads(kit.new("community", year=2027, half=half, answers=told)).plan
    invited = [(item.title, item.participants.value) for _, item in plan.activities() if item.participants]

    assert all(0 < number <= told["staff"] for _, number in invited)
    assert all(number <= told["women"] for title, number in invited if "妇女" in title)


@settings(deadline=None, max_examples=15)
@given(data=st.data(), half=HALVES)
def test_aid_to_those_in_need_is_the_same_everywhere(data, half):
    """What is brought each quarter, on the card as in the plan, comes to the budget of the half year."""
    kit = KITS["zh"]
    told = {**drawn(data, half), "members": 300, "staff": 300, "women": 100, "jobless": 0}
    told["hardship"] = data.draw(st.integers(1, 200))
    plan = kit.loads(kit.new("community", year=2027, half=half, answers=told)).plan
    (aid,) = (item for _, item in plan.welfare() if item.kind == "hardship-aid")
    (card,) = (each for each in plan.data["community"]["visits"] if each["occasion"] == "hardship")
    (line,) = (each for each in plan.budget.expenditure if each.id == aid.line)

    assert card["per_head"] == aid.per_head.yuan
    assert line.amount.yuan == aid.per_head.yuan * aid.headcount.value * 2


@pytest.mark.parametrize("half", [1, 2])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_card_promises_money_that_the_budget_does_not_have(lang, half):
    """Without a file, those in need are helped to ask for aid."""
    kit = KITS[lang]
    plan = kit.loads(kit.new("community", year=2027, half=half, answers={"hardship": 0})).plan
    (card,) = (each for each in plan.data["community"]["visits"] if each["occasion"] == "hardship")

    assert "per_head" not in card


@pytest.mark.parametrize(("half", "said"), [(1, "以下是上半年的收支"), (2, "以下是下半年的收支")])
def test_the_budget_says_of_which_half_it_is(half, said):
    """A budget of the union is for a year."""
    kit = KITS["zh"]

    assert said in kit.new("community", year=2027, half=half)


def test_accounts_of_december_are_not_promised_before_its_end():
    """The meeting in the middle of the month hears those up to the end of November."""
    text = KITS["zh"].new("community", year=2027, half=2)

    assert text.count("截至11月底") == 3
