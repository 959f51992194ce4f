"""Rules about the activities and welfare measures that lines of the budget pay."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, cast

from unionkit.model import Activity, Budget, WelfareMeasure

from ._budget_common import (
    FUNDS_2017_NOT_SEEN,
    BudgetRule,
    Item,
    all_items,
    called,
    expenditure,
    items,
    least_cost,
    said,
    yuan,
)
from ._finding import Finding, Severity, Worded
from ._rule import CONVENTION, Check, Rule


class UnknownBudgetLine(Rule):
    """
    Reports an activity or welfare measure whose `line` is the id of no line of the budget.

    ## Why is this bad?

    Nobody can tell what pays it, and it is not counted when the line is checked for being overspent.

    ## Example

    ```yaml
    budget:
      expenditure:
        - {account: 职工活动支出, item: 文体活动, amount: 20000, id: sport}
    content:
      - {activity: 职工运动会, cost: 8000, line: sports, owner: 文体部}
    ```

    Use instead:

    ```yaml
    budget:
      expenditure:
        - {account: 职工活动支出, item: 文体活动, amount: 20000, id: sport}
    content:
      - {activity: 职工运动会, cost: 8000, line: sport, owner: 文体部}
    ```

    ## Known limits

    The rule compares ids only; whether the line is the right one it does not know.
    """

    code = "UK603"
    slug = "unknown-budget-line"
    title_zh = "所指的预算项目不存在"
    title_en = "budget line that does not exist"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Activity, WelfareMeasure)
    wording = {
        "zh": "“{title}”的 line 指向预算项目“{line}”，{known}；请改成已有的 id，或给相应的预算项目写上 id。",
        "en": "The line of “{title}” points at “{line}”, but {known}; use an id that there is, or give one to the "
        "budget line that is meant.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        item, budget = cast("Item", node), check.plan.budget
        if item.line and (budget is None or budget.line(item.line) is None):
            yield self.finding(
                (*check.path, "line"),
                title=item.title,
                line=item.line,
                known=_known(budget),
            )


def _known(budget: Budget | None) -> Worded:
    if budget is None:
        return Worded("而计划没有预算", "the plan has no budget")
    ids = [line.id for line in (*budget.income, *budget.expenditure) if line.id]
    if not ids:
        return Worded("而预算项目都没有写 id", "no line of the budget has an id")
    return Worded(f"而预算中只有{'、'.join(ids)}", f"the budget has only {', '.join(ids)}")


class PaidFromIncome(Rule):
    """
    Reports an activity or welfare measure whose `line` is a line of income.

    ## Why is this bad?

    Money is spent from a line of expenditure; pointed at income, the item is missing from what is spent.

    ## Example

    ```yaml
    budget:
      income: [{account: 会费收入, amount: 20000, id: dues}]
      expenditure: [{account: 职工活动支出, amount: 18000, id: sport}]
    content:
      - {activity: 职工运动会, cost: 8000, line: dues, owner: 文体部}
    ```

    Use instead:

    ```yaml
    budget:
      income: [{account: 会费收入, amount: 20000, id: dues}]
      expenditure: [{account: 职工活动支出, amount: 18000, id: sport}]
    content:
      - {activity: 职工运动会, cost: 8000, line: sport, owner: 文体部}
    ```

    ## Known limits

    Whoever means that dues pay for it says so in the note of the line of expenditure.
    """

    code = "UK604"
    slug = "paid-from-income"
    title_zh = "费用指向收入项目"
    title_en = "spending that points at a line of income"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Activity, WelfareMeasure)
    wording = {
        "zh": "“{title}”的 line 指向收入项目“{line}”（{account}）；请改为支出项目的 id。",
        "en": "The line of “{title}” points at “{line}” ({account}), which is income; use the id of a line of "
        "expenditure.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        item, budget = cast("Item", node), check.plan.budget
        if item.line and budget is not None:
            for line in budget.income:
                if line.id == item.line:
                    yield self.finding(
                        (*check.path, "line"), title=item.title, line=item.line, account=line.account
                    )


class BudgetLineOverspent(BudgetRule):
    """
    Reports a line of expenditure whose activities and welfare measures cost more than its `amount`, or than its
    `limit` where that is lower.

    ## Why is this bad?

    Nothing is spent without a budget or above it. Either an item is too dear, or the line has to be raised before.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    budget:
      expenditure:
        - {account: 职工活动支出, item: 节日慰问品, amount: 50000, id: gifts}
    content:
      - {welfare: 中秋节慰问品, kind: festival-gift, when: 中秋节, form: goods, per_head: 300, headcount: 186, line: gifts}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    budget:
      expenditure:
        - {account: 职工活动支出, item: 节日慰问品, amount: 55800, id: gifts}
    content:
      - {welfare: 中秋节慰问品, kind: festival-gift, when: 中秋节, form: goods, per_head: 300, headcount: 186, line: gifts}
    ```

    ## Known limits

    The sum is the least that the items cost. What the plan calls approximate, or gives no figure for, is left out. A
    `cost` is taken as that of all occurrences; a standard per person counts once for each recipient, and once for
    each festival where a gift is given at several.
    """

    code = "UK605"
    slug = "budget-line-overspent"
    title_zh = "预算项目超支"
    title_en = "budget line overspent"
    severity = Severity.WARNING
    basis = FUNDS_2017_NOT_SEEN
    wording = {
        "zh": "预算项目“{line}”{bound}，而由它列支的 {count} 项活动和福利共需 {cost}，超出 {gap}；"
        "请压减费用，或先调整预算。",
        "en": "The budget line “{line}” has {bound}, but the {count} items that it pays cost {cost}, {gap} too much; "
        "spend less, or adjust the budget first.",
    }

    def look(self, budget: Budget, check: Check) -> Iterator[Finding]:
        costs: dict[str, list[Fraction]] = {}
        for path, item in items(check):
            if item.line:
                costs.setdefault(item.line, []).append(least_cost(item, path, check))
        for path, line in expenditure(budget).placed():
            cost = sum(costs.get(line.id or "", ()), Fraction(0))
            limited = line.limit is not None and line.limit < line.amount
            most = yuan(line.limit if line.limit is not None and limited else line.amount)
            if line.id and cost > most:
                yield self.finding(
                    (*path, "limit" if limited else "amount"),
                    line=called(line),
                    bound=_bound(said(most), limited=limited),
                    count=len(costs[line.id]),
                    cost=said(cost),
                    gap=said(cost - most),
                )


def _bound(most: Worded, *, limited: bool) -> Worded:
    """How much a line may pay."""
    return Worded(
        f"{'限额' if limited else '预算'} {most.zh}",
        f"{'a limit' if limited else 'an amount'} of {most.en}",
    )


class SpendingWithoutLine(BudgetRule):
    """
    Reports, once for a plan, activities and welfare measures that cost money but name no budget line, where the
    spending of the plan has lines with an `id`.

    ## Why is this bad?

    All spending goes into the budget. An item without a line may be paid by none, and does not count when lines are
    checked.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    budget:
      expenditure:
        - {account: 职工活动支出, item: 文体活动, amount: 20000, id: sport}
    content:
      - {activity: 职工运动会, cost: 8000, owner: 文体部}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    budget:
      expenditure:
        - {account: 职工活动支出, item: 文体活动, amount: 20000, id: sport}
    content:
      - {activity: 职工运动会, cost: 8000, line: sport, owner: 文体部}
    ```

    ## Known limits

    Items that another body holds (`host`) or that have a `fund` which is not the union's pass; so does what was done
    already.
    """

    code = "UK607"
    slug = "spending-without-line"
    title_zh = "有费用而没有列入预算项目"
    title_en = "spending without a budget line"
    severity = Severity.INFO
    basis = FUNDS_2017_NOT_SEEN
    gathers = True
    wording = {
        "zh": "“{title}”有费用而没有写由哪个预算项目列支；请写上 line。",
        "en": "“{title}” costs money, but names no budget line; give its line.",
    }

    def look(self, budget: Budget, check: Check) -> Iterator[Finding]:
        if any(line.id for line in budget.expenditure):
            for path, item in items(check):
                if not (item.line or item.done or _is_paid_by_others(item)) and least_cost(item, path, check):
                    yield self.finding(path, title=item.title)


def _is_paid_by_others(item: Item) -> bool:
    if isinstance(item, Activity):
        return bool(item.host)
    return bool(item.fund) and "工会" not in item.fund and "会费" not in item.fund


class IdleBudgetLine(BudgetRule):
    """
    Reports, once for a plan, lines of expenditure that have an `id` to which no activity or welfare measure points,
    where some point at other lines.

    ## Why is this bad?

    Money is set aside and the plan does not say for what; often the item that was meant has lost its `line`.

    ## Example

    ```yaml
    budget:
      expenditure:
        - {account: 职工活动支出, item: 文体活动, amount: 20000, id: sport}
        - {account: 职工活动支出, item: 宣传活动, amount: 3000, id: news}
    content:
      - {activity: 职工运动会, cost: 8000, line: sport, owner: 文体部}
    ```

    Use instead:

    ```yaml
    budget:
      expenditure:
        - {account: 职工活动支出, item: 文体活动, amount: 20000, id: sport}
        - {account: 职工活动支出, item: 宣传活动, amount: 3000, id: news}
    content:
      - {activity: 职工运动会, cost: 8000, line: sport, owner: 文体部}
      - {activity: 会员故事征集, cost: 3000, line: news, owner: 宣传部}
    ```

    ## Known limits

    A line without an id is not asked for. The plan of a half-year may leave lines of the year's budget unused.
    """

    code = "UK608"
    slug = "idle-budget-line"
    title_zh = "预算项目没有对应的工作"
    title_en = "budget line that nothing uses"
    severity = Severity.INFO
    basis = CONVENTION
    gathers = True
    wording = {
        "zh": "没有活动或福利由预算项目“{line}”列支；请给相应的工作写上 line: {id}，或删去这个 id。",
        "en": "Nothing is paid by the budget line “{line}”; give the item that is meant line: {id}, or remove the id.",
    }

    def look(self, budget: Budget, check: Check) -> Iterator[Finding]:
        used = {item.line for _, item in all_items(check)}
        lines = list(expenditure(budget).placed())
        if any(line.id in used for _, line in lines if line.id):
            for path, line in lines:
                if line.id and line.id not in used:
                    yield self.finding(path, line=called(line), id=line.id)


RULES: Final[tuple[Rule, ...]] = (
    UnknownBudgetLine(),
    PaidFromIncome(),
    BudgetLineOverspent(),
    SpendingWithoutLine(),
    IdleBudgetLine(),
)
