"""Plugins: what is known of one, and where they are found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias

import attrs

from unionkit import hookspecs
from unionkit.errors import UnionkitError
from unionkit.model import Value

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Load: TypeAlias = Callable[[], object]
"""Returns the object or module that implements the hooks; may import it first."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Plugin(Value):
    """
    A plugin that was found (插件).

    Attributes:
        name: Name of its entry point, or of the module or class that was given.

        entry: The entry point by which it was found; None when it was given.

        hooks: Names of the hooks that it implements, sorted.

        error: Why it was set aside, or None.
    """

    name: str
    entry: EntryPoint | None = attrs.field(default=None, repr=False, eq=False)
    hooks: tuple[str, ...] = ()
    error: UnionkitError | None = None

    @property
    def distribution(self) -> str:
        """The distribution that brought it; empty when it was given. (Reading it takes time, so it is read on demand.)"""
        return (self.entry.dist.name or "") if self.entry is not None and self.entry.dist is not None else ""

    @property
    def version(self) -> str:
        """Version of that distribution; empty when it was given."""
        return (
            (self.entry.dist.version or "") if self.entry is not None and self.entry.dist is not None else ""
        )

    @property
    def label(self) -> str:
        """Distribution and version, or an empty text."""
        return f"{self.distribution} {self.version}" if self.distribution else ""


def installed() -> Iterator[tuple[Plugin, Load]]:
    """Find the plugins of installed distributions, in an order that does not depend on the machine."""
    from importlib.metadata import entry_points  # noqa: PLC0415 -- not needed by a Kit that discovers nothing

    for entry in sorted(entry_points(group=hookspecs.PROJECT), key=lambda entry: (entry.name, entry.value)):
        yield Plugin(name=entry.name, entry=entry), entry.load


def given(plugin: object) -> tuple[Plugin, Load]:
    """Describe a plugin that is at hand."""
    name = plugin.__name__ if isinstance(plugin, ModuleType | type) else type(plugin).__name__
    return Plugin(name=name), lambda: plugin


def implemented(plugin: object) -> Iterator[str]:
    """Names of all hooks that something claims to implement, those that do not exist included."""
    for name in dir(plugin):
        options = getattr(getattr(plugin, name, None), f"{hookspecs.PROJECT}_impl", None)
        if isinstance(options, dict):
            yield options.get("specname") or name
