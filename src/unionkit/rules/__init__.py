"""
Rules: the engine, what it finds, and the built-in rules by family.

The built-in rules are loaded when they are first used: a pack with a rule of its own does not need them.
"""

from typing import TYPE_CHECKING

from ._engine import check_plan
from ._finding import Basis, Confidence, Finding, Report, Severity, Silence, Spot
from ._fix import Edit, Fix, mended, text_fix
from ._law import Figure, Law, Limit, Parameter, Ruling, Stricter, built_in_law
from ._law_entries import LAW_VERSION, law_of
from ._rule import CONVENTION, Check, Rule, TextRule
from ._survey import Hit, Passage, Survey

if TYPE_CHECKING:
    from ._families import RULES

__all__ = [
    "CONVENTION",
    "LAW_VERSION",
    "RULES",
    "Basis",
    "Check",
    "Confidence",
    "Edit",
    "Figure",
    "Finding",
    "Fix",
    "Hit",
    "Law",
    "Limit",
    "Parameter",
    "Passage",
    "Report",
    "Rule",
    "Ruling",
    "Severity",
    "Silence",
    "Spot",
    "Stricter",
    "Survey",
    "TextRule",
    "built_in_law",
    "check_plan",
    "law_of",
    "mended",
    "text_fix",
]


def __getattr__(name: str) -> object:
    if name != "RULES":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import _families  # noqa: PLC0415 -- see above

    return _families.RULES
