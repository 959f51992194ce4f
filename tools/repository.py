"""What stands in this repository: its root, and the distributions in it. Used by the tools and by tests/repo."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["CORE", "ROOT", "Member", "members", "module_name"]

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Member:
    """
    A distribution of the repository: the core, a pack or a plugin.

    Attributes:
        folder: Where its pyproject.toml stands.

        package: Its import name.
    """

    folder: Path
    package: str

    @property
    def sources(self) -> Path:
        """The folder of its import package."""
        return self.folder / "src" / self.package

    def modules(self) -> list[str]:
        """Dotted names of all its modules, sorted."""
        return sorted(module_name(file, self.sources.parent) for file in self.sources.rglob("*.py"))


CORE = Member(ROOT, "unionkit")


def module_name(file: Path, base: Path) -> str:
    """`src/unionkit/model/_plan.py` is `unionkit.model._plan`."""
    parts = file.relative_to(base).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def members() -> list[Member]:
    """The core first, then what stands under packs/ and plugins/ with a pyproject.toml of its own."""
    found = [CORE]
    for kind in ("packs", "plugins"):
        for file in sorted(ROOT.glob(f"{kind}/*/pyproject.toml")):
            found += [
                Member(file.parent, init.parent.name)
                for init in sorted(file.parent.glob("src/*/__init__.py"))
            ]
    return found
