"""
Model types → plain values, from the classes themselves: short forms, defaults left out.

The name of an attribute is its key in files, unless its metadata says otherwise (``Goal.indicator`` is the key
``goal``). How to write the values of a class is worked out when the first of them is met.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from enum import Enum
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, Final, TypeAlias, cast, get_args

import attrs

from unionkit.errors import InvalidValueError
from unionkit.model import (
    Comparator,
    Data,
    Money,
    Paragraph,
    Part,
    Quantity,
    Schedule,
    Target,
    parse_schedule,
    plain_number,
)

from ._notations import REMEMBERED

_Way: TypeAlias = Callable[[Any], Any]
"""How to turn a value into plain values."""

_Getter: TypeAlias = Callable[[Any], tuple[Any, ...]]

_SURE: Final = 50
"""Notations up to this length are not refused for being too long."""


def key_of(attribute: attrs.Attribute[Any]) -> str:
    """Return the key that stands for an attribute in files."""
    key: str = attribute.metadata.get("key", attribute.name)
    return key


def unstructure(value: object) -> Any:
    """Return plain values (text, numbers, lists, mappings) that :func:`structure` would turn into `value`."""
    way = _WAYS[type(value)]
    return value if way is None else way(value)


class _Ways(dict[type, "_Way | None"]):
    """By class, how to write its values; None where they are plain as they are."""

    def __missing__(self, cls: type) -> _Way | None:
        way = self[cls] = _way_for(cls)
        return way


_WAYS: Final = _Ways()


def _way_for(cls: type) -> _Way | None:
    for base in cls.__mro__:
        if base in _MAKERS:
            return _MAKERS[base](base)
    return _entries_way(cls) if attrs.has(cls) else None


# ---------------------------------------------------------------- classes


class _Attribute:
    """What there is to know about an attribute in order to write it."""

    def __init__(self, field: attrs.Attribute[Any]) -> None:
        make = getattr(field.default, "factory", None)
        self.name = field.name
        self.key = key_of(field)
        self.default: object = field.default if make is None else make()
        # Without a default, or with None, there is nothing that a value could be equal to.
        self.certain = self.default is None or self.default is attrs.NOTHING
        # Where the class of what it holds does not tell how to write it.
        self.way: _Way | None = None
        if field.metadata.get("single"):
            self.way = _from_one_or_more
        elif "unit" in field.metadata:
            self.way = partial(_from_quantity_of, field.metadata["unit"])


def _entries_way(cls: type) -> Callable[[Any], dict[str, Any]]:
    """
    Write the attributes by their keys, without those that have their default; first those that must be given.

    Most attributes have their default in each item of a plan. Those that no value has used so far are looked at
    together, only the others one by one.
    """
    attributes = [_Attribute(field) for field in attrs.fields(cast("type[Any]", cls)) if field.init]
    attributes.sort(key=lambda attribute: attribute.default is not attrs.NOTHING)
    used = {attribute.name for attribute in attributes if attribute.default is attrs.NOTHING}
    look = _look(attributes, used)

    def told(value: Any) -> dict[str, Any]:
        nonlocal look
        unused_of, defaults, used_of, rows = look
        if unused_of(value) != defaults:
            used.update(
                attribute.name
                for attribute in attributes
                if getattr(value, attribute.name) != attribute.default
            )
            _, _, used_of, rows = look = _look(attributes, used)
        entries = {}
        for (key, default, certain, way), held in zip(rows, used_of(value)):  # noqa: B905 -- `strict` takes time
            if held is not default and (certain or held != default):
                how = way or _WAYS[type(held)]
                entries[key] = held if how is None else how(held)
        return entries

    return told


_Look: TypeAlias = tuple[_Getter, tuple[object, ...], _Getter, list[tuple[str, object, bool, _Way | None]]]


def _look(attributes: Sequence[_Attribute], used: AbstractSet[str]) -> _Look:
    """Return what gives the unused attributes, and their defaults; what gives the others, and how to write each."""
    others = [attribute for attribute in attributes if attribute.name not in used]
    shown = [attribute for attribute in attributes if attribute.name in used]
    return (
        _getter([attribute.name for attribute in others]),
        tuple(attribute.default for attribute in others),
        _getter([attribute.name for attribute in shown]),
        [(attribute.key, attribute.default, attribute.certain, attribute.way) for attribute in shown],
    )


def _getter(names: Sequence[str]) -> _Getter:
    """Return what gives the values of these attributes, all at once."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _part_way(cls: type) -> _Way:
    entries_of = _entries_way(cls)

    def told(part: Part) -> dict[str, Any]:
        entries = entries_of(part)
        return entries if "heading" in entries or "content" in entries else {**entries, "content": []}

    return told


def _paragraph_way(cls: type) -> _Way:
    entries_of = _entries_way(cls)
    return lambda paragraph: (
        entries_of(paragraph)
        if paragraph.facts or paragraph.refs or paragraph.marker is not None
        else paragraph.text
    )


# ---------------------------------------------------------------- small languages


def _notation_way(cls: Any) -> _Way:
    """Write the short notation where it says everything, otherwise the structured form."""
    entries_of = _entries_way(cls)
    return _short_way(
        cls,
        _figure_reads_back,
        str,
        lambda value: {key: str(entry) for key, entry in entries_of(value).items()},
    )


def _schedule_way(cls: type) -> _Way:
    """Write the wording where it says everything, otherwise the structured form."""
    return _short_way(cls, _time_reads_back, attrgetter("wording"), _entries_way(cls))


def _short_way(
    cls: type, reads_back: Callable[[Any, str], bool], short_of: Callable[[Any], str], long_of: _Way
) -> _Way:
    """
    Write the short form where an equal value is read from it, otherwise the long one.

    A plan says the same times and figures again and again: what was found out about one serves all that are equal.
    """
    held_by = _getter([field.name for field in attrs.fields(cast("type[Any]", cls)) if field.eq])
    remembered: dict[tuple[Any, ...], str | None] = {}

    def told(value: Any) -> Any:
        held = held_by(value)
        try:
            short = remembered[held]
        except KeyError:
            if len(remembered) >= REMEMBERED:
                remembered.clear()
            text = short_of(value)
            short = remembered[held] = text if reads_back(value, text) else None
        return long_of(value) if short is None else short

    return told


def _time_reads_back(when: Schedule, wording: str) -> bool:
    try:
        return parse_schedule(wording) == when
    except InvalidValueError:
        return False


def _figure_reads_back(figure: Quantity | Target, text: str) -> bool:
    """
    Say whether a figure is read from its notation.

    Digits are read as what they are, so that it depends on what stands around them: one figure speaks for all.
    """
    value, unit = figure.value, figure.unit
    whole, negative = value == value.to_integral_value(), value < 0
    if isinstance(figure, Quantity):
        return len(text) <= _SURE and _one_quantity_reads_back(unit, figure.about, whole, negative)
    if len(text) <= _SURE and figure.upper is None:
        return _one_target_reads_back(figure.comparator, unit, whole, negative)
    return _reads_as(figure, Target.parse, text)


@lru_cache(REMEMBERED)
def _one_quantity_reads_back(unit: str, about: bool, whole: bool, negative: bool) -> bool:  # noqa: FBT001
    one = Quantity(_one(whole, negative), unit, about)
    return _reads_as(one, Quantity.parse, str(one))


@lru_cache(REMEMBERED)
def _one_target_reads_back(comparator: Comparator, unit: str, whole: bool, negative: bool) -> bool:  # noqa: FBT001
    one = Target(comparator=comparator, value=_one(whole, negative), unit=unit)
    return _reads_as(one, Target.parse, str(one))


def _one(whole: bool, negative: bool) -> Decimal:  # noqa: FBT001
    return Decimal(-1 if negative else 1) * (1 if whole else Decimal("1.5"))


def _reads_as(value: object, parse: Callable[[str], object], text: str) -> bool:
    try:
        return parse(text) == value
    except InvalidValueError:
        return False


# ---------------------------------------------------------------- lists and scalars


def _from_tuple(values: tuple[Any, ...]) -> list[Any]:
    return [entry if (way := _WAYS[type(entry)]) is None else way(entry) for entry in values]


def _from_one_or_more(values: tuple[Any, ...]) -> Any:
    told = _from_tuple(values)
    return told[0] if len(told) == 1 else told


def _from_quantity_of(unit: str, quantity: Quantity) -> Any:
    """Write the number alone where its unit is the one that a bare number has."""
    if quantity.unit == unit and not quantity.about and quantity.value == int(quantity.value):
        return int(quantity.value)
    return unstructure(quantity)


def _from_money(money: Money) -> int | str:
    return _from_yuan(money.yuan)


@lru_cache(REMEMBERED)
def _from_yuan(yuan: Decimal) -> int | str:
    whole = int(yuan)
    return whole if whole == yuan else plain_number(yuan)


def _from_data(data: Data) -> dict[str, Any]:
    return {key: entry if (way := _WAYS[type(entry)]) is None else way(entry) for key, entry in data.items()}


_MAKERS: Final[dict[type, Callable[[type], _Way]]] = {
    Part: _part_way,
    Paragraph: _paragraph_way,
    **dict.fromkeys((Target, Quantity), _notation_way),
    **dict.fromkeys(get_args(Schedule), _schedule_way),
    Money: lambda _: _from_money,
    Data: lambda _: _from_data,
    dt.date: lambda _: dt.date.isoformat,
    Enum: lambda _: attrgetter("value"),
    tuple: lambda _: _from_tuple,
}
"""The classes that are written in a way of their own, so far as they and those derived from them are met."""
