"""Golden documents: what was printed and looked at once, held against what is printed now."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from difflib import unified_diff
from itertools import islice
from pathlib import Path
from typing import Final

_LINES_SHOWN: Final = 40
_ADVICE: Final = "look at it, and accept it with pytest --update-golden"


class Golden:
    """
    Compares documents with files in a folder, or writes them there.

    Zip files (.docx, .xlsx) are compared member by member: how well they are compressed depends on the zlib at hand.

    Attributes:
        folder: Where the files stand.

        update: Write what is printed, instead of comparing it.
    """

    def __init__(self, folder: Path, *, update: bool) -> None:
        self.folder = folder
        self.update = update

    def __call__(self, printed: bytes | str, name: str) -> None:
        """
        Assert that a document is as the file of that name holds it.

        Args:
            printed: What was printed.

            name: Name of the file in the folder.

        Raises:
            AssertionError: It differs, or there is no such file; the message shows where.
            ValueError: The name leads out of the folder.
        """
        file = (self.folder / name).resolve()
        if not file.is_relative_to(self.folder.resolve()):
            raise ValueError(f"a golden document stands in {self.folder.name}, not at {name!r}")
        data = printed.encode() if isinstance(printed, str) else printed
        if self.update:
            file.parent.mkdir(parents=True, exist_ok=True)
            if not file.is_file() or members(file.read_bytes()) != members(data):
                file.write_bytes(data)
            return
        if not file.is_file():
            raise AssertionError(f"there is no golden document {name}; {_ADVICE}")
        expected, found = members(file.read_bytes()), members(data)
        if expected != found:
            raise AssertionError(f"{name} is not as it was; {_ADVICE}\n{_difference(expected, found)}")


def members(data: bytes) -> Mapping[str, bytes]:
    """The files within a zip file by name; of any other data, the whole under no name."""
    if not data.startswith(b"PK\3\4"):
        return {"": data}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _difference(expected: Mapping[str, bytes], found: Mapping[str, bytes]) -> str:
    """The first member that differs, line by line."""
    for name in (*expected, *(name for name in found if name not in expected)):
        if name not in found:
            return f"{name} is gone"
        if name not in expected:
            return f"{name} is new"
        if expected[name] != found[name]:
            break
    lines = unified_diff(
        _lines(expected[name]),
        _lines(found[name]),
        f"golden {name}".strip(),
        f"printed {name}".strip(),
        "",
        "",
        1,
        "",
    )
    return "\n".join(islice(lines, _LINES_SHOWN))


def _lines(data: bytes) -> list[str]:
    """Lines of text; elements of XML, which writes no lines; of anything else the size."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return [f"{len(data)} bytes"]
    return (text.replace("><", ">\n<") if text.lstrip().startswith("<") else text).splitlines()
