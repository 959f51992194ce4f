"""Every problem is reported where it stands, and every finding can be pointed at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import copy

import attrs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from unionkit import model
from unionkit.errors import PlanFileError, UnknownKeyError, UnknownNameError
from unionkit.files import PlanFile, dump_plan, from_dict, load_plan
from unionkit.files._unstructure import key_of
from unionkit.model import Path, Plan
from unionkit.testing import plans

# What a mapping, or another of its keys, cannot do without: renaming it is another mistake than a misspelt key.
TELLING = {
    "text",
    "heading",
    "content",
    "from",
    "to",
    "part",
    "month_day",
    "weekday",
    "lunar",
    "next_year",
} | {
    key_of(field)
    for name in model.__all__
    if attrs.has(kind := getattr(model, name))
    for field in attrs.fields(kind)
    if field.default is attrs.NOTHING
}


@attrs.frozen
class Spot:
    """A piece of the text that can be spoilt, what to put there, and which code that gives."""

    start: int
    end: int
    instead: str
    code: str


def spots(node: yaml.Node, path: Path = ()) -> Iterator[list[Spot]]:
    """For every scalar of a dumped plan, the ways of spoiling it or its key."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inside = (*path, key.value)
            if inside in {("unionkit",), ("data",)}:
                continue
            if isinstance(value, yaml.ScalarNode):
                wrong = [Spot(value.start_mark.index, value.end_mark.index, "[乱]", "UK011")]
                if key.value not in TELLING:
                    name = f"错{key.start_mark.index}"
                    wrong.append(Spot(key.start_mark.index, key.end_mark.index, name, "UK021"))
                yield wrong
            else:
                yield from spots(value, inside)
    elif isinstance(node, yaml.SequenceNode):
        for index, entry in enumerate(node.value):
            if isinstance(entry, yaml.ScalarNode):
                yield [Spot(entry.start_mark.index, entry.end_mark.index, "[乱]", "UK011")]
            else:
                yield from spots(entry, (*path, index))


@given(plan=plans(), data=st.data())
def test_planted_problems_are_all_reported_where_they_stand(plan: Plan, data: st.DataObject) -> None:
    """Misspelt keys and values of a wrong type, several at once, in the order of the file, and nothing else."""
    text = dump_plan(attrs.evolve(plan, title="甲"))
    found = list(spots(yaml.compose(text, Loader=yaml.CSafeLoader)))
    chosen = data.draw(st.sets(st.integers(0, len(found) - 1), min_size=1, max_size=4))
    planted = sorted(
        (data.draw(st.sampled_from(found[index])) for index in chosen), key=lambda spot: spot.start
    )

    spoilt, at, expected = "", 0, []
    for spot in planted:
        spoilt += text[at : spot.start]
        line = spoilt.split("\n")
        expected.append((spot.code, len(line), len(line[-1]) + 1, len(line[-1]) + len(spot.instead) + 1))
        spoilt += spot.instead
        at = spot.end
    with pytest.raises(PlanFileError) as caught:
        load_plan(spoilt + text[at:])

    assert [
        (
            "UK011" if isinstance(problem.error, UnknownNameError) else problem.code,
            problem.place.line,
            problem.place.column,
            problem.place.end_column,
        )
        for problem in caught.value.problems
        if problem.place
    ] == expected


FILE = """\
title: 清河中学工会2026年工作计划
# unionkit: ignore[UK201]
content:
  - heading: 主要工作  # unionkit: ignore[UK101, UK102]
    content:
      - 走访走访职工。
      - text: "召开\\t大会，再召开大会。"
        facts:
          - {activity: 大会, words: 大会, nth: 2}
"""


@pytest.mark.parametrize(
    ("path", "words", "nth", "place"),
    [
        ((), "", 1, "1:1-10:1"),
        (("title",), "", 1, "1:8-1:23"),
        (("title",), "工会", 1, "1:12-1:14"),
        (("signature",), "", 1, "1:1-10:1"),
        (("content", 0, "heading"), "", 1, "4:14-4:18"),
        (("content", 0, "content", 0), "", 1, "6:9-6:16"),
        (("content", 0, "content", 0, "text"), "", 1, "6:9-6:16"),
        (("content", 0, "content", 0), "走访", 2, "6:11-6:13"),
        (("content", 0, "content", 0), "走访", 3, "6:9-6:16"),
        (("content", 0, "content", 0), "开会", 1, "6:9-6:16"),
        (("content", 0, "content", 1, "text"), "大会", 2, "7:26-7:28"),
        (("content", 0, "content", 1, "facts", 0, "activity"), "", 1, "9:24-9:26"),
        (("content", 0, "content", 1, "facts", 7), "", 1, "9:11-10:1"),
        (("content", "heading"), "", 1, "4:3-10:1"),
    ],
)
def test_a_path_leads_to_its_place(path: Path, words: str, nth: int, place: str) -> None:
    """What is not written out is pointed at where it would stand; words that are not found, where they should be."""
    found = PlanFile.parse(FILE, name="plan.yaml").place(path, words, nth)

    assert f"{found.line}:{found.column}-{found.end_line}:{found.end_column}" == place
    assert found.file == "plan.yaml"


def test_comments_ask_to_ignore_codes() -> None:
    """On the line itself, or on a line of its own above it."""
    file = PlanFile.parse(FILE)

    assert file.ignores == {3: {"UK201"}, 4: {"UK101", "UK102"}}
    assert file.is_ignored("UK102", file.place(("content", 0, "heading")))
    assert not file.is_ignored("UK201", file.place(("content", 0, "heading")))


@given(plan=plans())
def test_a_plan_file_keeps_its_text(plan: Plan) -> None:
    """The text is there as it was given, so that a fix can change a few bytes of it."""
    text = f"# 注\n{dump_plan(plan)}# 完\n"

    assert PlanFile.parse(text).text == text
    assert PlanFile.parse(text).plan == plan


@pytest.mark.parametrize(
    ("entry", "nearest"),
    [
        ("{gaol: 覆盖面, target: 100%}", "goal"),
        ("{txet: 段落}", "text"),
        ("{headnig: 标题}", "heading"),
        ("{text: 会, facts: [{activty: 会}]}", "activity"),
    ],
)
def test_a_misspelt_key_that_tells_the_kind_is_pointed_at(entry: str, nearest: str) -> None:
    """With what was probably meant."""
    with pytest.raises(PlanFileError) as caught:
        load_plan(f"content:\n- {entry}\n")
    (problem,) = caught.value.problems

    assert isinstance(problem.error, UnknownKeyError)
    assert problem.error.nearest == nearest
    assert problem.place is not None
    assert problem.place.line == 2


def test_a_comment_within_a_text_is_none() -> None:
    """Words about ignoring findings ignore none."""
    file = PlanFile.parse(
        'content:\n- "x # unionkit: ignore[UK701] 某某"\n- 某某 # unionkit: ignore[UK701]\n'
    )

    assert dict(file.ignores) == {3: frozenset({"UK701"})}


@pytest.mark.parametrize("codes", ["UK101", ["UK101", "UK103"], "UK101, UK103"])
def test_a_key_asks_to_leave_findings_out(codes: str | list[str]) -> None:
    """JSON has no comments; the key speaks for the mapping it stands in and all that is in it."""
    plan = {
        "content": [
            {"activity": "甲", "ignore": codes},
            {"heading": "乙", "ignore": copy(codes), "content": [{"activity": "丙"}]},
            {"activity": "丁"},
        ]
    }
    for text in (
        json.dumps(plan, indent=1),
        yaml.safe_dump(plan, allow_unicode=True),
        yaml.safe_dump(plan, default_flow_style=False, indent=4, sort_keys=False),
    ):
        file = PlanFile.parse(text)
        asked = [
            file.is_ignored("UK101", file.place(path))
            for path in (("content", 0), ("content", 1, "content", 0), ("content", 2))
        ]

        assert asked == [True, True, False]
        assert not file.is_ignored("UK701", file.place(("content", 0)))
        assert from_dict(plan) == file.plan
        edited = file.edited(file.plan.replace_at("$.content[0].owner", "工会"))
        assert "ignore" in edited
        assert PlanFile.parse(edited).is_ignored("UK101", PlanFile.parse(edited).place(("content", 0)))
