"""The starter plans: clean with any sensible answers, the same plan in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import Any, get_args

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import unionkit_pack_federation
from unionkit import Kit
from unionkit.errors import AnswersFileError, Lang
from unionkit.model import PROVINCES, AtFestival, InMonths, OnDay, Target, texts
from unionkit.rules import Severity
from unionkit_pack_federation import FEDERATION
from unionkit_pack_federation._data import federation_data

LANGS = get_args(Lang)
KITS = {
    lang: Kit(discover=False, plugins=[unionkit_pack_federation], strict=True, lang=lang) for lang in LANGS
}
HALVES = (1, 2)
YEARS = range(2024, 2036)
HAN = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")

FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A starter is made, loaded and checked each time."""

places = st.sampled_from(["清河", "北岭", "河东", "南塘", "云溪", "白石"])


@st.composite
def answers(draw: st.DrawFn, half: int) -> dict[str, Any]:
    """Sensible answers: an area with a name, a province, and counts within their bounds."""
    made: dict[str, Any] = {}
    for question in FEDERATION.questions_of(half):
        match question.kind:
            case "text":
                made[question.name] = f"{draw(places)}县总工会" if question.name == "name" else "北岭市总工会"
            case "region":
                made[question.name] = draw(st.sampled_from(sorted(PROVINCES)))
            case "choices":
                known = [choice.name for choice in question.choices]
                made[question.name] = draw(st.lists(st.sampled_from(known), unique=True))
            case "count":
                most = min(question.most, made.get(question.at_most, question.most))
                made[question.name] = draw(st.integers(question.least, most))
    return made


def found(lang: Lang, text: str) -> list[tuple[str, str]]:
    """What the check finds in a starter, by code and message."""
    kit = KITS[lang]
    return [(finding.code, finding.message(lang)) for finding in kit.check(kit.loads(text))]


def skeleton(value: object, name: str = "") -> object:
    """What is left of a plan without its prose: structure, names, times and all figures."""
    same = ("kind", "trigger", "role", "sector", "region", "pack", "wording", "when", "ownership", "account")
    match value:
        case str() if not isinstance(value, Enum) and name not in same:
            return bool(value), re.findall(r"\d+", re.sub(r"\d+月", "", value))  # months are words in English
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


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("year", YEARS)
def test_a_starter_with_its_defaults_is_clean(year, half, lang):
    """The check finds nothing at all in it, not even something worth knowing."""
    assert found(lang, KITS[lang].new("federation", year=year, half=half)) == []


@FEW
@given(data=st.data(), year=st.sampled_from(YEARS), half=st.sampled_from(HALVES), lang=st.sampled_from(LANGS))
def test_a_starter_with_any_answers_has_no_warning(data, year, half, lang):
    """Wherever the federation is, however large, and whatever activities it chooses."""
    kit = KITS[lang]
    file = kit.loads(kit.new("federation", year=year, half=half, answers=data.draw(answers(half))))

    assert [
        (finding.code, finding.message("en"))
        for finding in kit.check(file)
        if finding.severity is not Severity.INFO
    ] == []


@FEW
@given(data=st.data(), half=st.sampled_from(HALVES))
def test_the_figures_of_a_starter_agree(data, half):
    """Income pays for spending, tasks add up to their targets, years to the whole, ownerships to all units."""
    given_answers = data.draw(answers(half))
    plan = KITS["zh"].loads(KITS["zh"].new("federation", year=2027, half=half, answers=given_answers)).plan
    told = federation_data(plan)
    whole, public, private = told.coverage

    assert plan.budget.total_income == plan.budget.total_expenditure
    assert [task.target for group in told.groups for task in group.totals] == [
        indicator.target for indicator in told.indicators
    ]
    assert told.training[0].planned == told.training[0].target == given_answers["trainees"]
    assert (whole.units, whole.covered) == (public.units + private.units, public.covered + private.covered)


@FEW
@given(data=st.data(), half=st.sampled_from(HALVES))
def test_an_activity_is_planned_where_it_was_chosen(data, half):
    """The part about activities holds those that were chosen, and the two that every plan has."""
    given_answers = data.draw(answers(half))
    plan = KITS["zh"].loads(KITS["zh"].new("federation", year=2027, half=half, answers=given_answers)).plan
    schedule = next(part for part in plan.content if part.role == "schedule")
    question = next(each for each in FEDERATION.questions_of(half) if each.name == "activities")
    chosen = {choice.zh for choice in question.choices if choice.name in given_answers["activities"]}
    every = {item.title for item in schedule.content} - chosen

    assert len(schedule.content) == len(chosen) + 2
    assert len(every) == 2


@FEW
@given(year=st.sampled_from(YEARS), half=st.sampled_from(HALVES), data=st.data())
def test_the_starters_are_the_same_plan_in_both_languages(year, half, data):
    """Parts, items, kinds, times and figures agree; only the words differ."""
    given_answers = data.draw(answers(half))
    zh, en = (
        skeleton(
            KITS[lang].loads(KITS[lang].new("federation", year=year, half=half, answers=given_answers)).plan
        )
        for lang in LANGS
    )

    assert zh == en


@pytest.mark.parametrize("half", HALVES)
def test_each_starter_speaks_its_own_language(half):
    """In the English one only times, accounts and the province are Chinese: the program reads them."""
    en = KITS["en"].new("federation", year=2027, half=half)
    zh = KITS["zh"].loads(KITS["zh"].new("federation", year=2027, half=half)).plan

    assert [
        line for line in re.sub(r"\b(when|region|account): [^,}\s]+", "", en).splitlines() if HAN.search(line)
    ] == []
    assert "← " in en
    assert [text for _, text in texts(zh) if re.search("[A-Za-z]", text)] == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("half", HALVES)
def test_a_starter_speaks_of_its_own_half_year_only(half, lang):
    """Dates and months lie within the period, festivals are among them, and no template syntax is left."""
    text = KITS[lang].new("federation", year=2027, half=half)
    plan = KITS[lang].loads(text).plan
    months = range(1, 7) if half == 1 else range(7, 13)
    times = [item.when for _, item in (*plan.activities(), *plan.welfare())]
    days = [plan.issued, *(goal.due for _, goal in plan.goals())]

    assert not set("{}") & set("".join(words for _, words in texts(plan)))
    assert [when for when in times if isinstance(when, InMonths) and when.first not in months] == []
    assert [when for when in times if isinstance(when, OnDay) and when.month not in months] == []
    assert [day for day in days if day and not plan.period.start <= day <= plan.period.end] == []
    assert sum(isinstance(when, AtFestival) for when in times) >= 2


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("half", HALVES)
def test_a_starter_has_no_stray_empty_lines(half, lang):
    """An empty line stands between blocks only, whatever was left out."""
    text = KITS[lang].new("federation", year=2027, half=half, answers={"activities": []})

    assert "\n\n\n" not in text
    assert not text.startswith("\n")


@pytest.mark.parametrize(
    "wrong",
    [
        {"members": 90_000, "staff": 80_000},
        {"trainees": 5},
        {"region": "清河县"},
        {"activities": ["opera"]},
        {"bodies": 3},
    ],
)
def test_answers_that_cannot_be_are_refused(wrong):
    """More members than employees, fewer trainees than tasks, no such province, activity or question."""
    with pytest.raises(AnswersFileError):
        KITS["zh"].new("federation", year=2027, half=1, answers=wrong)


@FEW
@given(
    name=st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1
    ).filter(str.strip)
)
def test_a_name_with_signs_of_yaml_or_of_templates_stays_a_name(name):
    """Nothing in an answer is read as YAML or run."""
    try:
        text = KITS["zh"].new("federation", year=2027, half=1, answers={"name": name})
    except AnswersFileError:  # signs that no plan can hold
        return

    assert KITS["zh"].loads(text).plan.organization.name == name.strip()
