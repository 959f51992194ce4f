"""What the rules of the pack share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from unionkit.model import Path, Plan
from unionkit.rules import Check, Finding, Rule, Silence, Worded
from unionkit_pack_federation._data import FederationData, federation_data

DATA: Final[Path] = ("data", "federation")
"""Where the data of the pack stands in a plan."""


class DataRule(Rule):
    """A rule about the data of a federation's plan."""

    nodes = (Plan,)
    pack = "federation"

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        del node  # the plan of the check
        data = federation_data(check.plan)
        if data is not None:
            yield from self.look(data, check)

    def look(self, data: FederationData, check: Check) -> Iterator[Finding | Silence]:
        """Yield what is wrong with the data."""
        raise NotImplementedError


def at(*path: str | int) -> Path:
    """Return where something in the data stands."""
    return (*DATA, *path)


def counted(number: int, unit: str) -> Worded:
    """Return a number with its unit, which English messages leave out: it is a word of the plan."""
    return Worded(f"{number}{unit}", str(number))
