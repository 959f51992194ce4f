"""Plans as JSON: files, and plain values for programs."""

from __future__ import annotations

import json
import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from unionkit.errors import PlanFileError
from unionkit.files import PlanFile, dump_plan, from_dict, load_plan, to_dict
from unionkit.model import Data, DataValue, Part, Plan, texts
from unionkit.testing import data_values, free_lines, plans

from .marked import bars


def typed(value: DataValue) -> object:
    """A value of `data` with its types, which equality alone does not tell apart (1, 1.0 and true)."""
    if isinstance(value, Data):
        return {key: typed(entry) for key, entry in value.items()}
    if isinstance(value, tuple):
        return [typed(entry) for entry in value]
    return type(value), str(value)


@given(plan=plans())
def test_dump_then_load_gives_the_plan_back_in_json(plan: Plan) -> None:
    """Like YAML, and a second dump is the same text."""
    text = dump_plan(plan, "json")

    assert load_plan(text) == plan
    assert dump_plan(load_plan(text), "json") == text


@given(plan=plans())
def test_a_json_dump_is_json_for_everyone(plan: Plan) -> None:
    """The standard library reads the values of `to_dict`, and each line is a line everywhere."""
    text = dump_plan(plan, "json")

    assert json.loads(text) == to_dict(plan)
    assert text.splitlines() == text.removesuffix("\n").split("\n")
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


@given(plan=plans())
def test_plain_values_make_an_equal_plan(plan: Plan) -> None:
    """Also when `json` has written and read them, with escapes and without."""
    values = to_dict(plan)

    assert from_dict(values) == plan
    assert from_dict(json.loads(json.dumps(values))) == plan
    assert load_plan(json.dumps(values)) == load_plan(json.dumps(values, ensure_ascii=False)) == plan


@given(value=data_values())
def test_data_comes_back_from_json_with_its_types(value: DataValue) -> None:
    """Decimals stay decimals to the last zero."""
    plan = Plan(data={"pack": value})

    assert typed(load_plan(dump_plan(plan, "json")).data) == typed(plan.data)
    assert typed(from_dict(json.loads(json.dumps(to_dict(plan)))).data) == typed(plan.data)


@given(key=free_lines(), text=free_lines())
def test_keys_and_texts_of_data_are_kept_in_json(key: str, text: str) -> None:
    """Also with line breaks."""
    plan = Plan(data={key[:100]: {key[-100:]: text}})

    assert load_plan(dump_plan(plan, "json")) == plan


@pytest.mark.parametrize("key", ["$decimal", "$$decimal", "decimal"])
@pytest.mark.parametrize("value", ["1.50", Decimal("1.50"), 1, {"$decimal": "1.5"}])
def test_a_mapping_that_looks_like_a_decimal_stays_one(key: str, value: object) -> None:
    """No data can be mistaken for the way in which decimals are written."""
    plan = Plan(data={key: value, "inside": [{key: value}]})

    assert typed(load_plan(dump_plan(plan, "json")).data) == typed(plan.data)
    assert typed(Plan(data={key: {key: value}}).data) == typed(
        from_dict(to_dict(Plan(data={key: {key: value}}))).data
    )


def test_numbers_are_exact() -> None:
    """A number with a fraction is a decimal as it stands, whatever a float would make of it."""
    data = load_plan(
        '{"data": {"a": 0.10, "b": 12345678901234567.123456789, "c": 1e3, "d": -0, "e": 1.5e1}}'
    ).data

    assert typed(data) == {
        "a": (Decimal, "0.10"),
        "b": (Decimal, "12345678901234567.123456789"),
        "c": (int, "1000"),
        "d": (int, "0"),
        "e": (int, "15"),
    }


def test_values_may_be_texts_or_numbers() -> None:
    """As in YAML, a figure may be quoted."""
    items = '"content": [{"goal": "甲", "target": %s}, {"activity": "乙", "cost": %s, "participants": %s}]'

    bare, quoted = items % (90, 1.5, 3), items % ('"90"', '"1.5"', '"3"')

    assert load_plan("{" + bare + "}") == load_plan("{" + quoted + "}")
    assert load_plan('{"content": [{"goal": "甲", "target": 0.5}]}') == load_plan(
        "content: [{goal: 甲, target: 0.5}]"
    )


def test_escapes_are_those_of_json() -> None:
    """Two halves of a pair, a slash, a tab between tokens."""
    assert load_plan('\ufeff\n{\t"title"\t:\r\n"\\ud83d\\ude00\\/\\u7532\\""}').title == '😀/甲"'


def test_the_name_or_the_beginning_tells_json() -> None:
    """A flow mapping of YAML is YAML, unless the name says otherwise."""
    assert load_plan("{title: 甲}").title == "甲"
    assert PlanFile.parse('{"title": 甲} # 注', name="plan.yaml").plan.title == "甲"
    assert PlanFile.parse('{"title": "甲"}').is_json
    for text in ("title: 甲", '{"title": 甲}'):
        with pytest.raises(PlanFileError):
            PlanFile.parse(text, name="plan.json")


# name, text of the file with a bar before each place that must be reported, and the codes in that order
HOSTILE: list[tuple[str, str, str]] = [
    ("empty", "¦ \n", "UK029"),
    ("a list", "¦[]", "UK011"),
    ("a text", '¦"甲"', "UK011"),
    ("a number", "¦1", "UK011"),
    ("open brace", "{¦", "UK040"),
    ("open bracket", '{"content": [¦', "UK040"),
    ("open quote", '{"title": ¦"甲', "UK040"),
    ("no colon", '{"title" ¦"甲"}', "UK040"),
    ("no comma", '{"title": "甲" ¦"number": "乙"}', "UK040"),
    ("comma at the end", '{"title": "甲",¦}', "UK040"),
    ("comma at the end of a list", '{"content": ["甲",¦]}', "UK040"),
    ("two commas", '{"content": ["甲",¦,"乙"]}', "UK040"),
    ("single quotes", "{¦'title': '甲'}", "UK040"),
    ("key without quotes", "{¦title: 1}", "UK040"),
    ("comment", '{"title": "甲"} ¦// 注', "UK040"),
    ("second document", '{"title": "甲"} ¦{}', "UK040"),
    ("value left out", '{"title": ¦}', "UK040"),
    ("not a number", '{"data": {"a": ¦NaN}}', "UK040"),
    ("infinite", '{"data": {"a": ¦Infinity}}', "UK040"),
    ("negative infinite", '{"data": {"a": ¦-Infinity}}', "UK040"),
    ("leading zero", '{"data": {"a": ¦007}}', "UK040"),
    ("hexadecimal", '{"data": {"a": ¦0x10}}', "UK040"),
    ("plus", '{"data": {"a": ¦+1}}', "UK040"),
    ("point without digits", '{"data": {"a": 1¦.}}', "UK040"),
    ("Python's names", '{"data": {"a": ¦True}}', "UK040"),
    ("number without end", '{"data": {"a": ¦' + "9" * 5000 + "}}", "UK014"),
    ("exponent", '{"data": {"a": ¦1E999999999}}', "UK014"),
    ("endless exponent", '{"data": {"a": ¦1E' + "9" * 50 + "}}", "UK040"),
    ("small exponent", '{"data": {"a": ¦1E-999999999}}', "UK014"),
    ("half a surrogate pair", '{"title": "甲¦\\ud83d"}', "UK013"),
    ("second half alone", '{"title": "\\ud83d\\ude00¦\\ude00"}', "UK013"),
    ("half a pair behind a backslash", '{"title": "\\\\¦\\ud83d"}', "UK013"),
    ("half a pair as a character", '{"title": "¦\ud83d"}', "UK013"),
    ("half a pair in a key", '{¦"¦\\udc00": 1}', "UK021 UK013"),
    ("unknown escape", '{"title": "甲¦\\x"}', "UK040"),
    ("short escape", '{"title": "甲\\¦u12"}', "UK040"),
    ("NUL", '{"title": "甲¦\0"}', "UK013"),
    ("escaped NUL", '{"title": ¦"甲\\u0000"}', "UK013"),
    ("line break in a text", '{"title": "甲¦\n"}', "UK013"),
    ("BOM in the middle", '{¦\ufeff"title": "甲"}', "UK040"),
    ("blank that JSON does not know", '{¦\u00a0"title": "甲"}', "UK040"),
    ("duplicate key", '{"title": "甲",\n ¦"title": "乙"}', "UK023"),
    ("duplicate key by an escape", '{"title": "甲",\n ¦"titl\\u0065": "乙"}', "UK023"),
    ("two wrong values", '{"title": ¦1, "period": {"half": ¦3}}', "UK011 UK014"),
    ("number as text", '{"title": ¦20}', "UK011"),
    ("truth as number", '{"organization": {"members": ¦true}}', "UK011"),
    ("fraction of a person", '{"organization": {"members": ¦1.5}}', "UK011"),
    ("number as day", '{"issued": ¦20260901}', "UK011"),
    ("null in content", '{"content": [¦null]}', "UK011"),
    ("future version", '{"unionkit": ¦2}', "UK027"),
    ("version as truth", '{"unionkit": ¦true}', "UK027"),
    ("version with a fraction", '{"unionkit": ¦1.0}', "UK027"),
    ("tag", '{"title": ¦!!str "甲"}', "UK040"),
    ("alias", '{"title": ¦*a}', "UK040"),
    ("a hundred thousand brackets", '{"content": ' + "[" * 63 + "¦" + "[" * 100_000, "UK015"),
    ("a thousand braces", '{"a":' * 64 + "¦" + '{"a":' * 1000, "UK015"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "codes"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_hostile_json_file_is_refused_with_the_place_of_each_problem(marked: str, codes: str) -> None:
    """No other exception comes out, both languages word it, and it takes no time to speak of."""
    began = time.perf_counter()
    with pytest.raises(PlanFileError) as caught:
        PlanFile.parse(marked.replace("¦", ""), name="plan.json")

    problems = caught.value.problems
    assert [problem.code for problem in problems] == codes.split()
    places = [(problem.place.line, problem.place.column) for problem in problems if problem.place]
    assert places == bars(marked)
    assert caught.value.message("zh") != caught.value.message("en")
    assert time.perf_counter() - began < 30


@given(plan=plans())
def test_every_text_is_found_in_the_json_file(plan: Plan) -> None:
    """The place of a text covers it, in quotes."""
    text = dump_plan(plan, "json")
    file = PlanFile.parse(text)
    rows = text.split("\n")
    for path, _ in texts(plan):
        place = file.place(path)
        written = rows[place.line - 1][place.column - 1 : place.end_column - 1]

        assert place.line == place.end_line
        assert written[0] == written[-1] == '"'


def itself() -> dict[str, Any]:
    """A mapping that holds itself, twice."""
    values: dict[str, Any] = {}
    values["data"] = {"a": values, "b": values}
    return values


def doubled() -> dict[str, Any]:
    """A mapping of few objects that would be two to the sixtieth when written out."""
    values: Any = "x"
    for _ in range(60):
        values = [values, values]
    return {"data": {"a": values}}


@pytest.mark.parametrize(
    ("values", "problems"),
    [
        ({"titel": "甲"}, ["UK021 $.titel"]),
        ({"title": 1, "period": {"half": 3}}, ["UK011 $.title", "UK014 $.period.half"]),
        ({"content": [{"goal": "甲", "baseline": 1.5}]}, ["UK011 $.content[0].baseline"]),
        ({"data": {"a": 1.5}}, ["UK011 $.data.a"]),
        ({1: "甲"}, ["UK011 $"]),
        ({"data": {None: 1}}, ["UK011 $.data"]),
        ({"unionkit": 2}, ["UK027 $.unionkit"]),
        ({"title": "\ud83d"}, ["UK013 $.title"]),
        ({"title": b"x"}, ["UK011 $.title"]),
        ([], ["UK011 $"]),
        (None, ["UK011 $"]),
        (itself(), ["UK015 " + "$" + ".data.a" * 32]),
        (doubled(), ["UK014 $"]),
    ],
)  # fmt: skip
def test_plain_values_that_are_no_plan_are_refused_with_paths(values: Any, problems: list[str]) -> None:
    """All of them, each with its path; there is no place, because there is no text."""
    with pytest.raises(PlanFileError) as caught:
        from_dict(values)

    assert [f"{problem.code} {problem.path}" for problem in caught.value.problems] == problems
    assert {problem.place for problem in caught.value.problems} == {None}


def test_plain_values_are_the_callers_own() -> None:
    """Changing them changes no plan."""
    plan = Plan(content=[Part(heading="甲")], data={"a": {"b": [1]}})
    values = to_dict(plan)
    values["content"][0]["heading"] = "乙"
    values["data"]["a"]["b"].append(2)

    assert to_dict(plan) == {"unionkit": 1, "content": [{"heading": "甲"}], "data": {"a": {"b": [1]}}}


def test_a_json_dump_reads_well() -> None:
    """Short items stand on one line."""
    plan = load_plan(
        "title: 甲\ncontent: [{heading: 乙, content: [丙, {goal: 丁, target: 90%}]}]\ndata: {a: {b: 0.5}}"
    )

    assert dump_plan(plan, "json") == (
        "{\n"
        '  "unionkit": 1,\n'
        '  "title": "甲",\n'
        '  "content": [\n'
        "    {\n"
        '      "heading": "乙",\n'
        '      "content": [\n'
        '        "丙",\n'
        '        {"goal": "丁", "target": "= 90%"}\n'
        "      ]\n"
        "    }\n"
        "  ],\n"
        '  "data": {"a": {"b": {"$decimal": "0.5"}}}\n'
        "}\n"
    )
