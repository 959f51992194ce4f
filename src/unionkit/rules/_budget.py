"""Rules about the budget, its accounts, and the audit: those of the modules that begin with this one's name."""

from __future__ import annotations

from typing import Final

from . import (
    _budget_accounts,
    _budget_dues,
    _budget_duties,
    _budget_funds,
    _budget_items,
    _budget_lines,
    _budget_uses,
)
from ._rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    *(*_budget_lines.RULES, *_budget_items.RULES, *_budget_accounts.RULES),
    *(*_budget_funds.RULES, *_budget_dues.RULES, *_budget_uses.RULES, *_budget_duties.RULES),
)
