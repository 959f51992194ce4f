"""The rules of the pack, by family; their codes begin with SCH."""

from __future__ import annotations

from typing import Final

from unionkit.rules import Rule

from ._congress import TooFewTeachers
from ._openness import NothingOpen

__all__ = ["RULES"]

RULES: Final[tuple[Rule, ...]] = (TooFewTeachers(), NothingOpen())
"""All of them."""
