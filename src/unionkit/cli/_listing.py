"""Listings: as lines for people, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

import click

from ._localised import Option, make_command, one_of
from ._state import State

Row = Mapping[str, object]


def _nothing() -> str:
    return ""


def listing(
    state: State,
    name: str,
    *,
    about: str,
    rows: Callable[..., Sequence[Row]],
    line: Callable[[Row], str],
    after: Callable[[], str] = _nothing,
    options: Sequence[click.Parameter] = (),
) -> click.Command:
    """
    Return a command that lists things.

    Args:
        state: Language and Kit.

        name: Name of the command.

        about: Its help.

        rows: Gives the things, as JSON has them.

        line: Words one of them for people.

        after: Words what stands below them, for people.

        options: Further options, which are handed to `rows`.
    """

    def run(output_format: str, **chosen: object) -> None:
        found = rows(**chosen)
        if output_format == "json":
            click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        else:
            for row in found:
                click.echo(line(row))
            if said := after():
                click.echo(said)

    option = Option(
        state,
        ["--format", "output_format"],
        type=one_of(state, "text", "json"),
        default="text",
        help=state.say("输出格式，默认 text", "Output format, text by default"),
    )
    return make_command(state, name, callback=run, help=about, params=[option, *options])
