"""
Hypothesis strategies for documents and their blocks.

What is drawn is finished: numbering has decided every marker, filled in the contents, and resolved the references.
"""

from __future__ import annotations

from functools import cache
from typing import Final, TypeAlias

from hypothesis import strategies as st

from unionkit.document import (
    MAX_LEVEL,
    Addressee,
    Attachment,
    AttachmentNote,
    Block,
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
    Ref,
    SignOff,
    Text,
    Title,
    number,
)
from unionkit.model import Numbering

from ._base import named, optional
from ._images import images
from ._text import lines, prose
from ._words import MARKERS, NUMBERED, PART_IDS

Texts: TypeAlias = st.SearchStrategy[str] | None
"""What stands in the fields of blocks; None: what plans take."""

_ABOVE: Final = ((), (), ("收入",), ("支出",), ("收入", "会费"), ("收入", "拨款"))
_LEVELS_OF_LISTS: Final = 3


@named
def documents(*, texts: Texts = None) -> st.SearchStrategy[Document]:
    """
    Finished documents of up to eight blocks of any kind, in any order; shrinks to the empty document.

    Args:
        texts: What stands in them. None: whatever plans take.
    """
    return st.builds(
        _document,
        st.lists(_drafts(texts), max_size=8),
        optional(st.sampled_from(Numbering)),
        _said(texts),
        _said(texts),
        st.sampled_from(("zh-CN", "en")),
    )


def _document(
    drafts: list[Block], numbering: Numbering | None, title: str, author: str, lang: str
) -> Document:
    return Document(blocks=number(drafts, numbering=numbering), title=title, author=author, lang=lang)


@named
def blocks(*, texts: Texts = None) -> st.SearchStrategy[Block]:
    """
    Finished blocks of every kind; shrinks to a paragraph without text.

    Args:
        texts: What stands in them. None: whatever plans take.
    """
    return _drafts(texts).map(lambda draft: number((draft,))[0])


@named
def grids(*, texts: Texts = None) -> st.SearchStrategy[Grid]:
    """
    Tables of up to four columns, with up to three head rows; shrinks to one column without title or rows.

    Args:
        texts: What stands in them. None: whatever plans take.
    """
    said = _said(texts)
    columns = st.lists(
        st.builds(
            Column, said, st.sampled_from(ColumnKind), st.integers(1, 40), above=st.sampled_from(_ABOVE)
        ),
        min_size=1,
        max_size=4,
    )
    row = st.tuples(said, said, said, said)
    return st.builds(
        _grid,
        columns,
        st.lists(row, max_size=3),
        said,
        said,
        st.lists(row, max_size=2),
        optional(st.booleans()),
    )


_Row: TypeAlias = tuple[str, str, str, str]


def _grid(
    columns: list[Column],
    rows: list[_Row],
    caption: str,
    unit: str,
    totals: list[_Row],
    landscape: bool | None,  # noqa: FBT001 -- in the order of the fields
) -> Grid:
    """Build a table whose rows are as long as it has columns."""
    wide = len(columns)
    return Grid(
        tuple(columns),
        tuple(row[:wide] for row in rows),
        caption,
        unit,
        tuple(row[:wide] for row in totals),
        landscape,
    )


@named
def figures(*, texts: Texts = None) -> st.SearchStrategy[Figure]:
    """
    Pictures with a description; shrinks to one dot, described as ``计划`` or by the simplest text behind 图.

    Args:
        texts: What stands in them. None: whatever plans take.
    """
    described = lines(filled=True) if texts is None else texts.map("图{}".format)
    return st.builds(Figure, images(), described, _said(texts), optional(st.integers(1, 300)))


# ---------------------------------------------------------------- parts of the above


def _said(texts: Texts) -> st.SearchStrategy[str]:
    return lines() if texts is None else texts


@cache
def _drafts(texts: Texts) -> st.SearchStrategy[Block]:
    """Blocks before numbering: some with a number of their own, some that ask for one."""
    said = _said(texts)
    marked = st.sampled_from(("", *MARKERS)) | st.none()
    levels = st.integers(1, MAX_LEVEL)
    ids = st.just("") | st.sampled_from(PART_IDS)
    names = st.lists(said, min_size=1, max_size=3).map(tuple)
    kinds: tuple[st.SearchStrategy[Block], ...] = (
        st.builds(Text, prose() if texts is None else texts, marked, levels, ids),
        st.builds(_referring, said, st.sampled_from(PART_IDS), st.sampled_from(NUMBERED)),
        st.builds(Heading, said, levels, marked, ids, optional(st.sampled_from(Numbering))),
        st.builds(List, _items(said, _LEVELS_OF_LISTS), st.booleans()),
        grids(texts=texts),
        figures(texts=texts),
        st.builds(Title, said, said, said),
        st.builds(Addressee, said.map("{}：".format)),
        st.builds(Contents, st.just("目录") | said, st.integers(1, 3)),
        st.builds(AttachmentNote, names, st.sampled_from(("附件：", "Attachments: "))),
        st.builds(
            Attachment, said, st.sampled_from(("附件", "Attachment ")), st.sampled_from((None, "", "2")), ids
        ),
        st.builds(SignOff, said, said, st.booleans(), said),
        st.just(PageBreak()),
    )
    return st.one_of(kinds)


def _referring(text: str, target: str, words: str) -> Text:
    """A paragraph that names the number of something else, which may be there or not."""
    return Text(f"{text}（见{words}）", refs=(Ref(target, len(text) + 2, len(text) + 2 + len(words)),))


def _items(said: st.SearchStrategy[str], levels: int) -> st.SearchStrategy[tuple[ListItem, ...]]:
    """Entries of a list with so many levels at most."""
    inner = _items(said, levels - 1) if levels > 1 else st.just(())
    markers = st.none() | st.sampled_from(("", *MARKERS, "• "))
    return st.lists(st.builds(ListItem, said, markers, inner), max_size=3).map(tuple)
