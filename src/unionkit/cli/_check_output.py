"""How ``unionkit check`` tells what it found: in the format asked for, counts, differences."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from unionkit.rules import (
    NOTICES,
    Checked,
    Finding,
    Severity,
    github_report,
    json_report,
    sarif_report,
    severity_name,
    text_report,
)

from ._checking import Outcome
from ._state import State

if TYPE_CHECKING:
    from unionkit.errors import Lang
    from unionkit.rules import Notice, Rule, Shade

TEXT: Final = "text"
JSON: Final = "json"
SARIF: Final = "sarif"
GITHUB: Final = "github"

_STYLES: Final[dict[str, dict[str, object]]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "info": {"fg": "cyan", "bold": True},
    "place": {"bold": True},
    "code": {"bold": True},
    "quiet": {"dim": True},
}


def is_coloured(asked: str) -> bool:
    """Whether the output is coloured: as asked, otherwise on a terminal where nobody set ``NO_COLOR``."""
    if asked != "auto":
        return asked == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout is not None and sys.stdout.isatty()


def _coloured(text: str, shade: Shade) -> str:
    return click.style(text, **_STYLES.get(shade, {}))  # type: ignore[arg-type]


def _described(state: State) -> list[Rule | Notice]:
    """What findings are of."""
    return [*state.kit.rules, *NOTICES]


def show(
    state: State, checked: Sequence[Checked], output_format: str, *, complete: bool, coloured: bool
) -> None:
    """Print what was found."""
    findings = [found for each in checked for found in each.report]
    if output_format == JSON:
        click.echo(json_report(findings, state.lang))
    elif output_format == SARIF:
        rules = _described(state)
        click.echo(sarif_report(checked, rules, state.lang, complete=complete, root=Path.cwd()))
    elif output_format == GITHUB:
        if findings:
            click.echo(github_report(findings, state.lang))
    elif findings:
        if coloured:
            click.echo(text_report(checked, state.lang, paint=_coloured), color=True)
        else:
            click.echo(text_report(checked, state.lang))


def show_silent(state: State, outcomes: Iterable[Outcome]) -> None:
    """Say which rules could not decide, and what they would need."""
    for silent in dict.fromkeys(silence for each in outcomes for silence in each.report.silent):
        click.echo(
            f"{silent.code}: {state.say('未判断：' + silent.reason_zh, 'silent: ' + silent.reason_en)}"
        )


def show_summary(state: State, outcomes: Sequence[Outcome], *, mended: bool) -> None:
    """Say how many findings there are of each severity, and how many can be mended, shown or not."""
    findings = [found for each in outcomes for found in each.checked.report]
    counts = {severity: sum(found.severity is severity for found in findings) for severity in Severity}
    said = state.say("，", ", ").join(
        f"{count} {_counted(severity, count, state.lang)}" for severity, count in counts.items() if count
    )
    click.echo(said or state.say("没有发现问题。", "No findings."))
    files = [each for each in outcomes if each.is_mendable]
    fixable = sum(found.fix is not None for each in files for found in each.checked.report)
    hidden = sum(found.fix is not None for each in files for found in each.report) - fixable
    if fixable and not mended:
        click.echo(
            state.say(
                f"其中 {fixable} 项可用 --fix 改好（--diff 先看改动）。",
                f"{fixable} can be mended by --fix (--diff shows the changes first).",
            )
        )
    if hidden:
        click.echo(
            state.say(
                f"没有列出的提示中有 {hidden} 项可以改好：--severity info --fix。",
                f"{hidden} that are not listed can be mended: --severity info --fix.",
            )
        )


def _counted(severity: Severity, count: int, lang: Lang) -> str:
    """What so many findings of a severity are called: 1 error, 2 errors; info has no plural."""
    name = severity_name(severity, lang)
    return name if lang == "zh" or count == 1 or severity is Severity.INFO else f"{name}s"


def show_statistics(state: State, findings: Iterable[Finding], output_format: str) -> None:
    """Print how many findings there are of each code, the most first."""
    titles = {each.code: each for each in _described(state)}
    groups: dict[str, list[Finding]] = {}
    for found in findings:
        groups.setdefault(found.code, []).append(found)
    rows = [
        {
            "code": code,
            "slug": group[0].slug,
            "severity": max((found.severity for found in group), key=lambda severity: severity.rank).value,
            "title": state.say(titles[code].title_zh, titles[code].title_en)
            if code in titles
            else group[0].slug,
            "count": len(group),
            "fixable": sum(found.fix is not None for found in group),
        }
        for code, group in sorted(groups.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    ]
    if output_format == JSON:
        click.echo(json.dumps({"statistics": rows}, ensure_ascii=False, indent=1))
        return
    room = max((len(str(row["count"])) for row in rows), default=0)
    for row in rows:
        severity = severity_name(Severity(str(row["severity"])), state.lang)
        click.echo(f"{row['count']:>{room}}  {row['code']}  {severity}  {row['title']}")
    if not rows:
        click.echo(state.say("没有发现问题。", "No findings."))


def show_difference(outcome: Outcome) -> None:
    """Print the changes of a file as a unified diff."""
    if outcome.new is None:
        return
    name = outcome.checked.name
    for line in unified_diff(
        outcome.old.splitlines(keepends=True), outcome.new.splitlines(keepends=True), name, name
    ):
        end = "" if line.endswith(("\n", "\r")) else "\n\\ No newline at end of file\n"
        click.echo(line + end, nl=False)
