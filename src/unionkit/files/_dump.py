"""A plan as YAML or JSON, as a person would write it: short forms, block lists, quotes only where they are needed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any, Final, Literal

from unionkit.model import Plan

from ._plain import to_dict
from ._unstructure import unstructure
from ._versions import FORMAT_VERSION, VERSION_KEY

# A plain scalar must not begin or end with a blank, look like null or a number, or hold what YAML could take
# for structure. Chinese text rarely does.
_PLAIN: Final = re.compile(
    r"(?!(?:null|Null|NULL|true|false|\.\.\.)$)(?!\d+(?:\.\d+)?$)"
    r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]"
    r"[^:,\[\]{}#\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*(?<!\s)"
).fullmatch
# Of letters and digits alone only these, and figures, are no plain scalars.
_WORDS: Final = frozenset({"null", "Null", "NULL", "true", "false"})
_NEEDS_ESCAPE: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_INLINE_LIMIT: Final = 110
_JSON: Final = json.JSONEncoder(ensure_ascii=False).encode
_NESTED: Final = (dict, list)

Format = Literal["yaml", "json"]
"""How a plan file is written."""


def dump_plan(plan: Plan, format: Format = "yaml") -> str:  # noqa: A002 -- the word that people look for
    """
    Write a plan as text that :func:`load_plan` turns into an equal plan.

    The text ends with one line break; the same plan gives the same text.

    Args:
        plan: The plan.

        format: YAML, or JSON with the values of :func:`to_dict`.
    """
    if format == "json":
        return json_text(to_dict(plan), "\n") + "\n"
    lines: list[str] = []
    _add_mapping(lines, {VERSION_KEY: FORMAT_VERSION, **unstructure(plan)}, "")
    return "\n".join(lines) + "\n"


# ---------------------------------------------------------------- JSON


def json_text(value: Any, break_: str) -> str:
    """Write plain values as JSON, what is short on one line; `break_` is a line break and the indent of the line."""
    if value and isinstance(value, dict):
        return _json_mapping(value, break_)
    if value and isinstance(value, list):
        return _json_list(value, break_)
    return _json_line(value)


def _json_mapping(value: dict[str, Any], break_: str) -> str:
    if "content" in value or "facts" in value:
        inner = f"{break_}  "
        entries = [_json_label(key) + json_text(entry, inner) for key, entry in value.items()]
    else:
        entries = _json_entries(value)
        line = f"{{{', '.join(entries)}}}"
        if _json_fits(line, break_, value):
            return line
        inner = f"{break_}  "
        for at, (key, entry) in enumerate(value.items()):
            if isinstance(entry, _NESTED):
                entries[at] = _json_label(key) + json_text(entry, inner)
    return f"{{{inner}{f',{inner}'.join(entries)}{break_}}}"


def _json_list(value: list[Any], break_: str) -> str:
    if not isinstance(value[0], dict | str):  # these are content
        line = _json_line(value)
        if _json_fits(line, break_, value):
            return line
    inner = f"{break_}  "
    return f"[{inner}{f',{inner}'.join([json_text(entry, inner) for entry in value])}{break_}]"


def _json_fits(line: str, break_: str, value: Any) -> bool:
    """Characters that are escaped because nothing prints them count as one."""
    return len(line) + len(break_) < _INLINE_LIMIT or (
        "\\u" in line and len(_JSON(value)) + len(break_) < _INLINE_LIMIT
    )


def _json_line(value: Any) -> str:
    """Write plain values as JSON on one line, however long."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        return f"{{{', '.join(_json_entries(value))}}}"
    if isinstance(value, list):
        return f"[{', '.join([_json_line(entry) for entry in value])}]"
    return str(value) if type(value) is int else _JSON(value)


def _json_entries(value: dict[str, Any]) -> list[str]:
    return [
        # Letters and digits are written as they are, so that most texts go this shorter way.
        f'{_json_label(key)}"{entry}"'
        if type(entry) is str and entry.isalnum()
        else _json_label(key) + _json_line(entry)
        for key, entry in value.items()
    ]


@lru_cache(maxsize=1024)
def _json_label(key: str) -> str:
    return f"{quoted(key)}: "


# ---------------------------------------------------------------- YAML


def mapping_lines(entries: Mapping[str, object], indent: str) -> Iterator[str]:
    """Write a mapping in block style, line by line."""
    lines: list[str] = []
    _add_mapping(lines, entries, indent)
    return iter(lines)


def entry_lines(label: str, value: object, indent: str) -> Iterator[str]:
    """Write a value behind the label of its key, on one line where it is short."""
    lines: list[str] = []
    _add_entry(lines, label, value, indent)
    return iter(lines)


def list_entry_lines(entry: object, indent: str) -> Iterator[str]:
    """Write an entry of a list behind its dash, on one line where it is short."""
    lines: list[str] = []
    _add_list_entry(lines, entry, indent)
    return iter(lines)


def _add_mapping(lines: list[str], entries: Mapping[str, object], indent: str) -> None:
    for key, value in entries.items():
        _add_entry(lines, f"{indent}{_key(key)}:", value, indent)


def _add_entry(lines: list[str], label: str, value: object, indent: str) -> None:
    """Facts and short mappings stand on one line; content and lists with anything in them do not."""
    if not value or not isinstance(value, _NESTED):
        lines.append(f"{label} {flow_text(value)}")
    elif isinstance(value, list):
        lines.append(label)
        for entry in value:
            _add_list_entry(lines, entry, f"{indent}  ")
    elif len(label) + len(flow := _inline(value)) < _INLINE_LIMIT and flow:
        lines.append(f"{label} {flow}")
    else:
        lines.append(label)
        _add_mapping(lines, value, f"{indent}  ")


def _add_list_entry(lines: list[str], entry: object, indent: str) -> None:
    if not isinstance(entry, _NESTED):
        lines.append(f"{indent}- {scalar(entry)}")
    elif len(indent) + len(flow := _inline(entry)) < _INLINE_LIMIT and flow:
        lines.append(f"{indent}- {flow}")
    elif isinstance(entry, dict):
        first = len(lines)
        _add_mapping(lines, entry, f"{indent}  ")
        lines[first] = f"{indent}- {lines[first].lstrip()}"
    else:
        lines.append(f"{indent}-")
        for nested in entry:
            _add_list_entry(lines, nested, f"{indent}  ")


def _inline(value: Any) -> str:
    """Write a list or mapping on one line, however long; nothing where it holds content and wants a block."""
    if isinstance(value, list):
        texts = [_inline(entry) if isinstance(entry, _NESTED) else scalar(entry) for entry in value]
        return f"[{', '.join(texts)}]" if all(texts) else ""
    if value.get("content") or "facts" in value:
        return ""
    entries = []
    for key, entry in value.items():
        if type(entry) is str and entry.isalnum() and not entry.isdecimal() and entry not in _WORDS:
            text = entry  # as scalar() has it; most texts go this shorter way
        elif isinstance(entry, _NESTED):
            text = _inline(entry)
            if not text:
                return ""
        else:
            text = scalar(entry)
        entries.append(f"{_key(key)}: {text}")
    return f"{{{', '.join(entries)}}}"


def flow_text(value: object) -> str:
    """Write a value on one line, however long, and whatever it holds."""
    if isinstance(value, dict):
        return f"{{{', '.join([f'{_key(key)}: {flow_text(entry)}' for key, entry in value.items()])}}}"
    if isinstance(value, list):
        return f"[{', '.join([flow_text(entry) for entry in value])}]"
    return scalar(value)


@lru_cache(maxsize=1024)
def _key(key: str) -> str:
    return scalar(key)


def scalar(value: object) -> str:
    """Write a scalar, in quotes only where it needs them."""
    if isinstance(value, str):
        # Letters and digits need no closer look, unless they are nothing but digits.
        if value.isalnum() and not value.isdecimal():
            return quoted(value) if value in _WORDS else value
        return value if _PLAIN(value) else quoted(value)
    if type(value) is int:
        return str(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def quoted(text: str) -> str:
    """Double quotes with JSON's escapes, and escapes too for what YAML calls unprintable."""
    written = encode_basestring(text)
    return written if written.isprintable() else _NEEDS_ESCAPE.sub(_escape, written)


def _escape(character: re.Match[str]) -> str:
    return f"\\u{ord(character.group()):04x}"
