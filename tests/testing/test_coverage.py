"""Every type of the model is registered, and every field and name of it is drawn: what is never drawn is never tested."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any, get_args

import attrs
import pytest
from hypothesis import strategies as st

from unionkit import _hypothesis, model, testing
from unionkit.errors import UnionkitError
from unionkit.model import (
    Content,
    Data,
    Every,
    Fact,
    FreeText,
    GoalKind,
    InMonths,
    Item,
    Schedule,
    parse_schedule,
)
from unionkit.model import schedule_notation as usual

from .drawing import drawn, sample

PUBLIC = [value for name in model.__all__ if isinstance(value := getattr(model, name), type)]
TYPES = [cls for cls in PUBLIC if attrs.has(cls)]
CONCRETE = [cls for cls in TYPES if cls is not Item]
CLOSED_LISTS = [cls for cls in PUBLIC if issubclass(cls, StrEnum)]
# Told by the other fields of a goal; a test of its own draws them all.
DERIVED = {GoalKind}

_hypothesis.register()


# Its parts of a month are many, and need one of its many ways to be told.
NUMBERS = {Every: 2500, InMonths: 900}  # months have many parts, each of which is to be drawn


def strategy_of(cls: type) -> Callable[[], st.SearchStrategy[Any]]:
    """Our strategy for a type."""
    strategy: Callable[[], st.SearchStrategy[Any]] = getattr(testing, _hypothesis._STRATEGIES[cls.__name__])
    return strategy


def values(cls: type) -> list[Any]:
    """Values of a type, drawn once for all tests."""
    return sample(strategy_of(cls), NUMBERS.get(cls, 300))


def name_of(value: object) -> str:
    """What pytest calls a parameter."""
    return getattr(value, "__name__", "")


# ---------------------------------------------------------------- by type


@pytest.mark.parametrize("cls", [*TYPES, Data], ids=name_of)
def test_a_type_is_drawn_by_our_strategy(cls: type) -> None:
    """`st.from_type(Plan)` works, and so does everything that asks for a type."""
    assert drawn(st.from_type(cls), 20) == drawn(strategy_of(cls)(), 20)


def test_what_is_registered_is_a_type_of_the_model() -> None:
    """And nothing is left that was renamed."""
    assert {getattr(model, name) for name in _hypothesis._STRATEGIES} == {*TYPES, Data}


@pytest.mark.parametrize("cls", CONCRETE, ids=name_of)
def test_a_strategy_draws_its_type_alone(cls: type) -> None:
    """No subclass, and nothing that merely looks like it."""
    assert {type(value) for value in values(cls)} == {cls}


@pytest.mark.parametrize("union", [Content, Fact, Schedule], ids=["Content", "Fact", "Schedule"])
def test_every_member_of_a_union_is_drawn(union: Any) -> None:
    """By our strategy and by type."""
    strategy = {Content: testing.contents, Fact: testing.facts, Schedule: testing.schedules}[union]

    assert {type(value) for value in sample(strategy, 300)} == set(get_args(union))
    assert {type(value) for value in drawn(st.from_type(union), 300)} == set(get_args(union))


@pytest.mark.parametrize("cls", CLOSED_LISTS, ids=name_of)
def test_a_closed_list_is_drawn_by_type(cls: type[StrEnum]) -> None:
    """Every name of it."""
    assert set(drawn(st.from_type(cls), 100)) == set(cls)


# ---------------------------------------------------------------- by field


@pytest.mark.parametrize("cls", CONCRETE, ids=name_of)
def test_every_field_is_drawn_with_more_than_its_default(cls: Any) -> None:
    """And what has no default with more than one value."""
    never = []
    for field in (field for field in attrs.fields(cls) if field.init):
        found = [getattr(value, field.name) for value in values(cls)]
        made = getattr(field.default, "factory", None)
        default = found[0] if field.default is attrs.NOTHING else made() if made else field.default
        if all(value == default for value in found):
            never.append(field.name)

    assert never == []


def closed_lists(cls: Any) -> Iterator[tuple[str, type[StrEnum]]]:
    """The fields that take a name of a closed list."""
    hints = typing.get_type_hints(cls)
    for field in (field for field in attrs.fields(cls) if field.init):
        kinds = get_args(hints[field.name]) if _is_union(hints[field.name]) else (hints[field.name],)
        yield from (
            (field.name, kind) for kind in kinds if isinstance(kind, type) and issubclass(kind, StrEnum)
        )


def _is_union(hint: object) -> bool:
    return typing.get_origin(hint) in {types.UnionType, typing.Union}


def takes(value: Any, field: str, name: StrEnum) -> bool:
    """Whether this value may have another name in a field."""
    try:
        attrs.evolve(value, **{field: name})
    except UnionkitError:
        return False
    return True


FIELDS = [(cls, *field) for cls in CONCRETE for field in closed_lists(cls)]


@pytest.mark.parametrize(("cls", "field", "names"), FIELDS, ids=name_of)
def test_every_name_that_a_field_takes_is_drawn(cls: Any, field: str, names: type[StrEnum]) -> None:
    """None of a closed list is left out, but those that the type refuses."""
    found = {getattr(value, field) for value in values(cls)}
    missing = {name for name in set(names) - found if any(takes(value, field, name) for value in values(cls))}

    assert missing == set()


def test_every_closed_list_is_that_of_a_field() -> None:
    """So each is looked at above."""
    assert {names for _, _, names in FIELDS} | DERIVED == set(CLOSED_LISTS)


# ---------------------------------------------------------------- both notations of a time


@pytest.mark.parametrize("cls", get_args(Schedule), ids=name_of)
def test_a_time_is_drawn_in_all_its_notations(cls: Any) -> None:
    """In the usual words, as people write it, and in words that say less or something else."""
    notations = {notation(time) for time in values(cls)}

    assert notations == ({"usual"} if cls is FreeText else {"usual", "as written", "told by fields"})


def notation(time: Schedule) -> str:
    """How a time is written down."""
    if time.wording == usual(time):
        return "usual"
    try:
        return "as written" if parse_schedule(time.wording) == time else "told by fields"
    except UnionkitError:
        return "told by fields"
