"""How to break each built-in rule, and no other: by code, what makes a clean plan one that breaks it."""

from collections.abc import Mapping
from typing import Final

from . import (
    _activities,
    _budget,
    _democracy,
    _goals,
    _leftovers,
    _organization,
    _privacy,
    _schedule,
    _structure,
    _text,
    _welfare,
)
from ._base import Violation

__all__ = ["VIOLATIONS", "Violation"]

_FAMILIES: Final = (
    *(_structure, _welfare, _goals, _schedule, _activities, _democracy),
    *(_budget, _organization, _leftovers, _privacy, _text),
)

VIOLATIONS: Final[Mapping[str, Violation]] = {
    code: violate for family in _FAMILIES for code, violate in sorted(family.VIOLATIONS.items())
}
