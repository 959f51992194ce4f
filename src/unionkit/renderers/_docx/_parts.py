"""The parts of a Word file that are the same in every document, and those that pictures add to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from ._archive import Archive
from ._figure import Picture

_FOLDER = Path(__file__).parent / "parts"

_FILES = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package-relations.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "fonts.xml",
    "word/footer1.xml": "footer-odd.xml",
    "word/footer2.xml": "footer-even.xml",
    "word/footer3.xml": "footer-landscape-odd.xml",
    "word/footer4.xml": "footer-landscape-even.xml",
    "docProps/app.xml": "application.xml",
}
"""Member of the package → file in `parts/`. The order is the order in the file: programs that guess the type of
a file look at the first members."""

_RELATIONS = "word/_rels/document.xml.rels"
_RELATIONS_FILE = "document-relations.xml"
_RELATION = (
    '<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
    ' Target="{target}"/>'
)
_END = "</Relationships>"


def parts(pictures: Sequence[Picture]) -> Archive:
    """Return an archive of all parts but the body and the properties, and with `pictures`; it can be added to."""
    if not pictures:
        return _without_pictures().copy()
    archive = _fixed_parts().copy()
    relations = "".join(_RELATION.format(id=picture.relation, target=picture.target) for picture in pictures)
    archive.add(_RELATIONS, _read(_RELATIONS_FILE).replace(_END.encode(), (relations + _END).encode()))
    for picture in pictures:
        archive.store(f"word/{picture.target}", picture.image)
    return archive


@cache
def _without_pictures() -> Archive:
    archive = _fixed_parts().copy()
    archive.add(_RELATIONS, _read(_RELATIONS_FILE))
    return archive


@cache
def _fixed_parts() -> Archive:
    """An archive of them, compressed once. Copy it before adding to it."""
    archive = Archive()
    for member, file in _FILES.items():
        archive.add(member, _read(file))
    return archive


def _read(file: str) -> bytes:
    return (_FOLDER / file).read_bytes()
