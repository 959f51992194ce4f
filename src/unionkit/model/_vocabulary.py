"""
The words that the core knows: sectors, roles of parts, kinds of activities and welfare measures.

The names are open: a plan may use others, packs add theirs, and a rule reports what nobody knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ._value import Value
from .validators import is_filled_text


@attrs.frozen(repr=False, eq=False)
class Term(Value):
    """
    A name of the vocabulary and what it is called.

    Attributes:
        name: The name in plan files, in English.

        zh: The Chinese term.

        en: The English term.
    """

    name: str = attrs.field(validator=is_filled_text)
    zh: str = attrs.field(validator=is_filled_text)
    en: str = attrs.field(validator=is_filled_text)


def _terms(*rows: tuple[str, str, str]) -> Mapping[str, Term]:
    return {name: Term(name, zh, en) for name, zh, en in rows}


def _accounts(*rows: tuple[str, str]) -> Mapping[str, Term]:
    """Accounts are named in Chinese, as books and forms name them."""
    return {name: Term(name, name, en) for name, en in rows}


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Vocabulary(Value):
    """
    The known names, by the field that they may stand in.

    Attributes:
        sectors: Of :attr:`Organization.sector`.

        roles: Of :attr:`Part.role`.

        activity_kinds: Of :attr:`Activity.kind`.

        welfare_kinds: Of :attr:`WelfareMeasure.kind`.

        triggers: Of :attr:`WelfareMeasure.triggers`.

        committee_kinds: Of :attr:`Committee.kind`.

        congresses: Of :attr:`Delegates.congress`.

        honours: Titles that unions and workers win or keep (荣誉称号): an indicator of a goal that is one of them is called by its
            English term in English.

        income_accounts: Of :attr:`BudgetLine.account` of income, as the union accounting system names them (工会会计制度,
            财会〔2021〕7号, from 2022-01-01).

        expenditure_accounts: Of :attr:`BudgetLine.account` of spending, as above.
    """

    sectors: Mapping[str, Term] = attrs.field(factory=dict)
    roles: Mapping[str, Term] = attrs.field(factory=dict)
    activity_kinds: Mapping[str, Term] = attrs.field(factory=dict)
    welfare_kinds: Mapping[str, Term] = attrs.field(factory=dict)
    triggers: Mapping[str, Term] = attrs.field(factory=dict)
    committee_kinds: Mapping[str, Term] = attrs.field(factory=dict)
    congresses: Mapping[str, Term] = attrs.field(factory=dict)
    honours: Mapping[str, Term] = attrs.field(factory=dict)
    income_accounts: Mapping[str, Term] = attrs.field(factory=dict)
    expenditure_accounts: Mapping[str, Term] = attrs.field(factory=dict)

    def __or__(self, other: object) -> Vocabulary:
        """Both vocabularies together; where both know a name, the right one words it."""
        if not isinstance(other, Vocabulary):
            return NotImplemented
        both: dict[str, Any] = {
            field.name: {**getattr(self, field.name), **getattr(other, field.name)}
            for field in attrs.fields(Vocabulary)
        }
        return Vocabulary(**both)


CORE_VOCABULARY = Vocabulary(
    sectors=_terms(
        ("school", "学校", "school"),
        ("enterprise", "企业", "enterprise"),
        ("hospital", "医院", "hospital"),
        ("institution", "事业单位", "public institution"),
        ("social-org", "社会组织", "social organization"),
        ("town", "乡镇（街道）", "town"),
        ("community", "社区", "community"),
        ("agency", "机关", "agency"),
        ("federation", "地方总工会", "federation"),
    ),
    roles=_terms(
        ("guidance", "指导思想", "guiding principles"),
        ("review", "工作回顾", "review"),
        ("goals", "工作目标", "goals"),
        ("work", "主要工作", "work"),
        ("schedule", "工作安排", "schedule"),
        ("welfare", "职工福利", "welfare"),
        ("budget", "经费预算", "budget"),
        ("safeguards", "保障措施", "safeguards"),
        ("closing", "结语", "closing"),
    ),
    activity_kinds=_terms(
        ("meeting", "会议", "meeting"),
        ("training", "培训", "training"),
        ("competition", "竞赛", "competition"),
        ("culture-sport", "文体活动", "culture and sport"),
        ("visit", "走访", "visit"),
        ("campaign", "主题活动", "campaign"),
        ("election", "选举换届", "election"),
        ("inspection", "检查", "inspection"),
        ("award", "评选表彰", "award"),
        ("publicity", "宣传", "publicity"),
        ("donation", "捐赠", "donation"),
        ("outing", "春秋游", "outing"),
        ("other", "其他", "other"),
    ),
    welfare_kinds=_terms(
        ("hardship-aid", "困难帮扶", "hardship aid"),
        ("condolence-visit", "慰问走访", "condolence visit"),
        ("medical-mutual-aid", "医疗互助", "medical mutual aid"),
        ("insurance", "保险", "insurance"),
        ("health-check", "体检", "health check"),
        ("recuperation", "疗休养", "recuperation"),
        ("festival-gift", "节日慰问品", "festival gift"),
        ("birthday", "生日慰问", "birthday"),
        ("retiree-care", "离退休服务", "retiree care"),
        ("scholarship", "助学", "scholarship"),
        ("canteen", "食堂", "canteen"),
        ("pairing", "结对帮扶", "pairing"),
        ("donation", "捐助", "donation"),
        ("other", "其他", "other"),
    ),
    triggers=_terms(
        ("illness", "生病住院", "illness"),
        ("hardship", "生活困难", "hardship"),
        ("bereavement", "亲属去世", "bereavement"),
        ("death", "会员去世", "death of a member"),
        ("wedding", "结婚", "wedding"),
        ("celebration", "喜事", "celebration"),
        ("family-dispute", "家庭纠纷", "family dispute"),
        ("mood", "思想情绪波动", "low spirits"),
        ("festival", "节日", "festival"),
        ("vacation", "假期", "vacation"),
        ("birthday", "生日", "birthday"),
        ("childbirth", "生育", "childbirth"),
        ("retirement", "退休", "retirement"),
        ("emergency", "突发困难", "emergency"),
        ("work-injury", "工伤", "work injury"),
        ("unemployment", "失业", "unemployment"),
    ),
    committee_kinds=_terms(
        ("committee", "工会委员会", "union committee"),
        ("audit", "经费审查委员会", "audit committee"),
        ("women", "女职工委员会", "women workers' committee"),
    ),
    congresses=_terms(
        ("staff", "职工代表大会", "staff congress"),
        ("members", "会员代表大会", "members' congress"),
    ),
    honours=_terms(
        ("model-staff-home", "模范职工之家", "model staff home"),
        ("model-staff-group", "模范职工小家", "model staff group"),
        ("advanced-staff-home", "先进职工之家", "advanced staff home"),
        ("standard-staff-home", "合格职工之家", "staff home up to standard"),
        ("may-day-certificate", "五一劳动奖状", "May Day labour certificate"),
        ("may-day-medal", "五一劳动奖章", "May Day labour medal"),
        ("pioneer-team", "工人先锋号", "workers' pioneer team"),
        ("women-model-post", "五一巾帼标兵岗", "May Day model post of women"),
        ("model-worker", "劳动模范", "model worker"),
        ("excellent-union-worker", "优秀工会工作者", "excellent union worker"),
        ("excellent-activist", "优秀工会积极分子", "excellent union activist"),
    ),
    # Accounts of the union accounting system of 2021 (工会会计制度). The seven of spending at the base were
    # confirmed in November 2026 from a provincial summary, the others are from general knowledge.
    income_accounts=_accounts(
        ("会费收入", "members' dues"),
        ("拨缴经费收入", "appropriation"),
        ("上级补助收入", "subsidy from the union above"),
        ("政府补助收入", "government subsidy"),
        ("行政补助收入", "subsidy from the unit"),
        ("附属单位上缴收入", "remittances of attached units"),
        ("投资收益", "investment return"),
        ("其他收入", "other income"),
    ),
    expenditure_accounts=_accounts(
        ("职工活动支出", "activities for workers"),
        ("职工活动组织支出", "organising activities (county level and above)"),
        ("职工服务支出", "services for workers"),
        ("维权支出", "protection of rights"),
        ("业务支出", "operations"),
        ("行政支出", "administration (county level and above)"),
        ("资本性支出", "capital"),
        ("补助下级支出", "subsidies to unions below"),
        ("对附属单位的支出", "attached units"),
        ("其他支出", "other spending"),
    ),
)
