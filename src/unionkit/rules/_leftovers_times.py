"""Rules about times that stand in the prose of a copied plan: campaigns, anniversaries, years and halves that are past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from unionkit.model import Paragraph

from ._finding import Finding, Severity, Worded
from ._leftovers_lexicon import any_of, entry_of, from_lexicon, number, table
from ._rule import CONVENTION, Check, Rule, TextRule, compiled
from ._schedule import worded_period
from ._survey import Hit
from ._words import sentence

_DONE_WITH: Final = (
    "成果|成效|经验|以来|曾|回顾|总结|收官|圆满|取得|完成情况|成就|评估|基础上|衔接|讲话|大会上"
)


class PastCampaign(TextRule):
    """
    Reports a campaign, or a slogan, of a time that was over before the plan's period began: 群众路线教育实践活动 (until 2014),
    迎世博 (2010), 全面建设小康社会.

    ## Why is this bad?

    It is the surest sign of an old sample, and it asks people to take part in what is over.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 以开展群众路线教育实践活动为契机，改进作风。
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 以落实中央八项规定精神为契机，改进作风。
    ```

    ## Known limits

    The campaigns and their last days are in the data file `campaigns.yaml`, most of them from general knowledge. What
    speaks of results or looks back (巩固…成果) passes, and so do reviews.
    """

    code = "UK711"
    slug = "past-campaign"
    title_zh = "已结束的专题活动或旧口号"
    title_en = "campaign that is over"
    severity = Severity.WARNING
    basis = CONVENTION
    needs_year = True
    pattern = from_lexicon(lambda: any_of(table("campaigns"), "words"))
    wording = {
        "zh": "“{named}”到{until}已告一段落{instead}；请更新，或写明是巩固成果。",
        "en": "“{named}” was over by {until}{instead}; bring it up to date, or say that its results are kept up.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it where it was over before the period."""
        entry, start = entry_of(hit, table("campaigns")), check.plan.period.start
        about = sentence(hit.text, hit.start, hit.end)
        passes = f"{_DONE_WITH}|{entry['kept']}" if "kept" in entry else _DONE_WITH
        if (
            start is not None
            and entry["until"] < start
            and not compiled(passes).search(about)
            and not check.calendar.looks_back(hit.path)
        ):
            now = entry.get("instead")
            yield self.finding(
                hit.path,
                words=hit.words,
                nth=hit.nth,
                named=hit.words,
                until=f"{entry['until']:%Y-%m}",
                instead=Worded(f"，现在的提法是“{now}”", f" (the wording now is {now})") if now else "",
            )


class PastFiveYearPlan(TextRule):
    """
    Reports a national five-year plan (十四五规划) that had ended before the plan's period began.

    ## Why is this bad?

    十三五 in a plan of 2026 was copied. Goals of five years ago are set again.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 围绕“十三五”规划目标，开展劳动竞赛。
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 围绕“十五五”规划目标，开展劳动竞赛。
    ```

    ## Known limits

    The years are reckoned: 十一五 is 2006 to 2010, and so on by fives. Sentences that look back (总结“十四五”) pass, and
    those that name the present one too.
    """

    code = "UK712"
    slug = "past-five-year-plan"
    title_zh = "已到期的五年规划"
    title_en = "five-year plan that has ended"
    severity = Severity.WARNING
    basis = CONVENTION
    needs_year = True
    pattern = '(?P<number>十[一二三四五六])五(?=[”"」]?(?:规划|计划|时期|期间|发展|开局|目标|蓝图|末))'
    wording = {
        "zh": "“{named}”是{first}—{last}年，计划期开始前已经结束；请改为现行的五年规划。",
        "en": "“{named}” was {first} to {last}, and over before the period began; name the present five-year plan.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it where its last year is past."""
        nth, start = number(hit.match["number"]), check.plan.period.start
        first = 2006 + 5 * (nth - 11)
        about = sentence(hit.text, hit.start, hit.end)
        others = {each["number"] for each in compiled(self.pattern).finditer(about)}
        if (
            start is not None
            and first + 4 < start.year
            and len(others) == 1
            and not compiled(_DONE_WITH).search(about)
            and not check.calendar.looks_back(hit.path)
        ):
            yield self.finding(
                hit.path, words=hit.words, nth=hit.nth, named=hit.words, first=first, last=first + 4
            )


@cache
def _anniversaries() -> str:
    tables = table("anniversaries")
    since = "|".join(f"(?P<a{at}>{each['words']})" for at, each in enumerate(tables["anniversaries"]))
    nth = "|".join(f"(?P<b{at}>{each['words']})" for at, each in enumerate(tables["nth"]))
    figure = r"\d{1,3}|[一二三四五六七八九十百零]{1,6}"
    return (
        rf"(?:{since})(?P<years>{figure})周年"
        rf"|第(?P<times>{figure})(?:个|届)[“\"]?(?:{nth})"
    )


class OtherAnniversary(TextRule):
    """
    Reports an anniversary that is not one of the plan's year: 新中国成立70周年 in 2026, the 第38个教师节.

    ## Why is this bad?

    The activity is made for a day that is gone. Anniversaries are what people look at first.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 举办庆祝新中国成立70周年职工书画展。
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 举办庆祝新中国成立77周年职工书画展。
    ```

    ## Known limits

    The years that are counted from are in the data file `anniversaries.yaml`. What looks back, quotes a speech, or gets
    ready for the next year (迎接) passes, and so does an anniversary to come.
    """

    code = "UK713"
    slug = "other-anniversary"
    title_zh = "周年数与计划年份不符"
    title_en = "anniversary of another year"
    severity = Severity.WARNING
    basis = CONVENTION
    needs_year = True
    pattern = from_lexicon(_anniversaries)
    wording = {
        "zh": "“{named}”是{was}年的事，而计划是{year}年的；请改为{right}，或换一个主题。",
        "en": "“{named}” was in {was}, but the plan is for {year}; it would be {right}, or take another theme.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it where it belongs to a year before those of the period."""
        said = hit.match["years"] or hit.match["times"]
        since = _counted_from(hit.match)
        was, years = since + number(said), check.calendar.years
        about = sentence(hit.text, hit.start, hit.end)
        if (
            years
            and was < years[0]
            and not compiled(_DONE_WITH).search(about)
            and not check.calendar.looks_back(hit.path)
        ):
            right = hit.words.replace(said, str(years[0] - since), 1)
            yield self.finding(
                hit.path, words=hit.words, nth=hit.nth, named=hit.words, was=was, year=years[0], right=right
            )


def _counted_from(match: re.Match[str]) -> int:
    """Return the year that is counted from; the one before the first time."""
    tables, groups = table("anniversaries"), match.groupdict()
    entries = [(f"a{at}", entry) for at, entry in enumerate(tables["anniversaries"])]
    entries += [(f"b{at}", entry) for at, entry in enumerate(tables["nth"])]
    return next(int(entry["year"]) for group, entry in entries if groups[group])


_AHEAD: Final = (
    "度?(?:[上下]半年)?(?:"
    r"[^，。；\n]{0,8}?工作(?:计划|要点|目标|安排|思路|任务)"
    "|[，,]?(?:我们|(?:[我本校市区县省镇总]|公司|社区|街道){0,3}工会)?(?:各项)?(?:工作)?"
    "(?:将|拟|计划|力争|争取|确保|继续|要)(?![求点闻素])"
    ")"
)
_MODIFIES: Final = (
    r"度?(?:[上下]半年|\d{1,2}月)?(?!工作(?:计划|要点|目标|安排|思路|任务))(?:(?!将|拟|计划|力争|争取|确保|继续|要|(?:举行|举办|组织|召开|开展)(?!的))[^，。；：\n]){1,14}的(?!是)"
    r"|度(?!\s*工[作会]|[，,]|将|拟|计划|力争|争取|确保|继续|要)"
)
"""Behind a year that only tells which one is meant: 2024年满意度调查的问题, 2024年度平均工资."""
_GOES_BY: Final = r"(?:按照?|对照|依据|根据|依照|参照)[^，。；：\n\d]{0,4}$|[自从]$"
_BEHIND: Final = (
    rf"{_DONE_WITH}|[《〔（(]|成立|创办|建校|施行|实施以|修订|修正|印发|颁布|公布|发布|出台|下发|文件|通知|办法|条例|规定|意见|方案"
    "|规划|标准|价格|水平|数据|统计|相比|同期|同比|以前|年前|截至|截止|至今|起|始|自|荣获|获得|获评|被评|入职|毕业|出生|聘|换届"
    "|选举产生|当选|任期|届|会议|全会|精神|了|过|已|度汇算|结余|结转|决算|完成|执行"
)


class OtherYear(TextRule):
    """
    Reports a year in the prose for which the plan is not: 2024年工作要点 in a plan of 2026, an activity in 2015年12月.

    ## Why is this bad?

    The year was not changed everywhere. Who carries out the plan does not know whether the rest of the sentence is
    meant for this year.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 2024年下半年，工会将办好三件实事。
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 2026年下半年，工会将办好三件实事。
    ```

    ## Known limits

    Years that are past are looked at, in words like 将, 计划, 工作要点, or two and more years back in a sentence that tells
    of no law, paper, founding, award, comparison or thing done. A year that modifies a noun (2024年签订的合同), that
    something goes by (按2024年度平均工资), or that stands beside the plan's own passes. Years to come are goals. The title
    is UK149's affair, times of typed items are UK401's.
    """

    code = "UK721"
    slug = "other-year"
    title_zh = "正文年份不是计划的年份"
    title_en = "year of another plan"
    severity = Severity.WARNING
    basis = CONVENTION
    needs_year = True
    pattern = r"(?<![\d〔（(—-])(?P<year>(?:19|20)\d{2})年(?!以?来|版|度?第)"
    wording = {
        "zh": "“{around}”写的是{year}年，而计划期是{period}；请改年份，或删去这句。",
        "en": "“{around}” is about {year}, but the period is {period}; change the year, or delete the sentence.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it where a year that is past is written as one to come."""
        year, years = int(hit.match["year"]), check.calendar.years
        if (
            hit.path == ("title",)
            or not years
            or year >= years[0]
            or check.calendar.looks_back(hit.path)
            or _has_time(hit, check)
        ):
            return
        about = sentence(hit.text, hit.start, hit.end)
        if _only_tells_which(hit, about, years):
            return
        follows = compiled(_AHEAD).match(hit.text, hit.end)
        ahead = follows is not None and not compiled(_BEHIND).search(follows[0])
        behind = compiled(_BEHIND).search(about)
        if (ahead and not compiled(_DONE_WITH + "|完成|执行|了|已|[《〔]").search(about)) or (
            year < years[0] - 1 and not behind
        ):
            yield self.finding(
                hit.path,
                words=hit.words,
                nth=hit.nth,
                around=hit.around(4, 8),
                year=year,
                period=worded_period(check.plan.period),
            )


def _only_tells_which(hit: Hit, about: str, years: range) -> bool:
    """Whether a year modifies a noun, is what something goes by, or stands beside the plan's own year."""
    return bool(
        compiled(_MODIFIES).match(hit.text, hit.end)
        or compiled(_GOES_BY).search(hit.text[: hit.start])
        or any(f"{year}年" in about for year in years)
    )


def _has_time(hit: Hit, check: Check) -> bool:
    """Whether a fact of the paragraph has these words as its time: rules about times look at it."""
    owner = check.plan.value_at(hit.path[:-1]) if hit.path[-1:] == ("text",) else None
    facts = owner.facts if isinstance(owner, Paragraph) else ()
    times = (getattr(fact, "when", None) for fact in facts)
    return any(hit.words in time.wording for time in times if time is not None)


_TO_COME: Final = (
    r"(?:要|将|拟|计划|继续|力争|再|适时|统一|集中){0,2}"
    r"(?:组织|举办|召开|开展|安排|评选|举行|启动|推选|组建|建立|完善|推进|落实)(?![了过的])"
)
_PLANNED: Final = "的?(?:工会)?工作(?:计划|要点|安排|打算|思路)(?:如下|是|为|：|:)"
_FOREIGN: Final = {
    1: "下半年|[三四]季度|秋季学期|(?:[789]|1[0-2])月|教师节|中秋|国庆|重阳",
    2: "上半年|[一二]季度|春季学期|[1-6]月|三八(?!红旗)|清明|端午|五一(?!劳动奖|巾帼)|五四|六一",
}
"""Parts, months and days of the year that are not in a plan for this half."""
_ALSO: Final = (
    '[”"]?(?:份|[上中下]旬|初|底|\\d{1,2}日|劳动节|妇女节|青年节|儿童节|节)?(?:期间|前后|前夕)?'
    "(?:[和与、][^，。；\\n]{1,6}?(?:期间|前后|前夕|节))?[，,]?(?:分别)?"
)


class OtherHalf(TextRule):
    """
    Reports a task that the prose sets for the other half of the year: 上半年组织一次…, 3月中旬推选…, “五一”期间举办… in a plan
    for the second half.

    ## Why is this bad?

    The time is past when the plan begins, or belongs to the plan after it. The task was copied with its time.

    ## Example

    ```yaml
    period: {half: 2}
    content:
      - 上半年组织一次工会小组长培训。
    ```

    Use instead:

    ```yaml
    period: {half: 2}
    content:
      - 下半年组织一次工会小组长培训。
    ```

    ## Known limits

    What was done, reviews, and times behind the name of another year (明年上半年, 今年3月) pass, and so does 春节, for which aid may
    start in December. Plans of a whole year, a term or a span of their own
    are not looked at, nor are times that a fact of the paragraph states: those are UK401's affair.
    """

    code = "UK722"
    slug = "other-half"
    title_zh = "正文把任务安排在另外半年"
    title_en = "task in the other half of the year"
    severity = Severity.WARNING
    basis = CONVENTION
    needs = ("period.half",)
    pattern = rf"(?<![\d\-—－~至到年])(?<!年的)(?:{'|'.join(_FOREIGN.values())})|(?<=\d年)[上下]半年"
    wording = {
        "zh": "“{around}”不在计划期（{period}）内；请改时间，或删去这项任务。",
        "en": "“{around}” is not within the period ({period}); change the time, or delete the task.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it where a task to come follows."""
        foreign = _FOREIGN[check.plan.period.half or 1]
        about = sentence(hit.text, hit.start, hit.end)
        if (
            compiled(foreign).fullmatch(hit.words)
            and compiled(f"{_ALSO}{_TO_COME}|{_PLANNED}").match(hit.text, hit.end)
            and _is_of_these(hit, check.calendar.years)
            and not compiled(_DONE_WITH + "|了|已|过(?!程)|情况|明年|次年|来年|去年|每年|筹备|准备").search(
                about
            )
            and not check.calendar.looks_back(hit.path)
            and not _has_time(hit, check)
        ):
            yield self.finding(
                hit.path,
                words=hit.words,
                nth=hit.nth,
                around=hit.around(0, 8),
                period=worded_period(check.plan.period),
            )


def _is_of_these(hit: Hit, years: range) -> bool:
    """Whether the year before the words is one of the period, or there is none."""
    named = compiled(r"(\d{2,4})年$").search(hit.text[: hit.start])
    return named is None or int(named[1]) in years


class OwnHalfAsPast(TextRule):
    """
    Reports that the plan tells its own half of the year as past: 下半年…取得较好成绩 in a plan for the second half.

    ## Why is this bad?

    The opening comes from a summary. The reader cannot know what is done and what is planned.

    ## Example

    ```yaml
    period: {half: 2}
    content:
      - 下半年，工会加强组织建设，各项工作取得较好成绩。
    ```

    Use instead:

    ```yaml
    period: {half: 2}
    content:
      - 上半年，工会加强组织建设，各项工作取得较好成绩。
    ```

    ## Known limits

    Other years (去年下半年) pass, and so do wishes (力争取得好成绩).
    """

    code = "UK723"
    slug = "own-half-as-past"
    title_zh = "把计划期说成已经过去"
    title_en = "the period told as past"
    severity = Severity.WARNING
    basis = CONVENTION
    needs = ("period.half",)
    pattern = (
        r"(?<![明次来去前上后]年)(?<![明次来去前上后]年的)(?P<half>[上下])半年"
        r"(?P<between>[^。；\n]{0,160}?)取得了?[^，。；\n]{0,8}(?:成绩|成效|效果|进展|进步)"
    )
    wording = {
        "zh": "“{named}”把计划期（{period}）说成了已经过去；请改为上一期的情况，或改写成要做的事。",
        "en": "“{named}” tells the period ({period}) as past; say what was done before it, or what is to be done.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it where it is the plan's own half, and no wish."""
        own = {1: "上", 2: "下"}[check.plan.period.half or 1]
        wish = compiled("将|力争|争取|努力|确保|预计|望|半年|更|要|拟|计划|再")
        if hit.match["half"] == own and not wish.search(hit.match["between"]):
            words = f"{own}半年"
            nth = hit.text.count(words, 0, hit.start) + 1
            said = f"{words}……{hit.words[-8:]}"
            yield self.finding(
                hit.path, words=words, nth=nth, named=said, period=worded_period(check.plan.period)
            )


class YearInHalfYear(TextRule):
    """
    Reports 一年来 and 过去一年 in a plan for the second half of a year: figures of a whole year in a half-year's paper.

    ## Why is this bad?

    A plan made in summer looks back on half a year. The sentence comes from a year's summary, and so do its figures.

    ## Example

    ```yaml
    period: {half: 2}
    content:
      - 一年来，工会慰问会员30人次。
    ```

    Use instead:

    ```yaml
    period: {half: 2}
    content:
      - 上半年，工会慰问会员30人次。
    ```

    ## Known limits

    A half-year plan may mean the twelve months before it; it is a hint. Plans for the first half look back on a year.
    """

    code = "UK724"
    slug = "year-in-half-year"
    title_zh = "半年计划里的“一年来”"
    title_en = "a year's review in a half-year plan"
    severity = Severity.INFO
    basis = CONVENTION
    needs = ("period.half",)
    gathers = True
    pattern = "(?<![近这几十百每数一二三四五六七八九年])(?:一年来|一年以来|过去的?一年)"
    wording = {
        "zh": "“{around}”：半年计划里说“{named}”，数字可能是全年的；请核对，多半应为“上半年”。",
        "en": "“{around}”: “{named}” in a half-year plan; the figures may be those of a whole year, see to them.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it in plans for the second half."""
        if check.plan.period.half == 2:
            yield self.finding(
                hit.path, words=hit.words, nth=hit.nth, around=hit.around(0, 8), named=hit.words
            )


RULES: Final[tuple[Rule, ...]] = (
    *(PastCampaign(), PastFiveYearPlan(), OtherAnniversary()),
    *(OtherYear(), OtherHalf(), OwnHalfAsPast(), YearInHalfYear()),
)
