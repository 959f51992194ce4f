"""
Hypothesis strategies for everything that a plan consists of.

All values are built from the start as the model wants them: nothing is drawn and thrown away.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from unionkit.model import (
    CORE_VOCABULARY,
    FESTIVALS,
    MAX_DEPTH,
    Activity,
    AtFestival,
    Comparator,
    Content,
    Data,
    DataValue,
    Every,
    Fact,
    FreeText,
    Goal,
    InMonths,
    Item,
    Money,
    MonthPart,
    Nearness,
    OnDay,
    Organization,
    Paragraph,
    Part,
    Period,
    Plan,
    Quantity,
    Recurrence,
    Result,
    Schedule,
    Status,
    Table,
    Target,
    WelfareForm,
    WelfareMeasure,
    parse_schedule,
)

from ._text import free_lines, lines

T = TypeVar("T")

_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_UNITS = ("", "%", "家", "名", "人次", "万元", "元/人", "-3家", "0家", ".5", "～5", "e3", "个 月")
_NO_TIMES = ("及时", "适时", "全年", "第一季度末", "2026/9月", "次年2月", "9")
_TIMES = (
    "9月",
    "9月下旬",
    "9月底",
    "3月—5月",
    "9月10日",
    "2028年2月29日",
    "2026-09-10",
    "中秋节",
    "教师节前后",
    "每季度",
)


def _optional(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | strategy


def _names(known: Sequence[str]) -> st.SearchStrategy[str]:
    """A name of an open list: none, a known one, or another."""
    return st.just("") | st.sampled_from(known) | lines()


# ---------------------------------------------------------------- figures


def decimals(*, min_value: int = -(10**18) + 1, max_value: int = 10**18 - 1) -> st.SearchStrategy[Decimal]:
    """
    Numbers of at most 18 digits before the point and 9 behind it; shrinks to ``0``.

    Args:
        min_value: The least.

        max_value: The greatest.
    """
    return st.integers(0, 9).flatmap(
        lambda places: st.integers(min_value * 10**places, max_value * 10**places).map(
            lambda number: Decimal(number).scaleb(-places)
        )
    )


def _units() -> st.SearchStrategy[str]:
    return st.sampled_from(_UNITS) | lines()


def quantities() -> st.SearchStrategy[Quantity]:
    """Numbers with any unit, also with one that begins like a number; shrinks to ``0``."""
    return st.builds(Quantity, decimals(), _units())


def amounts(*, max_yuan: int = 10**12) -> st.SearchStrategy[Money]:
    """
    Money from nothing up, to the fen; shrinks to ``0元``.

    Args:
        max_yuan: The greatest.
    """
    return st.integers(0, max_yuan * 100).map(lambda fen: Money(Decimal(fen).scaleb(-2)))


def targets() -> st.SearchStrategy[Target]:
    """Figures with a comparator and ranges, of any unit; shrinks to ``= 0``."""
    single = st.builds(
        Target, comparator=st.sampled_from((Comparator.EXACTLY, *Comparator)), value=decimals(), unit=_units()
    )
    ranges = st.builds(
        lambda span, unit: Target(value=span[0], upper=span[0] + span[1], unit=unit),
        st.tuples(decimals(min_value=-(10**9), max_value=10**9), decimals(min_value=1, max_value=10**8)),
        _units(),
    )
    return single | ranges


# ---------------------------------------------------------------- times


def days() -> st.SearchStrategy[OnDay]:
    """Single days with any wording; shrinks to 1 January of no year."""
    months = st.integers(1, 12)
    dates = months.flatmap(lambda month: st.tuples(st.just(month), st.integers(1, _DAYS_IN_MONTH[month - 1])))
    without_year = st.builds(
        lambda date, wording: OnDay(month=date[0], day=date[1], wording=wording or f"{date[0]}月{date[1]}日"),
        dates,
        _wordings(),
    )
    with_year = st.builds(
        lambda date, wording: OnDay(
            year=date.year, month=date.month, day=date.day, wording=wording or date.isoformat()
        ),
        st.dates(),
        _wordings(),
    )
    return without_year | with_year


def _wordings() -> st.SearchStrategy[str]:
    """Words for a time: nothing (the usual ones), words that say another time, or any words."""
    return st.just("") | st.sampled_from((*_TIMES, *_NO_TIMES, "2月30日", "2026.5")) | lines(filled=True)


def months() -> st.SearchStrategy[InMonths]:
    """Months, parts of one and spans, with any wording; shrinks to January."""
    part = st.builds(
        lambda month, part, wording: InMonths(
            first=month, last=month, part=part, wording=wording or f"{month}月{part.value if part else ''}"
        ),
        st.integers(1, 12),
        _optional(st.sampled_from(MonthPart)),
        _wordings(),
    )
    span = st.builds(
        lambda months, wording: InMonths(
            first=min(months), last=max(months), wording=wording or f"{min(months)}月—{max(months)}月"
        ),
        st.tuples(st.integers(1, 12), st.integers(1, 12)),
        _wordings(),
    )
    return part | span


def festivals() -> st.SearchStrategy[AtFestival]:
    """Festivals and the days near them, with any wording; shrinks to New Year's Day."""
    return st.builds(
        lambda name, nearness, wording: AtFestival(
            festival=FESTIVALS[name], nearness=nearness, wording=wording or f"{name}期间"
        ),
        st.sampled_from(tuple(FESTIVALS)),
        st.sampled_from(Nearness),
        _wordings(),
    )


def recurrences() -> st.SearchStrategy[Every]:
    """Recurrences with any wording; shrinks to every month."""
    return st.builds(
        lambda recurrence, wording: Every(recurrence=recurrence, wording=wording or "每年"),
        st.sampled_from(Recurrence),
        _wordings(),
    )


def free_texts() -> st.SearchStrategy[FreeText]:
    """Words about time that are no date; shrinks to ``及时``."""
    no_times = st.sampled_from(_NO_TIMES) | lines().map("视情况，{}".format)
    return no_times.map(lambda wording: FreeText(wording=wording))


def schedules() -> st.SearchStrategy[Schedule]:
    """Times of every kind, in the usual words and in words that say something else; shrinks to ``9月``."""
    return st.one_of(
        st.sampled_from(_TIMES).map(parse_schedule),
        days(),
        months(),
        festivals(),
        recurrences(),
        free_texts(),
    )


def periods() -> st.SearchStrategy[Period]:
    """Years and halves, also without a year; shrinks to no year and no half."""
    return st.builds(Period, year=_optional(st.integers(1949, 2100)), half=st.sampled_from((None, 1, 2)))


# ---------------------------------------------------------------- items


def _counts() -> st.SearchStrategy[int | None]:
    return _optional(st.integers(0, 10**18 - 1))


def _item_fields() -> dict[str, st.SearchStrategy[Any]]:
    """What all items have; mostly little of it, as in real plans."""
    return {
        "id": _optional(lines(filled=True)),
        "words": _optional(lines(filled=True)),
        "nth": st.integers(1, 3),
        "text": _optional(lines()),
        "marker": _optional(lines()),
        "owner": lines(),
        "due": _optional(st.dates()),
        "private": st.booleans(),
    }


def _items(cls: type[T], needed: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Items with what they need and any choice of the rest; shrinks to what they need."""
    required = {needed: lines(filled=True)}
    optional = {**_item_fields(), **fields}
    return st.fixed_dictionaries(required, optional=optional).map(lambda entries: cls(**entries))


def goals() -> st.SearchStrategy[Goal]:
    """Goals with a figure, or with something to keep; shrinks to an indicator alone."""
    told = {"baseline": quantities(), "progress": quantities(), "scope": lines()}
    reached = _items(Goal, "indicator", target=targets(), **told)
    kept = _items(Goal, "indicator", keep=st.just(value=True), **told)
    return reached | kept


def results() -> st.SearchStrategy[Result]:
    """Results with and without a figure; shrinks to an indicator alone."""
    return _items(Result, "indicator", value=quantities(), about=st.booleans(), scope=lines())


def activities() -> st.SearchStrategy[Activity]:
    """Activities of known and unknown kinds; shrinks to a title alone."""
    return _items(
        Activity,
        "title",
        kind=_names(tuple(CORE_VOCABULARY.activity_kinds)),
        when=schedules(),
        place=lines(),
        participants=_counts(),
        cost=amounts(),
    )


def welfare_measures() -> st.SearchStrategy[WelfareMeasure]:
    """Welfare measures of known and unknown kinds; shrinks to a title alone."""
    return _items(
        WelfareMeasure,
        "title",
        kind=_names(tuple(CORE_VOCABULARY.welfare_kinds)),
        trigger=_names(tuple(CORE_VOCABULARY.triggers)),
        when=schedules(),
        form=st.sampled_from(WelfareForm),
        per_head=amounts(),
        headcount=_counts(),
        fund=lines(),
    )


def facts() -> st.SearchStrategy[Fact]:
    """Goals, results, activities and welfare measures, with any ids; shrinks to a goal."""
    return st.one_of(goals(), results(), activities(), welfare_measures())


# ---------------------------------------------------------------- content


def paragraphs() -> st.SearchStrategy[Paragraph]:
    """Paragraphs with and without facts, which may quote any words; shrinks to an empty text."""
    return st.builds(
        Paragraph,
        text=lines(),
        facts=st.just(()) | st.lists(facts(), max_size=2),
        marker=_optional(st.sampled_from(("1.", "一是", "")) | lines()),
    )


def tables() -> st.SearchStrategy[Table]:
    """Tables of up to three columns, also with empty cells; shrinks to one empty column title."""

    def of(columns: int) -> st.SearchStrategy[Table]:
        row = st.lists(lines(), min_size=columns, max_size=columns)
        return st.builds(Table, head=row, rows=st.lists(row, max_size=3), caption=lines(), unit=lines())

    return st.integers(1, 3).flatmap(of)


def parts(*, max_depth: int = 3) -> st.SearchStrategy[Part]:
    """
    Parts with everything that may stand in them; shrinks to a part without heading and content.

    Args:
        max_depth: How many levels of parts at most, the outermost included; 12 is all that the model takes.
    """
    return _parts(min(max_depth, MAX_DEPTH))


@cache
def _parts(max_depth: int) -> st.SearchStrategy[Part]:
    return st.builds(
        Part,
        role=_names(tuple(CORE_VOCABULARY.roles)),
        heading=_optional(lines(filled=True)),
        marker=_optional(lines()),
        content=_content(max_depth - 1),
    )


@cache
def _content(max_depth: int) -> st.SearchStrategy[list[Content]]:
    kinds: list[st.SearchStrategy[Content]] = [paragraphs(), facts(), tables()]
    leaves = st.lists(st.one_of(kinds), max_size=3)
    if max_depth < 1:
        return leaves
    inner = _parts(max_depth)
    return leaves | st.lists(st.one_of(inner, *kinds), min_size=1, max_size=3)


# ---------------------------------------------------------------- plans


def organizations() -> st.SearchStrategy[Organization]:
    """Union bodies with known and unknown sectors; shrinks to one without a name."""
    members = st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)).map(
        lambda numbers: {"women": numbers[0], "members": numbers[0] + numbers[1]}
    )
    one = st.fixed_dictionaries({}, optional={"members": _counts()}) | st.fixed_dictionaries(
        {"women": _counts()}
    )
    return st.builds(
        lambda counts, **rest: Organization(**counts, **rest),
        one | members,
        name=lines(),
        sector=_names(tuple(CORE_VOCABULARY.sectors)),
        ownership=lines(),
        region=lines(),
        parent=lines(),
        staff=_counts(),
    )


def _keys() -> st.SearchStrategy[str]:
    return free_lines().map(lambda key: key[:100])


def data_values() -> st.SearchStrategy[DataValue]:
    """What may stand under `data`: nested lists and mappings of plain values; shrinks to None."""
    plain = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**18) + 1, 10**18 - 1),
        decimals(),
        free_lines(),
    )
    return st.recursive(
        plain,
        lambda inner: (
            st.lists(inner, max_size=3).map(tuple) | st.dictionaries(_keys(), inner, max_size=3).map(Data)
        ),
        max_leaves=8,
    )


def data() -> st.SearchStrategy[Data]:
    """Whole mappings under `data`, by any names; shrinks to an empty one."""
    return st.dictionaries(_keys(), data_values(), max_size=3).map(Data)


def plans(*, max_depth: int = 3) -> st.SearchStrategy[Plan]:
    """
    Whole plans, with every field drawn; shrinks to the empty plan.

    Args:
        max_depth: How many levels of parts at most; 12 is all that the model takes.
    """
    return st.builds(
        Plan,
        pack=_optional(lines(filled=True)),
        status=_optional(st.sampled_from(Status)),
        title=_optional(lines()),
        addressee=lines(),
        organization=organizations(),
        period=periods(),
        content=_content(min(max_depth, MAX_DEPTH)).map(_each_id_once),
        signature=lines(),
        issued=_optional(st.dates()),
        data=data(),
    )


def _each_id_once(content: list[Content]) -> list[Content]:
    """Take an id away wherever it stands for the second time."""
    seen: set[str] = set()

    def once(node: Any) -> Any:
        if isinstance(node, Item) and node.id is not None:
            repeated = node.id in seen
            seen.add(node.id)
            return attrs.evolve(node, id=None) if repeated else node
        if isinstance(node, Paragraph) and node.facts:
            return attrs.evolve(node, facts=[once(fact) for fact in node.facts])
        if isinstance(node, Part) and node.content:
            return attrs.evolve(node, content=[once(inner) for inner in node.content])
        return node

    return [once(node) for node in content]
