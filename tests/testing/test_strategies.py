"""The strategies build what the model wants, throw nothing away, and shrink to what they say."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, assume, find, given, settings
from hypothesis import strategies as st

from unionkit import testing
from unionkit.document import Column, Document, Figure, Grid, Text
from unionkit.model import (
    CORE_VOCABULARY,
    MAX_DEPTH,
    Activity,
    AtFestival,
    Budget,
    BudgetLine,
    Committee,
    CrossReference,
    Data,
    Delegates,
    Funds,
    Goal,
    GoalKind,
    Money,
    Organization,
    Paragraph,
    Part,
    Period,
    Person,
    Plan,
    Quantity,
    Result,
    Schedule,
    Table,
    Target,
    Vocabulary,
    WelfareMeasure,
    parse_schedule,
)
from unionkit.testing import (
    activities,
    amounts,
    blocks,
    budget_lines,
    budgets,
    calendar_years,
    committees,
    contents,
    cross_references,
    data,
    data_values,
    days,
    deadlines,
    decimals,
    delegations,
    documents,
    facts,
    festivals,
    figures,
    free_lines,
    free_texts,
    funds,
    goals,
    grids,
    halves,
    holidays,
    images,
    lines,
    months,
    organizations,
    paragraphs,
    parts,
    paths,
    periods,
    personal_dates,
    persons,
    plans,
    prose,
    quantities,
    quarters,
    recurrences,
    results,
    schedules,
    school_terms,
    seasons,
    several_times,
    spans,
    tables,
    targets,
    terms,
    vocabularies,
    welfare_measures,
)
from unionkit.testing._images import png

from .drawing import discarded, drawn, sample

SOURCES = Path(testing.__file__).parent


def time(words: str) -> Schedule:
    """The time of those words."""
    return parse_schedule(words)


MINIMAL: dict[Callable[[], st.SearchStrategy[Any]], object] = {
    activities: Activity(title="座谈会"),
    amounts: Money(0),
    blocks: Text(""),
    budget_lines: BudgetLine(account="会费收入", amount=Money(0)),
    budgets: Budget(),
    calendar_years: time("全年"),
    committees: Committee(kind="committee"),
    contents: Paragraph(text=""),
    cross_references: CrossReference(target="guidance", words="第一部分"),
    data: Data(),
    data_values: None,
    days: time("1月1日"),
    deadlines: time("1月1日前"),
    decimals: Decimal(0),
    delegations: Delegates(total=0),
    documents: Document(blocks=()),
    facts: Goal(indicator="入会率"),
    festivals: AtFestival(wording="元旦", festival="元旦"),
    figures: Figure(png(1, 1), "计划"),
    free_lines: "",
    free_texts: time("及时"),
    funds: Funds(),
    goals: Goal(indicator="入会率"),
    grids: Grid((Column(""),)),
    halves: time("上半年"),
    holidays: time("暑假"),
    images: png(1, 1),
    lines: "",
    months: time("1月"),
    organizations: Organization(),
    paragraphs: Paragraph(text=""),
    parts: Part(),
    paths: (),
    periods: Period(),
    personal_dates: time("生日"),
    persons: Person(name="李明"),
    plans: Plan(),
    prose: "",
    quantities: Quantity(0),
    quarters: time("第一季度"),
    recurrences: time("每月"),
    results: Result(indicator="入会率"),
    schedules: time("9月"),
    school_terms: time("本学期"),
    seasons: time("两节期间"),
    several_times: time("1月1日、1月1日"),
    spans: time("1月1日—1月2日"),
    tables: Table(head=["序号"]),
    targets: Target(value=0),
    terms: CORE_VOCABULARY.sectors["school"],
    vocabularies: Vocabulary(),
    welfare_measures: WelfareMeasure(title="节日慰问"),
}


# `answers` draws for a pack, and is tested with the contracts; the others draw nothing.
NO_STRATEGIES = {"answers", "assert_clean", "checks_of", "run_contract"}


def test_every_strategy_is_tested() -> None:
    """Also those that are new."""
    public = {name: getattr(testing, name) for name in testing.__all__}
    functions = {name for name, value in public.items() if not isinstance(value, type)}

    assert {strategy.__name__ for strategy in MINIMAL} == functions - NO_STRATEGIES


@pytest.mark.parametrize(
    ("strategy", "minimal"), MINIMAL.items(), ids=lambda value: getattr(value, "__name__", "")
)
def test_a_strategy_shrinks_to_what_it_says(
    strategy: Callable[[], st.SearchStrategy[Any]], minimal: object
) -> None:
    """The simplest value, that a reader of a failure sees at once; and the docstring names it."""
    simplest = find(
        strategy(),
        lambda _: True,
        settings=settings(database=None, derandomize=True, phases=[Phase.generate, Phase.shrink]),
    )

    assert simplest == minimal
    assert re.search("[Ss]hrinks to", strategy.__doc__ or "")


@pytest.mark.parametrize("strategy", MINIMAL, ids=lambda value: value.__name__)
def test_a_strategy_shows_as_the_call_that_made_it(strategy: Callable[[], st.SearchStrategy[Any]]) -> None:
    """Hypothesis prints it when a draw fails, and warns where it is written out over many pages."""
    assert repr(strategy()) == f"{strategy.__name__}()"
    assert repr(plans(max_depth=2)) == "plans(max_depth=2)"


@pytest.mark.parametrize("strategy", [plans, schedules, contents], ids=lambda value: value.__name__)
def test_a_failure_shows_a_value_as_it_can_be_written(strategy: Callable[[], st.SearchStrategy[Any]]) -> None:
    """By its own name, and not by the private functions that built it."""

    @settings(database=None, derandomize=True, phases=[Phase.generate], deadline=None)
    @given(value=strategy())
    def fail(value: object) -> None:
        assert value is None

    with pytest.raises(AssertionError) as caught:
        fail()
    said = "\n".join(caught.value.__notes__)

    assert re.search(r"value=[A-Z]\w+\(", said)
    assert not re.search(r"lambda|\b_\w+\(|worded\(", said)


# ---------------------------------------------------------------- nothing is thrown away


@pytest.mark.parametrize("strategy", MINIMAL, ids=lambda value: value.__name__)
def test_nothing_is_drawn_and_thrown_away(strategy: Callable[[], st.SearchStrategy[Any]]) -> None:
    """Values are built as the model wants them: at most one draw in a hundred is discarded."""
    assert discarded(strategy()) <= 0.01


@st.composite
def assumed(draw: st.DrawFn) -> int:
    """What is given up once in twenty draws."""
    number = draw(st.integers())
    assume(number % 20)
    return number


@pytest.mark.parametrize(
    "wasteful",
    [
        st.integers().filter(lambda number: number % 20),
        st.lists(st.integers().filter(lambda number: number % 20)),
        st.sampled_from(range(100)).filter(lambda number: number % 20),
        st.lists(st.booleans() | st.none(), unique_by=str),
        assumed(),
    ],
    ids=["filter", "filter-inside", "sampled", "unique", "assume"],
)
def test_what_is_thrown_away_is_seen(wasteful: st.SearchStrategy[object]) -> None:
    """One draw in twenty is enough, also where Hypothesis draws again before anyone notices."""
    assert discarded(wasteful) > 0.01


def test_what_is_kept_is_not_counted() -> None:
    """Lists, choices and flatmaps throw nothing away."""
    thrifty = st.integers(0, 3).flatmap(lambda size: st.lists(st.none() | st.text(), min_size=size))

    assert discarded(thrifty) == 0


@pytest.mark.parametrize("file", sorted(SOURCES.glob("*.py")), ids=lambda file: file.name)
def test_no_strategy_filters(file: Path) -> None:
    """They are built constructively."""
    found = re.findall(
        r"\.filter\(|\bassume\(|\breject\(|\bunique\w*=",
        file.read_text(encoding="utf-8"),
    )

    assert found == []


# ---------------------------------------------------------------- what is drawn


def test_every_kind_of_goal_is_drawn() -> None:
    """With and without figures and times."""
    assert {goal.kind for goal in sample(goals, 300)} == set(GoalKind)


def test_items_point_at_lines_of_the_budget() -> None:
    """Some at a line that is there, some at one that is not; and some plans have no budget."""
    found = sample(plans, 300)
    pointers = [
        plan.budget is not None and plan.budget.line(item.line) is not None
        for plan in found
        for _, item in (*plan.activities(), *plan.welfare())
        if item.line
    ]

    assert pointers.count(True) >= 10
    assert pointers.count(False) >= 10
    assert {plan.budget is None for plan in found} == {True, False}


def test_facts_quote_words_of_their_paragraph() -> None:
    """Some do, some quote words that are not there, some are of the whole paragraph."""
    quotes = [
        fact.words and paragraph.text.count(fact.words) >= fact.nth
        for paragraph in sample(paragraphs, 300)
        for fact in paragraph.facts
    ]

    assert set(quotes) == {True, False, None}


@pytest.mark.parametrize("depth", [1, 2, MAX_DEPTH, MAX_DEPTH + 1])
def test_parts_become_as_deep_as_asked(depth: int) -> None:
    """And no deeper, nor deeper than the model takes."""
    depths = {part.depth for part in drawn(parts(max_depth=depth), 100)}

    assert max(depths) <= min(depth, MAX_DEPTH)
    assert max(depths) >= min(depth, 2)


def test_content_without_parts_can_be_asked_for() -> None:
    """Of no level at all."""
    assert Part not in {type(content) for content in drawn(contents(max_depth=0), 100)}


@given(number=decimals(min_value=-1, max_value=2), fixed=decimals(min_value=7, max_value=7))
def test_numbers_keep_to_their_bounds(number: Decimal, fixed: Decimal) -> None:
    """Also where both are the same."""
    assert -1 <= number <= 2
    assert fixed == 7


@given(amount=amounts(max_yuan=3))
def test_amounts_keep_to_their_bound(amount: Money) -> None:
    """And are never less than nothing."""
    assert Money.ZERO <= amount <= Money(3)


def test_the_ends_of_the_bounds_are_drawn() -> None:
    """And numbers of all lengths between them, negative ones with decimals too."""
    numbers = drawn(decimals(min_value=-1, max_value=2), 300)

    assert {-1, 0, 1, 2} <= set(numbers)
    assert {-int(number.as_tuple().exponent) for number in numbers} == set(range(10))
    assert any(-1 < number < 0 for number in numbers)


# ---------------------------------------------------------------- the entry point


def test_the_entry_point_names_the_hook() -> None:
    """Hypothesis calls it when it is imported."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["entry-points"]["hypothesis"] == {"unionkit": "unionkit._hypothesis:register"}


def test_registering_imports_no_strategies() -> None:
    """Nobody who only imports Hypothesis waits for them, or for what reads files."""
    program = (
        "import json, sys\n"
        "import hypothesis.strategies\n"
        "from unionkit import _hypothesis\n"
        "_hypothesis.register()\n"
        "print(json.dumps([name for name in sys.modules if name.startswith('unionkit.')]))\n"
    )
    told = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env={**os.environ, "HYPOTHESIS_NO_PLUGINS": "1", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    parts_imported = {name.split(".")[1] for name in json.loads(told)}
    assert parts_imported <= {"_hypothesis", "_version", "errors", "model"}
