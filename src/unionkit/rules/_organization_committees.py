"""Rules about the committees of a union: which there must be, how large they are, and who sits on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final, cast

from unionkit.model import Committee, Organization, Path

from ._finding import Basis, Finding, Severity, Silence, Worded
from ._law import Ruling
from ._organization_bands import Bound, least_of, most_of
from ._organization_words import NUMBER, is_stated, number_of, said_of
from ._rule import CONVENTION, Check, Rule, TextRule, compiled
from ._survey import Hit

UNION_LAW: Final = Basis(title="《中华人民共和国工会法》")
"""
Trade Union Law as amended on 24 December 2021; the text was read in November 2026. The duties that rules here take from
it are older than the amendment, which only shifted the numbers of the articles.
"""

ELECTIONS_2016: Final = Basis(title="《工会基层组织选举工作条例》", number="总工发〔2016〕27号")
"""Regulations on elections at the base, October 2016; restated in copies that were read in November 2026."""

WOMENS_COMMITTEES: Final = Basis(title="《工会女职工委员会工作条例》")
"""Regulations on women workers' committees of 2004; read in part, and in mirrors, in November 2026."""

AUDIT_RULES: Final = Basis(title="全国总工会关于工会经费审查委员会组成人员的规定")
"""What the federation says of who may not sit on an audit committee; read in a mirror (uianet.net), November 2026."""

LOCAL: Final = frozenset({"federation", "town"})
"""Sectors of local unions (地方总工会), to which the regulations for the base do not apply."""

_KINDS: Final = {
    "committee": Worded("工会委员会", "union committee"),
    "audit": Worded("经费审查委员会", "audit committee"),
    "women": Worded("女职工委员会", "women workers' committee"),
}


def committees_of(ours: Organization, kind: str) -> list[tuple[Path, Committee]]:
    """Return the committees of a kind, with their paths."""
    return [
        (("organization", "committees", at), each)
        for at, each in enumerate(ours.committees)
        if each.kind == kind
    ]


def only_committee(ours: Organization, kind: str) -> tuple[Path, Committee] | None:
    """Return the committee of a kind with its path; None where there is none, or more than one."""
    found = committees_of(ours, kind)
    return found[0] if len(found) == 1 else None


def said_kind(kind: str) -> Worded:
    """Return what a kind of committee is called, in either language."""
    return _KINDS.get(kind) or Worded(kind, kind)


class _MissingCommittee(Rule):
    """What the rules about committees that are not told have in common."""

    kind: ClassVar[str]
    spoken_of: ClassVar[str]
    """A pattern of prose and owners that shows that there is one, though the data do not tell it."""
    nodes = (Organization,)

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        ours = cast("Organization", node)
        if not committees_of(ours, self.kind) and not _is_spoken_of(self.spoken_of, check):
            yield from self.missing(ours, check)

    def missing(self, ours: Organization, check: Check) -> Iterator[Finding | Silence]:
        """Yield a finding where there must be one."""
        raise NotImplementedError


def _is_spoken_of(words: str, check: Check) -> bool:
    survey = check.survey
    items = (item for _, item in (*survey.activities, *survey.goals, *survey.welfare))
    return survey.mentions(words) or any(compiled(words).search(item.owner) for item in items)


class NoUnionCommittee(_MissingCommittee):
    """
    Reports a union of 25 members or more whose plan tells of committees, but of no union committee (`kind: committee`).

    ## Why is this bad?

    With 25 members a grassroots union committee must be set up. A list of committees without it is either not complete,
    or shows that the election was never held.

    ## Example

    ```yaml
    organization:
      members: 86
      committees: [{kind: women, size: 3}]
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization:
      members: 86
      committees: [{kind: committee, size: 7}, {kind: women, size: 3}]
    period: {year: 2026, half: 2}
    ```

    ## Known limits

    A plan that tells of no committees at all is left alone: it need not list them.
    """

    code = "UK651"
    slug = "no-union-committee"
    title_zh = "会员满 25 人而未列工会委员会"
    title_en = "no union committee from 25 members on"
    severity = Severity.WARNING
    basis = UNION_LAW
    parameters = ("committee-from-members",)
    needs = ("organization.members", "organization.committees")
    kind = "committee"
    spoken_of = "工会委员会"
    wording = {
        "zh": "会员 {members} 人，所列委员会中没有工会委员会（kind: committee）；满{least}应当建立，请补上或尽快选举。",
        "en": "Of {members} members no union committee (kind: committee) is told; from {least} on there must be one:"
        " add it, or elect it soon.",
    }

    def missing(self, ours: Organization, check: Check) -> Iterator[Finding]:
        ruling = check.rulings["committee-from-members"]
        if ours.members is not None and ours.members >= ruling.number:
            path = ("organization", "committees")
            yield self.finding(path, ruling=ruling, members=ours.members, least=said_of(ruling))


class NoWomensCommittee(_MissingCommittee):
    """
    Reports a union of ten women members or more that tells of its union committee, but of no women workers' committee.

    ## Why is this bad?

    With ten women members the committee must be set up, together with the union committee; what protects women is its
    work, and nobody else answers for it.

    ## Example

    ```yaml
    organization:
      members: 86
      women: 10
      committees: [{kind: committee, size: 7}]
    ```

    Use instead:

    ```yaml
    organization:
      members: 86
      women: 10
      committees: [{kind: committee, size: 7}, {kind: women, size: 3}]
    ```

    ## Known limits

    A plan that speaks of the women's committee in its prose, or names it as responsible, passes.
    """

    code = "UK652"
    slug = "no-womens-committee"
    title_zh = "女会员满 10 人而未列女职工委员会"
    title_en = "no women workers' committee from ten women on"
    severity = Severity.WARNING
    basis = WOMENS_COMMITTEES
    parameters = ("womens-committee-from-women",)
    needs = ("organization.women", "organization.committees")
    kind = "women"
    spoken_of = "女(?:教?职工|教?工)(?:工作)?委员会|女工委"
    wording = {
        "zh": "女会员 {women} 人，所列委员会中没有女职工委员会（kind: women）；满{least}应当建立，请补上或列入计划。",
        "en": "Of {women} women members no women workers' committee (kind: women) is told; from {least} on there must be"
        " one: add it, or plan to set it up.",
    }

    def missing(self, ours: Organization, check: Check) -> Iterator[Finding]:
        ruling = check.rulings["womens-committee-from-women"]
        if ours.women is not None and ours.women >= ruling.number and committees_of(ours, "committee"):
            path = ("organization", "committees")
            yield self.finding(path, ruling=ruling, women=ours.women, least=said_of(ruling))


class NoAuditCommittee(_MissingCommittee):
    """
    Reports a union of 25 members or more that tells of its union committee, but of no audit committee (经审会).

    ## Why is this bad?

    Every union has an audit committee, elected by the same meeting as the union committee. Without it nobody reviews
    budget and accounts, and the yearly report to the members cannot be given.

    ## Example

    ```yaml
    organization:
      members: 86
      committees: [{kind: committee, size: 7}]
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization:
      members: 86
      committees: [{kind: committee, size: 7}, {kind: audit, size: 3}]
    period: {year: 2026, half: 2}
    ```

    ## Known limits

    Smaller unions may elect a single auditor and are left alone, and so is a plan whose prose or owners speak of 经审.
    """

    code = "UK653"
    slug = "no-audit-committee"
    title_zh = "未列经费审查委员会"
    title_en = "no audit committee"
    severity = Severity.WARNING
    basis = UNION_LAW
    parameters = ("committee-from-members",)
    needs = ("organization.members", "organization.committees")
    kind = "audit"
    spoken_of = "经审|经费审查委员"
    wording = {
        "zh": "所列委员会中没有经费审查委员会（kind: audit）；它与工会委员会同时选举产生，请补上或列入计划。",
        "en": "No audit committee (kind: audit) is told; it is elected together with the union committee: add it, or plan"
        " its election.",
    }

    def missing(self, ours: Organization, check: Check) -> Iterator[Finding]:
        least = check.rulings["committee-from-members"].number
        if ours.members is not None and ours.members >= least and committees_of(ours, "committee"):
            yield self.finding(("organization", "committees"))


class _Seats(Rule):
    """What the rules about the size of a committee have in common."""

    kind: ClassVar[str]
    needs = ("organization.members", "organization.committees")
    nodes = (Organization,)
    wording = {
        "zh": "会员 {members} 人，{kind}写为 {size} 人，{verdict}（规定为 {least} 至 {most} 人）；请核对名额。",
        "en": "With {members} members the {kind} is given {size} seats, {verdict} ({least} to {most}); check the number.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        ours = cast("Organization", node)
        members = ours.members or 0
        ruling = check.rulings[self.parameters[0]]
        least, most = least_of(ruling, members), most_of(ruling, members)
        if least is None or most is None or ours.sector in LOCAL:
            return
        for path, committee in committees_of(ours, self.kind):
            if committee.size is None:
                yield self.lacks("organization.committees.size")
            elif committee.size < least.number or committee.size > most.number:
                yield self._outside((*path, "size"), members, committee.size, (least, most))

    def _outside(self, path: Path, members: int, size: int, bounds: tuple[Bound, Bound]) -> Finding:
        least, most = bounds
        few = size < least.number
        verdict = Worded("偏少", "too few") if few else Worded("偏多", "too many")
        return self.finding(
            path,
            ruling=(least if few else most).ruling,
            members=members,
            kind=said_kind(self.kind),
            size=size,
            verdict=verdict,
            least=least.number,
            most=most.number,
        )


class CommitteeSize(_Seats):
    """
    Reports a union committee with fewer or more seats than the number of members allows.

    ## Why is this bad?

    The union above approves the number of seats before the election, by these bands; a committee of another size is
    sent back.

    ## Example

    ```yaml
    organization:
      sector: enterprise
      members: 200
      committees: [{kind: committee, size: 9}]
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization:
      sector: enterprise
      members: 201
      committees: [{kind: committee, size: 9}]
    period: {year: 2026, half: 2}
    ```

    ## Known limits

    Only committees at the base: those of towns and federations are left alone. Finer local bands are not in the data.
    """

    code = "UK654"
    slug = "committee-size-outside-band"
    title_zh = "工会委员会名额与会员人数不符"
    title_en = "size of the union committee"
    severity = Severity.ERROR
    basis = ELECTIONS_2016
    parameters = ("committee-seats",)
    kind = "committee"


class AuditCommitteeSize(_Seats):
    """
    Reports an audit committee (经费审查委员会) of fewer than three or more than eleven seats.

    ## Why is this bad?

    One or two people cannot decide on a report of the audit by vote; the union above asks for three to eleven.

    ## Example

    ```yaml
    organization:
      members: 186
      committees: [{kind: audit, size: 2}]
    ```

    Use instead:

    ```yaml
    organization:
      members: 186
      committees: [{kind: audit, size: 3}]
    ```

    ## Known limits

    Unions of fewer than 25 members may elect a single auditor and are left alone. Nobody could confirm the figures.
    """

    code = "UK655"
    slug = "audit-committee-size"
    title_zh = "经费审查委员会名额不当"
    title_en = "size of the audit committee"
    severity = Severity.WARNING
    basis = UNION_LAW
    parameters = ("audit-seats",)
    kind = "audit"


_OFFICER: Final = "主席|常务委员|常委|财务|出纳|会计"
_NO_OFFICER: Final = "经审|经费审查|女工|女职工|主席团"


class AuditorIsOfficer(Rule):
    """
    Reports a member of the audit committee who is also chair, vice-chair or standing member of the union committee, or
    in charge of its money.

    ## Why is this bad?

    Nobody audits what they have decided or paid themselves; the report of such a committee does not stand.

    ## Example

    ```yaml
    organization:
      committees:
        - {kind: committee, members: [{name: 李明, role: 副主席}]}
        - {kind: audit, members: [{name: 李明, role: 主任}]}
    ```

    Use instead:

    ```yaml
    organization:
      committees:
        - {kind: committee, members: [{name: 李明, role: 副主席}]}
        - {kind: audit, members: [{name: 周宁, role: 主任}]}
    ```

    ## Known limits

    People are told apart by their names only. The message names nobody; the place in the file shows who it is.
    """

    code = "UK656"
    slug = "auditor-is-officer"
    title_zh = "经审委员由工会主席、财务等人员兼任"
    title_en = "auditor who is an officer of the union"
    severity = Severity.ERROR
    basis = AUDIT_RULES
    needs = ("organization.committees",)
    nodes = (Organization,)
    wording = {
        "zh": "经费审查委员会所列第 {which} 名委员同时是工会委员会的{role}；主席、副主席、常委和管钱管物的人不得兼任，请改选他人。",
        "en": "Member {which} of the audit committee is also {role} of the union committee; chairs, standing members and"
        " those who handle its money may not audit it: elect somebody else.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the data suffice
        ours = cast("Organization", node)
        officers = {
            person.name: person.role
            for _, committee in committees_of(ours, "committee")
            for person in committee.members
            if compiled(_OFFICER).search(person.role) and not compiled(_NO_OFFICER).search(person.role)
        }
        for path, committee in committees_of(ours, "audit"):
            for at, person in enumerate(committee.members):
                if person.name in officers:
                    yield self.finding((*path, "members", at), which=at + 1, role=officers[person.name])


class ChairNotOne(Rule):
    """
    Reports a union committee whose list of members is complete, and has no chair (主席) or more than one.

    ## Why is this bad?

    The chair signs, calls the meetings and answers for the money. With none or two nobody knows who does.

    ## Example

    ```yaml
    organization:
      committees:
        - {kind: committee, size: 3, members: [{name: 李明, role: 副主席}, {name: 周宁, role: 委员}, {name: 陈静, role: 委员}]}
    ```

    Use instead:

    ```yaml
    organization:
      committees:
        - {kind: committee, size: 3, members: [{name: 李明, role: 主席}, {name: 周宁, role: 委员}, {name: 陈静, role: 委员}]}
    ```

    ## Known limits

    Only lists that have as many names as the committee has seats, each with a role. A vacant chair led by a vice-chair
    (主持工作的副主席) passes.
    """

    code = "UK657"
    slug = "chair-not-one"
    title_zh = "工会委员会没有主席或主席多于一人"
    title_en = "union committee without chair, or with two"
    severity = Severity.WARNING
    basis = CONVENTION
    needs = ("organization.committees",)
    nodes = (Organization,)
    wording = {
        "zh": "工会委员会 {size} 名委员已列全，其中主席 {count} 人；主席应为一人，请核对 role。",
        "en": "All {size} members of the union committee are told, {count} of them chair; there is one chair: check role.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the data suffice
        for path, committee in committees_of(cast("Organization", node), "committee"):
            roles = [person.role.strip() for person in committee.members]
            if committee.size != len(roles) or not all(roles) or any("主持" in role for role in roles):
                continue
            count = sum(role.endswith("主席") and not role.endswith("副主席") for role in roles)
            if count != 1:
                yield self.finding((*path, "members"), size=committee.size, count=count)


class MemberTwice(Rule):
    """
    Reports a name that stands twice among the members of one committee.

    ## Why is this bad?

    One person has one seat and one vote; either a line was copied, or somebody is missing.

    ## Example

    ```yaml
    organization:
      committees: [{kind: women, members: [{name: 陈静}, {name: 周宁}, {name: 陈静}]}]
    ```

    Use instead:

    ```yaml
    organization:
      committees: [{kind: women, members: [{name: 陈静}, {name: 周宁}, {name: 王芳}]}]
    ```

    ## Known limits

    Two people of the same name are reported too; tell them apart as the ballot did (陈静（小学部）).
    """

    code = "UK658"
    slug = "member-twice"
    title_zh = "同一委员会重复列出同一人"
    title_en = "member of a committee listed twice"
    severity = Severity.WARNING
    basis = CONVENTION
    needs = ("organization.committees",)
    nodes = (Organization,)
    wording = {
        "zh": "{kind}所列第 {which} 名委员与第 {first} 名同名；请核对，确系同名者请加以区别。",
        "en": "Member {which} of the {kind} has the same name as member {first}; check, and tell namesakes apart.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the data suffice
        for at, committee in enumerate(cast("Organization", node).committees):
            names = [person.name.strip() for person in committee.members]
            for nth, name in enumerate(names):
                if name in names[:nth]:
                    path = ("organization", "committees", at, "members", nth)
                    first = names.index(name) + 1
                    yield self.finding(path, kind=said_kind(committee.kind), which=nth + 1, first=first)


class OldLineForWomen(TextRule):
    """
    Reports wording that asks for a women workers' committee from another number of women members than the regulations.

    ## Why is this bad?

    The line of 25 women members was given up long ago and still circulates in samples; who goes by it leaves unions of
    ten to 24 women members without the committee that they must have.

    ## Example

    ```yaml
    - 女会员25人以上的分工会应建立女职工委员会。
    ```

    Use instead:

    ```yaml
    - 女会员10人以上的分工会应建立女职工委员会。
    ```

    ## Known limits

    Only wordings in which the number stands right behind 女会员 or 女职工 as a line (25人以上, 满25人). What was so
    before (过去, 原来), what is put right and what is quoted passes.
    """

    code = "UK659"
    slug = "old-line-for-womens-committee"
    title_zh = "建立女职工委员会的人数标准有误"
    title_en = "wrong number of women for a women workers' committee"
    severity = Severity.WARNING
    basis = WOMENS_COMMITTEES
    parameters = ("womens-committee-from-women",)
    pattern = (
        rf"女(?:会员|教?职工)(?:人数)?(?:(?:在|有|达到|达|满|超过)?(?P<number>{NUMBER})[人名](?:及|或)?以上"
        rf"|(?:达到|达|满|超过)(?P<reached>{NUMBER})[人名])[^。；！？\n]{{0,14}}"
        r"(?:建立|设立|成立|组建)[^。；！？\n]{0,3}女(?:教?职工|工)(?:工作)?委员会"
    )
    wording = {
        "zh": "“{quoted}”与规定不符：女会员满{least}即应建立女职工委员会；请改正人数。",
        "en": "“{quoted}” is not the rule: from {least} women members on there must be such a committee; correct the number.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        ruling: Ruling = check.rulings["womens-committee-from-women"]
        group = "number" if hit.match["number"] else "reached"
        number = number_of(hit.match[group])
        if number is not None and number != ruling.number and is_stated(hit, check):
            yield self.finding(
                hit.path, words=hit.words, nth=hit.nth, ruling=ruling, quoted=hit.words, least=said_of(ruling)
            )


COMMITTEE_RULES: Final[tuple[Rule, ...]] = (
    NoUnionCommittee(),
    NoWomensCommittee(),
    NoAuditCommittee(),
    CommitteeSize(),
    AuditCommitteeSize(),
    AuditorIsOfficer(),
    ChairNotOne(),
    MemberTwice(),
    OldLineForWomen(),
)
