"""Rules about all gifts of a year together: yearly caps, shares of income, consumption vouchers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final, cast

from unionkit.model import Budget, Path, Plan, WelfareMeasure

from ._finding import Basis, Finding, Severity, Silence, Worded
from ._rule import CONVENTION, Check, Rule
from ._welfare_money import (
    LOCAL_CAPS,
    VOUCHER,
    Gift,
    amount_per_head,
    festival_gifts,
    for_one_person,
    is_festival_gift,
    is_for_need,
    lies_ahead,
    limit_in_words,
    may_be_of_union,
    money_key,
    names_in_words,
    occasions,
    planned,
    spent_on,
    told_once,
    whole_year,
    year_in_words,
    yuan,
)

SPENDING_2025: Final = Basis(
    title="全国总工会办公厅促进职工文旅消费十项措施（2025年3月）", since=dt.date(2025, 3, 20)
)
"""Ten measures of March 2025; the day is that of the newspaper report by which they were confirmed."""

_LIFE_EVENTS: Final = frozenset(
    ("wedding", "childbirth", "illness", "death", "bereavement", "retirement", "birthday")
)


class FestivalGiftsAboveYearlyCap(Rule):
    """
    Reports festival gifts (节日慰问品) that come to more a head in a year than the province allows.

    ## Why is this bad?

    Each province sets how much a union may spend on festival gifts for a member in a year. All festivals of the
    calendar year count together, and the audit adds them up.

    ## Example

    ```yaml
    organization: {region: 山东省}
    period: {year: 2026}
    content:
      - {welfare: 节日慰问品, kind: festival-gift, when: 春节、中秋节各一次, form: goods, per_head: 900}
    ```

    Use instead:

    ```yaml
    organization: {region: 山东省}
    period: {year: 2026}
    content:
      - {welfare: 节日慰问品, kind: festival-gift, when: 春节、中秋节各一次, form: goods, per_head: 800}
    ```

    ## Known limits

    What the plan does not name cannot be added: gifts of the other half of the year. Gifts at one festival whose
    headcounts together reach no more than all members are taken for different people. Where `cost` is `per_head` times
    `headcount`, the amount is taken to be for all festivals of the measure together. Gifts given already (`done`) and
    those of a review are left out, as are gifts that other money than the union's pays. What the plan tells twice in the
    same words counts once.
    """

    code = "UK203"
    slug = "festival-gifts-above-yearly-cap"
    title_zh = "节日慰问品全年人均合计超过本省上限"
    title_en = "festival gifts above the yearly cap of the province"
    severity = Severity.WARNING
    basis = LOCAL_CAPS
    parameters = ("festival-gift-per-head-year",)
    nodes = (Plan,)
    wording = {
        "zh": "{year}节日慰问品人均合计{total}（{parts}），超过每人每年{cap}的上限{excess}；请核减。",
        "en": "{year}, festival gifts come to {total} a head ({parts}), {excess} above the cap of {cap} a head a year; "
        "reduce them.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        ruling = check.rulings["festival-gift-per-head-year"]
        members = cast("Plan", node).organization.members
        gifts, unknown = festival_gifts(check)
        for _ in unknown[:1]:
            yield self.lacks("per_head")
        for year, ours in sorted(_by_year(gifts).items()):
            total = for_one_person(ours, members)
            if total > ruling.number:
                yield self.finding(
                    ours[-1].at,
                    ruling=ruling,
                    year=year_in_words(year),
                    total=yuan(total),
                    parts=_parts(ours),
                    cap=yuan(ruling.number),
                    excess=yuan(total - ruling.number),
                )


def _by_year(gifts: Iterable[Gift]) -> dict[int, list[Gift]]:
    years: dict[int, list[Gift]] = {}
    for gift in gifts:
        years.setdefault(gift.year, []).append(gift)
    return years


def _parts(gifts: Iterable[Gift]) -> Worded:
    """Return each gift with its amount."""
    said = [(gift.festival or gift.measure.title, yuan(gift.amount)) for gift in gifts]
    return Worded(
        "、".join(f"{name}{amount.zh}" for name, amount in said),
        ", ".join(f"{name} {amount.en}" for name, amount in said),
    )


_CAP_OF: Final = {"春节": "spring-festival-gift-per-head", "国庆节": "national-day-gift-per-head"}


class FestivalGiftAboveFestivalCap(Rule):
    """
    Reports gifts at one festival above what the province allows for that festival.

    ## Why is this bad?

    Some provinces (贵州省) set no sum for the year, but one for 春节 and a lower one for each other festival.

    ## Example

    ```yaml
    organization: {region: 贵州省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 中秋节慰问品, kind: festival-gift, when: 中秋节, form: goods, per_head: 300}
    ```

    Use instead:

    ```yaml
    organization: {region: 贵州省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 中秋节慰问品, kind: festival-gift, when: 中秋节, form: goods, per_head: 200}
    ```

    ## Known limits

    Gifts whose time names no festival are left out.
    """

    code = "UK204"
    slug = "festival-gift-above-festival-cap"
    title_zh = "单个节日的慰问品超过本省上限"
    title_en = "gift above the cap of its festival"
    severity = Severity.WARNING
    basis = LOCAL_CAPS
    parameters = (*_CAP_OF.values(), "other-festival-gift-per-head")
    nodes = (Plan,)
    wording = {
        "zh": "{festival}慰问品人均{total}，超过本省每人{cap}的上限；请核减。",
        "en": "Gifts at {festival} come to {total} a head, above the cap of {cap}; reduce them.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        members = cast("Plan", node).organization.members
        gifts, _ = festival_gifts(check)
        groups: dict[tuple[int, str], list[Gift]] = {}
        for gift in gifts:
            if gift.festival:
                groups.setdefault((gift.year, gift.festival), []).append(gift)
        for (_, festival), ours in groups.items():
            ruling = check.rulings[_CAP_OF.get(festival, "other-festival-gift-per-head")]
            total = for_one_person(ours, members)
            if total > ruling.number:
                yield self.finding(
                    ours[-1].at,
                    ruling=ruling,
                    festival=festival,
                    total=yuan(total),
                    cap=yuan(ruling.number),
                )


class FestivalGiftsTooOften(Rule):
    """
    Reports gifts at more festivals of a year than the province allows.

    ## Why is this bad?

    Some of the first provincial rules (陕西省) set not only a sum for the year, but also at how many festivals it may be
    given.

    ## Example

    ```yaml
    organization: {region: 陕西省}
    period: {year: 2016}
    content:
      - {welfare: 节日慰问品, kind: festival-gift, when: 春节、端午节、中秋节、国庆节各一次, form: goods}
    ```

    Use instead:

    ```yaml
    organization: {region: 陕西省}
    period: {year: 2016}
    content:
      - {welfare: 节日慰问品, kind: festival-gift, when: 春节、端午节、中秋节各一次, form: goods}
    ```

    ## Known limits

    Two gifts at one festival count once; gifts whose time names no festival are left out.
    """

    code = "UK231"
    slug = "festival-gifts-too-often"
    title_zh = "发放节日慰问品的次数超过本省规定"
    title_en = "gifts at more festivals than the province allows"
    severity = Severity.WARNING
    basis = LOCAL_CAPS
    parameters = ("gift-festivals-per-year",)
    nodes = (Plan,)
    wording = {
        "zh": "{year}在{count}个节日发放慰问品（{festivals}），超过本省每年{cap}的规定；请核减。",
        "en": "{year}, gifts are given at {count} festivals ({festivals}), the province allows at most {cap} a year; give fewer.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the survey has it
        ruling = check.rulings["gift-festivals-per-year"]
        years: dict[int, dict[str, Path]] = {}
        for path, measure in planned(check):
            if is_festival_gift(measure):
                for year, festival in occasions(measure.when, check):
                    if festival:
                        years.setdefault(year, {}).setdefault(festival, path)
        for year, festivals in sorted(years.items()):
            if len(festivals) > ruling.number:
                yield self.finding(
                    (*list(festivals.values())[-1], "when"),
                    ruling=ruling,
                    year=year_in_words(year),
                    count=len(festivals),
                    festivals=names_in_words(festivals),
                    cap=limit_in_words(ruling),
                )


class FestivalGiftsAboveIncomeShare(Rule):
    """
    Reports festival gifts that cost more than the province's share of the union's own budgeted income.

    ## Why is this bad?

    北京市 has no cap a head: all festival gifts of a year may cost at most half of what the union itself takes in.

    ## Example

    ```yaml
    organization: {region: 北京市}
    period: {year: 2026}
    content:
      - {welfare: 春节慰问品, kind: festival-gift, when: 春节, form: goods, per_head: 600, headcount: 100}
    budget:
      income:
        - {account: 拨缴经费收入, amount: 100000}
    ```

    Use instead:

    ```yaml
    organization: {region: 北京市}
    period: {year: 2026}
    content:
      - {welfare: 春节慰问品, kind: festival-gift, when: 春节, form: goods, per_head: 500, headcount: 100}
    budget:
      income:
        - {account: 拨缴经费收入, amount: 100000}
    ```

    ## Known limits

    All income of the budget counts. The budget of a plan for less than a year may be that of the year: it is reported
    only when the gifts would be too much even if its income were that of the shorter time.
    """

    code = "UK205"
    slug = "festival-gifts-above-income-share"
    title_zh = "节日慰问品总额超过预算收入的规定比例"
    title_en = "festival gifts above their share of income"
    severity = Severity.WARNING
    basis = LOCAL_CAPS
    parameters = ("festival-gift-share",)
    needs = ("budget.income",)
    nodes = (Plan,)
    wording = {
        "zh": "节日慰问品共{total}，超过全年预算收入{income}的{share}；请核减。",
        "en": "Festival gifts cost {total}, more than {share} of the yearly income of {income}; reduce them.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        ruling = check.rulings["festival-gift-share"]
        plan = cast("Plan", node)
        budget = cast("Budget", plan.budget)
        ours = [(path, measure) for path, measure in told_once(planned(check)) if is_festival_gift(measure)]
        costs = [spent_on(measure, check) for _, measure in ours]
        if None in costs:
            yield self.lacks("headcount")
        total = sum((cost for cost in costs if cost is not None), Fraction(0))
        income = whole_year(Fraction(budget.total_income.yuan), plan.period)
        if total > income * ruling.number:
            path, measure = ours[-1]
            yield self.finding(
                (*path, money_key(measure)),
                ruling=ruling,
                total=yuan(total),
                income=yuan(income),
                share=ruling.said,
            )


class GiftsAboveOwnFunds(Rule):
    """
    Reports festival and birthday gifts that together cost more than dues and retained appropriation of the year.

    ## Why is this bad?

    Gifts are paid from what the union itself has: the dues, and the share of the appropriation that stays with it. In
    山东省 they may not be more; what the unit adds is for other things.

    ## Example

    ```yaml
    organization:
      region: 山东省
      funds: {dues: 8000, appropriation: 50000, retained: 60%}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 中秋节慰问品, kind: festival-gift, when: 中秋节, form: goods, per_head: 400, headcount: 100}
    ```

    Use instead:

    ```yaml
    organization:
      region: 山东省
      funds: {dues: 8000, appropriation: 50000, retained: 60%}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 中秋节慰问品, kind: festival-gift, when: 中秋节, form: goods, per_head: 380, headcount: 100}
    ```

    ## Known limits

    Without `organization.funds` the lines 会费收入 and 拨缴经费收入 of the budget count; those of a plan for less than a
    year are taken for that time only, which allows more. What earlier years left over is not counted.
    """

    code = "UK215"
    slug = "gifts-above-own-funds"
    title_zh = "节日和生日慰问超过会费与留成经费"
    title_en = "gifts above dues and retained appropriation"
    severity = Severity.WARNING
    basis = LOCAL_CAPS
    parameters = ("gifts-share-of-own-funds",)
    nodes = (Plan,)
    wording = {
        "zh": "节日和生日慰问共{total}，超过全年会费与留成经费合计{own}；请核减。",
        "en": "Festival and birthday gifts cost {total}, more than the year's dues and retained appropriation, {own}; "
        "reduce them.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        ruling = check.rulings["gifts-share-of-own-funds"]
        ours = [
            (path, measure)
            for path, measure in planned(check)
            if is_festival_gift(measure) or (measure.kind == "birthday" and may_be_of_union(measure.fund))
        ]
        costs = [spent_on(measure, check) for _, measure in ours]
        own = _own_funds(cast("Plan", node)) if ours else None
        if own is None:
            if ours:
                yield self.lacks("organization.funds")
            return
        if None in costs:
            yield self.lacks("headcount")
        total = sum((cost for cost in costs if cost is not None), Fraction(0))
        if total > own * ruling.number:
            path, measure = ours[-1]
            yield self.finding((*path, money_key(measure)), ruling=ruling, total=yuan(total), own=yuan(own))


def _own_funds(plan: Plan) -> Fraction | None:
    """Return dues and retained appropriation of a year, in yuan, as far as they can be; None if unknown."""
    funds = plan.organization.funds
    if funds is not None and funds.dues and funds.appropriation and funds.retained:
        retained = Fraction(funds.retained.measure()[0]) / 100
        return Fraction(funds.dues.yuan) + Fraction(funds.appropriation.yuan) * retained
    if plan.budget is None:
        return None
    lines = {"会费收入": Fraction(0), "拨缴经费收入": Fraction(0)}
    told = {line.account for line in plan.budget.income}
    if not told.issuperset(lines):
        return None
    total = sum(Fraction(line.amount.yuan) for line in plan.budget.income if line.account in lines)
    return whole_year(Fraction(total), plan.period)


class CapsOfRegionUnknown(Rule):
    """
    Reports amounts a head in a plan of a region whose caps unionkit does not know.

    ## Why is this bad?

    Nothing is said about these amounts because there is nothing to compare them with, not because they are right.
    The caps are in the province's rules; a parameter file can add them.

    ## Example

    ```yaml
    organization: {region: 云南省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 中秋节慰问品, kind: festival-gift, when: 中秋节, form: goods, per_head: 300}
    ```

    Use instead:

    ```yaml
    organization: {region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 中秋节慰问品, kind: festival-gift, when: 中秋节, form: goods, per_head: 300}
    ```

    ## Known limits

    A region is known when unionkit has one of its caps; it may lack others. A file that adds the caps of a region adds
    its name to `known-cap-regions` as well.
    """

    code = "UK216"
    slug = "caps-of-region-unknown"
    title_zh = "没有收录本地区的慰问标准"
    title_en = "caps of the region not known"
    severity = Severity.INFO
    basis = CONVENTION
    parameters = ("known-cap-regions",)
    needs = ("organization.region",)
    nodes = (Plan,)
    wording = {
        "zh": "“{title}”写了人均标准，而没有收录{region}的标准，无从核对；请自行对照当地实施细则，或用自己的参数文件补充。",
        "en": "“{title}” names an amount a head, but no caps of {region} are known; compare the local rules, or add a parameter file.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        region = cast("Plan", node).organization.region
        if region.startswith(check.rulings["known-cap-regions"].names):
            return
        for path, measure in planned(check):
            ours = measure.kind in ("festival-gift", "birthday") or not _LIFE_EVENTS.isdisjoint(
                measure.triggers
            )
            if ours and not is_for_need(measure) and amount_per_head(measure) is not None:
                yield self.finding((*path, money_key(measure)), title=measure.title, region=region)
                return


class ConsumptionVouchersAboveNumber(Rule):
    """
    Reports union consumption vouchers (工会消费券) more often in a year than the rules of the time allow: more than one
    since March 2025, any before.

    ## Why is this bad?

    Until March 2025 union money bought festival gifts, and no vouchers that shops take for anything. Since then a union
    may give each member one such voucher a year, besides the festival gifts.

    ## Example

    ```yaml
    period: {year: 2026}
    content:
      - {welfare: 发放工会消费券, kind: other, when: 3月、9月各一次, form: voucher, per_head: 200}
    ```

    Use instead:

    ```yaml
    period: {year: 2026}
    content:
      - {welfare: 发放工会消费券, kind: other, when: 9月, form: voucher, per_head: 400}
    ```

    ## Known limits

    A voucher is known by its name; told twice in the same words it counts once. Vouchers for travel, films, culture and sport are other things and pass.
    """

    code = "UK221"
    slug = "consumption-vouchers-above-number"
    title_zh = "工会消费券发放次数超过规定"
    title_en = "more consumption vouchers than allowed"
    severity = Severity.WARNING
    basis = Basis(title="基层工会经费收支规定", since=dt.date(2018, 1, 1))
    parameters = ("consumption-vouchers-per-year",)
    nodes = (Plan,)
    wording = {
        "zh": "{year}安排发放工会消费券{count}次，当时的规定是每年最多{cap}；请核减，或写明依据。",
        "en": "{year}, union consumption vouchers are given {count} times, the rules of the time allow {cap}; reduce them, "
        "or name what allows it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the survey has it
        ruling = check.rulings["consumption-vouchers-per-year"]
        years: dict[int, list[Path]] = {}
        for path, measure in told_once(planned(check)):
            if re.search(VOUCHER, measure.title):
                for year, _ in occasions(measure.when, check):
                    years.setdefault(year, []).append(path)
        for year, paths in sorted(years.items()):
            if len(paths) > ruling.number:
                yield self.finding(
                    (*paths[-1], "welfare"),
                    ruling=ruling,
                    year=year_in_words(year),
                    count=len(paths),
                    cap=limit_in_words(ruling),
                )


class ConsumptionVoucherAsFestivalGift(Rule):
    """
    Reports a union consumption voucher (工会消费券) that is booked as festival gift.

    ## Why is this bad?

    The yearly consumption voucher of 2025 comes on top of the festival gifts and is a thing apart. Booked as festival
    gift it counts towards the yearly cap, and it is no goods.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 中秋节消费券, kind: festival-gift, when: 中秋节, form: voucher}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 工会消费券, kind: other, when: 9月, form: voucher}
    ```

    ## Known limits

    A pick-up voucher (提货券) of a named shop stands for goods and passes.
    """

    code = "UK222"
    slug = "consumption-voucher-as-festival-gift"
    title_zh = "工会消费券列作节日慰问品"
    title_en = "consumption voucher booked as festival gift"
    severity = Severity.WARNING
    basis = SPENDING_2025
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”把消费券列作节日慰问品；工会消费券是另一项，每年一次，请单列（kind: other），节日发放实物。",
        "en": "“{title}” books a consumption voucher as festival gift; list the yearly voucher by itself (kind: other), "
        "and give goods at festivals.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        if (
            measure.kind == "festival-gift"
            and re.search(VOUCHER, measure.title)
            and lies_ahead(measure, check, check.path)
        ):
            yield self.finding((*check.path, "kind"), title=measure.title)


GIFT_RULES: Final[tuple[Rule, ...]] = (
    FestivalGiftsAboveYearlyCap(),
    FestivalGiftAboveFestivalCap(),
    FestivalGiftsTooOften(),
    FestivalGiftsAboveIncomeShare(),
    GiftsAboveOwnFunds(),
    CapsOfRegionUnknown(),
    ConsumptionVouchersAboveNumber(),
    ConsumptionVoucherAsFestivalGift(),
)
"""The rules of this module."""
