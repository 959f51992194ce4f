"""
Sections written in Jinja, in an immutable sandbox that sees only the templates of its own pack.

A template makes blocks by calling ``heading(…)``, ``item(…)``, ``text(…)`` and ``table(…)``; every other line of
its output becomes a paragraph. What stands between ``{{ }}`` is data: it is put into a line as it is, and can make
neither a new line nor a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from unionkit.errors import TemplateError

from ._section import Scope, Section
from ._tree import Block, Column, ColumnKind, Grid, Heading, Text
from ._wording import worded, worded_date, worded_target

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER: Final = "templates"
_BLOCK: Final = re.compile("\x00(\\d+)\x00")
_NOT_IN_A_LINE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


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
    made = _Made()
    given = {
        "plan": scope.plan,
        "organization": scope.plan.organization,
        "period": scope.plan.period,
        "content": scope.content,
        "data": scope.data,
        "heading": made.heading,
        "item": made.item,
        "text": made.text,
        "table": made.table,
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


class _Mark(str):
    """Stands for a block in the output of a template; nothing that comes from data can look like it."""

    __slots__ = ()


class _Made:
    """The blocks that a template has made so far."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []

    def heading(self, text: str, level: int = 1) -> _Mark:
        return self._mark(Heading(_line(text), level))

    def item(self, text: str, level: int = 2) -> _Mark:
        return self._mark(Text(_line(text), None, level))

    def text(self, text: str) -> _Mark:
        return self._mark(Text(_line(text)))

    def table(
        self,
        head: Iterable[str],
        rows: Iterable[Iterable[object]],
        kinds: Iterable[str] = (),
        widths: Iterable[int] = (),
        caption: str = "",
        unit: str = "",
    ) -> _Mark:
        titles = [_line(title) for title in head]
        kinds = [*kinds, *["text"] * len(titles)]
        widths = [*widths, *[1] * len(titles)]
        columns = [
            Column(title, ColumnKind(kind), width)
            for title, kind, width in zip(titles, kinds, widths, strict=False)
        ]
        cells = tuple(tuple(_line(cell) for cell in row) for row in rows)
        return self._mark(Grid(tuple(columns), cells, _line(caption), _line(unit)))

    def _mark(self, block: Block) -> _Mark:
        self._blocks.append(block)
        return _Mark(f"\x00{len(self._blocks) - 1}\x00")

    def in_order(self, output: str) -> Iterator[Block]:
        for index, piece in enumerate(_BLOCK.split(output)):
            if index % 2:
                yield self._blocks[int(piece)]
            else:
                yield from (Text(line.strip()) for line in piece.splitlines() if line.strip())


def _line(value: object) -> str:
    return "" if value is None else _NOT_IN_A_LINE.sub(" ", str(value))


def _as_data(value: object) -> str:
    return value if isinstance(value, _Mark) else _line(value)


@cache
def _environment(package: str) -> Environment:
    from jinja2 import FunctionLoader, StrictUndefined  # noqa: PLC0415 -- plans without templates do not pay for it
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: _source(package, name)),
        undefined=StrictUndefined,
        finalize=_as_data,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(worded=worded, date=worded_date, target=worded_target)
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
        label = f"{package}/{template}"
        line = getattr(error, "lineno", None) or _line_in_template(error, f"{package}/")
        raise TemplateError(label, line, f"{type(error).__name__}: {error}") from error
    return output


def _line_in_template(error: BaseException, prefix: str) -> int:
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith(prefix):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
