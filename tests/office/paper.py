"""What is printed on the pages of a PDF: words, lines, faces, pictures and ink, measured in millimetres."""

from __future__ import annotations

import html
import re
import subprocess
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

MM = 72 / 25.4
"""Points in a millimetre."""

CHARACTER = 156 / 28
"""The room of a character: 28 of them fill the 156 mm of a line."""

LINE = 225 / 22
"""The height of a line: 22 of them fill the 225 mm of a page."""

LEFT, TOP, RIGHT, BOTTOM = 28, 37, 210 - 26, 297 - 35
"""The edges of the type area (版心)."""

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_FACE = re.compile(r'<fontspec id="(\d+)" size="(\d+)" family="(?:\w{6}\+)?([^"]*)"')
_SPAN = re.compile(r'<text top="\d+" left="\d+" width="\d+" height="\d+" font="(\d+)">(.*?)</text>')


class Word(NamedTuple):
    """Characters that stand together, and where."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


class Line(NamedTuple):
    """The words that stand on one line, from the left."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return "".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        return self.words[0].middle


class Page(NamedTuple):
    """A page: its size, and its words."""

    across: float
    down: float
    words: tuple[Word, ...]

    @property
    def lines(self) -> list[Line]:
        """From top to bottom, the page number last."""
        found: list[list[Word]] = []
        for word in sorted(self.words, key=lambda word: word.middle):
            if found and word.middle - found[-1][0].middle < 2:
                found[-1].append(word)
            else:
                found.append([word])
        return [Line(tuple(sorted(words))) for words in found]

    @property
    def body(self) -> list[Line]:
        """The lines without the page number."""
        return self.lines[:-1]

    def line(self, text: str) -> Line:
        """The one line that begins with `text`."""
        (found,) = [line for line in self.lines if line.text.startswith(text)]
        return found


def output(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=120).stdout.decode()


class Paper:
    """A document as it was printed."""

    def __init__(self, file: Path) -> None:
        self.file = file

    @cached_property
    def pages(self) -> list[Page]:
        found = []
        for text in output("pdftotext", "-bbox", self.file, "-").split("<page ")[1:]:
            size = _PAGE.search(f"<page {text}")
            assert size
            words = [
                Word(*(float(place) / MM for place in box), html.unescape(word))
                for *box, word in _WORD.findall(text)
            ]
            found.append(Page(float(size[1]) / MM, float(size[2]) / MM, tuple(words)))
        return found

    @property
    def text(self) -> str:
        """All that is printed, in its order, without white space."""
        return "".join(output("pdftotext", "-raw", self.file, "-").split())

    def faces(self, text: str) -> set[str]:
        """The faces in which `text` is set, where it stands alone."""
        printed = output("pdftohtml", "-xml", "-i", "-hidden", "-stdout", self.file)
        names = {number: name for number, _size, name in _FACE.findall(printed)}
        return {
            names[number]
            for number, span in _SPAN.findall(printed)
            if html.unescape(re.sub("<[^>]*>", "", span)).strip() == text
        }

    @property
    def embedded(self) -> dict[str, bool]:
        """The faces that it uses, and whether it carries them."""
        rows = [row.split() for row in output("pdffonts", self.file).splitlines()[2:]]
        return {row[0]: row[-5] == "yes" for row in rows}

    @property
    def pictures(self) -> list[tuple[int, int, int]]:
        """Page, dots across and dots to the inch of each picture."""
        rows = [row.split() for row in output("pdfimages", "-list", self.file).splitlines()[2:]]
        return [(int(row[0]), int(row[3]), int(row[12])) for row in rows if row[2] == "image"]

    def ink(self, page: int, box: tuple[float, float, float, float] | None = None) -> tuple[float, ...]:
        """How far the black of a page reaches, within `box`: left, top, right, bottom."""
        left, top, right, bottom = (round(10 * side) for side in box or (0, 0, 210, 297))
        cut = ("-x", left, "-y", top, "-W", right - left, "-H", bottom - top)
        command = (
            "pdftoppm",
            "-r",
            "254",
            "-gray",
            "-f",
            str(page),
            "-l",
            str(page),
            *map(str, cut),
            self.file,
        )
        image = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
        _magic, size, _depth, pixels = image.split(b"\n", 3)
        columns, rows = map(int, size.split())
        dark = [y for y in range(rows) if min(pixels[y * columns : (y + 1) * columns]) < 128]
        across = [x for x in range(columns) if min(pixels[x::columns]) < 128]
        return (
            (left + across[0]) / 10,
            (top + dark[0]) / 10,
            (left + across[-1] + 1) / 10,
            (top + dark[-1] + 1) / 10,
        )
