"""What all values have in common: they are equal by what they hold, and their repr is short."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, cast

import attrs


class Value:
    """
    A value: equal to another of its class that holds the same, and shown by what differs from the defaults.

    (One set of methods for all classes. attrs would write and compile a set for each at every start of the program,
    which took a tenth of the time between a plan file and a Word file.)
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        held = _held(cast("Any", type(self)))
        return bool(held(self) == held(other))

    def __hash__(self) -> int:
        return hash((type(self), _held(cast("Any", type(self)))(self)))

    def __repr__(self) -> str:
        fields = attrs.fields(cast("type[Any]", type(self)))
        told = ((field.name, getattr(self, field.name)) for field in fields if field.repr and field.init)
        defaults = {field.name: field.default for field in fields}
        shown = (f"{name}={value!r}" for name, value in told if not _is_default(value, defaults[name]))
        return f"{type(self).__name__}({', '.join(shown)})"


@cache
def _held(cls: Any) -> Callable[[object], object]:
    """Return what gives all that counts when two values of a class are compared."""
    names = [field.name for field in attrs.fields(cls) if field.eq]
    return attrgetter(*names) if names else lambda _value: ()


def _is_default(value: object, default: object) -> bool:
    # What attrs keeps instead of a default that is made anew each time.
    make = getattr(default, "factory", None)
    if make is not None:
        return not getattr(default, "takes_self", False) and value == make()
    return type(value) is type(default) and value == default
