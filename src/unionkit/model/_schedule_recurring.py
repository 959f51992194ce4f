"""The Chinese notation of recurrences: 每月第一周, 每周二、四下午, 每两年一次, 半年一次, 每年教师节, 下半年每季度."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from ._schedule import Every, Schedule, Several, is_yearly
from ._schedule_dates import InHalf, InMonths, InQuarter, InYear, Span
from ._schedule_named import InHoliday, InTerm
from ._schedule_parts import Recurrence
from ._schedule_single import read_single
from ._schedule_wording import WEEKDAYS
from ._schedule_words import COUNT, EDGE_WORDS, NUMBER, PART_WORDS, matched, number_of

_Read: TypeAlias = Callable[[str, str], Schedule | None]

_UNITS: Final = {
    "天": Recurrence.DAILY,
    "日": Recurrence.DAILY,
    "周": Recurrence.WEEKLY,
    "星期": Recurrence.WEEKLY,
    "月": Recurrence.MONTHLY,
    "季": Recurrence.QUARTERLY,
    "季度": Recurrence.QUARTERLY,
    "学期": Recurrence.TERMLY,
    "半年": Recurrence.HALF_YEARLY,
    "年": Recurrence.YEARLY,
    "年度": Recurrence.YEARLY,
}
_HELD: Final = "(?:召开|开展|举办|举行|组织|进行)?"
_AT_LEAST: Final = "(?:至少|不少于|不低于)?"
TIMES: Final = rf"(?P<before>.*?)(?<!各){_AT_LEAST}{_HELD}(?P<times>{COUNT})次"
_EACH_ONE: Final = (
    rf"(?P<within>[^每]*)(?P<every>每隔?|[按逐隔])(?P<number>{COUNT})?(?P<of>个)?"
    r"(?P<unit>天|日|周|星期|月|季度?|学期|半年|年度?)(?:份|内)?的?(?P<rest>.*)"
)
_WITHOUT_EACH: Final = (
    rf"(?:(?P<number>{COUNT})(?P<unit>周|星期|天|年)|(?P<several>{COUNT})个(?P<of>月|星期|季度|学期)"
    rf"|(?P<one>[一两]学期|半年)){_AT_LEAST}{_HELD}(?P<times>{COUNT})次"
)
_HOUR: Final = r"(.*?)的?(?:早上|早晨|上午|中午|午间|下午|晚上|晚间|傍晚|课间|课后)"
_WHENEVER: Final = r"每?逢(.+)"
_DAY_OF_A_WEEK: Final = f"[{WEEKDAYS}天]"
_DAYS_OF_A_WEEK: Final = rf"(?:周|星期)?{_DAY_OF_A_WEEK}(?:[、，,和与及](?:周|星期)?{_DAY_OF_A_WEEK})*"
_FROM_TO: Final = rf"(?:周|星期)?({_DAY_OF_A_WEEK})[至到—–~～\-](?:周|星期)?({_DAY_OF_A_WEEK})"
_NTH: Final = rf"(?:第([1-4一二三四])个|(最后一?个))(?:周|星期)({_DAY_OF_A_WEEK})"


def read_recurring(text: str, wording: str, read: _Read) -> Every | None:
    """Return the recurrence that words name; `read` reads the time of each year."""
    if whenever := matched(_WHENEVER, text, "逢"):
        return _yearly(whenever[1], {"wording": wording, "recurrence": Recurrence.YEARLY}, read)
    if found := matched(_EACH_ONE, text, "每按逐隔"):
        return _read_each(found, wording, read)
    if found := matched(_WITHOUT_EACH, text, "次"):
        return _read_rhythm(found, wording)
    return None


def _read_rhythm(found: re.Match[str], wording: str) -> Every | None:
    """两年一次, 半年一次, 三个月一次; a year in figures is rather a year of the calendar (26年一次)."""
    said, unit = found["number"] or found["several"] or "", found["unit"] or found["of"]
    if found["one"]:
        said, unit = ("一", "半年") if found["one"] == "半年" else (found["one"][0], "学期")
    interval, times = number_of(said), number_of(found["times"])
    if not interval or not times or (unit == "年" and said.isdecimal() and len(said) > 1):
        return None
    return Every(wording=wording, recurrence=_UNITS[unit], interval=interval, times=times)


def _read_each(found: re.Match[str], wording: str, read: _Read) -> Every | None:
    interval, recurrence = _interval(found), _UNITS[found["unit"]]
    if not interval:
        return None
    told: dict[str, Any] = {"wording": wording, "recurrence": recurrence, "interval": interval}
    if found["within"]:
        within = read_single(found["within"], found["within"])
        if recurrence is Recurrence.YEARLY or not isinstance(
            within, InMonths | Span | InQuarter | InHalf | InYear | InTerm | InHoliday
        ):
            return None
        told["within"] = within
    rest = found["rest"]
    counted = None if "各" in rest else matched(TIMES, rest, "次")
    if counted is not None and (times := number_of(counted["times"])):
        rest, told["times"] = counted["before"], times
    hour = matched(_HOUR, rest, "早晨午晚课")
    if hour is not None and recurrence in {Recurrence.DAILY, Recurrence.WEEKLY, Recurrence.MONTHLY}:
        rest = hour[1]
    if not rest:
        return Every(**told)
    if recurrence is Recurrence.YEARLY:
        return _detailed(rest, told) or _yearly(rest, told, read, counted=counted is not None)
    return _detailed(rest, told)


def _interval(found: re.Match[str]) -> int | None:
    """How many units there are from one time to the next; None where that is not clear."""
    said = found["number"]
    if found["every"] in {"隔", "每隔"}:
        # 隔周 and 每隔一周 leave one out; 每隔两周 means two weeks to some and three to others.
        return 2 if said in {None, "一", "1"} and not (said is None and found["every"] == "每隔") else None
    if said is None:
        return 1
    if found["every"] != "每":
        return None
    number = number_of(said)
    # 每9月 is rather said of each September, 每2学期 of the second term.
    calendar = found["unit"] in {"日", "月", "季", "季度", "学期"}
    return number if found["of"] or not calendar or said in {"一", "两"} or number == 1 else None


def _detailed(rest: str, told: dict[str, Any]) -> Every | None:
    """Read which part or day of each month, week, term …"""
    until = matched(r"(.+?)(?:之前|以前|前)", rest, "前")
    detail = _detail(until[1] if until is not None else rest, told)
    if detail is None or (until is not None and len(detail.get("weekdays", "1")) > 1):
        return None
    return Every(**told, **detail, by=until is not None)


def _detail(said: str, told: dict[str, Any]) -> dict[str, Any] | None:
    recurrence = told["recurrence"]
    if recurrence is Recurrence.WEEKLY and (days := _weekdays(said, told["interval"])):
        return {"weekdays": days}
    if recurrence is Recurrence.MONTHLY:
        return _detail_of_a_month(said)
    if recurrence is Recurrence.YEARLY and said[0] == "年":
        said = said[1:]
    if recurrence is Recurrence.TERMLY and (opening := re.fullmatch("开学初?|期([初中末])", said)):
        said = opening[1] or "初"
    if recurrence is not Recurrence.DAILY and said in EDGE_WORDS:
        return {"part": EDGE_WORDS[said]}
    return None


def _detail_of_a_month(said: str) -> dict[str, Any] | None:
    if said in PART_WORDS:
        return {"part": PART_WORDS[said]}
    if day := re.fullmatch(rf"({NUMBER})[日号]", said):
        return {"month_day": number_of(day[1])}
    if nth := re.fullmatch(_NTH, said):
        return {"weekdays": (_weekday(nth[3]),), "nth": -1 if nth[2] else number_of(nth[1])}
    return None


def _weekday(said: str) -> int:
    return 7 if said == "天" else WEEKDAYS.index(said) + 1


def _weekdays(said: str, interval: int) -> tuple[int, ...]:
    """The days of the week that are named, in order; none where it is not clear (每两周五)."""
    if interval > 1 and said[0] not in "周星":
        return ()
    if span := re.fullmatch(_FROM_TO, said):
        return tuple(range(_weekday(span[1]), _weekday(span[2]) + 1))
    if re.fullmatch(_DAYS_OF_A_WEEK, said):
        return tuple(sorted({_weekday(day) for day in re.findall(_DAY_OF_A_WEEK, said)}))
    return ()


def _yearly(rest: str, told: dict[str, Any], read: _Read, *, counted: bool = False) -> Every | None:
    """Read the time of each year; how often at several of them is told by 各."""
    at = None if re.search("[每逢]", rest) else read(rest, rest)
    if at is None or not is_yearly(at) or (counted and isinstance(at, Several)):
        return None
    return Every(**told, at=at)
