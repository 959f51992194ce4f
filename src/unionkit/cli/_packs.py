"""``unionkit packs``: the installed template packs, their papers and sections."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from ._listing import Row, listing
from ._state import State

if TYPE_CHECKING:
    from unionkit.document import Section


def command(state: State) -> click.Command:
    """Return the command."""

    def rows() -> list[Row]:
        kit = state.kit
        return [
            {
                "name": pack.name,
                "title": state.say(pack.title, pack.title_en),
                "sector": pack.sector,
                "layout": list(pack.layout),
                "papers": [
                    {"name": paper.name, "title": state.say(paper.title, paper.title_en or paper.title)}
                    for paper in pack.papers
                ],
                "starters": sorted({half for half, _ in pack.starters}),
                "sections": _sections(state, kit.sections(pack.name).values()),
            }
            for pack in kit.packs.values()
        ]

    def line(row: Row) -> str:
        papers, sections = row["papers"], row["sections"]
        assert isinstance(papers, list)  # noqa: S101 -- made above
        assert isinstance(sections, list)  # noqa: S101 -- as above
        of_its_own = [section for section in sections if section["pack"] is not None]
        lines = [
            f"{row['name']}  {row['title']}",
            *(f"{state.say('文书', 'paper')} {_named(paper)}" for paper in papers),
            *(f"{state.say('章节', 'section')} {_named(section)}" for section in of_its_own),
        ]
        return "\n  ".join(lines)

    def for_every_plan() -> str:
        sections = _sections(state, state.kit.sections().values())
        return "\n  ".join(
            [
                state.say("各类计划都可以用的章节：", "Sections for every plan:"),
                *map(_named, sections),
            ]
        )

    about = state.say(
        "列出已安装的模板包及其专用文书，以及版式中可以写的章节。",
        "List the installed template packs and their papers, and the sections that layouts may name.",
    )
    return listing(state, "packs", about=about, rows=rows, line=line, after=for_every_plan)


def _sections(state: State, sections: Iterable[Section]) -> list[dict[str, str | None]]:
    return [
        {"name": section.name, "title": section.titled(state.lang), "pack": section.pack}
        for section in sections
    ]


def _named(thing: Row) -> str:
    name, title = thing["name"], thing["title"]
    return f"{name}  {title}" if title != name else str(name)
