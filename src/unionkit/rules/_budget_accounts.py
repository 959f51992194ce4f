"""Rules about the accounts that budget lines name (科目)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from unionkit.model import Budget, BudgetLine, Path

from ._budget_common import (
    ACCOUNTS_2021,
    FUNDS_2017,
    NEW_HEADS,
    OLD_HEADS,
    BudgetRule,
    Side,
    called,
    expenditure,
    income,
    items,
    renamed,
    repeated,
)
from ._finding import Finding, Severity, Worded
from ._fix import Edit, Fix
from ._rule import Check, Rule

_COUNTY: Final = "职工活动组织支出"
_ACTIVITIES: Final = "职工活动支出"
_NOT_AT_BASE: Final = frozenset({_COUNTY, "行政支出", "补助下级支出"})


def _is_known(account: str, accounts: Mapping[str, object]) -> bool:
    return account in accounts or account in OLD_HEADS


class UnknownIncomeAccount(BudgetRule):
    """
    Reports a line of income under an account that the union accounting system does not have. Where an older or shorter
    name means one account only, the name can be mended.

    ## Why is this bad?

    The budget is later compared with the books, account by account; a name of its own finds no counterpart.

    ## Example

    ```yaml
    period: {year: 2026}
    budget:
      income: [{account: 拨交经费, amount: 120000}]
    content: []
    ```

    Use instead:

    ```yaml
    period: {year: 2026}
    budget:
      income: [{account: 拨缴经费收入, amount: 120000}]
    content: []
    ```

    ## Known limits

    The head 事业收入 of the measures of 2017 passes where the budget follows them. The list of accounts of 2021 is from
    general knowledge.
    """

    code = "UK612"
    slug = "unknown-income-account"
    title_zh = "收入科目不在工会会计制度之列"
    title_en = "income under an unknown account"
    severity = Severity.WARNING
    basis = ACCOUNTS_2021
    fixable = True
    wording = {
        "zh": "收入科目“{account}”不在工会会计制度之列；{advice}。",
        "en": "The union accounting system has no account of income “{account}”; {advice}.",
    }

    def look(self, budget: Budget, check: Check) -> Iterator[Finding]:
        for found in _unknown(income(budget), check):
            yield self.finding(
                (*found.path, "account"), account=found.line.account, advice=found.advice, fix=found.fix
            )


class UnknownSpendingAccount(BudgetRule):
    """
    Reports a line of expenditure under an account that the union accounting system does not have. Where a shorter name
    means one account only, the name can be mended.

    ## Why is this bad?

    What a purpose is (春游, 慰问品) belongs into `item`; the account says under which head of the books it is spent.

    ## Example

    ```yaml
    period: {year: 2026}
    budget:
      expenditure: [{account: 文体活动费, amount: 20000}]
    content: []
    ```

    Use instead:

    ```yaml
    period: {year: 2026}
    budget:
      expenditure: [{account: 职工活动支出, item: 文体活动, amount: 20000}]
    content: []
    ```

    ## Known limits

    The head 事业支出 of the measures of 2017 passes where the budget follows them. The list of accounts of 2021 is from
    general knowledge; seven of them were seen in a provincial summary.
    """

    code = "UK613"
    slug = "unknown-spending-account"
    title_zh = "支出科目不在工会会计制度之列"
    title_en = "spending under an unknown account"
    severity = Severity.WARNING
    basis = ACCOUNTS_2021
    fixable = True
    wording = {
        "zh": "支出科目“{account}”不在工会会计制度之列；{advice}。",
        "en": "The union accounting system has no account of spending “{account}”; {advice}.",
    }

    def look(self, budget: Budget, check: Check) -> Iterator[Finding]:
        for found in _unknown(expenditure(budget), check):
            yield self.finding(
                (*found.path, "account"), account=found.line.account, advice=found.advice, fix=found.fix
            )


@attrs.frozen
class _Unknown:
    """A line with an account that is not known, and what to do about it."""

    path: Path
    line: BudgetLine
    accounts: Mapping[str, object]
    at_base: bool

    @property
    def fix(self) -> Fix | None:
        name = renamed(self.line.account)
        if name not in self.accounts:
            return None
        return Fix((Edit((*self.path, "account"), self.line.account, name),))

    @property
    def advice(self) -> Worded:
        name = renamed(self.line.account)
        if name in self.accounts:
            return Worded(f"应为“{name}”", f"it is called “{name}”")
        known = [each for each in self.accounts if not (self.at_base and each in _NOT_AT_BASE)]
        return Worded(
            f"请在{'、'.join(known)}中选一个，用途写在 item 里",
            f"choose one of {', '.join(known)}, and give the purpose under item",
        )


def _unknown(side: Side, check: Check) -> Iterator[_Unknown]:
    """Yield the lines whose account is no account of this side; those of the other side, and repeated ones, are others'."""
    earned, spent = check.vocabulary.income_accounts, check.vocabulary.expenditure_accounts
    ours, others = (earned, spent) if side.key == "income" else (spent, earned)
    at_base = check.plan.organization.sector != "federation"
    again = {path for path, _ in repeated(side)}
    for path, line in side.placed():
        name = renamed(line.account)
        if (
            path not in again
            and not _is_known(line.account, ours)
            and (name in ours or not _is_known(name, others))
        ):
            yield _Unknown(path, line, ours, at_base)


class AccountOnWrongSide(BudgetRule):
    """
    Reports an account of income among the expenditure, or one of expenditure among the income.

    ## Why is this bad?

    Totals and balance of the budget are wrong by twice the amount.

    ## Example

    ```yaml
    period: {year: 2026}
    budget:
      income: [{account: 会费收入, amount: 20000}]
      expenditure: [{account: 行政补助收入, amount: 5000}]
    content: []
    ```

    Use instead:

    ```yaml
    period: {year: 2026}
    budget:
      income: [{account: 会费收入, amount: 20000}, {account: 行政补助收入, amount: 5000}]
      expenditure: []
    content: []
    ```

    ## Known limits

    Accounts go by their names; what an item says is not read.
    """

    code = "UK614"
    slug = "account-on-wrong-side"
    title_zh = "收入科目列在支出中，或相反"
    title_en = "account on the wrong side of the budget"
    severity = Severity.WARNING
    basis = ACCOUNTS_2021
    wording = {
        "zh": "“{account}”是{right}科目，却列在{wrong}中；请移到另一边，或改用相应的科目。",
        "en": "“{account}” is an account of {right}, but stands among {wrong}; move it, or use the account that is meant.",
    }

    def look(self, budget: Budget, check: Check) -> Iterator[Finding]:
        earned, spent = check.vocabulary.income_accounts, check.vocabulary.expenditure_accounts
        for side, ours, others in (
            (income(budget), earned, spent),
            (expenditure(budget), spent, earned),
        ):
            for path, line in side.placed():
                name = renamed(line.account)
                if name in others and name not in ours:
                    yield self.finding(
                        (*path, "account"),
                        account=line.account,
                        right=_side(is_income=side.key != "income"),
                        wrong=_side(is_income=side.key == "income"),
                    )


def _side(*, is_income: bool) -> Worded:
    return Worded("收入", "income") if is_income else Worded("支出", "expenditure")


class AccountOfCountyUnions(BudgetRule):
    """
    Reports 行政支出 and 职工活动组织支出 in the budget of a grassroots union: both are accounts of unions from county level
    up. The second can be mended where the budget has no other line of 职工活动支出.

    ## Why is this bad?

    A grassroots union has no administration of its own; its activities are 职工活动支出, and meetings and training
    of its officers 业务支出.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, sector: school}
    period: {year: 2026}
    budget:
      expenditure: [{account: 行政支出, item: 办公费, amount: 2000}]
    content: []
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, sector: school}
    period: {year: 2026}
    budget:
      expenditure: [{account: 业务支出, item: 会议, amount: 2000}]
    content: []
    ```

    ## Known limits

    The rule knows from the sector that a union is a grassroots one, and is silent where the plan names none.
    """

    code = "UK615"
    slug = "account-of-county-unions"
    title_zh = "基层工会使用县级以上工会的科目"
    title_en = "account of unions from county level up"
    severity = Severity.WARNING
    basis = ACCOUNTS_2021
    sectors = frozenset({"school", "enterprise", "hospital", "institution", "agency", "town", "community"})
    fixable = True
    wording = {
        "zh": "“{account}”是县级以上工会的科目，基层工会不用；{advice}。",
        "en": "“{account}” is an account of unions from county level up; {advice}.",
    }
    _ADVICE: Final = {
        _COUNTY: Worded("应列入职工活动支出", "use 职工活动支出"),
        "行政支出": Worded(
            "会议、培训等列入业务支出，行政性费用由单位承担",
            "meetings and training are 业务支出, and the unit pays for administration",
        ),
    }

    def look(self, budget: Budget, _check: Check) -> Iterator[Finding]:
        lines = list(expenditure(budget).placed())
        names = [renamed(line.account) for _, line in lines]
        for (path, line), name in zip(lines, names, strict=True):
            if name in self._ADVICE:
                alone = names.count(_COUNTY) == 1 and _ACTIVITIES not in names
                edit = Edit((*path, "account"), line.account, _ACTIVITIES)
                yield self.finding(
                    (*path, "account"),
                    account=line.account,
                    advice=self._ADVICE[name],
                    fix=Fix((edit,)) if name == _COUNTY and alone else None,
                )


class MixedAccountSystems(BudgetRule):
    """
    Reports a budget that names heads of the measures of 2017 (事业收入, 事业支出) together with accounts that the system of
    2021 put in their place or added (附属单位上缴收入, 对附属单位的支出, 职工服务支出).

    ## Why is this bad?

    Either set is accepted, a mixture is not: the same spending then fits two heads.

    ## Example

    ```yaml
    period: {year: 2026}
    budget:
      expenditure: [{account: 职工服务支出, amount: 20000}, {account: 事业支出, amount: 5000}]
    content: []
    ```

    Use instead:

    ```yaml
    period: {year: 2026}
    budget:
      expenditure: [{account: 职工服务支出, amount: 20000}, {account: 对附属单位的支出, amount: 5000}]
    content: []
    ```

    ## Known limits

    Heads that both sets share tell nothing.
    """

    code = "UK616"
    slug = "mixed-account-systems"
    title_zh = "新旧科目混用"
    title_en = "accounts of two systems"
    severity = Severity.WARNING
    basis = attrs.evolve(FUNDS_2017, article="第七条", since=dt.date(2022, 1, 1))
    wording = {
        "zh": "“{old}”是2017年办法的科目，而同一预算又用了2021年会计制度的“{new}”；请统一用新制度的科目。",
        "en": "“{old}” is a head of the measures of 2017, but the budget also uses “{new}” of the accounting system of "
        "2021; use those of the new system throughout.",
    }

    def look(self, budget: Budget, _check: Check) -> Iterator[Finding]:
        placed = [*income(budget).placed(), *expenditure(budget).placed()]
        new = next((line.account for _, line in placed if renamed(line.account) in NEW_HEADS), None)
        if new is not None:
            for path, line in placed:
                if renamed(line.account) in OLD_HEADS:
                    yield self.finding((*path, "account"), old=line.account, new=new)


_NEVER_FOR: Final = {
    **dict.fromkeys(
        ("culture-sport", "outing", "festival-gift", "birthday"),
        frozenset({"维权支出", "业务支出", "资本性支出", "行政支出", "补助下级支出", "对附属单位的支出"}),
    ),
    "hardship-aid": frozenset({_ACTIVITIES, _COUNTY, "业务支出", "资本性支出", "行政支出"}),
}
"""Accounts that do not pay for a kind of item, as articles 7 to 10 of the measures of 2017 divide the spending."""
_PAYS: Final = {"hardship-aid": "维权支出"}


class ItemOnForeignAccount(BudgetRule):
    """
    Reports an activity or welfare measure that a line of another account pays: outings, culture and sport, festival gifts
    and birthdays belong to 职工活动支出, aid to workers in hardship to 维权支出.

    ## Why is this bad?

    Each head may pay for its own purposes only; the audit moves what stands under the wrong one.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    budget:
      expenditure: [{account: 业务支出, amount: 20000, id: work}]
    content:
      - {activity: 职工秋游, kind: outing, line: work, owner: 文体部}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    budget:
      expenditure: [{account: 职工活动支出, amount: 20000, id: work}]
    content:
      - {activity: 职工秋游, kind: outing, line: work, owner: 文体部}
    ```

    ## Known limits

    Only kinds whose head is beyond doubt are looked at; meetings, training and visits may stand under several.
    """

    code = "UK617"
    slug = "item-on-foreign-account"
    title_zh = "活动、福利列支的科目不对"
    title_en = "item paid by a line of another account"
    severity = Severity.WARNING
    basis = attrs.evolve(FUNDS_2017, article="第七条至第十条")
    wording = {
        "zh": "“{title}”由“{line}”列支；这类支出应列入{account}，请改 line，或改预算项目的科目。",
        "en": "“{title}” is paid by “{line}”; spending of this kind is {account}: change its line, or the account of the "
        "budget line.",
    }

    def look(self, budget: Budget, check: Check) -> Iterator[Finding]:
        lines = {line.id: line for line in budget.expenditure if line.id}
        for path, item in items(check):
            line = lines.get(item.line)
            if line is not None and renamed(line.account) in _NEVER_FOR.get(item.kind, ()):
                yield self.finding(
                    (*path, "line"),
                    title=item.title,
                    line=called(line),
                    account=_PAYS.get(item.kind, _ACTIVITIES),
                )


RULES: Final[tuple[Rule, ...]] = (
    *(UnknownIncomeAccount(), UnknownSpendingAccount(), AccountOnWrongSide()),
    *(AccountOfCountyUnions(), MixedAccountSystems(), ItemOnForeignAccount()),
)
