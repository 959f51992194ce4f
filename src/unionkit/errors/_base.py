"""The root of the error tree, and where something stands in a source text."""

from __future__ import annotations

import re
from typing import ClassVar, Literal, dataclass_transform

import attrs

Lang = Literal["zh", "en"]
"""A language of messages: Chinese or English."""

SEPARATOR: dict[str, str] = {"zh": "、", "en": ", "}
NOTHING: dict[str, str] = {"zh": "（无）", "en": "(none)"}


_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")


def printable(text: str) -> str:
    """Return text as it can be shown on one line of any terminal: what controls it is escaped."""
    return _UNPRINTABLE.sub(lambda bad: f"\\u{ord(bad.group()):04x}", text)


def worded(value: object, lang: Lang) -> str:
    if isinstance(value, tuple):
        return SEPARATOR[lang].join(worded(item, lang) for item in value) or NOTHING[lang]
    if isinstance(value, UnionkitError):
        return value.message(lang)
    text = printable(str(value))
    return text if len(text) <= 120 else f"{text[:60]}…{text[-59:]}"  # of a file, the end tells more


@dataclass_transform(eq_default=False)
class UnionkitError(Exception):
    """
    Anything that unionkit refuses to do (root of the tree).

    A subclass lists its facts as annotations and words them in `zh` and `en`; it is built from the facts in that
    order. (Type checkers see it as a dataclass. attrs would build these classes at each start of the program.)
    """

    code: ClassVar[str] = "UK000"
    zh: ClassVar[str] = "出错了。"
    en: ClassVar[str] = "Something went wrong."
    _facts: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        own: dict[str, str] = cls.__dict__.get("__annotations__", {})  # noqa: RUF063 -- inspect is slow to import
        facts = (name for name, kind in own.items() if not kind.startswith("ClassVar"))
        cls._facts = tuple(facts) or cls._facts

    def __init__(self, *facts: object) -> None:
        super().__init__(*facts)
        for name, value in zip(self._facts, facts, strict=True):
            setattr(self, name, value)

    def message(self, lang: Lang = "zh") -> str:
        """Say in `lang` what is wrong, what was there instead, and what to do."""
        template = self.zh if lang == "zh" else self.en
        return template.format_map({name: worded(value, lang) for name, value in vars(self).items()})

    def __str__(self) -> str:
        return self.message("zh")


@attrs.frozen(kw_only=True)
class Place:
    """
    Where something stands in a source text.

    Attributes:
        file: Name of the file as it was given; `-` for standard input.

        line: First line, counted from 1.

        column: First column, in code points, counted from 1.

        end_line: Line of the first character behind it.

        end_column: Column of the first character behind it.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def between(cls, file: str, text: str, start: int, end: int) -> Place:
        """Return the place of ``text[start:end]``."""
        line, column = _line_and_column(text, start)
        end_line, end_column = _line_and_column(text, end)
        return cls(file=file, line=line, column=column, end_line=end_line, end_column=end_column)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def _line_and_column(text: str, index: int) -> tuple[int, int]:
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", text[:index])  # where YAML breaks them
    return len(lines), len(lines[-1]) + 1
