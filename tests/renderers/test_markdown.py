"""Markdown shows the text of the document to whoever parses it."""

from __future__ import annotations

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from unionkit.document import Column, ColumnKind, Document, Grid, Heading, SignOff, Text, Title
from unionkit.renderers._markdown import render_markdown

from .documents import HOSTILE, UNPRINTABLE, anything, documents, strings

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN = {"text", "strong_open", "strong_close"}


def parsed(source: str) -> list[str]:
    """The texts that a parser shows, where it shows nothing but text."""
    inlines = [token for token in PARSER.parse(source) if token.type == "inline"]
    assert {child.type for token in inlines for child in token.children or ()} <= PLAIN
    texts = ["".join(child.content for child in token.children or ()) for token in inlines]
    return [text for text in texts if text]


def markdown(document: Document) -> str:
    return render_markdown(document).data.decode()


@given(document=documents())
def test_a_parser_gives_the_text_back(document: Document) -> None:
    """Nothing in a text becomes markup or is lost, to the last space."""
    assert parsed(markdown(document)) == list(strings(document))


@given(document=documents(anything))
def test_any_text_is_printed(document: Document) -> None:
    """Texts that no plan may hold do no harm either."""
    source = markdown(document)

    assert parsed(source) is not None
    assert source.endswith("\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_a_text_is_literal(text: str) -> None:
    """The same text comes back from a paragraph, a heading, a deep heading and a cell."""
    cell = Grid((Column(text),), ((text,),))
    document = Document(blocks=(Text(text), Heading(text, 1), Heading(text, 9), cell))

    assert parsed(markdown(document)) == [text] * 5


@pytest.mark.parametrize("text", UNPRINTABLE)
def test_unprintable_characters_do_not_break_a_block(text: str) -> None:
    """A character that cannot be shown does not make a block of its own."""
    assert len(parsed(markdown(Document(blocks=(Text(f"甲{text}乙"),))))) == 1


def test_a_document_as_markdown() -> None:
    """Headings go down one level below the title, tables are aligned, prose stays as it is."""
    columns = (Column("项目"), Column("金额", ColumnKind.NUMBER), Column("月份", ColumnKind.CENTRED))
    document = Document(
        blocks=(
            Title("工作计划", "（草案）"),
            Heading("主要工作", 1, "一、"),
            Heading("深处", 6, "①"),
            Text("代表出席率不低于90%。", "1."),
            Text(" 开展", "1."),
            Grid(columns, (("慰问", "300", "9"), ("a|b", "5", "")), "预算表", "单位：元"),
            SignOff("清河中学工会", "2026年7月1日"),
        )
    )

    assert markdown(document) == (
        "# 工作计划\n\n（草案）\n\n## 一、主要工作\n\n**①深处**\n\n"
        "1.代表出席率不低于90%。\n\n1\\. 开展\n\n"
        "预算表\n\n单位：元\n\n"
        "| 项目 | 金额 | 月份 |\n"
        "| ---- | ---: | :--: |\n"
        "| 慰问 |  300 | 9    |\n"
        "| a\\|b |    5 |      |\n\n"
        "清河中学工会\n\n2026年7月1日\n"
    )


def test_an_empty_document_is_an_empty_line() -> None:
    """There is nothing to print, and the file still ends like every other."""
    assert markdown(Document(blocks=())) == "\n"
