"""Rules about audit and report of the budget, and about money in tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, cast

import attrs

from unionkit.model import Budget, Table

from ._budget_common import UNION_LAW, BudgetRule, is_whole_year
from ._finding import Finding, Severity, Worded
from ._rule import CONVENTION, Check, Rule

_AUDIT: Final = "经审|审计|审查|经费审|审核委员会"
_REPORT: Final = (
    r"(?:经费|财务|收支|预算|决算)[^。；\n]{0,14}(?:报告|公开|公布|公示|通报|汇报)"
    r"|(?:报告|公开|公布|公示|通报|汇报)[^。；\n]{0,14}(?:经费|财务|收支|预算|决算)"
)


class NoAuditInYear(BudgetRule):
    """
    Reports, as a hint, the plan of a whole year that has a budget and says nothing of the audit committee, an audit or a
    review of accounts.

    ## Why is this bad?

    The audit committee reviews the budget, how it is carried out, and the accounts. What the year's plan does not set is
    easily forgotten.

    ## Example

    ```yaml
    period: {year: 2026}
    budget:
      expenditure: [{account: 职工活动支出, amount: 20000}]
    content: []
    ```

    Use instead:

    ```yaml
    period: {year: 2026}
    budget:
      expenditure: [{account: 职工活动支出, amount: 20000}]
    content:
      - {activity: 经费审查委员会审查上年决算, when: 3月, owner: 经费审查委员会}
    ```

    ## Known limits

    Plans of half a year are not asked. The law says “at regular times”, not yearly.
    """

    code = "UK634"
    slug = "no-audit-in-year"
    title_zh = "全年计划有预算而没有经费审查安排"
    title_en = "a year's budget without an audit"
    severity = Severity.INFO
    basis = attrs.evolve(UNION_LAW, article="第四十五条")
    wording = {
        "zh": "计划有全年预算，却没有经费审查的安排；请写上经费审查委员会何时审查预算执行和财务收支。",
        "en": "The plan has a budget for the year and no audit; say when the audit committee reviews budget and accounts.",
    }

    def look(self, budget: Budget, check: Check) -> Iterator[Finding]:
        if _has_lines(budget) and is_whole_year(check.plan.period) and not check.survey.mentions(_AUDIT):
            yield self.finding(("budget",))


class NoReportInYear(BudgetRule):
    """
    Reports, as a hint, the plan of a whole year that has a budget and does not say when income and spending are reported
    to the members.

    ## Why is this bad?

    Accounts are reported to the meeting of members or their delegates at regular times, in practice at its yearly
    session.

    ## Example

    ```yaml
    period: {year: 2026}
    budget:
      expenditure: [{account: 职工活动支出, amount: 20000}]
    content: []
    ```

    Use instead:

    ```yaml
    period: {year: 2026}
    budget:
      expenditure: [{account: 职工活动支出, amount: 20000}]
    content:
      - 12月向会员大会报告全年经费收支情况。
    ```

    ## Known limits

    Plans of half a year are not asked. The rule looks for words of money and of reporting near one another.
    """

    code = "UK635"
    slug = "no-report-in-year"
    title_zh = "全年计划有预算而没有向会员报告收支的安排"
    title_en = "a year's budget without a report to the members"
    severity = Severity.INFO
    basis = attrs.evolve(UNION_LAW, article="第四十五条")
    wording = {
        "zh": "计划有全年预算，却没有写何时向会员（代表）大会报告经费收支；请补上。",
        "en": "The plan has a budget for the year and does not say when income and spending are reported to the members; "
        "add it.",
    }

    def look(self, budget: Budget, check: Check) -> Iterator[Finding]:
        if _has_lines(budget) and is_whole_year(check.plan.period) and not check.survey.mentions(_REPORT):
            yield self.finding(("budget",))


def _has_lines(budget: Budget) -> bool:
    return bool(budget.income or budget.expenditure)


_FIGURE: Final = re.compile(r"\s*[¥￥]?\s*\d[\d,，]*(?:\.\d+)?\s*", re.ASCII)
_MONEY: Final = re.compile(r"\s*[¥￥]?\s*\d[\d,，]*(?:\.\d+)?\s*(万元|元)\s*", re.ASCII)
_UNIT: Final = re.compile("亿元|万元|千元|元|[¥￥]|角|人民币|万")
_HEAD: Final = re.compile(
    r"\s*(?:预算|金额|经费|费用|支出|收入|预算数|决算数|所需经费|经费预算|预算金额|活动经费|计划金额)\s*"
)


def _units(cells: Iterator[str]) -> list[str]:
    """Return the units of cells that are an amount of money and nothing else, in order, each once."""
    found = (match[1] for match in map(_MONEY.fullmatch, cells) if match)
    return list(dict.fromkeys(found))


_ENGLISH: Final = {"元": "yuan", "万元": "ten thousand yuan"}


def _said_units(units: list[str]) -> Worded:
    return Worded("、".join(units), " and ".join(_ENGLISH[unit] for unit in units))


class MixedMoneyUnits(Rule):
    """
    Reports a column of a table that counts money in both yuan (元) and ten thousand yuan (万元), or in another unit than its head or the table says.

    ## Why is this bad?

    Such columns are added up wrongly, by a factor of ten thousand.

    ## Example

    ```yaml
    - table: [项目, 预算]
      rows: [[职工运动会, 8000元], [困难帮扶, 2万元]]
    ```

    Use instead:

    ```yaml
    - table: [项目, 预算]
      rows: [[职工运动会, 8000元], [困难帮扶, 20000元]]
    ```

    ## Known limits

    Only cells that hold one amount and nothing else are read. Columns whose heads name different units pass.
    """

    code = "UK636"
    slug = "mixed-money-units"
    title_zh = "同一列金额混用元和万元"
    title_en = "two units of money in one column"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Table,)
    wording = {
        "zh": "“{head}”一列混用{units}；请统一为一种单位，并在表头写明。",
        "en": "The column “{head}” mixes {units}; use one unit, and name it in the head.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        table = cast("Table", node)
        for at, head in enumerate(table.head):
            units = _units(row[at] for row in table.rows)
            if not units:
                continue
            told = [unit for unit in ("万元", "元") if unit in (head or "")][:1] or [
                unit for unit in ("万元", "元") if unit in table.unit
            ][:1]
            mixed = list(dict.fromkeys((*told, *units)))
            if len(mixed) > 1:
                yield self.finding((*check.path, "table", at), head=head, units=_said_units(mixed))


class MoneyWithoutUnit(Rule):
    """
    Reports a table whose column of money has bare figures, where neither head nor caption, unit or any cell says in what
    money is counted.

    ## Why is this bad?

    20 may be yuan or ten thousand of them. One unit is stated once, above the table or in the head.

    ## Example

    ```yaml
    - table: [项目, 预算]
      rows: [[职工运动会, '8000'], [困难帮扶, '20000']]
    ```

    Use instead:

    ```yaml
    - table: [项目, 预算（元）]
      rows: [[职工运动会, '8000'], [困难帮扶, '20000']]
    ```

    ## Known limits

    Only columns with a plain head such as 预算, 金额, 经费 and at least two figures are looked at.
    """

    code = "UK637"
    slug = "money-without-unit"
    title_zh = "表格中的金额没有单位"
    title_en = "money in a table without a unit"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Table,)
    wording = {
        "zh": "“{head}”一列只有数字，没有写明是元还是万元；请在表头或表格上方（unit）写明单位。",
        "en": "The column “{head}” has bare figures and nothing says in what money is counted; name the unit in the head, "
        "or under unit.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        table = cast("Table", node)
        named = (*table.head, table.caption, table.unit, *(cell for row in table.rows for cell in row))
        if table.unit or any(_UNIT.search(text) for text in named):
            return
        for at, head in enumerate(table.head):
            figures = [row[at] for row in table.rows if _FIGURE.fullmatch(row[at])]
            if _HEAD.fullmatch(head) and len(figures) > 1:
                yield self.finding((*check.path, "table", at), head=head)


RULES: Final[tuple[Rule, ...]] = (
    *(NoAuditInYear(), NoReportInYear()),
    *(MixedMoneyUnits(), MoneyWithoutUnit()),
)
