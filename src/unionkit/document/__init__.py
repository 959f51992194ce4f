"""Documents: the neutral tree, its numbering, and the sections and layouts that make it from a plan."""

from ._tree import Addressee, Block, Column, ColumnKind, Document, Grid, Heading, SignOff, Text, Title

__all__ = [
    "Addressee",
    "Block",
    "Column",
    "ColumnKind",
    "Document",
    "Grid",
    "Heading",
    "SignOff",
    "Text",
    "Title",
]
