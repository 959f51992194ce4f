"""Drawing from a strategy, and counting what it throws away."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import UnsatisfiedAssumption

T = TypeVar("T")

_SETTINGS = settings(
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def drawn(strategy: st.SearchStrategy[T], number: int) -> list[T]:
    """Some values of a strategy, the same each time."""
    found: list[T] = []

    @settings(_SETTINGS, max_examples=number)
    @given(value=strategy)
    def draw(value: T) -> None:
        found.append(value)

    draw()
    return found


@cache
def sample(strategy: Callable[[], st.SearchStrategy[Any]], number: int) -> list[Any]:
    """Values of one of our strategies, drawn once for all tests."""
    return drawn(strategy(), number)


def discarded(strategy: st.SearchStrategy[object], number: int = 100) -> float:
    """
    The share of draws in which something was thrown away, be it tried again or given up.

    Draws that merely become too long for Hypothesis, which it cuts at random, are not counted.
    """
    begun = lost = 0

    @settings(_SETTINGS, max_examples=number)
    @given(data=st.data())
    def draw(data: st.DataObject) -> None:
        nonlocal begun, lost
        begun += 1
        inside = data.conjecture_data
        given_up = False
        try:
            data.draw(strategy)
        except UnsatisfiedAssumption:
            given_up = True
            raise
        finally:
            tried_again = inside.has_discards or any("Retried draw" in str(event) for event in inside.events)
            lost += given_up or tried_again or inside.status.name == "INVALID"

    draw()
    assert begun >= min(number, 10)
    return lost / begun
