"""The almanacs of a Kit: what the core knows, what packs add, and the user's own."""

from __future__ import annotations

import threading
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from unionkit.errors import ReadAccessError, UnionkitError
from unionkit.files import decoded, read_text_file, reason
from unionkit.hookspecs import Pack

if TYPE_CHECKING:
    from unionkit.almanac import Almanac


class Almanacs:
    """Almanacs by pack, each put together when it is first asked for; safe between threads."""

    def __init__(self, own: Almanac | Path | None) -> None:
        self.unread: dict[str, UnionkitError] = {}
        self._own = _read(own) if isinstance(own, Path) else own
        self._made: dict[str | None, Almanac] = {}
        self._lock = threading.Lock()

    def of(self, pack: Pack | None, *, strict: bool) -> Almanac:
        """
        Return the almanac for plans of a pack, or of none.

        Raises:
            AlmanacFileError, ReadAccessError, NotUtf8Error: The data of the pack cannot be read, and `strict` is true.
        """
        name = None if pack is None else pack.name
        with self._lock:
            if name not in self._made:
                self._made[name] = self._put_together(pack, strict=strict)
            return self._made[name]

    def _put_together(self, pack: Pack | None, *, strict: bool) -> Almanac:
        from unionkit.almanac import ALMANAC  # noqa: PLC0415 -- a program that needs no dates does without

        together = ALMANAC
        if pack is not None and pack.almanac:
            try:
                together |= _read_of_pack(pack)
            except UnionkitError as error:
                if strict:
                    raise
                self.unread[pack.name] = error
        return together if self._own is None else together | self._own


def _read(path: Path) -> Almanac:
    from unionkit.files import load_almanac  # noqa: PLC0415 -- most programs have no such file

    return load_almanac(read_text_file(path), name=str(path))


def _read_of_pack(pack: Pack) -> Almanac:
    from unionkit.files import load_almanac  # noqa: PLC0415 -- as above

    name = f"{pack.package}/data/{pack.almanac}"
    try:
        data = files(pack.package).joinpath("data", pack.almanac).read_bytes()
    except ModuleNotFoundError as error:
        raise ReadAccessError(name, "没有这个包", "there is no such package") from error
    except OSError as error:
        raise ReadAccessError(name, *reason(error)) from error
    return load_almanac(decoded(data, name), name=name)
