"""What only a pack understands: nested plain values, kept verbatim and never changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

from unionkit.errors import NestingError, WrongTypeError

DataValue: TypeAlias = "str | int | Decimal | bool | tuple[DataValue, ...] | Data | None"
"""A value inside of `data`."""

_MAX_LEVELS = 32


def _freeze(value: object, level: int) -> DataValue:
    if level > _MAX_LEVELS:
        raise NestingError(_MAX_LEVELS)
    if isinstance(value, Data) or value is None or isinstance(value, str | int | Decimal):
        return value
    if isinstance(value, Mapping):
        return Data(value, _level=level)
    if isinstance(value, list | tuple):
        return tuple(_freeze(entry, level + 1) for entry in value)
    raise WrongTypeError(
        "文字、整数、小数（Decimal）、真假、列表或映射",
        "text, an integer, a Decimal, a bool, a list or a mapping",
        type(value).__name__,
    )


class Data(Mapping[str, DataValue]):
    """
    A mapping that cannot be changed, of text to text, numbers, lists and mappings.

    Raises:
        WrongTypeError: A key is no text, or a value is of another type (a float, a set …).
        NestingError: More than 32 levels deep.
    """

    __slots__ = ("_entries",)

    def __init__(self, entries: Mapping[str, object] | None = None, *, _level: int = 0) -> None:
        frozen: dict[str, DataValue] = {}
        for key, value in (entries or {}).items():
            if not isinstance(key, str):
                raise WrongTypeError("文字的键", "a text as key", repr(key))
            frozen[key] = _freeze(value, _level + 1)
        self._entries = frozen

    def __getitem__(self, key: str) -> DataValue:
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __eq__(self, other: object) -> bool:
        return self._entries == other._entries if isinstance(other, Data) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._entries.items()))

    def __reduce__(self) -> tuple[type[Data], tuple[dict[str, DataValue]]]:
        return Data, (self._entries,)

    def __repr__(self) -> str:
        return f"Data({self._entries!r})"


def to_data(value: Mapping[str, object]) -> Data:
    """Return `value` as :class:`Data`."""
    return value if isinstance(value, Data) else Data(value)
