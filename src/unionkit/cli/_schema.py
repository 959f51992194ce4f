"""``unionkit schema``: the JSON Schema of the plan file, for editors."""

from __future__ import annotations

import json

import click

from ._localised import Option, make_command
from ._state import STANDARD, State


def command(state: State) -> click.Command:
    """Return the command."""

    def run(*, pack: str | None, output: str) -> None:
        from unionkit.files import plan_schema  # noqa: PLC0415 -- `--help` does without
        from unionkit.kit import class_of  # noqa: PLC0415 -- as above
        from unionkit.model import CORE_VOCABULARY  # noqa: PLC0415 -- as above

        packs = [state.kit.pack(pack)] if pack is not None else list(state.kit.packs.values())
        vocabulary = CORE_VOCABULARY
        for one in packs:
            vocabulary |= one.vocabulary
        schema = plan_schema(
            vocabulary=vocabulary, packs={one.name: (one.title, one.title_en, class_of(one)) for one in packs}
        )
        state.tell_set_aside()
        state.write(output, (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode())

    return make_command(
        state,
        "schema",
        callback=run,
        help=state.say(
            "写出计划文件的 JSON Schema（2020-12），编辑器据此提示和检查。",
            "Write the JSON Schema (2020-12) of plan files; editors complete and check by it.",
        ),
        params=[
            Option(
                state,
                ["--pack"],
                metavar="NAME",
                help=state.say(
                    "只包括这个模板包；默认包括已安装的全部",
                    "Only this pack; by default all that are installed",
                ),
            ),
            Option(
                state,
                ["-o", "--output"],
                default=STANDARD,
                metavar="FILE",
                help=state.say("写到哪个文件；默认标准输出", "File to write; standard output by default"),
            ),
        ],
    )
