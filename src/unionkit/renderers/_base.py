"""What a renderer is: it knows one format, prints a document and accounts for every block of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import attrs

from unionkit.document import Document, Scope
from unionkit.model import Value


@attrs.frozen(repr=False, eq=False)
class Skipped(Value):
    """
    A block that a format cannot show.

    Attributes:
        index: Its index among the blocks of the document.

        reason: Why, in English, for logs and contracts.

        reason_zh: The same in Chinese, for who prints; empty: only in English.
    """

    index: int
    reason: str
    reason_zh: str = ""


@attrs.frozen(repr=False, eq=False)
class Rendered(Value):
    """
    The output of a renderer.

    Attributes:
        data: The bytes of the file.

        printed: Indexes of the blocks that were printed.

        skipped: The blocks that were not, with the reason; together with `printed` it covers every block once.
    """

    data: bytes
    printed: tuple[int, ...]
    skipped: tuple[Skipped, ...] = ()


RenderDocument: TypeAlias = Callable[[Document], Rendered]
"""Prints a document. The same document gives the same bytes."""

RenderPlan: TypeAlias = Callable[[Scope], Rendered]
"""
Prints a plan without composing a document (calendars, workbooks); accounts for no block.

The scope holds the plan without the facts about named persons, the language, the vocabulary and the almanac; its content
is that of the whole plan.
"""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Renderer(Value):
    """
    A format to print in.

    Attributes:
        name: Name of the format (``docx``), as ``--format`` takes it.

        suffixes: Endings of file names that mean it, with their dot; none: it is asked for by name only.

        render: Prints a document; exactly one of `render` and `render_plan` is given.

        render_plan: Prints straight from the plan.

        pack: It prints plans of this pack only; None: of every pack, and of none.
    """

    name: str
    suffixes: tuple[str, ...]
    render: RenderDocument | None = None
    render_plan: RenderPlan | None = None
    pack: str | None = None

    def __attrs_post_init__(self) -> None:
        if (self.render is None) == (self.render_plan is None):
            raise TypeError("a renderer prints either documents or plans")
