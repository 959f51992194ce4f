"""What a typed item is called by other programs: its id, or a hash of its content."""

from __future__ import annotations

import hashlib

import attrs

from ._items import Item

_NOT_CONTENT = frozenset({"id", "words", "nth", "marker"})


def identity(item: Item) -> str:
    """
    Return the item's id or, without one, a hash of its content: 16 hexadecimal digits.

    Where the item stands, how it is numbered and which words it quotes do not count, so a plan can be edited
    elsewhere without changing it. Calendars, baselines and comments refer to items by it.
    """
    if item.id is not None:
        return item.id
    facts = (
        (field.name, getattr(item, field.name))
        for field in attrs.fields(type(item))
        if field.name not in _NOT_CONTENT
    )
    told = ";".join(f"{name}={value}" for name, value in facts if value not in (None, "", False))
    return hashlib.sha256(f"{type(item).__name__}:{told}".encode()).hexdigest()[:16]
