"""Pictures in Word files."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.document import Document, Figure, Text
from unionkit.renderers._docx import render_docx
from unionkit.renderers._docx._figure import figure_size

from .ooxml import Element, parts, trees, value, w

MM = 36_000
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def png(across: int, down: int, grey: int = 128) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", across, down, 8, 0, 0, 0, 0)
    rows = (b"\0" + bytes([grey]) * across) * down
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", header),
            chunk(b"IDAT", zlib.compress(rows)),
            chunk(b"IEND", b""),
        )
    )


JPEG = b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x20\x00\x40\x03\x01\x11\x00\x02\x11\x01\x03\x11\x01\xff\xd9"
"""The head of a picture of 64 × 32 dots."""


def body(*figures: Figure) -> list[Element]:
    return list(trees(render_docx(Document(blocks=figures)).data)["word/document.xml"][0])[:-1]


def test_a_figure_stays_with_its_caption() -> None:
    """The picture stands in its line, described for those who cannot see it; the caption below does not pull along
    what follows."""
    picture, caption, alone = body(Figure(png(30, 20), '组织"架构"<图>', "图1"), Figure(png(30, 20), "图"))
    (properties,) = picture.iter(f"{WP}docPr")

    assert properties.get("descr") == '组织"架构"<图>'
    assert picture.find(f"{w('pPr')}/{w('keepNext')}") is not None
    assert value(caption, "pPr/pStyle") == "Caption"
    assert value(caption, "pPr/keepNext") == "0"
    assert alone.find(f"{w('pPr')}/{w('keepNext')}") is None


def test_each_picture_is_stored_once() -> None:
    """As it is, under a name that tells nothing; every drawing has a number of its own."""
    figures = [Figure(image, "图") for image in (png(30, 20), JPEG, png(30, 20), png(30, 20, 1))]
    data = render_docx(Document(blocks=tuple(figures))).data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        media = {info.filename: info for info in package.infolist() if "media" in info.filename}
    drawings = [drawing for block in body(*figures) for drawing in block.iter(f"{WP}docPr")]
    targets = {
        relation.get("Id"): f"word/{relation.get('Target')}"
        for relation in trees(data)["word/_rels/document.xml.rels"]
    }
    shown = [targets[blip.get(EMBED)] for block in body(*figures) for blip in block.iter(BLIP)]

    assert list(media) == ["word/media/image1.png", "word/media/image2.jpeg", "word/media/image3.png"]
    assert {info.compress_type for info in media.values()} == {zipfile.ZIP_STORED}
    assert parts(data)["word/media/image2.jpeg"] == JPEG
    assert [shown.index(target) for target in shown] == [0, 1, 0, 3]
    assert [drawing.get("id") for drawing in drawings] == ["1", "2", "3", "4"]


@given(
    across=st.integers(1, 4000),
    down=st.integers(1, 4000),
    width=st.none() | st.integers(1, 1000),
)
def test_a_figure_keeps_its_shape_within_the_page(across: int, down: int, width: int | None) -> None:
    """At most 156 mm wide and 190 mm high, and never larger than was asked for."""
    small = png(1, 1)
    header = small[:16] + struct.pack(">II", across, down) + small[24:]
    wide, high = figure_size(Figure(header, "图", width=width))

    assert 1 <= wide <= 156 * MM
    assert 1 <= high <= 190 * MM
    assert wide <= (across * 6096 if width is None else width * MM)
    assert abs(wide * down - high * across) <= max(across, down)


@pytest.mark.parametrize(
    ("size", "width", "wanted"),
    [
        ((150, 75), None, (914_400, 457_200)),
        ((150, 75), 50, (50 * MM, 25 * MM)),
        ((3000, 1500), None, (156 * MM, 78 * MM)),
        ((100, 100), 400, (156 * MM, 156 * MM)),
        ((100, 200), 150, (95 * MM, 190 * MM)),
    ],
)
def test_figures_have_the_size_that_is_asked_for(
    size: tuple[int, int], width: int | None, wanted: tuple[int, int]
) -> None:
    """150 dots to the inch where nothing is."""
    assert figure_size(Figure(png(*size), "图", width=width)) == wanted


def test_another_library_finds_the_pictures() -> None:
    """Type and size agree with what stands in the file."""
    data = render_docx(Document(blocks=(Text("甲"), Figure(png(300, 150), "图", "图1")))).data
    (shape,) = docx.Document(io.BytesIO(data)).inline_shapes

    assert (shape.width, shape.height) == (300 * 6096, 150 * 6096)


def test_a_file_with_pictures_is_always_the_same() -> None:
    """And one without is not changed by those before it."""
    plain, pictured = Document(blocks=(Text("甲"),)), Document(blocks=(Figure(png(3, 3), "图"),))
    before = render_docx(plain).data, render_docx(pictured).data

    assert (render_docx(plain).data, render_docx(pictured).data) == before
    assert not [name for name in parts(before[0]) if "media" in name]
