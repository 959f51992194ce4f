"""
The order of the parts, read from the imports.

    errors < model < almanac < { files, document, rules } < { renderers, readers } < hookspecs < kit < { testing, cli }
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import attrs

from repository import CORE, ROOT, Member, members, module_name

LAYERS = [
    {"errors"},
    {"model"},
    {"almanac"},
    {"files", "document", "rules"},
    {"renderers", "readers"},
    {"hookspecs"},
    {"kit"},
    {"testing", "cli"},
]
HEIGHT = {part: height for height, parts in enumerate(LAYERS) for part in parts}

# The root's `__init__` hands out the public names of all parts; `_version` holds a number and imports nothing;
# `_hypothesis` is called by Hypothesis and hands on to `testing` when something is drawn; `_pytest` is pytest's plugin.
ROOT_MODULES = {
    "unionkit",
    "unionkit._version",
    "unionkit._hypothesis",
    "unionkit._pytest",
    "unionkit.__main__",
}
# Modules that are named for what a user types, or are public for another reason.
PUBLIC_MODULES_IN = {"cli"}
PUBLIC_MODULES = {"unionkit.model.validators"}  # for the data classes of packs


# Checking a pack is running its tests: the one command that needs what tests need, when it is run.
ACROSS = {("unionkit.cli._pack_check", "unionkit.testing")}


@attrs.frozen
class Import:
    """One import statement: who imports, what, and how."""

    module: str
    package: str
    target: str
    names: tuple[str, ...]
    relative: bool
    where: str


def imports(file: Path, base: Path) -> Iterator[Import]:
    """All imports of a file, wherever in it they stand."""
    module = module_name(file, base)
    package = module if file.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        where = f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(module, package, alias.name, (), relative=False, where=where)
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")
            above = ".".join(parents[: len(parents) - node.level + 1]) if node.level else ""
            target = ".".join(filter(None, (above, node.module)))
            names = tuple(alias.name for alias in node.names)
            yield Import(module, package, target, names, relative=bool(node.level), where=where)


def all_imports(member: Member) -> list[Import]:
    """All imports of a distribution."""
    return [
        found
        for file in sorted(member.sources.rglob("*.py"))
        for found in imports(file, member.sources.parent)
    ]


def part_of(module: str) -> str:
    """`unionkit.model._plan` belongs to `model`; `unionkit` itself belongs to none."""
    return f"{module}.".split(".")[1]


def targets(found: Import) -> list[str]:
    """Modules of unionkit that an import reaches; `from unionkit import model` reaches `unionkit.model`."""
    if found.target == "unionkit" and found.names:
        return [f"unionkit.{name}" for name in found.names]
    return [found.target] if found.target.split(".")[0] == "unionkit" else []


def inner_imports() -> list[tuple[Import, str]]:
    """What the parts of the core import from unionkit, target by target."""
    return [
        (found, target)
        for found in all_imports(CORE)
        if found.module not in ROOT_MODULES
        for target in targets(found)
        if target != "unionkit._version"
    ]


def test_every_part_has_its_place() -> None:
    """A new part must be written into the order before it can be used."""
    parts = {part_of(module) for module in CORE.modules() if module not in ROOT_MODULES}

    assert parts - HEIGHT.keys() == set()


def test_parts_import_only_what_is_below() -> None:
    """Imports run one way; parts of the same height do not know one another."""
    wrong = [
        f"{found.where}: {part_of(found.module)} imports {target}"
        for found, target in inner_imports()
        if part_of(target) != part_of(found.module)
        and (found.module, target) not in ACROSS
        and HEIGHT.get(part_of(target), len(LAYERS)) >= HEIGHT[part_of(found.module)]
    ]

    assert wrong == []


def test_imports_are_relative_within_a_package_and_absolute_beyond() -> None:
    """Where an import leads can be seen from its form."""
    wrong = [
        f"{found.where}: {'relative' if found.relative else 'absolute'} import of {target}"
        for found, target in inner_imports()
        if found.relative != f"{target}.".startswith(f"{found.package}.")
    ]

    assert wrong == []


def test_across_parts_only_public_names_are_imported() -> None:
    """What begins with an underscore stays within its part."""
    wrong = [
        f"{found.where}: {found.target} {' '.join(found.names)}"
        for found, target in inner_imports()
        if part_of(target) != part_of(found.module)
        and any(name.startswith("_") for name in (*target.split("."), *found.names))
    ]

    assert wrong == []


def test_the_core_never_imports_a_pack_or_plugin() -> None:
    """Packs and plugins are found by entry points alone."""
    assert [found.where for found in all_imports(CORE) if found.target.startswith("unionkit_")] == []


def test_a_member_uses_only_what_is_public(member: Member) -> None:
    """Packs and plugins import `unionkit`, its parts and the plugins that they require, nothing with an underscore."""
    project = tomllib.loads((member.folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = {
        other.package
        for other in members()
        if other.folder.parent.name == "plugins"
        and any(need.startswith(other.folder.name) for need in project["dependencies"])
    }
    wrong = [
        f"{found.where}: {found.target} {' '.join(found.names)}"
        for found in all_imports(member)
        if found.target.split(".")[0].startswith("unionkit")
        and found.target.split(".")[0] != member.package
        and (
            found.target.split(".")[0] not in {"unionkit", *required}
            or any(name.startswith("_") for name in (*found.target.split("."), *found.names))
        )
    ]

    assert wrong == []


def test_modules_inside_a_part_are_private() -> None:
    """What is public is said by the part's `__init__`, not by the name of a file."""
    public = [
        module
        for module in CORE.modules()
        if module not in ROOT_MODULES
        and part_of(module) not in PUBLIC_MODULES_IN
        and module not in PUBLIC_MODULES
        and any(not name.startswith("_") for name in module.split(".")[2:])
    ]

    assert public == []


def all_of(file: Path) -> list[str] | None:
    """The literal `__all__` of a module."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            names = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(name, ast.Name) and name.id == "__all__" for name in names) and node.value:
                value = ast.literal_eval(node.value)
                return [str(name) for name in value]
    return None


def test_each_part_lists_what_is_public(member: Member) -> None:
    """`__all__` is a sorted literal: constants, classes, then the rest, as ruff sorts it."""
    files = [member.sources / "__init__.py", *sorted(member.sources.glob("[!_]*/__init__.py"))]
    if member == CORE:
        files += sorted(member.sources.glob("[!_]*.py"))
    wrong = []
    for file in files:
        names = all_of(file)
        if names is None:
            wrong.append(f"{file.relative_to(ROOT)} has no literal __all__")
        elif names != sorted(names, key=lambda name: (not name.isupper(), not name[:1].isupper(), name)):
            wrong.append(f"{file.relative_to(ROOT)} is not sorted")

    assert wrong == []
