"""Hypothesis strategies for the hard facts of a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from hypothesis import strategies as st

from unionkit.model import CORE_VOCABULARY, Activity, Fact, Goal, Result, WelfareForm, WelfareMeasure

from ._base import named, names, some
from ._figures import amounts, counts, dates, people, quantities, targets
from ._schedules import schedules
from ._text import filled, lines
from ._words import EVENTS, FUNDS, INDICATORS, MARKERS, MEASURES, OWNERS, PHRASES, PLACES, SCOPES, UNIONS

T = TypeVar("T")

LINE_IDS = ("活动", "慰问", "培训")
"""Ids of budget lines; in a plan whose budget has other ids, items that say one of these point at those instead."""


def _item_fields() -> dict[str, st.SearchStrategy[Any]]:
    """What all items have."""
    return {
        "id": lines(filled=True),
        "words": filled(PHRASES),
        "nth": st.integers(1, 3),
        "text": lines(),
        "marker": names(MARKERS, lines()),
        "owner": names(OWNERS, lines()),
        "private": st.just(value=True),
    }


def _items(
    cls: type[T],
    needed: str,
    known: tuple[str, ...],
    *,
    mend: Callable[[dict[str, Any]], dict[str, Any]] = dict,
    always: dict[str, st.SearchStrategy[Any]] | None = None,
    **fields: st.SearchStrategy[Any],
) -> st.SearchStrategy[T]:
    """Items with what they need, what is always drawn, and a few of the rest; shrinks to what they need."""
    required: st.SearchStrategy[dict[str, Any]] = st.builds(dict, **{needed: filled(known)}, **(always or {}))
    rest = some({**_item_fields(), **fields})
    return st.builds(lambda told, entries: cls(**told, **mend(entries)), required, rest)


@named
def goals() -> st.SearchStrategy[Goal]:
    """Goals with a figure, or with something to keep; shrinks to the indicator ``入会率`` alone."""
    return _items(
        Goal,
        "indicator",
        INDICATORS,
        mend=_without_figure_to_keep,
        target=targets(),
        keep=st.just(value=True),
        baseline=quantities(),
        progress=quantities(),
        scope=names(SCOPES, lines()),
        when=schedules(),
        due=dates(),
    )


def _without_figure_to_keep(entries: dict[str, Any]) -> dict[str, Any]:
    return {**entries, "target": None} if entries.get("keep") else entries


@named
def results() -> st.SearchStrategy[Result]:
    """Results with and without a figure; shrinks to the indicator ``入会率`` alone."""
    return _items(
        Result, "indicator", INDICATORS, value=quantities(), scope=names(SCOPES, lines()), when=schedules()
    )


@named
def activities() -> st.SearchStrategy[Activity]:
    """Activities of known and unknown kinds, at any time; shrinks to the title ``座谈会`` alone."""
    return _items(
        Activity,
        "title",
        EVENTS,
        mend=_with_room_for_prizes,
        always=_line_ids(),
        kind=_kinds(CORE_VOCABULARY.activity_kinds),
        when=schedules(),
        due=dates(),
        host=names(UNIONS, lines()),
        partners=st.lists(filled(OWNERS), max_size=2),
        place=names(PLACES, lines()),
        participants=people(),
        cost=amounts(),
        prizes=counts(),
        consent=st.booleans(),
        same_day=st.booleans(),
        done=st.just(value=True),
    )


def _with_room_for_prizes(entries: dict[str, Any]) -> dict[str, Any]:
    winners, everyone = entries.get("prizes"), entries.get("participants")
    if winners is None or everyone is None or everyone.about or everyone.unit != "人":
        return entries
    return {**entries, "prizes": min(winners, int(everyone.value))}


@named
def welfare_measures() -> st.SearchStrategy[WelfareMeasure]:
    """Welfare measures of known and unknown kinds, by date and by trigger; shrinks to the title ``节日慰问`` alone."""
    return _items(
        WelfareMeasure,
        "title",
        MEASURES,
        always=_line_ids(),
        kind=_kinds(CORE_VOCABULARY.welfare_kinds),
        triggers=st.lists(names(tuple(CORE_VOCABULARY.triggers), lines(filled=True)), max_size=3),
        when=schedules(),
        due=dates(),
        cost=amounts(),
        form=st.sampled_from(WelfareForm),
        per_head=amounts(),
        headcount=people(),
        fund=names(FUNDS, lines()),
        done=st.just(value=True),
    )


def _kinds(known: Iterable[str]) -> st.SearchStrategy[str]:
    return names(tuple(known), lines())


def _line_ids() -> dict[str, st.SearchStrategy[str]]:
    """The budget line that pays; always drawn, so that many of them are there."""
    return {"line": st.one_of(st.just(""), st.sampled_from(LINE_IDS), st.sampled_from(LINE_IDS[1:]), lines())}


@named
def facts() -> st.SearchStrategy[Fact]:
    """Goals, results, activities and welfare measures, with any ids; shrinks to a goal."""
    return st.one_of(goals(), results(), activities(), welfare_measures())
