"""The rule about times that are written in words which nothing here understands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, cast

from unionkit.almanac import Almanac, Cause
from unionkit.model import FreeText, parse_schedule

from ._calendar import PLANNED, Planned, Time
from ._finding import Finding, Severity, Worded
from ._rule import CONVENTION, Check, Rule
from ._schedule import ScheduleRule, known_by, without_nearness

_NUMBER: Final = "[0-9０-９一二三四五六七八九十]"
_PLACEHOLDER: Final = re.compile("[xX×✕*＊_○□某]|[（(]\\s*[)）]")
_COUNTED: Final = re.compile(
    rf"{_NUMBER}(?:月|季度|旬(?!老)|日(?!内|以内|之内|游|捐|制)|号(?!楼|线|文|院|馆)|周(?!年|岁|内|以内|之内|期))"
)
"""A number before what is counted off; not a length of time (一周内), an age, or the number of a house."""
_WEEKDAY: Final = re.compile(
    "(?:周|星期|礼拜)[一二三四五六七八九日天](?:$|[上下中晚早午、，,和至到—–~～（(前后起]|课[间后])"
)
_LUNAR: Final = re.compile("农历|阴历|夏历|[正腊冬]月")
_FIGURES: Final = re.compile(
    r"(?<![\d.])(?:\d{4}[./])?(?:0?[1-9]|1[0-2])[./](?:0?[1-9]|[12]\d|3[01])(?![\d.]*[\d.万元%％])"
)
_LOOKS_DATED: Final = (_COUNTED, _WEEKDAY, _LUNAR, _FIGURES)
_SEPARATOR: Final = re.compile("以及|[、，,；;和与及/]")
_LONGEST: Final = 15
_YEAR: Final = re.compile("^.{4}年的?")
_A_NAME: Final = re.compile(r".*(?:节|日)")
_NO_NAME: Final = re.compile(
    rf".*[季时环细情章关礼调佳过逢年各课小音两双]节|.*第{_NUMBER}+节|[节日]"
    "|.*(?:节|假|工作|休息|双休|公休|休|生|寿|忌|平|每|逐|近|改|即|不|今|次|终|当|往|他|择|同|昨|明|该|这|本|多)日"
    "|.*(?:艺术|文化|体育|科技)节"
    "|.*(?:整|数|单|双|首|日|党|团|队|活动|学习|接待|值班|开放|会议|比赛|考试|开学|报到|发薪|工资)日"
)
"""季节, 传统节日, 第三节; 工作日, 择日, 职工生日; what a unit holds itself: 校园文化艺术节, 主题党日, 主席接待日."""


class TimeNotUnderstood(ScheduleRule):
    """
    Tells that a time is free text though it looks like a date (第五季度, 每周八, 9.10, 10月21日晚), or names a festival that
    nobody knows (开斋节).

    ## Why is this bad?

    Words like 及时 are meant to be no date. But what the author took for one is not on the calendar that is made from
    the plan, and no other rule looks at it.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 教职工气排球赛, when: "9.10"}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 教职工气排球赛, when: 9月10日}
    ```

    ## Known limits

    It goes by numbers before 月, 日, 号, 周, 旬 and 季度, days of the week, 农历, dates in figures, and words that end in
    节 or 日. Placeholders (20xx年, 某月) and lengths of time (一周内) pass, and so does what a unit sets for itself
    (校园文化艺术节, 主题党日).
    """

    code = "UK412"
    slug = "time-not-understood"
    title_zh = "看似日期而读不懂的时间"
    title_en = "time that is not understood"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = PLANNED
    wording = {
        "zh": "“{title}”的时间“{when}”读不成日期，日历上显示不出来；{advice}。",
        "en": "The time “{when}” of “{title}” cannot be read, and the calendar cannot show it; {advice}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        for time in check.calendar.of(cast("Planned", node), check.path):
            advice = _advice(time, check.almanac)
            if advice is not None:
                yield self.finding(
                    time.at,
                    words=time.schedule.wording,
                    title=time.title,
                    when=time.schedule.wording,
                    advice=advice,
                )


def _advice(time: Time, almanac: Almanac) -> Worded | None:
    """Return what helps with a time that is not understood; None where it is, or is meant to be no date."""
    causes = {each.cause for each in time.resolution.undated}
    if Cause.UNKNOWN_NAME in causes:
        return _ADD_FESTIVAL
    words = time.schedule.wording
    if Cause.FREE_TEXT not in causes or not isinstance(time.schedule, FreeText) or _PLACEHOLDER.search(words):
        return None
    if any(pattern.search(words) for pattern in _LOOKS_DATED):
        return _WRITE_SO
    unknown = any(_is_unknown_name(without_nearness(name), almanac) for name in _SEPARATOR.split(words))
    return _ADD_FESTIVAL if unknown else None


def _is_unknown_name(words: str, almanac: Almanac) -> bool:
    """Whether words seem to name a festival, which nobody knows."""
    name = _YEAR.sub("", words)
    return (
        len(name) <= _LONGEST
        and "的" not in name
        and _A_NAME.fullmatch(name) is not None
        and _NO_NAME.fullmatch(name) is None
        and known_by(name, almanac) is None
        and isinstance(parse_schedule(name), FreeText)
    )


_WRITE_SO: Final = Worded(
    "可以写成 10月21日、10月21日—23日、10月中旬、第三季度、农历八月十五、每周三、每月第一周这样的时间",
    "write it like 10月21日, 10月21日—23日, 10月中旬, 第三季度, 农历八月十五, 每周三 or 每月第一周",
)
_ADD_FESTIVAL: Final = Worded(
    "请核对名称，确有这个节日的，可以在历书数据里加上它（--almanac）",
    "check the name; where there is such a festival, it can be added to the almanac's data (--almanac)",
)


RULES: Final[tuple[Rule, ...]] = (TimeNotUnderstood(),)
