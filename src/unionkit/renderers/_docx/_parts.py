"""The parts of a Word file that are the same in every document."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ._archive import Archive

_FOLDER = Path(__file__).parent / "parts"

_FILES = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package-relations.xml",
    "word/_rels/document.xml.rels": "document-relations.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "fonts.xml",
    "word/footer1.xml": "footer-odd.xml",
    "word/footer2.xml": "footer-even.xml",
    "docProps/app.xml": "application.xml",
}
"""Member of the package → file in `parts/`. The order is the order in the file: programs that guess the type of
a file look at the first members."""


@cache
def fixed_parts() -> Archive:
    """Return an archive of them, compressed once. Copy it before adding to it."""
    archive = Archive()
    for member, file in _FILES.items():
        archive.add(member, (_FOLDER / file).read_bytes())
    return archive
