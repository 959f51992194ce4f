"""Validators: text that every document can carry (one line, no control or half characters), and kinds of values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import attrs

from unionkit.errors import InvalidTextError, WrongTypeError

# Line breaks (paragraphs are the unit of a plan), what XML 1.0 forbids, lone surrogates, a byte-order mark.
_FORBIDDEN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def check_text(text: object) -> str:
    """
    Return `text` when every document can carry it.

    Raises:
        WrongTypeError: It is no text.
        InvalidTextError: It holds a line break, a control character, half a surrogate pair or a byte-order mark.
    """
    if not isinstance(text, str):
        raise WrongTypeError("文字", "text", type(text).__name__)
    bad = _FORBIDDEN.search(text)
    if bad is not None:
        raise InvalidTextError(f"U+{ord(bad.group()):04X}", bad.start())
    return text


def is_text(_instance: object, _attribute: attrs.Attribute[Any], value: object) -> None:
    """Validate an attribute that holds text (see :func:`check_text`)."""
    check_text(value)


def is_filled_text(_instance: object, _attribute: attrs.Attribute[Any], value: object) -> None:
    """Validate an attribute that holds text with at least one visible character."""
    if not check_text(value).strip():
        raise WrongTypeError("文字（不能为空）", "text that is not empty", repr(value))


def is_optional_text(_instance: object, _attribute: attrs.Attribute[Any], value: object) -> None:
    """Validate an attribute that holds text or None."""
    if value is not None:
        check_text(value)


def is_a(*kinds: type) -> Callable[[object, attrs.Attribute[Any], object], None]:
    """
    Return a validator for an attribute that holds one of `kinds`, or None where that is its default.

    Subclasses do not count: a bool is no int here, a datetime no date.
    """

    def validate(_instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if type(value) not in kinds and not (value is None and attribute.default is None):
            names = " | ".join(kind.__name__ for kind in kinds)
            raise WrongTypeError(names, names, repr(value))

    return validate


def are_all(*kinds: type) -> Callable[[object, attrs.Attribute[Any], tuple[object, ...]], None]:
    """Return a validator for an attribute that holds a tuple of instances of `kinds`."""

    def validate(_instance: object, _attribute: attrs.Attribute[Any], values: tuple[object, ...]) -> None:
        for value in values:
            if not isinstance(value, kinds):
                names = " | ".join(kind.__name__ for kind in kinds)
                raise WrongTypeError(names, names, repr(value))

    return validate


def to_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """
    Convert an attribute that holds several values.

    Raises:
        WrongTypeError: It is one text, or nothing that can be gone through.
    """
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise WrongTypeError("列表", "a list", repr(values))
    return tuple(values)
