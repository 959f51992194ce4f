"""click in the language of a run: commands, their help, and the types of their options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from ._state import State

_HEADINGS: Final = {"Options": "选项", "Commands": "命令"}


class _ChineseFormatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "用法: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


class _ChineseContext(click.Context):
    formatter_class = _ChineseFormatter


class Option(click.Option):
    """An option that says in the language of the run that it is required."""

    def __init__(self, state: State, names: list[str], **options: Any) -> None:
        super().__init__(names, **options)
        self._state = state

    def get_help_extra(self, ctx: click.Context) -> Any:
        """Word what stands in brackets behind the help."""
        extra = super().get_help_extra(ctx)
        if "required" in extra:
            extra["required"] = self._state.say("必填", "required")
        return extra


def almanac_option(state: State) -> Option:
    """Return the option that names the user's own file of almanac data."""
    return Option(
        state,
        ["--almanac"],
        metavar="FILE",
        help=state.say(
            "自己的历书文件：节日、学期、放假安排；优先于自带的",
            "Your own almanac file: festivals, school terms, days off; it wins over what is built in",
        ),
    )


def parameters_option(state: State) -> Option:
    """Return the option that names the user's own parameter file."""
    return Option(
        state,
        ["--parameters"],
        metavar="FILE",
        help=state.say(
            "自己的参数文件：本地、本单位的限额；与自带的比较，从严适用",
            "Your own parameter file: limits of your region or unit; the stricter of these and the built-in ones applies",
        ),
    )


class Parsed(click.Command):
    """A command whose errors know it, so that they can be worded with its name and options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the words apart."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise


class _Command(Parsed):
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True  # refused below, in the language of the run
        rest = super().parse_args(ctx, _in_long(args))
        if rest and not ctx.resilient_parsing:
            named = " ".join(rest)
            ctx.fail(ctx.obj.say(f"多出了参数：{named}。", f"Got unexpected extra arguments ({named})."))
        return rest


def _in_long(words: list[str]) -> list[str]:
    """
    Write `--output` for `-o`, where that is an option beyond doubt.

    click takes each option for a long one first; to word that failure, which nobody sees, it imports more than reading
    a plan costs.
    """
    if "--" in words:
        return words
    before = ("", *words)
    return [
        "--output"
        if word == "-o" and number < len(words) and not before[number - 1].startswith("-")
        else word
        for number, word in enumerate(words, 1)
    ]


def make_command(state: State, name: str, **options: Any) -> click.Command:
    """Return a command whose help is in the language of this run."""
    metavar = state.say("[选项]", "[OPTIONS]")
    return localised(_Command(name, add_help_option=False, options_metavar=metavar, **options), state)


def localised(command: click.Command, state: State) -> click.Command:
    """Give a command its ``--help``, in the language of this run."""
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


class Worded(click.ParamType[Any]):
    """A type of click's that refuses a value in the language of the run."""

    def __init__(self, state: State, inner: click.ParamType[Any], zh: str, en: str) -> None:
        self.name = inner.name
        self._state, self._inner, self._zh, self._en = state, inner, zh, en

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """Show what may be given."""
        return self._inner.get_metavar(param, ctx)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Let the inner type convert the value."""
        try:
            return self._inner.convert(value, param, ctx)
        except click.BadParameter:
            self.fail(self._state.say(self._zh, self._en).format(value=value), param, ctx)


def one_of(state: State, *names: str) -> Worded:
    """Return the type of an option that takes one of some names."""
    zh = f"没有“{{value}}”；可以写 {'、'.join(names)}。"
    return Worded(state, click.Choice(names), zh, f"“{{value}}” is none of {', '.join(names)}.")


def whole_number(state: State, least: int, most: int) -> Worded:
    """Return the type of an option that takes a whole number."""
    zh, en = f"应为 {least} 到 {most} 的整数", f"a whole number from {least} to {most}"
    return Worded(
        state,
        click.IntRange(least, most),
        f"{zh}，却写了“{{value}}”。",
        f"expected {en}, but found “{{value}}”.",
    )


def day(state: State) -> Worded:
    """Return the type of an option that takes a day."""
    return Worded(
        state,
        click.DateTime(["%Y-%m-%d"]),
        "应为日期，如 2026-07-01，却写了“{value}”。",
        "expected a day such as 2026-07-01, but found “{value}”.",
    )
