"""Whatever a file holds, a process that loads it stays under 300 MB."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

LIMIT_MB = 300
PROGRAM = """
import sys
from unionkit.errors import PlanFileError
from unionkit.files import LIMIT_MIB, PlanFile

def months(number):
    return f"{1950 + number % 100}年{number % 12 + 1}月第{number % 4 + 1}周"

TEXTS = {
    "wrong entries": lambda: "content:\\n" + "- []\\n" * 200_000,
    "wrong items": lambda: "content:\\n" + "- {goal: 甲, target: 乙, due: 丙}\\n" * 30_000,
    "unknown keys": lambda: "".join(f"k{number}: 甲\\n" for number in range(124_000)),
    "aliases": lambda: "a: &a 甲\\ncontent:\\n" + "- *a\\n" * 200_000,
    "duplicate keys": lambda: "k: 甲\\n" * 124_000,
    "paragraphs": lambda: "content:\\n" + "".join(f"- 召开第{n}次会议。\\n" for n in range(240_000)),
    "times": lambda: "content:\\n" + "".join(f"- {{activity: 甲, when: {months(n)}}}\\n" for n in range(45_000)),
    "data": lambda: "data:\\n  a:\\n" + "".join(f"  - {n}\\n" for n in range(240_000)),
    "more than a plan holds": lambda: "content:\\n" + "- [甲]\\n" * 2_000_000,
    "one long text": lambda: "title: " + "甲" * (LIMIT_MIB * 300_000),
    "JSON": lambda: '{"content": [' + ",".join('{"goal":"甲","due":"乙"}' for _ in range(49_000)) + "]}",
    "JSON of numbers": lambda: '{"data": {"a": [' + ",".join(f"{n}.5" for n in range(249_000)) + "]}}",
}
text = TEXTS[sys.argv[1]]()
try:
    PlanFile.parse(text)
except PlanFileError as error:
    error.message("zh")
# What getrusage says includes what the process held that started this one.
print(next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM:")) // 1024)
"""
NAMES = [line.split('"')[1] for line in PROGRAM.splitlines() if line.startswith('    "')]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says in /proc what a process used")
@pytest.mark.parametrize("name", NAMES)
def test_no_file_takes_much_memory(name: str) -> None:
    """Good or bad, up to the largest that is read at all."""
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM, name],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout

    assert 5 < int(told) < LIMIT_MB
