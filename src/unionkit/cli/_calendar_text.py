"""A calendar as text, to be read in a terminal or hung on a wall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from unionkit.almanac import Almanac, Entry
from unionkit.document import worded_title
from unionkit.errors import Lang
from unionkit.model import Plan
from unionkit.renderers import text_width

from ._calendar_days import worded_month
from ._calendar_festivals import Kept, unannounced
from ._calendar_lines import APART, OUTSIDE, Line, Months, Place, lines_by_place, one_line, undated_lines

_WIDEST: Final = 36
"""Titles that are wider stick out, so that one of them does not push all remarks aside."""
_HEADINGS: Final = {
    APART: ("跨月的工作", "Over several months"),
    OUTSIDE: ("计划期以外", "Outside the period of the plan"),
}


def calendar_text(
    plan: Plan, entries: Sequence[Entry], almanac: Almanac, lang: Lang, found: Sequence[Kept] | None
) -> str:
    """
    Write a calendar.

    Args:
        plan: The plan.

        entries: Its calendar.

        almanac: Whose days off it goes by.

        lang: The language of all but what the plan itself says.

        found: Festivals, days off and make-up days; None: not asked for.
    """
    english = lang == "en"
    months = Months.of(plan.period)
    lines = lines_by_place(entries, found or (), months, lang)
    undated = undated_lines(entries, lang)
    rooms = _rooms([line for under in lines.values() for line in under])
    of_months = _room(
        [line.days for place, under in lines.items() if place not in _HEADINGS for line in under]
    )
    written = [one_line(worded_title(plan, lang)) or ("Calendar" if english else "日历")]
    for place in _in_order(lines, months):
        room = _room([line.days for line in lines[place]]) if place in _HEADINGS else of_months
        written += ["", _heading(place, lang), *(_written(line, (room, *rooms)) for line in lines[place])]
    if undated:
        written += ["", "Without a date" if english else "没有日期"]
        inner = _rooms([line for under in undated.values() for line in under])
        for reason, under in undated.items():
            written += [f"  {reason}", *(f"  {_written(line, (0, *inner))}" for line in under)]
    if not lines and not undated:
        nothing = "Nothing in this plan has a time." if english else "这份计划里没有可以排进日历的事项。"
        written += ["", nothing]
    notes = list(_notes(plan, entries, almanac, lang, found))
    return "\n".join([*written, *([""] if notes else []), *notes]) + "\n"


def _heading(place: Place, lang: Lang) -> str:
    return _HEADINGS[place][lang == "en"] if isinstance(place, str) else worded_month(place, lang)


def _in_order(lines: Mapping[Place, object], months: Months) -> Iterator[Place]:
    """What takes longer than a month stands on top, where it is seen in each of them."""
    if APART in lines:
        yield APART
    yield from sorted((place for place in lines if not isinstance(place, str)), key=months.order)
    if OUTSIDE in lines:
        yield OUTSIDE


def _notes(
    plan: Plan, entries: Sequence[Entry], almanac: Almanac, lang: Lang, found: Sequence[Kept] | None
) -> Iterator[str]:
    english = lang == "en"
    years = unannounced(plan.period, almanac)
    if years:
        yield (
            f"The almanac has no arrangement of days off for {_years(years, lang)}; public holidays are those of the law."
            if english
            else f"历书没有 {_years(years, lang)}的放假安排，节假日按法定日期推定。"
        )
    if found is not None and plan.period.start is None:
        yield (
            "The plan tells no year: festivals on other days each year, and days off, are not listed."
            if english
            else "计划没有年份：每年日期不同的节日和放假安排没有列出。"
        )
    told = [entry.occurrence for entry in entries if entry.occurrence is not None]
    if any(each.assumed for each in told) or any(each.assumed for each in found or ()):
        yield (
            "Assumed days follow the usual school calendar, custom or the law; go by what is announced."
            if english
            else "“推定”的日子按通常的校历、惯例或法定日期推算，以正式公布的为准。"
        )


def _years(years: Sequence[int], lang: Lang) -> str:
    if len(years) == 1:
        return f"{years[0]} 年" if lang == "zh" else str(years[0])
    in_a_row = years[-1] - years[0] == len(years) - 1 > 1
    if lang == "zh":
        return f"{years[0]} 至 {years[-1]} 年" if in_a_row else f"{'、'.join(map(str, years))} 年"
    return f"{years[0]} to {years[-1]}" if in_a_row else ", ".join(map(str, years))


# ---------------------------------------------------------------- columns


def _rooms(lines: Sequence[Line]) -> tuple[int, int]:
    """How wide the columns of marks and titles are."""
    return _room([line.mark for line in lines]), _room([line.title for line in lines], _WIDEST)


def _room(cells: Sequence[str], most: int | None = None) -> int:
    """How wide a column is, without the cells that stick out."""
    taken = map(text_width, cells)
    return max((each for each in taken if most is None or each <= most), default=0)


def _written(line: Line, rooms: Sequence[int]) -> str:
    """Write a line; a column in which nothing stands takes no room."""
    cells = [
        cell + " " * (room - text_width(cell))
        for cell, room in zip(line, rooms, strict=False)
        if room or cell
    ]
    return f"  {'  '.join([*cells, line.remark])}".rstrip()
