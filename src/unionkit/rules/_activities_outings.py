"""Rules about spring and autumn outings, and about stays for recuperation: how many, how long, how far, what they cost."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from typing import Final, cast

from unionkit.almanac import Position
from unionkit.model import Activity, Money, OnDay, Plan, Quantity, Schedule, Span, WelfareMeasure

from ._finding import Basis, Finding, Severity, Silence, Worded
from ._goals_figures import PEOPLE
from ._law import Figure
from ._rule import Check, Rule
from ._welfare_money import counted, limit_in_words, names_in_words, yuan

FUNDS_2017: Final = Basis(
    title="《基层工会经费收支管理办法》",
    number="总工办发〔2017〕32号",
    article="第八条第二项",
    since=dt.date(2018, 1, 1),
)
"""
Measures on income and spending of grassroots unions, December 2017, on culture and sport and on outings. Read in
November 2026 in papers that restate it; the day of the month is not known to us, so it begins with the next year.
"""
_FOUR_OUTINGS: Final = Basis(title="中华全国总工会等四部门关于职工文化体育工作的意见（2026年1月）")
_REST: Final = Basis(title="省、市工会关于职工疗休养的规定")
"""Without a day: the limits that the rules ask for have theirs, by region."""

_NUMERALS: Final = {
    "一": 1,
    "两": 2,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
}
_COUNT: Final = "([1-9]|10|[一两二三四五六七八九十])"
_NIGHTS: Final = re.compile(f"[天日]{_COUNT}[夜晚]")
_DAYS: Final = re.compile(rf"(?<![第月\d一二三四五六七八九十]){_COUNT}(?:天|[日天]游)")
_OVER_NIGHT: Final = re.compile("过夜|住宿|留宿")
_LONGEST: Final = 7
"""A span of more days than this is the time in which groups go, each on one day."""
_LEAP_YEAR: Final = 2096
"""Stands for a year that is not known."""

_PROVINCES: Final = (
    *(
        "北京",
        "天津",
        "河北",
        "山西",
        "内蒙古",
        "辽宁",
        "吉林",
        "黑龙江",
        "上海",
        "江苏",
        "浙江",
        "安徽",
        "福建",
    ),
    *("江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏"),
    *("陕西", "甘肃", "青海", "宁夏", "新疆", "香港", "澳门", "台湾"),
)
_OF_A_ROAD: Final = "(?![东西南北中]{0,2}[路街巷道]|大街|大道|饭店|餐厅|菜|商会)"
"""What stands behind the name of a province that is only part of that of a road or a house."""


def days_said(words: str, schedule: Schedule | None, year: int | None) -> int | None:
    """
    Return how many days something lasts, by its words (三日游, 5天) or its first and last day; None where nothing says so.

    Args:
        words: Its title.

        schedule: Its time.

        year: The year of the plan, where it names one.
    """
    told = _DAYS.search(words)
    if told is not None:
        return _number(told[1])
    if isinstance(schedule, OnDay):
        return 1
    if isinstance(schedule, Span) and isinstance(schedule.start, OnDay) and isinstance(schedule.end, OnDay):
        start, end = (_date(day, year) for day in (schedule.start, schedule.end))
        if start is not None and end is not None and start <= end:
            days = (end - start).days + 1
            return days if days <= _LONGEST else None
    return None


def _date(day: OnDay, year: int | None) -> dt.date | None:
    try:
        return dt.date(day.year or year or _LEAP_YEAR, day.month, day.day)
    except ValueError:
        return None


def _number(told: str) -> int:
    return int(told) if told.isdecimal() else _NUMERALS[told]


def days_of(activity: Activity, check: Check) -> int | None:
    """Return how many days an activity lasts; None where nothing says so."""
    if activity.same_day:
        return 1
    year = check.plan.period.year
    nights = _NIGHTS.search(activity.title)
    days = _number(nights[1]) + 1 if nights else days_said(activity.title, activity.when, year)
    over_night = activity.same_day is False or _OVER_NIGHT.search(activity.title) is not None
    return max(days or 1, 2) if over_night else days


def exact_people(number: Quantity | None) -> int | None:
    """Return how many people a plan says, where it says it exactly."""
    if number is None or number.about:
        return None
    count, unit = number.measure()
    return int(count) if unit in PEOPLE and count > 0 else None


def is_ahead(activity: Activity, check: Check) -> bool:
    """Whether an activity is planned: neither done, nor told in a review."""
    return not activity.done and not check.calendar.looks_back(check.path)


def a_head(cost: Money, people: int) -> Worded:
    """Return what each pays, rounded up to the fen."""
    return yuan(Fraction(cost.yuan) / people)


def _is_outing(activity: Activity) -> bool:
    return activity.kind == "outing"


class TooManyOutings(Rule):
    """
    Reports the outing of a plan that is more than a year allows (four since January 2026).

    ## Why is this bad?

    The opinion of January 2026 on culture and sport for workers, and the measures of provinces since 2025, allow unions
    at most four spring and autumn outings a year. Half a year that plans five is over it.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {activity: 秋季登山, kind: outing, when: 9月每周六, owner: 文体部}
      - {activity: 湿地观鸟, kind: outing, when: 10月17日, owner: 文体部}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {activity: 秋季登山, kind: outing, when: 9月12日, owner: 文体部}
      - {activity: 湿地观鸟, kind: outing, when: 10月17日, owner: 文体部}
    ```

    ## Known limits

    Activities of the kind outing count, as often as they recur in the period; what a review tells does not, nor do the
    outings of the other half year. Where each group goes on its own, an outing told once counts once.
    """

    code = "UK504"
    slug = "too-many-outings"
    title_zh = "一年内春秋游次数过多"
    title_en = "too many outings in a year"
    severity = Severity.ERROR
    basis = _FOUR_OUTINGS
    parameters = ("outings-a-year",)
    nodes = (Plan,)
    wording = {
        "zh": "到“{title}”为止，{year}计划了 {count} 次春秋游，一年最多 {most}；请减少或合并。",
        "en": "With “{title}”, {count} outings are planned{year}; at most {most} are allowed in a year. Leave some out.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        most = check.rulings["outings-a-year"]
        so_far: dict[int, int] = {}
        told: set[int] = set()
        first_year = cast("Plan", node).period.year or 0
        for path, activity in check.survey.activities:
            if not _is_outing(activity) or check.calendar.looks_back(path):
                continue
            for year, times in _years_of(activity, first_year, check):
                so_far[year] = so_far.get(year, 0) + times
                count = so_far[year]
                ruling = None if year in told else most.broken(partial(_is_below, count))
                if ruling is not None:
                    told.add(year)
                    yield self.finding(
                        (*path, "activity"),
                        ruling=ruling,
                        title=activity.title,
                        year=_in_year(year),
                        count=count,
                        most=limit_in_words(ruling),
                    )


def _is_below(count: int, most: Figure) -> bool:
    return cast("Fraction", most) < count


def _in_year(year: int) -> Worded:
    return Worded(f"{year}年" if year else "", f" in {year}" if year else "")


def _years_of(activity: Activity, year: int, check: Check) -> Iterator[tuple[int, int]]:
    """Yield how many times an outing is in which year."""
    days = () if activity.when is None else tuple(check.calendar.days_of(activity.when))
    inside = [each for each in days if each.position is not Position.OUTSIDE]
    if not inside:
        yield year, 1
    for each in inside:
        yield getattr(each.start, "year", year), each.times


class OutingOverNight(Rule):
    """
    Reports an outing that lasts more nights than are allowed where the union is: none by the measures of 2017; one in
    provinces that have allowed it since 2025.

    ## Why is this bad?

    Spring and autumn outings return on the same day. ACFTU asked in March 2025 for wider local rules; where the province
    has made none, the night is found by the audit.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {activity: 秋游, kind: outing, when: 10月17日—18日, owner: 文体部}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, region: 上海市}
    period: {year: 2026, half: 2}
    content:
      - {activity: 秋游, kind: outing, when: 10月17日—18日, owner: 文体部}
    ```

    ## Known limits

    A span of two to seven days counts as one journey, unless `same_day: true` says that groups go by turns and return.
    Rules of provinces that are not in the data (`unionkit explain UK505`) have to be added in a file of your own.
    """

    code = "UK505"
    slug = "outing-over-night"
    title_zh = "春秋游在外过夜"
    title_en = "outing over night"
    severity = Severity.WARNING
    basis = FUNDS_2017
    parameters = ("outing-nights",)
    needs = ("organization.region",)
    nodes = (Activity,)
    wording = {
        "zh": "春秋游“{title}”在外过夜 {nights} 晚，而{most}；{advice}。本省另有新规定的，以其为准。",
        "en": "The outing “{title}” lasts {nights}, and {most} where the union is; {advice}, or go by a newer rule of the"
        " province.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        activity = cast("Activity", node)
        if not _is_outing(activity) or not is_ahead(activity, check):
            return
        ruling = check.rulings["outing-nights"]
        nights = (days_of(activity, check) or 1) - 1
        if nights > ruling.number:
            most = limit_in_words(ruling)
            yield self.finding(
                (*check.path, "activity"),
                ruling=ruling,
                title=activity.title,
                nights=counted(nights, "night"),
                most=Worded(f"该地规定最多 {most.zh}", f"no more than {most.en} may be spent away")
                if ruling.number
                else Worded("该地规定春秋游当日往返", "outings return on the same day"),
                advice=Worded("请缩短", "make it shorter") if ruling.number else _RETURN,
            )


_RETURN: Final = Worded(
    "请改为一日，分批往返的写上 same_day: true（当日往返）",
    "make it one day (where groups go by turns, say same_day: true)",
)


class _OutingCost(Rule):
    """What the two rules about the cost of outings share; it is no rule itself."""

    severity = Severity.WARNING
    basis = FUNDS_2017
    nodes = (Activity,)
    wording = {
        "zh": "春秋游“{title}”每人 {cost}，超过{days}每人 {most} 的上限；请压缩费用或减少项目。",
        "en": "The outing “{title}” costs {cost} a head, more than the {most} allowed for {days}; spend less.",
    }
    days: int
    worded_days: Worded

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        activity = cast("Activity", node)
        if not _is_outing(activity) or activity.cost is None or not is_ahead(activity, check):
            return
        days = days_of(activity, check)
        if days is None and check.rulings["outing-nights"].number:
            yield self.lacks("same_day")
            return
        if (days or 1) != self.days:
            return
        people = exact_people(activity.participants)
        if people is None:
            yield self.lacks("participants")
            return
        ruling = check.rulings[self.parameters[0]]
        if Fraction(activity.cost.yuan) > ruling.number * people:
            yield self.finding(
                (*check.path, "cost"),
                ruling=ruling,
                title=activity.title,
                cost=a_head(activity.cost, people),
                days=self.worded_days,
                most=limit_in_words(ruling),
            )


class OutingCostAboveCap(_OutingCost):
    """
    Reports an outing of one day whose cost a head is above what the province allows.

    ## Why is this bad?

    The measures of 2017 leave the sum to the provinces; what is above theirs cannot be booked.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {activity: 秋游, kind: outing, when: 10月17日, participants: 60, cost: 12000.01, owner: 文体部}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {activity: 秋游, kind: outing, when: 10月17日, participants: 60, cost: 12000, owner: 文体部}
    ```

    ## Known limits

    All of the cost of the activity counts. Where the province allows nights, the plan has to say that all return on the
    same day (a day as time, or `same_day`). About so many people (约60人) is no number to divide by.
    """

    code = "UK506"
    slug = "outing-cost-above-cap"
    title_zh = "春秋游人均费用超过上限"
    title_en = "outing costs more a head than allowed"
    parameters = ("outing-day-cost", "outing-nights")
    days = 1
    worded_days = Worded("当日往返", "one day")


class TwoDayOutingCostAboveCap(_OutingCost):
    """
    Reports an outing of two days and one night whose cost a head is above what the province allows for both days.

    ## Why is this bad?

    Provinces that allow the night have set a sum for the whole journey, which is not twice that of one day everywhere.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, region: 上海市}
    period: {year: 2026, half: 2}
    content:
      - {activity: 秋游, kind: outing, when: 10月17日—18日, participants: 60, cost: 54000.01, owner: 文体部}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, region: 上海市}
    period: {year: 2026, half: 2}
    content:
      - {activity: 秋游, kind: outing, when: 10月17日—18日, participants: 60, cost: 54000, owner: 文体部}
    ```

    ## Known limits

    As with UK506. Longer journeys are UK505's affair.
    """

    code = "UK507"
    slug = "two-day-outing-cost-above-cap"
    title_zh = "两天一晚的春秋游人均费用超过上限"
    title_en = "outing of two days costs more a head than allowed"
    parameters = ("outing-two-days-cost", "outing-nights")
    days = 2
    worded_days = Worded("两天一晚", "two days and one night")


class OutingTooFar(Rule):
    """
    Reports an outing into a province to which the rule of the union's region does not let it go.

    ## Why is this bad?

    Regions that widened the rules for outings did so for their own places: 上海 pays only for outings in the city.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, region: 上海市}
    period: {year: 2026, half: 2}
    content:
      - {activity: 秋游, kind: outing, when: 10月17日, place: 浙江安吉, owner: 文体部}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, region: 上海市}
    period: {year: 2026, half: 2}
    content:
      - {activity: 秋游, kind: outing, when: 10月17日, place: 崇明岛, owner: 文体部}
    ```

    ## Known limits

    It goes by the names of provinces in place and title; where a town is, the core does not know.
    """

    code = "UK508"
    slug = "outing-too-far"
    title_zh = "春秋游超出允许的地域"
    title_en = "outing beyond the region"
    severity = Severity.WARNING
    basis = FUNDS_2017
    parameters = ("outing-area",)
    nodes = (Activity,)
    wording = {
        "zh": "春秋游“{title}”去{place}，而所在地规定只在{area}范围内；请改地点。",
        "en": "The outing “{title}” goes to {place}, and the rule of the region is for {area} only; choose another place.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        activity = cast("Activity", node)
        if not _is_outing(activity) or not is_ahead(activity, check):
            return
        ruling = check.rulings["outing-area"]
        for key, said in (("place", activity.place), ("activity", activity.title)):
            named = re.findall(f"({'|'.join(_PROVINCES)}){_OF_A_ROAD}", said)
            if any(name in ruling.names for name in named):
                return
            if named:
                yield self.finding(
                    (*check.path, key),
                    words=named[0],
                    ruling=ruling,
                    title=activity.title,
                    place=named[0],
                    area=names_in_words(ruling.names),
                )
                return


class RecuperationTooLong(Rule):
    """
    Reports a stay for recuperation (疗休养) of more days than the province or city allows.

    ## Why is this bad?

    Who pays for the further days does so without a rule, and they look like travel at public cost.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, region: 湖南省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 一线职工疗休养, kind: recuperation, when: 8月3日—8日}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, region: 湖南省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 一线职工疗休养, kind: recuperation, when: 8月3日—7日}
    ```

    ## Known limits

    The days are those of the title (6天) or between the first and the last day; a span of more than a week is taken for
    the time in which groups go.
    """

    code = "UK514"
    slug = "recuperation-too-long"
    title_zh = "疗休养天数超过上限"
    title_en = "recuperation too long"
    severity = Severity.WARNING
    basis = _REST
    parameters = ("recuperation-days",)
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”安排 {days} 天，超过所在地 {most} 的上限；请缩短。",
        "en": "“{title}” lasts {days} days, more than the {most} allowed where the union is; make it shorter.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        if not _is_rest_ahead(measure, check):
            return
        days = days_said(measure.title, measure.when, check.plan.period.year)
        ruling = check.rulings["recuperation-days"]
        if days is not None and days > ruling.number:
            yield self.finding(
                (*check.path, "welfare"),
                ruling=ruling,
                title=measure.title,
                days=days,
                most=limit_in_words(ruling),
            )


class RecuperationTooCostly(Rule):
    """
    Reports a stay for recuperation (疗休养) whose cost a head and day is above what the province or city allows.

    ## Why is this bad?

    Rest is the content; a costly stay is what the rules on thrift call travel at public cost.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, region: 湖南省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 一线职工疗休养, kind: recuperation, when: 8月3日—7日, per_head: 2500.01}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, region: 湖南省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 一线职工疗休养, kind: recuperation, when: 8月3日—7日, per_head: 2500}
    ```

    ## Known limits

    The cap is without travel, and `per_head` should be. Without days in time or title the rule is silent.
    """

    code = "UK515"
    slug = "recuperation-too-costly"
    title_zh = "疗休养人均费用超过上限"
    title_en = "recuperation costs more a head than allowed"
    severity = Severity.WARNING
    basis = _REST
    parameters = ("recuperation-day-cost",)
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”{days} 天每人 {cost}，超过每人每天 {most}（不含交通费）的上限；请压缩，或把交通费另列。",
        "en": "“{title}” costs {cost} a head for {days}, above {most} a head and day without travel; spend less, or tell"
        " travel apart.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        measure = cast("WelfareMeasure", node)
        if measure.per_head is None or not _is_rest_ahead(measure, check):
            return
        days = days_said(measure.title, measure.when, check.plan.period.year)
        ruling = check.rulings["recuperation-day-cost"]
        if days is None:
            yield self.lacks("when")
        elif Fraction(measure.per_head.yuan) > ruling.number * days:
            yield self.finding(
                (*check.path, "per_head"),
                ruling=ruling,
                title=measure.title,
                days=counted(days, "day"),
                cost=yuan(Fraction(measure.per_head.yuan)),
                most=limit_in_words(ruling),
            )


def _is_rest_ahead(measure: WelfareMeasure, check: Check) -> bool:
    """Whether a welfare measure is a stay that is planned."""
    return measure.kind == "recuperation" and not (measure.done or check.calendar.looks_back(check.path))


RULES: Final[tuple[Rule, ...]] = (
    TooManyOutings(),
    OutingOverNight(),
    OutingCostAboveCap(),
    TwoDayOutingCostAboveCap(),
    OutingTooFar(),
    RecuperationTooLong(),
    RecuperationTooCostly(),
)
