"""``unionkit new``: a plan to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ._localised import Option, make_command, one_of, whole_number
from ._state import STANDARD, State

if TYPE_CHECKING:
    from unionkit.hookspecs import Pack
    from unionkit.kit import Answers


def command(state: State) -> click.Command:
    """Return the command."""

    def run(
        pack: str | None,
        sector: str | None,
        year: int | None,
        half: str | None,
        term: str | None,
        answers: str | None,
        defaults: bool,  # noqa: FBT001 -- an option of click
        questions: bool,  # noqa: FBT001 -- as above
        force: bool,  # noqa: FBT001 -- as above
        output: str,
    ) -> None:
        from pathlib import Path  # noqa: PLC0415 -- `--help` does without

        from unionkit.errors import WriteAccessError  # noqa: PLC0415 -- as above

        from ._asking import asked, may_ask  # noqa: PLC0415 -- as above

        chosen = _pack(state, pack, sector)
        if (half is None) == (term is None):
            raise click.UsageError(
                state.say("请写 --half（半年）或 --term（学期），两者选一。", "Give either --half or --term.")
            )
        when = {"half": int(half) if half else None, "term": int(term) if term else None}
        if sum((questions, defaults, answers is not None)) > 1:
            raise click.UsageError(
                state.say(
                    "--answers、--defaults、--questions 只能写一个。",
                    "Give one of --answers, --defaults and --questions.",
                )
            )
        if output != STANDARD and not force and Path(output).exists():
            raise WriteAccessError(
                output,
                "已经存在；换个文件名，或加 --force",
                "it exists already; take another name, or add --force",
            )
        if questions:
            text = state.kit.questions_file(chosen.name, **when)
            state.tell_set_aside()
            state.write(output, text.encode())
            return
        if year is None:
            raise click.UsageError(state.say("请写 --year（年份）。", "Give the year: --year."))
        given: Answers | None = Path(answers) if answers is not None else None
        if given is None and not defaults and may_ask():
            given = asked(state, state.kit.questions(chosen.name, **when))
        text = state.kit.new(chosen.name, year=year, **when, answers=given)
        state.tell_set_aside()
        state.write(output, text.encode())

    return make_command(
        state,
        "new",
        callback=run,
        help=state.say(
            "用模板包写一份起始计划，供填写。在终端上会逐项询问；答案也可以写在文件里（--answers）。",
            "Write the starter plan of a template pack, to be filled in. On a terminal it asks for what to fill in; the "
            "answers may also stand in a file (--answers).",
        ),
        params=[
            Option(
                state,
                ["--pack"],
                metavar="NAME",
                help=state.say("模板包的名称", "Name of the template pack"),
            ),
            Option(
                state,
                ["--sector"],
                metavar="NAME",
                help=state.say("行业；用为它安装的模板包", "A sector instead: the pack that serves it"),
            ),
            Option(
                state,
                ["--year"],
                type=whole_number(state, 1949, 2100),
                metavar="YEAR",
                help=state.say(
                    "年份；写 --term 时是学年开始的那一年",
                    "Calendar year; with --term, the year in which the school year begins",
                ),
            ),
            Option(
                state,
                ["--half"],
                type=one_of(state, "1", "2"),
                help=state.say("1 上半年，2 下半年", "1 January to June, 2 July to December"),
            ),
            Option(
                state,
                ["--term"],
                type=one_of(state, "1", "2"),
                help=state.say(
                    "学期：1 第一学期（秋），2 第二学期（春）", "School term instead: 1 autumn, 2 spring"
                ),
            ),
            Option(
                state,
                ["--answers"],
                metavar="FILE",
                help=state.say("填空项的答案（YAML 或 JSON）", "Answers to fill in (YAML or JSON)"),
            ),
            Option(
                state,
                ["--defaults"],
                is_flag=True,
                help=state.say("不询问，用默认的答案", "Do not ask; take the default answers"),
            ),
            Option(
                state,
                ["--questions"],
                is_flag=True,
                help=state.say(
                    "只写出填空项，供填写答案", "Write the questions only, as a file of answers to fill in"
                ),
            ),
            Option(
                state,
                ["--force"],
                is_flag=True,
                help=state.say("覆盖已有的文件", "Write over a file that exists"),
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


def _pack(state: State, pack: str | None, sector: str | None) -> Pack:
    if (pack is None) == (sector is None):
        raise click.UsageError(
            state.say(
                "请写 --pack（模板包）或 --sector（行业），两者选一。", "Give either --pack or --sector."
            )
        )
    return state.kit.pack(pack) if pack is not None else state.kit.pack_of(sector or "")
