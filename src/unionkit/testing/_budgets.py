"""Hypothesis strategies for the budget."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs
from hypothesis import strategies as st

from unionkit.model import CORE_VOCABULARY, Budget, BudgetLine, Money

from ._base import named, optional
from ._figures import amounts
from ._items import LINE_IDS
from ._text import filled, usual
from ._words import PHRASES


def _lines_of(accounts: Iterable[str]) -> st.SearchStrategy[BudgetLine]:
    return st.builds(
        BudgetLine,
        account=filled(tuple(accounts)),
        item=usual(PHRASES),
        amount=amounts(),
        limit=optional(amounts()),
        id=optional(filled(LINE_IDS)),
        note=usual(("120人×300元", "按上年决算数")),
    )


@named
def budget_lines() -> st.SearchStrategy[BudgetLine]:
    """Lines of known and unknown accounts, some with a limit; shrinks to members' dues of nothing."""
    return _lines_of(CORE_VOCABULARY.income_accounts) | _lines_of(CORE_VOCABULARY.expenditure_accounts)


@named
def budgets(*, min_lines: int = 0) -> st.SearchStrategy[Budget]:
    """
    Budgets with ids that items may point at, each once; shrinks to one without lines.

    Args:
        min_lines: How many lines of spending at least.
    """
    return st.builds(
        _with_ids_once,
        st.lists(_lines_of(CORE_VOCABULARY.income_accounts), max_size=2),
        st.lists(_lines_of(CORE_VOCABULARY.expenditure_accounts), min_size=min_lines, max_size=min_lines + 3),
        optional(amounts()),
    )


def _with_ids_once(
    income: Sequence[BudgetLine], expenditure: Sequence[BudgetLine], carried_over: Money | None
) -> Budget:
    """Take an id away wherever it stands for the second time."""
    seen: set[str | None] = {None}

    def once(line: BudgetLine) -> BudgetLine:
        repeated = line.id is not None and line.id in seen
        seen.add(line.id)
        return attrs.evolve(line, id=None) if repeated else line

    lines: dict[str, Any] = {
        "income": [once(line) for line in income],
        "expenditure": [once(line) for line in expenditure],
    }
    return Budget(**lines, carried_over=carried_over)
