"""Validators: text that every document can carry (one line, no control or half characters), and kinds of values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import Any

import attrs

from unionkit.errors import ImpossibleValueError, InvalidTextError, WrongTypeError

FIRST_YEAR, LAST_YEAR = 1949, 2100
"""Years that a plan can be about."""

# Line breaks (paragraphs are the unit of a plan), what XML 1.0 forbids, lone surrogates, a byte-order mark.
_forbidden = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]").search


def check_text(text: object) -> str:
    """
    Return `text` when every document can carry it.

    Raises:
        WrongTypeError: It is no text.
        InvalidTextError: It holds a line break, a control character, half a surrogate pair or a byte-order mark.
    """
    if not isinstance(text, str):
        raise WrongTypeError("文字", "text", type(text).__name__)
    bad = _forbidden(text)
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
            zh, en = _called(kinds)
            raise WrongTypeError(f"{zh}（{attribute.name}）", f"{en} ({attribute.name})", repr(value))

    return validate


_CALLED = {str: "文字", int: "整数", bool: "True 或 False", dt.date: "日期（datetime.date）"}


def _called(kinds: tuple[type, ...]) -> tuple[str, str]:
    """What one of `kinds` is called, in Chinese and in English."""
    names = [kind.__name__ for kind in kinds]
    return "、".join(_CALLED.get(kind, kind.__name__) for kind in kinds), " or ".join(names)


def is_not_negative(_instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Validate an attribute that holds a number or an amount of money, or None."""
    if value is not None and value < type(value)(0):
        raise ImpossibleValueError(f"{attribute.name} 不能为负", f"{attribute.name} cannot be negative")


MOST_PEOPLE = 9_999_999_999
"""More people than any plan can be about."""


def is_count(_instance: object, attribute: attrs.Attribute[Any], number: int | None) -> None:
    """Validate an attribute that counts people or occasions, or None."""
    if number is not None and not 0 <= number <= MOST_PEOPLE:
        raise ImpossibleValueError(
            f"{attribute.name} 是 0 到 {MOST_PEOPLE} 之间的整数",
            f"{attribute.name} is a whole number from 0 to {MOST_PEOPLE}",
        )


def is_ordinal(_instance: object, _attribute: attrs.Attribute[Any], nth: int) -> None:
    """Validate an attribute that says which occurrence of some words is meant."""
    if not 1 <= nth <= MOST_PEOPLE:
        raise ImpossibleValueError("nth 从 1 数起", "nth counts from 1")


def is_plausible_day(_instance: object, _attribute: attrs.Attribute[Any], day: dt.date | None) -> None:
    """Validate an attribute that holds a day from 1949 to 2100, or None."""
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ImpossibleValueError(
            f"年份 {day.year} 不在 {FIRST_YEAR} 到 {LAST_YEAR} 之间",
            f"The year {day.year} is not within {FIRST_YEAR} to {LAST_YEAR}",
        )


def are_all(*kinds: type) -> Callable[[object, attrs.Attribute[Any], tuple[object, ...]], None]:
    """Return a validator for an attribute that holds a tuple of instances of `kinds`."""

    def validate(_instance: object, _attribute: attrs.Attribute[Any], values: tuple[object, ...]) -> None:
        for value in values:
            if not isinstance(value, kinds):
                raise WrongTypeError(*_called(kinds), repr(value))

    return validate


def are_filled_texts(_instance: object, attribute: attrs.Attribute[Any], values: tuple[object, ...]) -> None:
    """Validate an attribute that holds a tuple of texts, none of them empty."""
    for value in values:
        is_filled_text(_instance, attribute, value)


def to_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """
    Convert an attribute that holds several values.

    Raises:
        WrongTypeError: It is one text, nothing that can be gone through, or a set, which has no order.
    """
    if type(values) is tuple:
        return values
    if isinstance(values, str | AbstractSet) or not isinstance(values, Iterable):
        raise WrongTypeError("列表", "a list", repr(values))
    return tuple(values)


def to_texts(values: Iterable[str]) -> tuple[str, ...]:
    """Convert an attribute that holds several texts."""
    return to_tuple(values)
