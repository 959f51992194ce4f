"""``unionkit new``: a plan to start from."""

from __future__ import annotations

import click

from ._localised import Option, make_command, one_of, whole_number
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
            Option(
                state,
                ["--pack"],
                metavar="NAME",
                required=True,
                help=state.say("模板包的名称", "Name of the template pack"),
            ),
            Option(
                state,
                ["--year"],
                required=True,
                type=whole_number(state, 1949, 2100),
                metavar="YEAR",
                help=state.say("年份", "Calendar year"),
            ),
            Option(
                state,
                ["--half"],
                required=True,
                type=one_of(state, "1", "2"),
                help=state.say("1 上半年，2 下半年", "1 January to June, 2 July to December"),
            ),
            Option(
                state,
                ["-o", "--output"],
                default=STANDARD,
                metavar="FILE",
                help=state.say(
                    "写到哪个文件；- 为标准输出（默认）", "File to write; - is standard output (default)"
                ),
            ),
        ],
    )
