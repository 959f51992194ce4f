"""The main job, seen: a new plan from a pack, and an old plan read in; both checked and printed."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from repository import ROOT

MADE = Path("build/demo")
FORMATS = ("docx", "md", "txt")
FORMS = (
    ("school", "openness-board", "html"),
    ("enterprise", "contract-year", "html"),
    ("town", "union-register", "xlsx"),
    ("community", "visit-cards", "docx"),
    ("agency", "recuperation-roster", "xlsx"),
    ("federation", "indicator-workbook", "xlsx"),
)
"""Each pack, the format of its own, and the ending of such files."""
PASSED_OR_FINDINGS = frozenset({0, 1})


def unionkit(*arguments: str, accept: frozenset[int] = frozenset({0})) -> None:
    """Show a command line, run it, and stop the demo when its exit status is not an accepted one."""
    print(f"\n$ {shlex.join(['unionkit', *arguments])}", flush=True)
    environment = {**os.environ, "PYTHONUTF8": "1"}
    command = [str(Path(sys.executable).with_name("unionkit")), *arguments]
    status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    if status not in accept:
        sys.exit(f"demo: the command above ended with status {status}")


def main() -> None:
    """Run both ways and list what they made."""
    shutil.rmtree(ROOT / MADE, ignore_errors=True)
    (ROOT / MADE).mkdir(parents=True)

    print("== A new plan: the starter of the school pack (新写一份计划)")
    plan = f"{MADE}/plan.yaml"
    unionkit("new", "--pack", "school", "--year", "2026", "--half", "2", "-o", plan)
    unionkit("check", plan, accept=PASSED_OR_FINDINGS)
    for form in FORMATS:
        unionkit("render", plan, "-o", f"{MADE}/plan.{form}")
    unionkit("render", plan, "--paper", "openness-notice", "-o", f"{MADE}/notice.docx")
    unionkit("render", plan, "--section", "division-of-work", "-o", f"{MADE}/division-of-work.docx")
    unionkit("calendar", plan)
    unionkit("calendar", plan, "-o", f"{MADE}/plan.ics")

    print("\n== An old plan: prose becomes data, its slips are found (读入旧计划)")
    old = f"{MADE}/old-plan.yaml"
    unionkit("import", "examples/old-plan.txt", "-o", old)
    unionkit("check", old, accept=PASSED_OR_FINDINGS)
    for form in FORMATS:
        unionkit("render", old, "-o", f"{MADE}/old-plan.{form}")

    print("\n== One plan for each sector, with the form that only it uses (各行业一份)")
    for sector, form, ending in FORMS:
        own = f"{MADE}/{sector}.yaml"
        unionkit("new", "--pack", sector, "--year", "2026", "--half", "2", "-o", own)
        unionkit("check", own, accept=PASSED_OR_FINDINGS)
        unionkit("render", own, "-o", f"{MADE}/{sector}.docx")
        unionkit("render", own, "--format", form, "-o", f"{MADE}/{sector}-{form}.{ending}")

    files = sorted(file for file in (ROOT / MADE).iterdir() if file.is_file())
    print(f"\n== Made {len(files)} files in {MADE}/ (生成的文件)")
    for file in files:
        print(f"   {file.relative_to(ROOT)}  {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
