"""Reading Word files: the paragraphs of a .docx become lines, with the numbers that Word shows, and are read as text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from unionkit.errors import FileTooLargeError, NotDocxError

from ._base import Reading
from ._text import read_text

if TYPE_CHECKING:
    from ._docx_numbers import Numbers

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LIMIT_MIB: Final = 64
"""What a file may come to when unpacked: a plan of 600 pages comes to 10."""
_GONE: Final = frozenset((f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}txbxContent", f"{_W}instrText"))
"""What is not read where it stands: text that was struck out, copies for old programs, boxes, codes of fields."""
_SIGNS: Final = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}


def read_docx(data: bytes, /, *, name: str, keep_noise: bool = False) -> Reading:
    """
    Read a plan from the bytes of a Word file (.docx).

    The source of the reading is the text of the file, one paragraph a line (a row of a table is one, with tabs between
    its cells), so that its places are numbers of paragraphs. Numbers that Word makes (一、 of a numbered heading) are
    written out; text that was struck out is left out; headers, footers and footnotes are not read.

    Args:
        data: The bytes.

        name: Name of the file, for messages.

        keep_noise: Leave in what websites left behind.

    Raises:
        NotDocxError: They are no Word file.
        FileTooLargeError: Unpacked, it is more than anyone writes.
    """
    lines = (line for text in _paragraphs(_document(data, name)) for line in text.split("\n"))
    return read_text("\n".join(lines), name=name, keep_noise=keep_noise)


def _document(data: bytes, name: str) -> Any:
    """Open the file with python-docx, which reads no more than Word's own parts and runs nothing."""
    import docx  # noqa: PLC0415 -- half of the time that a start takes

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        opened = docx.Document(io.BytesIO(data)) if size <= _LIMIT_MIB * 1024 * 1024 else None
    except Exception as error:  # whatever python-docx, lxml and zipfile make of bytes that are no Word file
        raise NotDocxError(name) from error
    if opened is None:
        raise FileTooLargeError(name, _LIMIT_MIB)
    return opened


def _paragraphs(document: Any) -> Iterator[str]:
    """Yield the text of each paragraph and each row, in reading order."""
    from ._docx_numbers import Numbers  # noqa: PLC0415 -- as above

    yield from _blocks(document.element.body, Numbers(document))


def _blocks(owner: Any, numbers: Numbers) -> Iterator[str]:
    for child in owner:
        if child.tag == f"{_W}p":
            yield numbers.of(child) + _text(child)
            for box in _boxes(child):
                yield from _blocks(box, numbers)
        elif child.tag == f"{_W}tbl":
            yield from _rows(child, numbers)
        elif child.tag not in _GONE and isinstance(child.tag, str):  # content controls, inserted text
            yield from _blocks(child, numbers)


def _rows(table: Any, numbers: Numbers) -> Iterator[str]:
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is table:  # those of a table in a cell come with the cell
            cells = (child for child in row.iter(f"{_W}tc") if next(child.iterancestors(f"{_W}tr")) is row)
            yield "\t".join("".join(_blocks(cell, numbers)).replace("\n", "") for cell in cells)


def _text(node: Any) -> str:
    """Return what a paragraph shows."""
    if node.tag in _GONE:
        return ""
    if node.tag == f"{_W}t":
        return node.text or ""
    own = _SIGNS.get(node.tag, "")
    if own == "\n" and node.get(f"{_W}type") in ("page", "column"):
        own = ""
    return own + "".join(map(_text, node)) if own or len(node) else ""


def _boxes(paragraph: Any) -> Iterator[Any]:
    for box in paragraph.iter(f"{_W}txbxContent"):
        if not any(ancestor.tag == _FALLBACK for ancestor in box.iterancestors()):
            yield box
