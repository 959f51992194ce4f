"""
What it costs to know a plan, beside what it costs to parse its YAML.

    python benchmarks/load_plan.py [times ...]

A usual plan of about 145 nested objects in 1,000 lines of YAML, as editors and other programs write it, alone and a
hundred times over in one file, is turned into plain values by ``yaml.load(text, CSafeLoader)`` and into a typed plan,
with the place of everything, by ``PlanFile.parse``. Both are done in turn, many times; the figures are medians, and only
their ratios mean anything: at most 1.25 within a size, and a hundred times the input takes at most 150 times as long.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time
from collections.abc import Callable

import yaml

from unionkit.files import PlanFile, dump_plan
from unionkit.model import (
    Activity,
    Content,
    Goal,
    Money,
    Organization,
    Paragraph,
    Part,
    Period,
    Plan,
    Quantity,
    Result,
    Target,
    WelfareMeasure,
    parse_schedule,
)

ROUNDS = {1: 40, 100: 5}
_CLAUSES = (
    "坚持以职工为本",
    "结合本单位实际",
    "健全长效机制",
    "扎实做好疗休养安排",
    "接受经费审查委员会监督",
    "责任到人",
)
_WHEN = ("9月下旬", "中秋节", "教师节前后", "10月", "每季度", "2026年9月10日", "适时")
_OWNERS = ("办公室", "女职工委员会", "经费审查委员会", "宣传部")


def usual_plan(times: int) -> Plan:
    """A plan with every kind of item, one usual plan's content `times` over."""
    rng = random.Random(7)
    parts = tuple(_part(rng) for _ in range(11 * times))
    return Plan(
        pack="school",
        title="某某中学工会2026年下半年工作计划",
        organization=Organization(name="某某中学工会", sector="school", members=186, women=112),
        period=Period(year=2026, half=2),
        content=parts,
    )


def _sentence(rng: random.Random) -> str:
    return "，".join(rng.choices(_CLAUSES, k=5)) + "。"


def _part(rng: random.Random) -> Part:
    """A part with two parts of prose and items."""
    inner = tuple(Part(heading=rng.choice(_CLAUSES), content=tuple(_content(rng))) for _ in range(2))
    return Part(role="work", heading=rng.choice(_CLAUSES), content=inner)


def _content(rng: random.Random) -> list[Content]:
    owner, when = rng.choice(_OWNERS), parse_schedule(rng.choice(_WHEN))
    told = "代表出席率不低于90%"
    return [
        *(Paragraph(text=_sentence(rng)) for _ in range(18)),
        Paragraph(
            text=f"{_sentence(rng)}{told}。",
            facts=[Goal(indicator="代表出席率", target=Target.parse(">= 90%"), words=told, owner=owner)],
        ),
        Activity(
            title="教职工代表大会",
            kind="meeting",
            when=when,
            place="二楼会议室",
            participants=86,
            cost=Money(1200),
            owner=owner,
        ),
        WelfareMeasure(
            title="慰问会员", kind="festival-gift", when=when, per_head=Money(300), headcount=186, fund="会费"
        ),
        Result(indicator="提案办结", value=Quantity.parse("约30件"), owner=owner, text=_sentence(rng)),
    ]


def measure(text: str, rounds: int) -> float:
    """Print how long both take; return how long the typed plan does, in seconds."""
    ways: tuple[Callable[[], object], ...] = (
        lambda: yaml.load(text, Loader=yaml.CSafeLoader),
        lambda: PlanFile.parse(text),
    )
    took: tuple[list[float], ...] = ([], [])
    for _ in range(rounds):
        for way, times in zip(ways, took, strict=True):
            gc.collect()
            began = time.perf_counter()
            way()
            times.append(time.perf_counter() - began)
    plain, typed = map(statistics.median, took)
    print(
        f"  plain values {1000 * plain:9.1f} ms\n  typed plan   {1000 * typed:9.1f} ms\n  ratio        {typed / plain:9.2f}"
    )
    return typed


def objects(value: object) -> int:
    """How many mappings plain values consist of."""
    if isinstance(value, dict):
        return 1 + sum(map(objects, value.values()))
    return sum(map(objects, value)) if isinstance(value, list) else 0


def main() -> None:
    """Print the ratio for each size, and how the time grows from the first size to the others."""
    took: dict[int, float] = {}
    for times in map(int, sys.argv[1:] or ROUNDS):
        plan = usual_plan(times)
        plain = yaml.load(dump_plan(plan), Loader=yaml.CSafeLoader)
        text = yaml.dump(plain, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6)
        assert PlanFile.parse(text).plan == plan
        print(
            f"{times} × a usual plan: {objects(plain)} objects, {text.count(chr(10))} lines, {len(text)} characters"
        )
        took[times] = measure(text, ROUNDS.get(times, 10))
    first, *others = took
    for times in others:
        print(f"{times // first} times the input: {took[times] / took[first]:.0f} times as long")


if __name__ == "__main__":
    main()
