"""Readers: prose becomes a plan."""

from ._base import Noise, OutlineEntry, Read, Reader, Reading, Span
from ._docx import read_docx
from ._recognised import recognised
from ._text import read_text, read_text_bytes

TEXT_READER = Reader(name="txt", suffixes=(".txt",), read=read_text_bytes)
"""The reader of plain text."""

DOCX_READER = Reader(name="docx", suffixes=(".docx",), read=read_docx)
"""The reader of Word files."""

__all__ = [
    "DOCX_READER",
    "TEXT_READER",
    "Noise",
    "OutlineEntry",
    "Read",
    "Reader",
    "Reading",
    "Span",
    "read_docx",
    "read_text",
    "read_text_bytes",
    "recognised",
]
