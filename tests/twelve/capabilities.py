"""What a plan can say, told by the plan itself: the rows of the table in `docs/explanation/twelve-plans.md`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any, Final

from unionkit import Plan
from unionkit.model import (
    Activity,
    AtFestival,
    Comparator,
    Content,
    Every,
    FreeText,
    Goal,
    InHoliday,
    InMonths,
    InTerm,
    Item,
    Nearness,
    OnPersonalDate,
    Paragraph,
    Part,
    Result,
    Schedule,
    Several,
    Table,
    WelfareMeasure,
    texts,
)

from .plans import outline_of

_MASKS: Final = ("××", "XX", "**", "--")


def _nodes(plan: Plan) -> Iterator[Content]:
    return (node for _, node in plan.walk())


def _items(plan: Plan) -> list[Item]:
    return [node for node in _nodes(plan) if isinstance(node, Item)]


def _goals(plan: Plan) -> list[Goal]:
    return [goal for _, goal in plan.goals()]


def _times(plan: Plan) -> Iterator[Schedule]:
    """Every time of the plan, and each of several that are told together."""
    for item in _items(plan):
        when = getattr(item, "when", None)
        if when is not None:
            yield when
            yield from when.members if isinstance(when, Several) else ()


def _has_time(*kinds: type) -> Callable[[Plan], bool]:
    return lambda plan: any(isinstance(when, kinds) for when in _times(plan))


def _signs(plan: Plan) -> set[Comparator]:
    return {goal.target.comparator for goal in _goals(plan) if goal.target is not None}


def _stands_alone(plan: Plan) -> bool:
    return any(isinstance(node, Item) and path[-2] != "facts" for path, node in plan.walk())


def _quoted(plan: Plan) -> Iterator[Counter[str | None]]:
    """For each paragraph, how many facts quote the same words."""
    return (
        Counter(fact.words for fact in node.facts) for node in _nodes(plan) if isinstance(node, Paragraph)
    )


def _two_goals(plan: Plan) -> bool:
    return any(
        max(Counter(fact.words for fact in node.facts if isinstance(fact, Goal)).values(), default=0) > 1
        for node in _nodes(plan)
        if isinstance(node, Paragraph)
    )


def _split_by_scope(plan: Plan) -> bool:
    scoped = {(goal.indicator, goal.scope) for goal in _goals(plan) if goal.scope}
    return max(Counter(indicator for indicator, _ in scoped).values(), default=0) > 1


def _is_about(plan: Plan) -> bool:
    return Comparator.ABOUT in _signs(plan) or any(
        result.value is not None and result.value.about for _, result in plan.results()
    )


def _levels(plan: Plan) -> str:
    return str(max((level for level, _ in outline_of(plan.content)), default="")) or ""


CAPABILITIES: Final[Mapping[str, Callable[[Plan], Any]]] = {
    "levels of headings and numbered entries": _levels,
    "numbers printed as they stood": lambda plan: any(marker for _, marker in outline_of(plan.content)),
    "prose before the first heading or number": lambda plan: next(
        (not node.marker if isinstance(node, Paragraph) else node.heading is None)
        for node in plan.content
        if isinstance(node, Paragraph | Part)
    ),
    "no heading at all": lambda plan: (
        not any(isinstance(node, Part) and node.heading for node in _nodes(plan))
    ),
    "a heading with nothing below it": lambda plan: any(
        isinstance(node, Part) and node.heading and not node.content for node in _nodes(plan)
    ),
    "items that stand alone in a list": _stands_alone,
    "several facts in the same words": lambda plan: any(
        count > 1 for count in chain.from_iterable(quoted.values() for quoted in _quoted(plan))
    ),
    "two goals in one clause": _two_goals,
    "at least a figure": lambda plan: Comparator.AT_LEAST in _signs(plan),
    "exactly a figure": lambda plan: Comparator.EXACTLY in _signs(plan),
    "about a figure": _is_about,
    "a status to keep": lambda plan: any(goal.keep for goal in _goals(plan)),
    "something to win or to do, without figure or day": lambda plan: any(
        goal.target is None and not goal.keep and goal.when is None and goal.due is None
        for goal in _goals(plan)
    ),
    "a goal for some of them": lambda plan: any(goal.scope for goal in _goals(plan)),
    "one indicator, split by ownership": _split_by_scope,
    "baseline and progress": lambda plan: any(goal.baseline and goal.progress for goal in _goals(plan)),
    "a goal with its time": lambda plan: any(goal.when is not None for goal in _goals(plan)),
    "results, in figures or words": lambda plan: any(isinstance(item, Result) for item in _items(plan)),
    "done already, as a review tells": lambda plan: any(
        isinstance(item, Activity | WelfareMeasure) and item.done for item in _items(plan)
    ),
    "a measure with several triggers": lambda plan: any(
        isinstance(item, WelfareMeasure) and len(item.triggers) > 1 for item in _items(plan)
    ),
    "recurring": _has_time(Every),
    "at a festival": _has_time(AtFestival),
    "before a festival": lambda plan: any(
        isinstance(when, AtFestival) and when.nearness is Nearness.BEFORE for when in _times(plan)
    ),
    "in a month, or several": _has_time(InMonths),
    "in a school term or holiday": _has_time(InTerm, InHoliday),
    "on a birthday": _has_time(OnPersonalDate),
    "at several times": _has_time(Several),
    "at a time that is no date": _has_time(FreeText),
    "year not said": lambda plan: plan.period.year is None,
    "masked words": lambda plan: any(mask in text for _, text in texts(plan) for mask in _MASKS),
}
"""Row of the table, and how to tell it: true, false, or what is to be printed."""

ELSEWHERE: Final[Mapping[str, Callable[[Plan], bool]]] = {
    "a range (`80%-90%`)": lambda plan: any(goal.target and goal.target.upper for goal in _goals(plan)),
    "a day by which it is due": lambda plan: any(getattr(item, "due", None) for item in _items(plan)),
    "a department responsible": lambda plan: any(item.owner for item in _items(plan)),
    "money a head": lambda plan: any(getattr(item, "per_head", None) for item in _items(plan)),
    "a table among the text": lambda plan: any(isinstance(node, Table) for node in _nodes(plan)),
    "a budget": lambda plan: plan.budget is not None,
    "an addressee": lambda plan: bool(plan.addressee),
    "signature and date": lambda plan: bool(plan.signature and plan.issued),
    "attached tables": lambda plan: "sign-off" in plan.layout[:-1],
    "what only its pack understands": lambda plan: bool(plan.data),
}
"""What none of the twelve says, and how to tell it where another plan does."""
