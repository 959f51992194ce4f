"""A finding of several places without those that somebody asked to leave out."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ._finding import Finding, Spot
from ._fix import Fix


def thinned(finding: Finding, keep: Sequence[bool]) -> Finding | None:
    """
    Return the finding with some of its places; None where none is kept.

    Args:
        finding: What was found; places stand in it already.

        keep: Whether the place of the finding itself is kept, and each of the others.
    """
    if all(keep):
        return finding
    spots = (Spot(finding.path, finding.words, finding.nth, finding.place), *finding.others)
    kept = [spot for spot, wanted in zip(spots, keep, strict=True) if wanted]
    if not kept:
        return None
    gone = {spot.path for spot, wanted in zip(spots, keep, strict=True) if not wanted}
    first, *others = kept
    return attrs.evolve(
        finding,
        path=first.path,
        words=first.words,
        nth=first.nth,
        place=first.place,
        # A message quotes the words of the first place.
        facts={
            name: first.words if finding.words and fact == finding.words else fact
            for name, fact in finding.facts.items()
        },
        others=tuple(others),
        fix=_without(finding.fix, gone, {spot.path for spot in kept}),
    )


def _without(
    fix: Fix | None, gone: set[tuple[str | int, ...]], kept: set[tuple[str | int, ...]]
) -> Fix | None:
    """The fix without its edits of places that are left out; None where it would change one of them with another."""
    if fix is None or gone & kept:
        return None
    edits = tuple(edit for edit in fix.edits if not any(_touches(edit.path, path) for path in gone))
    return Fix(edits) if edits else None


def _touches(path: tuple[str | int, ...], other: tuple[str | int, ...]) -> bool:
    """Whether an edit is of a text, or of what the text stands in."""
    owner = other[:-1] if other[-1:] == ("text",) else other
    return path[: len(owner)] == owner or owner[: len(path)] == path
