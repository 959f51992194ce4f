"""Rules about terms with a number in them: what they count is told in the plan, and counts right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from unionkit.model import Paragraph, Part, Path, Plan

from ._finding import Finding, Severity
from ._fix import text_fix
from ._leftovers_lexicon import NUMERAL, any_of, entry_of, from_lexicon, number, table
from ._rule import CONVENTION, Check, Rule, TextRule, compiled
from ._survey import Hit

_SEVERAL: Final = "[二两三四五六七八九十]"
_TERM: Final = (
    rf"[“\"「『](?P<quoted>{_SEVERAL}(?:必[访谈到知帮问贺]|[项大个](?:工程|行动|活动|制度|机制|服务|一)|送|关爱|季服务|不准))[”\"」』\\]"
    rf"|(?P<ones>{_SEVERAL}个[“\"「]一[”\"」])"
    rf"|(?<![“\"])(?P<bare>{_SEVERAL}必[访谈])"
)
_KNOWN: Final = frozenset({"八不准", "四季服务"})
"""Terms whose members a national paper fixes: they need not be told."""

_TELLS: Final = (
    r"[”\"」』\\]{0,3}(?:活动|制度|工作|建设|机制|要求|工程|服务|行动)?"
    r"(?:[，,]?(?:即|就是|也就是|包括|是指|指的是|主要是|分别是|分别为|具体为)[：:]?|[：:]|——)"
)
_NAMELY: Final = "即|就是|包括|是指|指的是|分别|具体"
_IN_BRACKETS: Final = (
    r"[”\"」』\\]{0,3}(?:活动|制度|工作|建设|机制|要求|工程|服务|行动)?[（(]([^（()）\n]{4,200})[）)]"
)
_LIST_BEFORE: Final = (
    r"(?:^|[，,：:。；;！？])([^，,：:。；;\n]*、[^，,：:。；;\n]*)(?:等|的|这|为内容的|为重点的)$"
)
_SEPARATORS: Final = (
    "、", "，|,", "；|;", "、|和|与|及|以及", "，|,|、", "，|,|、|；|;", "；|;|。"
)  # fmt: skip
_ORDINAL: Final = rf"({NUMERAL})(?:是|要|抓)"
_FEWEST: Final = 2
_NEAR: Final = 400
"""So many signs before and behind a term are looked at for its members."""
_NEXT: Final = 12
"""So many texts after one that announces points are looked at for the points."""


class _Counted(NamedTuple):
    """
    A term with a number.

    Attributes:
        term: The term without quotation marks.

        size: The number in it.

        hit: Where it stands first.

        lists: For each place that tells its members, the numbers of members that may be read there, with the place.
    """

    term: str
    size: int
    hit: Hit
    lists: tuple[tuple[Hit, frozenset[int]], ...]


def _counted(check: Check) -> Iterator[_Counted]:
    """Yield every counted term of a plan outside of reviews, with what is told of its members."""
    places: dict[str, list[Hit]] = {}
    for hit in check.survey.hits(compiled(_TERM)):
        term = hit.match["quoted"] or hit.match["ones"] or hit.match["bare"]
        places.setdefault(re.sub('[“”"「」]', "", term), []).append(hit)
    for term, hits in places.items():
        told = ((hit, _listed(hit, term, check)) for hit in hits)
        yield _Counted(term, _size(term), hits[0], tuple((hit, read) for hit, read in told if read))


def _listed(hit: Hit, term: str, check: Check) -> frozenset[int]:
    """
    Return the numbers of members that may be read near a term; empty where none are told.

    The number in the term is among them where what stands there may be no list of its members.
    """
    after = hit.text[hit.end : hit.end + _NEAR]
    before = hit.text[max(0, hit.start - _NEAR) : hit.start].rstrip('\\“" ')
    sure = compiled(_IN_BRACKETS).match(after)
    follows = sure or compiled(_TELLS).match(after)
    told = ""
    if sure:
        told = sure[1]
    elif follows:
        sure = follows if compiled(_NAMELY).search(follows[0]) else None
        told = after[follows.end() :].split("。")[0]
        if not told.strip():
            return frozenset({_size(term)})  # the members are the texts that follow
    elif listed := compiled(_LIST_BEFORE).search(before):
        told = listed[1]
    visits = told.count(term[-2:]) if term[-2:-1] == "必" else 0
    if visits >= _FEWEST:
        return frozenset({visits})
    if told:
        read = frozenset(len([part for part in re.split(by, told) if part.strip()]) for by in _SEPARATORS)
        return read if sure else read | {_size(term)}
    if len(compiled(_ORDINAL).findall(after)) >= _FEWEST or _heads_several(hit.path, check):
        return frozenset({_size(term)})
    return frozenset()


def _size(term: str) -> int:
    """Return the number at the beginning of a term."""
    return number(term[0].replace("两", "二"))


def _heads_several(path: Path, check: Check) -> bool:
    """Whether a place is a heading with several parts or numbered paragraphs under it."""
    part = check.plan.value_at(path[:-1]) if path[-1:] == ("heading",) else None
    content = part.content if isinstance(part, Part) else ()
    members = (isinstance(each, Part) or (isinstance(each, Paragraph) and each.marker) for each in content)
    return sum(map(bool, members)) >= _FEWEST


class CountedTermUntold(Rule):
    """
    Reports a term with a number in it (五必访, 六个“一”, “三项工程”) whose members the plan tells nowhere.

    ## Why is this bad?

    No national list of the five visits is known: every unit has its own. Who reads 坚持“五必访” cannot know which visits
    are due, and the one who copied it mostly does not either.

    ## Example

    ```yaml
    - 对困难会员坚持“五必访”。
    ```

    Use instead:

    ```yaml
    - 坚持“五必访”：生病住院必访、生活困难必访、婚丧喜事必访、生育必访、退休必访。
    ```

    ## Known limits

    The list may stand behind the term, in front of it (…的“三项工程”), in brackets, as 一是…二是…, or under the heading that
    has the term. Terms whose list is national (八不准) need none. Who knows their own five visits may ignore it.
    """

    code = "UK731"
    slug = "counted-term-untold"
    title_zh = "带数字的提法没有说明内容"
    title_en = "counted term without its members"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Plan,)
    wording = {
        "zh": "“{term}”具体是哪{count}项，计划里没有写；请列出，或换成看得懂的说法。",
        "en": "The plan tells nowhere which {count} “{term}” are; list them, or say it in plain words.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- all is in the survey
        """Yield each term once, where it stands first."""
        for each in _counted(check):
            if not each.lists and each.term not in _KNOWN and not _is_told_apart(each, check):
                hit = each.hit
                yield self.finding(hit.path, words=hit.words, nth=hit.nth, term=each.term, count=each.size)


def _is_told_apart(each: _Counted, check: Check) -> bool:
    """Whether each visit of 五必访 is told somewhere for itself (住院必访)."""
    if each.term[-2:-1] != "必":
        return False
    single = compiled(rf"(?<!{_SEVERAL}){re.escape(each.term[-2:])}")
    return sum(1 for _ in check.survey.hits(single)) >= each.size


class CountedTermMiscounted(Rule):
    """
    Reports a term with a number in it whose list has another number of members: 五必访 with four visits.

    ## Why is this bad?

    One was lost or added when the list was copied. Nobody knows whether it is still to be done.

    ## Example

    ```yaml
    - 坚持“五必访”：生病住院必访、生活困难必访、婚丧喜事必访、退休必访。
    ```

    Use instead:

    ```yaml
    - 坚持“五必访”：生病住院必访、生活困难必访、婚丧喜事必访、生育必访、退休必访。
    ```

    ## Known limits

    A list may be read in several ways (with 、 or ，, with 和 as a mark or within a member); it passes where one of them
    gives the number. What follows a colon is taken for the list only where each member says 必访; else 即 or 包括 or
    brackets tell that it is one. One of several lists of a term is enough.
    """

    code = "UK732"
    slug = "counted-term-miscounted"
    title_zh = "带数字的提法与所列项数不符"
    title_en = "counted term with another number of members"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    wording = {
        "zh": "“{term}”应有{count}项，这里列出的是{listed}项；请补齐或改数字。",
        "en": "“{term}” should have {count} members, but {listed} are listed; complete the list or change the number.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- all is in the survey
        """Yield the first list of each term of which no list counts right."""
        for each in _counted(check):
            lists = [(hit, read) for hit, read in each.lists if max(read) >= _FEWEST]
            if lists and not any(each.size in read for _, read in each.lists):
                hit, read = lists[0]
                listed = min((count for count in read if count >= _FEWEST), key=lambda n: abs(n - each.size))
                yield self.finding(
                    hit.path, words=hit.words, nth=hit.nth, term=each.term, count=each.size, listed=listed
                )


_ANNOUNCED: Final = (
    rf"(?P<count>{_SEVERAL}|[2-9])(?:个|大|项|件)?(?:方面|环节|重点|层面|工作|实事|好事|到位|结合|突破|转变|关口?|任务|举措|措施|抓手)"
    r"[^。；;：:\n]{0,16}[：:]\s?[“\"]?一(?P<by>[是要])"
)


class AnnouncedCount(Rule):
    """
    Reports a number of points that is announced (在四个方面得到提高：一是…) and not kept by the points that follow.

    ## Why is this bad?

    A point was lost when the text was copied or cut, or the number was not changed when one was added.

    ## Example

    ```yaml
    - 在三个方面下功夫：一是抓培训，二是抓走访。
    ```

    Use instead:

    ```yaml
    - 在三个方面下功夫：一是抓培训，二是抓走访，三是抓公开。
    ```

    ## Known limits

    Points are read as 一是 二是 or 一要 二要 in the same text, and on in texts that begin with the next of them.
    """

    code = "UK733"
    slug = "announced-count"
    title_zh = "预告的项数与实际不符"
    title_en = "announced number of points not kept"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    wording = {
        "zh": "“{announced}”预告{count}项，接着只找到{listed}项；请核对是否漏抄或数字有误。",
        "en": "“{announced}” announces {count}, and {listed} follow; see whether one was lost, or the number is wrong.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- all is in the survey
        """Yield each announcement that is not kept."""
        hits = list(check.survey.hits(compiled(_ANNOUNCED)))
        where = {path: at for at, (path, _) in enumerate(check.survey.passages)} if hits else {}
        for hit in hits:
            count = number(hit.match["count"].replace("两", "二"))
            following = check.survey.passages[where[hit.path] + 1 :][:_NEXT]
            listed = _points(hit, [text for _, text in following])
            if listed != count:
                announced = hit.words.split("：")[0].split(":")[0]
                yield self.finding(
                    hit.path, words=announced, nth=1, announced=announced, count=count, listed=listed
                )


def _points(hit: Hit, following: list[str]) -> int:
    """Return how many points follow one another, in the text and in those after it that begin with the next."""
    by, last, at = hit.match["by"], 1, hit.end
    while last < len(_DIGITS):
        mark = f"{_DIGITS[last]}{by}"
        found = hit.text.find(mark, at)
        if found < 0:
            break
        last, at = last + 1, found + len(mark)
    for text in following:
        if last < len(_DIGITS) and text.startswith(f"{_DIGITS[last]}{by}"):
            last += 1
    return last


_DIGITS: Final = "一二三四五六七八九"


class StandingNumber(TextRule):
    """
    Reports a standing term with a number that is not its own: 中央六项规定, 劳动关系四方机制, 工会经费六不准.

    ## Why is this bad?

    The term names one certain paper or body; with another number it names nothing.

    ## Example

    ```yaml
    - 严格落实中央六项规定精神。
    ```

    Use instead:

    ```yaml
    - 严格落实中央八项规定精神。
    ```

    ## Known limits

    The terms are in the data file `terms.yaml`; those of provinces are not known.
    """

    code = "UK734"
    slug = "standing-number"
    title_zh = "固定提法的数字不对"
    title_en = "standing term with a wrong number"
    severity = Severity.WARNING
    basis = CONVENTION
    fixable = True
    pattern = from_lexicon(lambda: any_of(table("terms")["numbers"], "wrong"))
    wording = {
        "zh": "“{around}”中的“{wrong}”应为“{right}”。",
        "en": "“{wrong}” in “{around}” should be “{right}”.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it, mended."""
        right = entry_of(hit, table("terms")["numbers"])["right"]
        fix = text_fix(check.plan, hit.path, f"{hit.text[: hit.start]}{right}{hit.text[hit.end :]}")
        yield self.finding(
            hit.path,
            words=hit.words,
            nth=hit.nth,
            fix=fix,
            around=hit.around(),
            wrong=hit.words,
            right=right,
        )


class OnePlusX(Rule):
    """
    Reports 1+X where the plan does not say what the one and the others are.

    ## Why is this bad?

    It is used of collective contracts (one comprehensive, several special ones), of model homes that help others, and of
    certificates. The reader has to guess.

    ## Example

    ```yaml
    - 全面推行“1+X”模式。
    ```

    Use instead:

    ```yaml
    - 全面推行“1+X”模式（1份综合集体合同，加工资、女职工权益等专项集体合同）。
    ```

    ## Known limits

    It counts as told where an explanation follows one of its uses (即, ：, brackets), or the plan speaks of special
    collective contracts (专项集体合同). Certificates (1+X证书) have a national system and pass.
    """

    code = "UK735"
    slug = "one-plus-x"
    title_zh = "“1+X”没有说明"
    title_en = "one plus X not spelled out"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    wording = {
        "zh": "“{words_found}”第一次出现时没有说明“1”和“{sign}”各指什么；请写明。",
        "en": "“{words_found}” is used without saying what the 1 and the {sign} are; say it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- all is in the survey
        """Yield its first use, where no use is explained."""
        hits = list(check.survey.hits(compiled(r"(?<![\d.])1\s?[+＋]\s?[XxＸNnＮ](?![A-Za-z\d])")))
        told = compiled(
            r"[”\"」]?[\u4e00-\u9fff]{0,6}(?:[（(：:]|——|，?即|，?是指|，?也就是)|[”\"」]?(?:职业技能等级)?证书"
        )
        if (
            hits
            and not any(told.match(hit.text, hit.end) for hit in hits)
            and not check.survey.mentions("专项集体合同")
        ):
            first = hits[0]
            yield self.finding(
                first.path,
                words=first.words,
                nth=first.nth,
                words_found=first.words,
                sign=_SIGNS[first.words[-1].upper()],
            )


_SIGNS: Final = {"X": "X", "Ｘ": "X", "N": "N", "Ｎ": "N"}


class MembersAndHeadings(Rule):
    """
    Reports a member of a counted term that is announced (甲、乙、丙的“三项工程”) and has no heading, where the heading with the
    term has as many headings under it as there are members.

    ## Why is this bad?

    The list and the headings come from different versions. The reader looks for the second project and finds another.

    ## Example

    ```yaml
    - heading: 推进“三项工程”
      content:
        - 抓好民主建设、队伍建设、生活保障建设的“三项工程”。
        - {heading: 深化公开，促进民主建设, content: []}
        - {heading: 读书学习，推动素质提高, content: []}
        - {heading: 做好体检，加强生活保障建设, content: []}
    ```

    Use instead:

    ```yaml
    - heading: 推进“三项工程”
      content:
        - 抓好民主建设、队伍建设、生活保障建设的“三项工程”。
        - {heading: 深化公开，促进民主建设, content: []}
        - {heading: 读书学习，推动队伍建设, content: []}
        - {heading: 做好体检，加强生活保障建设, content: []}
    ```

    ## Known limits

    A member has a heading where four signs of it in a row stand there, or all of a shorter one. Other orders of words
    are not seen.
    """

    code = "UK736"
    slug = "members-and-headings"
    title_zh = "所列各项与小标题不一致"
    title_en = "announced members and headings differ"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Plan,)
    wording = {
        "zh": "“{term}”列有“{member}”，下面却没有这个标题，而有“{heading}”；请统一。",
        "en": "“{term}” lists “{member}”, for which there is no heading, but “{heading}”; make them agree.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- all is in the survey
        """Yield the first member without a heading."""
        parts = {
            path: part for path, part in check.survey.parts if compiled(_TERM).search(part.heading or "")
        }
        for hit in check.survey.hits(compiled(_TERM)) if parts else ():
            term = hit.words.strip('“”"「」『』\\')
            for length in range(len(hit.path) - 1, 0, -1):
                part = parts.get(hit.path[:length])
                if (
                    part is not None
                    and hit.path != (*hit.path[:length], "heading")
                    and term in (part.heading or "")
                ):
                    yield from self._compared(hit, term, part)

    def _compared(self, hit: Hit, term: str, part: Part) -> Iterator[Finding]:
        before = hit.text[max(0, hit.start - _NEAR) : hit.start].rstrip('\\“" ')
        listed = compiled(_LIST_BEFORE).search(before)
        members = listed[1].split("、") if listed else []
        headings = [each.heading for each in part.content if isinstance(each, Part) and each.heading]
        if not len(members) == len(headings) == _size(term):
            return
        lost = [member for member in members if not any(_is_in(member, heading) for heading in headings)]
        spare = [heading for heading in headings if not any(_is_in(member, heading) for member in members)]
        if lost and spare:
            yield self.finding(hit.path, words=lost[0], nth=1, term=term, member=lost[0], heading=spare[0])


_ROW: Final = 4


def _is_in(member: str, heading: str) -> bool:
    """Whether a heading has four signs of a member in a row, or all of a shorter one."""
    size = min(_ROW, len(member))
    return any(member[at : at + size] in heading for at in range(len(member) - size + 1))


RULES: Final[tuple[Rule, ...]] = (
    *(CountedTermUntold(), CountedTermMiscounted(), AnnouncedCount()),
    *(StandingNumber(), OnePlusX(), MembersAndHeadings()),
)
