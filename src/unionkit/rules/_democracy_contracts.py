"""Rules about collective contracts and wage talks: terms, days, who talks, and the vote on the draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, cast

from unionkit.almanac import Position
from unionkit.model import Activity, Path, Plan

from ._democracy_congress import CONGRESS, sessions
from ._democracy_duties import WHOLE_YEAR, days_of
from ._finding import Basis, Confidence, Finding, Severity
from ._organization_words import NUMBER, is_stated, number_of, said_of, sentence_of
from ._rule import Check, Rule, TextRule, compiled
from ._schedule import worded_days
from ._survey import Hit

CONTRACTS: Final = Basis(
    title="《集体合同规定》", number="劳动和社会保障部令第22号", since=dt.date(2004, 5, 1)
)
"""Provisions on collective contracts, 20 January 2004, in force on 1 May; read in mirrors in November 2026."""

DRAFT_VOTE: Final = Basis(
    title="《集体合同规定》",
    number="劳动和社会保障部令第22号",
    article="第三十六条",
    since=dt.date(2004, 5, 1),
)
"""The same; the Trade Union Law (article 21) says so too."""

SIDES: Final = Basis(
    title="《集体合同规定》",
    number="劳动和社会保障部令第22号",
    article="第十九条",
    since=dt.date(2004, 5, 1),
    confidence=Confidence.UNCONFIRMED,
)
"""The article on who talks; known from an exam answer only."""

WAGES: Final = Basis(
    title="《工资集体协商试行办法》", number="劳动和社会保障部令第9号", since=dt.date(2000, 11, 8)
)
"""Trial measures on wage talks, 8 November 2000; restated by a newspaper on the day of issue."""

WOMENS_RIGHTS: Final = Basis(
    title="《中华人民共和国妇女权益保障法》", article="第四十四条", since=dt.date(2023, 1, 1)
)
"""Law on the protection of women's rights as revised on 30 October 2022; the text was read in November 2026."""

_CONTRACT: Final = "集体合同|集体协议|工资协议|专项合同|工资集体协商协议"
_SIGNS: Final = f"(?:签订|续签|签署|签约|重签|新签|续订|订立)[^。\n]{{0,16}}(?:{_CONTRACT})|(?:{_CONTRACT})[^。\n]{{0,6}}(?:签订|续签|签署|签约|重签|续订|订立)"
_OF_OTHERS: Final = "推动|推进|指导|督促|帮助|覆盖|培训|检查|调研|督查|基层|各企业|各单位|筹备|准备|征求"
_OF_TALKS: Final = "协商|谈判|集体合同"
_OWN: Final = frozenset({"enterprise", "hospital", "institution"})
"""Sectors whose unions sign for their own unit; those of towns help the firms of the place to sign."""


class ContractTerm(TextRule):
    """
    Reports wording that gives a collective contract a term of more than three years.

    ## Why is this bad?

    Collective contracts run for one to three years. What was agreed on pay and hours for longer is out of date, and the
    labour authority objects when it is filed.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [与公司签订集体合同，有效期为5年。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [与公司签订集体合同，有效期为3年。]
    ```

    ## Known limits

    The text says “as a rule” (一般), so a reason may be given. Term and contract have to stand in one sentence.
    What was so before, what is put right and what is quoted passes.
    """

    code = "UK574"
    slug = "contract-term"
    title_zh = "集体合同期限过长"
    title_en = "term of a collective contract too long"
    severity = Severity.WARNING
    basis = CONTRACTS
    parameters = ("contract-longest",)
    pattern = (
        rf"(?:集体合同|集体协议|专项合同)[^。；！？\n]{{0,14}}?(?:期限|有效期|为期|任期|期)(?:为|是|定为|一般为|[:：])?"
        rf"(?P<number>{NUMBER})年|(?P<years>{NUMBER})年期(?:的)?(?:集体合同|集体协议)"
        rf"|(?:集体合同|集体协议|专项合同)[^，。；！？\n]{{0,6}}?一签(?:就是|定)?(?P<signed>{NUMBER})年"
    )
    wording = {
        "zh": "“{quoted}”期限过长；集体合同一般不超过{most}，请改短，确需更长的请说明理由。",
        "en": "“{quoted}” is too long; a collective contract runs for {most} at most as a rule: shorten it, or say why.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        ruling, match = check.rulings["contract-longest"], hit.match
        years = number_of(match["number"] or match["years"] or match["signed"])
        if years is not None and years > ruling.number and is_stated(hit, check):
            yield self.finding(
                hit.path, words=hit.words, nth=hit.nth, ruling=ruling, quoted=hit.words, most=said_of(ruling)
            )


class _Days(TextRule):
    """What the rules about days within which something is done have in common."""

    severity = Severity.WARNING
    wording = {
        "zh": "“{quoted}”超过规定的{most}；请改为{most}以内。",
        "en": "“{quoted}” is longer than the {most} allowed; have it done within {most}.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        ruling, days = check.rulings[self.parameters[0]], number_of(hit.match["number"])
        if days is None or not is_stated(hit, check):
            return
        if hit.match["unit"] == "个工作日":
            days += 2 * (days // 5)  # at least so many weekends lie between
        if days > ruling.number:
            yield self.finding(
                hit.path,
                words=hit.words,
                nth=hit.nth,
                ruling=ruling,
                quoted=hit.words,
                most=said_of(ruling),
            )


_SIGNED: Final = "(?:签订|签署|签字|签约|签定)"
_WITHIN: Final = rf"(?P<number>{NUMBER})(?P<unit>个工作日|日|天)(?:之)?内"
_AUTHORITY: Final = "(?:人社|人力资源|劳动(?!合同|竞赛)|主管部门)"
_FILES: Final = (
    rf"[^，。；！？\n]{{0,20}}?(?:报审|送审|报送?审[查核]|(?:报送?|送|报备|备案)[^，。；！？\n]{{0,10}}?(?:{_AUTHORITY}|审查)"
    rf"|{_AUTHORITY}[^，。；！？\n]{{0,10}}?(?:备案|报送|送审))"
)
"""That a contract goes to the labour authority, in one clause: 报送人社部门审查, 向劳动部门备案, 报审."""


def _filed(contract: str) -> str:
    """Return a pattern of the days within which a contract of a kind is filed."""
    signed = rf"(?:{contract})(?:文本)?(?:由?双方)?(?:正式)?{_SIGNED}|{_SIGNED}(?:{contract})"
    return rf"(?:{signed})(?:后|之日起)(?:的)?{_WITHIN}{_FILES}"


class ContractFiledLate(_Days):
    """
    Reports wording by which a signed collective contract is filed with the labour authority later than after ten days.

    ## Why is this bad?

    The contract takes effect only after the authority has had it for 15 days; what is filed late is void so much longer.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [集体合同签订后15日内报送人社部门审查。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [集体合同签订后10日内报送人社部门审查。]
    ```

    ## Known limits

    Contract, days and filing have to stand in one clause, and the filing has to name the labour authority or its review.
    Working days count with the weekends between them. What was so before (去年, 原来), what is put right and what is quoted
    passes.
    """

    code = "UK575"
    slug = "contract-filed-late"
    title_zh = "集体合同报审过晚"
    title_en = "collective contract filed late"
    basis = CONTRACTS
    parameters = ("contract-filing",)
    pattern = _filed("集体合同|专项合同")


class WageAgreementFiledLate(_Days):
    """
    Reports wording by which a signed wage agreement is filed with the labour authority later than after seven days.

    ## Why is this bad?

    Wage agreements have a shorter term than other collective contracts; samples mix the two up.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [工资集体协议签订后10日内报送人社部门审查。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [工资集体协议签订后7日内报送人社部门审查。]
    ```

    ## Known limits

    As with UK575, to which a special collective contract on wages (工资专项集体合同) belongs.
    """

    code = "UK576"
    slug = "wage-agreement-filed-late"
    title_zh = "工资协议报审过晚"
    title_en = "wage agreement filed late"
    basis = WAGES
    parameters = ("wage-agreement-filing",)
    pattern = _filed("工资协议|工资集体协议|工资集体协商协议")


class LateReply(_Days):
    """
    Reports wording that gives more than 20 days for the written answer to a call for collective talks (要约).

    ## Why is this bad?

    The other side answers in writing within 20 days. Who grants more gives away the right to complain of a refusal.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [向公司发出工资集体协商要约，公司在30日内书面答复。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [向公司发出工资集体协商要约，公司在20日内书面答复。]
    ```

    ## Known limits

    Call, days and answer have to stand in one sentence, in this order. What was so before, what is put right and what is
    quoted passes.
    """

    code = "UK577"
    slug = "late-reply-to-talks"
    title_zh = "协商要约答复期限过长"
    title_en = "too much time to answer a call for talks"
    basis = CONTRACTS
    parameters = ("talks-reply",)
    pattern = rf"要约[^。；！？\n]{{0,24}}?(?P<number>{NUMBER})(?P<unit>个工作日|日|天)(?:之)?内[^。；！？\n]{{0,14}}?(?:答复|回应|回复|应约)"


class TooFewNegotiators(TextRule):
    """
    Reports wording that gives each side of collective talks fewer than three representatives.

    ## Why is this bad?

    Each side sends at least three. A contract that two have negotiated is sent back when it is filed.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [开展集体协商，双方各派代表2名。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [开展集体协商，双方各派代表3名。]
    ```

    ## Known limits

    The sentence has to speak of 协商, 谈判 or a contract. Nobody could confirm the figure in the text itself.
    """

    code = "UK578"
    slug = "too-few-negotiators"
    title_zh = "集体协商代表不足三人"
    title_en = "fewer than three negotiators on a side"
    severity = Severity.WARNING
    basis = SIDES
    parameters = ("negotiators-least",)
    pattern = (
        r"(?:双方|每方|各方)(?:的)?(?:协商)?(?:代表)?(?:各|分别)?(?:派出|派|选派|推举|推选|选出|为|不少于|至少)?(?:协商)?(?:代表)?"
        rf"(?P<number>{NUMBER})[名人](?![^。；！？\n]{{0,6}}(?:首席|记录|联络|秘书|观察|主持))"
    )
    wording = {
        "zh": "“{quoted}”过少；集体协商每方代表至少{least}，并各有一名首席代表，请增加。",
        "en": "“{quoted}” are too few; each side of collective talks sends at least {least}, one of them in the chair.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        ruling, number = check.rulings["negotiators-least"], number_of(hit.match["number"])
        if number is None or not compiled(_OF_TALKS).search(sentence_of(hit)):
            return
        if number < ruling.number and is_stated(hit, check):
            yield self.finding(
                hit.path, words=hit.words, nth=hit.nth, ruling=ruling, quoted=hit.words, least=said_of(ruling)
            )


class UnequalSides(TextRule):
    """
    Reports wording that gives the two sides of collective talks different numbers of representatives.

    ## Why is this bad?

    Both sides have equal numbers. Where one has more, the result can be contested.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [参加工资协商的职工方代表5人、企业方代表4人。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [参加工资协商的职工方代表5人、企业方代表5人。]
    ```

    ## Known limits

    Both numbers have to stand side by side, the workers' first.
    """

    code = "UK579"
    slug = "unequal-sides"
    title_zh = "集体协商双方代表人数不等"
    title_en = "unequal sides in collective talks"
    severity = Severity.WARNING
    basis = SIDES
    pattern = (
        rf"(?:职工|工会|员工|劳)(?:一?方)?(?:协商)?代表(?P<ours>{NUMBER})[名人][^。；！？\n]{{0,4}}?"
        rf"(?:企业|行政|单位|资|公司)(?:一?方)?(?:协商)?代表(?P<theirs>{NUMBER})[名人]"
    )
    wording = {
        "zh": "“{quoted}”人数不等；集体协商双方代表人数应当相等，请改为一致。",
        "en": "In “{quoted}” the numbers differ; both sides of collective talks have equal numbers: make them the same.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        ours, theirs = number_of(hit.match["ours"]), number_of(hit.match["theirs"])
        if ours != theirs and compiled(_OF_TALKS).search(sentence_of(hit)) and is_stated(hit, check):
            yield self.finding(hit.path, words=hit.words, nth=hit.nth, quoted=hit.words)


def signs(activity: Activity) -> bool:
    """Whether an activity ahead signs a collective contract."""
    title = activity.title
    return (
        ("合同" in title or "协议" in title)
        and not activity.done
        and compiled(_SIGNS).search(title) is not None
        and compiled(_OF_OTHERS).search(title) is None
    )


class _Signing(Rule):
    """What the rules about signing a collective contract have in common."""

    nodes = (Plan,)
    sectors = _OWN

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the survey knows
        for path, activity in check.survey.activities:
            if signs(activity) and not check.calendar.looks_back(path):
                yield from self.signing(path, activity, check)

    def signing(self, path: Path, activity: Activity, check: Check) -> Iterator[Finding]:
        """Yield what is wrong about a signing."""
        raise NotImplementedError


class DraftWithoutVote(_Signing):
    """
    Reports that a collective contract is to be signed, in a plan that does not speak of a vote on its draft.

    ## Why is this bad?

    The draft goes to the staff congress, or to all of the staff, before it is signed; without the vote the contract is
    void.

    ## Example

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026, half: 2}
    content: [{activity: 签订集体合同, when: 11月}]
    ```

    Use instead:

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026, half: 2}
    content: [集体合同草案10月提交职代会审议通过。, {activity: 签订集体合同, when: 11月}]
    ```

    ## Known limits

    Any mention of a congress, of delegates or of a vote of all the staff counts. Only enterprises and institutions that
    sign for themselves; towns help others to sign.
    """

    code = "UK580"
    slug = "draft-without-vote"
    title_zh = "签订集体合同而未安排草案表决"
    title_en = "collective contract signed without a vote on its draft"
    severity = Severity.WARNING
    basis = DRAFT_VOTE
    wording = {
        "zh": "“{title}”之前，草案须经职代会或全体职工讨论通过，计划中没有提到；请写上审议表决的安排。",
        "en": "Before “{title}” the draft is passed by the staff congress or by all of the staff, and the plan does not"
        " speak of it; say when they vote.",
    }

    def signing(self, path: Path, activity: Activity, check: Check) -> Iterator[Finding]:
        if not check.survey.mentions(f"{CONGRESS}|职工代表|全体职工|全体员工|全员"):
            yield self.finding((*path, "activity"), title=activity.title)


class SignedBeforeVote(_Signing):
    """
    Reports that a collective contract is to be signed before the day of the only session that could pass its draft.

    ## Why is this bad?

    The draft is passed first and signed then. In the other order the congress can only nod, and the contract is void.

    ## Example

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026, half: 2}
    content:
      - {activity: 签订集体合同, when: 9月10日}
      - {activity: 召开职代会, kind: meeting, when: 11月20日}
    ```

    Use instead:

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026, half: 2}
    content:
      - {activity: 召开职代会, kind: meeting, when: 9月1日}
      - {activity: 签订集体合同, when: 9月10日}
    ```

    ## Known limits

    Only sessions that are activities of the plan. A draft that was passed in an earlier session is told by words such as
    已通过 or 已审议.
    """

    code = "UK581"
    slug = "signed-before-vote"
    title_zh = "集体合同签订早于职代会"
    title_en = "collective contract signed before the congress meets"
    severity = Severity.WARNING
    basis = DRAFT_VOTE
    needs_year = True
    wording = {
        "zh": "“{title}”（{signed}）早于审议草案的职代会（{session}）；请先审议通过，再签订。",
        "en": "“{title}” ({signed}) comes before the congress that passes the draft ({session}); let it vote first.",
    }

    def signing(self, path: Path, activity: Activity, check: Check) -> Iterator[Finding]:
        last = max((end for _, end in _days(activity, path, check)), default=None)
        starts = [
            start
            for at, each in sessions(check, "staff")
            for start, _ in _days(each, at, check) or ((dt.date.min, dt.date.min),)
        ]
        if last is None or not starts or min(starts) <= last:
            return
        if not check.survey.mentions("已经?(?:审议|讨论|表决)?通过|已经?审议"):
            yield self.finding(
                (*path, "when"),
                title=activity.title,
                signed=worded_days(last, last),
                session=worded_days(min(starts), min(starts)),
            )


def _days(activity: Activity, path: Path, check: Check) -> list[tuple[dt.date, dt.date]]:
    """Return first and last days of an activity; none where one of its times has no days."""
    days: list[tuple[dt.date, dt.date]] = []
    for time in check.calendar.of(activity, path):
        found = [each for each in time.resolution if each.position is not Position.OUTSIDE]
        if not found:
            return []
        days += [
            (each.start, each.end)
            for each in found
            if isinstance(each.start, dt.date) and isinstance(each.end, dt.date)
        ]
    return days


class ContractWithoutWomen(_Signing):
    """
    Reports that a collective contract is to be signed, in a plan that does not speak of women workers.

    ## Why is this bad?

    A collective contract has a chapter or an annex on equality and the protection of women, or a special contract stands
    beside it. Forgotten in the plan, it is forgotten at the table.

    ## Example

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026, half: 2}
    content: [草案提交职代会审议。, {activity: 签订集体合同, when: 11月}]
    ```

    Use instead:

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026, half: 2}
    content: [草案提交职代会审议。, {activity: 签订集体合同和女职工专项集体合同, when: 11月}]
    ```

    ## Known limits

    Any mention of 女职工 or 妇女 counts. Wage agreements are left alone.
    """

    code = "UK582"
    slug = "contract-without-women"
    title_zh = "签订集体合同未提女职工权益内容"
    title_en = "collective contract without women's protection"
    severity = Severity.INFO
    basis = WOMENS_RIGHTS
    wording = {
        "zh": "“{title}”应含男女平等和女职工权益保护内容（专章、附件或专项集体合同），计划中没有提到；请补上。",
        "en": "“{title}” has to protect women (a chapter, an annex or a contract of its own), and the plan does not speak"
        " of it: add it.",
    }

    def signing(self, path: Path, activity: Activity, check: Check) -> Iterator[Finding]:
        if "工资" not in activity.title and not check.survey.mentions("女职工|女工|女员工|妇女"):
            yield self.finding((*path, "activity"), title=activity.title)


class NoWageTalks(Rule):
    """
    Reports the plan of an enterprise for a whole year that does not speak of wage talks (工资集体协商).

    ## Why is this bad?

    Wages are negotiated once a year, as a rule. A year's plan that leaves them out leaves them to the employer.

    ## Example

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026}
    content: [开展劳动竞赛，3月召开职代会，推行厂务公开。]
    ```

    Use instead:

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026}
    content: [开展劳动竞赛，3月召开职代会，推行厂务公开，4月开展工资集体协商。]
    ```

    ## Known limits

    Plans for less than a year are left alone. Any mention of 协商, or of an agreement on wages, counts.
    """

    code = "UK583"
    slug = "no-wage-talks"
    title_zh = "全年计划未提工资集体协商"
    title_en = "plan for a year without wage talks"
    severity = Severity.INFO
    basis = WAGES
    needs_year = True
    nodes = (Plan,)
    sectors = frozenset({"enterprise"})
    wording = {
        "zh": "全年计划没有提到工资集体协商；工资一般每年协商一次，请写上要约和协商的时间。",
        "en": "The plan for a year does not speak of wage talks; wages are negotiated once a year as a rule: say when.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan = cast("Plan", node)
        if days_of(plan.period) >= WHOLE_YEAR and not check.survey.mentions(
            "协商|工资协议|工资专项|集体合同"
        ):
            yield self.finding(("period",))


CONTRACT_RULES: Final[tuple[Rule, ...]] = (
    ContractTerm(),
    ContractFiledLate(),
    WageAgreementFiledLate(),
    LateReply(),
    TooFewNegotiators(),
    UnequalSides(),
    DraftWithoutVote(),
    SignedBeforeVote(),
    ContractWithoutWomen(),
    NoWageTalks(),
)
