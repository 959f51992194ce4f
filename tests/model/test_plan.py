"""A plan as a tree in reading order: walking it, its texts, identity, paths."""

from __future__ import annotations

import datetime as dt
import itertools
import os
import pickle
import subprocess
import sys
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unionkit.errors import DuplicateIdError, NotationError
from unionkit.model import (
    CORE_VOCABULARY,
    Activity,
    Budget,
    Committee,
    Data,
    Goal,
    GoalKind,
    InMonths,
    Item,
    Money,
    Organization,
    Paragraph,
    Part,
    Path,
    Period,
    Plan,
    Quantity,
    Result,
    Table,
    Target,
    Term,
    Vocabulary,
    WelfareMeasure,
    format_path,
    identity,
    parse_path,
    parse_schedule,
    texts,
)
from unionkit.testing import budgets, committees, data, facts, free_lines, lines, periods, plans

PLAN = Plan(
    title="计划",
    addressee="各分会",
    signature="工会",
    content=[
        Paragraph(text="前言", marker=""),
        Part(
            heading="目标",
            marker="一、",
            content=[
                Goal(indicator="覆盖面", text="覆盖全体。", marker="1."),
                Paragraph(
                    text="下半年体检一次。",
                    marker="2.",
                    facts=[
                        WelfareMeasure(title="体检", text="不印"),
                        Result(indicator="体检", value=Quantity(1, "次")),
                    ],
                ),
                Part(content=[Activity(title="运动会"), Paragraph(text="")]),
            ],
        ),
        Table(head=["项目", "元"], rows=[["体检", ""]], caption="预算", unit="元"),
    ],
)


def at(plan: Plan, path: Path) -> Any:
    """What a path leads to, by the names that plan files use."""
    found: Any = plan
    for step in path:
        if isinstance(step, int):
            found = found[step]
        else:
            names = {field.metadata.get("key", field.name): field.name for field in attrs.fields(type(found))}
            found = getattr(found, names[step])
    return found


def test_walking_visits_everything_in_reading_order() -> None:
    """Parts before their content, paragraphs before their facts."""
    assert [(format_path(path), type(node).__name__) for path, node in PLAN.walk()] == [
        ("$.content[0]", "Paragraph"),
        ("$.content[1]", "Part"),
        ("$.content[1].content[0]", "Goal"),
        ("$.content[1].content[1]", "Paragraph"),
        ("$.content[1].content[1].facts[0]", "WelfareMeasure"),
        ("$.content[1].content[1].facts[1]", "Result"),
        ("$.content[1].content[2]", "Part"),
        ("$.content[1].content[2].content[0]", "Activity"),
        ("$.content[1].content[2].content[1]", "Paragraph"),
        ("$.content[2]", "Table"),
    ]


def test_texts_are_what_is_printed() -> None:
    """Not the words of facts, which stand in their paragraph, and nothing that is empty."""
    assert [(format_path(path), text) for path, text in texts(PLAN)] == [
        ("$.title", "计划"),
        ("$.addressee", "各分会"),
        ("$.content[0].text", "前言"),
        ("$.content[1].marker", "一、"),
        ("$.content[1].heading", "目标"),
        ("$.content[1].content[0].marker", "1."),
        ("$.content[1].content[0].text", "覆盖全体。"),
        ("$.content[1].content[1].marker", "2."),
        ("$.content[1].content[1].text", "下半年体检一次。"),
        ("$.content[2].caption", "预算"),
        ("$.content[2].unit", "元"),
        ("$.content[2].table[0]", "项目"),
        ("$.content[2].table[1]", "元"),
        ("$.content[2].rows[0][0]", "体检"),
        ("$.signature", "工会"),
    ]


@given(plan=plans())
@example(plan=PLAN)
def test_paths_lead_to_what_they_came_with(plan: Plan) -> None:
    """Of everything that is walked, and of every text; no path comes twice."""
    walked = list(plan.walk())
    told = list(texts(plan))

    assert all(at(plan, path) is node for path, node in walked)
    assert all(at(plan, path) == text for path, text in told)
    assert len({path for path, _ in walked}) == len(walked)
    assert len({path for path, _ in told}) == len(told)
    assert "" not in {text for _, text in told}


@given(plan=plans())
@example(plan=PLAN)
def test_each_kind_of_item_is_found_in_order(plan: Plan) -> None:
    """Standing alone or stated by a paragraph."""
    for kind, found in (
        (Goal, plan.goals()),
        (Result, plan.results()),
        (Activity, plan.activities()),
        (WelfareMeasure, plan.welfare()),
    ):
        assert list(found) == [(path, node) for path, node in plan.walk() if isinstance(node, kind)]


@given(plan=plans())
def test_values_can_be_pickled(plan: Plan) -> None:
    """They cross processes whole, with equal hashes."""
    again = pickle.loads(pickle.dumps(plan))

    assert again == plan
    assert hash(again) == hash(plan)


def test_a_repr_shows_what_differs_from_the_defaults() -> None:
    """So that a plan of many parts stays readable."""
    assert (
        repr(Plan(content=[Part(content=[Paragraph(text="甲")])]))
        == "Plan(content=(Part(content=(Paragraph(text='甲'),)),))"
    )
    assert repr(Goal(indicator="甲", nth=2, keep=True)) == "Goal(nth=2, indicator='甲', keep=True)"
    assert repr(Plan(data={"a": 1})) == "Plan(data=Data({'a': 1}))"
    assert repr(Money.ZERO) == "Money(yuan=Decimal('0'))"


@pytest.mark.parametrize(
    ("organization", "period", "title"),
    [
        (Organization(name="清河中学工会"), Period(year=2026, half=2), "清河中学工会2026年下半年工作计划"),
        (Organization(), Period(year=2026), "2026年工会工作计划"),
        (Organization(), Period(half=1), "上半年工会工作计划"),
        (Organization(), Period(), "工会工作计划"),
    ],
)
def test_a_title_is_made_from_organization_and_period(
    organization: Organization, period: Period, title: str
) -> None:
    """Unless one is given; an empty one stays empty."""
    assert Plan(organization=organization, period=period).full_title == title
    assert Plan(organization=organization, period=period, title="").full_title == ""


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (Period(year=2026), dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
        (Period(year=2026, half=1), dt.date(2026, 1, 1), dt.date(2026, 6, 30)),
        (Period(year=2026, half=2), dt.date(2026, 7, 1), dt.date(2026, 12, 31)),
        (Period(year=2026, quarter=1), dt.date(2026, 1, 1), dt.date(2026, 3, 31)),
        (Period(year=2026, quarter=4), dt.date(2026, 10, 1), dt.date(2026, 12, 31)),
        (Period(year=2026, term=1), dt.date(2026, 9, 1), dt.date(2027, 1, 31)),
        (Period(year=2026, term=2), dt.date(2027, 2, 1), dt.date(2027, 8, 31)),
        (
            Period(first=dt.date(2026, 3, 5), last=dt.date(2027, 2, 9)),
            dt.date(2026, 3, 5),
            dt.date(2027, 2, 9),
        ),
        (Period(half=2), None, None),
        (Period(quarter=2), None, None),
        (Period(term=1), None, None),
    ],
)
def test_a_period_has_its_days(period: Period, start: dt.date | None, end: dt.date | None) -> None:
    """Where its year is known."""
    assert (period.start, period.end) == (start, end)


@given(period=periods())
def test_a_period_begins_before_it_ends(period: Period) -> None:
    """Or has no days at all, without a year."""
    assert (period.start is None) == (period.end is None) == (period.year is None and period.first is None)
    assert period.start is None or (period.end is not None and period.start <= period.end)


@given(year=st.integers(1949, 2100))
def test_parts_of_a_year_follow_upon_one_another(year: int) -> None:
    """Halves and quarters make up the year; terms the school year."""
    for parts in (
        [Period(year=year, half=half) for half in (1, 2)],
        [Period(year=year, quarter=quarter) for quarter in (1, 2, 3, 4)],
        [Period(year=year, term=term) for term in (1, 2)],
    ):
        for one, other in itertools.pairwise(parts):
            assert one.end is not None
            assert other.start == one.end + dt.timedelta(days=1)
    assert (Period(year=year, quarter=1).start, Period(year=year, half=2).end) == (
        Period(year=year).start,
        Period(year=year).end,
    )


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period(), ""),
        (Period(year=2026), "2026年"),
        (Period(half=1), "上半年"),
        (Period(year=2026, half=2), "2026年下半年"),
        (Period(year=2026, quarter=3), "2026年第三季度"),
        (Period(quarter=4), "第四季度"),
        (Period(year=2026, term=1), "2026—2027学年第一学期"),
        (Period(term=2), "第二学期"),
        (Period(first=dt.date(2026, 3, 5), last=dt.date(2026, 11, 9)), "2026年3月5日至2026年11月9日"),
    ],
)
def test_a_period_is_named_as_in_titles(period: Period, text: str) -> None:
    """With its year where it has one."""
    assert str(period) == text


@pytest.mark.parametrize(
    ("elected", "term", "ends"),
    [
        (dt.date(2023, 9, 10), 3, dt.date(2026, 9, 9)),
        (dt.date(2023, 1, 1), 5, dt.date(2027, 12, 31)),
        (dt.date(2023, 3, 1), 5, dt.date(2028, 2, 29)),
        (dt.date(2024, 2, 29), 3, dt.date(2027, 2, 28)),
        (dt.date(2024, 2, 29), 4, dt.date(2028, 2, 28)),
        (dt.date(2100, 12, 31), 10, dt.date(2110, 12, 30)),
        (None, 3, None),
        (dt.date(2024, 2, 29), None, None),
    ],
)
def test_a_term_ends_on_the_day_before_it_began(
    elected: dt.date | None, term: int | None, ends: dt.date | None
) -> None:
    """So many years later, in leap years too."""
    assert Committee(kind="committee", elected=elected, term=term).ends == ends


@given(committee=committees())
def test_every_term_has_an_end(committee: Committee) -> None:
    """Where election and length are known; it lies so many years later."""
    if committee.elected is None or committee.term is None:
        assert committee.ends is None
        return
    next_day = (committee.ends or dt.date.min) + dt.timedelta(days=1)

    assert next_day.year == committee.elected.year + committee.term
    assert abs((next_day.replace(year=2024) - committee.elected.replace(year=2024)).days) <= 1


@given(budget=budgets())
def test_a_budget_adds_up(budget: Budget) -> None:
    """Its totals are the sums of its lines, and a line is found by its id."""
    lines = (*budget.income, *budget.expenditure)

    assert budget.total_income.yuan + budget.total_expenditure.yuan == sum(line.amount.yuan for line in lines)
    assert all(budget.line(line.id) is line for line in lines if line.id is not None)
    assert budget.line("没有的编号") is None


@pytest.mark.parametrize(
    ("goal", "kind"),
    [
        (Goal(indicator="出席率", target=Target.parse(">= 90%")), GoalKind.RATE),
        (Goal(indicator="参与面", target=Target.parse("7成")), GoalKind.RATE),
        (Goal(indicator="建会", target=Target.parse("10家"), due=dt.date(2026, 12, 31)), GoalKind.COUNT),
        (Goal(indicator="先进职工之家", keep=True), GoalKind.STATUS),
        (Goal(indicator="先进职工之家", keep=True, due=dt.date(2026, 12, 31)), GoalKind.STATUS),
        (Goal(indicator="先进职工之家"), GoalKind.STATUS),
        (Goal(indicator="会费上交", due=dt.date(2026, 12, 31)), GoalKind.COMPLETION),
        (Goal(indicator="会费上交", when=parse_schedule("年底")), GoalKind.COMPLETION),
    ],
)
def test_the_kind_of_a_goal_follows_from_what_it_says(goal: Goal, kind: GoalKind) -> None:
    """A rate or a count has a figure; a status has none; a completion has a time."""
    assert goal.kind is kind


def test_an_id_that_is_used_twice_is_reported_with_both_places() -> None:
    """Also where one item stands alone and the other is a fact."""
    with pytest.raises(DuplicateIdError) as caught:
        Plan(
            content=[
                Part(content=[Goal(indicator="甲", id="a")]),
                Paragraph(text="乙", facts=[Result(indicator="乙", id="a")]),
            ]
        )

    assert (caught.value.first, caught.value.second) == ("$.content[0].content[0]", "$.content[1].facts[0]")


# ---------------------------------------------------------------- identity


@given(item=facts(), words=lines(filled=True), marker=lines())
def test_identity_is_that_of_the_content(item: Item, words: str, marker: str) -> None:
    """Which words an item quotes and how it is numbered do not count; its id does, alone."""
    moved = attrs.evolve(item, words=words, nth=2, marker=marker)

    assert identity(moved) == identity(item)
    assert identity(attrs.evolve(item, id="甲")) == "甲"
    assert identity(attrs.evolve(item, id=None, owner=f"{item.owner}甲")) != identity(
        attrs.evolve(item, id=None)
    )


@given(items=st.lists(facts().map(lambda item: attrs.evolve(item, id=None)), min_size=2, max_size=2))
def test_different_contents_have_different_identities(items: list[Item]) -> None:
    """Equal ones have the same, however their numbers are written."""
    plain = [attrs.evolve(item, words=None, nth=1, marker=None) for item in items]

    assert (identity(plain[0]) == identity(plain[1])) == (plain[0] == plain[1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Activity(title="甲;kind=乙"), Activity(title="甲", kind="乙")),
        (Activity(title="甲", place="乙"), Activity(title="甲", owner="乙")),
        (Activity(title="甲", participants=0), Activity(title="甲")),
        (Activity(title="甲"), WelfareMeasure(title="甲")),
        (Goal(indicator="甲", keep=True), Goal(indicator="甲")),
        (Goal(indicator="甲", target=Target(value=1)), Goal(indicator="甲", baseline=Quantity(1))),
    ],
)
def test_items_that_look_alike_have_identities_of_their_own(one: Item, other: Item) -> None:
    """No text of one field can pose as another field."""
    assert identity(one) != identity(other)


@given(item=facts())
def test_a_field_that_comes_with_a_later_version_changes_no_identity(item: Item) -> None:
    """As long as an item leaves it at its default; so calendars made before still fit."""
    later = attrs.make_class(
        type(item).__name__,
        {"later": attrs.field(default=(), kw_only=True)},
        bases=(type(item),),
        frozen=True,
    )
    entries = {field.name: getattr(item, field.name) for field in attrs.fields(type(item))}
    plain = {**entries, "id": None}

    assert identity(later(**plain)) == identity(attrs.evolve(item, id=None))
    assert identity(later(**plain, later=("甲",))) != identity(attrs.evolve(item, id=None))


def test_lists_of_an_item_are_told_apart() -> None:
    """However the texts in them are divided."""
    lists = (["甲"], ["甲", "乙"], ["甲乙"], ["甲', '乙"], ["乙", "甲"], [])

    assert len({identity(WelfareMeasure(title="慰问", triggers=entries)) for entries in lists}) == len(lists)


def test_equal_figures_make_equal_identities() -> None:
    """1 and 1.00 are the same number."""
    one = Goal(indicator="甲", target=Target(value=1, unit="家"))
    other = Goal(indicator="甲", target=Target(value="1.00", unit="家"))

    assert one == other
    assert identity(one) == identity(other)


def test_identity_is_the_same_in_every_process_and_version() -> None:
    """Calendars and baselines of last year refer by it: these digits never change."""
    item = Activity(title="运动会", when=InMonths(wording="9月", first=9, last=9), cost=Money("300.50"))
    program = (
        "from unionkit.model import *\n"
        "print(identity(Activity(title='运动会', when=parse_schedule('9月'), cost=Money.parse('300.5元'))))"
    )
    told = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()

    assert identity(item) == told == "9c35d0c17a147b1d"


# ---------------------------------------------------------------- paths, data, vocabulary


@given(path=st.lists(free_lines() | st.integers(0, 10**9 - 1)).map(tuple))
@example(path=("data", "a.b", "[0]", "", '"', "\\", 0, "0", "中文"))
def test_a_path_is_read_as_it_is_written(path: Path) -> None:
    """Whatever the keys are called."""
    assert parse_path(format_path(path)) == path


@pytest.mark.parametrize(
    "text",
    [
        "",
        "content",
        "$content",
        "$.",
        "$..a",
        "$[",
        "$[]",
        "$[-1]",
        "$[a]",
        '$["a]',
        '$["\\x"]',
        "$.a b",
        "$ ",
    ],
)
def test_other_paths_are_refused(text: str) -> None:
    """Each with an example of how to write one."""
    with pytest.raises(NotationError):
        parse_path(text)


@given(one=data())
def test_data_is_a_mapping_that_can_be_kept_in_sets(one: Data) -> None:
    """Equal to another of the same entries, and never to a dict."""
    again = Data(dict(one))

    assert again == one
    assert hash(again) == hash(one)
    assert Data() != {}
    assert len(one) == len(list(one))
    assert eval(repr(one), {"Data": Data, "Decimal": Decimal}) == one


def test_vocabularies_are_joined() -> None:
    """A pack adds its words, and may word those of the core anew."""
    both = CORE_VOCABULARY | Vocabulary(
        roles={"work": Term("work", "重点工作", "main work")}, sectors={"x": Term("x", "甲", "x")}
    )

    assert both.roles["work"].zh == "重点工作"
    assert both.sectors.keys() == {*CORE_VOCABULARY.sectors, "x"}
    with pytest.raises(TypeError):
        CORE_VOCABULARY | {}
