"""What is wrong in the values of a file, and where, while they are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from unionkit.errors import (
    DuplicateIdError,
    TooManyProblemsError,
    UnionkitError,
    UnknownKeyError,
    WrongTypeError,
)
from unionkit.model import Path, format_path

from ._places import MAX_PROBLEMS
from ._scalars import shown

Fault: TypeAlias = "tuple[UnionkitError, Path]"
"""What is wrong, and where in the plan."""

Trail: TypeAlias = "tuple[Trail, str | int] | None"
"""The way to a value, as pairs; made into a path only where something is wrong."""

Reader: TypeAlias = "Callable[[Any, Trail, Faults], Any]"
"""Returns what a plain value stands for; or notes what is wrong, and returns `WRONG`."""

WRONG: Final[Any] = object()
"""Stands for a value in which something is wrong."""


class TooManyFaults(Exception):  # noqa: N818 -- is none that a caller sees
    """Ends the reading: nobody reads more than has been found."""


class Faults:
    """
    What has been found wrong, and which names items have taken.

    Args:
        ignorable: The values are those of a plan, where any mapping may say which findings are not wanted there.
    """

    def __init__(self, *, ignorable: bool = True) -> None:
        self.found: list[Fault] = []
        self.ignorable = ignorable
        self._homes: dict[str, Trail] = {}

    def note(self, error: UnionkitError, trail: Trail) -> None:
        """Keep what is wrong, and not what the program was doing when it found out."""
        error.__traceback__ = error.__context__ = None
        self.found.append((error, path_of(trail)))
        if len(self.found) >= MAX_PROBLEMS:
            self.found.append((TooManyProblemsError(MAX_PROBLEMS), path_of(trail)))
            raise TooManyFaults

    def claim(self, name: object, trail: Trail) -> None:
        """Keep the name of an item, which no other may have."""
        if isinstance(name, str):
            first = self._homes.setdefault(name, trail)
            if first is not trail:
                places = format_path(path_of(first)), format_path(path_of(trail))
                self.note(DuplicateIdError(name, *places), (trail, "id"))


def path_of(trail: Trail) -> Path:
    """Return the path that a trail is."""
    steps: list[str | int] = []
    while trail is not None:
        trail, step = trail
        steps.append(step)
    return tuple(reversed(steps))


def refuse(value: object, wanted_zh: str, wanted_en: str, trail: Trail, faults: Faults) -> Any:
    """Note that a value is of another type than the one asked for."""
    faults.note(WrongTypeError(wanted_zh, wanted_en, shown(value)), trail)
    return WRONG


def unknown_key(key: str, known: tuple[str, ...]) -> UnknownKeyError:
    """What is wrong with a key that a mapping does not have, and the known one most like it."""
    from difflib import get_close_matches  # noqa: PLC0415 -- only files with mistakes pay for it

    nearest = get_close_matches(key, known, n=1, cutoff=0.6)
    return UnknownKeyError(key, nearest[0] if nearest else "", known)
