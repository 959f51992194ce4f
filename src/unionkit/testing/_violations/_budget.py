"""Breaking the rules of this family."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ._base import Violation

VIOLATIONS: Final[Mapping[str, Violation]] = {}
