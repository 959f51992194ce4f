"""
Sections written in Jinja, in an immutable sandbox that sees only the templates of its own pack.

A template makes blocks by calling ``heading(…)``, ``item(…)``, ``text(…)`` and ``table(…)``, and prints the content that
it claims with ``blocks(content)``; every other line of its output becomes a paragraph. ``say(zh, en)`` chooses a language,
``worded(item)``, ``date(day)`` and ``target(target)`` word data in it. What stands between ``{{ }}`` is data: it is put into a line as it is, and can make
neither a new line nor a block.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final

from unionkit.errors import Lang, TemplateError
from unionkit.model import Content, Value

from ._section import Scope, Section, content_blocks
from ._tree import MAX_LEVEL, Block, Column, ColumnKind, Grid, Heading, Text
from ._wording import worded, worded_date, worded_target, worded_unit

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER: Final = "templates"
_SECRET: Final = int.from_bytes(os.urandom(8), "big")
"""Stands in the marks of blocks, so that no data can look like one; it never reaches a document."""

_BLOCK: Final = f"⟦{_SECRET}:(\\d+)⟧"
_NOT_IN_A_LINE: Final = "[\x00-\x1f\x7f-\x9f\u2028\u2029]+"


def template_section(
    name: str, *, package: str, template: str, roles: Iterable[str] = (), pack: str | None = None
) -> Section:
    """
    Return a section whose blocks a template makes.

    Args:
        name: Its name in layouts and papers.

        package: The package whose folder ``templates`` holds the template and all that it may include.

        template: File name of the template in that folder.

        roles: Top-level parts of these roles are given to it as ``content``.

        pack: The pack that it belongs to; None: any plan may use it.
    """

    def compose(scope: Scope) -> Iterator[Block]:
        return iter(render_blocks(package, template, scope))

    return Section(name=name, compose=compose, roles=frozenset(roles), pack=pack)


def render_blocks(package: str, template: str, scope: Scope) -> list[Block]:
    """
    Render a template of a package to blocks.

    Raises:
        TemplateError: It does not exist, is malformed, names something that is not there, or breaks the sandbox.
    """
    made = _Made(scope.lang)
    given = {
        "plan": scope.plan,
        "organization": scope.plan.organization,
        "period": scope.plan.period,
        "content": scope.content,
        "data": scope.data,
        "lang": scope.lang,
        "say": lambda zh, en: zh if scope.lang == "zh" else en,
        "heading": made.heading,
        "item": made.item,
        "text": made.text,
        "table": made.table,
        "blocks": made.blocks,
        "worded": partial(worded, lang=scope.lang),
        "date": partial(worded_date, lang=scope.lang),
        "target": partial(worded_target, lang=scope.lang),
    }
    output = _guarded(package, template, lambda: _environment(package).get_template(template).render(given))
    return list(made.in_order(output))


def render_text(package: str, template: str, **values: object) -> str:
    """
    Render a template of a package to text, in the same sandbox.

    Raises:
        TemplateError: As for :func:`render_blocks`.
    """
    return _guarded(package, template, lambda: _environment(package).get_template(template).render(values))


class _Made:
    """The blocks that a template has made so far; its output holds a mark where each is to stand."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang
        self._blocks: list[Block] = []

    def heading(self, text: str, level: int = 1, marker: str | None = None) -> str:
        return self._mark(Heading(_words(text), _level(level), marker))

    def item(self, text: str, level: int = 2, marker: str | None = None) -> str:
        return self._mark(Text(_words(text), marker, _level(level)))

    def text(self, text: str, marker: str = "") -> str:
        return self._mark(Text(_words(text), marker))

    def blocks(self, content: Iterable[Content], level: int = 1) -> str:
        return "".join(map(self._mark, content_blocks(content, level=_level(level), lang=self._lang)))

    def table(
        self,
        head: Iterable[str],
        rows: Iterable[Iterable[object]],
        kinds: Iterable[str] = (),
        widths: Iterable[int] = (),
        caption: str = "",
        unit: str = "",
    ) -> str:
        titles = [_words(title) for title in head]
        cells = tuple(tuple(_words(cell) for cell in row) for row in rows)
        kinds = [*kinds, *["text"] * len(titles)]
        widths = [*widths, *[1] * len(titles)]
        columns = [
            Column(title, ColumnKind(kind), int(width))
            for title, kind, width in zip(titles, kinds, widths, strict=False)
        ]
        return self._mark(Grid(tuple(columns), cells, _words(caption), worded_unit(_words(unit), self._lang)))

    def _mark(self, block: Block) -> str:
        self._blocks.append(block)
        return f"⟦{_SECRET}:{len(self._blocks) - 1}⟧"

    def in_order(self, output: str) -> Iterator[Block]:
        for index, piece in enumerate(re.split(_BLOCK, output)):
            if index % 2:
                yield self._blocks[int(piece)]
            else:
                yield from (Text(line.strip()) for line in piece.splitlines() if line.strip())


def _line(value: object) -> str:
    if (isinstance(value, Value) and type(value).__str__ is object.__str__) or isinstance(
        value, tuple | Mapping
    ):
        raise TypeError(
            f"{type(value).__name__} has no words of its own; print what is in it, or blocks(content)"
        )
    return "" if value is None else re.sub(_NOT_IN_A_LINE, " ", str(value))


def _words(value: object) -> str:
    """The words of a block, which can hold no other block."""
    line = _line(value)
    if re.search(_BLOCK, line):
        raise ValueError("a block cannot stand within the words of another")
    return line


def _level(value: object) -> int:
    if not isinstance(value, int) or not 1 <= value <= MAX_LEVEL:
        raise ValueError(f"a level is a whole number from 1 to {MAX_LEVEL}, not {value!r}")
    return value


@cache
def _environment(package: str) -> Environment:
    from jinja2 import FunctionLoader, StrictUndefined  # noqa: PLC0415 -- plans without templates do not pay for it
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: _source(package, name)),
        undefined=StrictUndefined,
        finalize=_line,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # optimising takes longer than what a template saves that is rendered once
    )
    del environment.filters["random"], environment.globals["lipsum"]  # the same plan gives the same document
    return environment


def _source(package: str, name: str) -> tuple[str, str, None] | None:
    """Read a template; a name that leads out of the folder is no template."""
    from importlib import resources  # noqa: PLC0415 -- as above

    root = resources.files(package) / _FOLDER
    steps = name.split("/")
    if any(step in {"", ".", ".."} or "\\" in step or ":" in step for step in steps):
        return None
    file = root.joinpath(*steps)
    return (file.read_text(encoding="utf-8"), f"{package}/{name}", None) if file.is_file() else None


def _guarded(package: str, template: str, render: Any) -> str:
    try:
        output: str = render()
    except Exception as error:
        label, line = _place_in_template(error, package, f"{package}/{template}")
        raise TemplateError(label, line, f"{type(error).__name__}: {error}") from error
    return output


def _place_in_template(error: BaseException, package: str, template: str) -> tuple[str, int]:
    """The template and line that an error came from: of the innermost, where templates include one another."""
    line: int | None = getattr(error, "lineno", None)
    if line is not None:  # a syntax error says it itself
        return getattr(error, "filename", None) or template, line
    place, trace = (template, 0), error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.startswith(f"{package}/"):
            place = (name, trace.tb_lineno)
        trace = trace.tb_next
    return place
