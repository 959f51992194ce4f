"""Rules about typed items and the names they use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, cast

import attrs

from unionkit.almanac import Almanac
from unionkit.errors import Lang
from unionkit.model import (
    PROVINCES,
    Activity,
    AtFestival,
    Every,
    Goal,
    InSeason,
    Organization,
    Paragraph,
    Part,
    Path,
    Result,
    Schedule,
    Several,
    Span,
    Term,
    WelfareMeasure,
    full_region,
)

from ._finding import Finding, Severity
from ._fix import Edit, Fix
from ._rule import CONVENTION, Check, Rule


class ActivityWithoutOwner(Rule):
    """
    Reports each activity whose `owner` (责任部门) is empty or blank, unless it was done already.

    ## Why is this bad?

    A task that nobody answers for is not followed up, and the year-end summary has no one to ask about it.

    ## Example

    ```yaml
    - activity: 走访困难教职工
      when: 12月
    ```

    Use instead:

    ```yaml
    - activity: 走访困难教职工
      when: 12月
      owner: 生活保障部
    ```

    ## Known limits

    The rule does not know whether the department exists.
    """

    code = "UK101"
    slug = "activity-without-owner"
    title_zh = "活动没有责任部门"
    title_en = "activity without owner"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Activity,)
    wording = {
        "zh": "“{title}”没有责任部门；请写上 owner。",
        "en": "“{title}” has no owner; say who is responsible.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        activity = cast("Activity", node)
        if not activity.owner.strip() and not activity.done and not check.calendar.looks_back(check.path):
            yield self.finding((*check.path, "owner"), title=activity.title)


class WordsNotInText(Rule):
    """
    Reports a fact whose `words` do not stand in its paragraph, or not as often as `nth` says.

    ## Why is this bad?

    The fact says which words state it. When the words were edited and the fact was not, the printed plan and the
    data may promise different things.

    ## Example

    ```yaml
    - text: 代表出席率不低于95%。
      facts:
        - {goal: 代表出席率, target: ">= 90%", words: 代表出席率不低于90%}
    ```

    Use instead:

    ```yaml
    - text: 代表出席率不低于95%。
      facts:
        - {goal: 代表出席率, target: ">= 95%", words: 代表出席率不低于95%}
    ```

    ## Known limits

    The rule compares the quotation only, not the figures in it.
    """

    code = "UK102"
    slug = "words-not-in-text"
    title_zh = "事实所引的文字不在段落中"
    title_en = "quoted words not in the paragraph"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Paragraph,)
    wording = {
        "zh": "段落中没有第 {which} 处“{quoted}”；段落改过之后，请一并改这条事实。",
        "en": "The paragraph has no occurrence {which} of “{quoted}”; when the words were edited, edit this fact too.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        paragraph = cast("Paragraph", node)
        for index, fact in enumerate(paragraph.facts):
            if fact.words is not None and paragraph.text.count(fact.words) < fact.nth:
                yield self.finding((*check.path, "facts", index, "words"), which=fact.nth, quoted=fact.words)


_NAMES: Final[dict[type, tuple[tuple[str, str, str], ...]]] = {
    Goal: (),
    Result: (),
    Organization: (("sector", "sector", "sectors"),),
    Part: (("role", "role", "roles"),),
    Activity: (("kind", "kind", "activity_kinds"),),
    WelfareMeasure: (("kind", "kind", "welfare_kinds"), ("triggers", "trigger", "triggers")),
}
"""Which attribute of which type, with its key in files, holds names of which list of the vocabulary."""


class UnknownName(Rule):
    """
    Reports a `kind`, `trigger`, `role` or `sector` that neither the core nor an installed pack knows, and a `festival`
    or `season` in a time that no almanac knows: that of the core, of a pack, or of the user.

    ## Why is this bad?

    Rules, tables and calendars go by these names; what has an unknown one is left out of them.

    ## Example

    ```yaml
    - activity: 校园歌咏比赛
      kind: culture-sports
    ```

    Use instead:

    ```yaml
    - activity: 校园歌咏比赛
      kind: culture-sport
    ```

    ## Known limits

    Names of a pack that is not installed are reported too, and festivals of national minorities (开斋节) until data of
    their region say on which days they fall.
    """

    code = "UK103"
    slug = "unknown-name"
    title_zh = "词汇表中没有的名称"
    title_en = "name outside the vocabulary"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = tuple(_NAMES)
    wording = {
        "zh": "不认识 {field}“{name}”；{hint}。",
        "en": "The {field} “{name}” is not known; {hint}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        for attribute, key, names in _NAMES[type(node)]:
            known: Mapping[str, Term] = getattr(check.vocabulary, names)
            held: str | tuple[str, ...] = getattr(node, attribute)
            for name in (held,) if isinstance(held, str) else held:
                if name and name not in known:
                    yield self._unknown((*check.path, key), name, tuple(known.values()))
        when: Schedule | None = getattr(node, "when", None)
        for path, name in _days(when, (*check.path, "when")):
            if not _is_known(path[-1], name, check.almanac):
                days = _known(path[-1], check.almanac)
                yield self._unknown(path, name, tuple(Term(day, day, day) for day in days))

    def _unknown(self, path: Path, name: str, known: tuple[Term, ...]) -> Finding:
        from difflib import get_close_matches  # noqa: PLC0415 -- only a mistake pays for it

        nearest = "".join(get_close_matches(name, (term.name for term in known), n=1, cutoff=0.6))
        return self.finding(path, words=name, field=path[-1], name=name, hint=_Hint(nearest, known))


def _days(when: Schedule | None, path: Path) -> Iterator[tuple[Path, str]]:
    """Every festival and season that a time names, and where it stands."""
    match when:
        case AtFestival():
            yield (*path, "festival"), when.festival
        case InSeason():
            yield (*path, "season"), when.season
        case Several():
            for at, member in enumerate(when.members):
                yield from _days(member, (*path, "members", at))
        case Every():
            yield from _days(when.at, (*path, "at"))
            yield from _days(when.within, (*path, "within"))
        case Span():
            yield from _days(when.start, (*path, "start"))
            yield from _days(when.end, (*path, "end"))


def _is_known(key: str | int, name: str, almanac: Almanac) -> bool:
    return (almanac.festival(name) if key == "festival" else almanac.season(name)) is not None


def _known(key: str | int, almanac: Almanac) -> list[str]:
    """Return the names of all festivals or seasons that the almanac tells of the region."""
    told = almanac.festivals if key == "festival" else almanac.seasons
    return sorted({each.name for each in told if _is_known(key, each.name, almanac)})


@attrs.frozen
class _Hint:
    """The nearest known name, or all of them, in the language of the message."""

    nearest: str
    known: tuple[Term, ...]

    def __call__(self, lang: Lang) -> str:
        if self.nearest:
            return f"是不是“{self.nearest}”" if lang == "zh" else f"did you mean “{self.nearest}”"
        names = (
            f"{term.name}（{term.zh}）" if lang == "zh" and term.zh != term.name else term.name
            for term in self.known
        )
        return ("可用：" + "、".join(names)) if lang == "zh" else ("known: " + ", ".join(names))


class UnknownRegion(Rule):
    """
    Reports a `region` of the organization that does not begin with the full name of a province.

    ## Why is this bad?

    Limits of a province reach the plans whose region begins with its full name. Under a short or misspelt name the plan
    is checked as if its province had none, and nobody is told.

    ## Example

    ```yaml
    organization: {name: 青松工会, region: 山东}
    content: []
    ```

    Use instead:

    ```yaml
    organization: {name: 青松工会, region: 山东省}
    content: []
    ```

    ## Known limits

    Cities and counties are not looked up: whatever stands behind the name of the province is taken, and a city alone
    (济南市) is reported without the province that it belongs to.
    """

    code = "UK104"
    slug = "unknown-region"
    title_zh = "地区没有写省份全称"
    title_en = "region without the full name of its province"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Organization,)
    fixable = True
    wording = {
        "zh": "地区“{region}”不以省份全称开头，当地的标准不会用上；{hint}。",
        "en": "The region “{region}” does not begin with the full name of a province, so no limits of it apply; {hint}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        region = cast("Organization", node).region
        if not region or region.startswith(PROVINCES):
            return
        full = full_region(region)
        path = (*check.path, "region")
        fix = Fix((Edit(path, region, full),)) if full else None
        yield self.finding(path, words=region, fix=fix, region=region, hint=_FullName(full))


@attrs.frozen
class _FullName:
    """The full name that is probably meant, or how one is written, in the language of the message."""

    full: str

    def __call__(self, lang: Lang) -> str:
        if self.full:
            return f"是不是“{self.full}”" if lang == "zh" else f"did you mean “{self.full}”"
        return (
            "请写省份全称，如 山东省济南市"
            if lang == "zh"
            else "write the full name of the province, such as 山东省济南市"
        )


RULES: Final[tuple[Rule, ...]] = (ActivityWithoutOwner(), WordsNotInText(), UnknownName(), UnknownRegion())
