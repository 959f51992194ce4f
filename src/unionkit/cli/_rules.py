"""``unionkit rules``: every rule that is installed, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from ._explain import basis_as_json
from ._listing import Row, listing
from ._localised import Option
from ._state import State

if TYPE_CHECKING:
    from unionkit.rules import Basis, Law, Rule


def command(state: State) -> click.Command:
    """Return the command."""

    def rows(family: str | None) -> list[Row]:
        rules = _of_family(state.kit.rules, family)
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
            for rule in rules
        ]

    def line(row: Row) -> str:
        return f"{row['code']}  {row['severity']}  {row['title']}"

    about = state.say("列出已安装的规则及其依据。", "List the installed rules and what they rest on.")
    option = Option(
        state,
        ["--family"],
        metavar="NAME",
        help=state.say("只列出这一类，如 text、budget", "Of this family only, such as text or budget"),
    )
    return listing(state, "rules", about=about, rows=rows, line=line, options=[option])


def _of_family(rules: Sequence[Rule], family: str | None) -> Sequence[Rule]:
    """Return the rules of a family, or all."""
    found = [rule for rule in rules if family in (None, rule.family)]
    if not found and family is not None:
        from unionkit.errors import UnknownRuleError  # noqa: PLC0415 -- `--help` does without

        raise UnknownRuleError(family, tuple(dict.fromkeys(rule.family for rule in rules)))
    return found


def _bases(rule: Rule, law: Law) -> Iterator[Basis]:
    """Yield what a rule rests on: its own basis, and those of the limits that it asks for."""
    known = (law.parameters[name] for name in rule.parameters if name in law.parameters)
    limits = (limit.basis for parameter in known for limit in parameter.limits)
    yield from dict.fromkeys(basis for basis in (rule.basis, *limits) if basis.title)
