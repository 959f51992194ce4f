"""What every command is given: the language, and a Kit that is made when it is first needed."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pathlib import Path

    from unionkit.almanac import Almanac
    from unionkit.errors import Lang
    from unionkit.kit import Kit
    from unionkit.model import Plan
    from unionkit.rules import Law

STANDARD = "-"
"""The file name that stands for standard input or output."""


class State:
    """The language of messages, and the Kit; what the Kit is made with is set before it is first needed."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self.without: list[str] = []
        self.templates: str | None = None
        self.almanac: str | Almanac | None = None
        self.parameters: str | Law | None = None
        self.lang_given = False

    def say(self, zh: str, en: str) -> str:
        """Return the wording in the language of this run."""
        return zh if self.lang == "zh" else en

    @cached_property
    def kit(self) -> Kit:
        """The Kit with everything that is installed."""
        from unionkit.kit import Kit  # noqa: PLC0415 -- `--help` does without

        return Kit(
            lang=self.lang,
            disabled=self.without,
            templates=self.templates,
            almanac=self.almanac,
            law=self.parameters,
        )

    def tell(self, message: str) -> None:
        """Say something to the person, beside the output; where nobody can hear it, the work goes on."""
        with suppress(OSError):
            click.echo(message, err=True)

    def tell_set_aside(self) -> None:
        """Name the plugins, and the packs' almanac data, without which the output was made."""
        for name, error in self.kit.set_aside.items():
            reason = error.message(self.lang)
            self.tell(
                self.say(
                    f"注意: UK901 没有用到插件“{name}”：{reason}",
                    f"Note: UK901 made without the plugin “{name}”: {reason}",
                )
            )
        for name, error in self.kit.unread_almanacs.items():
            reason = error.message(self.lang)
            self.tell(
                self.say(
                    f"注意: UK903 没有用到模板包“{name}”的历书数据：{reason}",
                    f"Note: UK903 made without the almanac data of the pack “{name}”: {reason}",
                )
            )

    def tell_private(self, plan: Plan) -> None:
        """Say how many facts about named persons were left out, which nobody would see otherwise."""
        if count := sum(1 for _, node in plan.walk() if getattr(node, "private", False)):
            self.tell(
                self.say(
                    f"注意: 有 {count} 项涉及个人（private），连同所在段落没有打印。",
                    f"Note: {count} private facts were left out, with the paragraphs that state them.",
                )
            )

    def load(self, name: str) -> Any:
        """Load a plan file, or standard input, as a PlanFile."""
        if name != STANDARD:
            return self.kit.load(name)
        from unionkit.files import decoded  # noqa: PLC0415 -- `--help` does without

        return self.kit.loads(decoded(self.read_standard_input(), STANDARD), name=STANDARD)

    def read_standard_input(self) -> bytes:
        """Return what comes in by standard input."""
        from unionkit.errors import ReadAccessError  # noqa: PLC0415 -- `--help` does without
        from unionkit.files import read_stream  # noqa: PLC0415 -- as above

        if sys.stdin is None:
            raise ReadAccessError(STANDARD, "标准输入没有打开", "standard input is closed")
        return read_stream(sys.stdin.buffer, STANDARD)

    def refuse_overwriting(self, source: str, *outputs: str | None) -> None:
        """Refuse to write over the file that is read."""
        from unionkit.errors import SameFileError  # noqa: PLC0415 -- `--help` does without

        for output in outputs:
            if output is not None and STANDARD not in (source, output) and _same(source, output):
                raise SameFileError(output)

    def write(self, name: str, data: bytes) -> None:
        """Write a file, or to standard output, and say so."""
        from unionkit.errors import StreamWriteError  # noqa: PLC0415 -- `--help` does without
        from unionkit.files import write_file, write_stream  # noqa: PLC0415 -- as above

        if name == STANDARD:
            if sys.stdout is None:
                raise StreamWriteError("标准输出没有打开", "standard output is closed")
            write_stream(sys.stdout.buffer, data)
        else:
            self.tell_written(write_file(name, data))

    def tell_written(self, path: Path) -> None:
        """Say that a file was written."""
        self.tell(self.say(f"已写出 {path}", f"Wrote {path}"))


def _same(source: str, output: str) -> bool:
    from pathlib import Path  # noqa: PLC0415 -- `--help` does without

    try:
        return Path(source).is_file() and Path(output).samefile(source)
    except (OSError, ValueError):
        return False
