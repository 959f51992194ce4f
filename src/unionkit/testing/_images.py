"""Hypothesis strategies for pictures: whole files of a few dots, written here byte by byte."""

from __future__ import annotations

import struct
import zlib
from typing import Final

from hypothesis import strategies as st

from ._base import named

_LARGEST: Final = 40


@named
def images() -> st.SearchStrategy[bytes]:
    """PNG and JPEG files of up to 40 by 40 dots; shrinks to a PNG file of one dot."""
    sizes = st.integers(1, _LARGEST)
    writers = st.sampled_from((png, jpeg))
    return st.builds(lambda write, across, down: write(across, down), writers, sizes, sizes)


def png(across: int, down: int) -> bytes:
    """Write a PNG file, all black."""
    dots = (b"\0" + b"\0" * across) * down
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", across, down, 8, 0, 0, 0, 0)),
            _chunk(b"IDAT", zlib.compress(dots)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def jpeg(across: int, down: int) -> bytes:
    """Write a JPEG file of one middle grey: each of its squares differs by nothing from the one before."""
    squares = -(-across // 8) * -(-down // 8)
    # Two bits a square: "no difference" and "end of square", the only word of either table; ones fill the last byte.
    bits = "00" * squares
    bits += "1" * (-len(bits) % 8)
    return b"".join(
        (
            b"\xff\xd8",
            _segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"),
            _segment(0xDB, b"\0" + b"\1" * 64),
            _segment(0xC0, struct.pack(">BHHBBBB", 8, down, across, 1, 1, 0x11, 0)),
            _segment(0xC4, b"\x00\1" + b"\0" * 15 + b"\0"),
            _segment(0xC4, b"\x10\1" + b"\0" * 15 + b"\0"),
            _segment(0xDA, b"\1\1\0\0\x3f\0"),
            int(bits, 2).to_bytes(len(bits) // 8, "big"),
            b"\xff\xd9",
        )
    )


def _segment(kind: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, kind, len(data) + 2) + data
