"""What the checks of one pack share: what it contributes, its files, its plans; each looked up once."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from jinja2 import Environment, TemplateSyntaxError, nodes

from unionkit.document import Document, Section
from unionkit.errors import Lang, UnionkitError
from unionkit.hookspecs import Pack
from unionkit.kit import Kit
from unionkit.model import Plan

from ._contract import skip, told
from ._contributed import Contributed, Tolerated, contributed
from ._sample import full_plan, sample

LANGS: Final[tuple[Lang, ...]] = ("zh", "en")
YEARS: Final = range(2024, 2036)
"""The years for which starters must be clean."""
FOLDER: Final = "templates"
KEPT: Final = ("templates", "data")
"""The folders of a package whose files its wheel must hold."""


class Examined:
    """
    A pack's module, and all that its checks ask about it.

    Attributes:
        module: The module that implements the hooks.
    """

    def __init__(self, module: ModuleType, project: Path | None) -> None:
        """Look at nothing yet."""
        self.module = module
        self._project = project

    # ------------------------------------------------------------ what it contributes

    @cached_property
    def found(self) -> Contributed:
        """What its hooks return."""
        return contributed(self.module)

    @cached_property
    def plugin(self) -> Tolerated:
        """All of it that a Kit takes."""
        return Tolerated(self.found)

    @cached_property
    def kits(self) -> Mapping[Lang, Kit]:
        """A Kit for each language."""
        return {lang: Kit(discover=False, plugins=[self.plugin], lang=lang) for lang in LANGS}

    @cached_property
    def packs(self) -> tuple[Pack, ...]:
        """Its packs, repaired where a check of their own says what is wrong."""
        return tuple(self.kits["zh"].packs.values())

    @property
    def rules(self) -> tuple[Any, ...]:
        """Its rules."""
        return tuple(self.plugin.unionkit_rules())

    def sections_of(self, pack: Pack) -> list[Section]:
        """Return the sections that plans of a pack may use and that come from the module."""
        return [section for section in self.plugin.sections if section.pack in (None, pack.name)]

    @cached_property
    def plans(self) -> Mapping[str, tuple[tuple[str, Plan], ...]]:
        """Plans by pack, with what a message calls them."""
        return {pack.name: sample(pack) for pack in self.packs}

    def full(self, pack: Pack) -> Plan:
        """Return a plan with all that the sections of a pack look at, each text of it a word of its own."""
        return full_plan(pack, roles=self.roles)

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """The roles that its sections claim, sorted."""
        return tuple(sorted({role for section in self.plugin.sections for role in section.roles}))

    def documents(self, plan: Plan, pack: Pack, lang: Lang = "zh") -> Iterator[tuple[str, Document]]:
        """Yield the plan's document and its papers, with their names; what cannot be composed has a check of its own."""
        for paper in (None, *pack.papers):
            name = paper.name if paper else None
            try:
                yield name or "the plan itself", self.kits[lang].compose(plan, paper=name)
            except UnionkitError:
                continue

    @cached_property
    def starters(self) -> Mapping[tuple[str, Lang, int], tuple[str, Plan]]:
        """Text and plan of each starter that can be made for 2026 and loaded, by pack, language and half."""
        found: dict[tuple[str, Lang, int], tuple[str, Plan]] = {}
        for pack in self.packs:
            for lang, kit in self.kits.items():
                for half in (1, 2):
                    try:
                        text = kit.new(pack.name, year=2026, half=half)
                        found[pack.name, lang, half] = (text, kit.loads(text).plan)
                    except UnionkitError:
                        continue
        return found

    # ------------------------------------------------------------ where it stands

    @cached_property
    def folder(self) -> Path | None:
        """The folder of its package; None for a module without one."""
        return Path(self.module.__path__[0]).resolve() if hasattr(self.module, "__path__") else None

    @property
    def own(self) -> str:
        """What the names of its files begin with."""
        if self.folder is not None:
            return f"{self.folder}/"
        return str(Path(self.module.__file__ or "").resolve())

    @cached_property
    def project(self) -> Path:
        """The folder of its distribution, with its pyproject.toml; skips where there is none."""
        places = [] if self.folder is None else [self.folder.parent.parent, self.folder.parent]
        found = [place for place in places if (place / "pyproject.toml").is_file()]
        if self._project is None and not found:
            skip("there is no pyproject.toml beside src/; name the folder of the distribution with `project`")
        return self._project or found[0]

    @cached_property
    def metadata(self) -> Mapping[str, Any]:
        """Its pyproject.toml; empty where it cannot be read."""
        try:
            return tomllib.loads((self.project / "pyproject.toml").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}

    @cached_property
    def sources(self) -> Mapping[str, ast.Module]:
        """Its modules, parsed, by file name within the package."""
        files = (
            [Path(self.module.__file__ or "")] if self.folder is None else sorted(self.folder.rglob("*.py"))
        )
        base = files[0].parent if self.folder is None else self.folder
        found = {}
        for file in files:
            try:
                found[file.relative_to(base).as_posix()] = ast.parse(file.read_text(encoding="utf-8"))
            except (SyntaxError, ValueError):  # its import fails, which another check says
                continue
        return found

    @cached_property
    def kept(self) -> tuple[str, ...]:
        """Names within the package of its templates and data, sorted."""
        if self.folder is None:
            return ()
        found = (file for name in KEPT for file in (self.folder / name).rglob("*"))
        return tuple(
            sorted(
                file.relative_to(self.folder).as_posix()
                for file in found
                if file.is_file() and "__pycache__" not in file.parts and not file.name.startswith(".")
            )
        )

    @cached_property
    def templates(self) -> Mapping[str, str]:
        """Its templates, starters among them, by name within their folder; pictures and what is no text are left out."""
        found = {}
        for name in self.kept:
            inner = name.removeprefix(f"{FOLDER}/")
            if self.folder is not None and inner != name and not name.endswith((".png", ".jpg", ".jpeg")):
                try:
                    found[inner] = (self.folder / name).read_text(encoding="utf-8")
                except (OSError, ValueError):
                    continue
        return found

    @cached_property
    def parsed(self) -> Mapping[str, nodes.Template]:
        """Its templates that are well-formed, parsed."""
        found = {}
        for name, source in self.templates.items():
            try:
                found[name] = Environment(autoescape=True).parse(source)
            except TemplateSyntaxError:
                continue
        return found

    def taken(self) -> None:
        """Skip where no Kit takes the module: other checks say why."""
        try:
            Kit(discover=False, plugins=[self.module], strict=True)
        except UnionkitError as error:
            skip(f"no strict Kit takes it, which other checks look at: {told(error)}")


def python_path() -> list[str]:
    """The search path that other processes are given; the folder of this run is named."""
    return [str(Path(entry or ".").resolve()) for entry in sys.path]
