"""Tables made from the data of a plan: calendar, division of work, goals, welfare measures, budget."""

from __future__ import annotations

from collections.abc import Iterator

from ._section import Scope
from ._tree import Block


def calendar(scope: Scope) -> Iterator[Block]:
    """Make the calendar of activities."""
    yield from ()


def division_of_work(scope: Scope) -> Iterator[Block]:
    """Make the division of work."""
    yield from ()


def goal_table(scope: Scope) -> Iterator[Block]:
    """Make the table of goals."""
    yield from ()


def welfare_table(scope: Scope) -> Iterator[Block]:
    """Make the table of welfare measures."""
    yield from ()


def budget_tables(scope: Scope) -> Iterator[Block]:
    """Make the tables of the budget."""
    yield from ()
