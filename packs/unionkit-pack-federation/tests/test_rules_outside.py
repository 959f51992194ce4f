"""The rules about the tripartite mechanism, funds and former names: plans that break them, and plans that only look so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_federation
from unionkit import Kit, Plan
from unionkit.model import Period

KIT = Kit(discover=False, plugins=[unionkit_pack_federation], strict=True)

SOME = settings(max_examples=30, deadline=None)
"""Each example checks a whole plan."""


def found(text: str, **options: object) -> list[str]:
    """Codes of the pack's own findings in the text of a plan."""
    file = KIT.loads(f"unionkit: 1\npack: federation\n{text}")
    return [finding.code for finding in KIT.check(file, **options) if finding.code.startswith("FED")]


def with_data(**data: object) -> list[str]:
    """Codes of the pack's own findings in a plan of 2026 with this data."""
    plan = Plan(pack="federation", period=Period(year=2026, half=2), data={"federation": data})
    return [finding.code for finding in KIT.check(plan) if finding.code.startswith("FED")]


# ------------------------------------------------------------------ the tripartite mechanism


@pytest.mark.parametrize(
    ("parties", "missing"),
    [
        (["清河县人社局", "清河县总工会", "清河县工商联"], ""),
        (["labour authority", "federation of trade unions", "enterprise confederation"], ""),
        (["清河县总工会", "清河县工商联"], "劳动行政部门"),
        (["清河县人社局", "清河县企业联合会"], "工会"),
        (["清河县人社局", "清河县总工会"], "企业方面代表"),
        ([], ""),
    ],
)
def test_all_three_sides_take_part(parties, missing):
    """The message names the one that is not there."""
    plan = Plan(
        pack="federation",
        period=Period(year=2026),
        data={"federation": {"tripartite": {"parties": parties}}},
    )
    messages = [finding.message("zh") for finding in KIT.check(plan) if finding.code == "FED401"]

    assert len(messages) == bool(missing)
    assert all(f"没有{missing}；" in message for message in messages)


@pytest.mark.parametrize(
    ("period", "meetings", "is_found"),
    [
        (Period(year=2026, half=1), ["2月", "5月"], False),
        (Period(year=2026, half=2), ["9月"], True),
        (Period(year=2026, half=2), ["每季度"], False),
        (Period(year=2026, half=2), ["每月"], False),
        (Period(year=2026), ["2月", "5月", "9月"], True),
        (Period(year=2026), ["2月", "5月", "9月", "11月"], False),
        (Period(year=2026, quarter=3), ["9月"], False),
        (Period(year=2026, half=2), [], False),
        (Period(half=2), ["9月"], False),
    ],
)
def test_the_three_sides_meet_each_quarter(period, meetings, is_found):
    """As many meetings as quarters are enough, and one that recurs."""
    data = {"federation": {"tripartite": {"meetings": [{"when": when} for when in meetings]}}}
    codes = [finding.code for finding in KIT.check(Plan(pack="federation", period=period, data=data))]

    assert ("FED402" in codes) == is_found


@pytest.mark.parametrize(
    ("head", "content", "is_found"),
    [
        ("organization: {name: 清河县总工会}\nperiod: {year: 2026}", "抓好职工技能竞赛。", True),
        ("organization: {name: 清河县总工会}\nperiod: {year: 2026}", "开好劳动关系三方会议。", False),
        ("organization: {name: 清河县总工会}\nperiod: {year: 2026, half: 2}", "抓好职工技能竞赛。", False),
        ("organization: {name: 清河县教育工会}\nperiod: {year: 2026}", "抓好教学竞赛。", False),
        ("organization: {name: Qinghe}\nperiod: {year: 2026}", "The tripartite meetings go on.", False),
    ],
)
def test_only_plans_for_a_year_are_reminded_of_the_mechanism(head, content, is_found):
    """Any mention is enough; education unions have none."""
    assert ("FED403" in found(f"{head}\ncontent: [{content}]")) == is_found


# ------------------------------------------------------------------ funds


@SOME
@given(base=st.integers(0, 100))
def test_the_base_keeps_its_share(base):
    """40% passes, less does not."""
    assert ("FED501" in with_data(shares={"base": f"{base}%"})) == (base < 40)


def test_a_share_that_a_core_rule_reports_is_not_told_again():
    """The same share may stand in the organization too."""
    text = "organization: {funds: {retained: %s}}\nperiod: {year: 2026}\ndata: {federation: {shares: {base: 35%%}}}"

    assert "FED501" not in found(text % "35%")
    assert "FED501" in found(text % "60%")


@SOME
@given(parts=st.lists(st.integers(0, 20), min_size=4, max_size=4), rest=st.integers(0, 20))
def test_all_shares_are_the_whole(parts, rest):
    """Five shares that are not 100% are reported; with one of them unknown nothing is."""
    names = ("county", "city", "province", "nation")
    shares = {name: f"{part}%" for name, part in zip(names, parts, strict=True)}
    whole = {**shares, "base": f"{100 - sum(parts) - (rest if sum(parts) + rest <= 100 else 0)}%"}
    is_less = rest > 0 and sum(parts) + rest <= 100

    assert ("FED502" in with_data(shares=whole)) == is_less
    assert "FED502" not in with_data(shares=shares)


def test_the_account_of_the_base_is_mended():
    """The fix writes the account of federations, and nothing else changes."""
    text = (
        "unionkit: 1\npack: federation\norganization: {sector: federation}\nperiod: {year: 2026}\n"
        "budget:\n  expenditure: [{account: 职工活动支出, amount: 10}, {account: 维权支出, amount: 20}]\n"
    )
    finding = next(finding for finding in KIT.check(KIT.loads(text)) if finding.code == "FED503")
    mended = finding.fix.applied(KIT.loads(text).plan)

    assert [line.account for line in mended.budget.expenditure] == ["职工活动组织支出", "维权支出"]
    assert "FED503" not in found(
        text.split("federation\n", 1)[1].replace("sector: federation", "sector: town")
    )


# ------------------------------------------------------------------ names


@pytest.mark.parametrize(
    ("words", "mended"),
    [
        ("与县劳动局联合检查。", "与县人力资源和社会保障局联合检查。"),
        ("与劳动和社会保障局联合检查。", "与人力资源和社会保障局联合检查。"),
        ("会同劳动保障部门开展检查。", "会同人力资源和社会保障部门开展检查。"),
        ("健全劳资三方机制。", "健全劳动关系三方机制。"),
        ("会同经贸委开展检查。", None),
        ("落实《县劳动局关于检查的通知》。", "-"),
        ("与县人力资源和社会保障局联合检查。", "-"),
        ("执行劳动和社会保障部令第22号。", "-"),
    ],
)
def test_former_names_are_mended_where_that_is_certain(words, mended):
    """What is quoted passes; a dash: nothing is found."""
    plan = KIT.loads(f"unionkit: 1\npack: federation\ncontent: [{words}]").plan
    findings = [finding for finding in KIT.check(plan) if finding.code == "FED601"]
    fixes = [finding.fix for finding in findings]

    assert len(findings) == (mended != "-")
    for fix in fixes:
        assert (fix and fix.applied(plan).content[0].text) == mended
