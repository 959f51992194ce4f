"""``unionkit import``: an old plan in prose becomes a plan file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from ._localised import Option, make_command
from ._state import STANDARD, State

if TYPE_CHECKING:
    from unionkit.model import Plan
    from unionkit.readers import Reading


def command(state: State) -> click.Command:
    """Return the command."""

    def run(
        *, file: str, output: str | None, recognised_to: str | None, pack: str | None, keep_noise: bool
    ) -> None:
        from unionkit.files import dump_plan, load_plan  # noqa: PLC0415 -- `--help` does without
        from unionkit.readers import recognised  # noqa: PLC0415

        if output == recognised_to == STANDARD:
            raise click.UsageError(
                state.say("-o 与 --recognised 不能都写到标准输出。", "-o and --recognised cannot both be -.")
            )
        state.refuse_overwriting(file, output, recognised_to)
        reading = _read(state, file, keep_noise=keep_noise)
        text = dump_plan(_with_pack(state, reading, pack))
        _tell_noise(state, reading, keep_noise=keep_noise)
        state.tell_set_aside()
        if recognised_to is not None:
            said = json.dumps(recognised(reading, load_plan(text)), ensure_ascii=False, indent=1)
            state.write(recognised_to, f"{said}\n".encode())
        if output is not None or recognised_to is None:
            state.write(output or STANDARD, text.encode())

    return make_command(
        state,
        "import",
        callback=run,
        help=state.say(
            "把旧计划（.txt 或 .docx）读成计划文件：标题、单位类别、计划期、各级标题和段落，原文一字不丢。"
            "Word 自动编的号写成文字；页眉、页脚和脚注不读。",
            "Read an old plan (.txt or .docx) into a plan file: title, sector, period, headings and paragraphs, with "
            "nothing of the text lost. Numbers made by Word are written out; headers, footers and footnotes are not read.",
        ),
        params=[
            click.Argument(["file"]),
            Option(
                state,
                ["-o", "--output"],
                metavar="FILE",
                help=state.say(
                    "计划文件写到哪里；- 为标准输出（默认）",
                    "Plan file to write; - is standard output (default)",
                ),
            ),
            Option(
                state,
                ["--recognised", "recognised_to"],
                metavar="FILE",
                help=state.say(
                    "把认出的内容写成 JSON；- 为标准输出",
                    "Write what was recognised as JSON; - is standard output",
                ),
            ),
            Option(
                state,
                ["--pack"],
                metavar="NAME",
                help=state.say("计划采用的模板包", "Template pack that the plan is to use"),
            ),
            Option(
                state,
                ["--keep-noise"],
                is_flag=True,
                help=state.say("保留网页残留文字", "Keep what a website left in the text"),
            ),
        ],
    )


def _read(state: State, file: str, *, keep_noise: bool) -> Reading:
    if file == STANDARD:
        return state.kit.reads(state.read_standard_input(), name=STANDARD, keep_noise=keep_noise)
    return state.kit.read(file, keep_noise=keep_noise)


def _with_pack(state: State, reading: Reading, pack: str | None) -> Plan:
    import attrs  # noqa: PLC0415 -- `--help` does without

    return attrs.evolve(reading.plan, pack=state.kit.pack(pack).name) if pack else reading.plan


def _tell_noise(state: State, reading: Reading, *, keep_noise: bool) -> None:
    for noise in reading.noise:
        line = reading.source.count("\n", 0, noise.span[0]) + 1
        shown = noise.text if len(noise.text) <= 40 else f"{noise.text[:37]}…"
        if keep_noise:
            state.tell(
                state.say(
                    f"{reading.name}:{line}: 疑为网页残留：{shown}",
                    f"{reading.name}:{line}: website noise? {shown}",
                )
            )
        else:
            state.tell(
                state.say(
                    f"{reading.name}:{line}: 删去网页残留：{shown}（--keep-noise 可保留）",
                    f"{reading.name}:{line}: cut website noise: {shown} (--keep-noise keeps it)",
                )
            )
