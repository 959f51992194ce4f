"""What a plan consists of, in reading order: parts, paragraphs, typed items and tables."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, TypeAlias, get_args

import attrs

from unionkit.errors import ImpossibleValueError, NestingError

from ._items import Activity, Fact, Goal, Result, WelfareMeasure
from ._value import Value
from .validators import (
    are_all,
    check_text,
    is_a,
    is_filled_text,
    is_optional_text,
    is_ordinal,
    is_text,
    to_texts,
    to_tuple,
)

MAX_DEPTH = 12
"""How deep parts may nest."""


def _to_rows(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(to_tuple(row) for row in to_tuple(rows))


def _to_facts(values: Iterable[Fact]) -> tuple[Fact, ...]:
    return to_tuple(values)


def _to_refs(values: Iterable[CrossReference]) -> tuple[CrossReference, ...]:
    return to_tuple(values)


def to_content(values: Iterable[Content]) -> tuple[Content, ...]:
    """Convert an attribute that holds parts, paragraphs, items and tables."""
    return to_tuple(values)


class Numbering(StrEnum):
    """
    How headings and items are numbered (编号方式).

    ``official``: 一、（一）1.（1）① as official documents do; ``two-levels``: 一、1.（1）①; ``chapters``: 第一章 第一节
    一、（一）1.; ``points``: 一是 二是, then （1）①; ``decimal``: 1. 1.1 1.1.1 and so on; ``none``: no numbers.
    """

    OFFICIAL = "official"
    TWO_LEVELS = "two-levels"
    CHAPTERS = "chapters"
    POINTS = "points"
    DECIMAL = "decimal"
    NONE = "none"


@attrs.frozen(kw_only=True, repr=False, eq=False)
class CrossReference(Value):
    """
    Words of a paragraph that name the number of a part or item (互见): 见第六部分. The number printed is the one of the day.

    Attributes:
        target: The id of the part or item that is meant; the value of the key ``to``.

        words: The words of the paragraph that name its number, quoted exactly: 第六部分, 第三部分第（二）项. The last
            number in them is that of the target, the one before that of the part which holds it, and so on.

        nth: Which occurrence of `words` is meant, counted from 1.
    """

    target: str = attrs.field(validator=is_filled_text, metadata={"key": "to"})
    words: str = attrs.field(validator=is_filled_text)
    nth: int = attrs.field(default=1, validator=[is_a(int), is_ordinal])


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Paragraph(Value):
    """
    A paragraph of prose (段落) and the facts recognised or stated in it. Told by the key ``text``.

    Attributes:
        text: The words, without line break.

        facts: Goals, results, activities and welfare measures that the words state; they may overlap.

        marker: The number that it begins with (``1.``, ``一是``), printed as it is; None or empty: none.

        refs: Where its words name the number of another part or item, in any order.
    """

    text: str = attrs.field(validator=is_text)
    facts: tuple[Fact, ...] = attrs.field(default=(), converter=_to_facts, validator=are_all(*get_args(Fact)))
    marker: str | None = attrs.field(default=None, validator=is_optional_text)
    refs: tuple[CrossReference, ...] = attrs.field(
        default=(), converter=_to_refs, validator=are_all(CrossReference)
    )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Table(Value):
    """
    A table that is neither (表格). Told by the key ``table``.

    Attributes:
        head: Titles of the columns, at least one; the value of the key ``table``.

        rows: The cells, row by row, as many as there are columns.

        caption: Title above the table; empty for none.

        unit: Unit of its figures (``元``), printed above it at the right; empty for none.
    """

    head: tuple[str, ...] = attrs.field(converter=to_texts, metadata={"key": "table"})
    rows: tuple[tuple[str, ...], ...] = attrs.field(default=(), converter=_to_rows)
    caption: str = attrs.field(default="", validator=is_text)
    unit: str = attrs.field(default="", validator=is_text)

    @head.validator
    def _has_columns(self, _attribute: attrs.Attribute[Any], head: tuple[str, ...]) -> None:
        if not head:
            raise ImpossibleValueError("表格至少要有一列", "A table has at least one column")
        for cell in head:
            check_text(cell)

    @rows.validator
    def _rectangular(self, _attribute: attrs.Attribute[Any], rows: tuple[tuple[str, ...], ...]) -> None:
        for row in rows:
            if len(row) != len(self.head):
                raise ImpossibleValueError(
                    f"表格有 {len(self.head)} 列，这一行却有 {len(row)} 格",
                    f"The table has {len(self.head)} columns, but this row has {len(row)} cells",
                )
            for cell in row:
                check_text(cell)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Part(Value):
    """
    A part of a plan (部分): an optional heading and what stands under it. Told by ``heading`` or ``content``.

    Attributes:
        role: What it is for, a name of the vocabulary (guidance, goals, work …); empty when not said.

        heading: The heading without its number, or None.

        marker: The number of the heading, printed as it is (``一、``). None: the layout's numbering; empty: none.

        content: What stands under it, in order.

        id: A name for this part, unique in the plan; references in paragraphs point at it. None: nothing does.

        numbering: How what stands in it is numbered. None: as what stands around it.
    """

    role: str = attrs.field(default="", validator=is_text)
    heading: str | None = attrs.field(default=None, validator=attrs.validators.optional(is_filled_text))
    marker: str | None = attrs.field(default=None, validator=is_optional_text)
    content: tuple[Content, ...] = attrs.field(default=(), converter=to_content)
    id: str | None = attrs.field(default=None, validator=attrs.validators.optional(is_filled_text))
    numbering: Numbering | None = attrs.field(default=None, validator=is_a(Numbering))
    depth: int = attrs.field(init=False, eq=False, repr=False)
    """How many levels of parts this part spans, itself included."""

    @content.validator
    def _is_content(self, attribute: attrs.Attribute[Any], content: tuple[object, ...]) -> None:
        are_all(*get_args(Content))(self, attribute, content)

    @depth.default
    def _measure(self) -> int:
        depth = 1 + max((part.depth for part in self.content if isinstance(part, Part)), default=0)
        if depth > MAX_DEPTH:
            raise NestingError(MAX_DEPTH)
        return depth


Content: TypeAlias = Part | Paragraph | Goal | Result | Activity | WelfareMeasure | Table
"""What may stand in the content of a plan or part."""
