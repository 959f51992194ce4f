"""The data of the pack: what it holds, and what it refuses."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unionkit_pack_federation
from unionkit import Kit
from unionkit.errors import ImpossibleValueError, InvalidValueError, PlanFileError
from unionkit.model import Quantity, Target
from unionkit_pack_federation import (
    Body,
    Coverage,
    FederationData,
    Indicator,
    Shares,
    Task,
    Training,
    TrainingYear,
    Tripartite,
    TripartiteMeeting,
)

KIT = Kit(discover=False, plugins=[unionkit_pack_federation], strict=True)
numbers = st.none() | st.integers(0, 99)

BROKEN = """\
unionkit: 1
pack: federation
data:
  federation:
    indicators: [{name: 新建工会, target: -4}]
    bodies:
      - {name: 清河镇总工会, enterprises: 10, covered: 11}
      - {nam: 北岭镇总工会}
    coverage: [{subject: 建会, target: 120%}, {subject: 建会, ownership: mixed}]
    training: [{title: 轮训, years: [{year: 2027}, {year: 2026}]}]
    shares: {base: 60%, county: 50%}
    tripartite: {meetings: [{when: 2月30日}]}
"""


def test_wrong_data_is_reported_with_its_place_and_path():
    """All of it at once, in the order of the file."""
    with pytest.raises(PlanFileError) as error:
        KIT.loads(BROKEN, name="plan.yaml")
    problems = error.value.problems

    assert [
        (problem.place.line, problem.path.removeprefix("$.data.federation.")) for problem in problems
    ] == [
        (5, "indicators[0].target"),
        (7, "bodies[0].covered"),
        (8, "bodies[1].nam"),
        (9, "coverage[0].target"),
        (9, "coverage[1].ownership"),
        (10, "training[0].years"),
        (11, "shares"),
        (12, "tripartite.meetings[0].when"),
    ]
    assert all(problem.error.message(lang) for problem in problems for lang in ("zh", "en"))


@pytest.mark.parametrize(
    "make",
    [
        lambda: Indicator(name=" "),
        lambda: Task(indicator="新建工会", done=-1),
        lambda: Task(indicator="新建工会", target=True),
        lambda: Body(name="清河镇总工会", ownership="mixed"),
        lambda: Body(name="清河镇总工会", large=9, enterprises=8),
        lambda: Body(name="清河镇总工会", large=9, large_covered=10),
        lambda: Body(name="清河镇总工会", enterprises=9, covered=4, large=6, large_covered=5),
        lambda: Body(name="清河镇总工会", term=0),
        lambda: Body(name="清河镇总工会", elected=dt.date(1800, 1, 1)),
        lambda: Body(name="清河镇总工会", tasks=(Task(indicator="建会"), Task(indicator="建会"))),
        lambda: Body(name="清河镇总工会", tasks="建会"),
        lambda: Coverage(subject="建会", units=3, covered=4),
        lambda: Coverage(subject="建会", target=Target.parse("80家")),
        lambda: Shares(base=Quantity.parse("60元")),
        lambda: Shares(base=Quantity.parse("101%")),
        lambda: Training(title="轮训", years=(TrainingYear(year=2026), TrainingYear(year=2026))),
        lambda: TrainingYear(year=1800),
        lambda: TripartiteMeeting(topics=("",)),
        lambda: Tripartite(parties="总工会"),
        lambda: FederationData(indicators=(Indicator(name="建会"), Indicator(name="建会"))),
        lambda: FederationData(coverage=(Coverage(subject="建会"), Coverage(subject="建会"))),
        lambda: FederationData(bodies=[Task(indicator="建会")]),
    ],
)
def test_what_cannot_be_cannot_be_built(make):
    """Neither negative numbers nor more than the whole, nor anything told twice."""
    with pytest.raises((InvalidValueError, ValueError)):
        make()


@given(enterprises=numbers, covered=numbers, large=numbers, large_covered=numbers)
def test_a_body_has_no_more_of_a_kind_than_of_all(enterprises, covered, large, large_covered):
    """Whatever is told and whatever is left out."""
    pairs = ((covered, enterprises), (large, enterprises), (large_covered, large), (large_covered, covered))
    is_impossible = any(None not in pair and pair[0] > pair[1] for pair in pairs)
    told = {
        "enterprises": enterprises, "covered": covered, "large": large, "large_covered": large_covered
    }  # fmt: skip

    if is_impossible:
        with pytest.raises(ImpossibleValueError):
            Body(name="清河镇总工会", **told)
    else:
        assert Body(name="清河镇总工会", **told).covered == covered


@given(
    tasks=st.lists(st.lists(numbers, min_size=2, max_size=2), min_size=1, max_size=4),
    groups=st.lists(st.sampled_from(["组织建设", "劳动关系", ""]), min_size=2, max_size=2),
)
def test_groups_hold_every_task_once(tasks, groups):
    """Each indicator stands in its group, each body in each group, and the totals add up."""
    names = ("新建工会", "新增会员")
    data = FederationData(
        indicators=[Indicator(name=name, group=group) for name, group in zip(names, groups, strict=True)],
        bodies=[
            Body(
                name=f"第{nth}工会",
                tasks=[Task(indicator=name, target=target) for name, target in zip(names, of, strict=True)],
            )
            for nth, of in enumerate(tasks)
        ],
    )
    totals = {task.indicator: task.target for group in data.groups for task in group.totals}

    assert [group.name for group in data.groups] == list(dict.fromkeys(groups))
    assert {len(group.rows) for group in data.groups} == {len(tasks)}
    for at, name in enumerate(names):
        known = [of[at] for of in tasks if of[at] is not None]
        assert totals[name] == (sum(known) if known else None)


def test_indicators_without_bodies_have_totals_of_nothing():
    """A sheet that nobody has filled in is no error."""
    group = FederationData(indicators=[Indicator(name="新建工会")]).groups[0]

    assert group.rows == ()
    assert group.totals == (Task(indicator="新建工会"),)


@pytest.mark.parametrize(
    ("elected", "term", "ends"),
    [
        (dt.date(2021, 11, 20), 5, dt.date(2026, 11, 19)),
        (dt.date(2024, 2, 29), 5, dt.date(2029, 2, 28)),
        (dt.date(2021, 3, 1), 5, dt.date(2026, 2, 28)),
        (None, 5, None),
        (dt.date(2021, 11, 20), None, None),
    ],
)
def test_a_term_ends_the_day_before_its_anniversary(elected, term, ends):
    """Also where there is no such day."""
    assert Body(name="清河镇总工会", elected=elected, term=term).ends == ends


@given(
    shares=st.fixed_dictionaries(
        {}, optional={name: st.integers(0, 100) for name in ("base", "county", "city", "province", "nation")}
    )
)
def test_shares_are_no_more_than_the_whole(shares):
    """However many of them are known."""
    told = {name: Quantity.parse(f"{share}%") for name, share in shares.items()}

    if sum(shares.values()) > 100:
        with pytest.raises(ImpossibleValueError):
            Shares(**told)
    else:
        assert Shares(**told).together == sum(shares.values())
