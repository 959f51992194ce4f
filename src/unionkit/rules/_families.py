"""The built-in rules of all families."""

from __future__ import annotations

from typing import Final

from . import (
    _activities,
    _budget,
    _democracy,
    _facts,
    _goals,
    _leftovers,
    _organization,
    _privacy,
    _references,
    _schedule_days,
    _schedule_festivals,
    _schedule_hours,
    _schedule_period,
    _schedule_times,
    _schedule_words,
    _structure,
    _text,
    _welfare,
)
from ._rule import Rule

_FAMILIES: Final = (
    *(_facts, _references, _structure, _welfare, _goals),
    *(
        _schedule_period,
        _schedule_days,
        _schedule_hours,
        _schedule_times,
        _schedule_festivals,
        _schedule_words,
    ),
    *(_activities, _democracy, _budget, _organization, _leftovers, _privacy, _text),
)

RULES: Final[tuple[Rule, ...]] = tuple(
    sorted((rule for family in _FAMILIES for rule in family.RULES), key=lambda rule: rule.code)
)
"""The built-in rules, in the order of their codes."""
