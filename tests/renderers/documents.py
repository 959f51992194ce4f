"""Documents to print, and what of them must be found in the print."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

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

HOSTILE = (
    "]]>",
    "<w:p>&amp;</w:p>",
    "&#65;&copy;&",
    "{{ 7 * 7 }}{% raw %}",
    '=HYPERLINK("http://example.org")',
    "# 标题 #",
    "## #",
    "1. 开展",
    "12) 开展",
    "3.",
    "- 项目",
    "+",
    "---",
    "===",
    "***",
    "> 引文",
    "    缩进四格",
    "\t制表",
    "中\t间",
    "　全角空格开头　",
    "末尾两格  ",
    "两  格",
    "*强调* _强调_ **粗** __粗__ ~~删~~",
    "[链接](http://example.org) ![图](a.png)",
    "[名]: http://example.org",
    "<http://example.org> <b>粗</b> <!-- 注 -->",
    "`代码` ```",
    "~~~",
    "| a | b |",
    "|---|",
    ":-:",
    "反斜线\\",
    "\\|",
    "\\\\|x",
    "$E=mc^2$",
    "“三八”——……①℃·",
    "𠮷野家👩‍👧",
    "e\u0301",
    "％ｓ %s %(x)s {0}",
)
"""Texts that a format could take for something else."""

UNPRINTABLE = (
    "\x00",
    "\x0b",
    "\x1f",
    "\x85",
    "\ud800",
    "\udfff",
    "\ufffe",
    "\uffff",
    "a\nb",
    "a\r\nb",
    "\u2028",
)
"""Texts that plans refuse, but that a document built by hand may hold."""

_LETTERS = "工会计划，。“”—…1.)-+=#>*_[]()<>&`~|\\!:{}$ 　\tax\u0301𠮷"

lines = st.one_of(
    st.text(alphabet=_LETTERS, max_size=12),
    st.sampled_from(HOSTILE),
    st.text(
        alphabet=st.characters(
            exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"
        ),
        max_size=12,
    ),
)
"""Texts that plans allow; they shrink to the empty text."""

anything = st.one_of(lines, st.sampled_from(UNPRINTABLE), st.text(max_size=12))
"""Any text at all."""

levels = st.integers(1, 12)
markers = st.sampled_from(["", "一、", "（一）", "1.", "（1）", "①", "2、", "一是"])


@st.composite
def grids(draw: st.DrawFn, texts: st.SearchStrategy[str] = lines) -> Grid:
    """Tables of one to four columns; they shrink to one column without title or rows."""
    kinds = st.sampled_from(ColumnKind)
    columns = draw(st.lists(st.builds(Column, texts, kinds, st.integers(1, 40)), min_size=1, max_size=4))
    row = st.tuples(*[texts] * len(columns))
    return Grid(tuple(columns), tuple(draw(st.lists(row, max_size=4))), draw(texts), draw(texts))


def documents(texts: st.SearchStrategy[str] = lines) -> st.SearchStrategy[Document]:
    """Documents of up to eight blocks in any order; they shrink to the empty document."""
    blocks: st.SearchStrategy[Block] = st.one_of(
        st.builds(Text, texts, markers, levels),
        st.builds(Heading, texts, levels, markers),
        st.builds(Title, texts, texts),
        st.builds(Addressee, texts),
        grids(texts),
        st.builds(SignOff, texts, texts),
    )
    return st.builds(
        Document,
        blocks=st.lists(blocks, max_size=8).map(tuple),
        title=texts,
        author=texts,
        lang=st.just("zh-CN"),
    )


def strings(document: Document) -> Iterator[str]:
    """Every string that the print must show, in its order; empty ones are left out."""
    for block in document.blocks:
        yield from filter(None, _strings(block))


def _strings(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Text():
            yield f"{block.marker or ''}{block.text}"
        case Title():
            yield block.text
            yield block.subtitle
        case Addressee():
            yield f"{block.text}："
        case SignOff():
            yield block.signature
            yield block.date
        case Grid():
            yield block.caption
            yield block.unit
            yield from (column.title for column in block.columns)
            for row in block.rows:
                yield from row
