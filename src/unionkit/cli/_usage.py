"""What is wrong with a command line, in the language of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ._state import State


def worded(error: click.ClickException, state: State) -> str:
    """Say what is wrong, and how to learn more."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context is not None else "unionkit"
    return (
        f"{_message(error, state)} {state.say(f'用 {command} --help 查看用法。', f'See {command} --help.')}"
    )


def _message(error: click.ClickException, state: State) -> str:
    if isinstance(error, click.NoSuchOption):
        near = state.say("、", ", ").join(sorted(error.possibilities or ()))
        return state.say(
            f"没有选项 {error.option_name}{f'，是不是 {near}？' if near else '。'}",
            f"No such option: {error.option_name}{f'. Did you mean {near}?' if near else '.'}",
        )
    if isinstance(error, click.BadOptionUsage):
        return _option_misused(error, state)
    if isinstance(error, click.MissingParameter):
        shown = _shown(error.param)
        return state.say(f"缺少 {shown}。", f"{shown} is missing.")
    if isinstance(error, click.BadParameter):
        shown = _shown(error.param)
        return state.say(f"{shown} 的值不对：{error.message}", f"Invalid value for {shown}: {error.message}")
    return error.format_message()


def _option_misused(error: click.BadOptionUsage, state: State) -> str:
    name = error.option_name
    known = error.ctx.command.params if error.ctx is not None else ()
    if any(isinstance(each, click.Option) and each.is_flag and name in each.opts for each in known):
        return state.say(f"选项 {name} 不带值。", f"The option {name} takes no value.")
    return state.say(f"选项 {name} 后面缺少它的值。", f"The option {name} needs a value.")


def _shown(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.human_readable_name if parameter is not None else "?"
