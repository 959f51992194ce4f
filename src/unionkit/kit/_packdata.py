"""The part of a plan's `data` that only its pack understands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

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
        cls = self.packs[name].data
        if cls is None:
            raise KeyError(name)
        return cls

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name in self.packs and self.packs[name].data_class is not None

    def __iter__(self) -> Iterator[str]:
        return (name for name in self.packs if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


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
