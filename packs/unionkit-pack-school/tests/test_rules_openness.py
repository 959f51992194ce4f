"""The rules about open school affairs and about names: who is told, of what, and what things are called."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_school
from unionkit import Kit, Plan
from unionkit.model import Paragraph, Part, Period
from unionkit.rules import Severity

KIT = Kit(discover=False, plugins=[unionkit_pack_school], strict=True)
PERIOD = Period(year=2026, half=2)
FOUR = {"教职工": "全体教职工", "学生": "在校学生", "家长": "学生家长", "社会": "社会"}


def findings(entries: list[tuple[str, str]], *prose: str) -> list[object]:
    """What the pack finds in a plan that makes these topics known to these audiences."""
    openness = [{"topic": topic, "audience": audience} for topic, audience in entries]
    plan = Plan(
        pack="school",
        period=PERIOD,
        content=tuple(Paragraph(text=text) for text in prose),
        data={"school": {"openness": openness}},
    )
    return [finding for finding in KIT.check(plan) if finding.code.startswith("SCH")]


def codes(entries: list[tuple[str, str]], *prose: str) -> list[str]:
    """Codes of these findings."""
    return [finding.code for finding in findings(entries, *prose)]


@settings(deadline=None)
@given(told=st.lists(st.sampled_from(sorted(FOUR)), min_size=1, max_size=6))
def test_the_party_that_is_left_out_is_named(told):
    """One finding about the list, with exactly the parties that no entry is for."""
    found = findings([("其他事项", FOUR[party]) for party in told])
    left = [party for party in FOUR if party not in told]

    assert [finding.code for finding in found] == (["SCH202"] if left else [])
    for finding in found:
        said = finding.message("zh").split("面向")[1].split("；")[0].replace("学生家长", "家长").split("、")
        assert sorted(said) == sorted(left)


@pytest.mark.parametrize(
    ("entries", "prose", "expected"),
    [
        ([("其他事项", "")], (), []),
        ([("其他事项", "全体教职工"), ("其他事项", "")], (), []),
        ([("其他事项", "村民")], (), []),
        ([("其他事项", "校内外")], (), []),
        ([("其他事项", "师生、家长和社会")], (), []),
        ([("其他事项", "全体教师、学生")], ("招生信息向社会公开，收费向家长公开。",), []),
        ([("Matter", "all staff, students, parents, the public")], (), []),
        ([("Matter", "all staff, students and their parents")], (), ["SCH202"]),
    ],
)
def test_an_audience_that_is_not_understood_is_not_judged(entries, prose, expected):
    """Nor is one that the prose completes."""
    assert codes(entries, *prose) == expected


ALL = ("其他事项", "校内外")


@pytest.mark.parametrize(
    ("topic", "audience", "is_enough"),
    [
        ("收费项目和标准", "全体教职工", False),
        ("收费项目和标准", "学生家长", True),
        ("收费项目和标准", "社会", True),
        ("免收费政策", "全体教职工", True),
        ("招生录取结果", "学生家长", False),
        ("招生录取结果", "社会", True),
        ("食堂账目", "全体教职工", False),
        ("教职工食堂账目", "全体教职工", True),
        ("奖学金评定结果", "全体教职工", False),
        ("奖学金评定结果", "师生", True),
        ("职称评聘结果", "学生家长", False),
        ("职称评聘结果", "全体教师", True),
        ("教代会决议", "社会", True),
        ("Admissions and fees charged", "the public", True),
        ("Admissions and fees charged", "all staff", False),
        ("校园绿化", "全体教职工", True),
    ],
)
def test_a_matter_is_known_to_those_whom_it_concerns(topic, audience, is_enough):
    """The public is everybody; what the lexicon does not know is not judged."""
    assert ("SCH203" in codes([ALL, (topic, audience)])) is not is_enough


def test_entries_on_one_matter_count_together():
    """Parents may have a line of their own."""
    assert codes([ALL, ("食堂账目", "全体教职工"), ("食堂伙食费", "学生家长")]) == []


def test_the_finding_says_who_should_be_told_and_by_which_document():
    """At the audience of the first entry on the matter."""
    (finding,) = findings([ALL, ("收费项目和标准", "全体教职工")])

    assert finding.path == ("data", "school", "openness", 1, "audience")
    assert "应当向学生家长公开" in finding.message("zh")
    assert "(fees) should be made known to parents" in finding.message("en")
    assert "信息公开" in finding.basis.worded()
    assert finding.severity is Severity.WARNING


# ------------------------------------------------------------------ names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按照《高等学校教职工代表大会暂行条例》开会。", "SCH301"),
        ("9月召开职代会。", "SCH302"),
        ("9月召开教工代表大会。", "SCH302"),
        ("9月召开职工代表大会。", "SCH302"),
        ("9月召开教职工代表大会。", None),
        ("9月召开教代会。", None),
        ("9月召开教职员工代表大会。", None),
        ("学习《企业职工代表大会条例》。", None),
        ("改掉“职代会”的叫法。", None),
        ("1985年的《高等学校教职工代表大会暂行条例》已经废止。", None),
    ],
)
def test_names_are_those_of_the_provisions(text, expected):
    """The fix puts the right one, and leaves nothing to find."""
    plan = Plan(pack="school", period=PERIOD, title="校务公开计划", content=(Paragraph(text=text),))
    found = [finding for finding in KIT.check(plan) if finding.code.startswith("SCH")]

    assert [finding.code for finding in found] == ([] if expected is None else [expected])
    for finding in found:
        mended = finding.fix.applied(plan)
        assert [each for each in KIT.check(mended) if each.code.startswith("SCH")] == []


def test_a_review_may_use_the_names_of_its_time():
    """What is past was called so."""
    part = Part(role="review", heading="回顾", content=(Paragraph(text="上半年召开了职代会。"),))

    assert [
        each.code
        for each in KIT.check(Plan(pack="school", period=PERIOD, title="公开", content=(part,)))
        if each.code.startswith("SCH")
    ] == []
