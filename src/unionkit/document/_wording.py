"""The words of a typed item that stands alone: generated, because the author wrote data instead of prose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from unionkit.errors import ImpossibleValueError, Lang
from unionkit.model import (
    CORE_VOCABULARY,
    Activity,
    Deadline,
    Fact,
    Goal,
    InMonths,
    Money,
    Occasion,
    OnDay,
    OnPersonalDate,
    Plan,
    Result,
    Vocabulary,
    WelfareForm,
    WelfareMeasure,
)

from ._wording_dates import worded_by, worded_period
from ._wording_figures import (
    worded_money,
    worded_people,
    worded_per_head,
    worded_progress,
    worded_quantity,
    worded_target,
)
from ._wording_schedule import listed_en, worded_schedule

_ENDS: Final[dict[Lang, tuple[str, ...]]] = {"zh": ("。", "！", "？", "；"), "en": (".", "!", "?", ";")}
_FORMS: Final[dict[Lang, dict[WelfareForm, str]]] = {
    "zh": {
        WelfareForm.GOODS: "实物",
        WelfareForm.VOUCHER: "提货券",
        WelfareForm.MONEY: "现金",
        WelfareForm.SERVICE: "服务",
    },
    "en": {
        WelfareForm.GOODS: "goods",
        WelfareForm.VOUCHER: "vouchers",
        WelfareForm.MONEY: "cash",
        WelfareForm.SERVICE: "service",
    },
}
_DAYS: Final = ("festival", "vacation", "birthday")
"""Triggers that come by the calendar, not upon people."""
_HAPPEN: Final = frozenset(
    {"illness", "bereavement", "death", "wedding", "childbirth", "retirement", "unemployment"}
)
"""Triggers whose Chinese names are verbs."""
_SAID_BY: Final = {
    Occasion.BIRTHDAY: "birthday",
    Occasion.ROUND_BIRTHDAY: "birthday",
    Occasion.RETIREMENT: "retirement",
}
"""Triggers that say no more than such a time does."""


def worded_time(
    item: Goal | Activity | WelfareMeasure, lang: Lang = "zh", year: int | None = None, when: str = ""
) -> str:
    """
    Write when an item is due, in the plan's words, and with the last day where they do not name it.

    Args:
        item: What is due.

        lang: The language.

        year: The year that all readers have in mind.

        when: The words of its time, where the caller has more to say than the plan.
    """
    when = when or ("" if item.when is None else worded_schedule(item.when, lang))
    by = "" if item.due is None else worded_by(item.due, lang, year)
    if by and (not when or _is_told_by(item)):
        return by
    if not by or by in when:
        return when
    if lang == "zh":
        return f"{when[:-1]}，{by}）" if when.endswith("）") else f"{when}（{by}）"
    return f"{when[:-1]}; {by})" if when.endswith(")") else f"{when} ({by})"


def _is_told_by(item: Goal | Activity | WelfareMeasure) -> bool:
    """Whether the last day says all that the time does: it is that day, or lies in the month that the time is."""
    when, due = item.when, item.due
    if due is None or when is None:
        return False
    if isinstance(when, Deadline):
        day = when.before
        return (
            isinstance(day, OnDay)
            and not day.lunar
            and (day.month, day.day) == (due.month, due.day)
            and day.year in (None, due.year)
        )
    return (
        isinstance(when, InMonths)
        and when.first == when.last == due.month
        and when.part is None
        and when.year in (None, due.year)
        and not when.next_year
    )


def worded_task(
    item: Goal | Activity | WelfareMeasure, lang: Lang = "zh", vocabulary: Vocabulary = CORE_VOCABULARY
) -> str:
    """Write what is to be done, in a few words and without the details."""
    if isinstance(item, Goal):
        return worded_name(_task_en(item, vocabulary), lang) if lang == "en" else _task_zh(item, vocabulary)
    return worded_name(item.title, lang)


def worded_name(name: str, lang: Lang = "zh") -> str:
    """Write what begins a line; in English with a capital letter."""
    return f"{name[0].upper()}{name[1:]}" if lang == "en" and name[:1].isascii() else name


def triggers_besides_time(measure: WelfareMeasure) -> list[str]:
    """What calls for a measure, as far as its time does not say it: that it is a festival, somebody's birthday."""
    when = measure.when
    said = {"festival"} if when is not None else set()
    if isinstance(when, OnPersonalDate):
        said.add(_SAID_BY.get(when.occasion, ""))
    return [name for name in measure.triggers if name not in said]


def worded_form(form: WelfareForm | None, lang: Lang = "zh") -> str:
    """Write in what form a welfare measure reaches people; nothing where it is not said."""
    return "" if form is None else _FORMS[lang][form]


def worded(item: Fact, lang: Lang = "zh", vocabulary: Vocabulary = CORE_VOCABULARY) -> str:
    """
    Return the item's own wording, or one made from its data, as a whole sentence.

    Args:
        item: The item.

        lang: The language of what is made.

        vocabulary: What triggers and honours are called.
    """
    if item.text:
        return item.text
    said = worded_name(_WRITERS[type(item)](item, lang, vocabulary), lang)
    return said if said.endswith(_ENDS[lang]) else f"{said}{'。' if lang == 'zh' else '.'}"


def worded_title(plan: Plan, lang: Lang = "zh") -> str:
    """Return the plan's own title, or one made from organization and period."""
    if plan.title is not None or lang == "zh":
        return plan.full_title
    period = worded_period(plan.period, lang)
    return f"Work plan of {plan.organization.name or 'the union'}{f' for {period}' if period else ''}"


def _goal(goal: Goal, lang: Lang, vocabulary: Vocabulary) -> str:
    return _goal_en(goal, vocabulary) if lang == "en" else _goal_zh(goal, vocabulary)


def _task_zh(goal: Goal, vocabulary: Vocabulary) -> str:
    if goal.keep:
        ending = (
            "称号" if _honour_en(goal.indicator, vocabulary) and not goal.indicator.endswith("称号") else ""
        )
        return f"{goal.scope}保持{goal.indicator}{ending}"
    if goal.target is not None:
        return f"{goal.scope}{goal.indicator}{worded_target(goal.target)}"
    return f"完成{goal.scope}{goal.indicator}"


def _task_en(goal: Goal, vocabulary: Vocabulary) -> str:
    called = _honour_en(goal.indicator, vocabulary) or goal.indicator
    named = f"{called} ({goal.scope})" if goal.scope else called
    if goal.keep:
        return f"Keep {named}"
    return f"{named}: {worded_target(goal.target, 'en')}" if goal.target is not None else f"Complete {named}"


def _goal_zh(goal: Goal, vocabulary: Vocabulary) -> str:
    return _task_zh(goal, vocabulary) + _details(
        "zh",
        goal.baseline is not None and f"现为{goal.baseline}",
        worded_progress(goal.progress),
        *_times(goal, "zh"),
        goal.owner and f"{goal.owner}负责",
    )


def _honour_en(title: str, vocabulary: Vocabulary) -> str:
    """Return what a title is called in English, with its level; empty where it is no honour (市级模范职工之家称号)."""
    bare = title.removesuffix("称号")
    level = next((each for each in _LEVELS if bare.startswith(each)), "")
    known = {term.zh: term.en for term in vocabulary.honours.values()}
    if bare in known:
        return known[bare]
    honour = known.get(bare.removeprefix(level), "")
    return f"{_LEVELS[level]} {honour}" if level and honour else ""


_LEVELS: Final = {
    "全国": "national",
    "国家级": "national",
    "省级": "provincial",
    "市级": "municipal",
    "区级": "district",
    "县级": "county",
    "街道级": "subdistrict",
    "乡镇级": "township",
    "镇级": "town",
    "校级": "school",
}
"""Levels at which honours are given."""


def _goal_en(goal: Goal, vocabulary: Vocabulary) -> str:
    return _task_en(goal, vocabulary) + _details(
        "en",
        goal.baseline is not None and f"at present {worded_quantity(goal.baseline, 'en')}",
        worded_progress(goal.progress, "en"),
        *_times(goal, "en"),
        goal.owner and f"responsible: {goal.owner}",
    )


def _times(item: Goal | Activity | WelfareMeasure, lang: Lang, done: str = "") -> Iterator[str]:
    """Yield the time, and the last day with what is done by then, each where the other does not say it."""
    when = "" if item.when is None else worded_schedule(item.when, lang)
    by = "" if item.due is None else worded_by(item.due, lang)
    if when and not _is_told_by(item):
        yield when
    if by and by not in when:
        yield f"{by}{done}" if lang == "zh" else by


def _result(result: Result, lang: Lang, _vocabulary: Vocabulary) -> str:
    zh = lang == "zh"
    value = worded_quantity(result.value, lang)
    if zh:
        said = f"{result.scope}{result.indicator}{value}"
    else:
        named = f"{result.indicator} ({result.scope})" if result.scope else result.indicator
        said = f"{named}: {value}" if value else named
    return said + _details(
        lang,
        result.when and worded_schedule(result.when, lang),
        result.owner and (f"{result.owner}负责" if zh else f"responsible: {result.owner}"),
    )


def _activity(activity: Activity, lang: Lang, _vocabulary: Vocabulary) -> str:
    zh = lang == "zh"
    partners = "、".join(activity.partners) if zh else listed_en(activity.partners or ("",))
    return activity.title + _details(
        lang,
        *_times(activity, lang, "完成"),
        activity.place,
        activity.participants is not None
        and worded_people(activity.participants, lang) + ("参加" if zh else ""),
        activity.prizes is not None and (f"获奖{activity.prizes}人" if zh else f"prizes: {activity.prizes}"),
        activity.cost is not None and f"{'预算' if zh else 'budget '}{worded_money(activity.cost, lang)}",
        activity.host and (f"{activity.host}主办" if zh else f"held by {activity.host}"),
        partners and (f"{partners}协办" if zh else f"with {partners}"),
        activity.owner and (f"{activity.owner}负责" if zh else f"responsible: {activity.owner}"),
    )


def _welfare(measure: WelfareMeasure, lang: Lang, vocabulary: Vocabulary) -> str:
    zh = lang == "zh"
    total = whole_cost(measure)
    return measure.title + _details(
        lang,
        *_times(measure, lang, "落实"),
        _worded_triggers(measure, lang, vocabulary),
        measure.form is not WelfareForm.SERVICE and worded_form(measure.form, lang),
        measure.per_head is not None and worded_per_head(measure.per_head, measure.headcount, lang),
        measure.headcount is not None and worded_people(measure.headcount, lang),
        total is not None and f"{'共' if zh else ''}{worded_money(total, lang)}{'' if zh else ' in all'}",
        measure.fund and (f"{measure.fund}列支" if zh else f"paid from {measure.fund}"),
        measure.owner and (f"{measure.owner}负责" if zh else f"responsible: {measure.owner}"),
    )


def _worded_triggers(measure: WelfareMeasure, lang: Lang, vocabulary: Vocabulary) -> str:
    """What calls for it: days come (逢生日), things happen (退休时), and befall people (遇生活困难、工伤时)."""
    names = triggers_besides_time(measure)
    terms = vocabulary.triggers
    if lang == "en":
        listed = listed_en([terms[name].en if name in terms else name for name in names] or [""])
        return f"occasion: {listed}" if listed else ""
    days, events = (
        "、".join(terms[name].zh if name in terms else name for name in names if (name in _DAYS) is is_day)
        for is_day in (True, False)
    )
    befall = "" if _HAPPEN.issuperset(name for name in names if name not in _DAYS) else "遇"
    return "，".join(filter(None, (days and f"逢{days}", events and f"{befall}{events}时")))


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


def _details(lang: Lang, *details: object) -> str:
    said = [str(detail) for detail in details if detail]
    if not said:
        return ""
    return f"（{'，'.join(said)}）" if lang == "zh" else f" ({', '.join(said)})"


_WRITERS: Final[dict[type, Callable[[Any, Lang, Vocabulary], str]]] = {
    Goal: _goal,
    Result: _result,
    Activity: _activity,
    WelfareMeasure: _welfare,
}
