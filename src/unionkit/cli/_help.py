"""``unionkit help``: help on the whole or on one command; ``--all`` includes the commands of plugins."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from ._localised import Option, make_command
from ._state import State

if TYPE_CHECKING:
    from ._main import Commands


def command(state: State) -> click.Command:
    """Return the command."""

    def run(*, name: str | None, everything: bool) -> None:
        context = click.get_current_context().find_root()
        group = cast("Commands", context.command)
        if name is None:
            click.echo(context.get_help())
        else:
            _, chosen, _ = group.resolve_command(context, [name])
            assert chosen is not None  # noqa: S101 -- resolve_command raises for an unknown name
            click.echo(chosen.get_help(type(context)(chosen, parent=context, info_name=name)))
        if everything:
            added = group.added(state)
            state.tell_set_aside()
            click.echo(f"\n{state.say('插件的命令', 'Commands of plugins')}:")
            for each in added:
                click.echo(f"  {each.name}  {each.get_short_help_str()}")
            if not added:
                click.echo(f"  {state.say('（无）', '(none)')}")

    return make_command(
        state,
        "help",
        callback=run,
        help=state.say("显示帮助。", "Show help."),
        params=[
            click.Argument(["name"], required=False),
            Option(
                state,
                ["--all", "everything"],
                is_flag=True,
                help=state.say("包括插件的命令", "Include the commands of plugins"),
            ),
        ],
    )
