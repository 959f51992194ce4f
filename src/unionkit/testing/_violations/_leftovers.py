"""Breaking the rules about what a copied sample leaves behind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs
from hypothesis import strategies as st

from unionkit.model import Comparator, Goal, Paragraph, Part, Period, Plan, Target

from ._base import Violation, with_content, with_organization


def _saying(*sentences: str, **organization: str) -> Violation:
    """Put one of some sentences into the plan of an organization."""

    def violate(draw: st.DrawFn, plan: Plan) -> Plan:
        text = draw(st.sampled_from(sentences))
        return with_content(with_organization(plan, **organization), Paragraph(text=text))

    return violate


def _in_half(half: int, *sentences: str) -> Violation:
    """Put one of some sentences into a plan for that half of the year 2026, without activities of the other half."""

    def violate(draw: st.DrawFn, plan: Plan) -> Plan:
        kept = tuple(part for part in plan.content if isinstance(part, Part) and part.role == "goals")
        text = draw(st.sampled_from(sentences))
        work = Part(role="work", heading="主要工作", content=(Paragraph(text=text),))
        return attrs.evolve(plan, period=Period(year=2026, half=half), content=(*kept, work))

    return violate


def _from_website(draw: st.DrawFn, plan: Plan) -> Plan:
    nth = draw(st.sampled_from(("一", "三", "十二", "5")))
    if draw(st.booleans()):
        return attrs.evolve(plan, title=f"{plan.full_title}篇{nth}")
    return with_content(plan, Paragraph(text="更多优质范文请继续浏览。"))


def _two_congresses(draw: st.DrawFn, plan: Plan) -> Plan:
    older = draw(st.sampled_from(("十五", "十六", "十七")))
    first = Paragraph(text=f"认真贯彻全总{older}大精神。")
    return with_content(plan, first, Paragraph(text="继续学习中国工会十八大精神。"))


def _other_anniversary(draw: st.DrawFn, plan: Plan) -> Plan:
    years = draw(st.integers(1, 75))
    return with_content(plan, Paragraph(text=f"举办庆祝新中国成立{years}周年的职工书画展。"))


def _other_year(draw: st.DrawFn, plan: Plan) -> Plan:
    year = draw(st.integers(2001, 2023))
    return with_content(plan, Paragraph(text=f"{year}年，工会将办好职工书屋。"))


def _impossible_plenum(draw: st.DrawFn, plan: Plan) -> Plan:
    committee = draw(st.sampled_from(("十六", "十七", "十八", "十九")))
    session = draw(st.sampled_from(("八", "九", "十", "十一")))
    return with_content(plan, Paragraph(text=f"职工讲堂讲解{committee}届{session}中全会的内容。"))


def _miscounted(draw: st.DrawFn, plan: Plan) -> Plan:
    visits = ["生病住院必访", "生活困难必访", "婚丧喜事必访", "职工生育必访", "退休离岗必访", "意外受灾必访"]
    count = draw(st.sampled_from((2, 3, 4, 6)))
    listed = "、".join(draw(st.permutations(visits))[:count])
    return with_content(plan, Paragraph(text=f"工会坚持“五必访”：{listed}。"))


def _announced(draw: st.DrawFn, plan: Plan) -> Plan:
    count = draw(st.sampled_from(("三", "四", "五")))
    return with_content(plan, Paragraph(text=f"工会在{count}个方面下功夫：一是抓培训，二是抓走访。"))


def _headings(draw: st.DrawFn, plan: Plan) -> Plan:
    other = draw(st.sampled_from(("读书学习，推动素质提高", "岗位练兵，推动技能提升")))
    told = Paragraph(text="工会抓好民主建设、队伍建设、生活保障建设的“三项工程”。")
    headings = ("深化公开，促进民主建设", other, "做好体检，加强生活保障建设")
    parts = (Part(heading=heading, content=(Paragraph(text=f"{heading}。"),)) for heading in headings)
    return with_content(plan, Part(heading="推进“三项工程”", content=(told, *parts)))


def _award_of_another_kind(draw: st.DrawFn, plan: Plan) -> Plan:
    award = draw(st.sampled_from(("市级工人先锋号", "市五一劳动奖状")))
    target = Target(comparator=Comparator.AT_LEAST, value=draw(st.integers(1, 9)), unit="名")
    return with_content(plan, Goal(indicator=award, target=target, owner="工会委员会"))


VIOLATIONS: Final[Mapping[str, Violation]] = {
    "UK701": _saying("xx中学工会把职工的事办实。", "工会与**社区一起办好书屋。", "工会和张某某同志谈心。"),
    "UK702": _saying("工会召开（  ）次会议。", "工会的书屋设在〔待填〕。", "联系人写在此处填写。"),
    "UK703": _saying("桥东第二小学工会把心声听全。", name="清河中学工会", sector="school"),
    "UK704": _saying("工会落实江苏省总工会的部署。", "工会按湖南省教育厅的部署办好书屋。", region="山东省"),
    "UK705": _saying(
        "工会走进车间听取意见。工会为厂区办好书屋。",
        "工会为班组办好书屋。生产一线办好书角。",
        sector="school",
    ),
    "UK706": _saying("我校工会把心声听全。", "本校工会办好书屋。", sector="enterprise"),
    "UK707": _from_website,
    "UK711": _saying("工会参加群众路线教育实践活动。", "工会开展迎世博歌会。"),
    "UK712": _saying("工会围绕“十二五”规划目标办好书屋。", "工会为十三五规划目标出力。"),
    "UK713": _other_anniversary,
    "UK714": _saying("工会学习贯彻中国工会十六大精神。", "工会学习贯彻党的十九大精神。"),
    "UK715": _saying("工会学习贯彻党的二十一大精神。", "工会学习贯彻中国工会十九大精神。"),
    "UK716": _saying("工会举办喜迎党的十九大歌会。", "工会举办喜迎党的二十大歌会。"),
    "UK717": _two_congresses,
    "UK718": _saying("工会学习党的二十精神。", "工会贯彻党的以及上级的部署。"),
    "UK719": _impossible_plenum,
    "UK721": _other_year,
    "UK722": _in_half(2, "上半年组织一次书画展。", "上半年召开工会小组长会议。"),
    "UK723": _in_half(2, "下半年，工会加强组织建设，取得较好成绩。", "下半年工会服务职工取得了明显成效。"),
    "UK724": _in_half(2, "一年来，工会把关心的事办实。", "过去一年，工会把心声听全。"),
    "UK731": _saying("工会坚持“五必访”。", "工会推进“三项工程”。", "工会坚持六必谈。"),
    "UK732": _miscounted,
    "UK733": _announced,
    "UK734": _saying("工会严格落实中央六项规定精神。", "工会依靠协调劳动关系四方机制。"),
    "UK735": _saying("工会推行“1+X”模式。", "工会按1＋X的办法结对。"),
    "UK736": _headings,
    "UK741": _saying("工会推荐参加市总工会评选的三八红旗手。", "工会参加团市委命名的工人先锋号。"),
    "UK742": _award_of_another_kind,
    "UK743": _saying("工会参加2022—2023年度“安康杯”竞赛。", "工会参加2020—2021年度“安康杯”竞赛。"),
    "UK744": _saying("工会联系卫计委办好讲座。", "工会联系工商局办好讲座。"),
    "UK751": _saying(
        "工会按时完成经费拔缴。", "工会办好劳动竟赛。", "工会布署读书的事。", "工会的书屋灵活型多样。"
    ),
    "UK752": _saying("工会开好工作者代表大会。", "工会提高职工的踊跃性。", "工会增强凝集力。"),
}
