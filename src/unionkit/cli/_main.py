"""The entry point: finds the command, and turns every error into one clear message and an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, cast

import click

from unionkit._version import __version__

from ._state import State

if TYPE_CHECKING:
    from unionkit.errors import Lang

_COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "new": ("写一份起始计划", "Write a plan to start from"),
    "import": ("把旧计划（文字）读成计划文件", "Read an old plan (prose) into a plan file"),
    "check": ("检查计划文件", "Check plan files"),
    "render": ("把计划打印成 Word、Markdown 或文本", "Print a plan as Word, Markdown or text"),
    "packs": ("列出已安装的模板包", "List the installed template packs"),
    "plugins": ("列出已安装的插件", "List the installed plugins"),
    "help": ("显示帮助；--all 包括插件的命令", "Show help; --all includes the commands of plugins"),
}
"""The built-in commands and what they do; their modules are imported when they run."""

_HEADINGS: Final = {"Options": "选项", "Commands": "命令"}
COULD_NOT_RUN: Final = 2
"""Exit status when a command could not do its work."""


class _ChineseFormatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "用法: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


class _ChineseContext(click.Context):
    formatter_class = _ChineseFormatter


def make_command(state: State, name: str | None, **options: Any) -> click.Command:
    """Return a command whose help is in the language of this run."""
    command = click.Command(name, add_help_option=False, **options)
    return _localised(command, state)


def _localised(command: click.Command, state: State) -> click.Command:
    if state.lang == "zh":
        command.context_class = _ChineseContext
    command.params.append(
        click.Option(
            ["--help"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            help=state.say("显示帮助并退出", "Show this help and exit"),
            callback=_show_help,
        )
    )
    return command


def _show_help(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 -- click's own
    if wanted:
        click.echo(context.get_help())
        context.exit()


class _Commands(click.Group):
    """Built-in commands by name; any other is looked for among the plugins."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        state = cast("State", context.obj)
        if name in _COMMANDS:
            module = import_module(f"unionkit.cli._{name}")
            return cast("Callable[[State], click.Command]", module.command)(state)
        return next((command for command in state.kit.commands() if command.name == name), None)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        state = cast("State", context.obj)
        with formatter.section("Commands"):
            formatter.write_dl([(name, state.say(*words)) for name, words in _COMMANDS.items()])


def _group(state: State) -> click.Group:
    def show_version(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
        if wanted:
            click.echo(f"unionkit {__version__}")
            context.exit()

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
        type=click.Choice(["zh", "en"]),
        expose_value=False,
        help=state.say("语言；可写在任何位置，默认 zh", "Language; may stand anywhere, zh by default"),
    )
    group = _Commands(
        "unionkit",
        params=[language, version],
        add_help_option=False,
        no_args_is_help=True,
        help=state.say(
            "工会工作计划：读入、检查、打印。", "Work plans of Chinese trade unions: read, check, print."
        ),
    )
    return cast("click.Group", _localised(group, state))


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command line and return the exit status: 0 passed, 1 findings, 2 could not run.

    Args:
        arguments: The words behind the name of the program. None: those of this process.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = list(sys.argv[1:] if arguments is None else arguments)
    state = State("zh")
    try:
        state.lang = _take_language(words)
        status = _group(state).main(words, prog_name="unionkit", standalone_mode=False, obj=state)
        sys.stdout.flush()
    except click.ClickException as error:
        return _fail(state, _worded(error, state))
    except (click.Abort, KeyboardInterrupt):
        return _fail(state, state.say("已中断。", "Interrupted."))
    except BrokenPipeError:
        _let_go_of_output()
        return _fail(
            state,
            state.say("接收输出的程序已经退出，输出不完整。", "The program that takes the output has gone."),
        )
    except Exception as error:
        from unionkit.errors import UnionkitError  # noqa: PLC0415 -- `--help` does without

        if not isinstance(error, UnionkitError):
            raise
        _let_go_of_output()
        return _fail(state, error.message(state.lang))
    return status if isinstance(status, int) else 0


def _take_language(words: list[str]) -> Lang:
    """Take ``--lang`` out of the words, wherever it stands, so that every command speaks one language from the start."""
    for at, word in enumerate(words):
        if word == "--":
            break
        if word == "--lang" or word.startswith("--lang="):
            value = word.partition("=")[2] or "".join(words[at + 1 : at + 2])
            if value not in ("zh", "en"):
                raise click.UsageError(f"--lang zh | --lang en（{value}）")
            del words[at : at + (1 if "=" in word else 2)]
            return cast("Lang", value)
    return "zh"


def _fail(state: State, message: str) -> int:
    try:
        for line in message.splitlines():
            state.tell(f"{state.say('错误', 'Error')}: {line}")
    except OSError:
        _let_go_of_output()
    return COULD_NOT_RUN


def _let_go_of_output() -> None:
    """Send what is still buffered for a reader that has gone nowhere, so that Python does not complain at exit."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _worded(error: click.ClickException, state: State) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "unionkit"
    hint = state.say(f"用 {command} --help 查看用法。", f"See {command} --help.")
    return f"{_usage_message(error, state)} {hint}"


def _usage_message(error: click.ClickException, state: State) -> str:
    if state.lang == "en":
        return error.format_message()
    if isinstance(error, click.NoSuchOption):
        near = f"是不是 {'、'.join(sorted(error.possibilities))}？" if error.possibilities else ""
        return f"没有选项 {error.option_name}。{near}"
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param is not None else ""
        shown = error.param.opts[0] if isinstance(error.param, click.Option) else name
        return f"缺少 {shown}。"
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if error.param is not None else ""
        return f"{name} 的值不对：{error.message}"
    return f"命令行有误：{error.format_message()}"
