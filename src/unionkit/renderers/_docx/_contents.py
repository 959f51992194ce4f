"""
The table of contents (目录): a field with its entries in it, so that it shows before any word processor has updated it.

Each entry leads to a bookmark at its heading, and ends with the number of the page on which the heading is expected
(`_pages.py`). Updating the field (F9 in Word) puts in the pages that the word processor found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from unionkit.document import Attachment, Block, Contents, ContentsEntry, Heading

from ._paragraph import TAB, drawn_paragraph, run, styled_run

_SPACED = 2
"""Letters of a heading that stand apart (目　录)."""

_TOGETHER = "LettersTogether"

_DEEPEST = 9
"""Word has nine levels of headings and of entries."""

_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_INSTRUCTION = '<w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'
_ENTRIES = r'TOC \o "1-{}" \h \z \u'
_PAGE_OF = r"PAGEREF {} \h"
_LINK = '<w:hyperlink w:anchor="{anchor}" w:history="1">{runs}</w:hyperlink>'
_BOOKMARK = '<w:bookmarkStart w:id="{id}" w:name="{anchor}"/>{runs}<w:bookmarkEnd w:id="{id}"/>'


def anchor(index: int) -> str:
    """Return the name of the bookmark at the block with this index; Word keeps names of this form for itself."""
    return f"_Toc{index:09}"


def bookmarked(runs: str, index: int) -> str:
    """Return `runs` with a bookmark around them."""
    return _BOOKMARK.format(id=index, anchor=anchor(index), runs=runs)


def listed_blocks(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the indexes of the headings and attachments that some table of contents leads to."""
    return frozenset(
        entry.block
        for contents in blocks
        if isinstance(contents, Contents)
        for entry in contents.entries
        if leads_somewhere(entry, blocks)
    )


def leads_somewhere(entry: ContentsEntry, blocks: Sequence[Block]) -> bool:
    """Whether a heading or attachment stands where `entry` says; a document built by hand may say anything."""
    return 0 <= entry.block < len(blocks) and isinstance(blocks[entry.block], Heading | Attachment)


def contents_paragraphs(
    contents: Contents, blocks: Sequence[Block], page: Callable[[int], int]
) -> Iterator[str]:
    """
    Yield the heading, the entries, and a blank line in which the field ends.

    Args:
        contents: What is listed.

        blocks: The blocks of the document.

        page: The number of the page on which the block with an index is expected.
    """
    if contents.title:
        yield _heading(contents.title)
    depth = min(max(contents.depth, 1), _DEEPEST)
    opening = f"{_BEGIN}{_INSTRUCTION.format(_ENTRIES.format(depth))}{_SEPARATE}"
    for entry in contents.entries:
        runs = run(entry.text)
        if leads_somewhere(entry, blocks):
            number = f"{_BEGIN}{_INSTRUCTION.format(_PAGE_OF.format(anchor(entry.block)))}{_SEPARATE}{run(str(page(entry.block)))}{_END}"
            runs = _LINK.format(anchor=anchor(entry.block), runs=f"{runs}{TAB}{number}")
        style = f"TOC{min(max(entry.level, 1), _DEEPEST)}"
        yield drawn_paragraph(style, f"{opening}{runs}")
        opening = ""
    yield drawn_paragraph("Normal", f"{opening}{_END}")


def _heading(title: str) -> str:
    """
    The style sets the letters of 目录 apart, a character between them; more letters stand together.

    What stands behind the last letter would move the heading out of the middle, in some word processors.
    """
    apart = len(title) == _SPACED
    runs = run(title[:1]) + styled_run(title[1:], _TOGETHER) if apart else styled_run(title, _TOGETHER)
    return drawn_paragraph("TOCHeading", runs)
