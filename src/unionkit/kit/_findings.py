"""What a Kit adds to the findings of a check: where they stand, and which plugins took no part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from unionkit.errors import Lang, UnionkitError
from unionkit.files import PlanFile
from unionkit.rules import Finding, Severity

from ._plugin import Plugin
from ._subject import Subject, places_of

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


def placed(subject: Subject, findings: Iterable[Finding], *, lang: Lang) -> Iterator[Finding]:
    """Say of each finding where it stands, and in which language; those that the file asks to ignore are left out."""
    find = places_of(subject)
    for found in findings:
        place = find(found.path, found.words, found.nth)
        if place is None or not (isinstance(subject, PlanFile) and subject.is_ignored(found.code, place)):
            yield attrs.evolve(found, place=place, lang=lang)
