"""Names that plans of federations use besides those of the core."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from unionkit.model import Term, Vocabulary


def _terms(*told: tuple[str, str, str]) -> Mapping[str, Term]:
    return {name: Term(name, zh, en) for name, zh, en in told}


VOCABULARY: Final = Vocabulary(
    roles=_terms(
        ("organizing", "组织建设", "organizing"),
        ("labour-relations", "劳动关系", "labour relations"),
        ("skills", "技能素质", "skills"),
        ("rights", "权益维护", "protection of rights"),
        ("division", "任务分工", "division of work"),
    ),
    activity_kinds=_terms(
        ("organizing-drive", "集中建会行动", "organizing drive"),
        ("labour-contest", "劳动和技能竞赛", "labour and skill contest"),
        ("tripartite-meeting", "三方会议", "tripartite meeting"),
        ("bargaining-drive", "集体协商要约行动", "collective bargaining drive"),
        ("job-fair", "就业服务活动", "job fair"),
        ("legal-service", "法律服务活动", "legal service"),
        ("survey", "调研", "survey"),
        ("supervision", "督查考核", "supervision and assessment"),
    ),
    welfare_kinds=_terms(
        ("legal-aid", "职工法律援助", "legal aid"),
        ("job-service", "就业服务", "job service"),
        ("service-station", "户外劳动者服务站点", "service stations for outdoor workers"),
        ("model-worker-care", "劳模服务", "care for model workers"),
    ),
    triggers=_terms(
        ("heat", "高温作业", "work in the heat"),
        ("unpaid-wages", "欠薪", "unpaid wages"),
    ),
    committee_kinds=_terms(("standing", "常务委员会", "standing committee")),
    honours=_terms(
        ("advanced-federation", "工会工作先进单位", "advanced federation"),
        ("harmonious-park", "劳动关系和谐工业园区", "industrial park of harmonious labour relations"),
        ("model-reading-room", "职工书屋示范点", "model workers' reading room"),
        (
            "best-outdoor-workers-station",
            "最美工会户外劳动者服务站点",
            "best union station for outdoor workers",
        ),
    ),
)
"""
The federation's own roles of parts, kinds of activities and measures, occasions, its standing committee, and honours. The
honours are from general knowledge of what is awarded.
"""

OWNERSHIPS: Final[Mapping[str, Term]] = {
    "": Term("all", "全部", "all units"),
    "public": Term("public", "国有、集体及其控股", "public units"),
    "private": Term("private", "非公有制", "private units"),
}
"""What the kinds of ownership are called in sheets and messages."""
