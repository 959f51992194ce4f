"""Discovery: plugins are found, asked one by one, and set aside when they fail."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

import attrs
import pluggy

from unionkit import hookspecs
from unionkit._version import __version__
from unionkit.errors import (
    IncompatiblePackError,
    NameClashError,
    PluginError,
    UnionkitError,
    UnknownHookError,
    UnknownPluginError,
)
from unionkit.model import Value

from . import _builtin

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

BUILTIN: Final = "unionkit"
"""The name of the plugin that brings the built-in parts."""

_HOOKS: Final = tuple(name for name in hookspecs.__all__ if name.startswith("unionkit_"))


@attrs.frozen(kw_only=True, repr=False)
class Plugin(Value):
    """
    A plugin that was found (插件).

    Attributes:
        name: Name of its entry point, or of the module or class that was given.

        distribution: The distribution that brought it; empty when it was given.

        version: Version of that distribution; empty when it was given.

        hooks: Names of the hooks that it implements, sorted.

        error: Why it was set aside, or None.
    """

    name: str
    distribution: str = ""
    version: str = ""
    hooks: tuple[str, ...] = ()
    error: UnionkitError | None = None

    @property
    def label(self) -> str:
        """Distribution and version in brackets, or an empty text."""
        return f"（{self.distribution} {self.version}）" if self.distribution else ""


def _named(what: str) -> Callable[[Any], list[tuple[str, str]]]:
    return lambda thing: [(what, thing.name)]


def _with_suffixes(what: str) -> Callable[[Any], list[tuple[str, str]]]:
    return lambda thing: [(what, thing.name), *((f"{what} for", suffix) for suffix in thing.suffixes)]


_NAMES: Final[dict[str, Callable[[Any], list[tuple[str, str]]]]] = {
    "unionkit_packs": _named("pack"),
    "unionkit_sections": lambda section: [
        ("section", f"{section.pack}/{section.name}" if section.pack else section.name)
    ],
    "unionkit_renderers": _with_suffixes("renderer"),
    "unionkit_rules": lambda rule: [("rule", rule.code)],
    "unionkit_readers": _with_suffixes("reader"),
    "unionkit_executors": lambda entry: [("executor", entry[0])],
    "unionkit_commands": _named("command"),
}


class Registry:
    """What all plugins of one Kit contribute. Filled once; safe between threads."""

    def __init__(
        self, *, discover: bool, plugins: Sequence[object], disabled: Sequence[str], strict: bool
    ) -> None:
        self._strict = strict
        self._lock = threading.RLock()
        self._manager = pluggy.PluginManager(hookspecs.PROJECT)
        self._manager.add_hookspecs(hookspecs)
        self._plugins: dict[str, Plugin] = {}
        self._answers: dict[str, dict[str, list[Any]]] = {hook: {} for hook in _HOOKS}
        self._merged: dict[str, list[Any]] = {}
        self._register(Plugin(name=BUILTIN), _builtin)
        found = [*(_discovered() if discover else ()), *((_given(plugin), plugin) for plugin in plugins)]
        self._refuse_unknown(disabled, found)
        for plugin, source in found:
            if not {plugin.name, plugin.distribution} & set(disabled):
                self._add(plugin, source)
        self._ask_all()

    # ------------------------------------------------------------ what was found

    @property
    def plugins(self) -> tuple[Plugin, ...]:
        """Every plugin, those set aside included, the built-in one first."""
        return tuple(self._plugins.values())

    def all(self, hook: str) -> list[Any]:
        """Return everything contributed through `hook`, in the order of the plugins."""
        with self._lock:
            if hook not in self._merged:
                self._merged[hook] = list(self._merge(hook))
            return self._merged[hook]

    def ask_commands(self) -> list[Any]:
        """Ask for commands, which only an unknown command or the full help needs."""
        with self._lock:
            if "unionkit_commands" not in self._merged:
                for plugin in list(self._plugins.values()):
                    self._ask(plugin, "unionkit_commands", {})
            return self.all("unionkit_commands")

    # ------------------------------------------------------------ finding plugins

    def _refuse_unknown(self, disabled: Sequence[str], found: Sequence[tuple[Plugin, object]]) -> None:
        known = {name for plugin, _ in found for name in (plugin.name, plugin.distribution) if name}
        for name in disabled:
            if name not in known:
                raise UnknownPluginError(name, tuple(sorted(known)))

    def _add(self, plugin: Plugin, source: object) -> None:
        if plugin.name in self._plugins:
            first = self._plugins[plugin.name]
            raise NameClashError(
                "plugin", plugin.name, f"{first.name}{first.label}", f"{plugin.name}{plugin.label}"
            )
        try:
            implementation = source.load() if hasattr(source, "load") and plugin.distribution else source
            self._register(plugin, implementation)
        except UnionkitError as error:
            self._set_aside(plugin, error)
        except (Exception, SystemExit) as error:  # a plugin is someone's code; the others go on
            self._set_aside(plugin, _failure(plugin, "import", error))

    def _register(self, plugin: Plugin, implementation: object) -> None:
        hooks = sorted(_implemented(implementation))
        for hook in hooks:
            if hook not in _HOOKS:
                raise UnknownHookError(hook, _nearest(hook))
        self._manager.register(implementation, plugin.name)
        self._plugins[plugin.name] = attrs.evolve(plugin, hooks=tuple(hooks))

    def _set_aside(self, plugin: Plugin, error: UnionkitError) -> None:
        if self._strict:
            raise error
        if self._manager.has_plugin(plugin.name):
            self._manager.unregister(name=plugin.name)
        for answers in self._answers.values():
            answers.pop(plugin.name, None)
        self._plugins[plugin.name] = attrs.evolve(plugin, error=error)

    # ------------------------------------------------------------ asking them

    def _ask_all(self) -> None:
        """Ask the plugins that were found; the built-in one is asked when something of it is needed."""
        others = [
            plugin for plugin in self._plugins.values() if plugin.name != BUILTIN and plugin.error is None
        ]
        for plugin in others:
            self._ask(plugin, "unionkit_packs", {})
        for plugin in others:
            for pack in self._answers["unionkit_packs"].get(plugin.name, ()):
                if not _fits(pack.requires):
                    self._set_aside(plugin, IncompatiblePackError(pack.name, pack.requires, __version__))
        packs = sorted(pack.name for answers in self._answers["unionkit_packs"].values() for pack in answers)
        for hook in _HOOKS:
            if hook not in ("unionkit_packs", "unionkit_commands"):
                for plugin in others:
                    self._ask(plugin, hook, {"pack_names": tuple(packs)})
            if self._answers[hook]:
                self.all(hook)  # a clash shows at once

    def _ask(self, plugin: Plugin, hook: str, arguments: Mapping[str, object]) -> None:
        if self._plugins[plugin.name].error is not None:
            return
        for implementation in getattr(self._manager.hook, hook).get_hookimpls():
            if implementation.plugin_name != plugin.name:
                continue
            try:
                answer = implementation.function(*(arguments[name] for name in implementation.argnames))
                entries = list(answer.items() if isinstance(answer, Mapping) else answer)
                for entry in entries:
                    _NAMES[hook](entry)
            except Exception as error:  # a plugin is someone's code; the others go on
                self._set_aside(plugin, _failure(plugin, hook, error))
                return
            self._answers[hook].setdefault(plugin.name, []).extend(entries)

    def _merge(self, hook: str) -> Iterator[Any]:
        if BUILTIN not in self._answers[hook]:
            self._ask(self._plugins[BUILTIN], hook, {"pack_names": ()})
        owners: dict[tuple[str, str], str] = {}
        for plugin in self._plugins:
            for entry in self._answers[hook].get(plugin, ()):
                for what, name in _NAMES[hook](entry):
                    if (what, name) in owners:
                        raise NameClashError(what, name, owners[what, name], plugin)
                    owners[what, name] = plugin
                yield entry


def _discovered() -> Iterator[tuple[Plugin, EntryPoint]]:
    from importlib.metadata import entry_points  # noqa: PLC0415 -- not needed by a Kit that discovers nothing

    found = [
        (entry.name, entry.dist.name if entry.dist else "", entry)
        for entry in entry_points(group=hookspecs.PROJECT)
    ]
    for name, distribution, entry in sorted(found, key=lambda found: found[:2]):
        yield (
            Plugin(name=name, distribution=distribution, version=entry.dist.version if entry.dist else ""),
            entry,
        )


def _given(plugin: object) -> Plugin:
    return Plugin(name=plugin.__name__ if isinstance(plugin, ModuleType | type) else type(plugin).__name__)


def _implemented(plugin: object) -> Iterator[str]:
    """Names of everything that is marked as an implementation, hooks that do not exist included."""
    for name in dir(plugin):
        if getattr(getattr(plugin, name, None), f"{hookspecs.PROJECT}_impl", None):
            yield name


def _nearest(hook: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 -- only a mistake pays for it

    return get_close_matches(hook, _HOOKS, n=1, cutoff=0)[0]


def _failure(plugin: Plugin, step: str, error: BaseException) -> PluginError:
    return PluginError(plugin.name, plugin.label, step, f"{type(error).__name__}: {error}")


def _fits(required: str) -> bool:
    """Whether this core has the major version asked for and at least the minor one."""
    wanted, have = (
        tuple(int(step) for step in version.split(".")[:2]) for version in (required, __version__)
    )
    return wanted[0] == have[0] and wanted <= have
