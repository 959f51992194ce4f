"""Rules about the staff congress: who its delegates are, and that it meets each school year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, cast

from unionkit.model import Organization, Plan, Schedule, Several
from unionkit.rules import Basis, Check, Confidence, Finding, Rule, Severity, said_figure
from unionkit_pack_school._data import SchoolData, school_data
from unionkit_pack_school._lexicon import LEXICON

CONGRESS_2012: Final = Basis(
    title="《学校教职工代表大会规定》",
    number="教育部令第32号",
    since=dt.date(2012, 1, 1),
    confidence=Confidence.UNCONFIRMED,
)
"""
Provisions on the staff congress of schools, 8 December 2011, in force on 1 January 2012. In November 2026 only articles
1 to 7 could be read; the later ones were seen in the rules of several schools, which agree, and not in the text itself.
Their numbers are therefore left out, and what rests on them is a warning.
"""

_LAST_DAYS: Final = dt.timedelta(days=14)
"""A plan that ends this short before the spring term does covers the last days in which the congress can meet."""


class TooFewTeachers(Rule):
    """
    Reports a staff congress (教职工代表大会) with fewer than 60 teachers among each 100 delegates.

    ## Why is this bad?

    Teachers are the main body of the congress; what a congress of others decides about their pay and appraisal will
    be contested, and the office above sends the list of delegates back.

    ## Example

    ```yaml
    data:
      school:
        congress: {when: 9月下旬, delegates: 60, teachers: 35}
    ```

    Use instead:

    ```yaml
    data:
      school:
        congress: {when: 9月下旬, delegates: 60, teachers: 36}
    ```

    ## Known limits

    The rule looks at the figures of `data` only, not at figures in the prose; where `organization` tells of as small a share
    among its delegates, UK555 reports that, and this rule says nothing. School rules agree on the 60%; the text of the
    provision itself could not be seen.
    """

    code = "SCH101"
    slug = "too-few-teachers-in-congress"
    title_zh = "教代会教师代表不足 60%"
    title_en = "staff congress with too few teachers"
    severity = Severity.WARNING
    basis = CONGRESS_2012
    parameters = ("congress-teachers",)
    nodes = (Plan,)
    pack = "school"
    wording = {
        "zh": "教代会代表 {delegates} 人中教师只有 {teachers} 人；教师代表应不低于 {share}，至少 {least} 人。",
        "en": "Only {teachers} of {delegates} delegates are teachers; at least {share} should be, which is {least}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = school_data(cast("Plan", node))
        congress = data.congress if data is not None else None
        if congress is None or congress.delegates is None or congress.teachers is None:
            return
        ruling = check.rulings[self.parameters[0]]
        least = _rounded_up(congress.delegates * ruling.number)
        if congress.teachers < least and not _has_few_teachers(check.plan.organization, ruling.number):
            yield self.finding(
                (*check.path, "data", "school", "congress", "teachers"),
                ruling=ruling,
                delegates=congress.delegates,
                teachers=congress.teachers,
                share=said_figure(ruling.number * 100, "%"),
                least=least,
            )


def _rounded_up(number: Fraction) -> int:
    return -(-number.numerator // number.denominator)


def _has_few_teachers(ours: Organization, share: Fraction) -> bool:
    """Whether the delegates that the organization tells of have too few teachers as well: UK555 reports them."""
    return ours.sector == "school" and any(
        each.congress == "staff" and each.teachers is not None and each.teachers < share * each.total
        for each in ours.delegates
    )


class TooFewWomen(Rule):
    """
    Reports a staff congress with fewer women among its delegates than their share of the staff.

    ## Why is this bad?

    The provisions want a fitting share of women teachers among the delegates. Where they are fewer, leave, nursing time
    and checkups find no voice in the congress.

    ## Example

    ```yaml
    organization: {staff: 200, women_staff: 120}
    data:
      school:
        congress: {when: 9月下旬, delegates: 60, women: 20}
    ```

    Use instead:

    ```yaml
    organization: {staff: 200, women_staff: 120}
    data:
      school:
        congress: {when: 9月下旬, delegates: 60, women: 36}
    ```

    ## Known limits

    Where the plan does not tell the women among the staff, their share among the members stands for it. Parts of a person
    are left out of the count. Where `organization` tells how many of the delegates are women, UK557 looks at that, and this
    rule says nothing.
    """

    code = "SCH102"
    slug = "too-few-women-in-congress"
    title_zh = "教代会女代表比例与女教职工比例不相适应"
    title_en = "staff congress with too few women"
    severity = Severity.WARNING
    basis = CONGRESS_2012
    nodes = (Plan,)
    pack = "school"
    wording = {
        "zh": "教代会代表 {delegates} 人中女代表只有 {women} 人，与女教职工（女会员）所占比例（{ours}/{all}）不相适应；请增至 {least} 人左右。",
        "en": "Only {women} of {delegates} delegates are women, which does not fit their share of the staff or members"
        " ({ours} of {all}); have about {least}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan = cast("Plan", node)
        ours, data = plan.organization, school_data(plan)
        congress = data.congress if data is not None else None
        if congress is None or congress.delegates is None or congress.women is None:
            return
        if any(each.congress == "staff" and each.women is not None for each in ours.delegates):
            return
        among = next(
            (
                (women, everybody)
                for women, everybody in ((ours.women_staff, ours.staff), (ours.women, ours.members))
                if women is not None and everybody
            ),
            None,
        )
        if among is None:
            return
        women, everybody = among
        least = congress.delegates * min(women, everybody) // everybody
        if congress.women < least:
            yield self.finding(
                (*check.path, "data", "school", "congress", "women"),
                delegates=congress.delegates,
                women=congress.women,
                ours=women,
                all=everybody,
                least=least,
            )


class NoYoungTeachers(Rule):
    """
    Reports a staff congress without a single young teacher (青年教师) among its delegates.

    ## Why is this bad?

    The provisions want some young teachers among the delegates: what the congress adopts on appraisal, housing and
    titles binds them longest.

    ## Example

    ```yaml
    data:
      school:
        congress: {when: 9月下旬, delegates: 60, teachers: 45, young: 0}
    ```

    Use instead:

    ```yaml
    data:
      school:
        congress: {when: 9月下旬, delegates: 60, teachers: 45, young: 9}
    ```

    ## Known limits

    How many they should be is for the school to set; the rule reports only that there are none. Where the plan does not say
    how many they are, it says nothing.
    """

    code = "SCH103"
    slug = "no-young-teachers-in-congress"
    title_zh = "教代会没有青年教师代表"
    title_en = "staff congress without young teachers"
    severity = Severity.WARNING
    basis = CONGRESS_2012
    nodes = (Plan,)
    pack = "school"
    wording = {
        "zh": "教代会代表 {delegates} 人中没有青年教师；请按学校实际确定一定比例。",
        "en": "None of the {delegates} delegates is a young teacher; the school should set a share of them.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = school_data(cast("Plan", node))
        congress = data.congress if data is not None else None
        if congress is not None and congress.delegates and congress.young == 0:
            yield self.finding(
                (*check.path, "data", "school", "congress", "young"), delegates=congress.delegates
            )


class CongressWithoutQuorum(Rule):
    """
    Reports a session of the staff congress at which too few delegates are expected to be present.

    ## Why is this bad?

    A congress can open only when two thirds of its delegates are there; what fewer adopt is void.

    ## Example

    ```yaml
    organization: {sector: school}
    data:
      school:
        congress: {when: 9月下旬, delegates: 60, present: 39}
    ```

    Use instead:

    ```yaml
    organization: {sector: school}
    data:
      school:
        congress: {when: 9月下旬, delegates: 60, present: 40}
    ```

    ## Known limits

    The rule looks at the figures of `data` only. Where an activity has fewer people taking part than delegates are needed,
    UK566 reports that. The share was seen in the rules of a university; the text of the provision could not be opened.
    """

    code = "SCH104"
    slug = "congress-without-quorum"
    title_zh = "教代会预计到会代表不足三分之二"
    title_en = "staff congress without quorum"
    severity = Severity.WARNING
    basis = CONGRESS_2012
    parameters = ("staff-congress-quorum",)
    nodes = (Plan,)
    pack = "school"
    wording = {
        "zh": "教代会代表 {delegates} 人，预计到会 {present} 人，不足 {share}，不能开会；至少 {least} 人到会。",
        "en": "{present} of {delegates} delegates are expected, fewer than {share}; the congress opens with at least {least}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = school_data(cast("Plan", node))
        congress = data.congress if data is not None else None
        if congress is None or congress.delegates is None or congress.present is None:
            return
        ruling = check.rulings[self.parameters[0]]
        least = _rounded_up(congress.delegates * ruling.number)
        if congress.present < least:
            yield self.finding(
                (*check.path, "data", "school", "congress", "present"),
                ruling=ruling,
                delegates=congress.delegates,
                present=congress.present,
                share=ruling.said,
                least=least,
            )


class SchoolYearWithoutCongress(Rule):
    """
    Reports a school year (学年) that ends with the plan and in which the staff congress neither met nor is to meet.

    ## Why is this bad?

    The congress meets at least once each school year, from September to August. What it would have heard and voted on,
    the yearly report, the accounts, the rules on pay, has no ground until it does.

    ## Example

    ```yaml
    period: {year: 2027, half: 1}
    data:
      school:
        last_congress: {day: 2026-06-18}
    ```

    Use instead:

    ```yaml
    period: {year: 2027, half: 1}
    data:
      school:
        last_congress: {day: 2026-06-18}
        congress: {session: 第三届教职工代表大会第二次会议, when: 3月中旬}
    ```

    ## Known limits

    Only plans that reach the end of a spring term are looked at, give or take two weeks: a plan for the autumn leaves the
    spring. Without `last_congress` nobody knows whether the congress met, and the rule says nothing; so it does where the
    plan speaks of a session whose time cannot be told. That schools must meet yearly was seen; that the school year counts
    is from general knowledge.
    """

    code = "SCH105"
    slug = "school-year-without-congress"
    title_zh = "一学年内没有召开教代会"
    title_en = "school year without a staff congress"
    severity = Severity.WARNING
    basis = CONGRESS_2012
    parameters = ("school-congress-every-year",)
    nodes = (Plan,)
    pack = "school"
    wording = {
        "zh": "上一次教代会是 {last}，{first}—{next}学年没有开过，本计划也没有安排；教代会每学年至少召开一次。",
        "en": "The staff congress last met on {last}; in the school year {first}–{next} it has not met, and none is planned."
        " It meets at least once each school year.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan = cast("Plan", node)
        data = school_data(plan)
        last = data.last_congress if data is not None else None
        start, end = plan.period.start, plan.period.end
        if data is None or last is None or start is None or end is None:
            return
        if not check.rulings[self.parameters[0]].value:
            return
        for year in range(start.year - 1, end.year + 1):
            terms = check.almanac.school_year(year)
            if terms is None or not start <= terms.spring_to - _LAST_DAYS <= end:
                continue
            first, behind = dt.date(year, 9, 1), dt.date(year + 1, 9, 1)
            if last.day < first and not _may_meet(data, check, first, behind):
                yield self.finding(
                    (*check.path, "data", "school", "last_congress", "day"),
                    ruling=check.rulings[self.parameters[0]],
                    last=last.day.isoformat(),
                    first=year,
                    next=year + 1,
                )


def _may_meet(data: SchoolData, check: Check, first: dt.date, behind: dt.date) -> bool:
    """Whether the plan has a session from one day until before another, or one whose time cannot be told."""
    session = LEXICON.pattern("session")
    times: list[Schedule | None] = [] if data.congress is None else [data.congress.when]
    for path, activity in check.survey.activities:
        if session.search(activity.title) and not check.calendar.looks_back(path):
            times.append(activity.when)
    if any(_may_lie(time, check, first, behind) for time in times):
        return True
    return not times and LEXICON.pattern("convened").search(check.survey.prose) is not None


def _may_lie(time: Schedule | None, check: Check, first: dt.date, behind: dt.date) -> bool:
    if time is None:
        return True
    for each in time.members if isinstance(time, Several) else (time,):
        found = check.calendar.days_of(each)
        if found.undated or any(
            not isinstance(day.start, dt.date) or first <= day.start < behind for day in found
        ):
            return True
    return False
