"""What only a pack understands: nested plain values, kept verbatim and never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

from unionkit.errors import ImpossibleValueError, InvalidTextError, NestingError, WrongTypeError

from ._numbers import to_decimal

DataValue: TypeAlias = "str | int | Decimal | bool | tuple[DataValue, ...] | Data | None"
"""A value inside of `data`."""

_MAX_LEVELS = 32
_NOTHING: Mapping[str, object] = {}
_LONGEST_KEY = 100
# What XML 1.0 forbids, and lone surrogates; other than in the texts of a plan, lines may break.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _freeze(value: object, level: int) -> DataValue:
    if level > _MAX_LEVELS:
        raise NestingError(_MAX_LEVELS)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _check(value)
    if isinstance(value, int | Decimal):
        to_decimal(value)  # refuses what is too large or too fine to be written and read again
        return value if isinstance(value, int) or "." in format(value, "f") else int(value)
    if isinstance(value, Mapping):
        return Data(value, _level=level)
    if isinstance(value, list | tuple):
        return tuple(_freeze(entry, level + 1) for entry in value)
    raise WrongTypeError(
        "文字、整数、小数（Decimal）、真假、列表或映射",
        "text, an integer, a Decimal, a bool, a list or a mapping",
        type(value).__name__,
    )


def _check(text: str) -> str:
    bad = _FORBIDDEN.search(text)
    if bad is not None:
        raise InvalidTextError(f"U+{ord(bad.group()):04X}", bad.start())
    return text


class Data(Mapping[str, DataValue]):
    """
    A mapping that cannot be changed, of text to text, numbers, lists and mappings.

    Raises:
        WrongTypeError: A key is no text, or a value is of another type (a float, a set …).
        ImpossibleValueError: A key is longer than 100 characters, or a number is too large or too fine.
        InvalidTextError: A text holds a character that XML forbids, or half a surrogate pair.
        NestingError: More than 32 levels deep.
    """

    __slots__ = ("_entries",)

    def __init__(self, entries: Mapping[str, object] = _NOTHING, *, _level: int = 0) -> None:
        frozen: dict[str, DataValue] = {}
        if not isinstance(entries, Mapping):
            raise WrongTypeError(
                "映射（若干“键: 值”）", "a mapping (keys and values)", type(entries).__name__
            )
        for key, value in entries.items():
            if not isinstance(key, str):
                raise WrongTypeError("文字的键", "a text as key", repr(key))
            if len(key) > _LONGEST_KEY:
                raise ImpossibleValueError(
                    f"键最多 {_LONGEST_KEY} 个字符", f"A key has at most {_LONGEST_KEY} characters"
                )
            frozen[_check(key)] = _freeze(value, _level + 1)
        self._entries = frozen

    def __getitem__(self, key: str) -> DataValue:
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __eq__(self, other: object) -> bool:
        return _typed(self) == _typed(other) if isinstance(other, Data) else NotImplemented

    def __hash__(self) -> int:
        return hash(_typed(self))

    def __reduce__(self) -> tuple[type[Data], tuple[dict[str, DataValue]]]:
        return Data, (self._entries,)

    def __repr__(self) -> str:
        return f"Data({self._entries!r})"


def _typed(value: DataValue) -> object:
    """The value with the types of all that is in it: in files, true is not 1, and 1 not 1.0."""
    if isinstance(value, Data):
        return frozenset((key, _typed(entry)) for key, entry in value.items())
    if isinstance(value, tuple):
        return tuple(map(_typed, value))
    return type(value), value


def to_data(value: Mapping[str, object]) -> Data:
    """Return `value` as :class:`Data`."""
    return value if isinstance(value, Data) else Data(value)
