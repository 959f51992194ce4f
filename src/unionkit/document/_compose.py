"""Composing: a plan, a layout and its sections become one numbered document."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Final

import attrs

from unionkit.errors import Lang
from unionkit.model import CORE_VOCABULARY, Content, Numbering, Part, Plan, Value, Vocabulary

from ._builtin import BODY, BUDGET_TABLE, SIGN_OFF, is_about_the_budget
from ._numbering import Numbers, counted
from ._private import without_private
from ._section import FindAlmanac, Scope, Section, built_in_almanac
from ._table_budget import budget_tables
from ._tree import (
    Addressee,
    Attachment,
    AttachmentNote,
    Block,
    Contents,
    Document,
    Heading,
    PageBreak,
    Title,
)
from ._wording import worded_title
from ._wording_dates import worded_period


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Paper(Value):
    """
    A further document made from a plan (专用文书), such as an openness notice.

    Attributes:
        name: Its name, as ``--paper`` takes it.

        title: Its title.

        sections: Names of its sections, in order; what follows ``sign-off`` is attached.

        title_en: The same in English; empty: as in Chinese.

        private: It prints facts about named persons.
    """

    name: str
    title: str
    sections: tuple[str, ...]
    title_en: str = ""
    private: bool = False


FindSection = Callable[[str], Section]
"""Returns the section of a name, or raises UnknownSectionError."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Options(Value):
    """
    How a document is made.

    Attributes:
        renumber: Drop stored markers and number everything anew.

        contents: Begin with a table of contents on a page of its own.

        lang: Language of what is generated; what the author wrote stays as it is.

        vocabulary: What names of kinds and triggers are called: those of the core, and of the plan's pack.

        numbers: Of what stands in the plan's own document, by id, for references in a paper or section to it.

        find_almanac: Returns the almanac, when a section asks for it.
    """

    renumber: bool = False
    contents: bool = False
    lang: Lang = "zh"
    vocabulary: Vocabulary = CORE_VOCABULARY
    numbers: Mapping[str, Numbers] = attrs.field(factory=dict, eq=False)
    find_almanac: FindAlmanac = attrs.field(default=built_in_almanac, eq=False)


USUAL: Final = Options()
"""How a document is made when nothing else is asked for."""

_WORDS: Final[dict[Lang, tuple[str, str, str, str]]] = {
    "zh": ("：", "目录", "附件：", "附件"),
    "en": (":", "Contents", "Attachments: ", "Attachment "),
}

_NO_NAMES: Final = ("致", "关于")
"""What begins so is no name of a paper that whose it is could stand before."""


def compose(
    plan: Plan,
    layout: Sequence[str],
    find: FindSection,
    *,
    data: object = None,
    options: Options = USUAL,
) -> Document:
    """
    Make the plan's own document.

    Content that no section of the layout claims by its role is printed where the layout names ``body``; a layout
    that does not name it gets it before the sign-off, and so does the budget of a plan that has one. What two sections
    claim is printed by the first. What follows the sign-off is attached, each section on a page of its own, and listed
    before the sign-off with the attachments that the plan names. Private items are left out.

    Raises:
        UnknownSectionError: The layout names a section that nobody contributes.
        TemplateError: A template of a section cannot be rendered.
    """
    shown = without_private(plan)
    names = _completed(layout, shown)
    title = worded_title(plan, options.lang)
    opening: list[Block] = []
    if title or plan.subtitle or plan.number:
        opening.append(Title(title, plan.subtitle, plan.number))
    if plan.addressee:
        colon = "" if plan.addressee.endswith(("：", ":")) else _WORDS[options.lang][0]
        opening.append(Addressee(plan.addressee + colon))
    scope = _scope(shown, data, options, budget_in_part=BUDGET_TABLE not in names)
    sections = [find(name) for name in names]
    return _document(plan, title, opening, sections, scope, options, attachments=plan.attachments)


def compose_paper(
    plan: Plan,
    paper: Paper,
    find: FindSection,
    *,
    data: object = None,
    options: Options = USUAL,
) -> Document:
    """
    Make one of the pack's papers: the content that its sections claim, and with ``body`` the rest. Its title says
    whose it is, and of what time.

    Private items are printed only when the paper asks for them.

    Raises:
        UnknownSectionError: The paper names a section that nobody contributes.
        TemplateError: A template of a section cannot be rendered.
    """
    shown = plan if paper.private else without_private(plan)
    called = paper.title_en if options.lang == "en" and paper.title_en else paper.title
    title = _titled(plan, called, options.lang)
    budget_in_part = BUDGET_TABLE not in paper.sections
    scope = _scope(shown, data, options, budget_in_part=budget_in_part, private=paper.private)
    return _document(plan, title.text, [title], [find(name) for name in paper.sections], scope, options)


def compose_section(
    plan: Plan,
    section: Section,
    *,
    data: object = None,
    options: Options = USUAL,
) -> Document:
    """
    Make a document of one section alone, under its title where it has one: whose, of what time, and what.

    Raises:
        TemplateError: A template of the section cannot be rendered.
    """
    opening = [_titled(plan, section.titled(options.lang), options.lang)] if section.headed else []
    scope = _scope(without_private(plan), data, options, budget_in_part=True)
    alone = attrs.evolve(section, headed=False)
    title = opening[0].text if opening else worded_title(plan, options.lang)
    return _document(plan, title, opening, [alone], scope, options)


def _scope(
    plan: Plan, data: object, options: Options, *, budget_in_part: bool, private: bool = False
) -> Scope:
    return Scope(
        plan=plan,
        data=data,
        lang=options.lang,
        private=private,
        vocabulary=options.vocabulary,
        budget_in_part=budget_in_part,
        find_almanac=options.find_almanac,
    )


def _completed(layout: Sequence[str], plan: Plan) -> tuple[str, ...]:
    """The layout with what a plan must not lose: its body, and its budget where no part of the content is about it."""
    names = list(layout)
    end = names.index(SIGN_OFF) if SIGN_OFF in names else len(names)
    if BODY not in names:
        names.insert(end, BODY)
        end += 1
    if plan.budget is not None and BUDGET_TABLE not in names and not _has_budget_part(plan):
        names.insert(end, BUDGET_TABLE)
    return tuple(names)


def _has_budget_part(plan: Plan) -> bool:
    return any(map(is_about_the_budget, plan.content))


def _titled(plan: Plan, title: str, lang: Lang) -> Title:
    """
    The title of a document that is not the plan itself: whose it is, of what time, and what.

    What Chinese cannot say in one (致全体会员, 关于…的通知) has whose and when below it.
    """
    whose = (plan.organization.name, worded_period(plan.period, lang))
    if lang == "en":
        return Title(": ".join(filter(None, (title, ", ".join(filter(None, whose))))))
    return Title(title, "".join(whose)) if title.startswith(_NO_NAMES) else Title(f"{''.join(whose)}{title}")


def _document(
    plan: Plan,
    title: str,
    opening: Sequence[Block],
    sections: Sequence[Section],
    scope: Scope,
    options: Options,
    *,
    attachments: Sequence[str] = (),
) -> Document:
    lang = options.lang
    blocks: list[Block] = []
    if options.contents:
        blocks += [Contents(_WORDS[lang][1]), PageBreak()]
    blocks += [*opening, *_composed(sections, scope, attachments)]
    numbering = plan.numbering or (Numbering.DECIMAL if lang == "en" else None)
    made, numbers = counted(blocks, numbering=numbering, renumber=options.renumber, known=options.numbers)
    return Document(
        blocks=made,
        numbers=numbers,
        title=title,
        author=plan.organization.name,
        lang="zh-CN" if lang == "zh" else "en",
    )


def _composed(sections: Sequence[Section], scope: Scope, attachments: Sequence[str]) -> Iterator[Block]:
    """What the sections make, in order; what follows the sign-off is attached, besides what is named."""
    made = [_with_budget(list(section.compose(share)), share) for section, share in _shared(sections, scope)]
    names = [section.name for section in sections]
    end = names.index(SIGN_OFF) if SIGN_OFF in names else len(names)
    lang = scope.lang
    listed = list(attachments)
    attached: dict[int, tuple[Section, list[Block]]] = {}
    for section, blocks in zip(sections[end + 1 :], made[end + 1 :], strict=True):
        if blocks:
            attached[_number_of(section.titled(lang), listed, attached)] = section, blocks
    for section, blocks in zip(sections[:end], made[:end], strict=True):
        if blocks and section.headed:
            yield Heading(section.titled(lang), 1, id=section.name)
        yield from blocks
    if listed:
        yield AttachmentNote(tuple(listed), _WORDS[lang][2])
    if end < len(names):
        yield from made[end]
    for nth, (section, blocks) in sorted(attached.items(), key=lambda entry: entry[0]):
        marker = str(nth) if len(listed) > 1 else ""
        yield Attachment(section.titled(lang), _WORDS[lang][3], marker, section.name)
        yield from blocks


def _with_budget(blocks: list[Block], scope: Scope) -> list[Block]:
    """What a section made of its share, with the budget where it is about that and did not print it itself."""
    if scope.budget_in_part and any(map(is_about_the_budget, scope.content)):
        tables = list(budget_tables(scope))
        if not any(table in blocks for table in tables):
            return [*blocks, *tables]
    return blocks


def _number_of(title: str, listed: list[str], taken: Container[int]) -> int:
    """The number of an attachment: where the plan lists one of that title, otherwise behind all others."""
    for nth, name in enumerate(listed, 1):
        if name == title and nth not in taken:
            return nth
    listed.append(title)
    return len(listed)


def _shared(sections: Sequence[Section], scope: Scope) -> Iterator[tuple[Section, Scope]]:
    """Each section with its share of the content; what a role or the body claims goes to the first that claims it."""
    owners: dict[str, int] = {}
    for index, section in enumerate(sections):
        for role in section.roles:
            owners.setdefault(role, index)
    body = next((index for index, section in enumerate(sections) if section.name == BODY), None)
    shares: dict[int | None, list[Content]] = {}
    for node in scope.plan.content:
        role = node.role if isinstance(node, Part) else ""
        shares.setdefault(owners.get(role, body), []).append(node)
    for index, section in enumerate(sections):
        yield section, attrs.evolve(scope, content=tuple(shares.get(index, ())))
