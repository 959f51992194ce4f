"""Breaking the rules about goals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hypothesis import strategies as st

from unionkit.model import Comparator, Goal, Plan, Target

from ._base import Violation, with_content


def _without_measure(draw: st.DrawFn, plan: Plan) -> Plan:
    name = draw(st.sampled_from(("职工满意度", "职工读书氛围")))
    return with_content(plan, Goal(indicator=name, owner="工会委员会"))


def _above_whole(draw: st.DrawFn, plan: Plan) -> Plan:
    share = draw(st.integers(101, 900))
    target = Target(comparator=Comparator.AT_LEAST, value=share, unit="%")
    return with_content(plan, Goal(indicator="会议出席面", target=target, owner="工会委员会"))


VIOLATIONS: Final[Mapping[str, Violation]] = {"UK301": _without_measure, "UK302": _above_whole}
