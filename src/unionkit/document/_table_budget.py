"""The tables of the budget (经费预算): income and spending, with totals and shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from unionkit.errors import Lang
from unionkit.model import BudgetLine

from ._amounts import in_column, in_fen, in_per_cent, shares
from ._section import Scope
from ._table_columns import NUMBER, TEXT, Head, filled_grid
from ._tree import Block, Grid
from ._wording_figures import worded_yuan

_HEADS: Final = (
    Head("科目", "Account", TEXT, 8, always=True),
    Head("项目", "Item", TEXT, 9),
    Head("预算数", "Amount", NUMBER, 6, always=True),
    Head("占比", "Share", NUMBER, 4),
    Head("限额", "Limit", NUMBER, 5),
    Head("说明", "Note", TEXT, 6),
)
_INCOME: Final[dict[Lang, str]] = {"zh": "收入预算", "en": "Income"}
_SPENDING: Final[dict[Lang, str]] = {"zh": "支出预算", "en": "Expenditure"}
_TOTAL: Final[dict[Lang, str]] = {"zh": "合计", "en": "Total"}
_CARRIED: Final[dict[Lang, tuple[str, str, str]]] = {
    "zh": ("本年收入合计", "动用上年结余", "可用资金总计"),
    "en": ("Total income", "Carried over", "Total funds"),
}


def budget_tables(scope: Scope) -> Iterator[Grid]:
    """
    Make the table of income and that of spending, each where it has lines.

    Shares are those of the lines in their sum. What is carried over is no income of the year: it stands below the sum
    of income, and the two together are what may be spent.
    """
    budget, lang = scope.plan.budget, scope.lang
    if budget is None:
        return
    if budget.income or budget.carried_over is not None:
        carried = None if budget.carried_over is None else in_fen(budget.carried_over)
        yield _table(budget.income, _INCOME[lang], lang, carried)
    if budget.expenditure:
        yield _table(budget.expenditure, _SPENDING[lang], lang)


def budget_section(scope: Scope) -> Iterator[Block]:
    """Make the tables of the budget under a title of its own, which spending alone needs no second one below."""
    tables = list(budget_tables(scope))
    if len(tables) == 1 and tables[0].caption == _SPENDING[scope.lang]:
        tables = [attrs.evolve(tables[0], caption="")]
    yield from tables


def _table(lines: Sequence[BudgetLine], caption: str, lang: Lang, carried: int | None = None) -> Grid:
    amounts = [in_fen(line.amount) for line in lines]
    total = sum(amounts)
    given = [in_per_cent(share) for share in shares(amounts)] or [""] * len(amounts)
    sums = [total] if carried is None else [total, carried, total + carried]
    figures = in_column((*amounts, *sums))
    limits = in_column(line.limit for line in lines)
    rows = [
        (line.account, line.item, amount, share, limit, line.note)
        for line, amount, share, limit in zip(lines, figures[: len(lines)], given, limits, strict=True)
    ]
    labels = (_TOTAL[lang],) if carried is None else _CARRIED[lang]
    wholes = (in_per_cent(1000) if total else "", "", "")
    totals = [
        (label, "", amount, whole, "", "")
        for label, amount, whole in zip(labels, figures[len(lines) :], wholes, strict=False)
    ]
    return filled_grid(_HEADS, rows, lang=lang, totals=totals, caption=caption, unit=worded_yuan(lang))
