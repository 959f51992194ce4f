"""Documents: the neutral tree, its numbering, and the sections, layouts and papers that make it from a plan."""

from ._compose import Paper, compose, compose_paper
from ._numbering import OFFICIAL, TWO_LEVELS, Scheme, number
from ._numerals import chinese, circled, ordinal
from ._private import without_private
from ._section import BODY, DEFAULT_LAYOUT, SECTIONS, Scope, Section, content_blocks
from ._templates import render_blocks, render_text, template_section
from ._tree import Addressee, Block, Column, ColumnKind, Document, Grid, Heading, SignOff, Text, Title
from ._wording import worded, worded_date, worded_target, worded_title

__all__ = [
    "BODY",
    "DEFAULT_LAYOUT",
    "OFFICIAL",
    "SECTIONS",
    "TWO_LEVELS",
    "Addressee",
    "Block",
    "Column",
    "ColumnKind",
    "Document",
    "Grid",
    "Heading",
    "Paper",
    "Scheme",
    "Scope",
    "Section",
    "SignOff",
    "Text",
    "Title",
    "chinese",
    "circled",
    "compose",
    "compose_paper",
    "content_blocks",
    "number",
    "ordinal",
    "render_blocks",
    "render_text",
    "template_section",
    "without_private",
    "worded",
    "worded_date",
    "worded_target",
    "worded_title",
]
