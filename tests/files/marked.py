"""Files of tests in which a bar stands before each place that must be reported."""

from __future__ import annotations


def bars(text: str) -> list[tuple[int, int]]:
    """The lines and columns of the bars, as if they took no room."""
    rows = [row.split("¦") for row in text.split("\n")]
    return [
        (line, len("".join(pieces[:count])) + 1)
        for line, pieces in enumerate(rows, start=1)
        for count in range(1, len(pieces))
    ]
