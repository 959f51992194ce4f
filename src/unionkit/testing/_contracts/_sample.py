"""The plans that a contract looks at: the same for every check and every run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any, Final, TypeVar

import attrs
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from unionkit.files import dump_plan, structure
from unionkit.hookspecs import Pack, Question
from unionkit.model import (
    Activity,
    Budget,
    BudgetLine,
    Content,
    Data,
    Goal,
    Money,
    Organization,
    Paragraph,
    Part,
    Period,
    Plan,
    Quantity,
    Result,
    Table,
    Target,
    WelfareMeasure,
    parse_schedule,
)
from unionkit.testing._plans import plans
from unionkit.testing._text import lines

from ._filling import filled, plain_data

T = TypeVar("T")

EXAMPLES: Final = 25
"""How many of anything are drawn."""


def settings_of(count: int | None) -> settings:
    """Return settings by which `count` examples are drawn, the same each time; None: those of the day."""
    usual = settings(
        deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )  # a slow machine is nobody's fault
    return usual if count is None else settings(usual, max_examples=count, derandomize=True, database=None)


def drawn(strategy: st.SearchStrategy[T], count: int = EXAMPLES) -> list[T]:
    """Draw some values, the same each time."""
    found: list[T] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(value: T) -> None:
        found.append(value)

    draw()
    return found


@cache
def drawn_plans() -> tuple[Plan, ...]:
    """Plans with every field drawn, of no pack and with no layout of their own, the shortest first."""
    made = [attrs.evolve(plan, layout=(), data=Data({})) for plan in drawn(plans())]
    return tuple(sorted(dict.fromkeys(made), key=lambda plan: len(dump_plan(plan))))


def of_pack(plan: Plan, pack: Pack, data: dict[str, Any]) -> Plan:
    """Return a plan as one of a pack, with its data."""
    return attrs.evolve(plan, pack=pack.name, data={pack.name: data} if pack.data is not None else {})


def sample(pack: Pack) -> tuple[tuple[str, Plan], ...]:
    """Return plans of a pack with what a message calls them: the empty one, a full one, and drawn ones."""
    found = [("the empty plan", of_pack(Plan(), pack, {})), ("a full plan", full_plan(pack))]
    given_data: list[dict[str, Any]] = [{}]
    if pack.data is not None:
        given_data = drawn(plain_data(pack.data, lines()))
    for nth, plan in enumerate(drawn_plans()):
        found.append((f"a drawn plan ({nth + 1})", of_pack(plan, pack, given_data[nth % len(given_data)])))
    return tuple(found)


END: Final = "止"
"""How the words of plans end that are made here: 词001止, 词002止 …"""


class Words:
    """Texts that tell themselves apart, in the order in which they are asked for."""

    def __init__(self, end: str = END) -> None:
        """Let each end in `end`."""
        self._said = 0
        self._end = end

    def __call__(self) -> str:
        """Return the next."""
        self._said += 1
        return f"词{self._said:03}{self._end}"


def full_plan(
    pack: Pack, *, roles: Iterable[str] = (), data: dict[str, Any] | None = None, end: str = END
) -> Plan:
    """
    Return a plan that has all that sections look at, in words that tell themselves apart.

    Args:
        pack: Its pack.

        roles: Of the parts that it has besides those that every plan has.

        data: What it holds for the pack; None: all that the pack's class takes.

        end: How each of its words ends; those of the data that are not given end as usual.
    """
    if data is None:
        data = filled(pack.data, Words()) if pack.data is not None else {}
    return of_pack(rich_plan(pack.sector, roles=roles, end=end), pack, data)


def rich_plan(sector: str = "", *, roles: Iterable[str] = (), end: str = END) -> Plan:
    """Return a plan of no pack with parts of all roles, in each of them items of all kinds, and a budget."""
    text = Words(end)
    known = ("guidance", "goals", "work", "schedule", "welfare", "budget", "safeguards", "closing")
    parts = [_part(role, text) for role in dict.fromkeys((*known, *roles))]
    lines_of_budget = [BudgetLine(account="职工活动支出", item=text(), amount=Money(3000), note=text())]
    return Plan(
        title=text(),
        organization=Organization(
            name=text(), sector=sector, region="山东省", parent=text(), members=120, women=50
        ),
        period=Period(year=2026, half=2),
        content=parts,
        budget=Budget(expenditure=lines_of_budget),
        signature=text(),
    )


def _part(role: str, text: Words) -> Part:
    quoted = text()
    fact = Activity(title=text(), words=quoted, owner=text())
    content: list[Content] = [
        Paragraph(text=text()),
        Paragraph(text=quoted, facts=[fact]),
        Goal(indicator=text(), target=Target.parse(">= 90%"), owner=text()),
        Result(indicator=text(), value=Quantity(Decimal(90), "%"), owner=text()),
        Activity(title=text(), when=parse_schedule("9月下旬"), owner=text(), place=text()),
        WelfareMeasure(title=text(), owner=text(), per_head=Money(300), headcount=12),
        Table(head=(text(), text()), rows=((text(), text()),), caption=text()),
    ]
    return Part(role=role, heading=text(), content=content)


# ---------------------------------------------------------------- answers


def answers(pack: Pack, *, half: int) -> st.SearchStrategy[dict[str, object]]:
    """
    Answers to what the starter plan of a pack asks, all of them fitting; shrinks to few people and short names.

    Args:
        pack: The pack.

        half: The half of the year, 1 or 2.
    """
    return _answers(pack.questions_of(half))


@st.composite
def _answers(draw: st.DrawFn, questions: tuple[Question, ...]) -> dict[str, object]:
    told: dict[str, object] = {}
    for question in questions:
        told[question.name] = draw(_answer(question, told))
    return told


_REGIONS: Final = ("山东省", "四川省成都市", "上海市", "广西壮族自治区")
_PLACES: Final = ("清河", "北岭", "桥东", "云山", "长兴")


def _answer(question: Question, told: dict[str, object]) -> st.SearchStrategy[object]:
    match question.kind:
        case "count":
            bound = told.get(question.at_most)
            most = min(question.most, bound) if isinstance(bound, int) else question.most
            return st.integers(min(question.least, most), most)
        case "choices":
            return st.lists(st.sampled_from([choice.name for choice in question.choices]), unique=True).map(
                lambda chosen: tuple(name for name in _names(question) if name in chosen)
            )
        case "region":
            return st.sampled_from(_REGIONS)
        case "text":
            usual = str(question.default_in("zh"))
            return st.sampled_from(_PLACES).map(lambda place: place + usual[-4:])


def _names(question: Question) -> Iterator[str]:
    return (choice.name for choice in question.choices)


def typed(pack: Pack, plan: Plan) -> object:
    """Return what the pack makes of a plan's data."""
    if pack.data is None:
        return None
    made: object = structure(plan.data.get(pack.name) or {}, pack.data)
    return made
