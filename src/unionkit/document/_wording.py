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
        Comparator.EXACTLY: "达到",
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


def worded_target(target: Target, lang: Lang = "zh") -> str:
    """
    Write a target in words.

    >>> worded_target(Target.parse(">= 90%")), worded_target(Target.parse(">= 90%"), "en")
    ('不低于90%', 'at least 90%')
    """
    figure = f"{plain_number(target.value)}{target.unit}"
    if target.upper is not None:
        upper = f"{plain_number(target.upper)}{target.unit}"
        return f"达到{figure}至{upper}" if lang == "zh" else f"{figure} to {upper}"
    return f"{_COMPARED[lang][target.comparator]}{figure}"


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


def _goal(goal: Goal, lang: Lang) -> str:
    return _goal_en(goal) if lang == "en" else _goal_zh(goal)


def _goal_zh(goal: Goal) -> str:
    if goal.keep:
        said = f"{goal.scope}保持{goal.indicator}"
    elif goal.target is not None:
        said = f"{goal.scope}{goal.indicator}{worded_target(goal.target)}"
    else:
        said = f"完成{goal.scope}{goal.indicator}"
    return said + _details(
        "zh", goal.due and f"{worded_date(goal.due)}前", goal.owner and f"{goal.owner}负责"
    )


def _goal_en(goal: Goal) -> str:
    named = f"{goal.indicator} ({goal.scope})" if goal.scope else goal.indicator
    if goal.keep:
        said = f"Keep {named}"
    else:
        said = (
            f"{named}: {worded_target(goal.target, 'en')}" if goal.target is not None else f"Complete {named}"
        )
    due = goal.due and f"by {worded_date(goal.due, 'en')}"
    return said + _details("en", due, goal.owner and f"owner: {goal.owner}")


def _result(result: Result, lang: Lang) -> str:
    value = _quantity(result.value, lang)
    if lang == "en":
        named = f"{result.indicator} ({result.scope})" if result.scope else result.indicator
        return f"{named}: {value}" if value else named
    return f"{result.scope}{result.indicator}{value}"


def _quantity(quantity: Quantity | None, lang: Lang) -> str:
    if quantity is None:
        return ""
    return str(quantity).replace("约", "about ", 1) if lang == "en" and quantity.about else str(quantity)


def _activity(activity: Activity, lang: Lang) -> str:
    zh = lang == "zh"
    due = activity.due and worded_date(activity.due, lang)
    return activity.title + _details(
        lang,
        activity.when and activity.when.wording,
        activity.place,
        activity.participants is not None
        and (f"{activity.participants}参加" if zh else _people(activity.participants)),
        activity.cost is not None and (f"预算{activity.cost}" if zh else f"budget {_yuan(activity.cost)}"),
        due and (f"{due}前完成" if zh else f"by {due}"),
        activity.owner and (f"{activity.owner}负责" if zh else f"owner: {activity.owner}"),
    )


def _welfare(measure: WelfareMeasure, lang: Lang) -> str:
    zh = lang == "zh"
    total = _total(measure)
    return measure.title + _details(
        lang,
        measure.when and measure.when.wording,
        measure.form and _FORMS[lang][measure.form],
        measure.per_head is not None
        and (f"每人{measure.per_head}" if zh else f"{_yuan(measure.per_head)} each"),
        measure.headcount is not None and (str(measure.headcount) if zh else _people(measure.headcount)),
        total is not None and (f"共{total}" if zh else f"{_yuan(total)} in all"),
        measure.fund and (f"{measure.fund}列支" if zh else f"paid from {measure.fund}"),
        measure.owner and (f"{measure.owner}负责" if zh else f"owner: {measure.owner}"),
    )


def _total(measure: WelfareMeasure) -> Money | None:
    if measure.cost is not None or measure.per_head is None or measure.headcount is None:
        return measure.cost
    if measure.headcount.about:
        return None
    try:
        return Money(measure.per_head.yuan * measure.headcount.measure()[0])
    except ImpossibleValueError:  # more than any amount of money can be
        return None


def _people(number: Quantity) -> str:
    """How many people, in English; a unit other than 人 (户, 名) is kept as it is."""
    shown = _quantity(number, "en")
    return f"{shown.removesuffix('人')} people" if number.unit == "人" else shown


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
