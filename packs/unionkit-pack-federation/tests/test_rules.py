"""The rules of the pack: plans that break them, and plans that look as if they did."""

from __future__ import annotations

import inspect
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_federation
from unionkit import Kit, Plan
from unionkit.model import Period
from unionkit.rules import Confidence, Severity

KIT = Kit(discover=False, plugins=[unionkit_pack_federation], strict=True)
RULES = [rule for rule in KIT.rules if rule.code.startswith("FED")]
HALF = "period: {year: 2026, half: 2}"

numbers = st.integers(0, 400)
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


# ------------------------------------------------------------------ pages


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_of_a_page_show_what_they_say(rule):
    """The first block breaks the rule, the second does not."""
    blocks = re.findall(r"```yaml\n(.*?)```", inspect.getdoc(type(rule)), re.DOTALL)
    bad, good = (
        "content:\n" + re.sub("(?m)^", "  ", block) if block.startswith("- ") else block for block in blocks
    )
    period = "" if "period:" in bad else f"{HALF}\n"

    assert rule.code in found(period + bad)
    assert rule.code not in found(period + good)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_what_nobody_could_confirm_is_no_error(rule):
    """A limit whose text was not seen is at most a warning, and its codes are the pack's."""
    assert rule.pack == "federation"
    if rule.basis.confidence is not Confidence.CONFIRMED:
        assert rule.severity is not Severity.ERROR


def test_at_least_five_rules_have_a_basis():
    """They follow the law, the constitution or a notice, not only our own habits."""
    based = [rule for rule in RULES if rule.basis.title]

    assert len(based) >= 5


# ------------------------------------------------------------------ coverage


@SOME
@given(public=numbers, private=numbers, whole=st.integers(0, 800), covered=st.booleans())
def test_ownerships_add_up_to_the_whole(public, private, whole, covered):
    """The finding stands exactly where the two are not the whole, of units as of covered units."""
    key = "covered" if covered else "units"
    told = [
        {"subject": "建会", "ownership": kind, key: number}
        for kind, number in (("", whole), ("public", public), ("private", private))
    ]

    assert ("FED101" in with_data(coverage=told)) == (public + private != whole)


@pytest.mark.parametrize(
    "coverage",
    [
        [{"subject": "建会", "units": 9}, {"subject": "建会", "ownership": "public", "units": 4}],
        [{"subject": "建会", "units": 9}, {"subject": "协商", "ownership": "public", "units": 4}],
        [{"subject": "建会", "ownership": kind, "units": 9} for kind in ("public", "private")],
    ],
)
def test_what_is_not_told_is_not_added_up(coverage):
    """Two of the three prove nothing, nor do entries of different subjects."""
    assert with_data(coverage=coverage) == []


@pytest.mark.parametrize(
    ("goals", "is_found"),
    [
        ([("国有企业", ">= 90%")], True),
        ([("非公有制企业", ">= 50%")], True),
        ([("国有企业", ">= 90%"), ("民营企业", ">= 50%")], False),
        ([("国有企业", ">= 90%"), ("", ">= 70%")], False),
        ([("国有和非公有制企业", ">= 90%")], False),
        ([("规模以上企业", ">= 90%")], False),
        ([("国有企业", ">= 12家")], False),
    ],
)
def test_a_share_is_set_for_both_ownerships(goals, is_found):
    """One of them alone is told; a scope that names both, neither, or a count, is not."""
    lines = [f'  - {{goal: 集体合同签订率, scope: "{scope}", target: "{target}"}}' for scope, target in goals]

    assert ("FED102" in found(HALF + "\ncontent:\n" + "\n".join(lines))) == is_found


def test_coverage_with_an_aim_for_one_ownership_only_is_told():
    """The other one may be there without an aim, or all units have one."""
    public = {"subject": "公开", "ownership": "public", "target": ">= 95%"}

    assert with_data(coverage=[public]) == ["FED102"]
    assert with_data(coverage=[public, {"subject": "公开", "ownership": "private"}]) == []
    assert with_data(coverage=[public, {"subject": "公开", "target": ">= 80%"}]) == []


# ------------------------------------------------------------------ bodies


@pytest.mark.parametrize(
    ("second", "is_found"), [("清河镇总工会", True), ("清河 镇总工会", True), ("北岭镇总工会", False)]
)
def test_a_body_is_listed_once(second, is_found):
    """Spaces make no other body of it."""
    assert ("FED103" in with_data(bodies=[{"name": "清河镇总工会"}, {"name": second}])) == is_found


@pytest.mark.parametrize(
    ("elected", "is_found"),
    [("2021-12-31", True), ("2022-01-01", True), ("2022-01-02", False), ("2015-03-01", True)],
)
def test_a_term_that_ends_in_the_period_asks_for_an_election(elected, is_found):
    """The last day of the period counts; a term that ends the day after does not."""
    assert (
        "FED104" in with_data(bodies=[{"name": "清河镇总工会", "elected": elected, "term": 5}])
    ) == is_found


@pytest.mark.parametrize(
    ("activity", "is_found"),
    [
        ("{activity: 清河镇总工会换届选举, kind: election, when: 11月}", False),
        ("{activity: 指导基层工会换届, kind: election, when: 11月}", False),
        ("{activity: 北岭镇总工会换届选举, kind: election, when: 11月}", True),
        ("{activity: 清河镇文艺汇演, kind: culture-sport, when: 11月}", True),
    ],
)
def test_an_election_among_the_activities_counts(activity, is_found):
    """It names the body, or bodies below in general."""
    data = "data: {federation: {bodies: [{name: 清河镇总工会, elected: 2021-11-20, term: 5}]}}"

    assert ("FED104" in found(f"{HALF}\ncontent:\n  - {activity}\n{data}")) == is_found


@SOME
@given(large=numbers, covered=numbers, target=numbers, done=numbers)
def test_unions_to_set_up_are_as_many_as_the_law_asks(large, covered, target, done):
    """The finding stands exactly where more are missing than are still to be set up."""
    covered = min(covered, large)
    task = {"indicator": "新建工会", "target": target, "done": done}
    body = {"name": "清河镇总工会", "large": large, "large_covered": covered, "tasks": [task]}

    assert ("FED105" in with_data(bodies=[body])) == (large - covered > max(0, target - done))


# ------------------------------------------------------------------ indicators


@SOME
@given(target=numbers, shares=st.lists(numbers, min_size=1, max_size=4))
def test_tasks_add_up_to_the_target(target, shares):
    """Less is reported; more is a reserve."""
    bodies = [
        {"name": f"第{nth}工会", "tasks": [{"indicator": "新增会员", "target": share}]}
        for nth, share in enumerate(shares)
    ]

    codes = with_data(indicators=[{"name": "新增会员", "target": target}], bodies=bodies)

    assert ("FED201" in codes) == (sum(shares) < target)


@pytest.mark.parametrize("tasks", [[], [{"indicator": "新增会员"}], [{"indicator": "新增会员", "done": 4}]])
def test_a_sheet_that_is_being_filled_in_is_not_added_up(tasks):
    """Nobody has a task yet, or its number is not there."""
    assert (
        with_data(
            indicators=[{"name": "新增会员", "target": 9}], bodies=[{"name": "清河镇总工会", "tasks": tasks}]
        )
        == []
    )


@pytest.mark.parametrize(
    ("goal", "is_found"),
    [
        ('{goal: 新建工会, target: ">= 20家"}', False),
        ('{goal: 新建工会, target: ">= 21家"}', True),
        ('{goal: “新建 工会”, target: "= 18家"}', True),
        ('{goal: 新建工会, target: ">= 20"}', False),
        ('{goal: 新建工会, target: "18-22家"}', False),
        ('{goal: 新建工会, target: "~ 30家"}', False),
        ('{goal: 新建工会, target: "<= 30家"}', False),
        ('{goal: 新建工会, scope: 园区, target: ">= 8家"}', False),
        ('{goal: 新建工会, target: ">= 90%"}', False),
        ("{goal: 新建工会, keep: true}", False),
        ('{goal: 新增会员, target: ">= 8人"}', False),
    ],
)
def test_text_and_sheet_have_one_figure(goal, is_found):
    """Goals of the same name and all of the area are compared, in the same unit."""
    data = "data: {federation: {indicators: [{name: 新建工会, unit: 家, target: 20}]}}"

    assert ("FED202" in found(f"{HALF}\ncontent:\n  - {goal}\n{data}")) == is_found


def test_a_task_of_an_unknown_indicator_says_which_there_are():
    """It points at the name in the file."""
    text = (
        f"unionkit: 1\npack: federation\n{HALF}\ndata:\n  federation:\n    indicators: [{{name: 新建工会}}]\n"
        "    bodies: [{name: 清河镇总工会, tasks: [{indicator: 建会}]}]\n"
    )
    finding = next(finding for finding in KIT.check(KIT.loads(text)) if finding.code == "FED203")

    assert (finding.place.line, finding.path[-1]) == (7, "indicator")
    assert "新建工会" in finding.message("zh")


# ------------------------------------------------------------------ training


@SOME
@given(target=numbers, years=st.lists(st.tuples(numbers, st.none() | numbers), min_size=1, max_size=4))
def test_years_add_up_to_the_training(target, years):
    """A year that did more than its task counts with what it did."""
    told = [
        {"year": 2024 + nth, "target": task, **({} if done is None else {"done": done})}
        for nth, (task, done) in enumerate(years)
    ]
    codes = with_data(training=[{"title": "技术工人培训", "target": target, "years": told}])
    planned = sum(max(task, done or 0) for task, done in years)

    assert ("FED301" in codes) == (planned < target)


@pytest.mark.parametrize(
    ("years", "is_found"),
    [
        ([(400, None), (500, None)], False),
        ([(400, None), (400, None)], False),
        ([(500, None), (400, None)], True),
        ([(500, 650), (400, None)], False),
        ([(500, 500), (400, None)], True),
        ([(500, None), (None, None), (400, None)], False),
    ],
)
def test_a_training_that_falls_is_told(years, is_found):
    """Not where the year before did more than its task."""
    told = [
        {
            key: value
            for key, value in (("year", 2024 + nth), ("target", target), ("done", done))
            if value is not None
        }
        for nth, (target, done) in enumerate(years)
    ]

    assert ("FED302" in with_data(training=[{"title": "工会干部轮训", "years": told}])) == is_found


# ------------------------------------------------------------------ silence


def test_the_rules_ask_only_plans_of_the_pack():
    """Other plans may hold what they like, and are checked as plans of the pack only on request."""
    plan = Plan(period=Period(year=2026), data={"federation": {"shares": {"base": "10%"}}})

    assert [finding.code for finding in KIT.check(plan) if finding.code.startswith("FED")] == []
    assert "FED501" in [finding.code for finding in KIT.check(plan, pack="federation")]


@pytest.mark.parametrize("data", [3, {"bodies": 3}, {"bodies": [{"name": 4}]}, {"shares": "all"}])
def test_data_that_cannot_be_understood_is_left_to_loading(data):
    """The rules neither raise nor guess."""
    plan = Plan(pack="federation", period=Period(year=2026), data={"federation": data})

    assert [finding.code for finding in KIT.check(plan) if finding.code.startswith("FED")] == []
