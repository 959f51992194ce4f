"""What the rules about the budget share: its lines, its accounts by their names, and what items cost."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import ClassVar, Final, NamedTuple, TypeAlias, cast

from unionkit.almanac import Position
from unionkit.model import (
    Activity,
    AtFestival,
    Budget,
    BudgetLine,
    Funds,
    Money,
    Path,
    Period,
    Plan,
    Several,
    WelfareMeasure,
)

from ._finding import Basis, Confidence, Finding, Silence, Worded
from ._law import Ruling
from ._organization_words import measured
from ._rule import Check, Rule

FUNDS_2017: Final = Basis(
    title="《基层工会经费收支管理办法》", number="总工办发〔2017〕32号", since=dt.date(2018, 1, 1)
)
"""
Measures on income and spending of grassroots unions, December 2017. Its eight prohibitions were confirmed in November
2026 from a newspaper report of that December, not from the text itself; the day of the month is not known to us, so
the rules begin with the year that followed.
"""

FUNDS_2017_NOT_SEEN: Final = Basis(
    title="《基层工会经费收支管理办法》",
    number="总工办发〔2017〕32号",
    article="第十六条",
    since=dt.date(2018, 1, 1),
    confidence=Confidence.UNCONFIRMED,
)
"""The same for what nobody could confirm."""

BUDGET_2019: Final = Basis(
    title="《工会预算管理办法》",
    number="总工办发〔2019〕26号",
    since=dt.date(2020, 1, 1),
    confidence=Confidence.UNCONFIRMED,
)
"""Union budget measures of 2019, known by their number and first day only."""

ACCOUNTS_2021: Final = Basis(
    title="《工会会计制度》",
    number="财会〔2021〕7号",
    since=dt.date(2022, 1, 1),
    confidence=Confidence.UNCONFIRMED,
)
"""The union accounting system; its list of accounts is from general knowledge."""

UNION_LAW: Final = Basis(title="《中华人民共和国工会法》", since=dt.date(2022, 1, 1))
"""Trade Union Law as amended on 24 December 2021, in force from 1 January 2022; the text was read in November 2026."""

DUES: Final = "会费收入"
APPROPRIATION: Final = "拨缴经费收入"

RENAMED_INCOME: Final = {
    "会费": DUES,
    "工会会费": DUES,
    "工会会费收入": DUES,
    "会员会费收入": DUES,
    "会员会费": DUES,
    "拨缴经费": APPROPRIATION,
    "拨交经费": APPROPRIATION,
    "拨交经费收入": APPROPRIATION,
    "上级补助": "上级补助收入",
    "上级工会补助收入": "上级补助收入",
    "上级工会补助": "上级补助收入",
    "政府补助": "政府补助收入",
    "行政补助": "行政补助收入",
    "投资收入": "投资收益",
    "其它收入": "其他收入",
    "附属单位上缴": "附属单位上缴收入",
}
"""Names of income that mean one account of 2021 and no other."""
RENAMED_SPENDING: Final = {
    "职工活动费": "职工活动支出",
    "职工活动费支出": "职工活动支出",
    "职工活动": "职工活动支出",
    "职工服务费": "职工服务支出",
    "职工服务": "职工服务支出",
    "维权费": "维权支出",
    "维权": "维权支出",
    "业务费": "业务支出",
    "业务费支出": "业务支出",
    "资本支出": "资本性支出",
    "其它支出": "其他支出",
    "补助下级": "补助下级支出",
    "对附属单位支出": "对附属单位的支出",
}
"""Names of spending that mean one account of 2021 and no other."""
OLD_HEADS: Final = frozenset({"事业收入", "事业支出"})
"""Heads of the measures of 2017 that the accounting system of 2021 does not have; either set passes, not a mixture."""
NEW_HEADS: Final = frozenset({"职工服务支出", "对附属单位的支出", "附属单位上缴收入"})
"""Accounts of 2021 that stand for what the old heads stood for, or are new."""

_NUMBERED: Final = re.compile(r"^[0-9]{3,6}[ 、.．]*|\s+", re.ASCII)
_YEAR_FROM_DAYS: Final = 360
"""A period of so many days is a whole year (a school year has 365)."""

Item: TypeAlias = Activity | WelfareMeasure


class Side(NamedTuple):
    """A side of the budget: income or expenditure, with its place and lines."""

    key: str
    lines: tuple[BudgetLine, ...]

    def placed(self) -> Iterator[tuple[Path, BudgetLine]]:
        """Yield each line with its path."""
        return ((("budget", self.key, at), line) for at, line in enumerate(self.lines))


class BudgetRule(Rule):
    """A rule about the budget of a plan; it is silent about plans without one."""

    nodes = (Plan,)
    needs: ClassVar[tuple[str, ...]] = ("budget",)

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        """Look at the budget."""
        yield from self.look(cast("Budget", cast("Plan", node).budget), check)

    def look(self, budget: Budget, check: Check) -> Iterator[Finding | Silence]:
        """Yield what is wrong with the budget."""
        raise NotImplementedError


def income(budget: Budget) -> Side:
    """Return the income of a budget."""
    return Side("income", budget.income)


def expenditure(budget: Budget) -> Side:
    """Return the spending of a budget."""
    return Side("expenditure", budget.expenditure)


def renamed(account: str) -> str:
    """Return the account that a name means: without its number in the books (``401 会费收入``), by its name of 2021."""
    plain = _NUMBERED.sub("", account)
    return RENAMED_INCOME.get(plain) or RENAMED_SPENDING.get(plain) or plain


def called(line: BudgetLine) -> str:
    """Return how a line is called: account and item."""
    return f"{line.account}（{line.item}）" if line.item.strip() else line.account


def yuan(money: Money | None) -> Fraction:
    """Return an amount exactly, so that sums of any size can be built; nothing where there is none."""
    return Fraction(0) if money is None else Fraction(money.yuan)


def total(lines: Iterable[BudgetLine]) -> Fraction:
    """Return the sum of lines."""
    return sum((yuan(line.amount) for line in lines), Fraction(0))


def booked(lines: Iterable[BudgetLine], account: str) -> list[BudgetLine]:
    """Return the lines of an account."""
    return [line for line in lines if renamed(line.account) == account]


def repeated(side: Side) -> Iterator[tuple[Path, BudgetLine]]:
    """Yield the lines of a side whose account and item an earlier line has already, with their paths."""
    seen: set[tuple[str, str]] = set()
    for path, line in side.placed():
        name = (renamed(line.account), "".join(line.item.split()))
        if name in seen:
            yield path, line
        seen.add(name)


def share_of(ruling: Ruling) -> Fraction:
    """Return a percentage of the law as a fraction."""
    return ruling.number / 100


def funds_of(plan: Plan) -> Funds:
    """Return the money that a union lives on; without figures where the plan says nothing of it."""
    return plan.organization.funds or Funds()


def income_line(budget: Budget | None, account: str) -> Path:
    """Return where the first line of income of an account says its amount."""
    lines = budget.income if budget else ()
    at = next((at for at, line in enumerate(lines) if renamed(line.account) == account), 0)
    return ("budget", "income", at, "amount")


def said(amount: Fraction | Money | None) -> Worded:
    """Return an amount in yuan, in the language of the message."""
    return measured(amount if isinstance(amount, Fraction) else yuan(amount), "元")


def is_whole_year(period: Period) -> bool:
    """Whether a plan is for a year."""
    if period.start is None or period.end is None:
        return False
    return (period.end - period.start).days >= _YEAR_FROM_DAYS


def is_shorter(period: Period) -> bool:
    """Whether a plan is surely for less than a year."""
    return period.start is not None and not is_whole_year(period)


def all_items(check: Check) -> tuple[tuple[Path, Item], ...]:
    """Return the activities and welfare measures of the plan."""
    return (*check.survey.activities, *check.survey.welfare)


def items(check: Check) -> Iterator[tuple[Path, Item]]:
    """Yield the activities and welfare measures of the plan, but for those of a part that looks back."""
    return ((path, item) for path, item in all_items(check) if not check.calendar.looks_back(path))


def least_cost(item: Item, path: Path, check: Check) -> Fraction:
    """
    Return what an item costs at least, in yuan; nothing where the plan does not say it exactly.

    What is said in all counts as it stands, also where the item recurs. A standard per person counts for everyone who
    receives it; gifts at several festivals count for each festival in the period. Other measures that recur do so
    for other people each time (birthdays), and count once.
    """
    if item.cost is not None:
        return yuan(item.cost)
    if isinstance(item, Activity) or item.per_head is None or item.headcount is None or item.headcount.about:
        return Fraction(0)
    return yuan(item.per_head) * Fraction(item.headcount.measure()[0]) * _occasions(item, path, check)


def _occasions(measure: WelfareMeasure, path: Path, check: Check) -> int:
    when = measure.when
    if measure.kind != "festival-gift" or measure.done or not isinstance(when, Several):
        return 1
    if not all(isinstance(member, AtFestival) for member in when.members):
        return 1
    dated = [time for time in check.calendar.of(measure, path) if time.key == "when"]
    inside = [
        time for time in dated if any(each.position is not Position.OUTSIDE for each in time.resolution)
    ]
    return max(1, len(inside))
