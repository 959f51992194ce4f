"""Plans of unions in museums (博物馆): exhibitions, and who guides the visitors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from unionkit import Pack, Paper, Section, hookimpl, template_section
from unionkit.hookspecs import Question
from unionkit.model import Term, Vocabulary

from ._data import MuseumData
from ._sections import compose_duties

if TYPE_CHECKING:
    from unionkit.renderers import Renderer
    from unionkit.rules import Rule

__all__ = ["MUSEUM", "MuseumData"]

QUESTIONS = (
    Question(name="union", title="工会名称", title_en="Name of the union", default="清河博物馆工会"),
    Question(name="region", title="地区", title_en="Region", kind="region", default="山东省"),
    Question(
        name="members", title="会员人数", title_en="Members", kind="count", default=60, least=25, most=900
    ),
    Question(
        name="women",
        title="女会员人数",
        title_en="Women",
        kind="count",
        default=30,
        at_most="members",
        most=900,
    ),
    Question(
        name="events",
        title="活动",
        title_en="Activities",
        kind="choices",
        choices=(Term("reading", "读书分享会", "reading circle"), Term("sports", "趣味运动会", "sports day")),
    ),
)

MUSEUM = Pack(
    name="museum",
    package=__name__,
    title="博物馆工会",
    title_en="unions in museums",
    sector="museum",
    layout=("collections", "body", "exhibitions", "sign-off"),
    papers=(
        Paper(
            name="duty-sheet", title="讲解值班表", title_en="Guides on duty", sections=("duties", "sign-off")
        ),
    ),
    starters={
        (1, "zh"): "starter-1.yaml",
        (2, "zh"): "starter-2.yaml",
        (1, "en"): "starter-1.en.yaml",
        (2, "en"): "starter-2.en.yaml",
    },
    questions=QUESTIONS,
    vocabulary=Vocabulary(
        sectors={"museum": Term("museum", "博物馆", "museum")},
        roles={"collections": Term("collections", "藏品", "collections")},
        activity_kinds={"guided-tour": Term("guided-tour", "讲解活动", "guided tour")},
    ),
    data=MuseumData,
    law="law.yaml",
)
"""The pack."""


@hookimpl
def unionkit_packs() -> Sequence[Pack]:
    return (MUSEUM,)


@hookimpl
def unionkit_sections() -> Sequence[Section]:
    return (
        template_section(
            "collections",
            package=__name__,
            template="collections.j2",
            roles=("collections",),
            pack="museum",
            title="藏品",
            title_en="Collections",
        ),
        template_section(
            "exhibitions",
            package=__name__,
            template="exhibitions.j2",
            pack="museum",
            title="展览安排",
            title_en="Exhibitions",
            headed=True,
        ),
        Section(
            name="duties", compose=compose_duties, pack="museum", title="讲解值班", title_en="Guides on duty"
        ),
    )


@hookimpl
def unionkit_renderers() -> Sequence[Renderer]:
    from ._renderers import DUTIES, PAGE

    return (PAGE, DUTIES)


@hookimpl
def unionkit_rules() -> Sequence[Rule]:
    from ._rules import RULES

    return RULES
