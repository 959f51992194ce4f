"""Rules about stays for recuperation: how long, what they cost, quota and budget."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from unionkit.model import Money, Plan, WelfareMeasure, plain_number
from unionkit.rules import CONVENTION, Basis, Check, Finding, Rule, Severity, Silence, Worded

from ._common import HERE, batches_in, called, data_in, found_by, limit_in_words

LOCAL: Final = Basis(title="省、市工会关于职工疗休养的规定")
"""Without a day: the limits that the rules ask for have theirs, by region."""


def _yuan(amount: Money) -> Worded:
    plain = plain_number(amount.yuan)
    return Worded(f"{plain}元", f"{plain} yuan")


class BatchTooLong(Rule):
    """
    Reports a batch of the recuperation data that stays for more days than the province or city allows.

    ## Why is this bad?

    Who pays for the further days does so without a rule, and the inspection of the office calls them travel at public
    cost.

    ## Example

    ```yaml
    organization: {name: 北岭市水务局机关工会, region: 湖南省}
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {batches: [{when: 9月, days: 6, people: 12}]}
    ```

    Use instead:

    ```yaml
    organization: {name: 北岭市水务局机关工会, region: 湖南省}
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {batches: [{when: 9月, days: 5, people: 12}]}
    ```

    ## Known limits

    The days are those of `days`, or between the first and the last day of `when`. Where a welfare measure at the same time
    is too long, UK514 reports it and this rule says nothing.
    """

    code = "AGY101"
    slug = "recuperation-batch-too-long"
    title_zh = "疗休养批次的天数超过上限"
    title_en = "batch of recuperation too long"
    severity = Severity.WARNING
    basis = LOCAL
    parameters = ("recuperation-days",)
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "{name}安排 {days} 天，超过所在地 {most} 的上限；请缩短。",
        "en": "{name} lasts {days} days, more than the {most} allowed where the union is; make it shorter.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the data of the plan
        ruling = check.rulings["recuperation-days"]
        told = [measure.when for measure in found_by("UK514", check.survey.welfare, check)]
        for path, batch in batches_in(check):
            days = batch.lasts
            if days is not None and days > ruling.number and not (batch.when and batch.when in told):
                key = "when" if batch.days is None else "days"
                yield self.finding(
                    (*path, key),
                    ruling=ruling,
                    name=called(path, batch),
                    days=days,
                    most=limit_in_words(ruling),
                )


class BatchTooCostly(Rule):
    """
    Reports a batch of the recuperation data whose cost a head and day is above what the province or city allows.

    ## Why is this bad?

    Rest is the content; a costly stay is what the rules on thrift call travel at public cost.

    ## Example

    ```yaml
    organization: {name: 北岭市水务局机关工会, region: 湖南省}
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {batches: [{when: 9月, days: 5, people: 12, per_head: 2600, travel: 300}]}
    ```

    Use instead:

    ```yaml
    organization: {name: 北岭市水务局机关工会, region: 湖南省}
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {batches: [{when: 9月, days: 5, people: 12, per_head: 2500, travel: 300}]}
    ```

    ## Known limits

    The cap is without travel, which stands apart in `travel`. Without days the rule is silent. Where a welfare measure at
    the same time is too costly, UK515 reports it and this rule says nothing.
    """

    code = "AGY102"
    slug = "recuperation-batch-too-costly"
    title_zh = "疗休养批次的人均费用超过上限"
    title_en = "batch of recuperation costs more a head than allowed"
    severity = Severity.WARNING
    basis = LOCAL
    parameters = ("recuperation-day-cost",)
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "{name} {days} 天每人 {cost}，超过每人每天 {most}（不含交通费）的上限；请压缩，或把交通费写在 travel。",
        "en": "{name} costs {cost} a head for {days} days, above {most} a head and day without travel; spend less, or write"
        " travel under travel.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:  # noqa: ARG002 -- as above
        ruling = check.rulings["recuperation-day-cost"]
        told = [measure.when for measure in found_by("UK515", _priced(check), check)]
        for path, batch in batches_in(check):
            if batch.per_head is None or (batch.when and batch.when in told):
                continue
            if batch.lasts is None:
                yield self.lacks("data.agency.recuperation.batches.days")
            elif Fraction(batch.per_head.yuan) > ruling.number * batch.lasts:
                yield self.finding(
                    (*path, "per_head"),
                    ruling=ruling,
                    name=called(path, batch),
                    days=batch.lasts,
                    cost=_yuan(batch.per_head),
                    most=limit_in_words(ruling),
                )


def _priced(check: Check) -> list[tuple[tuple[str | int, ...], WelfareMeasure]]:
    return [(path, measure) for path, measure in check.survey.welfare if measure.per_head is not None]


class MoreThanStaff(Rule):
    """
    Reports recuperation for more people than the unit has: one batch, or all batches of the plan together.

    ## Why is this bad?

    Somebody would go twice in half a year, or people go who do not belong to the unit. Either is found when the bills
    are checked against the list.

    ## Example

    ```yaml
    organization: {name: 北岭市水务局机关工会, staff: 86}
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {batches: [{when: 9月, people: 60}, {when: 10月, people: 40}]}
    ```

    Use instead:

    ```yaml
    organization: {name: 北岭市水务局机关工会, staff: 86}
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {batches: [{when: 9月, people: 12}, {when: 10月, people: 12}]}
    ```

    ## Known limits

    `organization.staff` decides, or `organization.members` where staff is not told. Companions do not count.
    """

    code = "AGY103"
    slug = "recuperation-for-more-than-staff"
    title_zh = "疗休养人数多于本单位职工"
    title_en = "recuperation for more people than there are"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "{name}疗休养 {people} 人，而本单位只有 {staff} 人；请核对人数。",
        "en": "{name}: {people} people go on recuperation, but the unit has {staff}; check the number.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:  # noqa: ARG002 -- as above
        ours, stays = check.plan.organization, data_in(check).recuperation
        staff = ours.members if ours.staff is None else ours.staff
        if stays is None or not stays.people:
            return
        if staff is None:
            yield self.lacks("organization.staff")
            return
        found = [(path, batch) for path, batch in batches_in(check) if (batch.people or 0) > staff]
        for path, batch in found:
            yield self.finding((*path, "people"), name=called(path, batch), people=batch.people, staff=staff)
        if stays.people > staff and not found:
            yield self.finding(
                (*HERE, "recuperation", "batches"),
                name=Worded("各批合计", "All batches"),
                people=stays.people,
                staff=staff,
            )


class AboveQuota(Rule):
    """
    Reports recuperation for more people than the quota of the year leaves.

    ## Why is this bad?

    The quota is fixed with the unit at the beginning of the year. Who goes beyond it has no money set aside, or takes
    the place of somebody who was promised one.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {quota: 24, used: 12, batches: [{when: 9月, people: 13}]}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {quota: 24, used: 12, batches: [{when: 9月, people: 12}]}
    ```

    ## Known limits

    A batch whose number of people is not told does not count.
    """

    code = "AGY104"
    slug = "recuperation-above-quota"
    title_zh = "疗休养人数超过年度名额"
    title_en = "more people on recuperation than the quota leaves"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "疗休养此前已安排 {used} 人，本期 {people} 人，合计超过年度名额 {quota} 人；请减少，或调整名额。",
        "en": "{used} have been on recuperation before and {people} are to go, more than the quota of {quota}; send fewer, or"
        " change the quota.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        stays = data_in(check).recuperation
        if stays is not None and stays.quota is not None and stays.used + stays.people > stays.quota:
            yield self.finding(
                (*HERE, "recuperation", "quota"), used=stays.used, people=stays.people, quota=stays.quota
            )


class AboveBudget(Rule):
    """
    Reports recuperation that costs more than the year's money for it leaves.

    ## Why is this bad?

    What is not in the budget may not be spent; the last batch is then called off when it is already packed.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation:
          budget: 50000
          spent: 26000
          batches: [{when: 9月, days: 5, people: 12, per_head: 2000, travel: 300}]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation:
          budget: 55200
          spent: 26000
          batches: [{when: 9月, days: 5, people: 12, per_head: 2000, travel: 300}]
    ```

    ## Known limits

    Only batches count whose number of people and cost a head are told.
    """

    code = "AGY105"
    slug = "recuperation-above-budget"
    title_zh = "疗休养费用超过年度控制数"
    title_en = "recuperation costs more than the year's money for it"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "疗休养此前已用 {spent}，本期需要 {cost}，合计超过年度控制数 {budget}；请减少，或先调整预算。",
        "en": "{spent} were spent on recuperation before and {cost} are needed, more than the {budget} of the year; spend less,"
        " or change the budget first.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        stays = data_in(check).recuperation
        if stays is None or stays.budget is None:
            return
        spent = stays.spent or Money.ZERO
        if stays.budget < spent + stays.cost:
            yield self.finding(
                (*HERE, "recuperation", "budget"),
                spent=_yuan(spent),
                cost=_yuan(stays.cost),
                budget=_yuan(stays.budget),
            )


STAY_RULES: Final[tuple[Rule, ...]] = (
    BatchTooLong(),
    BatchTooCostly(),
    MoreThanStaff(),
    AboveQuota(),
    AboveBudget(),
)
