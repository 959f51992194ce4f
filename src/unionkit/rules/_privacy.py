"""Rules about personal data in what will be posted."""

from __future__ import annotations

from typing import Final

from ._rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
