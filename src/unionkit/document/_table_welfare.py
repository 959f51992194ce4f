"""The table of welfare measures (福利与关爱措施表), by kind, with what they cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from unionkit.errors import Lang
from unionkit.model import Term, WelfareMeasure

from ._amounts import in_column, in_fen
from ._section import Scope
from ._table_columns import CENTRED, NUMBER, TEXT, Head, filled_grid, only_year, tasks
from ._tree import Block
from ._wording import triggers_besides_time, whole_cost, worded_form, worded_time
from ._wording_figures import counts_persons, worded_head_count, worded_yuan

_HEADS: Final = (
    Head("类别", "Kind", TEXT, 4),
    Head("措施", "Measure", TEXT, 8, always=True),
    Head("时间或事由", "When", TEXT, 5),
    Head("形式", "Form", CENTRED, 3),
    Head("人均标准", "Per head", NUMBER, 4),
    Head("人数", "People", NUMBER, 3),
    Head("金额", "Amount", NUMBER, 4),
    Head("经费来源", "Paid from", TEXT, 3),
    Head("责任部门", "Responsible", TEXT, 3),
)
_PER_HEAD: Final = 4
_PEOPLE: Final = 5
_AMOUNT: Final = 6
_OF_ALL: Final = {
    _PER_HEAD: Head("发放标准", "Standard", NUMBER, 4),
    _PEOPLE: Head("人数（户数）", "People (households)", NUMBER, 3),
}
"""Heads of these columns where some measure is not for single persons."""
_TOTAL: Final[dict[Lang, str]] = {"zh": "合计", "en": "Total"}


def welfare_table(scope: Scope) -> Iterator[Block]:
    """
    Make the table of welfare measures that lie ahead, in the order of the vocabulary, then of the plan.

    Kinds that neither the core nor the plan's pack knows come behind those it does, and measures of no kind last. The
    total says how many measures have no amount to count.
    """
    lang, year = scope.lang, only_year(scope.plan)
    measures = [item for item in tasks(scope.plan) if isinstance(item, WelfareMeasure)]
    if not measures:
        return
    kinds = dict.fromkeys((*scope.vocabulary.welfare_kinds, *(measure.kind for measure in measures)))
    ranks = {kind: rank for rank, kind in enumerate(kinds) if kind}
    measures.sort(key=lambda measure: ranks.get(measure.kind, len(kinds)))
    costs = [whole_cost(measure) for measure in measures]
    standards = in_column(measure.per_head for measure in measures)
    known = [in_fen(cost) for cost in costs if cost is not None]
    *amounts, total = in_column((*costs, sum(known)))
    rows = [
        _row(measure, standard, amount, scope, year)
        for measure, standard, amount in zip(measures, standards, amounts, strict=True)
    ]
    heads = list(_HEADS)
    if any(measure.headcount and not counts_persons(measure.headcount) for measure in measures):
        heads = [_OF_ALL.get(index, head) for index, head in enumerate(_HEADS)]
    label, note = _TOTAL[lang], _uncounted(len(costs) - len(known), lang)
    if not any(row[0] for row in rows):  # the first column is that of the measures
        label = f"{label} ({note})" if lang == "en" else f"{label}（{note}）"
        label, note = label if note else _TOTAL[lang], ""
    yield filled_grid(
        heads,
        rows,
        lang=lang,
        totals=[(label, note, "", "", "", "", total, "", "")] if known else (),
        unit=worded_yuan(lang) if known or any(standards) else "",
    )


def _row(
    measure: WelfareMeasure, standard: str, amount: str, scope: Scope, year: int | None
) -> tuple[str, ...]:
    lang = scope.lang
    return (
        _called(measure.kind, scope.vocabulary.welfare_kinds, lang),
        measure.title,
        _when(measure, scope, year),
        worded_form(measure.form, lang),
        standard,
        worded_head_count(measure.headcount, lang),
        amount,
        measure.fund,
        measure.owner,
    )


def _uncounted(number: int, lang: Lang) -> str:
    """The note on measures that have no amount to count."""
    if not number:
        return ""
    return (
        f"另有{number}项金额未定，未计入"
        if lang == "zh"
        else f"{number} {'item' if number == 1 else 'items'} not yet costed"
    )


def _called(name: str, known: Mapping[str, Term], lang: Lang) -> str:
    """What a name of the vocabulary is called; one that nobody knows, as it is."""
    term = known.get(name)
    if term is None:
        return name
    return term.en if lang == "en" else term.zh


def _when(measure: WelfareMeasure, scope: Scope, year: int | None) -> str:
    """When it happens, and what calls for it."""
    lang = scope.lang
    called = (_called(name, scope.vocabulary.triggers, lang) for name in triggers_besides_time(measure))
    triggers = ("、" if lang == "zh" else ", ").join(called)
    return ("；" if lang == "zh" else "; ").join(filter(None, (worded_time(measure, lang, year), triggers)))
