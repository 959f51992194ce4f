"""``unionkit packs``: the installed template packs."""

from __future__ import annotations

import click

from ._listing import Row, listing
from ._state import State


def command(state: State) -> click.Command:
    """Return the command."""

    def rows() -> list[Row]:
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
            }
            for pack in state.kit.packs.values()
        ]

    def line(row: Row) -> str:
        papers = row["papers"]
        assert isinstance(papers, list)  # noqa: S101 -- made above
        said = "".join(
            f"\n  {state.say('文书', 'paper')} {paper['name']}  {paper['title']}" for paper in papers
        )
        return f"{row['name']}  {row['title']}{said}"

    about = state.say(
        "列出已安装的模板包及其专用文书。", "List the installed template packs and their papers."
    )
    return listing(state, "packs", about=about, rows=rows, line=line)
