"""What tells a finding from others of its code wherever it stands, so that a plan can be edited elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from unionkit.errors import PathError
from unionkit.model import (
    Activity,
    Goal,
    Paragraph,
    Part,
    Path,
    Plan,
    Result,
    Table,
    WelfareMeasure,
    identity,
)

from ._finding import Finding, Spot

_ITEMS = (Activity, Goal, Result, WelfareMeasure)
_TELLING = ("id", "name", "title", "text", "item", "account")
"""By which attributes an entry of a list is known."""


def identities(plan: Plan, finding: Finding) -> tuple[str, ...]:
    """
    Return what tells a finding apart, and each of its further places: 16 hexadecimal digits.

    It comes from the item concerned, or from the paragraph, heading or cell and the words; never from where these stand.

    Args:
        plan: The plan that was checked.

        finding: What was found in it.
    """
    import hashlib  # noqa: PLC0415 -- it loads a large library, and few programs compare findings

    spots = (Spot(finding.path, finding.words, finding.nth), *finding.others)
    told = ("".join(f"{len(text)}:{text}" for text in _told(plan, spot)) for spot in spots)
    return tuple(hashlib.sha256(text.encode()).hexdigest()[:16] for text in told)


def _told(plan: Plan, spot: Spot) -> Iterator[str]:
    """What stands at a spot: what it belongs to, the keys from there, and the words."""
    at, anchor = _anchor(plan, spot.path)
    yield from anchor
    if anchor:
        yield from map(str, spot.path[at:])
    else:
        yield from (step for step in spot.path if isinstance(step, str) and step != "content")
        yield from _own(plan, spot.path)
    yield spot.words


def _anchor(plan: Plan, path: Path) -> tuple[int, tuple[str, ...]]:
    """The item or paragraph nearest to a place, and how many steps lead to it; none for what stands in neither."""
    for at in range(len(path), 0, -1):
        node = _at(plan, path[:at])
        if isinstance(node, _ITEMS):
            return at, (type(node).__name__, identity(node))
        if isinstance(node, Paragraph):
            return at, ("Paragraph", node.text)
    return 0, ()


def _own(plan: Plan, path: Path) -> Iterator[str]:
    """What can be said of a place that belongs to no item: its own text, or the names of what it stands in."""
    node = _at(plan, path)
    if isinstance(node, str):
        yield node
        return
    if isinstance(node, Part):
        yield from (node.heading or "", node.role)
        return
    if isinstance(node, Table):
        yield node.caption
        yield from node.head
        return
    for at in range(len(path), 0, -1):
        if isinstance(path[at - 1], int):
            entry = _at(plan, path[:at])
            said = (getattr(entry, name, None) for name in _TELLING)
            yield next((str(name) for name in said if name), "" if isinstance(entry, tuple) else str(entry))


def _at(plan: Plan, path: Path) -> object:
    try:
        found: object = plan.value_at(path)
    except PathError:
        return None
    return found
