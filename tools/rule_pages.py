"""
The pages of the built-in rules, made from their docstrings and from the law.

    python tools/rule_pages.py

writes ``docs/rules/<code>.md`` for each rule, the list of them, and the list of the regulations that they rest on; a test
asserts that they are up to date.
"""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Iterator

from repository import ROOT
from unionkit.rules import RULES, Basis, Confidence, Limit, Parameter, Rule, built_in_law, said_figure

__all__ = ["FOLDER", "pages"]

FOLDER = ROOT / "docs" / "rules"

_INDEX = """\
# Rules

The built-in rules, made by `tools/rule_pages.py` from the code. `unionkit rules` lists these and those of the installed
packs; `unionkit explain UK203 --on 2026-05-01 --region 山东省` says what holds on a day and in a province. A finding is
ignored by `# unionkit: ignore[UK101]` on its line, or on a line of its own above it. Which regulations they rest on:
[regulations.md](regulations.md).
"""

_REGULATIONS = """\
# Regulations

What the built-in rules rest on, made by `tools/rule_pages.py` from the code and its data. *Not confirmed* means that
nobody could open the text: such a rule is never an error, and its message says so.
"""

_FAMILIES = {
    "facts": "Typed items 条目",
    "references": "References 引用",
    "structure": "Structure and numbering 结构与编号",
    "welfare": "Welfare 福利与慰问",
    "goals": "Goals 目标",
    "schedule": "Times 时间",
    "activities": "Activities and prizes 活动与奖励",
    "democracy": "Democratic procedure 民主管理",
    "budget": "Budget and audit 经费与审查",
    "organization": "The union itself 组织建设",
    "leftovers": "Leftovers of samples 范文残留",
    "privacy": "Personal data 个人信息",
    "text": "Text and layout 文字与格式",
}


def pages() -> dict[str, str]:
    """Return the text of every page, by file name."""
    rules = sorted(RULES, key=lambda rule: rule.code)
    return {
        "index.md": _index(rules),
        "regulations.md": _regulations(rules),
        **{f"{rule.code}.md": _page(rule) for rule in rules},
    }


def _index(rules: list[Rule]) -> str:
    text = f"{_INDEX}\n{len(rules)} rules.\n"
    for family, title in _FAMILIES.items():
        rows = [rule for rule in rules if rule.family == family]
        if rows:
            text += f"\n## {title}\n\n| Code | What it looks for | 检查什么 | Severity | Fix |\n|---|---|---|---|---|\n"
            text += "".join(
                f"| [{rule.code}]({rule.code}.md) | {rule.title_en} | {rule.title_zh} | {rule.severity.value} "
                f"| {'yes' if rule.fixable else ''} |\n"
                for rule in rows
            )
    return text


def _regulations(rules: list[Rule]) -> str:
    found: dict[str, dict[str, None]] = {}
    for rule in rules:
        for basis in _bases(rule):
            title = basis.title + (f"（{basis.number}）" if basis.number else "")
            doubt = " *not confirmed*" if basis.confidence is Confidence.UNCONFIRMED else ""
            found.setdefault(title, {})[f"[{rule.code}]({rule.code}.md){doubt}"] = None
    lines = (f"| {title} | {', '.join(found[title])} |\n" for title in sorted(found))
    return f"{_REGULATIONS}\n| Regulation | Rules |\n|---|---|\n{''.join(lines)}"


def _bases(rule: Rule) -> Iterator[Basis]:
    if rule.basis.title:
        yield rule.basis
    for parameter in _parameters(rule):
        yield from (limit.basis for limit in parameter.limits)


def _parameters(rule: Rule) -> list[Parameter]:
    return [built_in_law()[name] for name in rule.parameters]


def _page(rule: Rule) -> str:
    fix = " · Fix: yes" if rule.fixable else ""
    return (
        f"# {rule.slug} ({rule.code})\n\n"
        f"{rule.title_zh} · {rule.title_en}\n\n"
        f"Severity: {rule.severity.value} · Family: {rule.family}{fix}\n\n"
        f"## What it does\n\n{inspect.cleandoc(rule.__doc__ or '')}\n\n"
        f"{_limits(rule)}"
        f"## Basis (依据)\n\n{_basis(rule)}\n"
    )


def _limits(rule: Rule) -> str:
    if not rule.parameters:
        return ""
    text = "## Limits (限额)\n\n"
    for parameter in _parameters(rule):
        text += (
            f"{parameter.title_zh} · {parameter.title_en} (`{parameter.name}`, {_STRICTER[parameter.stricter]})\n\n"
            "| Value | Where | For | From | Until | Regulation |\n|---|---|---|---|---|---|\n"
        )
        text += (
            "".join(
                _limit(limit, parameter.unit)
                for limit in sorted(
                    parameter.limits, key=lambda limit: (limit.region, limit.basis.since or dt.date.min)
                )
            )
            + "\n"
        )
    return text


_STRICTER = {
    "lower": "the lowest applies",
    "higher": "the highest applies",
    "nearest": "the one made for the fewest applies",
    "together": "all of them together",
}


def _limit(limit: Limit, unit: str) -> str:
    basis = limit.basis
    doubt = " *not confirmed*" if basis.confidence is Confidence.UNCONFIRMED else ""
    note = f" {limit.note}" if limit.note else ""
    who = "、".join((*limit.sectors, *limit.ownerships))
    cells = (
        said_figure(limit.value, unit),
        limit.region,
        who,
        str(basis.since or ""),
        str(basis.until or ""),
        f"{basis.worded('zh')}{doubt}{note}",
    )
    return f"| {' | '.join(cells)} |\n"


def _basis(rule: Rule) -> str:
    basis = rule.basis
    if not basis.title:
        ours = "Our own convention; no regulation asks for it."
        return "The regulations of the limits above." if rule.parameters else ours
    lines = [basis.worded("zh"), f"Confidence: {basis.confidence.value}"]
    if basis.since or basis.until:
        lines.append(f"In force: {basis.since or '…'} to {basis.until or '…'}")
    return "\n\n".join(lines)


def main() -> None:
    """Write the pages, and remove those of rules that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = pages()
    for file in FOLDER.glob("*.md"):
        if file.name not in made:
            file.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
