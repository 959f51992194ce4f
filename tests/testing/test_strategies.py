"""The strategies draw every field of every type, and shrink to what they say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from unionkit import _hypothesis, model, testing
from unionkit.model import (
    MAX_DEPTH,
    Activity,
    AtFestival,
    Comparator,
    Data,
    FreeText,
    Goal,
    InMonths,
    Money,
    MonthPart,
    Nearness,
    OnDay,
    Organization,
    Paragraph,
    Part,
    Period,
    Plan,
    Quantity,
    Recurrence,
    Result,
    Status,
    Table,
    Target,
    WelfareForm,
    WelfareMeasure,
    check_text,
)
from unionkit.testing import (
    activities,
    amounts,
    data,
    data_values,
    days,
    decimals,
    facts,
    festivals,
    free_lines,
    free_texts,
    goals,
    lines,
    months,
    organizations,
    paragraphs,
    parts,
    periods,
    plans,
    quantities,
    recurrences,
    results,
    schedules,
    tables,
    targets,
    welfare_measures,
)

T = TypeVar("T")
MINIMAL: dict[Callable[[], st.SearchStrategy[Any]], object] = {
    activities: Activity(title="计划"),
    amounts: Money(0),
    data: Data(),
    data_values: None,
    days: OnDay(wording="1月1日", month=1, day=1),
    decimals: Decimal(0),
    facts: Goal(indicator="计划"),
    festivals: AtFestival(wording="元旦期间", festival="元旦"),
    free_lines: "",
    free_texts: FreeText(wording="及时"),
    goals: Goal(indicator="计划"),
    lines: "",
    months: InMonths(wording="1月", first=1, last=1),
    organizations: Organization(),
    paragraphs: Paragraph(text=""),
    parts: Part(),
    periods: Period(),
    plans: Plan(),
    quantities: Quantity(0),
    recurrences: model.Every(wording="每年", recurrence=Recurrence.MONTHLY),
    results: Result(indicator="计划"),
    schedules: model.parse_schedule("9月"),
    tables: Table(head=[""]),
    targets: Target(value=0),
    welfare_measures: WelfareMeasure(title="计划"),
}


def test_every_strategy_is_tested() -> None:
    """Also those that are new."""
    assert {strategy.__name__ for strategy in MINIMAL} == set(testing.__all__)


@pytest.mark.parametrize(
    ("strategy", "minimal"), MINIMAL.items(), ids=lambda value: getattr(value, "__name__", "")
)
def test_a_strategy_shrinks_to_what_it_says(
    strategy: Callable[[], st.SearchStrategy[Any]], minimal: object
) -> None:
    """The simplest value, that a reader of a failure sees at once; and the docstring names it."""
    assert find(strategy(), lambda _: True) == minimal
    assert "hrinks to" in (strategy.__doc__ or "")


def drawn(strategy: st.SearchStrategy[T], number: int) -> list[T]:
    """Some values of a strategy, the same each time."""
    found: list[T] = []

    @settings(max_examples=number, derandomize=True, database=None, phases=[Phase.generate], deadline=None)
    @given(value=strategy)
    def draw(value: T) -> None:
        found.append(value)

    draw()
    return found


@pytest.mark.parametrize(("name", "strategy"), _hypothesis._STRATEGIES.items())
def test_every_field_is_drawn_with_more_than_its_default(name: str, strategy: str) -> None:
    """What is never drawn is never tested."""
    found = drawn(getattr(testing, strategy)(), 300)
    never = []
    fields = attrs.fields(getattr(model, name)) if name != "Data" else ()
    for field in (field for field in fields if field.init):
        default = getattr(field.default, "factory", lambda field=field: field.default)()
        if all(getattr(value, field.name) == default for value in found):
            never.append(field.name)

    assert never == []


@pytest.mark.parametrize(
    ("strategy", "name", "kind"),
    [
        (plans, "status", Status),
        (targets, "comparator", Comparator),
        (months, "part", MonthPart),
        (festivals, "nearness", Nearness),
        (recurrences, "recurrence", Recurrence),
        (welfare_measures, "form", WelfareForm),
    ],
)
def test_every_member_of_a_closed_list_is_drawn(
    strategy: Callable[[], st.SearchStrategy[Any]], name: str, kind: type[StrEnum]
) -> None:
    """None of them is left out."""
    found = {getattr(value, name) for value in drawn(strategy(), 300)}

    assert set(kind) - found == set()


@pytest.mark.parametrize("depth", [1, 2, MAX_DEPTH])
def test_parts_become_as_deep_as_asked(depth: int) -> None:
    """And no deeper."""
    depths = {part.depth for part in drawn(parts(max_depth=depth), 200)}

    assert max(depths) <= depth
    assert max(depths) >= min(depth, 2)


@given(text=lines(filled=True))
def test_filled_lines_have_something_to_see(text: str) -> None:
    """Whatever blanks stand around it."""
    assert check_text(text).strip()


@given(number=decimals(min_value=-1, max_value=2), amount=amounts(max_yuan=3))
def test_figures_keep_to_their_bounds(number: Decimal, amount: Money) -> None:
    """The ends included."""
    assert -1 <= number <= 2
    assert Money.ZERO <= amount <= Money(3)


def test_the_entry_point_names_the_hook() -> None:
    """Hypothesis calls it when it is imported."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["entry-points"]["hypothesis"] == {"unionkit": "unionkit._hypothesis:register"}


@pytest.mark.parametrize("name", sorted(_hypothesis._STRATEGIES))
def test_types_are_drawn_by_name(name: str) -> None:
    """`st.from_type(Plan)` works, and so does everything that asks for a type."""
    _hypothesis.register()
    cls = getattr(model, name)

    assert {type(value) for value in drawn(st.from_type(cls), 5)} == {cls}


def test_registering_imports_no_strategies() -> None:
    """Nobody who only imports Hypothesis waits for them, or for what reads files."""
    program = (
        "import json, sys\n"
        "import hypothesis.strategies\n"
        "from unionkit import _hypothesis\n"
        "light = 'unionkit.model' in sys.modules\n"
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
