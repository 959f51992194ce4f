"""Names that plans of agencies use besides those of the core."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from unionkit.model import Term, Vocabulary


def _terms(*rows: tuple[str, str, str]) -> Mapping[str, Term]:
    return {name: Term(name, zh, en) for name, zh, en in rows}


AUDIT_SUBJECTS: Final = _terms(
    ("budget", "工会经费预算", "the budget"),
    ("execution", "预算执行情况", "how the budget was carried out"),
    ("accounts", "工会经费决算", "the accounts"),
    ("appropriation", "经费计提拨缴和留成", "the appropriation and its shares"),
    ("special-funds", "专项资金", "special funds"),
    ("property", "工会资产", "property"),
    ("internal-control", "内部控制制度", "internal control"),
)
"""What an audit of union funds is about, and what it is called; the scope that the audit regulations give."""

VOCABULARY: Final = Vocabulary(
    roles=_terms(
        ("civility", "文明机关建设", "civility of the office"),
        ("health", "职工身心健康", "health of the staff"),
        ("care", "关心关爱职工", "care for the staff"),
        ("self-building", "工会自身建设", "building up the union"),
        ("division", "责任分工", "division of work"),
    ),
    activity_kinds=_terms(
        ("audit", "经费审查", "audit of union funds"),
        ("exercise", "工间操", "exercise break"),
        ("reading", "读书活动", "reading"),
        ("interest-group", "兴趣小组活动", "interest group"),
        ("volunteering", "志愿服务", "volunteering"),
        ("civility-campaign", "文明创建", "civility campaign"),
    ),
    welfare_kinds=_terms(
        ("annual-leave", "带薪年休假", "paid annual leave"),
        ("counselling", "心理关怀", "counselling"),
        ("women-checkup", "女职工专项体检", "check-up for women"),
    ),
    triggers=_terms(
        ("posting", "挂职驻村", "posting to a village or another place"),
        ("overload", "长期加班", "long overtime"),
    ),
    honours=_terms(
        ("model-agency", "模范机关", "model office"),
        ("civil-agency", "文明机关", "civil office"),
        ("civil-unit", "文明单位", "civil unit"),
    ),
)
"""
The agency's own roles of parts, kinds of activities and welfare, triggers, and honours. The honours are from general knowledge
of what is awarded.
"""
