"""
Plans of unions in Party and government offices (机关工会).

The pack prints recuperation (职工疗休养), the audit of union funds (经费审查), interest groups (兴趣小组) and care for women
(女职工关爱) of a plan, brings starter plans for both halves of the year in Chinese and English, an audit notice
(经费审查通知书), a register of recuperation (疗休养登记表) with a private variant that names people, a roster of recuperation
as a workbook, and rules on the limits that offices go by.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from unionkit import Pack, Paper, Section, hookimpl

from ._questions import QUESTIONS
from ._sections import SECTIONS
from ._vocabulary import AUDIT_SUBJECTS, VOCABULARY

if TYPE_CHECKING:
    from unionkit.renderers import Renderer
    from unionkit.rules import Rule

    from ._audit import Audit, AuditFinding
    from ._data import AgencyData, InterestGroup, WomenCare
    from ._recuperation import Batch, Participant, Recuperation
    from ._renderers import RECUPERATION_ROSTER

__all__ = [
    "AGENCY",
    "AUDIT_SUBJECTS",
    "RECUPERATION_ROSTER",
    "AgencyData",
    "Audit",
    "AuditFinding",
    "Batch",
    "InterestGroup",
    "Participant",
    "Recuperation",
    "WomenCare",
]

_HOMES: Final = {
    "RECUPERATION_ROSTER": "_renderers",
    "AgencyData": "_data",
    "Audit": "_audit",
    "AuditFinding": "_audit",
    "Batch": "_recuperation",
    "InterestGroup": "_data",
    "Participant": "_recuperation",
    "Recuperation": "_recuperation",
    "WomenCare": "_data",
}
"""What is loaded when a plan holds such data, when a Kit looks for renderers, or when somebody asks for it."""

AGENCY: Final = Pack(
    name="agency",
    package=__name__,
    title="机关工会",
    title_en="unions in Party and government offices",
    sector="agency",
    layout=(
        *("body", "recuperation", "audit", "groups", "women-care"),
        *("safeguards", "closing", "sign-off"),
    ),
    papers=(
        Paper(
            name="audit-notice",
            title="经费审查通知书",
            title_en="Notice of an audit of union funds",
            sections=("audit-notice", "auditors-sign"),
        ),
        Paper(
            name="recuperation-register",
            title="疗休养登记表",
            title_en="Register of recuperation",
            sections=("recuperation-register", "sign-off"),
        ),
        Paper(
            name="recuperation-names",
            title="疗休养人员登记表",
            title_en="Who goes on recuperation",
            sections=("recuperation-names", "sign-off"),
            private=True,
        ),
    ),
    starters={
        (1, "zh"): "starter-1.yaml",
        (2, "zh"): "starter-2.yaml",
        (1, "en"): "starter-1.en.yaml",
        (2, "en"): "starter-2.en.yaml",
    },
    questions=QUESTIONS,
    vocabulary=VOCABULARY,
    data=f"{__name__}._data:AgencyData",
    law="law.yaml",
)
"""The pack."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)


@hookimpl
def unionkit_packs() -> Sequence[Pack]:
    return (AGENCY,)


@hookimpl
def unionkit_sections() -> Sequence[Section]:
    return SECTIONS


@hookimpl
def unionkit_renderers() -> Sequence[Renderer]:
    from ._renderers import RECUPERATION_ROSTER  # noqa: PLC0415 -- programs that only check load no renderers

    return (RECUPERATION_ROSTER,)


@hookimpl
def unionkit_rules() -> Sequence[Rule]:
    from ._rules import RULES  # noqa: PLC0415 -- programs that only render do not load rules

    return RULES
