"""Where something stands in a plan: ``$.content[2].facts[0].target``."""

from __future__ import annotations

import re
from typing import TypeAlias

from unionkit.errors import NotationError

Path: TypeAlias = "tuple[str | int, ...]"
"""Keys and indexes (from 0) that lead from the plan to a part of it; the names are those of the plan file."""

_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")


def format_path(path: Path) -> str:
    """
    Write a path as messages show it.

    >>> format_path(("content", 2, "owner"))
    '$.content[2].owner'
    """
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


def parse_path(text: str) -> Path:
    """
    Read a path as messages show it.

    Raises:
        NotationError: It does not begin with ``$`` or has an empty or unclosed step.
    """
    steps: list[str | int] = []
    at = 1
    while text.startswith("$") and at < len(text):
        step = _STEP.match(text, at)
        if step is None:
            break
        steps.append(step[1] if step[1] is not None else int(step[2]))
        at = step.end()
    if not text.startswith("$") or at != len(text):
        raise NotationError("计划中的位置", "a place in a plan", text, "$.content[2].owner")
    return tuple(steps)
