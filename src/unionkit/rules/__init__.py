"""
Rules: the engine, what it finds, and the built-in rules by family.

The built-in rules are loaded when they are first used: a pack with a rule of its own does not need them.
"""

from typing import TYPE_CHECKING

from ._engine import check_plan
from ._finding import Basis, Confidence, Finding, Report, Severity, Silence
from ._rule import CONVENTION, Check, Passage, Rule

if TYPE_CHECKING:
    from ._families import RULES

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


def __getattr__(name: str) -> object:
    if name != "RULES":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import _families  # noqa: PLC0415 -- see above

    return _families.RULES
