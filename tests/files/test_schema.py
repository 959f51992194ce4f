"""The JSON Schema accepts all that loads; what else it accepts is the list on its page, and nothing more."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from enum import EnumMeta
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import attrs
import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from repository import ROOT
from type_pages import kinds
from unionkit import Kit
from unionkit.cli import main
from unionkit.errors import PlanFileError, Problem
from unionkit.files import dump_plan, load_plan, plan_schema, to_dict
from unionkit.files._schema_words import attributes, titled
from unionkit.files._schema_zh import WORDS
from unionkit.model import Plan, Recurrence
from unionkit.testing import plans

PAGE = ROOT / "docs" / "reference" / "schema.md"
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


# ---------------------------------------------------------------- how an editor reads YAML


class Editor11(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # the C loader where there is one
    """YAML 1.1 as JSON knows it: days stay text."""


Editor11.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:value")
    ]
    for first, resolvers in Editor11.yaml_implicit_resolvers.items()
}


class Editor12(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # as above
    """The core schema of YAML 1.2, as language servers read."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, pattern in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
    "merge": r"<<",
}.items():
    Editor12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})$"), None)
Editor12.add_constructor(
    "tag:yaml.org,2002:int",
    lambda loader, node: int(node.value, 0) if node.value[1:2] in ("o", "x") else int(node.value),
)


def views(text: str) -> list[Any]:
    """What editors make of the text of a plan file."""
    return [as_json(yaml.load(text, loader)) for loader in (Editor11, Editor12)]


def as_json(value: Any) -> Any:
    """With keys that are text, and numbers as JSON has them."""
    if isinstance(value, dict):
        return {str(key): as_json(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [as_json(entry) for entry in value]
    return float(value) if isinstance(value, Decimal) else value


@cache
def validator(*packs: str) -> jsonschema.Draft202012Validator:
    chosen = {name: pack for name, pack in Kit().packs.items() if name in packs}
    told = {name: (pack.title, pack.title_en, pack.data) for name, pack in chosen.items()}
    return jsonschema.Draft202012Validator(plan_schema(packs=told))


def complaints(value: Any, *packs: str) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in validator(*packs).iter_errors(value)]


# ---------------------------------------------------------------- all that loads


def test_it_is_a_json_schema() -> None:
    """By the rules of the draft that it names."""
    schema = plan_schema()

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


@given(plan=plans())
def test_every_plan_is_accepted(plan: Plan) -> None:
    """As plain values, and as an editor reads its YAML, by either version of YAML."""
    text = dump_plan(plan)

    assert complaints(json.loads(json.dumps(to_dict(plan)))) == []
    assert [complaints(view) for view in views(text)] == [[], []]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_every_example_is_accepted(file: Path) -> None:
    """Also with what their packs add."""
    found = [complaints(view, "school") for view in views(file.read_text(encoding="utf-8"))]

    assert found == [[], []]


@pytest.mark.parametrize("half", [1, 2])
def test_every_starter_is_accepted(half: int) -> None:
    """Of every pack that is installed."""
    kit = Kit()
    for pack in kit.packs.values():
        if half in pack.starters:
            text = kit.new(pack.name, year=2027, half=half)

            assert [complaints(view, pack.name) for view in views(text)] == [[], []]


def examples_in_docs() -> list[str]:
    """Every plan file that stands on a page."""
    found = []
    for file in sorted((ROOT / "docs").rglob("*.md")):
        blocks = re.findall(
            r"^```yaml[^\n]*\n(.*?)^```", file.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
        )
        found += [block for block in blocks if re.search("^unionkit: 1$|^unionkit: 1 ", block, re.MULTILINE)]
    return found


@pytest.mark.parametrize("text", examples_in_docs())
def test_every_plan_in_the_documentation_is_accepted(text: str) -> None:
    """What people copy is not underlined in their editor."""
    assert [complaints(view, "school") for view in views(text)] == [[], []]


ACCEPTED = [
    "unionkit: '1'",
    "title: 2026",
    "title: no",
    "title: TRUE",
    "title: 2026-07-01",
    "title: 0123",
    "title: 1e3",
    "title: 12:30",
    "title: ''",
    "title:",
    "content: [2026, yes, 一段话]",
    "content:",
    "content: [{heading: 1.5, content: }]",
    "content: [{content: }]",
    "content: [{goal: 建家, target: 90, baseline: 0.5, progress: '九成', due: '2026-09-10'}]",
    "content: [{goal: 建家, keep: 是, private: true}]",
    "content: [{goal: 建家, keep: True, nth: '2', words: 建家}]",
    "content: [{goal: 建家, target: {value: 1.5, upper: '2', unit: '%', comparator: }}]",
    "content: [{activity: 出游, when: 9, partners: 一中工会, same_day: false}]",
    "content: [{activity: 出游, when: no, partners: [一中工会, 12], cost: 五万元}]",
    "content: [{activity: 出游, when: {wording: 8月15, festival: 中秋节, nearness: on}}]",
    "content: [{activity: 出游, when: {wording: 年年, every: yearly}, kind: 自定}]",
    "content: [{activity: 联欢, when: {wording: 肉孜节, festival: 开斋节}}]",
    "content: [{activity: 展演, when: {wording: 五月, season: 职工文化月}}]",
    "content: [{activity: 例会, when: {wording: 例会日, every: weekly, weekday: [2, '4'], within: 9月}}]",
    "content: [{welfare: 慰问, trigger: illness, per_head: 0.5, headcount: '１２'}]",
    "content: [{welfare: 慰问, trigger: [illness, 自定], form: goods, per_head: 叁佰元整}]",
    "content: [{table: [1, 甲], rows: [[2, no]], unit: 元}]",
    "organization: {members: +12, women: 0012, staff: '٣'}",
    "organization: {funds: {retained: 60%, dues: 1万元}, delegates: {total: 3}}",
    "period: {from: 2026-09-01, to: 2027-01-31}",
    "period: {year: 2026, quarter: 4}",
    "status: approved\nnumber: 3\nattachments: [1, 名单]\napproved: 2026-07-01",
    "budget: {income: [{account: 会费收入, amount: 1.5万元, limit: , id: 7}], carried_over: 0}",
    "data: {school: 1, other: [no, {a: }]}",
]


@pytest.mark.parametrize("text", ACCEPTED)
def test_unusual_writing_is_accepted(text: str) -> None:
    """What a type takes by its key, whatever an editor takes it for."""
    load_plan(text)

    assert [complaints(view) for view in views(text)] == [[], []]


REFUSED = [
    "titel: 计划",
    "status: final",
    "period: {half: 3}",
    "period: {year: 1900}",
    "issued: 2026年7月1日",
    "issued: 2026-13-01",
    "organization: {members: -1}",
    "organization: {members: 多}",
    "organization: 清河中学工会",
    "content: 一段话",
    "content: [{goal: ' '}]",
    "content: [{goal: }]",
    "content: [{goal: 甲, activity: 乙}]",
    "content: [{role: work}]",
    "content: [null]",
    "content: [{goal: 甲, target: 较多}]",
    "content: [{goal: 甲, keep: 也许}]",
    "content: [{activity: 甲, cost: -3}]",
    "content: [{activity: 甲, when: {wording: 某日, festival: ' '}}]",
    "content: [{activity: 甲, when: {wording: 某日, every: weekly, weekday: [8]}}]",
    "content: [{welfare: 甲, form: cash}]",
    "content: [{welfare: 甲, trigger: ['']}]",
    "content: [{table: []}]",
    "content: [{text: 甲, facts: [乙]}]",
    "budget: {income: [{amount: 1}]}",
    "data: 1",
    "unionkit: 2",
    "data: {school: {congres: {}}}",
]


@pytest.mark.parametrize("text", REFUSED)
def test_mistakes_are_refused(text: str) -> None:
    """What an editor should mark, loading refuses too."""
    with pytest.raises(PlanFileError):
        Kit().loads(text)

    assert [bool(complaints(view, "school")) for view in views(text)] == [True, True]


# ---------------------------------------------------------------- what only loading refuses


def listed() -> list[tuple[str, str]]:
    """Language and text of the examples on the page."""
    text = PAGE.read_text(encoding="utf-8")
    return re.findall(r"^```(yaml|json)(?: no-run)?\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


def refusals(text: str) -> tuple[Problem, ...]:
    try:
        Kit().loads(text)
    except PlanFileError as error:
        return error.problems
    return ()


def kind_of(problem: Problem) -> str:
    """What is wrong, without the values that it is wrong with."""
    error = problem.error
    told = error.message("en")
    if error.code in ("UK011", "UK012"):
        told = getattr(error, "expected_en", "") or getattr(error, "what_en", "")
    elif error.code != "UK014":
        told = ""
    values = "|".join(("“[^”]*”", "-?[0-9]+", "[\u4e00-\u9fff]+", *Recurrence))
    return f"{error.code} {re.sub(values, '#', told)}"


@pytest.mark.parametrize(("language", "text"), listed())
def test_an_entry_of_the_list_is_accepted_and_does_not_load(language: str, text: str) -> None:
    """Otherwise the list says too much."""
    values = [json.loads(text)] if language == "json" else views(text)

    assert [] in [complaints(value, "school") for value in values]
    assert refusals(text)


ODD: list[Any] = [
    *(
        None,
        True,
        False,
        0,
        1,
        -1,
        3,
        13,
        99999,
        10**18,
        0.5,
        0.001,
        1e30,
        "",
        " ",
        "no",
        "on",
        "甲",
        "-1",
        "0",
    ),
    *(
        "99",
        "1.5",
        "9成",
        "五",
        "2月30日",
        "13月",
        "9月—3月",
        "2026-02-30",
        "2026-9",
        "12月",
        "0x1",
        "是",
        "甲\n乙",
    ),
    *(
        [],
        ["甲"],
        [""],
        [1],
        {},
        {"甲": 1},
        {"text": "甲"},
        {"value": 3},
        {"wording": "9月"},
        {"wording": "甲"},
    ),
    *("100", "32", "8", "上旬", "spring", "中秋节", "9月", "2026年9月"),
    *({"goal": "甲"}, {"content": []}, {"wording": "甲", "month": 2, "day": 30}),
]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place below a value."""
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for step, entry in entries:
        yield (*path, step)
        yield from places(entry, (*path, step))


def keys(schema: Any) -> set[str]:
    """All keys that stand anywhere in the schema."""
    found = set()
    if isinstance(schema, dict):
        found |= set(schema.get("properties", ())) if isinstance(schema.get("properties"), dict) else set()
        found |= {key for entry in schema.values() for key in keys(entry)}
    if isinstance(schema, list):
        found |= {key for entry in schema for key in keys(entry)}
    return found


KEYS = sorted(keys(plan_schema()) - {"data", "unionkit"})
LISTED = {kind_of(problem) for _, text in listed() for problem in refusals(text)}
FULL = """\
status: draft
organization:
  members: 10
  committees: [{kind: audit, size: 2, members: [{name: 甲, full_time: true}], elected: 2024-01-01, term: 3}]
  delegates: {total: 10, workers: 1, teachers: 1, managers: 1, women: 1}
  payroll: 1
  funds: {dues: 1, appropriation: 1, retained: 60%, balance: 1}
period: {year: 2026, quarter: 2}
content:
- role: work
  heading: 工作
  content:
  - text: 甲
    facts: [{goal: 甲, target: {value: 1, upper: 2}, due: 2026-01-01, words: 甲, nth: 1}]
- {activity: 甲, when: {wording: 甲, month: 1, day: 1, lunar: true, leap: true}, participants: 2, prizes: 1, cost: 3, partners: [甲]}
- {activity: 甲, when: {wording: 甲, first: 1, last: 1, part: 初}}
- {activity: 甲, when: {wording: 甲, festival: 中秋节, nearness: before}}
- {activity: 甲, when: {wording: 甲, every: monthly, interval: 2, times: 2, part: 初, by: true}}
- {activity: 甲, when: {wording: 甲, every: weekly, weekday: 1}}
- {activity: 甲, when: {wording: 甲, every: monthly, weekday: [5], nth: -1, within: 9月}}
- {activity: 甲, when: {wording: 甲, every: yearly, at: {wording: 乙, festival: 中秋节}}}
- {activity: 甲, when: {wording: 甲, start: 9月1日, end: {wording: 乙, month: 9, day: 3}}}
- {activity: 甲, when: {wording: 甲, quarter: 1, part: 初}}
- {activity: 甲, when: {wording: 甲, half: 1, year: 2026}}
- {activity: 甲, when: {wording: 甲, year_part: 年底}}
- {activity: 甲, when: {wording: 甲, season: 安全生产月}}
- {activity: 甲, when: {wording: 甲, term: autumn, year: 2026, week: 1}}
- {activity: 甲, when: {wording: 甲, holiday: summer}}
- {activity: 甲, when: {wording: 甲, before: 9月底}}
- {activity: 甲, when: {wording: 甲, occasion: birthday}}
- {activity: 甲, when: {wording: 甲, members: [9月, 中秋节], each: 1}}
- {welfare: 甲, trigger: [甲], form: goods, per_head: 1, headcount: 1, when: 9月}
- {result: 甲, value: 1家}
- {table: [甲], rows: [[甲]]}
budget: {income: [{account: 甲, amount: 1, limit: 1}], expenditure: [{account: 甲, amount: 1}], carried_over: 1}
issued: 2026-01-01
"""


WHOLE = yaml.load(FULL, Editor12)
BASES = [{key: value} for key, value in WHOLE.items() if key != "content"]
BASES += [{"content": [entry]} for entry in WHOLE["content"]]


@given(data=st.data())
def test_the_list_is_complete(data: st.DataObject) -> None:
    """Whatever is put wherever in a plan: what loads is accepted; what is accepted loads, or the list has why not."""
    plan = copy.deepcopy(data.draw(st.sampled_from(BASES)))
    for _ in range(data.draw(st.integers(1, 2))):
        path = data.draw(st.sampled_from(list(places(plan))))
        holder = plan
        for step in path[:-1]:
            holder = holder[step]
        step = (
            data.draw(st.sampled_from(KEYS))
            if isinstance(holder, dict) and data.draw(st.booleans())
            else path[-1]
        )
        holder[step] = copy.deepcopy(data.draw(st.sampled_from(ODD)))
    text = yaml.safe_dump(plan, allow_unicode=True)
    found = refusals(text)

    if found:
        assert {kind_of(problem) for problem in found} <= LISTED or complaints(plan), text
    else:
        assert complaints(plan) == [], text


# ---------------------------------------------------------------- words

KINDS = kinds()


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_everything_is_explained_in_both_languages(kind: Any) -> None:
    """Every type, key and closed name."""
    assert WORDS[kind.__name__][""]
    if isinstance(kind, EnumMeta):
        assert [str(member) for member in kind if not titled(kind, member).zh] == []
        return
    fields = [field for field in attrs.fields(kind) if field.init]

    assert [field.name for field in fields if not titled(kind, field).long_zh] == []
    assert [field.name for field in fields if not attributes(kind).get(field.name)] == []


def test_nothing_is_explained_that_is_not_there() -> None:
    """An entry of the Chinese table whose type or key is gone goes too."""
    left = []
    for name, entries in WORDS.items():
        if name in ("Content", "Fact", "Schedule", "Item"):
            continue
        kind = KINDS.get(name)
        there = (
            {member.name.lower() for member in kind}
            if isinstance(kind, EnumMeta)
            else {field.name for field in attrs.fields(kind)}
            if kind is not None
            else set()
        )
        left += [f"{name}.{entry}" for entry in entries if not kind or (entry and entry not in there)]

    assert left == []


def test_titles_and_descriptions_are_in_both_languages() -> None:
    """Each key shows its Chinese term beside itself; so do the keys of a pack."""
    schema = validator("school").schema
    nodes = [schema, *schema["$defs"].values()]
    poor = [
        f"{node['title']} {key}"
        for node in nodes
        for key, entry in node.get("properties", {}).items()
        if not re.search("[\u4e00-\u9fff].* · ", entry["title"])
        or not re.search("[a-z0-9]", entry["description"].partition("\n\n")[2] or entry["description"])
    ]

    assert poor == []


def test_docstrings_may_be_stripped() -> None:
    """Python's -OO takes them away; the schema is poorer, and still one."""

    @attrs.frozen
    class Plain:
        name: str = ""
        other: dict[str, int] = attrs.field(factory=dict)

    Plain.__doc__ = None
    schema = plan_schema(packs={"plain": ("平", "plain", Plain)})

    assert schema["$defs"]["Plain"]["properties"]["name"]["description"] == ""
    assert schema["$defs"]["Plain"]["properties"]["other"] == {
        "title": "other",
        "description": "",
        "anyOf": [{}, {"type": "null"}],
    }


# ---------------------------------------------------------------- the command


def test_the_command_prints_what_the_packs_add(capsys: pytest.CaptureFixture[str]) -> None:
    """Vocabulary and data, of the pack that is asked for."""
    assert main(["schema", "--pack", "school"]) == 0

    schema = json.loads(capsys.readouterr().out)
    assert "SchoolData" in schema["$defs"]
    assert {"const": "school", "title": "学校工会"}.items() <= schema["properties"]["pack"]["anyOf"][
        0
    ].items()


def test_the_command_names_a_pack_that_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    """As the other commands do."""
    assert main(["schema", "--pack", "nowhere"]) == 2

    assert "nowhere" in capsys.readouterr().err


def test_the_schema_is_the_same_every_time() -> None:
    """Byte for byte."""
    assert json.dumps(plan_schema()) == json.dumps(plan_schema())
