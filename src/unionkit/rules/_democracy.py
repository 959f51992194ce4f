"""Rules about democratic procedure: congresses, delegates, votes, collective contracts and wage talks."""

from __future__ import annotations

from typing import Final

from ._rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
