"""Readers: prose becomes a plan."""

from ._base import Noise, OutlineEntry, Reader, Reading, Span
from ._recognised import recognised
from ._text import read_text

TEXT_READER = Reader(name="text", suffixes=(".txt",), read=read_text)
"""The reader of plain text."""

__all__ = ["TEXT_READER", "Noise", "OutlineEntry", "Reader", "Reading", "Span", "read_text", "recognised"]
