"""
Plans of unions of towns and subdistricts (乡镇、街道).

The pack prints the register of unions to build and to bring up to standard (建会台账) by size and ownership of the
enterprises, and the elections and training that are due; it brings starter plans for both halves of the year in Chinese
and English, the register as a paper and as a workbook that adds up, and rules on all of these.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from unionkit import Pack, Paper, Section, hookimpl, template_section

from ._questions import QUESTIONS
from ._vocabulary import VOCABULARY

if TYPE_CHECKING:
    from unionkit.renderers import Renderer
    from unionkit.rules import Rule

    from ._data import (
        Chairs,
        EnterpriseClass,
        Form,
        Homes,
        JointUnion,
        Ownership,
        Size,
        Task,
        TownData,
        UnionEntry,
        UnionTerm,
    )
    from ._renderers import UNION_REGISTER

__all__ = [
    "TOWN",
    "UNION_REGISTER",
    "Chairs",
    "EnterpriseClass",
    "Form",
    "Homes",
    "JointUnion",
    "Ownership",
    "Size",
    "Task",
    "TownData",
    "UnionEntry",
    "UnionTerm",
]

TOWN: Final = Pack(
    name="town",
    package=__name__,
    title="乡镇（街道）工会",
    title_en="unions of towns and subdistricts",
    sector="town",
    layout=("body", "unions", "terms", "safeguards", "closing", "sign-off"),
    papers=(
        Paper(
            name="union-register",
            title="建会台账",
            title_en="Register of unions to build",
            sections=("union-register", "sign-off"),
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
    data=f"{__name__}._data:TownData",
    law="law.yaml",
)
"""The pack."""


@hookimpl
def unionkit_packs() -> Sequence[Pack]:
    return (TOWN,)


@hookimpl
def unionkit_sections() -> Sequence[Section]:
    return tuple(
        template_section(
            name,
            package=__name__,
            template=f"{name}.j2",
            pack=TOWN.name,
            title=title,
            title_en=title_en,
            headed=headed,
        )
        for name, title, title_en, headed in (
            ("unions", "建会与规范化建设台账", "Unions to build and to bring up to standard", True),
            ("terms", "换届与培训安排", "Elections and training", True),
            ("union-register", "建会台账", "Register of unions to build", False),
        )
    )


@hookimpl
def unionkit_renderers() -> Sequence[Renderer]:
    from ._renderers import UNION_REGISTER  # noqa: PLC0415 -- programs that only check load no renderers

    return (UNION_REGISTER,)


@hookimpl
def unionkit_rules() -> Sequence[Rule]:
    from ._rules import RULES  # noqa: PLC0415 -- programs that only render do not load rules

    return RULES


_HOMES: Final = {
    **dict.fromkeys(
        (
            "Chairs",
            "EnterpriseClass",
            "Form",
            "Homes",
            "JointUnion",
            "Ownership",
            "Size",
            "Task",
            "TownData",
            "UnionEntry",
            "UnionTerm",
        ),
        "_data",
    ),
    "UNION_REGISTER": "_renderers",
}
"""What is loaded when it is first used: programs that hold no plan of a town need not wait for it."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
