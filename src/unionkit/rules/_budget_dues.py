"""Rules about members' dues, what union money may add to them, and what goes to the union above or comes back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, cast

import attrs

from unionkit.model import Activity, Budget, Path, Plan

from ._budget_common import (
    BUDGET_2019,
    DUES,
    FUNDS_2017,
    BudgetRule,
    Item,
    booked,
    expenditure,
    funds_of,
    income,
    income_line,
    is_shorter,
    is_whole_year,
    items,
    least_cost,
    said,
    share_of,
    total,
    yuan,
)
from ._finding import Basis, Confidence, Finding, Severity, Silence, Worded
from ._law import Ruling
from ._organization_words import is_stated
from ._rule import CONVENTION, Check, Rule, compiled
from ._words import clause


class DuesAboveRate(Rule):
    """
    Reports dues (`organization.funds.dues`, or the budget's 会费收入) above 0.5% of the payroll.

    ## Why is this bad?

    A member pays 0.5% of the monthly wage, without bonuses and allowances. More than 0.5% of all wages cannot come in;
    a digit slipped, or other money is booked as dues.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, payroll: 10000000, funds: {dues: 60000}}
    period: {year: 2026}
    content: []
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, payroll: 10000000, funds: {dues: 50000}}
    period: {year: 2026}
    content: []
    ```

    ## Known limits

    Dues of members whom another unit pays are not in the payroll.
    """

    code = "UK618"
    slug = "dues-above-rate"
    title_zh = "会费收入超过工资总额的规定比例"
    title_en = "dues above their share of the payroll"
    severity = Severity.WARNING
    basis = attrs.evolve(FUNDS_2017, article="第四条")
    parameters = ("dues-rate",)
    needs = ("organization.payroll",)
    nodes = (Plan,)
    wording = {
        "zh": "会费收入 {dues} 超过工资总额 {payroll} 的 {rate}（{most}）；请核对会费和工资总额。",
        "en": "Dues of {dues} are above {rate} of the payroll of {payroll} ({most}); check dues and payroll.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        plan = cast("Plan", node)
        payroll, ruling, budget = (
            plan.organization.payroll,
            check.rulings["dues-rate"],
            plan.budget,
        )
        lines = booked(budget.income, DUES) if budget else []
        dues = funds_of(plan).dues
        if dues is None and not lines:
            yield self.lacks("organization.funds.dues")
            return
        most = yuan(payroll) * share_of(ruling)
        told: list[tuple[Fraction, Path]] = []
        if dues is not None:
            told.append((yuan(dues), ("organization", "funds", "dues")))
        if lines:
            told.append((total(lines), income_line(budget, DUES)))
        for amount, path in told:
            if amount > most:
                yield self.finding(
                    path,
                    ruling=ruling,
                    dues=said(amount),
                    payroll=said(payroll),
                    rate=ruling.said,
                    most=said(most),
                )
                return


_ON_DUES: Final = "春游|秋游|春秋游|踏青|观影|电影|影券|观看演出|公园年票|公园年卡"


def _is_on_dues(item: Item) -> bool:
    """Whether dues come first to pay for something: films, shows, outings, passes of parks."""
    if item.kind == "outing":
        return True
    return isinstance(item, Activity) and re.search(_ON_DUES, item.title) is not None


class DuesTopUpAboveMultiple(Rule):
    """
    Reports films, outings and the like that cost more than the year's dues and the top-up that union money may add:
    three times the dues until March 2025, since then what the province says; where that is not known, the old three times
    are told as such.

    ## Why is this bad?

    Such activities are paid from dues first; where dues fall short, union money adds a limited multiple of them.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, funds: {dues: 5000}}
    period: {year: 2024}
    content:
      - {activity: 会员春游, kind: outing, cost: 24000, owner: 文体部}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, funds: {dues: 5000}}
    period: {year: 2024}
    content:
      - {activity: 会员春游, kind: outing, cost: 20000, owner: 文体部}
    ```

    ## Known limits

    The multiple of most provinces since 2025 is not known to us; it is mostly above the old one. Give that of yours in a
    parameter file (`dues-top-up`).
    """

    code = "UK622"
    slug = "dues-top-up-above-multiple"
    title_zh = "电影、春秋游等费用超过会费与补助之和"
    title_en = "films and outings above dues and top-up"
    severity = Severity.WARNING
    basis = Basis(
        title=FUNDS_2017.title,
        number=FUNDS_2017.number,
        article="第八条第二项",
        since=FUNDS_2017.since,
        confidence=Confidence.UNCONFIRMED,
    )
    parameters = ("dues-top-up",)
    needs = ("organization.funds.dues",)
    nodes = (Plan,)
    wording = {
        "zh": "观影、春秋游等共需 {cost}，超过当年会费 {dues} 与最多 {times} 倍补助{old}之和 {most}；请压减费用，"
        "或写明本省的补助倍数。",
        "en": "Films, outings and the like cost {cost}, above the {most} that the year's dues of {dues} and a top-up of "
        "{times} times as much{old} come to; spend less, or give the multiple of your province.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan = cast("Plan", node)
        dues, ruling = funds_of(plan).dues, check.rulings["dues-top-up"]
        costs = [(path, least_cost(item, path, check)) for path, item in items(check) if _is_on_dues(item)]
        cost, most = sum((each for _, each in costs), Fraction(0)), yuan(dues) * (1 + ruling.number)
        if cost > most:
            dearest = max(costs, key=lambda each: each[1])[0]
            yield self.finding(
                dearest,
                ruling=ruling,
                cost=said(cost),
                dues=said(dues),
                times=ruling.number,
                old=_is_old(ruling),
                most=said(most),
            )


def _is_old(ruling: Ruling) -> Worded:
    """Say that the multiple is the old national one, where the province has one of its own that we do not know."""
    if ruling.limit.region or ruling.basis.until is not None or ruling.basis.title != FUNDS_2017.title:
        return Worded("", "")
    times = ruling.number
    return Worded(
        f"（{times} 倍是旧规定，现由省定）", f" ({times} times is the old rule, provinces set it now)"
    )


class DuesUnlikeOrganization(BudgetRule):
    """
    Reports dues of the budget (会费收入) that are not those that the plan names for the year
    (`organization.funds.dues`); in the budget of a shorter time, dues above those of the year.

    ## Why is this bad?

    One paper with two figures for one thing; one of them is out of date.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, funds: {dues: 20000}}
    period: {year: 2026}
    budget:
      income: [{account: 会费收入, amount: 21000}]
    content: []
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, funds: {dues: 21000}}
    period: {year: 2026}
    budget:
      income: [{account: 会费收入, amount: 21000}]
    content: []
    ```

    ## Known limits

    How a half-year's dues should relate to the year's is not asked.
    """

    code = "UK623"
    slug = "dues-unlike-organization"
    title_zh = "预算的会费收入与基本情况不一致"
    title_en = "dues of the budget unlike those of the organization"
    severity = Severity.WARNING
    basis = CONVENTION
    needs = ("budget", "organization.funds.dues")
    wording = {
        "zh": "预算的会费收入 {planned} 与 organization.funds.dues 的全年会费 {dues} 不一致；请核对。",
        "en": "The budget has dues of {planned}, but organization.funds.dues names {dues} for the year; check both.",
    }

    def look(self, budget: Budget, check: Check) -> Iterator[Finding]:
        dues, lines = funds_of(check.plan).dues, booked(budget.income, DUES)
        if dues is None or not lines:
            return
        planned, year = total(lines), yuan(dues)
        if planned > year or (planned < year and is_whole_year(check.plan.period)):
            yield self.finding(income_line(budget, DUES), planned=said(planned), dues=said(dues))


_SAYS_YEAR: Final = r"(?:全年|年度|全学年)[^。；\n]{0,8}预算|预算[^。；\n]{0,8}(?:全年|年度)"


class YearBudgetInShorterPlan(BudgetRule):
    """
    Reports, as a hint, the plan of half a year or less whose budget has the income of a whole year and does not say
    so in the text.

    ## Why is this bad?

    The budget year is the calendar year. A reader takes the figures of a half-year plan for those of the half, and
    the same money is planned again in the other one.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, funds: {dues: 20000}}
    period: {year: 2026, half: 2}
    budget:
      income: [{account: 会费收入, amount: 20000}]
    content:
      - 工会把职工的心声听全。
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, funds: {dues: 20000}}
    period: {year: 2026, half: 2}
    budget:
      income: [{account: 会费收入, amount: 20000}]
    content:
      - 下表是全年预算，下半年的支出在其中安排。
    ```

    ## Known limits

    Only dues are compared, and what is said of the year is looked for in the text and in the notes of the lines.
    """

    code = "UK624"
    slug = "year-budget-in-shorter-plan"
    title_zh = "半年计划的预算像是全年的"
    title_en = "budget of a year in the plan of a shorter time"
    severity = Severity.INFO
    basis = BUDGET_2019
    needs = ("budget", "organization.funds.dues")
    wording = {
        "zh": "预算的会费收入 {dues} 是全年的数，而计划只管{period}；请写明“本预算为全年预算”，或改为本期的数。",
        "en": "Dues of {dues} are those of the year, but the plan is for {period}; say that the budget is for the "
        "whole year, or give the figures of this time.",
    }

    def look(self, budget: Budget, check: Check) -> Iterator[Finding]:
        dues, lines = funds_of(check.plan).dues, booked(budget.income, DUES)
        if dues is None or not dues.yuan or not is_shorter(check.plan.period) or total(lines) != yuan(dues):
            return
        notes = "".join(line.note for line in (*budget.income, *budget.expenditure))
        if not check.survey.mentions(_SAYS_YEAR) and not re.search("全年|年度", notes):
            period = Worded(str(check.plan.period), "less than a year")
            yield self.finding(income_line(budget, DUES), dues=said(dues), period=period)


_SENT_UP: Final = (
    "(?:上交|上缴|上解|解缴)(?:工会|会员)?会费"
    "|(?<!工)会费(?:的|按时|及时|全额|足额|按比例){0,2}(?:上交|上缴|上解|解缴)"
)
_UNION_ABOVE: Final = (
    "上级|总工会|[省市区县镇乡]总|(?:省|市|区|县|镇|乡|街道|集团|教育|产业|系统)(?:机关)?工会"
)


class DuesSentUp(Rule):
    """
    Reports text by which members' dues go to the union above, and a line of spending for it.

    ## Why is this bad?

    Dues stay with the grassroots union and are spent on its members. What goes up is a part of the appropriation
    (拨缴经费, 工会经费), which such sentences often mean.

    ## Example

    ```yaml
    - 工会小组每季度把会费上缴区总工会。
    ```

    Use instead:

    ```yaml
    - 工会小组每季度收齐会费，全部留在本会使用。
    ```

    ## Known limits

    Parts that look back, sentences about what was so before or is put right, and quotations are not read. 上交会费 alone passes, since members may be meant who pay theirs: the same clause
    must name the union above (上级工会, 总工会, 区教育工会).
    """

    code = "UK626"
    slug = "dues-sent-up"
    title_zh = "会费上缴上级工会"
    title_en = "dues sent to the union above"
    severity = Severity.WARNING
    basis = Basis(title="会费留归基层工会的全国惯例", confidence=Confidence.UNCONFIRMED)
    nodes = (Plan,)
    wording = {
        "zh": "“{said}”：会费留在基层工会使用，不上缴；要上缴的若是工会经费（拨缴经费），请改写清楚。",
        "en": "“{said}”: dues stay with the grassroots union; if the part of the appropriation is meant that goes to the "
        "union above, say so (工会经费).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan, pattern = cast("Plan", node), compiled(_SENT_UP)
        for hit in check.survey.hits(pattern):
            if (
                compiled(_UNION_ABOVE).search(clause(hit.text, hit.start, hit.end))
                and is_stated(hit, check)
                and not re.search("不|无需|停止", hit.text[max(0, hit.start - 4) : hit.start])
            ):
                yield self.finding(hit.path, words=hit.words, nth=hit.nth, said=hit.words)
        for path, line in expenditure(plan.budget or Budget()).placed():
            if pattern.search(line.item):
                yield self.finding((*path, "item"), said=line.item)


_REFUND: Final = (
    r"小额缴费[^。；\n]{0,12}(?:返还|返拨|全返)|(?:全额|全部)(?:返还|返拨)[^。；\n]{0,4}(?:工会经费|拨缴经费|工会费)"
    r"|(?:工会经费|拨缴经费|工会费)[^。；\n]{0,4}(?:全额|全部)(?:返还|返拨)"
)
_NEWER_NOTICE: Final = "〔20(?:2[4-9]|[3-9][0-9])〕"


class RefundAfterWindow(Rule):
    """
    Reports, as a hint, a plan for 2025 or later that counts on the full refund of the union fee to small payers and
    cites no newer notice.

    ## Why is this bad?

    The refund is granted for two years at a time; the last time that we know of ended on 31 December 2024.

    ## Example

    ```yaml
    organization: {name: 清河物业工会, sector: enterprise}
    period: {year: 2026}
    content:
      - 用好小额缴费工会经费返还政策，多办活动。
    ```

    Use instead:

    ```yaml
    organization: {name: 清河物业工会, sector: enterprise}
    period: {year: 2024}
    content:
      - 用好小额缴费工会经费返还政策，多办活动。
    ```

    ## Known limits

    Whether there is a later notice we could not confirm; one that the plan cites with its number (〔2025〕) is believed.
    """

    code = "UK627"
    slug = "refund-after-window"
    title_zh = "小额缴费返还的期限已过"
    title_en = "refund to small payers after its time"
    severity = Severity.INFO
    basis = Basis(
        title="中华全国总工会关于小额缴费工会组织工会经费全额返还的通知",
        number="工财发〔2023〕22号",
        since=dt.date(2023, 1, 1),
        confidence=Confidence.UNCONFIRMED,
    )
    parameters = ("small-payer-refund",)
    nodes = (Plan,)
    gathers = True
    wording = {
        "zh": "“{said}”：已知的小额缴费返还政策到2024年底为止；请核对有无新的通知，并写明文号。",
        "en": "“{said}”: the last refund to small payers that is known ended with 2024; look for a newer notice and cite "
        "its number.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan, ruling = cast("Plan", node), check.rulings["small-payer-refund"]
        if ruling.value is True:
            return
        pattern, newer = compiled(_REFUND), compiled(_NEWER_NOTICE)
        for hit in check.survey.hits(pattern):
            if not newer.search(hit.text) and is_stated(hit, check):
                yield self.finding(hit.path, words=hit.words, nth=hit.nth, ruling=ruling, said=hit.words)
        for path, line in income(plan.budget or Budget()).placed():
            if pattern.search(line.item) and not newer.search(line.note):
                yield self.finding((*path, "item"), ruling=ruling, said=line.item)


RULES: Final[tuple[Rule, ...]] = (
    DuesAboveRate(),
    DuesTopUpAboveMultiple(),
    DuesUnlikeOrganization(),
    YearBudgetInShorterPlan(),
    DuesSentUp(),
    RefundAfterWindow(),
)
