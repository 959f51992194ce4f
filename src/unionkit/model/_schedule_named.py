"""Times by their names: festivals, seasons of union work, school terms, holidays, days of each person's own."""

from __future__ import annotations

from typing import Any

import attrs

from unionkit.errors import ImpossibleValueError

from ._schedule_parts import (
    Holiday,
    MonthPart,
    Nearness,
    Occasion,
    SchoolTerm,
    is_edge,
    is_from,
    is_year,
    standing_festival,
    standing_season,
)
from ._value import Value
from .validators import is_a, is_filled_text


@attrs.frozen(kw_only=True, repr=False, eq=False)
class AtFestival(Value):
    """
    A festival or union day, or the days near it (中秋节, 教师节前后, 国庆期间, 五一前夕).

    Attributes:
        wording: The words as written.

        year: The year, or None where the words name none.

        festival: The festival by its standing name (十一 becomes 国庆节). The names are open: one that the core does
            not know (开斋节) is kept, and so is the time, but its words alone are not read as a festival.

        nearness: On the day, before, around, during or after.
    """

    wording: str = attrs.field(validator=is_filled_text)
    year: int | None = attrs.field(default=None, validator=[is_a(int), is_year])
    festival: str = attrs.field(converter=standing_festival, validator=is_filled_text)
    nearness: Nearness = attrs.field(default=Nearness.ON, validator=is_a(Nearness))


@attrs.frozen(kw_only=True, repr=False, eq=False)
class InSeason(Value):
    """
    A season of union work (安全生产月, 民族团结教育月, 夏送清凉, 两节期间), or the days near it.

    Attributes:
        wording: The words as written.

        season: The season by its standing name (送温暖 becomes 冬送温暖). The names are open, as those of festivals.

        nearness: Before, around, during or after; a season has no single day to be on.
    """

    wording: str = attrs.field(validator=is_filled_text)
    season: str = attrs.field(converter=standing_season, validator=is_filled_text)
    nearness: Nearness = attrs.field(default=Nearness.DURING, validator=is_a(Nearness))

    @nearness.validator
    def _is_no_day(self, _attribute: attrs.Attribute[Any], nearness: Nearness) -> None:
        if nearness is Nearness.ON:
            raise ImpossibleValueError(
                f"“{self.season}”不是一天；nearness 请写 before、around、during 或 after",
                f"“{self.season}” is not a single day; write before, around, during or after",
            )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class InTerm(Value):
    """
    A school term or a part of it (本学期, 学期初, 期末, 开学第一周, 2026年秋季学期).

    Attributes:
        wording: The words as written.

        year: The calendar year in which it begins, or None; 本学期 has none.

        term: Which term.

        part: Its beginning (开学), middle (期中) or end (期末), or None.

        week: The week of teaching, 1 to 30, or None; it excludes `part`.
    """

    wording: str = attrs.field(validator=is_filled_text)
    year: int | None = attrs.field(default=None, validator=[is_a(int), is_year])
    term: SchoolTerm = attrs.field(validator=is_a(SchoolTerm))
    part: MonthPart | None = attrs.field(default=None, validator=[is_a(MonthPart), is_edge])
    week: int | None = attrs.field(default=None, validator=[is_a(int), is_from(1, 30)])

    @term.validator
    def _has_a_year(self, _attribute: attrs.Attribute[Any], term: SchoolTerm) -> None:
        if term is SchoolTerm.THIS and self.year is not None:
            raise ImpossibleValueError(
                "“本学期”不带年份；请去掉 year，或写 autumn、spring",
                "“This term” has no year; leave it out, or write autumn or spring",
            )

    @week.validator
    def _excludes_part(self, _attribute: attrs.Attribute[Any], week: int | None) -> None:
        if week is not None and self.part is not None:
            raise ImpossibleValueError("part 与 week 只能写一个", "Either a part or a week")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class InHoliday(Value):
    """
    Time off (暑假期间, 寒假, 假期, 节假日, 周末).

    Attributes:
        wording: The words as written.

        year: The year in which it begins, or None where the words name none.

        holiday: Which.
    """

    wording: str = attrs.field(validator=is_filled_text)
    year: int | None = attrs.field(default=None, validator=[is_a(int), is_year])
    holiday: Holiday = attrs.field(validator=is_a(Holiday))


@attrs.frozen(kw_only=True, repr=False, eq=False)
class OnPersonalDate(Value):
    """
    A day of each person's own (生日, 逢十生日, 入会纪念日, 退休时).

    Attributes:
        wording: The words as written.

        occasion: Which.
    """

    wording: str = attrs.field(validator=is_filled_text)
    occasion: Occasion = attrs.field(validator=is_a(Occasion))
