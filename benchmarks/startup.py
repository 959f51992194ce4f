"""
How long the program takes to start, and to print a plan, as whole processes.

    python benchmarks/startup.py [rounds]

`unionkit --help` is held against a Python that does nothing, and plan.yaml → plan.docx against a process that only
imports attrs, cattrs, yaml, jinja2, pluggy and click and lists the entry points: what every program with our
dependencies pays. The examples of the project are printed too; one that names a pack also pays for its templates. All are run in turn, many times; only the ratios of one run mean anything. Bytecode is cached, as it is
for anything installed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 20
HELP_LIMIT = 5.0
RENDER_LIMIT = 1.35
EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.yaml"))

_MAIN = "from unionkit.cli import main; raise SystemExit(main())"
_IMPORTS = (
    "import attrs, cattrs, yaml, jinja2, pluggy, click\n"
    "from importlib.metadata import entry_points\n"
    "list(entry_points(group='unionkit'))"
)
_PLAN = """\
unionkit: 1
organization: {name: 清河中学工会}
period: {year: 2026, half: 2}
content:
  - heading: 工作目标
    content:
      - {goal: 校务公开覆盖面, target: "= 100%"}
      - {goal: 先进职工之家, keep: true}
  - heading: 主要工作
    content:
      - text: 9月下旬召开教职工代表大会，代表出席率不低于90%。
        facts:
          - {activity: 教职工代表大会, kind: meeting, when: 9月下旬, words: 9月下旬召开教职工代表大会}
          - {goal: 代表出席率, target: ">= 90%", words: 代表出席率不低于90%}
      - {welfare: 中秋节慰问会员, kind: festival-gift, when: 中秋节, form: goods, per_head: 300, headcount: 186}
      - {table: [项目, 金额], rows: [[慰问, "55800"], [活动, "20000"]], unit: 元}
"""


def main() -> int:
    """Measure, print the ratios, and return 1 when a limit is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "plan.yaml").write_text(_PLAN, encoding="utf-8")
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(folder) / "bytecode")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        commands = _commands()
        times: dict[str, list[float]] = {name: [] for name in commands}
        for each in range(rounds + 1):  # the first round fills the caches
            for name, command in commands.items():
                start = time.perf_counter()
                subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
                if each:
                    times[name].append(time.perf_counter() - start)
    return _report(times)


def _commands() -> dict[str, list[str]]:
    python = [sys.executable, "-c"]
    commands = {
        "nothing": [*python, "pass"],
        "help": [*python, _MAIN, "--help"],
        "imports": [*python, _IMPORTS],
        "render": [*python, _MAIN, "render", "plan.yaml", "-o", "plan.docx"],
    }
    for example in EXAMPLES:
        commands[example.stem] = [*python, _MAIN, "render", str(example), "-o", "plan.docx"]
    script = Path(sys.executable).with_name("unionkit")
    if script.exists():
        commands["help (script)"] = [str(script), "--help"]
    return commands


def _report(times: dict[str, list[float]]) -> int:
    median = {name: statistics.median(found) for name, found in times.items()}
    for name, found in median.items():
        print(f"{name:14} {found * 1000:6.0f} ms")
    missed = 0
    for name, base, limit in (
        ("help", "nothing", HELP_LIMIT),
        ("help (script)", "nothing", HELP_LIMIT),
        ("render", "imports", RENDER_LIMIT),
    ):
        if name in median:
            # Each round is a comparison of its own; their median is steadier than a ratio of medians.
            ratio = statistics.median(a / b for a, b in zip(times[name], times[base], strict=True))
            missed += ratio > limit
            print(f"{name} / {base}: {ratio:.2f} (at most {limit})")
    for example in EXAMPLES:
        ratios = [a / b for a, b in zip(times[example.stem], times["imports"], strict=True)]
        print(f"{example.stem} / imports: {statistics.median(ratios):.2f}")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
