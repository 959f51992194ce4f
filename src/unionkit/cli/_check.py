"""``unionkit check``: plan files against the rules."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any, Final

import click

from ._localised import Option, almanac_option, day, make_command, one_of
from ._main import COULD_NOT_RUN
from ._state import STANDARD, State

if TYPE_CHECKING:
    from concurrent.futures import Future

    from unionkit.errors import Lang, UnionkitError
    from unionkit.kit import Kit
    from unionkit.rules import Finding, Report

_SEVERITIES: Final = ("error", "warning", "info")
_NEVER: Final = "never"
_NAMES: Final = {"error": ("错误", "error"), "warning": ("警告", "warning"), "info": ("提示", "info")}


def command(state: State) -> click.Command:
    """Return the command."""

    def run(files: tuple[str, ...], **options: Any) -> int:
        return _run(state, files, **options)

    return make_command(
        state,
        "check",
        callback=run,
        help=state.say(
            "按有日期的规定检查计划文件。退出状态：0 通过，1 有达到 --fail-on 的问题，2 无法检查。",
            "Check plan files against dated rules. Exit status: 0 passed, 1 findings at or above --fail-on, 2 could not run.",
        ),
        params=[
            click.Argument(["files"], nargs=-1, required=True),
            Option(
                state,
                ["--format", "output_format"],
                type=one_of(state, "text", "json"),
                default="text",
                help=state.say("输出格式，默认 text", "Output format, text by default"),
            ),
            Option(
                state,
                ["--severity"],
                type=one_of(state, *_SEVERITIES),
                default="warning",
                help=state.say("显示到哪一级，默认 warning", "Least severity to show, warning by default"),
            ),
            Option(
                state,
                ["--fail-on"],
                type=one_of(state, *_SEVERITIES, _NEVER),
                default="error",
                help=state.say(
                    "哪一级起退出状态为 1，默认 error",
                    "Least severity that makes the exit status 1, error by default",
                ),
            ),
            Option(
                state,
                ["--on"],
                type=day(state),
                metavar="DATE",
                help=state.say(
                    "按哪一天的规定检查，默认按计划期", "Day whose law applies; by default the plan's period"
                ),
            ),
            Option(
                state,
                ["--pack"],
                metavar="NAME",
                help=state.say(
                    "按哪个模板包检查；neutral 为不用模板包", "Check as a plan of this pack; neutral: of none"
                ),
            ),
            almanac_option(state),
            Option(
                state,
                ["--explain-silent"],
                is_flag=True,
                help=state.say("列出因缺少资料而未判断的规则", "List the rules that lack the data to decide"),
            ),
            Option(
                state,
                ["--executor"],
                metavar="NAME",
                default="serial",
                help=state.say(
                    "多个文件用什么执行器，默认 serial", "Executor for several files, serial by default"
                ),
            ),
        ],
    )


def _run(
    state: State,
    files: tuple[str, ...],
    *,
    output_format: str,
    severity: str,
    fail_on: str,
    on: dt.datetime | None,
    pack: str | None,
    almanac: str | None,
    explain_silent: bool,
    executor: str,
) -> int:
    from unionkit.errors import UnionkitError  # noqa: PLC0415 -- `--help` does without

    state.almanac = almanac
    law_of = on.date() if on is not None else None
    reports: list[Report] = []
    refused: list[UnionkitError] = []
    with state.kit.executor(executor) as pool:
        futures: list[Future[Report]] = []
        for name in dict.fromkeys(files):
            try:
                text = _standard_input(state) if name == STANDARD else None
                futures.append(pool.submit(check_file, state.kit, name, text, on=law_of, pack=pack))
            except UnionkitError as error:
                refused.append(error)
        for future in futures:
            try:
                reports.append(future.result())
            except UnionkitError as error:
                refused.append(error)
    for why in refused:
        for line in why.message(state.lang).splitlines():
            state.tell(f"{state.say('错误', 'Error')}: {line}")
    findings = [found for report in reports for found in report if _reaches(found, severity)]
    if output_format == "json":
        entries = [found.as_json(state.lang) for found in findings]
        click.echo(json.dumps({"findings": entries}, ensure_ascii=False, indent=1))
    else:
        _print_text(state, findings, reports, explain_silent=explain_silent)
    if refused:
        return COULD_NOT_RUN
    failed = fail_on != _NEVER and any(_reaches(found, fail_on) for report in reports for found in report)
    return 1 if failed else 0


def _standard_input(state: State) -> str:
    from unionkit.files import decoded  # noqa: PLC0415 -- `--help` does without

    return decoded(state.read_standard_input(), STANDARD)


def check_file(kit: Kit, name: str, text: str | None, *, on: dt.date | None, pack: str | None) -> Report:
    """Check one file; `text` stands for what was read from standard input."""
    file = kit.load(name) if text is None else kit.loads(text, name=name)
    return kit.check(file, on=on, pack=pack)


def _reaches(finding: Finding, least: str) -> bool:
    return _SEVERITIES.index(finding.severity.value) <= _SEVERITIES.index(least)


def _print_text(
    state: State, findings: list[Finding], reports: list[Report], *, explain_silent: bool
) -> None:
    for found in findings:
        click.echo(_line(found, state.lang))
    if explain_silent:
        for silent in dict.fromkeys(silence for report in reports for silence in report.silent):
            click.echo(
                f"{silent.code}: {state.say('未判断：' + silent.reason_zh, 'silent: ' + silent.reason_en)}"
            )
    counts = {name: sum(found.severity.value == name for found in findings) for name in _SEVERITIES}
    said = state.say("，", ", ").join(
        f"{count} {state.say(*_NAMES[name])}" for name, count in counts.items() if count
    )
    if reports:
        click.echo(said or state.say("没有发现问题。", "No findings."))


def _line(found: Finding, lang: Lang) -> str:
    severity = _NAMES[found.severity.value][0 if lang == "zh" else 1]
    where = f"{found.place}: " if found.place else ""
    basis = f" [{found.basis.worded(lang)}]" if found.basis is not None and found.basis.title else ""
    return f"{where}{severity} {found.code} {found.message(lang)}{basis}"
