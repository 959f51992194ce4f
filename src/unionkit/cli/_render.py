"""``unionkit render``: a plan, or one of its pack's papers, as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ._localised import Option, make_command
from ._state import STANDARD, State

if TYPE_CHECKING:
    from unionkit.model import Plan


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
        state.refuse_overwriting(plan, output)
        kit = state.kit
        chosen = output_format or ("docx" if output == STANDARD else kit.format_of(output))
        file = state.load(plan)
        rendered = kit.rendered(file, chosen, paper=paper, pack=pack, renumber=renumber)
        state.tell_set_aside()
        _tell_private(state, file.plan, paper, pack)
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


def _tell_private(state: State, plan: Plan, paper: str | None, pack: str | None) -> None:
    """Say how many facts about named persons were left out, which nobody would see otherwise."""
    count = sum(1 for _, node in plan.walk() if getattr(node, "private", False))
    papers = state.kit.pack(pack or plan.pack or "").papers if paper is not None else ()
    if count and not any(known.name == paper and known.private for known in papers):
        state.tell(
            state.say(
                f"注意: 有 {count} 项涉及个人（private），连同所在段落没有打印。",
                f"Note: {count} private facts were left out, with the paragraphs that state them.",
            )
        )
