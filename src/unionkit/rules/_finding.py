"""What a check finds: a code and facts, worded on demand, pointing at a place and citing its basis."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

import attrs

from unionkit.errors import Lang, Place
from unionkit.model import Path, Value, format_path

from ._fix import Fix

_WITHHELD: Final[Mapping[str, str]] = {"zh": "（涉及个人，略）", "en": "(personal data)"}


class Severity(StrEnum):
    """How much a finding weighs: it breaks a binding rule, it is likely wrong, it is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return (Severity.INFO, Severity.WARNING, Severity.ERROR).index(self)


class Confidence(StrEnum):
    """How sure a basis is: someone saw the text, nobody could confirm it, or it is our own convention."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    CONVENTION = "convention"


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Basis(Value):
    """
    What a rule rests on (依据).

    Attributes:
        title: Title of the regulation in Chinese; empty for our own convention.

        number: Document number (文号); empty for none.

        article: Article (条款); empty for the whole.

        since: First day on which it holds; None: as long as anyone asks.

        until: Last day on which it holds; None: it still does.

        confidence: How sure it is.
    """

    title: str = ""
    number: str = ""
    article: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    confidence: Confidence = Confidence.CONFIRMED

    def holds(self, day: dt.date) -> bool:
        """Whether it is in force on `day`."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def worded(self, lang: Lang = "zh") -> str:
        """Cite it: title, number and article, which are Chinese in either language; or say that it is ours."""
        if self.confidence is Confidence.CONVENTION:
            return "unionkit 自定的约定" if lang == "zh" else "unionkit's own convention"
        return "".join((self.title, f"（{self.number}）" if self.number else "", self.article))


class Worded(NamedTuple):
    """
    Something that fills a message, in the language of the message.

    Attributes:
        zh: In Chinese.

        en: In English.
    """

    zh: str
    en: str

    def __call__(self, lang: Lang) -> str:
        """Return it in a language."""
        return self.zh if lang == "zh" else self.en


_UNCONFIRMED: Final[Mapping[str, str]] = {
    "zh": "（依据尚未核实，请以正式文件为准）",
    "en": " (The basis is not confirmed; go by the official text.)",
}


@attrs.frozen(repr=False, eq=False)
class Spot(Value):
    """
    A place in a plan that a finding is about.

    Attributes:
        path: What in the plan.

        words: The words of it; empty for all that stands there.

        nth: Which occurrence of `words`, from 1.

        place: Where it stands in the file; None when the plan did not come from one.
    """

    path: Path
    words: str = ""
    nth: int = 1
    place: Place | None = None

    def as_json(self) -> dict[str, object]:
        """Return the place as programs read it."""
        return {"path": format_path(self.path), **_position(self.place)}


def _position(place: Place | None) -> dict[str, object]:
    return {
        "file": place and place.file,
        "line": place and place.line,
        "column": place and place.column,
        "end_line": place and place.end_line,
        "end_column": place and place.end_column,
    }


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Finding(Value):
    """
    One thing that a check found (问题).

    Attributes:
        code: Stable code (``UK201``).

        slug: The same in words (``festival-gift-outside-list``).

        severity: How much it weighs.

        path: What in the plan it is about.

        words: The words that it is about; empty for all that stands there.

        nth: Which occurrence of `words`, from 1.

        facts: What the message is made from.

        wording: Templates of the message, by language.

        basis: What the rule rests on: the limit that applied, where there is one.

        compared: Of several limits that hold at once, how they were compared, by language; empty for one.

        fix: What would mend it, or None.

        others: Further places of the same, where a rule tells all of a plan in one finding.

        place: Where it stands in the file; None when the plan did not come from one.

        lang: Language of the message when none is asked for; that of the Kit that made the check.

        private: It is about a named person: its place is told without the words that stand there.

        withheld: Names of facts that its message leaves out, because the plan says them of a named person.
    """

    code: str
    slug: str
    severity: Severity
    path: Path
    words: str = ""
    nth: int = 1
    facts: Mapping[str, object] = attrs.field(factory=dict)
    wording: Mapping[str, str]
    basis: Basis | None = None
    compared: Mapping[str, str] = attrs.field(factory=dict)
    fix: Fix | None = None
    others: tuple[Spot, ...] = ()
    place: Place | None = None
    lang: Lang = "zh"
    private: bool = False
    withheld: frozenset[str] = frozenset()

    def message(self, lang: Lang | None = None) -> str:
        """Say what was found and what to do."""
        chosen = lang or self.lang
        said = {name: fact(chosen) if callable(fact) else fact for name, fact in self.facts.items()}
        said |= dict.fromkeys(self.withheld & said.keys(), _WITHHELD[chosen])  # messages end up in logs
        message = self.wording[chosen].format_map(said) + self.compared.get(chosen, "")
        if self.others:
            count = len(self.others) + 1
            message += f"（共 {count} 处）" if chosen == "zh" else f" ({count} places)"
        if self.basis is not None and self.basis.confidence is Confidence.UNCONFIRMED:
            message += _UNCONFIRMED[chosen]
        return message

    def as_json(self, lang: Lang | None = None) -> dict[str, object]:
        """Return the finding as programs read it: plain values, the keys always the same."""
        return {
            "code": self.code,
            "slug": self.slug,
            "severity": self.severity.value,
            "message": self.message(lang),
            "path": format_path(self.path),
            **_position(self.place),
            "basis": (self.basis.worded(lang or self.lang) or None) if self.basis else None,
            "fix": None if self.fix is None or self.private else self.fix.as_json(),
            "others": [spot.as_json() for spot in self.others],
        }


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Silence(Value):
    """
    A rule that could not decide.

    Attributes:
        code: Its code.

        reason_zh: What would be needed, in Chinese.

        reason_en: What would be needed, in English.
    """

    code: str
    reason_zh: str
    reason_en: str


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Report(Value):
    """
    The outcome of a check; iterating over it gives the findings.

    Attributes:
        findings: What was found, in the order of the plan.

        silent: Rules that could not decide, and why.

        known: How many findings were left out because they are known already (a baseline).

        stale: How many known ones are found no more.
    """

    findings: tuple[Finding, ...]
    silent: tuple[Silence, ...] = ()
    known: int = 0
    stale: int = 0

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def worst(self) -> Severity | None:
        """The weightiest severity found, or None."""
        return max(
            (finding.severity for finding in self.findings), key=lambda severity: severity.rank, default=None
        )
