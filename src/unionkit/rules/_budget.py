"""Rules about the budget, its accounts, and the audit."""

from __future__ import annotations

from typing import Final

from ._rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
