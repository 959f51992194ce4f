"""Names that plans of towns and subdistricts use besides those of the core."""

from __future__ import annotations

from typing import Final

from unionkit.model import Term, Vocabulary

VOCABULARY: Final = Vocabulary(
    roles={
        "organising": Term("organising", "组织建设", "organising"),
        "rights": Term("rights", "维权服务", "protection of rights"),
        "skills": Term("skills", "素质提升", "skills and culture"),
        "care": Term("care", "帮扶关爱", "aid and care"),
    },
    activity_kinds={
        "union-building": Term("union-building", "建会行动", "organising drive"),
        "standardising": Term("standardising", "规范化建设", "bringing unions up to standard"),
        "bargaining-call": Term("bargaining-call", "集中要约", "joint call for collective talks"),
        "legal-advice": Term("legal-advice", "法律服务", "legal advice"),
        "job-fair": Term("job-fair", "招聘服务", "job fair"),
    },
    welfare_kinds={
        "cooling": Term("cooling", "送清凉", "relief in the heat"),
        "rest-station": Term("rest-station", "户外劳动者驿站", "rest station for outdoor workers"),
    },
    honours={
        "model-town-union": Term("model-town-union", "示范性乡镇（街道）工会", "model town union"),
        "advanced-town-union": Term("advanced-town-union", "先进乡镇（街道）工会", "advanced town union"),
        "model-reading-room": Term("model-reading-room", "职工书屋示范点", "model workers' reading room"),
        "best-outdoor-workers-station": Term(
            "best-outdoor-workers-station",
            "最美工会户外劳动者服务站点",
            "best union station for outdoor workers",
        ),
    },
)
"""
The town's own roles of parts, kinds of activities and of welfare measures, and honours. The honours are from general knowledge of
what is awarded.
"""
