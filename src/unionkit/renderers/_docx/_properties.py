"""The properties of a Word file (title, author, language), which file managers show and search."""

from __future__ import annotations

from unionkit.document import Document

from ._escape import escape

_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    "<cp:coreProperties"
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:language>{lang}</dc:language>"
    "</cp:coreProperties>"
)


def core_xml(document: Document) -> str:
    """
    Return the core properties of `document`.

    They carry no date: dates are optional, and the same document must give the same bytes.
    """
    return _CORE.format(
        title=escape(document.title), author=escape(document.author), lang=escape(document.lang)
    )
