"""Breaking the rules about personal data; all numbers and names are made up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hypothesis import strategies as st

from unionkit.model import Paragraph, Plan, Table, WelfareMeasure

from ._base import Violation, with_content

_NAMES: Final = ("张建国", "王春梅", "李小红")


def _text(draw: st.DrawFn, plan: Plan, *choices: str) -> Plan:
    return with_content(plan, Paragraph(text=draw(st.sampled_from(choices))))


def _identity(draw: st.DrawFn, plan: Plan) -> Plan:
    return _text(draw, plan, "登记时核对110101199003070011。", "登记时核对11010519491231002X。")


def _card(draw: st.DrawFn, plan: Plan) -> Plan:
    return _text(draw, plan, "费用退回6222020200000000006。", "费用退回6222 0202 0000 0013。")


def _mobile(draw: st.DrawFn, plan: Plan) -> Plan:
    return _text(draw, plan, "报名请打13900001234。", "报名请打139-0000-1234。")


def _address(draw: st.DrawFn, plan: Plan) -> Plan:
    return _text(draw, plan, "委员登门听意见，他家住清河路12号。", "委员登门听意见，住址：北岭村三组。")


def _named(draw: st.DrawFn, plan: Plan) -> Plan:
    name = draw(st.sampled_from(_NAMES))
    return _text(draw, plan, f"{name}同志生病住院，工会常去问候。", f"工会惦记着家有困难的{name}老师。")


def _measure(draw: st.DrawFn, plan: Plan) -> Plan:
    title = draw(st.sampled_from(("看望{}", "探望{}家属"))).format(draw(st.sampled_from(_NAMES)))
    return with_content(plan, WelfareMeasure(title=title, kind="condolence-visit", owner="生活委员"))


def _listed(draw: st.DrawFn, plan: Plan) -> Plan:
    return _text(draw, plan, "及时公示受助职工名单。", "困难补助名单在公开栏公示。")


def _column(draw: st.DrawFn, plan: Plan) -> Plan:
    head = draw(st.sampled_from(("手机", "家庭住址", "身份证号")))
    return with_content(plan, Table(head=("小组", head), rows=(("第一小组", "另附"),)))


VIOLATIONS: Final[Mapping[str, Violation]] = {
    "UK761": _identity,
    "UK762": _card,
    "UK763": _mobile,
    "UK764": _address,
    "UK765": _named,
    "UK766": _measure,
    "UK767": _listed,
    "UK768": _column,
}
