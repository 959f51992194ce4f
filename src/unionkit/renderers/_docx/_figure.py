"""Pictures of WordprocessingML: a media part each, and a drawing that stands in the line of its paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from unionkit.document import Figure

from ._escape import escape_value
from ._paragraph import KEEP_WITH_NEXT, LET_GO, drawn_paragraph, paragraph

_EMU_PER_MM = 36_000
"""DrawingML measures in EMU (ECMA-376 part 1, 20.1.2.1)."""

_EMU_PER_DOT = 914_400 // 150
"""A picture without a width of its own is printed at 150 dots to the inch."""

_WIDEST = 156 * _EMU_PER_MM
"""The type area (版心) is 156 mm wide."""

_HIGHEST = 190 * _EMU_PER_MM
"""On a page of 225 mm that leaves room for a heading above and three lines below."""

_FIRST_RELATION = 101
"""The relations below it belong to the fixed parts."""

_DRAWING = (
    "<w:r><w:drawing>"
    '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{across}" cy="{down}"/>'
    '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{id}" name="Picture {id}" descr="{description}"/>'
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="{id}" name="{name}" descr="{description}"/>'
    '<pic:cNvPicPr><a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


class Picture(NamedTuple):
    """A media part: its bytes, where it lies below ``word/``, and the relation that leads to it."""

    image: bytes
    target: str
    relation: str


class Gallery:
    """The pictures of a document, each of them once however often it is shown."""

    def __init__(self) -> None:
        self._pictures: dict[bytes, Picture] = {}
        self._shown = 0

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The media parts in the order in which they are first shown."""
        return tuple(self._pictures.values())

    def show(self, figure: Figure) -> str:
        """Return the run that shows `figure`."""
        picture = self._picture(figure)
        across, down = figure_size(figure)
        self._shown += 1
        return _DRAWING.format(
            id=self._shown,
            name=picture.target.rpartition("/")[2],
            relation=picture.relation,
            description=escape_value(figure.description),
            across=across,
            down=down,
        )

    def _picture(self, figure: Figure) -> Picture:
        nth = len(self._pictures) + 1
        new = Picture(
            figure.image, f"media/image{nth}.{figure.media.kind}", f"rId{_FIRST_RELATION + nth - 1}"
        )
        return self._pictures.setdefault(figure.image, new)


def figure_size(figure: Figure) -> tuple[int, int]:
    """Return how wide and high `figure` is printed, in EMU: in proportion, and within the type area."""
    media = figure.media
    across = media.across * _EMU_PER_DOT if figure.width is None else figure.width * _EMU_PER_MM
    # In whole numbers, so that every machine writes the same file.
    across = min(across, _WIDEST, _HIGHEST * media.across // media.down)
    return max(across, 1), max(min(across * media.down // media.across, _HIGHEST), 1)


def figure_paragraphs(figure: Figure, gallery: Gallery) -> Iterator[str]:
    """Yield the picture, and below it its caption, which stays on the same page."""
    yield drawn_paragraph("Figure", gallery.show(figure), KEEP_WITH_NEXT if figure.caption else "")
    if figure.caption:
        # The style is that of tables as well, whose captions stand above them and stay with them.
        yield paragraph("Caption", figure.caption, LET_GO)
