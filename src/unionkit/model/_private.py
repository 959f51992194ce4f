"""Where a plan speaks of named persons (个人信息)."""

from __future__ import annotations

from collections.abc import Iterable

from ._items import Item
from ._path import Path
from ._plan import Node, Plan


def private_paths(plan: Plan, nodes: Iterable[tuple[Path, Node]] | None = None) -> tuple[Path, ...]:
    """
    Return where private items stand, in reading order; all that begins with one of these paths is private.

    A paragraph with a private fact is private as a whole: nobody can say which of its words would give the person away.

    Args:
        plan: The plan.

        nodes: What its :meth:`Plan.walk` gives, where that is at hand.
    """
    owners = (
        path
        for path, node in (plan.walk() if nodes is None else nodes)
        if isinstance(node, Item) and node.private
    )
    return tuple(dict.fromkeys(path[:-2] if path[-2] == "facts" else path for path in owners))
