"""The entry point: finds the command, and turns every error into one clear message and an exit status."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, cast

import click

from unionkit._version import __version__

from ._localised import Parsed, localised
from ._state import State
from ._usage import worded

if TYPE_CHECKING:
    from unionkit.errors import Lang

_COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "new": ("写一份起始计划", "Write a plan to start from"),
    "import": ("把旧计划（文字、Word）读成计划文件", "Read an old plan (text or Word) into a plan file"),
    "check": ("检查计划文件", "Check plan files"),
    "render": ("把计划打印成 Word、Markdown 或文本", "Print a plan as Word, Markdown or text"),
    "calendar": (
        "按月列出计划里的日子：活动、福利、目标截止",
        "List the days of a plan by month: activities, welfare, deadlines",
    ),
    "migrate": ("把旧格式的计划文件改写成最新格式", "Bring plan files to the newest format"),
    "schema": (
        "写出计划文件的 JSON Schema，供编辑器使用",
        "Write the JSON Schema of plan files, for editors",
    ),
    "explain": (
        "说明一条规则和它的限额、依据",
        "Explain a rule, its limits and what they rest on",
    ),
    "rules": ("列出规则及其依据", "List the rules and what they rest on"),
    "packs": ("列出已安装的模板包", "List the installed template packs"),
    "pack": ("新建模板包，或检查一个模板包", "Begin a template pack, or check one"),
    "plugins": ("列出已安装的插件", "List the installed plugins"),
    "help": ("显示帮助；--all 包括插件的命令", "Show help; --all includes the commands of plugins"),
}
"""The built-in commands and what they do; their modules are imported when they run."""

_GARBAGE_THRESHOLD: Final = 100_000
"""Allocations between two searches for cycles, for a process that does one thing."""

COULD_NOT_RUN: Final = 2
"""Exit status when a command could not do its work."""


class Commands(Parsed, click.Group):
    """Built-in commands by name; any other is looked for among the plugins."""

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return a command, from a plugin when it is not built in."""
        state = cast("State", context.obj)
        if name in _COMMANDS:
            module = import_module(f"unionkit.cli._{name}")
            return cast("Callable[[State], click.Command]", module.command)(state)
        return next((command for command in self.added(state) if command.name == name), None)

    def added(self, state: State) -> Sequence[click.Command]:
        """Return the commands of plugins."""
        return state.kit.commands(taken=_COMMANDS)

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first word names."""
        state, name = cast("State", context.obj), args[0]
        command = self.get_command(context, name)
        if command is None:
            from difflib import get_close_matches  # noqa: PLC0415 -- only a mistake pays for it

            state.tell_set_aside()
            near = "".join(get_close_matches(name, _COMMANDS, n=1))
            context.fail(
                state.say(
                    f"没有命令“{name}”{f'，是不是 {near}？' if near else '。'}",
                    f"There is no command “{name}”{f'; did you mean {near}?' if near else '.'}",
                )
            )
        return name, command, args[1:]

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the built-in commands."""
        state = cast("State", context.obj)
        with formatter.section("Commands"):
            formatter.write_dl([(name, state.say(*words)) for name, words in _COMMANDS.items()])


def _group(state: State) -> click.Group:
    def show_version(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
        if wanted:
            click.echo(f"unionkit {__version__}")
            context.exit()

    def without_command() -> None:
        context = click.get_current_context()
        if context.invoked_subcommand is None:
            click.echo(context.get_help())

    version = click.Option(
        ["--version"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        help=state.say("显示版本并退出", "Show the version and exit"),
        callback=show_version,
    )
    language = click.Option(
        ["--lang"],
        metavar="[zh|en]",
        expose_value=False,
        help=state.say("语言；可写在任何位置，默认 zh", "Language; may stand anywhere, zh by default"),
    )
    without = click.Option(
        ["--without"],
        metavar=state.say("插件", "PLUGIN"),
        expose_value=False,
        help=state.say("不用这个插件；可写多次", "Leave this plugin out; may be given several times"),
    )
    group = Commands(
        "unionkit",
        callback=without_command,
        params=[language, without, version],
        add_help_option=False,
        invoke_without_command=True,
        options_metavar=state.say("[选项]", "[OPTIONS]"),
        subcommand_metavar=state.say("命令 [参数]...", "COMMAND [ARGS]..."),
        help=state.say(
            "工会工作计划：读入、检查、打印。", "Work plans of Chinese trade unions: read, check, print."
        ),
    )
    return cast("click.Group", localised(group, state))


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command line and return the exit status: 0 passed, 1 findings, 2 could not run.

    Args:
        arguments: The words behind the name of the program. None: those of this process.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if arguments is None:
        # A process of its own runs once and ends: looking for cycles costs more than it could free.
        gc.set_threshold(_GARBAGE_THRESHOLD)
    words = list(sys.argv[1:] if arguments is None else arguments)
    state = State("zh")
    try:
        given, state.without = _take_globals(words)
        state.lang, state.lang_given = given or "zh", given is not None
        status = _run(state, words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.ClickException as error:
        return _fail(state, worded(error, state))
    except (click.Abort, EOFError, KeyboardInterrupt):
        return _fail(state, state.say("已中断。", "Interrupted."))
    except Exception as error:
        from unionkit.errors import UnionkitError  # noqa: PLC0415 -- `--help` does without

        if isinstance(error, UnionkitError):
            return _fail(state, error.message(state.lang))
        if isinstance(error, OSError):  # files are read and written by parts that raise errors of ours
            return _fail(state, _output_lost(state, error))
        if sys.flags.dev_mode:
            raise
        return _fail(state, _broken(state, error))
    return status


def _run(state: State, words: list[str]) -> int:
    """Run a command by itself: the way in which click runs it would turn a closed pipe into status 1."""
    group = _group(state)
    try:
        with group.make_context("unionkit", words, obj=state) as context:
            status: Any = group.invoke(context)
    except click.exceptions.Exit as ended:
        status = ended.exit_code
    return status if isinstance(status, int) else 0


def _take_globals(words: list[str]) -> tuple[Lang | None, list[str]]:
    """
    Take ``--lang`` and ``--without`` out of the words, wherever they stand.

    Every command then speaks one language from the start, and finds the same plugins.
    """
    lang: Lang | None = None
    without: list[str] = []
    at = 0
    while at < len(words) and words[at] != "--":
        name, joined, value = words[at].partition("=")
        if name not in ("--lang", "--without"):
            at += 1
            continue
        value = value if joined else "".join(words[at + 1 : at + 2])
        del words[at : at + (1 if joined else 2)]
        if name == "--without":
            without.append(value)
        elif value in ("zh", "en"):
            lang = cast("Lang", value)
        else:
            raise click.UsageError(f"--lang zh | --lang en（{value}）")
    return lang, without


def _fail(state: State, message: str) -> int:
    for line in message.splitlines():
        state.tell(f"{state.say('错误', 'Error')}: {line}")
    _let_go_of_output()
    return COULD_NOT_RUN


def _broken(state: State, error: Exception) -> str:
    """Word a fault of the program itself; who wants to see where runs ``python -X dev -m unionkit``."""
    what = f"{type(error).__name__}: {error}"
    return state.say(
        f"程序自身出错，没有做完：{what}。请告知 unionkit 或相关插件的作者。",
        f"The program itself failed and did not finish: {what}. Tell the authors of unionkit or of the plugin.",
    )


def _output_lost(state: State, error: OSError) -> str:
    if isinstance(error, BrokenPipeError):
        return state.say(
            "接收输出的程序已经退出，输出不完整。",
            "The program that takes the output has gone; the output is incomplete.",
        )
    from unionkit.files import reason  # noqa: PLC0415 -- `--help` does without

    zh, en = reason(error)
    return state.say(f"写不了标准输出：{zh}。", f"Cannot write to standard output: {en}.")


def _let_go_of_output() -> None:
    """Send what is still buffered for a reader that has gone nowhere, so that Python does not complain at exit."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
