"""The sections of the pack: chapters of the plan, and what its papers consist of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from unionkit import Section
from unionkit.document import Block, Scope, SignOff, render_blocks, worded_date

_PACKAGE: Final = __package__ or ""
_PACK: Final = "agency"


def _section(name: str, title: str, title_en: str, *, headed: bool) -> Section:
    def compose(scope: Scope) -> Iterator[Block]:
        from ._printable import allowed  # noqa: PLC0415 -- the types of the data are loaded when first needed

        return iter(render_blocks(_PACKAGE, f"{name}.j2", allowed(scope)))

    return Section(name=name, compose=compose, pack=_PACK, title=title, title_en=title_en, headed=headed)


def _auditors_sign(scope: Scope) -> Iterator[Block]:
    """The end of the audit notice: the audit committee signs it, on the day of the notice."""
    from ._printable import printable  # noqa: PLC0415 -- as above

    audit = printable(scope).audit
    day = audit.notice if audit is not None else None
    whose = scope.plan.organization.name
    signature = {
        "zh": f"{whose}经费审查委员会",
        "en": f"Audit committee, {whose}" if whose else "Audit committee",
    }
    yield SignOff(signature[scope.lang], worded_date(day, scope.lang) if day is not None else "")


SECTIONS: Final = (
    _section("recuperation", "职工疗休养安排", "Recuperation", headed=True),
    _section("audit", "工会经费审查安排", "Audit of union funds", headed=True),
    _section("groups", "兴趣小组安排", "Interest groups", headed=True),
    _section("women-care", "女职工关爱安排", "Care for women", headed=True),
    _section("audit-notice", "经费审查通知书", "Notice of an audit of union funds", headed=False),
    _section("recuperation-register", "疗休养登记表", "Register of recuperation", headed=False),
    _section("recuperation-names", "疗休养人员登记表", "Who goes on recuperation", headed=False),
    Section(
        name="auditors-sign",
        compose=_auditors_sign,
        pack=_PACK,
        title="经费审查委员会落款",
        title_en="Sign-off of the audit committee",
    ),
)
"""The first four are chapters of the plan."""
