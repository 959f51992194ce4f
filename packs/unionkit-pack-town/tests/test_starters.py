"""The starter plans: whatever is answered, they can be signed, and all their figures agree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import get_args

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_town
from unionkit import Kit
from unionkit.errors import Lang
from unionkit.model import PROVINCES, Target
from unionkit.testing import answers
from unionkit_pack_town import TOWN

LANGS = get_args(Lang)
KITS = {lang: Kit(discover=False, plugins=[unionkit_pack_town], strict=True, lang=lang) for lang in LANGS}
YEARS = st.integers(2024, 2035)
HALVES = st.sampled_from((1, 2))


@settings(deadline=None, max_examples=20)
@given(data=st.data(), year=YEARS, half=HALVES, lang=st.sampled_from(LANGS))
def test_a_starter_has_no_findings_whatever_is_answered(data, year, half, lang):
    """Not even something worth knowing."""
    given_answers = data.draw(answers(TOWN, half=half))
    kit = KITS[lang]
    report = kit.check(kit.loads(kit.new("town", year=year, half=half, answers=given_answers)))

    assert [(finding.code, finding.message("en")) for finding in report] == []


@pytest.mark.parametrize("half", [1, 2])
def test_a_starter_keeps_the_limits_of_every_province(half):
    """Its amounts are below the lowest of them."""
    kit = KITS["zh"]
    for region in PROVINCES:
        report = kit.check(kit.loads(kit.new("town", year=2027, half=half, answers={"region": region})))

        assert [finding.message() for finding in report] == [], region


@settings(deadline=None, max_examples=20)
@given(data=st.data(), year=YEARS, half=HALVES)
def test_goals_register_and_budget_agree(data, year, half):
    """The goal is what the classes add up to, no class builds too much, and income is spending."""
    plan = (
        KITS["zh"]
        .loads(KITS["zh"].new("town", year=year, half=half, answers=data.draw(answers(TOWN, half=half))))
        .plan
    )
    classes = plan.data["town"]["classes"]
    goals = [
        goal.target.value for _, goal in plan.goals() if goal.indicator == "新增建会企业（含加入联合工会）"
    ]

    assert sum(goals) == sum(each["to_build"] for each in classes)
    assert all(each["organised"] + each["to_build"] <= each["enterprises"] for each in classes)
    assert all(each["to_standardise"] <= each["organised"] for each in classes)
    assert plan.budget.total_income == plan.budget.total_expenditure


NAMES = (
    "kind",
    "triggers",
    "role",
    "sector",
    "region",
    "pack",
    "wording",
    "when",
    "election",
    "elected",
    "size",
    "ownership",
    "task",
    "form",
)
"""What is no prose, and so the same in both languages."""


def skeleton(value: object, name: str = "") -> object:
    """What is left of a plan without its prose: structure, names, times and all figures but those of months."""
    match value:
        case str() if not isinstance(value, Enum) and name not in NAMES:
            return bool(value), re.findall(r"\d+(?![\d月])", value)
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


@settings(deadline=None, max_examples=15)
@given(data=st.data(), year=YEARS, half=HALVES)
def test_the_starters_are_the_same_plan_in_both_languages(data, year, half):
    """Parts, items, kinds, times and figures agree; only the words differ."""
    given_answers = data.draw(answers(TOWN, half=half))
    zh, en = (
        skeleton(KITS[lang].loads(KITS[lang].new("town", year=year, half=half, answers=given_answers)).plan)
        for lang in ("zh", "en")
    )

    assert zh == en


@pytest.mark.parametrize("half", [1, 2])
def test_an_activity_that_is_not_chosen_is_not_there(half):
    """Neither in the text nor in the budget."""
    plan = (
        KITS["zh"]
        .loads(KITS["zh"].new("town", year=2027, half=half, answers={"activities": [], "hardship": 0}))
        .plan
    )
    items = [line.item for line in plan.budget.expenditure]

    assert "文体活动" not in "".join(items)
    assert "困难职工帮扶" not in items
    assert not [measure for _, measure in plan.welfare() if measure.per_head is not None]
