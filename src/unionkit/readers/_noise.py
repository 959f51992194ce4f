"""What is no part of a plan: what websites leave in copied text, and characters that no document can carry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ._base import Noise, Span

_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]+")
"""What :func:`unionkit.model.check_text` refuses, except what ends a line."""

_GATHERED = "(?:收集整理|整理|收集|提供|发布|转载)"

_IMPRINT = re.compile(
    # in brackets: [由某网站收集整理]
    rf"[\[【［]\s{{0,4}}(?:本文档?|文章)?(?:由|来自|转自)[^\[\]【】［］。\n]{{0,30}}?{_GATHERED}\s{{0,4}}[\]】］]"
    # or a line of its own: 本文档由某网收集整理，更多范文请移步某网站内查找
    rf"|本(?:文|文档|资料|范文)由[^。！？；\n]{{1,30}}?{_GATHERED}"
    r"(?:[，,]\s{0,4}(?:更多|欲知更多)[^。！？；\n]{0,40}?请(?:移步|访问|登录|关注|前往)"
    r"[^。！？；，\n]{0,30}?(?:站内)?(?:查找|查看|查阅|浏览|下载))"
)

_LEAD = re.compile(
    r"(?:其[他它])?网友还(?:浏览|阅读|关注|看)了(?:以下|下列|这些)?(?:的)?(?:相关)?(?:文章|内容|范文)[：:]"
)
"""What introduces a list of other articles."""

_LEAD_OR_START = re.compile(rf"{_LEAD.pattern}|(?<=[\n\r。！？])")

_TITLE = re.compile(
    r"[ \u3000]{0,4}[^。！？；：，\s]{0,20}?(?:[上下]半年|\d{4}年|年度?)[^。！？；：，\s]{0,20}?"
    r"(?:总结|计划|思路|打算|小结|回顾|要点|安排)(?![已将要是的在经由为应等须需。！？；：，])"
)
"""The title of another plan or report: which period, what kind of paper, and no words that make it a sentence."""

_GLUED_TITLES = 3
"""From so many titles on without a mark between them, it is a list of links and not prose."""


def _titles(text: str, start: int) -> tuple[int, int]:
    """Where a run of titles that begins at `start` ends, and how many titles it has."""
    count, end = 0, start
    while title := _TITLE.match(text, end):
        count, end = count + 1, title.end()
    return end, count


def _links(text: str) -> Iterator[Span]:
    """Lists of other articles. Behind the first, a line or sentence that begins as such a list is one as well."""
    first = _LEAD.search(text)
    if first is None:
        return
    for place in _LEAD_OR_START.finditer(text, first.start()):
        end, titles = _titles(text, place.end())
        if place[0] or titles >= _GLUED_TITLES:
            yield place.start(), end


def _noise(text: str, spans: Iterable[Span]) -> list[Noise]:
    return [Noise(text=text[start:end], span=(start, end)) for start, end in spans]


def website_noise(text: str) -> list[Noise]:
    """
    What websites leave behind.

    The patterns name whole formulas and stop where the formula stops: a sentence before, behind or next to them
    is the author's and stays.
    """
    return _noise(text, [*_links(text), *(match.span() for match in _IMPRINT.finditer(text))])


def forbidden_characters(text: str) -> list[Noise]:
    """Runs of characters that no document can carry; a byte-order mark at the very start says nothing and is none."""
    start = 1 if text.startswith("\ufeff") else 0
    return _noise(text, (match.span() for match in _FORBIDDEN.finditer(text, start)))


def apart(noise: Iterable[Noise]) -> list[Noise]:
    """Noise in the order of the source, without what lies inside of other noise."""
    ordered: list[Noise] = []
    for found in sorted(noise, key=lambda found: found.span):
        if not ordered or found.span[0] >= ordered[-1].span[1]:
            ordered.append(found)
    return ordered
