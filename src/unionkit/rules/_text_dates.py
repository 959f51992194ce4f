"""Rules about dates as prose writes them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from ._finding import Finding, Severity
from ._rule import CONVENTION, Check, Rule
from ._survey import Hit
from ._text_base import COUNTING, LAYOUT, NUMERALS, ProseRule

_TO: Final = "[-—–~～－至到]{1,2}"
_YEAR_DIGITS: Final = "〇零一二三四五六七八九"
_AS_FIGURES: Final = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_FIGURES: Final = (
    r"(?<![\d./\-A-Za-z])((?:19|20)\d{2})(?P<mark>[./\-])(\d{1,2})(?P=mark)(\d{1,2})(?![\d./\-A-Za-z])日?"
)
_LEAP: Final = 2024
_LEAP_DAY: Final = (2, 29)
_MONTHS: Final = 12


class DateInFigures(ProseRule):
    """
    Reports a day that prose writes as 2026.9.5 or 2026-09-05, and months and days with a leading zero.

    ## Why is this bad?

    Official documents write a day with 年, 月 and 日, and without leading zeros.

    ## Example

    ```yaml
    - 报名截至2026.9.5，逾期不候。
    ```

    Use instead:

    ```yaml
    - 报名截至2026年9月5日，逾期不候。
    ```

    ## Known limits

    Tables pass, where such dates save room.
    """

    code = "UK807"
    slug = "date-in-figures"
    title_zh = "日期写成 2026.1.5 或带前导零"
    title_en = "date in bare figures or with leading zeros"
    basis = LAYOUT
    cells = False
    fixable = True
    reveals = True
    pattern = rf"{_FIGURES}|(?<![\d.])0([1-9])(?=[月日])"
    wording = {
        "zh": "日期“{found}”应写成 2026年1月5日 的样子，月、日不编虚位：“{better}”。",
        "en": "Write the date “{found}” like 2026年1月5日, without leading zeros: “{better}”.",
    }

    def is_fault(self, hit: Hit) -> bool:
        year, _, month, day, _ = hit.match.groups()
        return year is None or _exists(int(year), int(month), int(day))

    def better(self, hit: Hit) -> str:
        year, _, month, day, padded = hit.match.groups()
        return padded if year is None else f"{int(year)}年{int(month)}月{int(day)}日"


class DateInChineseNumerals(ProseRule):
    """
    Reports years, months and days of the calendar in Chinese numerals: 二〇二六年, 九月中旬.

    ## Why is this bad?

    Dates of the calendar stand in Arabic numerals; Chinese ones are for lunar dates (八月十五) and fixed words (五四运动).

    ## Example

    ```yaml
    - 二〇二六年九月中旬召开会员大会。
    ```

    Use instead:

    ```yaml
    - 2026年9月中旬召开会员大会。
    ```

    ## Known limits

    A month is told by 份, 底, 旬 or a day behind it. Lunar days pass only where 农历 stands before.
    """

    code = "UK808"
    slug = "date-in-chinese-numerals"
    title_zh = "公历日期用了汉字数字"
    title_en = "date in Chinese numerals"
    basis = NUMERALS
    fixable = True
    reveals = True
    pattern = (
        rf"(?=[{COUNTING}])(?:"
        rf"(?<![{_YEAR_DIGITS}○])(?:(一九|二[〇零○])([{_YEAR_DIGITS}○]{{2}})年)"
        rf"|(?<![{_YEAR_DIGITS}十第个腊正])(?<![农阴夏]历)(?<![{COUNTING}]、)"
        rf"(十[一二]|[{COUNTING}])月(?:([{COUNTING}]{{1,3}})(?=[日号])|(?=份|底|初(?![{COUNTING}])|[上中下]旬))"
        ")"
    )
    wording = {
        "zh": "公历日期用阿拉伯数字：“{found}”应写成“{better}”。",
        "en": "Dates of the calendar stand in Arabic numerals: “{found}” is “{better}”.",
    }

    def better(self, hit: Hit) -> str:
        century, years, month, day = hit.match.groups()
        if century is not None:
            return f"{_figures(century)}{_figures(years)}年"
        return f"{_counted(month)}月{_counted(day) if day else ''}"


def _figures(numerals: str) -> str:
    """Return numerals that stand for figures one by one, as figures."""
    return numerals.translate(_AS_FIGURES)


def _counted(numerals: str) -> int:
    """Return the number that Chinese numerals up to 99 tell."""
    tens, ten, ones = numerals.rpartition("十")
    last = COUNTING.index(ones[-1]) + 1 if ones else 0
    if not ten:
        return last
    return (COUNTING.index(tens[-1]) + 1 if tens else 1) * 10 + last


class YearWithoutCentury(ProseRule):
    """
    Reports years of two figures: 26年9月, 26年下半年.

    ## Why is this bad?

    A year is written in full; 26年 may be taken for a length of time.

    ## Example

    ```yaml
    - 26年9月召开会员大会。
    ```

    Use instead:

    ```yaml
    - 2026年9月召开会员大会。
    ```

    ## Known limits

    Only where a month or a half year follows, or 年度 in the year of the plan or next to it.
    """

    code = "UK809"
    slug = "year-without-century"
    title_zh = "年份只写两位"
    title_en = "year of two figures"
    basis = NUMERALS
    pattern = r"(?<![\d.年第\-—–~～/〔\[])([0-4]\d|9\d)年(?=\d{1,2}月|[上下]半年|度(?!过))"
    wording = {
        "zh": "“{around}”的年份应写四位数字。",
        "en": "Write the year in “{around}” in four figures.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        start = check.plan.period.start
        is_ours = start is not None and abs(start.year % 100 - int(hit.match[1])) <= 1
        if is_ours or not hit.text.startswith("度", hit.end):
            yield from super().found(hit, check)


class ImpossibleDate(ProseRule):
    """
    Reports a day that does not exist: 2月30日, 9月31日, 13月, 9月25日—31日.

    ## Why is this bad?

    Nobody can come on that day; a figure slipped, and the true day is not known.

    ## Example

    ```yaml
    - 9月31日前完成换届。
    ```

    Use instead:

    ```yaml
    - 9月30日前完成换届。
    ```

    ## Known limits

    29 February without a year is taken as that of the period, or the next one where the period does not end by June; a
    plan without a year lets it pass, and so do last year and next (去年, 明年). Times of items are checked by the rules about
    the schedule.
    """

    code = "UK810"
    slug = "impossible-date"
    title_zh = "不存在的日期"
    title_en = "date that does not exist"
    severity = Severity.WARNING
    basis = CONVENTION
    gathers = False
    pattern = (
        r"(?=\d)(?:(?<![\d.])(?:00?|1[3-9]|[2-9]\d) ?月(?![龄薪大嫂])"
        r"|(?:(?<!\d)((?:19|20)\d{2}) ?年 ?)?(?<![\d.])(0?\d|1[0-2]) ?月 ?(00?|29|3\d|[4-9]\d) ?[日号](?!楼)"
        rf"|(?<![\d.])(0?\d|1[0-2]) ?月 ?\d{{1,2}} ?[日号]? ?{_TO} ?(29|3\d|[4-9]\d) ?[日号](?!楼)"
        rf"|{_FIGURES})"
    )
    wording = {
        "zh": "没有“{found}”这一天；请核对日期。",
        "en": "There is no such day as “{found}”; check the date.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        yield from super().found(hit, check)
        year, month, day, *_ = hit.match.groups()
        if year is None and month is not None and (int(month), int(day)) == _LEAP_DAY:
            years = check.calendar.years
            near = {*years, years[-1] + (check.plan.period.half != 1)} if years else set()
            named = re.search("[去明前后来]年|次年|\\d年|闰", hit.text[max(0, hit.start - 6) : hit.start])
            if near and not named and not any(calendar.isleap(each) for each in near):
                yield self.finding(hit.path, words=hit.words, nth=hit.nth, found=hit.words)

    def is_fault(self, hit: Hit) -> bool:
        year, month, day, first, last, *figures = hit.match.groups()
        if month is not None:
            return not _exists(int(year or _LEAP), int(month), int(day))
        if first is not None:
            return not _exists(_LEAP, int(first), int(last))
        if figures[0] is None:
            return True
        within = 1 <= int(figures[2]) <= _MONTHS and 1 <= int(figures[3]) <= 31
        return within and not _exists(int(figures[0]), int(figures[2]), int(figures[3]))


def _exists(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    in_range = 1 <= month <= _MONTHS and dt.MINYEAR <= year <= dt.MAXYEAR
    return in_range and 1 <= day <= calendar.monthrange(year, month)[1]


RULES: Final[tuple[Rule, ...]] = (
    DateInFigures(),
    DateInChineseNumerals(),
    YearWithoutCentury(),
    ImpossibleDate(),
)
