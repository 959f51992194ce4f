"""The part of a plan's `data` that only its pack understands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

import attrs

from unionkit.errors import PluginError
from unionkit.files import structure
from unionkit.hookspecs import Pack
from unionkit.model import Plan


@attrs.frozen(eq=False)
class DataClasses(Mapping[str, type]):
    """
    The classes of what stands under `data`, by pack; each is imported when a plan holds such data.

    Attributes:
        packs: The packs by name.
    """

    packs: Mapping[str, Pack]

    def __getitem__(self, name: str) -> type:
        cls = class_of(self.packs[name])
        if cls is None:
            raise KeyError(name)
        return cls

    def __contains__(self, name: object) -> bool:
        if not isinstance(name, str) or name not in self.packs:
            return False
        with suppress(PluginError):  # kept as it is; whoever works with it is told
            return class_of(self.packs[name]) is not None
        return False

    def __iter__(self) -> Iterator[str]:
        return (name for name in self.packs if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def class_of(pack: Pack) -> type | None:
    """
    Return the class of a pack's data, or None.

    Raises:
        PluginError: It is given by its name, and cannot be imported.
    """
    try:
        return pack.data
    except (Exception, SystemExit) as error:
        told = f"{type(error).__name__}: {error}"
        raise PluginError(pack.name, "", f"import {pack.data_class}", told) from error


def typed_data(plan: Plan, pack: Pack | None) -> object:
    """
    Return what the pack makes of the plan's `data`: an instance of its class, or the plain data without one.

    Raises:
        PlanFileError: It is not what the pack understands.
        PluginError: The class of the pack cannot be imported.
    """
    if pack is None:
        return None
    cls = class_of(pack)
    if cls is None:
        return plan.data.get(pack.name)
    given: object = plan.data.get(pack.name)
    made: object = structure({} if given is None else given, cls, path=("data", pack.name))
    return made
