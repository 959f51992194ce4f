"""Rules about the union itself: members, committees, terms and elections."""

from __future__ import annotations

from typing import Final

from ._rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
