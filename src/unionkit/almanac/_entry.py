"""The calendar of a plan: what it sets a time for, with the days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, TypeAlias

import attrs

from unionkit.model import Activity, Goal, Path, Plan, Value, WelfareMeasure, private_paths, review_paths

from ._almanac import ALMANAC, Almanac
from ._occurrence import Cause, Occurrence, Precision, Undated
from ._resolve import Resolver
from ._said import Said

Planned: TypeAlias = Activity | WelfareMeasure | Goal
"""What a calendar holds: activities, welfare measures, and goals with a deadline."""


@attrs.frozen(repr=False, eq=False)
class Entry(Value):
    """
    An entry of a plan's calendar: one occurrence of an item, or why it has none.

    Attributes:
        item: What the plan sets a time for.

        path: Where the item stands in the plan.

        key: The key of the item that tells the time: ``when`` or ``due``; empty where there is none.

        occurrence: When it happens, or None.

        undated: Why it has no day, or None; exactly one of the two is given.
    """

    item: Planned
    path: Path
    key: str = ""
    occurrence: Occurrence | None = None
    undated: Undated | None = None

    @property
    def title(self) -> str:
        """What it is called."""
        return self.item.indicator if isinstance(self.item, Goal) else self.item.title


def entries(plan: Plan, almanac: Almanac = ALMANAC, *, private: bool = False) -> tuple[Entry, ...]:
    """
    Return the calendar of a plan: by day, what has none last, in reading order.

    Activities and welfare measures come on the days of their `when`, and once more on their `due`, as a deadline. Goals
    come on the last day of theirs. What was done already is left out, with all that stands in a review, and so are welfare
    measures without a time, which are called for by what befalls people.

    Args:
        plan: The plan.

        almanac: When festivals, terms and holidays are; that of the organization's region is taken.

        private: With what concerns named persons.
    """
    resolver = Resolver(plan.period, almanac.for_region(plan.organization.region))
    hidden = frozenset(() if private else private_paths(plan))
    reviews = review_paths(plan)
    found: list[Entry] = []
    for path, node in plan.walk():
        if isinstance(node, Activity | WelfareMeasure | Goal) and hidden.isdisjoint((path, path[:-2])):
            if any(path[: len(review)] == review for review in reviews):
                continue
            found.extend(_entries_of(node, path, resolver))
    return tuple(sorted(found, key=lambda entry: _order(entry, resolver)))


def _entries_of(item: Planned, path: Path, resolver: Resolver) -> Iterator[Entry]:
    if not isinstance(item, Goal) and item.done:
        return
    if item.when is not None:
        resolution = resolver.resolve(item.when)
        for occurrence in resolution.occurrences:
            until = _as_deadline(occurrence) if isinstance(item, Goal) else occurrence
            yield Entry(item, path, "when", until)
        for undated in resolution.undated:
            yield Entry(item, path, "when", undated=undated)
    if item.due is not None:
        yield Entry(item, path, "due", resolver.due(item.due))
    elif item.when is None and isinstance(item, Activity):
        yield Entry(item, path, undated=_NOT_SAID)


def _as_deadline(occurrence: Occurrence) -> Occurrence:
    """What a goal is to be reached in ends with its deadline."""
    return attrs.evolve(occurrence, start=occurrence.end, precision=Precision.DAY, deadline=True)


def _order(entry: Entry, resolver: Resolver) -> tuple[bool, tuple[dt.date, ...]]:
    """By first and last day; what has none behind all."""
    if entry.occurrence is None:
        return True, ()
    return False, resolver.in_order(entry.occurrence)


_NOT_SAID: Final = Undated(Cause.NOT_SAID, "", Said("没有写时间", "no time is given"))
