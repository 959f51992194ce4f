"""A plan as YAML, as a person would write it: short forms, block lists, quotes only where they are needed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from unionkit.model import Plan

from ._unstructure import unstructure

FORMAT_VERSION: Final = 1
"""The version of the file format, the value of the key ``unionkit``."""

# A plain scalar must not begin or end with a blank, look like null or a number, or hold what YAML could take
# for structure. Chinese text rarely does.
_PLAIN: Final = re.compile(
    r"(?!(?:null|Null|NULL|true|false|\.\.\.)$)(?!\d+(?:\.\d+)?$)"
    r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]"
    r"[^:,\[\]{}#\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*(?<!\s)"
)
_NEEDS_ESCAPE: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_INLINE_LIMIT: Final = 110


def dump_plan(plan: Plan) -> str:
    """
    Write a plan as YAML that :func:`load_plan` turns into an equal plan.

    The text ends with one line break; the same plan gives the same text.
    """
    return "\n".join(_mapping({"unionkit": FORMAT_VERSION, **unstructure(plan)}, "")) + "\n"


def _mapping(entries: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, value in entries.items():
        yield from _entry(f"{indent}{_scalar(key)}:", value, indent)


def _entry(label: str, value: object, indent: str) -> Iterator[str]:
    inline = _inline(value)
    if inline is not None and (not isinstance(value, list | dict) or _fits(label, inline, value)):
        yield f"{label} {inline}"
    elif isinstance(value, dict):
        yield label
        yield from _mapping(value, indent + "  ")
    elif isinstance(value, list):
        yield label
        for entry in value:
            yield from _list_entry(entry, indent + "  ")


def _fits(label: str, inline: str, value: object) -> bool:
    """Facts and short mappings stand on one line; content and lists with anything in them do not."""
    if not value:
        return True
    return isinstance(value, dict) and len(label) + len(inline) < _INLINE_LIMIT


def _list_entry(entry: object, indent: str) -> Iterator[str]:
    inline = _inline(entry)
    if inline is not None and (
        not isinstance(entry, dict | list) or len(indent) + len(inline) < _INLINE_LIMIT
    ):
        yield f"{indent}- {inline}"
    elif isinstance(entry, dict):
        lines = _mapping(entry, indent + "  ")
        yield f"{indent}- {next(lines).lstrip()}"
        yield from lines
    elif isinstance(entry, list):
        yield f"{indent}-"
        for nested in entry:
            yield from _list_entry(nested, indent + "  ")


def _inline(value: object) -> str | None:
    """The value on one line, or None where it holds content of its own and wants a block."""
    if isinstance(value, dict):
        if value.get("content"):
            return None
        inner = [(key, _inline(entry)) for key, entry in value.items()]
        if any(text is None for _, text in inner) or "facts" in value:
            return None
        return "{" + ", ".join(f"{_scalar(key)}: {text}" for key, text in inner) + "}"
    if isinstance(value, list):
        entries = [_inline(entry) for entry in value]
        return None if any(entry is None for entry in entries) else "[" + ", ".join(map(str, entries)) + "]"
    return _scalar(value)


def _scalar(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    text = str(value)
    return text if _PLAIN.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    """Double quotes with JSON's escapes, and escapes too for what YAML calls unprintable."""
    return _NEEDS_ESCAPE.sub(lambda bad: f"\\u{ord(bad.group()):04x}", json.dumps(text, ensure_ascii=False))
