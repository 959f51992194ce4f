"""
The days off that the law itself names (法定节假日), with a clock: which version of the law counts on which day.

The law is 全国年节及纪念日放假办法; only days off for all citizens (全体公民放假的节日) are here, not the half days for some
(妇女节, 青年节, 儿童节, 建军节). Its text is what counts here, not what was done: from 1967 to the end of the 1970s the
Spring Festival was not given off in most places (from general knowledge), though the text named it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple, cast

from ._lunar import solar_day
from ._solar_terms import SolarTerm, solar_term_day

FIRST_YEAR, LAST_YEAR = 1950, 2100
"""The first full year of the law, and the last that the lunar calendar here reaches."""


class FestivalRule(NamedTuple):
    """
    The days off of one festival.

    Attributes:
        festival: Its standing name.

        month: The month of the day it is counted from: of the lunar year if `lunar`, none (0) for 清明.

        day: The day of that month.

        days: How many days are off.

        lunar: Whether month and day are of the lunar year.

        eve: Whether the days begin on the day before (除夕).
    """

    festival: str
    month: int = 0
    day: int = 0
    days: int = 1
    lunar: bool = False
    eve: bool = False

    def first(self, year: int) -> dt.date:
        """Return the first day off in a year."""
        if self.lunar:
            day = cast("dt.date", solar_day(year, self.month, self.day))
            return day - dt.timedelta(days=self.eve)
        if not self.month:
            return solar_term_day(SolarTerm("清明"), year)
        return dt.date(year, self.month, self.day)


class StatutoryVersion(NamedTuple):
    """
    One version of the law.

    Attributes:
        since: The day on which it came into force; it counts until the next version does.

        issued: The day on which it was signed.

        number: Its number (文号); empty for that of 1949, which has none.

        rules: The festivals for all citizens, in the order of the law.

        source: What confirms all this.
    """

    since: dt.date
    issued: dt.date
    number: str
    rules: tuple[FestivalRule, ...]
    source: str


TITLE: Final = "全国年节及纪念日放假办法"
"""The title of the law in all its versions."""

_NEW_YEAR = FestivalRule("元旦", 1, 1)
_NATIONAL_DAY = FestivalRule("国庆节", 10, 1, days=3)
_QINGMING = FestivalRule("清明节")
_DRAGON_BOAT = FestivalRule("端午节", 5, 5, lunar=True)
_MID_AUTUMN = FestivalRule("中秋节", 8, 15, lunar=True)


def _spring(days: int, *, eve: bool = False) -> FestivalRule:
    return FestivalRule("春节", 1, 1, days=days, lunar=True, eve=eve)


def _labour_day(days: int) -> FestivalRule:
    return FestivalRule("劳动节", 5, 1, days=days)


VERSIONS: Final[tuple[StatutoryVersion, ...]] = (
    StatutoryVersion(
        since=dt.date(1949, 12, 23),
        issued=dt.date(1949, 12, 23),
        number="",
        rules=(_NEW_YEAR, _spring(3), _labour_day(1), FestivalRule("国庆节", 10, 1, days=2)),
        source="confirmed: two stored copies of the text (ldbj.com.cn, china.findlaw.cn/fagui/p_1/122140.html)",
    ),
    StatutoryVersion(
        since=dt.date(1999, 9, 18),
        issued=dt.date(1999, 9, 18),
        number="国务院令第270号",
        rules=(_NEW_YEAR, _spring(3), _labour_day(3), _NATIONAL_DAY),
        source="confirmed: a stored copy of the text (newton.com.tw, 国务院令第270号); in force when issued",
    ),
    StatutoryVersion(
        since=dt.date(2008, 1, 1),
        issued=dt.date(2007, 12, 14),
        number="国务院令第513号",
        rules=(
            *(_NEW_YEAR, _spring(3, eve=True), _QINGMING, _labour_day(1)),
            *(_DRAGON_BOAT, _MID_AUTUMN, _NATIONAL_DAY),
        ),
        source="confirmed: stored copies of the decree (110.com, news.sohu.com/20071216, zh.wikisource.org)",
    ),
    StatutoryVersion(
        since=dt.date(2014, 1, 1),
        issued=dt.date(2013, 12, 11),
        number="国务院令第644号",
        rules=(_NEW_YEAR, _spring(3), _QINGMING, _labour_day(1), _DRAGON_BOAT, _MID_AUTUMN, _NATIONAL_DAY),
        source="confirmed: a stored copy of www.gov.cn/zhuanti/2013-12/11/content_2610576.htm",
    ),
    StatutoryVersion(
        since=dt.date(2025, 1, 1),
        issued=dt.date(2024, 11, 10),
        number="国务院令第795号",
        rules=(
            *(_NEW_YEAR, _spring(4, eve=True), _QINGMING, _labour_day(2)),
            *(_DRAGON_BOAT, _MID_AUTUMN, _NATIONAL_DAY),
        ),
        source="confirmed: stored copies of the decree (zggxw.com.cn, cj.sina.com.cn) and LawRefBook/Laws",
    ),
)
"""All versions of the law, the oldest first."""


def statutory_days(year: int) -> Iterator[tuple[str, dt.date, dt.date]]:
    """
    Yield each festival that the law gives off in a year: its name, the first day off and the last.

    A day counts by the version in force on it, so 国庆节 of 1999 has three days and 劳动节 of that year one. In the
    order of the law; festivals that share days are not yet joined. Nothing outside 1950 to 2100.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return
    ends = [version.since for version in VERSIONS[1:]]
    for version, end in zip(VERSIONS, [*ends, dt.date.max], strict=True):
        if not version.since.year <= year <= end.year:
            continue
        for rule in version.rules:
            first = rule.first(year)
            if version.since <= first < end:
                yield rule.festival, first, first + dt.timedelta(days=rule.days - 1)
