"""Rules about the delegates of congresses: how many, and of which kinds."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, Final, cast

from unionkit.model import Delegates, Organization, Path

from ._finding import Basis, Confidence, Finding, Severity, Silence, Worded
from ._organization_bands import least_of, most_of
from ._organization_committees import LOCAL, WOMENS_COMMITTEES
from ._rule import Check, Rule

MEMBERS_CONGRESS: Final = Basis(
    title="《基层工会会员代表大会条例》", number="总工发〔2019〕6号", confidence=Confidence.UNCONFIRMED
)
"""
Regulations on members' congresses at the base, 15 January 2019. Title, number and day were confirmed in November 2026;
of the text only what a city authority restates could be read.
"""

ENTERPRISES: Final = Basis(
    title="《企业民主管理规定》", number="总工发〔2012〕12号", confidence=Confidence.UNCONFIRMED
)
"""Provisions on democratic management of enterprises, 13 February 2012; known from restatements, November 2026."""

SCHOOLS: Final = Basis(
    title="《学校教职工代表大会规定》", number="教育部令第32号", confidence=Confidence.UNCONFIRMED
)
"""Provisions on staff congresses of schools, 8 December 2011; figures are known from the rules of schools only."""

CONSTITUTION: Final = Basis(title="《中国工会章程》", article="第二十六条")
"""Constitution of the Trade Unions of China, read in November 2026 in the edition of about 2008."""

CONGRESSES: Final = {
    "staff": Worded("职工代表大会", "staff congress"),
    "members": Worded("会员代表大会", "members' congress"),
}


def delegates_of(ours: Organization, congress: str) -> Iterator[tuple[Path, Delegates]]:
    """Yield the delegates of a congress, with their path."""
    for at, each in enumerate(ours.delegates):
        if each.congress == congress:
            yield ("organization", "delegates", at), each


class MembersCongressSize(Rule):
    """
    Reports a members' congress (会员代表大会) with fewer or more delegates than go with the number of members.

    ## Why is this bad?

    The union above approves the number of delegates before they are elected, by bands: 30 to 40 for 100 to 200 members,
    40 to 60 for up to 1000, and so on.

    ## Example

    ```yaml
    organization:
      members: 200
      delegates: {congress: members, total: 45}
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization:
      members: 201
      delegates: {congress: members, total: 45}
    period: {year: 2026, half: 2}
    ```

    ## Known limits

    Nobody could confirm the bands. Unions of fewer than 100 members have no delegates (UK562); local unions have rules of
    their own.
    """

    code = "UK551"
    slug = "members-congress-size"
    title_zh = "会员代表大会代表名额与会员人数不符"
    title_en = "number of delegates of the members' congress"
    severity = Severity.WARNING
    basis = MEMBERS_CONGRESS
    parameters = ("members-congress-delegates",)
    needs = ("organization.members", "organization.delegates")
    nodes = (Organization,)
    wording = {
        "zh": "会员 {members} 人，会员代表大会代表写为 {total} 人，{verdict}（应为 {least} 至 {most} 人）；请核对名额。",
        "en": "With {members} members the members' congress is given {total} delegates, {verdict} ({least} to {most});"
        " check the number.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        ours = cast("Organization", node)
        members, ruling = ours.members or 0, check.rulings["members-congress-delegates"]
        least, most = least_of(ruling, members), most_of(ruling, members)
        if least is None or most is None or ours.sector in LOCAL:
            return
        for path, delegates in delegates_of(ours, "members"):
            few = delegates.total < least.number
            if few or delegates.total > most.number:
                yield self.finding(
                    (*path, "total"),
                    ruling=(least if few else most).ruling,
                    members=members,
                    total=delegates.total,
                    verdict=Worded("偏少", "too few") if few else Worded("偏多", "too many"),
                    least=least.number,
                    most=most.number,
                )


class StaffCongressSize(Rule):
    """
    Reports a staff congress (职工代表大会) of an enterprise with too few delegates for its staff.

    ## Why is this bad?

    Delegates are at least 5% of the staff and never fewer than 30; provinces ask for more. What a smaller congress votes
    on can be contested.

    ## Example

    ```yaml
    organization:
      sector: enterprise
      staff: 900
      delegates: {congress: staff, total: 44}
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization:
      sector: enterprise
      staff: 900
      delegates: {congress: staff, total: 45}
    period: {year: 2026, half: 2}
    ```

    ## Known limits

    Enterprises with fewer than 100 employees may hold a meeting of all, and are left alone. Above 100 delegates employer
    and union agree on the number, so no more than 100 are asked for. Of provinces only 上海 is in the data.
    """

    code = "UK552"
    slug = "staff-congress-size"
    title_zh = "职工代表大会代表人数不足"
    title_en = "too few delegates of the staff congress"
    severity = Severity.WARNING
    basis = ENTERPRISES
    parameters = ("staff-congress-delegates",)
    needs = ("organization.staff", "organization.delegates")
    nodes = (Organization,)
    wording = {
        "zh": "职工 {staff} 人，职工代表大会代表写为 {total} 人，至少应有 {least} 人；请增加代表名额。",
        "en": "With {staff} employees the staff congress is given {total} delegates; there are at least {least}: add some.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        ours = cast("Organization", node)
        staff = ours.staff or 0
        least = least_of(check.rulings["staff-congress-delegates"], staff)
        for path, delegates in delegates_of(ours, "staff"):
            if least is not None and delegates.total < least.number:
                yield self.finding(
                    (*path, "total"),
                    ruling=least.ruling,
                    staff=staff,
                    total=delegates.total,
                    least=least.number,
                )


class _Managers(Rule):
    """What the rules about managers among delegates have in common."""

    congress: ClassVar[str]
    needs = ("organization.delegates",)
    nodes = (Organization,)
    wording = {
        "zh": "{congress}代表 {total} 人中，中层以上管理人员 {managers} 人，超过 {share}；请减为不超过 {most} 人，增加一线职工代表。",
        "en": "{managers} of the {total} delegates of the {congress} are managers, more than {share}; have {most} at most,"
        " and more front-line workers.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        ruling = check.rulings[self.parameters[0]]
        for path, delegates in delegates_of(cast("Organization", node), self.congress):
            if delegates.managers is None:
                yield self.lacks("organization.delegates.managers")
            elif delegates.managers > ruling.number * delegates.total:
                yield self.finding(
                    (*path, "managers"),
                    ruling=ruling,
                    congress=CONGRESSES[self.congress],
                    total=delegates.total,
                    managers=delegates.managers,
                    share=ruling.said,
                    most=int(ruling.number * delegates.total),
                )


class ManagersInStaffCongress(_Managers):
    """
    Reports a staff congress of an enterprise with more than one manager among five delegates.

    ## Why is this bad?

    The congress speaks for the staff before the managers. Middle and senior managers are at most 20% of the delegates,
    as a rule.

    ## Example

    ```yaml
    organization:
      sector: enterprise
      delegates: {congress: staff, total: 60, managers: 13}
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization:
      sector: enterprise
      delegates: {congress: staff, total: 60, managers: 12}
    period: {year: 2026, half: 2}
    ```

    ## Known limits

    The text says “as a rule” (一般), so a reason may be given. Branches of an enterprise are not told apart.
    """

    code = "UK553"
    slug = "managers-in-staff-congress"
    title_zh = "职工代表大会中管理人员代表过多"
    title_en = "too many managers in the staff congress"
    severity = Severity.WARNING
    basis = ENTERPRISES
    parameters = ("staff-congress-managers",)
    congress = "staff"


class ManagersInMembersCongress(_Managers):
    """
    Reports a members' congress with more than one manager among five delegates.

    ## Why is this bad?

    Front-line workers are the main part of the delegates; of middle and senior managers there are at most 20%.

    ## Example

    ```yaml
    organization:
      delegates: {congress: members, total: 40, managers: 9}
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization:
      delegates: {congress: members, total: 40, managers: 8}
    period: {year: 2026, half: 2}
    ```

    ## Known limits

    Nobody could confirm the share in the text itself.
    """

    code = "UK554"
    slug = "managers-in-members-congress"
    title_zh = "会员代表大会中管理人员代表过多"
    title_en = "too many managers in the members' congress"
    severity = Severity.WARNING
    basis = MEMBERS_CONGRESS
    parameters = ("members-congress-managers",)
    congress = "members"


class TeachersInCongress(Rule):
    """
    Reports a staff congress of a school with fewer than 60 teachers among each 100 delegates.

    ## Why is this bad?

    Teachers are the main body of the congress; what a congress of others decides about their pay and appraisal will be
    contested.

    ## Example

    ```yaml
    organization:
      sector: school
      delegates: {congress: staff, total: 40, teachers: 23}
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization:
      sector: school
      delegates: {congress: staff, total: 40, teachers: 24}
    period: {year: 2026, half: 2}
    ```

    ## Known limits

    The figures of a school pack's own data are looked at by a rule of that pack (SCH101), unless this one finds the same.
    Nobody could read the provision itself; the rules of several schools agree on the share.
    """

    code = "UK555"
    slug = "teachers-in-congress"
    title_zh = "教代会教师代表比例不足"
    title_en = "too few teachers among the delegates"
    severity = Severity.WARNING
    basis = SCHOOLS
    parameters = ("congress-teachers",)
    needs = ("organization.delegates",)
    nodes = (Organization,)
    sectors = frozenset({"school"})
    wording = {
        "zh": "教职工代表大会代表 {total} 人中教师 {teachers} 人，低于 {share}；教师代表至少应有 {least} 人。",
        "en": "{teachers} of the {total} delegates of the staff congress are teachers, less than {share}; there are at"
        " least {least}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        ruling = check.rulings["congress-teachers"]
        for path, delegates in delegates_of(cast("Organization", node), "staff"):
            if delegates.teachers is None:
                yield self.lacks("organization.delegates.teachers")
            elif delegates.teachers < ruling.number * delegates.total:
                yield self.finding(
                    (*path, "teachers"),
                    ruling=ruling,
                    total=delegates.total,
                    teachers=delegates.teachers,
                    share=ruling.said,
                    least=-(-delegates.total * ruling.number.numerator // ruling.number.denominator),
                )


class WorkersNotMainPart(Rule):
    """
    Reports a members' congress of an enterprise in which front-line workers are fewer than half of the delegates.

    ## Why is this bad?

    Front-line workers are the main part of the delegates (以一线职工为主体). A congress of others does not know where
    the shoe pinches.

    ## Example

    ```yaml
    organization:
      sector: enterprise
      delegates: {congress: members, total: 60, workers: 29}
    ```

    Use instead:

    ```yaml
    organization:
      sector: enterprise
      delegates: {congress: members, total: 60, workers: 30}
    ```

    ## Known limits

    No text gives a figure; half is how the rule reads “main part”.
    """

    code = "UK556"
    slug = "workers-not-main-part"
    title_zh = "一线职工代表不足半数"
    title_en = "front-line workers are not the main part"
    severity = Severity.WARNING
    basis = MEMBERS_CONGRESS
    needs = ("organization.delegates",)
    nodes = (Organization,)
    sectors = frozenset({"enterprise"})
    wording = {
        "zh": "会员代表大会代表 {total} 人中一线职工 {workers} 人，不足半数；代表应以一线职工为主体，请增加名额。",
        "en": "{workers} of the {total} delegates are front-line workers, fewer than half; they are the main part: give them more seats.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the data suffice
        for path, delegates in delegates_of(cast("Organization", node), "members"):
            if delegates.workers is not None and 2 * delegates.workers < delegates.total:
                yield self.finding((*path, "workers"), total=delegates.total, workers=delegates.workers)


def said_congress(congress: str) -> Worded:
    """Return what a congress is called, in either language."""
    return CONGRESSES.get(congress) or Worded("代表大会", "congress")


class WomenAmongDelegates(Rule):
    """
    Reports a congress with fewer women among its delegates than their share of the staff, or of the members.

    ## Why is this bad?

    The share of women among the delegates fits their share of those who elect them; where they are fewer, leave,
    protection and checkups find no voice.

    ## Example

    ```yaml
    organization:
      staff: 200
      women_staff: 120
      delegates: {congress: staff, total: 40, women: 23}
    ```

    Use instead:

    ```yaml
    organization:
      staff: 200
      women_staff: 120
      delegates: {congress: staff, total: 40, women: 24}
    ```

    ## Known limits

    The national text asks for a fitting share only, some provinces (浙江) for one that is not lower. Parts of a person
    are left out of the count.
    """

    code = "UK557"
    slug = "women-among-delegates"
    title_zh = "女代表比例低于女职工（女会员）比例"
    title_en = "share of women among the delegates"
    severity = Severity.WARNING
    basis = WOMENS_COMMITTEES
    needs = ("organization.delegates",)
    nodes = (Organization,)
    wording = {
        "zh": "{congress}代表 {total} 人中女代表 {women} 人，与{who}所占比例（{ours}/{all}）不相适应；请增至 {least} 人左右。",
        "en": "{women} of the {total} delegates of the {congress} are women, which does not fit their share of the {who}"
        " ({ours} of {all}); have about {least}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:  # noqa: ARG002 -- the data suffice
        ours = cast("Organization", node)
        sides = {
            "staff": (ours.women_staff, ours.staff, Worded("女职工", "staff")),
            "members": (ours.women, ours.members, Worded("女会员", "members")),
        }
        for at, delegates in enumerate(ours.delegates):
            women, everybody, who = sides.get(delegates.congress, (None, None, Worded("", "")))
            if delegates.women is None or women is None or not everybody:
                yield self.lacks("organization.delegates.women, organization.women, organization.women_staff")
                continue
            least = int(Fraction(delegates.total * women, everybody))
            if delegates.women < least:
                yield self.finding(
                    ("organization", "delegates", at, "women"),
                    congress=said_congress(delegates.congress),
                    total=delegates.total,
                    women=delegates.women,
                    who=who,
                    ours=women,
                    all=everybody,
                    least=least,
                )


DELEGATE_RULES: Final[tuple[Rule, ...]] = (
    MembersCongressSize(),
    StaffCongressSize(),
    ManagersInStaffCongress(),
    ManagersInMembersCongress(),
    TeachersInCongress(),
    WorkersNotMainPart(),
    WomenAmongDelegates(),
)
