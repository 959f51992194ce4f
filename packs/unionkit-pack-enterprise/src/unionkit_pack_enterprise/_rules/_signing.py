"""Rules about what comes before and after a collective contract is signed, and what has to stand in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from unionkit.model import Plan
from unionkit.rules import Basis, Check, Finding, Rule, Severity
from unionkit_pack_enterprise._contracts import ContractKind

from ._common import contracts_in, data_in, is_about, limit, named

DRAFT_VOTE: Final = Basis(
    title="《集体合同规定》",
    number="劳动和社会保障部令第22号",
    article="第三十六条",
    since=dt.date(2004, 5, 1),
)
"""Provisions on collective contracts; the article was read in a mirror in November 2026. The Trade Union Law agrees."""

FILING: Final = Basis(
    title="《集体合同规定》",
    number="劳动和社会保障部令第22号",
    article="第四十二条",
    since=dt.date(2004, 5, 1),
)
"""The same provisions; ten days, in three copies."""

WOMENS_RIGHTS: Final = Basis(
    title="《中华人民共和国妇女权益保障法》", article="第四十四条", since=dt.date(2023, 1, 1)
)
"""Law on the protection of women's rights as revised on 30 October 2022; the text was read in November 2026."""

_WOMEN: Final = "女职工|女工|女员工|妇女"
_VOTES: Final = "职代会|职工代表大会|职工大会|全体职工|职工代表"


class SignedBeforeVote(Rule):
    """
    Reports a collective contract that was signed before the day on which its draft was passed.

    ## Why is this bad?

    The staff congress, or all of the staff, passes the draft first; then the chief representatives sign it. In the other
    order the workers could only nod, and the contract can be contested.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: wages, signed: 2026-09-10, voted: 2026-09-25}]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: wages, signed: 2026-09-28, voted: 2026-09-25}]
    ```

    ## Known limits

    Both days have to be told. Passed and signed on one day is in order. Activities that sign a contract are UK581's.
    """

    code = "ENT111"
    slug = "contract-signed-before-vote"
    title_zh = "集体合同先签订、后表决"
    title_en = "collective contract signed before its draft was passed"
    severity = Severity.ERROR
    basis = DRAFT_VOTE
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "{name}的签订日（{signed}）早于草案通过日（{voted}）；草案须先经职代会或全体职工讨论通过，再签订，请核对。",
        "en": "{name} was signed ({signed}) before its draft was passed ({voted}); the staff congress or all of the staff"
        " pass it first: check the days.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the data of the plan
        for path, contract in contracts_in(check):
            if contract.signed and contract.voted and contract.signed < contract.voted:
                yield self.finding(
                    (*path, "signed"), name=named(contract), signed=contract.signed, voted=contract.voted
                )


class VoteNotTold(Rule):
    """
    Reports a collective contract that is signed within the period of the plan, where nobody says who passed its draft.

    ## Why is this bad?

    Without the vote of the staff congress or of all the staff the contract can be contested, and the labour authority asks
    for the record of the vote when it is filed.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: wages, signed: 2026-09-28}]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: wages, signed: 2026-09-28, voted: 2026-09-25}]
    ```

    ## Known limits

    Any mention of the congress, of delegates or of all the staff in the plan counts, and so does a congress in the data.
    """

    code = "ENT112"
    slug = "vote-not-told"
    title_zh = "集体合同没有写明草案由谁通过"
    title_en = "collective contract without a vote on its draft"
    severity = Severity.WARNING
    basis = DRAFT_VOTE
    needs_year = True
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "{name}定于 {signed} 签订，计划没有提到草案的审议；请写上职代会或全体职工通过草案的日期（voted）。",
        "en": "{name} is signed on {signed}, and the plan does not speak of the vote on its draft; say when it is passed"
        " (voted).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        start, end = check.plan.period.start, check.plan.period.end
        if (
            start is None
            or end is None
            or data_in(check).congress is not None
            or check.survey.mentions(_VOTES)
        ):
            return
        for path, contract in contracts_in(check):
            if contract.voted is None and contract.signed and start <= contract.signed <= end:
                yield self.finding((*path, "signed"), name=named(contract), signed=contract.signed)


class FiledLate(Rule):
    """
    Reports a signed collective contract that reaches the labour authority later than ten days after, or a wage agreement
    later than seven.

    ## Why is this bad?

    The contract takes effect when the authority has had it for 15 days without objecting. What is filed late is without
    effect so much longer.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: wages, voted: 2026-09-01, signed: 2026-09-02, filed: 2026-09-10}]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: wages, voted: 2026-09-01, signed: 2026-09-02, filed: 2026-09-09}]
    ```

    ## Known limits

    A special collective contract on wages (工资专项集体合同) has ten days: tell it by its title. Days in prose are looked at
    by UK575 and UK576.
    """

    code = "ENT113"
    slug = "enterprise-contract-filed-late"
    title_zh = "集体合同、工资协议报送审查过晚"
    title_en = "collective contract or wage agreement filed late"
    severity = Severity.WARNING
    basis = FILING
    parameters = ("contract-filing", "wage-agreement-filing")
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "{name} {signed} 签订、{filed} 报送，隔了 {days} 天；应在签订后{most}内报送，即不迟于 {latest}。",
        "en": "{name} was signed on {signed} and filed on {filed}, {days} days later; file it within {most}, by {latest}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        for path, contract in contracts_in(check):
            agreement = contract.kind is ContractKind.WAGES and "集体合同" not in contract.title
            ruling = check.rulings["wage-agreement-filing" if agreement else "contract-filing"]
            if contract.signed is None or contract.filed is None:
                continue
            days = (contract.filed - contract.signed).days
            if days > ruling.number:
                yield self.finding(
                    (*path, "filed"),
                    ruling=ruling,
                    name=named(contract),
                    signed=contract.signed,
                    filed=contract.filed,
                    days=days,
                    most=limit(ruling),
                    latest=contract.signed + dt.timedelta(days=int(ruling.number)),
                )


class NothingForWomen(Rule):
    """
    Reports a comprehensive collective contract of an enterprise with women, that protects them neither in a chapter nor by
    a contract of their own.

    ## Why is this bad?

    A collective contract has content on equality and the protection of women workers, as a chapter, an annex or a special
    contract. The law says so since 2023.

    ## Example

    ```yaml
    organization: {members: 300, women: 90}
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: comprehensive, start: 2025-01-01, end: 2027-12-31}]
    ```

    Use instead:

    ```yaml
    organization: {members: 300, women: 90}
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: comprehensive, start: 2025-01-01, end: 2027-12-31, chapters: women}]
    ```

    ## Known limits

    Only plans that tell how many women there are (`women` or `women_staff`). A special contract counts unless it had
    ended before the plan begins. Where the plan signs a contract without a word on women, UK582 says so, and this rule is
    silent.
    """

    code = "ENT114"
    slug = "nothing-for-women"
    title_zh = "集体合同没有女职工权益保护的内容"
    title_en = "collective contract without the protection of women"
    severity = Severity.WARNING
    basis = WOMENS_RIGHTS
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "本单位有女职工 {women} 人，{name}既没有女职工专章（chapters），也没有列出女职工专项集体合同；请补上其一。",
        "en": "{name} has no chapter on women (chapters), nor is there a special contract for them, and there are {women}"
        " women; add one of the two.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        ours, start = check.plan.organization, check.plan.period.start
        women = ours.women_staff or ours.women
        contracts = [
            (path, contract)
            for path, contract in contracts_in(check)
            if start is None or contract.end is None or contract.end >= start or contract.renewal is not None
        ]
        if (
            not women
            or any(is_about(contract, ContractKind.WOMEN) for _, contract in contracts)
            or _is_found_already(check)
        ):
            return
        for path, contract in contracts:
            if contract.kind is ContractKind.COMPREHENSIVE:
                yield self.finding(path, name=named(contract), women=women)


_SIGNS: Final = "签订|续签|签署|签字|签约|签定"
_OF_OTHERS: Final = "推动|推进|指导|督促|帮助|覆盖|培训|检查|调研|督查|基层|各企业|各单位|筹备|准备|征求"


def _is_found_already(check: Check) -> bool:
    """Whether an activity signs a contract in a plan that does not speak of women: UK582 reports it."""
    if check.plan.organization.sector not in ("enterprise", "hospital", "institution"):
        return False
    return not check.survey.mentions(_WOMEN) and any(
        ("合同" in activity.title or "协议" in activity.title)
        and "工资" not in activity.title
        and re.search(_SIGNS, activity.title)
        and not re.search(_OF_OTHERS, activity.title)
        and not activity.done
        and not check.calendar.looks_back(path)
        for path, activity in check.survey.activities
    )


SIGNING_RULES: Final[tuple[Rule, ...]] = (SignedBeforeVote(), VoteNotTold(), FiledLate(), NothingForWomen())
