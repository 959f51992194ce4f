"""Checks: what sections make of plans."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

from unionkit.document import Block, Document, Scope, Section, check_block, unprinted
from unionkit.errors import UnionkitError
from unionkit.hookspecs import Pack
from unionkit.model import Plan, format_path
from unionkit.testing._printed import shortened, strings_of

from ._base import PackChecks, scope_of
from ._contract import none_of, told
from ._examined import LANGS, Examined
from ._filling import leaves, mended, replaced
from ._sample import END, full_plan

MOST_BLOCKS: Final = 1_000
"""How many blocks the document of a plan of two pages has at most."""
MOST_CHARACTERS: Final = 100_000
"""How many characters it has at most."""

MARKUP: Final = "{{ 7 * 7 }}{% set a %}<b>&amp;&#65;</b>%s{0}${x}`*|“'\"尾"
"""What formats and templates give a meaning; it ends as any text does."""
_ESCAPED: Final = MARKUP.replace("\\", r"\\")
_WORD: Final = re.compile(f"(词[0-9]{{3}}){END}")


class SectionChecks(PackChecks):
    """What sections make of plans: blocks, always the same, of all that the plan says."""

    def test_sections_compose_every_plan(self) -> None:
        """No section raises, whatever the plan holds or lacks, in either language."""
        problems = []
        for section, label, compose in _tries(self.examined):
            try:
                for _ in compose():
                    pass
            except Exception as error:
                problems.append(f"section {section.name!r} raised for {label}: {told(error)}")
        none_of(problems)

    def test_sections_yield_blocks(self) -> None:
        """All that a section yields is a block of the document tree, with fields of the right types."""
        problems = []
        for section, _, compose in _tries(self.examined):
            for block in _made(compose):
                try:
                    check_block(block)
                except Exception as error:
                    problems.append(
                        f"section {section.name!r} yields {shortened(block)}: {told(error).partition(': ')[2]}"
                    )
        none_of(problems)

    def test_sections_answer_the_same_twice(self) -> None:
        """The same plan gives the same blocks, whatever was composed before."""
        problems = []
        for section, label, compose in _tries(self.examined):
            first = _made(compose)
            if _made(compose) != first:
                problems.append(f"section {section.name!r} yields other blocks the second time, for {label}")
        none_of(problems)

    def test_sections_leave_the_plan_as_it_was(self) -> None:
        """Composing changes neither the plan nor its data."""
        problems = []
        for pack in self.examined.packs:
            for section in self.examined.sections_of(pack):
                plan = pickle.loads(pickle.dumps(self.examined.full(pack)))  # noqa: S301 -- made here
                scope = scope_of(self.examined, pack, section, plan, "zh")
                before = pickle.dumps((plan, scope.data))
                _made(partial(_compose, section, scope))
                if pickle.dumps((plan, scope.data)) != before:
                    problems.append(
                        f"section {section.name!r} changes the plan that it is given; make a copy"
                    )
        none_of(problems)

    def test_text_arrives_as_it_was_written(self) -> None:
        """Words of the plan and its data are neither escaped, cut nor run as a template; that is the renderer's work."""
        problems: list[str] = []
        for pack in self.examined.packs:
            plain, hostile = _pair(self.examined, pack)
            first, again, others = (
                dict(self.examined.documents(plan, pack)) for plan in (plain, plain, hostile)
            )
            kept = repr(hostile.data)  # words that the class of the data takes in plain only
            for name, document in first.items():
                if again.get(name) == document:  # another check says where it is not
                    problems += _differences(name, document, others.get(name), kept)
        none_of(problems)

    def test_content_that_is_claimed_is_printed(self) -> None:
        """A section that claims the parts of a role prints all that stands in them."""
        problems = []
        for pack in self.examined.packs:
            plan = self.examined.full(pack)
            try:
                document = self.examined.kits["zh"].compose(plan)
            except UnionkitError:
                continue  # another check says why
            problems += [
                f"the text at {format_path(path)} is printed nowhere; the section that claims its role drops it"
                for path, _ in unprinted(plan, document)
                if path[0] == "content"
            ]
        none_of(problems)

    def test_output_stays_small(self) -> None:
        """A plan of two pages makes a document of at most 1,000 blocks and 100,000 characters."""
        problems = []
        for pack in self.examined.packs:
            for name, document in self.examined.documents(self.examined.full(pack), pack):
                characters = sum(len(text) for block in document.blocks for text in strings_of(block))
                if len(document.blocks) > MOST_BLOCKS or characters > MOST_CHARACTERS:
                    problems.append(
                        f"{name}: {len(document.blocks):,} blocks with {characters:,} characters for a plan of two pages"
                    )
        none_of(problems)


# ---------------------------------------------------------------- all of a pack's sections and plans


def _tries(known: Examined) -> Iterator[tuple[Section, str, Callable[[], Iterator[Any]]]]:
    """Each section with each plan in each language, what a message calls the plan, and what composes it."""
    for pack in known.packs:
        for label, plan in known.plans[pack.name]:
            for lang in LANGS:
                for section in known.sections_of(pack):
                    scope = scope_of(known, pack, section, plan, lang)
                    yield section, f"{label} ({lang})", partial(_compose, section, scope)


def _compose(section: Section, scope: Scope) -> Iterator[Block]:
    return iter(section.compose(scope))


def _made(compose: Callable[[], Iterator[Any]]) -> list[Any]:
    """What is composed; nothing where that raises, which has a check of its own."""
    try:
        return list(compose())
    except Exception:
        return []


# ---------------------------------------------------------------- the same plan in other words


def _pair(known: Examined, pack: Pack) -> tuple[Plan, Plan]:
    """A plan in plain words, and the same with markup behind each of its words."""
    plain = known.full(pack)
    data: Any = plain.data.get(pack.name) or {}
    return plain, full_plan(pack, roles=known.roles, data=_hostile(dict(data), pack.data), end=MARKUP)


def _hostile(plain: Any, cls: type | None) -> Any:
    """The data with markup behind each word; plain where the class refuses it."""
    if cls is None:
        return {}
    changed = replaced(plain, lambda text: _WORD.sub(rf"\g<1>{_ESCAPED}", text))
    same = [path for path, _ in leaves(mended(changed, cls))] == [path for path, _ in leaves(plain)]
    return changed if same else plain


def _differences(name: str, plain: Document, hostile: Document | None, ended: str) -> Iterator[str]:
    """Say where a word with markup does not stand where the plain one stood."""
    if hostile is None:
        yield f"{name}: a plan with markup in its words cannot be composed at all"
        return
    if len(plain.blocks) != len(hostile.blocks):
        yield f"{name}: markup in the words of the plan changes the number of blocks"
    for before, after in zip(plain.blocks, hostile.blocks, strict=False):
        for text, other in zip(strings_of(before), strings_of(after), strict=False):
            wanted = _WORD.sub(lambda word: word[0] if word[0] in ended else word[1] + MARKUP, text)
            if other != wanted:
                yield f"{name}: “{shortened(wanted)}” arrives as “{shortened(other)}”"
