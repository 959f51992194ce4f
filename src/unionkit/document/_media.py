"""Pictures: what kind of file one is, and how many dots it has, told by its first bytes."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from unionkit.errors import ImpossibleValueError

MediaKind: TypeAlias = Literal["png", "jpeg"]
"""The kinds of pictures that every word processor and browser shows."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_CHUNK: Final = struct.Struct(">I4s")
_JPEG: Final = b"\xff\xd8"
_END_OF_JPEG: Final = b"\xff\xd9"
_SIZE_OF_PNG: Final = struct.Struct(">II")
_SEGMENT: Final = struct.Struct(">BBH")
_SIZE_OF_JPEG: Final = struct.Struct(">HH")
_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Markers of JPEG whose segment tells the size (ITU-T T.81, table B.1: SOF0 to SOF15)."""


class Media(NamedTuple):
    """A picture file: its kind, and its dots across and down."""

    kind: MediaKind
    across: int
    down: int


def look_into(image: bytes) -> Media:
    """
    Tell what a picture is.

    Raises:
        ImpossibleValueError: It is neither PNG nor JPEG, or is cut off.
    """
    if image.startswith(_PNG) and image[12:16] == b"IHDR" and _chunks_of_png(image)[-1:] == [b"IEND"]:
        found = Media("png", *_SIZE_OF_PNG.unpack_from(image, 16))
    elif image.startswith(_JPEG) and image.rstrip(b"\0\r\n").endswith(_END_OF_JPEG):
        found = next(_sizes_of_jpeg(image), _NOTHING)
    else:
        found = _NOTHING
    if not found.across or not found.down:
        raise ImpossibleValueError(
            "插图应是完整的 PNG 或 JPEG 文件", "A figure is a whole PNG or JPEG file; this is none"
        )
    return found


_NOTHING: Final = Media("png", 0, 0)


def _chunks_of_png(image: bytes) -> list[bytes]:
    """The kinds of its chunks, as far as they are whole (PNG specification, 5.3)."""
    kinds: list[bytes] = []
    at = len(_PNG)
    while at + 12 <= len(image):
        length, kind = _CHUNK.unpack_from(image, at)
        at += 12 + length
        if at > len(image):
            break
        kinds.append(kind)
    return kinds


def _sizes_of_jpeg(image: bytes) -> Iterator[Media]:
    """Go through the segments before the picture itself, up to the one that tells the size."""
    at = len(_JPEG)
    while at + 9 <= len(image):
        mark, kind, length = _SEGMENT.unpack_from(image, at)
        if mark != 0xFF:
            return
        if kind in _FRAMES:
            down, across = _SIZE_OF_JPEG.unpack_from(image, at + 5)
            yield Media("jpeg", across, down)
        at += 1 if kind == 0xFF else 2 + length
