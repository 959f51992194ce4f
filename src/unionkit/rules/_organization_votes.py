"""Rules about elections of committees, and about how many members a union can have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import Organization

from ._finding import Finding, Severity, Worded
from ._organization_committees import ELECTIONS_2016, LOCAL, committees_of, said_kind
from ._rule import CONVENTION, Check, Rule


class VotesNotEnough(Rule):
    """
    Reports a member of a committee with no more than half of the votes of all who were entitled.

    ## Why is this bad?

    Elected is who has more than half of the votes of all entitled, not only of those who came. Who has fewer has not
    been elected, and the union above does not approve the result.

    ## Example

    ```yaml
    organization:
      committees:
        - {kind: committee, entitled: 60, present: 50, members: [{name: 李明, votes: 30}]}
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization:
      committees:
        - {kind: committee, entitled: 60, present: 50, members: [{name: 李明, votes: 31}]}
    period: {year: 2026, half: 2}
    ```

    ## Known limits

    The message names nobody; the place in the file shows who it is.
    """

    code = "UK671"
    slug = "votes-not-above-half"
    title_zh = "得票未过应到会人数的半数"
    title_en = "elected with no more than half of the votes"
    severity = Severity.ERROR
    basis = ELECTIONS_2016
    parameters = ("election-majority",)
    needs = ("organization.committees",)
    nodes = (Organization,)
    wording = {
        "zh": "{kind}所列第 {which} 名委员得 {votes} 票，未超过应到会 {entitled} 人的 {share}，不能当选；请核对票数。",
        "en": "Member {which} of the {kind} has {votes} votes, no more than {share} of the {entitled} entitled, and is not"
        " elected; check the count.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        ruling = check.rulings["election-majority"]
        for at, committee in enumerate(cast("Organization", node).committees):
            for nth, person in enumerate(committee.members):
                if person.votes is None or committee.entitled is None:
                    continue
                if person.votes <= ruling.number * committee.entitled:
                    yield self.finding(
                        ("organization", "committees", at, "members", nth, "votes"),
                        ruling=ruling,
                        kind=said_kind(committee.kind),
                        which=nth + 1,
                        votes=person.votes,
                        entitled=committee.entitled,
                        share=ruling.said,
                    )


class ElectionQuorum(Rule):
    """
    Reports an election at which fewer than two thirds of those entitled were present.

    ## Why is this bad?

    The meeting cannot elect; what it elected has to be elected again.

    ## Example

    ```yaml
    organization:
      committees: [{kind: committee, entitled: 60, present: 39}]
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization:
      committees: [{kind: committee, entitled: 60, present: 40}]
    period: {year: 2026, half: 2}
    ```

    ## Known limits

    Votes given in writing (委托投票) are not known to the data.
    """

    code = "UK672"
    slug = "election-without-quorum"
    title_zh = "选举到会人数不足三分之二"
    title_en = "election without quorum"
    severity = Severity.ERROR
    basis = ELECTIONS_2016
    parameters = ("election-quorum",)
    needs = ("organization.committees",)
    nodes = (Organization,)
    wording = {
        "zh": "选举{kind}时应到 {entitled} 人、实到 {present} 人，不足 {share}，不能进行选举；请核对人数或重新选举。",
        "en": "At the election of the {kind} {present} of {entitled} were present, fewer than {share}; check the numbers,"
        " or elect again.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        ruling = check.rulings["election-quorum"]
        for at, committee in enumerate(cast("Organization", node).committees):
            entitled, present = committee.entitled, committee.present
            if entitled is not None and present is not None and present < ruling.number * entitled:
                yield self.finding(
                    ("organization", "committees", at, "present"),
                    ruling=ruling,
                    kind=said_kind(committee.kind),
                    entitled=entitled,
                    present=present,
                    share=ruling.said,
                )


class CandidatesTooFew(Rule):
    """
    Reports a union committee for which too few candidates stood: at least 5% more than it has seats, which is one more
    for up to twenty seats.

    ## Why is this bad?

    Committees are elected with more candidates than seats (差额选举). With as many candidates as seats there was no
    choice, and the election does not stand.

    ## Example

    ```yaml
    organization:
      committees: [{kind: committee, size: 9, candidates: 9}]
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization:
      committees: [{kind: committee, size: 9, candidates: 10}]
    period: {year: 2026, half: 2}
    ```

    ## Known limits

    The larger difference for standing committees (常务委员会) is not looked at: the data do not tell it. Local federations
    elect by rules of their own.
    """

    code = "UK673"
    slug = "candidates-too-few"
    title_zh = "委员候选人差额不足"
    title_en = "too few candidates for the committee"
    severity = Severity.ERROR
    basis = ELECTIONS_2016
    parameters = ("extra-candidates",)
    needs = ("organization.committees",)
    nodes = (Organization,)
    wording = {
        "zh": "工会委员会应选 {size} 人，候选人 {candidates} 人；候选人应多于应选人数，至少 {least} 人，请核对。",
        "en": "For {size} seats of the union committee {candidates} candidates stood; there are at least {least}: check.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        ours = cast("Organization", node)
        ruling = check.rulings["extra-candidates"]
        for path, committee in committees_of(ours, "committee"):
            size, candidates = committee.size, committee.candidates
            if size is None or candidates is None or ours.sector in LOCAL:
                continue
            least = size - (-size * ruling.number.numerator // ruling.number.denominator)  # rounded up
            if candidates < least:
                yield self.finding(
                    (*path, "candidates"), ruling=ruling, size=size, candidates=candidates, least=least
                )


class MoreMembersThanStaff(Rule):
    """
    Reports a union with more members than the unit has employees.

    ## Why is this bad?

    Members are employees. One of the two numbers is out of date, and whatever is counted per head is wrong with it: gift
    money, delegates, dues.

    ## Example

    ```yaml
    organization: {staff: 128, members: 135}
    ```

    Use instead:

    ```yaml
    organization: {staff: 138, members: 135}
    ```

    ## Known limits

    Unions whose members work in many units (towns, communities, federations) are left alone. Where agency workers or
    the retired are counted among the members, count them among the staff too, or ignore the finding.
    """

    code = "UK674"
    slug = "more-members-than-staff"
    title_zh = "会员人数多于职工人数"
    title_en = "more members than employees"
    severity = Severity.WARNING
    basis = CONVENTION
    needs = ("organization.members", "organization.staff")
    nodes = (Organization,)
    wording = {
        "zh": "会员 {members} 人，多于职工 {staff} 人；会员是职工的一部分，请核对两个数字。",
        "en": "There are {members} members and only {staff} employees; members are employees: check both numbers.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the data suffice
        ours = cast("Organization", node)
        members, staff = ours.members or 0, ours.staff or 0
        if members > staff and ours.sector not in _OF_MANY_UNITS:
            yield self.finding(("organization", "members"), members=members, staff=staff)


_OF_MANY_UNITS: Final = LOCAL | {"community"}


class WomenDoNotAddUp(Rule):
    """
    Reports a union with more women members than the unit employs women, or more men among the members than among the
    staff.

    ## Why is this bad?

    The numbers contradict each other though each looks right alone. From them follow the women's committee, checkups and
    gifts on 妇女节.

    ## Example

    ```yaml
    organization: {staff: 128, women_staff: 70, members: 120, women: 74}
    ```

    Use instead:

    ```yaml
    organization: {staff: 128, women_staff: 76, members: 120, women: 74}
    ```

    ## Known limits

    As with UK674; where that one finds something, this one says nothing.
    """

    code = "UK675"
    slug = "women-do-not-add-up"
    title_zh = "会员与职工的男女人数对不上"
    title_en = "numbers of women and men do not add up"
    severity = Severity.WARNING
    basis = CONVENTION
    needs = ("organization.women", "organization.women_staff")
    nodes = (Organization,)
    wording = {
        "zh": "{who}会员 {members} 人，多于{who}职工 {staff} 人；请核对会员和职工的男女人数。",
        "en": "There are {members} {who} among the members and only {staff} among the employees; check the numbers.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the data suffice
        ours = cast("Organization", node)
        women, women_staff = ours.women or 0, ours.women_staff or 0
        if ours.sector in _OF_MANY_UNITS:
            return
        path = ("organization", "women")
        if women > women_staff:
            yield self.finding(path, who=Worded("女", "women"), members=women, staff=women_staff)
        elif ours.members is not None and ours.staff is not None and ours.members <= ours.staff:
            men, men_staff = ours.members - women, ours.staff - women_staff
            if men > men_staff:
                yield self.finding(path, who=Worded("男", "men"), members=men, staff=men_staff)


VOTE_RULES: Final[tuple[Rule, ...]] = (
    VotesNotEnough(),
    ElectionQuorum(),
    CandidatesTooFew(),
    MoreMembersThanStaff(),
    WomenDoNotAddUp(),
)
