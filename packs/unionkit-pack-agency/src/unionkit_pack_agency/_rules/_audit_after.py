"""Rules about what comes of an audit: its findings, and the report to the members."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from unionkit.model import Plan
from unionkit.rules import CONVENTION, Basis, Check, Finding, Rule, Severity

from ._common import HERE, data_in

UNION_LAW: Final = Basis(title="《中华人民共和国工会法》", article="第四十五条", since=dt.date(2022, 1, 1))
"""Accounts are audited, and told to the members at regular times; read in full in November 2026."""

_REPORTS: Final = (
    "(?:报告|公布|公开|公示|通报|述职).{0,24}(?:经费|审查|审计|收支)"
    "|(?:经费|审查|审计|收支).{0,24}(?:报告|公布|公开|公示|通报)"
    "|(?i:(?:audit|funds|accounts).{0,60}(?:report|publish|told|posted)|(?:report|publish|post)\\w*.{0,60}(?:audit|funds|accounts))"
)


class FindingOverdue(Rule):
    """
    Reports a finding of an audit whose last day passes before the plan begins or the next audit is announced, and that is
    not done.

    ## Why is this bad?

    The next audit begins with what the last one found. A plan that carries an old finding along without a new day says
    that nobody sees to it.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        audit:
          findings: [{matter: 部分慰问品签收表缺经办人, measure: 补齐签收手续, due: 2026-05-31}]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        audit:
          findings: [{matter: 部分慰问品签收表缺经办人, measure: 补齐签收手续, due: 2026-07-31}]
    ```

    ## Known limits

    A finding without a last day passes. The notice of the audit counts by its day (`notice`).
    """

    code = "AGY205"
    slug = "audit-finding-overdue"
    title_zh = "审查发现的问题逾期未整改"
    title_en = "finding of an audit that is overdue"
    severity = Severity.WARNING
    basis = CONVENTION
    needs_year = True
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "审查发现的第 {which} 个问题应在 {due} 前整改，到 {day}（计划开始或发出审查通知之日）仍未完成；请说明并定出新的期限。",
        "en": "Finding {which} of the audit was due on {due} and is not done on {day}, when the plan begins or the audit is"
        " announced; set a new day.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        audit, start = data_in(check).audit, check.plan.period.start
        if audit is None or start is None:
            return
        days = (start, *((audit.notice,) if audit.notice is not None else ()))
        for at, found in enumerate(audit.findings):
            if found.due is None or found.done:
                continue
            passed = next((day for day in days if found.due < day), None)
            if passed is not None:
                yield self.finding(
                    (*HERE, "audit", "findings", at, "due"), which=at + 1, due=found.due, day=passed
                )


class AuditNotReported(Rule):
    """
    Reports, as a hint, an audit of which the plan does not say when the members are told.

    ## Why is this bad?

    Income and spending are told to the members at regular times, and the audit committee reports to their yearly meeting.
    What nobody has set a day for is not told.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        audit: {when: 8月中旬, subjects: [execution]}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        audit: {when: 8月中旬, subjects: [execution], report: 12月下旬}
    ```

    ## Known limits

    Any words in the plan of money or audit near words of reporting are enough. Plans for a whole year are UK635's affair.
    """

    code = "AGY206"
    slug = "audit-not-reported"
    title_zh = "经费审查结果没有安排向会员报告"
    title_en = "audit that is not reported to the members"
    severity = Severity.INFO
    basis = UNION_LAW
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "安排了经费审查，没有写何时向会员报告审查结果；请写上时间（report）。",
        "en": "An audit is planned, but not when the members are told of it; say when (report).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        audit, period = data_in(check).audit, check.plan.period
        if audit is None or audit.when is None or audit.report is not None or period.half is None:
            return
        if not check.survey.mentions(_REPORTS):
            yield self.finding((*HERE, "audit", "when"))


AFTER_RULES: Final[tuple[Rule, ...]] = (FindingOverdue(), AuditNotReported())
