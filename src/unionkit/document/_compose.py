"""Composing: a plan, a layout and its sections become one numbered document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import attrs

from unionkit.errors import Lang
from unionkit.model import Content, Part, Plan, Value

from ._numbering import number
from ._private import without_private
from ._section import BODY, Scope, Section
from ._tree import Addressee, Block, Document, Title
from ._wording import worded_period, worded_title


@attrs.frozen(kw_only=True, repr=False, eq=False)
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
    plan: Plan,
    layout: Sequence[str],
    find: FindSection,
    *,
    data: object = None,
    renumber: bool = False,
    lang: Lang = "zh",
) -> Document:
    """
    Make the plan's own document.

    Content that no section of the layout claims by its role is printed where the layout names ``body``; a layout
    that does not name it gets it last, so nothing of a plan is ever lost. What two sections claim is printed by the
    first. Private items are left out.

    Raises:
        UnknownSectionError: The layout names a section that nobody contributes.
        TemplateError: A template of a section cannot be rendered.
    """
    sections = [find(name) for name in (layout if BODY in layout else (*layout, BODY))]
    shown = without_private(plan)
    title = worded_title(plan, lang)

    def blocks() -> Iterator[Block]:
        if title:
            yield Title(title)
        if shown.addressee:
            yield Addressee(shown.addressee)
        yield from _composed(shown, sections, Scope(plan=shown, data=data, lang=lang))

    return _document(plan, title, blocks(), renumber=renumber, lang=lang)


def compose_paper(
    plan: Plan,
    paper: Paper,
    find: FindSection,
    *,
    data: object = None,
    renumber: bool = False,
    lang: Lang = "zh",
) -> Document:
    """
    Make one of the pack's papers: the content that its sections claim, and with ``body`` the rest.

    Private items are printed only when the paper asks for them.

    Raises:
        UnknownSectionError: The paper names a section that nobody contributes.
        TemplateError: A template of a section cannot be rendered.
    """
    sections = [find(name) for name in paper.sections]
    shown = plan if paper.private else without_private(plan)
    title = paper.title_en if lang == "en" and paper.title_en else paper.title

    def blocks() -> Iterator[Block]:
        whose = (plan.organization.name, worded_period(plan.period, lang))
        yield Title(title, "".join(whose) if lang == "zh" else ", ".join(filter(None, whose)))
        scope = Scope(plan=shown, data=data, lang=lang, private=paper.private)
        yield from _composed(shown, sections, scope)

    return _document(plan, title, blocks(), renumber=renumber, lang=lang)


def _composed(plan: Plan, sections: Sequence[Section], scope: Scope) -> Iterator[Block]:
    """Let each section make its blocks; what a role or the body claims goes to the first that claims it."""
    owners: dict[str, int] = {}
    for index, section in enumerate(sections):
        for role in section.roles:
            owners.setdefault(role, index)
    body = next((index for index, section in enumerate(sections) if section.name == BODY), None)
    shares: dict[int | None, list[Content]] = {}
    for node in plan.content:
        role = node.role if isinstance(node, Part) else ""
        shares.setdefault(owners.get(role, body), []).append(node)
    for index, section in enumerate(sections):
        content = tuple(shares.get(index, ()))
        yield from section.compose(attrs.evolve(scope, content=content))


def _document(plan: Plan, title: str, blocks: Iterator[Block], *, renumber: bool, lang: Lang) -> Document:
    return Document(
        blocks=number(blocks, renumber=renumber),
        title=title,
        author=plan.organization.name,
        lang="zh-CN" if lang == "zh" else "en",
    )
