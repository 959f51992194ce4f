"""Rules about activities: prizes, places, food, and who takes part; outings and times stand beside."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Final, cast

from unionkit.model import Activity, WelfareMeasure

from . import _activities_outings, _activities_times
from ._activities_outings import FUNDS_2017, a_head, days_of, exact_people, is_ahead
from ._finding import Basis, Confidence, Finding, Severity, Silence
from ._law import Ruling
from ._rule import CONVENTION, Check, Rule, TextRule
from ._survey import Hit
from ._welfare_money import limit_in_words

_BANS_2017: Final = Basis(
    title="《基层工会经费收支管理办法》",
    number="总工办发〔2017〕32号",
    article="“八不准”第三项",
    since=dt.date(2018, 1, 1),
)
"""The eight prohibitions, from a newspaper of December 2017; which article they stand in was not seen."""
_NO_MEETINGS: Final = Basis(title="关于党政机关、群众团体不得到风景名胜区开会的通知（2014年9月）")
_THRIFT_2025: Final = Basis(
    title="《党政机关厉行节约反对浪费条例》（2025年修订）", since=dt.date(2025, 5, 18)
)
"""Revised in 2025; that receptions go without tobacco and alcohol is from the news of 18 May 2025."""
_NO_TRAVEL: Final = Basis(
    title="《党政机关厉行节约反对浪费条例》（2025年修订）",
    since=dt.date(2025, 5, 18),
    confidence=Confidence.UNCONFIRMED,
)
"""The ban on travel in the name of training; that it reaches unions is from general knowledge."""

_CULTURE_SPORT: Final = re.compile(
    "运动会|比赛|[球棋牌]赛|趣味|文体|文艺|联欢|晚会|歌咏|合唱|舞蹈|书画|摄影|征文|演讲|朗诵|登山|健步|长跑"
    "|拔河|跳绳|游园|猜谜|灯谜|游艺"
)
_SOUVENIRS: Final = re.compile("纪念品|参与奖|参加奖|鼓励奖|安慰奖")
_MEETING: Final = re.compile(
    "会议|大会|例会|年会|座谈会|研讨会|总结会|推进会|动员会|培训班?$|研讨班|学习班|读书班"
)
_MEETINGS: Final = frozenset({"meeting", "training", "election"})
_AREA: Final = "(?:国家|重点)?(?:风景名胜区|风景旅游区|风景区|景区|旅游区|核心区)?"
_STUDY: Final = re.compile("考察|培训|学习|研修|参观|观摩|交流|研讨|轮训|调研")
_SCENERY: Final = re.compile("风景|景区|旅游|度假|古镇|古城|温泉|海滨|海岛|名胜|漂流|滑雪|草原|雪山")
_LUXURY: Final = re.compile(
    "(?<!迷你)(?<!门)高尔夫|KTV|ktv|夜总会|桑拿|洗浴|足浴|按摩店|(?:私人|高档|高级|豪华)会所|会员制|游艇|马术俱乐部|健身年卡|美容卡"
)
_AGAINST: Final = re.compile("禁|戒|控|查|治|拒|防|反|警示|抵制|举报|劝|不[去得进入出参]|杜绝|清理|整改")
_DRINK: Final = re.compile("白酒|红酒|葡萄酒|啤酒|洋酒|酒水|酒会|酒宴|香烟|烟酒|宴请|宴席|设宴|高档菜")
_MEAL: Final = re.compile("工作餐|用餐|聚餐|会餐|午餐|晚餐|就餐|餐费|茶话会餐")
_OF_A_UNIT: Final = frozenset({"school", "enterprise", "agency", "hospital", "institution"})
"""Sectors whose unions have the people of one unit as their members."""
_GUESTS: Final = re.compile(
    "家属|家庭|亲子|子女|孩子|儿童|学生|群众|居民|村民|社区|联谊|联合|开放日|师生|家长|校友|新就业|户外劳动者|客户|志愿|义诊|宣传|讲座|普法"
)
_NOT_OUR_OWN: Final = frozenset({"visit", "publicity", "donation", "inspection"})


class TooManyWinners(Rule):
    """
    Reports a culture or sport activity in which more than two thirds of those who take part win a prize; fewer where
    the province says so.

    ## Why is this bad?

    A prize for nearly everybody is a benefit under another name, and the audit takes it for one.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 教职工气排球赛, kind: culture-sport, when: 10月中旬, participants: 60, prizes: 41}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 教职工气排球赛, kind: culture-sport, when: 10月中旬, participants: 60, prizes: 40}
    ```

    ## Known limits

    Activities of the kind culture-sport, and others whose title says so (运动会, 球赛, 征文 …) where no kind is given.
    About so many people (约60人) is no number to divide by; the rule is silent then, and where nobody says how many take
    part.
    """

    code = "UK501"
    slug = "too-many-winners"
    title_zh = "获奖面过大"
    title_en = "too many winners"
    severity = Severity.ERROR
    basis = FUNDS_2017
    parameters = ("prize-share",)
    nodes = (Activity,)
    wording = {
        "zh": "“{title}”{everyone} 人参加，{prizes} 人获奖，超过参加人数的 {share}（最多 {most} 人）；请减少获奖名额。",
        "en": "{prizes} of {everyone} people win a prize at “{title}”, more than {share} ({most} at most); give fewer.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        activity = cast("Activity", node)
        if not activity.prizes or not is_ahead(activity, check) or not _is_culture_or_sport(activity):
            return
        everyone = exact_people(activity.participants)
        if everyone is None:
            yield self.lacks("participants")
            return
        prizes = activity.prizes
        ruling = check.rulings["prize-share"].broken(
            lambda share: prizes > cast("Fraction", share) * everyone
        )
        if ruling is not None:
            yield self.finding(
                (*check.path, "prizes"),
                ruling=ruling,
                title=activity.title,
                everyone=everyone,
                prizes=activity.prizes,
                share=ruling.said,
                most=int(ruling.number * everyone),
            )


def _is_culture_or_sport(activity: Activity) -> bool:
    if activity.kind:
        return activity.kind == "culture-sport"
    return _CULTURE_SPORT.search(activity.title) is not None


class PrizeForEveryone(TextRule):
    """
    Reports words that promise a prize to everybody who takes part (人人有奖, 参与即有奖).

    ## Why is this bad?

    At most two thirds of those who take part in culture and sport may win. For the others, where no prizes are set, there
    are small souvenirs.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 元旦游园活动人人有奖。
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 元旦游园活动设一、二、三等奖，获奖人数不超过参加人数的三分之二。
    ```

    ## Known limits

    Only prose; 不搞人人有奖 passes, and reviews do.
    """

    code = "UK502"
    slug = "prize-for-everyone"
    title_zh = "人人有奖"
    title_en = "a prize for everyone"
    severity = Severity.WARNING
    basis = FUNDS_2017
    pattern = "(?<!不搞)(?<!避免)(?<!防止)(?<!不能)(?<!不得)(?:人人(?:都)?(?:有奖|得奖|获奖|有奖品)|(?:参与|参加)(?:即|就|者均|者都|者皆)(?:可)?(?:有奖|得奖|获奖)|全员(?:获奖|有奖))"
    wording = {
        "zh": "“{quoted}”：文体活动的获奖人数不得超过参加人数的三分之二；请设置名次，不设奖的可以发纪念品。",
        "en": "“{quoted}”: at most two thirds of those taking part in culture and sport may win; set ranks, or give"
        " souvenirs where there are no prizes.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        if not check.calendar.looks_back(check.path):
            yield self.finding(check.path, words=hit.words, nth=hit.nth, quoted=hit.words)


class PrizesAndSouvenirs(Rule):
    """
    Reports an activity with prizes that gives souvenirs (纪念品, 参与奖) as well.

    ## Why is this bad?

    Souvenirs for those who take part stand for prizes where none are set; both together are given for the same thing
    twice.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - text: 办好教职工趣味运动会，为参加者发放纪念品。
        facts:
          - activity: 教职工趣味运动会
            when: 10月
            participants: 90
            prizes: 30
            words: 办好教职工趣味运动会，为参加者发放纪念品
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - text: 办好教职工趣味运动会，为参加者发放纪念品。
        facts:
          - activity: 教职工趣味运动会
            when: 10月
            participants: 90
            words: 办好教职工趣味运动会，为参加者发放纪念品
    ```

    ## Known limits

    Title, `words` and `text` of the activity are looked at.
    """

    code = "UK503"
    slug = "prizes-and-souvenirs"
    title_zh = "既设奖又发纪念品"
    title_en = "prizes and souvenirs"
    severity = Severity.WARNING
    basis = FUNDS_2017
    nodes = (Activity,)
    wording = {
        "zh": "“{title}”设了 {prizes} 个奖，又有“{quoted}”；设奖的活动不再发纪念品，请去掉一项。",
        "en": "“{title}” has {prizes} prizes and “{quoted}” as well; where there are prizes, give no souvenirs.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        activity = cast("Activity", node)
        if not activity.prizes or not is_ahead(activity, check) or not _is_culture_or_sport(activity):
            return
        for key, said in (("activity", activity.title), ("words", activity.words), ("text", activity.text)):
            found = _SOUVENIRS.search(said or "")
            if found is not None:
                yield self.finding(
                    (*check.path, key),
                    words=found[0],
                    title=activity.title,
                    prizes=activity.prizes,
                    quoted=found[0],
                )
                return


class MeetingInBarredScenicArea(Rule):
    """
    Reports a meeting or a training in one of the 21 scenic areas in which unions hold none.

    ## Why is this bad?

    Since September 2014 Party and government bodies, unions and other mass organisations may not hold meetings there.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 工会干部培训班, kind: training, when: 10月, place: 庐山风景区}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 工会干部培训班, kind: training, when: 10月, place: 市工人文化宫}
    ```

    ## Known limits

    The ban is for the core of each area, which a name does not tell. Names of towns, roads and houses (黄山市, 华山医院) pass;
    in titles only 赴, 到, 在 or 去 before the name counts.
    """

    code = "UK509"
    slug = "meeting-in-barred-scenic-area"
    title_zh = "在禁止开会的风景名胜区开会"
    title_en = "meeting in a barred scenic area"
    severity = Severity.WARNING
    basis = _NO_MEETINGS
    parameters = ("barred-scenic-areas",)
    nodes = (Activity,)
    wording = {
        "zh": "“{title}”安排在“{place}”，属于不得开会的 21 处风景名胜区；请改在本地或单位内部场所举行。",
        "en": "“{title}” is to be at “{place}”, one of the 21 scenic areas in which no meetings may be held; hold it at home.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        activity = cast("Activity", node)
        if not is_ahead(activity, check) or not _is_meeting(activity):
            return
        ruling = check.rulings["barred-scenic-areas"]
        found = _goes_to(activity, ruling)
        if found is not None:
            key, area = found
            yield self.finding(
                (*check.path, key), words=area, ruling=ruling, title=activity.title, place=area
            )


class OutingToBarredScenicArea(Rule):
    """
    Reports an outing to one of the scenic areas that are barred for meetings, and so for outings.

    ## Why is this bad?

    The measures of 2017 let spring and autumn outings go anywhere but there. What was spent on the journey is found by
    the audit, and cannot be booked.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 秋游, kind: outing, when: 10月17日, place: 泰山风景区}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 秋游, kind: outing, when: 10月17日, place: 市植物园}
    ```

    ## Known limits

    As with UK509: the name does not tell the core of an area from what lies around it; names of towns, roads and houses
    pass, and in titles only 赴, 到, 在 or 去 before the name counts.
    """

    code = "UK525"
    slug = "outing-to-barred-scenic-area"
    title_zh = "春秋游前往禁止前往的风景名胜区"
    title_en = "outing to a barred scenic area"
    severity = Severity.ERROR
    basis = FUNDS_2017
    parameters = ("barred-scenic-areas",)
    nodes = (Activity,)
    wording = {
        "zh": "春秋游“{title}”去“{place}”，属于明令禁止前往的风景名胜区；请改去别处。",
        "en": "The outing “{title}” goes to “{place}”, one of the barred scenic areas; choose another place.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        activity = cast("Activity", node)
        if activity.kind != "outing" or not is_ahead(activity, check):
            return
        found = _goes_to(activity, check.rulings["barred-scenic-areas"])
        if found is not None:
            key, area = found
            yield self.finding((*check.path, key), words=area, title=activity.title, place=area)


def _goes_to(activity: Activity, ruling: Ruling) -> tuple[str, str] | None:
    """Return the key that names a scenic area to which an activity goes, and the area."""
    at, going = _areas(ruling.names)
    for key, found in (("place", at.search(activity.place)), ("activity", going.search(activity.title))):
        if found is not None:
            return key, found["area"]
    return None


def _is_meeting(activity: Activity) -> bool:
    return activity.kind in _MEETINGS if activity.kind else _MEETING.search(activity.title) is not None


@cache
def _areas(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds scenic areas in a place, and in the title of what goes there."""
    one = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return (
        re.compile(rf"(?P<area>(?:{one}){_AREA})(?:[山脚顶上下内中]{{0,2}})(?!\w)"),
        re.compile(rf"(?:赴|[到在去])(?P<area>(?:{one}){_AREA})(?![路街市县区镇乡村大医酒宾饭学集公])"),
    )


class TrainingAsTravel(Rule):
    """
    Reports a training or study of several days at a place of tourism (景区, 度假区, 温泉, 古镇).

    ## Why is this bad?

    Travel at public cost in the name of study, training or recuperation is barred. The audit goes by the place and the
    days, not by the title.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 工会干部学习考察, kind: training, when: 10月12日—15日, place: 碧水温泉度假区}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 工会干部学习考察, kind: training, when: 10月12日—15日, place: 省工会干部学校}
    ```

    ## Known limits

    Outings and stays for recuperation have rules of their own. Where tourism is the trade of the members (导游培训), ignore
    the finding.
    """

    code = "UK510"
    slug = "training-as-travel"
    title_zh = "以培训、考察为名的旅游"
    title_en = "travel in the name of training"
    severity = Severity.WARNING
    basis = _NO_TRAVEL
    nodes = (Activity,)
    wording = {
        "zh": "“{title}”为期 {days} 天，地点带有“{place}”；不得以培训、考察等名义变相公款旅游，请改在本地或专门培训场所。",
        "en": "“{title}” lasts {days} days at a place with “{place}”; travel in the name of training is barred, choose a place"
        " for training.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        activity = cast("Activity", node)
        if activity.kind not in ("", "training", "meeting", "other") or not is_ahead(activity, check):
            return
        days = days_of(activity, check) or 1
        scenery = _SCENERY.search(activity.place)
        if (
            days > 1
            and scenery is not None
            and (activity.kind == "training" or _STUDY.search(activity.title))
        ):
            yield self.finding(
                (*check.path, "place"), words=scenery[0], title=activity.title, days=days, place=scenery[0]
            )


class PlaceOfLuxury(Rule):
    """
    Reports an activity at a place of costly entertainment or fitness: golf, KTV, a sauna, a private club.

    ## Why is this bad?

    The third of the eight prohibitions: union money pays for no costly entertainment or fitness.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 青年职工联谊, when: 10月, place: 城南KTV}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 青年职工联谊, when: 10月, place: 工人文化宫}
    ```

    ## Known limits

    It goes by title and place. A singing contest (卡拉OK比赛) passes, and so do titles against such places (整治, 禁止).
    """

    code = "UK511"
    slug = "place-of-luxury"
    title_zh = "在高消费娱乐健身场所活动"
    title_en = "place of costly entertainment"
    severity = Severity.WARNING
    basis = _BANS_2017
    nodes = (Activity,)
    wording = {
        "zh": "“{title}”涉及“{quoted}”；工会经费不得用于高消费性娱乐健身活动，请换场所或项目。",
        "en": "“{title}” is about “{quoted}”; union money pays for no costly entertainment or fitness, choose something else.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        activity = cast("Activity", node)
        if not is_ahead(activity, check) or _AGAINST.search(activity.title):
            return
        for key, said in (("place", activity.place), ("activity", activity.title)):
            found = _LUXURY.search(said)
            if found is not None:
                yield self.finding((*check.path, key), words=found[0], title=activity.title, quoted=found[0])
                return


class AlcoholOrTobacco(Rule):
    """
    Reports an activity or a welfare measure of an agency or a federation that is about alcohol, tobacco or a banquet.

    ## Why is this bad?

    Since May 2025 official receptions go without tobacco, alcohol and fine food.

    ## Example

    ```yaml
    organization: {name: 清河县总工会, sector: federation}
    period: {year: 2026, half: 2}
    content:
      - {activity: 迎新年酒会, when: 12月}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河县总工会, sector: federation}
    period: {year: 2026, half: 2}
    content:
      - {activity: 迎新年茶话会, when: 12月}
    ```

    ## Known limits

    It goes by the title; what is against them (控烟, 拒绝酒驾) passes. For other unions local rules decide.
    """

    code = "UK512"
    slug = "alcohol-or-tobacco"
    title_zh = "活动涉及烟酒、宴请"
    title_en = "alcohol, tobacco or a banquet"
    severity = Severity.WARNING
    basis = _THRIFT_2025
    sectors = frozenset({"agency", "federation"})
    nodes = (Activity, WelfareMeasure)
    wording = {
        "zh": "“{title}”中有“{quoted}”；公务活动不提供烟酒和高档菜肴，请改为简单的工作餐或茶话会。",
        "en": "“{title}” is about “{quoted}”; official occasions go without tobacco, alcohol and fine food.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        item = cast("Activity | WelfareMeasure", node)
        found = _DRINK.search(item.title)
        if found is None or item.done or _AGAINST.search(item.title) or check.calendar.looks_back(check.path):
            return
        key = "activity" if isinstance(item, Activity) else "welfare"
        yield self.finding((*check.path, key), words=found[0], title=item.title, quoted=found[0])


class MealAboveCap(Rule):
    """
    Reports a work meal at an activity that costs more a head than the province allows.

    ## Why is this bad?

    Meals are given only where they are needed, and within a cap; what is above it is entertaining.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {activity: 运动会工作餐, when: 10月17日, participants: 50, cost: 2000.01}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {activity: 运动会工作餐, when: 10月17日, participants: 50, cost: 2000}
    ```

    ## Known limits

    Only what is a meal by its title, on one day; where a meal is one item among the costs of an activity, the plan does
    not say what it costs.
    """

    code = "UK513"
    slug = "meal-above-cap"
    title_zh = "活动工作餐超过标准"
    title_en = "work meal above the cap"
    severity = Severity.WARNING
    basis = FUNDS_2017
    parameters = ("activity-meal-cost",)
    nodes = (Activity,)
    wording = {
        "zh": "“{title}”每人 {cost}，超过每人 {most} 的工作餐标准；请降低标准。",
        "en": "“{title}” costs {cost} a head, above the {most} for a work meal; make it simpler.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        activity = cast("Activity", node)
        if activity.cost is None or not _MEAL.search(activity.title) or not is_ahead(activity, check):
            return
        people = exact_people(activity.participants)
        if people is None:
            yield self.lacks("participants")
            return
        ruling = check.rulings["activity-meal-cost"]
        if (days_of(activity, check) or 1) == 1 and Fraction(activity.cost.yuan) > ruling.number * people:
            yield self.finding(
                (*check.path, "cost"),
                ruling=ruling,
                title=activity.title,
                cost=a_head(activity.cost, people),
                most=limit_in_words(ruling),
            )


class MoreParticipantsThanPeople(Rule):
    """
    Reports an activity for the union's own people in which more take part than the unit has.

    ## Why is this bad?

    The number comes from another unit's plan, or counts attendances; cost and prizes are reckoned from it.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, sector: school, staff: 128, members: 125}
    period: {year: 2026, half: 2}
    content:
      - {activity: 教职工健步走, when: 10月, participants: 160}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, sector: school, staff: 128, members: 125}
    period: {year: 2026, half: 2}
    content:
      - {activity: 教职工健步走, when: 10月, participants: 120}
    ```

    ## Known limits

    Only unions of one unit, and only where `organization.staff` or `members` is given. What is held with others, or for
    families, students and neighbours by its title, passes, and so do visits, publicity and numbers that are about (约).
    """

    code = "UK516"
    slug = "more-participants-than-people"
    title_zh = "参加人数多于本单位职工"
    title_en = "more people take part than there are"
    severity = Severity.WARNING
    basis = CONVENTION
    sectors = _OF_A_UNIT
    nodes = (Activity,)
    wording = {
        "zh": "“{title}”参加人数 {people} 人，而本单位职工（会员）共 {everyone} 人；请核对人数，按人次计的请写“人次”。",
        "en": "{people} people take part in “{title}”, and the unit has {everyone}; check the number, or count attendances"
        " (人次).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        activity = cast("Activity", node)
        people = exact_people(activity.participants)
        ours = check.plan.organization
        everyone = max(ours.staff or 0, ours.members or 0)
        if (
            people is None
            or not 0 < everyone < people
            or activity.host
            or activity.partners
            or activity.kind in _NOT_OUR_OWN
            or _GUESTS.search(activity.title)
        ):
            return
        yield self.finding(
            (*check.path, "participants"), title=activity.title, people=people, everyone=everyone
        )


RULES: Final[tuple[Rule, ...]] = (
    TooManyWinners(),
    PrizeForEveryone(),
    PrizesAndSouvenirs(),
    MeetingInBarredScenicArea(),
    OutingToBarredScenicArea(),
    TrainingAsTravel(),
    PlaceOfLuxury(),
    AlcoholOrTobacco(),
    MealAboveCap(),
    MoreParticipantsThanPeople(),
    *_activities_outings.RULES,
    *_activities_times.RULES,
)
