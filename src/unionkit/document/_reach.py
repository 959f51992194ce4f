"""What a template may reach: the attributes and methods of each kind of value that change nothing and read nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from types import BuiltinMethodType, MethodType
from typing import Any, Final

import attrs
from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, LoopContext
from jinja2.utils import Namespace

from unionkit.model import Value

from ._said import Marked, RefusalError
from ._work import CHARACTERS, spend, touched, weighed

_TEXT: Final = frozenset(
    [
        "capitalize",
        "casefold",
        "count",
        "endswith",
        "find",
        "isalnum",
        "isalpha",
        "isascii",
        "isdecimal",
        "isdigit",
        "islower",
        "isnumeric",
        "isspace",
        "isupper",
        "join",
        "lower",
        "lstrip",
        "partition",
        "removeprefix",
        "removesuffix",
        "replace",
        "rfind",
        "rpartition",
        "rsplit",
        "rstrip",
        "split",
        "splitlines",
        "startswith",
        "strip",
        "swapcase",
        "title",
        "upper",
    ]
)
_LOOP: Final = frozenset(
    [
        "index",
        "index0",
        "revindex",
        "revindex0",
        "first",
        "last",
        "length",
        "depth",
        "depth0",
        "previtem",
        "nextitem",
        "cycle",
        "changed",
    ]
)
_KINDS: Final[tuple[tuple[type | tuple[type, ...], frozenset[str]], ...]] = (
    (Enum, frozenset({"name", "value"})),
    (str, _TEXT),
    (Mapping, frozenset({"get", "items", "keys", "values"})),
    ((list, tuple), frozenset({"count", "index"})),
    ((int, float, Decimal), frozenset()),
    (dt.date, frozenset({"year", "month", "day", "weekday", "isoweekday", "isoformat"})),
    (dt.timedelta, frozenset({"days"})),
    (LoopContext, _LOOP),
    (BlockReference, frozenset({"name", "super"})),
)
"""Built-in kinds: of these, nothing else can be reached. (A date knows the clock, a number its bytes.)"""

_OF_THE_MODEL: Final = frozenset({"walk", "goals", "results", "activities", "welfare", "line", "measure"})
"""Methods of the types of a plan that only look."""


def may_read(value: Any, name: str, found: Any) -> bool:
    """Tell whether a template may have the attribute `found` of a value."""
    if name.startswith("_"):
        return False
    kind: Any = type(value)
    names = _names(kind)
    if names is not None:
        return name in names
    if kind is Namespace or kind is TemplateModule:
        return True
    if isinstance(found, MethodType):
        if isinstance(found.__self__, type) or not (attrs.has(kind) or hasattr(kind, "__dataclass_fields__")):
            return False
        return name in _OF_THE_MODEL if _is_of_the_model(kind) else True
    return not callable(found) and not isinstance(value, type) and kind.__module__ not in _INNER


_INNER: Final = frozenset(
    {"unionkit.document._calls", "builtins", "types", "jinja2.runtime", "jinja2.environment", "functools"}
)
"""Functions, modules, generators, what Jinja itself is made of."""


@lru_cache(maxsize=512)
def _names(kind: Any) -> frozenset[str] | None:
    """All names that can be reached of values of a built-in kind, those of a named tuple included."""
    for base, names in _KINDS:
        if issubclass(kind, base):
            return names | frozenset(getattr(kind, "_fields", ())) if issubclass(kind, tuple) else names
    return None


@lru_cache(maxsize=512)
def _is_of_the_model(kind: Any) -> bool:
    return issubclass(kind, Value) and kind.__module__.startswith("unionkit.")


def call_method(method: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """
    Call a method that a template reached, after taking what that costs.

    Raises:
        RefusalError: It is nothing that a template may call.
    """
    owner = getattr(method, "__self__", None)
    if not isinstance(method, MethodType | BuiltinMethodType) or not may_read(owner, method.__name__, method):
        raise RefusalError("模板不能调用它", "Templates cannot call this", method)
    for value in (*args, *kwargs.values()):
        weighed(value)
    if isinstance(owner, str):
        _weigh_text_method(owner, method.__name__, args)
    elif isinstance(owner, list | tuple | Mapping):
        weighed(owner) if method.__name__ in ("index", "count") else spend(1)
    else:
        spend(50)
    return method(*args, **kwargs)


def _weigh_text_method(text: str, name: str, args: tuple[Any, ...]) -> None:
    if isinstance(text, Marked) and text.has_blocks:
        raise RefusalError(
            "这段文字里有块，不能再改动", "There are blocks in this text; it cannot be changed", text
        )
    touched(text)
    if name == "join" and args:
        spend(len(text) * len(args[0]) // CHARACTERS if hasattr(args[0], "__len__") else len(text))
    elif name == "replace" and len(args) > 1:
        weigh_replacing(text, args[0], args[1])
    elif name in ("split", "rsplit", "splitlines"):
        spend(len(text) // 4)


def weigh_replacing(text: str, old: Any, new: Any) -> None:
    """Take what it costs to replace each occurrence of a text by another."""
    if isinstance(old, str) and isinstance(new, str):
        spend((len(text) + (len(text) + 1 if not old else text.count(old)) * len(new)) // CHARACTERS)
