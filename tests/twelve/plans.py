"""Twelve plans in our own words, made after twelve real ones, and what is expected of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from unionkit import Kit, Plan
from unionkit.model import (
    Activity,
    Content,
    Every,
    Goal,
    Item,
    Part,
    Quantity,
    Result,
    Schedule,
    WelfareMeasure,
)

FOLDER: Final = Path(__file__).parent
CORPUS: Final = FOLDER.parents[1].parent / "shared" / "corpus"
NAMES: Final = tuple(f"plan-{number:02}" for number in range(1, 13))
SECTORS: Final = ("school", "enterprise", "town", "community", "agency", "federation")

KIT: Final = Kit(
    discover=False, plugins=[import_module(f"unionkit_pack_{sector}") for sector in SECTORS], strict=True
)
"""Every pack of a sector, and nothing that happens to be installed besides."""

SCOPES: Final[Mapping[str, str]] = {
    "500万元以上企业": "年销售500万元以上的企业",
    "国有、集体及其控股企业": "国有、集体及控股企业",
    "国有及其控股企业": "国有和国有控股企业",
    "国有及控股企业": "国有和国有控股企业",
    "基层工会主席": "基层工会主席",
    "学校": "学校",
    "已建工会企业": "建会企业",
    "计划生育工作": "计划生育工作",
    "销售500万以上企业": "年销售500万元以上的企业",
    "非公有制企业": "非公企业",
}
"""Whom a goal or result covers: as the real plan says it, and as ours does."""


class Said(NamedTuple):
    """
    What a plan says by one fact, whatever the words.

    Attributes:
        type: goal, result, activity or welfare.

        kind: Of activities and welfare measures.

        comparator: Of goals and results: ``>=``, ``<=``, ``=``, ``approx``; ``status`` where there is no figure.

        scope: Whom a goal or result covers, in our words.

        recurrence: How often an activity returns.

        trigger: What calls for a welfare measure; one with two triggers says two things.

        done: An activity or welfare measure that is told as past.

        value: The figure of a goal or result, in base units.

        unit: The unit of the figure.

        timed: A goal or activity whose time is told, as a date or in other words.
    """

    type: str
    kind: str | None = None
    comparator: str | None = None
    scope: str | None = None
    recurrence: str | None = None
    trigger: str | None = None
    done: bool = False
    value: Decimal | None = None
    unit: str | None = None
    timed: bool = False


def said_by(plan: Plan) -> Counter[Said]:
    """What a plan says, and how often."""
    return Counter(said for _, node in plan.walk() if isinstance(node, Item) for said in _said(node))


def _said(item: Item) -> Iterator[Said]:
    match item:
        case Goal(target=target):
            sign = "status" if target is None else target.comparator.value.replace("~", "approx")
            figure = None if target is None else Quantity(target.value, target.unit)
            timed = item.when is not None or item.due is not None
            yield _figured("goal", item.scope, sign, figure)._replace(timed=timed)
        case Result(value=value):
            sign = "status" if value is None else "approx" if value.about else "="
            yield _figured("result", item.scope, sign, value)
        case Activity():
            recurrence, timed = recurrence_of(item.when), item.when is not None
            yield Said("activity", item.kind, recurrence=recurrence, done=item.done, timed=timed)
        case WelfareMeasure():
            for trigger in item.triggers or (None,):
                yield Said("welfare", item.kind, trigger=trigger, done=item.done)


def _figured(name: str, scope: str, comparator: str, figure: Quantity | None) -> Said:
    value, unit = (None, None) if figure is None else figure.measure()
    return Said(
        name,
        comparator=comparator,
        scope=scope or None,
        value=None if value is None else value.normalize(),
        unit=unit,
    )


def recurrence_of(when: Schedule | None) -> str | None:
    """How often a time returns; None for what happens once."""
    return when.recurrence.value if isinstance(when, Every) else None


def said_by_original(truth: Mapping[str, Any]) -> Counter[Said]:
    """What a real plan says, from the facts that someone noted down when reading it."""
    figures = (
        Said(
            kind,
            comparator=each["comparator"],
            scope=SCOPES[each["scope"]] if each.get("scope") else None,
            value=None if each["value"] is None else Decimal(each["value"]).normalize(),
            unit=each["unit"],
            timed=kind == "goal" and bool(each.get("due")),
        )
        for kind in ("goal", "result")
        for each in truth[f"{kind}s"]
    )
    activities = (
        Said(
            "activity",
            each["kind"],
            recurrence=each["recurrence"],
            done=each.get("past", False),
            timed=each["schedule_text"] is not None,
        )
        for each in truth["activities"]
    )
    welfare = (
        Said("welfare", each["kind"], trigger=each["trigger"], done=each.get("past", False))
        for each in truth["welfare"]
    )
    return Counter([*figures, *activities, *welfare])


def outline_of(content: tuple[Content, ...], level: int = 1) -> Iterator[tuple[int, str]]:
    """Level and number of every heading and numbered entry, in reading order; a part without heading counts as a level."""
    for node in content:
        if isinstance(node, Part):
            if node.heading is not None:
                yield level, node.marker or ""
            yield from outline_of(node.content, level + 1)
        elif marker := getattr(node, "marker", None):
            yield level, marker


@cache
def plan_of(name: str) -> Plan:
    """One of the twelve."""
    return KIT.load(FOLDER / f"{name}.yaml").plan


@cache
def expected() -> Mapping[str, Any]:
    """Sector, outline and facts of each real plan, as `expected.yaml` has them."""
    told: Mapping[str, Any] = yaml.safe_load((FOLDER / "expected.yaml").read_text(encoding="utf-8"))
    return told


def said_as_expected(name: str) -> Counter[Said]:
    """What the plan should say, and how often."""
    told: Counter[Said] = Counter()
    for entry in expected()[name]["facts"]:
        fact = {key: value for key, value in entry.items() if key != "times"}
        if "value" in fact:
            fact["value"] = Decimal(fact["value"]).normalize()
        told[Said(**fact)] += entry.get("times", 1)
    return told


def outline_as_expected(name: str) -> list[tuple[int, str]]:
    """Level and number of every entry that the plan should have."""
    lines: list[str] = expected()[name]["outline"]
    return [(int(line[0]), line[2:]) for line in lines]
