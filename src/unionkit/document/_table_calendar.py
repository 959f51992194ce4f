"""The calendar of activities (活动安排表): what lies ahead, by month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from unionkit.errors import Lang
from unionkit.model import Activity, Plan, WelfareMeasure

from ._section import Scope
from ._table_columns import CENTRED, TEXT, Head, filled_grid, only_year, tasks
from ._tree import Block
from ._wording_dates import worded_months
from ._wording_figures import worded_head_count

if TYPE_CHECKING:
    from ._calendar_months import Months
    from ._calendar_places import Place

_HEADS: Final = (
    Head("月份", "Month", CENTRED, 5, always=True),
    Head("时间", "When", TEXT, 8),
    Head("活动（事项）", "Activity", TEXT, 12, always=True),
    Head("地点", "Place", TEXT, 5),
    Head("参加人数", "Participants", CENTRED, 4),
    Head("责任部门", "Responsible", TEXT, 5),
)
_GROUPS: Final[dict[str, tuple[str, str]]] = {
    "FESTIVAL": ("节日", "Festivals"),
    "CAMPAIGN": ("专项活动", "Campaigns"),
    "TERM": ("学期假期", "Terms and holidays"),
    "RECURRING": ("经常性工作", "Regular work"),
    "ANY_MONTH": ("全期", "Whole period"),
    "OPEN": ("时间待定", "To be fixed"),
}


def calendar(scope: Scope) -> Iterator[Block]:
    """
    Make the calendar of activities and welfare measures, ordered by when they begin in the plan, wider times later.

    The almanac gives the days. What has none stands in groups behind the months. Each row names its month: a table that
    goes on over the page, or is sorted anew, stays clear. An item with several times has a row for each, so that it is
    found in each of its months; a recurrence has one row. Activities without any time stand at the end, for somebody has
    to fix it; a welfare measure without one is called for by what befalls people, and is in no calendar.
    """
    plan, lang, year = scope.plan, scope.lang, only_year(scope.plan)
    items = list(_items(plan))
    if not items:
        return
    from ._calendar_places import calendar_entries  # noqa: PLC0415 -- with the almanac, which few documents need
    from ._calendar_words import worded_entry  # noqa: PLC0415 -- the same

    almanac = scope.almanac.for_region(plan.organization.region)
    months, entries = calendar_entries(items, plan.period, almanac)
    rows = [
        (
            _label(place, months, lang),
            worded_entry(entry, months, lang, year),
            item.title,
            item.place if isinstance(item, Activity) else "",
            worded_head_count(item.participants if isinstance(item, Activity) else item.headcount, lang),
            item.owner,
        )
        for entry in entries
        for item, place in ((entry.item, entry.place),)
    ]
    yield filled_grid(_HEADS, rows, lang=lang)


def _items(plan: Plan) -> Iterator[Activity | WelfareMeasure]:
    """Yield what belongs in a calendar: activities, and welfare measures that have a time."""
    for item in tasks(plan, with_reviews=False):
        if isinstance(item, Activity) or (
            isinstance(item, WelfareMeasure) and not (item.when is None and item.due is None)
        ):
            yield item


def _label(place: Place, months: Months, lang: Lang) -> str:
    if place.group.name in _GROUPS:
        return _GROUPS[place.group.name][lang == "en"]
    return worded_months(months.named(place.month), months.named(place.latest), lang)
