"""Readers: prose becomes a plan."""

from ._base import Noise, OutlineEntry, Read, Reader, Reading, Span
from ._recognised import recognised
from ._text import read_text, read_text_bytes

TEXT_READER = Reader(name="txt", suffixes=(".txt",), read=read_text_bytes)
"""The reader of plain text."""

__all__ = [
    "TEXT_READER",
    "Noise",
    "OutlineEntry",
    "Read",
    "Reader",
    "Reading",
    "Span",
    "read_text",
    "read_text_bytes",
    "recognised",
]
