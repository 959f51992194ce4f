"""The report as SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from unionkit._version import __version__
from unionkit.errors import Lang, Place
from unionkit.model import format_path

from ._checked import Change, Checked
from ._finding import Finding, Severity
from ._settings import Described

SARIF_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

_Object: TypeAlias = "dict[str, Any]"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES: Final = {"zh": "zh-CN", "en": "en"}
_FINGERPRINT: Final = "unionkitIdentity/v1"


def sarif_report(
    checked: Iterable[Checked],
    rules: Iterable[Described],
    lang: Lang = "zh",
    *,
    complete: bool = True,
    root: PurePath | None = None,
) -> str:
    """
    Return findings as a SARIF log of one run.

    Args:
        checked: The files with their findings; with the identities of these there are fingerprints, and with their text
            edits, fixes.

        rules: What the findings are of; those of which nothing was found are left out.

        lang: Language of the messages.

        complete: Every file could be checked.

        root: The folder that file names are relative to; what lies elsewhere is named from the root of the system. None:
            names are taken as they are.
    """
    files = tuple(checked)
    found = {finding.code: finding for each in files for finding in each.report}
    known = {rule.code: rule for rule in rules}
    codes = sorted(found)
    run = {
        "tool": {
            "driver": {
                "name": "unionkit",
                "version": __version__,
                "language": _LANGUAGES[lang],
                "rules": [_rule(code, known.get(code), found[code], lang) for code in codes],
            }
        },
        "language": _LANGUAGES[lang],
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": complete}],
        "results": [result for each in files for result in _results(each, codes, lang, root)],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _rule(code: str, rule: Described | None, sample: Finding, lang: Lang) -> _Object:
    """Describe a rule; of one that nobody knows any more, what its finding says."""
    if rule is None:
        level = _LEVELS[sample.severity]
        return {"id": code, "name": _name(sample.slug), "defaultConfiguration": {"level": level}}
    title = rule.title_zh if lang == "zh" else rule.title_en
    basis = rule.basis.worded(lang)
    said = f"{title}。依据：{basis}。" if lang == "zh" else f"{title[:1].upper()}{title[1:]}. Basis: {basis}."
    return {
        "id": code,
        "name": _name(rule.slug),
        "shortDescription": {"text": title},
        "fullDescription": {"text": said},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"family": rule.family, "basis": basis, "slug": rule.slug},
    }


def _name(slug: str) -> str:
    return "".join(word.capitalize() for word in slug.split("-"))


def _results(each: Checked, codes: Sequence[str], lang: Lang, root: PurePath | None) -> Iterator[_Object]:
    seen: dict[tuple[str, str], int] = {}
    for at, finding in enumerate(each.report):
        result: _Object = {
            "ruleId": finding.code,
            "ruleIndex": codes.index(finding.code),
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.message(lang)},
            "locations": [_location(finding.path, finding.place, root)],
        }
        if finding.others:
            result["relatedLocations"] = [
                {"id": number, **_location(spot.path, spot.place, root)}
                for number, spot in enumerate(finding.others, start=1)
            ]
        if each.identities:
            told = (finding.code, each.identities[at][0])
            seen[told] = seen.get(told, 0) + 1
            result["partialFingerprints"] = {_FINGERPRINT: f"{told[0]}:{told[1]}:{seen[told]}"}
        change = each.changes[at] if each.changes else None
        if change is not None and not finding.private:
            result["fixes"] = [_fix(each, change, lang, root)]
        yield result


def _location(path: tuple[str | int, ...], place: Place | None, root: PurePath | None) -> _Object:
    location: _Object = {}
    if place is not None:
        location["physicalLocation"] = {
            "artifactLocation": {"uri": artifact_uri(place.file, root)},
            "region": _region(place),
        }
    location["logicalLocations"] = [{"fullyQualifiedName": format_path(path)}]
    return location


def _region(place: Place) -> _Object:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(each: Checked, change: Change, lang: Lang, root: PurePath | None) -> _Object:
    place = Place.between(each.name, each.source, change.start, change.end)
    replacement: _Object = {"deletedRegion": _region(place)}
    if change.text:
        replacement["insertedContent"] = {"text": change.text}
    return {
        "description": {"text": "改好" if lang == "zh" else "Mend it"},
        "artifactChanges": [
            {"artifactLocation": {"uri": artifact_uri(each.name, root)}, "replacements": [replacement]}
        ],
    }


def artifact_uri(name: str, root: PurePath | None = None) -> str:
    """Return the name of a file as SARIF has it: relative, with forward slashes, percent-encoded."""
    path = PurePath(name)
    if path.is_absolute():
        if root is None or not path.is_relative_to(root):
            return path.as_uri()
        path = path.relative_to(root)
    return quote(path.as_posix(), safe="/-._~")
