"""
Every hook. A plugin is a module (or object) that implements some of them and is found by the entry-point group
``unionkit``, or given to :class:`unionkit.Kit`.

Hooks return values and leave registering to the Kit, so a test can call an implementation like any function. The Kit
calls implementations one by one; one that raises is named, set aside and reported, and the others go on.

No hook is called twice by one Kit. Packs, sections, renderers and executors are asked for when the Kit is made; rules and
readers when something of theirs is first needed, and when all plugins are to be known: for :attr:`unionkit.Kit.found`,
for a check, and at once by a strict Kit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import pluggy

from ._pack import Pack

if TYPE_CHECKING:  # a program that only renders need not load rules, readers and click
    from concurrent.futures import Executor

    import click

    from unionkit.document import Section
    from unionkit.readers import Reader
    from unionkit.renderers import Renderer
    from unionkit.rules import Rule

PROJECT = "unionkit"
"""The name of the plugin system and of its entry-point group."""

hookspec = pluggy.HookspecMarker(PROJECT)

hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a function as the implementation of the hook of the same name."""


@hookspec
def unionkit_packs() -> Sequence[Pack]:  # type: ignore[empty-body]
    """
    Return template packs.

    Called when a Kit is made, before every other hook. A plan uses the pack that it names. Two packs of one name are
    refused with an error that names both plugins; a pack made for a newer core is set aside and reported.
    """


@hookspec
def unionkit_sections() -> Sequence[Section]:  # type: ignore[empty-body]
    """
    Return sections that layouts and papers may name.

    Called when a Kit is made. A section with `pack` is found only by plans of that pack, and there before one of the
    same name without. Two sections of one name and pack are refused with an error that names both plugins.
    """


@hookspec
def unionkit_renderers() -> Sequence[Renderer]:  # type: ignore[empty-body]
    """
    Return renderers, each for one format.

    Called when a Kit is made. The format is chosen by name, or by the ending of the output file. Two renderers of one
    name, or for one ending, are refused with an error that names both plugins. Import what a renderer needs when it
    is first used, not with the plugin.
    """


@hookspec
def unionkit_rules(pack_names: Sequence[str]) -> Sequence[Rule]:  # type: ignore[empty-body]
    """
    Return rules to check plans with.

    Called once for each Kit, when rules or all plugins are first asked for, and always after all packs are known. A
    program that only renders never calls it: import the rules in it, not with the plugin. A rule with `pack` is asked
    only about plans of that pack. Two rules of one code are refused with an error that names both plugins. A rule that
    raises while it checks becomes a finding about the rule.

    Args:
        pack_names: Names of all installed packs, sorted.
    """


@hookspec
def unionkit_readers() -> Sequence[Reader]:  # type: ignore[empty-body]
    """
    Return readers that turn documents into plans.

    Called once for each Kit, when readers or all plugins are first asked for: import what they need in it, not with the
    plugin. The reader is chosen by the ending of the file's name. Two readers of one name, or for one ending, are refused
    with an error that names both plugins.
    """


@hookspec
def unionkit_executors() -> Mapping[str, Callable[[], Executor]]:  # type: ignore[empty-body]
    """
    Return executors for batches, by name, each as a function that makes one.

    Called when a Kit is made. Any :class:`concurrent.futures.Executor` will do; it is shut down after the batch. Two
    executors of one name are refused with an error that names both plugins.
    """


@hookspec
def unionkit_commands() -> Sequence[click.Command]:  # type: ignore[empty-body]
    """
    Return commands for the command line.

    Called only when a command is asked for that is not built in, or by ``unionkit help --all``. Two commands of one
    name are refused with an error that names both plugins; a built-in command cannot be replaced.
    """
