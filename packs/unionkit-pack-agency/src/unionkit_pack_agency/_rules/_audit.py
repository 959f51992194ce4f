"""Rules about the audit of union funds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from unionkit.model import Plan
from unionkit.rules import CONVENTION, Basis, Check, Confidence, Finding, Rule, Severity, Worded
from unionkit_pack_agency._vocabulary import AUDIT_SUBJECTS

from ._common import HERE, data_in, first_day, found_by, limit_in_words

YEARLY: Final = Basis(
    title="《中华人民共和国工会法》",
    article="第四十五条",
    since=dt.date(2022, 1, 1),
    confidence=Confidence.UNCONFIRMED,
)
"""Accounts are audited; “each year” is from general knowledge of the audit regulations."""

AUDITORS: Final = Basis(title="全国总工会关于工会经费审查委员会组成人员的规定")
"""What the federation says of who may not sit on an audit committee; read in a mirror (uianet.net), November 2026."""

REGULATIONS: Final = Basis(title="《中国工会审计条例》", article="第二十三条")
"""The scope of audits; read on the page of a union (djygh.org), November 2026."""

_AUDITS: Final = "经费审查|经审|审计|审查.{0,8}经费|(?i:\\baudit)"


class YearWithoutAudit(Rule):
    """
    Reports a plan up to the end of a year in which no audit took place and none is planned.

    ## Why is this bad?

    The audit committee examines budget and accounts each year. A year that nobody audited cannot be reported to the
    members, and the union above asks for the report.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        audit: {previous: 2025-03-20}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        audit: {previous: 2025-03-20, when: 8月中旬}
    ```

    ## Known limits

    A plan for the first half is not asked: the second half is still to come. Without the day of the audit before nothing
    is known, and any mention of an audit in the plan counts. That it is each year is not confirmed.
    """

    code = "AGY201"
    slug = "year-without-audit"
    title_zh = "年内没有安排经费审查"
    title_en = "year without an audit of union funds"
    severity = Severity.WARNING
    basis = YEARLY
    parameters = ("audits-a-year",)
    needs_year = True
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "上次经费审查在 {previous}，{year} 年还没有审查，计划也没有安排；每年至少审查 {least}，请写上时间（when）。",
        "en": "The last audit was on {previous}; in {year} there was none, and none is planned. At least {least} a year is to be"
        " held: say when.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the data of the plan
        audit, end = data_in(check).audit, check.plan.period.end
        if audit is None or audit.previous is None or audit.when is not None or end is None:
            return
        is_last_chance = (end.month, end.day) == (12, 31)
        if is_last_chance and audit.previous.year < end.year and not check.survey.mentions(_AUDITS):
            ruling = check.rulings["audits-a-year"]
            yield self.finding(
                (*HERE, "audit", "previous"),
                ruling=ruling,
                previous=audit.previous,
                year=end.year,
                least=limit_in_words(ruling),
            )


class AuditorNotIndependent(Rule):
    """
    Reports an audit by people who decide on the union's money or keep it.

    ## Why is this bad?

    Nobody audits what they have decided or paid themselves; the report of such an audit does not stand.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        audit: {when: 8月中旬, auditors: 3, keepers: 1}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        audit: {when: 8月中旬, auditors: 3, keepers: 0}
    ```

    ## Known limits

    It goes by the numbers `officers` and `keepers`. Where `organization.committees` names such a person, UK656 reports that
    and this rule says nothing.
    """

    code = "AGY202"
    slug = "auditor-not-independent"
    title_zh = "审查人员中有工会主要领导或管钱管物的人"
    title_en = "auditors who are officers or keepers of the money"
    severity = Severity.ERROR
    basis = AUDITORS
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "审查人员中有{who}；主席、副主席、常委和管钱管物的人不得审查本级经费，请换人。",
        "en": "Among the auditors: {who}; chairs, standing members and those who keep money or goods may not audit it: choose"
        " others.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        audit = data_in(check).audit
        if audit is None or not (audit.officers or audit.keepers):
            return
        ours = check.plan.organization
        if ours.committees and found_by("UK656", [(("organization",), ours)], check):
            return
        told = (
            (
                audit.officers,
                "officers",
                f"主席、副主席、常委 {audit.officers} 人",
                f"{audit.officers} officers",
            ),
            (
                audit.keepers,
                "keepers",
                f"管钱管物的 {audit.keepers} 人",
                f"{audit.keepers} who keep money or goods",
            ),
        )
        for number, key, zh, en in told:
            if number:
                yield self.finding((*HERE, "audit", key), who=Worded(zh, en))


class NoticeTooLate(Rule):
    """
    Reports an audit whose notice is given only after it has begun.

    ## Why is this bad?

    The notice says which books and papers are to be laid out. Who gets it when the auditors are at the door has nothing
    ready.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        audit: {when: 8月12日, notice: 2026-08-14}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        audit: {when: 8月12日, notice: 2026-08-03}
    ```

    ## Known limits

    Of a time such as 8月中旬 its first day counts. How many days ahead is enough, the audit committee decides.
    """

    code = "AGY203"
    slug = "audit-notice-too-late"
    title_zh = "审查通知晚于审查开始"
    title_en = "notice of an audit after it began"
    severity = Severity.WARNING
    basis = CONVENTION
    needs_year = True
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "审查从 {begins} 开始，通知却在 {notice} 才发出；请提前通知，好备齐账册资料。",
        "en": "The audit begins on {begins}, but its notice is of {notice}; give it earlier, so that the books are ready.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        audit = data_in(check).audit
        begins = first_day(audit.when, check) if audit is not None else None
        if audit is not None and audit.notice is not None and begins is not None and audit.notice > begins:
            yield self.finding((*HERE, "audit", "notice"), begins=begins, notice=audit.notice)


class YearAuditIncomplete(Rule):
    """
    Reports, as a hint, the audit of a whole year that leaves out the budget, how it was carried out, or the accounts.

    ## Why is this bad?

    These three belong to the audit of every year. What is left out is not covered by the report to the members.

    ## Example

    ```yaml
    period: {year: 2026, half: 1}
    data:
      agency:
        audit: {when: 3月, first: 2025-01-01, last: 2025-12-31, subjects: [accounts, property]}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 1}
    data:
      agency:
        audit: {when: 3月, first: 2025-01-01, last: 2025-12-31, subjects: [budget, execution, accounts, property]}
    ```

    ## Known limits

    Only audits of a whole calendar year that tell their subjects are asked; one of half a year may take a part.
    """

    code = "AGY204"
    slug = "year-audit-incomplete"
    title_zh = "年度经费审查的内容不全"
    title_en = "audit of a year that leaves something out"
    severity = Severity.INFO
    basis = REGULATIONS
    parameters = ("year-audit-subjects",)
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "对 {year} 年全年的审查没有列入：{missing}；请补上。",
        "en": "The audit of the whole of {year} leaves out {missing}; add it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        audit = data_in(check).audit
        if audit is None or not audit.subjects or audit.first is None or audit.last is None:
            return
        year = audit.first.year
        if (audit.first, audit.last) != (dt.date(year, 1, 1), dt.date(year, 12, 31)):
            return
        ruling = check.rulings["year-audit-subjects"]
        terms = {term.zh: term for term in AUDIT_SUBJECTS.values()}
        told = {AUDIT_SUBJECTS[name].zh for name in audit.subjects}
        missing = [name for name in ruling.names if name not in told]
        if missing:
            yield self.finding(
                (*HERE, "audit", "subjects"),
                ruling=ruling,
                year=year,
                missing=Worded(
                    "、".join(missing),
                    ", ".join(terms[name].en if name in terms else name for name in missing),
                ),
            )


AUDIT_RULES: Final[tuple[Rule, ...]] = (
    YearWithoutAudit(),
    AuditorNotIndependent(),
    NoticeTooLate(),
    YearAuditIncomplete(),
)
