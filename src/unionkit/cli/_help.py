"""``unionkit help``: help on the whole or on one command; ``--all`` includes the commands of plugins."""

from __future__ import annotations

import click

from ._main import make_command
from ._state import State


def command(state: State) -> click.Command:
    """Return the command."""

    def run(*, name: str | None, everything: bool) -> None:
        context = click.get_current_context().find_root()
        group = context.command
        assert isinstance(group, click.Group)  # noqa: S101 -- the root is the group
        if name is None:
            click.echo(context.get_help())
        else:
            _, chosen, _ = group.resolve_command(context, [name])
            assert chosen is not None  # noqa: S101 -- resolve_command raises for an unknown name
            click.echo(chosen.get_help(type(context)(chosen, parent=context, info_name=name)))
        if everything:
            click.echo(f"\n{state.say('插件的命令', 'Commands of plugins')}:")
            for added in state.kit.commands():
                click.echo(f"  {added.name}  {added.get_short_help_str()}")

    return make_command(
        state,
        "help",
        callback=run,
        help=state.say("显示帮助。", "Show help."),
        params=[
            click.Argument(["name"], required=False),
            click.Option(
                ["--all", "everything"],
                is_flag=True,
                help=state.say("包括插件的命令", "Include the commands of plugins"),
            ),
        ],
    )
