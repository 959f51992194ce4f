"""
Versions of the file format: how a file of an older one becomes one of the newest.

A step turns the plain values of one version, without the key ``unionkit``, into those of the next. It changes no
value in place, leaves alone what it does not know, and never raises: what is wrong in a file is said later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias, cast

from unionkit.errors import UnsupportedVersionError

from ._places import Branch, Leaf, span_of
from ._scalars import shown

FORMAT_VERSION: Final = 1
"""The version of the file format, the value of the key ``unionkit``."""

VERSION_KEY: Final = "unionkit"

Step: TypeAlias = Callable[[Mapping[str, object]], Mapping[str, object]]

STEPS: Final[Mapping[int, Step]] = {}
"""What makes the next version of each older one; version 1 is the first."""

_NUMBER: Final = re.compile(r"0|[1-9][0-9]{0,8}")


def version_of(
    value: Mapping[str, object],
    steps: Mapping[int, Step] = STEPS,
    *,
    key: str = VERSION_KEY,
    newest: int = FORMAT_VERSION,
) -> int:
    """
    Return the version of a file, which stands at `key`; where it says none, the newest.

    Raises:
        UnsupportedVersionError: No steps lead from it to the newest.
    """
    said = value.get(key)
    if said is None:
        return newest
    text = shown(said) if type(said) is int else said
    version = int(text) if isinstance(text, str) and _NUMBER.fullmatch(text) else newest + 1
    if version > newest or any(older not in steps for older in range(version, newest)):
        raise UnsupportedVersionError(shown(said), newest)
    return version


def migrated(value: Mapping[str, object], steps: Mapping[int, Step] = STEPS) -> Mapping[str, object]:
    """
    Return the values of the newest version, without the key ``unionkit``.

    Raises:
        UnsupportedVersionError: No steps lead to the newest version.
    """
    version = version_of(value, steps)
    current: Mapping[str, object] = {key: entry for key, entry in value.items() if key != VERSION_KEY}
    for older in range(version, FORMAT_VERSION):
        current = steps[older](current)
    return current


def carried(new: object, old: object, places: Leaf | Branch) -> Leaf | Branch:
    """
    Return the places of migrated values.

    What a step left alone keeps its own, wherever it is now; what has another key, that of the old one; what changed,
    that of what it was. Anything else has the place of what it stands in.
    """
    homes: dict[int, Branch] = {}
    _remember(old, places, homes)
    return _carried(new, old, places, homes)


def _remember(value: object, place: Leaf | Branch, homes: dict[int, Branch]) -> None:
    if isinstance(place, Branch):
        homes[id(value)] = place
        for key, inner in _children(place):
            _remember(cast("Any", value)[key], inner, homes)


def _children(place: Branch) -> Iterable[tuple[str | int, Leaf | Branch]]:
    return place.children.items() if isinstance(place.children, dict) else enumerate(place.children)


def _carried(new: object, old: object, near: Leaf | Branch, homes: Mapping[int, Branch]) -> Leaf | Branch:
    if id(new) in homes:
        return homes[id(new)]
    if not isinstance(new, dict | list):
        return near
    made = Branch(0)
    made.start, made.end = span_of(near)
    inner = near.children if isinstance(near, Branch) else ()
    if isinstance(new, dict):
        was = old if isinstance(old, dict) and isinstance(inner, dict) else {}
        before = {key: key for key in new if key in was} | _former(was, new)
        if isinstance(near, Branch):
            made.keys = {key: near.keys[former] for key, former in before.items()}
        made.children = {
            key: _carried(entry, was[before[key]], cast("Any", inner)[before[key]], homes)
            if key in before
            else _carried(entry, None, near, homes)
            for key, entry in new.items()
        }
    else:
        told = old if isinstance(old, list) and isinstance(inner, list) else []
        made.children = [
            _carried(entry, None, near, homes)
            if home is None
            else _carried(entry, told[home], cast("Any", inner)[home], homes)
            for entry, home in zip(new, _homes(told, new), strict=True)
        ]
    return made


def _former(old: Mapping[str, object], new: Mapping[str, object]) -> dict[str, str]:
    """The keys that had other names, and these."""
    from ._alignment import renamed_keys  # noqa: PLC0415 -- most files are of the newest version

    gone = {key: value for key, value in old.items() if key not in new}
    come = {key: value for key, value in new.items() if key not in old}
    return {name: key for key, name in renamed_keys(gone, come, guess=True).items()}


def _homes(old: Sequence[object], new: Sequence[object]) -> Sequence[int | None]:
    """For each entry, the index of the one that it was."""
    from ._alignment import aligned  # noqa: PLC0415 -- as above

    return range(len(new)) if len(old) == len(new) else aligned(old, new)
