"""What a typed item is called by other programs: its id, or a hash of its content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any

import attrs

from ._items import Item
from ._numbers import plain_number

_NOT_CONTENT = frozenset({"id", "words", "nth", "marker"})


def content_key(item: Item) -> object:
    """
    Return what tells items apart as :func:`identity` does, without its hash: equal for the same id, or the same content.

    Within one program and plan it is the quicker of the two; it is not for storing.
    """
    kind: Any = type(item)  # a class can be hashed, which type checkers see only of its instances
    return item.id if item.id is not None else (kind, _getter(kind)(item))


@cache
def _getter(kind: Any) -> Callable[[Item], object]:
    return attrgetter(*(field.name for field in attrs.fields(kind) if field.name not in _NOT_CONTENT))


def identity(item: Item) -> str:
    """
    Return the item's id or, without one, a hash of its content: 16 hexadecimal digits.

    Where the item stands, how it is numbered and which words it quotes do not count, so a plan can be edited
    elsewhere without changing it. Calendars, baselines and comments refer to items by it.
    """
    if item.id is not None:
        return item.id
    import hashlib  # noqa: PLC0415 -- it loads a large library, which programs that only print do without

    told = "".join(
        f"{len(text)}:{text}" for text in _told(item)
    )  # lengths, so that no text can pose as another field
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _told(value: Any) -> Iterator[str]:
    """The class of a value and each field that differs from its default, by name, down to plain values."""
    if not attrs.has(type(value)):
        if isinstance(value, tuple):
            yield str(len(value))
            for entry in value:
                yield from _told(entry)
        else:
            yield plain_number(value) if isinstance(value, Decimal) else str(value)
        return
    yield type(value).__name__
    for field in attrs.fields(type(value)):
        entry = getattr(value, field.name)
        if field.name not in _NOT_CONTENT and entry != field.default:
            yield field.name
            yield from _told(entry)
