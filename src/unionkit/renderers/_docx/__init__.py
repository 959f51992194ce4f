"""
Word files: the official page of GB/T 9704-2012 (党政机关公文格式), written in one pass.

Only the body and the properties differ between two documents. Everything else (styles, settings, fonts, page
numbers) lies ready in `parts/` and is compressed once per process, so that a document costs little more than
compressing its body.
"""

from __future__ import annotations

from unionkit.document import Document
from unionkit.renderers._base import Rendered
from unionkit.renderers._encoding import encode

from ._body import document_xml
from ._parts import fixed_parts
from ._properties import core_xml

__all__ = ["render_docx"]


def render_docx(document: Document) -> Rendered:
    """Print `document` as a Word file; every block of it is printed."""
    archive = fixed_parts().copy()
    archive.add("word/document.xml", encode(document_xml(document.blocks)))
    archive.add("docProps/core.xml", encode(core_xml(document)))
    return Rendered(data=archive.to_bytes(), printed=tuple(range(len(document.blocks))))
