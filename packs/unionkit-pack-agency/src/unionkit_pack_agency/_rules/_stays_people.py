"""Rules about stays for recuperation: who goes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from unionkit.model import Plan
from unionkit.rules import Basis, Check, Confidence, Finding, Rule, Severity

from ._common import batches_in, called, limit_in_words
from ._stays import LOCAL

THRIFT_2025: Final = Basis(
    title="《党政机关厉行节约反对浪费条例》（2025年修订）",
    since=dt.date(2025, 5, 18),
    confidence=Confidence.UNCONFIRMED,
)
"""The ban on travel at public cost in the name of recuperation; that it reaches unions is from general knowledge."""

TEN_MEASURES: Final = Basis(
    title="中华全国总工会办公厅关于职工文化和旅游消费的十条措施（2025年3月）", since=dt.date(2025, 3, 20)
)
"""Report of 20 March 2025: the aim that every worker goes on recuperation once within five years."""


class TooFewFrontline(Rule):
    """
    Reports a batch with a smaller share of front-line workers than the province asks for (安徽省: nine in ten).

    ## Why is this bad?

    Recuperation goes to those at the front line first. A batch of heads of departments is what the staff talks about.

    ## Example

    ```yaml
    organization: {name: 北岭市水务局机关工会, region: 安徽省}
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {batches: [{when: 9月, days: 2, people: 20, frontline: 17}]}
    ```

    Use instead:

    ```yaml
    organization: {name: 北岭市水务局机关工会, region: 安徽省}
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {batches: [{when: 9月, days: 2, people: 20, frontline: 18}]}
    ```

    ## Known limits

    The share is that of a pilot in one province and not confirmed. Who is at the front line of an office, the unit says.
    """

    code = "AGY108"
    slug = "too-few-frontline-on-recuperation"
    title_zh = "疗休养一线职工比例不足"
    title_en = "too few front-line workers on recuperation"
    severity = Severity.WARNING
    basis = LOCAL
    parameters = ("recuperation-frontline-share",)
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "{name} {people} 人中一线职工只有 {frontline} 人，所在地要求至少 {least} 人；请调整人员。",
        "en": "{name}: only {frontline} of {people} are front-line workers; at least {least} are asked for where the union is.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        ruling = check.rulings["recuperation-frontline-share"]
        for path, batch in batches_in(check):
            if batch.people is None or batch.frontline is None:
                continue
            least = -(-batch.people * ruling.number // 1)  # rounded up
            if batch.frontline < least:
                yield self.finding(
                    (*path, "frontline"),
                    ruling=ruling,
                    name=called(path, batch),
                    people=batch.people,
                    frontline=batch.frontline,
                    least=least,
                )


class CompanionsAtPublicCost(Rule):
    """
    Reports a batch with companions (随行人员) of whom the plan does not say that they pay for themselves.

    ## Why is this bad?

    Union and public money pay for the workers who go, for nobody else. Families at public cost are travel at public cost.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {batches: [{when: 9月, days: 5, people: 12, companions: 3}]}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {batches: [{when: 9月, days: 5, people: 12, companions: 3, companions_pay: true}]}
    ```

    ## Known limits

    The ban is on travel at public cost in the name of recuperation; that it reaches unions is not confirmed. Doctors and
    guides of the home are no companions.
    """

    code = "AGY109"
    slug = "companions-at-public-cost"
    title_zh = "疗休养随行人员未写明费用自理"
    title_en = "companions who do not pay for themselves"
    severity = Severity.WARNING
    basis = THRIFT_2025
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "{name}有随行人员 {companions} 人，没有写明费用自理；请写 companions_pay: true，或不安排随行。",
        "en": "{name} has {companions} companions, and nothing says that they pay for themselves; write companions_pay: true, or"
        " take none along.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        for path, batch in batches_in(check):
            if batch.companions and batch.companions_pay is not True:
                yield self.finding(
                    (*path, "companions"), name=called(path, batch), companions=batch.companions
                )


class SentAgain(Rule):
    """
    Reports, as a hint, somebody who goes on recuperation again before the round of five years is over, or twice in the plan.

    ## Why is this bad?

    The aim is that every worker goes once within five years. While some have never gone, nobody should go again.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation:
          batches: [{when: 9月, people: 2, participants: [{name: 李明, previous: 2022}, {name: 周宁}]}]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation:
          batches: [{when: 9月, people: 2, participants: [{name: 陈静, previous: 2021}, {name: 周宁}]}]
    ```

    ## Known limits

    It is an aim, and no ban: where everybody had a turn, the round begins anew. People are told apart by name and
    department. The message names nobody; the place in the file shows who it is.
    """

    code = "AGY111"
    slug = "sent-again-too-soon"
    title_zh = "同一职工短期内再次疗休养"
    title_en = "somebody on recuperation again too soon"
    severity = Severity.INFO
    basis = TEN_MEASURES
    parameters = ("recuperation-round",)
    needs_year = True
    nodes = (Plan,)
    pack = "agency"
    finds_personal_data = True
    wording = {
        "zh": "{name}第 {which} 名人员在 {round}内已经安排过疗休养；请先安排还没有去过的职工。",
        "en": "Person {which} of {name} has a turn within {round} already; send those first who have not gone.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        ruling, end = check.rulings["recuperation-round"], check.plan.period.end
        if end is None:
            return
        seen: set[tuple[str, str]] = set()
        for path, batch in batches_in(check):
            for at, person in enumerate(batch.participants):
                who = (person.name, person.department)
                soon = person.previous is not None and person.previous > end.year - ruling.number
                if soon or who in seen:
                    yield self.finding(
                        (*path, "participants", at),
                        ruling=ruling,
                        name=called(path, batch),
                        which=at + 1,
                        round=limit_in_words(ruling),
                    )
                seen.add(who)


PEOPLE_RULES: Final[tuple[Rule, ...]] = (
    TooFewFrontline(),
    CompanionsAtPublicCost(),
    SentAgain(),
)
