"""Rules about sessions of congresses: who meets, with how many, and with how many votes."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, Final, cast

from unionkit.model import Activity, Comparator, Goal, Organization, Path, Plan, plain_number

from ._democracy_delegates import (
    CONGRESSES,
    CONSTITUTION,
    ENTERPRISES,
    SCHOOLS,
    delegates_of,
)
from ._finding import Finding, Severity, Silence
from ._law import Ruling
from ._organization_committees import LOCAL
from ._organization_words import is_stated, said_of, sentence_of
from ._rule import Check, Rule, compiled

MEMBERS: Final = "会员代表大会|工代会|工会代表大会"
STAFF: Final = "职代会|教代会|职工代表大会|教工代表大会"
_NO_SESSION: Final = (
    "代表(?!大会)|培训|联席|团长|筹备|提案|主席团|换届|选举|制度|质量|评估|检查|调研|指导|推进|参加|列席|出席|规范|宣传"
    "|学习|落实|建设|材料|专门|执委|预备|督|巡视|示范|评选|交流|观摩|精神|贯彻|决议|上级|总工会|镇|街道|区|县|市|省"
)
"""Words in a title of what has to do with a congress, or is that of another body, and no session of our own."""
CONGRESS: Final = "职代会|教代会|工代会|双代会|代表大会|职工大会|教工大会|会员大会"
"""Any word for a congress, or the meeting of all that stands for it."""


def session_of(activity: Activity) -> str:
    """Return whose session an activity ahead is: ``staff``, ``members``, or empty for none."""
    title = activity.title
    if "大会" not in title and "代会" not in title:
        return ""
    if activity.done or activity.host or compiled(_NO_SESSION).search(title):
        return ""
    if compiled(MEMBERS).search(title):
        return "members"
    return "staff" if compiled(STAFF).search(title) else ""


def sessions(check: Check, congress: str) -> Iterator[tuple[Path, Activity]]:
    """Yield the sessions of a congress that the plan has ahead, with their paths."""
    for path, activity in check.survey.activities:
        if session_of(activity) == congress and not check.calendar.looks_back(path):
            yield path, activity


class _AllMeet(Rule):
    """What the rules about bodies so small that all of their people meet have in common."""

    congress: ClassVar[str]
    gathers = True
    nodes = (Organization,)

    def few(self, ours: Organization, people: int, check: Check) -> Iterator[Finding]:
        """Yield what speaks of delegates, where there are too few people for them."""
        ruling = check.rulings[self.parameters[0]]
        if people < ruling.number:
            told = ((*path, "congress") for path, _ in delegates_of(ours, self.congress))
            planned = ((*path, "activity") for path, _ in sessions(check, self.congress))
            for path in (*told, *planned):
                yield self.finding(path, ruling=ruling, people=people, least=said_of(ruling))


class DelegatesForFewMembers(_AllMeet):
    """
    Reports a members' congress (会员代表大会), planned or with delegates, in a union of fewer than 100 members.

    ## Why is this bad?

    So small a union meets with all of its members. What delegates decide in their place, elections included, is void.

    ## Example

    ```yaml
    organization: {members: 99}
    content: [{activity: 会员代表大会, kind: meeting}]
    ```

    Use instead:

    ```yaml
    organization: {members: 99}
    content: [{activity: 会员大会, kind: meeting}]
    ```

    ## Known limits

    Of activities only titles are looked at; sending a delegate to the congress of the union above passes. Exactly 100
    members pass: the texts do not agree on that number. Local unions have rules of their own, and in communities, where
    the members work in many units, delegates of these may meet.
    """

    code = "UK562"
    slug = "delegates-for-few-members"
    title_zh = "会员不足 100 人而召开会员代表大会"
    title_en = "members' congress of fewer than 100 members"
    severity = Severity.ERROR
    basis = CONSTITUTION
    parameters = ("members-congress-from-members",)
    needs = ("organization.members",)
    congress = "members"
    wording = {
        "zh": "会员 {people} 人，不足{least}，应召开会员大会，不设会员代表；请改为会员大会。",
        "en": "With {people} members, fewer than {least}, all of them meet, and there are no delegates; plan a meeting of"
        " all members.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        ours = cast("Organization", node)
        if ours.sector not in LOCAL | {"community"}:
            yield from self.few(ours, ours.members or 0, check)


class CongressOfSmallSchool(_AllMeet):
    """
    Reports a staff congress (教代会), planned or with delegates, in a school of fewer than 80 staff.

    ## Why is this bad?

    In a school of fewer than 80 all of the staff meet (教职工大会). Delegates would only keep some of a small staff from
    voting.

    ## Example

    ```yaml
    organization: {sector: school, staff: 79}
    period: {year: 2026, half: 2}
    content: [{activity: 召开教代会, kind: meeting}]
    ```

    Use instead:

    ```yaml
    organization: {sector: school, staff: 79}
    period: {year: 2026, half: 2}
    content: [{activity: 召开教职工大会, kind: meeting}]
    ```

    ## Known limits

    Nobody could confirm the figure in the text itself. Many schools say 教代会 of either; then ignore the finding.
    """

    code = "UK563"
    slug = "congress-of-small-school"
    title_zh = "教职工不足 80 人的学校召开教代会"
    title_en = "staff congress in a school of fewer than 80"
    severity = Severity.WARNING
    basis = SCHOOLS
    parameters = ("school-congress-from-staff",)
    needs = ("organization.staff",)
    congress = "staff"
    sectors = frozenset({"school"})
    wording = {
        "zh": "教职工 {people} 人，不足{least}，由全体教职工参加教职工大会，不必选代表；请改为教职工大会。",
        "en": "With {people} staff, fewer than {least}, all of them meet, without delegates; plan a meeting of all staff.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        ours = cast("Organization", node)
        yield from self.few(ours, ours.staff or 0, check)


def ruling_for(words: str, names: tuple[str, ...], check: Check) -> Ruling:
    """
    Return what the law says of the congress that words are about.

    Args:
        words: A sentence, or the name of a goal.

        names: The parameters for the staff congress and for the members' congress.

        check: The plan.
    """
    return check.rulings[names[compiled(_OF_MEMBERS).search(words) is not None]]


_OF_MEMBERS: Final = "会员|工代会|工会代表大会"


class _ShareGoal(Rule):
    """What the rules about shares that goals promise have in common."""

    indicator: ClassVar[str]
    about: ClassVar[str]
    """What the indicator has to speak of besides."""
    nodes: ClassVar[tuple[type, ...]] = (Goal,)

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        target = goal.target
        if target is None or target.unit != "%" or target.comparator is Comparator.AT_MOST:
            return
        ruling = ruling_for(goal.indicator, self.parameters, check)
        if (
            compiled(self.indicator).search(goal.indicator)
            and compiled(self.about).search(goal.indicator)
            and self.is_low(Fraction(target.value) / 100, ruling.number)
        ):
            yield self.finding(
                (*check.path, "target"),
                ruling=ruling,
                indicator=goal.indicator,
                figure=plain_number(target.value),
                share=ruling.said,
            )

    def is_low(self, promised: Fraction, bound: Fraction) -> bool:
        """Whether the goal promises too little."""
        raise NotImplementedError


QUORUMS: Final = ("staff-congress-quorum", "members-congress-quorum")
"""How many must be present: parameters for the staff congress and for the members' congress."""


class AttendanceGoalLow(_ShareGoal):
    """
    Reports a goal for the attendance of a congress below two thirds of its delegates, and wording that lets it be opened
    with half of them.

    ## Why is this bad?

    With fewer than two thirds present the session cannot be held. A plan that is content with less plans to fail.

    ## Example

    ```yaml
    organization: {sector: school}
    period: {year: 2026, half: 2}
    content: [{goal: 教代会代表出席率, target: ">= 60%"}]
    ```

    Use instead:

    ```yaml
    organization: {sector: school}
    period: {year: 2026, half: 2}
    content: [{goal: 教代会代表出席率, target: ">= 67%"}]
    ```

    ## Known limits

    The indicator has to speak of delegates or a congress, and of 出席率 or 到会率. Wording has to say 过半数 or 半数以上 and
    what may then be done (方可召开). What was so before, what is put right and what is quoted passes.
    """

    code = "UK564"
    slug = "attendance-goal-low"
    title_zh = "代表出席率目标低于三分之二"
    title_en = "goal for attendance below the quorum"
    severity = Severity.WARNING
    basis = ENTERPRISES
    parameters = QUORUMS
    indicator = r"(?:出席|到会|参会)率"
    about = f"代表|{CONGRESS}"
    nodes = (Goal, Plan)
    wording = {
        "zh": "“{indicator}”为 {figure}%，低于开会所需的 {share}；请提到 {share} 以上。",
        "en": "“{indicator}” is {figure}%, below the {share} that a session needs; raise it above that.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        if isinstance(node, Goal):
            yield from super().check(node, check)
            return
        for hit in check.survey.hits(compiled(_HALF_OPENS)):
            sentence = sentence_of(hit)
            ruling = ruling_for(sentence, self.parameters, check)
            if (
                self.is_low(_HALF, ruling.number)
                and not compiled(_OTHER_MEETING).search(sentence)
                and is_stated(hit, check)
            ):
                yield self.finding(
                    hit.path,
                    words=hit.words,
                    nth=hit.nth,
                    ruling=ruling,
                    indicator=hit.words,
                    figure=50,
                    share=ruling.said,
                )

    def is_low(self, promised: Fraction, bound: Fraction) -> bool:
        return promised < bound


_HALF: Final = Fraction(1, 2)
_MORE_THAN_HALF: Final = "(?:超过半数|过半数?|半数以上|二分之一以上|1/2以上|一半以上)"
_HALF_OPENS: Final = (
    rf"(?:(?:代表|会员|职工)[^，。；！？\n]{{0,4}}?{_MORE_THAN_HALF}|{_MORE_THAN_HALF}(?:的)?(?:代表|会员|职工))"
    r"(?:出席|到会|参加|参会)[^。；！？\n]{0,6}?(?:方可|方能|才可以?|才能|即可|可以?|就能)(?:召开|开会|举行|有效)"
)
_OTHER_MEETING: Final = "代表团|联席|委员会|小组|主席团|座谈|协商会"
"""Meetings that have a quorum of their own."""


class VoteGoalLow(_ShareGoal):
    """
    Reports a goal for the votes of a congress, or on a draft, of no more than half.

    ## Why is this bad?

    Congresses decide and elect with more than half of all delegates. At the promised share nothing is decided.

    ## Example

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026, half: 2}
    content: [{goal: 集体合同草案职代会赞成率, target: ">= 50%"}]
    ```

    Use instead:

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026, half: 2}
    content: [{goal: 集体合同草案职代会赞成率, target: ">= 51%"}]
    ```

    ## Known limits

    The indicator has to speak of a congress, a vote (表决, 投票) or an election, and of 赞成率, 同意率 or 得票率. Whether the
    share is one of all delegates or of those present is not told.
    """

    code = "UK565"
    slug = "vote-goal-low"
    title_zh = "表决赞成率目标未过半数"
    title_en = "goal for votes of no more than half"
    severity = Severity.WARNING
    basis = ENTERPRISES
    parameters = ("staff-congress-majority", "members-congress-majority")
    indicator = r"(?:赞成|同意|得票|支持)率"
    about = f"表决|选举|投票|{CONGRESS}"
    wording = {
        "zh": "目标“{indicator}”为 {figure}%；表决须超过全体代表的 {share}，请提高目标。",
        "en": "The goal “{indicator}” is {figure}%; a vote passes with more than {share} of all delegates: raise it.",
    }

    def is_low(self, promised: Fraction, bound: Fraction) -> bool:
        return promised <= bound


class SessionTooSmall(Rule):
    """
    Reports a session of a congress planned with fewer people than two thirds of its delegates.

    ## Why is this bad?

    It cannot be opened with so few; either the number of delegates or that of those taking part is wrong.

    ## Example

    ```yaml
    organization:
      sector: school
      delegates: {congress: staff, total: 60}
    period: {year: 2026, half: 2}
    content: [{activity: 召开教代会, kind: meeting, participants: 39}]
    ```

    Use instead:

    ```yaml
    organization:
      sector: school
      delegates: {congress: staff, total: 60}
    period: {year: 2026, half: 2}
    content: [{activity: 召开教代会, kind: meeting, participants: 40}]
    ```

    ## Known limits

    Only exact numbers of people (not 约40人). Guests without a vote cannot be told from delegates.
    """

    code = "UK566"
    slug = "session-too-small"
    title_zh = "代表大会参加人数不足代表的三分之二"
    title_en = "session with fewer than the quorum"
    severity = Severity.WARNING
    basis = ENTERPRISES
    parameters = QUORUMS
    needs = ("organization.delegates",)
    nodes = (Organization,)
    wording = {
        "zh": "“{title}”参加 {people} 人，不足{congress}代表 {total} 人的 {share}，不能开会；请核对人数。",
        "en": "“{title}” has {people} taking part, fewer than {share} of the {total} delegates of the {congress}, and"
        " cannot be opened; check the numbers.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        for congress, said in CONGRESSES.items():
            ruling = ruling_for(said.zh, self.parameters, check)
            totals = [each.total for _, each in delegates_of(cast("Organization", node), congress)]
            for path, activity in sessions(check, congress) if totals else ():
                people, total = activity.participants, min(totals)
                if people is None or people.about or people.unit != "人":
                    yield self.lacks("participants")
                elif Fraction(people.value) < ruling.number * total:
                    yield self.finding(
                        (*path, "participants"),
                        ruling=ruling,
                        title=activity.title,
                        people=plain_number(people.value),
                        congress=said,
                        total=total,
                        share=ruling.said,
                    )


CONGRESS_RULES: Final[tuple[Rule, ...]] = (
    DelegatesForFewMembers(),
    CongressOfSmallSchool(),
    AttendanceGoalLow(),
    VoteGoalLow(),
    SessionTooSmall(),
)
