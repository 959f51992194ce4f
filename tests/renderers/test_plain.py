"""Plain text: a block on each line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.document import (
    Addressee,
    Attachment,
    AttachmentNote,
    Column,
    ColumnKind,
    Contents,
    Document,
    Figure,
    Grid,
    Heading,
    List,
    ListItem,
    PageBreak,
    SignOff,
    Text,
    Title,
    number,
)
from unionkit.renderers._plain import render_text
from unionkit.renderers._width import Cells, width
from unionkit.testing._images import png

from .documents import anything, documents, strings


def text(document: Document) -> str:
    return render_text(document).data.decode()


@given(document=documents())
def test_every_string_is_found_in_order(document: Document) -> None:
    """Nothing is lost, and nothing changes places."""
    source = text(document)
    at = 0
    for string in strings(document):
        found = source.find(string, at)
        assert found >= 0, string
        at = found + len(string)


@given(document=documents(anything))
def test_the_file_ends_with_one_line_break(document: Document) -> None:
    """Whatever the texts hold."""
    source = text(document)

    assert source.endswith("\n")
    assert not source.endswith("\n\n")


@given(document=documents(anything))
def test_a_paragraph_is_a_line(document: Document) -> None:
    """Reading the file line by line gives the paragraphs, each whole."""
    paragraphs = [block for block in document.blocks if isinstance(block, Text) and block.text.isalnum()]
    lines = text(document).splitlines()

    assert [f"{block.marker}{block.text}" in lines for block in paragraphs] == [True] * len(paragraphs)


@given(document=documents())
def test_figures_and_page_breaks_are_skipped(document: Document) -> None:
    """There are neither in plain text; the words about a figure are printed all the same."""
    rendered = render_text(document)
    skipped = [index for index, block in enumerate(document.blocks) if isinstance(block, Figure | PageBreak)]

    assert [block.index for block in rendered.skipped] == skipped
    assert sorted((*rendered.printed, *skipped)) == list(range(len(document.blocks)))


def test_a_document_as_text() -> None:
    """A blank line stands below the title, around tables and above the sign-off."""
    columns = (Column("项目"), Column("金额", ColumnKind.NUMBER), Column("说明"))
    document = Document(
        blocks=(
            Title("工作计划", "（草案）", "清工〔2026〕3号"),
            Addressee("各分会："),
            Heading("主要工作", 1, "一、"),
            Text("开展活动。", "1."),
            Grid(
                columns,
                (("慰问", "300", "中秋节"), ("体检", "12000", "")),
                "预算表",
                "单位：元",
                (("合计", "12300", "全年"),),
            ),
            AttachmentNote(("活动安排表", "分工表")),
            SignOff("清河中学工会", "2026年7月1日", note="（此件公开发布）"),
        )
    )

    assert text(document) == (
        "工作计划\n（草案）\n清工〔2026〕3号\n\n各分会：\n一、主要工作\n1.开展活动。\n\n"
        "预算表\n单位：元\n"
        "项目 |  金额 | 说明\n"
        "慰问 |   300 | 中秋节\n"
        "体检 | 12000 | \n"
        "合计 | 12300 | 全年\n\n"
        "附件：1. 活动安排表\n"
        "      2. 分工表\n\n"
        "清河中学工会\n2026年7月1日\n（此件公开发布）\n"
    )


def test_all_rows_of_a_head_are_aligned() -> None:
    """What stands above several columns has the room of all of them, and makes room where it needs more."""
    columns = (
        Column("项目"),
        Column("会费", ColumnKind.NUMBER, above=("收入",)),
        Column("拨款", ColumnKind.NUMBER, above=("收入",)),
        Column("甲", above=("各类支出合计", "其中")),
        Column("乙", above=("各类支出合计", "其中")),
    )
    document = Document(blocks=(Grid(columns, (("慰问", "300", "20", "一", "二"),)), Grid(columns[:1])))

    assert text(document) == (
        "项目 | 收入        | 各类支出合计\n"
        "     | 会费 | 拨款 | 其中\n"
        "     |      |      | 甲 | 乙\n"
        "慰问 |  300 |   20 | 一 | 二\n\n"
        "项目\n"
    )


def test_an_upper_title_makes_room_for_itself() -> None:
    """The last of its columns becomes wider."""
    above = ("全年收入合计",)
    grid = Grid((Column("甲", above=above), Column("乙", above=above), Column("丙")), (("1", "2", "3"),))

    assert text(Document(blocks=(grid,))) == (
        "全年收入合计 | 丙\n"
        "甲 | 乙      | \n"
        "1  | 2       | 3\n"
    )  # fmt: skip


def test_lists_and_contents_as_text() -> None:
    """Two characters farther in at each depth."""
    items = (ListItem("甲", None, (ListItem("乙", None, (ListItem("丙"),)),)), ListItem("丁"))
    blocks = [Contents(), Heading("主要工作", 1, None), Heading("民主管理", 2, None)]
    document = Document(blocks=number([*blocks, List(items[1:]), List(items, numbered=False)]))

    assert text(document) == (
        "目录\n一、主要工作\n　　（一）民主管理\n\n"
        "一、主要工作\n（一）民主管理\n1.丁\n• 甲\n　　• 乙\n　　　　• 丙\n• 丁\n"
    )


@pytest.mark.parametrize(("lang", "word"), [("zh-CN", "插图："), ("en", "Figure: ")])
def test_words_stand_for_a_figure(lang: str, word: str) -> None:
    """What it shows, in brackets, and its caption; the account says why there is no more."""
    figure = Figure(png(1, 1), "三年的人数", "图1 参加人数")
    rendered = render_text(Document(blocks=(Text("见下图。"), figure, Text("完。")), lang=lang))

    assert rendered.data.decode() == f"见下图。\n\n[{word}三年的人数]\n图1 参加人数\n\n完。\n"
    assert [(block.index, block.reason.split(";")[0]) for block in rendered.skipped] == [
        (1, "plain text has no pictures")
    ]


def test_attachments_and_pages_begin_behind_a_blank_line() -> None:
    """There are no pages in plain text."""
    blocks = [
        Text("完。"),
        PageBreak(),
        Text("附后。"),
        Attachment("安排表"),
        Text("略。"),
        Attachment("分工表"),
    ]

    assert text(Document(blocks=number(blocks))) == (
        "完。\n\n附后。\n\n附件1\n安排表\n\n略。\n\n附件2\n分工表\n"
    )


def test_one_long_word_does_not_widen_every_row() -> None:
    """A table of many rows would grow by that word in each."""
    grid = Grid((Column("甲"), Column("乙")), (("a" * 10_000, "b"), *[("c", "d")] * 1000))

    assert len(text(Document(blocks=(grid,)))) < 50_000


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("计划ab", 6),
        ("“三八”", 8),
        ("e\u0301", 1),
        ("工\u200f会\u202e", 4),
        ("❤\ufe0f", 1),
        ("\ud800\x00", 0),
        ("", 0),
    ],
)
def test_what_is_not_seen_takes_no_room(said: str, taken: int) -> None:
    """Marks stand on other characters, and directions between them."""
    assert width(said) == taken
    line = Cells(said).aligned([8], [ColumnKind.NUMBER], between="", end="|")
    assert line == " " * (8 - taken) + said + "|"


@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cc"])), min_size=1))
def test_many_texts_are_measured_at_once(texts: list[str]) -> None:
    """With the same result."""
    assert Cells("\n".join(texts)).widths == list(map(width, texts))


def test_bytes_of_gbk_are_as_many_as_half_characters() -> None:
    """For all that GBK has, but for controls."""
    every = [chr(code) for code in range(0x20, 0x110000) if code != 0x7F]
    encoded = ((char, char.encode("gbk", "ignore")) for char in every)

    assert [char for char, said in encoded if said and len(said) != width(char)] == []
