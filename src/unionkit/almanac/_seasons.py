"""
Seasons of union work (专项活动时段): from which day to which each runs.

The ranges of campaigns that follow no law are those in use (送温暖 from mid December to 春节, 夏送清凉 from June to
September, 金秋助学 from July to October); they are marked as approximate, and what rests on them says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import attrs

from unionkit.errors import ImpossibleValueError, WrongTypeError
from unionkit.model import SEASONS, SEASONS_EN, Value

from ._days import DayRule, FixedDay, LunarDay
from ._entries import are_names, is_name, is_region, is_text, to_names


def _to_standing(name: Any) -> Any:
    """Convert a name to the standing one, under which times of plans have it: 送温暖 to 冬送温暖."""
    return SEASONS.get(name, name) if isinstance(name, str) else name


def _to_pairs(pairs: Any) -> tuple[tuple[str, ...], ...]:
    if isinstance(pairs, str) or not isinstance(pairs, Iterable):
        raise WrongTypeError("节日名称的列表的列表", "a list of lists of festivals", repr(pairs))
    return tuple(to_names(pair) for pair in pairs)


def _is_rule(_instance: object, _attribute: attrs.Attribute[Any], rule: object) -> None:
    if rule is not None and not isinstance(rule, DayRule):
        raise WrongTypeError("日期规则（DayRule）", "a DayRule", repr(rule))


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Season(Value):
    """
    A season of union work: from one day of the year to another, or several festivals under one name (两节).

    Attributes:
        name: Its standing name; other names of known seasons are converted (送温暖).

        first: The day with which it begins; the value of the key ``from``.

        last: Its last day, in the next year where that comes first; the value of the key ``to``.

        festivals: Instead of these: which festivals are meant, as lists of names. Of several lists that one counts of
            which a festival falls in the plan's period, else the first.

        en: Its name in English; empty: as in Chinese.

        aliases: Further names that plans use.

        region: Where it is kept, as with festivals; empty: everywhere.

        approximate: These are the days on which it usually runs; nobody fixes them.
    """

    name: str = attrs.field(converter=_to_standing, validator=is_name)
    first: DayRule | None = attrs.field(default=None, validator=_is_rule, metadata={"key": "from"})
    last: DayRule | None = attrs.field(default=None, validator=_is_rule, metadata={"key": "to"})
    festivals: tuple[tuple[str, ...], ...] = attrs.field(default=(), converter=_to_pairs)
    en: str = attrs.field(default="", validator=is_text)
    aliases: tuple[str, ...] = attrs.field(
        default=(), converter=to_names, validator=are_names, metadata={"single": True}
    )
    region: str = attrs.field(default="", validator=is_region)
    approximate: bool = False

    @last.validator
    def _is_beside_first(self, _attribute: attrs.Attribute[Any], last: DayRule | None) -> None:
        if (self.first is None) != (last is None):
            raise ImpossibleValueError(
                "from 和 to（起止日期）要么都写，要么都不写", "Give both from and to, or neither of them"
            )

    @festivals.validator
    def _is_told_once(self, attribute: attrs.Attribute[Any], festivals: tuple[tuple[str, ...], ...]) -> None:
        for names in festivals:
            if not names:
                raise ImpossibleValueError(
                    "每一组至少写一个节日", "Each of the lists has the name of at least one festival"
                )
            are_names(self, attribute, names)
        if (self.first is None and self.last is None) == (not festivals):
            raise ImpossibleValueError(
                "请写 from 和 to（起止日期），或写 festivals（指哪几个节日），两者只写其一",
                "Give either from and to, or festivals: which ones are meant",
            )


def _season(name: str, first: DayRule, last: DayRule, **told: Any) -> Season:
    return Season(name=name, en=SEASONS_EN[name], first=first, last=last, **told)


_WINTER: Final = ("元旦", "春节")
_AUTUMN: Final = ("中秋节", "国庆节")

SEASONS_BY_DAYS: Final[tuple[Season, ...]] = (
    Season(name="两节", en=SEASONS_EN["两节"], festivals=(_WINTER, _AUTUMN), approximate=True),
    Season(name="双节", en=SEASONS_EN["双节"], festivals=(_AUTUMN, _WINTER), approximate=True),
    _season("春送岗位", FixedDay(1, 1), FixedDay(3, 31), approximate=True),
    _season("女职工维权行动月", FixedDay(3, 1), FixedDay(3, 31)),
    _season("职业病防治法宣传周", FixedDay(4, 25), FixedDay(5, 1)),
    _season("民族团结教育月", FixedDay(5, 1), FixedDay(5, 31), approximate=True),
    _season("民族团结宣传月", FixedDay(9, 1), FixedDay(9, 30), approximate=True),
    _season("安全生产月", FixedDay(6, 1), FixedDay(6, 30)),
    _season("夏送清凉", FixedDay(6, 1), FixedDay(9, 30), approximate=True),
    _season("金秋助学", FixedDay(7, 1), FixedDay(10, 31), approximate=True),
    _season("冬送温暖", FixedDay(12, 15), LunarDay(1, 1), approximate=True),
    _season("宪法宣传周", FixedDay(12, 1), FixedDay(12, 7)),
)
"""The seasons that the core knows. (民族团结教育月 is May in 新疆; other regions have other months, which data can add.)"""
