"""Rules about safety and health at work: that the plan speaks of them, and who inspects for the union."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from unionkit.model import Plan
from unionkit.rules import Basis, Check, Confidence, Finding, Rule, Severity

from ._common import HERE, data_in

TRADE_UNION_LAW: Final = Basis(
    title="《中华人民共和国工会法》", article="第三十二条", since=dt.date(2022, 1, 1)
)
"""The Trade Union Law as amended on 24 December 2021: unions educate workers in safety and health; read in November 2026."""

INSPECTORS: Final = Basis(
    title="《基层工会劳动保护监督检查委员会工作条例》",
    since=dt.date(1997, 4, 26),
    confidence=Confidence.UNCONFIRMED,
)
"""
Regulations of the federation, 26 April 1997. Only their title and the text of 1985 that they replaced could be read in November
2026: a committee in larger unions, a member in charge in smaller ones.
"""

_SAFETY: Final = "安全|劳动保护|职业病|职业健康|安康杯|防暑"
_BODY: Final = "劳动保护监督检查|劳动保护委员|劳动保护检查员"


class NothingOnSafety(Rule):
    """
    Reports the plan of an enterprise that nowhere speaks of safety and health at work.

    ## Why is this bad?

    Education in safety and health is a task that the law gives to unions, and where people work with machines, heat or
    chemicals it is the one that saves lives.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [下半年办好职工运动会。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [下半年办好职工运动会，每季度开展一次劳动保护检查。]
    ```

    ## Known limits

    Any mention of 安全, 劳动保护, 职业病, 职业健康, 安康杯 or 防暑 counts, and so does `safety` in the data. The law sets no half year:
    this is a reminder.
    """

    code = "ENT401"
    slug = "nothing-on-safety"
    title_zh = "计划没有劳动安全卫生的内容"
    title_en = "plan without safety and health"
    severity = Severity.INFO
    basis = TRADE_UNION_LAW
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "计划没有提到劳动安全卫生；请写上安全教育和劳动保护检查的安排，或列在 data.enterprise.safety 中。",
        "en": "The plan does not speak of safety and health at work; write what is planned, or list it in"
        " data.enterprise.safety.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the whole plan
        if data_in(check).safety is None and not check.survey.mentions(_SAFETY):
            yield self.finding(check.path)


class NobodyInspects(Rule):
    """
    Reports inspections of labour protection in a plan that does not say which body of the union makes them.

    ## Why is this bad?

    The union inspects by its labour protection committee, or by the member of the committee in charge, with an inspector
    in each team. What nobody is charged with is signed off in an office.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        safety: {inspections: [{subject: 高温岗位防护, when: 7月}]}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        safety: {body: 劳动保护监督检查委员会, inspections: [{subject: 高温岗位防护, when: 7月}]}
    ```

    ## Known limits

    A committee of the kind `labour-protection`, a number of inspectors, or a mention in the plan is enough. The text in force
    could not be read; from how many workers a committee is needed is not judged.
    """

    code = "ENT402"
    slug = "nobody-inspects"
    title_zh = "劳动保护检查没有写明由谁承担"
    title_en = "inspections without a body that makes them"
    severity = Severity.INFO
    basis = INSPECTORS
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "安排了劳动保护检查，没有写明由哪个组织承担；请写上劳动保护监督检查委员会（委员）或检查员（body、inspectors）。",
        "en": "Inspections are planned, and nobody is named who makes them; name the labour protection committee, or the"
        " inspectors (body, inspectors).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        safety = data_in(check).safety
        if safety is None or not safety.inspections or safety.body.strip() or safety.inspectors:
            return
        committees = {committee.kind for committee in check.plan.organization.committees}
        if "labour-protection" not in committees and not check.survey.mentions(_BODY):
            yield self.finding((*HERE, "safety", "inspections"))


SAFETY_RULES: Final[tuple[Rule, ...]] = (NothingOnSafety(), NobodyInspects())
