"""How far in the lines of a list or of a table of contents stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def nested(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """
    Yield each line with its depth instead of its level: 0 for the outermost, one more below a line of a higher level.

    Levels may begin anywhere and leave some out, depths never do. Empty lines are left out.
    """
    around: list[int] = []
    for level, line in lines:
        if line:
            while around and around[-1] >= level:
                around.pop()
            yield len(around), line
            around.append(level)
