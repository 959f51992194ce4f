"""What a reader is: it turns prose into a plan and says where each thing stood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TypeAlias

import attrs

from unionkit.errors import Place
from unionkit.model import Path, Plan, Value

Span: TypeAlias = tuple[int, int]
"""Start and end (exclusive) in code points of the source text."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class OutlineEntry(Value):
    """
    A heading or numbered item as the source has it.

    Attributes:
        level: Its level as a reader sees it, 1 for the outermost.

        marker: Its number as written (``一、``, ``( 三)``, ``1。``), empty for a heading without one.

        text: The heading, or the first sentence or clause where the line goes on.

        inline: The line goes on behind `text`.

        span: Where it stands, from the marker to the end of `text`.
    """

    level: int
    marker: str
    text: str
    inline: bool
    span: Span


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Noise(Value):
    """
    Something that is no part of the plan: what a website left behind.

    Attributes:
        text: The words that were cut.

        span: Where they stood.
    """

    text: str
    span: Span


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Reading(Value):
    """
    A plan that was read from prose, and what of the source it carries.

    Attributes:
        plan: The plan.

        source: The source text.

        name: Name of the source as it was given.

        outline: Headings and numbered items in reading order.

        noise: What was cut, or left in where noise was to be kept.

        spans: Where each text of the plan stood in the source, by its path (``("content", 0, "heading")``).
    """

    plan: Plan
    source: str
    name: str
    outline: tuple[OutlineEntry, ...]
    noise: tuple[Noise, ...]
    spans: Mapping[Path, Span]

    def place(self, path: Path, words: str = "", nth: int = 1) -> Place | None:
        """
        Say where in the source something stands; None for what the source does not hold.

        Args:
            path: What; of a part or paragraph, the text that it begins with.

            words: Some words of it, to be pointed at alone.

            nth: Which occurrence of `words`, from 1.
        """
        spans = (span for known, span in self.spans.items() if known[: len(path)] == path)
        start, end = next(spans, (0, 0))
        if start == end:
            return None
        at = self.source.find(words, start, end) if words else start
        for _ in range(nth - 1):
            at = self.source.find(words, at + len(words), end) if at >= 0 else at
        found = (at, at + len(words)) if words and at >= 0 else (start, end)
        return Place.between(self.name, self.source, *found)


class Read(Protocol):
    """
    Reads a plan from the bytes of a file.

    It raises an error of :mod:`unionkit.errors` for bytes that are not of its kind, and never for what the words say.
    """

    def __call__(self, data: bytes, /, *, name: str, keep_noise: bool) -> Reading:
        """
        Return what was read.

        Args:
            data: The bytes, not empty.

            name: Name of the file as it was given.

            keep_noise: Leave in what websites left behind.
        """


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Reader(Value):
    """
    A kind of file that plans are read from.

    Attributes:
        name: Its name (``text``).

        suffixes: Endings of file names that it takes, with their dot.

        read: Reads the bytes of the file.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Read
