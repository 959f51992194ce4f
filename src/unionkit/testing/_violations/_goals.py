"""Breaking the rules about goals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from unionkit.model import Goal, Paragraph, Part, Plan, Quantity, Target, parse_schedule

from ._base import Violation, with_content, with_organization

_OWNER: Final = "工会委员会"
_RATES: Final = ("集体合同签订率", "会议出席面", "互助保障参保率")
_COUNTS: Final = ("新建职工书屋", "技能培训场次", "职工创新成果")
_UNITS: Final = ("school", "enterprise", "agency")


def _goal(indicator: str, target: str | None = None, **fields: Any) -> Goal:
    """A goal that somebody answers for."""
    owner = fields.pop("owner", _OWNER)
    aim = None if target is None else Target.parse(target)
    return Goal(indicator=indicator, target=aim, owner=owner, **fields)


def _without_measure(draw: st.DrawFn, plan: Plan) -> Plan:
    return with_content(plan, _goal(draw(st.sampled_from(("职工满意度", "职工读书氛围")))))


def _above_whole(draw: st.DrawFn, plan: Plan) -> Plan:
    return with_content(plan, _goal("会议出席面", f">= {draw(st.integers(101, 900))}%"))


def _promise_without_figure(draw: st.DrawFn, plan: Plan) -> Plan:
    name = draw(st.sampled_from((*_RATES, "技能培训人数")))
    return with_content(plan, _goal(name, when=parse_schedule("年底前")))


def _without_owner(draw: st.DrawFn, plan: Plan) -> Plan:
    return with_content(plan, _goal(draw(st.sampled_from(_RATES)), ">= 90%", owner=""))


def _without_day(draw: st.DrawFn, plan: Plan) -> Plan:
    when = draw(st.sampled_from(("适时", "尽快", "条件成熟时")))
    return with_content(plan, _goal("职工书屋建成开放", when=parse_schedule(when)))


def _baseline_past_target(draw: st.DrawFn, plan: Plan) -> Plan:
    share = draw(st.integers(50, 98))
    baseline = Quantity.parse(f"{share + 1}%")
    return with_content(plan, _goal(draw(st.sampled_from(_RATES)), f">= {share}%", baseline=baseline))


def _already_reached(draw: st.DrawFn, plan: Plan) -> Plan:
    number = draw(st.integers(1, 40))
    progress = Quantity.parse(f"{number + draw(st.integers(0, 3))}项")
    return with_content(plan, _goal(draw(st.sampled_from(_COUNTS)), f">= {number}项", progress=progress))


def _already_exceeded(draw: st.DrawFn, plan: Plan) -> Plan:
    number = draw(st.integers(0, 9))
    progress = Quantity.parse(f"{number + 1}起")
    return with_content(plan, _goal("劳动争议案件", f"<= {number}起", progress=progress))


def _units_differ(draw: st.DrawFn, plan: Plan) -> Plan:
    key = draw(st.sampled_from(("baseline", "progress")))
    figure = Quantity.parse(draw(st.sampled_from(("0.5", "12人", "3家"))))
    return with_content(plan, _goal(draw(st.sampled_from(_RATES)), ">= 90%", **{key: figure}))


def _met_by_anything(draw: st.DrawFn, plan: Plan) -> Plan:
    name, target = draw(st.sampled_from((("会议出席率", "<= 100%"), ("新建职工书屋", ">= 0家"))))
    return with_content(plan, _goal(name, target))


def _fraction(draw: st.DrawFn, plan: Plan) -> Plan:
    unit = draw(st.sampled_from(("人", "家", "场")))
    return with_content(plan, _goal("技能培训", f">= {draw(st.integers(1, 90))}.5{unit}"))


def _in_review(draw: st.DrawFn, plan: Plan) -> Plan:
    goal = _goal(draw(st.sampled_from(_COUNTS)), f"= {draw(st.integers(1, 20))}项")
    review = Part(role="review", heading="工作回顾", content=[goal])
    return attrs.evolve(plan, content=(review, *plan.content))


def _above_headcount(draw: st.DrawFn, plan: Plan) -> Plan:
    staff = draw(st.integers(30, 90))
    unit = with_organization(plan, sector=draw(st.sampled_from(_UNITS)), staff=staff)
    return with_content(unit, _goal("参加技能培训的职工", f">= {staff + 1}人"))


def _honour_without_level(draw: st.DrawFn, plan: Plan) -> Plan:
    name = draw(st.sampled_from(("工人先锋号", "先进职工之家称号", "巾帼标兵岗")))
    if draw(st.booleans()):
        return with_content(plan, _goal(name, keep=True))
    return with_content(plan, _goal(name, when=parse_schedule("年底前")))


def _quoting(plan: Plan, words: str, goal: Goal) -> Plan:
    fact = attrs.evolve(goal, words=words)
    return with_content(plan, Paragraph(text=f"{words}。", facts=[fact]))


def _other_figure_in_words(draw: st.DrawFn, plan: Plan) -> Plan:
    share = draw(st.integers(50, 90))
    words = f"会议出席率不低于{share + draw(st.integers(1, 9))}%"
    return _quoting(plan, words, _goal("会议出席率", f">= {share}%"))


def _other_comparison_in_words(draw: st.DrawFn, plan: Plan) -> Plan:
    number = draw(st.integers(1, 9))
    said = draw(st.sampled_from((f"不超过{number}起", f"控制在{number}起以内")))
    return _quoting(plan, f"劳动争议案件{said}", _goal("劳动争议案件", f">= {number}起"))


def _figure_lost(draw: st.DrawFn, plan: Plan) -> Plan:
    words = draw(
        st.sampled_from(("职工书屋开放率达到%以上。", "会议出席率不低于%。", "各项开支控制在以内。"))
    )
    return with_content(plan, Paragraph(text=words))


def _growth_without_figure(draw: st.DrawFn, plan: Plan) -> Plan:
    words = draw(st.sampled_from(("职工书屋开放率明显提高。", "工会工作的知晓度稳步提升。")))
    return with_content(plan, Paragraph(text=words))


def _two_targets(draw: st.DrawFn, plan: Plan) -> Plan:
    share, name = draw(st.integers(50, 90)), draw(st.sampled_from(_RATES))
    return with_content(plan, _goal(name, f">= {share}%"), _goal(name, f">= {share + 1}%"))


def _overlapping(draw: st.DrawFn, plan: Plan) -> Plan:
    share, name = draw(st.integers(50, 90)), draw(st.sampled_from(_RATES))
    scope = draw(st.sampled_from(("", "全部", "企业")))
    return with_content(
        plan, _goal(name, f">= {share}%", scope=scope), _goal(name, f">= {share + 5}%", scope="国有企业")
    )


def _parts_above_whole(draw: st.DrawFn, plan: Plan) -> Plan:
    one, other = draw(st.integers(1, 20)), draw(st.integers(1, 20))
    name = draw(st.sampled_from(_COUNTS))
    return with_content(
        plan,
        _goal(name, f"= {one + other - 1}项"),
        _goal(name, f"= {one}项", scope="车间"),
        _goal(name, f">= {other}项", scope="科室"),
    )


VIOLATIONS: Final[Mapping[str, Violation]] = {
    "UK301": _without_measure,
    "UK302": _above_whole,
    "UK303": _promise_without_figure,
    "UK304": _without_owner,
    "UK305": _without_day,
    "UK306": _baseline_past_target,
    "UK307": _already_reached,
    "UK308": _already_exceeded,
    "UK309": _units_differ,
    "UK310": _met_by_anything,
    "UK311": _fraction,
    "UK312": _in_review,
    "UK313": _above_headcount,
    "UK314": _honour_without_level,
    "UK315": _other_figure_in_words,
    "UK316": _other_comparison_in_words,
    "UK317": _figure_lost,
    "UK318": _growth_without_figure,
    "UK319": _two_targets,
    "UK320": _overlapping,
    "UK321": _parts_above_whole,
}
