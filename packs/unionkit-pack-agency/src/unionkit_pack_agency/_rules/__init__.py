"""The rules of the pack, by family; their codes begin with AGY."""

from __future__ import annotations

from typing import Final

from unionkit.rules import Rule

from ._audit import AUDIT_RULES
from ._audit_after import AFTER_RULES
from ._care import CARE_RULES
from ._stays import STAY_RULES
from ._stays_people import PEOPLE_RULES
from ._stays_rest import REST_RULES
from ._words import WORD_RULES

__all__ = ["RULES"]

RULES: Final[tuple[Rule, ...]] = (
    *STAY_RULES,
    *REST_RULES,
    *PEOPLE_RULES,
    *AUDIT_RULES,
    *AFTER_RULES,
    *CARE_RULES,
    *WORD_RULES,
)
"""All of them."""
