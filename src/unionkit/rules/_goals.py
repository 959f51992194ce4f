"""Rules about the figures of a single goal; those about its words, and about several goals, stand beside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, cast

from unionkit.model import Comparator, FreeText, Goal, GoalKind, plain_number

from . import _goals_pairs, _goals_words
from ._finding import Finding, Severity, Silence
from ._goals_figures import PEOPLE, measured, same_unit
from ._rule import CONVENTION, Check, Rule

_WHOLE: Final = PEOPLE | {"户", "家", "个", "场", "次", "人次", "起", "件", "项", "期", "篇", "条"}
"""Units of what there is no half of."""
_POINTS: Final = frozenset({"个百分点", "百分点"})
_OF_A_UNIT: Final = frozenset({"school", "enterprise", "agency", "hospital", "institution"})
"""Sectors whose unions have the people of one unit as their members."""
_A_FIGURE: Final = re.compile(
    "(?:(?<![效税费])率|覆盖面|参与面|受益面|出席面|满意度|知晓度|比例|比重|占比"
    "|人次|人数|户数|家数|次数|件数|场数|总数|总额|数量)$"
)
_A_SHARE: Final = re.compile("覆盖|出席|参与|参加|入会|建会|签订|满意|知晓|公开|参保|到会|合格|达标|受益")
_ADDED: Final = re.compile("新|增|发展|提高|提升|下降|减少|降低")
"""Words by which a target counts what comes on top, and no baseline can be past it."""
_MAY_EXCEED: Final = re.compile(
    "增长|增幅|增速|同比|环比|比上年|较上年|完成率|完成.*(?:任务|计划|指标|目标)|达标倍|倍数|超额"
)
"""Indicators of which 100% is not the whole."""
_UNWANTED: Final = re.compile(
    "流失|离职|缺勤|缺席|事故|伤亡|负伤|死亡|发病|差错|投诉|信访|上访|争议|纠纷|欠缴|拖欠|逾期|违|不合格|隐患|损耗|能耗"
)
"""Indicators of which less is better."""
_AVERAGE: Final = re.compile("人均|户均|场均|平均|每")
"""Indicators that are averages, and no whole numbers."""
_ALL_PEOPLE: Final = re.compile("会员|职工|员工|教师")
_OTHER_PEOPLE: Final = re.compile("家属|子女|学生|群众|居民|村民|服务对象|人次")
_HONOUR: Final = re.compile(
    "职工之家|教工之家|职工小家|教工小家|工人先锋号|劳动奖[状章]|劳动模范|先进工作者|标兵岗|文明单位|模范单位|示范单位|示范点|示范岗"
)
_LEVEL: Final = re.compile(
    "国|省|市|县|区|州|盟|旗|镇|乡|街道|局|部|系统|行业|集团|公司|院|校|厂|总工会|产业|[上同本]级"
)


class GoalWithoutMeasure(Rule):
    """
    Reports a goal that names neither a figure (`target`), nor a status to keep (`keep`), nor a last day (`due`).

    ## Why is this bad?

    At the end of the half year nobody can say whether it was reached.

    ## Example

    ```yaml
    - goal: 职工满意度
    ```

    Use instead:

    ```yaml
    - goal: 职工满意度
      target: ">= 85%"
    ```

    ## Known limits

    A goal without any of the three may be meant as a completion; then give the day with `due`.
    """

    code = "UK301"
    slug = "goal-without-measure"
    title_zh = "目标没有指标值、保持状态或完成期限"
    title_en = "goal without target, status or due date"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Goal,)
    wording = {
        "zh": "目标“{indicator}”无从考核；请写上 target（指标值）、keep（保持）、when（何时）或 due（完成期限）之一。",
        "en": "Nobody can tell when the goal “{indicator}” is reached; give a target, keep, a time or a due date.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        if goal.kind is GoalKind.STATUS and not goal.keep:
            yield self.finding((*check.path, "goal"), indicator=goal.indicator)


class ShareAboveWhole(Rule):
    """
    Reports a goal that asks for more than 100%.

    ## Why is this bad?

    A share of people or units cannot exceed the whole; usually a digit slipped or a growth rate was meant.

    ## Example

    ```yaml
    - goal: 校务公开覆盖面
      target: ">= 110%"
    ```

    Use instead:

    ```yaml
    - goal: 校务公开覆盖面
      target: "= 100%"
    ```

    ## Known limits

    Rates of growth or completion may exceed 100% and pass by their names (增长率, 同比, 完成率, 完成年度任务, 达标倍数); others
    with such a meaning do not.
    """

    code = "UK302"
    slug = "share-above-whole"
    title_zh = "比率超过 100%"
    title_en = "share above 100%"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Goal,)
    wording = {
        "zh": "目标“{indicator}”的指标值 {figure}% 超过 100%；请核对数字。",
        "en": "The goal “{indicator}” asks for {figure}%, more than the whole; check the figure.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        if goal.target is None or goal.target.unit != "%" or goal.target.comparator is Comparator.AT_MOST:
            return
        highest = goal.target.upper if goal.target.upper is not None else goal.target.value
        if highest > 100 and not _MAY_EXCEED.search(goal.indicator):
            yield self.finding(
                (*check.path, "target"), indicator=goal.indicator, figure=plain_number(highest)
            )


class PromiseOfAFigureWithoutFigure(Rule):
    """
    Reports a goal that is called a rate, a share or a number (满意率, 覆盖面, 参加人数) and has a time or a title to keep, but
    no figure.

    ## Why is this bad?

    The name promises a figure. With a day alone everything is on time, whatever the rate is then.

    ## Example

    ```yaml
    - {goal: 集体合同签订率, when: 年底前}
    ```

    Use instead:

    ```yaml
    - {goal: 集体合同签订率, target: ">= 90%", when: 年底前}
    ```

    ## Known limits

    It goes by the last word of the name. A rate to keep passes where the baseline says at what it is kept. A goal
    without any measure is UK301's affair.
    """

    code = "UK303"
    slug = "promise-of-a-figure-without-figure"
    title_zh = "指标名称是一个数，却没有指标值"
    title_en = "indicator is a figure, but there is none"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Goal,)
    wording = {
        "zh": "目标“{indicator}”说的是一个数，却没有写达到多少；请写上 target（指标值）。",
        "en": "The goal “{indicator}” is about a figure and says none; give a target.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        if _promises_a_figure(cast("Goal", node)):
            goal = cast("Goal", node)
            yield self.finding((*check.path, "goal"), indicator=goal.indicator)


def _promises_a_figure(goal: Goal) -> bool:
    """Whether a goal that can be told as reached only by its time or title is called a figure."""
    if goal.target is not None or _A_FIGURE.search(goal.indicator) is None:
        return False
    return goal.baseline is None if goal.keep else goal.kind is GoalKind.COMPLETION


class GoalWithoutOwner(Rule):
    """
    Tells which goals have no owner (责任部门), in one finding.

    ## Why is this bad?

    A goal that nobody answers for is looked at once, when the summary is written.

    ## Example

    ```yaml
    - {goal: 会员入会率, target: ">= 95%"}
    ```

    Use instead:

    ```yaml
    - {goal: 会员入会率, target: ">= 95%", owner: 组织委员}
    ```

    ## Known limits

    What stands in a review has been answered for, and passes.
    """

    code = "UK304"
    slug = "goal-without-owner"
    title_zh = "目标没有责任部门"
    title_en = "goal without owner"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Goal,)
    gathers = True
    wording = {
        "zh": "目标“{indicator}”没有责任部门；请写上 owner。",
        "en": "The goal “{indicator}” has no owner; say who is responsible.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        if not goal.owner.strip() and not check.calendar.looks_back(check.path):
            yield self.finding((*check.path, "goal"), indicator=goal.indicator)


class CompletionWithoutDay(Rule):
    """
    Reports a goal to complete something whose only measure is a time that is no date (适时, 尽快, 条件成熟时).

    ## Why is this bad?

    Such a goal can be put off for ever and never be missed.

    ## Example

    ```yaml
    - {goal: 职工书屋建成开放, when: 适时}
    ```

    Use instead:

    ```yaml
    - {goal: 职工书屋建成开放, when: 11月底前}
    ```

    ## Known limits

    Words that look like a date and cannot be read are UK412's affair as well.
    """

    code = "UK305"
    slug = "completion-without-day"
    title_zh = "限期完成的目标没有确定的期限"
    title_en = "completion without a day"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Goal,)
    wording = {
        "zh": "目标“{indicator}”只写了“{when}”，何时算完成无从判断；请写上期限，如 11月底前。",
        "en": "The goal “{indicator}” says “{when}” only, and nobody can tell when it is late; give a time such as 11月底前.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        if (
            goal.kind is GoalKind.COMPLETION
            and isinstance(goal.when, FreeText)
            and goal.due is None
            and not _promises_a_figure(goal)
        ):
            yield self.finding(
                (*check.path, "when"),
                words=goal.when.wording,
                indicator=goal.indicator,
                when=goal.when.wording,
            )


class BaselinePastTarget(Rule):
    """
    Reports a goal whose baseline is already past its target: higher than what is to be reached.

    ## Why is this bad?

    The goal asks for less than there was. Mostly the two figures were swapped, or one is that of another year.

    ## Example

    ```yaml
    - {goal: 女职工体检率, baseline: 96%, target: ">= 90%"}
    ```

    Use instead:

    ```yaml
    - {goal: 女职工体检率, baseline: 90%, target: ">= 96%"}
    ```

    ## Known limits

    A baseline that equals the target passes (a full 100% is kept), and so does what counts growth by its name (新建、新增、
    提高). Ceilings pass: one above what happened last year is usual. So do rates that are to fall (流失率, 事故率) and are told
    exactly. Figures in different units are UK309's affair.
    """

    code = "UK306"
    slug = "baseline-past-target"
    title_zh = "基数已经超过指标值"
    title_en = "baseline past the target"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Goal,)
    wording = {
        "zh": "目标“{indicator}”的基数 {baseline} 已经超过指标值 {target}；请核对两个数字，或把目标定高一些。",
        "en": "The baseline {baseline} of the goal “{indicator}” is past its target {target}; check both figures, or ask"
        " for more.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        if goal.target is None or goal.baseline is None or _ADDED.search(goal.indicator):
            return
        value, upper, unit = measured(goal.target)
        baseline, other = goal.baseline.measure()
        if not same_unit(unit, other):
            return
        match goal.target.comparator:
            case Comparator.AT_LEAST:
                past = baseline > value
            case Comparator.AT_MOST:
                past = False
            case _:
                past = baseline > upper and unit == "%" and not _UNWANTED.search(goal.indicator)
        if past:
            yield self.finding(
                (*check.path, "baseline"),
                indicator=goal.indicator,
                baseline=str(goal.baseline),
                target=str(goal.target),
            )


class GoalAlreadyReached(Rule):
    """
    Tells that the progress so far has reached the target.

    ## Why is this bad?

    There is nothing left to do for it. Either the target was set too low, or the goal belongs into the review.

    ## Example

    ```yaml
    - {goal: 新建工会, target: ">= 10家", progress: 12家}
    ```

    Use instead:

    ```yaml
    - {goal: 新建工会, target: ">= 15家", progress: 12家}
    ```

    ## Known limits

    A full 100% that is to be kept passes, and so do an exact zero, what is to happen rarely (事故, 投诉), and what stands in a
    review.
    """

    code = "UK307"
    slug = "goal-already-reached"
    title_zh = "目标已经达到"
    title_en = "goal already reached"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Goal,)
    wording = {
        "zh": "目标“{indicator}”要求 {target}，已经完成 {progress}；请提高指标值，或移到工作回顾。",
        "en": "The goal “{indicator}” asks for {target}, and {progress} is reached already; ask for more, or move it to"
        " the review.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        if goal.target is None or goal.progress is None or check.calendar.looks_back(check.path):
            return
        if goal.target.comparator is Comparator.AT_MOST:
            return
        value, upper, unit = measured(goal.target)
        progress, other = goal.progress.measure()
        enough = value if goal.target.comparator is Comparator.AT_LEAST else upper
        kept = (unit == "%" and value >= 100) or not enough or _UNWANTED.search(goal.indicator)
        if same_unit(unit, other) and progress >= enough and not kept:
            yield self.finding(
                (*check.path, "progress"),
                indicator=goal.indicator,
                target=str(goal.target),
                progress=str(goal.progress),
            )


class CeilingAlreadyExceeded(Rule):
    """
    Reports a goal not to exceed a figure which the progress so far exceeds.

    ## Why is this bad?

    The goal is missed before the plan begins, and cannot be made good: what has happened stays.

    ## Example

    ```yaml
    - {goal: 劳动争议案件, target: <= 3起, progress: 4起}
    ```

    Use instead:

    ```yaml
    - {goal: 劳动争议案件, target: <= 6起, progress: 4起}
    ```

    ## Known limits

    A rate may come down again; only counts are looked at. What stands in a review passes.
    """

    code = "UK308"
    slug = "ceiling-already-exceeded"
    title_zh = "已完成数超过控制数"
    title_en = "ceiling already exceeded"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Goal,)
    wording = {
        "zh": "目标“{indicator}”控制在 {target}，而到目前已有 {progress}；请核对数字，或重新确定控制数。",
        "en": "The goal “{indicator}” is {target}, and there are {progress} already; check the figures, or set another.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        if (
            goal.target is None
            or goal.progress is None
            or goal.target.comparator is not Comparator.AT_MOST
            or check.calendar.looks_back(check.path)
        ):
            return
        value, _, unit = measured(goal.target)
        progress, other = goal.progress.measure()
        if same_unit(unit, other) and unit != "%" and progress > value:
            yield self.finding(
                (*check.path, "progress"),
                indicator=goal.indicator,
                target=str(goal.target),
                progress=str(goal.progress),
            )


class UnitsDiffer(Rule):
    """
    Reports a goal whose baseline or progress is told in another unit than its target.

    ## Why is this bad?

    85 and 85% cannot be compared, nor 12家 and 30人: at the end nobody can say how far it got.

    ## Example

    ```yaml
    - {goal: 职工满意率, target: ">= 90%", baseline: "0.85"}
    ```

    Use instead:

    ```yaml
    - {goal: 职工满意率, target: ">= 90%", baseline: 85%}
    ```

    ## Known limits

    人, 名 and 位 are the same, and so are 万元 and 元. A target in percentage points (提高5个百分点) goes with any rate, and a
    bare number passes beside a unit of things.
    """

    code = "UK309"
    slug = "units-of-a-goal-differ"
    title_zh = "基数或已完成数与指标值的单位不同"
    title_en = "units of a goal differ"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Goal,)
    wording = {
        "zh": "目标“{indicator}”的 {key} 写作 {figure}，与指标值 {target} 的单位不同，无法比较；请统一单位。",
        "en": "{key} of the goal “{indicator}” is {figure}, in another unit than its target {target}; use one unit.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        if goal.target is None:
            return
        _, _, unit = measured(goal.target)
        for key, figure in (("baseline", goal.baseline), ("progress", goal.progress)):
            if figure is not None and _cannot_be_compared(unit, figure.measure()[1]):
                yield self.finding(
                    (*check.path, key),
                    indicator=goal.indicator,
                    key=key,
                    figure=str(figure),
                    target=str(goal.target),
                )


def _cannot_be_compared(unit: str, other: str) -> bool:
    if same_unit(unit, other) or unit in _POINTS or other in _POINTS:
        return False
    return "%" in (unit, other) or "" not in (unit, other)


class GoalMetByAnything(Rule):
    """
    Reports a target that cannot be missed: at least nothing, a share of at most 100%, or a figure below zero.

    ## Why is this bad?

    It looks like a goal and asks for nothing; mostly the comparison is the wrong way round, or the figure is missing.

    ## Example

    ```yaml
    - {goal: 代表出席率, target: <= 100%}
    ```

    Use instead:

    ```yaml
    - {goal: 代表出席率, target: ">= 90%"}
    ```

    ## Known limits

    At most 100% is looked at only for shares of people or units (覆盖, 出席, 签订 …); a rate of spending may exceed it.
    """

    code = "UK310"
    slug = "goal-met-by-anything"
    title_zh = "怎样都能达到的指标值"
    title_en = "goal that anything meets"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Goal,)
    wording = {
        "zh": "目标“{indicator}”的指标值 {target} 不做也能达到；请核对比较符和数字。",
        "en": "The target {target} of the goal “{indicator}” cannot be missed; check comparison and figure.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        if goal.target is None:
            return
        value, _, unit = measured(goal.target)
        if goal.target.comparator is Comparator.AT_MOST:
            empty = value < 0 or (unit == "%" and value >= 100 and _A_SHARE.search(goal.indicator))
        else:
            empty = value < 0 or (value == 0 and goal.target.comparator is Comparator.AT_LEAST)
        if empty:
            yield self.finding((*check.path, "target"), indicator=goal.indicator, target=str(goal.target))


class FractionOfAPerson(Rule):
    """
    Reports a goal, a baseline or a progress that counts people, unions or events and is no whole number.

    ## Why is this bad?

    There is no half of a person. A digit slipped, or the figure was meant in 万.

    ## Example

    ```yaml
    - {goal: 技能培训, target: ">= 12.5人"}
    ```

    Use instead:

    ```yaml
    - {goal: 技能培训, target: ">= 125人"}
    ```

    ## Known limits

    2.15万人 is a whole number. What is about (约) passes, and so do averages by their name (人均, 平均, 每).
    """

    code = "UK311"
    slug = "fraction-of-a-person"
    title_zh = "人数、家数、次数不是整数"
    title_en = "fraction of what comes in wholes"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Goal,)
    wording = {
        "zh": "目标“{indicator}”的 {key} 写作 {figure}，而{unit}没有小数；请核对数字或单位。",
        "en": "{key} of the goal “{indicator}” is {figure}, and {unit} come in whole numbers; check figure and unit.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        if _AVERAGE.search(goal.indicator):
            return
        told: list[tuple[str, str, Decimal, str]] = []
        if goal.target is not None and goal.target.comparator is not Comparator.ABOUT:
            value, upper, unit = measured(goal.target)
            told.append(("target", str(goal.target), value if value % 1 else upper, unit))
        told += [
            (key, str(figure), *figure.measure())
            for key, figure in (("baseline", goal.baseline), ("progress", goal.progress))
            if figure is not None and not figure.about
        ]
        for key, figure_said, number, unit in told:
            if number % 1 and unit in _WHOLE:
                yield self.finding(
                    (*check.path, key), indicator=goal.indicator, key=key, figure=figure_said, unit=unit
                )


class GoalInReviewWithoutProgress(Rule):
    """
    Tells that a review sets a target and does not say how far it was reached.

    ## Why is this bad?

    The target of the year stands among what was done, and the reader takes it for done.

    ## Example

    ```yaml
    - role: review
      heading: 上半年工作回顾
      content:
        - {goal: 规范化工会, target: = 10家}
    ```

    Use instead:

    ```yaml
    - role: review
      heading: 上半年工作回顾
      content:
        - {goal: 规范化工会, target: = 10家, progress: 4家}
    ```

    ## Known limits

    What was reached may be told as a result beside it; make the two one then.
    """

    code = "UK312"
    slug = "goal-in-review-without-progress"
    title_zh = "回顾中的目标没有写完成情况"
    title_en = "goal in a review without progress"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Goal,)
    wording = {
        "zh": "工作回顾里写了目标“{indicator}”（{target}），没有写完成多少；请写上 progress（已完成），或移到工作目标。",
        "en": "The review has the goal “{indicator}” ({target}) without what was reached; give progress, or move it to"
        " the goals.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        if goal.target is not None and goal.progress is None and check.calendar.looks_back(check.path):
            yield self.finding((*check.path, "goal"), indicator=goal.indicator, target=str(goal.target))


class GoalAboveHeadcount(Rule):
    """
    Reports a goal about members or employees that counts more people than the unit has.

    ## Why is this bad?

    The figure comes from another unit's plan, or counts attendances (人次).

    ## Example

    ```yaml
    organization: {name: 清河中学工会, sector: school, staff: 128, members: 125}
    period: {year: 2026, half: 2}
    content:
      - {goal: 参加互助保障的教职工, target: ">= 186人"}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, sector: school, staff: 128, members: 125}
    period: {year: 2026, half: 2}
    content:
      - {goal: 参加互助保障的教职工, target: ">= 120人"}
    ```

    ## Known limits

    Only unions of one unit (school, enterprise, agency, hospital, institution), and goals that name 会员, 职工, 员工 or 教师 and
    nobody else (家属, 学生); 人次 may be more. It needs `organization.staff` or `organization.members`.
    """

    code = "UK313"
    slug = "goal-above-headcount"
    title_zh = "目标人数多于本单位职工"
    title_en = "goal counts more people than there are"
    severity = Severity.WARNING
    basis = CONVENTION
    sectors = _OF_A_UNIT
    nodes = (Goal,)
    wording = {
        "zh": "目标“{indicator}”要求 {target}，而本单位职工（会员）共 {everyone} 人；请核对人数，按人次计的请写“人次”。",
        "en": "The goal “{indicator}” asks for {target}, and the unit has {everyone} people; check the figure, or count"
        " attendances (人次).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        goal = cast("Goal", node)
        if goal.target is None or goal.target.comparator is Comparator.AT_MOST:
            return
        value, _, unit = measured(goal.target)
        if unit not in PEOPLE or not _ALL_PEOPLE.search(goal.indicator):
            return
        if _OTHER_PEOPLE.search(goal.indicator + goal.scope):
            return
        ours = check.plan.organization
        known = [each for each in (ours.staff, ours.members) if each]
        if not known:
            yield self.lacks("organization.staff")
        elif value > max(known):
            yield self.finding(
                (*check.path, "target"),
                indicator=goal.indicator,
                target=str(goal.target),
                everyone=max(known),
            )


class HonourWithoutLevel(Rule):
    """
    Tells that a title to win or keep (先进职工之家, 工人先锋号) is named without its level or who awards it.

    ## Why is this bad?

    The same title is awarded from the town to the nation, each with its own conditions and day of application.

    ## Example

    ```yaml
    - {goal: 工人先锋号, when: 年内}
    ```

    Use instead:

    ```yaml
    - {goal: 市级工人先锋号, when: 年内}
    ```

    ## Known limits

    The level may stand in the name, the scope, or the words of the goal.
    """

    code = "UK314"
    slug = "honour-without-level"
    title_zh = "荣誉称号没有写级别"
    title_en = "honour without level"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Goal,)
    wording = {
        "zh": "荣誉“{indicator}”没有写是哪一级、由谁授予；请写明，如“市级”。",
        "en": "The honour “{indicator}” is named without its level or who awards it; say so, such as 市级.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        if goal.target is not None or not _HONOUR.search(goal.indicator):
            return
        said = "".join((_HONOUR.sub("", goal.indicator), goal.scope, goal.words or "", goal.text or ""))
        if not _LEVEL.search(said):
            yield self.finding((*check.path, "goal"), indicator=goal.indicator)


RULES: Final[tuple[Rule, ...]] = (
    GoalWithoutMeasure(),
    ShareAboveWhole(),
    PromiseOfAFigureWithoutFigure(),
    GoalWithoutOwner(),
    CompletionWithoutDay(),
    BaselinePastTarget(),
    GoalAlreadyReached(),
    CeilingAlreadyExceeded(),
    UnitsDiffer(),
    GoalMetByAnything(),
    FractionOfAPerson(),
    GoalInReviewWithoutProgress(),
    GoalAboveHeadcount(),
    HonourWithoutLevel(),
    *_goals_words.RULES,
    *_goals_pairs.RULES,
)
