"""Plain text: a block on each line."""

from __future__ import annotations

from hypothesis import given

from unionkit.document import Addressee, Column, ColumnKind, Document, Grid, Heading, SignOff, Text, Title
from unionkit.renderers._plain import render_text

from .documents import anything, documents, strings


def text(document: Document) -> str:
    return render_text(document).data.decode()


@given(document=documents())
def test_every_string_is_found_in_order(document: Document) -> None:
    """Nothing is lost, and nothing changes places."""
    source = text(document)
    at = 0
    for string in strings(document):
        at = source.index(string, at) + len(string)


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


def test_a_document_as_text() -> None:
    """A blank line stands below the title, around tables and above the sign-off."""
    columns = (Column("项目"), Column("金额", ColumnKind.NUMBER), Column("说明"))
    document = Document(
        blocks=(
            Title("工作计划"),
            Addressee("各分会"),
            Heading("主要工作", 1, "一、"),
            Text("开展活动。", "1."),
            Grid(columns, (("慰问", "300", "中秋节"), ("体检", "12000", "")), "预算表", "单位：元"),
            SignOff("清河中学工会", "2026年7月1日"),
        )
    )

    assert text(document) == (
        "工作计划\n\n各分会：\n一、主要工作\n1.开展活动。\n\n"
        "预算表\n单位：元\n"
        "项目 |  金额 | 说明\n"
        "慰问 |   300 | 中秋节\n"
        "体检 | 12000 | \n\n"
        "清河中学工会\n2026年7月1日\n"
    )
