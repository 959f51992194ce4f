"""``unionkit new``: a plan to start from."""

from __future__ import annotations

import click

from ._main import make_command
from ._state import STANDARD, State


def command(state: State) -> click.Command:
    """Return the command."""

    def run(pack: str, year: int, half: str, output: str) -> None:
        text = state.kit.new(pack, year=year, half=int(half))
        state.tell_set_aside()
        state.write(output, text.encode())

    return make_command(
        state,
        "new",
        callback=run,
        help=state.say(
            "用模板包写一份起始计划，供填写。", "Write the starter plan of a template pack, to be filled in."
        ),
        params=[
            click.Option(
                ["--pack"], required=True, help=state.say("模板包的名称", "Name of the template pack")
            ),
            click.Option(
                ["--year"],
                required=True,
                type=click.IntRange(1949, 2100),
                help=state.say("年份", "Calendar year"),
            ),
            click.Option(
                ["--half"],
                required=True,
                type=click.Choice(["1", "2"]),
                help=state.say("1 上半年，2 下半年", "1 January to June, 2 July to December"),
            ),
            click.Option(
                ["-o", "--output"],
                default=STANDARD,
                metavar="FILE",
                help=state.say(
                    "写到哪个文件；- 为标准输出（默认）", "File to write; - is standard output (default)"
                ),
            ),
        ],
    )
