"""The built-in rules of all families."""

from __future__ import annotations

from ._facts import ActivityWithoutOwner, UnknownName, WordsNotInText
from ._goals import GoalWithoutMeasure, ShareAboveWhole
from ._leftovers import MaskedText
from ._references import ReferenceToNothing
from ._rule import Rule
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
    MaskedText(),
)
"""The built-in rules, in the order of their codes."""
