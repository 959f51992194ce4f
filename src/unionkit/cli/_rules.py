"""``unionkit rules``: every rule that is installed, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from ._explain import basis_as_json
from ._listing import Row, listing
from ._state import State

if TYPE_CHECKING:
    from unionkit.rules import Basis, Law, Rule


def command(state: State) -> click.Command:
    """Return the command."""

    def rows() -> list[Row]:
        law = state.kit.law_for()
        return [
            {
                "code": rule.code,
                "slug": rule.slug,
                "family": rule.family,
                "severity": rule.severity.value,
                "title": state.say(rule.title_zh, rule.title_en),
                "basis": [basis_as_json(basis) for basis in _bases(rule, law)],
                "fixable": rule.fixable,
            }
            for rule in state.kit.rules
        ]

    def line(row: Row) -> str:
        return f"{row['code']}  {row['severity']}  {row['title']}"

    about = state.say("列出已安装的规则及其依据。", "List the installed rules and what they rest on.")
    return listing(state, "rules", about=about, rows=rows, line=line)


def _bases(rule: Rule, law: Law) -> Iterator[Basis]:
    """Yield what a rule rests on: its own basis, and those of the limits that it asks for."""
    known = (law.parameters[name] for name in rule.parameters if name in law.parameters)
    limits = (limit.basis for parameter in known for limit in parameter.limits)
    yield from dict.fromkeys(basis for basis in (rule.basis, *limits) if basis.title)
