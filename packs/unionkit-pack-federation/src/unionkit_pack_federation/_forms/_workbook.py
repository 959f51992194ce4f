"""The tasks of the bodies below as a workbook (指标分解工作簿) whose sums and shares are formulas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import attrs

from unionkit.document import worded_target
from unionkit.errors import Lang
from unionkit_pack_federation._coverage import Coverage
from unionkit_pack_federation._data import FederationData, Training
from unionkit_pack_federation._indicators import Group, Task
from unionkit_pack_federation._vocabulary import OWNERSHIPS
from unionkit_xlsx import Cell, Column, Difference, Share, Sheet, TotalOf, workbook

if TYPE_CHECKING:
    from unionkit.document import Scope

_FEW: Final = 2
"""So many indicators of a group share the width of the page; the columns of more are as narrow as their figures."""

_NARROW: Final = 9


@attrs.frozen
class _Named:
    """A group of indicators, with the name of its sheet, which no other sheet has."""

    sheet: str
    group: Group


def indicator_workbook(scope: Scope) -> bytes:
    """Return the workbook of a federation's plan; without data, one with an empty summary."""
    data = scope.data if isinstance(scope.data, FederationData) else FederationData()
    sheets = _Sheets(data, scope.lang, scope.plan.organization.name)
    return workbook(
        sheets.all(),
        title=sheets.titled("任务指标分解", "Tasks of the bodies below"),
        author=scope.plan.organization.name,
        lang=scope.lang,
    )


class _Sheets:
    def __init__(self, data: FederationData, lang: Lang, name: str) -> None:
        self._data = data
        self._lang = lang
        self._name = name
        self._taken: set[str] = set()

    def all(self) -> Iterator[Sheet]:
        """Yield the summary, the groups, coverage and training, in this order."""
        summary = self._called(self._say("汇总", "Summary"))
        groups = [
            _Named(self._called(group.name or self._say("任务指标", "Tasks")), group)
            for group in self._data.groups
        ]
        yield self._summary(summary, groups)
        yield from map(self._of_group, groups)
        if self._data.coverage:
            yield self._coverage(self._called(self._say("覆盖面", "Coverage")))
        if self._data.training:
            yield self._training(self._called(self._say("培训", "Training")))

    def titled(self, zh: str, en: str) -> str:
        """Return a title that begins with whose sheet it is, as far as the plan says."""
        if not self._name:
            return self._say(zh, en)
        return self._say(f"{self._name}{zh}", f"{self._name}: {en}")

    # ------------------------------------------------------------ sheets

    def _summary(self, name: str, groups: list[_Named]) -> Sheet:
        rows: list[tuple[Cell, ...]] = []
        for named in groups:
            for nth, indicator in enumerate(named.group.indicators):
                rows.append(
                    (
                        named.group.name or "—",
                        indicator.name,
                        indicator.unit,
                        indicator.target,
                        TotalOf(named.sheet, _key("target", nth)),
                        TotalOf(named.sheet, _key("done", nth)),
                    )
                )
        return Sheet(
            name=name,
            title=self.titled("任务指标汇总表", "Summary of tasks"),
            columns=(
                Column(self._say("分组", "Group")),
                Column(self._say("指标", "Indicator")),
                Column(self._say("单位", "Unit")),
                Column(self._say("总任务", "Target"), kind="number", name="target"),
                Column(self._say("各单位任务合计", "Tasks of the bodies"), kind="number", name="shared"),
                Column(self._say("各单位完成合计", "Done by the bodies"), kind="number", name="done"),
                Column(
                    self._say("未分解", "Not shared out"),
                    kind="number",
                    name="open",
                    formula=Difference("target", "shared"),
                ),
                Column(
                    self._say("完成率", "Share done"),
                    kind="percent",
                    name="share",
                    formula=Share("done", "target"),
                ),
            ),
            rows=rows,
            notes=(
                self._say(
                    "合计数取自各分组表的合计行；完成率为各单位完成合计占总任务的比例。",
                    "The sums are those of the last rows of the other sheets; the share is what is done of the target.",
                ),
            ),
        )

    def _of_group(self, named: _Named) -> Sheet:
        group = named.group
        columns = [Column(self._say("单位", "Body"), name="body")]
        width = _width(group)
        for nth, indicator in enumerate(group.indicators):
            above = (f"{indicator.name}{self._unit(indicator.unit)}",)
            columns += [
                Column(
                    self._say("任务数", "Task"),
                    kind="number",
                    total=True,
                    name=_key("target", nth),
                    above=above,
                    width=width,
                ),
                Column(
                    self._say("完成数", "Done"),
                    kind="number",
                    total=True,
                    name=_key("done", nth),
                    above=above,
                    width=width,
                ),
                Column(
                    self._say("完成率", "Share"),
                    kind="percent",
                    total=True,
                    name=_key("share", nth),
                    above=above,
                    width=width,
                    formula=Share(_key("done", nth), _key("target", nth)),
                ),
            ]
        return Sheet(
            name=named.sheet,
            title=self.titled(
                f"{group.name}任务指标分解表" if group.name else "任务指标分解表",
                f"{group.name} by body" if group.name else "Tasks by body",
            ),
            columns=columns,
            rows=tuple((row.body, *_figures(row.tasks)) for row in group.rows),
            total=self._say("合计", "Total"),
        )

    def _coverage(self, name: str) -> Sheet:
        return Sheet(
            name=name,
            title=self.titled("分所有制覆盖面", "Coverage by ownership"),
            columns=(
                Column(self._say("项目", "Subject")),
                Column(self._say("所有制", "Ownership"), name="ownership"),
                Column(self._say("单位数", "Units"), kind="number", name="units"),
                Column(self._say("已覆盖", "Covered"), kind="number", name="covered"),
                Column(
                    self._say("覆盖率", "Share"),
                    kind="percent",
                    name="share",
                    formula=Share("covered", "units"),
                ),
                Column(self._say("目标", "Aim"), name="aim"),
            ),
            rows=tuple(self._covered(each) for each in self._data.coverage),
        )

    def _covered(self, each: Coverage) -> tuple[Cell, ...]:
        term = OWNERSHIPS[each.ownership]
        aim = worded_target(each.target, self._lang) if each.target is not None else ""
        return (each.subject, self._say(term.zh, term.en), each.units, each.covered, aim)

    def _training(self, name: str) -> Sheet:
        rows = [row for training in self._data.training for row in self._years(training)]
        return Sheet(
            name=name,
            title=self.titled("分年度培训任务", "Training by years"),
            columns=(
                Column(self._say("培训项目", "Training"), name="title"),
                Column(self._say("年度", "Year"), name="year"),
                Column(self._say("计量单位", "Unit"), name="unit"),
                Column(self._say("任务数", "Task"), kind="number", name="target"),
                Column(self._say("完成数", "Done"), kind="number", name="done"),
                Column(
                    self._say("完成率", "Share"),
                    kind="percent",
                    name="share",
                    formula=Share("done", "target"),
                ),
            ),
            rows=rows,
        )

    def _years(self, training: Training) -> Iterator[tuple[Cell, ...]]:
        for each in training.years:
            yield (training.title, str(each.year), training.unit, each.target, each.done)

    # ------------------------------------------------------------ words

    def _say(self, zh: str, en: str) -> str:
        return en if self._lang == "en" else zh

    def _unit(self, unit: str) -> str:
        return self._say(f"（{unit}）", f" ({unit})") if unit else ""

    def _called(self, wanted: str) -> str:
        """Return a name for a sheet that none has yet."""
        name, nth = wanted, 2
        while name in self._taken:
            name, nth = self._say(f"{wanted}（{nth}）", f"{wanted} ({nth})"), nth + 1
        self._taken.add(name)
        return name


def _key(of: str, nth: int) -> str:
    return f"{of}-{nth}"


def _width(group: Group) -> int:
    """How wide the columns of figures are, in half characters; 0: as the page has room."""
    if len(group.indicators) <= _FEW:
        return 0
    figures = (number or 0 for total in group.totals for number in (total.target, total.done))
    return max(_NARROW, *(len(f"{number:,}") + 2 for number in figures))


def _figures(tasks: tuple[Task | None, ...]) -> Iterator[Cell]:
    for task in tasks:
        yield from (task.target, task.done) if task is not None else (None, None)
