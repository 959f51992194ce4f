"""The table of welfare measures (福利与关爱措施表), by kind, with what they cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from unionkit.errors import Lang
from unionkit.model import Money, Quantity, Term, WelfareMeasure

from ._amounts import in_fen, in_yuan
from ._section import Scope
from ._table_columns import CENTRED, NUMBER, TEXT, Head, filled_grid, only_year, tasks
from ._tree import Block
from ._wording import whole_cost, worded_form, worded_quantity, worded_time, worded_yuan

_HEADS: Final = (
    Head("类别", "Kind", TEXT, 4),
    Head("措施", "Measure", TEXT, 8, always=True),
    Head("时间/触发", "When", TEXT, 5),
    Head("形式", "Form", CENTRED, 3),
    Head("人均标准", "Per head", NUMBER, 4),
    Head("人数", "People", NUMBER, 3),
    Head("金额", "Amount", NUMBER, 4),
    Head("经费来源", "Paid from", TEXT, 3),
    Head("责任部门", "Responsible", TEXT, 3),
)
_PER_HEAD: Final = 4
_AMOUNT: Final = 6


def welfare_table(scope: Scope) -> Iterator[Block]:
    """
    Make the table of welfare measures that lie ahead, in the order of the vocabulary, then of the plan.

    Kinds that neither the core nor the plan's pack knows come behind those it does, and measures of no kind last. The total names how many
    measures have no amount to count.
    """
    lang, year = scope.lang, only_year(scope.plan)
    measures = [item for item in tasks(scope.plan) if isinstance(item, WelfareMeasure)]
    if not measures:
        return
    kinds = dict.fromkeys((*scope.vocabulary.welfare_kinds, *(measure.kind for measure in measures)))
    ranks = {kind: rank for rank, kind in enumerate(kinds) if kind}
    measures.sort(key=lambda measure: ranks.get(measure.kind, len(kinds)))
    costs = [whole_cost(measure) for measure in measures]
    rows = [_row(measure, cost, scope, year) for measure, cost in zip(measures, costs, strict=True)]
    has_money = any(row[_PER_HEAD] or row[_AMOUNT] for row in rows)
    yield filled_grid(
        _HEADS,
        rows,
        lang=lang,
        totals=list(_totals(costs, lang)),
        unit=worded_yuan(lang) if has_money else "",
    )


def _row(measure: WelfareMeasure, cost: Money | None, scope: Scope, year: int | None) -> tuple[str, ...]:
    lang = scope.lang
    return (
        _called(measure.kind, scope.vocabulary.welfare_kinds, lang),
        measure.title,
        _when(measure, scope, year),
        worded_form(measure.form, lang),
        "" if measure.per_head is None else in_yuan(in_fen(measure.per_head)),
        _people(measure.headcount, lang),
        "" if cost is None else in_yuan(in_fen(cost)),
        measure.fund,
        measure.owner,
    )


def _called(name: str, known: Mapping[str, Term], lang: Lang) -> str:
    """What a name of the vocabulary is called; one that nobody knows, as it is."""
    term = known.get(name)
    if term is None:
        return name
    return term.en if lang == "en" else term.zh


def _when(measure: WelfareMeasure, scope: Scope, year: int | None) -> str:
    """When it happens, and what calls for it; that it is a festival says no more than the time does."""
    lang = scope.lang
    said = [name for name in measure.triggers if name != "festival" or measure.when is None]
    called = (_called(name, scope.vocabulary.triggers, lang) for name in said)
    triggers = ("、" if lang == "zh" else ", ").join(called)
    return ("；" if lang == "zh" else "; ").join(filter(None, (worded_time(measure, lang, year), triggers)))


def _people(number: Quantity | None, lang: Lang) -> str:
    """How many; the unit only where it is not the one that the head of the column names."""
    shown = worded_quantity(number, lang)
    return shown.removesuffix("人") if number is not None and number.unit == "人" else shown


def _totals(costs: Sequence[Money | None], lang: Lang) -> Iterator[tuple[str, ...]]:
    known = [in_fen(cost) for cost in costs if cost is not None]
    unknown = len(costs) - len(known)
    if not known:
        return
    label = "合计" if lang == "zh" else "Total"
    if unknown:
        without = f"（不含{unknown}项未定金额）" if lang == "zh" else f" (without {unknown} not fixed)"
        label += without
    yield "", label, "", "", "", "", in_yuan(sum(known)), "", ""
