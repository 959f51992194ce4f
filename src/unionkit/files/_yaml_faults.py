"""
What is wrong in a text that is not YAML, and where its writer must act.

The parser says where it gave up, which is often an innocent line below. From there we look for the slips that people
who write Chinese make (a full-width colon, a dash without a blank), and word what is found in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

import attrs

from unionkit.errors import InvalidTextError, NotYamlError

from ._places import Fault
from ._yaml_words import (
    BEHIND_QUOTE,
    COMMENT,
    DIRECTIVE,
    EMPTY_KEY,
    ENTRY,
    ESCAPE,
    LIST_IN_LINE,
    NO_BLANK_AFTER_COLON,
    NO_BLANK_AFTER_DASH,
    NO_COLON,
    NO_COMMA,
    NO_DASH,
    NO_KEY,
    NO_VALUE,
    OTHER,
    SECOND_DOCUMENT,
    TAB,
    TOO_DEEP,
    TWO_COLONS,
    UNEVEN,
    WIDE_BLANK,
    Words,
    bare_value,
    stray_bracket,
    unclosed_bracket,
    unclosed_quote,
    wide_colon,
    wide_dash,
    wide_quotes,
    wide_sign,
)

_Found: TypeAlias = tuple[int, Words]
"""Where it is in the text, and what it is."""

_ROWS_ABOVE: Final = 1000
"""How far above the place where the parser gave up we look."""

_UNREADABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS: Final = "\n\r\x85\u2028\u2029"
_LINE_END: Final = re.compile(f"\r\n|[{_BREAKS}]")
_LONGEST_KEY: Final = 1024
_LONGEST_ROW: Final = 20_000
_KEY: Final = r"[A-Za-z_][A-Za-z0-9_-]*"
_BEGIN: Final = r"[ \t]*(?:-[ \t]+)*"
_WIDE_BLANKS: Final = "\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff"
_CLOSING: Final = {"[": "]", "{": "}"}


@attrs.frozen
class _Row:
    """A line of the text: where it begins, and its characters without the line break."""

    start: int
    text: str

    @property
    def indent(self) -> int:
        """How many blanks it begins with."""
        return len(self.text) - len(self.text.lstrip(" "))


def syntax_fault(error: Exception, text: str) -> Fault:
    """Say what stopped the parser with `error`, and where in `text` to act."""
    unreadable = _UNREADABLE.search(text)
    if unreadable is not None:
        at = unreadable.start()
        return Fault(InvalidTextError(f"U+{ord(unreadable.group()):04X}", at), _place(text, at))
    problem = str(getattr(error, "problem", None) or "")
    mark: Any = getattr(error, "problem_mark", None)
    begun: Any = getattr(error, "context_mark", None) or mark
    if mark is None:
        return Fault(NotYamlError(*OTHER))
    at, opened = (min(each.index, len(text)) for each in (mark, begun))
    where = f"{getattr(error, 'context', None) or ''}: {problem}"
    found = next((look for words, look in _LOOKS if any(word in where for word in words)), _other)
    at, words = found(text, opened, at)
    return Fault(NotYamlError(*words), _place(text, at))


def _place(text: str, at: int) -> tuple[int, int]:
    """Line and column, from 0."""
    line, start = 0, 0
    for end in _LINE_END.finditer(text, 0, at):
        line, start = line + 1, end.end()
    return line, at - start


def _row(text: str, at: int) -> _Row:
    """The line that holds a character."""
    first, last = max(0, at - _LONGEST_ROW), at + _LONGEST_ROW
    start = max(first, *(text.rfind(sign, first, at) + 1 for sign in _BREAKS))
    end = _LINE_END.search(text, at, last)
    return _Row(start, text[start : end.start() if end is not None else last])


def _rows_above(text: str, row: _Row) -> Iterator[_Row]:
    """The lines above one, upwards, without those that are blank or a comment."""
    for _ in range(_ROWS_ABOVE):
        if not row.start:
            return
        end = row.start - (2 if text[row.start - 2 : row.start] == "\r\n" else 1)
        row = _row(text, end)
        if row.text.strip() and not row.text.lstrip().startswith("#"):
            yield row


# ---- slips of the pen, at the beginning of a line


_SLIPS: Final[tuple[tuple[re.Pattern[str], Callable[[str], Words]], ...]] = (
    (re.compile(rf"{_BEGIN}([{_WIDE_BLANKS}])"), lambda _: WIDE_BLANK),
    (re.compile(r"[ \t]*([－—–−﹣‐‑])(?![－—–])"), wide_dash),
    (re.compile(rf"{_BEGIN}{_KEY}[ \t]*([：﹕∶︰])"), wide_colon),
    (re.compile(rf"{_BEGIN}{_KEY}(:)(?!//)[^\s]"), lambda _: NO_BLANK_AFTER_COLON),
    (re.compile(r"[ \t]*(-)[^\s-]"), lambda _: NO_BLANK_AFTER_DASH),
    (re.compile(rf"{_BEGIN}(＃)"), lambda _: COMMENT),
)
_ANCHORED: Final = re.compile(r"[ \t]*-[ \t]|.*:(?:\s|$)")
_NO_COLON_BEHIND: Final = re.compile(rf"{_BEGIN}([a-z_]+)(?:[ \t]+[^\s:#][^:]*)?$")


def _slip(row: _Row) -> _Found | None:
    for pattern, words in _SLIPS:
        match = pattern.match(row.text)
        if match is not None:
            return row.start + match.start(1), words(match[1])
    return None


def _slip_or_no_colon(row: _Row) -> _Found | None:
    key = _NO_COLON_BEHIND.match(row.text)
    return (row.start + key.start(1), NO_COLON) if key is not None else _slip(row)


def _slip_near(text: str, row: _Row) -> _Found | None:
    """The first slip in a line and those above it, up to the one that it is indented below."""
    rows = [row]
    for above in _rows_above(text, row):
        rows.append(above)
        if above.indent < row.indent:
            break
    return next(filter(None, map(_slip, reversed(rows))), None)


# ---- what each of the parser's complaints comes from: the text, where it saw a beginning, where it gave up


def _no_colon(text: str, opened: int, _: int) -> _Found:
    """A line that stands where a key must stand."""
    return _slip_or_no_colon(_row(text, opened)) or (opened, NO_KEY)


def _colon(text: str, _: int, at: int) -> _Found:
    """A second colon in a line, or the first one in a line that continues a text from above."""
    row = _row(text, at)
    before = text[row.start : at]
    if re.search(r":\s", before) or len(before) > _LONGEST_KEY:
        return _wide_opening(row.start, before) or (at, TWO_COLONS)
    rows = [row]
    for above in _rows_above(text, row):
        rows.append(above)
        if _ANCHORED.match(above.text):
            break
    found = next(filter(None, map(_slip_or_no_colon, reversed(rows))), None)
    if found is not None:
        return found
    if len(rows) == 1:
        return at, TWO_COLONS
    if _ANCHORED.match(rows[1].text):
        return row.start + row.indent, TOO_DEEP
    return rows[1].start + rows[1].indent, NO_KEY


def _wide_opening(start: int, before: str) -> _Found | None:
    """A full-width quote or bracket at the beginning of a value that has a colon in it."""
    match = re.search(r"[:,\[{-]\s*([“”‘’＂＇]|[［【｛])[^”’＂＇］】｝]*$", before)
    if match is None:
        return None
    sign = match[1]
    if sign in "［【｛":
        return start + match.start(1), wide_sign(
            sign, "开头的括号", "opening bracket", "{" if sign == "｛" else "["
        )
    return start + match.start(1), wide_quotes(sign)


def _no_key(text: str, _: int, at: int) -> _Found:
    """Something that is no key, where the keys of a mapping go on."""
    row = _row(text, at)
    before = text[row.start : at].rstrip()
    sign = text[at : at + 1]
    if sign in ("]", "}"):
        return at, stray_bracket(sign)
    if not before.strip("- \t"):
        if sign == ":":
            return at, EMPTY_KEY
        return _slip_near(text, row) or (at, ENTRY if sign == "-" else UNEVEN)
    if before.endswith(("'", '"')):
        return _quote_open_above(text, row, before) or (at, BEHIND_QUOTE)
    return at, OTHER


def _no_dash(text: str, _: int, at: int) -> _Found:
    """A line among the entries of a list."""
    return _slip_near(text, _row(text, at)) or (at, NO_DASH)


def _quote_open_above(text: str, row: _Row, before: str) -> _Found | None:
    """A quote that a line above leaves open, when one seems to begin a value here but ends one."""
    quote = re.search(r"(?:^|[:,\[{-])\s*([\"'])\s*$", before)
    return _odd_quote_above(text, row, quote[1]) if quote is not None else None


def _odd_quote_above(text: str, row: _Row, sign: str) -> _Found | None:
    odd = next((above for above in _rows_above(text, row) if _is_odd(above, sign)), None)
    return _open_quote(text, odd.start + odd.text.rindex(sign), 0) if odd is not None else None


def _is_odd(row: _Row, sign: str) -> bool:
    return len(re.findall(rf"(?<!\\){sign}", row.text)) % 2 == 1


def _open_quote(text: str, opened: int, _: int) -> _Found:
    """A quote that is never closed."""
    row = _row(text, opened)
    sign = text[opened : opened + 1]
    if not _is_odd(row, sign):
        above = _odd_quote_above(text, row, sign)
        if above is not None:
            return above
    rest = text[opened + 1 : row.start + len(row.text)]
    for left, right in ("“”", "‘’", " ＂", " ＇"):
        if rest.count(right) > rest.count(left):
            return opened + 1 + rest.rindex(right), wide_sign(right, "收尾的引号", "closing quote", sign)
    return opened, unclosed_quote(sign)


def _open_bracket(text: str, opened: int, _: int) -> _Found:
    sign = text[opened]
    row = _row(text, opened)
    wide = re.compile("[］】]" if sign == "[" else "[｝]").search(text, opened, row.start + len(row.text))
    if wide is not None:
        return wide.start(), wide_sign(wide[0], "收尾的括号", "closing bracket", _CLOSING[sign])
    return opened, unclosed_bracket(sign, _CLOSING[sign])


def _in_brackets(text: str, opened: int, at: int) -> _Found:
    """Something in brackets that is neither a comma nor the closing one."""
    row, begun = _row(text, at), _row(text, opened)
    before = text[row.start : at]
    above = _quote_open_above(text, row, before)
    if above is not None:
        return above
    start = max(opened, at - _LONGEST_ROW)
    comma = re.search(rf"([，、；])\s*{_KEY}\s*$", text[start:at])
    if comma is not None:
        return start + comma.start(1), wide_sign(comma[1], "各项之间", "mark between the entries", ",")
    left, right = text[opened], _CLOSING[text[opened]]
    level = re.match(_BEGIN, begun.text)
    below = row.start != begun.start and level is not None and row.indent <= level.end()
    at_end = not text[at:].strip()
    if at_end or text[at] in "]}" or (below and row.text.count(right) <= row.text.count(left)):
        return _open_bracket(text, opened, at)
    return _wide_opening(row.start, before) or (at, NO_COMMA)


def _no_node(text: str, _: int, at: int) -> _Found:
    """Something that no value can be."""
    sign = text[at : at + 1]
    opened = max(text.rfind("[", 0, at), text.rfind("{", 0, at))
    if sign or opened < 0:
        return at, stray_bracket(sign) if sign in ("]", "}") else NO_VALUE
    return _open_bracket(text, opened, at)


def _special(text: str, opened: int, _: int) -> _Found:
    """A value that begins with a character that means something in YAML."""
    sign = text[opened : opened + 1]
    if sign == "\t":
        return opened, TAB
    row = _row(text, opened)
    before, rest = text[row.start : opened], text[opened : row.start + len(row.text)]
    above = _quote_open_above(text, row, before)
    if above is not None:
        return above
    if sum(map(before.count, "[{")) > sum(map(before.count, "]}")):
        rest = re.split(r"[,\]}]", rest, maxsplit=1)[0]
    rest = re.split(r"\s#", rest, maxsplit=1)[0].strip()
    quoted = "'{}'".format(rest.replace("'", "''")) if '"' in rest or "\\" in rest else f'"{rest}"'
    return opened, bare_value(sign, quoted if len(quoted) <= 40 else "")


def _directive(_: str, opened: int, __: int) -> _Found:
    return opened, DIRECTIVE


def _document(text: str, _: int, at: int) -> _Found:
    """Something behind the end of the plan."""
    row = _row(text, at)
    above = next(_rows_above(text, row), row)
    if above.text.startswith(("---", "...")):
        return at, SECOND_DOCUMENT
    return at, UNEVEN if row.indent < above.indent else OTHER


def _at(words: Words) -> Callable[[str, int, int], _Found]:
    """Where the parser gave up is where to act."""
    return lambda _, __, at: (at, words)


def _other(_: str, __: int, at: int) -> _Found:
    return at, OTHER


_LOOKS: Final[tuple[tuple[tuple[str, ...], Callable[[str, int, int], _Found]], ...]] = (
    # the words of libyaml, then those of the parser in Python where they differ; the first that fit
    (("tab character", "'\\t'"), _at(TAB)),
    (("could not find expected ':'",), _no_colon),
    (("mapping values are not allowed",), _colon),
    (("block sequence entries are not", "sequence entries are not"), _at(LIST_IN_LINE)),
    (("did not find expected key", "block mapping: expected <block end>"), _no_key),
    (("expected '-' indicator", "block collection: expected <block end>"), _no_dash),
    (("escape c", "escape sequence", "hexdecimal"), _at(ESCAPE)),
    (("quoted scalar: found unexpected",), _open_quote),
    (("found unexpected ':'",), _at(NO_BLANK_AFTER_COLON)),
    (("expected ',' or",), _in_brackets),
    (("expected node content", "expected the node content"), _no_node),
    (("directive", "incompatible YAML document"), _directive),
    (("<document start>",), _document),
    (
        (
            "cannot start any token",
            "scanning a block scalar",
            "an alias",
            "an anchor",
            "a tag",
            "tag handle",
            "mapping keys are not",
        ),
        _special,
    ),
)
