"""The rules of the pack, by family; their codes begin with ENT."""

from __future__ import annotations

from typing import Final

from unionkit.rules import Rule

from ._congress import CONGRESS_RULES
from ._contracts import TERM_RULES
from ._safety import SAFETY_RULES
from ._signing import SIGNING_RULES
from ._talks import SIDE_RULES
from ._wages import WAGE_RULES
from ._words import WORD_RULES

__all__ = ["RULES"]

RULES: Final[tuple[Rule, ...]] = (
    *TERM_RULES,
    *SIGNING_RULES,
    *SIDE_RULES,
    *WAGE_RULES,
    *CONGRESS_RULES,
    *SAFETY_RULES,
    *WORD_RULES,
)
"""All of them."""
