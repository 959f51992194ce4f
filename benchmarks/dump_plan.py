"""
What it costs to write a plan, beside what JSON alone costs.

    python benchmarks/dump_plan.py [items ...]

A plan of many typed items is turned into plain values by a bare cattrs converter and these into text by
``json.dumps``; and written as a plan file by ``dump_plan``, as YAML and as JSON. Every figure, amount and day is another
one, and what was found out about them is forgotten before each round (first), or kept from the one before (again). All
are done in turn, many times; the figures are medians, and only the ratios mean anything: each is the median of what was
measured within one round, so that a machine that is slower for a while does not show in them. At most 1.5.
"""

from __future__ import annotations

import gc
import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from decimal import Decimal

import cattrs

from unionkit.files import _notations, _unstructure, dump_plan, load_plan, to_dict
from unionkit.model import (
    Activity,
    Goal,
    Money,
    Part,
    Plan,
    Quantity,
    Result,
    Target,
    WelfareMeasure,
    parse_schedule,
)

ITEMS = 10_000
ROUNDS = 15


def plan_of(items: int) -> Plan:
    """A plan of that many goals, results, activities and welfare measures, in parts of a hundred."""
    rng = random.Random(7)
    made = []
    for number in range(items // 4):
        owner = rng.choice(("办公室", "女职工委员会", "宣传部"))
        when = parse_schedule(f"{1950 + number % 150}年{number % 12 + 1}月{number % 28 + 1}日")
        made += [
            Goal(indicator=f"覆盖面{number}", target=Target.parse(f">= {number % 1000 / 10}%"), owner=owner),
            Result(indicator=f"提案办结{number}", value=Quantity(number, "件"), owner=owner),
            Activity(
                title=f"活动{number}",
                kind="meeting",
                when=when,
                participants=number % 500,
                cost=Money(1200 + number),
                owner=owner,
            ),
            WelfareMeasure(
                title=f"慰问{number}", when=when, per_head=Money(300), headcount=number % 2000, fund="会费"
            ),
        ]
    parts = [Part(heading="工作", content=made[at : at + 100]) for at in range(0, len(made), 100)]
    return Plan(title="工作计划", content=parts)


def forget() -> None:
    """Forget what was found out about classes, times and figures."""
    _unstructure._WAYS.clear()  # noqa: SLF001 -- what it knows of classes is to be forgotten
    for module in (_notations, _unstructure):
        for kept in vars(module).values():
            if hasattr(kept, "cache_clear"):
                kept.cache_clear()


def main() -> None:
    """Print the ratios for each size."""
    bare = cattrs.Converter()
    bare.register_unstructure_hook(Decimal, str)
    for items in map(int, sys.argv[1:] or [ITEMS]):
        plan = plan_of(items)
        assert load_plan(dump_plan(plan)) == load_plan(dump_plan(plan, "json")) == plan
        plain = to_dict(plan)
        ways: dict[str, Callable[[], object]] = {
            "cattrs + json.dumps": lambda plan=plan, plain=plain: (bare.unstructure(plan), json.dumps(plain)),
            "YAML, first": lambda plan=plan: dump_plan(plan),
            "YAML, again": lambda plan=plan: dump_plan(plan),
            "JSON, first": lambda plan=plan: dump_plan(plan, "json"),
            "JSON, again": lambda plan=plan: dump_plan(plan, "json"),
        }
        took: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, way in ways.items():
                if name.endswith("first"):
                    forget()
                gc.collect()
                began = time.perf_counter()
                way()
                took[name].append(time.perf_counter() - began)
        base = took["cattrs + json.dumps"]
        print(f"{items} items")
        for name, times in took.items():
            ratio = statistics.median(time / beside for time, beside in zip(times, base, strict=True))
            print(f"  {name:20} {1000 * statistics.median(times):9.1f} ms  ratio {ratio:5.2f}")


if __name__ == "__main__":
    main()
