"""Word files put together without asking the clock, which python-docx does for each member when it saves."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from unionkit.renderers import stable_zip

_TYPES: Final = "[Content_Types].xml"
_RELATIONS: Final = "application/vnd.openxmlformats-package.relationships+xml"


def packed(document: Any) -> bytes:
    """Return a document of python-docx as the bytes of a file, the same for the same document."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in _members(document.part.package):
            archive.writestr(zipfile.ZipInfo(name), data)
    return stable_zip(buffer.getvalue())


def _members(package: Any) -> Iterator[tuple[str, bytes]]:
    """The members of the file: types, relations of the package, and each part with its own."""
    parts = tuple(package.iter_parts())
    yield _TYPES, _types(parts)
    yield "_rels/.rels", _bytes(package.rels.xml)
    for part in parts:
        yield part.partname.membername, part.blob
        if len(part.rels):
            yield part.partname.rels_uri.membername, _bytes(part.rels.xml)


def _bytes(xml: str | bytes) -> bytes:
    return xml.encode() if isinstance(xml, str) else xml


def _types(parts: tuple[Any, ...]) -> bytes:
    """Say of what type each part is."""
    overrides = "".join(
        f"<Override PartName={quoteattr(str(part.partname))} ContentType={quoteattr(part.content_type)}/>"
        for part in parts
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{_RELATIONS}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()
