"""What the strategies share."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from copy import copy
from functools import cache
from typing import Any, ParamSpec, TypeVar, cast

from hypothesis import strategies as st

P = ParamSpec("P")
T = TypeVar("T")


def named(function: Callable[P, st.SearchStrategy[T]]) -> Callable[P, st.SearchStrategy[T]]:
    """
    Return a strategy that shows as the call it was made by, such as ``plans(max_depth=2)``, and not as all its parts.

    Hypothesis prints strategies when a draw fails; written out, those of a plan fill many pages, and it warns of that.
    What is drawn is copied, as Hypothesis would show the very value as the calls that built it, which are private here;
    a copy shows as itself: ``Plan(...)``.
    """
    made = cast("Callable[P, st.SearchStrategy[T]]", cache(function))

    def value(draw: st.DrawFn, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return copy(draw(made(*args, **kwargs)))

    asked = inspect.signature(function)
    first = inspect.Parameter("draw", inspect.Parameter.POSITIONAL_ONLY)
    value.__name__ = function.__name__
    value.__doc__ = function.__doc__
    vars(value)["__signature__"] = inspect.Signature([first, *asked.parameters.values()])
    strategy = st.composite(value)
    strategy.__module__ = function.__module__
    return strategy


def optional(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """Nothing, or a value of the strategy."""
    return st.none() | strategy


def names(known: Sequence[str], others: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A name of an open list: a known one, or another; shrinks to the first."""
    return st.sampled_from(known) | others


def some(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """
    Any choice of fields with a value for each, mostly a few as in real plans; shrinks to none.

    (`st.fixed_dictionaries` would draw half of them, and their order: twice the time.)
    """
    entries = [st.tuples(st.just(name), strategy) for name, strategy in fields.items()]
    return st.lists(st.one_of(entries), max_size=len(entries)).map(dict)
