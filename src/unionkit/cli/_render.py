"""``unionkit render``: a plan, or one of its pack's papers, as a document."""

from __future__ import annotations

import click

from ._localised import Option, make_command
from ._state import STANDARD, State


def command(state: State) -> click.Command:
    """Return the command."""

    def run(
        *,
        plan: str,
        output: str,
        output_format: str | None,
        paper: str | None,
        pack: str | None,
        renumber: bool,
    ) -> None:
        kit = state.kit
        chosen = output_format or ("docx" if output == STANDARD else kit.format_of(output))
        rendered = kit.rendered(state.load(plan), chosen, paper=paper, pack=pack, renumber=renumber)
        state.tell_set_aside()
        for skipped in rendered.skipped:
            state.tell(
                state.say(
                    f"未打印第 {skipped.index + 1} 块：{skipped.reason}",
                    f"Block {skipped.index + 1}: {skipped.reason}",
                )
            )
        state.write(output, rendered.data)

    return make_command(
        state,
        "render",
        callback=run,
        help=state.say(
            "把计划打印成文件；格式由文件名的后缀决定（.docx、.md、.txt）。",
            "Print a plan to a file; the ending of its name says in which format (.docx, .md, .txt).",
        ),
        params=[
            click.Argument(["plan"]),
            Option(
                state,
                ["-o", "--output"],
                required=True,
                metavar="FILE",
                help=state.say("写到哪个文件；- 为标准输出", "File to write; - is standard output"),
            ),
            Option(
                state,
                ["--format", "output_format"],
                metavar="NAME",
                help=state.say("格式的名称，代替后缀", "Name of the format, instead of the ending"),
            ),
            Option(
                state,
                ["--paper"],
                metavar="NAME",
                help=state.say("打印模板包的哪种专用文书", "Print this paper of the pack"),
            ),
            Option(
                state,
                ["--pack"],
                metavar="NAME",
                help=state.say(
                    "用哪个模板包打印；neutral 为不用模板包", "Print with this pack; neutral: with none"
                ),
            ),
            Option(
                state,
                ["--renumber"],
                is_flag=True,
                help=state.say(
                    "不用存下的编号，全部重新编号", "Drop the stored numbers and number everything anew"
                ),
            ),
        ],
    )
