"""Layouts: which sections are printed in which order, who says so, and what a user's own folder of templates brings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from unionkit.document import DEFAULT_LAYOUT, LAYOUT_FILE
from unionkit.errors import Place, RepeatedSectionError, UnknownSectionError
from unionkit.model import Plan

from ._subject import Subject, places_of

if TYPE_CHECKING:
    from unionkit.document import Paper, Section
    from unionkit.hookspecs import Pack


@attrs.frozen(kw_only=True, eq=False)
class Folder:
    """
    What a user's own folder of templates brings, as it was when the Kit was made.

    Attributes:
        name: The folder as it was given, with slashes.

        sections: Its sections.

        layouts: Its layouts, by pack; None: for plans of every pack, and of none.
    """

    name: str = ""
    sections: tuple[Section, ...] = ()
    layouts: Mapping[str | None, tuple[str, ...]] = attrs.field(factory=dict)

    @classmethod
    def read(cls, path: Path | None) -> Folder:
        """Read a folder once; None is a folder with nothing in it."""
        if path is None:
            return cls()
        from unionkit.document import folder_layouts, folder_sections  # noqa: PLC0415 -- most programs have no folder

        return cls(name=path.as_posix(), sections=folder_sections(path), layouts=folder_layouts(path))

    def layout_of(self, pack: str | None) -> Layout | None:
        """Return the layout for plans of a pack, or None."""
        for owner in dict.fromkeys((pack, None)):
            if owner in self.layouts:
                steps = (self.name, owner, LAYOUT_FILE) if owner else (self.name, LAYOUT_FILE)
                return Layout(names=self.layouts[owner], source="/".join(steps))
        return None


def _nowhere(_index: int) -> Place | None:
    return None


@attrs.frozen(kw_only=True, eq=False)
class Layout:
    """
    Names of sections in the order in which they are printed.

    Attributes:
        names: The names.

        source: Who says so, for messages; empty for a plan.

        place: Where the plan file names the one of an index, or None.
    """

    names: tuple[str, ...]
    source: str = ""
    place: Callable[[int], Place | None] = _nowhere

    def check(self, known: Mapping[str, Section]) -> None:
        """
        Refuse what cannot be printed.

        Raises:
            UnknownSectionError: There is no such section.
            RepeatedSectionError: One is named twice, so that nobody can say where it is to stand.
        """
        for index, name in enumerate(self.names):
            if name not in known:
                raise UnknownSectionError(name, tuple(sorted(known)), self.place(index), self.source)
            if name in self.names[:index]:
                raise RepeatedSectionError(name, self.place(index), self.source)


def layout_of(subject: Subject, plan: Plan, folder: Folder, pack: Pack | None) -> Layout:
    """Return the layout of a plan: its own, or else the folder's, the pack's, or the default."""
    if plan.layout:
        find = places_of(subject)
        return Layout(names=plan.layout, place=lambda index: find(("layout", index), "", 1))
    own = folder.layout_of(plan.pack)
    if own is not None:
        return own
    return Layout(names=pack.layout, source=pack.name) if pack else Layout(names=DEFAULT_LAYOUT)


def layout_of_paper(paper: Paper, pack: Pack) -> Layout:
    """Return the sections of a paper."""
    return Layout(names=paper.sections, source=f"{pack.name}/{paper.name}")
