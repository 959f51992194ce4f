"""Mappings → instances of attrs classes; what each attribute refuses, at its own key."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, Final, NamedTuple, TypeAlias, get_args

import attrs

from unionkit.errors import ImpossibleValueError, MissingKeyError, UnionkitError
from unionkit.model import Item, Part

from ._faults import WRONG, Faults, Reader, Trail, refuse, unknown_key
from ._unstructure import key_of

IGNORE_KEY: Final = "ignore"
"""Any mapping of a plan file may say under it which findings are not wanted there (the only way to, in JSON)."""

_OWN: Final = ("unionkit.model.", "unionkit.almanac.")


class Field(NamedTuple):
    """An attribute: the name that the class takes it by, what reads it, and, where one may stand for a list, one."""

    argument: str
    read: Reader
    read_one: Reader | None


Fields: TypeAlias = Mapping[str, Field]
"""Attributes by their keys in files."""


@cache
def fields_of(cls: Any, reader_of: Callable[[Any], Reader]) -> Fields:
    """
    Return the attributes of a class that files may tell; `reader_of` returns what reads the values of each.

    The metadata of an attribute say its `key`, whether a `single` value may stand for a list, and whether it is
    `unwritten`: for programs alone.
    """
    attrs.resolve_types(cls)
    trusted = _is_own(cls)
    return {
        key_of(field): Field(
            field.alias or field.name,
            _read_text if trusted and _is_text(field.type) else reader_of(field.type),
            reader_of(get_args(field.type)[0]) if field.metadata.get("single") else None,
        )
        for field in attrs.fields(cls)
        if field.init and not field.metadata.get("unwritten")
    }


def read_entries(
    value: Mapping[str, object], fields: Fields, trail: Trail, faults: Faults, hints: set[str]
) -> dict[str, object]:
    """Read what stands under each key; add to `hints` what unknown keys are most like."""
    given: dict[str, object] = {}
    for key, entry in value.items():
        field = fields.get(key)
        if field is None:
            if key == IGNORE_KEY and faults.ignorable:
                _check_ignored(entry, (trail, key), faults)
                continue
            unknown = unknown_key(key, tuple(fields))
            hints.add(unknown.nearest)
            faults.note(unknown, (trail, key))
        elif entry is not None:  # a key without a value was left to fill in later
            if field.read_one is None or isinstance(entry, list | tuple):
                given[field.argument] = field.read(entry, (trail, key), faults)
            else:
                one = field.read_one(entry, (trail, key), faults)
                given[field.argument] = one if one is WRONG else (one,)
    return given


def class_reader(cls: Any, reader_of: Callable[[Any], Reader]) -> Reader:
    """Return what makes instances of a class; `reader_of` returns what reads the values of each attribute."""
    fields = fields_of(cls, reader_of)
    trusted = _is_own(cls)
    needed = frozenset(
        field.alias or field.name
        for field in attrs.fields(cls)
        if field.init and field.default is attrs.NOTHING
    )
    named = issubclass(cls, Item | Part)

    def read(value: object, trail: Trail, faults: Faults) -> Any:
        if type(value) is not dict and not isinstance(value, Mapping):
            return refuse(value, "映射（若干“键: 值”）", "a mapping (keys and values)", trail, faults)
        before = len(faults.found)
        hints: set[str] = set()
        given = read_entries(value, fields, trail, faults, hints)
        if named and "id" in given:
            faults.claim(given["id"], trail)
        whole: UnionkitError | None = None
        if len(faults.found) == before and needed <= given.keys():
            try:
                return cls(**given)
            except Exception as error:
                if trusted and not isinstance(error, UnionkitError):
                    raise
                whole = _reworded(error)
        _ask_each(cls, given, trail, faults, hints)
        if whole is not None and len(faults.found) == before:
            faults.note(whole, trail)
        return WRONG

    return read


def _check_ignored(codes: object, trail: Trail, faults: Faults) -> None:
    for code in codes if isinstance(codes, list | tuple) else [] if codes is None else [codes]:
        if not isinstance(code, str):
            refuse(code, "问题代码，如 UK203", "the code of a finding, such as UK203", trail, faults)


def _ask_each(
    cls: Any, given: Mapping[str, object], trail: Trail, faults: Faults, misspelt: Container[str]
) -> None:
    """
    Note what is missing and not only misspelt, and ask the attributes one by one what they refuse.

    attrs stops at the first validator that refuses, and does not say which attribute it is about.
    """
    made = cls.__new__(cls)
    held: dict[attrs.Attribute[Any], Any] = {}
    for field in (field for field in attrs.fields(cls) if field.init):
        value = given.get(field.alias or field.name, field.default)
        if value is attrs.NOTHING:
            if key_of(field) not in misspelt:
                faults.note(MissingKeyError(key_of(field)), trail)
        elif value is not WRONG:
            with _noting(made, field, trail, faults):
                held[field] = value = _converted(field, value)
                object.__setattr__(made, field.name, value)
    for field, value in held.items():
        if field.validator is not None:
            with _noting(made, field, trail, faults):
                field.validator(made, field, value)


def _converted(field: attrs.Attribute[Any], value: Any) -> Any:
    if value is field.default:
        value = getattr(value, "factory", lambda: value)()
    convert: Any = field.converter
    return value if convert is None else convert(value)


@contextmanager
def _noting(made: object, field: attrs.Attribute[Any], trail: Trail, faults: Faults) -> Iterator[None]:
    """Note what a converter or validator refuses; for those that come later, the attribute is not there."""
    try:
        yield
    except AttributeError:
        return  # it looks at an attribute that is wrong or missing itself
    except Exception as error:
        if _is_own(type(made)) and not isinstance(error, UnionkitError):
            raise
        faults.note(_reworded(error), (trail, key_of(field)))
        if hasattr(made, field.name):
            object.__delattr__(made, field.name)


def _reworded(error: Exception) -> UnionkitError:
    """What a validator says; when it is none of ours, as an error of ours."""
    if isinstance(error, UnionkitError):
        return error
    said = str(error.args[0]) if error.args else type(error).__name__
    return ImpossibleValueError(said, said)


def _read_text(value: object, trail: Trail, faults: Faults) -> Any:
    """Text that the class which takes it looks at itself."""
    return value if isinstance(value, str) else refuse(value, "文字", "text", trail, faults)


def _is_text(kind: object) -> bool:
    return kind is str or kind == str | None


def _is_own(cls: type) -> bool:
    """Whether a class is one of ours: it looks at its texts itself, and refuses with errors of ours."""
    return cls.__module__.startswith(_OWN)
