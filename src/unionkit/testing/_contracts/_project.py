"""Checks: the distribution of a pack: its pages, its metadata, its wheel."""

from __future__ import annotations

import re
from typing import Final

from ._base import PackChecks
from ._contract import fail, none_of, skip
from ._probe import TREE
from ._probing import ask
from ._wheel import built, entries, from_wheel, hatched, members, usable_wheel

_HAN: Final = re.compile("[\u4e00-\u9fff]")
_BOUND: Final = re.compile(r"^\s*unionkit\s*(\[[^]]*\])?\s*[^;]*(<|==|~=)")
_NAMED: Final = re.compile(r"^\s*unionkit(?![\w-])")


class ProjectChecks(PackChecks):
    """The distribution: what its users find and install."""

    def test_readmes_name_what_it_brings(self) -> None:
        """README.md and README.zh.md exist, in their language, and name the pack, its papers, formats and rules."""
        project, problems = self.examined.project, []
        found = self.examined.found
        wanted = {f"the pack {pack.name!r}": pack.name for pack in found.packs}
        wanted |= {f"the paper {paper.name!r}": paper.name for pack in found.packs for paper in pack.papers}
        wanted |= {f"the format {each.name!r}": each.name for each in found.of("unionkit_renderers")}
        wanted |= {f"the rule {rule.code}": rule.code for rule in self.examined.rules}
        for file, chinese in (("README.md", False), ("README.zh.md", True)):
            try:
                text = (project / file).read_text(encoding="utf-8")
            except (OSError, ValueError):
                problems.append(f"there is no {file} in {project.name}")
                continue
            problems += [f"{file} does not name {what}" for what, name in wanted.items() if name not in text]
            letters = re.sub(r"```.*?```|`[^`]*`|\s", "", text, flags=re.DOTALL)
            share = len(_HAN.findall(letters)) / max(1, len(letters))
            if chinese != (share > 0.3):
                problems.append(f"{file} is not written in {'Chinese' if chinese else 'English'}")
        none_of(problems)

    def test_it_asks_for_a_bounded_core(self) -> None:
        """Its dependencies name unionkit, with an upper bound: the next major may have other hooks."""
        asked = self.examined.metadata.get("project", {}).get("dependencies", [])
        ours = [text for text in asked if _NAMED.match(text)]
        if not ours:
            fail('pyproject.toml: `dependencies` does not name unionkit; write "unionkit>=0.1,<0.2"')
        none_of([f"pyproject.toml: {text!r} has no upper bound" for text in ours if not _BOUND.match(text)])

    def test_its_entry_point_names_the_module(self) -> None:
        """Its entry point in the group `unionkit` names the module with the hooks, so that every Kit finds it."""
        if entries(self.examined) and self.examined.module.__name__ not in entries(self.examined).values():
            fail(
                f"pyproject.toml: the entry points of the group unionkit name {', '.join(entries(self.examined).values())}, not "
                f"{self.examined.module.__name__}"
            )
        if not entries(self.examined):
            fail("pyproject.toml has no [project.entry-points.unionkit]; no Kit finds the pack")

    def test_its_wheel_is_built(self) -> None:
        """`hatchling` builds a wheel from the folder of the distribution, without the network."""
        hatched(self.examined)
        wheel, said = built(self.examined)
        if wheel is None:
            fail(f"the wheel is not built: {said}")

    def test_its_wheel_holds_all_it_needs(self) -> None:
        """The wheel holds every module, template and data file and `py.typed`, and neither tests nor caches."""
        names = members(self.examined)
        package = self.examined.module.__name__
        folder = self.examined.folder
        if folder is None:
            skip("the module is no package")
        modules = [file.relative_to(folder).as_posix() for file in sorted(folder.rglob("*.py"))]
        wanted = [f"{package}/{name}" for name in (*modules, *self.examined.kept, "py.typed")]
        problems = [f"the wheel lacks {name}" for name in wanted if name not in names]
        problems += [
            f"the wheel holds {name}, which nobody needs who installs it"
            for name in names
            if {"tests", "__pycache__"} & set(name.split("/")) or name.endswith(".pyc")
        ]
        none_of(problems)

    def test_it_works_from_its_wheel(self) -> None:
        """Unpacked away from the tree, `Kit()` finds it by its entry point, makes its starters, checks and prints them."""
        usable_wheel(self.examined)
        self.examined.taken()
        problems = from_wheel(self.examined)["problems"]
        if problems:  # what does not work in the tree either is looked at by other checks
            in_the_tree = ask({"module": self.examined.module.__name__, "wheel": TREE})["problems"]
            problems = [problem for problem in problems if problem not in in_the_tree]
        none_of(problems)
