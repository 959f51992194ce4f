"""
How much work a template may make: a budget of steps, without a clock, so that it ends at the same place everywhere.

A step is about four nodes of the template that run, sixteen characters that are put out or copied, an entry of a list
that is gone through; calls cost a few, a method of what a pack computed fifty. A plan of 600 sections with 3600
activities, printed whole by a template, takes a third of the budget at most.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, ValuesView
from collections.abc import Set as AbstractSet
from contextvars import ContextVar
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

import attrs

from unionkit.errors import Lang
from unionkit.model import Value

from ._said import RefusalError
from ._template_folder import TemplateFolder

STEPS: Final = 1_000_000
"""What one rendering may spend."""

DEPTH: Final = 50
"""How deep macros, recursive loops and included templates may call one another."""

CHARACTERS: Final = 16
"""So many characters are copied in a step."""

ENTRIES: Final = 32
"""So many entries of a list are copied in a step."""

_BITS: Final = 4096
_EXPONENT: Final = 1000


@attrs.define
class Work:
    """
    The state of one rendering.

    Attributes:
        folder: Whose templates are rendered.

        lang: Language of what is generated.

        left: Steps that may still be spent.

        depth: How deep calls stand within one another.
    """

    folder: TemplateFolder
    lang: Lang = "zh"
    left: int = STEPS
    depth: int = 0


WORK: ContextVar[Work] = ContextVar("WORK")
"""The rendering that goes on in this thread or task."""


class TooMuchWorkError(RefusalError):
    """A template that would run for too long, or put out too much."""

    def __init__(self) -> None:
        super().__init__(
            "工作量太大：循环、调用或输出过多（模板可能没有尽头）",
            "Too much work: too many loops, calls or too much output (the template may never end)",
        )


class TooDeepError(RefusalError):
    """A template that calls itself without end."""

    def __init__(self) -> None:
        super().__init__(
            f"嵌套太深：宏、递归循环或引入的模板超过 {DEPTH} 层（可能在无止境地调用自己）",
            f"Nested too deep: macros, recursive loops or included templates go below {DEPTH} levels (they may call "
            "themselves without end)",
        )


def spend(steps: int) -> bool:
    """
    Take steps from the budget; True.

    Raises:
        TooMuchWorkError: None are left.
    """
    work = WORK.get()
    work.left -= steps
    if work.left < 0 or steps < 0:
        work.left = -1
        raise TooMuchWorkError
    return True


def deeper(levels: int) -> None:
    """
    Go down, or up again.

    Raises:
        TooDeepError: It is too deep.
    """
    work = WORK.get()
    work.depth += levels
    if work.depth > DEPTH:
        raise TooDeepError


def weighed(value: Any) -> Any:
    """Return a value after taking what it costs to go through all that is in it, the values of a plan included."""
    return _weigh(value, deep=True)


def touched(value: Any) -> Any:
    """Return a value after taking what it costs to go through its entries; a value of a plan counts one."""
    return _weigh(value, deep=False)


def _weigh(value: Any, *, deep: bool) -> Any:
    if isinstance(value, str):
        spend(1 + len(value) // CHARACTERS)
        return value
    rest: list[Any] = [value]
    while rest:  # what contains itself many times over exhausts the budget here, and not in a comparison
        entry = rest.pop()
        if isinstance(entry, str):
            spend(1 + len(entry) // CHARACTERS)
        elif isinstance(entry, list | tuple):
            spend(1 + len(entry))
            rest += entry
        elif isinstance(entry, Mapping):
            spend(1 + len(entry))
            rest += entry.values()
        elif isinstance(entry, Value):
            spend(1)
            if deep:
                rest += (getattr(entry, name) for name in _fields_of(entry))
        else:  # what is not there can be asked for its length, and then fails
            spend(1 + len(entry) if isinstance(entry, range | AbstractSet | ValuesView) else 1)
    return value


def _fields_of(value: Any) -> tuple[str, ...]:
    kind: Any = type(value)
    return _fields(kind)


@lru_cache(maxsize=256)
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind)) if attrs.has(kind) else ()


def in_order(value: Any, *, sets: bool = False) -> Any:
    """
    Return what can be gone through, always in the same order; an iterator as a list.

    Raises:
        RefusalError: It is a set, which has another order at each run, or nothing that can be gone through.
    """
    if isinstance(value, list | tuple | str | Mapping):
        return value
    if isinstance(value, AbstractSet) and isinstance(value, set | frozenset) and not sets:
        raise RefusalError(
            "集合没有固定的顺序；请先用 sort 排序", "A set has no order of its own; sort it first", value
        )
    if isinstance(value, Iterator):
        return list(_counted(value))
    if not hasattr(type(value), "__iter__"):
        raise RefusalError(
            f"{type(value).__name__} 不能逐个取出；这里要一个列表",
            f"{type(value).__name__} cannot be gone through; this wants a list",
            value,
        )
    return value


def _counted(entries: Iterator[Any]) -> Iterator[Any]:
    for entry in entries:
        spend(1)
        yield entry


def within_bounds(number: Any) -> Any:
    """
    Return a number, or anything else that is small enough to be reckoned with.

    Raises:
        RefusalError: It is a number of more than a thousand digits, or a set.
    """
    if isinstance(number, int):
        fits = number.bit_length() <= _BITS
    elif isinstance(number, Decimal):
        fits = number.is_finite() and abs(number.adjusted()) <= _EXPONENT
    else:
        fits = not isinstance(number, set | frozenset)
    if not fits:
        raise RefusalError(
            "数字过大，或者不是能计算的值", "The number is too large, or nothing to reckon with", number
        )
    return number
