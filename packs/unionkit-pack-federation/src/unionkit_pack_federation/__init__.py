"""
Plans of federations of trade unions in counties and cities (市、县总工会), and of county education unions (县教育工会).

The pack prints coverage by ownership, the tasks of the bodies below, training over several years and the tripartite
mechanism of a plan, brings starter plans for both halves of the year in Chinese and English, an indicator sheet
(任务指标分解表), a sheet of training by years, a workbook whose sums add up, and rules on all of these.
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

    from ._coverage import Coverage, Shares
    from ._data import FederationData, Training, TrainingYear, Tripartite, TripartiteMeeting
    from ._indicators import Body, Indicator, Task
    from ._renderers import INDICATOR_WORKBOOK

__all__ = [
    "FEDERATION",
    "INDICATOR_WORKBOOK",
    "Body",
    "Coverage",
    "FederationData",
    "Indicator",
    "Shares",
    "Task",
    "Training",
    "TrainingYear",
    "Tripartite",
    "TripartiteMeeting",
]

FEDERATION: Final = Pack(
    name="federation",
    package=__name__,
    title="市、县总工会",
    title_en="federations of trade unions in counties and cities",
    sector="federation",
    layout=("body", "coverage", "indicators", "training", "tripartite", "safeguards", "closing", "sign-off"),
    papers=(
        Paper(
            name="indicator-sheet",
            title="任务指标分解表",
            title_en="Tasks of the bodies below",
            sections=("indicator-sheet", "sign-off"),
        ),
        Paper(
            name="training-years",
            title="分年度培训任务表",
            title_en="Training by years",
            sections=("training-years", "sign-off"),
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
    data=f"{__name__}._data:FederationData",
    law="law.yaml",
)
"""The pack."""


@hookimpl
def unionkit_packs() -> Sequence[Pack]:
    return (FEDERATION,)


@hookimpl
def unionkit_sections() -> Sequence[Section]:
    return tuple(
        template_section(
            name,
            package=__name__,
            template=f"{name}.j2",
            pack=FEDERATION.name,
            title=title,
            title_en=title_en,
            headed=headed,
        )
        for name, title, title_en, headed in (
            ("coverage", "覆盖面目标", "Coverage by ownership", True),
            ("indicators", "任务指标分解", "Tasks of the bodies below", True),
            ("training", "跨年度培训", "Training over several years", True),
            ("tripartite", "劳动关系三方机制", "The tripartite mechanism", True),
            ("indicator-sheet", "任务指标分解表", "Tasks of the bodies below", False),
            ("training-years", "分年度培训任务表", "Training by years", False),
        )
    )


@hookimpl
def unionkit_renderers() -> Sequence[Renderer]:
    from ._renderers import INDICATOR_WORKBOOK  # noqa: PLC0415 -- programs that only check load no renderers

    return (INDICATOR_WORKBOOK,)


@hookimpl
def unionkit_rules() -> Sequence[Rule]:
    from ._rules import RULES  # noqa: PLC0415 -- programs that only render do not load rules

    return RULES


_HOMES: Final = {
    **dict.fromkeys(("Coverage", "Shares"), "_coverage"),
    **dict.fromkeys(
        ("FederationData", "Training", "TrainingYear", "Tripartite", "TripartiteMeeting"), "_data"
    ),
    **dict.fromkeys(("Body", "Indicator", "Task"), "_indicators"),
    "INDICATOR_WORKBOOK": "_renderers",
}
"""What is loaded when it is first used: programs that hold no plan of a federation need not wait for it."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
