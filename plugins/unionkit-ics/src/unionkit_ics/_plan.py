"""The calendar of a plan: an event for each occurrence with a day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Final

from unionkit.almanac import Entry, Occurrence, Position, Precision, Said, entries
from unionkit.document import Scope, worded_target
from unionkit.errors import Lang
from unionkit.model import Activity, Goal, Path, Plan, Quantity, WelfareMeasure, identity, plain_number

from ._event import Event, made_uid

_FEW: Final = 3
"""So many days in a row can be taken by one activity; more are a stretch in which it happens."""

_DUE: Final = Said("截止：", "Due: ")
_GOAL: Final = Said("目标", "goal")
_TIME: Final = Said("计划中的时间：", "Time in the plan: ")
_REASON: Final = Said("日期由来：", "Why these days: ")
_TARGET: Final = Said("指标值：", "Target: ")
_OWNER: Final = Said("责任部门：", "Responsible: ")
_HOST: Final = Said("主办：", "Held by: ")
_PEOPLE: Final = Said("人数：", "Number of people: ")
_SOME_TIME: Final = Said(
    "具体日期未定：计划只说在这段时间内。", "No day is set: the plan only says that it is within these days."
)
_ASSUMED: Final = Said(
    "日期是按惯例推算的，以正式安排为准。",
    "These days are assumed from what is usual; what is officially set counts.",
)
_OUTSIDE: Final = Said("不在计划期内。", "Outside of the period of the plan.")


def plan_events(scope: Scope) -> Iterator[Event]:
    """
    Yield the events of a plan, by day.

    What has no day has no event. Days outside of the period have one: the plan tells them, so they are real.
    """
    uids = _Uids(scope.plan)
    for entry in entries(scope.plan, scope.almanac):
        occurrence = entry.occurrence
        if occurrence is None:
            continue
        uid = uids.of(entry)
        # A plan without a year tells months and days only.
        if isinstance(occurrence.start, dt.date) and isinstance(occurrence.end, dt.date):
            yield _event(entry, occurrence, occurrence.start, occurrence.end, uid, scope)


class _Uids:
    """
    UIDs of a plan's entries, which must be asked for in the order of the calendar.

    A UID is made from the organization's name and the period, the identity of the item, the key that tells the time,
    the how-manieth occurrence of that key it is, and, of items that are told more than once in the same words, the
    how-manieth item. What else the plan holds does not count.
    """

    def __init__(self, plan: Plan) -> None:
        period = plan.period
        days = f"{period.start}/{period.end}" if period.start else str(period)
        self._namespace = ("plan", plan.organization.name, days)
        self._items: dict[Path, tuple[str, int]] = {}
        self._equals: Counter[str] = Counter()
        self._occurrences: Counter[tuple[Path, str]] = Counter()

    def of(self, entry: Entry) -> str:
        if entry.path not in self._items:
            name = identity(entry.item)
            self._items[entry.path] = (name, self._equals[name])
            self._equals[name] += 1
        name, nth_item = self._items[entry.path]
        nth = self._occurrences[entry.path, entry.key]
        self._occurrences[entry.path, entry.key] += 1
        return made_uid(*self._namespace, name, entry.key, str(nth), str(nth_item))


def _event(
    entry: Entry, occurrence: Occurrence, start: dt.date, end: dt.date, uid: str, scope: Scope
) -> Event:
    item = entry.item
    exact = occurrence.precision is Precision.DAY and not occurrence.assumed
    return Event(
        uid=uid,
        start=start,
        end=end,
        summary=_DUE.message(scope.lang) + entry.title if occurrence.deadline else entry.title,
        description=tuple(_described(entry, occurrence, scope.lang)),
        location=item.place if isinstance(item, Activity) else "",
        category=_category(entry, scope),
        busy=exact and not occurrence.deadline and (end - start).days < _FEW,
        reminded=occurrence.deadline,
    )


def _described(entry: Entry, occurrence: Occurrence, lang: Lang) -> Iterator[str]:
    """Yield the lines behind an event: what the plan says, why these days, and how far they can be relied on."""
    item = entry.item
    if entry.key == "when" and item.when is not None:
        yield _TIME.message(lang) + item.when.wording
    if not occurrence.is_as_written:
        yield _REASON.message(lang) + occurrence.reason.message(lang)
    if occurrence.times > 1:
        yield Said(
            f"这段时间内共{occurrence.times}次。", f"{occurrence.times} times within these days."
        ).message(lang)
    if isinstance(item, Goal) and item.target is not None:
        yield _TARGET.message(lang) + worded_target(item.target, lang)
    if item.owner:
        yield _OWNER.message(lang) + item.owner
    if isinstance(item, Activity) and item.host:
        yield _HOST.message(lang) + item.host
    people = _people(item)
    if people is not None:
        yield _PEOPLE.message(lang) + _worded_people(people, lang)
    if occurrence.precision is not Precision.DAY and not occurrence.deadline:
        yield _SOME_TIME.message(lang)
    if occurrence.assumed:
        yield _ASSUMED.message(lang)
    if occurrence.position is Position.OUTSIDE:
        yield _OUTSIDE.message(lang)


def _people(item: Activity | WelfareMeasure | Goal) -> Quantity | None:
    if isinstance(item, Goal):
        return None
    return item.participants if isinstance(item, Activity) else item.headcount


def _worded_people(people: Quantity, lang: Lang) -> str:
    if lang == "zh" or people.unit != "人":
        return str(people)
    return f"{'about ' if people.about else ''}{plain_number(people.value)}"


def _category(entry: Entry, scope: Scope) -> str:
    """What the vocabulary calls the kind of an item; the kind itself where it does not know it."""
    item = entry.item
    if isinstance(item, Goal):
        return _GOAL.message(scope.lang)
    vocabulary = scope.vocabulary
    kinds = vocabulary.activity_kinds if isinstance(item, Activity) else vocabulary.welfare_kinds
    term = kinds.get(item.kind)
    if term is None:
        return item.kind
    return term.zh if scope.lang == "zh" else term.en
