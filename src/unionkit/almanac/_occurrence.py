"""What a time comes to: occurrences with their days, and what is said where there is no day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, TypeAlias

import attrs

from unionkit.model import Value

from ._said import AS_WRITTEN, Said


class Precision(StrEnum):
    """
    How closely words tell when something happens.

    ``day``: on each day from start to end, which are told to the day. Otherwise some time within: a week, a ten-day
    part of a month (旬, 初, 底), a month, a quarter, a school term or holiday, a half year, a year; ``window``: the days
    near something, as the windows of the almanac set them; ``season``: a season of union work.
    """

    DAY = "day"
    WEEK = "week"
    TEN_DAYS = "ten-days"
    WINDOW = "window"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    TERM = "term"
    HALF = "half"
    YEAR = "year"


class Position(StrEnum):
    """How an occurrence lies to the period of the plan: wholly within, partly, or outside of it."""

    INSIDE = "inside"
    PARTLY = "partly"
    OUTSIDE = "outside"


class MonthDay(NamedTuple):
    """
    A day whose year nobody told; 29 February stands for the last day of February.

    Attributes:
        month: 1 to 12.

        day: The day of the month.
    """

    month: int
    day: int

    def isoformat(self) -> str:
        """Return it as ISO 8601 had it: ``--09-10``."""
        return f"--{self.month:02}-{self.day:02}"


Day: TypeAlias = dt.date | MonthDay
"""A date, or month and day where the plan tells no year."""


@attrs.frozen(repr=False, eq=False)
class Occurrence(Value):
    """
    When something happens once.

    Attributes:
        start: The first day.

        end: The last day; the same for a single one.

        precision: How closely the words tell it.

        reason: Why these days (重阳节 = 农历九月初九).

        position: How it lies to the period.

        deadline: It is the last day for something; `start` and `end` are that day.

        times: How many times it happens in these days (每学期两次).

        assumed: The days rest on a default, not on what the plan or an announcement says: default terms, the usual
            time of a season, a public holiday whose days off have not been announced.
    """

    start: Day
    end: Day
    precision: Precision
    reason: Said
    position: Position = Position.INSIDE
    deadline: bool = False
    times: int = 1
    assumed: bool = False

    @property
    def is_as_written(self) -> bool:
        """Whether the words themselves name the days, so that there is nothing to explain."""
        return self.reason == AS_WRITTEN


class Cause(StrEnum):
    """Why something has no day."""

    NOT_SAID = "not-said"
    FREE_TEXT = "free-text"
    PERSONAL = "personal"
    NO_YEAR = "no-year"
    UNKNOWN_NAME = "unknown-name"
    OUTSIDE_TABLE = "outside-table"
    NO_SUCH_DAY = "no-such-day"
    REVERSED = "reversed"
    NO_OCCURRENCE = "no-occurrence"
    WHICH_ONE = "which-one"


@attrs.frozen(repr=False, eq=False)
class Undated(Value):
    """
    A time, or one of several, that has no day.

    Attributes:
        cause: Why.

        wording: The words of the time.

        reason: The same for people, with what to do where there is something to do.
    """

    cause: Cause
    wording: str
    reason: Said


@attrs.frozen(repr=False, eq=False)
class Resolution(Value):
    """
    What a time comes to in a period.

    Attributes:
        occurrences: By their first day; iterating over the resolution gives these.

        undated: What has no day, and why.
    """

    occurrences: tuple[Occurrence, ...] = ()
    undated: tuple[Undated, ...] = ()

    def __iter__(self) -> Iterator[Occurrence]:
        return iter(self.occurrences)

    def __len__(self) -> int:
        return len(self.occurrences)
