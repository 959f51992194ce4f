"""Word files: whole, in the schema's order, and with every text in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import pairwise

import docx
import pytest
from docx.table import Table, _Cell
from hypothesis import given

from unionkit.document import Column, Document, Grid, Heading, PageBreak, SignOff, Text, Title
from unionkit.renderers._docx import render_docx

from .documents import HOSTILE, UNPRINTABLE, anything, documents, strings
from .ooxml import misplaced, parts, trees, value, w

_TITLES = ("Title", "Attachment Title")


def shown(data: bytes) -> Iterator[str]:
    """The texts of a Word file in order, as another library reads them; lines of titles joined, no page numbers."""
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            yield from (_Cell(cell, block).text for row in block.rows for cell in row._tr.tc_lst)
            continue
        style = block.style.name if block.style is not None else ""
        if style in _TITLES:
            yield block.text.replace("\n", "")
        elif style and style.startswith("toc "):
            yield block.text.rpartition("\t")[0]
        elif style == "Caption" and len(block.runs) > 1:
            # The unit stands in the paragraph of the caption.
            yield from (block.runs[1].text, block.runs[-1].text)
        else:
            yield block.text


def texts(data: bytes) -> list[str]:
    return [text for text in shown(data) if text]


@given(document=documents())
def test_another_library_reads_every_text_back(document: Document) -> None:
    """Nothing is lost, to the last space, and nothing changes places."""
    assert texts(render_docx(document).data) == list(strings(document))


@given(document=documents(anything))
def test_every_part_is_well_formed_and_in_order(document: Document) -> None:
    """Whatever the texts hold, the file opens, and its elements stand where the schema wants them."""
    for name, tree in trees(render_docx(document).data).items():
        assert list(misplaced(tree)) == [], name


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_a_text_is_literal(text: str) -> None:
    """The same text comes back from a paragraph, a heading, a cell and the properties."""
    cell = Grid((Column(text),), ((text,),))
    data = render_docx(Document(blocks=(Text(text), Heading(text), cell), title=text, author=text)).data
    properties = docx.Document(io.BytesIO(data)).core_properties

    assert texts(data) == [text] * 4
    assert (properties.title, properties.author) == (text, text)


@pytest.mark.parametrize("text", UNPRINTABLE)
def test_unprintable_characters_do_not_spoil_the_file(text: str) -> None:
    """What XML forbids is left out, and the words around it stay in one paragraph."""
    (paragraph,) = texts(render_docx(Document(blocks=(Text(f"甲{text}乙"),))).data)

    assert paragraph[0] == "甲"
    assert paragraph[-1] == "乙"


@given(document=documents())
def test_paragraphs_and_tables_end_as_word_wants_it(document: Document) -> None:
    """Two tables never touch, a cell ends with a paragraph, and behind the last table stands one too."""
    body = trees(render_docx(document).data)["word/document.xml"][0]
    names = [child.tag for child in body]

    assert names[-1] == w("sectPr")
    assert all(after == w("p") for table, after in pairwise(names) if table == w("tbl"))
    assert all(cell[-1].tag == w("p") for cell in body.iter(w("tc")))
    assert all(len(table.findall(w("tr"))) for table in body.iter(w("tbl")))


@given(document=documents())
def test_columns_fill_the_type_area(document: Document) -> None:
    """The grid and the cells have the same widths, which sum to 156 mm, or to 225 mm on a page across."""
    for table in trees(render_docx(document).data)["word/document.xml"].iter(w("tbl")):
        grid = [int(column.get(w("w"), "")) for column in table.iter(w("gridCol"))]
        assert sum(grid) in (8844, 12756)
        assert value(table, "tblPr/tblW", "w") == str(sum(grid))
        for row in table.iter(w("tr")):
            at = 0
            for cell in row.iter(w("tcPr")):
                across = int(value(cell, "gridSpan") or 1)
                assert value(cell, "tcW", "w") == str(sum(grid[at : at + across]))
                at += across
            assert at == len(grid)


@given(document=documents())
def test_every_block_is_accounted_for(document: Document) -> None:
    """All is printed but a page break that nothing follows."""
    rendered = render_docx(document)
    skipped = [skip.index for skip in rendered.skipped]

    assert sorted([*rendered.printed, *skipped]) == list(range(len(document.blocks)))
    assert all(isinstance(document.blocks[index], PageBreak) for index in skipped)


def test_the_container_tells_nothing_of_its_making() -> None:
    """Fixed order, the earliest date that a zip file can carry, everything compressed."""
    data = render_docx(Document(blocks=(Title("工作计划"),))).data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = package.infolist()

    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {member.compress_type for member in members} == {zipfile.ZIP_DEFLATED}
    assert [member.filename for member in members][:2] == ["[Content_Types].xml", "_rels/.rels"]


def test_the_package_is_complete() -> None:
    """Every part has a type and a relation, and every relation leads to a part."""
    package = trees(render_docx(Document(blocks=())).data)
    typed = {
        override.get("PartName")
        for override in package["[Content_Types].xml"]
        if "PartName" in override.attrib
    }
    targets = {f"/{relation.get('Target')}" for relation in package["_rels/.rels"]}
    targets |= {f"/word/{relation.get('Target')}" for relation in package["word/_rels/document.xml.rels"]}

    assert typed == targets == {f"/{name}" for name in package if not name.endswith((".rels", "Types].xml"))}


def test_no_part_has_a_date() -> None:
    """Not even in the properties: files of the same plan would differ."""
    package = parts(render_docx(Document(blocks=(SignOff("工会", ""),), title="工作计划")).data)

    assert b"created" not in package["docProps/core.xml"]
    assert b"modified" not in package["docProps/core.xml"]


def test_an_empty_document_is_a_file() -> None:
    """It has a page and nothing on it."""
    assert texts(render_docx(Document(blocks=())).data) == []


def test_the_fixed_parts_are_small() -> None:
    """Plans are mailed and stored by the thousand: what is the same in all of them takes under 9 KiB."""
    assert len(render_docx(Document(blocks=())).data) < 9 * 1024
