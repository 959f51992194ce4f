"""Rules about how prose is written: marks, brackets, numerals, dates."""

from __future__ import annotations

from typing import Final

from ._rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
