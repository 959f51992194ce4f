"""The part of a plan's `data` that only its pack understands."""

from __future__ import annotations

from unionkit.errors import ImpossibleValueError, PlanFileError, Problem, UnionkitError
from unionkit.files import problems, structure
from unionkit.hookspecs import Pack
from unionkit.model import Path, Plan, format_path


def data_faults(value: object, kind: type) -> list[tuple[UnionkitError, Path]]:
    """Return what keeps `value` from becoming an instance of `kind`, each with its path below `value`."""
    try:
        structure(value, kind)
    except Exception as error:
        try:
            return list(problems(error))
        except Exception as other:  # the class of a pack may refuse a value in its own words
            return [(ImpossibleValueError(str(other), str(other)), ())]
    return []


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
    given: object = plan.data.get(pack.name, {})
    found = data_faults(given, pack.data)
    if found:
        paths = ((error, format_path(("data", pack.name, *path))) for error, path in found)
        raise PlanFileError(tuple(Problem(error=error, path=path) for error, path in paths))
    made: object = structure(given, pack.data)
    return made
