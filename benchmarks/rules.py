"""
What it costs to check a plan.

    python benchmarks/rules.py [rounds]

Rules on typed fields are held against ``jsonschema`` (iter_errors) on the same plan and the schema that stands beside
this file; rules that look at the prose against one pass of one compiled pattern a rule over it; a plan of 10,000
items against one of 1,000; and 1,000 usual plans, loaded and checked, on two processes against one. All are run in turn;
only the ratios of one run mean anything. Needs jsonschema.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import multiprocessing
import resource
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import jsonschema
from load_plan import usual_plan

from unionkit import Kit
from unionkit.files import dump_plan, to_dict
from unionkit.model import Activity, Goal, Period, Plan, parse_schedule
from unionkit.rules import (
    RULES,
    Check,
    Passage,
    Rule,
    Ruling,
    Survey,
    TextRule,
    built_in_law,
    check_plan,
)
from unionkit.rules._rule import compiled

ROUNDS = 15
TYPED_LIMIT = 0.1
TEXT_LIMIT = 4.0
GROWTH_LIMIT = 12.0
CORES_LEAST = 1.6
PLANS = 1000
_PLAIN = "职工代表大会|教职工代表大会"
SCHEMA = Path(__file__).with_name("plan.schema.json")


class _Watched(Survey):
    """A survey that notes whether somebody read the prose."""

    read = False

    def __getattribute__(self, name: str) -> object:
        if name in ("passages", "prose", "all_words", "hits", "mentions"):
            _Watched.read = True
        return super().__getattribute__(name)


def reads_prose(rule: Rule, plan: Plan) -> bool:
    """Whether a rule looks at the prose of a plan: by its pattern, by the texts it asks for, or by itself."""
    if isinstance(rule, TextRule) or Passage in rule.nodes or "_text" in type(rule).__module__:
        return True
    _Watched.read = False
    survey = _Watched(plan)
    nodes = ((), plan), (("organization",), plan.organization), *survey.nodes
    rulings = {name: ruling for name in rule.parameters if (ruling := _ruling(name)) is not None}
    for path, node in nodes:
        if type(node) in rule.nodes and len(rulings) == len(rule.parameters):
            check = Check(plan=plan, path=path, day=plan.period.end, survey=survey, rulings=rulings)
            with suppress(Exception):  # it may need what the plan does not say
                list(rule.check(node, check))
    return _Watched.read


def _ruling(name: str) -> Ruling | None:
    parameter = built_in_law()[name]
    return next(
        (parameter.ruling(dt.date(2026, 12, 31), region=each.region) for each in parameter.limits), None
    )


def large_plan(items: int) -> Plan:
    """A plan of so many items."""
    when = [parse_schedule(words) for words in ("9月下旬", "10月", "每季度", "11月8日")]
    content = [
        Activity(title=f"活动{at}", when=when[at % 4], owner="宣传部")
        if at % 2
        else Goal(indicator=f"指标{at}", when=when[at % 4], owner="宣传部")
        for at in range(items)
    ]
    return Plan(period=Period(year=2026, half=2), content=content)


def timed(jobs: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median time of each, all done in turn."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for job in jobs.values():
        job()
    for _ in range(rounds):
        for name, job in jobs.items():
            gc.collect()
            start = time.perf_counter()
            job()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(told) for name, told in times.items()}


def check_text(text: str) -> int:
    """Load and check one plan, as a process of a batch does; the most memory that it has taken, in KiB."""
    _kit().check(_kit().loads(text), pack="neutral")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


_KITS: list[Kit] = []


def _kit() -> Kit:
    if not _KITS:
        _KITS.append(Kit(discover=False))
    return _KITS[0]


def on_cores(texts: list[str], cores: int) -> tuple[float, list[int]]:
    """How long a batch takes on so many processes once they have started, and the memory taken after each plan."""
    with ProcessPoolExecutor(cores, mp_context=multiprocessing.get_context("spawn")) as pool:
        list(pool.map(check_text, texts[: cores * 20], chunksize=1))
        start = time.perf_counter()
        memory = list(pool.map(check_text, texts, chunksize=20))
        return time.perf_counter() - start, memory


def passes(prose: str, rules: tuple[Rule, ...]) -> Callable[[], None]:
    """One pass of one pattern a rule: its own, or a plain one for a rule that has none."""
    patterns = [compiled(rule.pattern if isinstance(rule, TextRule) else _PLAIN) for rule in rules]

    def run() -> None:
        for pattern in patterns:
            for _ in pattern.finditer(prose):
                pass

    return run


def main() -> int:
    """Measure, print the ratios, and return 1 when a limit is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    plan = usual_plan(1)
    about_text = tuple(rule for rule in RULES if reads_prose(rule, plan))
    typed = tuple(rule for rule in RULES if rule not in about_text)
    values: Any = to_dict(plan)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    small, large = large_plan(1000), large_plan(10_000)
    times = timed(
        {
            "typed": lambda: check_plan(plan, typed),
            "schema": lambda: list(validator.iter_errors(values)),
            "text": lambda: check_plan(plan, about_text),
            "passes": passes(Survey(plan).prose, about_text),
        },
        rounds,
    )
    growth = timed({"1000": lambda: check_plan(small, RULES), "10000": lambda: check_plan(large, RULES)}, 3)
    texts = [dump_plan(plan).replace("2026", str(2020 + at % 8)) for at in range(PLANS)]
    one, memory = on_cores(texts, 1)
    two, _ = on_cores(texts, 2)
    print(
        f"{len(typed)} rules on typed fields {times['typed'] * 1e3:.2f} ms, "
        f"{len(about_text)} about wording {times['text'] * 1e3:.2f} ms a plan"
    )
    ratios = {
        "typed rules / jsonschema": (times["typed"] / times["schema"], TYPED_LIMIT, True),
        "text rules / passes": (times["text"] / times["passes"], TEXT_LIMIT, True),
        "10,000 items / 1,000": (growth["10000"] / growth["1000"], GROWTH_LIMIT, True),
        f"{PLANS} plans, one core / two": (one / two, CORES_LEAST, False),
    }
    for name, (ratio, limit, at_most) in ratios.items():
        print(f"{name:32} {ratio:6.3f}  ({'at most' if at_most else 'at least'} {limit})")
    print(
        f"{'memory of a process, MiB':32} {memory[0] / 1024:.0f}, after {PLANS} plans {memory[-1] / 1024:.0f}"
    )
    return int(any((ratio > limit) is at_most for ratio, limit, at_most in ratios.values()))


if __name__ == "__main__":
    sys.exit(main())
