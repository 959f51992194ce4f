"""The rules of the pack, by family; their codes begin with COM."""

from __future__ import annotations

from typing import Final

from unionkit.rules import Rule

from ._hardship import HARDSHIP_RULES
from ._jobless import JOBLESS_RULES
from ._openness import OPENNESS_RULES
from ._visits import VISIT_RULES
from ._words import WORD_RULES

__all__ = ["RULES"]

RULES: Final[tuple[Rule, ...]] = (
    *OPENNESS_RULES,
    *HARDSHIP_RULES,
    *VISIT_RULES,
    *JOBLESS_RULES,
    *WORD_RULES,
)
"""All of them."""
