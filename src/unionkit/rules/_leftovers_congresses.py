"""Rules about the congresses whose spirit a plan carries out: which is the newest goes by the plan's day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from unionkit.model import Plan, chinese_number

from ._finding import Finding, Severity
from ._fix import text_fix
from ._leftovers_lexicon import number, table
from ._rule import CONVENTION, Check, Rule, TextRule, compiled
from ._survey import Hit
from ._words import sentence

_NUMBER: Final = "二十[一二三四五六]?|十[一二三四五六七八九]"
_PARTY: Final = "party"
_UNION: Final = "union"
_MENTION: Final = (
    rf"(?P<body>党的|中共|全总|中国工会)(?P<number>{_NUMBER})大(?![队会学家型厂院道小气地批力类项个])"
    rf"|(?<=[、和及与])(?P<bare>{_NUMBER})大(?=精神|报告|[、和及与])"
)
_PLENUM: Final = rf"(?P<committee>{_NUMBER})届(?P<session>[一二三四五六七八九]|十[一二三四五六七八九]?)中全会"
_FOLLOWED: Final = "学习|贯彻|落实|领会|宣传|宣讲|精神|指导|指引"
_AWAITED: Final = "喜迎|迎接|迎|筹备|献礼|推选|选举"
_PAST: Final = "以来|之后|时期|召开前|回顾|总结"


class _Mention(NamedTuple):
    """A congress as a plan names it."""

    body: str
    number: int
    hit: Hit

    @property
    def said(self) -> str:
        return (
            self.hit.words
            if "session" in self.hit.match.groupdict()
            else said_congress(self.body, self.number)
        )

    @property
    def sentence(self) -> str:
        return sentence(self.hit.text, self.hit.start, self.hit.end)

    def follows(self) -> bool:
        """Whether the plan carries out what the congress decided."""
        about = self.sentence
        return bool(compiled(_FOLLOWED).search(about)) and not compiled(_PAST).search(about)


def said_congress(body: str, nth: int) -> str:
    """Return what a congress is called: 党的二十大."""
    return str(table("congresses")[body]["short"]).format(number=chinese_number(nth))


@cache
def _held(body: str) -> tuple[tuple[int, dt.date], ...]:
    """Number and first day of each congress that is known, the oldest first."""
    return tuple((row["number"], row["day"]) for row in table("congresses")[body]["held"])


def _latest(body: str, day: dt.date) -> int | None:
    """Return the number of the last congress that had opened by a day; None before the first that is known."""
    return max((nth for nth, opened in _held(body) if opened <= day), default=None)


def _opened(body: str, nth: int) -> dt.date | None:
    return next((day for each, day in _held(body) if each == nth), None)


def _mentions(check: Check) -> list[_Mention]:
    """Every congress that the prose names outside of reviews, in reading order."""
    found: list[_Mention] = []
    for hit in check.survey.hits(compiled(_MENTION)):
        if check.calendar.looks_back(hit.path):
            continue
        if hit.match["bare"]:
            before = found[-1] if found else None
            if before is None or before.hit.path != hit.path or hit.start - before.hit.end > 2:
                continue
            found.append(_Mention(before.body, number(hit.match["bare"]), hit))
        else:
            body = _UNION if hit.match["body"] in ("全总", "中国工会") else _PARTY
            found.append(_Mention(body, number(hit.match["number"]), hit))
    return found


def _plenums(check: Check) -> list[_Mention]:
    """Every plenary session that the prose names outside of reviews, as of the congress that elected the committee."""
    most = table("congresses")["plenums"]
    found = []
    for hit in check.survey.hits(compiled(_PLENUM)):
        nth = number(hit.match["committee"])
        if number(hit.match["session"]) <= most.get(nth, 0) and not check.calendar.looks_back(hit.path):
            found.append(_Mention(_PARTY, nth, hit))
    return found


class OlderCongress(Rule):
    """
    Reports a plan that carries out the decisions of a congress of the Party or of the national union federation which
    was not the newest when its period began, and names no newer one.

    ## Why is this bad?

    The guiding part is what is read above. A congress that two others have followed shows the age of the sample.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 深入学习贯彻中国工会十七大精神。
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 深入学习贯彻中国工会十八大精神。
    ```

    ## Known limits

    A plenary session of the central committee that an older congress elected (十九届六中全会) is told too, where nothing newer
    is named. What looks back (党的十八大以来) passes, reviews do, and an older congress beside the newest (党的十九大、二十大精神). The days
    are in the data file `congresses.yaml`; of congresses before the fifteenth of the Party and the thirteenth of the
    unions nothing is known.
    """

    code = "UK714"
    slug = "older-congress"
    title_zh = "贯彻的不是最近一次代表大会"
    title_en = "not the newest congress"
    severity = Severity.WARNING
    basis = CONVENTION
    needs_year = True
    gathers = True
    nodes = (Plan,)
    wording = {
        "zh": "计划要贯彻“{named}”，而计划期开始时最近的是{newest}；请更新。",
        "en": "The plan follows “{named}”, but the newest when its period began was {newest}; bring it up to date.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- all is in the survey
        """Yield a finding for each mention, which the engine gathers."""
        start = check.plan.period.start
        named = sorted((*_mentions(check), *_plenums(check)), key=lambda each: each.hit.match.start())
        for body in (_PARTY, _UNION):
            newest = _latest(body, start) if start else None
            ours = [each for each in named if each.body == body and each.follows()]
            if newest is None or not ours or max(each.number for each in ours) >= newest:
                continue
            for each in ours:
                yield self.finding(
                    each.hit.path,
                    words=each.hit.words,
                    nth=each.hit.nth,
                    named=each.said,
                    newest=said_congress(body, newest),
                )


class CongressToCome(Rule):
    """
    Reports a plan that carries out the decisions of a congress which had not been held by the end of its period.

    ## Why is this bad?

    Either the number is a slip of the pen, or the year of the plan is wrong.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 深入学习贯彻党的二十一大精神。
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 深入学习贯彻党的二十大精神。
    ```

    ## Known limits

    To prepare or welcome a congress (迎接党的二十一大) passes. A congress that the data file does not know yet counts as
    not held until five years after the one before.
    """

    code = "UK715"
    slug = "congress-to-come"
    title_zh = "贯彻尚未召开的代表大会"
    title_en = "congress not held yet"
    severity = Severity.WARNING
    basis = CONVENTION
    needs_year = True
    nodes = (Plan,)
    wording = {
        "zh": "“{named}”在计划期内尚未召开（最近的是{newest}）；请核对届次或年份。",
        "en": "“{named}” had not been held by the end of the period (the newest was {newest}); see to the number, or"
        " the year.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- all is in the survey
        """Yield each mention that cannot be."""
        end = check.plan.period.end
        for each in _mentions(check):
            newest = _latest(each.body, end) if end else None
            if (
                end is not None
                and newest is not None
                and _first_possible(each.body, each.number) > end
                and each.follows()
                and not compiled(_AWAITED).search(each.sentence)
            ):
                yield self.finding(
                    each.hit.path,
                    words=each.hit.words,
                    nth=each.hit.nth,
                    named=each.said,
                    newest=said_congress(each.body, newest),
                )


def _first_possible(body: str, nth: int) -> dt.date:
    """Return the day on which a congress opened, or before which it will not: five years after the last known one."""
    opened = _opened(body, nth)
    if opened is not None:
        return opened
    last, day = _held(body)[-1]
    years: int = table("congresses")[body]["years"]
    return dt.date(day.year + years * (nth - last), 1, 1) if nth > last else dt.date.min


class CongressPast(TextRule):
    """
    Reports a congress that the plan welcomes (喜迎党的二十大) although it was over before the period began.

    ## Why is this bad?

    The activity has lost its occasion; it was copied with its slogan.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 举办“喜迎党的二十大”职工歌会。
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 举办“中国梦·劳动美”职工歌会。
    ```

    ## Known limits

    Reviews pass. Congresses of provinces and cities are not known.
    """

    code = "UK716"
    slug = "congress-past"
    title_zh = "迎接已经开过的代表大会"
    title_en = "welcome to a congress that is over"
    severity = Severity.WARNING
    basis = CONVENTION
    needs_year = True
    pattern = rf"(?:喜迎|迎接|迎)(?P<body>党的|中共|全总|中国工会)?(?P<number>{_NUMBER})大(?![队会学家型厂院道小气地批力类项个])"
    wording = {
        "zh": "“{words_found}”：{named}在{day}已经召开；请改掉这句口号。",
        "en": "“{words_found}”: {named} was held in {day}; change the slogan.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it where the congress was held before the period."""
        body = _UNION if hit.match["body"] in ("全总", "中国工会") else _PARTY
        nth, start = number(hit.match["number"]), check.plan.period.start
        opened = _opened(body, nth)
        if start and opened and opened < start and not check.calendar.looks_back(hit.path):
            yield self.finding(
                hit.path,
                words=hit.words,
                nth=hit.nth,
                words_found=hit.words,
                named=said_congress(body, nth),
                day=f"{opened.year}-{opened.month:02}",
            )


class TwoCongresses(Rule):
    """
    Reports two texts of a plan that carry out the decisions of different congresses of the same body, each of them as if
    there were no other.

    ## Why is this bad?

    One of the two paragraphs is older than the other. It works without a year, too: at most one can be right.

    ## Example

    ```yaml
    content:
      - 认真贯彻全总十七大精神，依靠职工办好企业。
      - 继续学习中国工会十八大精神，加强民主管理。
    ```

    Use instead:

    ```yaml
    content:
      - 认真贯彻全总十八大精神，依靠职工办好企业。
      - 继续学习中国工会十八大精神，加强民主管理。
    ```

    ## Known limits

    Congresses that one text names together (党的十九大、二十大精神) pass, and so does what looks back (党的十八大以来).
    """

    code = "UK717"
    slug = "two-congresses"
    title_zh = "同一组织的两次代表大会并存"
    title_en = "two congresses of one body"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    wording = {
        "zh": "前后说法不一：这里是“{older}”，别处是“{newer}”；请核对是哪一次。",
        "en": "Here it is “{older}”, elsewhere “{newer}”; see which one is meant.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- all is in the survey
        """Yield the first mention of the older one."""
        named = [each for each in _mentions(check) if each.follows()]
        for body in (_PARTY, _UNION):
            texts: dict[object, dict[int, _Mention]] = {}
            for each in named:
                if each.body == body:
                    texts.setdefault(each.hit.path, {}).setdefault(each.number, each)
            alone = [mention for found in texts.values() if len(found) == 1 for mention in found.values()]
            if len(texts) == len(alone) and len({each.number for each in alone}) > 1:
                older = min(alone, key=lambda each: each.number)
                newer = max(alone, key=lambda each: each.number)
                yield self.finding(
                    older.hit.path,
                    words=older.hit.words,
                    nth=older.hit.nth,
                    older=older.hit.words,
                    newer=newer.hit.words,
                )


class CongressWithoutNumber(TextRule):
    """
    Reports a congress whose name lost a part: 党的二十精神 (大 is gone), 贯彻党的和二十届四中全会精神, 学习党的以及….

    ## Why is this bad?

    Websites cut the names of congresses and leaders out of samples. The sentence that remains says nothing, in the
    first paragraph of all.

    ## Example

    ```yaml
    - 认真学习贯彻党的二十精神。
    ```

    Use instead:

    ```yaml
    - 认真学习贯彻党的二十大精神。
    ```

    ## Known limits

    What stands after a whole name (党的二十大和…) is not looked at. Where the whole name is gone the fix cannot know it.
    """

    code = "UK718"
    slug = "congress-without-number"
    title_zh = "代表大会名称残缺"
    title_en = "congress with a part of its name gone"
    severity = Severity.WARNING
    basis = CONVENTION
    fixable = True
    pattern = (
        rf"(?P<cut>(?:党的|全总|中国工会)(?:{_NUMBER}))(?=精神|以来|报告)"
        r"|(?:学习|贯彻|落实|领会|宣传|宣讲)党的(?=和|与|以及|及(?!时)|、|，|。|；|$)"
    )
    wording = {
        "zh": "“{around}”里的代表大会名称不完整；请补全。",
        "en": "A part of the name of a congress is gone in “{around}”; write it out.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it, mended where only 大 is gone."""
        whole = f"{hit.text[: hit.end]}大{hit.text[hit.end :]}"
        fix = text_fix(check.plan, hit.path, whole) if hit.match["cut"] else None
        yield self.finding(hit.path, words=hit.words, nth=hit.nth, fix=fix, around=hit.around(2, 8))


class ImpossiblePlenum(TextRule):
    """
    Reports a plenary session that no central committee held: 十九届八中全会.

    ## Why is this bad?

    The number was changed in one place and not in the other, or a mask was filled in by guessing.

    ## Example

    ```yaml
    - 深入贯彻党的十九届八中全会精神。
    ```

    Use instead:

    ```yaml
    - 深入贯彻党的二十届四中全会精神。
    ```

    ## Known limits

    Central committees before the fourteenth, and those to come, are not known. The eighth plenary session of the
    present one would be reported until the data file knows of it.
    """

    code = "UK719"
    slug = "impossible-plenum"
    title_zh = "没有开过的中央全会"
    title_en = "plenary session that never was"
    severity = Severity.WARNING
    basis = CONVENTION
    pattern = _PLENUM
    wording = {
        "zh": "“{named}”：这一届中央委员会至多开过{most}次全会；请核对届次。",
        "en": "“{named}”: this central committee held at most {most} plenary sessions; see to the numbers.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the numbers decide
        """Yield it where the committee held fewer."""
        most = table("congresses")["plenums"].get(number(hit.match["committee"]))
        if most is not None and number(hit.match["session"]) > most:
            yield self.finding(hit.path, words=hit.words, nth=hit.nth, named=hit.words, most=most)


RULES: Final[tuple[Rule, ...]] = (
    *(OlderCongress(), CongressToCome(), CongressPast()),
    *(TwoCongresses(), CongressWithoutNumber(), ImpossiblePlenum()),
)
