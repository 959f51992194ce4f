"""``unionkit rules``: every rule that is installed, and what it rests on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from ._listing import Row, listing
from ._state import State

if TYPE_CHECKING:
    from unionkit.rules import Basis


def command(state: State) -> click.Command:
    """Return the command."""

    def rows() -> list[Row]:
        return [
            {
                "code": rule.code,
                "slug": rule.slug,
                "family": rule.family,
                "severity": rule.severity.value,
                "title": state.say(rule.title_zh, rule.title_en),
                "basis": [_basis(rule.basis)] if rule.basis.title else [],
                "fixable": False,
            }
            for rule in state.kit.rules
        ]

    def line(row: Row) -> str:
        return f"{row['code']}  {row['severity']}  {row['title']}"

    about = state.say("列出已安装的规则及其依据。", "List the installed rules and what they rest on.")
    return listing(state, "rules", about=about, rows=rows, line=line)


def _basis(basis: Basis) -> dict[str, str | None]:
    return {
        "title": basis.title,
        "number": basis.number or None,
        "article": basis.article or None,
        "from": _day(basis.since),
        "until": _day(basis.until),
        "confidence": basis.confidence.value,
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None
