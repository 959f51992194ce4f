"""
Plans of unions in enterprises (企业).

The pack prints collective contracts, wage talks, the staff congress, safety and workers' ideas of a plan. It brings starter
plans for both halves of the year in Chinese and English, the invitation to wage talks (工资集体协商要约书), the year of the
collective contract (集体合同工作年历) as a table and as a wall chart, and rules on all of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from unionkit import Pack, Paper, Section, hookimpl, template_section

from ._questions import QUESTIONS
from ._vocabulary import VOCABULARY

if TYPE_CHECKING:
    from unionkit.document import Block, Scope
    from unionkit.renderers import Rendered, Renderer
    from unionkit.rules import Rule

    from ._contracts import CollectiveContract, ContractKind, WageTalks
    from ._data import EnterpriseData, Ideas, Inspection, Safety, StaffCongress

__all__ = [
    "ENTERPRISE",
    "CollectiveContract",
    "ContractKind",
    "EnterpriseData",
    "Ideas",
    "Inspection",
    "Safety",
    "StaffCongress",
    "WageTalks",
]

_HOMES: Final = {
    "CollectiveContract": "_contracts",
    "ContractKind": "_contracts",
    "EnterpriseData": "_data",
    "Ideas": "_data",
    "Inspection": "_data",
    "Safety": "_data",
    "StaffCongress": "_data",
    "WageTalks": "_contracts",
}
"""The types of the data, loaded when a plan holds such data, or somebody asks for them."""

ENTERPRISE: Final = Pack(
    name="enterprise",
    package=__name__,
    title="企业工会",
    title_en="unions in enterprises",
    sector="enterprise",
    layout=(
        *("guidance", "review", "goals", "body"),
        *("contracts", "talks", "congress", "safety-and-health", "ideas"),
        *("budget", "safeguards", "closing", "sign-off"),
    ),
    papers=(
        Paper(
            name="wage-talks-invitation",
            title="工资集体协商要约书",
            title_en="Invitation to collective talks on wages",
            sections=("wage-talks-invitation",),
        ),
        Paper(
            name="contract-calendar",
            title="集体合同工作年历",
            title_en="The year of the collective contract",
            sections=("contracts-in-force", "contract-months", "sign-off"),
        ),
    ),
    starters={
        (1, "zh"): "starter-1.yaml",
        (2, "zh"): "starter-2.yaml",
        (1, "en"): "starter-1.en.yaml",
        (2, "en"): "starter-2.en.yaml",
    },
    vocabulary=VOCABULARY,
    data=f"{__name__}._data:EnterpriseData",
    questions=QUESTIONS,
    law="law.yaml",
)
"""The pack."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)


def _invitation(scope: Scope) -> Iterable[Block]:
    from ._sections import invitation  # noqa: PLC0415 -- loaded when first used

    return invitation(scope)


def _congress(scope: Scope) -> Iterable[Block]:
    from ._sections import congress  # noqa: PLC0415 -- as above

    return congress(scope)


def _contract_year(scope: Scope) -> Iterable[Block]:
    from ._sections import contract_year  # noqa: PLC0415 -- as above

    return contract_year(scope)


def _render_year(scope: Scope) -> Rendered:
    from ._forms import wall_chart  # noqa: PLC0415 -- as above

    return wall_chart(scope)


@hookimpl
def unionkit_packs() -> Sequence[Pack]:
    return (ENTERPRISE,)


@hookimpl
def unionkit_sections() -> Sequence[Section]:
    templates = tuple(
        template_section(
            name,
            package=__name__,
            template=f"{template}.j2",
            pack=ENTERPRISE.name,
            title=title,
            title_en=title_en,
            headed=headed,
        )
        for name, template, title, title_en, headed in (
            ("contracts", "contracts", "集体合同", "Collective contracts", True),
            ("contracts-in-force", "contracts", "集体合同一览", "Collective contracts at a glance", True),
            ("talks", "talks", "工资集体协商安排", "Wage talks", True),
            ("safety-and-health", "safety", "劳动安全卫生安排", "Safety and health at work", True),
            ("ideas", "ideas", "合理化建议征集", "Ideas of workers", True),
        )
    )
    return (
        *templates,
        Section(
            name="congress",
            compose=_congress,
            pack=ENTERPRISE.name,
            title="职工代表大会安排",
            title_en="The staff congress",
        ),
        Section(
            name="wage-talks-invitation",
            compose=_invitation,
            pack=ENTERPRISE.name,
            title="工资集体协商要约书",
            title_en="Invitation to collective talks on wages",
        ),
        Section(
            name="contract-months",
            compose=_contract_year,
            pack=ENTERPRISE.name,
            title="集体合同工作年历",
            title_en="The year of the collective contract",
        ),
    )


@hookimpl
def unionkit_renderers() -> Sequence[Renderer]:
    from unionkit.renderers import Renderer  # noqa: PLC0415 -- asked for when a Kit looks for renderers

    return (Renderer(name="contract-year", suffixes=(), render_plan=_render_year, pack=ENTERPRISE.name),)


@hookimpl
def unionkit_rules() -> Sequence[Rule]:
    from ._rules import RULES  # noqa: PLC0415 -- programs that only render do not load rules

    return RULES
