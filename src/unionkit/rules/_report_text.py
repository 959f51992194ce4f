"""The report for people: each finding with its source line and a mark under the words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Final, Literal, TypeAlias

from unionkit.errors import Lang, Place

from ._checked import Checked
from ._finding import Finding, Severity

Shade: TypeAlias = Literal["error", "warning", "info", "place", "code", "mark", "quiet"]
"""What a stretch of the report is, for colours."""

Paint: TypeAlias = Callable[[str, Shade], str]
"""Colours a stretch of the report."""

_NAMES: Final = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
    Severity.INFO: ("提示", "info"),
}
_LINE_END: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_COMMENT: Final = re.compile(r"(?:\s+#.*|\s+)$")
_ROOM: Final = 100
"""Half characters of a source line that are shown."""
_BEFORE: Final = 24
"""Of a longer line, half characters that are shown before the words."""
_NO_ROOM: Final = frozenset({"Mn", "Me", "Cf", "Cs"})
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_OTHERS: Final = 5
"""Further places of a finding that are listed."""


def severity_name(severity: Severity, lang: Lang) -> str:
    """Return what a severity is called."""
    return _NAMES[severity][0 if lang == "zh" else 1]


def _plainly(text: str, _shade: Shade) -> str:
    return text


def text_report(checked: Iterable[Checked], lang: Lang = "zh", *, paint: Paint = _plainly) -> str:
    """
    Return findings for people to read: place, severity, code, message and basis, and the source line with a mark.

    What is private shows no source.

    Args:
        checked: The files with their findings.

        lang: Language of the messages.

        paint: Colours stretches of it; None: plain text.
    """
    return "\n".join(
        line
        for each in checked
        for lines in [_LINE_END.split(each.source) if each.source else []]
        for found in each.report
        for line in _finding(found, lines, lang, paint)
    )


def headline(found: Finding, lang: Lang, *, paint: Paint = _plainly) -> str:
    """Return a finding on one line."""
    where = f"{paint(str(found.place), 'place')}: " if found.place else ""
    basis = f" {paint(f'[{found.basis.worded(lang)}]', 'quiet')}" if found.basis and found.basis.title else ""
    severity = paint(severity_name(found.severity, lang), found.severity.value)
    return f"{where}{severity} {paint(found.code, 'code')} {found.message(lang)}{basis}"


def _finding(found: Finding, lines: Sequence[str], lang: Lang, paint: Paint) -> Iterator[str]:
    yield headline(found, lang, paint=paint)
    if found.place is not None and not found.private:
        yield from _excerpt(lines, found.place, found.severity, paint)
    places = [spot.place for spot in found.others if spot.place is not None]
    if places:
        said = ", ".join(f"{place.line}:{place.column}" for place in places[:_OTHERS])
        more = "" if len(places) <= _OTHERS else " …"
        label = "另见" if lang == "zh" else "also at"
        yield paint(f"    {label} {said}{more}", "quiet")


def _excerpt(lines: Sequence[str], place: Place, severity: Severity, paint: Paint) -> Iterator[str]:
    """Yield the source line, cut about the words when it is long, and the mark under them."""
    if place.line > len(lines):
        return
    line = lines[place.line - 1]
    start = min(place.column - 1, len(line))
    whole = place.end_line > place.line  # more than the line: as far as it goes, without a comment
    end = len(_COMMENT.sub("", line)) if whole else min(place.end_column - 1, len(line))
    end = max(start, end)
    first, last = _window(line, start)
    shown, before, marked = line[first:last], line[first:start], line[start : min(end, last)]
    left, right = "…" if first else "", "…" if last < len(line) else ""
    gutter = f"{place.line:>5} | "
    yield f"{paint(gutter, 'quiet')}{left}{_seen(shown)}{right}"
    # A tab stays one, so that it takes the same room in both lines.
    lead = " " * _width(left) + "".join(
        "\t" if each == "\t" else " " * _width(_seen(each)) for each in before
    )
    mark = "^" * max(1, _width(_seen(marked.replace("\t", " "))))
    yield f"{paint(' ' * (len(gutter) - 2) + '| ', 'quiet')}{lead}{paint(mark, severity.value)}"


def _window(line: str, start: int) -> tuple[int, int]:
    """Which characters of a line are shown: all, or so many that the words are among them."""
    if _width(line) <= _ROOM:
        return 0, len(line)
    first, taken = start, 0
    while first > 0 and taken < _BEFORE:
        first -= 1
        taken += _width(line[first])
    last = max(first, start)
    while last < len(line) and taken < _ROOM:
        taken += _width(line[last])
        last += 1
    return first, last


@cache
def _room(character: str) -> int:
    if unicodedata.category(character) in _NO_ROOM:
        return 0
    return (
        2 if unicodedata.east_asian_width(character) in "WF" else 1
    )  # ambiguous ones are narrow on terminals


def _width(text: str) -> int:
    return len(text) if text.isascii() else sum(map(_room, text))


def _seen(text: str) -> str:
    """The text without what would disturb a terminal."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)
