"""
Plans as plain values for programs: what ``json`` can write, and what a JSON plan file holds.

JSON has one kind of number, and most programs read one with a fraction as a binary fraction. So a decimal below
`data` is the mapping ``{"$decimal": "0.10"}``; a mapping that looks like that gets one more ``$`` before its key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from unionkit.errors import (
    NestingError,
    PlanFileError,
    Problem,
    UnionkitError,
    UnsupportedVersionError,
    WrongTypeError,
)
from unionkit.model import Path, Plan, format_path

from ._places import MAX_LEVELS, MAX_VALUES, too_much
from ._scalars import shown
from ._structure import structure
from ._unstructure import unstructure
from ._versions import FORMAT_VERSION, VERSION_KEY, migrated

_MARK: Final = "$decimal"
_MARKS: Final = re.compile(r"\$+decimal")
_DECIMAL: Final = re.compile(r"-?[0-9]{1,18}\.[0-9]{1,9}")


def to_dict(plan: Plan) -> dict[str, Any]:
    """
    Return a plan as text, integers, bools, None, lists and dicts, such as ``json.dumps`` writes.

    They are the caller's own: changing them changes no plan. :func:`from_dict` makes an equal plan of them, now and
    in every later version.
    """
    return {VERSION_KEY: FORMAT_VERSION, **marked(unstructure(plan))}


def from_dict(values: Mapping[str, Any]) -> Plan:
    """
    Make a plan of plain values: those of :func:`to_dict`, of any version of the format, or written by hand.

    Raises:
        PlanFileError: They are no plan; the error lists every problem with its path, without a place.
    """
    try:
        _check(values)
        current = migrated(unmarked(values))
    except _Wrong as error:
        wrong, path = error.error, error.path
    except UnsupportedVersionError as error:
        wrong, path = error, (VERSION_KEY,)
    else:
        return structure(current, Plan)
    raise PlanFileError((Problem(error=wrong, path=format_path(path)),))


def marked(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a plan with the decimals of its `data` marked."""
    return {**values, "data": _mark(values["data"])} if "data" in values else values


def unmarked(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the values of a plan with the decimals of its `data` as such."""
    return {**values, "data": _unmark(values["data"])} if "data" in values else values


def _mark(value: object) -> object:
    if isinstance(value, Decimal):
        return {_MARK: format(value, "f")}
    if isinstance(value, dict):
        if len(value) == 1 and _MARKS.fullmatch(next(iter(value))):
            return {f"${key}": _mark(entry) for key, entry in value.items()}
        return {key: _mark(entry) for key, entry in value.items()}
    return [_mark(entry) for entry in value] if isinstance(value, list) else value


def _unmark(value: object) -> object:
    if isinstance(value, Mapping):
        if len(value) == 1:
            key, entry = next(iter(value.items()))
            if key == _MARK and isinstance(entry, str) and _DECIMAL.fullmatch(entry):
                return Decimal(entry)
            if _MARKS.fullmatch(key) and key != _MARK:
                return {key[1:]: _unmark(entry)}
        return {key: _unmark(entry) for key, entry in value.items()}
    return [_unmark(entry) for entry in value] if isinstance(value, list | tuple) else value


class _Wrong(Exception):  # noqa: N818 -- carries an error, is none that a caller sees
    def __init__(self, error: UnionkitError, path: Path) -> None:
        self.error = error
        self.path = path


def _check(values: object) -> None:
    """Refuse what nests too deep (such as a list in itself), holds too much, or has a key that is no text."""
    if not isinstance(values, Mapping):
        raise _Wrong(WrongTypeError("计划（若干“键: 值”）", "a plan (keys and values)", shown(values)), ())
    left = MAX_VALUES
    waiting: list[Iterator[tuple[str | int, object]]] = [iter([(0, values)])]
    path: list[str | int] = []
    while waiting:
        step, value = next(waiting[-1], (None, None))
        if step is None:
            waiting.pop()
            del path[-1:]
            continue
        left -= 1
        if left < 0:
            raise _Wrong(too_much(), ())
        if isinstance(value, Mapping | list | tuple):
            here = (*path, step)[1:]
            if len(waiting) > MAX_LEVELS:
                raise _Wrong(NestingError(MAX_LEVELS), here)
            if isinstance(value, Mapping):
                if not all(isinstance(key, str) for key in value):
                    raise _Wrong(WrongTypeError("文字的键", "a text as key", "…"), here)
                waiting.append(iter(value.items()))
            else:
                waiting.append(iter(enumerate(value)))
            path.append(step)
