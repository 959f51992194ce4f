"""Rules about the appropriation that the unit pays, what of it stays with the union, and where the money mainly goes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, cast

import attrs

from unionkit.model import Budget, Plan

from ._budget_common import (
    APPROPRIATION,
    UNION_LAW,
    BudgetRule,
    booked,
    expenditure,
    funds_of,
    income_line,
    is_whole_year,
    renamed,
    said,
    share_of,
    total,
    yuan,
)
from ._finding import Basis, Confidence, Finding, Severity, Silence, Worded
from ._organization_words import is_stated
from ._rule import Check, Rule, compiled

_SIGNIFICANT: Final = 100
"""An amount counts as rounded as far as it keeps three figures: 247000 as one to the thousand, 246913 to the yuan."""


def _is_about(written: Fraction, exact: Fraction) -> bool:
    """Whether an amount is another one, rounded as far as it is written in round figures."""
    step = Fraction(1, 100)
    while written % (step * 10) == 0 and step * 10 * _SIGNIFICANT <= written:
        step *= 10
    return abs(written - exact) * 2 <= step


def _year_of_appropriation(check: Check) -> Fraction | None:
    """Return what the unit has to pay in a year: by its payroll, else as the plan says; None where it says neither."""
    payroll = check.plan.organization.payroll
    if payroll is not None:
        return yuan(payroll) * share_of(check.rulings["appropriation-rate"])
    paid = funds_of(check.plan).appropriation
    return None if paid is None else yuan(paid)


class AppropriationOffRate(Rule):
    """
    Reports an appropriation (`organization.funds.appropriation`) that is not 2% of the payroll, and text by which the unit
    pays a smaller share.

    ## Why is this bad?

    The unit pays 2% of the wages of all employees to the union every month. Less is owed to the union; more is no
    appropriation, but a subsidy of the unit (行政补助收入).

    ## Example

    ```yaml
    organization: {name: 清河中学工会, payroll: 10000000, funds: {appropriation: 150000}}
    period: {year: 2026}
    content: []
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, payroll: 10000000, funds: {appropriation: 200000}}
    period: {year: 2026}
    content: []
    ```

    ## Known limits

    Figures rounded to three digits or more pass, and so does the share that the union keeps, where the plan says it
    (`retained`). In text, share and 拨缴 have to stand in one clause; what was so before, what is put right and what goes to
    the union above passes. Wages of one year and the appropriation of another differ rightly; ignore the finding there.
    """

    code = "UK619"
    slug = "appropriation-off-rate"
    title_zh = "拨缴经费与工资总额的规定比例不符"
    title_en = "appropriation is not its share of the payroll"
    severity = Severity.WARNING
    basis = attrs.evolve(UNION_LAW, article="第四十三条")
    parameters = ("appropriation-rate",)
    nodes = (Plan,)
    wording = {
        "zh": "{what}；请核对，或向单位说明应按全部职工工资总额的 {rate} 拨缴。",
        "en": "{what}; check it, or remind the unit that it has to pay {rate} of all wages.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        plan = cast("Plan", node)
        payroll, funds = plan.organization.payroll, funds_of(plan)
        ruling = check.rulings["appropriation-rate"]
        for hit in check.survey.hits(compiled(_SHARE_PAID)):
            share = Fraction(hit.match["share"] or hit.match["after"])
            if share < ruling.number and is_stated(hit, check):
                what = Worded(
                    f"“{hit.words}”低于规定的 {ruling.said}",
                    f"“{hit.words}” is below the {ruling.said} of the law",
                )
                yield self.finding(
                    hit.path, words=hit.words, nth=hit.nth, ruling=ruling, what=what, rate=ruling.said
                )
        for key, told in (("payroll", payroll), ("funds.appropriation", funds.appropriation)):
            if told is None:
                yield self.lacks(f"organization.{key}")
                return
        paid, due = yuan(funds.appropriation), yuan(payroll) * share_of(ruling)
        kept = due if funds.retained is None else due * Fraction(funds.retained.measure()[0]) / 100
        if _is_about(paid, due) or _is_about(paid, kept):
            return
        is_less = paid < due
        sums = [said(each) for each in (paid, payroll, due, abs(paid - due))]
        paid_zh, payroll_zh, due_zh, gap_zh = (each.zh for each in sums)
        paid_en, payroll_en, due_en, gap_en = (each.en for each in sums)
        what = Worded(
            f"拨缴经费 {paid_zh} 与工资总额 {payroll_zh} 的 {ruling.said}（{due_zh}）不符，{'少' if is_less else '多'} {gap_zh}",
            f"The appropriation of {paid_en} is {gap_en} {'less' if is_less else 'more'} than {ruling.said} of the payroll"
            f" of {payroll_en} ({due_en})",
        )
        path = ("organization", "funds", "appropriation")
        yield self.finding(path, ruling=ruling, what=what, rate=ruling.said)


_PERCENT: Final = r"[0-9]+(?:\.[0-9]+)?"
_SHARE_PAID: Final = (
    rf"工资总额的?(?P<share>{_PERCENT})\s*[%％][^，。；！？\n]{{0,6}}?(?:拨[缴交]|(?:计提|提取|缴纳|提缴)[^，。；！？\n]{{0,4}}工会经费)"
    rf"(?![^，。；！？\n]{{0,4}}(?:上级|[省市区县镇]总))"
    rf"|(?<!上)(?:拨[缴交]|工会经费)[^，。；！？\n级总]{{0,10}}工资总额的?(?P<after>{_PERCENT})\s*[%％](?![^，。；！？\n]{{0,4}}(?:上缴|上解))"
)


class RetainedAppropriationOff(BudgetRule):
    """
    Reports a budgeted 拨缴经费收入 that does not follow from payroll, 2% and retained share: in the budget of a year any
    other amount, in that of a shorter time more than the year's.

    ## Why is this bad?

    The union above keeps the rest. Spending planned on money that has to be passed on is not covered.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, payroll: 10000000, funds: {retained: 60%}}
    period: {year: 2026}
    budget:
      income: [{account: 拨缴经费收入, amount: 150000}]
    content: []
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, payroll: 10000000, funds: {retained: 60%}}
    period: {year: 2026}
    budget:
      income: [{account: 拨缴经费收入, amount: 120000}]
    content: []
    ```

    ## Known limits

    The whole 2% passes: some unions collect all and then pass on their part, and small payers may keep it. Without a
    payroll the appropriation that the plan names is taken. Round figures of three digits or more pass.
    """

    code = "UK620"
    slug = "retained-appropriation-off"
    title_zh = "拨缴经费收入与留成比例不符"
    title_en = "budgeted appropriation does not follow from the retained share"
    severity = Severity.WARNING
    basis = attrs.evolve(UNION_LAW, article="第四十三条")
    parameters = ("appropriation-rate",)
    needs = ("budget", "organization.funds.retained")
    wording = {
        "zh": "预算的拨缴经费收入是 {planned}，而全年应拨缴 {due}，按 {retained} 留成是 {kept}；请核对。",
        "en": "The budget has an appropriation of {planned}, but {due} are due for the year, of which {retained} or {kept} "
        "stay; check the figures.",
    }

    def look(self, budget: Budget, check: Check) -> Iterator[Finding | Silence]:
        lines, retained = booked(budget.income, APPROPRIATION), funds_of(check.plan).retained
        if not lines or retained is None:
            return
        due = _year_of_appropriation(check)
        if due is None:
            yield self.lacks("organization.payroll")
            return
        planned, kept = total(lines), due * Fraction(retained.measure()[0]) / 100
        if any(_is_about(planned, each) for each in (due, kept)):
            return
        if planned < kept and not is_whole_year(check.plan.period):
            return
        if not is_whole_year(check.plan.period) and _is_about(planned, due / 2):
            return
        yield self.finding(
            income_line(budget, APPROPRIATION),
            ruling=check.rulings["appropriation-rate"],
            planned=said(planned),
            due=said(due),
            retained=retained,
            kept=said(kept),
        )


class RetainedShareBelowFloor(Rule):
    """
    Reports a retained share (`organization.funds.retained`) below the national floor of 40%.

    ## Why is this bad?

    At least two fifths of the appropriation stay with the grassroots union; the provinces mostly leave it three fifths.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, funds: {retained: 35%}}
    period: {year: 2026}
    content: []
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, funds: {retained: 60%}}
    period: {year: 2026}
    content: []
    ```

    ## Known limits

    The share that the province decides is not known; give it in a parameter file of your own. Unions of counties and
    above are not asked, nor those whose sector the plan does not name.
    """

    code = "UK621"
    slug = "retained-share-below-floor"
    title_zh = "经费留成比例低于下限"
    title_en = "retained share below the floor"
    severity = Severity.WARNING
    basis = Basis(
        title="中华全国总工会2004年关于工会经费分成比例的通知",
        number="工财字〔2004〕42号",
        since=dt.date(2005, 1, 1),
    )
    parameters = ("retained-floor",)
    needs = ("organization.funds.retained",)
    nodes = (Plan,)
    wording = {
        "zh": "留成比例 {retained} 低于 {floor}；请按本省规定核对，基层工会至少留成 {floor}。",
        "en": "A retained share of {retained} is below {floor}; check it, at least {floor} stay with the union.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan = cast("Plan", node)
        retained, ruling = funds_of(plan).retained, check.rulings["retained-floor"]
        if retained is None or plan.organization.sector == "federation":
            return
        if Fraction(retained.measure()[0]) < ruling.number:
            yield self.finding(
                ("organization", "funds", "retained"), ruling=ruling, retained=retained, floor=ruling.said
            )


_FOR_MEMBERS: Final = frozenset({"职工活动支出", "职工活动组织支出", "职工服务支出", "维权支出"})


class LittleForMembers(BudgetRule):
    """
    Reports, as a hint, a budget that spends less than half on activities, services and the rights of workers.

    ## Why is this bad?

    Union funds go mainly to services for workers and to union activities. Operations, purchases and the rest come
    second.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, sector: school}
    period: {year: 2026}
    budget:
      expenditure:
        - {account: 职工活动支出, amount: 20000}
        - {account: 业务支出, amount: 30000}
    content: []
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, sector: school}
    period: {year: 2026}
    budget:
      expenditure:
        - {account: 职工活动支出, amount: 30000}
        - {account: 业务支出, amount: 20000}
    content: []
    ```

    ## Known limits

    The law gives no figure; half is our reading of “mainly”. Operations may be for the members too. Federations are not
    asked, and budgets with unknown accounts are left alone.
    """

    code = "UK625"
    slug = "little-for-members"
    title_zh = "用于职工活动、服务和维权的支出不足一半"
    title_en = "less than half of the spending for members"
    severity = Severity.INFO
    basis = Basis(
        title=UNION_LAW.title,
        article="第四十三条",
        since=UNION_LAW.since,
        confidence=Confidence.UNCONFIRMED,
    )
    parameters = ("service-share",)
    wording = {
        "zh": "职工活动、服务和维权的支出共 {ours}，不到支出合计 {spent} 的 {share}；工会经费主要用于为职工服务和工会活动，请核对。",
        "en": "Activities, services and rights get {ours}, less than {share} of the {spent} that are spent; union funds go "
        "mainly to services for workers and union activities.",
    }

    def look(self, budget: Budget, check: Check) -> Iterator[Finding]:
        ruling, lines = check.rulings["service-share"], expenditure(budget).lines
        known = check.vocabulary.expenditure_accounts
        if check.plan.organization.sector == "federation" or any(
            renamed(line.account) not in known for line in lines
        ):
            return
        ours = total(line for line in lines if renamed(line.account) in _FOR_MEMBERS)
        spent = total(lines)
        if ours < spent * ruling.number:
            yield self.finding(
                ("budget", "expenditure"),
                ruling=ruling,
                ours=said(ours),
                spent=said(spent),
                share=ruling.said,
            )


RULES: Final[tuple[Rule, ...]] = (
    AppropriationOffRate(),
    RetainedAppropriationOff(),
    RetainedShareBelowFloor(),
    LittleForMembers(),
)
