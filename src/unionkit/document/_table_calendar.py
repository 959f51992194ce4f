"""The calendar of activities (活动安排表): what lies ahead, by month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from unionkit.errors import Lang
from unionkit.model import Activity, Goal, Period, WelfareMeasure

from ._calendar_months import Months
from ._section import Scope
from ._slots import Group, Slot, slot_of_day, slots
from ._table_columns import CENTRED, TEXT, Head, filled_grid, only_year, tasks
from ._tree import Block
from ._wording import worded_month, worded_people, worded_time

_HEADS: Final = (
    Head("月份", "Month", CENTRED, 5, always=True),
    Head("时间", "When", TEXT, 8, always=True),
    Head("活动", "Activity", TEXT, 12, always=True),
    Head("地点", "Place", TEXT, 5),
    Head("参加", "Participants", CENTRED, 4),
    Head("责任部门", "Responsible", TEXT, 5),
)
_GROUPS: Final[dict[Group, tuple[str, str]]] = {
    Group.FESTIVAL: ("节日", "Festivals"),
    Group.CAMPAIGN: ("专项活动", "Campaigns"),
    Group.TERM: ("学期假期", "Terms and holidays"),
    Group.RECURRING: ("常年", "Recurring"),
    Group.ANY_MONTH: ("不限月份", "Any month"),
    Group.OPEN: ("时间待定", "To be fixed"),
}


def calendar(scope: Scope) -> Iterator[Block]:
    """
    Make the calendar of activities and welfare measures that have a time, ordered by when they begin.

    What the words of the plan put under no month stands in groups behind the months. Each row names its month: a table
    that goes on over the page, or is sorted anew, stays clear.
    """
    plan, lang, year = scope.plan, scope.lang, only_year(scope.plan)
    dated = [
        (item, found)
        for item in tasks(plan)
        if not isinstance(item, Goal) and (found := _slots(item, plan.period))
    ]
    if not dated:
        return
    months = Months.of(plan.period, (slot for _, found in dated for slot in found))
    placed = [(item, min(_order(slot, months) for slot in found)) for item, found in dated]
    placed.sort(key=lambda entry: entry[1])
    rows = [
        (
            _label(order, months, lang),
            worded_time(item, lang, year),
            item.title,
            item.place if isinstance(item, Activity) else "",
            _people(item, lang),
            item.owner,
        )
        for item, order in placed
    ]
    yield filled_grid(_HEADS, rows, lang=lang)


def _slots(item: Activity | WelfareMeasure, period: Period) -> list[Slot]:
    """Where an item belongs; a last day tells it where the time says nothing about when."""
    found = [] if item.when is None else list(slots(item.when, period))
    if item.due is not None and all(slot.group in (Group.ANY_MONTH, Group.OPEN) for slot in found):
        return [slot_of_day(item.due)]
    return found


def _order(slot: Slot, months: Months) -> tuple[Group, int, int, int]:
    return slot.group, months.place(slot), slot.day, slot.last


def _label(order: tuple[Group, int, int, int], months: Months, lang: Lang) -> str:
    group, place = order[:2]
    if group is not Group.MONTH:
        return _GROUPS[group][lang == "en"]
    year, month = months.named(place)
    return worded_month(month, lang, year)


def _people(item: Activity | WelfareMeasure, lang: Lang) -> str:
    number = item.participants if isinstance(item, Activity) else item.headcount
    return "" if number is None else worded_people(number, lang)
