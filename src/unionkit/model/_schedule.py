"""
When something happens (时间安排): a small closed family, each member keeping the words it was written in.

:func:`parse_schedule` reads the Chinese notation. What it does not know becomes :class:`FreeText`, which is
kept and says that it is no date.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from enum import StrEnum
from typing import Any, TypeAlias

import attrs

from unionkit.errors import ImpossibleValueError, NotationError, UnknownNameError, WrongTypeError

from ._numbers import notation
from ._validators import check_text, is_a, is_filled_text
from ._value import Value

FESTIVALS: dict[str, str] = {
    "元旦": "元旦",
    "元旦节": "元旦",
    "春节": "春节",
    "元宵": "元宵节",
    "元宵节": "元宵节",
    "三八": "妇女节",
    "三八节": "妇女节",
    "三八妇女节": "妇女节",
    "妇女节": "妇女节",
    "清明": "清明节",
    "清明节": "清明节",
    "五一": "劳动节",
    "五一节": "劳动节",
    "五一劳动节": "劳动节",
    "劳动节": "劳动节",
    "五四": "青年节",
    "五四青年节": "青年节",
    "青年节": "青年节",
    "母亲节": "母亲节",
    "六一": "儿童节",
    "六一儿童节": "儿童节",
    "儿童节": "儿童节",
    "端午": "端午节",
    "端午节": "端午节",
    "七一": "建党节",
    "建党节": "建党节",
    "八一": "建军节",
    "八一建军节": "建军节",
    "建军节": "建军节",
    "七夕": "七夕节",
    "教师节": "教师节",
    "中秋": "中秋节",
    "中秋节": "中秋节",
    "十一": "国庆节",
    "国庆": "国庆节",
    "国庆节": "国庆节",
    "重阳": "重阳节",
    "重阳节": "重阳节",
}
"""Festivals and union days by each name that plans use, with the name that stands for all of them."""


class MonthPart(StrEnum):
    """A part of a month: its ten-day parts (旬), beginning, middle or end."""

    FIRST_TEN = "上旬"
    SECOND_TEN = "中旬"
    LAST_TEN = "下旬"
    BEGINNING = "初"
    MIDDLE = "中"
    END = "底"


class Nearness(StrEnum):
    """How a time stands to a festival."""

    ON = "on"
    BEFORE = "before"
    AROUND = "around"
    DURING = "during"


class Recurrence(StrEnum):
    """How often something returns."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"


def _month(_instance: object, _attribute: attrs.Attribute[Any], month: int) -> None:
    if not 1 <= month <= 12:
        raise ImpossibleValueError(f"没有 {month} 月", f"There is no month {month}")


def _year(_instance: object, _attribute: attrs.Attribute[Any], year: int | None) -> None:
    if year is not None and not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise ImpossibleValueError(f"没有 {year} 年", f"There is no year {year}")


def _known_festival(_instance: object, _attribute: attrs.Attribute[Any], festival: str) -> None:
    known = tuple(dict.fromkeys(FESTIVALS.values()))
    if festival not in known:
        raise UnknownNameError(festival, known)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class OnDay(Value):
    """
    One day (9月10日, 2026年9月10日).

    Attributes:
        wording: The words as written.

        year: The year, or None where the words name none.

        month: The month, 1 to 12.

        day: The day of the month; 29 February can be built, as the year may be unknown.
    """

    wording: str = attrs.field(validator=is_filled_text)
    year: int | None = attrs.field(default=None, validator=[is_a(int), _year])
    month: int = attrs.field(validator=[is_a(int), _month])
    day: int = attrs.field(validator=is_a(int))

    @day.validator
    def _exists(self, _attribute: attrs.Attribute[Any], day: int) -> None:
        longest = calendar.monthrange(2000 if self.year is None else self.year, self.month)[1]
        if not 1 <= day <= longest:
            raise ImpossibleValueError(
                f"{self.month} 月没有 {day} 日", f"Month {self.month} has no day {day}"
            )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class InMonths(Value):
    """
    A month, a part of one, or several months in a row (9月, 3月中旬, 9月—11月).

    Attributes:
        wording: The words as written.

        first: The first month, 1 to 12.

        last: The last month; the same for a single month.

        part: The part of a single month, or None.
    """

    wording: str = attrs.field(validator=is_filled_text)
    first: int = attrs.field(validator=[is_a(int), _month])
    last: int = attrs.field(validator=[is_a(int), _month])
    part: MonthPart | None = attrs.field(default=None, validator=is_a(MonthPart))

    @last.validator
    def _in_order(self, _attribute: attrs.Attribute[Any], last: int) -> None:
        if last < self.first:
            raise ImpossibleValueError("起止月份颠倒", "The months are in the wrong order")

    @part.validator
    def _of_one_month(self, _attribute: attrs.Attribute[Any], part: MonthPart | None) -> None:
        if part is not None and self.last != self.first:
            raise ImpossibleValueError("旬、初、中、底只能用于单独一个月", "Only a single month has parts")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class AtFestival(Value):
    """
    A festival or union day, or the days near it (中秋节, 教师节前后, 国庆期间, 五一前夕).

    Attributes:
        wording: The words as written.

        festival: The festival by its standing name (十一 is 国庆节).

        nearness: On the day, before, around or during.
    """

    wording: str = attrs.field(validator=is_filled_text)
    festival: str = attrs.field(validator=_known_festival)
    nearness: Nearness = attrs.field(default=Nearness.ON, validator=is_a(Nearness))


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Every(Value):
    """
    A recurrence (每月, 每季度, 每半年, 每年).

    Attributes:
        wording: The words as written.

        recurrence: How often.
    """

    wording: str = attrs.field(validator=is_filled_text)
    recurrence: Recurrence = attrs.field(metadata={"key": "every"}, validator=is_a(Recurrence))


@attrs.frozen(kw_only=True, repr=False, eq=False)
class FreeText(Value):
    """
    Words about time that are no date (及时, 适时); kept as written.

    Attributes:
        wording: The words. Words that :func:`parse_schedule` understands cannot be built as free text.
    """

    wording: str = attrs.field(validator=is_filled_text)

    @wording.validator
    def _is_no_date(self, _attribute: attrs.Attribute[Any], wording: str) -> None:
        if _parse(wording) is not None:
            raise ImpossibleValueError(
                f"“{wording}”是确定的时间，不能当作自由文字",
                f"“{wording}” is a time that can be read, not free text",
            )


Schedule: TypeAlias = OnDay | InMonths | AtFestival | Every | FreeText
"""When something happens; every member has `wording`."""

# Patterns are text: the re module compiles and keeps each when it is first used, not at every start.
_DAY = r"(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]"
_ISO_DAY = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_MONTH = r"(\d{1,2})\s*月份?\s*(上旬|中旬|下旬|初|中|底)?"
_MONTHS = r"(\d{1,2})\s*月?份?\s*[—–~～至到-]+\s*(\d{1,2})\s*月份?"
_FESTIVAL = r"(.+?)\s*(前夕|之前|前后|前|期间|当天|当日)?"
_NEARNESS = {"前夕": Nearness.BEFORE, "之前": Nearness.BEFORE, "前": Nearness.BEFORE, "前后": Nearness.AROUND,
             "期间": Nearness.DURING}  # fmt: skip
_EVERY = {
    "每月": Recurrence.MONTHLY,
    "每个月": Recurrence.MONTHLY,
    "每季": Recurrence.QUARTERLY,
    "每季度": Recurrence.QUARTERLY,
    "每个季度": Recurrence.QUARTERLY,
    "每半年": Recurrence.HALF_YEARLY,
    "每年": Recurrence.YEARLY,
}


def _parse(wording: str) -> Schedule | None:
    text = notation(wording)
    if day := re.fullmatch(_DAY, text) or re.fullmatch(_ISO_DAY, text):
        return OnDay(
            wording=wording, year=int(day[1]) if day[1] else None, month=int(day[2]), day=int(day[3])
        )
    if month_match := re.fullmatch(_MONTH, text):
        number = int(month_match[1])
        part = MonthPart(month_match[2]) if month_match[2] else None
        return InMonths(wording=wording, first=number, last=number, part=part)
    if months := re.fullmatch(_MONTHS, text):
        return InMonths(wording=wording, first=int(months[1]), last=int(months[2]))
    if text in _EVERY:
        return Every(wording=wording, recurrence=_EVERY[text])
    festival = re.fullmatch(_FESTIVAL, text.replace("“", "").replace("”", ""))
    if festival is not None and festival[1] in FESTIVALS:
        return AtFestival(
            wording=wording,
            festival=FESTIVALS[festival[1]],
            nearness=_NEARNESS.get(festival[2] or "", Nearness.ON),
        )
    return None


def parse_schedule(wording: str) -> Schedule:
    """
    Read a time as plans write it, keeping the wording; what is not understood becomes :class:`FreeText`.

    Raises:
        WrongTypeError: The words are empty.
        ImpossibleValueError: The words name a day that does not exist, or months in the wrong order.

    >>> parse_schedule("9月下旬").part
    <MonthPart.LAST_TEN: '下旬'>
    >>> parse_schedule("教师节前后").festival
    '教师节'
    """
    if not check_text(wording).strip():
        raise WrongTypeError("时间", "a time", repr(wording))
    if re.fullmatch(_ISO_DAY, wording.strip()) is None and re.fullmatch(r"\d{4}[-/.]\S*", wording.strip()):
        raise NotationError("时间", "a time", wording, "9月下旬、2026-09-10")
    return _parse(wording) or FreeText(wording=wording)
