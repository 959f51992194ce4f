"""Which rules are asked, and how much their findings weigh: the choice of the person who runs the check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Final, TypeAlias, TypeVar

import attrs

from unionkit.errors import UnknownRuleError
from unionkit.model import Value

from ._finding import Finding, Severity
from ._notices import NOTICES, Notice
from ._rule import Rule

Described: TypeAlias = "Rule | Notice"
"""What findings are of: a rule, or what the check tells about itself."""

OFF: Final = "off"
"""The severity of a rule that is not to be asked."""

_R = TypeVar("_R", bound="Rule | Notice")
_PREFIX: Final = re.compile(r"[A-Z]{2}\d{0,2}")
_ALL: Final = "all"


class _Match(IntEnum):
    """How closely a name fits a rule; the closest name decides."""

    NONE = 0
    ALL = 1
    LETTERS = 2
    FAMILY = 3
    HUNDRED = 4
    TEN = 5
    RULE = 6


def _to_names(names: Iterable[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def _to_severities(given: Mapping[str, Severity | str]) -> Mapping[str, Severity | None]:
    return {name: None if said == OFF else Severity(said) for name, said in given.items()}


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Settings(Value):
    """
    Which rules are asked, and how much their findings weigh.

    Rules are named by code (``UK101``), slug (``activity-without-owner``), the beginning of codes (``UK1``), family
    (``text``), or ``all``. Where two names fit a rule, the closer one decides: ``select=["UK801"], ignore=["text"]`` asks
    UK801 alone of its family. Of two that are as close, `ignore` does.

    Attributes:
        select: Rules to ask; empty: all.

        ignore: Rules not to ask.

        severity: How much findings of a rule weigh, by its name: error, warning, info; off: the rule is not asked.
    """

    select: tuple[str, ...] = attrs.field(default=(), converter=_to_names)
    ignore: tuple[str, ...] = attrs.field(default=(), converter=_to_names)
    severity: Mapping[str, Severity | None] = attrs.field(factory=dict, converter=_to_severities)

    def __hash__(self) -> int:
        return hash((self.select, self.ignore, tuple(sorted(self.severity))))

    def selected(self, rules: Iterable[_R]) -> tuple[_R, ...]:
        """
        Return the rules that are to be asked.

        Raises:
            UnknownRuleError: There is no rule of a name.
        """
        among = tuple(rules)
        self.check_names(among)
        return tuple(rule for rule in among if self._is_selected(rule))

    def _is_selected(self, rule: Described) -> bool:
        if self._severity_of(rule, Severity.INFO) is None:
            return False
        # What the check tells about itself is not selected: it can only be ignored.
        wanted = _Match.ALL if isinstance(rule, Notice) or not self.select else _closest(self.select, rule)
        return wanted > _closest(self.ignore, rule)

    def applied(self, findings: Iterable[Finding], rules: Iterable[Described]) -> tuple[Finding, ...]:
        """
        Return the findings with the severity that is asked for; those of rules that are not to be asked are left out.

        Args:
            findings: What was found.

            rules: What they are of.
        """
        if not (self.select or self.ignore or self.severity):
            return tuple(findings)
        known: dict[str, Described] = {rule.code: rule for rule in (*NOTICES, *rules)}
        made = []
        for finding in findings:
            rule = known.get(finding.code)
            if rule is None:
                made.append(finding)
            elif self._is_selected(rule):
                severity = self._severity_of(rule, finding.severity) or finding.severity
                made.append(
                    finding if severity is finding.severity else attrs.evolve(finding, severity=severity)
                )
        return tuple(made)

    def _severity_of(self, rule: Described, default: Severity) -> Severity | None:
        closest, chosen = _Match.NONE, None
        for name, severity in self.severity.items():
            match = _match(name, rule)
            if match and match >= closest:
                closest, chosen = match, severity
        return chosen if closest else default

    def names(self) -> tuple[str, ...]:
        """Return every name of a rule that is mentioned."""
        return tuple(dict.fromkeys((*self.select, *self.ignore, *self.severity)))

    def check_names(self, rules: Iterable[Described]) -> None:
        """
        Refuse names of rules that there are not.

        Raises:
            UnknownRuleError: There is no rule of a name.
        """
        among = (*NOTICES, *rules)
        for name in self.names():
            check_rule_name(name, among)


def check_rule_name(name: str, rules: Iterable[Described]) -> None:
    """
    Refuse a name of a rule that there is not.

    Raises:
        UnknownRuleError: There is none.
    """
    among = tuple(rules)
    if not any(_match(name, rule) for rule in among):
        raise UnknownRuleError(name, known_names(among))


def known_names(rules: Iterable[Described]) -> tuple[str, ...]:
    """Return the codes, slugs and families by which rules may be named."""
    told = tuple(rules)
    names = (
        _ALL,
        *(rule.code for rule in told),
        *(rule.slug for rule in told),
        *(rule.family for rule in told),
    )
    return tuple(dict.fromkeys(names))


def _closest(names: Iterable[str], rule: Described) -> _Match:
    return max((_match(name, rule) for name in names), default=_Match.NONE)


def _match(name: str, rule: Described) -> _Match:
    if name in (rule.code, rule.slug):
        return _Match.RULE
    if name == rule.family:
        return _Match.FAMILY
    if name == _ALL:
        return _Match.ALL
    if _PREFIX.fullmatch(name) and rule.code.startswith(name):
        return (_Match.LETTERS, _Match.HUNDRED, _Match.TEN)[len(name) - 2]
    return _Match.NONE
