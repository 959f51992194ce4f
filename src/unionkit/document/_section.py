"""Sections: each turns part of a plan into blocks. The built-in ones print the plan's own content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

import attrs

from unionkit.errors import Lang
from unionkit.model import CORE_VOCABULARY, Content, Paragraph, Part, Plan, Table, Value

from ._tree import Block, Column, ColumnKind, Grid, Heading, SignOff, Text
from ._wording import worded, worded_date, worded_unit

_FIGURE: Final = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Scope(Value):
    """
    What a section is given.

    Attributes:
        plan: The whole plan.

        content: The top-level content that this section is to print.

        data: What the plan's pack made of its `data`, or None.

        lang: Language of what is generated; what the author wrote stays as it is.

        private: The plan and the content still hold the facts about named persons; otherwise they are gone.
    """

    plan: Plan
    content: tuple[Content, ...] = ()
    data: object = None
    lang: Lang = "zh"
    private: bool = False


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
    """

    name: str
    compose: Compose = attrs.field(eq=False)
    roles: frozenset[str] = attrs.field(default=frozenset(), converter=_to_roles)
    pack: str | None = None


def content_blocks(content: Iterable[Content], *, level: int = 1, lang: Lang = "zh") -> Iterator[Block]:
    """
    Turn content into blocks, in order, from `level` downwards.

    Headings without a stored marker and typed items ask for a number; prose does not.
    """
    for node in content:
        if isinstance(node, Part):
            titled = node.heading is not None or bool(node.marker)
            if titled:
                yield Heading(node.heading or "", level, node.marker)
            yield from content_blocks(node.content, level=level + titled, lang=lang)
        elif isinstance(node, Paragraph):
            yield Text(node.text, node.marker or "", level)
        elif isinstance(node, Table):
            yield Grid(tuple(_columns(node)), node.rows, node.caption, worded_unit(node.unit, lang))
        else:
            yield Text(worded(node, lang), node.marker, level)


def _columns(table: Table) -> Iterator[Column]:
    """The columns; where the table has a unit, those that hold nothing but figures are set as figures."""
    for index, title in enumerate(table.head):
        filled = [row[index] for row in table.rows if row[index].strip()]
        figures = table.unit and filled and all(_FIGURE.fullmatch(cell.strip()) for cell in filled)
        yield Column(title, ColumnKind.NUMBER if figures else ColumnKind.TEXT)


def _content(scope: Scope) -> Iterator[Block]:
    return content_blocks(scope.content, lang=scope.lang)


def _sign_off(scope: Scope) -> Iterator[Block]:
    issued = worded_date(scope.plan.issued, scope.lang) if scope.plan.issued else ""
    if scope.plan.signature or issued:
        yield SignOff(scope.plan.signature, issued)


BODY: Final = "body"
"""The section that prints all content which no other section of the layout claims."""

SECTIONS: Final[tuple[Section, ...]] = (
    Section(name=BODY, compose=_content),
    Section(name="sign-off", compose=_sign_off),
    *(Section(name=role, compose=_content, roles=frozenset({role})) for role in CORE_VOCABULARY.roles),
)
"""The built-in sections: the body, one for each role of a part, and the sign-off."""

DEFAULT_LAYOUT: Final = (BODY, "sign-off")
"""The layout of plans without a pack: everything as it stands."""
