"""Where something stands in a plan: ``$.content[2].facts[0].target``."""

from __future__ import annotations

import re
from typing import TypeAlias

from unionkit.errors import NotationError

Path: TypeAlias = "tuple[str | int, ...]"
"""Keys and indexes (from 0) that lead from the plan to a part of it; the names are those of the plan file."""

_KEY = re.compile(r"[\w-]+")
_STEP = re.compile(r"""\.([\w-]+)|\[([0-9]{1,9})\]|\[("(?:[^"\\]|\\.)*")\]""")


def format_path(path: Path) -> str:
    """
    Write a path as messages show it.

    >>> format_path(("content", 2, "owner"))
    '$.content[2].owner'
    >>> format_path(("data", "a.b"))
    '$.data["a.b"]'
    """
    return "$" + "".join(_written(step) for step in path)


def parse_path(text: str) -> Path:
    """
    Read a path as messages show it.

    Raises:
        NotationError: It does not begin with ``$`` or has an empty or unclosed step.
    """
    steps: list[str | int] = []
    at = 1
    try:
        while text.startswith("$") and at < len(text):
            step = _STEP.match(text, at)
            if step is None:
                break
            steps.append(step[1] or (int(step[2]) if step[2] else _unquoted(step[3])))
            at = step.end()
    except ValueError:
        at = -1
    if not text.startswith("$") or at != len(text):
        raise NotationError("计划中的位置", "a place in a plan", text, "$.content[2].owner")
    return tuple(steps)


# Only keys that no plan file of ours has are quoted; until one comes, json need not be imported.


def _written(step: str | int) -> str:
    if not isinstance(step, str):
        return f"[{step}]"
    if _KEY.fullmatch(step):
        return f".{step}"
    import json  # noqa: PLC0415

    return f"[{json.dumps(step, ensure_ascii=False)}]"


def _unquoted(text: str) -> str:
    import json  # noqa: PLC0415

    key: str = json.loads(text)
    return key
