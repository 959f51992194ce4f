"""Rules about the funds of federations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import Plan, Quantity
from unionkit.rules import CONVENTION, Basis, Check, Confidence, Edit, Finding, Fix, Rule, Severity
from unionkit_pack_federation._data import FederationData

from ._base import DataRule, at

ACCOUNTS_2021: Final = Basis(
    title="《工会会计制度》",
    number="财会〔2021〕7号",
    since=dt.date(2022, 1, 1),
    confidence=Confidence.UNCONFIRMED,
)
"""
Union accounting system, in force from 1 January 2022. Its list of accounts is from general knowledge; in November 2026 the
account of the base was seen in a provincial summary.
"""

RETAINED_2004: Final = Basis(
    title="中华全国总工会2004年关于工会经费分成比例的通知",
    number="工财字〔2004〕42号",
    since=dt.date(2005, 1, 1),
    confidence=Confidence.CONFIRMED,
)
"""Notice of 2004 on the shares of union funds, read in November 2026 in a mirror; its day is not known, only the year."""

_FIVE: Final = 5
_WHOLE: Final = 100


class BaseShareBelowFloor(DataRule):
    """
    Reports a share of union funds for the grassroots unions that is below the national floor.

    ## Why is this bad?

    The unions at the base live on this share; the province sets it, and not below the floor. What is passed up in excess
    has to be paid back.

    ## Example

    ```yaml
    period: {year: 2026}
    data:
      federation:
        shares: {base: 35%, county: 35%, city: 10%, province: 15%, nation: 5%}
    ```

    Use instead:

    ```yaml
    period: {year: 2026}
    data:
      federation:
        shares: {base: 60%, county: 15%, city: 5%, province: 15%, nation: 5%}
    ```

    ## Known limits

    The floor is the national one; most provinces give 60%. Where `organization.funds.retained` tells the same share, UK621
    reports it, and this rule says nothing.
    """

    code = "FED501"
    slug = "base-share-below-floor"
    title_zh = "基层经费留成低于下限"
    title_en = "share of the base below the floor"
    severity = Severity.WARNING
    basis = RETAINED_2004
    parameters = ("retained-floor",)
    wording = {
        "zh": "基层工会的经费留成只有 {share}，下限是 {floor}%。",
        "en": "The grassroots unions keep only {share} of the funds; the floor is {floor}%.",
    }

    def look(self, data: FederationData, check: Check) -> Iterator[Finding]:
        share = data.shares.base if data.shares else None
        funds = check.plan.organization.funds
        if share is None or (funds is not None and _same(funds.retained, share)):
            return
        ruling = check.rulings["retained-floor"].broken(lambda floor: share.measure()[0] < cast("int", floor))
        if ruling is not None:
            yield self.finding(at("shares", "base"), ruling=ruling, share=str(share), floor=str(ruling.value))


def _same(one: Quantity | None, other: Quantity) -> bool:
    return one is not None and one.measure() == other.measure()


class SharesNotWhole(DataRule):
    """
    Reports shares of union funds from base to nation that do not add up to 100%.

    ## Why is this bad?

    What is left over belongs to nobody, and each level books another amount.

    ## Example

    ```yaml
    data:
      federation:
        shares: {base: 60%, county: 15%, city: 5%, province: 10%, nation: 5%}
    ```

    Use instead:

    ```yaml
    data:
      federation:
        shares: {base: 60%, county: 15%, city: 5%, province: 15%, nation: 5%}
    ```

    ## Known limits

    Only where all five are told; a city without counties gives the county 0%. More than 100% cannot be written.
    """

    code = "FED502"
    slug = "shares-not-whole"
    title_zh = "经费分成合计不是 100%"
    title_en = "shares of funds that are not the whole"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "各级经费分成合计 {sum}%，不是 100%。",
        "en": "The shares of the funds add up to {sum}%, not to 100%.",
    }

    def look(self, data: FederationData, check: Check) -> Iterator[Finding]:
        del check
        shares = data.shares
        if shares is not None and len(shares.known) == _FIVE and shares.together != _WHOLE:
            yield self.finding(at("shares"), sum=f"{shares.together.normalize():f}")


class GrassrootsAccount(Rule):
    """
    Reports, in the budget of a federation, an account that is for unions at the base.

    ## Why is this bad?

    From county level up, activities are booked as 职工活动组织支出; the other account is for what a union at the base spends
    on its own members. The final accounts are sent back.

    ## Example

    ```yaml
    organization: {name: 清河县总工会, sector: federation}
    period: {year: 2026}
    budget:
      expenditure: [{account: 职工活动支出, item: 职工运动会, amount: 80000}]
    content: []
    ```

    Use instead:

    ```yaml
    organization: {name: 清河县总工会, sector: federation}
    period: {year: 2026}
    budget:
      expenditure: [{account: 职工活动组织支出, item: 职工运动会, amount: 80000}]
    content: []
    ```

    ## Known limits

    Only where `organization` says that it is a federation. The union of the federation's own staff is one at the base, and
    has a plan of its own. The reverse is found by UK615.
    """

    code = "FED503"
    slug = "grassroots-account"
    title_zh = "县级以上工会使用基层工会的科目"
    title_en = "account of unions at the base"
    severity = Severity.WARNING
    basis = ACCOUNTS_2021
    parameters = ("grassroots-accounts",)
    nodes = (Plan,)
    pack = "federation"
    sectors = frozenset({"federation"})
    fixable = True
    wording = {
        "zh": "“{account}”是基层工会的支出科目；县级以上工会用“{ours}”。",
        "en": "“{account}” is an account of unions at the base; from county level up it is “{ours}”.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        budget = cast("Plan", node).budget
        ruling = check.rulings["grassroots-accounts"]
        instead = {base: ours for base, _, ours in (pair.partition(": ") for pair in ruling.names)}
        for nth, line in enumerate(budget.expenditure if budget is not None else ()):
            ours = instead.get(line.account)
            if ours is not None:
                path = ("budget", "expenditure", nth, "account")
                yield self.finding(
                    path,
                    ruling=ruling,
                    account=line.account,
                    ours=ours,
                    fix=Fix((Edit(path, line.account, ours),)),
                )
