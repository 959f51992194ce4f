"""
Word files: the official page of GB/T 9704-2012 (党政机关公文格式), written in one pass.

Only the body, the properties and the pictures differ between two documents. Everything else (styles, settings, fonts,
page numbers) lies ready in `parts/` and is compressed once per process, so that a document costs little more than
compressing its body.
"""

from __future__ import annotations

from unionkit.document import Document
from unionkit.renderers._base import Rendered
from unionkit.renderers._encoding import encode

from ._body import Body
from ._parts import parts
from ._properties import core_xml

__all__ = ["render_docx"]


def render_docx(document: Document) -> Rendered:
    """Print `document` as a Word file, but for page breaks that divide nothing, and tables too wide for Word."""
    body = Body(document.blocks)
    text = encode(body.xml())
    archive = parts(body.pictures)
    archive.add("word/document.xml", text)
    archive.add("docProps/core.xml", encode(core_xml(document)))
    skipped = {each.index for each in body.skipped}
    return Rendered(
        data=archive.to_bytes(),
        printed=tuple(index for index in range(len(document.blocks)) if index not in skipped),
        skipped=tuple(body.skipped),
    )
