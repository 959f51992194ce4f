"""``unionkit migrate``: plan files of an older format version become files of the newest."""

from __future__ import annotations

import click

from ._localised import Option, make_command
from ._main import COULD_NOT_RUN
from ._state import STANDARD, State


def command(state: State) -> click.Command:
    """Return the command."""

    def run(*, files: tuple[str, ...], output: str | None, check: bool) -> int:
        return _run(state, tuple(dict.fromkeys(files)), output, check=check)

    return make_command(
        state,
        "migrate",
        callback=run,
        help=state.say(
            "把旧格式的计划文件改写成最新格式。没有变化的地方一字不动，注释一条不少；会丢注释的文件不改写，须手工修改。"
            "退出状态：0 已是最新或已改写，1 --check 时有旧文件，2 无法改写。",
            "Bring plan files of an older format to the newest. What does not change stays byte by byte, and so do all "
            "comments; a file that would lose one is left alone, to be edited by hand. Exit status: 0 newest or "
            "migrated, 1 with --check: a file is older, 2 could not run.",
        ),
        params=[
            click.Argument(["files"], nargs=-1, required=True),
            Option(
                state,
                ["--check"],
                is_flag=True,
                help=state.say("只看是否需要，不写文件", "Only say which files are older; write nothing"),
            ),
            Option(
                state,
                ["-o", "--output"],
                metavar="FILE",
                help=state.say(
                    "写到哪里（只能有一个输入文件）；- 为标准输出；默认写回原文件",
                    "File to write (of one input); - is standard output; by default the file itself",
                ),
            ),
        ],
    )


def _run(state: State, files: tuple[str, ...], output: str | None, *, check: bool) -> int:
    from unionkit.errors import UnionkitError  # noqa: PLC0415 -- `--help` does without

    if output is not None and (check or len(files) > 1):
        raise click.UsageError(
            state.say(
                "-o 只能用于一个文件，且不与 --check 同用。", "-o goes with one file and without --check."
            )
        )
    older = failed = False
    for name in files:
        try:
            older |= _migrate(state, name, output, check=check)
        except UnionkitError as error:
            failed = True
            for line in error.message(state.lang).splitlines():
                state.tell(f"{state.say('错误', 'Error')}: {line}")
    if failed:
        return COULD_NOT_RUN
    return 1 if check and older else 0


def _migrate(state: State, name: str, output: str | None, *, check: bool) -> bool:
    """Migrate one file, and say whether it was of an older format."""
    from unionkit.files import (  # noqa: PLC0415 -- `--help` does without
        FORMAT_VERSION,
        PlanFile,
        decoded,
        read_text_file,
    )

    text = decoded(state.read_standard_input(), name) if name == STANDARD else read_text_file(name)
    file = PlanFile.parse(text, name=name)
    is_older = file.version != FORMAT_VERSION
    if is_older:
        state.tell(
            state.say(
                f"{name}: 格式版本 {file.version}，最新是 {FORMAT_VERSION}",
                f"{name}: format version {file.version}, the newest is {FORMAT_VERSION}",
            )
        )
    else:
        state.tell(
            state.say(
                f"{name}: 已是最新格式（{FORMAT_VERSION}）", f"{name}: newest format ({FORMAT_VERSION})"
            )
        )
    target = output or name
    if not check and (is_older or target != name or name == STANDARD):
        state.write(target, file.migrated().encode())
    return is_older
