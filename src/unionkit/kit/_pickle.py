"""How a Kit crosses to another process: as its arguments; modules, which cannot be pickled, by their names."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any, TypeVar

T = TypeVar("T")


def reduced(make: Callable[..., T], arguments: dict[str, Any]) -> tuple[Callable[..., T], tuple[()]]:
    """Return what pickle asks of ``__reduce__``."""
    plugins = tuple(
        _Module(each.__name__) if isinstance(each, ModuleType) else each for each in arguments["plugins"]
    )
    return partial(_make, make, **{**arguments, "plugins": plugins}), ()


class _Module:
    """Stands for a module."""

    def __init__(self, name: str) -> None:
        self.name = name


def _make(make: Callable[..., T], *, plugins: tuple[object, ...], **arguments: Any) -> T:
    found = tuple(import_module(each.name) if isinstance(each, _Module) else each for each in plugins)
    return make(plugins=found, **arguments)
