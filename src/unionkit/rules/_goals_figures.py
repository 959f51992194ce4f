"""What the rules about goals share: targets in base units."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from unionkit.model import Quantity, Target

PEOPLE: Final = frozenset({"人", "名", "位"})
"""Units that count people."""


def measured(target: Target) -> tuple[Decimal, Decimal, str]:
    """Return the lower and the upper figure of a target (the same, where it is no range) in base units, and the unit."""
    value, unit = Quantity(target.value, target.unit).measure()
    upper = value if target.upper is None else Quantity(target.upper, target.unit).measure()[0]
    return value, upper, unit


def same_unit(one: str, other: str) -> bool:
    """Whether two base units count the same: people may be told as 人, 名 or 位."""
    return one == other or {one, other} <= PEOPLE
