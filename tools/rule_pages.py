"""
The pages of the built-in rules, made from their docstrings.

    python tools/rule_pages.py

writes ``docs/rules/<code>.md`` for each rule, and the list of them; a test asserts that they are up to date.
"""

from __future__ import annotations

import inspect

from repository import ROOT
from unionkit.rules import RULES, Rule

__all__ = ["FOLDER", "pages"]

FOLDER = ROOT / "docs" / "rules"

_INDEX = """\
# Rules

The built-in rules, made by `tools/rule_pages.py` from the code. `unionkit rules` lists these and those of the installed
packs. A finding is ignored by `# unionkit: ignore[UK101]` on its line, or on a line of its own above it.

| Code | What it looks for | 检查什么 | Severity |
|---|---|---|---|
"""


def pages() -> dict[str, str]:
    """Return the text of every page, by file name."""
    rules = sorted(RULES, key=lambda rule: rule.code)
    rows = [
        f"| [{rule.code}]({rule.code}.md) | {rule.title_en} | {rule.title_zh} | {rule.severity.value} |\n"
        for rule in rules
    ]
    return {"index.md": _INDEX + "".join(rows), **{f"{rule.code}.md": _page(rule) for rule in rules}}


def _page(rule: Rule) -> str:
    return (
        f"# {rule.slug} ({rule.code})\n\n"
        f"{rule.title_zh} · {rule.title_en}\n\n"
        f"Severity: {rule.severity.value} · Family: {rule.family}\n\n"
        f"## What it does\n\n{inspect.cleandoc(rule.__doc__ or '')}\n\n"
        f"## Basis (依据)\n\n{_basis(rule)}\n"
    )


def _basis(rule: Rule) -> str:
    basis = rule.basis
    if not basis.title:
        return "Our own convention; no regulation asks for it."
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
