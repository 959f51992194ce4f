"""Data that the core has, packs add to, and the user wins over: almanacs, and parameters of the law."""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Generic, Protocol, TypeVar, cast

from unionkit.errors import ReadAccessError, UnionkitError
from unionkit.files import decoded, read_text_file, reason
from unionkit.hookspecs import Pack


class _Together(Protocol):
    def __or__(self, other: object, /) -> object: ...


_T = TypeVar("_T", bound=_Together)


class PackFiles(Generic[_T]):
    """
    Data by pack, each put together when it is first asked for; safe between threads.

    Attributes:
        unread: Why data of packs could not be read so far, by name of the pack.
    """

    def __init__(
        self,
        own: _T | Path | None,
        *,
        core: Callable[[], _T],
        load: Callable[[str, str], _T],
        file_of: Callable[[Pack], str],
    ) -> None:
        """
        Read the user's own file.

        Args:
            own: The user's own data, or a file of it.

            core: Returns what the core knows.

            load: Turns the text of a file into data; it is given the name of the file too.

            file_of: The name of a pack's file in its folder ``data``; empty for none.
        """
        self.unread: dict[str, UnionkitError] = {}
        self._core = core
        self._load = load
        self._file_of = file_of
        self._own = load(read_text_file(own), str(own)) if isinstance(own, Path) else own
        self._made: dict[str | None, _T] = {}
        self._lock = threading.Lock()

    def of(self, pack: Pack | None, *, strict: bool) -> _T:
        """
        Return the data for plans of a pack, or of none.

        Raises:
            SourceFileError, ReadAccessError, NotUtf8Error: The data of the pack cannot be read, and `strict` is true.
        """
        name = None if pack is None else pack.name
        with self._lock:
            if name not in self._made:
                self._made[name] = self._put_together(pack, strict=strict)
            return self._made[name]

    def _put_together(self, pack: Pack | None, *, strict: bool) -> _T:
        together = self._core()
        if pack is not None and self._file_of(pack):
            try:
                together = cast("_T", together | self._read_of(pack))
            except UnionkitError as error:
                if strict:
                    raise
                self.unread[pack.name] = error
        return together if self._own is None else cast("_T", together | self._own)

    def _read_of(self, pack: Pack) -> _T:
        file = self._file_of(pack)
        name = f"{pack.package}/data/{file}"
        try:
            data = files(pack.package).joinpath("data", file).read_bytes()
        except ModuleNotFoundError as error:
            raise ReadAccessError(name, "没有这个包", "there is no such package") from error
        except OSError as error:
            raise ReadAccessError(name, *reason(error)) from error
        return self._load(decoded(data, name), name)
