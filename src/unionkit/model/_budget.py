"""Money in and out (经费预算): lines by account, with limits."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import attrs

from unionkit.errors import ImpossibleValueError

from ._numbers import Money
from ._numerals import EXACT
from ._value import Value
from .validators import are_all, is_a, is_filled_text, is_not_negative, is_text, to_tuple


@attrs.frozen(kw_only=True, repr=False, eq=False)
class BudgetLine(Value):
    """
    A line of the budget (预算项目).

    Attributes:
        account: The account by its name in the union accounting system (科目), such as 职工活动支出.

        item: What it is for (项目); empty for the account as a whole.

        amount: Planned income or spending (预算数), in yuan to the fen.

        limit: The most that may be spent on it (限额), or None.

        id: A name for this line, unique in the budget; activities and welfare measures point at it by ``line``.

        note: How the amount was reckoned (测算依据).
    """

    account: str = attrs.field(validator=is_filled_text)
    item: str = attrs.field(default="", validator=is_text)
    amount: Money = attrs.field(validator=[is_a(Money), is_not_negative])
    limit: Money | None = attrs.field(default=None, validator=[is_a(Money), is_not_negative])
    id: str | None = attrs.field(default=None, validator=attrs.validators.optional(is_filled_text))
    note: str = attrs.field(default="", validator=is_text)


def _to_lines(values: Iterable[BudgetLine]) -> tuple[BudgetLine, ...]:
    return to_tuple(values)


def _sum_up(_instance: object, _attribute: attrs.Attribute[Any], lines: tuple[BudgetLine, ...]) -> None:
    _total(lines)  # refuses a sum that no money can be


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Budget(Value):
    """
    The budget of a plan (经费预算).

    Attributes:
        income: Lines of income (收入).

        expenditure: Lines of spending (支出).

        carried_over: What earlier years left over and this plan uses (动用上年结余), or None.
    """

    income: tuple[BudgetLine, ...] = attrs.field(
        default=(), converter=_to_lines, validator=[are_all(BudgetLine), _sum_up]
    )
    expenditure: tuple[BudgetLine, ...] = attrs.field(
        default=(), converter=_to_lines, validator=[are_all(BudgetLine), _sum_up]
    )
    carried_over: Money | None = attrs.field(default=None, validator=[is_a(Money), is_not_negative])

    @expenditure.validator
    def _ids_are_unique(self, _attribute: attrs.Attribute[Any], _lines: tuple[BudgetLine, ...]) -> None:
        seen: set[str] = set()
        for line in (*self.income, *self.expenditure):
            if line.id is not None and line.id in seen:
                raise ImpossibleValueError(
                    f"预算项目的编号“{line.id}”用了两次", f"The id “{line.id}” of a budget line is used twice"
                )
            seen.add(line.id or "")

    @property
    def total_income(self) -> Money:
        """The sum of all income, without what is carried over."""
        return _total(self.income)

    @property
    def total_expenditure(self) -> Money:
        """The sum of all spending."""
        return _total(self.expenditure)

    def line(self, id: str) -> BudgetLine | None:  # noqa: A002 -- the name of the attribute
        """Return the line of that id, or None."""
        return next((line for line in (*self.income, *self.expenditure) if line.id == id), None)


def _total(lines: Iterable[BudgetLine]) -> Money:
    total = Decimal(0)
    for line in lines:
        total = EXACT.add(total, line.amount.yuan)
    return Money(total)
