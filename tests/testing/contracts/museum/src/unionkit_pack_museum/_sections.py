"""The duties of guides as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from unionkit.document import Block, Column, Grid, Scope, Text, worded_date

from ._data import MuseumData


def compose_duties(scope: Scope) -> Iterator[Block]:
    """Yield the duties: whose guide is private only on private papers."""
    data = cast("MuseumData", scope.data)
    duties = [duty for duty in data.duties if scope.private or not duty.private]
    if not duties:
        yield Text({"zh": "本期没有值班安排。", "en": "Nobody is on duty."}[scope.lang])
        return
    titles = {"zh": ("日期", "讲解员"), "en": ("Day", "Guide")}[scope.lang]
    rows = [(worded_date(duty.day, scope.lang) if duty.day else "", duty.guide) for duty in duties]
    yield Grid(tuple(Column(title) for title in titles), tuple(rows))
