"""``unionkit calendar``: when things fall, month by month, as text, for programs, or for a phone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from ._localised import Option, almanac_option, make_command
from ._state import STANDARD, State

if TYPE_CHECKING:
    from unionkit.almanac import Almanac, Entry
    from unionkit.errors import Lang
    from unionkit.files import PlanFile

    from ._calendar_festivals import Kept

_TEXT: Final = "text"
_JSON: Final = "json"
_ENDINGS: Final = {".txt": _TEXT, ".json": _JSON}
_FOR_PHONES: Final = (".ics", "ics", "ics-festivals")


def command(state: State) -> click.Command:
    """Return the command."""

    def run(
        *,
        plan: str,
        output: str,
        output_format: str | None,
        festivals: bool,
        pack: str | None,
        almanac: str | None,
    ) -> None:
        state.refuse_overwriting(plan, output)
        state.almanac = almanac
        file = state.load(plan)
        chosen = output_format or _ENDINGS.get(Path(output).suffix.lower()) or _format_of(state, output)
        if chosen in (_TEXT, _JSON):
            said = _said(state, file, chosen, pack=pack, festivals=festivals)
        else:
            _check_format(state, chosen, festivals=festivals)
            data = state.kit.rendered(file, chosen, pack=pack).data
        state.tell_set_aside()
        state.tell_private(file.plan)
        if chosen not in (_TEXT, _JSON):
            state.write(output, data)
        elif output == STANDARD:
            click.echo(said, nl=False)
        else:
            state.write(output, said.encode())

    return make_command(
        state,
        "calendar",
        callback=run,
        help=state.say(
            "按月列出计划里的日子：活动、福利和关爱、目标截止，以及没有日期的事项和原因。",
            "List the days of a plan by month: activities, welfare, deadlines of goals, and what has no date and why.",
        ),
        params=[
            click.Argument(["plan"]),
            Option(
                state,
                ["-o", "--output"],
                metavar="FILE",
                default=STANDARD,
                help=state.say(
                    "写到哪个文件；后缀决定格式（.txt、.json；装了 unionkit-ics 还有 .ics）",
                    "File to write; its ending says in which format (.txt, .json; with unionkit-ics also .ics)",
                ),
            ),
            Option(
                state,
                ["--format", "output_format"],
                metavar="NAME",
                help=state.say(
                    "格式的名称，代替后缀：text、json 或插件的格式，如 ics-festivals；默认 text",
                    "Name of the format, instead of the ending: text, json or that of a plugin, such as ics-festivals;"
                    " text by default",
                ),
            ),
            Option(
                state,
                ["--festivals"],
                is_flag=True,
                help=state.say(
                    "也列出节日、放假和调休上班的日子",
                    "List festivals, days off and make-up working days as well",
                ),
            ),
            Option(
                state,
                ["--pack"],
                metavar="NAME",
                help=state.say(
                    "用哪个模板包的历书数据；neutral 为不用模板包",
                    "With the almanac data of this pack; neutral: of none",
                ),
            ),
            almanac_option(state),
        ],
    )


def _format_of(state: State, output: str) -> str:
    from unionkit.errors import UnknownFormatError  # noqa: PLC0415 -- `--help` does without

    if output == STANDARD:
        return _TEXT
    try:
        return state.kit.format_of(output)
    except UnknownFormatError:
        _refuse(state, Path(output).suffix.lower() or output)


def _check_format(state: State, chosen: str, *, festivals: bool) -> None:
    """Refuse what prints no calendar, and say what to do instead."""
    context, renderer = click.get_current_context(), state.kit.renderers.get(chosen)
    if renderer is None:
        _refuse(state, chosen)
    if renderer.render_plan is None:
        context.fail(
            state.say(
                f"格式“{chosen}”打印的是文书；请用 unionkit render PLAN --section calendar -o FILE 打印活动安排表。",
                f"The format “{chosen}” prints documents; for a table of activities use"
                " unionkit render PLAN --section calendar -o FILE.",
            )
        )
    if festivals:
        context.fail(
            state.say(
                "--festivals 用于 text 和 json；手机日历另写一个文件：--format ics-festivals -o FILE。",
                "--festivals goes with text and json; for a phone write a second file: --format ics-festivals -o FILE.",
            )
        )


def _refuse(state: State, name: str) -> NoReturn:
    """Refuse a format that nobody has; that of phones is had for the asking."""
    state.tell_set_aside()
    if name in _FOR_PHONES:
        message = state.say(
            "手机和邮箱用的日历（.ics）由插件写出；请先安装：pip install unionkit-ics。",
            "Calendars for phones and mail (.ics) are written by a plugin; install it: pip install unionkit-ics.",
        )
    else:
        others = [each.name for each in state.kit.renderers.values() if each.render_plan is not None]
        zh, en = "、".join((_TEXT, _JSON, *others)), ", ".join((_TEXT, _JSON, *others))
        message = state.say(
            f"日历没有“{name}”这种格式；可以写 {zh}。", f"There is no calendar in “{name}”; known: {en}."
        )
    click.get_current_context().fail(message)


def _said(state: State, file: PlanFile, chosen: str, *, pack: str | None, festivals: bool) -> str:
    entries = state.kit.occurrences(file, pack=pack)
    almanac = _almanac(state, file, pack)
    found: list[Kept] | None = None
    if festivals:
        from ._calendar_festivals import kept  # noqa: PLC0415 -- `--help` does without

        found = kept(file.plan.period, almanac)
    if chosen == _TEXT:
        from ._calendar_text import calendar_text  # noqa: PLC0415 -- as above

        return calendar_text(file.plan, entries, almanac, state.lang, found)
    rows = [_row(entry, state.lang) for entry in entries]
    rows += [_row_of_kept(each, state.lang) for each in found or ()]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _almanac(state: State, file: PlanFile, pack: str | None) -> Almanac:
    from unionkit.hookspecs import NEUTRAL  # noqa: PLC0415 -- as above

    name = file.plan.pack if pack is None else pack
    almanac = state.kit.almanac_for(None if name == NEUTRAL else name)
    return almanac.for_region(file.plan.organization.region)


def _row(entry: Entry, lang: Lang) -> dict[str, Any]:
    from unionkit.model import format_path  # noqa: PLC0415 -- as above

    from ._calendar_lines import kind_of  # noqa: PLC0415 -- as above

    found, undated = entry.occurrence, entry.undated
    reason = found.reason if found is not None else undated.reason if undated is not None else None
    when = entry.item.when if entry.key == "when" else None
    return {
        "start": found and found.start.isoformat(),
        "end": found and found.end.isoformat(),
        "precision": found and found.precision.value,
        "title": entry.title,
        "kind": kind_of(entry),
        "path": format_path(entry.path),
        "reason": reason and reason.message(lang),
        "position": found and found.position.value,
        "deadline": found is not None and found.deadline,
        "times": found and found.times,
        "assumed": found is not None and found.assumed,
        "when": undated.wording or None if undated is not None else when and when.wording,
        "cause": undated and undated.cause.value,
    }


def _row_of_kept(each: Kept, lang: Lang) -> dict[str, Any]:
    return {
        "start": each.start.isoformat(),
        "end": each.end.isoformat(),
        "precision": "day",
        "title": each.title.message(lang),
        "kind": each.kind,
        "path": None,
        "reason": each.reason.message(lang) or None,
        "position": "inside",
        "deadline": False,
        "times": 1,
        "assumed": each.assumed,
        "when": None,
        "cause": None,
    }
