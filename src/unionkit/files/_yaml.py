"""
YAML text → plain values and the place of each, in one pass over the parser's events.

Scalars stay text: their type follows from the key that they stand under, not from YAML's guess. (Only below
`data`, which no type of ours describes, plain scalars are resolved as JSON would.)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

import yaml

from unionkit.errors import (
    AliasError,
    DuplicateKeyError,
    EmptyFileError,
    NestingError,
    NotYamlError,
    TagError,
    WrongTypeError,
)
from unionkit.model import Path

from ._places import MAX_LEVELS, MAX_VALUES, Branch, Fault, Faults, Leaf, Lines, Reading, too_much

_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_VERBATIM_KEY: Final = "data"
_INTEGER: Final = re.compile(r"0|-?[1-9][0-9]{0,17}")
_FRACTION: Final = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,9}")
_SEPARATORS: Final = "\n\r\x85\u2028\u2029,:[{-?"
"""Before each value stands one of these."""
_TRUTH: Final = {"true": True, "false": False}

_SCALAR: Final[type[Any]] = yaml.ScalarEvent
_LOADER: Final[type[Any]] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str) -> Reading:
    """
    Return the value of the only document in `text`, the places, and what is wrong but does not stop the reading.

    Raises:
        Fault: The text is not YAML, is empty, holds several documents, nests too deep or has a character that no
            file can carry.
    """
    return _Composer(text).document()


class _Composer:
    def __init__(self, text: str) -> None:
        self._faults = Faults()
        try:
            self._next: Callable[[], Any] = _LOADER(text).get_event
        except (yaml.YAMLError, UnicodeEncodeError) as error:
            raise _syntax_fault(error, text) from None
        self._text = text
        self._lines = Lines(text)

    def _refuse_too_many(self) -> None:
        """Count the values of a long text before anything of it is kept."""
        take = _LOADER(self._text).get_event
        left = MAX_VALUES
        while left and not isinstance(event := take(), yaml.StreamEndEvent):
            left -= isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent | yaml.AliasEvent)
        if not left:
            raise Fault(too_much(), _at(event))

    def document(self) -> Reading:
        try:
            if len(self._text) > MAX_VALUES and sum(map(self._text.count, _SEPARATORS)) > MAX_VALUES:
                self._refuse_too_many()
            self._next()  # start of the stream
            start = self._next()
            if isinstance(start, yaml.StreamEndEvent):
                raise Fault(EmptyFileError())
            event = self._next()
            if isinstance(event, yaml.ScalarEvent) and event.implicit[0] and event.value in _NULLS:
                raise Fault(EmptyFileError())
            value, place = self._value(event, (), verbatim=False)
            self._next()  # end of the document
            more = self._next()
        except yaml.YAMLError as error:
            raise _syntax_fault(error, self._text) from None
        if not isinstance(more, yaml.StreamEndEvent):
            raise _second_document(more)
        return value, place, self._faults

    def _value(self, event: Any, path: Path, *, verbatim: bool) -> tuple[object, Leaf | Branch]:
        kind = event.__class__
        if kind is yaml.AliasEvent:
            place = _span(event)
            self._faults.note(AliasError(f"*{event.anchor}"), place, path)
            return None, place
        if event.tag is not None or event.anchor is not None:
            self._refuse_extras(event, path)
        if kind is yaml.ScalarEvent:
            return _scalar(event, verbatim=verbatim), _span(event)
        if len(path) >= MAX_LEVELS:
            raise Fault(NestingError(MAX_LEVELS), _at(event))
        if kind is yaml.SequenceStartEvent:
            return self._sequence(event, path, verbatim=verbatim)
        return self._mapping(event, path, verbatim=verbatim)

    # Most events are scalars without tag and anchor, so both loops take these by themselves, without a path.

    def _sequence(self, start: Any, path: Path, *, verbatim: bool) -> tuple[list[object], Branch]:
        values: list[object] = []
        places: list[Leaf | Branch] = []
        branch = Branch(start.start_mark.index)
        branch.children = places
        take, end = self._next, yaml.SequenceEndEvent
        event: Any
        while (kind := (event := take()).__class__) is not end:
            if kind is _SCALAR and event.tag is None and event.anchor is None:
                value: object = event.value
                if verbatim or value in _NULLS:
                    value = _scalar(event, verbatim=verbatim)
                places.append((event.start_mark.index, event.end_mark.index))
            else:
                value, place = self._value(event, (*path, len(values)), verbatim=verbatim)
                places.append(place)
            values.append(value)
        branch.end = event.end_mark.index
        return values, branch

    def _mapping(self, start: Any, path: Path, *, verbatim: bool) -> tuple[dict[str, object], Branch]:
        values: dict[str, object] = {}
        places: dict[str, Leaf | Branch] = {}
        branch = Branch(start.start_mark.index)
        branch.children = places
        keys = branch.keys
        take, end = self._next, yaml.MappingEndEvent
        event: Any
        told: Any
        while (kind := (event := take()).__class__) is not end:
            if kind is not _SCALAR or event.tag is not None or event.anchor is not None:
                self._check_key(event, path)
            key = event.value
            told = take()
            value: object
            place: Leaf | Branch
            if told.__class__ is _SCALAR and told.tag is None and told.anchor is None:
                value, place = told.value, (told.start_mark.index, told.end_mark.index)
                if verbatim or value in _NULLS:
                    value = _scalar(told, verbatim=verbatim)
            else:
                inside = (*path, key)
                value, place = self._value(told, inside, verbatim=verbatim or inside == (_VERBATIM_KEY,))
            if key in keys:
                first = self._lines.place(keys[key][0])[0] + 1
                self._faults.note(DuplicateKeyError(key, first), _span(event), (*path, key))
            elif key == "<<" and event.implicit[0]:
                self._faults.note(AliasError("<<"), _span(event), (*path, key))
            else:
                values[key] = value
                places[key] = place
                keys[key] = (event.start_mark.index, event.end_mark.index)
        branch.end = event.end_mark.index
        return values, branch

    def _check_key(self, event: Any, path: Path) -> None:
        if event.__class__ is not yaml.ScalarEvent:
            raise Fault(WrongTypeError("文字的键", "a text as key", "[…]"), _at(event))
        self._refuse_extras(event, path)

    def _refuse_extras(self, event: Any, path: Path) -> None:
        if event.anchor is not None:
            self._faults.note(AliasError(f"&{event.anchor}"), _span(event), path)
        if event.tag is not None and event.tag != "!":
            self._faults.note(TagError(event.tag), _span(event), path)


def _at(event: Any) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line, mark.column


def _span(event: Any) -> Leaf:
    return event.start_mark.index, event.end_mark.index


def _scalar(event: Any, *, verbatim: bool) -> object:
    value: str = event.value
    if not event.implicit[0]:
        return value
    if value in _NULLS:
        return None
    return _resolve(value) if verbatim else value


def _resolve(text: str) -> object:
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FRACTION.fullmatch(text):
        return Decimal(text)
    return _TRUTH.get(text, text)


def _syntax_fault(error: Exception, text: str) -> Fault:
    from ._yaml_faults import syntax_fault  # noqa: PLC0415 -- most files are YAML

    return syntax_fault(error, text)


def _second_document(event: Any) -> Fault:
    from ._yaml_words import SECOND_DOCUMENT  # noqa: PLC0415 -- most files hold one

    return Fault(NotYamlError(*SECOND_DOCUMENT), _at(event))
