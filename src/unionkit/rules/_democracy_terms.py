"""Rules about the terms of delegates: how long they are, and whether the plan elects anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final, cast

from unionkit.model import Committee, Delegates, Organization

from ._democracy_delegates import CONGRESSES, CONSTITUTION, ENTERPRISES, delegates_of, said_congress
from ._finding import Finding, Severity, Silence
from ._law import Ruling
from ._organization_committees import only_committee
from ._organization_terms import committee_terms, said_years
from ._rule import CONVENTION, Check, Rule


class _Term(Rule):
    """What the rules about the terms of delegates have in common."""

    congress: ClassVar[str]
    needs = ("organization.delegates",)
    nodes = (Organization,)
    wording = {
        "zh": "{congress}代表的任期写为 {term} 年；届期应为{known}，请核对。",
        "en": "The delegates of the {congress} are given a term of {term} years; it is {known}: check it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        ruling = check.rulings[self.parameters[0]]
        for path, delegates in delegates_of(cast("Organization", node), self.congress):
            if delegates.term is not None and f"{delegates.term}年" not in ruling.names:
                if _was_elected_before(delegates, ruling):
                    continue
                yield self.finding(
                    (*path, "term"),
                    ruling=ruling,
                    congress=CONGRESSES[self.congress],
                    term=delegates.term,
                    known=said_years(ruling),
                )


def _was_elected_before(delegates: Delegates, ruling: Ruling) -> bool:
    """Whether delegates were elected before the day from which a ruling holds: their term is that of the text of then."""
    since = ruling.basis.since
    return delegates.elected is not None and since is not None and delegates.elected < since


class StaffCongressTerm(_Term):
    """
    Reports a term of the delegates of a staff congress that the regulations do not know: in enterprises other than three
    to five years, in schools other than three or five.

    ## Why is this bad?

    After the end of their term delegates vote without a mandate; a term that is too short costs an election a year.

    ## Example

    ```yaml
    organization:
      sector: enterprise
      delegates: {congress: staff, total: 60, term: 2}
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization:
      sector: enterprise
      delegates: {congress: staff, total: 60, term: 3}
    period: {year: 2026, half: 2}
    ```

    ## Known limits

    In 上海 schools may choose four years too. Other sectors are not decided.
    """

    code = "UK558"
    slug = "staff-congress-term"
    title_zh = "职工（教职工）代表大会届期不当"
    title_en = "term of the staff congress"
    severity = Severity.WARNING
    basis = ENTERPRISES
    parameters = ("staff-congress-terms",)
    congress = "staff"


class MembersCongressTerm(_Term):
    """
    Reports a term of the delegates of a members' congress that is neither three nor five years; before October 2023, one
    that is shorter than three or longer than five.

    ## Why is this bad?

    Delegates are standing: they keep their mandate from one election of the committee to the next, which is three or
    five years.

    ## Example

    ```yaml
    organization:
      delegates: {congress: members, total: 40, term: 1}
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization:
      delegates: {congress: members, total: 40, term: 3}
    period: {year: 2026, half: 2}
    ```

    ## Known limits

    Until October 2023 any term from three to five years was allowed: delegates who were elected before that are left alone.
    Delegates elected in between keep the mandate of those whom they replace; give the term of the congress.
    """

    code = "UK559"
    slug = "members-congress-term"
    title_zh = "会员代表大会届期不当"
    title_en = "term of the members' congress"
    severity = Severity.WARNING
    basis = CONSTITUTION
    parameters = ("members-congress-terms",)
    congress = "members"


class DelegatesAndCommitteeTerms(Rule):
    """
    Reports delegates of a members' congress with another term than the union committee.

    ## Why is this bad?

    Delegates and committee are elected for the same term. Where the delegates' ends earlier, there is nobody to elect the
    next committee.

    ## Example

    ```yaml
    organization:
      committees: [{kind: committee, term: 5}]
      delegates: {congress: members, total: 40, term: 3}
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization:
      committees: [{kind: committee, term: 5}]
      delegates: {congress: members, total: 40, term: 5}
    period: {year: 2026, half: 2}
    ```

    ## Known limits

    Silent where one of the terms is not told, or more than one union committee is, and where one of them is wrong by
    itself (UK559, UK661).
    """

    code = "UK560"
    slug = "delegates-and-committee-terms"
    title_zh = "会员代表任期与工会委员会任期不同"
    title_en = "terms of delegates and committee differ"
    severity = Severity.WARNING
    basis = CONSTITUTION
    parameters = ("members-congress-terms", "committee-terms", "local-committee-terms")
    needs = ("organization.delegates", "organization.committees")
    nodes = (Organization,)
    wording = {
        "zh": "会员代表任期 {term} 年，工会委员会任期 {other} 年；两者任期应当相同，请核对。",
        "en": "Delegates of the members' congress have a term of {term} years, the union committee one of {other}; they"
        " have the same: check it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        ours = cast("Organization", node)
        found = only_committee(ours, "committee")
        other = found[1].term if found is not None else None
        if f"{other}年" not in committee_terms(ours, check).names:
            return
        known = check.rulings["members-congress-terms"]
        for path, delegates in delegates_of(ours, "members"):
            right = f"{delegates.term}年" in known.names or _was_elected_before(delegates, known)
            if right and delegates.term is not None and delegates.term != other:
                yield self.finding((*path, "term"), term=delegates.term, other=other)


class DelegatesTermEnds(Rule):
    """
    Reports delegates whose term is over when the plan begins, or ends inside it, where the plan does not speak of
    electing anew.

    ## Why is this bad?

    The next session meets with delegates whom nobody has elected for it. Their election takes weeks, and comes first.

    ## Example

    ```yaml
    organization:
      delegates: {congress: staff, total: 42, elected: 2023-10-20, term: 3}
    period: {year: 2026, half: 2}
    content: [11月召开教代会。]
    ```

    Use instead:

    ```yaml
    organization:
      delegates: {congress: staff, total: 42, elected: 2023-10-20, term: 3}
    period: {year: 2026, half: 2}
    content: [10月完成代表换届，11月召开教代会。]
    ```

    ## Known limits

    Any mention of 换届, 改选 or 选举, and any activity of kind election, counts as a plan to elect.
    """

    code = "UK561"
    slug = "delegates-term-ends"
    title_zh = "代表任期届满而未安排换届"
    title_en = "term of the delegates ends, and no election planned"
    severity = Severity.WARNING
    basis = CONVENTION
    needs = ("organization.delegates",)
    needs_year = True
    nodes = (Organization,)
    wording = {
        "zh": "{congress}代表的任期到 {last} 届满，计划中没有换届选举；请安排选举下一届代表。",
        "en": "The term of the delegates of the {congress} ends on {last}, and no election is planned; plan to elect the"
        " next ones.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        end = check.plan.period.end
        for at, delegates in enumerate(cast("Organization", node).delegates):
            # Terms of delegates are counted like those of committees.
            last = Committee(kind="delegates", elected=delegates.elected, term=delegates.term).ends
            if last is None or end is None:
                yield self.lacks("organization.delegates.elected, organization.delegates.term")
            elif last <= end and not _elects(check):
                path = ("organization", "delegates", at, "term")
                yield self.finding(path, congress=said_congress(delegates.congress), last=last)


def _elects(check: Check) -> bool:
    return check.survey.mentions("换届|改选|选举|新一届") or any(
        activity.kind == "election" for _, activity in check.survey.activities
    )


TERM_RULES: Final[tuple[Rule, ...]] = (
    StaffCongressTerm(),
    MembersCongressTerm(),
    DelegatesAndCommitteeTerms(),
    DelegatesTermEnds(),
)
