"""A plan file: the plan, its text, and where in the text everything stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Self, cast

import attrs

from unionkit.errors import (
    AliasError,
    MissingKeyError,
    Place,
    PlanFileError,
    Problem,
    TagError,
    UnionkitError,
    UnknownKeyError,
    UnsupportedVersionError,
    WrongTypeError,
)
from unionkit.model import Path, Plan, format_path

from ._dump import FORMAT_VERSION
from ._scalars import shown
from ._structure import problems, structure
from ._yaml import Branch, Fault, Leaf, Mark, read_yaml

_VERSION_KEY: Final = "unionkit"
_IGNORE: Final = re.compile(r"(?:^|\s)#\s*unionkit:\s*ignore\[([\w\s,-]*)\]")


def load_plan(text: str) -> Plan:
    """
    Turn the text of a plan file into a plan.

    Raises:
        PlanFileError: The text is no plan file; the error lists every problem with its line and column.
    """
    return PlanFile.parse(text).plan


@attrs.frozen(kw_only=True)
class PlanFile:
    """
    A plan and the text that it was loaded from.

    Attributes:
        plan: The plan.

        text: The text, as it was given.

        name: Name of the file as it was given; ``-`` for standard input.

        ignores: Codes of findings that comments ask to ignore, by line from 1.
    """

    plan: Plan
    text: str = attrs.field(repr=False)
    name: str
    ignores: Mapping[int, frozenset[str]] = attrs.field(eq=False)
    _places: Leaf | Branch = attrs.field(eq=False, repr=False, alias="places")

    @classmethod
    def parse(cls, text: str, *, name: str = "-") -> Self:
        """
        Load a plan and remember where everything stands.

        Raises:
            PlanFileError: The text is no plan file; the error lists every problem with its line and column.
        """
        value, places, faults = _read(text, name)
        found = [(error, path, place) for error, place, path in faults]
        plan: Plan | None = None
        try:
            plan = structure(_current(value), Plan)
        except Exception as error:
            told = {path for fault, path, _ in found if isinstance(fault, AliasError | TagError)}
            found += [
                (fault, path, _pointed_at(places, fault, path))
                for fault, path in problems(error)
                if isinstance(fault, UnknownKeyError) or (*path, *_lacking(fault)) not in told
            ]
        if plan is None or found:
            found.sort(key=lambda entry: (entry[2].start_mark.line, entry[2].start_mark.column))
            raise PlanFileError(
                tuple(
                    Problem(
                        error=error,
                        path=format_path(path),
                        place=_span(name, place.start_mark, place.end_mark),
                    )
                    for error, path, place in found
                )
            )
        return cls(plan=plan, text=text, name=name, ignores=_ignores(text, places), places=places)

    def place(self, path: Path, words: str = "", nth: int = 1) -> Place:
        """
        Say where in the text something stands.

        Args:
            path: What; where it is not written out (a default, a short form), what it would stand in.

            words: Some words of it, to be pointed at alone.

            nth: Which occurrence of `words`, from 1.
        """
        node = _locate(self._places, path)
        start, end = node.start_mark, node.end_mark
        if words:
            at = self.text.find(words, start.index, end.index)
            for _ in range(nth - 1):
                at = self.text.find(words, at + len(words), end.index) if at >= 0 else at
            if at >= 0:
                return Place.between(self.name, self.text, at, at + len(words))
        return _span(self.name, start, end)

    def is_ignored(self, code: str, place: Place) -> bool:
        """Whether a comment on the line of `place`, or on a line of its own above it, asks to ignore `code`."""
        return code in self.ignores.get(place.line, ())

    def problem(self, error: UnionkitError, path: Path) -> Problem:
        """Return an error about something in this file, with its place."""
        node = _pointed_at(self._places, error, path)
        return Problem(
            error=error, path=format_path(path), place=_span(self.name, node.start_mark, node.end_mark)
        )


def _read(
    text: str, name: str
) -> tuple[object, Leaf | Branch, list[tuple[UnionkitError, Leaf | Branch, Path]]]:
    try:
        return read_yaml(text)
    except Fault as fault:
        start = Place(file=name, line=1, column=1, end_line=1, end_column=1)
        mark_place = _span(name, fault.mark, fault.mark) if fault.mark is not None else start
        raise PlanFileError((Problem(error=fault.error, path="$", place=mark_place),)) from None


def _current(value: object) -> Mapping[str, object]:
    """Take the version off; the value is then that of the current format."""
    if not isinstance(value, Mapping):
        raise WrongTypeError("计划（若干“键: 值”）", "a plan (keys and values)", shown(value))
    version = value.get(_VERSION_KEY)
    if version not in (None, str(FORMAT_VERSION)):
        raise UnsupportedVersionError(shown(version), FORMAT_VERSION)
    return {key: entry for key, entry in value.items() if key != _VERSION_KEY}


def _lacking(error: UnionkitError) -> Path:
    return (error.key,) if isinstance(error, MissingKeyError) else ()


def _locate(node: Leaf | Branch, path: Path) -> Leaf | Branch:
    """Walk down `path` as far as the text goes."""
    for step in path:
        if not isinstance(node, Branch):
            break
        try:
            node = cast("dict[str | int, Leaf | Branch]", node.children)[step]  # a list is one by its indexes
        except (LookupError, TypeError):
            break
    return node


def _pointed_at(places: Leaf | Branch, error: UnionkitError, path: Path) -> Leaf | Branch:
    """Where the person must act: at an unknown key itself, otherwise at the value."""
    if isinstance(error, UnknownKeyError):
        owner = _locate(places, path[:-1])
        if isinstance(owner, Branch):
            return owner.keys[error.key]
    return _locate(places, (_VERSION_KEY,) if isinstance(error, UnsupportedVersionError) else path)


def _span(name: str, start: Mark, end: Mark) -> Place:
    return Place(
        file=name,
        line=start.line + 1,
        column=start.column + 1,
        end_line=end.line + 1,
        end_column=end.column + 1,
    )


def _ignores(text: str, places: Leaf | Branch) -> dict[int, frozenset[str]]:
    found: dict[int, frozenset[str]] = {}
    pending: frozenset[str] = frozenset()
    if "ignore[" not in text:
        return found
    scalars = [(leaf.start_mark.index, leaf.end_mark.index) for leaf in _leaves(places)]
    begin = 0
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        matches = [
            match
            for match in _IGNORE.finditer(line)
            if not any(start <= begin + match.end() - 1 < end for start, end in scalars)
        ]
        begin += len(line)
        codes = frozenset(_codes(match[1] for match in matches))
        if line.lstrip().startswith("#"):
            pending |= codes
        else:
            if codes or pending:
                found[number] = codes | pending
            pending = frozenset()
    return found


def _leaves(node: Leaf | Branch) -> Iterator[Leaf]:
    if not isinstance(node, Branch):
        yield node
        return
    for child in node.children.values() if isinstance(node.children, dict) else node.children:
        yield from _leaves(child)


def _codes(lists: Iterable[str]) -> Iterable[str]:
    return (code.strip() for text in lists for code in text.split(",") if code.strip())
