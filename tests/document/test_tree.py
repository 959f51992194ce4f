"""The neutral tree refuses what cannot be printed, and knows what follows from what it holds."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.document import (
    AttachmentNote,
    Column,
    Figure,
    Grid,
    HeadCell,
    List,
    ListItem,
    Media,
)
from unionkit.errors import ImpossibleValueError


def png(across: int, down: int) -> bytes:
    """A whole PNG file, black."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(b"".join(b"\0" + bytes(across) for _ in range(min(down, 64))))
    header = struct.pack(">IIBBBBB", across, down, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(across: int, down: int, *before: bytes) -> bytes:
    """The beginning of a JPEG file, up to its size; `before` stands in segments ahead of it."""
    segments = b"".join(b"\xff\xe0" + struct.pack(">H", len(data) + 2) + data for data in before)
    frame = struct.pack(">BHHB", 8, down, across, 3) + bytes(9)
    return b"\xff\xd8" + segments + b"\xff\xc2" + struct.pack(">H", len(frame) + 2) + frame + b"\xff\xd9"


SIZES = st.integers(1, 65535)


@given(across=SIZES, down=SIZES, before=st.lists(st.binary(max_size=40), max_size=3))
def test_a_figure_knows_its_dots(across, down, before):
    """Of both kinds of files, whatever stands before the size."""
    assert Figure(png(across, down), "图").media == Media("png", across, down)
    assert Figure(jpeg(across, down, *before), "图").media == Media("jpeg", across, down)


@given(data=st.binary(max_size=60), cut=st.integers(0, 40))
def test_what_is_no_picture_is_refused(data, cut):
    """Anything else, and files that are cut off before their size."""
    for image in (data, png(3, 4)[: -1 - cut], jpeg(3, 4, b"exif")[: -1 - min(cut, 20)]):
        with pytest.raises(ImpossibleValueError):
            Figure(image, "图")


@pytest.mark.parametrize(("description", "width"), [("", None), (" ", None), ("图", 0), ("图", -3)])
def test_a_figure_is_described_and_has_a_width(description, width):
    """Those who cannot see it are told what it shows."""
    with pytest.raises(ImpossibleValueError):
        Figure(png(1, 1), description, width=width)


@pytest.mark.parametrize("extra", [{"rows": (("一", "二", "三"),)}, {"totals": (("一",),)}])
def test_a_row_has_as_many_cells_as_there_are_columns(extra):
    """Of those that sum up, too."""
    with pytest.raises(ImpossibleValueError):
        Grid((Column("甲"), Column("乙")), **extra)


def test_a_grid_has_columns():
    """At least one."""
    with pytest.raises(ImpossibleValueError):
        Grid(())


def head(*columns: tuple[str, ...]) -> list[list[tuple[str, int, int]]]:
    """The head of a grid whose columns have these titles, the lowest last."""
    grid = Grid(tuple(Column(titles[-1], above=titles[:-1]) for titles in columns))
    return [[(cell.title, cell.across, cell.down) for cell in row] for row in grid.head]


def test_columns_under_one_title_share_its_cell():
    """A column without a title above takes the rows of the head alone."""
    assert head(("项目",), ("预算", "收入"), ("预算", "支出"), ("备注",)) == [
        [("项目", 1, 2), ("预算", 2, 1), ("备注", 1, 2)],
        [("收入", 1, 1), ("支出", 1, 1)],
    ]
    assert head(("甲", "乙", "丙"), ("甲", "丁"), ("甲", "乙", "戊")) == [
        [("甲", 3, 1)],
        [("乙", 1, 1), ("丁", 1, 2), ("乙", 1, 1)],
        [("丙", 1, 1), ("戊", 1, 1)],
    ]


def test_a_grid_without_titles_has_no_head():
    """Cells below cells."""
    assert Grid((Column(""), Column(""))).head == ()


COLUMNS = st.lists(
    st.lists(st.sampled_from("甲乙"), min_size=1, max_size=3).map(tuple), min_size=1, max_size=5
)


@given(columns=COLUMNS)
def test_the_cells_of_the_head_cover_it_without_overlap(columns):
    """Row by row, each column is covered once, by a new cell or by one that reaches down."""
    rows = Grid(tuple(Column(titles[-1], above=titles[:-1]) for titles in columns)).head
    reach = [0] * len(columns)
    for row in rows:
        free = [index for index, rest in enumerate(reach) if not rest]
        taken = iter(free)
        for cell in row:
            for _ in range(cell.across):
                reach[next(taken)] = cell.down
        assert next(taken, None) is None
        reach = [rest - 1 for rest in reach]
    assert reach == [0] * len(columns)
    assert [cell.title for cell in rows[-1] if cell.down == 1] == [
        titles[-1] for titles in columns if len(titles) == len(rows)
    ]


def test_a_list_is_visited_as_it_is_printed():
    """Each entry before those under it."""
    entries = (ListItem("甲", None, (ListItem("乙"), ListItem("丙"))), ListItem("丁"))

    assert [(depth, item.text) for depth, item in List(entries).walk()] == [
        *((0, "甲"), (1, "乙"), (1, "丙"), (0, "丁"))
    ]


def test_one_attachment_has_no_number():
    """Several are counted."""
    assert AttachmentNote(("表",)).markers == ("",)
    assert AttachmentNote(("表", "册")).markers == ("1. ", "2. ")


def test_a_cell_of_the_head_takes_one_place_unless_it_says_more():
    """The usual head has one row."""
    assert Grid((Column("甲"), Column("乙"))).head == ((HeadCell("甲"), HeadCell("乙")),)
