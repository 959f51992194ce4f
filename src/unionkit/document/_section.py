"""Sections: each turns part of a plan into blocks. The built-in ones print the plan's own content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

import attrs

from unionkit.model import CORE_VOCABULARY, Content, Paragraph, Part, Plan, Table, Value

from ._tree import Block, Column, Grid, Heading, SignOff, Text
from ._wording import worded, worded_date


@attrs.frozen(kw_only=True, repr=False)
class Scope(Value):
    """
    What a section is given.

    Attributes:
        plan: The whole plan.

        content: The top-level content that this section is to print.

        data: What the plan's pack made of its `data`, or None.

        private: Facts about named persons are to be printed.
    """

    plan: Plan
    content: tuple[Content, ...] = ()
    data: object = None
    private: bool = False


Compose: TypeAlias = Callable[[Scope], Iterable[Block]]
"""Yields blocks; headings and items that want a number have the marker None."""


@attrs.frozen(kw_only=True, repr=False)
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
    roles: frozenset[str] = frozenset()
    pack: str | None = None


def content_blocks(content: Iterable[Content], *, private: bool = False, level: int = 1) -> Iterator[Block]:
    """
    Turn content into blocks, in order, from `level` downwards.

    Headings without a stored marker and typed items ask for a number; prose does not. Typed items about named
    persons are left out unless `private` is true.
    """
    for node in content:
        if isinstance(node, Part):
            if node.heading is not None:
                yield Heading(node.heading, level, node.marker)
            yield from content_blocks(node.content, private=private, level=level + (node.heading is not None))
        elif isinstance(node, Paragraph):
            yield Text(node.text, node.marker or "", level)
        elif isinstance(node, Table):
            yield Grid(tuple(Column(title) for title in node.head), node.rows, node.caption, node.unit)
        elif private or not node.private:
            yield Text(worded(node), node.marker, level)


def _content(scope: Scope) -> Iterator[Block]:
    return content_blocks(scope.content, private=scope.private)


def _sign_off(scope: Scope) -> Iterator[Block]:
    issued = worded_date(scope.plan.issued) if scope.plan.issued else ""
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
