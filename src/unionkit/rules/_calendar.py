"""The times of a plan as days: each is resolved once for all rules, when the first of them asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from unionkit.almanac import (
    FIRST_YEAR,
    LAST_YEAR,
    Almanac,
    Festival,
    LunarDay,
    NthWeekday,
    OnSolarTerm,
    Resolution,
    resolve,
)
from unionkit.model import (
    FESTIVALS,
    Activity,
    Goal,
    Node,
    OnDay,
    Path,
    Period,
    Plan,
    Schedule,
    Several,
    WelfareMeasure,
    review_paths,
)

Planned: TypeAlias = Activity | WelfareMeasure | Goal
"""What a plan sets times for."""
PLANNED: Final = (Activity, WelfareMeasure, Goal)


class Time(NamedTuple):
    """
    One time of an item; several (教师节、中秋节) are one each.

    Attributes:
        item: What the plan sets the time for.

        path: Where the item stands in the plan.

        key: The key of the item that tells the time: ``when`` or ``due``.

        schedule: The time, which is not several.

        resolution: Its days, and why it has none.
    """

    item: Planned
    path: Path
    key: str
    schedule: Schedule
    resolution: Resolution

    @property
    def title(self) -> str:
        """What the item is called."""
        return self.item.indicator if isinstance(self.item, Goal) else self.item.title

    @property
    def at(self) -> Path:
        """Where the time stands."""
        return (*self.path, self.key)


class Calendar:
    """
    The times of one plan.

    Attributes:
        plan: The plan.

        almanac: When festivals, terms and holidays are, in the region of the plan.
    """

    def __init__(
        self, plan: Plan, almanac: Almanac, nodes: Sequence[tuple[Path, Node]] | None = None
    ) -> None:
        self._nodes = tuple(plan.walk()) if nodes is None else nodes
        self.plan = plan
        self.almanac = almanac
        self._times: dict[Path, tuple[Time, ...]] = {}
        self._remembered: dict[Hashable, bool] = {}

    def __iter__(self) -> Iterator[Time]:
        """Iterate over all times of the plan, in reading order."""
        for path, node in self._planned:
            yield from self.of(node, path)

    @cached_property
    def _planned(self) -> tuple[tuple[Path, Planned], ...]:
        return tuple((path, node) for path, node in self._nodes if isinstance(node, PLANNED))

    def of(self, item: Planned, path: Path) -> tuple[Time, ...]:
        """Return the times of an item that stands at a path; none of what was done already, or stands in a review."""
        times = self._times.get(path)
        if times is None:
            ahead = () if self.looks_back(path) else self._times_of(item, path)
            times = self._times[path] = tuple(ahead)
        return times

    def looks_back(self, path: Path) -> bool:
        """Whether a place stands in a part that looks back (工作回顾): what it tells has happened."""
        return any(path[:length] in self._reviews for length in self._depths)

    @cached_property
    def _reviews(self) -> frozenset[Path]:
        return frozenset(review_paths(self.plan, self._nodes))

    @cached_property
    def _depths(self) -> frozenset[int]:
        return frozenset(len(path) for path in self._reviews)

    def _times_of(self, item: Planned, path: Path) -> Iterator[Time]:
        if not isinstance(item, Goal) and item.done:
            return
        if item.when is not None:
            several = item.when.members if isinstance(item.when, Several) else (item.when,)
            for each in several:
                yield Time(item, path, "when", each, self.days_of(each))
        if item.due is not None:
            day = item.due
            last = OnDay(wording=day.isoformat(), year=day.year, month=day.month, day=day.day)
            yield Time(item, path, "due", last, self.days_of(last))

    def days_of(self, time: Schedule, period: Period | None = None) -> Resolution:
        """Return the days of a time in the period of the plan, or in another one."""
        return resolve(time, period or self.plan.period, self.almanac)

    def remember(self, question: Hashable, answer: Callable[[], bool]) -> bool:
        """Return the answer to a question that is asked of many items; it is looked for once."""
        if question not in self._remembered:
            self._remembered[question] = answer()
        return self._remembered[question]

    @cached_property
    def years(self) -> range:
        """The calendar years of the period; none where the plan names none."""
        first, last = self.plan.period.start, self.plan.period.end
        return range(0) if first is None or last is None else range(first.year, last.year + 1)

    # ------------------------------------------------------------ what the almanac tells of festivals

    @cached_property
    def moving(self) -> Mapping[str, Festival]:
        """Festivals that follow the moon, the sun or the week, by each name that plans use."""
        ours = {name for each in self.almanac.festivals for name in (each.name, *each.aliases)}
        known = ((name, self.almanac.festival(name)) for name in sorted({*FESTIVALS, *ours}))
        return {
            name: festival
            for name, festival in known
            if festival is not None and isinstance(festival.rule, LunarDay | NthWeekday | OnSolarTerm)
        }


def falls_on(festival: Festival, year: int) -> tuple[dt.date, ...]:
    """Return the days of a festival in a calendar year; none where the almanac does not reach."""
    return festival.days(year) if FIRST_YEAR <= year <= LAST_YEAR else ()
