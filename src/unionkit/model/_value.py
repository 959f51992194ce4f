"""What all values have in common: a short repr."""

from __future__ import annotations

from typing import Any, cast

import attrs


class Value:
    """
    A value: its repr shows what differs from the defaults, so that a plan of many parts stays readable.

    (One method for all classes; attrs would compile one for each at every start of the program.)
    """

    __slots__ = ()

    def __repr__(self) -> str:
        fields = attrs.fields(cast("type[Any]", type(self)))
        told = ((field.name, getattr(self, field.name)) for field in fields if field.repr and field.init)
        defaults = {field.name: field.default for field in fields}
        shown = (f"{name}={value!r}" for name, value in told if not _is_default(value, defaults[name]))
        return f"{type(self).__name__}({', '.join(shown)})"


def _is_default(value: object, default: object) -> bool:
    # What attrs keeps instead of a default that is made anew each time.
    make = getattr(default, "factory", None)
    if make is not None:
        return not getattr(default, "takes_self", False) and value == make()
    return type(value) is type(default) and value == default
