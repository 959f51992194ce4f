"""The chapters and sheets that are made from the pack's data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from unionkit.document import Block, Scope, Section, render_blocks


def _section(name: str, template: str, title: str, title_en: str, *, headed: bool) -> Section:
    def compose(scope: Scope) -> Iterator[Block]:
        from ._shown import shown  # noqa: PLC0415 -- the types of the data are loaded when a section is printed

        return iter(render_blocks(__package__, template, shown(scope)))

    return Section(
        name=name, compose=compose, pack="community", title=title, title_en=title_en, headed=headed
    )


SECTIONS: Final = (
    _section("openness", "openness.j2", "居务公开安排", "Open residents' affairs", headed=True),
    _section("jobless", "jobless.j2", "失业会员帮扶安排", "Help for members without work", headed=True),
    _section("hardship", "hardship.j2", "困难会员建档走访", "Members in need", headed=True),
    _section("five-visits", "five-visits.j2", "五必访安排", "The five visits", headed=True),
    _section(
        "openness-sheet", "openness-sheet.j2", "居务公开表", "Sheet of open residents' affairs", headed=False
    ),
    _section("visit-record", "visit-record.j2", "五必访记录表", "Record of the five visits", headed=False),
    _section(
        "visit-record-named",
        "visit-record-named.j2",
        "五必访记录表（内部）",
        "Record of the five visits (internal)",
        headed=False,
    ),
    _section(
        "hardship-files", "hardship-files.j2", "困难会员档案册", "Register of hardship files", headed=False
    ),
)
"""All of them."""
