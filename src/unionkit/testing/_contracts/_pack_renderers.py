"""Checks: the renderers of a pack, each held to the contract of renderers, with the pack's own papers and plans."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

import pytest

from unionkit.document import Document, Scope, Section
from unionkit.hookspecs import Pack
from unionkit.renderers import Rendered, Renderer
from unionkit.testing._golden import members
from unionkit.testing._hostile import hostile_documents
from unionkit.testing._printed import strings_of

from ._base import PackChecks, scope_of
from ._contract import none_of, told
from ._filling import filled
from ._renderer import RendererContract
from ._sample import END, Words, full_plan

_MARKUP: Final = "<uk-canary>"
_WRONG: Final = {
    "<uk-canary": "arrive as markup; escape them",
    "&amp;lt;uk-canary": "are escaped twice",
}
_WORD: Final = re.compile(f"词\\d+{END}")
_TAG: Final = re.compile("<[^>]*>")

EXAMPLES = 15
"""How many documents are drawn for each renderer."""


class RenderersOfAPackChecks(PackChecks):
    """The renderers of a pack."""

    def test_renderers_account_for_every_block(self) -> None:
        """Each renderer prints or skips, with a reason, each block of drawn documents and of the pack's own papers."""
        problems = list(self._each_renderer("test_every_block_is_printed_or_skipped"))
        for pack, renderer in self._document_renderers():
            for name, document in self.examined.documents(self.examined.full(pack), pack):
                problems += _unaccounted(renderer, name, document)
        none_of(problems)

    def test_renderers_print_what_they_account_for(self) -> None:
        """What a renderer of documents says to have printed can be found in its output, cells of tables too."""
        problems: list[str] = []
        for pack, renderer in self._document_renderers():
            for name, document in self.examined.documents(self.examined.full(pack), pack):
                problems += _left_out(renderer, name, document)
        none_of(problems)

    def test_renderers_escape_what_they_print(self) -> None:
        """In HTML and XML, words of the plan are neither markup nor escaped twice."""
        problems: list[str] = []
        for renderer, label, data in self._printed_markup():
            for text in map(_decoded, members(data).values()):
                if text.lstrip().startswith("<"):
                    problems += [
                        f"{renderer.name} with {label}: the words {_MARKUP} of a plan {wrong}"
                        for sign, wrong in _WRONG.items()
                        if sign in text
                    ]
        none_of(problems)

    def test_renderers_print_the_same_twice(self) -> None:
        """The same document gives the same bytes, and the same plan too, whatever was printed in between."""
        problems = list(self._each_renderer("test_the_same_document_gives_the_same_bytes"))
        for renderer, label, scope in self._printed_plans():
            first, second = (_printed(renderer, scope) for _ in range(2))
            if first != second:
                problems.append(f"{renderer.name}: printed twice, {label} gives other bytes")
        none_of(problems)

    def test_renderers_leave_the_document_as_it_was(self) -> None:
        """Printing does not change the document: another renderer prints it next."""
        none_of(list(self._each_renderer("test_the_document_is_left_as_it_was")))

    def test_renderers_print_hostile_documents(self) -> None:
        """Long words, all kinds of writing, markup, wide and long tables and empty documents are printed."""
        problems = []
        for renderer in self.examined.plugin.renderers:
            for name, document in hostile_documents().items() if renderer.render is not None else ():
                try:
                    renderer.render(document)
                except Exception as error:
                    problems.append(f"{renderer.name} raised for {name}: {told(error)}")
        none_of(problems)

    def test_renderers_print_every_plan(self) -> None:
        """A renderer that prints straight from the plan prints every plan of the pack, and accounts for no block."""
        problems = []
        for renderer, label, scope in self._printed_plans():
            try:
                made = renderer.render_plan(scope) if renderer.render_plan else None
            except Exception as error:
                problems.append(f"{renderer.name} raised for {label}: {told(error)}")
                continue
            if not isinstance(made, Rendered) or not isinstance(made.data, bytes):
                problems.append(f"{renderer.name} returns Rendered with bytes in it, not {made!r:.80}")
            elif made.printed or made.skipped:
                problems.append(f"{renderer.name} prints plans, which have no blocks, and accounts for some")
        none_of(problems)

    # ------------------------------------------------------------ what they share

    def _printed_markup(self) -> Iterator[tuple[Renderer, str, bytes]]:
        """What each renderer makes of a plan whose words look like markup; what raises has a check of its own."""
        whole = Section(name="plan", compose=lambda _: ())
        for pack in self.examined.packs:
            given = filled(pack.data, Words(_MARKUP)) if pack.data is not None else {}
            plan = full_plan(pack, data=given, end=_MARKUP)
            for renderer in self.examined.plugin.renderers:
                if renderer.pack not in (None, pack.name):
                    continue
                if renderer.render_plan is not None:
                    scope = scope_of(self.examined, pack, whole, plan, "zh")
                    made = [("a full plan", _printed(renderer, scope))]
                else:
                    documents = self.examined.documents(plan, pack)
                    made = [
                        (name, _printed_document(renderer, each))
                        for name, each in documents
                        if not any("&lt;" in text for block in each.blocks for text in strings_of(block))
                    ]  # words that a section has escaped are that section's fault
                for name, rendered in made:
                    if isinstance(rendered, Rendered) and isinstance(rendered.data, bytes):
                        yield renderer, name, rendered.data

    def _document_renderers(self) -> Iterator[tuple[Pack, Renderer]]:
        for pack in self.examined.packs:
            for renderer in self.examined.plugin.renderers:
                if renderer.render is not None and renderer.pack in (None, pack.name):
                    yield pack, renderer

    def _printed_plans(self) -> Iterator[tuple[Renderer, str, Scope]]:
        """Each renderer of plans with the plans of the pack, as a Kit gives them."""
        whole = Section(name="plan", compose=lambda _: ())
        for pack in self.examined.packs:
            for renderer in self.examined.plugin.renderers:
                if renderer.render_plan is not None and renderer.pack in (None, pack.name):
                    for label, plan in self.examined.plans[pack.name]:
                        yield renderer, label, scope_of(self.examined, pack, whole, plan, "zh")

    def _each_renderer(self, check: str) -> Iterator[str]:
        """Hold each renderer of documents to one check of the contract of renderers."""
        for renderer in self.examined.plugin.renderers:
            if renderer.render is None:
                continue
            held: dict[str, Any] = {"renderer": renderer, "examples": EXAMPLES}
            contract = type("RendererOfAPack", (RendererContract,), held)
            try:
                getattr(contract(), check)()
            except AssertionError as error:
                yield f"{renderer.name}: {error}"
            except pytest.skip.Exception:
                continue


def _printed(renderer: Renderer, scope: Scope) -> object:
    """What is printed; nothing where that raises, which has a check of its own."""
    try:
        return renderer.render_plan(scope) if renderer.render_plan else None
    except Exception:
        return None


def _printed_document(renderer: Renderer, document: Document) -> object:
    """Likewise, of a document."""
    try:
        return renderer.render(document) if renderer.render else None
    except Exception:
        return None


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _left_out(renderer: Renderer, name: str, document: Document) -> Iterator[str]:
    """Blocks that count as printed and are not; an output that holds no words at all (a picture) is left alone."""
    made = _printed_document(renderer, document)
    if not isinstance(made, Rendered) or not isinstance(made.data, bytes):
        return
    shown = unescape("\n".join(_TAG.sub("", _decoded(data)) for data in members(made.data).values()))
    for index in made.printed if _WORD.search(shown) else ():
        if index >= len(document.blocks):
            continue  # another check counts them
        block = document.blocks[index]
        lost = [word for text in strings_of(block) for word in _WORD.findall(text) if word not in shown]
        if lost:
            yield (
                f"{renderer.name} with {name}: block {index} ({type(block).__name__}) counts as printed, and its words "
                f"{lost[0]} are not in the output; print them, or skip the block with a reason"
            )


def _unaccounted(renderer: Renderer, name: str, document: Document) -> Iterator[str]:
    try:
        made = renderer.render(document) if renderer.render else None
    except Exception as error:
        yield f"{renderer.name} raised for {name}: {told(error)}"
        return
    if isinstance(made, Rendered):
        count = Counter((*made.printed, *(skipped.index for skipped in made.skipped)))
        for index, block in enumerate(document.blocks):
            if count[index] != 1:
                yield (
                    f"{renderer.name} with {name}: block {index} ({type(block).__name__}) is accounted for "
                    f"{count[index]} times; print it, or skip it with a reason"
                )
