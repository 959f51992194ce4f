"""Editing a file changes what was asked for, and no other byte."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.errors import InvalidValueError
from unionkit.files import PlanFile, dump_plan, load_plan
from unionkit.model import Activity, Goal, Money, Paragraph, Part, Plan, Table, Target, parse_schedule
from unionkit.testing import lines, plans

COMMENTED = """\
# 工作计划 (draft)
unionkit: 1
title:   '清河中学工会2026年工作计划'   # title
organization: {name: "清河中学工会",   members: 186}  # who

period:
    # which half
    year: 2026   # year
    half: 2

content:
  # ---- goals
  - role: goals
    heading: 工作目标
    content:
    - goal: 校务公开覆盖面   # first goal
      target: "= 100%"
      # the owner may change
      owner: 办公室
    # second goal
    - {goal: 先进职工之家, keep: true}  # flow
    # third
    - goal: 提案办结率
      target: {value: 90, unit: "%", comparator: ">="}
  - heading: |-
      主要工作

    content:
      -
        # an entry below its dash
        activity: 教职工
          代表大会
        when: 9月下旬
        partners: 女职工委员会
      - text: 召开大会。
        facts:
          - {activity: 大会, words: 大会}   # fact
      - 最后一段。
  # ---- end of content
attachments: [甲, '乙',
  丙]  # three
data:
  school:
    ratio: 1.5
    list:
    - 1
    - two
# the end"""

VARIANTS = {
    "as it is": COMMENTED,
    "CRLF": COMMENTED.replace("\n", "\r\n"),
    "BOM": "\ufeff" + COMMENTED,
    "line break at the end": COMMENTED + "\n",
}


def lost(text: str, made: str) -> list[str]:
    """Lines of comments that are no longer there."""
    comments = [line[line.index("#") :] for line in text.splitlines() if "#" in line]
    return [comment for comment in comments if comment not in made]


def applied(text: str, plan: Plan) -> str:
    """The text edited, after the checks that hold for every edit."""
    file = PlanFile.parse(text)
    made = file.edited(plan)
    again = PlanFile.parse(made, name="plan.json" if file.is_json else "plan.yaml")

    assert again.plan == plan
    assert again.edited(plan) == made
    return made


@pytest.mark.parametrize("text", VARIANTS.values(), ids=VARIANTS)
@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        ("$.title", "乙计划", "'清河中学工会2026年工作计划'", "'乙计划'"),
        ("$.organization.members", 190, "186", "190"),
        ("$.organization.name", "乙", '"清河中学工会"', '"乙"'),
        ("$.organization.women", 12, "186", "186, women: 12"),
        ("$.period.half", 1, "half: 2", "half: 1"),
        ("$.period.half", None, "\n    half: 2", ""),
        ("$.number", "清工〔2026〕3号", "# title", "# title\nnumber: 清工〔2026〕3号"),
        ("$.content[0].content[0].target", Target.parse(">= 95%"), '"= 100%"', '">= 95%"'),
        ("$.content[0].content[0].owner", "教代会", "办公室", "教代会"),
        ("$.content[0].content[0].owner", "", "\n      owner: 办公室", ""),
        ("$.content[0].content[0].scope", "全校", '"= 100%"', '"= 100%"\n      scope: 全校'),
        ("$.content[0].content[1].owner", "甲", "keep: true", "owner: 甲, keep: true"),
        ("$.content[0].content[1].keep", False, ", keep: true", ""),
        (
            "$.content[0].content[2].target",
            Target.parse(">= 95%"),
            '{value: 90, unit: "%", comparator: ">="}',
            '">= 95%"',
        ),
        ("$.content[1].heading", "其他工作", "|-\n      主要工作\n", "其他工作\n"),
        ("$.content[1].content[0].activity", "大会", "教职工\n          代表大会", "大会"),
        ("$.content[1].content[0].when", parse_schedule("10月"), "9月下旬", "10月"),
        ("$.content[1].content[0].partners", ("甲", "乙"), "partners: 女职工委员会", "partners:\n          - 甲\n          - 乙"),
        ("$.content[1].content[1].facts[0].cost", Money(200), "words: 大会", "words: 大会, cost: 200"),
        ("$.content[1].content[2].text", "别的一段。", "最后一段。", "别的一段。"),
        ("$.attachments[1]", "丁", "'乙'", "'丁'"),
        ("$.data.school.ratio", 2, "1.5", "2"),
        ("$.data.school.list[1]", "null", "two", '"null"'),
    ],
)  # fmt: skip
def test_one_value_is_changed_in_a_file_with_comments(
    text: str, path: str, value: object, old: str, new: str
) -> None:
    """Quotes, blanks, comments and line ends of the rest stay."""
    plan = load_plan(text).replace_at(path, value)
    break_ = "\r\n" if "\r" in text else "\n"
    old, new = old.replace("\n", break_), new.replace("\n", break_)

    assert text.count(old) == 1
    assert applied(text, plan) == text.replace(old, new)


@pytest.mark.parametrize("text", VARIANTS.values(), ids=VARIANTS)
@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("$.content[0]", Part(heading="甲", content=[Paragraph(text="乙。")])),
        ("$.content[2]", Paragraph(text="末段。")),
        ("$.content[0].content[0]", Goal(indicator="新", target=Target.parse("= 1"))),
        ("$.content[0].content[1]", Goal(indicator="新", owner="甲" * 120)),
        ("$.content[0].content[3]", Goal(indicator="新")),
        ("$.content[1].content[0]", Activity(title="新")),
        ("$.content[1].content[1]", Activity(title="新")),
        ("$.content[1].content[1].facts[0]", Activity(title="开", words="召开")),
        ("$.content[1].content[1].facts[1]", Activity(title="开", words="召开")),
        ("$.attachments[0]", "新"),
        ("$.attachments[2]", "新"),
        ("$.attachments[3]", "新"),
    ],
)
def test_an_entry_is_inserted_and_taken_out_again(text: str, path: str, value: object) -> None:
    """No comment is lost, and the file is then what it was."""
    plan = load_plan(text)
    made = applied(text, plan.insert(path, value))

    assert lost(text, made) == []
    assert applied(made, plan) == text


@pytest.mark.parametrize("text", VARIANTS.values(), ids=VARIANTS)
@pytest.mark.parametrize(
    ("path", "gone"),
    [
        ("$.content[0].content[0]", ["# first goal", "# the owner may change"]),
        ("$.content[0].content[1]", ["# flow"]),
        ("$.content[0].content[2]", []),
        ("$.content[1].content[2]", []),
        ("$.content[1].content[1].facts[0]", ["# fact"]),
        ("$.attachments[0]", []),
        ("$.attachments[2]", []),
        ("$.organization", ["# who"]),
        ("$.period", ["# which half", "# year"]),
        ("$.content[0]", ["# first goal", "# the owner may change", "# second goal", "# flow", "# third"]),
        ("$.data", []),
    ],
)
def test_what_is_taken_out_takes_no_more_than_its_own_comments(text: str, path: str, gone: list[str]) -> None:
    """Those within it and behind it."""
    made = applied(text, load_plan(text).remove(path))

    assert lost(text, made) == gone


@pytest.mark.parametrize("is_json", [False, True], ids=["yaml", "json"])
def test_a_short_form_of_one_key_is_none_of_another(is_json: bool) -> None:
    """A heading of one column may be written as a text; a text may not be written as a list of one."""
    plan, other = Plan(content=(Table(head=("",)),)), Plan(content=(Paragraph(text="", marker=""),))

    made = applied(dump_plan(plan, "json" if is_json else "yaml"), other)

    assert PlanFile.parse(made, name="plan.json" if is_json else "plan.yaml").plan == other


@given(plan=plans(), other=plans(), is_json=st.booleans())
def test_any_plan_can_be_made_of_any_other(plan: Plan, other: Plan, is_json: bool) -> None:
    """However much differs, the edited text holds exactly the new plan."""
    made = applied(dump_plan(plan, "json" if is_json else "yaml"), other)

    assert PlanFile.parse(made, name="plan.json" if is_json else "plan.yaml").plan == other


@given(plan=plans(), text=lines(filled=True), is_json=st.booleans(), data=st.data())
def test_an_edit_changes_only_the_lines_of_its_value(
    plan: Plan, text: str, is_json: bool, data: st.DataObject
) -> None:
    """As many lines as before, and one of them differs."""
    nodes = [path for path, node in plan.walk() if isinstance(node, Activity)]
    if not nodes:
        plan = plan.insert("$.content[0]", Activity(title="甲"))
        nodes = [("content", 0)]
    path: Any = (*data.draw(st.sampled_from(nodes)), "activity")
    before = dump_plan(plan, "json" if is_json else "yaml")
    after = applied(before, plan.replace_at(path, text))

    differing = [
        pair for pair in zip(before.split("\n"), after.split("\n"), strict=True) if len(set(pair)) > 1
    ]
    assert len(differing) <= 1


@given(plan=plans(), other=plans())
def test_a_plan_turns_into_another_and_back_under_comments(plan: Plan, other: Plan) -> None:
    """Comments on lines of their own around the file stay."""
    text = f"# 头\n{dump_plan(plan)}# 尾"
    made = applied(text, other)

    assert made.startswith("# 头\n")
    assert made.endswith("# 尾")


def test_an_impossible_value_is_refused_before_anything_is_edited() -> None:
    """The plan itself refuses it."""
    plan = load_plan(COMMENTED)

    with pytest.raises(InvalidValueError):
        plan.replace_at("$.organization.members", -1)


def test_an_edit_of_json_keeps_its_layout() -> None:
    """Own lines get own lines, and one line stays one line."""
    text = '{\n\t"title" : "甲",\n\t"content": [ "乙", {"goal":"丙"} ]\n}'
    plan = load_plan(text)

    assert applied(text, plan.replace_at("$.number", "1号")) == text.replace(
        '"甲"', '"甲",\n\t"number": "1号"'
    )
    assert applied(text, plan.replace_at("$.content[1].owner", "丁")) == text.replace(
        '"丙"', '"丙", "owner": "丁"'
    )
    assert applied(text, plan.remove("$.content[0]")) == text.replace('"乙", ', "")
    assert applied(text, plan.remove("$.title")) == text.replace('"title" : "甲",\n\t', "")
