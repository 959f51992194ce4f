"""The built-in parts, as a plugin like anyone's: they come in by the same hooks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from unionkit.hookspecs import hookimpl

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from unionkit.document import Section
    from unionkit.readers import Reader
    from unionkit.renderers import Renderer
    from unionkit.rules import Rule


# Each part is imported when it is first asked for: a program that only renders does not load rules and readers.


@hookimpl
def unionkit_sections() -> Sequence[Section]:
    from unionkit.document import SECTIONS  # noqa: PLC0415

    return SECTIONS


@hookimpl
def unionkit_renderers() -> Sequence[Renderer]:
    from unionkit.renderers import DOCX, MARKDOWN, TEXT  # noqa: PLC0415

    return (DOCX, MARKDOWN, TEXT)


@hookimpl
def unionkit_rules() -> Sequence[Rule]:
    from unionkit.rules import RULES  # noqa: PLC0415

    return RULES


@hookimpl
def unionkit_readers() -> Sequence[Reader]:
    from unionkit.readers import DOCX_READER, TEXT_READER  # noqa: PLC0415

    return (TEXT_READER, DOCX_READER)


@hookimpl
def unionkit_executors() -> Mapping[str, Callable[[], Executor]]:
    return {"serial": _serial, "threads": _threads, "processes": _processes}


def _serial() -> Executor:
    from ._serial import SerialExecutor  # noqa: PLC0415

    return SerialExecutor()


def _threads() -> Executor:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    return ThreadPoolExecutor()


def _processes() -> Executor:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    return ProcessPoolExecutor()
