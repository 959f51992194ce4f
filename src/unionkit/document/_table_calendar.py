"""The calendar of activities (活动安排表): what lies ahead, by month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from unionkit.errors import Lang
from unionkit.model import Activity, Period, Plan, WelfareMeasure

from ._calendar_months import Months
from ._section import Scope
from ._slots import Group, Slot, slot_of_day, slots
from ._table_columns import CENTRED, TEXT, Head, filled_grid, only_year, tasks
from ._tree import Block
from ._wording import worded_time
from ._wording_dates import worded_months
from ._wording_figures import worded_head_count

_HEADS: Final = (
    Head("月份", "Month", CENTRED, 5, always=True),
    Head("时间", "When", TEXT, 8),
    Head("活动（事项）", "Activity", TEXT, 12, always=True),
    Head("地点", "Place", TEXT, 5),
    Head("参加人数", "Participants", CENTRED, 4),
    Head("责任部门", "Responsible", TEXT, 5),
)
_GROUPS: Final[dict[Group, tuple[str, str]]] = {
    Group.FESTIVAL: ("节日", "Festivals"),
    Group.CAMPAIGN: ("专项活动", "Campaigns"),
    Group.TERM: ("学期假期", "Terms and holidays"),
    Group.RECURRING: ("经常性工作", "Regular work"),
    Group.ANY_MONTH: ("全期", "Whole period"),
    Group.OPEN: ("时间待定", "To be fixed"),
}
_Order: TypeAlias = tuple[Group, int, int, bool, int, int]
"""Group; the earliest and the latest month; whether it says no more than the month; first and last day in it."""


def calendar(scope: Scope) -> Iterator[Block]:
    """
    Make the calendar of activities and welfare measures, ordered by when they can begin, wider times later.

    What the words of the plan put under no month stands in groups behind the months. Each row names its month: a table
    that goes on over the page, or is sorted anew, stays clear. Activities without any time stand at the end, for
    somebody has to fix it; a welfare measure without one is called for by what befalls people, and is in no calendar.
    """
    plan, lang, year = scope.plan, scope.lang, only_year(scope.plan)
    found = [(item, _slots(item, plan.period)) for item in _entries(plan)]
    months = Months.of(plan.period, (slot for _, places in found for slot in places))
    placed = [(item, min(_order(slot, months) for slot in places)) for item, places in found]
    placed.sort(key=lambda entry: entry[1])
    rows = [
        (
            _label(order, months, lang),
            worded_time(item, lang, year),
            item.title,
            item.place if isinstance(item, Activity) else "",
            worded_head_count(item.participants if isinstance(item, Activity) else item.headcount, lang),
            item.owner,
        )
        for item, order in placed
    ]
    if rows:
        yield filled_grid(_HEADS, rows, lang=lang)


def _entries(plan: Plan) -> Iterator[Activity | WelfareMeasure]:
    """Yield what belongs in a calendar: activities, and welfare measures that have a time."""
    for item in tasks(plan):
        if isinstance(item, Activity) or (
            isinstance(item, WelfareMeasure) and not (item.when is None and item.due is None)
        ):
            yield item


def _slots(item: Activity | WelfareMeasure, period: Period) -> list[Slot]:
    """Where an item belongs; a last day tells it where the time says nothing about when."""
    found = [] if item.when is None else list(slots(item.when, period))
    if item.due is not None and all(slot.group in (Group.ANY_MONTH, Group.OPEN) for slot in found):
        return [slot_of_day(item.due)]
    return found or [Slot(Group.OPEN)]


def _order(slot: Slot, months: Months) -> _Order:
    return slot.group, *months.places(slot), slot.is_wide, slot.day, slot.last


def _label(order: _Order, months: Months, lang: Lang) -> str:
    group, earliest, latest = order[:3]
    if group is not Group.MONTH:
        return _GROUPS[group][lang == "en"]
    return worded_months(months.named(earliest), months.named(latest), lang)
