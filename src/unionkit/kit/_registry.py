"""The registry: plugins are asked one by one, and set aside when they fail."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

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

from . import _builtin
from ._contributions import Name, entries, names
from ._plugin import Load, Plugin, given, implemented, installed

BUILTIN: Final = "unionkit"
"""The name of the plugin that brings the built-in parts."""

_HOOKS: Final = tuple(name for name in hookspecs.__all__ if name.startswith("unionkit_"))

_AT_ONCE: Final = ("unionkit_packs", "unionkit_sections", "unionkit_renderers", "unionkit_executors")
"""Hooks that are called when a Kit is made, the packs first."""

_WHEN_NEEDED: Final = ("unionkit_rules", "unionkit_readers")
"""Hooks that are called when something of theirs is first needed, or to know of all plugins whether they fail."""


class Registry:
    """What all plugins of one Kit contribute. Each hook is called once; safe between threads."""

    def __init__(
        self, *, discover: bool, plugins: Sequence[object], disabled: Sequence[str], strict: bool
    ) -> None:
        self._strict = strict
        self._lock = threading.RLock()
        self._manager = pluggy.PluginManager(hookspecs.PROJECT)
        self._manager.add_hookspecs(hookspecs)
        self._plugins: dict[str, Plugin] = {}
        self._answers: dict[str, dict[str, list[Any]]] = {hook: {} for hook in _HOOKS}
        self._merged: dict[str, list[tuple[str, Any]]] = {}
        self._asked: set[str] = set()
        self._register(Plugin(name=BUILTIN), _builtin)
        found = [*(installed() if discover else ()), *map(given, plugins)]
        _refuse_unknown(disabled, [plugin for plugin, _ in found])
        for plugin, load in found:
            if not (disabled and {plugin.name, plugin.distribution} & set(disabled)):
                self._add(plugin, load)
        self._ask_all((*_AT_ONCE, *_WHEN_NEEDED) if strict else _AT_ONCE)

    # ------------------------------------------------------------ what was found

    @property
    def plugins(self) -> tuple[Plugin, ...]:
        """Every plugin, those set aside included, the built-in one first; asked for everything but commands."""
        with self._lock:
            for hook in _WHEN_NEEDED:
                self._ask_others(hook)
            return tuple(self._plugins.values())

    @property
    def set_aside(self) -> dict[str, UnionkitError]:
        """Why plugins were set aside so far, by name; nobody is asked for more."""
        with self._lock:
            return {name: plugin.error for name, plugin in self._plugins.items() if plugin.error is not None}

    def all(self, hook: str) -> list[Any]:
        """Return everything contributed through `hook`, in the order of the plugins."""
        return [entry for _, entry in self._all(hook)]

    def commands(self, taken: Iterable[str]) -> list[Any]:
        """
        Ask for commands, which only an unknown command or the full help needs.

        Args:
            taken: Names of the built-in commands, which nobody may contribute.
        """
        hook = "unionkit_commands"
        with self._lock:
            for owner, command in self._all(hook):
                if command.name in taken:
                    raise NameClashError("command", command.name, BUILTIN, owner)
            return self.all(hook)

    @contextmanager
    def blaming(self, hook: str, entry: object, step: str) -> Iterator[None]:
        """
        Name the plugin when something that it contributed fails at work.

        Raises:
            PluginError: It raised something that is no error of ours. What the built-in parts raise is left as it is.
        """
        try:
            yield
        except UnionkitError:
            raise
        except (Exception, SystemExit) as error:
            owner = next((name for name, known in self._all(hook) if known is entry), BUILTIN)
            if owner == BUILTIN:
                raise
            raise _failure(self._plugins[owner], step, error) from error

    def _all(self, hook: str) -> list[tuple[str, Any]]:
        with self._lock:
            self._ask_others(hook)
            if hook not in self._merged:
                self._merged[hook] = list(self._merge(hook))
            return self._merged[hook]

    # ------------------------------------------------------------ finding plugins

    def _add(self, plugin: Plugin, load: Load) -> None:
        if plugin.name in self._plugins:
            first = self._plugins[plugin.name]
            raise NameClashError(
                "plugin", plugin.name, first.label or first.name, plugin.label or plugin.name
            )
        try:
            self._register(plugin, load())
        except UnionkitError as error:
            self._set_aside(plugin, error)
        except (Exception, SystemExit) as error:  # a plugin is someone's code; the others go on
            self._set_aside(plugin, _failure(plugin, "import", error))

    def _register(self, plugin: Plugin, implementation: object) -> None:
        hooks = sorted(set(implemented(implementation)))
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
        self._merged.clear()
        self._plugins[plugin.name] = attrs.evolve(plugin, error=error)

    def _others(self) -> list[Plugin]:
        """The plugins in use that are not built in."""
        return [
            plugin for plugin in self._plugins.values() if plugin.name != BUILTIN and plugin.error is None
        ]

    # ------------------------------------------------------------ asking them

    def _ask_all(self, hooks: Iterable[str]) -> None:
        """Ask the plugins that were found; the built-in one is asked when something of it is needed."""
        for hook in hooks:
            self._ask_others(hook)
        for hook, answers in self._answers.items():
            if answers:
                self._all(hook)  # a clash shows at once

    def _ask_others(self, hook: str) -> None:
        """Ask all plugins but the built-in one, unless that was done before."""
        if hook in self._asked:
            return
        packs = [pack.name for answers in self._answers["unionkit_packs"].values() for pack in answers]
        for plugin in self._others():
            self._ask(plugin, hook, {"pack_names": tuple(sorted(packs))})
            if hook == "unionkit_packs":
                self._refuse_newer(plugin)
        self._asked.add(hook)

    def _refuse_newer(self, plugin: Plugin) -> None:
        for pack in self._answers["unionkit_packs"].get(plugin.name, ()):
            if not _fits(pack.requires):
                self._set_aside(plugin, IncompatiblePackError(pack.name, pack.requires, __version__))
                return

    def _ask(self, plugin: Plugin, hook: str, arguments: Mapping[str, object]) -> None:
        self._answers[hook].pop(plugin.name, None)  # of an earlier try, when a strict Kit raised
        for implementation in getattr(self._manager.hook, hook).get_hookimpls():
            if implementation.plugin_name != plugin.name:
                continue
            try:
                answer = implementation.function(*(arguments[name] for name in implementation.argnames))
                found = entries(hook, answer)
            except (Exception, SystemExit) as error:  # a plugin is someone's code; the others go on
                self._set_aside(plugin, _failure(plugin, hook, error))
                return
            self._answers[hook].setdefault(plugin.name, []).extend(found)

    def _merge(self, hook: str) -> Iterator[tuple[str, Any]]:
        if BUILTIN not in self._answers[hook]:
            self._ask(self._plugins[BUILTIN], hook, {"pack_names": ()})
        owners: dict[Name, str] = {}
        for plugin in self._plugins:
            for entry in self._answers[hook].get(plugin, ()):
                for what, name in names(hook, entry):
                    if (what, name) in owners:
                        raise NameClashError(what, name, owners[what, name], plugin)
                    owners[what, name] = plugin
                yield plugin, entry


def _refuse_unknown(disabled: Sequence[str], found: Sequence[Plugin]) -> None:
    if not disabled:
        return
    known = {name for plugin in found for name in (plugin.name, plugin.distribution) if name}
    for name in disabled:
        if name not in known:
            raise UnknownPluginError(name, tuple(sorted(known)))


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
