"""Where templates come from: the folder of a package, or one of the user's own; nothing outside of it is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import attrs

from unionkit.errors import FileTooLargeError, NotUtf8Error, ReadAccessError
from unionkit.model import Value

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

ENDING: Final = ".j2"
"""How names of templates end."""

_KEPT: Final = frozenset({ENDING, ".png", ".jpg", ".jpeg"})
_FOLDER: Final = "templates"
_LARGEST: Final = 2**20
_LARGEST_FIGURE: Final = 16 * 2**20


@attrs.frozen(repr=False, eq=False)
class TemplateFolder(Value):
    """
    A folder of templates.

    Attributes:
        path: The folder, where it is one of the user's own.

        package: The package whose folder ``templates`` it is, otherwise; empty for none.

        files: Templates and pictures that have been read, by name; a folder that is used for long does not change
            under way.
    """

    path: Path | None = attrs.field(default=None, converter=attrs.converters.optional(Path))
    package: str = ""
    files: tuple[tuple[str, bytes], ...] = attrs.field(default=(), repr=False)

    @classmethod
    def of_package(cls, package: str) -> Self:
        """Return the folder ``templates`` of a package."""
        return cls(package=package)

    @property
    def label(self) -> str:
        """What errors call it."""
        return self.package if self.path is None else self.path.as_posix()

    def read(self) -> Self:
        """
        Return the folder with its templates and pictures, and those of the folders in it, as they are now.

        Raises:
            ReadAccessError, FileTooLargeError: One of them cannot be read.
        """
        if self.path is None:
            return self
        kept: list[tuple[str, bytes]] = []
        for file in sorted(_files(self.path)):
            name = file.relative_to(self.path).as_posix()
            largest = _LARGEST if name.endswith(ENDING) else _LARGEST_FIGURE
            data = self._read(name, largest)
            if data is not None:  # a link that leads out of the folder, or nowhere
                kept.append((name, data))
        return attrs.evolve(self, files=tuple(kept))

    def text(self, name: str) -> str | None:
        """
        Read a template; None where the folder has none of this name.

        Raises:
            ReadAccessError: It cannot be read.
            NotUtf8Error: It is not UTF-8.
            FileTooLargeError: It is larger than 1 MiB.
        """
        data = self._read(name, _LARGEST)
        if data is None:
            return None
        try:
            return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as error:
            raise NotUtf8Error(f"{self.label}/{name}", error.start) from None

    def figure(self, name: str) -> bytes | None:
        """
        Read a picture; None where the folder has none of this name.

        Raises:
            ReadAccessError: It cannot be read.
            FileTooLargeError: It is larger than 16 MiB.
        """
        return self._read(name, _LARGEST_FIGURE)

    def _read(self, name: str, largest: int) -> bytes | None:
        if self.files:
            return dict(self.files).get(name)
        file = self._file(name)
        if file is None:
            return None
        try:
            with file.open("rb") as stream:
                data = stream.read(largest + 1)
        except OSError as error:
            raise unreadable(f"{self.label}/{name}", error) from error
        if len(data) > largest:
            raise FileTooLargeError(f"{self.label}/{name}", largest // 2**20)
        return data

    def _file(self, name: str) -> Traversable | None:
        """The file of that name in the folder; a name, or a link, that leads out of it is none."""
        steps = name.split("/")
        if any(
            step in {"", ".", ".."} or not step.isprintable() or "\\" in step or ":" in step for step in steps
        ):
            return None
        root = self._root()
        file = root.joinpath(*steps)
        try:
            if isinstance(file, Path) and isinstance(root, Path):
                file = file.resolve()
                if not file.is_relative_to(root.resolve()):
                    return None
            return file if file.is_file() else None
        except (OSError, ValueError, RuntimeError):  # names that no file can have, links in a circle
            return None

    def _root(self) -> Traversable:
        if self.path is not None:
            return self.path
        from importlib import resources  # noqa: PLC0415 -- plans without templates do not pay for it

        return resources.files(self.package) / _FOLDER


def _files(folder: Path) -> Iterator[Path]:
    """The templates and pictures of a folder, and of the folders in it, but not of those in these."""
    try:
        found = [file for file in folder.iterdir() if not file.name.startswith(".")]
        below = [file for inner in found if inner.is_dir() for file in inner.iterdir()]
    except OSError as error:
        raise unreadable(str(folder), error) from error
    yield from (file for file in (*found, *below) if file.suffix.lower() in _KEPT and not file.is_dir())


def unreadable(file: str, error: OSError) -> ReadAccessError:
    """Return our error for a file or folder that cannot be read."""
    if isinstance(error, FileNotFoundError):
        return ReadAccessError(file, "没有这个文件或文件夹", "there is no such file or folder")
    if isinstance(error, NotADirectoryError):
        return ReadAccessError(file, "它不是文件夹", "it is no folder")
    if isinstance(error, PermissionError):
        return ReadAccessError(file, "没有读取权限", "permission denied")
    reason = error.strerror or type(error).__name__
    return ReadAccessError(file, f"系统报告：{reason}", f"the system says: {reason}")
