"""
A baseline (基线): the findings of old plans that are known already, so that a check tells what is new.

A finding is known by its code and what it is about, never by its line; files are named from the folder of the baseline.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path as FilePath
from typing import Final, TypeAlias

import attrs

from unionkit.errors import (
    BaselineFileError,
    ImpossibleValueError,
    MissingKeyError,
    UnionkitError,
    UnknownKeyError,
    UnsupportedVersionError,
    WrongTypeError,
)
from unionkit.model import Path, Value

from ._places import Branch, Fault, Leaf, Lines
from ._scalars import shown
from ._source import Found, bare_text, in_order, locate, mapping_of, read_values, stopping

BASELINE_VERSION: Final = 1
"""The version of the format, the value of the key ``baseline``."""

_VERSION_KEY: Final = "baseline"
_KEYS: Final = (_VERSION_KEY, "files")
_ENTRY_KEYS: Final = ("code", "identity", "count")

_Counts: TypeAlias = Mapping[tuple[str, str], int]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Baseline(Value):
    """
    What is known of each file.

    Attributes:
        files: How many findings of each code and identity are known, by the name of the file from the folder of the
            baseline, with forward slashes.
    """

    files: Mapping[str, _Counts] = attrs.field(factory=dict)

    def dump(self) -> str:
        """Return the text of the file: sorted, an entry a line."""
        parts = []
        for name in sorted(self.files):
            entries = [
                json.dumps({"code": code, "identity": told, "count": count}, ensure_ascii=False)
                for (code, told), count in sorted(self.files[name].items())
                if count
            ]
            if entries:
                inner = ",\n   ".join(entries)
                parts.append(f"  {json.dumps(name, ensure_ascii=False)}: [\n   {inner}\n  ]")
        inside = "{\n" + ",\n".join(parts) + "\n }" if parts else "{}"
        return f'{{\n "{_VERSION_KEY}": {BASELINE_VERSION},\n "files": {inside}\n}}\n'


def file_key(name: str | FilePath, folder: str | FilePath) -> str:
    """Return how a baseline in `folder` names a file."""
    path = FilePath(os.path.abspath(name))  # noqa: PTH100 -- a link stays a link
    base = os.path.abspath(folder)  # noqa: PTH100 -- likewise
    try:
        return FilePath(os.path.relpath(path, base)).as_posix()
    except ValueError:  # on another drive
        return path.as_posix()


def load_baseline(text: str, *, name: str = "-") -> Baseline:
    """
    Turn the text of a baseline into what is known.

    Raises:
        BaselineFileError: The text is no baseline; the error lists every problem with its line and column.
    """
    bare = bare_text(text)
    try:
        value, places, faults = read_values(bare, is_json=True)
    except Fault as fault:
        raise BaselineFileError((stopping(fault, name),)) from None
    found: list[Found] = [(error, path, place) for error, place, path in faults]
    reading = _Reading(places, found)
    files = reading.files(value)
    if found:
        raise BaselineFileError(tuple(in_order(name, Lines(bare), found)))
    return Baseline(files=files)


class _Reading:
    """The values of a baseline, looked at one by one; what is wrong is noted with its place."""

    def __init__(self, places: Leaf | Branch, found: list[Found]) -> None:
        self._places = places
        self._found = found

    def files(self, value: object) -> dict[str, dict[tuple[str, str], int]]:
        """Return what is known, by file."""
        try:
            given = mapping_of(value, "基线", "a baseline")
        except UnionkitError as error:
            self._note(error, ())
            return {}
        self._check_keys(given, _KEYS, ())
        if _VERSION_KEY not in given:
            self._note(MissingKeyError(_VERSION_KEY), ())
            return {}
        version = given[_VERSION_KEY]
        if version != BASELINE_VERSION or isinstance(version, bool):
            self._note(UnsupportedVersionError(shown(version), BASELINE_VERSION), (_VERSION_KEY,))
            return {}
        files = given.get("files", {})
        if not isinstance(files, Mapping):
            self._note(_wrong("若干“文件名: 问题”", "file names with findings", files), ("files",))
            return {}
        return {name: self._entries(entries, ("files", name)) for name, entries in files.items()}

    def _entries(self, entries: object, path: Path) -> dict[tuple[str, str], int]:
        counts: dict[tuple[str, str], int] = {}
        if not isinstance(entries, list):
            self._note(_wrong("问题的列表", "a list of findings", entries), path)
            return counts
        for at, entry in enumerate(entries):
            key, count = self._entry(entry, (*path, at))
            counts[key] = counts.get(key, 0) + count
        return counts

    def _entry(self, entry: object, path: Path) -> tuple[tuple[str, str], int]:
        if not isinstance(entry, Mapping):
            self._note(_wrong("code、identity、count", "code, identity and count", entry), path)
            return ("", ""), 0
        self._check_keys(entry, _ENTRY_KEYS, path)
        told = []
        for key in ("code", "identity"):
            if key not in entry:
                self._note(MissingKeyError(key), path)
            elif not isinstance(entry[key], str):
                self._note(_wrong("文字", "a text", entry[key]), (*path, key))
            told.append(str(entry.get(key, "")))
        count = entry.get("count", 1)
        if isinstance(count, bool) or not isinstance(count, int):
            self._note(_wrong("整数", "a whole number", count), (*path, "count"))
            count = 0
        elif count < 1:
            self._note(ImpossibleValueError("count 至少是 1", "count is at least 1"), (*path, "count"))
        return (told[0], told[1]), count

    def _check_keys(self, given: Mapping[str, object], known: Iterable[str], path: Path) -> None:
        from difflib import get_close_matches  # noqa: PLC0415 -- only a mistake pays for it

        keys = tuple(known)
        for key in given:
            if key not in keys:
                near = "".join(get_close_matches(key, keys, n=1))
                self._note(UnknownKeyError(key, near, keys), (*path, key))

    def _note(self, error: UnionkitError, path: Path) -> None:
        node = locate(self._places, path)
        if isinstance(error, UnknownKeyError):
            owner = locate(self._places, path[:-1])
            node = owner.keys.get(error.key, owner) if isinstance(owner, Branch) else owner
        self._found.append((error, path, node))


def _wrong(zh: str, en: str, found: object) -> WrongTypeError:
    return WrongTypeError(zh, en, shown(found))
