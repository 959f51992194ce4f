"""
The roster of recuperation (疗休养花名册) as a workbook: a sheet for each batch with a row for each place, to be filled in
by hand, a summary of the batches, and what is left of the quota and the money of the year.

Nobody is named in it: the names are written in by hand, or stand on the private paper. Each row has the cost of one
person, so that the sums follow when somebody does not go.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from unionkit.document import Scope, worded_schedule, worded_title
from unionkit.errors import Lang
from unionkit.model import Money, chinese_number
from unionkit_pack_agency._printable import printable
from unionkit_pack_agency._recuperation import Batch, Recuperation
from unionkit_xlsx import Cell, Column, Difference, Share, Sheet, Sum, TotalOf, workbook

_MOST_ROWS: Final = 300
"""So many places have a row of their own; the rest of a batch stands in one."""

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "summary": ("批次汇总", "Batches"),
    "year": ("年度名额", "Year"),
    "roster": ("疗休养花名册", "Roster of recuperation"),
    "batch": ("批次", "Batch"),
    "number": ("序号", "No."),
    "department": ("所在处室", "Department"),
    "name": ("姓名", "Name"),
    "when": ("时间", "Time"),
    "days": ("天数", "Days"),
    "place": ("地点", "Place"),
    "people": ("人次", "People"),
    "board": ("食宿等费用", "Board and lodging"),
    "travel": ("交通费", "Travel"),
    "cost": ("费用合计", "Cost"),
    "person-days": ("人天", "Person-days"),
    "signature": ("本人签名", "Signature"),
    "total": ("合计", "Total"),
    "unit": ("单位：元", "Unit: yuan"),
    "what": ("项目", "What"),
    "limit": ("年度控制数", "Of the year"),
    "before": ("此前已用", "Used before"),
    "now": ("本期安排", "This period"),
    "sum": ("累计", "So far"),
    "left": ("剩余", "Left"),
    "share": ("使用率", "Used"),
    "of-people": ("名额（人）", "Places (people)"),
    "of-money": ("经费（元）", "Money (yuan)"),
    "others": ("其余 {number} 人", "{number} more"),
    "note": (
        "不去的人，把该行的人次、人天和费用清空，合计和剩余随之改变。",
        "Who does not go: clear the figures of the row; sums and what is left follow.",
    ),
}


def roster(scope: Scope) -> bytes:
    """Return the workbook of a plan; without batches it holds an empty summary."""
    stays = printable(scope).recuperation or Recuperation()
    made = _Roster(stays, scope)
    return workbook(made.sheets(), title=made.title, author=scope.plan.organization.name, lang=scope.lang)


class _Roster:
    def __init__(self, stays: Recuperation, scope: Scope) -> None:
        self._stays = stays
        self._lang: Lang = scope.lang
        self._told = [_told(nth, batch, scope.lang) for nth, batch in enumerate(stays.batches, start=1)]
        self.title = f"{worded_title(scope.plan, scope.lang)}{self._separator}{self._say('roster')}"

    @property
    def _separator(self) -> str:
        return "·" if self._lang == "zh" else ": "

    def _say(self, word: str) -> str:
        zh, en = _WORDS[word]
        return zh if self._lang == "zh" else en

    def sheets(self) -> tuple[Sheet, ...]:
        batches = [
            (f"{number} {title}", number - 1, batch)
            for number, (batch, (title, _)) in enumerate(
                zip(self._stays.batches, self._told, strict=True), start=1
            )
        ]
        return (
            self._summary(batches),
            *self._year(),
            *(self._places(name, at, batch) for name, at, batch in batches),
        )

    # ------------------------------------------------------------ sheets

    def _summary(self, batches: list[tuple[str, int, Batch]]) -> Sheet:
        say = self._say
        figures = ("people", "person-days", "board", "travel")
        return Sheet(
            name=say("summary"),
            title=self.title,
            unit=say("unit"),
            columns=(
                Column(say("batch"), width=18),
                Column(say("when"), width=16),
                Column(say("days"), kind="number"),
                Column(say("place"), width=28),
                *(
                    Column(
                        say(word), kind="number" if word.startswith("pe") else "money", total=True, name=word
                    )
                    for word in figures
                ),
                Column(say("cost"), kind="money", total=True, name="cost", formula=Sum("board", "travel")),
            ),
            rows=tuple(
                (
                    *self._told[at],
                    batch.lasts,
                    batch.place,
                    *(TotalOf(name, word) for word in figures),
                )
                for name, at, batch in batches
            ),
            total=say("total"),
        )

    def _year(self) -> tuple[Sheet, ...]:
        """What is left of quota and money; no sheet where the plan tells of neither."""
        say, stays = self._say, self._stays
        rows: list[tuple[Cell, ...]] = []
        if stays.quota is not None:
            rows.append((say("of-people"), stays.quota, stays.used, TotalOf(say("summary"), "people")))
        if stays.budget is not None:
            spent = stays.spent or Money.ZERO
            rows.append((say("of-money"), stays.budget.yuan, spent.yuan, TotalOf(say("summary"), "cost")))
        if not rows:
            return ()
        return (
            Sheet(
                name=say("year"),
                title=self.title,
                columns=(
                    Column(say("what"), width=20),
                    Column(say("limit"), kind="number", name="limit", width=16),
                    Column(say("before"), kind="number", name="before", width=16),
                    Column(say("now"), kind="number", name="now", width=16),
                    Column(say("sum"), kind="number", name="sum", formula=Sum("before", "now"), width=16),
                    Column(
                        say("left"), kind="number", name="left", formula=Difference("limit", "sum"), width=16
                    ),
                    Column(
                        say("share"), kind="percent", name="share", formula=Share("sum", "limit"), width=12
                    ),
                ),
                rows=tuple(rows),
            ),
        )

    def _places(self, name: str, at: int, batch: Batch) -> Sheet:
        say = self._say
        told = (*self._told[at], batch.place)
        return Sheet(
            name=name,
            title=f"{say('roster')}{self._separator}{' '.join(filter(None, told))}",
            unit=say("unit"),
            columns=(
                Column(say("number"), width=14),
                Column(say("department"), width=20),
                Column(say("name"), width=14),
                Column(say("people"), kind="number", total=True, name="people", width=8),
                Column(say("person-days"), kind="number", total=True, name="person-days", width=10),
                Column(say("board"), kind="money", total=True, name="board", width=14),
                Column(say("travel"), kind="money", total=True, name="travel", width=14),
                Column(
                    say("cost"),
                    kind="money",
                    total=True,
                    name="cost",
                    formula=Sum("board", "travel"),
                    width=14,
                ),
                Column(say("signature"), width=14),
            ),
            rows=tuple(self._rows(batch)),
            total=say("total"),
            notes=(say("note"),),
        )

    def _rows(self, batch: Batch) -> list[tuple[Cell, ...]]:
        people = batch.people or 0
        alone = people if people <= _MOST_ROWS else _MOST_ROWS - 1
        rows = [(str(nth), "", "", *_figures(batch, 1), "") for nth in range(1, alone + 1)]
        if people > alone:
            rest = people - alone
            rows.append((self._say("others").format(number=rest), "", "", *_figures(batch, rest), ""))
        return rows


def _told(nth: int, batch: Batch, lang: Lang) -> tuple[str, str]:
    """What a batch is called, and its time, as the chapter of the plan words them."""
    numbered = f"第{chinese_number(nth)}批" if lang == "zh" else f"Batch {nth}"
    return batch.title or numbered, "" if batch.when is None else worded_schedule(batch.when, lang)


def _figures(batch: Batch, people: int) -> tuple[Cell, ...]:
    """People, person-days, board and travel of so many of a batch; what is not told stays blank."""

    def of_all(amount: Decimal | int | None) -> Decimal | int | None:
        return None if amount is None else amount * people

    return (
        people,
        of_all(batch.lasts),
        of_all(None if batch.per_head is None else batch.per_head.yuan),
        of_all(None if batch.travel is None else batch.travel.yuan),
    )
