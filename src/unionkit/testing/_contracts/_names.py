"""Checks: names."""

from __future__ import annotations

import inspect
from collections.abc import Collection
from typing import Any

import attrs

from unionkit.document import SECTIONS
from unionkit.hookspecs import Pack
from unionkit.model import CORE_VOCABULARY, Vocabulary

from ._base import PackChecks
from ._contract import nearest, none_of


class NameChecks(PackChecks):
    """Names: none is taken, all are known."""

    def test_no_name_is_taken(self) -> None:
        """Sections, renderers, rules, readers, papers and terms bear names of their own, not the core's nor twice one."""
        found = self.examined.found
        core: dict[str, Collection[str]] = {
            "unionkit_packs": (),
            "unionkit_sections": [f"/{section.name}" for section in SECTIONS],
            "unionkit_renderers": ("docx", "md", "txt", ".docx", ".md", ".markdown", ".txt"),
            "unionkit_rules": _core_codes(),
            "unionkit_readers": _core_readers(),
        }
        problems = []
        for hook, taken in core.items():
            own: set[str] = set()
            for entry in found.of(hook):
                for name in _names_of(hook, entry):
                    what = f"{hook.removeprefix('unionkit_')}: {name.strip('/')!r}"
                    if name in taken:
                        problems.append(f"{what} is the core's; choose another name")
                    if name in own:
                        problems.append(f"{what} is contributed twice")
                    own.add(name)
        for pack in found.packs:
            papers = [paper.name for paper in pack.papers]
            problems += [
                f"two papers of {pack.name!r} are called {name!r}"
                for name in dict.fromkeys(papers)
                if papers.count(name) > 1
            ]
            problems += _terms_of_the_core(pack)
        none_of(problems)

    def test_its_sector_is_known(self) -> None:
        """The sector that a pack serves is one of the vocabulary, the core's or its own."""
        none_of(
            [
                f"the pack {pack.name!r} serves the sector {pack.sector!r}, which neither the core's vocabulary nor "
                "its own knows"
                for pack in self.examined.packs
                if pack.sector and pack.sector not in {**CORE_VOCABULARY.sectors, **pack.vocabulary.sectors}
            ]
        )

    def test_layouts_and_papers_name_sections_that_exist(self) -> None:
        """Layouts and papers name sections that exist, each once."""
        problems = []
        for pack in self.examined.found.packs:
            known = {
                section.name
                for section in (*SECTIONS, *self.examined.plugin.sections)
                if section.pack in (None, pack.name)
            }
            layouts = {"its layout": pack.layout} | {
                f"the paper {paper.name!r}": paper.sections for paper in pack.papers
            }
            for where, layout in layouts.items():
                for at, name in enumerate(layout):
                    if name not in known:
                        near = nearest(name, dict.fromkeys(sorted(known)))
                        problems.append(
                            f"{where} names the section {name!r}, which nobody contributes; perhaps {near!r}"
                        )
                    if name in layout[:at]:
                        problems.append(f"{where} names the section {name!r} twice")
        none_of(problems)

    def test_what_is_for_a_pack_is_for_this_one(self) -> None:
        """Sections, rules and renderers that are for plans of one pack name a pack that it brings."""
        found = self.examined.found
        names = {pack.name for pack in found.packs}
        problems = []
        for hook in ("unionkit_sections", "unionkit_rules", "unionkit_renderers"):
            for entry in found.of(hook):
                owner = getattr(entry, "pack", None)
                if owner is not None and owner not in names:
                    called = getattr(entry, "code", None) or entry.name
                    problems.append(
                        f"{called} is for plans of the pack {owner!r}; this distribution brings "
                        f"{', '.join(sorted(names)) or 'none'}"
                    )
        none_of(problems)

    def test_it_says_what_it_is(self) -> None:
        """Its module has a docstring, and so has every class and function that `__all__` names."""
        module = self.examined.module
        problems = (
            [] if (module.__doc__ or "").strip() else [f"the module {module.__name__} has no docstring"]
        )
        for name in getattr(module, "__all__", ()):
            value = getattr(module, name, None)
            if (inspect.isclass(value) or inspect.isfunction(value)) and not (value.__doc__ or "").strip():
                problems.append(f"{name} is public and has no docstring")
        none_of(problems)


def _names_of(hook: str, entry: Any) -> list[str]:
    """The names that nobody else may bear."""
    match hook:
        case "unionkit_sections":
            return [f"{entry.pack or ''}/{entry.name}"]
        case "unionkit_rules":
            return [getattr(entry, "code", "")]
        case "unionkit_renderers" | "unionkit_readers":
            return [entry.name, *dict.fromkeys(entry.suffixes)]
        case _:
            return [entry.name]


def _core_codes() -> list[str]:
    from unionkit.rules import RULES  # noqa: PLC0415 -- as above

    return [rule.code for rule in RULES]


def _core_readers() -> list[str]:
    from unionkit.readers import DOCX_READER, TEXT_READER  # noqa: PLC0415 -- few packs have readers

    return [name for reader in (DOCX_READER, TEXT_READER) for name in (reader.name, *reader.suffixes)]


def _terms_of_the_core(pack: Pack) -> list[str]:
    return [
        f"the term {name!r} of {field.name} is the core's ({ours[name].zh}); a pack cannot call it something else"
        for field in attrs.fields(Vocabulary)
        if (ours := getattr(CORE_VOCABULARY, field.name))
        for name, term in getattr(pack.vocabulary, field.name).items()
        if name in ours and ours[name] != term
    ]
