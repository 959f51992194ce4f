"""Composing: a plan, a layout and its sections become one numbered document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

import attrs

from unionkit.model import Content, Part, Plan, Value

from ._numbering import number
from ._section import BODY, Scope, Section
from ._tree import Addressee, Block, Document, Title


@attrs.frozen(kw_only=True, repr=False)
class Paper(Value):
    """
    A further document made from a plan (专用文书), such as an openness notice.

    Attributes:
        name: Its name, as ``--paper`` takes it.

        title: Its title.

        sections: Names of its sections, in order.

        title_en: What it is called in English, for lists.

        private: It prints facts about named persons.
    """

    name: str
    title: str
    sections: tuple[str, ...]
    title_en: str = ""
    private: bool = False


FindSection = Callable[[str], Section]
"""Returns the section of a name, or raises UnknownSectionError."""


def compose(
    plan: Plan, layout: Sequence[str], find: FindSection, *, data: object = None, renumber: bool = False
) -> Document:
    """
    Make the plan's own document.

    Content that no section of the layout claims by its role is printed where the layout names ``body``; a layout
    that does not name it gets it last, so nothing of a plan is ever lost.

    Raises:
        UnknownSectionError: The layout names a section that nobody contributes.
        TemplateError: A template of a section cannot be rendered.
    """
    names = layout if BODY in layout else (*layout, BODY)
    sections = [find(name) for name in names]
    claimed = frozenset(chain.from_iterable(section.roles for section in sections))

    def blocks() -> Iterator[Block]:
        if plan.full_title:
            yield Title(plan.full_title)
        if plan.addressee:
            yield Addressee(plan.addressee)
        for section in sections:
            content = tuple(node for node in plan.content if _belongs(node, section, claimed))
            yield from section.compose(Scope(plan=plan, content=content, data=data))

    return _document(plan, plan.full_title, blocks(), renumber=renumber)


def compose_paper(plan: Plan, paper: Paper, find: FindSection, *, data: object = None) -> Document:
    """
    Make one of the pack's papers.

    Raises:
        UnknownSectionError: The paper names a section that nobody contributes.
        TemplateError: A template of a section cannot be rendered.
    """

    def blocks() -> Iterator[Block]:
        yield Title(paper.title, f"{plan.organization.name}{plan.period}")
        for name in paper.sections:
            section = find(name)
            content = tuple(node for node in plan.content if _belongs(node, section, section.roles))
            yield from section.compose(Scope(plan=plan, content=content, data=data, private=paper.private))

    return _document(plan, paper.title, blocks(), renumber=False)


def _belongs(node: Content, section: Section, claimed: frozenset[str]) -> bool:
    role = node.role if isinstance(node, Part) else ""
    return role in section.roles if role in claimed else section.name == BODY


def _document(plan: Plan, title: str, blocks: Iterator[Block], *, renumber: bool) -> Document:
    return Document(blocks=number(blocks, renumber=renumber), title=title, author=plan.organization.name)
