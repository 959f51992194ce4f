"""What times are made of: parts of a month or year, nearness, recurrence, and the checks that members share."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import Any, cast

import attrs

from unionkit.errors import ImpossibleValueError, WrongTypeError

from ._festivals import FESTIVALS, SEASONS
from .validators import FIRST_YEAR, LAST_YEAR


class MonthPart(StrEnum):
    """A part of a month: its ten-day parts (旬), weeks, beginning, middle or end; the last three of other times too."""

    FIRST_TEN = "上旬"
    SECOND_TEN = "中旬"
    LAST_TEN = "下旬"
    BEGINNING = "初"
    MIDDLE = "中"
    END = "底"
    FIRST_WEEK = "第一周"
    SECOND_WEEK = "第二周"
    THIRD_WEEK = "第三周"
    FOURTH_WEEK = "第四周"
    LAST_WEEK = "最后一周"


EDGES = frozenset({MonthPart.BEGINNING, MonthPart.MIDDLE, MonthPart.END})
"""The parts that quarters, halves, terms and years have as well."""


class YearPart(StrEnum):
    """A year, or its beginning, middle or end."""

    WHOLE = "全年"
    BEGINNING = "年初"
    MIDDLE = "年中"
    END = "年底"


class Nearness(StrEnum):
    """How a time stands to a festival."""

    ON = "on"
    BEFORE = "before"
    AROUND = "around"
    DURING = "during"
    AFTER = "after"


class Recurrence(StrEnum):
    """How often something returns."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    TERMLY = "termly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"


class SchoolTerm(StrEnum):
    """A school term (学期): the one that the plan is about, or one by its season."""

    THIS = "this"
    AUTUMN = "autumn"
    SPRING = "spring"


class Holiday(StrEnum):
    """Time off: 暑假, 寒假, either of them (假期), public holidays (节假日), weekends (周末)."""

    SUMMER = "summer"
    WINTER = "winter"
    SCHOOL = "school"
    PUBLIC = "public"
    WEEKEND = "weekend"


class Occasion(StrEnum):
    """A day of each person's own: birthday (生日), every tenth birthday (逢十生日), joining the union, retirement."""

    BIRTHDAY = "birthday"
    ROUND_BIRTHDAY = "round-birthday"
    JOINING = "joining"
    RETIREMENT = "retirement"


def is_month(_instance: object, _attribute: attrs.Attribute[Any], month: int) -> None:
    """Validate a month."""
    if not 1 <= month <= 12:
        raise ImpossibleValueError(
            f"没有 {month} 月；月份是 1 到 12", f"There is no month {month}; months are 1 to 12"
        )


def is_year(_instance: object, _attribute: attrs.Attribute[Any], year: int | None) -> None:
    """Validate a year that a plan can be about, or None."""
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise ImpossibleValueError(
            f"年份 {year} 不在 {FIRST_YEAR} 到 {LAST_YEAR} 之间；请核对年份",
            f"The year {year} is not within {FIRST_YEAR} to {LAST_YEAR}; check it",
        )


def is_from(least: int, most: int) -> Any:
    """Return a validator for a number within bounds, or None."""

    def validate(_instance: object, attribute: attrs.Attribute[Any], number: int | None) -> None:
        if number is not None and not least <= number <= most:
            raise ImpossibleValueError(
                f"{attribute.name} 只能是 {least} 到 {most}，不能是 {number}",
                f"{attribute.name} is from {least} to {most}, not {number}",
            )

    return validate


def are_weekdays(_instance: object, _attribute: attrs.Attribute[Any], weekdays: tuple[object, ...]) -> None:
    """Validate days of the week, 1 (Monday) to 7, in order and none twice."""
    for day in weekdays:
        if type(day) is not int:
            raise WrongTypeError("1 到 7 的整数", "whole numbers from 1 to 7", repr(day))
        if not 1 <= day <= 7:
            raise ImpossibleValueError(
                f"星期只能是 1 到 7，不能是 {day}", f"Days of the week are 1 to 7, not {day}"
            )
    if any(after <= before for before, after in pairwise(cast("tuple[int, ...]", weekdays))):
        raise ImpossibleValueError(
            "星期要从小到大写，各写一次", "Write the days of the week in order, each once"
        )


def is_nth(_instance: object, _attribute: attrs.Attribute[Any], nth: int | None) -> None:
    """Validate which weekday of a month is meant, or None."""
    if nth not in (None, 1, 2, 3, 4, -1):
        raise ImpossibleValueError(
            f"nth 只能是 1 到 4，或 -1（最后一个），不能是 {nth}",
            f"nth is 1 to 4, or -1 for the last, not {nth}",
        )


def is_edge(_instance: object, _attribute: attrs.Attribute[Any], part: MonthPart | None) -> None:
    """Validate a part of something longer than a month, or None."""
    if part is not None and part not in EDGES:
        raise ImpossibleValueError(
            f"这里只能是初、中、底，不能是{part}", f"{part} is a part of a month only; write 初, 中 or 底"
        )


def standing_festival(name: Any) -> Any:
    """Return the standing name of a festival where it is known by several (十一 is 国庆节), otherwise the name."""
    return FESTIVALS.get(name, name) if isinstance(name, str) else name


def standing_season(name: Any) -> Any:
    """Return the standing name of a season of union work where it is known by several, otherwise the name."""
    return SEASONS.get(name, name) if isinstance(name, str) else name
