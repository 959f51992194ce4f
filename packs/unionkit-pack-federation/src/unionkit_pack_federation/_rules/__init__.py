"""The rules of the pack, by family; their codes begin with FED."""

from __future__ import annotations

from typing import Final

from unionkit.rules import Rule

from ._bodies import BodyTermEnds, BodyTwice, LargeUnitsWithoutCommittee
from ._coverage import OneOwnershipOnly, PartsUnlikeWhole
from ._funds import BaseShareBelowFloor, GrassrootsAccount, SharesNotWhole
from ._indicators import GoalUnlikeIndicator, TaskOfNoIndicator, TasksBelowTarget
from ._training import TrainingFalls, YearsBelowTraining
from ._tripartite import FewTripartiteMeetings, NothingTripartite, PartyMissing
from ._words import FormerName

__all__ = ["RULES"]

RULES: Final[tuple[Rule, ...]] = (
    PartsUnlikeWhole(),
    OneOwnershipOnly(),
    BodyTwice(),
    BodyTermEnds(),
    LargeUnitsWithoutCommittee(),
    TasksBelowTarget(),
    GoalUnlikeIndicator(),
    TaskOfNoIndicator(),
    YearsBelowTraining(),
    TrainingFalls(),
    PartyMissing(),
    FewTripartiteMeetings(),
    NothingTripartite(),
    BaseShareBelowFloor(),
    SharesNotWhole(),
    GrassrootsAccount(),
    FormerName(),
)
"""All of them."""
