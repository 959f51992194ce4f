"""Sections that are no templates: the invitation to wage talks, and the year of the collective contract."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

import attrs

from unionkit.document import (
    Addressee,
    Block,
    Column,
    ColumnKind,
    Grid,
    Heading,
    Scope,
    SignOff,
    Text,
    render_blocks,
    worded_date,
)
from unionkit.errors import Lang

from ._contracts import WageTalks
from ._year import Entry, data_in, entries_of, tracks_of, year_of

_YEAR_TRACKS: Final = ("contracts", "talks", "congress")
_BLANK: Final = "________________"
_NO_DAY: Final = {"zh": "____年__月__日", "en": "____ / __ / __"}
_MONTHS_EN: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NO_YEAR: Final = {
    "zh": "计划没有写年份，下表由填表人按月填写。",
    "en": "The plan names no year; fill in the table by month.",
}


def invitation(scope: Scope) -> Iterator[Block]:
    """Make the invitation to wage talks: to the employer, from the union, on the day of the invitation."""
    data = data_in(scope)
    talks = data.talks or WageTalks()
    zh = scope.lang == "zh"
    employer = talks.employer.strip() or _BLANK
    yield Addressee(f"{employer}：" if zh else f"{employer}:")
    filled = attrs.evolve(scope, data=attrs.evolve(data, talks=talks))
    yield from render_blocks(__package__, "invitation.j2", filled)
    day = worded_date(talks.invited, scope.lang) if talks.invited else _NO_DAY[scope.lang]
    name = scope.plan.organization.name or scope.plan.signature
    if name or day:
        yield SignOff(name, day, sealed=scope.plan.sealed)


def congress(scope: Scope) -> Iterator[Block]:
    """Make the chapter on the staff congress, or on the assembly of all staff, under a heading that says which."""
    blocks = tuple(render_blocks(__package__, "congress.j2", scope))
    if blocks:
        yield Heading(
            f"{tracks_of(scope)['congress']}安排" if scope.lang == "zh" else _assembly_en(scope),
            1,
            id="congress",
        )
        yield from blocks


def _assembly_en(scope: Scope) -> str:
    told = data_in(scope).congress
    return f"The {'assembly of all staff' if told is not None and told.of_all_staff else 'staff congress'}"


def contract_year(scope: Scope) -> Iterator[Block]:
    """Make the year of the collective contract: a row for each month."""
    lang = scope.lang
    year = year_of(scope)
    if year is None:
        yield Text(_NO_YEAR[lang])
    else:
        yield Heading(f"{year}年集体合同工作年历" if lang == "zh" else f"The contract year {year}", 1)
    by_month: dict[tuple[int, str], list[str]] = {}
    for entry in entries_of(scope):
        if entry.track in _YEAR_TRACKS and entry.form != "term":
            by_month.setdefault((entry.start.month, entry.track), []).append(_told(entry, lang))
    between = "；" if lang == "zh" else "; "
    zh, names = lang == "zh", tracks_of(scope)
    columns = (
        Column("月份" if zh else "Month", ColumnKind.CENTRED, 3),
        *(Column(names[track], ColumnKind.TEXT, 9) for track in _YEAR_TRACKS),
    )
    rows = tuple(
        (
            f"{month}月" if zh else _MONTHS_EN[month - 1],
            *(between.join(by_month.get((month, track), ())) for track in _YEAR_TRACKS),
        )
        for month in range(1, 13)
    )
    yield Grid(columns, rows)


def _told(entry: Entry, lang: Lang) -> str:
    """What is in a cell: the days, and what happens."""
    start, end = entry.start, entry.end
    whole = start.day == 1 and (end + dt.timedelta(days=1)).day == 1
    if start == end:
        days = f"{start.day}日" if lang == "zh" else f"{start.day}"
    elif whole and start.month == end.month:
        days = "全月" if lang == "zh" else "all month"
    elif whole:
        days = (
            f"{start.month}—{end.month}月" if lang == "zh" else f"to the end of {_MONTHS_EN[end.month - 1]}"
        )
    elif start.month != end.month:
        days = f"{start.day}日—{end.month}月{end.day}日" if lang == "zh" else f"{start.day} to {_day(end)}"
    else:
        days = f"{start.day}—{end.day}日" if lang == "zh" else f"{start.day}–{end.day}"
    return f"{days}，{entry.title}" if lang == "zh" else f"{days}: {entry.title}"


def _day(day: dt.date) -> str:
    return f"{day.day} {_MONTHS_EN[day.month - 1]}"
