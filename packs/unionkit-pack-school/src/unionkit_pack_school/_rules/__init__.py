"""The rules of the pack, by family; their codes begin with SCH."""

from __future__ import annotations

from typing import Final

from unionkit.rules import Rule

from ._agenda import AgendaWithoutProposals, HeardNotAdopted, ProposalsLeft
from ._congress import (
    CongressWithoutQuorum,
    NoYoungTeachers,
    SchoolYearWithoutCongress,
    TooFewTeachers,
    TooFewWomen,
)
from ._names import NameOfCongress, OutdatedDocument
from ._openness import MatterKeptFromParty, NothingOpen, PartyLeftOut

__all__ = ["RULES"]

RULES: Final[tuple[Rule, ...]] = (
    TooFewTeachers(),
    TooFewWomen(),
    NoYoungTeachers(),
    CongressWithoutQuorum(),
    SchoolYearWithoutCongress(),
    HeardNotAdopted(),
    AgendaWithoutProposals(),
    ProposalsLeft(),
    NothingOpen(),
    PartyLeftOut(),
    MatterKeptFromParty(),
    OutdatedDocument(),
    NameOfCongress(),
)
"""All of them."""
