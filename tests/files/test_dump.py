"""What decides how a plan is written: what differs from the defaults, short forms, what fits on a line."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from unionkit.files import _unstructure, dump_plan, load_plan, to_dict
from unionkit.files._dump import flow_text, json_text, quoted, scalar
from unionkit.model import (
    Activity,
    FreeText,
    Goal,
    OnDay,
    Organization,
    Paragraph,
    Plan,
    Quantity,
    Status,
    Target,
    parse_schedule,
)
from unionkit.testing import lines

LONG = "甲" * 70
"""A unit that nobody writes: no notation is so long."""


def test_what_one_value_says_does_not_show_in_another() -> None:
    """An attribute that differs from its default is written, before and after values that leave it alone."""
    bare, full = Activity(title="甲"), Activity(title="甲", nth=2, owner="乙", consent=False, place="丙")
    plan = Plan(content=[bare, full, bare, Activity(title="甲", participants=0), bare])

    assert to_dict(plan)["content"] == [
        {"activity": "甲"},
        {"activity": "甲", "nth": 2, "owner": "乙", "place": "丙", "consent": False},
        {"activity": "甲"},
        {"activity": "甲", "participants": 0},
        {"activity": "甲"},
    ]


def test_what_must_be_given_comes_first() -> None:
    """The key that tells an item apart stands before the others, whatever their order in the class."""
    assert list(to_dict(Plan(content=[Goal(indicator="甲", owner="乙", id="a")]))["content"][0]) == [
        "goal",
        "id",
        "owner",
    ]


def test_an_attribute_equal_to_its_default_is_left_out() -> None:
    """Also where the equal value is another object."""
    plan = Plan(content=[Activity(title="甲", when=parse_schedule("9月"))], organization=Organization())

    assert to_dict(plan) == {"unionkit": 1, "content": [{"activity": "甲", "when": "9月"}]}


def test_the_values_of_a_plan_are_plain() -> None:
    """No enumeration is left among them, though json would write it."""
    status = to_dict(Plan(status=Status.DRAFT))["status"]

    assert type(status) is str


def test_values_are_the_callers_own() -> None:
    """Changing what was returned for a value changes nothing of what is returned for an equal one."""
    goal = Goal(indicator="甲", baseline=Quantity(1, LONG))
    plan = Plan(content=[goal])
    to_dict(plan)["content"][0]["baseline"].clear()

    assert to_dict(plan)["content"][0]["baseline"] == {"value": "1", "unit": LONG}


def test_equal_words_for_different_times_are_told_apart() -> None:
    """Words that say the time stand alone; the same words for another time do not, in whatever order they come."""
    said, other = parse_schedule("9月10日"), OnDay(wording="9月10日", month=9, day=11)
    plan = Plan(content=[Activity(title="甲", when=when) for when in (said, other, said, other)])
    when = [entry["when"] for entry in to_dict(plan)["content"]]

    assert when == ["9月10日", {"wording": "9月10日", "month": 9, "day": 11}] * 2
    assert load_plan(dump_plan(plan)) == plan


def test_equal_figures_are_written_alike() -> None:
    """However they were written; but the structured form, which keeps them, keeps their zeros too."""
    plan = Plan(
        content=[
            Goal(indicator="甲", target=Target(value=Decimal(value), unit=unit))
            for unit in ("%", LONG)
            for value in ("80.50", "80.5")
        ]
    )

    assert [entry["target"] for entry in to_dict(plan)["content"]] == [
        "= 80.5%",
        "= 80.5%",
        {"value": "80.50", "unit": LONG},
        {"value": "80.5", "unit": LONG},
    ]


def test_more_times_than_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered about values is bounded, and forgotten without harm."""
    monkeypatch.setattr(_unstructure, "REMEMBERED", 2)
    times = [parse_schedule(f"{month}月") for month in range(1, 13)]
    plan = Plan(content=[Activity(title="甲", when=when) for when in [*times, *times]])

    assert [entry["when"] for entry in to_dict(plan)["content"]] == [
        f"{month}月" for month in range(1, 13)
    ] * 2


@pytest.mark.parametrize("wording", ["适时", "2026/9月"])
def test_free_text_is_written_as_it_is_or_kept_apart(wording: str) -> None:
    """Words that are refused as a time keep their structured form."""
    plan = Plan(content=[Activity(title="甲", when=FreeText(wording=wording))])

    assert load_plan(dump_plan(plan)) == plan


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("甲", "甲"),
        ("A4", "A4"),
        ("12", '"12"'),
        ("１２", '"１２"'),
        ("1.50", '"1.50"'),
        ("²", "²"),
        ("二〇", "二〇"),
        ("null", '"null"'),
        ("true", '"true"'),
        ("甲 乙", "甲 乙"),
        (" 甲", '" 甲"'),
        ("甲: 乙", '"甲: 乙"'),
        ("", '""'),
        ("甲\x85", '"甲\\u0085"'),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    """Texts that YAML could take for something else are quoted, also in a list and in a mapping."""
    assert scalar(text) == written
    assert flow_text({"k": text, "l": [text]}) == f"{{k: {written}, l: [{written}]}}"
    assert yaml.safe_load(scalar(text)) == text


@given(text=lines() | st.text())
def test_quoted_text_is_json(text: str) -> None:
    """And YAML, which asks for more escapes."""
    assert json.loads(quoted(text)) == json.loads(json_text(text, "\n")) == text


def test_a_character_counts_once_whether_escaped_or_not() -> None:
    """What fits on a line of JSON is not decided by escapes that only keep editors from stumbling."""
    short, long = {"a": "\ufeff" * 90}, {"a": "\ufeff" * 120}

    assert json_text(short, "\n") == '{"a": "' + r"\ufeff" * 90 + '"}'
    assert json_text(long, "\n") == '{\n  "a": "' + r"\ufeff" * 120 + '"\n}'


def test_a_long_mapping_of_json_keeps_what_is_short_in_it_on_a_line() -> None:
    """Only what is too long is broken."""
    value = {"a": "甲" * 100, "b": [1, True, None], "c": {}, "d": ["乙"]}

    assert json_text(value, "\n") == (
        '{\n  "a": "' + "甲" * 100 + '",\n  "b": [1, true, null],\n  "c": {},\n  "d": [\n    "乙"\n  ]\n}'
    )


def test_content_and_facts_want_lines_of_their_own() -> None:
    """However short they are, and wherever they stand."""
    plan = Plan(
        content=[Paragraph(text="甲", facts=[Goal(indicator="甲")])],
        data={"a": {"b": [{"content": [1]}]}, "c": [[{"facts": 1}], [2]]},
    )

    assert dump_plan(plan) == (
        "unionkit: 1\ncontent:\n  - text: 甲\n    facts:\n      - {goal: 甲}\n"
        "data:\n  a:\n    b:\n      - content:\n          - 1\n  c:\n    -\n      - facts: 1\n    - [2]\n"
    )
