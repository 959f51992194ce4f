"""Rules about duties around congresses: notice to delegates, sessions in each half or year, and openness."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final, cast

from unionkit.model import Period, Plan

from ._democracy_congress import CONGRESS, MEMBERS, STAFF, sessions
from ._democracy_delegates import CONGRESSES, CONSTITUTION, ENTERPRISES, MEMBERS_CONGRESS
from ._finding import Basis, Finding, Severity, Worded
from ._organization_words import NUMBER, is_stated, number_of, said_of, sentence_of
from ._rule import Check, Rule, TextRule, compiled
from ._survey import Hit

STATE_OWNED: Final = Basis(title="《全民所有制工业企业职工代表大会条例》", article="第十八条")
"""Regulations of 1986; quoted as law in 2023. They do not reach firms that became companies."""

OPENNESS: Final = Basis(
    title="中共中央办公厅、国务院办公厅关于进一步推行厂务公开制度的通知", number="中办发〔2002〕13号"
)
"""Notice of 2002; title and number were confirmed in November 2026, its content as provincial law."""

VILLAGES: Final = Basis(title="《中华人民共和国村民委员会组织法》", article="第三十条")
"""Law on villagers' committees as amended on 29 December 2018; the text was read in November 2026."""

WHOLE_YEAR: Final = 360
"""Days from which on a period counts as a year: what must happen once a year must then be in the plan."""
_HALF_YEAR: Final = 180


def days_of(period: Period) -> int:
    """Return how many days a period has; 0 where it names no year."""
    return 0 if period.start is None or period.end is None else (period.end - period.start).days + 1


_BEFORE: Final = rf"(?:提前|召开前|开会前|会前)\s*(?P<number>{NUMBER})\s*个?(?P<unit>工作日|天|日|周|星期)"
_TOLD: Final = "通知|送达|送交|发[给到放至]|印发|提交|交[给到]|告知|下发|书面"
_NOT_TOLD: Final = "报名|返校|请假|征集|培训|提案|讨论|反馈|推荐|请示|上报|报批|审批"


class _Notice(TextRule):
    """What the rules about the notice given to delegates have in common."""

    congress: ClassVar[str]
    severity = Severity.WARNING
    pattern = _BEFORE
    wording = {
        "zh": "“{quoted}”告知代表，少于{congress}所需的{least}；请至少提前{least}。",
        "en": "Delegates are told “{quoted}” beforehand, less than the {least} that the {congress} needs; tell them"
        " earlier.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        sentence, number = sentence_of(hit), number_of(hit.match["number"])
        ruling = check.rulings[self.parameters[0]]
        if (
            number is None
            or not compiled(self.congress).search(sentence)
            or not compiled(_TOLD).search(sentence)
            or compiled(_NOT_TOLD).search(sentence)
        ):
            return
        if self.days(number, hit.match["unit"]) < ruling.number and is_stated(hit, check):
            yield self.finding(
                hit.path,
                words=hit.words,
                nth=hit.nth,
                ruling=ruling,
                quoted=hit.words,
                congress=CONGRESSES["members" if self.congress == MEMBERS else "staff"],
                least=said_of(ruling),
            )

    def days(self, number: int, unit: str) -> int:
        """Return how many days, of the kind that the law counts, it can be at most."""
        raise NotImplementedError


class StaffCongressNotice(_Notice):
    """
    Reports that delegates of a staff congress get topics and drafts fewer than seven days beforehand.

    ## Why is this bad?

    Delegates have to ask those who elected them before they vote. Papers that come later are voted on unread.

    ## Example

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026, half: 2}
    content: [职代会的议题和方案提前3天书面发给代表。]
    ```

    Use instead:

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026, half: 2}
    content: [职代会的议题和方案提前7天书面发给代表。]
    ```

    ## Known limits

    Congress, days and what is sent have to stand in one sentence. Working days count with the weekends between them.
    What was so before, what is put right (纠正) and what is quoted passes. Schools are not decided, but in 上海.
    """

    code = "UK567"
    slug = "staff-congress-notice"
    title_zh = "职代会材料送达代表过晚"
    title_en = "late papers for the staff congress"
    basis = ENTERPRISES
    parameters = ("staff-congress-notice",)
    congress = STAFF

    def days(self, number: int, unit: str) -> int:
        if unit == "工作日":
            return number + 2 * (number // 5)
        return number if unit in "天日" else 7 * number


class MembersCongressNotice(_Notice):
    """
    Reports that delegates of a members' congress are told its day and agenda fewer than five working days beforehand.

    ## Why is this bad?

    Delegates have to ask those who elected them before they vote; a session called at shorter notice can be contested.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [会员代表大会的日期和议程提前3个工作日通知代表。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [会员代表大会的日期和议程提前5个工作日通知代表。]
    ```

    ## Known limits

    Congress, days and what is told have to stand in one sentence. Five calendar days pass: they may be working days.
    What was so before, what is put right and what is quoted passes.
    """

    code = "UK568"
    slug = "members-congress-notice"
    title_zh = "会员代表大会通知过晚"
    title_en = "late notice of the members' congress"
    basis = MEMBERS_CONGRESS
    parameters = ("members-congress-notice",)
    congress = MEMBERS

    def days(self, number: int, unit: str) -> int:
        if unit == "工作日":
            return number
        return number - 2 * (number // 7) if unit in "天日" else 5 * number


_COMPANY: Final = "公司|集团|银行"


class NoHalfYearlyCongress(Rule):
    """
    Reports the plan of a state-owned firm, for half a year or more, that speaks of no staff congress.

    ## Why is this bad?

    In industrial firms owned by the whole people the congress meets at least every half year. It is the one congress
    that a plan for half a year must not leave to the other half.

    ## Example

    ```yaml
    organization: {name: 清河机械厂工会, sector: enterprise, ownership: 国有}
    period: {year: 2026, half: 2}
    content: [开展劳动竞赛。]
    ```

    Use instead:

    ```yaml
    organization: {name: 清河机械厂工会, sector: enterprise, ownership: 国有}
    period: {year: 2026, half: 2}
    content: [开展劳动竞赛，10月召开职代会。]
    ```

    ## Known limits

    The regulation does not reach firms that became companies: names with 公司, 集团 or 银行 pass. Any mention of a congress
    counts.
    """

    code = "UK569"
    slug = "no-half-yearly-congress"
    title_zh = "全民所有制企业半年内未安排职代会"
    title_en = "state-owned firm without half-yearly congress"
    severity = Severity.WARNING
    basis = STATE_OWNED
    parameters = ("state-owned-congress-half-yearly",)
    needs = ("organization.name", "organization.ownership")
    nodes = (Plan,)
    wording = {
        "zh": "全民所有制企业每半年至少召开一次职工代表大会，计划中没有提到；请写上召开时间和议题。",
        "en": "In firms owned by the whole people the staff congress meets at least every half year, and the plan does not"
        " speak of it; say when it meets and what about.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan, ruling = cast("Plan", node), check.rulings["state-owned-congress-half-yearly"]
        long = plan.period.half is not None or days_of(plan.period) >= _HALF_YEAR
        company = compiled(_COMPANY).search(plan.organization.name) is not None
        if ruling.value and long and not company and not check.survey.mentions(CONGRESS):
            yield self.finding(("organization", "ownership"), ruling=ruling)


_EMPLOYERS: Final = frozenset({"enterprise", "school", "hospital", "institution"})


class NoYearlyCongress(Rule):
    """
    Reports the plan of an enterprise, a school or another institution for a whole year that speaks of no congress, and
    any of their plans by which a congress meets only every two years or more.

    ## Why is this bad?

    The staff congress and the members' meeting are held at least once a year. Rules on pay, welfare and appraisal that
    the year brings have nobody to pass them.

    ## Example

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026}
    content: [开展劳动竞赛。]
    ```

    Use instead:

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026}
    content: [开展劳动竞赛，3月召开职工代表大会。]
    ```

    ## Known limits

    A plan for less than a year need not speak of it: the congress may meet in the other half. Any mention counts.
    """

    code = "UK570"
    slug = "no-yearly-congress"
    title_zh = "全年计划未提职代会、会员大会"
    title_en = "plan for a year without any congress"
    severity = Severity.INFO
    basis = CONSTITUTION
    needs_year = True
    nodes = (Plan,)
    sectors = _EMPLOYERS
    wording = {
        "zh": "{what}；职代会（教代会）和会员大会每年至少召开一次，请写上时间和议题。",
        "en": "{what}; staff congress and members' meeting are each held once a year: say when.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan = cast("Plan", node)
        if days_of(plan.period) >= WHOLE_YEAR and not check.survey.mentions(CONGRESS):
            yield self.finding(("period",), what=_NONE)
        for hit in check.survey.hits(compiled(_SELDOM)):
            if is_stated(hit, check):
                what = Worded(f"“{hit.words}”间隔过长", f"“{hit.words}” is too seldom")
                yield self.finding(hit.path, words=hit.words, nth=hit.nth, what=what)


_NONE: Final = Worded(
    "全年计划没有提到职代会（教代会）或会员大会",
    "The plan for a year speaks of no staff congress and no members' meeting",
)
_SELDOM: Final = (
    rf"(?:{CONGRESS})[^，。；！？\n]{{0,6}}?每(?:隔)?(?:[两二三四五2-5])年[^，。；！？\n]{{0,4}}(?:一次|1次)"
)


class NothingMadeOpen(Rule):
    """
    Reports the plan of an enterprise, a school or another institution for a whole year that nowhere speaks of openness
    (厂务公开, 校务公开).

    ## Why is this bad?

    What concerns the staff is made known to the staff, at fixed times; the union watches over it. A year without a word
    on it leaves the duty to nobody.

    ## Example

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026}
    content: [开展劳动竞赛，3月召开职工代表大会。]
    ```

    Use instead:

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026}
    content: [开展劳动竞赛，3月召开职工代表大会，每季度检查厂务公开栏。]
    ```

    ## Known limits

    Any mention of 公开 or 公示 counts. Plans of the school pack are looked at by a rule of that pack.
    """

    code = "UK571"
    slug = "nothing-made-open"
    title_zh = "全年计划未提厂务（校务）公开"
    title_en = "plan for a year without openness"
    severity = Severity.INFO
    basis = OPENNESS
    needs_year = True
    nodes = (Plan,)
    sectors = _EMPLOYERS
    wording = {
        "zh": "全年计划没有提到厂务公开（校务公开、院务公开）；请写上公开什么、何时公开、谁来监督。",
        "en": "The plan for a year does not speak of openness towards the staff; say what is made known, when, and who"
        " watches over it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan = cast("Plan", node)
        if (
            plan.pack != "school"
            and days_of(plan.period) >= WHOLE_YEAR
            and not check.survey.mentions("公开|公示")
        ):
            yield self.finding(("period",))


_FIRST: Final = "[一二三四五六七八九十百0-9]届(?:会员代表大会)?(?:第)?一次|首届|第一次"


class DelegatesNotTrained(Rule):
    """
    Reports the first session of a members' congress in a plan that does not speak of training its delegates.

    ## Why is this bad?

    New delegates get a training before the first session: what a union is, what delegates may do, how one elects.

    ## Example

    ```yaml
    organization: {members: 320}
    content: [{activity: 五届一次会员代表大会, kind: meeting}]
    ```

    Use instead:

    ```yaml
    organization: {members: 320}
    content: [会前组织代表培训。, {activity: 五届一次会员代表大会, kind: meeting}]
    ```

    ## Known limits

    Known from what a city authority restates. The session has to be called the first by its title.
    """

    code = "UK572"
    slug = "delegates-not-trained"
    title_zh = "首次会员代表大会前未安排代表培训"
    title_en = "first session without training of delegates"
    severity = Severity.INFO
    basis = MEMBERS_CONGRESS
    nodes = (Plan,)
    wording = {
        "zh": "“{title}”是本届第一次会议，会前应对代表进行专门培训，计划中没有提到；请补上。",
        "en": "“{title}” is the first session of a term; its delegates are trained beforehand, and the plan does not speak"
        " of it: add it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the survey knows
        first = (
            (path, each) for path, each in sessions(check, "members") if compiled(_FIRST).search(each.title)
        )
        for path, activity in first:
            if not check.survey.mentions(r"代表[^。\n]{0,12}培训|培训[^。\n]{0,12}代表"):
                yield self.finding((*path, "activity"), title=activity.title)


class VillageOpenness(TextRule):
    """
    Reports that village affairs (村务) are to be made known only once a year or every half year.

    ## Why is this bad?

    General village affairs are made known at least each quarter, money matters that come often each month.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [村务公开每半年公布一次。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [村务公开每季度公布一次。]
    ```

    ## Known limits

    Only 村务公开; what communities (居务公开) make known follows local rules.
    """

    code = "UK573"
    slug = "village-openness"
    title_zh = "村务公开间隔过长"
    title_en = "village affairs made known too seldom"
    severity = Severity.INFO
    basis = VILLAGES
    parameters = ("village-openness",)
    pattern = (
        r"村务公开(?:事项|内容|栏|情况)?(?:至少|应当?|要)?(?:每|一)?个?"
        r"(?P<every>半年|年|季度|月)(?:至少)?(?:公布|公开|更新)?一次"
    )
    wording = {
        "zh": "“{quoted}”间隔过长；村务公开的一般事项至少每{most}公布一次，请改正。",
        "en": "“{quoted}” is too seldom; general village affairs are made known every {most}: correct it.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        ruling = check.rulings["village-openness"]
        if _MONTHS[hit.match["every"]] > ruling.number and is_stated(hit, check):
            yield self.finding(
                hit.path, words=hit.words, nth=hit.nth, ruling=ruling, quoted=hit.words, most=said_of(ruling)
            )


_MONTHS: Final = {"月": 1, "季度": 3, "半年": 6, "年": 12}


DUTY_RULES: Final[tuple[Rule, ...]] = (
    StaffCongressNotice(),
    MembersCongressNotice(),
    NoHalfYearlyCongress(),
    NoYearlyCongress(),
    NothingMadeOpen(),
    DelegatesNotTrained(),
    VillageOpenness(),
)
