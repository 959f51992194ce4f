"""Rules about who receives welfare and who pays it: members, retired and needy workers, mutual aid."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, cast

from unionkit.model import (
    Every,
    Path,
    Plan,
    WelfareMeasure,
    chinese_number,
)

from ._finding import Basis, Confidence, Finding, Severity, Silence
from ._rule import CONVENTION, Check, Rule, TextRule
from ._survey import Hit, Passage
from ._welfare_caps import LOCAL_AID
from ._welfare_money import (
    FUNDS_2017,
    festivals_of,
    is_festival_gift,
    is_of_union,
    is_one_unit,
    lies_ahead,
    occasions,
    people,
    planned,
    yuan,
)

LOCAL_2025: Final = Basis(
    title="各省基层工会经费收支管理办法（如安徽省的实施办法）",
    number="皖工发〔2025〕18号",
    since=dt.date(2025, 8, 21),
    confidence=Confidence.UNCONFIRMED,
)
"""Provincial rules of 2025; that of 安徽 is known from a restatement only."""


class RetireeCareFromUnionFunds(Rule):
    """
    Reports services and gifts for retired staff that union money is to pay.

    ## Why is this bad?

    Dues and appropriation are for those who work. What retired staff receive is the unit's cost; only the souvenir of a
    member who is just retiring is union money.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 重阳节看望退休教师, kind: retiree-care, when: 重阳节, fund: 工会经费}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 重阳节看望退休教师, kind: retiree-care, when: 重阳节, fund: 学校行政经费}
    ```

    ## Known limits

    A `fund` that names both union and unit passes, for the plan does not say who pays what.
    """

    code = "UK223"
    slug = "retiree-care-from-union-funds"
    title_zh = "离退休服务由工会经费列支"
    title_en = "care for retired staff from union funds"
    severity = Severity.WARNING
    basis = LOCAL_2025
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”由“{fund}”列支；离退休人员的费用由单位承担，请改写 fund（会员退休时的纪念品除外）。",
        "en": "“{title}” is paid by “{fund}”; what retired staff receive is the unit's cost: change `fund` (the souvenir of a "
        "member who retires is union money).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        if (
            measure.kind == "retiree-care"
            and "retirement" not in measure.triggers
            and is_of_union(measure.fund)
            and lies_ahead(measure, check, check.path)
        ):
            yield self.finding((*check.path, "fund"), title=measure.title, fund=measure.fund)


class HealthCheckFromUnionFunds(Rule):
    """
    Reports health checks (体检) that union money is to pay.

    ## Why is this bad?

    Health checks are the employer's cost. The union may organise them, and sees to it that everybody goes.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 女职工体检, kind: health-check, when: 9月, fund: 工会经费}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 女职工体检, kind: health-check, when: 9月, fund: 单位行政经费}
    ```

    ## Known limits

    A `fund` that names both union and unit passes.
    """

    code = "UK224"
    slug = "health-check-from-union-funds"
    title_zh = "体检由工会经费列支"
    title_en = "health check from union funds"
    severity = Severity.WARNING
    basis = LOCAL_2025
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”由“{fund}”列支；职工体检由单位承担费用，工会可以组织，请改写 fund。",
        "en": "“{title}” is paid by “{fund}”; health checks are the employer's cost, the union may organise them: change "
        "`fund`.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        if (
            measure.kind == "health-check"
            and is_of_union(measure.fund)
            and lies_ahead(measure, check, check.path)
        ):
            yield self.finding((*check.path, "fund"), title=measure.title, fund=measure.fund)


class FestivalGiftNotForAll(Rule):
    """
    Reports festival gifts for fewer people than the union has members.

    ## Why is this bad?

    Festival gifts are for all members alike; who is left out has a right to ask why.

    ## Example

    ```yaml
    organization: {sector: school, members: 125}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 中秋节慰问品, kind: festival-gift, when: 中秋节, form: goods, headcount: 100}
    ```

    Use instead:

    ```yaml
    organization: {sector: school, members: 125}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 中秋节慰问品, kind: festival-gift, when: 中秋节, form: goods, headcount: 125}
    ```

    ## Known limits

    Gifts at one festival count together. Headcounts told approximately pass, and so do federations and unions of towns
    and communities, whose members receive the gifts of the unions below them. Gifts at a festival that is none for gifts
    are left to UK201 and UK238.
    """

    code = "UK227"
    slug = "festival-gift-not-for-all"
    title_zh = "节日慰问品没有覆盖全体会员"
    title_en = "festival gift not for all members"
    severity = Severity.WARNING
    basis = FUNDS_2017
    parameters = ("gift-festivals",)
    needs = ("organization.members",)
    nodes = (Plan,)
    wording = {
        "zh": "“{title}”发给{count}人，会员有{members}人；节日慰问品应发给全体会员，请核对人数。",
        "en": "“{title}” is for {count} people, the union has {members} members; festival gifts are for all of them. Check "
        "the number.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        ours = cast("Plan", node).organization
        members = cast("int", ours.members)
        if not is_one_unit(ours):
            return
        groups: dict[object, list[tuple[Path, WelfareMeasure]]] = {}
        listed = check.rulings["gift-festivals"].names
        for path, measure in planned(check):
            if is_festival_gift(measure) and measure.headcount is not None:
                if festivals_of(measure, listed, check):
                    continue
                festivals = tuple(sorted({festival for _, festival in occasions(measure.when, check)}))
                groups.setdefault(festivals if any(festivals) else path, []).append((path, measure))
        for same in groups.values():
            counts = [people(measure.headcount) for _, measure in same]
            known = [count for count in counts if count is not None]
            if len(known) == len(counts) and 0 < sum(known) < members:
                path, measure = same[0]
                yield self.finding(
                    (*path, "headcount"), title=measure.title, count=sum(known), members=members
                )


class MoreRecipientsThanMembers(Rule):
    """
    Reports festival or birthday gifts for more people than the union has members.

    ## Why is this bad?

    Union money buys gifts for members only. Either the number is that of the staff, or that of last year.

    ## Example

    ```yaml
    organization: {sector: school, staff: 130, members: 125}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 中秋节慰问品, kind: festival-gift, when: 中秋节, form: goods, headcount: 130}
    ```

    Use instead:

    ```yaml
    organization: {sector: school, staff: 130, members: 125}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 中秋节慰问品, kind: festival-gift, when: 中秋节, form: goods, headcount: 125}
    ```

    ## Known limits

    Who will join before the gift is given is not known; state the members expected by then. Headcounts told
    approximately pass, and person-times (人次) too.
    """

    code = "UK228"
    slug = "more-recipients-than-members"
    title_zh = "慰问人数多于会员人数"
    title_en = "more recipients than members"
    severity = Severity.WARNING
    basis = FUNDS_2017
    needs = ("organization.members",)
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”发给{count}人，而会员只有{members}人；工会经费只能慰问会员，请核对人数。",
        "en": "“{title}” is for {count} people, but the union has {members} members; union money buys gifts for members "
        "only. Check the number.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure, ours = cast("WelfareMeasure", node), check.plan.organization
        ours_only = is_festival_gift(measure) or (measure.kind == "birthday" and not measure.fund)
        if not (ours_only or (measure.kind == "birthday" and is_of_union(measure.fund))):
            return
        count = people(measure.headcount)
        if count is None or measure.headcount is None or measure.headcount.unit == "人次":
            return
        members = cast("int", ours.members)
        if count > members and is_one_unit(ours) and lies_ahead(measure, check, check.path):
            yield self.finding((*check.path, "headcount"), title=measure.title, count=count, members=members)


class CostIsNoProduct(Rule):
    """
    Reports a welfare measure whose cost is not its amount a head times its heads.

    ## Why is this bad?

    Two of the three figures are right at most; the budget takes the cost, the list the amount a head.

    ## Example

    ```yaml
    - {welfare: 中秋节慰问品, kind: festival-gift, when: 中秋节, form: goods, per_head: 300, headcount: 125, cost: 36000}
    ```

    Use instead:

    ```yaml
    - {welfare: 中秋节慰问品, kind: festival-gift, when: 中秋节, form: goods, per_head: 300, headcount: 125, cost: 37500}
    ```

    ## Known limits

    Where something is given several times, the cost may be for one time or for all. Headcounts told approximately pass.
    """

    code = "UK229"
    slug = "cost-is-no-product"
    title_zh = "人均标准乘以人数不等于总额"
    title_en = "cost is not amount a head times headcount"
    severity = Severity.ERROR
    basis = CONVENTION
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”人均{amount}、{count}，应为{right}，写的是{cost}；请核对三个数字。",
        "en": "“{title}”: {amount} a head for {count} comes to {right}, the plan says {cost}; check the three figures.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        headcount = measure.headcount
        if measure.per_head is None or measure.cost is None or headcount is None or headcount.about:
            return
        amount, cost = Fraction(measure.per_head.yuan), Fraction(measure.cost.yuan)
        right = amount * Fraction(headcount.measure()[0])
        if cost == right or not right:
            return
        times = len(occasions(measure.when, check))
        often = isinstance(measure.when, Every) and not (cost / right) % 1 and cost > 0
        if cost != right * times and not often:
            yield self.finding(
                (*check.path, "cost"),
                title=measure.title,
                amount=yuan(amount),
                count=str(headcount),
                right=yuan(right * times),
                cost=yuan(cost),
            )


class AidWithoutFund(Rule):
    """
    Reports hardship aid with an amount that names no fund.

    ## Why is this bad?

    The money may come from fiscal grants, the union above, the union's own budget, donations, the unit or other lawful
    sources, and each is accounted for by itself. What names no source is paid late, or not at all.

    ## Example

    ```yaml
    - {welfare: 困难职工补助, kind: hardship-aid, form: money, per_head: 1000, headcount: 5}
    ```

    Use instead:

    ```yaml
    - {welfare: 困难职工补助, kind: hardship-aid, form: money, per_head: 1000, headcount: 5, fund: 工会经费}
    ```

    ## Known limits

    A budget line (`line`) tells the source as well.
    """

    code = "UK230"
    slug = "aid-without-fund"
    title_zh = "困难帮扶没有写经费来源"
    title_en = "hardship aid without fund"
    severity = Severity.INFO
    basis = LOCAL_AID
    nodes = (WelfareMeasure,)
    gathers = True
    wording = {
        "zh": "“{title}”没有写经费来源；请写上 fund（财政拨款、上级补助、本级预算、社会捐助、单位资助等）。",
        "en": "“{title}” names no fund; say where the money comes from (grant, union above, own budget, donations, unit).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        told = measure.fund or measure.line or (measure.per_head is None and measure.cost is None)
        if measure.kind == "hardship-aid" and not told and lies_ahead(measure, check, check.path):
            yield self.finding((*check.path, "fund"), title=measure.title)


_MUTUAL: Final = "(?:互助(?:保障|保险|医疗|互济|计划|活动)|医疗互助|职工互助)"
_JOIN: Final = "(?:参加|参保|加入|投保|购买|缴费|缴纳)"
_CLAUSE: Final = "[^\\n，。；！？]"
_COMPULSORY: Final = (
    f"{_MUTUAL}{_CLAUSE}{{0,12}}?(?:强制|(?:必须|一律){_CLAUSE}{{0,6}}?{_JOIN})"
    f"|(?:强制|(?:必须|一律){_CLAUSE}{{0,6}}?{_JOIN}){_CLAUSE}{{0,12}}?{_MUTUAL}"
)
_FREE: Final = re.compile("自愿|[不非禁得防止免]+(?:搞|以|能|得|可|变相)*强制|不必须|不得一律")


class MutualAidCompulsory(TextRule):
    """
    Reports mutual aid (职工互助保障) that the plan makes compulsory.

    ## Why is this bad?

    Mutual aid is a public benefit for members who join of their own will. Who is made to pay for it will complain, and
    rightly.

    ## Example

    ```yaml
    - 全体职工必须参加职工医疗互助保障。
    ```

    Use instead:

    ```yaml
    - 动员职工自愿参加职工医疗互助保障。
    ```

    ## Known limits

    It goes by a few words near one another. A goal of 100% is no compulsion and passes.
    """

    code = "UK232"
    slug = "mutual-aid-compulsory"
    title_zh = "强制参加互助保障"
    title_en = "compulsory mutual aid"
    severity = Severity.WARNING
    basis = Basis(
        title="全国总工会关于职工互助保障的意见",
        number="总工发〔2018〕28号",
        since=dt.date(2019, 1, 1),
        confidence=Confidence.UNCONFIRMED,
    )
    pattern = _COMPULSORY
    nodes = (Passage, WelfareMeasure)
    wording = {
        "zh": "“{said}”：职工互助保障由会员自愿参加，不能强制；请改为宣传、动员。",
        "en": "“{said}”: members join mutual aid of their own will; call on them instead of making them.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        measure = cast("WelfareMeasure", node)
        match = re.search(self.pattern, measure.title)
        if match and not measure.text and lies_ahead(measure, check, check.path):
            yield from self.found(Hit((*check.path, "welfare"), measure.title, *match.span(), match), check)

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        if not _FREE.search(_clause(hit)) and not check.calendar.looks_back(hit.path):
            yield self.finding(hit.path, words=hit.words, nth=hit.nth, said=hit.words)


def _clause(hit: Hit) -> str:
    """Return the words of the clause in which something was found."""
    start = max(hit.text.rfind(mark, 0, hit.start) for mark in "，。；！？") + 1
    ends = [hit.text.find(mark, hit.end) for mark in "，。；！？"]
    return hit.text[start : min((end for end in ends if end >= 0), default=len(hit.text))]


_HEAT_PAY: Final = "(?:高温|防暑降温)(?:津贴|补贴|费)"


class CoolingGoodsForAllowance(TextRule):
    """
    Reports wording by which drinks or goods stand for the heat allowance (高温津贴), or money for the drinks.

    ## Why is this bad?

    The allowance from 35 °C is part of the pay and owed by the employer; cool drinks are owed besides. Neither stands
    for the other, and what the union brings stands for neither.

    ## Example

    ```yaml
    - 今年以清凉饮料冲抵高温津贴。
    ```

    Use instead:

    ```yaml
    - 今年在高温津贴之外，再为一线职工送上清凉饮料。
    ```

    ## Known limits

    Wording that forbids it passes. The measures are of 2012; as their day is not known to us, the rule begins with 2013.
    """

    code = "UK233"
    slug = "cooling-goods-for-allowance"
    title_zh = "以防暑用品冲抵高温津贴"
    title_en = "cooling goods instead of the heat allowance"
    severity = Severity.WARNING
    basis = Basis(
        title="《防暑降温措施管理办法》",
        number="安监总安健〔2012〕89号",
        article="第十一条、第十七条",
        since=dt.date(2013, 1, 1),
    )
    pattern = (
        f"(?:代替|替代|抵扣|充抵|冲抵|抵充|抵作|折抵|顶替){_CLAUSE}{{0,4}}?{_HEAT_PAY}"
        f"|{_HEAT_PAY}{_CLAUSE}{{0,6}}?(?:折为|折成|改发|换成|改为发放)"
    )
    wording = {
        "zh": "“{said}”：防暑用品不能冲抵高温津贴，也不能以钱物代替清凉饮料；津贴由单位照发，工会慰问另列。",
        "en": "“{said}”: cooling goods do not stand for the heat allowance. The employer pays it; list what the union "
        "brings by itself.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        barred = re.search("不|禁|防止|纠正|制止|杜绝|检查", _clause(hit))
        if not barred and not check.calendar.looks_back(hit.path):
            yield self.finding(hit.path, words=hit.words, nth=hit.nth, said=hit.words)


_NUMERALS: Final = {**{chinese_number(number): number for number in range(2, 21)}, "两": 2}
_COUNTED: Final = re.compile(
    f"({'|'.join(sorted(_NUMERALS, key=len, reverse=True))}|(?<!\\d)\\d{{1,2}})必(?=[访看谈贺到问送探])"
)


class TriggersDoNotCount(Rule):
    """
    Reports a counted list such as 五必访 with another number of triggers.

    ## Why is this bad?

    Who reads 五必访 expects five occasions; with four, one of them is forgotten when it happens.

    ## Example

    ```yaml
    - {welfare: 职工五必访, kind: condolence-visit, trigger: [illness, hardship, bereavement, wedding]}
    ```

    Use instead:

    ```yaml
    - {welfare: 职工五必访, kind: condolence-visit, trigger: [illness, hardship, bereavement, wedding, family-dispute]}
    ```

    ## Known limits

    A measure without triggers says nothing about them and passes. One occasion in words may be two triggers (红白喜事).
    """

    code = "UK235"
    slug = "triggers-do-not-count"
    title_zh = "“几必访”与所列情形的个数不符"
    title_en = "counted list with another number of triggers"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”应有{number}种情形，trigger 列了{count}种；请补齐或改数字。",
        "en": "“{title}” promises {number} occasions, `trigger` lists {count}; complete the list, or change the number.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        found = _COUNTED.search(measure.title) if len(measure.triggers) > 1 else None
        if found is None:
            return
        number = _NUMERALS.get(found[1]) or int(found[1])
        if number != len(measure.triggers):
            yield self.finding(
                (*check.path, "trigger"),
                title=measure.title,
                number=number,
                count=len(measure.triggers),
            )


class OutdatedHardshipNames(TextRule):
    """
    Reports names of groups of needy workers that are out of use (低保边缘户, 意外致困户).

    ## Why is this bad?

    The register of workers in need (困难职工档案) has three groups: 深度困难, 相对困难 and 意外致困. Who files under the old
    names is sent back.

    ## Example

    ```yaml
    - 为低保边缘户职工更新困难档案。
    ```

    Use instead:

    ```yaml
    - 为相对困难职工更新困难档案。
    ```

    ## Known limits

    低保户 is still the civil authority's word for households on the minimum allowance; it is reported only where the
    sentence is about the union's register (低保户职工、困难职工低保户).
    """

    code = "UK236"
    slug = "outdated-hardship-names"
    title_zh = "困难职工的类别用了旧称"
    title_en = "outdated names of workers in need"
    severity = Severity.INFO
    basis = Basis(title="全国总工会关于困难职工档案管理的规定")
    gathers = True
    pattern = "低保边缘(?:户|职工|家庭)|意外致困户|低保户(?:困难)?职工|困难职工低保户"
    wording = {
        "zh": "“{said}”是旧的类别；困难职工档案现分为深度困难、相对困难、意外致困，请改用现在的名称。",
        "en": "“{said}” is a name of old; the register of workers in need now has 深度困难, 相对困难 and 意外致困.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        if not check.calendar.looks_back(hit.path):
            yield self.finding(hit.path, words=hit.words, nth=hit.nth, said=hit.words)


CARE_RULES: Final[tuple[Rule, ...]] = (
    RetireeCareFromUnionFunds(),
    HealthCheckFromUnionFunds(),
    FestivalGiftNotForAll(),
    MoreRecipientsThanMembers(),
    CostIsNoProduct(),
    AidWithoutFund(),
    MutualAidCompulsory(),
    CoolingGoodsForAllowance(),
    TriggersDoNotCount(),
    OutdatedHardshipNames(),
)
"""The rules of this module."""
