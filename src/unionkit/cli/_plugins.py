"""``unionkit plugins``: every plugin that was found, and why any of them was set aside."""

from __future__ import annotations

import click

from ._listing import Row, listing
from ._state import State


def command(state: State) -> click.Command:
    """Return the command."""

    def rows() -> list[Row]:
        return [
            {
                "name": plugin.name,
                "distribution": plugin.distribution or None,
                "version": plugin.version or None,
                "hooks": list(plugin.hooks),
                "error": plugin.error.message(state.lang) if plugin.error else None,
            }
            for plugin in state.kit.found
        ]

    def line(row: Row) -> str:
        source = f" ({row['distribution']} {row['version']})" if row["distribution"] else ""
        status = f"\n  {state.say('已搁置', 'set aside')}: {row['error']}" if row["error"] else ""
        return f"{row['name']}{source}{status}"

    about = state.say(
        "列出已安装的插件；出错而被搁置的说明原因。", "List the installed plugins, and why any was set aside."
    )
    return listing(state, "plugins", about=about, rows=rows, line=line)
