"""Rules about the structure and the numbering of a plan; each module holds those of one subject."""

from __future__ import annotations

from typing import Final

from . import (
    _structure_document,
    _structure_markers,
    _structure_numbers,
    _structure_outline,
    _structure_text,
)
from ._rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    *_structure_numbers.RULES,
    *_structure_markers.RULES,
    *_structure_outline.RULES,
    *_structure_text.RULES,
    *_structure_document.RULES,
)
