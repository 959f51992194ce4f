"""What the groups of checks about packs share."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import ModuleType
from typing import ClassVar

from unionkit.document import Scope, Section, without_private
from unionkit.errors import Lang
from unionkit.hookspecs import Pack
from unionkit.model import CORE_VOCABULARY, Plan

from ._contract import Contract
from ._examined import Examined
from ._sample import typed


class PackChecks(Contract):
    """
    Checks about a pack.

    Attributes:
        pack: The module that implements the pack's hooks.

        project: The folder with its pyproject.toml; None: where ``src/`` or the package stands.
    """

    pack: ClassVar[ModuleType]
    project: ClassVar[Path | None] = None

    @property
    def examined(self) -> Examined:
        """What the checks share; looked up once for each contract."""
        return examined(self.pack, self.project)


@cache
def examined(module: ModuleType, project: Path | None) -> Examined:
    """Return what is known of a pack's module; the same object each time."""
    return Examined(module, project)


def scope_of(known: Examined, pack: Pack, section: Section, plan: Plan, lang: Lang) -> Scope:
    """Return what a section is given of a plan, as a Kit does it."""
    shown = without_private(plan)
    kit = known.kits[lang]
    return Scope(
        plan=shown,
        content=tuple(part for part in shown.content if getattr(part, "role", None) in section.roles),
        data=typed(pack, shown),
        lang=lang,
        vocabulary=CORE_VOCABULARY | pack.vocabulary,
        find_almanac=lambda: kit.almanac_for(pack.name),
    )
