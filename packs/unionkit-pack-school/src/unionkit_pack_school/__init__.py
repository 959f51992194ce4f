"""
Plans of unions in schools and colleges (学校).

The pack prints the staff congress (教职工代表大会) and the openness of school affairs (校务公开) of a plan, brings
starter plans for both halves of the year in Chinese and English, an openness notice (校务公开公示表) and rules on both
subjects.
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

    from ._data import LastCongress, OpennessEntry, Posting, SchoolData, StaffCongress
    from ._renderers import OPENNESS_BOARD

__all__ = [
    "OPENNESS_BOARD",
    "SCHOOL",
    "LastCongress",
    "OpennessEntry",
    "Posting",
    "SchoolData",
    "StaffCongress",
]

SCHOOL: Final = Pack(
    name="school",
    package=__name__,
    title="学校工会",
    title_en="unions in schools and colleges",
    sector="school",
    layout=("body", "congress", "staff-meeting", "openness", "safeguards", "closing", "sign-off"),
    papers=(
        Paper(
            name="openness-notice",
            title="校务公开公示表",
            title_en="Notice of open school affairs",
            sections=("openness-notice", "sign-off"),
        ),
    ),
    starters={
        (1, "zh"): "starter-1.yaml",
        (2, "zh"): "starter-2.yaml",
        (1, "en"): "starter-1.en.yaml",
        (2, "en"): "starter-2.en.yaml",
    },
    questions=QUESTIONS,
    terms=True,
    vocabulary=VOCABULARY,
    data=f"{__name__}._data:SchoolData",
    law="law.yaml",
)
"""The pack."""


@hookimpl
def unionkit_packs() -> Sequence[Pack]:
    return (SCHOOL,)


@hookimpl
def unionkit_sections() -> Sequence[Section]:
    from ._sections import SECTIONS  # noqa: PLC0415 -- made when a Kit asks for them

    return SECTIONS


@hookimpl
def unionkit_renderers() -> Sequence[Renderer]:
    from ._renderers import OPENNESS_BOARD  # noqa: PLC0415 -- programs that only check load no renderers

    return (OPENNESS_BOARD,)


@hookimpl
def unionkit_rules() -> Sequence[Rule]:
    from ._rules import RULES  # noqa: PLC0415 -- programs that only render do not load rules

    return RULES


_HOMES: Final = {
    **dict.fromkeys(("LastCongress", "OpennessEntry", "Posting", "SchoolData", "StaffCongress"), "_data"),
    "OPENNESS_BOARD": "_renderers",
}
"""What is loaded when it is first used: programs that hold no plan of a school need not wait for it."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
