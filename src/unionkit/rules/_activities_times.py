"""Rules about when activities are: what is not said, what contradicts the words, the calendar or the plan itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any, Final, cast

import attrs

from unionkit.almanac import DayKind, Position
from unionkit.model import (
    Activity,
    AtFestival,
    Goal,
    InSeason,
    Nearness,
    Path,
    Period,
    Plan,
    Several,
    WelfareMeasure,
)

from ._calendar import PLANNED, Planned, Time
from ._finding import Finding, Severity, Worded
from ._rule import CONVENTION, Check, Rule
from ._schedule import MONTHS_EN, days_told, worded_days, worded_name
from ._schedule_hours import written_days
from ._welfare_money import is_booked_as_gift

_MEETINGS: Final = frozenset({"meeting", "training", "election"})
_NUMERALS: Final = {name: at for at, name in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_MONTH: Final = re.compile(
    r"(?<![\d历年第个至到—–~～\-、一二三四五六七八九十正腊冬])(?P<month>1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])月"
    r"(?![\d一二三四五六七八九十]{0,3}[日号]?(?:至|到|—|–|~|～|-|、))(?P<before>份?(?:初|[1-5][日号])?以?前)?"
)
_OTHER_TIMES: Final = re.compile("去年|上年|明年|次年|来年|往年|农历|阴历|[至到—–~～]")
_MONTH_DAYS: Final = 31
"""A seasonal service may begin and end a month beside its usual days."""
_SEASONS: Final = {
    "夏送清凉": re.compile("夏季?送清凉"),
    "金秋助学": re.compile("金秋助学"),
    "冬送温暖": re.compile("冬季?送温暖|两节送温暖"),
    "春送岗位": re.compile("春送岗位|春风行动"),
}
_OF_A_TRADE: Final = {
    "教师节": frozenset({"enterprise", "agency", "hospital"}),
    "护士节": frozenset({"school", "enterprise", "agency"}),
    "记者节": frozenset({"school", "agency", "hospital"}),
}
"""Festivals of one trade, and the sectors whose unions have nobody of it."""
_FOR_OTHERS: Final = frozenset({"visit", "donation", "publicity"})


def _named(item: Planned) -> tuple[str, str]:
    """Return the key of an item's name, and the name."""
    if isinstance(item, Goal):
        return "goal", item.indicator
    return ("activity" if isinstance(item, Activity) else "welfare"), item.title


class ActivityWithoutTime(Rule):
    """
    Tells which activities have neither a time nor a last day, in one finding.

    ## Why is this bad?

    What has no time is on no calendar, and the reader cannot tell whether it was forgotten.

    ## Example

    ```yaml
    - {activity: 职工书画展, owner: 宣传委员}
    ```

    Use instead:

    ```yaml
    - {activity: 职工书画展, when: 10月中旬, owner: 宣传委员}
    ```

    ## Known limits

    Words that are no date (适时) are a time that the plan leaves open on purpose. What was done, and reviews, pass.
    """

    code = "UK517"
    slug = "activity-without-time"
    title_zh = "活动没有时间"
    title_en = "activity without time"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Activity,)
    gathers = True
    wording = {
        "zh": "“{title}”没有时间；请写上 when（何时）或 due（截止日期）。",
        "en": "“{title}” has no time; say when, or give a due date.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        activity = cast("Activity", node)
        said = activity.when is not None or activity.due is not None or activity.done
        if not said and not check.calendar.looks_back(check.path):
            yield self.finding((*check.path, "activity"), title=activity.title)


class WordsNameAnotherMonth(Rule):
    """
    Reports an activity, a welfare measure or a goal whose words name another month than its `when` and `due`.

    ## Why is this bad?

    People go by the words, the calendar by the data; one of the two was changed and the other was not.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - text: 11月底前完成代表换届选举。
        facts:
          - {activity: 代表换届选举, kind: election, when: 10月, words: 11月底前完成代表换届选举}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - text: 11月底前完成代表换届选举。
        facts:
          - {activity: 代表换届选举, kind: election, when: 11月底前, words: 11月底前完成代表换届选举}
    ```

    ## Known limits

    Only the `words` of a fact and the `text` of an item that stands alone, and only months by number; the Chinese calendar,
    spans (9月至11月) and other years pass, and so do words that hold the time itself among others. 9月前 goes with
    August as well. It is enough that one month agrees.
    """

    code = "UK518"
    slug = "words-name-another-month"
    title_zh = "文字中的月份与时间不同"
    title_en = "words name another month"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = PLANNED
    wording = {
        "zh": "“{title}”的文字写的是“{said}”，时间却在{months}；请把两处改成一致。",
        "en": "The words of “{title}” say “{said}”, and its time is {months}; make them agree.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        item = cast("Planned", node)
        key, words = ("words", item.words) if item.words is not None else ("text", item.text)
        if not words or _OTHER_TIMES.search(words) or _is_quoted(item, words):
            return
        said = list(_MONTH.finditer(words))
        if not said:
            return
        months = _months_of(check.calendar.of(item, check.path))
        if months and not any(_fits(match, months) for match in said):
            yield self.finding(
                (*check.path, key),
                words=f"{said[0]['month']}月",
                title=_named(item)[1],
                said=f"{said[0]['month']}月",
                months=Worded(
                    "、".join(f"{month}月" for month in sorted(months)),
                    ", ".join(MONTHS_EN[month - 1] for month in sorted(months)),
                ),
            )


def _is_quoted(item: Planned, words: str) -> bool:
    """Whether the words name the very time of the item, among others perhaps."""
    when = None if item.when is None else re.escape(item.when.wording)
    return when is not None and re.search(rf"(?<!\d){when}", words) is not None


def _months_of(times: tuple[Time, ...]) -> set[int]:
    """Return the months in which times are; none where one of them is not known."""
    months: set[int] = set()
    for time in times:
        if time.resolution.undated or not time.resolution.occurrences:
            return set()
        for each in time.resolution:
            months.add(each.start.month)
            month = each.start.month
            while month != each.end.month:
                month = month % 12 + 1
                months.add(month)
    return months


def _fits(match: re.Match[str], months: set[int]) -> bool:
    told = match["month"]
    month = int(told) if told.isdecimal() else _NUMERALS[told]
    return month in months or (match["before"] is not None and (month - 2) % 12 + 1 in months)


class OverBeforeIssue(Rule):
    """
    Tells what was over on the day on which the plan was issued, and is told as lying ahead.

    ## Why is this bad?

    A plan that is issued in September and announces August was late, or was not gone through again.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    issued: 2026-09-15
    content:
      - {activity: 高温慰问, kind: visit, when: 8月上旬}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    issued: 2026-09-15
    content:
      - {activity: 高温慰问, kind: visit, when: 8月上旬, done: true}
    ```

    ## Known limits

    Only what is over as a whole; what recurs goes by its last time.
    """

    code = "UK519"
    slug = "over-before-issue"
    title_zh = "印发时已经过去的事项"
    title_en = "over before the plan was issued"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = PLANNED
    gathers = True
    needs = ("issued",)
    wording = {
        "zh": "“{title}”最晚在{last}，而计划{issued}才印发；已经开展的请写 done: true，没有开展的请改时间。",
        "en": "“{title}” was over by {last}, and the plan was issued on {issued}; say done: true, or give another time.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        item = cast("Planned", node)
        issued = cast("dt.date", check.plan.issued)
        times = check.calendar.of(item, check.path)
        found = [each for time in times for each in time.resolution]
        days = [each.end for each in found if isinstance(each.end, dt.date) and not each.assumed]
        known = days and len(days) == len(found) and not any(time.resolution.undated for time in times)
        if known and max(days) < issued and all(each.position is not Position.OUTSIDE for each in found):
            yield self.finding(
                times[0].at,
                words=times[0].schedule.wording,
                title=times[0].title,
                last=worded_days(max(days), max(days)),
                issued=worded_days(issued, issued),
            )


class DoneBeforeItsDay(Rule):
    """
    Reports what is marked as done, though its time begins after the day on which the plan was issued.

    ## Why is this bad?

    The mark was left from another plan, or the time is that of the next round.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    issued: 2026-08-25
    content:
      - {activity: 教职工运动会, when: 10月中旬, done: true}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    issued: 2026-08-25
    content:
      - {activity: 教职工运动会, when: 10月中旬}
    ```

    ## Known limits

    Reviews are not looked at: what they tell may be of the year before. The plan has to name its day of issue.
    """

    code = "UK520"
    slug = "done-before-its-day"
    title_zh = "时间未到而标为已开展"
    title_en = "done before its day"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Activity, WelfareMeasure)
    needs = ("issued",)
    wording = {
        "zh": "“{title}”标为已开展（done），而它最早在{first}，计划{issued}就已印发；请去掉 done 或核对时间。",
        "en": "“{title}” is marked as done, but does not begin before {first}, and the plan was issued on {issued}; drop done, or"
        " check the time.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        item = cast("Activity | WelfareMeasure", node)
        issued = cast("dt.date", check.plan.issued)
        if not item.done or item.when is None or check.calendar.looks_back(check.path):
            return
        found = check.calendar.days_of(item.when)
        starts = [each.start for each in found if isinstance(each.start, dt.date) and not each.assumed]
        inside = all(each.position is not Position.OUTSIDE for each in found)
        if starts and inside and not found.undated and min(starts) > issued:
            yield self.finding(
                (*check.path, "done"),
                title=item.title,
                first=worded_days(min(starts), min(starts)),
                issued=worded_days(issued, issued),
            )


class MeetingOnPublicHoliday(Rule):
    """
    Reports a meeting, a training or an election on a day off of a public holiday.

    ## Why is this bad?

    Delegates and members are away, and a vote may lack its quorum.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 会员代表大会, kind: meeting, when: 10月2日}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 会员代表大会, kind: meeting, when: 10月15日}
    ```

    ## Known limits

    Days told by date, or by the name of a festival, of a year whose days off are in the data, or that the law itself
    names. Ordinary weekends pass; make-up days are UK404's affair.
    """

    code = "UK521"
    slug = "meeting-on-public-holiday"
    title_zh = "法定节假日开会"
    title_en = "meeting on a public holiday"
    severity = Severity.WARNING
    basis = CONVENTION
    needs_year = True
    nodes = (Activity,)
    wording = {
        "zh": "“{title}”定在{day}，这一天放假；请改期，以免到会人数不足。",
        "en": "“{title}” is on {day}, a public holiday; move it, or too few may come.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        activity = cast("Activity", node)
        if activity.kind not in _MEETINGS:
            return
        for time in check.calendar.of(activity, check.path):
            for day in _days_set(time):
                if check.almanac.holidays.kind(day) is DayKind.HOLIDAY and check.almanac.holidays.is_certain(
                    day
                ):
                    yield self.finding(
                        time.at,
                        words=time.schedule.wording,
                        title=activity.title,
                        day=worded_days(day, day),
                    )
                    return


def _days_set(time: Time) -> Iterator[dt.date]:
    """Yield the days that a time names by date, or by the festival that it is on."""
    yield from written_days(time)
    if isinstance(time.schedule, AtFestival) and time.schedule.nearness is Nearness.ON and time.key == "when":
        for each in time.resolution:
            if each.position is not Position.OUTSIDE:
                yield from (day for day in days_told(each) if isinstance(day, dt.date))


class FestivalOfAnotherTrade(Rule):
    """
    Tells that a union keeps the festival of a trade that its people are not of: 教师节 in an enterprise, 护士节 in a school.

    ## Why is this bad?

    It was copied from the plan of a school or a hospital.

    ## Example

    ```yaml
    organization: {name: 北岭机械厂工会, sector: enterprise}
    period: {year: 2026, half: 2}
    content:
      - {activity: 庆祝大会, kind: meeting, when: 教师节}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, sector: school}
    period: {year: 2026, half: 2}
    content:
      - {activity: 庆祝大会, kind: meeting, when: 教师节}
    ```

    ## Known limits

    Visits, donations and publicity are for others, and pass. An enterprise may run a school or a clinic. Festival gifts
    from union money are UK201's affair.
    """

    code = "UK522"
    slug = "festival-of-another-trade"
    title_zh = "别的行业的节日"
    title_en = "festival of another trade"
    severity = Severity.INFO
    basis = CONVENTION
    sectors = frozenset({"school", "enterprise", "agency", "hospital"})
    nodes = (Activity, WelfareMeasure)
    wording = {
        "zh": "“{title}”定在{festival}，那不是本单位职工的行业节日；若是从别的计划抄来的，请删改。",
        "en": "“{title}” is set for {festival}, which is no festival of this unit's trade; delete it if it was copied.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        item = cast("Activity | WelfareMeasure", node)
        kind = item.kind if isinstance(item, Activity) else ""
        if isinstance(item, WelfareMeasure) and is_booked_as_gift(item):
            return
        if item.when is None or item.done or kind in _FOR_OTHERS or check.calendar.looks_back(check.path):
            return
        for each in item.when.members if isinstance(item.when, Several) else (item.when,):
            name = each.festival if isinstance(each, AtFestival) else ""
            if check.plan.organization.sector in _OF_A_TRADE.get(name, ()):
                known = check.almanac.festival(name)
                yield self.finding(
                    (*check.path, "when"),
                    words=each.wording,
                    title=item.title,
                    festival=name if known is None else worded_name(known),
                )


class SeasonInWrongMonth(Rule):
    """
    Reports a seasonal service of unions (春送岗位, 夏送清凉, 金秋助学, 冬送温暖) that is set far from its season.

    ## Why is this bad?

    Cooling drinks in November: the name or the month was left over from another plan.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 夏送清凉走访, kind: visit, when: 12月}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 夏送清凉走访, kind: visit, when: 7月}
    ```

    ## Known limits

    The usual days of each are those of the almanac (the edges from general knowledge); a month before and after them
    passes. 送温暖 and 送清凉 alone pass, which some units do all year.
    """

    code = "UK523"
    slug = "season-in-wrong-month"
    title_zh = "四季服务不在其季节"
    title_en = "seasonal service out of season"
    severity = Severity.WARNING
    basis = CONVENTION
    needs_year = True
    nodes = (Activity, WelfareMeasure)
    wording = {
        "zh": "“{title}”定在“{when}”，而{season}通常在{usual}；请核对名称和时间。",
        "en": "“{title}” is set for “{when}”, and {season} is usually in {usual}; check name and time.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        item = cast("Activity | WelfareMeasure", node)
        name = next((name for name, said in _SEASONS.items() if said.search(item.title)), None)
        season = None if name is None else check.almanac.season(name)
        if name is None or season is None:
            return
        for time in check.calendar.of(item, check.path):
            days = [
                (each.start, each.end)
                for each in time.resolution
                if isinstance(each.start, dt.date) and isinstance(each.end, dt.date)
            ]
            usual = sorted({span for start, _ in days for span in _usual(name, start.year, check)})
            if days and usual and not any(_near(start, end, usual) for start, end in days):
                yield self.finding(
                    time.at,
                    words=time.schedule.wording,
                    title=item.title,
                    when=time.schedule.wording,
                    season=worded_name(season),
                    usual=_months(*usual[0]),
                )


def _usual(name: str, year: int, check: Check) -> Iterator[tuple[dt.date, dt.date]]:
    """Yield from when to when a season is in a year."""
    whole = Period(first=dt.date(year, 1, 1), last=dt.date(year, 12, 31))
    for each in check.calendar.days_of(InSeason(wording=name, season=name), whole):
        yield cast("dt.date", each.start), cast("dt.date", each.end)


def _near(start: dt.date, end: dt.date, usual: list[tuple[dt.date, dt.date]]) -> bool:
    room = dt.timedelta(days=_MONTH_DAYS)
    return any(start <= last + room and end >= first - room for first, last in usual)


def _months(first: dt.date, last: dt.date) -> Worded:
    return Worded(f"{first.month}月至{last.month}月", f"months {first.month} to {last.month}")


class ToldTwice(Rule):
    """
    Tells that an activity, a welfare measure or a goal is told twice, with the same time and figures.

    ## Why is this bad?

    Each fact has one home. Told twice it is on the calendar twice, and is added up twice.

    ## Example

    ```yaml
    - {activity: 职工书画展, when: 10月中旬, owner: 宣传委员}
    - {activity: 职工书画展, when: 10月中旬, owner: 宣传委员}
    ```

    Use instead:

    ```yaml
    - {activity: 职工书画展, when: 10月中旬, owner: 宣传委员}
    ```

    ## Known limits

    Name, time, owner and figures all have to agree. What has no time, and reviews, pass.
    """

    code = "UK524"
    slug = "told-twice"
    title_zh = "同一事项写了两次"
    title_en = "told twice"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Plan,)
    wording = {
        "zh": "“{title}”前面已经写过，时间和内容都相同；请只留一处，另一处用文字提及。",
        "en": "“{title}” was told before, with the same time and figures; keep one, and mention it in words elsewhere.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        del node  # the survey is that of the plan
        survey = check.survey
        items: list[tuple[Path, Planned]] = [*survey.activities, *survey.welfare, *survey.goals]
        first: dict[tuple[str, str], list[object]] = {}
        for path, item in items:
            if _is_dated(item) and not check.calendar.looks_back(path):
                key, title = _named(item)
                before, content = first.setdefault((key, title), []), _content(cast("Any", type(item)))(item)
                if content in before:
                    yield self.finding((*path, key), title=title)
                else:
                    before.append(content)


def _is_dated(item: Planned) -> bool:
    """Whether an item lies ahead and tells a time or a figure: without either, two of one name may be two things."""
    if getattr(item, "done", False):
        return False
    return item.when is not None or item.due is not None or getattr(item, "target", None) is not None


@cache
def _content(kind: type) -> Callable[[Planned], object]:
    """Return what gives all that an item says, but how it is worded."""
    return attrgetter(*(field.name for field in attrs.fields(kind) if field.name not in _WORDED))


_WORDED: Final = frozenset({"id", "words", "nth", "text", "marker", "private"})


RULES: Final[tuple[Rule, ...]] = (
    ActivityWithoutTime(),
    WordsNameAnotherMonth(),
    OverBeforeIssue(),
    DoneBeforeItsDay(),
    MeetingOnPublicHoliday(),
    FestivalOfAnotherTrade(),
    SeasonInWrongMonth(),
    ToldTwice(),
)
