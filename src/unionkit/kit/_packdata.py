"""The part of a plan's `data` that only its pack understands."""

from __future__ import annotations

from unionkit.files import structure
from unionkit.hookspecs import Pack
from unionkit.model import Plan


def typed_data(plan: Plan, pack: Pack | None) -> object:
    """
    Return what the pack makes of the plan's `data`: an instance of its class, or the plain data without one.

    Raises:
        PlanFileError: It is not what the pack understands.
    """
    if pack is None:
        return None
    if pack.data is None:
        return plan.data.get(pack.name)
    given: object = plan.data.get(pack.name)
    made: object = structure({} if given is None else given, pack.data, path=("data", pack.name))
    return made
