"""The built-in rules of all families."""

from __future__ import annotations

from ._facts import ActivityWithoutOwner, UnknownName, WordsNotInText
from ._goals import GoalWithoutMeasure, ShareAboveWhole
from ._leftovers import MaskedText
from ._references import ReferenceToNothing
from ._rule import Rule
from ._schedule_days import ActivityOnMakeUpDay, HolidaysNotKnown, TwoLargeActivitiesOnOneDay
from ._schedule_festivals import LunarFestivalOfAnotherYear
from ._schedule_hours import ActivityInWorkingHours, ConsentNotSaid
from ._schedule_period import FestivalInOtherHalf, OutsidePeriod
from ._schedule_times import DeadlineBeforeActivity, NoSuchDay, RecurrenceWithoutOccurrence
from ._schedule_words import TimeNotUnderstood
from ._welfare import FestivalGiftNotGoods, FestivalGiftOutsideList

RULES: tuple[Rule, ...] = (
    ActivityWithoutOwner(),
    WordsNotInText(),
    UnknownName(),
    ReferenceToNothing(),
    FestivalGiftOutsideList(),
    FestivalGiftNotGoods(),
    GoalWithoutMeasure(),
    ShareAboveWhole(),
    OutsidePeriod(),
    FestivalInOtherHalf(),
    TwoLargeActivitiesOnOneDay(),
    ActivityOnMakeUpDay(),
    ActivityInWorkingHours(),
    ConsentNotSaid(),
    RecurrenceWithoutOccurrence(),
    DeadlineBeforeActivity(),
    LunarFestivalOfAnotherYear(),
    HolidaysNotKnown(),
    NoSuchDay(),
    TimeNotUnderstood(),
    MaskedText(),
)
"""The built-in rules, in the order of their codes."""
