"""Names that plans of communities use besides those of the core."""

from __future__ import annotations

from typing import Final

from unionkit.model import Term, Vocabulary

VOCABULARY: Final = Vocabulary(
    roles={
        "democracy": Term("democracy", "民主管理", "democratic management"),
        "employment": Term("employment", "就业帮扶", "help to find work"),
        "neighbourhood": Term("neighbourhood", "邻里文化", "neighbourhood life"),
    },
    activity_kinds={
        "job-fair": Term("job-fair", "招聘会", "job fair"),
        "neighbourhood": Term("neighbourhood", "邻里活动", "neighbourhood event"),
        "volunteering": Term("volunteering", "志愿服务", "volunteering"),
        "mediation": Term("mediation", "纠纷调解", "mediation"),
    },
    welfare_kinds={
        "job-help": Term("job-help", "就业帮扶", "help to find work"),
    },
    committee_kinds={
        "supervision": Term(
            "supervision", "居务监督委员会", "committee that watches over residents' affairs"
        ),
    },
    honours={
        "harmonious-community": Term("harmonious-community", "和谐社区", "harmonious community"),
        "model-community-union": Term("model-community-union", "示范社区工会", "model community union"),
        "advanced-community-union": Term(
            "advanced-community-union", "先进社区工会", "advanced community union"
        ),
        "best-outdoor-workers-station": Term(
            "best-outdoor-workers-station",
            "最美工会户外劳动者服务站点",
            "best union station for outdoor workers",
        ),
    },
)
"""
The community's own roles of parts, kinds of activities and welfare, its committee and its honours. The national federation
names the best stations for outdoor workers (news of 2021 to 2023, read in November 2026); the other honours are local, and
from general knowledge.
"""

HARDSHIP_KINDS: Final = {
    term.name: term
    for term in (
        Term("deep", "深度困难", "deep hardship"),
        Term("relative", "相对困难", "relative hardship"),
        Term("accident", "意外致困", "hardship by accident"),
    )
}
"""
The three groups of the register of workers in need (困难职工档案), as the filing rules of the national federation name them.
"""

FIVE: Final = 5
"""How many occasions the five visits (五必访) have. Which five differs by unit; no national list is known."""
