"""Drawn documents are finished, and hold every kind of block with everything that may stand in it."""

from __future__ import annotations

import io
from typing import Any, get_args

import attrs
import pytest
from docx.image.image import Image
from hypothesis import given
from hypothesis import strategies as st

from unionkit.document import (
    Attachment,
    Block,
    Column,
    ColumnKind,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    Grid,
    Heading,
    List,
    ListItem,
    Text,
    number,
)
from unionkit.testing import blocks, documents, figures, grids, images
from unionkit.testing._hostile import complete_document, hostile_documents

from .drawing import drawn, sample

NUMBER = 800
KINDS = get_args(Block)


def parts(blocks: tuple[Block, ...]) -> list[Any]:
    """Blocks, and what they hold: entries of lists and contents, and columns."""
    found: list[Any] = list(blocks)
    for block in blocks:
        if isinstance(block, List):
            found += (item for _, item in block.walk())
        elif isinstance(block, Contents):
            found += block.entries
        elif isinstance(block, Grid):
            found += block.columns
    return found


PARTS = (*KINDS, ListItem, ContentsEntry, Column)


@given(document=documents())
def test_a_document_is_finished(document: Document) -> None:
    """Every number is decided; numbering it again changes nothing."""
    marked = (
        part for part in parts(document.blocks) if isinstance(part, Heading | Text | ListItem | Attachment)
    )

    assert {type(part.marker) for part in marked} <= {str}
    assert not any(block.refs for block in document.blocks if isinstance(block, Text))
    assert repr(number(document.blocks)) == repr(document.blocks)


@given(block=blocks())
def test_a_block_is_finished(block: Block) -> None:
    """Every number is decided."""
    assert repr(number((block,))) == repr((block,))


@pytest.mark.parametrize("cls", PARTS, ids=lambda cls: cls.__name__)
def test_every_field_is_drawn_with_more_than_its_default(cls: Any) -> None:
    """References are resolved, and so none is left; all else has more than one value."""
    found = [
        part for document in sample(documents, NUMBER) for part in parts(document.blocks) if type(part) is cls
    ]
    never = [
        field.name
        for field in attrs.fields(cls)
        if field.init and len({repr(getattr(part, field.name)) for part in found}) < 2
    ]

    assert len(found) >= 10
    assert never == (["refs"] if cls is Text else [])


def test_every_kind_of_block_is_drawn_alone() -> None:
    """None is left out."""
    assert {type(block) for block in sample(blocks, 500)} == set(KINDS)


def test_heads_and_columns_of_every_kind_are_drawn() -> None:
    """With one head row and with several, with none, with totals and without."""
    found = sample(grids, 500)

    assert {len(grid.head) for grid in found} == {0, 1, 2, 3}
    assert {column.kind for grid in found for column in grid.columns} == set(ColumnKind)
    assert {bool(grid.totals) for grid in found} == {True, False}
    assert {grid.landscape for grid in found} == {True, False, None}


@given(image=images())
def test_pictures_are_what_they_seem(image: bytes) -> None:
    """Another library finds them as large as we do."""
    media = Figure(image, "图").media
    read = Image.from_blob(image)

    assert (read.ext.replace("jpg", "jpeg"), read.px_width, read.px_height) == media


@given(image=images())
def test_every_dot_of_a_picture_can_be_read(image: bytes) -> None:
    """They are whole files, and not beginnings of some."""
    pillow = pytest.importorskip("PIL.Image", reason="Pillow reads the dots")
    with pillow.open(io.BytesIO(image)) as picture:
        picture.load()

        assert len(picture.getcolors()) == 1


def test_both_kinds_of_pictures_are_drawn() -> None:
    """PNG and JPEG."""
    assert {Figure(image, "图").media.kind for image in sample(images, 50)} == {"png", "jpeg"}


def test_texts_can_be_chosen() -> None:
    """Every field that is not chosen from a list has them."""
    only = st.just("甲")
    found = drawn(documents(texts=only), 200)
    texts = {
        block.text for document in found for block in document.blocks if isinstance(block, Text | Heading)
    }

    assert {text.partition("（见")[0] for text in texts} == {"甲"}
    assert {cell for grid in drawn(grids(texts=only), 100) for row in grid.rows for cell in row} == {"甲"}
    assert {figure.description for figure in drawn(figures(texts=only), 20)} == {"图甲"}
    assert {document.title for document in found} == {"甲"}


@pytest.mark.parametrize("name", hostile_documents())
def test_hostile_documents_are_finished(name: str) -> None:
    """As those are that are composed."""
    document = hostile_documents()[name]

    assert repr(number(document.blocks)) == repr(document.blocks)


def test_the_complete_document_has_every_kind_of_block() -> None:
    """So that whoever prints it has printed each."""
    assert {type(block) for block in complete_document().blocks} == set(KINDS)
