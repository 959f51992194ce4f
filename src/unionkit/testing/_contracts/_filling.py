"""Plain values for the data class of any pack: what a plan file may hold under ``data``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Final, Literal, TypeAlias, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st

from unionkit.errors import MissingKeyError, PlanFileError, UnionkitError
from unionkit.files import structure
from unionkit.model import Money, Quantity, Schedule, Target, parse_path

Plain: TypeAlias = Any
"""Text, numbers, lists and mappings, as YAML and JSON have them."""

_SCHEDULES: Final = frozenset(get_args(Schedule))
_TIMES: Final = ("9月下旬", "每月", "国庆节前", "10月")
_DAYS: Final = (dt.date(2026, 9, 10), dt.date(2026, 10, 20), dt.date(2026, 12, 1))
PRIVATE: Final = "private"
"""The attribute by which an entry says that it is about a named person."""

_DEEPEST: Final = 4
_ROUNDS: Final = 60


def filled(cls: type, text: Callable[[], str]) -> dict[str, Plain]:
    """
    Return plain values in which every key is told, every list has two entries, and nothing is private.

    What the class refuses is left out, key by key.

    Args:
        cls: An attrs class.

        text: Returns the next text.
    """
    return mended(_filled_class(cls, text, 0), cls)


def plain_data(cls: type, texts: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Plain]]:
    """Plain values for a class, some keys left out; shrinks to as few as the class takes."""
    return _drawn_class(cls, texts, 0).map(lambda drawn: mended(drawn, cls))


def mended(plain: dict[str, Plain], cls: type) -> dict[str, Plain]:
    """Return plain values without what the class refuses; an empty mapping where nothing is left that it takes."""
    for _ in range(_ROUNDS):
        try:
            structure(plain, cls)
        except PlanFileError as error:
            for problem in error.problems:
                path = parse_path(problem.path)
                if isinstance(problem.error, MissingKeyError) or not path:
                    path = path[:-1] if path and path[-1] == getattr(problem.error, "key", None) else path
                if not path:
                    return {}
                plain = _without(plain, path)
        except UnionkitError:
            return {}
        else:
            return plain
    return {}


def leaves(value: Plain, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Plain]]:
    """Yield what is neither list nor mapping, with its path."""
    if isinstance(value, Mapping):
        for key, entry in value.items():
            yield from leaves(entry, (*path, key))
    elif isinstance(value, list | tuple):
        for at, entry in enumerate(value):
            yield from leaves(entry, (*path, at))
    else:
        yield path, value


def replaced(value: Plain, change: Callable[[str], str]) -> Plain:
    """Return plain values with each text changed."""
    if isinstance(value, Mapping):
        return {key: replaced(entry, change) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [replaced(entry, change) for entry in value]
    return change(value) if isinstance(value, str) else value


def classes_in(cls: type) -> tuple[type, ...]:
    """Return an attrs class and those that its attributes hold, each once."""
    found: dict[type, None] = {}

    def walk(kind: Any) -> None:
        if isinstance(kind, type) and attrs.has(kind) and kind not in found:
            if not kind.__module__.startswith("unionkit."):
                found[kind] = None
                attrs.resolve_types(kind)
                for field in attrs.fields(kind):
                    walk(field.type)
            return
        for inner in get_args(kind):
            walk(inner)

    walk(cls)
    return tuple(found)


# ---------------------------------------------------------------- what an attribute may hold


def _fields(cls: Any) -> Iterator[tuple[str, Any, bool]]:
    """Key, type and whether it must be told, of each attribute that files tell."""
    attrs.resolve_types(cls)
    for field in attrs.fields(cls):
        if field.init and not field.metadata.get("unwritten"):
            yield field.metadata.get("key", field.name), field.type, field.default is attrs.NOTHING


def _without(value: Plain, path: tuple[str | int, ...]) -> Plain:
    step, *rest = path
    if isinstance(value, Mapping) and step in value:
        if not rest:
            return {key: entry for key, entry in value.items() if key != step}
        return {key: _without(entry, tuple(rest)) if key == step else entry for key, entry in value.items()}
    if isinstance(value, list | tuple) and isinstance(step, int) and step < len(value):
        if not rest:
            return [entry for at, entry in enumerate(value) if at != step]
        return [_without(entry, tuple(rest)) if at == step else entry for at, entry in enumerate(value)]
    return value


def _one_of(kind: Any) -> Any:
    """The type without None; of several types the first, times being one."""
    if get_origin(kind) in {Union, UnionType}:
        members = [member for member in get_args(kind) if member is not type(None)]
        return Schedule if set(members) <= _SCHEDULES else members[0]
    return kind


def _filled_class(cls: Any, text: Callable[[], str], level: int) -> dict[str, Plain]:
    made = {key: False if key == PRIVATE else _filled(kind, text, level) for key, kind, _ in _fields(cls)}
    return {key: value for key, value in made.items() if value is not None}


def _filled(kind: Any, text: Callable[[], str], level: int) -> Plain:
    kind = _one_of(kind)
    origin = get_origin(kind) or kind
    if level > _DEEPEST:
        return None
    if origin in {tuple, list} and get_args(kind):
        entries = [_filled(get_args(kind)[0], text, level + 1) for _ in range(2)]
        return [entry for entry in entries if entry is not None]
    if origin in {dict, Mapping} and get_args(kind):
        entry = _filled(get_args(kind)[1], text, level + 1)
        return {} if entry is None else {"key": entry}
    if isinstance(kind, type) and attrs.has(kind) and kind not in _SCALARS:
        return _filled_class(kind, text, level + 1)
    if kind is str:
        return text()
    choices = _choices(kind)
    return choices[0] if choices else None


@cache
def _choices(kind: Any) -> tuple[Plain, ...]:
    """Values of a type that is neither text, list nor class, the likeliest first."""
    if get_origin(kind) is Literal:
        return get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(member.value for member in kind)
    if kind == Schedule or kind in _SCHEDULES:
        return _TIMES
    return _SCALARS.get(kind, ())


_SCALARS: Final[Mapping[Any, tuple[Plain, ...]]] = {
    bool: (True, False),
    int: (3, 0, 12, 60, 2026),
    Decimal: (3, 0, Decimal("1.5")),
    dt.date: tuple(day.isoformat() for day in _DAYS),
    Money: (300, 0, "12.50"),
    Quantity: ("20人", "90%", "3"),
    Target: (">= 90%", "= 100%", ">= 30名"),
}


def _drawn_class(cls: Any, texts: st.SearchStrategy[str], level: int) -> st.SearchStrategy[dict[str, Plain]]:
    told = {key: (_drawn(kind, texts, level), needed) for key, kind, needed in _fields(cls)}
    known = {key: (drawn, needed) for key, (drawn, needed) in told.items() if drawn is not None}
    return st.fixed_dictionaries(
        {key: drawn for key, (drawn, needed) in known.items() if needed},
        optional={key: drawn for key, (drawn, needed) in known.items() if not needed},
    )


def _drawn(kind: Any, texts: st.SearchStrategy[str], level: int) -> st.SearchStrategy[Plain] | None:
    kind = _one_of(kind)
    origin = get_origin(kind) or kind
    if level > _DEEPEST:
        return None
    if origin in {tuple, list} and get_args(kind):
        inner = _drawn(get_args(kind)[0], texts, level + 1)
        return None if inner is None else st.lists(inner, max_size=3)
    if origin in {dict, Mapping} and get_args(kind):
        inner = _drawn(get_args(kind)[1], texts, level + 1)
        return None if inner is None else st.dictionaries(st.sampled_from(("key", "名称")), inner, max_size=2)
    if isinstance(kind, type) and attrs.has(kind) and kind not in _SCALARS:
        return _drawn_class(kind, texts, level + 1)
    if kind is str:
        return texts
    choices = _choices(kind)
    return st.sampled_from(choices) if choices else None
