"""The lines of a calendar: where each stands, and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, TypeAlias

import attrs

from unionkit.almanac import Entry, Occurrence, Position, Precision
from unionkit.errors import Lang
from unionkit.model import (
    Activity,
    Deadline,
    Every,
    Goal,
    InHalf,
    InMonths,
    InQuarter,
    InYear,
    OnDay,
    Period,
    Recurrence,
    Schedule,
    Several,
    Span,
)
from unionkit.renderers import text_width

from ._calendar_days import Days, Month, is_month, length, month_of, worded_apart, worded_in_month
from ._calendar_festivals import Kept

APART: Final = "apart"
OUTSIDE: Final = "outside"
Place: TypeAlias = Month | str
"""The month under which something stands, or one of the headings that are no month."""

_LONGEST: Final = 31
"""What takes more days stands apart."""
_WIDE: Final = 20
"""Several days that take more room are written behind; in their column it is told how many they are."""
_ANY_YEAR: Final = 2096
_MARKS: Final[dict[str, tuple[str, str]]] = {
    "activity": ("活动", "activity"),
    "welfare": ("福利", "welfare"),
    "goal": ("目标", "goal"),
    "festival": ("节日", "festival"),
    "holiday": ("放假", "days off"),
    "make-up": ("上班", "working"),
}
_BY: Final = {
    "activity": ("活动截止", "activity due"),
    "welfare": ("福利截止", "welfare due"),
    "goal": ("目标截止", "goal due"),
}


class Line(NamedTuple):
    """
    A line of the calendar.

    Attributes:
        days: Its days.

        mark: What it is.

        title: What it is called.

        remark: The words of its time, and why these days.
    """

    days: str
    mark: str
    title: str
    remark: str = ""


def kind_of(entry: Entry) -> str:
    """Return what an entry of the plan's calendar is, as programs read it."""
    if isinstance(entry.item, Goal):
        return "goal"
    return "activity" if isinstance(entry.item, Activity) else "welfare"


def one_line(text: str) -> str:
    """Return text without line breaks and other white space but single blanks."""
    return " ".join(text.split())


@attrs.frozen
class Months:
    """
    The months of a plan's period.

    Attributes:
        all: Every month of it, in order; those of a plan without a year have none.
    """

    all: tuple[Month, ...]

    @classmethod
    def of(cls, period: Period) -> Months:
        """Return the months of a period."""
        some = period if period.start is not None else attrs.evolve(period, year=_ANY_YEAR)
        assert some.start is not None and some.end is not None  # noqa: S101, PT018 -- it has a year
        first, last = (12 * day.year + day.month - 1 for day in (some.start, some.end))
        told = ((number // 12, number % 12 + 1) for number in range(first, last + 1))
        return cls(tuple((year if period.start is not None else None, month) for year, month in told))

    def place(self, occurrence: Occurrence) -> Place:
        """Return where an occurrence stands: what begins before the period stands under its first month."""
        if occurrence.position is Position.OUTSIDE:
            return OUTSIDE
        if length(occurrence.start, occurrence.end) > _LONGEST:
            return APART
        month = month_of(occurrence.start)
        return month if month in self.all or self._is_somewhere(month) else self.all[0]

    def _is_somewhere(self, month: Month) -> bool:
        """Whether the plan tells no year for a month of which the time does."""
        return (None, month[1]) in self.all

    def order(self, month: Month) -> tuple[int, int]:
        """Return what months are sorted by; those of a known year stand beside that of the same name."""
        if month in self.all:
            return self.all.index(month), 0
        return self.all.index((None, month[1])), month[0] or 0

    def need_years(self, stretches: Iterable[Days]) -> bool:
        """Return whether days are of other years than the one that all months are of, which need not be said."""
        years = {year for year, _ in self.all}
        told = {month_of(day)[0] for days in stretches for day in days}
        return len(years) > 1 or not told <= years | {None}


def lines_by_place(
    entries: Iterable[Entry], found: Iterable[Kept], months: Months, lang: Lang
) -> dict[Place, list[Line]]:
    """Return the lines under each heading: by day, and what recurs behind them, one line for each month."""
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        occurrence = entry.occurrence
        if occurrence is not None:
            told = attrs.astuple(occurrence, recurse=False)[2:]
            groups.setdefault((months.place(occurrence), entry.path, entry.key, *told), []).append(entry)
    sorted_lines: dict[Place, list[tuple[tuple[bool, int], Line]]] = {}
    for key, group in groups.items():
        place: Place = key[0]  # type: ignore[assignment]
        line = _line(group, place, months, lang)
        occurrence = group[0].occurrence
        assert occurrence is not None  # noqa: S101 -- the others are in no group
        order = len(group) > 1, _day_in(place, (occurrence.start, occurrence.end))
        sorted_lines.setdefault(place, []).append((order, line))
    for each in found:
        begins = month_of(each.start)
        month = begins if begins in months.all else months.all[0]
        order = False, _day_in(month, (each.start, each.end))
        sorted_lines.setdefault(month, []).append((order, _kept_line(each, month, lang)))
    for place, lines in sorted_lines.items():
        if place not in (APART, OUTSIDE):  # there, the order of the calendar is that of the days
            lines.sort(key=lambda line: line[0])
    return {place: [line for _, line in lines] for place, lines in sorted_lines.items()}


def _day_in(place: Place, days: Days) -> int:
    """The day by which it is sorted in a month; whole months, and what begins before, come first."""
    start, end = days
    return 0 if month_of(start) != place or is_month(start, end) else start.day


def undated_lines(entries: Iterable[Entry], lang: Lang) -> dict[str, list[Line]]:
    """Return what has no days, by the reason for it."""
    lines: dict[str, list[Line]] = {}
    for entry in entries:
        if entry.undated is not None:
            mark, title = _MARKS[kind_of(entry)][lang == "en"], one_line(entry.title)
            line = Line("", mark, title, one_line(entry.undated.wording))
            lines.setdefault(entry.undated.reason.message(lang), []).append(line)
    return lines


def _kept_line(each: Kept, month: Month, lang: Lang) -> Line:
    days = worded_in_month([(each.start, each.end)], month, lang, exactly=True)
    remark = _with_doubt(each.reason.message(lang), lang) if each.assumed else each.reason.message(lang)
    return Line(days, _MARKS[each.kind][lang == "en"], each.title.message(lang), remark)


def _line(group: Sequence[Entry], place: Place, months: Months, lang: Lang) -> Line:
    entry = group[0]
    told = [each.occurrence for each in group if each.occurrence is not None]
    occurrence = told[0]
    stretches: list[Days] = [(each.start, each.end) for each in told]
    exactly = occurrence.precision is Precision.DAY
    if isinstance(place, str):
        years = place == OUTSIDE or months.need_years(stretches)
        days = worded_apart(stretches, lang, exactly=exactly, years=years)
    else:
        days = worded_in_month(stretches, place, lang, exactly=exactly)
    remark = _remark(entry, occurrence, lang)
    if remark == days:
        remark = ""
    if len(stretches) > 1 and text_width(days) > _WIDE:
        remark = _joined(remark, days, lang)
        days = f"{len(stretches)} 次" if lang == "zh" else f"{len(stretches)} times"
    if occurrence.assumed:
        remark = _with_doubt(remark, lang)
    marks = _BY if occurrence.deadline else _MARKS
    return Line(days, marks[kind_of(entry)][lang == "en"], one_line(entry.title), remark)


def _remark(entry: Entry, occurrence: Occurrence, lang: Lang) -> str:
    """The words of the plan's time, unless the days say them; and why these days, where the words name none."""
    when = entry.item.when if entry.key == "when" else None
    words = "" if when is None or _is_said_by_days(when) else one_line(when.wording)
    if occurrence.is_as_written or (when is not None and _names_days(when)):
        return words
    reason = occurrence.reason.message(lang)
    return reason if reason.startswith(words) else _joined(words, reason, lang)


def _joined(before: str, after: str, lang: Lang) -> str:
    return f"{before}{'：' if lang == 'zh' else ': '}{after}" if before else after


def _with_doubt(remark: str, lang: Lang) -> str:
    if lang == "zh":
        return f"{remark}（推定）" if remark else "推定"
    return f"{remark} (assumed)" if remark else "assumed"


def _is_said_by_days(time: Schedule) -> bool:
    """Whether a time is written as the calendar itself writes it: a month, or a day of one."""
    words = time.wording.strip()
    match time:
        case OnDay():
            said = f"{time.month}月{time.day}日"
        case InMonths() if time.part is None and time.first == time.last:
            said = f"{time.first}月"
        case _:
            return False
    return words in (said, f"{time.year}年{said}")


def _names_days(time: Schedule) -> bool:
    """Whether anybody can tell the days from the words."""
    match time:
        case InMonths() | InQuarter() | InHalf() | InYear():
            return True
        case OnDay():
            return not time.lunar
        case Span():
            return _names_days(time.start) and _names_days(time.end)
        case Deadline():
            return _names_days(time.before)
        case Several():
            return all(map(_names_days, time.members))
        case Every() if time.interval == 1:
            return time.recurrence is not Recurrence.TERMLY if time.at is None else _names_days(time.at)
        case _:
            return False
