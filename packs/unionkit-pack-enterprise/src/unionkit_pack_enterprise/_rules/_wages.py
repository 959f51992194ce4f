"""Rules about when wages are negotiated: the answer to the invitation, the figures, and the round of every year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from unionkit.model import Plan
from unionkit.rules import Basis, Check, Confidence, Finding, Rule, Severity
from unionkit_pack_enterprise._contracts import ContractKind

from ._common import HERE, contracts_in, data_in, first_day, limit, named, years_after
from ._contracts import last_ones, talks_planned

WAGES: Final = Basis(
    title="《工资集体协商试行办法》", number="劳动和社会保障部令第9号", since=dt.date(2000, 11, 8)
)
"""
Trial measures on wage talks, 8 November 2000. Articles 17 to 20 were read in a mirror in November 2026; that wages are
negotiated once a year stood in a newspaper on the day of issue.
"""

NEXT_ROUND: Final = Basis(
    title="《工资集体协商试行办法》",
    number="劳动和社会保障部令第9号",
    article="第二十四条",
    since=dt.date(2000, 11, 8),
    confidence=Confidence.UNCONFIRMED,
)
"""That talks begin within 60 days before the end: local rules agree, the article itself could not be read."""


class LateAnswer(Rule):
    """
    Reports wage talks in which the written answer to the invitation comes later than 20 days after it.

    ## Why is this bad?

    The side that is invited answers in writing within 20 days. Who grants more gives away the right to complain of a
    refusal; who takes more has refused.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        talks: {invited: 2026-09-01, reply_by: 2026-09-30}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        talks: {invited: 2026-09-01, reply_by: 2026-09-21}
    ```

    ## Known limits

    Both days have to be told. Days in prose are looked at by UK577.
    """

    code = "ENT211"
    slug = "late-answer-to-invitation"
    title_zh = "工资集体协商要约答复过晚"
    title_en = "late answer to an invitation to wage talks"
    severity = Severity.WARNING
    basis = WAGES
    parameters = ("wage-talks-reply",)
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "要约于 {invited} 提出，答复定在 {reply}，隔了 {days} 天；应在{most}内书面答复，即不迟于 {latest}。",
        "en": "The invitation goes out on {invited}, and the answer is of {reply}, {days} days later; it is due in writing"
        " within {most}, by {latest}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the data of the plan
        talks, ruling = data_in(check).talks, check.rulings["wage-talks-reply"]
        if talks is None or talks.invited is None:
            return
        for key, reply in (("reply_by", talks.reply_by), ("replied", talks.replied)):
            days = (reply - talks.invited).days if reply else 0
            if days > ruling.number:
                yield self.finding(
                    (*HERE, "talks", key),
                    ruling=ruling,
                    invited=talks.invited,
                    reply=reply,
                    days=days,
                    most=limit(ruling),
                    latest=talks.invited + dt.timedelta(days=int(ruling.number)),
                )


class LateFigures(Rule):
    """
    Reports wage talks in which a side gets the figures that it needs fewer than five days before.

    ## Why is this bad?

    Each side may ask for what the talks are about: results, productivity, prices, what others pay. What arrives on the eve
    is negotiated unread.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        talks: {when: 2026年10月12日, papers_by: 2026-10-10}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        talks: {when: 2026年10月12日, papers_by: 2026-10-07}
    ```

    ## Known limits

    Where the talks have no day (10月中旬), the first day that is meant counts.
    """

    code = "ENT212"
    slug = "late-figures-for-talks"
    title_zh = "工资集体协商资料提供过晚"
    title_en = "figures for wage talks come late"
    severity = Severity.INFO
    basis = WAGES
    parameters = ("wage-talks-papers",)
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "资料提供期限（{papers}）距协商（{begins}）不足{least}；请改为不迟于 {latest}。",
        "en": "The figures are due on {papers}, less than {least} before the talks ({begins}); have them by {latest}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        talks, ruling = data_in(check).talks, check.rulings["wage-talks-papers"]
        begins = first_day(talks.when, check) if talks else None
        if talks is None or talks.papers_by is None or begins is None:
            return
        latest = begins - dt.timedelta(days=int(ruling.number))
        if talks.papers_by > latest:
            yield self.finding(
                (*HERE, "talks", "papers_by"),
                ruling=ruling,
                papers=talks.papers_by,
                begins=begins,
                least=limit(ruling),
                latest=latest,
            )


class AgreementEnds(Rule):
    """
    Reports a wage agreement that ends within the period of the plan, where no talks are planned or they begin after its
    end.

    ## Why is this bad?

    The talks on the next agreement begin in the 60 days before the old one ends. Without one, wages are what the employer
    sets.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: wages, start: 2026-01-01, end: 2026-12-31}]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: wages, start: 2026-01-01, end: 2026-12-31}]
        talks: {when: 11月中旬}
    ```

    ## Known limits

    Any mention of 协商 or 要约 in the plan counts as talks that are planned. Talks earlier than 60 days before the end pass:
    the text could not be read, and earlier talks harm nobody.
    """

    code = "ENT221"
    slug = "wage-agreement-ends"
    title_zh = "工资协议在计划期内期满而未及时协商"
    title_en = "wage agreement ends within the period, and the talks are missing or late"
    severity = Severity.WARNING
    basis = NEXT_ROUND
    parameters = ("wage-talks-start",)
    needs_year = True
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "{name}将于 {end} 期满，应在期满前{window}内开始下一轮协商；请写上期满之前的协商时间（talks）。",
        "en": "{name} ends on {end}, and talks on the next one begin within {window} before; say when they are held, before"
        " its end (talks).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        start, end = check.plan.period.start, check.plan.period.end
        talks, ruling = data_in(check).talks, check.rulings["wage-talks-start"]
        begins = first_day(talks.when, check) if talks else None
        if start is None or end is None:
            return
        for path, contract in last_ones(check):
            if (
                contract.kind is ContractKind.WAGES
                and contract.end is not None
                and start <= contract.end <= end
                and (begins > contract.end if begins else not talks_planned(check))
            ):
                yield self.finding(
                    (*path, "end"),
                    ruling=ruling,
                    name=named(contract),
                    end=contract.end,
                    window=limit(ruling),
                )


class TalksOverdue(Rule):
    """
    Reports a plan whose last wage agreement began more than a year before, where no talks are planned.

    ## Why is this bad?

    Wages are negotiated once a year, as a rule. An agreement that goes on for years says nothing of prices and results
    since.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: wages, start: 2025-01-01, end: 2027-12-31}]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        contracts: [{kind: wages, start: 2025-01-01, end: 2027-12-31}]
        talks: {when: 9月}
    ```

    ## Known limits

    The year has to be over when the plan begins, so one half without talks is no breach. Any mention of 协商 or 要约 counts.
    An agreement that has ended is left to ENT102 and ENT221.
    """

    code = "ENT222"
    slug = "wage-talks-overdue"
    title_zh = "超过一年没有开展工资集体协商"
    title_en = "no wage talks for more than a year"
    severity = Severity.WARNING
    basis = WAGES
    parameters = ("wage-talks-interval",)
    needs_year = True
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "{name}从 {start} 起执行，到计划期开始已超过{most}；工资一般每年协商一次，请写上协商时间（talks）。",
        "en": "{name} began on {start}, more than {most} before the plan; wages are negotiated once a year, as a rule: say"
        " when (talks).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        begins, end = check.plan.period.start, check.plan.period.end
        ruling = check.rulings["wage-talks-interval"]
        agreements = [
            (path, contract)
            for path, contract in contracts_in(check)
            if contract.kind is ContractKind.WAGES and contract.start is not None
        ]
        if begins is None or end is None or not agreements or talks_planned(check):
            return
        path, latest = max(agreements, key=lambda told: told[1].start or dt.date.min)
        if latest.end is not None and latest.end <= end:
            return
        if latest.start is not None and years_after(latest.start, int(ruling.number)) < begins:
            yield self.finding(
                (*path, "start"), ruling=ruling, name=named(latest), start=latest.start, most=limit(ruling)
            )


WAGE_RULES: Final[tuple[Rule, ...]] = (LateAnswer(), LateFigures(), AgreementEnds(), TalksOverdue())
