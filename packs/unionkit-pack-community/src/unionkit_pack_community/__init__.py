"""
Plans of unions in residential communities (社区).

The pack prints the open residents' affairs (居务公开), the help for jobless members (失业会员), the hardship files
(困难会员档案) and the five visits (五必访) of a plan, brings starter plans for both halves of the year in Chinese and
English, the openness sheet (居务公开表), the record of the five visits (五必访记录表) without and with names, cards to take
along on visits, and rules on all of these.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from unionkit import Pack, Paper, Section, hookimpl

from ._questions import QUESTIONS
from ._vocabulary import VOCABULARY

if TYPE_CHECKING:
    from unionkit.renderers import Renderer
    from unionkit.rules import Rule

    from ._data import (
        CommunityData,
        HardshipFile,
        JoblessMeasure,
        JoblessMembers,
        OpennessEntry,
        Posting,
        VisitOccasion,
        VisitRecord,
    )
    from ._renderers import VISIT_CARDS

__all__ = [
    "COMMUNITY",
    "VISIT_CARDS",
    "CommunityData",
    "HardshipFile",
    "JoblessMeasure",
    "JoblessMembers",
    "OpennessEntry",
    "Posting",
    "VisitOccasion",
    "VisitRecord",
]

COMMUNITY: Final = Pack(
    name="community",
    package=__name__,
    title="社区工会",
    title_en="unions in residential communities",
    sector="community",
    layout=(
        *("body", "openness", "jobless", "hardship", "five-visits"),
        *("safeguards", "closing", "sign-off"),
    ),
    papers=(
        Paper(
            name="openness-sheet",
            title="居务公开表",
            title_en="Sheet of open residents' affairs",
            sections=("openness-sheet", "sign-off"),
        ),
        Paper(
            name="visit-record",
            title="五必访记录表",
            title_en="Record of the five visits",
            sections=("visit-record", "sign-off"),
        ),
        Paper(
            name="visit-record-named",
            title="五必访记录表（内部）",
            title_en="Record of the five visits (internal)",
            sections=("visit-record-named", "hardship-files", "sign-off"),
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
    data=f"{__name__}._data:CommunityData",
    law="law.yaml",
)
"""The pack."""


@hookimpl
def unionkit_packs() -> Sequence[Pack]:
    return (COMMUNITY,)


@hookimpl
def unionkit_sections() -> Sequence[Section]:
    from ._sections import SECTIONS  # noqa: PLC0415 -- made when a Kit asks for them

    return SECTIONS


@hookimpl
def unionkit_renderers() -> Sequence[Renderer]:
    from ._renderers import VISIT_CARDS  # noqa: PLC0415 -- programs that only check load no renderers

    return (VISIT_CARDS,)


@hookimpl
def unionkit_rules() -> Sequence[Rule]:
    from ._rules import RULES  # noqa: PLC0415 -- programs that only render do not load rules

    return RULES


_HOMES: Final = {
    **dict.fromkeys(
        (
            "CommunityData",
            "HardshipFile",
            "JoblessMeasure",
            "JoblessMembers",
            "OpennessEntry",
            "Posting",
            "VisitOccasion",
            "VisitRecord",
        ),
        "_data",
    ),
    "VISIT_CARDS": "_renderers",
}
"""What is loaded when it is first used: programs that hold no plan of a community need not wait for it."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
