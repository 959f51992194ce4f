"""
YAML text → plain values and the place of each, in one pass over the parser's events.

Scalars stay text: their type follows from the key that they stand under, not from YAML's guess. (Only below
`data`, which no type of ours describes, plain scalars are resolved as JSON would.)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, Protocol

import yaml

from unionkit.errors import (
    AliasError,
    DuplicateKeyError,
    EmptyFileError,
    InvalidTextError,
    NestingError,
    NotYamlError,
    Place,
    TagError,
    UnionkitError,
    WrongTypeError,
)
from unionkit.model import Path

MAX_LEVELS: Final = 64
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_VERBATIM_KEY: Final = "data"
_INTEGER: Final = re.compile(r"0|-?[1-9][0-9]{0,17}")
_FRACTION: Final = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,9}")
_TRUTH: Final = {"true": True, "false": False}
_UNREADABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

_LOADER: Final[type[Any]] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mark(Protocol):
    """A place in the text, as the YAML library gives it (from 0, in code points)."""

    line: int
    column: int
    index: int


class Leaf(Protocol):
    """Where a scalar stands."""

    start_mark: Mark
    end_mark: Mark


class Branch:
    """Where a list or mapping stands, where its keys stand, and the places of what is in it."""

    __slots__ = ("children", "end_mark", "keys", "start_mark")

    def __init__(self, start_mark: Mark) -> None:
        self.start_mark = start_mark
        self.end_mark: Any = start_mark
        self.keys: dict[str, Leaf] = {}
        self.children: dict[str, Leaf | Branch] | list[Leaf | Branch] = []


class Fault(Exception):  # noqa: N818 -- carries an error, is none that a caller sees
    """Reading cannot go on: what is wrong and where."""

    def __init__(self, error: UnionkitError, mark: Mark | None) -> None:
        self.error = error
        self.mark = mark


def read_yaml(text: str) -> tuple[object, Leaf | Branch, list[tuple[UnionkitError, Leaf | Branch, Path]]]:
    """
    Return the value of the only document in `text`, the places, and what is wrong but does not stop the reading.

    Raises:
        Fault: The text is not YAML, is empty, holds several documents, nests too deep or has a character that no
            file can carry.
    """
    return _Composer(text).document()


class _Composer:
    def __init__(self, text: str) -> None:
        self._faults: list[tuple[UnionkitError, Leaf | Branch, Path]] = []
        try:
            self._next: Callable[[], Any] = _LOADER(text).get_event
        except (yaml.YAMLError, UnicodeEncodeError) as error:
            raise _syntax_fault(error, text) from None
        self._text = text

    def document(self) -> tuple[object, Leaf | Branch, list[tuple[UnionkitError, Leaf | Branch, Path]]]:
        try:
            self._next()  # start of the stream
            start = self._next()
            if isinstance(start, yaml.StreamEndEvent):
                raise Fault(EmptyFileError(), None)
            event = self._next()
            if isinstance(event, yaml.ScalarEvent) and event.implicit[0] and event.value in _NULLS:
                raise Fault(EmptyFileError(), None)
            value, place = self._value(event, (), verbatim=False)
            self._next()  # end of the document
            more = self._next()
        except yaml.YAMLError as error:
            raise _syntax_fault(error, self._text) from None
        if not isinstance(more, yaml.StreamEndEvent):
            raise Fault(NotYamlError("a second document begins here"), more.start_mark)
        return value, place, self._faults

    def _value(self, event: Any, path: Path, *, verbatim: bool) -> tuple[object, Leaf | Branch]:
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            if event.tag is not None or event.anchor is not None:
                self._refuse_extras(event, path)
            plain = event.implicit[0]
            if plain and event.value in _NULLS:
                return None, event
            return (_resolve(event.value) if verbatim and plain else event.value), event
        if kind is yaml.AliasEvent:
            self._faults.append((AliasError(f"*{event.anchor}"), event, path))
            return None, event
        if event.tag is not None or event.anchor is not None:
            self._refuse_extras(event, path)
        if len(path) >= MAX_LEVELS:
            raise Fault(NestingError(MAX_LEVELS), event.start_mark)
        if kind is yaml.SequenceStartEvent:
            return self._sequence(event, path, verbatim=verbatim)
        return self._mapping(event, path, verbatim=verbatim)

    def _sequence(self, start: Any, path: Path, *, verbatim: bool) -> tuple[list[object], Branch]:
        values: list[object] = []
        places: list[Leaf | Branch] = []
        branch = Branch(start.start_mark)
        branch.children = places
        event = self._next()
        while event.__class__ is not yaml.SequenceEndEvent:
            value, place = self._value(event, (*path, len(values)), verbatim=verbatim)
            values.append(value)
            places.append(place)
            event = self._next()
        branch.end_mark = event.end_mark
        return values, branch

    def _mapping(self, start: Any, path: Path, *, verbatim: bool) -> tuple[dict[str, object], Branch]:
        values: dict[str, object] = {}
        places: dict[str, Leaf | Branch] = {}
        branch = Branch(start.start_mark)
        branch.children = places
        event = self._next()
        while event.__class__ is not yaml.MappingEndEvent:
            key = self._key(event, path)
            inside = (*path, key)
            value, place = self._value(self._next(), inside, verbatim=verbatim or inside == (_VERBATIM_KEY,))
            if key in values:
                first = branch.keys[key].start_mark.line + 1
                self._faults.append((DuplicateKeyError(key, first), event, inside))
            elif key == "<<" and event.implicit[0]:
                self._faults.append((AliasError("<<"), event, inside))
            else:
                values[key] = value
                places[key] = place
                branch.keys[key] = event
            event = self._next()
        branch.end_mark = event.end_mark
        return values, branch

    def _key(self, event: Any, path: Path) -> str:
        if event.__class__ is not yaml.ScalarEvent:
            raise Fault(WrongTypeError("文字的键", "a text as key", "[…]"), event.start_mark)
        if event.tag is not None or event.anchor is not None:
            self._refuse_extras(event, path)
        key: str = event.value
        return key

    def _refuse_extras(self, event: Any, path: Path) -> None:
        if event.anchor is not None:
            self._faults.append((AliasError(f"&{event.anchor}"), event, path))
        if event.tag is not None and event.tag != "!":
            self._faults.append((TagError(event.tag), event, path))


def _resolve(text: str) -> object:
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FRACTION.fullmatch(text):
        return Decimal(text)
    return _TRUTH.get(text, text)


def _syntax_fault(error: Exception, text: str) -> Fault:
    unreadable = _UNREADABLE.search(text)
    if unreadable is not None:
        at = unreadable.start()
        place = Place.between("", text, at, at)
        return Fault(
            InvalidTextError(f"U+{ord(unreadable.group()):04X}", at),
            yaml.Mark("", at, place.line - 1, place.column - 1, text, at),
        )
    mark: Mark | None = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error).splitlines()[0]
    return Fault(NotYamlError(str(problem)), mark)
