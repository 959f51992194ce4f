"""Findings that are known already: a plan that was written before the check is adopted step by step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

from unionkit.model import Plan

from ._finding import Finding
from ._identity import identities
from ._thin import thinned

Known: TypeAlias = Mapping[tuple[str, str], int]
"""How many findings of a code and identity are known."""


def known_of(plan: Plan, findings: Iterable[Finding]) -> dict[tuple[str, str], int]:
    """Return the findings of a plan by code and identity, with how many there are of each."""
    counts: dict[tuple[str, str], int] = {}
    for finding in findings:
        for told in identities(plan, finding):
            counts[finding.code, told] = counts.get((finding.code, told), 0) + 1
    return counts


def without_known(
    plan: Plan, findings: Iterable[Finding], known: Known, asked: Collection[str]
) -> tuple[tuple[Finding, ...], int, int]:
    """
    Return the findings that are not known, how many were left out, and how many known ones are found no more.

    Args:
        plan: The plan that was checked.

        findings: What was found in it.

        known: What is known.

        asked: Codes that were looked for; of others nobody can tell whether they would be found.
    """
    rest = dict(known)
    kept: list[Finding] = []
    left_out = 0
    for finding in findings:
        keep = []
        for told in identities(plan, finding):
            key = (finding.code, told)
            is_known = rest.get(key, 0) > 0
            if is_known:
                rest[key] -= 1
            keep.append(not is_known)
        left = thinned(finding, keep)
        if left is None:
            left_out += 1
        else:
            kept.append(left)
    stale = sum(count for (code, _), count in rest.items() if code in asked)
    return tuple(kept), left_out, stale
