"""The words of a typed item that stands alone: generated, because the author wrote data instead of prose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from unionkit.errors import ImpossibleValueError, Lang
from unionkit.model import (
    Activity,
    Comparator,
    Fact,
    Goal,
    Money,
    Period,
    Plan,
    Quantity,
    Result,
    Target,
    WelfareForm,
    WelfareMeasure,
    plain_number,
)

_COMPARED: Final[dict[Lang, dict[Comparator, str]]] = {
    "zh": {
        Comparator.AT_LEAST: "不低于",
        Comparator.AT_MOST: "不超过",
        Comparator.EXACTLY: "",
        Comparator.ABOUT: "约为",
    },
    "en": {
        Comparator.AT_LEAST: "at least ",
        Comparator.AT_MOST: "at most ",
        Comparator.EXACTLY: "",
        Comparator.ABOUT: "about ",
    },
}
_ENDS: Final[dict[Lang, tuple[str, ...]]] = {"zh": ("。", "！", "？", "；"), "en": (".", "!", "?", ";")}
_FORMS: Final[dict[Lang, dict[WelfareForm, str]]] = {
    "zh": {
        WelfareForm.GOODS: "实物",
        WelfareForm.VOUCHER: "提货券",
        WelfareForm.MONEY: "慰问金",
        WelfareForm.SERVICE: "服务",
    },
    "en": {
        WelfareForm.GOODS: "goods",
        WelfareForm.VOUCHER: "vouchers",
        WelfareForm.MONEY: "money",
        WelfareForm.SERVICE: "a service",
    },
}
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def worded_date(day: dt.date, lang: Lang = "zh") -> str:
    """
    Write a day as official documents do, without leading zeros.

    >>> worded_date(dt.date(2026, 7, 1)), worded_date(dt.date(2026, 7, 1), "en")
    ('2026年7月1日', '1 July 2026')
    """
    if lang == "en":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


def worded_by(day: dt.date, lang: Lang = "zh", year: int | None = None) -> str:
    """
    Write a last day; its year is left out where it is `year`, the one that all readers have in mind.

    >>> worded_by(dt.date(2026, 9, 30)), worded_by(dt.date(2026, 9, 30), "en", 2026)
    ('2026年9月30日前', 'by 30 September')
    """
    said = worded_date(day, lang)
    if day.year == year:
        said = said.removesuffix(f" {year}") if lang == "en" else said.removeprefix(f"{year}年")
    return f"by {said}" if lang == "en" else f"{said}前"


def worded_month(month: int, lang: Lang = "zh", year: int | None = None) -> str:
    """
    Write a month.

    >>> worded_month(9), worded_month(1, "en", 2027)
    ('9月', 'January 2027')
    """
    if lang == "en":
        return f"{_MONTHS[month - 1]} {year}" if year else _MONTHS[month - 1]
    return f"{year}年{month}月" if year else f"{month}月"


def worded_time(item: Goal | Activity | WelfareMeasure, lang: Lang = "zh", year: int | None = None) -> str:
    """Write when an item is due, in the plan's words and with the last day where they do not name it."""
    when = "" if item.when is None else item.when.wording
    by = "" if item.due is None else worded_by(item.due, lang, year)
    if not by or by in when:
        return when
    if not when:
        return by
    return f"{when}（{by}）" if lang == "zh" else f"{when} ({by})"


def worded_task(item: Goal | Activity | WelfareMeasure, lang: Lang = "zh") -> str:
    """Write what is to be done, in a few words and without the details."""
    if isinstance(item, Goal):
        return _task_en(item) if lang == "en" else _task_zh(item)
    return item.title


def worded_target(target: Target, lang: Lang = "zh") -> str:
    """
    Write a target in words.

    >>> worded_target(Target.parse(">= 90%")), worded_target(Target.parse(">= 90%"), "en")
    ('不低于90%', 'at least 90%')
    """
    reached = "达到" if lang == "zh" and target.comparator is Comparator.EXACTLY else ""
    return f"{reached}{worded_figure(target, lang)}"


def worded_figure(target: Target, lang: Lang = "zh") -> str:
    """
    Write a target where its figure stands alone.

    >>> worded_figure(Target.parse("= 100%")), worded_figure(Target.parse(">= 90%"))
    ('100%', '不低于90%')
    """
    figure = f"{plain_number(target.value)}{target.unit}"
    if target.upper is not None:
        upper = f"{plain_number(target.upper)}{target.unit}"
        return f"{figure}至{upper}" if lang == "zh" else f"{figure} to {upper}"
    return f"{_COMPARED[lang][target.comparator]}{figure}"


def worded_quantity(quantity: Quantity | None, lang: Lang = "zh") -> str:
    """Write a number with its unit; nothing where there is none."""
    if quantity is None:
        return ""
    return str(quantity).replace("约", "about ", 1) if lang == "en" and quantity.about else str(quantity)


def worded_people(number: Quantity, lang: Lang = "zh") -> str:
    """Write how many people; a unit other than 人 (户, 名) is kept as it is."""
    shown = worded_quantity(number, lang)
    return f"{shown.removesuffix('人')} people" if lang == "en" and number.unit == "人" else shown


def worded_form(form: WelfareForm | None, lang: Lang = "zh") -> str:
    """Write in what form a welfare measure reaches people; nothing where it is not said."""
    return "" if form is None else _FORMS[lang][form]


def worded(item: Fact, lang: Lang = "zh") -> str:
    """Return the item's own wording, or one made from its data, as a whole sentence."""
    if item.text:
        return item.text
    said = _WRITERS[type(item)](item, lang)
    return said if said.endswith(_ENDS[lang]) else f"{said}{'。' if lang == 'zh' else '.'}"


def worded_title(plan: Plan, lang: Lang = "zh") -> str:
    """Return the plan's own title, or one made from organization and period."""
    if plan.title is not None or lang == "zh":
        return plan.full_title
    period = worded_period(plan.period, lang)
    return f"Work plan of {plan.organization.name or 'the union'}{f' for {period}' if period else ''}"


def worded_period(period: Period, lang: Lang = "zh") -> str:
    """Write the time that a plan is for; an empty text where it is not known."""
    if lang == "zh":
        return str(period)
    if period.first is not None and period.last is not None:
        return f"{worded_date(period.first, lang)} to {worded_date(period.last, lang)}"
    if period.term is not None:
        season = "autumn" if period.term == 1 else "spring"
        years = f" of {period.year}–{period.year + 1}" if period.year else ""
        return f"the {season} term{years}"
    if period.quarter is not None:
        return f"quarter {period.quarter} of {period.year or 'the year'}"
    half = {1: "the first half of ", 2: "the second half of ", None: ""}[period.half]
    return f"{half}{period.year or 'the year'}" if half or period.year else ""


def worded_unit(unit: str, lang: Lang = "zh") -> str:
    """Write the line about the unit of a table; nothing without a unit."""
    return f"{'单位：' if lang == 'zh' else 'Unit: '}{unit}" if unit else ""


def worded_yuan(lang: Lang = "zh") -> str:
    """Write the line about the unit of a table whose figures are yuan."""
    return worded_unit("元" if lang == "zh" else "yuan", lang)


def _goal(goal: Goal, lang: Lang) -> str:
    return _goal_en(goal) if lang == "en" else _goal_zh(goal)


def _task_zh(goal: Goal) -> str:
    if goal.keep:
        return f"{goal.scope}保持{goal.indicator}"
    if goal.target is not None:
        return f"{goal.scope}{goal.indicator}{worded_target(goal.target)}"
    return f"完成{goal.scope}{goal.indicator}"


def _task_en(goal: Goal) -> str:
    named = f"{goal.indicator} ({goal.scope})" if goal.scope else goal.indicator
    if goal.keep:
        return f"Keep {named}"
    return f"{named}: {worded_target(goal.target, 'en')}" if goal.target is not None else f"Complete {named}"


def _goal_zh(goal: Goal) -> str:
    return _task_zh(goal) + _details(
        "zh", goal.due and worded_by(goal.due), goal.owner and f"{goal.owner}负责"
    )


def _goal_en(goal: Goal) -> str:
    due = goal.due and worded_by(goal.due, "en")
    return _task_en(goal) + _details("en", due, goal.owner and f"owner: {goal.owner}")


def _result(result: Result, lang: Lang) -> str:
    value = worded_quantity(result.value, lang)
    if lang == "en":
        named = f"{result.indicator} ({result.scope})" if result.scope else result.indicator
        return f"{named}: {value}" if value else named
    return f"{result.scope}{result.indicator}{value}"


def _activity(activity: Activity, lang: Lang) -> str:
    zh = lang == "zh"
    due = activity.due and worded_date(activity.due, lang)
    return activity.title + _details(
        lang,
        activity.when and activity.when.wording,
        activity.place,
        activity.participants is not None
        and worded_people(activity.participants, lang) + ("参加" if zh else ""),
        activity.cost is not None and (f"预算{activity.cost}" if zh else f"budget {_yuan(activity.cost)}"),
        due and (f"{due}前完成" if zh else f"by {due}"),
        activity.owner and (f"{activity.owner}负责" if zh else f"owner: {activity.owner}"),
    )


def _welfare(measure: WelfareMeasure, lang: Lang) -> str:
    zh = lang == "zh"
    total = whole_cost(measure)
    return measure.title + _details(
        lang,
        measure.when and measure.when.wording,
        worded_form(measure.form, lang),
        measure.per_head is not None
        and (f"每人{measure.per_head}" if zh else f"{_yuan(measure.per_head)} each"),
        measure.headcount is not None and worded_people(measure.headcount, lang),
        total is not None and (f"共{total}" if zh else f"{_yuan(total)} in all"),
        measure.fund and (f"{measure.fund}列支" if zh else f"paid from {measure.fund}"),
        measure.owner and (f"{measure.owner}负责" if zh else f"owner: {measure.owner}"),
    )


def whole_cost(measure: WelfareMeasure) -> Money | None:
    """Return what a measure costs in all, as the plan says or as it follows; None where that is not known exactly."""
    if measure.cost is not None or measure.per_head is None or measure.headcount is None:
        return measure.cost
    if measure.headcount.about:
        return None
    try:
        return measure.per_head * measure.headcount.measure()[0]
    except ImpossibleValueError:  # more than any amount of money can be
        return None


def _yuan(money: Money) -> str:
    return f"{plain_number(money.yuan)} yuan"


def _details(lang: Lang, *details: object) -> str:
    said = [str(detail) for detail in details if detail]
    if not said:
        return ""
    return f"（{'，'.join(said)}）" if lang == "zh" else f" ({', '.join(said)})"


_WRITERS: Final[dict[type, Callable[[Any, Lang], str]]] = {
    Goal: _goal,
    Result: _result,
    Activity: _activity,
    WelfareMeasure: _welfare,
}
