"""
The zip container of a Word file, the same bytes for the same members.

`zipfile` is not used: importing it costs more than rendering a plan, and it cannot carry members over that
are compressed already.
"""

from __future__ import annotations

import struct
import zlib

# Records of the .ZIP File Format Specification (APPNOTE 6.3), 4.3.7, 4.3.12 and 4.3.16.
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_CENTRAL_HEADER = struct.Struct("<4s6H3L5H2L")
_END_RECORD = struct.Struct("<4s4H2LH")

_VERSION = 20
_NO_FLAGS = 0
_STORED = 0
_DEFLATED = 8
_MIDNIGHT = 0
_FIRST_OF_JANUARY_1980 = 1 << 5 | 1
"""The earliest day that the format knows: a file must not tell when it was made."""

_LEVEL = 6
"""zlib's own default; level 9 takes longer and saves nothing worth naming."""


class Archive:
    """A zip file that grows at its end."""

    def __init__(self) -> None:
        self._content: list[bytes] = []
        self._directory: list[bytes] = []
        self._size = 0

    def add(self, name: str, data: bytes) -> None:
        """Append a member, compressed."""
        deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        self._append(name, data, _DEFLATED, deflate.compress(data) + deflate.flush())

    def store(self, name: str, data: bytes) -> None:
        """Append a member as it is, because it is compressed in itself (pictures)."""
        self._append(name, data, _STORED, data)

    def _append(self, name: str, data: bytes, method: int, packed: bytes) -> None:
        path = name.encode("ascii")
        facts = (
            _VERSION,
            _NO_FLAGS,
            method,
            _MIDNIGHT,
            _FIRST_OF_JANUARY_1980,
            zlib.crc32(data),
            len(packed),
            len(data),
            len(path),
        )
        header = _LOCAL_HEADER.pack(b"PK\3\4", *facts, 0)
        entry = _CENTRAL_HEADER.pack(b"PK\1\2", _VERSION, *facts, 0, 0, 0, 0, 0, self._size)
        self._directory.append(entry + path)
        self._content += (header, path, packed)
        self._size += len(header) + len(path) + len(packed)

    def copy(self) -> Archive:
        """Return an archive with the same members, to which others can be added."""
        other = Archive()
        other._content = self._content.copy()
        other._directory = self._directory.copy()
        other._size = self._size
        return other

    def to_bytes(self) -> bytes:
        """Return the file."""
        directory = b"".join(self._directory)
        count = len(self._directory)
        end = _END_RECORD.pack(b"PK\5\6", 0, 0, count, count, len(directory), self._size, 0)
        return b"".join((*self._content, directory, end))
