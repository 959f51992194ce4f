"""Sections: each turns part of a plan into blocks. The built-in ones print the plan's own content and tables of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from unionkit.errors import Lang
from unionkit.model import (
    CORE_VOCABULARY,
    Content,
    CrossReference,
    Paragraph,
    Part,
    Plan,
    Table,
    Value,
    Vocabulary,
)

from ._tree import Block, Column, ColumnKind, Grid, Heading, Ref, Text
from ._wording import worded
from ._wording_figures import worded_unit

if TYPE_CHECKING:
    from unionkit.almanac import Almanac

_FIGURE: Final = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")


FindAlmanac: TypeAlias = "Callable[[], Almanac]"
"""Returns an almanac: few documents need one, and it takes a while to load."""


def built_in_almanac() -> Almanac:
    """Return what the core knows of festivals, terms and holidays."""
    from unionkit.almanac import ALMANAC  # noqa: PLC0415 -- few documents need it

    return ALMANAC


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Scope(Value):
    """
    What a section is given, and a renderer that prints straight from the plan.

    Attributes:
        plan: The whole plan.

        content: The top-level content that this section is to print.

        data: What the plan's pack made of its `data`, or None.

        lang: Language of what is generated; what the author wrote stays as it is.

        private: The plan and the content still hold the facts about named persons; otherwise they are gone.

        vocabulary: What names of kinds and triggers are called.

        budget_in_part: The tables of the budget are printed where the part about it ends, and nowhere else.

        find_almanac: Returns the :attr:`almanac`.
    """

    plan: Plan
    content: tuple[Content, ...] = ()
    data: object = None
    lang: Lang = "zh"
    private: bool = False
    vocabulary: Vocabulary = CORE_VOCABULARY
    budget_in_part: bool = False
    find_almanac: FindAlmanac = attrs.field(default=built_in_almanac, eq=False)

    @property
    def almanac(self) -> Almanac:
        """When festivals, terms and holidays are: for :func:`unionkit.almanac.resolve`."""
        return self.find_almanac()


Compose: TypeAlias = Callable[[Scope], Iterable[Block]]
"""Yields blocks; headings and items that want a number have the marker None."""


def _to_roles(roles: Iterable[str]) -> frozenset[str]:
    return frozenset(roles)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Section(Value):
    """
    A section of a document (章节).

    Attributes:
        name: Its name in layouts and papers.

        compose: Makes its blocks.

        roles: Top-level parts of these roles are printed here and nowhere else.

        pack: The pack that it belongs to; None: any plan may use it.

        title: What it is called, in Chinese: as an attachment, printed alone, or in a list of sections.

        title_en: The same in English; empty: as in Chinese.

        headed: Within a document, its title stands above it as the heading of a part. (Others bring their headings.)
    """

    name: str
    compose: Compose = attrs.field(eq=False)
    roles: frozenset[str] = attrs.field(default=frozenset(), converter=_to_roles)
    pack: str | None = None
    title: str = ""
    title_en: str = ""
    headed: bool = False

    def titled(self, lang: Lang) -> str:
        """What it is called in that language; its name, where nobody said."""
        return (self.title_en if lang == "en" else "") or self.title or self.name


def content_blocks(
    content: Iterable[Content],
    *,
    level: int = 1,
    lang: Lang = "zh",
    vocabulary: Vocabulary = CORE_VOCABULARY,
) -> Iterator[Block]:
    """
    Turn content into blocks, in order, from `level` downwards.

    Headings without a stored marker and typed items ask for a number; prose does not.
    """
    for node in content:
        if isinstance(node, Part):
            titled = node.heading is not None or bool(node.marker)
            if titled:
                yield Heading(node.heading or "", level, node.marker, node.id or "", node.numbering)
            inner = content_blocks(node.content, level=level + titled, lang=lang, vocabulary=vocabulary)
            yield from inner
        elif isinstance(node, Paragraph):
            refs = tuple(_refs(node)) if node.refs else ()
            yield Text(node.text, node.marker or "", level, refs=refs)
        elif isinstance(node, Table):
            yield Grid(tuple(_columns(node)), node.rows, node.caption, worded_unit(node.unit, lang))
        else:
            yield Text(worded(node, lang, vocabulary), node.marker, level, node.id or "")


def _refs(paragraph: Paragraph) -> Iterator[Ref]:
    """Where a paragraph names the numbers of others; words that are not there, or that others took, name none."""
    taken: set[int] = set()
    for ref in paragraph.refs:
        start = _found(paragraph.text, ref)
        span = range(start, start + len(ref.words))
        if start >= 0 and taken.isdisjoint(span):
            taken.update(span)
            yield Ref(ref.target, span.start, span.stop)


def _found(text: str, ref: CrossReference) -> int:
    """Where the words of a reference begin; -1 where they do not occur so often."""
    start = -1
    for _ in range(min(ref.nth, len(text) + 1)):
        start = text.find(ref.words, start + 1)
        if start < 0:
            break
    return start


def _columns(table: Table) -> Iterator[Column]:
    """The columns; where the table has a unit, those that hold nothing but figures are set as figures."""
    for index, title in enumerate(table.head):
        filled = [row[index] for row in table.rows if row[index].strip()]
        figures = table.unit and filled and all(_FIGURE.fullmatch(cell.strip()) for cell in filled)
        yield Column(title, ColumnKind.NUMBER if figures else ColumnKind.TEXT)
