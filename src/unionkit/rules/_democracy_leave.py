"""Rules about what plans state of leave, nursing time and work in the heat: figures below the law."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ._finding import Basis, Finding, Severity
from ._law import Ruling
from ._organization_words import NUMBER, is_stated, number_of, said_of, sentence_of
from ._rule import Check, Rule, TextRule, compiled
from ._survey import Hit

WOMEN_WORKERS: Final = Basis(title="《女职工劳动保护特别规定》", number="国务院令第619号")
"""Special rules on the protection of women workers, in force since 28 April 2012; read in full in November 2026."""

ANNUAL_LEAVE: Final = Basis(title="《职工带薪年休假条例》", article="第三条")
"""Regulations on paid annual leave, 14 December 2007, in force on 1 January 2008; read in November 2026."""

HEAT: Final = Basis(title="《防暑降温措施管理办法》", number="安监总安健〔2012〕89号")
"""Measures against the heat, 2012; restated by newspapers that were read in November 2026."""

_IS: Final = r"(?:天数|时间)?(?:一律|统一)?(?:为|是|按照?|执行|不少于|不低于|至少|共|[:：（(])?\s*"
_DAYS: Final = rf"(?P<number>{NUMBER})\s*[天日]"
_BEFORE: Final = rf"(?P<before>{NUMBER})\s*[天日](?:的)?(?:带薪)?"


class _Stated(TextRule):
    """What the rules about figures that the prose states have in common."""

    severity = Severity.WARNING

    def below(self, hit: Hit, check: Check, ruling: Ruling) -> Iterator[Finding]:
        """Yield a finding about words whose figure the law does not allow, where the plan states it as what applies."""
        if is_stated(hit, check):
            yield self.finding(
                hit.path, words=hit.words, nth=hit.nth, ruling=ruling, quoted=hit.words, bound=said_of(ruling)
            )


class MaternityLeaveShort(_Stated):
    """
    Reports wording that gives fewer than 98 days of maternity leave (产假).

    ## Why is this bad?

    98 days are the floor since April 2012, and provinces add to them. Samples still carry the 90 days from before.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [监督落实女职工产假90天的规定。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [监督落实女职工产假98天的规定。]
    ```

    ## Known limits

    Days that are added (增加, 难产, 多胞胎), those before birth and those after a miscarriage (UK585) pass, by words in the
    same sentence. What was so before (过去, 原来), what is put right, what is quoted and what only tells whom a sentence is
    about (产假90天以上的可申请……) passes, as in the rules up to UK589. What provinces add is not in the data.
    """

    code = "UK584"
    slug = "maternity-leave-short"
    title_zh = "产假天数低于法定标准"
    title_en = "maternity leave below the law"
    basis = WOMEN_WORKERS
    parameters = ("maternity-leave",)
    pattern = rf"(?<!陪)产假{_IS}{_DAYS}|{_BEFORE}产假"
    wording = {
        "zh": "“{quoted}”低于法定的{bound}；请改为{bound}以上，并按本省规定加上延长的天数。",
        "en": "“{quoted}” is below the {bound} of the law; correct it, and add the days that your province grants.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        ruling, days = check.rulings["maternity-leave"], number_of(hit.match["number"] or hit.match["before"])
        if days is not None and days < ruling.number and not compiled(_OTHER_LEAVE).search(sentence_of(hit)):
            yield from self.below(hit, check, ruling)


_OTHER_LEAVE: Final = "流产|增加|延长|增至|奖励|难产|多胞胎|多生育|陪|男|护理|产前|产后|分娩前|育儿|再"


class MiscarriageLeaveShort(_Stated):
    """
    Reports wording that gives fewer days of leave after a miscarriage (流产) than the law: 15 days, and 42 from four
    months of pregnancy on.

    ## Why is this bad?

    Both figures are floors. The rule is seldom looked up, and a wrong figure in a paper of the union is believed.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [怀孕满4个月流产的，享受30天产假。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [怀孕满4个月流产的，享受42天产假。]
    ```

    ## Known limits

    Months and days have to stand in one sentence, the months before 流产.
    """

    code = "UK585"
    slug = "miscarriage-leave-short"
    title_zh = "流产假天数低于法定标准"
    title_en = "leave after a miscarriage below the law"
    basis = WOMEN_WORKERS
    parameters = ("miscarriage-leave", "late-miscarriage-leave")
    pattern = rf"(?P<late>(?<!未)(?<!不)满(?:4|四)个月)?流产[^。；！？\n]{{0,16}}?{_DAYS}"
    wording = {
        "zh": "“{quoted}”低于法定的{bound}；请改为{bound}以上。",
        "en": "“{quoted}” is below the {bound} of the law; correct it.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        name = "late-miscarriage-leave" if hit.match["late"] else "miscarriage-leave"
        ruling, days = check.rulings[name], number_of(hit.match["number"])
        if days is not None and days < ruling.number:
            yield from self.below(hit, check, ruling)


class NursingTimeShort(_Stated):
    """
    Reports wording that gives less than one hour of nursing time (哺乳时间) a day.

    ## Why is this bad?

    Mothers of children under one year have an hour of each working day, paid. Half an hour each time, twice a day, was
    the rule of 1988.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [保证每天哺乳时间半小时。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [保证每天哺乳时间1小时。]
    ```

    ## Known limits

    A time that is given more than once a day (两次，每次30分钟; 上午、下午各30分钟) is left alone.
    """

    code = "UK586"
    slug = "nursing-time-short"
    title_zh = "哺乳时间低于法定标准"
    title_en = "nursing time below the law"
    basis = WOMEN_WORKERS
    parameters = ("nursing-time",)
    pattern = (
        rf"哺乳(?:时间|假)(?:每天|每日)?(?:为|是|不少于|不低于|至少|共|[:：（(])?(?:(?P<half>半个?小时)|(?P<number>{NUMBER})分钟)"
        rf"|(?:(?P<half_before>半个?小时)|(?P<before>{NUMBER})分钟)(?:的)?哺乳(?:时间|假)"
    )
    wording = MiscarriageLeaveShort.wording

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        ruling = check.rulings["nursing-time"]
        half = hit.match["half"] or hit.match["half_before"]
        minutes = _HALF_AN_HOUR if half else number_of(hit.match["number"] or hit.match["before"])
        if minutes is not None and minutes < ruling.number and "次" not in sentence_of(hit):
            yield from self.below(hit, check, ruling)


_HALF_AN_HOUR: Final = 30


class AnnualLeaveShort(_Stated):
    """
    Reports wording that gives fewer than five days of paid annual leave (带薪年休假).

    ## Why is this bad?

    Five days are due after one year of work, ten after ten years, fifteen after twenty. What a paper of the union calls
    the leave of all must not be less.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [监督落实职工带薪年休假3天的规定。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [监督落实职工带薪年休假5天的规定。]
    ```

    ## Known limits

    A part of the leave may rightly be shorter; sentences with 剩余, 分段, 每次, 连续 and the like pass.
    """

    code = "UK587"
    slug = "annual-leave-short"
    title_zh = "带薪年休假天数低于法定标准"
    title_en = "annual leave below the law"
    basis = ANNUAL_LEAVE
    parameters = ("annual-leave",)
    pattern = rf"年休假{_IS}{_DAYS}|{_BEFORE}年休假"
    wording = MiscarriageLeaveShort.wording

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        ruling, days = check.rulings["annual-leave"], number_of(hit.match["number"] or hit.match["before"])
        if (
            days is not None
            and days < ruling.number
            and not compiled(_PART_OF_LEAVE).search(sentence_of(hit))
        ):
            yield from self.below(hit, check, ruling)


_PART_OF_LEAVE: Final = "分|剩|余|未休|提前|每次|连续|其中|增加|不足|尚|已休|再|补|集中|调"


class HeatStopLate(_Stated):
    """
    Reports wording by which work outdoors stops only above 40 °C.

    ## Why is this bad?

    On days of 40 °C and more, work outdoors stops. A paper that waits for more puts people in danger.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [日最高气温达到42℃以上时停止室外作业。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [日最高气温达到40℃以上时停止室外作业。]
    ```

    ## Known limits

    Temperature and 停止 have to stand in one sentence, in this order. Where provinces stop earlier is not in the data.
    """

    code = "UK588"
    slug = "heat-stop-late"
    title_zh = "高温停止作业的气温标准过高"
    title_en = "work in the heat stops too late"
    basis = HEAT
    parameters = ("heat-stop",)
    pattern = (
        r"(?P<number>[4-9]\d|四十[一二三四五六七八九]?)\s*(?:℃|°C|摄氏度|度)[^。；！？\n]{0,8}?停止(?:当日)?(?:一切)?(?:室外|户外|露天)+"
        r"(?:高温)?(?:作业|工作|施工)"
    )
    wording = {
        "zh": "“{quoted}”标准过高；日最高气温达到{bound}就应停止室外露天作业，请改正。",
        "en": "“{quoted}” is too late; from {bound} on work outdoors stops: correct it.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        ruling, degrees = check.rulings["heat-stop"], number_of(hit.match["number"])
        if degrees is not None and degrees > ruling.number:
            yield from self.below(hit, check, ruling)


class HeatHoursLong(_Stated):
    """
    Reports wording that allows more than six hours of work outdoors on days of 37 °C to 40 °C.

    ## Why is this bad?

    On such days work outdoors lasts six hours at most, and not in the hottest three.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [日最高气温37℃以上时，室外作业时间不超过7小时。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [日最高气温37℃以上时，室外作业时间不超过6小时。]
    ```

    ## Known limits

    The sentence has to name 37 °C, 38 °C or 39 °C.
    """

    code = "UK589"
    slug = "heat-hours-long"
    title_zh = "高温天气室外作业时间过长"
    title_en = "too many hours of work in the heat"
    basis = HEAT
    parameters = ("heat-hours",)
    pattern = (
        rf"(?:室外|户外|露天)[^。；！？\n]{{0,14}}?(?:不得?超过|控制在|限于)\s*(?P<number>{NUMBER})\s*个?小时"
    )
    wording = {
        "zh": "“{quoted}”过长；日最高气温37℃以上、40℃以下时不得超过{bound}，请改正。",
        "en": "“{quoted}” is too long; at 37 °C to 40 °C it is {bound} at most: correct it.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        ruling, hours = check.rulings["heat-hours"], number_of(hit.match["number"])
        if hours is None or hours <= ruling.number:
            return
        if compiled(r"3[789]\s*(?:℃|°C|摄氏度|度)").search(sentence_of(hit)):
            yield from self.below(hit, check, ruling)


LEAVE_RULES: Final[tuple[Rule, ...]] = (
    MaternityLeaveShort(),
    MiscarriageLeaveShort(),
    NursingTimeShort(),
    AnnualLeaveShort(),
    HeatStopLate(),
    HeatHoursLong(),
)
