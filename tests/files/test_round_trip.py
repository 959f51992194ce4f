"""A plan becomes a file and comes back as it was."""

from __future__ import annotations

import datetime as dt
import os
import pickle
import subprocess
import sys

import pytest
import yaml
from hypothesis import example, given

from unionkit.files import PlanFile, dump_plan, load_plan
from unionkit.model import (
    Activity,
    AtFestival,
    Budget,
    BudgetLine,
    Committee,
    Comparator,
    Data,
    DataValue,
    Delegates,
    Every,
    FreeText,
    Funds,
    Goal,
    Money,
    Nearness,
    OnDay,
    Organization,
    Paragraph,
    Part,
    Period,
    Person,
    Plan,
    Quantity,
    Recurrence,
    Result,
    Schedule,
    Table,
    Target,
    WelfareMeasure,
    texts,
)
from unionkit.testing import data_values, free_lines, lines, plans


def typed(value: DataValue) -> object:
    """A value of `data` with its types, which equality alone does not tell apart (1, 1.0 and true)."""
    if isinstance(value, Data):
        return {key: typed(entry) for key, entry in value.items()}
    if isinstance(value, tuple):
        return [typed(entry) for entry in value]
    return type(value), str(value)


@given(plan=plans())
def test_dump_then_load_gives_the_plan_back(plan: Plan) -> None:
    """What is written can be read again, whatever the plan holds."""
    assert load_plan(dump_plan(plan)) == plan


@given(plan=plans())
def test_a_dump_is_stable(plan: Plan) -> None:
    """Loading and writing again changes no byte, so that a file differs only where the plan does."""
    text = dump_plan(plan)

    assert dump_plan(load_plan(text)) == text


@given(plan=plans())
def test_a_dump_is_a_tidy_text_file(plan: Plan) -> None:
    """It ends with one line break, no line ends with a blank, and every line is a line for YAML too."""
    text = dump_plan(plan)
    content = text.removesuffix("\n")

    assert text.endswith("\n")
    assert content == content.rstrip()
    assert [line for line in content.split("\n") if line != line.rstrip()] == []
    assert content.splitlines() == content.split("\n")


@given(value=data_values())
def test_data_comes_back_with_its_types(value: DataValue) -> None:
    """What only a pack understands keeps its types, not only its values."""
    plan = Plan(data={"pack": value})

    assert typed(load_plan(dump_plan(plan)).data) == typed(plan.data)


@given(text=lines())
def test_no_text_changes_type_or_structure(text: str) -> None:
    """A text that looks like YAML, a number or a template stays that text, wherever it stands."""
    plan = Plan(
        title=text,
        content=[
            Paragraph(text=text),
            Paragraph(text=text, marker=text, facts=[Goal(indicator=f"计划{text}", scope=text)]),
            Part(content=[Paragraph(text=text)], role=text),
            Table(head=[text], rows=[[text]], caption=text),
        ],
        data={"key": text, "list": (text,)},
    )

    assert load_plan(dump_plan(plan)) == plan


@given(key=free_lines(), text=free_lines())
def test_keys_and_texts_of_data_are_kept(key: str, text: str) -> None:
    """Also with line breaks, and keys that look like YAML."""
    plan = Plan(data={key[:100]: {key[-100:]: text}})

    assert load_plan(dump_plan(plan)) == plan


@pytest.mark.parametrize(
    "plan",
    [
        Plan(),
        Plan(title=""),
        Plan(content=[Part()]),
        Plan(content=[Part(role="work", marker="")]),
        Plan(content=[Part(content=[Part(content=[Part()])])]),
        Plan(content=[Paragraph(text=""), Paragraph(text="", marker="")]),
        Plan(content=[Table(head=[""], rows=[[""], [" "]])]),
        Plan(content=[Goal(indicator="甲", target=Target(value=5, unit="家 / 年"))]),
        Plan(content=[Goal(indicator="甲", target=Target(value=-5, upper=-3, unit="度"))]),
        Plan(content=[Goal(indicator="甲", target=Target(value=1, unit="e", comparator=Comparator.ABOUT))]),
        Plan(content=[Goal(indicator="甲", baseline=Quantity("0.000000001", "家 / 年"))]),
        Plan(content=[Result(indicator="甲", value=Quantity(1, "千万户"))]),
        Plan(content=[Result(indicator="甲", value=Quantity(1, "家" * 100))]),
        Plan(content=[Result(indicator="甲", value=Quantity(1, "家" * 100, about=True))]),
        Plan(content=[Result(indicator="甲", value=Quantity(1, "份之一", about=True))]),
        Plan(budget=Budget()),
        Plan(organization=Organization(delegates=[Delegates(total=0)], funds=Funds())),
        Plan(data={"<<": 1, "": {"": []}, "null": {}, "a: b": [[], [[]], {}], "k" * 100: ["é" * 200]}),
        Plan(data={"a": 10**18 - 1, "b": -(10**18) + 1, "c": "1" * 19, "d": "-0", "e": "１２", "f": "1e3"}),
    ],
    ids=lambda plan: repr(plan)[:60],
)
def test_odd_plans_come_back(plan: Plan) -> None:
    """The corners of the model."""
    assert load_plan(dump_plan(plan)) == plan


@pytest.mark.parametrize(
    ("written", "yuan"),
    [
        ("300", "300"),
        ("300.50", "300.5"),
        ('"300"', "300"),
        ("300元", "300"),
        ("1.5万元", "15000"),
        ("五万元", "50000"),
        ("28000万", "280000000"),
        ("人民币叁佰元整", "300"),
    ],
)
def test_money_is_a_number_of_yuan_or_a_notation(written: str, yuan: str) -> None:
    """In budgets and everywhere; it is written as a number."""
    plan = load_plan(
        f"unionkit: 1\norganization: {{payroll: {written}}}\n"
        f"budget: {{expenditure: [{{account: 职工活动支出, amount: {written}, limit: {written}}}]}}\n"
    )

    assert plan.budget is not None
    assert plan.budget.total_expenditure == plan.organization.payroll == Money(yuan)
    assert f"payroll: {yuan}}}" in dump_plan(plan).replace('"', "").replace("\n", "}\n")


def test_facts_about_union_and_money_are_written_by_their_names() -> None:
    """A budget, committees with their people, delegates, funds, and a period of days."""
    plan = Plan(
        organization=Organization(
            committees=[
                Committee(kind="audit", size=3, members=[Person(name="甲", role="主任", votes=3)], term=5)
            ],
            delegates=[Delegates(total=60, women=30)],
            funds=Funds(dues=Money("12.50"), retained=Quantity(60, "%")),
        ),
        period=Period(first=dt.date(2026, 9, 1), last=dt.date(2027, 1, 31)),
        budget=Budget(expenditure=[BudgetLine(account="职工活动支出", amount=Money(300), id="活动")]),
        content=[
            Activity(title="甲", line="活动", partners=["乙"], same_day=True, consent=False, done=True),
            WelfareMeasure(title="乙", triggers=["illness"]),
            WelfareMeasure(title="乙", triggers=["illness", "birthday"]),
            Result(indicator="丙", value=Quantity.parse("约6000余人")),
        ],
    )
    written = yaml.safe_load(dump_plan(plan))

    assert load_plan(dump_plan(plan)) == plan
    assert str(written["period"]["from"]) == "2026-09-01"
    assert written["organization"]["committees"][0]["members"] == [{"name": "甲", "role": "主任", "votes": 3}]
    assert written["organization"]["delegates"] == {"total": 60, "women": 30}
    assert written["organization"]["funds"]["retained"] == "60%"
    assert written["budget"]["expenditure"] == [{"account": "职工活动支出", "amount": 300, "id": "活动"}]
    assert [entry.get("trigger") for entry in written["content"]] == [
        None,
        "illness",
        ["illness", "birthday"],
        None,
    ]
    assert written["content"][0] == {
        "activity": "甲",
        "partners": "乙",
        "line": "活动",
        "consent": False,
        "same_day": True,
        "done": True,
    }
    assert written["content"][3]["value"] == "约6000人"


@pytest.mark.parametrize(
    "when",
    [
        AtFestival(wording="9月", festival="中秋节", nearness=Nearness.BEFORE),
        AtFestival(wording="2026/9", festival="中秋节"),
        Every(wording="每逢佳节", recurrence=Recurrence.MONTHLY),
        OnDay(wording="2月30日", month=3, day=2),
        OnDay(wording="建会日", year=1950, month=6, day=29),
        FreeText(wording="2026/9月"),
        FreeText(wording="适时"),
    ],
    ids=lambda when: when.wording,
)
def test_a_time_whose_words_say_something_else_is_written_out(when: Schedule) -> None:
    """Where the wording alone would be read as another time, or not at all, the structured form is written."""
    plan = Plan(content=[Activity(title="甲", when=when)])

    assert load_plan(dump_plan(plan)) == plan


def test_a_dump_reads_as_a_person_would_write_it() -> None:
    """Short forms, block lists, facts on one line, quotes only where they are needed."""
    plan = Plan(
        title="清河中学工会2026年工作计划",
        content=[
            Part(
                role="work",
                heading="主要工作",
                content=[
                    Paragraph(text="开学后完成培训。"),
                    Paragraph(
                        text="代表出席率不低于90%。",
                        facts=[Goal(indicator="代表出席率", target=Target.parse(">= 90%"))],
                    ),
                    Table(head=["项目", "金额"], rows=[["体检", "300"]], unit="元"),
                ],
            )
        ],
    )

    assert dump_plan(plan) == (
        "unionkit: 1\n"
        "title: 清河中学工会2026年工作计划\n"
        "content:\n"
        "  - role: work\n"
        "    heading: 主要工作\n"
        "    content:\n"
        "      - 开学后完成培训。\n"
        "      - text: 代表出席率不低于90%。\n"
        "        facts:\n"
        '          - {goal: 代表出席率, target: ">= 90%"}\n'
        '      - {table: [项目, 金额], rows: [[体检, "300"]], unit: 元}\n'
    )


def test_a_dump_is_the_same_in_every_process() -> None:
    """No hash seed changes a byte."""
    program = (
        "from unionkit.files import dump_plan\n"
        "from unionkit.model import *\n"
        "plan = Plan(pack='school', data={key: {key: [1]} for key in 'zyxwv'}, content=[Goal(indicator=i) for i in 'ab'])\n"
        "print(dump_plan(plan), *map(identity, plan.content))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4321")
    }

    assert len(outputs) == 1


@given(plan=plans())
@example(plan=Plan())
def test_a_plan_file_crosses_processes(plan: Plan) -> None:
    """A pickled plan file is equal and still knows where things stand."""
    file = PlanFile.parse(dump_plan(plan), name="plan.yaml")
    again = pickle.loads(pickle.dumps(file))

    assert again == file
    assert again.place(("content", 0)) == file.place(("content", 0))


@given(plan=plans())
def test_every_text_is_found_in_the_file(plan: Plan) -> None:
    """The place of a text covers it, as it is written there."""
    text = dump_plan(plan)
    file = PlanFile.parse(text)
    rows = text.split("\n")
    for path, told in texts(plan):
        place = file.place(path)

        written = rows[place.line - 1][place.column - 1 :]
        assert place.line == place.end_line
        assert written.startswith((told, '"'))
