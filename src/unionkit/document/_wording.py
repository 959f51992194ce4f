"""The words of a typed item that stands alone: generated, because the author wrote data instead of prose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from unionkit.errors import ImpossibleValueError
from unionkit.model import (
    Activity,
    Comparator,
    Fact,
    Goal,
    Money,
    Result,
    Target,
    WelfareForm,
    WelfareMeasure,
    plain_number,
)

_COMPARED: Final = {
    Comparator.AT_LEAST: "不低于",
    Comparator.AT_MOST: "不超过",
    Comparator.EXACTLY: "达到",
    Comparator.ABOUT: "约为",
}
_ENDS: Final = ("。", "！", "？", "；")
_FORMS: Final = {WelfareForm.GOODS: "实物", WelfareForm.MONEY: "慰问金", WelfareForm.SERVICE: "服务"}


def worded_date(day: dt.date) -> str:
    """
    Write a day as official documents do, without leading zeros.

    >>> worded_date(dt.date(2026, 7, 1))
    '2026年7月1日'
    """
    return f"{day.year}年{day.month}月{day.day}日"


def worded_target(target: Target) -> str:
    """
    Write a target in words.

    >>> worded_target(Target.parse(">= 90%"))
    '不低于90%'
    """
    figure = f"{plain_number(target.value)}{target.unit}"
    if target.upper is not None:
        return f"达到{figure}至{plain_number(target.upper)}{target.unit}"
    return f"{_COMPARED[target.comparator]}{figure}"


def worded(item: Fact) -> str:
    """Return the item's own wording, or one made from its data, as a whole sentence."""
    if item.text:
        return item.text
    said = _WRITERS[type(item)](item)
    return said if said.endswith(_ENDS) else f"{said}。"


def _goal(goal: Goal) -> str:
    if goal.keep:
        said = f"{goal.scope}保持{goal.indicator}"
    elif goal.target is not None:
        said = f"{goal.scope}{goal.indicator}{worded_target(goal.target)}"
    else:
        said = f"完成{goal.scope}{goal.indicator}"
    return said + _details(
        goal.due and f"{worded_date(goal.due)}前",
        goal.owner and f"{goal.owner}负责",
    )


def _result(result: Result) -> str:
    about = "约" if result.about else ""
    return f"{result.scope}{result.indicator}{about}{result.value or ''}"


def _activity(activity: Activity) -> str:
    return activity.title + _details(
        activity.when and activity.when.wording,
        activity.place,
        activity.participants is not None and f"{activity.participants}人参加",
        activity.cost is not None and f"预算{activity.cost}",
        activity.due and f"{worded_date(activity.due)}前完成",
        activity.owner and f"{activity.owner}负责",
    )


def _welfare(measure: WelfareMeasure) -> str:
    return measure.title + _details(
        measure.when and measure.when.wording,
        measure.form and _FORMS[measure.form],
        measure.per_head is not None and f"每人{measure.per_head}",
        measure.headcount is not None and f"{measure.headcount}人",
        _total(measure),
        measure.fund and f"{measure.fund}列支",
        measure.owner and f"{measure.owner}负责",
    )


def _total(measure: WelfareMeasure) -> str:
    if measure.per_head is None or measure.headcount is None:
        return ""
    try:
        return f"共{Money(measure.per_head.yuan * measure.headcount)}"
    except ImpossibleValueError:  # more than any amount of money can be
        return ""


def _details(*details: object) -> str:
    said = "，".join(str(detail) for detail in details if detail)
    return f"（{said}）" if said else ""


_WRITERS: Final[dict[type, Callable[..., str]]] = {
    Goal: _goal,
    Result: _result,
    Activity: _activity,
    WelfareMeasure: _welfare,
}
