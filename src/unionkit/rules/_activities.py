"""Rules about activities and prizes: who may win, how often and how far an outing goes."""

from __future__ import annotations

from typing import Final

from ._rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
