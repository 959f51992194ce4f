"""What a template may say: the words of values, how an error shows them, and what carries blocks through text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from unionkit.model import Value

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Around the number of a block in the output of a template. Unicode keeps these characters out of all text."""

NOT_IN_A_LINE: Final = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0\ufdd1\ufeff\ufffe\uffff]+"
_SHORT: Final = 40
_MANY_BITS: Final = 400


class RefusalError(Exception):
    """
    Something that a template may not do, or did wrongly.

    Attributes:
        zh: What is wrong, in Chinese.

        en: What is wrong, in English.

        value: The value concerned, as an error shows it; empty for none.

        lineno: The line, where it was found before the template ran.

        filename: The template, likewise.
    """

    def __init__(self, zh: str, en: str, *values: object) -> None:
        super().__init__(zh, en, *values)
        self.zh = zh
        self.en = en
        self.value = ", ".join(map(shown, values))
        self.lineno: int | None = None
        self.filename: str | None = None


class Marked(str):
    """Text that a template itself has put out, in which blocks are marked; data is never of this type."""

    __slots__ = ()

    @property
    def has_blocks(self) -> bool:
        """Whether a block stands in it."""
        return OPEN in self


def mark(index: int) -> Marked:
    """Return what stands for a block in the output."""
    return Marked(f"{OPEN}{index}{CLOSE}")


def said(value: object) -> str:
    """
    Return the words of a value, as they are put into text.

    Raises:
        RefusalError: It has no words of its own: a list, a part of the plan, a function …; Python's words for it would
            tell where it lies in memory, or stand as code in an official document.
    """
    if isinstance(value, Marked):
        return value
    if isinstance(value, str):
        return value if _is_clean(value) else re.sub(NOT_IN_A_LINE, " ", value)
    if value is None:
        return ""
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if type(value).__str__ is object.__str__ or isinstance(value, tuple | bytes | bytearray | Mapping | type):
        name = type(value).__name__
        raise RefusalError(
            f"{name} 没有可打印的文字；请打印其中的内容，或用 blocks(content)",
            f"{name} has no words of its own; print what is in it, or blocks(content)",
            value,
        )
    text = str(value)
    if OPEN in text:
        raise RefusalError(
            f"{type(value).__name__} 里有块，不能当作文字",
            f"There are blocks in {type(value).__name__}; it is no text",
        )
    return re.sub(NOT_IN_A_LINE, " ", text)


def _is_clean(text: str) -> bool:
    """Tell quickly, for most texts, that nothing is in them that a line cannot hold."""
    return text.isprintable() and OPEN not in text and CLOSE not in text


def _number(value: float) -> str:
    if isinstance(value, int) and value.bit_length() > _MANY_BITS:
        raise RefusalError("数字太大，不能打印", "The number is too large to be printed")
    return str(value)


def words(value: object) -> str:
    """
    Return the words of a block, which can hold no other block.

    Raises:
        RefusalError: There is a block in them, or they are no words.
    """
    text = said(value)
    if isinstance(text, Marked):
        if text.has_blocks:
            raise RefusalError("一个块的文字里不能再有块", "A block cannot stand within the words of another")
        return re.sub(NOT_IN_A_LINE, " ", str(text)).strip()
    return text


def shown(value: object) -> str:
    """Show a value in an error: short, and the same at every run."""
    if value is None or isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        text = value if len(value) <= _SHORT else f"{value[: _SHORT // 2]}…{value[-(_SHORT // 2 - 1) :]}"
        return f"“{text}”".replace(OPEN, "⟦").replace(CLOSE, "⟧")
    if isinstance(value, int):
        return str(value) if value.bit_length() <= _MANY_BITS else "…"
    if isinstance(value, float | Decimal | dt.date):
        return str(value)
    if type(value) in (list, tuple):
        first = [shown(entry) if not isinstance(entry, list | tuple) else "[…]" for entry in value[:3]]  # type: ignore[index]
        return f"[{', '.join(first)}{', …' if len(value) > 3 else ''}]"  # type: ignore[arg-type]
    if isinstance(value, Value) and type(value).__str__ is not object.__str__:
        return str(value)
    return f"<{type(value).__name__}>"
