"""
Model types → plain values, by cattrs, from the classes themselves: short forms, defaults left out.

The name of an attribute is its key in files, unless its metadata says otherwise (``Goal.indicator`` is the key
``goal``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import Any, get_args

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from unionkit.errors import InvalidValueError
from unionkit.model import (
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


def key_of(attribute: attrs.Attribute[Any]) -> str:
    """Return the key that stands for an attribute in files."""
    key: str = attribute.metadata.get("key", attribute.name)
    return key


def unstructure(value: object) -> Any:
    """Return plain values (text, numbers, lists, mappings) that :func:`structure` would turn into `value`."""
    return _converter().unstructure(value)


@cache
def _converter() -> Converter:
    converter = Converter()
    converter.register_unstructure_hook_factory(attrs.has, lambda cls: _class_hook(cls, converter))
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(Money, _from_money)
    converter.register_unstructure_hook(Data, _from_data)
    converter.register_unstructure_hook(Paragraph, _paragraph_hook(converter))
    converter.register_unstructure_hook(Part, _part_hook(converter))
    for cls in (Target, Quantity):
        converter.register_unstructure_hook(cls, _notation_hook(cls, converter))
    for cls in get_args(Schedule):
        converter.register_unstructure_hook(cls, _schedule_hook(cls, converter))
    return converter


def _class_hook(cls: type, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    attrs.resolve_types(cls)
    names: dict[str, Any] = {
        field.name: override(rename=key_of(field)) if field.init else override(omit=True)
        for field in attrs.fields(cls)
    }
    return make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True, **names)


def _part_hook(converter: Converter) -> Callable[[Part], dict[str, Any]]:
    entries_of = _class_hook(Part, converter)

    def told(part: Part) -> dict[str, Any]:
        entries = entries_of(part)
        return entries if "heading" in entries or "content" in entries else {**entries, "content": []}

    return told


def _paragraph_hook(converter: Converter) -> Callable[[Paragraph], Any]:
    entries_of = _class_hook(Paragraph, converter)
    return lambda paragraph: (
        entries_of(paragraph) if paragraph.facts or paragraph.marker is not None else paragraph.text
    )


def _notation_hook(cls: Any, converter: Converter) -> Callable[[Any], Any]:
    """Write the short notation where it says everything, otherwise the structured form."""
    entries_of = _class_hook(cls, converter)

    def told(value: Any) -> Any:
        if _reads_as(value, cls.parse, str(value)):
            return str(value)
        return {key: str(entry) for key, entry in entries_of(value).items()}

    return told


def _schedule_hook(cls: Any, converter: Converter) -> Callable[[Any], Any]:
    """Write the wording where it says everything, otherwise the structured form."""
    entries_of = _class_hook(cls, converter)
    return lambda schedule: (
        schedule.wording if _reads_as(schedule, parse_schedule, schedule.wording) else entries_of(schedule)
    )


def _reads_as(value: object, parse: Callable[[str], object], text: str) -> bool:
    try:
        return parse(text) == value
    except InvalidValueError:
        return False


def _from_money(money: Money) -> int | str:
    return int(money.yuan) if money.yuan == int(money.yuan) else plain_number(money.yuan)


def _from_data(value: Any) -> Any:
    if isinstance(value, Data):
        return {key: _from_data(entry) for key, entry in value.items()}
    return [_from_data(entry) for entry in value] if isinstance(value, tuple) else value
