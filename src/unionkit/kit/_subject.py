"""What a Kit works on: a plan, a plan file or a reading; the latter two know where everything stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from unionkit.errors import Place
from unionkit.files import PlanFile
from unionkit.model import Path, Plan

if TYPE_CHECKING:
    from unionkit.readers import Reading

Subject: TypeAlias = "Plan | PlanFile | Reading"
"""Anything that holds a plan."""

FindPlace: TypeAlias = Callable[[Path, str, int], Place | None]
"""Says where a path, or the nth occurrence of some words of it, stands."""


def plan_of(subject: Subject) -> Plan:
    """Return the plan of a subject."""
    return subject if isinstance(subject, Plan) else subject.plan


def places_of(subject: Subject) -> FindPlace:
    """Return what knows the places of a subject; of a bare plan, nothing does."""
    if isinstance(subject, Plan):
        return lambda _path, _words, _nth: None
    return subject.place
