"""
Festivals and union days (节日、纪念日): on which day each falls, since when, and who has half of it off.

Dates and days off come from 全国年节及纪念日放假办法 (revised 2024-11-10) and the laws named beside them; those of
custom (元宵节, 母亲节, 小年 …) from general knowledge. Which names stand for the same festival is told by the vocabulary
(:data:`unionkit.model.FESTIVALS`).
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import attrs

from unionkit.errors import WrongTypeError
from unionkit.model import FESTIVALS, FESTIVALS_EN, Value

from ._days import DayRule, FixedDay, LunarDay, NthWeekday, OnSolarTerm, known_days
from ._entries import are_names, is_name, is_region, is_text, is_year_since, to_names
from ._solar_terms import SolarTerm


def _to_standing(name: Any) -> Any:
    """Convert a name to the standing one, under which times of plans have it: 三八节 to 妇女节."""
    return FESTIVALS.get(name, name) if isinstance(name, str) else name


def _is_rule(_instance: object, _attribute: attrs.Attribute[Any], rule: object) -> None:
    if not isinstance(rule, DayRule):
        raise WrongTypeError("日期规则（DayRule）", "a DayRule", repr(rule))


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Festival(Value):
    """
    A festival or union day.

    Attributes:
        name: Its standing name; other names of known festivals are converted (三八节).

        rule: On which day of each year it falls; the value of the key ``day``.

        en: Its name in English; empty: as in Chinese.

        aliases: Further names that plans use.

        region: Where it is kept (宁夏回族自治区), as far as the organization's region begins with it; empty: everywhere.

        since: The first calendar year in which it was kept, or None where nobody asks.

        half_day: Who has half of the day off (妇女), as the law has it; empty: nobody.

        half_day_en: The same in English; empty: as in Chinese.
    """

    name: str = attrs.field(converter=_to_standing, validator=is_name)
    rule: DayRule = attrs.field(validator=_is_rule, metadata={"key": "day"})
    en: str = attrs.field(default="", validator=is_text)
    aliases: tuple[str, ...] = attrs.field(
        default=(), converter=to_names, validator=are_names, metadata={"single": True}
    )
    region: str = attrs.field(default="", validator=is_region)
    since: int | None = attrs.field(default=None, validator=is_year_since(1))
    half_day: str = attrs.field(default="", validator=is_text)
    half_day_en: str = attrs.field(default="", validator=is_text)

    def days(self, year: int) -> tuple[dt.date, ...]:
        """
        Return the days of a calendar year on which it falls: mostly one; none before it was kept.

        Raises:
            OutsideAlmanacError: The almanac does not reach that far.
        """
        found = known_days(self.rule, year)
        return () if self.since is not None and year < self.since else found


def _festival(name: str, rule: DayRule, **told: Any) -> Festival:
    return Festival(name=name, en=FESTIVALS_EN[name], rule=rule, **told)


FESTIVALS_BY_DAY: Final[tuple[Festival, ...]] = (
    _festival("元旦", FixedDay(1, 1)),
    _festival("腊八节", LunarDay(12, 8)),
    _festival("小年", LunarDay(12, 23)),
    _festival("除夕", LunarDay(12, -1)),
    _festival("春节", LunarDay(1, 1)),
    _festival("元宵节", LunarDay(1, 15)),
    _festival("学雷锋日", FixedDay(3, 5), since=1963),
    _festival("妇女节", FixedDay(3, 8), half_day="妇女", half_day_en="women"),
    _festival("植树节", FixedDay(3, 12), since=1979),
    _festival("清明节", OnSolarTerm(SolarTerm("清明"))),
    _festival("国家安全教育日", FixedDay(4, 15), since=2016),
    _festival("世界读书日", FixedDay(4, 23), since=1996),
    _festival("劳动节", FixedDay(5, 1)),
    _festival(
        "青年节", FixedDay(5, 4), half_day="14 周岁以上的青年", half_day_en="young people from 14 years"
    ),
    _festival("护士节", FixedDay(5, 12)),
    _festival("母亲节", NthWeekday(5, 2, 7)),
    _festival("儿童节", FixedDay(6, 1)),
    _festival("端午节", LunarDay(5, 5)),
    _festival("父亲节", NthWeekday(6, 3, 7)),
    _festival("安全生产咨询日", FixedDay(6, 16), since=2002),
    _festival("建党节", FixedDay(7, 1)),
    _festival("建军节", FixedDay(8, 1), half_day="现役军人", half_day_en="soldiers in service"),
    _festival("全民健身日", FixedDay(8, 8), since=2009),
    _festival("七夕节", LunarDay(7, 7)),
    _festival("医师节", FixedDay(8, 19), since=2018),
    _festival("教师节", FixedDay(9, 10), since=1985),
    _festival("中秋节", LunarDay(8, 15)),
    _festival("国庆节", FixedDay(10, 1)),
    _festival("重阳节", LunarDay(9, 9)),
    _festival("记者节", FixedDay(11, 8), since=2000),
    _festival("消防日", FixedDay(11, 9), since=1992),
    _festival("国家宪法日", FixedDay(12, 4), since=2014),
    _festival("冬至", OnSolarTerm(SolarTerm("冬至"))),
)
"""The festivals and union days that the core knows."""
