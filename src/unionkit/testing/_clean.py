"""Plans in which no built-in rule finds anything, and such as break one rule."""

from __future__ import annotations

from operator import eq
from typing import Final

from hypothesis import strategies as st

from unionkit.errors import ImpossibleValueError
from unionkit.model import (
    Activity,
    Comparator,
    Content,
    Goal,
    Organization,
    Paragraph,
    Part,
    Period,
    Plan,
    Target,
    parse_schedule,
)

_SECTORS: Final = ("school", "enterprise", "town", "community", "agency", "federation")
_UNIONS: Final = ("清河工会", "北岭工会", "桥东工会")
_SENTENCES: Final = (
    "工会把职工的心声听全，把关心的事办实。",
    "每件事都有人负责，年底逐项对照。",
    "遇到难处先找工会，工会当天回应。",
    "活动从职工中来，办得小而实在。",
)
_ACTIVITIES: Final = ("读书分享会", "趣味运动会", "书画展", "健步走")
_MONTHS: Final = {1: ("3月", "4月", "5月中旬"), 2: ("8月", "10月", "11月中旬")}


@st.composite
def clean_plans(draw: st.DrawFn, sector: str | None = None) -> Plan:
    """
    Plans in which no built-in rule finds anything, not even something worth knowing.

    They name a year, a half, an organization with a sector and a region, and have some prose, goals and activities. What
    rules ask about besides is not said, so that they are silent about it.

    Args:
        draw: Draws.

        sector: The sector of the organization. None: one that the core knows.
    """
    half = draw(st.sampled_from((2, 1)))
    name = draw(st.sampled_from(_UNIONS))
    year = draw(st.integers(2025, 2026))
    sentences = draw(st.permutations(_SENTENCES))[: draw(st.integers(1, 3))]
    titles = draw(st.permutations(_ACTIVITIES))[: draw(st.integers(0, 2))]
    work: list[Content] = [Paragraph(text=sentence) for sentence in sentences]
    for at, title in enumerate(titles):
        when = parse_schedule(_MONTHS[half][at])
        work.append(Activity(title=title, kind="culture-sport", when=when, owner="宣传委员"))
    share = Target(comparator=Comparator.AT_LEAST, value=draw(st.integers(60, 95)), unit="%")
    goals = [Goal(indicator="职工对工会工作的满意率", target=share, owner="工会委员会")]
    return Plan(
        organization=Organization(
            name=name, sector=sector or draw(st.sampled_from(_SECTORS)), region="山东省"
        ),
        period=Period(year=year, half=half),
        content=(
            Part(role="goals", heading="工作目标", content=goals),
            Part(role="work", heading="主要工作", content=work),
        ),
    )


def violating(code: str) -> st.SearchStrategy[Plan]:
    """
    Plans in which exactly one built-in rule finds something: that of the code.

    Raises:
        ImpossibleValueError: There is no such rule.
    """
    from ._violations import VIOLATIONS  # noqa: PLC0415 -- most who draw plans break no rules

    violate = VIOLATIONS.get(code)
    if violate is None:
        near = sorted(VIOLATIONS, key=lambda known: (-sum(map(eq, known, code)), known))[:3]
        raise ImpossibleValueError(
            f"没有内置规则 {code}，最接近的是：{'、'.join(near)}",
            f"There is no built-in rule {code}; the nearest are {', '.join(near)}",
        )

    @st.composite
    def broken(draw: st.DrawFn) -> Plan:
        return violate(draw, draw(clean_plans()))

    return broken()
