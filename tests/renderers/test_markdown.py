"""Markdown shows the text of the document to whoever parses it."""

from __future__ import annotations

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

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
from unionkit.renderers._markdown import render_markdown
from unionkit.testing._images import jpeg, png
from unionkit.testing._printed import strings_of

from .documents import HOSTILE, UNPRINTABLE, anything, documents

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = {"text", "strong_open", "strong_close"}


def parsed(source: str) -> list[str]:
    """The texts that a parser shows, where it shows nothing but text and pictures."""
    inlines = [token for token in PARSER.parse(source) if token.type == "inline"]
    children = [[child for child in token.children or () if child.type != "image"] for token in inlines]
    assert {child.type for line in children for child in line} <= PLAIN
    texts = ["".join(child.content for child in line) for line in children]
    return [text for text in texts if text]


def pictures(source: str) -> list[str]:
    """What pictures show, as a parser has it."""
    inlines = [child for token in PARSER.parse(source) for child in token.children or ()]
    return [
        "".join(word.content for word in child.children or ()) for child in inlines if child.type == "image"
    ]


def structure(source: str) -> list[str]:
    """The blocks that a parser sees, outside of tables."""
    return [token.type for token in PARSER.parse(source) if token.type not in {"inline", "text"}]


def wanted(document: Document) -> list[str]:
    """What a parser must show: each title of a table behind those above it, and no dots, which are markup."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Grid):
            titles = (" / ".join(filter(None, (*column.above, column.title))) for column in block.columns)
            cells = (cell for row in (*block.rows, *block.totals) for cell in row)
            found += filter(None, (block.caption, block.unit, *titles, *cells))
        elif isinstance(block, List) and not block.numbered:
            found += (string.removeprefix("• ") for string in strings_of(block) if string != "• ")
        else:
            found += strings_of(block)
    return found


def markdown(document: Document) -> str:
    return render_markdown(document).data.decode()


@given(document=documents())
def test_a_parser_gives_the_text_back(document: Document) -> None:
    """Nothing in a text becomes markup or is lost, to the last space."""
    assert parsed(markdown(document)) == wanted(document)


@given(document=documents())
def test_a_parser_gives_the_descriptions_of_figures_back(document: Document) -> None:
    """Whoever does not see them is told what they show."""
    figures = [block.description for block in document.blocks if isinstance(block, Figure)]

    assert pictures(markdown(document)) == figures


@given(document=documents(anything))
def test_any_text_is_printed(document: Document) -> None:
    """Texts that no plan may hold do no harm either."""
    source = markdown(document)

    assert parsed(source) is not None
    assert source.endswith("\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_a_text_is_literal(text: str) -> None:
    """The same text comes back wherever it stands."""
    items = (ListItem(text, "", (ListItem(text, ""),)), ListItem(text, "1."))
    document = Document(
        blocks=(
            *(Text(text), Heading(text, 1), Heading(text, 9), List(items), List(items, numbered=False)),
            Grid((Column(text), Column("", above=(text,))), ((text, text),), text, text, ((text, text),)),
            *(Figure(png(1, 1), f"图{text}", text), AttachmentNote((text,), ""), Attachment(text)),
            *(Title(text, text, text), Addressee(text), SignOff(text, text, note=text), Contents(text)),
        )
    )

    assert parsed(markdown(document)) == wanted(document)
    assert pictures(markdown(document)) == [f"图{text}"]


@pytest.mark.parametrize("text", UNPRINTABLE)
def test_unprintable_characters_do_not_break_a_block(text: str) -> None:
    """A character that cannot be shown does not make a block of its own."""
    assert len(parsed(markdown(Document(blocks=(Text(f"甲{text}乙"),))))) == 1


def test_a_document_as_markdown() -> None:
    """Headings go down one level below the title, tables are aligned, prose stays as it is."""
    columns = (Column("项目"), Column("金额", ColumnKind.NUMBER), Column("月份", ColumnKind.CENTRED))
    document = Document(
        blocks=(
            Title("工作计划", "（草案）", "清工〔2026〕3号"),
            Addressee("各分会："),
            Heading("主要工作", 1, "一、"),
            Heading("深处", 6, "①"),
            Text("代表出席率不低于90%。", "1."),
            Text(" 开展", "1."),
            Grid(
                columns,
                (("慰问", "300", "9"), ("a|b", "5", "")),
                "预算表",
                "单位：元",
                (("合计", "305", ""),),
            ),
            SignOff("清河中学工会", "2026年7月1日", note="（此件公开发布）"),
        )
    )

    assert markdown(document) == (
        "# 工作计划\n\n（草案）\n\n清工〔2026〕3号\n\n各分会：\n\n## 一、主要工作\n\n**①深处**\n\n"
        "1.代表出席率不低于90%。\n\n1\\. 开展\n\n"
        "预算表\n\n单位：元\n\n"
        "| 项目     |    金额 | 月份 |\n"
        "| -------- | ------: | :--: |\n"
        "| 慰问     |     300 | 9    |\n"
        "| a\\|b     |       5 |      |\n"
        "| **合计** | **305** |      |\n\n"
        "清河中学工会\n\n2026年7月1日\n\n（此件公开发布）\n"
    )


def test_lists_as_markdown() -> None:
    """Dots are those of Markdown; numbers stay as they were decided, each entry a paragraph."""
    items = (ListItem("甲", None, (ListItem("乙"), ListItem("丙", ""))), ListItem("1. 丁"))
    document = Document(
        blocks=number([List(items), List(items, numbered=False), List(items[1:], numbered=False)])
    )

    assert markdown(document) == (
        "一、甲\n\n　　1.乙\n\n　　丙\n\n二、1. 丁\n\n- 甲\n  - 乙\n  - 丙\n- 1\\. 丁\n\n* 1\\. 丁\n"
    )


def test_entries_without_text_leave_no_trace() -> None:
    """A lone dot under a line would be taken for the underline of a heading."""
    items = (ListItem("甲", None, (ListItem("", None, (ListItem("乙"),)), ListItem("\x00"))), ListItem(""))
    source = markdown(Document(blocks=number([List(items, numbered=False), List(items)])))

    assert source == "- 甲\n  - 乙\n\n一、甲\n\n　　（一）\n\n　　　　1.乙\n\n　　（二）\n\n二、\n"
    assert "heading_open" not in structure(source)


def test_lists_side_by_side_stay_apart() -> None:
    """Contents and lists, three in a row: each is a list of its own."""
    items = List((ListItem("甲"), ListItem("乙")), numbered=False)
    document = Document(blocks=number([Heading("总则", 1, ""), Contents(""), items, items, Text("完")]))

    assert markdown(document) == "## 总则\n\n- 总则\n\n* 甲\n* 乙\n\n- 甲\n- 乙\n\n完\n"
    assert structure(markdown(document)).count("bullet_list_open") == 3


def test_contents_are_a_list() -> None:
    """Nested as the headings are, also where a level is missing or the first is a deep one."""
    headings = [
        Heading("深", 2, ""),
        Heading("主要工作", 1, "一、"),
        Heading("更深", 3, ""),
        Heading("完", 1, ""),
    ]
    document = Document(blocks=number([Contents(depth=3), *headings, Attachment("表")]))

    assert markdown(document).startswith(
        "**目录**\n\n- 深\n- 一、主要工作\n  - 更深\n- 完\n- 附件 表\n\n### 深\n\n"
    )


def test_figures_are_in_the_file() -> None:
    """As data, so that one file is the whole document."""
    document = Document(blocks=(Figure(png(1, 1), "一张[图]", "图1"), Figure(jpeg(1, 1), "照片")))
    first, caption, second = markdown(document).rstrip().split("\n\n")

    assert first.startswith("![一张\\[图\\]](data:image/png;base64,iVBORw0KGgo")
    assert caption == "图1"
    assert second.startswith("![照片](data:image/jpeg;base64,/9j/")
    assert pictures(markdown(document)) == ["一张[图]", "照片"]


def test_one_head_row_says_what_several_say() -> None:
    """Markdown has no more than one; a title comes behind those that stand above it."""
    columns = (Column("项目"), Column("会费", above=("收入",)), Column("", above=("收入", "拨款")))

    assert markdown(Document(blocks=(Grid(columns, (("一", "二", "三"),)),))) == (
        "| 项目 | 收入 / 会费 | 收入 / 拨款 |\n"
        "| ---- | ----------- | ----------- |\n"
        "| 一   | 二          | 三          |\n"
    )


def test_a_number_behind_wide_blanks_needs_no_escape() -> None:
    """A line that begins with U+3000 is no list; one that begins with the number would be."""
    entries = List((ListItem("甲", "1. ", (ListItem("乙", "2. "),)),))
    unnamed = AttachmentNote(("甲", "乙"), "")

    assert markdown(Document(blocks=(entries,))) == "1\\. 甲\n\n　　2. 乙\n"
    assert markdown(Document(blocks=(unnamed,))) == "1\\. 甲\n\n2\\. 乙\n"


def test_attachments_begin_behind_a_rule() -> None:
    """As do new pages; the names of the note stand below one another."""
    note = AttachmentNote(("安排表", "分工表"))
    document = Document(
        blocks=number([note, PageBreak(), Text("说明"), Attachment("安排表"), Attachment("分工表")])
    )

    assert markdown(document) == (
        "附件：1. 安排表\n\n　　　2. 分工表\n\n***\n\n说明\n\n"
        "***\n\n附件1\n\n# 安排表\n\n***\n\n附件2\n\n# 分工表\n"
    )
    assert structure(markdown(document)).count("hr") == 3


def test_one_long_word_does_not_widen_every_row() -> None:
    """A table of many rows would grow by that word in each."""
    grid = Grid((Column("甲"), Column("乙")), (("a" * 10_000, "b"), *[("c", "d")] * 1000))

    assert len(markdown(Document(blocks=(grid,)))) < 50_000


def test_an_empty_document_is_an_empty_line() -> None:
    """There is nothing to print, and the file still ends like every other."""
    assert markdown(Document(blocks=())) == "\n"
