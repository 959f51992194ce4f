"""The tables of the budget (经费预算): income and spending, with totals and shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from unionkit.errors import Lang
from unionkit.model import BudgetLine

from ._amounts import in_fen, in_per_cent, in_yuan, shares
from ._section import Scope
from ._table_columns import NUMBER, TEXT, Head, filled_grid
from ._tree import Block, Grid
from ._wording import worded_yuan

_HEADS: Final = (
    Head("科目", "Account", TEXT, 8, always=True),
    Head("项目", "Item", TEXT, 9),
    Head("预算数", "Amount", NUMBER, 5, always=True),
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


def budget_tables(scope: Scope) -> Iterator[Block]:
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


def _table(lines: Sequence[BudgetLine], caption: str, lang: Lang, carried: int | None = None) -> Grid:
    amounts = [in_fen(line.amount) for line in lines]
    total = sum(amounts)
    given = [in_per_cent(share) for share in shares(amounts)] or [""] * len(amounts)
    rows = [
        (
            line.account,
            line.item,
            in_yuan(amount),
            share,
            "" if line.limit is None else in_yuan(in_fen(line.limit)),
            line.note,
        )
        for line, amount, share in zip(lines, amounts, given, strict=True)
    ]
    whole = in_per_cent(1000) if total else ""
    if carried is None:
        totals = [_total(_TOTAL[lang], total, whole)]
    else:
        of_the_year, left_over, in_all = _CARRIED[lang]
        totals = [
            _total(of_the_year, total, whole),
            _total(left_over, carried),
            _total(in_all, total + carried),
        ]
    return filled_grid(_HEADS, rows, lang=lang, totals=totals, caption=caption, unit=worded_yuan(lang))


def _total(label: str, fen: int, share: str = "") -> tuple[str, ...]:
    return label, "", in_yuan(fen), share, "", ""
