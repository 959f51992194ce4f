"""What an office program makes of our Word files: lines, characters, margins and page numbers, measured on the page."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest

from unionkit.document import (
    Addressee,
    Block,
    Column,
    ColumnKind,
    Document,
    Grid,
    Heading,
    SignOff,
    Text,
    Title,
)
from unionkit.renderers._docx import render_docx

TOOLS = ("soffice", "pdftotext", "pdftoppm", "pdffonts")

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason=f"needs {', '.join(TOOLS)}"),
]

MM = 72 / 25.4
"""Points in a millimetre."""

LINES, CHARACTERS = 22, 28

_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


Convert: TypeAlias = Callable[..., Path]
"""Turns blocks into a PDF."""


class Word(NamedTuple):
    """A word on the page, in points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of our own: the office program of the user is left alone."""
    return tmp_path_factory.mktemp("office-profile")


@pytest.fixture
def pdf(tmp_path: Path, profile: Path) -> Convert:
    """Return what turns blocks into a PDF."""

    def convert(*blocks: Block) -> Path:
        source = tmp_path / "plan.docx"
        source.write_bytes(render_docx(Document(blocks=blocks, title="工作计划")).data)
        subprocess.run(
            [
                *("soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"),
                *("--convert-to", "pdf", "--outdir", str(tmp_path), str(source)),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return source.with_suffix(".pdf")

    return convert


def output(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()


def pages(file: Path) -> list[list[Word]]:
    """The words of each page, from the top left to the bottom right."""
    found = []
    for page in output("pdftotext", "-bbox", file, "-").split("<page ")[1:]:
        boxes = _WORD.findall(page)
        words = (Word(float(x), float(y), float(x2), float(y2), text) for x, y, x2, y2, text in boxes)
        found.append(sorted(words, key=lambda word: (round(word.bottom), word.left)))
    return found


def lines(words: list[Word]) -> list[list[Word]]:
    """The words of a page by the line on which they stand."""
    found: list[list[Word]] = []
    for word in words:
        if found and abs(found[-1][0].bottom - word.bottom) < 5:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def as_text(line: list[Word]) -> str:
    return "".join(word.text for word in line)


def ink(file: Path, page: int) -> tuple[float, float, float, float]:
    """How far the black of a page reaches, in millimetres: left, top, right, bottom."""
    command = ("pdftoppm", "-r", "254", "-gray", "-f", str(page), "-l", str(page), file)
    image = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    _magic, size, _depth, pixels = image.split(b"\n", 3)
    columns, rows = map(int, size.split())
    dark = [y for y in range(rows) if min(pixels[y * columns : (y + 1) * columns]) < 128]
    across = [x for x in range(columns) if min(pixels[x::columns]) < 128]
    return across[0] / 10, dark[0] / 10, across[-1] / 10, dark[-1] / 10


def test_a_full_page_has_22_lines_of_28_characters(pdf: Convert) -> None:
    """GB/T 9704-2012, 5.2.3, on pages of nothing but Chinese prose."""
    first, second, *_ = pages(pdf(Text("工" * 2000)))

    for page in first, second:
        *prose, _number = lines(page)
        assert len(prose) == LINES
        # The first line of the paragraph is indented; all others are full.
        assert [len(as_text(line)) for line in prose[1:]] == [CHARACTERS] * (LINES - 1)
    assert len(as_text(lines(first)[0])) == CHARACTERS - 2


def test_the_type_area_lies_where_the_standard_wants_it(pdf: Convert) -> None:
    """28 mm from the binding, 26 mm from the other edge, 37 mm above."""
    left, top, right, bottom = ink(pdf(Text("国" * 2000)), 2)

    assert left == pytest.approx(28, abs=1)
    assert right == pytest.approx(210 - 26, abs=1)
    assert top == pytest.approx(37, abs=4)  # a line is higher than its characters
    assert bottom < 297 - 25


def test_page_numbers_stand_outside_between_dashes(pdf: Convert) -> None:
    """Odd pages: right, one character in; even pages: left, one character in; 7 mm below the type area."""
    odd, even, *_ = pages(pdf(Text("工" * 2000)))

    for number, page in enumerate((odd, even), 1):
        line = lines(page)[-1]
        assert as_text(line) == f"—{number}—"
        middle = (line[0].top + line[0].bottom) / 2 / MM
        assert middle == pytest.approx(297 - 35 + 7, abs=2.5)
    assert lines(odd)[-1][-1].right / MM == pytest.approx(210 - 26 - 5, abs=1)
    assert lines(even)[-1][0].left / MM == pytest.approx(28 + 5, abs=1)


def test_a_whole_plan_keeps_its_order_on_the_page(pdf: Convert) -> None:
    """Title, addressee, headings, prose, table and sign-off, each at its place."""
    columns = (Column("项目", width=2), Column("金额", ColumnKind.NUMBER))
    (page,) = pages(
        pdf(
            Title("清河市第一实验中学工会委员会2026年下半年工作计划"),
            Addressee("各分会"),
            Heading("主要工作", 1, "一、"),
            Text("开展活动。", "1."),
            Grid(columns, (("慰问", "300"),), "预算表", "单位：元"),
            SignOff("清河市第一实验中学工会委员会", "二〇二六年七月一日"),
        )
    )
    text = "".join(as_text(line) + "\n" for line in lines(page))
    places = {as_text(line): line for line in lines(page)}

    assert text == (
        "清河市第一实验中学工会委员会\n2026年下半年工作计划\n各分会：\n一、主要工作\n1.开展活动。\n"
        "预算表\n单位：元\n项目金额\n慰问300\n清河市第一实验中学工会委员会\n二〇二六年七月一日\n—1—\n"
    )
    assert places["各分会："][0].left / MM == pytest.approx(28, abs=0.5)
    assert places["一、主要工作"][0].left / MM == pytest.approx(28 + 2 * 5.57, abs=0.5)
    assert places["慰问300"][-1].right / MM == pytest.approx(210 - 26 - 1.5, abs=0.5)
    # LibreOffice sets Latin digits apart from Chinese, whatever the document says: this date has none.
    signature, date = places["清河市第一实验中学工会委员会"], places["二〇二六年七月一日"]
    assert (date[0].left - signature[0].left) / MM == pytest.approx(2 * 5.57, abs=0.5)
    assert signature[-1].right / MM == pytest.approx(210 - 26 - 2 * 5.57, abs=0.5)


def test_a_long_table_goes_on_under_its_head(pdf: Convert) -> None:
    """It begins below its caption, breaks between rows, and repeats its head."""
    grid = Grid(
        (Column("项目"), Column("说明")), tuple((f"第{row}项", "职工活动") for row in range(60)), "预算表"
    )
    first, second, *_ = pages(pdf(Text("正文。"), grid))

    assert [as_text(line) for line in lines(first)[:3]] == ["正文。", "预算表", "项目说明"]
    assert as_text(lines(second)[0]) == "项目说明"


@pytest.mark.parametrize("paragraphs", [20, 21, 22])
def test_no_page_holds_the_signature_alone(pdf: Convert, paragraphs: int) -> None:
    """Where it does not fit, the last words go with it to the next page."""
    body = [Text(f"第{number}段。") for number in range(paragraphs)]
    *_, last = pages(pdf(*body, SignOff("清河中学工会", "2026年7月1日")))

    assert as_text(lines(last)[0]) == f"第{paragraphs - 1}段。"


def test_an_empty_document_is_an_empty_page(pdf: Convert) -> None:
    """The office program opens it and prints the page number."""
    (page,) = pages(pdf())

    assert [word.text for word in page if word.text != "—"] == ["1"]


def test_every_character_finds_a_face(pdf: Convert) -> None:
    """Whatever stands in for the official faces is embedded."""
    rows = output("pdffonts", pdf(Title("工作计划"), Heading("主要工作"), Text("“三八”①"))).splitlines()[2:]

    assert rows
    assert all(re.search(r" yes (yes|no) +(yes|no) ", row) for row in rows)
