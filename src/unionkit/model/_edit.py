"""Editing: a plan never changes, but a new one can be made that differs at a path."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeGuard, cast

import attrs

from unionkit.errors import PathError, RequiredValueError

from ._data import Data
from ._path import Path, format_path
from ._value import Value

_Change = Callable[[Any, "str | int"], Any]

_NOTHING: Final = object()


class _NoSuchStepError(Exception):
    """There is no such step here; what there is instead."""

    def __init__(self, *known: str) -> None:
        self.known = known


class _RequiredError(Exception):
    """What is to be removed is required."""


def value_at(root: Any, path: Path) -> Any:
    """Return what stands at `path`."""
    for depth, step in enumerate(path):
        try:
            root = _at(root, step)
        except _NoSuchStepError as error:
            raise PathError(format_path(path[: depth + 1]), error.known) from None
    return root


def replaced(root: Any, path: Path, value: object) -> Any:
    """Return `root` with `value` at `path`."""
    return _changed(root, path, lambda owner, step: _put(owner, step, value)) if path else value


def inserted(root: Any, path: Path, value: object) -> Any:
    """Return `root` with `value` inserted in a list, before what stands at `path`, or behind its last entry."""

    def insert(owner: Any, step: str | int) -> Any:
        if not isinstance(owner, tuple):
            raise _NoSuchStepError
        if not _is_index(step, len(owner) + 1):
            raise _NoSuchStepError(*_indexes(len(owner) + 1))
        return (*owner[:step], value, *owner[step:])

    return _changed(root, path, insert)


def removed(root: Any, path: Path) -> Any:
    """Return `root` without the entry of a list or mapping at `path`, or with the default of the attribute there."""
    if not path:
        raise RequiredValueError(format_path(path))
    return _changed(root, path, lambda owner, step: _put(owner, step, _NOTHING))


def _changed(root: Any, path: Path, change: _Change) -> Any:
    """Rebuild everything from the changed place up to the root."""

    def rebuilt(owner: Any, steps: Path) -> Any:
        if len(steps) == 1:
            return change(owner, steps[0])
        return _put(owner, steps[0], rebuilt(_at(owner, steps[0]), steps[1:]))

    if not path:
        raise PathError(format_path(path), ())
    try:
        return rebuilt(root, path)
    except _NoSuchStepError as error:
        raise PathError(format_path(path), error.known) from None
    except _RequiredError:
        raise RequiredValueError(format_path(path)) from None


def _attribute(owner: Any, step: str | int) -> Any:
    """Find the attribute of a value that has this key in files."""
    known: dict[str | int, Any] = {}
    if isinstance(owner, Value):
        fields = attrs.fields(cast("type[Any]", type(owner)))
        known = {field.metadata.get("key", field.name): field for field in fields if field.init}
    if step not in known:
        raise _NoSuchStepError(*map(str, known))
    return known[step]


def _is_index(step: object, length: int) -> TypeGuard[int]:
    return type(step) is int and 0 <= step < length


def _indexes(length: int) -> tuple[str, ...]:
    """The first and the last index, or nothing."""
    return tuple(dict.fromkeys((f"[{0}]", f"[{length - 1}]"))) if length else ()


def _at(owner: Any, step: str | int) -> Any:
    if isinstance(owner, tuple):
        if not _is_index(step, len(owner)):
            raise _NoSuchStepError(*_indexes(len(owner)))
        return owner[step]
    if isinstance(owner, Data):
        if step not in owner:
            raise _NoSuchStepError(*owner)
        return owner[cast("str", step)]
    return getattr(owner, _attribute(owner, step).name)


def _put(owner: Any, step: str | int, value: object) -> Any:
    if isinstance(owner, tuple):
        _at(owner, step)
        at = cast("Any", step)
        return (*owner[:at], *(() if value is _NOTHING else (value,)), *owner[at + 1 :])
    if isinstance(owner, Data) and isinstance(step, str):
        if value is not _NOTHING:
            return Data({**owner, step: value})
        _at(owner, step)
        return Data({key: entry for key, entry in owner.items() if key != step})
    field = _attribute(owner, step)
    change: dict[str, Any] = {field.alias: _default(field) if value is _NOTHING else value}
    return attrs.evolve(owner, **change)


def _default(field: attrs.Attribute[Any]) -> object:
    if field.default is attrs.NOTHING:
        raise _RequiredError
    make = getattr(field.default, "factory", None)
    return make() if make is not None else field.default
