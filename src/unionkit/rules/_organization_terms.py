"""Rules about the terms of committees: how long they are, when they end, and whether the plan elects anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import Activity, Committee, Organization, Path

from ._finding import Basis, Finding, Severity, Silence, Worded
from ._law import Ruling
from ._organization_committees import committees_of, only_committee, said_kind
from ._rule import Check, Rule, compiled

TERMS_LAW: Final = Basis(title="《中华人民共和国工会法》", article="第十六条", since=dt.date(2022, 1, 1))
"""Trade Union Law as amended on 24 December 2021, in force from 1 January 2022; the text was read in November 2026."""

ON_TIME: Final = Basis(title="《中国工会章程》", article="第二十六条")
"""
Constitution of the Trade Unions of China: when a term ends the election is held on time, earlier or later only with the
approval of the union above. Read in November 2026 in the edition of about 2008; the number of the article is from there.
"""

TOGETHER: Final = Basis(title="《中国工会章程》", article="第十三条、第二十六条")
"""The same: audit and union committee are elected by the same meeting, for the same term."""

_ELECTS: Final = "换届|改选|新一届|下一届"
_PUT_OFF: Final = "延期换届|延长任期|推迟换届|暂缓换届"
_OF_OTHERS: Final = (
    "代表|分会|分工会|小组|支部|党|团|妇联|妇代会|基层|下属|所属|下级|村|社区|企业|指导|督促|补选|增补|职代会|教代会"
    "|居委|业委|女职工|女教职工"
)


def _is_election(activity: Activity) -> bool:
    """Whether an activity elects the committee of this union anew."""
    return (
        not activity.done
        and not activity.host
        and (activity.kind == "election" or "换届" in activity.title)
        and compiled(f"工会|委员|{_ELECTS}").search(activity.title) is not None
        and compiled(_OF_OTHERS).search(activity.title) is None
    )


def _elects(check: Check) -> bool:
    """Whether the plan speaks of electing anew, or an election is among its activities."""
    return check.survey.mentions(_ELECTS) or any(
        activity.kind == "election" for _, activity in check.survey.activities
    )


def committee_terms(ours: Organization, check: Check) -> Ruling:
    """Return which terms the law knows for the committees of a union, at the base or local."""
    return check.rulings["local-committee-terms" if ours.sector == "federation" else "committee-terms"]


def said_years(ruling: Ruling) -> Worded:
    """Return the terms of a parameter, in the language of the message: 3年或5年, 3 or 5 years."""
    years = [name.removesuffix("年") for name in ruling.names]
    return Worded("或".join(ruling.names), f"{' or '.join(years)} years")


class CommitteeTerm(Rule):
    """
    Reports a term of the union committee or the audit committee that is neither three nor five years; of a local
    federation, one that is not five years.

    ## Why is this bad?

    The law knows no other terms. A committee elected for four years has no valid mandate in one of them, whichever way
    one counts.

    ## Example

    ```yaml
    organization:
      committees: [{kind: committee, elected: 2024-05-10, term: 4}]
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization:
      committees: [{kind: committee, elected: 2024-05-10, term: 5}]
    period: {year: 2026, half: 2}
    ```

    ## Known limits

    The women workers' committee is compared with the union committee only (UK662). A town may have a local union or one
    at the base, and passes with either term.
    """

    code = "UK661"
    slug = "committee-term"
    title_zh = "委员会任期不是三年或五年"
    title_en = "term of a committee"
    severity = Severity.ERROR
    basis = TERMS_LAW
    parameters = ("committee-terms", "local-committee-terms")
    needs = ("organization.committees",)
    nodes = (Organization,)
    wording = {
        "zh": "{kind}的任期写为 {term} 年；任期应为{known}，请核对选举结果。",
        "en": "The term of the {kind} is given as {term} years; it is {known}: check the result of the election.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        ours = cast("Organization", node)
        ruling = committee_terms(ours, check)
        for kind in ("committee", "audit"):
            for path, committee in committees_of(ours, kind):
                if committee.term is not None and f"{committee.term}年" not in ruling.names:
                    yield self.finding(
                        (*path, "term"),
                        ruling=ruling,
                        kind=said_kind(kind),
                        term=committee.term,
                        known=said_years(ruling),
                    )


def _beside(ours: Organization) -> Iterator[tuple[Path, Committee, Committee]]:
    """Yield the audit and women's committees with the one union committee beside which they stand."""
    found = only_committee(ours, "committee")
    if found is not None:
        for kind in ("audit", "women"):
            yield from ((path, each, found[1]) for path, each in committees_of(ours, kind))


class TermsDiffer(Rule):
    """
    Reports an audit committee or women workers' committee with another term than the union committee.

    ## Why is this bad?

    The three are elected together and for the same term. With terms of different length one of them runs out alone, and
    nobody plans its election.

    ## Example

    ```yaml
    organization:
      committees: [{kind: committee, term: 5}, {kind: audit, term: 3}]
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization:
      committees: [{kind: committee, term: 5}, {kind: audit, term: 5}]
    period: {year: 2026, half: 2}
    ```

    ## Known limits

    Silent where the plan gives no term, or tells of more than one union committee, and where one of the terms is wrong by
    itself (UK661).
    """

    code = "UK662"
    slug = "terms-of-committees-differ"
    title_zh = "经审会、女职工委员会任期与工会委员会不同"
    title_en = "terms of the committees differ"
    severity = Severity.WARNING
    basis = TOGETHER
    parameters = ("committee-terms", "local-committee-terms")
    needs = ("organization.committees",)
    nodes = (Organization,)
    wording = {
        "zh": "{kind}任期 {term} 年，工会委员会任期 {other} 年；两者任期应当相同，请核对。",
        "en": "The {kind} has a term of {term} years, the union committee one of {other}; they have the same: check it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        ours = cast("Organization", node)
        known = committee_terms(ours, check).names
        for path, committee, union in _beside(ours):
            wrong = f"{union.term}年" not in known or (
                committee.kind == "audit" and f"{committee.term}年" not in known
            )
            if not wrong and committee.term is not None and committee.term != union.term:
                yield self.finding(
                    (*path, "term"), kind=said_kind(committee.kind), term=committee.term, other=union.term
                )


class ElectedApart(Rule):
    """
    Reports an audit committee that was elected on another day than the union committee.

    ## Why is this bad?

    Both are elected by the same meeting. Where the audit committee came later, its term is counted from another day, and
    ends in the middle of the next one of the union committee.

    ## Example

    ```yaml
    organization:
      committees: [{kind: committee, elected: 2024-05-10, term: 3}, {kind: audit, elected: 2024-09-10, term: 3}]
    ```

    Use instead:

    ```yaml
    organization:
      committees: [{kind: committee, elected: 2024-05-10, term: 3}, {kind: audit, elected: 2024-05-10, term: 3}]
    ```

    ## Known limits

    A meeting that lasts two days may elect one on each: elections of one week pass. The plan may tell the day of a
    by-election, in which the committee was filled up; give the day on which its term began.
    """

    code = "UK663"
    slug = "audit-committee-elected-apart"
    title_zh = "经审会与工会委员会不是同时选举产生"
    title_en = "audit committee elected apart from the union committee"
    severity = Severity.WARNING
    basis = TOGETHER
    needs = ("organization.committees",)
    nodes = (Organization,)
    wording = {
        "zh": "经费审查委员会的选举日期（{day}）与工会委员会（{other}）不同；两者由同一次大会选举产生，请核对日期，补选的写届初日期。",
        "en": "The audit committee was elected on {day}, the union committee on {other}; one meeting elects both: check"
        " the days, and give that on which the term began.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the data suffice
        for path, committee, union in _beside(cast("Organization", node)):
            if committee.kind == "audit" and committee.elected is not None and union.elected is not None:
                apart = abs((committee.elected - union.elected).days)
                if apart >= _A_WEEK:
                    yield self.finding((*path, "elected"), day=committee.elected, other=union.elected)


_A_WEEK: Final = 7


class _TermEnd(Rule):
    """What the rules about the end of a term have in common."""

    needs = ("organization.committees",)
    needs_year = True
    nodes = (Organization,)

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        found = only_committee(cast("Organization", node), "committee")
        if found is None:
            return
        path, committee = found
        start, end = check.plan.period.start, check.plan.period.end
        if committee.ends is None or start is None or end is None:
            yield self.lacks("organization.committees.elected, organization.committees.term")
            return
        yield from self.ends((*path, "term"), committee.ends, (start, end), check)

    def ends(
        self, path: Path, last: dt.date, period: tuple[dt.date, dt.date], check: Check
    ) -> Iterator[Finding]:
        """Yield what is wrong about the last day of a term, for a plan with these first and last days."""
        raise NotImplementedError


class TermIsOver(_TermEnd):
    """
    Reports a union committee whose term was over before the plan begins, where the plan does not speak of electing anew.

    ## Why is this bad?

    When a term ends the election is held on time, later only with the approval of the union above. What a committee
    beyond its term decides, and the accounts that it signs, can be contested.

    ## Example

    ```yaml
    organization:
      committees: [{kind: committee, elected: 2023-05-10, term: 3}]
    period: {year: 2026, half: 2}
    content: [做好本职工作。]
    ```

    Use instead:

    ```yaml
    organization:
      committees: [{kind: committee, elected: 2023-05-10, term: 3}]
    period: {year: 2026, half: 2}
    content: [9月底前完成工会换届。]
    ```

    ## Known limits

    Any mention of 换届, 改选 or 新一届, and any activity of kind election, counts as a plan to elect; that the term was
    put off (延期换届) too.
    """

    code = "UK664"
    slug = "term-is-over"
    title_zh = "工会委员会任期已满而未安排换届"
    title_en = "term of the committee is over, and no election planned"
    severity = Severity.WARNING
    basis = ON_TIME
    wording = {
        "zh": "工会委员会的任期到 {last} 已满，计划中没有换届；请安排换届选举，或写明上级工会已批准延期。",
        "en": "The term of the union committee was over on {last}, and no election is planned; plan it, or say that the"
        " union above has approved a delay.",
    }

    def ends(
        self, path: Path, last: dt.date, period: tuple[dt.date, dt.date], check: Check
    ) -> Iterator[Finding]:
        if last < period[0] and not _elects(check) and not check.survey.mentions(_PUT_OFF):
            yield self.finding(path, last=last)


class TermEndsUnplanned(_TermEnd):
    """
    Reports a union committee whose term ends inside the period, where the plan does not speak of electing anew.

    ## Why is this bad?

    An election takes months: the approval of the union above, candidates, the members' meeting. A plan that forgets it
    makes it late.

    ## Example

    ```yaml
    organization:
      committees: [{kind: committee, elected: 2023-11-10, term: 3}]
    period: {year: 2026, half: 2}
    content: [做好本职工作。]
    ```

    Use instead:

    ```yaml
    organization:
      committees: [{kind: committee, elected: 2023-11-10, term: 3}]
    period: {year: 2026, half: 2}
    content: [{activity: 工会换届选举, kind: election, when: 10月}]
    ```

    ## Known limits

    As with UK664. The last day is that before the day of the election, as many years later as the term has.
    """

    code = "UK665"
    slug = "term-ends-without-election"
    title_zh = "任期在计划期内届满而未安排换届"
    title_en = "term ends inside the period, and no election planned"
    severity = Severity.WARNING
    basis = TERMS_LAW
    wording = {
        "zh": "工会委员会的任期到 {last} 届满，正在计划期内，计划中没有换届；请安排换届选举并提前报上级工会。",
        "en": "The term of the union committee ends on {last}, inside the period, and no election is planned; plan it,"
        " and report to the union above in time.",
    }

    def ends(
        self, path: Path, last: dt.date, period: tuple[dt.date, dt.date], check: Check
    ) -> Iterator[Finding]:
        if period[0] <= last <= period[1] and not _elects(check) and not check.survey.mentions(_PUT_OFF):
            yield self.finding(path, last=last)


class ElectionBeforeTermEnds(Rule):
    """
    Reports an election of the union committee in a plan behind whose end the term goes on.

    ## Why is this bad?

    Before the end of a term the committee is elected anew only with the approval of the union above; else somebody
    counted the years wrongly.

    ## Example

    ```yaml
    organization:
      committees: [{kind: committee, elected: 2024-05-10, term: 5}]
    period: {year: 2026, half: 2}
    content: [{activity: 工会委员会换届选举, kind: election, when: 10月}]
    ```

    Use instead:

    ```yaml
    organization:
      committees: [{kind: committee, elected: 2021-10-30, term: 5}]
    period: {year: 2026, half: 2}
    content: [{activity: 工会委员会换届选举, kind: election, when: 10月}]
    ```

    ## Known limits

    By-elections, elections of delegates, of branches and groups, and those of other bodies pass, by their titles.
    """

    code = "UK666"
    slug = "election-before-term-ends"
    title_zh = "任期未满而安排换届"
    title_en = "election before the term ends"
    severity = Severity.INFO
    basis = ON_TIME
    needs = ("organization.committees",)
    needs_year = True
    nodes = (Activity,)
    wording = {
        "zh": "“{title}”安排在任期届满（{last}）之前的计划期内；提前换届须经上级工会批准，请核对任期或写明批准。",
        "en": "“{title}” is planned though the term runs until {last}, behind the period; an early election needs the"
        " approval of the union above: check the term, or say that it is approved.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        activity = cast("Activity", node)
        if not _is_election(activity) or check.calendar.looks_back(check.path):
            return
        ours, end = check.plan.organization, check.plan.period.end
        found = only_committee(ours, "committee")
        last = found[1].ends if found is not None else None
        if last is not None and end is not None and last > end and not check.survey.mentions("提前换届"):
            yield self.finding((*check.path, "activity"), title=activity.title, last=last)


TERM_RULES: Final[tuple[Rule, ...]] = (
    CommitteeTerm(),
    TermsDiffer(),
    ElectedApart(),
    TermIsOver(),
    TermEndsUnplanned(),
    ElectionBeforeTermEnds(),
)
