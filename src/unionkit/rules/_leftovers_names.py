"""Rules about names that were right once, or elsewhere: honours, contests and public bodies."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from unionkit.model import Goal

from ._finding import Basis, Confidence, Finding, Severity, Silence, Worded
from ._fix import text_fix
from ._leftovers_lexicon import any_of, entry_of, from_lexicon, table
from ._rule import CONVENTION, Check, Rule, TextRule, compiled
from ._survey import Hit, Passage
from ._words import clause, is_quoted, sentence

_GRANTS: Final = "授予|颁发|命名|表彰|评选|评出|评定"


class AwardByAnother(TextRule):
    """
    Reports an honour that a sentence lets the wrong body grant: 三八红旗手 by the union federation, 工人先锋号 by the women's
    federation.

    ## Why is this bad?

    The application goes to the wrong place, and the plan promises an honour that the union cannot give.

    ## Example

    ```yaml
    - 推荐女职工参加市总工会授予的三八红旗手评选。
    ```

    Use instead:

    ```yaml
    - 推荐女职工参加市妇联授予的三八红旗手评选。
    ```

    ## Known limits

    The body and the honour stand in one clause, the body first, with a word for granting between them. A clause that
    names both bodies passes. The honours are in the data file `awards.yaml`.
    """

    code = "UK741"
    slug = "award-by-another"
    title_zh = "荣誉与授予机关不符"
    title_en = "honour granted by another body"
    severity = Severity.WARNING
    basis = CONVENTION
    pattern = from_lexicon(
        lambda: "|".join(
            rf"(?P<e{at}>(?:{entry['not']})[^，。；：\n]{{0,12}}(?:{entry.get('grants', _GRANTS)})[^，。；：\n]{{0,12}}(?:{entry['award']}))"
            for at, entry in enumerate(table("awards")["bodies"])
        )
    )
    wording = {
        "zh": "“{named}”：这项荣誉由{by}授予；请核对授予机关。",
        "en": "“{named}”: this honour is granted by {by}; see to the body.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the words decide
        """Yield it where the body that grants it is not named as well."""
        entry = entry_of(hit, table("awards")["bodies"])
        if entry["by"] not in clause(hit.text, hit.start, hit.end):
            yield self.finding(
                hit.path,
                words=hit.words,
                nth=hit.nth,
                named=hit.words,
                by=Worded(entry["by"], entry["by_en"]),
            )


_WINS: Final = "荣获|获得|获评|获|被授予|被评为|争创|争当|评为"
_COLLECTIVES: Final = "集体|班组|车间|科室|处室|单位|企业|部门|小组"
_PERSONS: Final = r"(?:个人|同志|[\d一二两三四五六七八九十]+(?:名|位)[^，。；、：\n]{0,6})"
_GIVEN_TO: Final = "(?:授予|给予|推荐)"


@cache
def _wrong_holders() -> str:
    awards = table("awards")
    collective, person = awards["collective"], awards["person"]
    gap = r"[^，。；、：\n]{0,8}"
    return (
        rf"(?P<a>{_PERSONS}(?:{_WINS}){gap}(?P<a1>{collective}))"
        rf"|(?P<b>(?:{_COLLECTIVES})(?:{_WINS}){gap}(?P<b1>{person}))"
        rf"|(?P<c>{_GIVEN_TO}[\d一二两三四五六七八九十]+(?:名|位)[^，。；、：和与\n]{{0,8}}(?P<c1>{collective}))"
        rf"|(?P<d>{_GIVEN_TO}[\d一二两三四五六七八九十]+个(?:{_COLLECTIVES})[^，。；、：和与\n]{{0,6}}(?P<d1>{person}))"
        rf"|(?P<f>创建(?P<f1>五一劳动奖章|五一巾帼奖章))"
    )


_ARE_PEOPLE: Final = frozenset({"人", "名", "位", "人次"})
_ARE_BODIES: Final = frozenset({"家", "个集体", "个班组", "个单位", "支"})


class AwardOfAnotherKind(TextRule):
    """
    Reports an honour for units or collectives that goes to a person (工人先锋号, 五一劳动奖状, 职工之家), or one for persons that
    goes to a unit (五一劳动奖章, 劳动模范), in the text or in a goal that counts people or units.

    ## Why is this bad?

    奖状 is for units and 奖章 for persons; a nomination of the wrong kind is sent back.

    ## Example

    ```yaml
    - {goal: 市级工人先锋号, target: ">= 3名", owner: 生产部}
    ```

    Use instead:

    ```yaml
    - {goal: 市级工人先锋号, target: ">= 3个", owner: 生产部}
    ```

    ## Known limits

    Only close phrases are read: who wins or is given what, in one clause. Goals are judged by the unit of their target.
    """

    code = "UK742"
    slug = "award-of-another-kind"
    title_zh = "荣誉与获得者类别不符"
    title_en = "honour for another kind of holder"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Passage, Goal)
    pattern = from_lexicon(_wrong_holders)
    wording = {
        "zh": "“{award}”授予{right}，这里却是给{wrong}的；请核对荣誉名称或获得者。",
        "en": "“{award}” is for {right}, but here it goes to {wrong}; see to the honour, or to who holds it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        """Yield what is wrong with a goal, or in one text."""
        if isinstance(node, Goal):
            yield from self._of_goal(node, check)
        else:
            yield from super().check(node, check)

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the words decide
        """Yield what goes to the wrong kind of holder."""
        groups = hit.match.groupdict()
        award = next(groups[f"{kind}1"] for kind in "abcdf" if groups[kind])
        collective = bool(groups["a"] or groups["c"])
        yield self.finding(hit.path, words=hit.words, nth=hit.nth, **_holders(award, collective=collective))

    def _of_goal(self, goal: Goal, check: Check) -> Iterator[Finding]:
        unit = goal.target.unit if goal.target is not None else ""
        awards = table("awards")
        for collective, units in ((True, _ARE_PEOPLE), (False, _ARE_BODIES)):
            award = compiled(awards["collective" if collective else "person"]).search(goal.indicator)
            if award and unit in units:
                yield self.finding((*check.path, "target"), **_holders(award.group(), collective=collective))


def _holders(award: str, *, collective: bool) -> dict[str, Any]:
    units, persons = Worded("单位或集体", "units or collectives"), Worded("个人", "persons")
    right, wrong = (units, persons) if collective else (persons, units)
    return {"award": award, "right": right, "wrong": wrong}


class AnkangYears(TextRule):
    """
    Reports a round of the safety contest “安康杯” that is not the one which runs in the plan's period.

    ## Why is this bad?

    The contest runs in rounds of two years, each with a notice of its own. The years of the last round were copied.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 深入开展2022—2023年度“安康杯”竞赛。
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 深入开展2025—2026年度“安康杯”竞赛。
    ```

    ## Known limits

    Only the rounds whose years were confirmed are known (2022—2023 and 2025—2026); in other years it is silent. Provinces
    may run rounds of their own.
    """

    code = "UK743"
    slug = "ankang-years"
    title_zh = "“安康杯”竞赛的年度不对"
    title_en = "other round of the safety contest"
    severity = Severity.INFO
    basis = CONVENTION
    parameters = ("ankang-years",)
    pattern = r"(?<!\d)(?P<first>20\d{2})年?\s?(?:[-–—~～至]|——|--)\s?(?P<last>20\d{2})(?:年度?)?(?:全国|全省|全市)?[“\"]?安康杯"
    wording = {
        "zh": "“安康杯”竞赛本届是{round}年度，这里写的是{named}；请核对。",
        "en": "The present round of the 安康杯 contest is {round}, but here it is {named}; see to it.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it where the years are others."""
        ruling = check.rulings["ankang-years"]
        years = (hit.match["first"], hit.match["last"])
        about = sentence(hit.text, hit.start, hit.end)
        if (
            years != ruling.names
            and not compiled("总结|表彰|获|成果|回顾").search(about)
            and not check.calendar.looks_back(hit.path)
        ):
            yield self.finding(
                hit.path,
                words=hit.words,
                nth=hit.nth,
                ruling=ruling,
                round="—".join(ruling.names),
                named="—".join(years),
            )


_REFORM: Final = Basis(title="《深化党和国家机构改革方案》", confidence=Confidence.UNCONFIRMED)


class FormerBody(TextRule):
    """
    Reports the name of a public body that is no more: 安监局, 卫计委, 工商局, 国税局.

    ## Why is this bad?

    A letter to it comes back. The name dates the sample.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 联合安监局开展安全隐患排查。
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 联合应急管理局开展安全隐患排查。
    ```

    ## Known limits

    Names with 原 before them pass, and so do reviews, quotations and the names of papers. The fix puts the usual
    successor; where a city divided the tasks otherwise, see to it. The names are in the data file `names.yaml`.
    """

    code = "UK744"
    slug = "former-body"
    title_zh = "已撤并的机构名称"
    title_en = "name of a former body"
    severity = Severity.WARNING
    basis = _REFORM
    needs_year = True
    fixable = True
    pattern = from_lexicon(lambda: rf"(?<!原)(?:{any_of(table('names')['bodies'], 'old')})")
    wording = {
        "zh": "“{old}”已经没有了，现在是“{new}”；请改。",
        "en": "“{old}” is no more; it is “{new}” now.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it in plans of the time after."""
        entry, start = entry_of(hit, table("names")["bodies"]), check.plan.period.start
        before = hit.text[max(0, hit.start - 3) : hit.start]
        if (
            start
            and entry["since"] <= start
            and "原" not in before
            and not is_quoted(hit)
            and not check.calendar.looks_back(hit.path)
        ):
            new = f"{hit.text[: hit.start]}{entry['new']}{hit.text[hit.end :]}"
            fix = text_fix(check.plan, hit.path, new)
            yield self.finding(
                hit.path, words=hit.words, nth=hit.nth, fix=fix, old=hit.words, new=entry["new"]
            )


RULES: Final[tuple[Rule, ...]] = (AwardByAnother(), AwardOfAnotherKind(), AnkangYears(), FormerBody())
