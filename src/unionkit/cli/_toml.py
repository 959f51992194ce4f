"""Where in a TOML text its keys and values stand; the values themselves are read by tomllib."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_BLANK: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_LEVEL_BLANK: Final = re.compile(r"[ \t]*")
_KEY: Final = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_TEXT: Final = re.compile(
    r'''"""(?:[^\\]|\\.)*?"{3,5}(?!")|'{3}.*?'{3,5}(?!')|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'''', re.DOTALL
)
_OTHER: Final = re.compile(r"[^,\]}#\r\n]*")

TomlPath = tuple["str | int", ...]


class Where(NamedTuple):
    """Where a key and its value stand: indexes of their first characters, and of the first ones behind."""

    key: tuple[int, int]
    value: tuple[int, int]


def toml_places(text: str) -> dict[TomlPath, Where]:
    """Return where everything stands, by the keys and indexes that lead there; the text is sound TOML."""
    scan = _Scan(text)
    scan.document()
    return scan.found


class _Scan:
    def __init__(self, text: str) -> None:
        self.found: dict[TomlPath, Where] = {}
        self._text = text
        self._at = 0
        self._tables: dict[TomlPath, int] = {}

    def document(self) -> None:
        """Walk through the whole text."""
        table: TomlPath = ()
        self._skip(_BLANK)
        while self._at < len(self._text):
            before = self._at
            if self._text.startswith("[", self._at):
                table = self._header()
            else:
                self._pair(table)
            self._skip(_BLANK)
            if self._at == before:  # no sound TOML after all
                return

    def _header(self) -> TomlPath:
        start = self._at
        is_list = self._text.startswith("[[", self._at)
        self._at += 2 if is_list else 1
        keys = self._keys()
        path: TomlPath = ()
        for key, _ in keys:
            path = (*path, key)
            if path in self._tables and path != tuple(key for key, _ in keys):
                path = (*path, self._tables[path])
        self._skip(_LEVEL_BLANK)
        self._at += 2 if is_list else 1
        if is_list:
            self._tables[path] = self._tables.get(path, -1) + 1
            path = (*path, self._tables[path])
        span = keys[-1][1] if keys else (start, self._at)
        self.found.setdefault(path, Where(span, (start, self._at)))
        return path

    def _pair(self, table: TomlPath) -> None:
        keys = self._keys()
        self._skip(_LEVEL_BLANK)
        self._at += 1  # the equals sign
        self._skip(_LEVEL_BLANK)
        path = table
        for key, span in keys[:-1]:
            path = (*path, key)
            self.found.setdefault(path, Where(span, span))
        if keys:
            path = (*path, keys[-1][0])
            self.found[path] = Where(keys[-1][1], self._value(path))

    def _keys(self) -> list[tuple[str, tuple[int, int]]]:
        keys: list[tuple[str, tuple[int, int]]] = []
        while True:
            self._skip(_LEVEL_BLANK)
            match = _KEY.match(self._text, self._at)
            if match is None:
                return keys
            self._at = match.end()
            keys.append((_bare(match[0]), match.span()))
            self._skip(_LEVEL_BLANK)
            if not self._text.startswith(".", self._at):
                return keys
            self._at += 1

    def _value(self, path: TomlPath) -> tuple[int, int]:
        start = self._at
        if self._text.startswith("[", start):
            self._list(path)
        elif self._text.startswith("{", start):
            self._inline(path)
        else:
            match = _TEXT.match(self._text, start) or _OTHER.match(self._text, start)
            self._at = start + len(match[0].rstrip()) if match else start
        return start, self._at

    def _list(self, path: TomlPath) -> None:
        self._at += 1
        number = 0
        self._skip(_BLANK)
        while self._at < len(self._text) and self._text[self._at] != "]":
            before = self._at
            span = self._value((*path, number))
            self.found[*path, number] = Where(span, span)
            number += 1
            self._behind(_BLANK)
            if self._at == before:
                break
        self._at += 1

    def _inline(self, path: TomlPath) -> None:
        self._at += 1
        self._skip(_BLANK)
        while self._at < len(self._text) and self._text[self._at] != "}":
            before = self._at
            self._pair(path)
            self._behind(_BLANK)
            if self._at == before:
                break
        self._at += 1

    def _behind(self, blank: re.Pattern[str]) -> None:
        self._skip(blank)
        if self._text.startswith(",", self._at):
            self._at += 1
        self._skip(blank)

    def _skip(self, blank: re.Pattern[str]) -> None:
        match = blank.match(self._text, self._at)
        if match is not None:
            self._at = match.end()


def _bare(key: str) -> str:
    """The key without quotes; tomllib reads the escapes."""
    if key[:1] == "'":
        return key[1:-1]
    if key[:1] == '"':
        import tomllib  # noqa: PLC0415 -- only a file with quoted keys needs it

        return str(tomllib.loads(f"key = {key}")["key"])
    return key
