"""Documents to print, and what of them must be found in the print."""

from __future__ import annotations

from hypothesis import strategies as st

from unionkit.document import Document, Grid
from unionkit.testing import documents as finished_documents
from unionkit.testing import grids as finished_grids
from unionkit.testing._printed import strings

__all__ = ["HOSTILE", "UNPRINTABLE", "anything", "documents", "grids", "lines", "strings"]

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
    "[x] 完成",
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


def grids(texts: st.SearchStrategy[str] = lines) -> st.SearchStrategy[Grid]:
    """Tables of one to four columns; they shrink to one column without title or rows."""
    return finished_grids(texts=texts)


def documents(texts: st.SearchStrategy[str] = lines) -> st.SearchStrategy[Document]:
    """Documents of up to eight blocks in any order; they shrink to the empty document."""
    return finished_documents(texts=texts)
