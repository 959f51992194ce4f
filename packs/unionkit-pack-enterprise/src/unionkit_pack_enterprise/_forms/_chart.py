"""The wall chart as plain values that the page prints: places in millimetres, and words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from unionkit.almanac import FIRST_YEAR, LAST_YEAR
from unionkit.document import Scope
from unionkit_pack_enterprise._year import TRACKS, Entry, entries_of, tracks_of, year_of

from ._layout import WIDTH, Bar, Placed, Plan, Row, laid_out, merged

_HEIGHT: Final = 239.0
"""Of all tracks, the festivals among them: the page without its title, the months and the legend."""

_FESTIVALS: Final = "festivals"
_SHOWN: Final = (
    *("元旦", "春节", "元宵节", "妇女节", "清明节", "劳动节", "青年节", "端午节"),
    *("安全生产咨询日", "建党节", "全民健身日", "中秋节", "国庆节", "重阳节", "消防日", "国家宪法日"),
)
"""Festivals and days that a union in an enterprise goes by."""

_MONTHS_EN: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def chart_of(scope: Scope) -> dict[str, object]:
    """Return what the page shows."""
    zh, year = scope.lang == "zh", year_of(scope)
    tracks: dict[str, dict[tuple[str, str], list[Bar]]] = {_FESTIVALS: {}, **{name: {} for name in TRACKS}}
    for entry in (*_festivals(scope, year), *entries_of(scope)):
        tracks[entry.track].setdefault((entry.title, entry.form), []).append(_bar(entry))
    plan = laid_out(
        {
            name: [
                Row(_label(title, form, len(bars), zh=zh), form, merged(bars))
                for (title, form), bars in found.items()
            ]
            for name, found in tracks.items()
        },
        _HEIGHT,
    )
    names = {_FESTIVALS: "节日" if zh else "Festivals", **tracks_of(scope)}
    name = scope.plan.organization.name
    heading = (
        ("集体合同工作年历" if zh else "The contract year")
        if year is None
        else (f"{year}年集体合同工作年历" if zh else f"The contract year {year}")
    )
    return {
        "title": f"{name}{heading}" if zh else (f"{heading} · {name}" if name else heading),
        "no_year": year is None,
        "months": [_month(month, year, zh=zh) for month in range(1, 13)],
        "tracks": [
            {
                "name": names[track],
                "kind": track,
                "dropped": plan.dropped[track],
                **_shown(plan, track),
            }
            for track in names
        ],
        "type": _mm(plan.type_size),
        "lane": _mm(plan.lane),
    }


def _label(title: str, form: str, times: int, *, zh: bool) -> str:
    if form == "deadline":
        return f"◆{title}"
    if times == 1 or form == "season":
        return title
    return f"{title}（{times}次）" if zh else f"{title} ({times}×)"


def _festivals(scope: Scope, year: int | None) -> Iterator[Entry]:
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return
    almanac = scope.almanac.for_region(scope.plan.organization.region)
    for name in _SHOWN:
        festival = almanac.festival(name)
        for day in festival.days(year) if festival else ():
            title = name if scope.lang == "zh" else (festival.en if festival else "") or name
            yield Entry(track=_FESTIVALS, start=day, end=day, title=f"{day.day} {title}", form="festival")


def _at(day: dt.date) -> float:
    """Where a day begins: every month is as wide as the others, so that the lines between them are even."""
    length = ((day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - day.replace(day=1)).days
    return WIDTH / 12 * (day.month - 1 + (day.day - 1) / length)


def _bar(entry: Entry) -> Bar:
    end = entry.end
    length = ((end.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - end.replace(day=1)).days
    return Bar(_at(entry.start), _at(end) + WIDTH / 12 / length)


def _month(month: int, year: int | None, *, zh: bool) -> dict[str, str]:
    said = f"{month}月" if zh else _MONTHS_EN[month - 1]
    return {"left": _mm(WIDTH / 12 * (month - 1)), "name": said, "year": "" if year is None else str(year)}


def _shown(plan: Plan, track: str) -> dict[str, object]:
    return {
        "height": _mm(plan.height(track)),
        "rows": [_row(placed, plan) for placed in plan.tracks[track]],
    }


def _row(placed: Placed, plan: Plan) -> dict[str, object]:
    return {
        "top": _mm(placed.lane * plan.lane + 0.8),
        "left": _mm(placed.at),
        "width": _mm(placed.wide),
        "side": "right" if placed.flush else "left",
        "label": placed.label,
        "form": placed.row.form,
        "bars": [{"left": _mm(bar.start), "width": _mm(bar.end - bar.start)} for bar in placed.row.bars],
    }


def _mm(length: float) -> str:
    return f"{length:.2f}"
