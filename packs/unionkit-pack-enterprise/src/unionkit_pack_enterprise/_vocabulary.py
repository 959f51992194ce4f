"""Names that plans of enterprises use besides those of the core."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from unionkit.model import Term, Vocabulary


def _terms(*rows: tuple[str, str, str]) -> Mapping[str, Term]:
    return {name: Term(name, zh, en) for name, zh, en in rows}


CONTRACT_KINDS: Final = _terms(
    ("comprehensive", "综合集体合同", "comprehensive collective contract"),
    ("wages", "工资协议", "wage agreement"),
    ("women", "女职工权益保护专项集体合同", "special contract for women workers"),
    ("safety", "劳动安全卫生专项集体合同", "special contract on safety and health"),
    ("other", "其他专项集体合同", "another special contract"),
)
"""Kinds of collective contracts, and what they are called."""

VOCABULARY: Final = Vocabulary(
    roles=_terms(
        ("democracy", "民主管理", "democratic management"),
        ("contracts", "集体协商与集体合同", "collective bargaining"),
        ("production", "建功立业", "work and skills"),
        ("safety", "劳动保护", "labour protection"),
        ("women", "女职工工作", "women workers"),
    ),
    activity_kinds=_terms(
        ("staff-congress", "职工代表大会", "staff congress"),
        ("wage-talks", "集体协商", "collective talks"),
        ("contract", "集体合同签订与履行", "collective contract"),
        ("labour-contest", "劳动竞赛", "labour contest"),
        ("skill-contest", "技能比武", "skill contest"),
        ("safety-contest", "安全生产竞赛", "safety contest"),
        ("safety-inspection", "劳动保护检查", "labour protection inspection"),
        ("ideas", "合理化建议", "workers' ideas"),
        ("team-building", "班组建设", "team building"),
        ("mediation", "劳动争议调解", "mediation of labour disputes"),
    ),
    welfare_kinds=_terms(
        ("cooling", "夏送清凉", "summer cooling"),
        ("frontline-visit", "一线慰问", "visit to the front line"),
    ),
    triggers=_terms(
        ("heat", "高温作业", "work in the heat"),
        ("holiday-shift", "节日坚守岗位", "on shift over a holiday"),
    ),
    committee_kinds=_terms(
        ("labour-protection", "劳动保护监督检查委员会", "labour protection committee"),
        ("mediation", "劳动争议调解委员会", "labour dispute mediation committee"),
        ("law-supervision", "劳动法律监督委员会", "labour law supervision committee"),
    ),
    honours=_terms(
        ("harmonious-enterprise", "劳动关系和谐企业", "enterprise of harmonious labour relations"),
        ("safety-cup-unit", "“安康杯”竞赛优胜单位", "outstanding unit of the Ankang Cup contest"),
        ("safety-cup-team", "“安康杯”竞赛优胜班组", "outstanding team of the Ankang Cup contest"),
        (
            "open-affairs-unit",
            "厂务公开民主管理先进单位",
            "advanced unit in open affairs and democratic management",
        ),
    ),
)
"""
The enterprise's own roles of parts, kinds of activities, welfare and committees, triggers, and honours. The honours are from
general knowledge of what is awarded.
"""
