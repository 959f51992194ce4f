"""What a Kit adds to the findings of a check: where they stand, and which plugins took no part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

import attrs

from unionkit.errors import Lang, Place, UnionkitError
from unionkit.files import PlanFile
from unionkit.model import Plan
from unionkit.rules import NOTICES, UNKNOWN_IGNORE, UNUSED_IGNORE, Finding, Rule, Severity, thinned

from ._plugin import Plugin
from ._subject import Subject, places_of

if TYPE_CHECKING:
    from unionkit.files import Request

_SET_ASIDE: Final[Mapping[str, str]] = {
    "zh": "检查时没有用到插件“{plugin}”：{reason}",
    "en": "The check was made without the plugin “{plugin}”: {reason}",
}


_WITHOUT_LAW: Final[Mapping[str, str]] = {
    "zh": "没有用到模板包“{pack}”的参数（法规限额）：{reason}",
    "en": "The parameters of the pack “{pack}” were not used: {reason}",
}
_WITHOUT_ALMANAC: Final[Mapping[str, str]] = {
    "zh": "没有用到模板包“{pack}”的历书数据：{reason}",
    "en": "The almanac data of the pack “{pack}” were not used: {reason}",
}


def set_aside(plugins: Iterable[Plugin]) -> Iterator[Finding]:
    """Yield a finding for each plugin that was set aside."""
    for plugin in plugins:
        if plugin.error is not None:
            yield Finding(
                code="UK901",
                slug="plugin-set-aside",
                severity=Severity.WARNING,
                path=(),
                facts={"plugin": plugin.name, "reason": plugin.error.message},
                wording=_SET_ASIDE,
            )


def data_set_aside(
    almanacs: Mapping[str, UnionkitError], laws: Mapping[str, UnionkitError]
) -> Iterator[Finding]:
    """Yield a finding for each pack whose almanac data, or whose parameters of the law, could not be read."""
    for code, slug, unread, wording in (
        ("UK903", "almanac-set-aside", almanacs, _WITHOUT_ALMANAC),
        ("UK906", "law-set-aside", laws, _WITHOUT_LAW),
    ):
        for pack, error in unread.items():
            yield Finding(
                code=code,
                slug=slug,
                severity=Severity.WARNING,
                path=(),
                facts={"pack": pack, "reason": error.message},
                wording=wording,
            )


def placed(
    subject: Subject, findings: Iterable[Finding], *, lang: Lang, used: set[Request] | None = None
) -> Iterator[Finding]:
    """
    Say of each finding where it stands, and in which language; those that the file asks to ignore are left out.

    Args:
        subject: What was checked.

        findings: What was found in it.

        lang: Language of the messages.

        used: Takes the requests to ignore that left something out.
    """
    find = places_of(subject)
    requests = subject.requests if isinstance(subject, PlanFile) else ()
    for found in findings:
        others = tuple(
            attrs.evolve(spot, place=find(spot.path, spot.words, spot.nth)) for spot in found.others
        )
        made = attrs.evolve(
            found, place=found.place or find(found.path, found.words, found.nth), others=others, lang=lang
        )
        asked = [request for request in requests if request.code == found.code]
        if not asked:
            yield made
            continue
        speaking = [_speaking(asked, place) for place in (made.place, *(spot.place for spot in others))]
        if used is not None:
            used.update(*speaking)
        left = thinned(made, [not each for each in speaking])
        if left is not None:
            yield left


def _speaking(requests: Iterable[Request], place: Place | None) -> list[Request]:
    """The requests that speak for a place."""
    if place is None:
        return []
    return [request for request in requests if request.first <= place.line <= request.last]


_UNUSED: Final[Mapping[str, str]] = {
    "zh": "这里没有 {code} 的问题；可以删去这个 ignore。",
    "en": "Nothing of {code} is found here; this ignore can go.",
}
_UNKNOWN: Final[Mapping[str, str]] = {
    "zh": "ignore 里的“{code}”不是规则的代码；{advice}",
    "en": "“{code}” in ignore is no code of a rule; {advice}",
}


def idle_requests(
    file: PlanFile, used: set[Request], rules: Iterable[Rule], asked: Collection[str]
) -> Iterator[Finding]:
    """
    Yield a finding for each request to ignore that left nothing out, or names no rule.

    Args:
        file: The plan file.

        used: Requests that left something out.

        rules: Every rule that there is.

        asked: Codes of the rules that looked at the plan; of others nobody can tell.
    """
    known = {each.code: each.slug for each in rules}
    ours = {notice.code for notice in NOTICES}
    for request in file.requests:
        if request.code not in known and request.code not in ours:
            notice, wording = UNKNOWN_IGNORE, _UNKNOWN
        elif request.code in asked and request not in used:
            notice, wording = UNUSED_IGNORE, _UNUSED
        else:
            continue
        yield Finding(
            code=notice.code,
            slug=notice.slug,
            severity=notice.severity,
            path=(),
            words=request.code,
            facts={"code": request.code, "advice": partial(_advice, request.code, known)},
            wording=wording,
            place=file.place_of_request(request),
        )


def _advice(name: str, known: Mapping[str, str], lang: Lang) -> str:
    """What was probably meant."""
    from difflib import get_close_matches  # noqa: PLC0415 -- only a mistake pays for it

    meant = next((code for code, slug in known.items() if slug == name), None)
    near = [meant] if meant else get_close_matches(name.upper(), known, n=1)
    if near:
        return f"是不是 {near[0]}？" if lang == "zh" else f"did you mean {near[0]}?"
    return "unionkit rules 列出全部规则。" if lang == "zh" else "unionkit rules lists them all."


def applies(rule: Rule, plan: Plan, day: dt.date | None) -> bool:
    """Whether a rule looks at this plan, as far as pack, sector and day decide."""
    if rule.pack not in (None, plan.pack) or (rule.sectors and plan.organization.sector not in rule.sectors):
        return False
    return day is None or rule.basis.holds(day)
