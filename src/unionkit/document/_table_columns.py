"""What the tables made from data share: their columns, of which those are printed that say something, and their rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from unionkit.errors import Lang
from unionkit.model import Activity, Goal, Plan, WelfareMeasure, content_key, review_paths

from ._tree import Column, ColumnKind, Grid

TEXT: Final = ColumnKind.TEXT
NUMBER: Final = ColumnKind.NUMBER
CENTRED: Final = ColumnKind.CENTRED

Task: TypeAlias = Goal | Activity | WelfareMeasure
"""What lies ahead: an item that somebody has to see to."""


class Head(NamedTuple):
    """
    A column that a table may have.

    Attributes:
        zh: Its title in Chinese.

        en: Its title in English.

        kind: What it holds.

        width: How many Chinese characters it is wide; about 37 fill a line.

        always: It is printed even where no row fills it.
    """

    zh: str
    en: str
    kind: ColumnKind
    width: int
    always: bool = False


def filled_grid(
    heads: Sequence[Head],
    rows: Sequence[tuple[str, ...]],
    *,
    lang: Lang,
    totals: Sequence[tuple[str, ...]] = (),
    caption: str = "",
    unit: str = "",
) -> Grid:
    """Return a table of the columns that some row fills; what totals are called stands in the first of them."""
    shown = [
        index for index, head in enumerate(heads) if head.always or any(row[index].strip() for row in rows)
    ]

    def cut(row: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(row[index] for index in shown)

    return Grid(
        columns=tuple(
            Column(head.en if lang == "en" else head.zh, head.kind, head.width)
            for head in (heads[index] for index in shown)
        ),
        rows=tuple(cut(row) for row in rows),
        totals=tuple((row[0], *cut(row)[1:]) for row in totals),
        caption=caption,
        unit=unit,
    )


def tasks(plan: Plan, *, with_reviews: bool = True) -> Iterator[Task]:
    """Yield each goal, activity and welfare measure that is not done, in reading order; what is told twice, once."""
    seen: set[object] = set()
    reviews = () if with_reviews else review_paths(plan)
    for path, node in plan.walk():
        if not isinstance(node, Goal | Activity | WelfareMeasure):
            continue
        if any(path[: len(review)] == review for review in reviews):
            continue
        if not isinstance(node, Goal) and node.done:
            continue
        key = content_key(node)
        if key not in seen:
            seen.add(key)
            yield node


def only_year(plan: Plan) -> int | None:
    """Return the calendar year in which the whole plan lies, or None; last days in it are written without it."""
    start, end = plan.period.start, plan.period.end
    return start.year if start is not None and end is not None and start.year == end.year else None
