"""Rules about open residents' affairs (居务公开)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import Every, Plan, Recurrence, Schedule
from unionkit.rules import Basis, Check, Confidence, Finding, Rule, Severity, Worded
from unionkit_pack_community._data import community_data

LOCAL_OPENNESS: Final = Basis(
    title="各地居务公开办法", since=dt.date(2019, 1, 1), confidence=Confidence.UNCONFIRMED
)
"""
Local rules on open residents' affairs, usually each quarter. In November 2026 the names of some were seen (陕西省人民政府令
第203号 of 2017, 上海市居民委员会工作条例) and lists made by them, not the texts; what rests on them is a warning at most.
"""

PERSONAL_DATA: Final = Basis(
    title="《中华人民共和国个人信息保护法》",
    article="第二十八条",
    since=dt.date(2021, 11, 1),
    confidence=Confidence.UNCONFIRMED,
)
"""
Personal Information Protection Law: health and need are sensitive (UK765 and UK767 of the core name the law too). That the
article covers lists of those who are helped is general knowledge, so what rests on it is a hint.
"""

_OPEN: Final = "居务公开|公开居务|居务.{0,6}(?:公布|公开)|财务公开|[Rr]esidents' affairs|made known"
_MONTHS: Final = {
    Recurrence.MONTHLY: 1,
    Recurrence.QUARTERLY: 3,
    Recurrence.HALF_YEARLY: 6,
    Recurrence.TERMLY: 6,
    Recurrence.YEARLY: 12,
}
_HELPED: Final = (
    "(?:困难|低保|特困|帮扶|救助|补助|受助|慰问|大病|患病|失业)[^。；，]{0,8}(?:名单|花名册|名册|姓名)"
    "|(?:[Nn]ames|[Ll]ists?) of (?:[a-z]+ )*(?:needy|poor|aided|helped|sick|jobless)"
)


class NothingOpen(Rule):
    """
    Reports a community's plan that nowhere speaks of making residents' affairs known (居务公开).

    ## Why is this bad?

    Residents' affairs are made known several times in a half year, and what the committee spends comes first. Where the
    plan has not a word on it, nobody prepares the lists, and the board keeps showing last year's.

    ## Example

    ```yaml
    pack: community
    content:
      - 下半年办好邻里文体活动。
    ```

    Use instead:

    ```yaml
    pack: community
    content:
      - 下半年办好邻里文体活动。
    data:
      community:
        openness:
          - {topic: 居委会工作经费收支, form: 居务公开栏, when: 每季度, responsible: 居委会, money: true}
    ```

    ## Known limits

    Any mention of 居务公开 in the prose or in the name of an item is enough; the rule does not weigh what is made known.
    How often it must be follows local rules, whose texts could not be seen.
    """

    code = "COM101"
    slug = "no-residents-affairs-made-known"
    title_zh = "计划没有居务公开的内容"
    title_en = "plan without open residents' affairs"
    severity = Severity.WARNING
    basis = LOCAL_OPENNESS
    nodes = (Plan,)
    pack = "community"
    wording = {
        "zh": "计划没有提到居务公开；请写上安排，或在 data.community.openness 中列出公开事项。",
        "en": "The plan says nothing of open residents' affairs; write what is planned, or list it in "
        "data.community.openness.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = community_data(cast("Plan", node))
        if data is not None and not data.openness and not check.survey.mentions(_OPEN):
            yield self.finding(check.path)


class OpenTooSeldom(Rule):
    """
    Reports a matter of residents' affairs that is to be made known less often than local rules ask for.

    ## Why is this bad?

    General matters are usually made known each quarter, and so is the money of the committee; a board that changes once
    a year tells residents nothing while there is still time to ask.

    ## Example

    ```yaml
    data:
      community:
        openness:
          - {topic: 居委会工作经费收支, when: 每半年, money: true}
    ```

    Use instead:

    ```yaml
    data:
      community:
        openness:
          - {topic: 居委会工作经费收支, when: 每季度, money: true}
    ```

    ## Known limits

    Only recurrences (每年, 每半年, 每4个月) are judged: what is made known once, at a time (6月底), may follow from what it
    is about. Villages (村务公开) go by a law of their own, see UK573. What the local rule of the region says may be
    stricter; a parameter file of one's own adds it.
    """

    code = "COM102"
    slug = "residents-affairs-too-seldom"
    title_zh = "居务公开间隔过长"
    title_en = "residents' affairs made known too seldom"
    severity = Severity.WARNING
    basis = LOCAL_OPENNESS
    parameters = ("residents-openness", "residents-money-openness")
    nodes = (Plan,)
    pack = "community"
    wording = {
        "zh": "“{topic}”写的是{when}公布，间隔过长；至少每{most}公布一次。",
        "en": "“{topic}” is to be made known only “{when}”; it should be at least once in {most} months.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = community_data(cast("Plan", node))
        for at, entry in enumerate(() if data is None else data.openness):
            ruling = check.rulings["residents-money-openness" if entry.money else "residents-openness"]
            months = months_between(entry.when)
            if entry.when is not None and months is not None and months > ruling.number:
                yield self.finding(
                    (*check.path, "data", "community", "openness", at, "when"),
                    ruling=ruling,
                    topic=entry.topic,
                    when=entry.when.wording,
                    most=_months(int(ruling.number)),
                )


def _months(count: int) -> Worded:
    named = {1: "月", 3: "季度", 6: "半年", 12: "年"}
    return Worded(named.get(count, f"{count}个月"), str(count))


def months_between(when: Schedule | None) -> int | None:
    """Return how many months pass between two occurrences; None where that is not said, or less than a month."""
    if isinstance(when, Every) and when.recurrence in _MONTHS:
        return _MONTHS[when.recurrence] * when.interval // when.times
    return None


class ListOfTheHelped(Rule):
    """
    Reports a matter of residents' affairs that makes known the names of those who are in need, ill or helped.

    ## Why is this bad?

    Need and illness are sensitive personal data. What is made known are standards, numbers and sums; names only where a
    law wants them posted, and then nothing but the name.

    ## Example

    ```yaml
    data:
      community:
        openness:
          - {topic: 困难会员名单和补助金额, when: 每季度}
    ```

    Use instead:

    ```yaml
    data:
      community:
        openness:
          - {topic: 困难帮扶的标准、户数和金额, when: 每季度}
    ```

    ## Known limits

    It goes by the words of the topic. Where the minimum living allowance must be posted by law, ignore it. The prose of
    the plan is looked at by UK767.
    """

    code = "COM103"
    slug = "names-of-the-helped-made-known"
    title_zh = "居务公开事项涉及受助人员名单"
    title_en = "names of those helped among what is made known"
    severity = Severity.INFO
    basis = PERSONAL_DATA
    nodes = (Plan,)
    pack = "community"
    wording = {
        "zh": "公开事项“{topic}”涉及受助人员名单；请改为公开标准、人数和金额，确须公示姓名的不写病情、家庭情况和证件号码。",
        "en": "“{topic}” makes known who is helped; tell standards, numbers and sums instead, and where names must be "
        "posted, nothing of illness, family or identity numbers.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = community_data(cast("Plan", node))
        for at, entry in enumerate(() if data is None else data.openness):
            if re.search(_HELPED, entry.topic):
                path = (*check.path, "data", "community", "openness", at, "topic")
                yield self.finding(path, topic=entry.topic)


OPENNESS_RULES: Final[tuple[Rule, ...]] = (NothingOpen(), OpenTooSeldom(), ListOfTheHelped())
