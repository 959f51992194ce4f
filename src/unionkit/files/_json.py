"""
JSON text → plain values and the place of each, in one pass.

YAML's parser cannot stand in for it: it refuses surrogate pairs written as two escapes, and takes much that is no
JSON. Numbers stay exact: integers and decimals, never floats.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from json import decoder
from json.decoder import JSONDecodeError
from typing import Final

from unionkit.errors import (
    DuplicateKeyError,
    EmptyFileError,
    InvalidTextError,
    NestingError,
    NotJsonError,
)
from unionkit.model import Path

from ._places import MAX_LEVELS, MAX_VALUES, Branch, Fault, Faults, Leaf, Lines, Reading, too_much

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_NUMBER: Final = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORD: Final = re.compile(r"\w+")
_CONTROL: Final = re.compile("[\x00-\x1f]")
_SEPARATORS: Final = ",:[{"
_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_ESCAPE: Final = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(\\u[dD][89a-fA-F][0-9a-fA-F]{2}|[\ud800-\udfff])|\\."
)
_HALF: Final = re.compile("[\ud800-\udfff]")
_NAMES: Final = {"true": True, "false": False, "null": None}
_LONGEST_INTEGER: Final = 18
_scan: Final[Callable[[str, int], tuple[str, int]]] = vars(decoder)["scanstring"]
"""Reads a text from behind its first quote; the standard library's own, which its stubs do not list."""


def read_json(text: str) -> Reading:
    """
    Return the value of `text`, the places, and what is wrong but does not stop the reading.

    Raises:
        Fault: The text is not JSON, is empty, nests too deep or holds too much.
    """
    return _Scanner(text).document()


class _Scanner:
    def __init__(self, text: str) -> None:
        if sum(map(text.count, _SEPARATORS)) > MAX_VALUES:
            bare = _STRING.sub("", text)
            if sum(map(bare.count, _SEPARATORS)) > MAX_VALUES:
                raise Fault(too_much())
        self._text = text
        self._lines = Lines(text)
        self._faults = Faults()

    def document(self) -> Reading:
        at = self._skip(0)
        if at == len(self._text):
            raise Fault(EmptyFileError())
        value, place, end = self._value(at, ())
        end = self._skip(end)
        if end < len(self._text):
            raise self._wrong(end, "文件末尾", "the end of the file")
        return value, place, self._faults

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found is not None else at

    def _value(self, at: int, path: Path) -> tuple[object, Leaf | Branch, int]:
        first = self._text[at : at + 1]
        if first == '"':
            value, end = self._string(at, path)
            return value, (at, end), end
        if first in ("{", "["):
            if len(path) >= MAX_LEVELS:
                raise Fault(NestingError(MAX_LEVELS), self._lines.place(at))
            return self._mapping(at, path) if first == "{" else self._sequence(at, path)
        number = _NUMBER.match(self._text, at)
        if number is not None and _WORD.match(self._text, number.end()) is None:
            return self._number(number), (at, number.end()), number.end()
        word = _WORD.match(self._text, at)
        if word is not None and word.group() in _NAMES:
            return _NAMES[word.group()], (at, word.end()), word.end()
        raise self._wrong(at, "一个值（文字用英文双引号）", "a value (text in double quotes)")

    def _number(self, match: re.Match[str]) -> int | Decimal:
        whole, fraction, exponent = match.groups()
        if fraction is None and exponent is None and len(whole) <= _LONGEST_INTEGER:
            return int(whole)
        try:
            return Decimal(match.group())
        except InvalidOperation:
            raise self._wrong(match.start(), "一个写得出的数", "a number that can be written out") from None

    def _sequence(self, start: int, path: Path) -> tuple[list[object], Branch, int]:
        values: list[object] = []
        places: list[Leaf | Branch] = []
        branch = Branch(start)
        branch.children = places
        at = self._skip(start + 1)
        if self._text[at : at + 1] != "]":
            while True:
                value, place, at = self._value(at, (*path, len(values)))
                values.append(value)
                places.append(place)
                at = self._skip(at)
                if self._text[at : at + 1] != ",":
                    break
                at = self._skip(at + 1)
            if self._text[at : at + 1] != "]":
                raise self._wrong(at, "逗号或 ]", "a comma or ]")
        branch.end = at + 1
        return values, branch, at + 1

    def _mapping(self, start: int, path: Path) -> tuple[dict[str, object], Branch, int]:
        values: dict[str, object] = {}
        places: dict[str, Leaf | Branch] = {}
        branch = Branch(start)
        branch.children = places
        at = self._skip(start + 1)
        if self._text[at : at + 1] != "}":
            while True:
                if self._text[at : at + 1] != '"':
                    raise self._wrong(at, "用英文双引号括起的键", "a key in double quotes")
                key, end = self._string(at, path)
                spot = (at, end)
                at = self._skip(end)
                if self._text[at : at + 1] != ":":
                    raise self._wrong(at, "冒号", "a colon")
                inside = (*path, key)
                value, place, at = self._value(self._skip(at + 1), inside)
                if key in values:
                    first = self._lines.place(branch.keys[key][0])[0] + 1
                    self._faults.note(DuplicateKeyError(key, first), spot, inside)
                else:
                    values[key] = value
                    places[key] = place
                    branch.keys[key] = spot
                at = self._skip(at)
                if self._text[at : at + 1] != ",":
                    break
                at = self._skip(at + 1)
            if self._text[at : at + 1] != "}":
                raise self._wrong(at, "逗号或 }", "a comma or }")
        branch.end = at + 1
        return values, branch, at + 1

    def _string(self, start: int, path: Path) -> tuple[str, int]:
        try:
            value, end = _scan(self._text, start + 1)
        except JSONDecodeError as error:
            bad = _CONTROL.match(self._text, error.pos)
            if bad is None:
                raise self._wrong(
                    error.pos, "一个值（文字用英文双引号）", "a value (text in double quotes)"
                ) from None
            raise Fault(
                InvalidTextError(f"U+{ord(bad.group()):04X}", error.pos - start - 1),
                self._lines.place(error.pos),
            ) from None
        half = _HALF.search(value)
        if half is not None:
            at = self._half(start, end)
            fault = InvalidTextError(f"U+{ord(half.group()):04X}", half.start())
            self._faults.note(fault, (at, at), path)
            return _HALF.sub("\ufffd", value), end
        return value, end

    def _half(self, start: int, end: int) -> int:
        """Where between `start` and `end` the first half of a surrogate pair stands without the other."""
        return next(
            (found.start() for found in _ESCAPE.finditer(self._text, start, end) if found[1] is not None),
            start,
        )

    def _wrong(self, at: int, zh: str, en: str) -> Fault:
        """What stands here instead of what JSON wants."""
        word = _WORD.match(self._text, at)
        found = word.group() if word is not None else self._text[at : at + 1]
        return Fault(NotJsonError(zh, en, found[:20]), self._lines.place(at))
