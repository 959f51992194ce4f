"""Where a plan looks back (工作回顾): what is told there has happened."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ._content import Part
from ._path import Path
from ._plan import Node, Plan

_REVIEW: Final = re.compile("回顾|完成情况|(?:上半年|去年|上年度?).{0,8}总结")
_PLAN: Final = re.compile("计划|打算|安排")


def review_paths(plan: Plan, nodes: Iterable[tuple[Path, Node]] | None = None) -> tuple[Path, ...]:
    """
    Return where parts stand that look back, in reading order; all that begins with one of these paths does.

    A part says so by its role or, where it has none, by its heading (工作回顾, 上半年工作总结).

    Args:
        plan: The plan.

        nodes: What its :meth:`Plan.walk` gives, where that is at hand.
    """
    told = plan.walk() if nodes is None else nodes
    return tuple(path for path, node in told if isinstance(node, Part) and _is_review(node))


def _is_review(part: Part) -> bool:
    if part.role:
        return part.role == "review"
    heading = part.heading or ""
    return _REVIEW.search(heading) is not None and _PLAN.search(heading) is None
