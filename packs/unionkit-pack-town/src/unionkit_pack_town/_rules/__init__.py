"""The rules of the pack, by family; their codes begin with TWN."""

from __future__ import annotations

from typing import Final

from unionkit.rules import Rule

from ._building import FoundingWithoutApproval, JointThoughLarge, LeftWithoutUnion, SmallWithoutJoint
from ._coverage import CoverageOfOneOwnership
from ._names import OutdatedName
from ._register import DoneDiffers, GoalDiffers, NamedMoreThanCounted, TooManyUnions
from ._terms import ChairsWithoutTraining, TermEndsWithoutElection, TermOfUnion

__all__ = ["RULES"]

RULES: Final[tuple[Rule, ...]] = (
    NamedMoreThanCounted(),
    DoneDiffers(),
    TooManyUnions(),
    GoalDiffers(),
    JointThoughLarge(),
    LeftWithoutUnion(),
    SmallWithoutJoint(),
    FoundingWithoutApproval(),
    CoverageOfOneOwnership(),
    TermEndsWithoutElection(),
    TermOfUnion(),
    ChairsWithoutTraining(),
    OutdatedName(),
)
"""All of them."""
