"""Rules about the sums of the budget and its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from unionkit.model import Budget

from ._budget_common import (
    BUDGET_2019,
    BudgetRule,
    called,
    expenditure,
    funds_of,
    income,
    renamed,
    repeated,
    said,
    total,
    yuan,
)
from ._finding import Finding, Severity
from ._rule import CONVENTION, Check, Rule


class BudgetDeficit(BudgetRule):
    """
    Reports a budget that spends more than its income and what it carries over from earlier years.

    ## Why is this bad?

    A union fits its spending to its income and budgets no deficit. What earlier years left may fill the gap, but the
    budget has to show it.

    ## Example

    ```yaml
    period: {year: 2026}
    budget:
      income:
        - {account: 会费收入, amount: 20000}
      expenditure:
        - {account: 职工活动支出, amount: 26000}
    content: []
    ```

    Use instead:

    ```yaml
    period: {year: 2026}
    budget:
      income:
        - {account: 会费收入, amount: 20000}
      expenditure:
        - {account: 职工活动支出, amount: 26000}
      carried_over: 6000
    content: []
    ```

    ## Known limits

    A budget without lines of income is one of spending only, and passes.
    """

    code = "UK601"
    slug = "budget-deficit"
    title_zh = "支出大于收入与动用结余之和"
    title_en = "spending above income and carry-over"
    severity = Severity.WARNING
    basis = BUDGET_2019
    wording = {
        "zh": "预算支出合计 {spent}，比收入与动用结余之和 {got} 多 {gap}；"
        "请压减支出，或在 carried_over 中写明动用多少上年结余。",
        "en": "The budget spends {spent}, which is {gap} more than its income and carry-over of {got}; "
        "cut spending, or say under carried_over what earlier years left.",
    }

    def look(self, budget: Budget, _check: Check) -> Iterator[Finding]:
        if not budget.income or not budget.expenditure:
            return
        got = total(budget.income) + yuan(budget.carried_over)
        spent = total(budget.expenditure)
        if spent > got:
            yield self.finding(
                ("budget", "expenditure"), spent=said(spent), got=said(got), gap=said(spent - got)
            )


class CarryOverAboveBalance(BudgetRule):
    """
    Reports a budget that carries over more than earlier years left (`organization.funds.balance`).

    ## Why is this bad?

    Money that is not there cannot be spent; one of the two figures is wrong.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, funds: {balance: 30000}}
    budget: {carried_over: 32000}
    content: []
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, funds: {balance: 32000}}
    budget: {carried_over: 30000}
    content: []
    ```

    ## Known limits

    The rule does not know of which day the balance is.
    """

    code = "UK602"
    slug = "carry-over-above-balance"
    title_zh = "动用结余多于历年结余"
    title_en = "more carried over than earlier years left"
    severity = Severity.WARNING
    basis = CONVENTION
    needs = ("budget.carried_over", "organization.funds.balance")
    wording = {
        "zh": "预算动用上年结余 {used}，而结余只有 {left}；请核对 budget.carried_over 和 organization.funds.balance。",
        "en": "The budget carries over {used}, but only {left} are left; check budget.carried_over and "
        "organization.funds.balance.",
    }

    def look(self, budget: Budget, check: Check) -> Iterator[Finding]:
        used, left = budget.carried_over, funds_of(check.plan).balance
        if used is not None and left is not None and used > left:
            yield self.finding(("budget", "carried_over"), used=said(used), left=said(left))


class AmountAboveLimit(BudgetRule):
    """
    Reports a line of expenditure whose `amount` is above its own `limit`.

    ## Why is this bad?

    The line plans to spend more than may be spent on it.

    ## Example

    ```yaml
    budget:
      expenditure:
        - {account: 职工活动支出, item: 文体活动, amount: 20000, limit: 18000}
    content: []
    ```

    Use instead:

    ```yaml
    budget:
      expenditure:
        - {account: 职工活动支出, item: 文体活动, amount: 18000, limit: 20000}
    content: []
    ```

    ## Known limits

    Who set the limit is not known to the rule.
    """

    code = "UK606"
    slug = "amount-above-limit"
    title_zh = "预算数超过限额"
    title_en = "amount above the limit of its line"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "预算项目“{line}”的预算数 {amount} 超过限额 {limit}；请核对 amount 和 limit。",
        "en": "The budget line “{line}” plans {amount}, above its limit of {limit}; check amount and limit.",
    }

    def look(self, budget: Budget, _check: Check) -> Iterator[Finding]:
        for path, line in expenditure(budget).placed():
            if line.limit is not None and line.amount > line.limit:
                yield self.finding(
                    (*path, "amount"),
                    line=called(line),
                    amount=said(line.amount),
                    limit=said(line.limit),
                )


class RepeatedBudgetLine(BudgetRule):
    """
    Reports a second line with the same account and item on one side of the budget.

    ## Why is this bad?

    Either one of the two was meant to be something else, or the same money is counted twice.

    ## Example

    ```yaml
    budget:
      expenditure:
        - {account: 职工活动支出, item: 文体活动, amount: 20000}
        - {account: 职工活动支出, item: 文体活动, amount: 6000}
    content: []
    ```

    Use instead:

    ```yaml
    budget:
      expenditure:
        - {account: 职工活动支出, item: 文体活动, amount: 20000}
        - {account: 职工活动支出, item: 宣传活动, amount: 6000}
    content: []
    ```

    ## Known limits

    Items that say the same in other words are not told. An older name of the same account (会员会费) counts as the account,
    and is not reported once more as unknown.
    """

    code = "UK609"
    slug = "repeated-budget-line"
    title_zh = "同一预算项目列了两次"
    title_en = "budget line given twice"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "预算项目“{line}”在前面已经列过；请合并，或写清两项的区别。",
        "en": "The budget line “{line}” stands there already; put both together, or say how they differ.",
    }

    def look(self, budget: Budget, _check: Check) -> Iterator[Finding]:
        for side in (income(budget), expenditure(budget)):
            for path, line in repeated(side):
                yield self.finding(path, line=called(line))


class AccountCountedTwice(BudgetRule):
    """
    Reports a line for an account as a whole whose amount is the sum of the lines that give the account by item.

    ## Why is this bad?

    A subtotal among the lines counts all of them twice; totals are added up when the plan is printed.

    ## Example

    ```yaml
    budget:
      expenditure:
        - {account: 职工活动支出, amount: 26000}
        - {account: 职工活动支出, item: 文体活动, amount: 20000}
        - {account: 职工活动支出, item: 宣传活动, amount: 6000}
    content: []
    ```

    Use instead:

    ```yaml
    budget:
      expenditure:
        - {account: 职工活动支出, item: 文体活动, amount: 20000}
        - {account: 职工活动支出, item: 宣传活动, amount: 6000}
    content: []
    ```

    ## Known limits

    A subtotal that does not add up passes as money of its own, and so does one over a single line.
    """

    code = "UK610"
    slug = "account-counted-twice"
    title_zh = "科目小计与明细重复计算"
    title_en = "subtotal counted together with its lines"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "“{account}”一行的 {amount} 正是下列 {count} 个明细之和，合计时会重复计算；请删去这一行，打印时自动汇总。",
        "en": "The {amount} of “{account}” is the sum of its {count} lines by item, so that all is counted twice; "
        "remove it, totals are added up when the plan is printed.",
    }

    def look(self, budget: Budget, _check: Check) -> Iterator[Finding]:
        for side in (income(budget), expenditure(budget)):
            sums: dict[str, Fraction] = {}
            counts: Counter[str] = Counter()
            for line in side.lines:
                if line.item.strip():
                    name = renamed(line.account)
                    sums[name] = sums.get(name, Fraction(0)) + yuan(line.amount)
                    counts[name] += 1
            for path, line in side.placed():
                name = renamed(line.account)
                if (
                    not line.item.strip()
                    and counts[name] > 1
                    and line.amount.yuan
                    and yuan(line.amount) == sums[name]
                ):
                    yield self.finding(
                        path, account=line.account, amount=said(line.amount), count=counts[name]
                    )


class EmptyBudgetLine(BudgetRule):
    """
    Reports, once for a plan, budget lines with an amount of zero.

    ## Why is this bad?

    Such a line says nothing, or its figure was forgotten.

    ## Example

    ```yaml
    budget:
      expenditure:
        - {account: 职工活动支出, item: 文体活动, amount: 20000}
        - {account: 维权支出, amount: 0}
    content: []
    ```

    Use instead:

    ```yaml
    budget:
      expenditure:
        - {account: 职工活动支出, item: 文体活动, amount: 20000}
        - {account: 维权支出, amount: 2000}
    content: []
    ```

    ## Known limits

    A form of the union above may ask for all accounts, also for those without money.
    """

    code = "UK611"
    slug = "empty-budget-line"
    title_zh = "预算数为零"
    title_en = "budget line without money"
    severity = Severity.INFO
    basis = CONVENTION
    gathers = True
    wording = {
        "zh": "预算项目“{line}”的金额是 0；请填上数额，或删去这一项。",
        "en": "The budget line “{line}” has an amount of 0; fill it in, or remove the line.",
    }

    def look(self, budget: Budget, _check: Check) -> Iterator[Finding]:
        for side in (income(budget), expenditure(budget)):
            for path, line in side.placed():
                if not line.amount.yuan:
                    yield self.finding((*path, "amount"), line=called(line))


RULES: Final[tuple[Rule, ...]] = (
    BudgetDeficit(),
    CarryOverAboveBalance(),
    AmountAboveLimit(),
    RepeatedBudgetLine(),
    AccountCountedTwice(),
    EmptyBudgetLine(),
)
