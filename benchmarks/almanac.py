"""
How fast times become days.

    python benchmarks/almanac.py [rounds]

10,000 activities with mixed times over a year are resolved, one by one, and held against bare arithmetic with
`datetime.date` for as many spans: once with the times of a plan, which says the same again and again, and once with
10,000 times of which no two are the same and none recurs. The same with days of the Chinese calendar, against a bare
look-up in borax (where it is installed); and importing the almanac, against a Python that does nothing. Nothing is
remembered from one round to the next. All are run in turn; only the ratios of one run mean anything.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count, cycle, islice

from unionkit.almanac import ALMANAC, entries, resolve
from unionkit.model import Activity, Period, Plan, Schedule, parse_schedule

ROUNDS = 7
COUNT = 10_000
YEAR = 2026
SPAN_LIMIT = 12.0
LUNAR_LIMIT = 3.0
IMPORT_LIMIT = 1.5
MIXED = (
    "9月10日", "3月中旬", "七、八月份", "教师节前后", "每季度", "开学初", "重阳节", "国庆期间", "年底前", "10月底前", "2026年11月8日",
    "中秋节", "每月第一周", "下半年", "9月1日—15日", "安全生产月", "6月", "每月10日前", "春节前", "暑假期间", "第三季度", "每半年",
    "教师节、中秋节、重阳节", "5月最后一周", "生日", "全年", "每周五",
)  # fmt: skip
LUNAR = (*(f"农历{month}月初九" for month in "二三四五六七八九十"), "端午节", "中秋节", "重阳节", "元宵节")


def resolved(times: list[Schedule]) -> int:
    """Resolve times one by one, and count what they come to."""
    period = Period(year=YEAR)  # another one each time: what is remembered belongs to it
    return sum(len(resolve(time, period, ALMANAC)) for time in times)


def distinct() -> Iterator[str]:
    """Yield times no two of which are the same: days, spans, deadlines, and some with a name."""
    days = [dt.date(YEAR, 1, 1) + dt.timedelta(days=number) for number in range(365)]
    festivals = [f"{festival.name}{near}" for festival in ALMANAC.festivals for near in ("", "前", "前后")]
    months = [f"{month}月{part}" for month in range(1, 13) for part in ("", "上旬", "中旬", "底", "第一周")]
    yield from (*festivals, *months)
    for day in days:
        yield f"{day.month}月{day.day}日"
        yield f"{day.month}月{day.day}日前"
    for length in count(1):
        for day, end in zip(days, days[length:], strict=False):
            yield f"{day.month}月{day.day}日至{end.month}月{end.day}日"


def spans(number_of_spans: int) -> Callable[[], None]:
    """Make as many spans by bare arithmetic."""

    def make() -> None:
        one = dt.timedelta(days=1)
        for number in range(number_of_spans):
            start = dt.date(YEAR, number % 12 + 1, number % 28 + 1)
            _ = start, start + number % 10 * one

    return make


def borax_look_ups(look_ups: int) -> Callable[[], None] | None:
    """Look as many days of the Chinese calendar up in a library."""
    try:
        from borax.calendars import LunarDate  # noqa: PLC0415 -- not everybody has it
    except ImportError:
        return None

    def look_up() -> None:
        for number in range(look_ups):
            LunarDate(YEAR, number % 12 + 1, 9, 0).to_solar_date()

    return look_up


def main() -> int:
    """Measure, print the ratios, and return 1 when a limit is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    period = Period(year=YEAR)
    different = [parse_schedule(text) for text in islice(distinct(), COUNT)]
    mixed = [parse_schedule(text) for text in islice(cycle(MIXED), COUNT)]
    lunar = [parse_schedule(text) for text in islice(cycle(LUNAR), COUNT)]
    found, single = resolved(mixed), resolved(different)
    plan = Plan(
        period=period, content=[Activity(title=f"活动{at}", when=when) for at, when in enumerate(mixed)]
    )
    jobs: dict[str, Callable[[], object]] = {
        "mixed": lambda: resolved(mixed),
        "spans": spans(found),
        "distinct": lambda: resolved(different),
        "single spans": spans(single),
        "entries": lambda: entries(plan),
        "lunar": lambda: resolved(lunar),
    }
    bare = borax_look_ups(COUNT)
    if bare is not None:
        jobs["borax"] = bare
    times = _timed(jobs, rounds)
    print(f"{COUNT} times come to {found} occurrences: {times['mixed'] / found * 1e6:.2f} µs each")
    ratios = {
        "mixed / bare spans": (times["mixed"] / times["spans"], SPAN_LIMIT),
        "distinct / bare spans": (times["distinct"] / times["single spans"], SPAN_LIMIT),
    }
    if bare is not None:
        ratios["lunar / borax"] = (times["lunar"] / times["borax"], LUNAR_LIMIT)
    ratios |= _importing(rounds)
    for name, (ratio, limit) in ratios.items():
        print(f"{name:28} {ratio:5.2f}  (at most {limit})")
    print(f"{'whole calendar / bare spans':28} {times['entries'] / times['spans']:5.2f}")
    return int(any(ratio > limit for ratio, limit in ratios.values()))


def _timed(jobs: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            began = time.perf_counter()
            job()
            taken[name].append(time.perf_counter() - began)
    return {name: min(each) for name, each in taken.items()}  # what a busy machine adds says nothing


def _importing(rounds: int) -> dict[str, tuple[float, float]]:
    """What the almanac adds to a program that has loaded the model."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    programs = {
        "nothing": "pass",
        "model": "import unionkit.model",
        "almanac": "import unionkit.model, unionkit.almanac",
    }

    def run(program: str) -> Callable[[], object]:
        command = [sys.executable, "-c", program]
        return lambda: subprocess.run(command, env=environment, check=True)

    jobs = {name: run(program) for name, program in programs.items()}
    _timed(jobs, 1)  # fills the caches
    times = _timed(jobs, 3 * rounds)
    return {
        "import almanac / nothing": ((times["almanac"] - times["model"]) / times["nothing"], IMPORT_LIMIT)
    }


if __name__ == "__main__":
    sys.exit(main())
