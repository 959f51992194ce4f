"""
Numbering: decided here, once, so that all formats agree.

The official order is 一、（一）1.（1）① (习惯与 GB/T 9704-2012 一致); where a document has only two levels, 一、 is
followed by 1. at once. A stored marker is kept, and numbering goes on behind it. Each attachment is numbered for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

import attrs

from unionkit.model import Numbering, chinese_number

from ._numerals import Form, circled, form, like, ordinal, referred
from ._tree import (
    MAX_LEVEL,
    Attachment,
    Block,
    Contents,
    ContentsEntry,
    Heading,
    List,
    ListItem,
    Text,
)

Numbers: TypeAlias = Sequence[int]
"""The number of a heading or item, behind those of the headings around it, the outermost first."""

Write: TypeAlias = Callable[[Numbers], str]
"""Writes the marker of such a number."""


class Scheme(NamedTuple):
    """
    A way of numbering.

    Attributes:
        levels: What writes the marker at each level; deeper levels have none.

        relative: In a part, its levels are counted from the heading of that part; otherwise from the outermost.
    """

    levels: tuple[Write, ...]
    relative: bool = False


_FIRST: Final[Write] = lambda numbers: f"{chinese_number(numbers[-1])}、"  # noqa: E731 -- a table of one-line functions
_SECOND: Final[Write] = lambda numbers: f"（{chinese_number(numbers[-1])}）"  # noqa: E731
_THIRD: Final[Write] = lambda numbers: f"{numbers[-1]}."  # noqa: E731
_FOURTH: Final[Write] = lambda numbers: f"（{numbers[-1]}）"  # noqa: E731
_FIFTH: Final[Write] = lambda numbers: circled(numbers[-1])  # noqa: E731

SCHEMES: Final[Mapping[Numbering, Scheme]] = {
    Numbering.OFFICIAL: Scheme((_FIRST, _SECOND, _THIRD, _FOURTH, _FIFTH)),
    Numbering.TWO_LEVELS: Scheme((_FIRST, _THIRD, _FOURTH, _FIFTH)),
    Numbering.CHAPTERS: Scheme(
        (
            lambda numbers: f"第{chinese_number(numbers[-1])}章　",
            lambda numbers: f"第{chinese_number(numbers[-1])}节　",
            *(_FIRST, _SECOND, _THIRD, _FOURTH, _FIFTH),
        )
    ),
    Numbering.POINTS: Scheme(
        (lambda numbers: f"{chinese_number(numbers[-1])}是", _FOURTH, _FIFTH), relative=True
    ),
    Numbering.DECIMAL: Scheme(
        (_THIRD, *[lambda numbers: f"{'.'.join(map(str, numbers))} "] * 5), relative=True
    ),
    Numbering.NONE: Scheme(()),
}
"""How each way of numbering writes its levels."""

_BULLET: Final = "• "


def number(
    blocks: Iterable[Block],
    *,
    numbering: Numbering | None = None,
    renumber: bool = False,
) -> tuple[Block, ...]:
    """
    Decide every number: of headings, items, lists and attachments, in references to them, and what the contents list.

    Args:
        blocks: The blocks of a document; `marker` None asks for a number.

        numbering: How headings and items are numbered. None: official, with the brackets left out where there are two
            levels only.

        renumber: Drop the stored markers and number everything anew.
    """
    return counted(blocks, numbering=numbering, renumber=renumber)[0]


def counted(
    blocks: Iterable[Block],
    *,
    numbering: Numbering | None = None,
    renumber: bool = False,
    known: Mapping[str, Numbers] = MappingProxyType({}),
) -> tuple[tuple[Block, ...], Mapping[str, Numbers]]:
    """
    Decide every number, and return the blocks and the numbers by what references call them.

    Args:
        blocks: As :func:`number` takes them; so are `numbering` and `renumber`.

        numbering: See there.

        renumber: See there.

        known: Numbers of what stands in another document, which references may name as well.
    """
    found = [_forget(block) for block in blocks] if renumber else list(blocks)
    several = sum(isinstance(block, Attachment) for block in found) > 1
    numbers: dict[str, Numbers] = {}
    numbered: list[Block] = []
    for nth, whole in enumerate(_wholes(found)):
        counting = _Counting(whole, numbering, numbers)
        for block in whole:
            if isinstance(block, Attachment):
                marker = block.marker if block.marker is not None else str(nth) if several else ""
                numbers.setdefault(block.id, (ordinal(marker) or nth,) if marker else _ALONE)
                numbered.append(attrs.evolve(block, marker=marker))
            else:
                numbered.append(counting.numbered(block))
    return tuple(_finished(numbered, {**known, **numbers})), numbers


_ALONE: Final[Numbers] = (0,)
"""The number of an attachment that is the only one: none is printed."""


def _wholes(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """What is numbered for itself: the document, and each attachment."""
    whole: list[Block] = []
    for block in blocks:
        if isinstance(block, Attachment):
            yield whole
            whole = []
        whole.append(block)
    yield whole


def _forget(block: Block) -> Block:
    """What had a number is numbered anew; what had none goes on having none."""
    if isinstance(block, Heading | Text) and block.marker:
        return attrs.evolve(block, marker=None)
    if isinstance(block, List):
        return attrs.evolve(block, items=_forgotten(block.items))
    return block


def _forgotten(items: Iterable[ListItem]) -> tuple[ListItem, ...]:
    return tuple(
        attrs.evolve(item, marker=None if item.marker else item.marker, items=_forgotten(item.items))
        for item in items
    )


class _Counting:
    """Counts the headings and items of a document or attachment from its beginning."""

    def __init__(
        self, whole: Sequence[Block], numbering: Numbering | None, numbers: dict[str, Numbers]
    ) -> None:
        self._numbers = numbers
        self._chosen = numbering or _fitting(whole)
        self._inner: list[tuple[int, Numbering]] = []
        """The headings around the next block that number otherwise, by level, the outermost first."""
        self._counters: list[int] = []
        """The number that each level has reached; a level that was left begins anew."""
        self._heading = 0
        """The level of the heading above the next block; 0 before the first."""
        self._forms: dict[int, Form] = {}
        """How stored markers are written at each level; what is new at that level is written alike."""
        self._like_stored = numbering is None

    def numbered(self, block: Block) -> Block:
        if isinstance(block, Heading):
            self._heading = block.level
            if self._inner:
                self._inner = [inner for inner in self._inner if inner[0] < block.level]
            made: Block = self._counted(block)
            if block.numbering is not None:
                self._inner.append((block.level, block.numbering))
            return made
        if isinstance(block, Text):
            return self._counted(block)
        if isinstance(block, List):
            if not block.numbered:
                return attrs.evolve(block, items=_dotted(block.items))
            around = [*self._counters[: self._heading], *[0] * (self._heading - len(self._counters))]
            return attrs.evolve(block, items=self._listed(block.items, around))
        return block

    def _counted(self, block: Heading | Text) -> Heading | Text:
        level, marker = block.level, block.marker
        stored = form(marker) if marker else None
        if isinstance(block, Text) and marker is not None and stored is None:
            # Prose, and sentences that begin with 一是, belong to what stands above them.
            if block.id:
                shown = ordinal(marker)
                self._numbers.setdefault(block.id, (*self._path(level - 1), shown) if shown else ())
            return block
        self._counters[level:] = []
        self._counters += [0] * (level - len(self._counters))
        if marker is None:
            self._counters[-1] += 1
            marker = self._marker(level, self._counters, block.text)
            block = _marked(block, marker)
        elif marker:
            self._counters[-1] = ordinal(marker) or self._counters[-1] + 1
            if stored is not None:
                self._forms[level] = stored
        if block.id:
            # What bears no number has none that words could name.
            self._numbers.setdefault(block.id, self._path(level) if marker else ())
        return block

    def _path(self, level: int) -> tuple[int, ...]:
        """The numbers of a block and of the headings around it; a level without number is passed over."""
        return tuple(count for count in self._counters[:level] if count)

    def _marker(self, level: int, counters: Numbers, text: str) -> str:
        """Write the number of a new heading or item; a blank keeps it apart from a text that begins with a figure."""
        marker = self._written(level, counters)
        return f"{marker} " if marker.endswith(".") and text[:1].isascii() and text[:1].isalnum() else marker

    def _written(self, level: int, counters: Numbers) -> str:
        if self._like_stored and not self._inner and level in self._forms:
            return self._forms[level].write(counters[-1])
        base, numbering = 0, self._chosen
        for at, inner in self._inner:
            if at < level:
                base, numbering = at, inner
        scheme = SCHEMES[numbering]
        if not scheme.relative:
            base = 0
        depth = level - base
        if depth > len(scheme.levels):
            return ""
        return scheme.levels[depth - 1]([count for count in counters[base:level] if count])

    def _listed(self, items: Iterable[ListItem], counters: Numbers) -> tuple[ListItem, ...]:
        """Number the entries of a list from one; what stands around it counts on as if it were not there."""
        count = 0
        made: list[ListItem] = []
        for item in items:
            marker = item.marker
            if marker is None:
                count += 1
                marker = self._marker(len(counters) + 1, [*counters, count], item.text)
            elif marker:
                count = ordinal(marker) or count + 1
            inner = self._listed(item.items, [*counters, count])
            made.append(attrs.evolve(item, marker=marker, items=inner))
        return tuple(made)


def _marked(block: Heading | Text, marker: str) -> Heading | Text:
    """The block with that marker (``attrs.evolve``, but ten times as fast: every heading passes here)."""
    if isinstance(block, Heading):
        return Heading(block.text, block.level, marker, block.id, block.numbering)
    return Text(block.text, marker, block.level, block.id, block.refs)


def _dotted(items: Iterable[ListItem]) -> tuple[ListItem, ...]:
    return tuple(
        attrs.evolve(item, marker=_BULLET if item.marker is None else item.marker, items=_dotted(item.items))
        for item in items
    )


def _fitting(whole: Sequence[Block]) -> Numbering:
    """The official order, without its brackets where only two levels ask for a number."""
    return Numbering.TWO_LEVELS if max(_asking(whole), default=0) <= 2 else Numbering.OFFICIAL


def _asking(whole: Sequence[Block]) -> Iterator[int]:
    """The levels that ask for a number, but for parts that are numbered in a way of their own."""
    heading, apart = 0, MAX_LEVEL
    for block in whole:
        if isinstance(block, Heading):
            heading = block.level
            apart = apart if block.level > apart else MAX_LEVEL
            if block.marker is None and block.level <= apart:
                yield block.level
            if block.numbering is not None:
                apart = min(apart, block.level)
        elif isinstance(block, Text):
            if block.marker is None and block.level <= apart:
                yield block.level
        elif isinstance(block, List) and block.numbered and heading < apart:
            yield from (heading + 1 + depth for depth, item in block.walk() if item.marker is None)


def _finished(blocks: Sequence[Block], numbers: Mapping[str, Numbers]) -> Iterator[Block]:
    """Fill in what can be known only when all numbers are: references, and the lines of the contents."""
    for block in blocks:
        if isinstance(block, Text) and block.refs:
            yield attrs.evolve(block, text=_referring(block, numbers), refs=())
        elif isinstance(block, Contents):
            yield attrs.evolve(block, entries=tuple(_listed_in(block, blocks)))
        else:
            yield block


def _listed_in(contents: Contents, blocks: Sequence[Block]) -> Iterator[ContentsEntry]:
    for index, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level <= contents.depth:
            said = f"{block.marker or ''}{block.text}".replace("　", " ")
            if said.strip():
                yield ContentsEntry(said, block.level, index)
        elif isinstance(block, Attachment):
            yield ContentsEntry(f"{block.mark} {block.title}", 1, index)


def _referring(block: Text, numbers: Mapping[str, Numbers]) -> str:
    """The text with the numbers of the day in its references; one that leads nowhere is left as it is."""
    text = block.text
    for ref in sorted(block.refs, key=lambda ref: ref.start, reverse=True):
        words = text[ref.start : ref.end]
        path = numbers.get(ref.target, ())
        if words == _ATTACHMENT and path and path != _ALONE:
            words += str(path[-1])
        found = zip(reversed(referred(words)), reversed(path), strict=False)
        for numeral, count in found:
            written = like(numeral.group(), count) if count else ""
            words = words[: numeral.start()] + written + words[numeral.end() :]
        text = text[: ref.start] + words + text[ref.end :]
    return text


_ATTACHMENT: Final = "附件"
"""Words that name the only attachment; where there are several, its number follows."""
