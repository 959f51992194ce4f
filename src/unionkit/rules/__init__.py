"""Rules: the engine, what it finds, and the built-in rules by family."""

from ._engine import check_plan
from ._facts import ActivityWithoutOwner, UnknownName, WordsNotInText
from ._finding import Basis, Confidence, Finding, Report, Severity, Silence
from ._goals import GoalWithoutMeasure, ShareAboveWhole
from ._leftovers import MaskedText
from ._rule import CONVENTION, Check, Passage, Rule
from ._welfare import FestivalGiftNotGoods, FestivalGiftOutsideList

RULES: tuple[Rule, ...] = (
    ActivityWithoutOwner(),
    WordsNotInText(),
    UnknownName(),
    FestivalGiftOutsideList(),
    FestivalGiftNotGoods(),
    GoalWithoutMeasure(),
    ShareAboveWhole(),
    MaskedText(),
)
"""The built-in rules."""

__all__ = [
    "CONVENTION",
    "RULES",
    "Basis",
    "Check",
    "Confidence",
    "Finding",
    "Passage",
    "Report",
    "Rule",
    "Severity",
    "Silence",
    "check_plan",
]
