"""
Make a virtual environment with core, packs and plugins installed from the tree: `environment.py .venv`.

Runs on any Python ≥ 3.11 without anything installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from repository import ROOT, members

SPARING = {**os.environ, "UNIONKIT_FAULTS": "no"}
"""The environment of test runs that leave out the table of faults, which the run with coverage has."""


def create(venv: Path, *requirements: str, python: str = sys.executable) -> Path:
    """Make `venv` anew, install pinned requirements in it, and give its interpreter back."""
    subprocess.run([python, "-m", "venv", "--clear", str(venv)], check=True)
    interpreter = venv / "bin" / "python"
    install(interpreter, *requirements)
    return interpreter


def install(interpreter: Path, *arguments: str) -> None:
    """Run `pip install` under the constraints, silent unless it fails."""
    pip = [str(interpreter), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*pip, "--constraint", str(ROOT / "constraints.txt"), *arguments], check=True)


def develop(venv: Path, *, python: str = sys.executable) -> Path:
    """Make a development environment: the tools, and every distribution of the tree as an editable install."""
    interpreter = create(venv, "--requirement", str(ROOT / "requirements-dev.txt"), python=python)
    core, *others = members()
    editable = [f"{core.folder}[testing]", *(str(member.folder) for member in others)]
    install(
        interpreter, "--no-build-isolation", *(part for name in editable for part in ("--editable", name))
    )
    # pip compiles what it copies into the environment; what is installed in place nobody does.
    sources = [str(member.folder / "src") for member in members()]
    subprocess.run([str(interpreter), "-m", "compileall", "-q", *sources], check=True)
    return interpreter


def main() -> None:
    """Make the environment named on the command line, and say so."""
    venv = Path(sys.argv[1])
    version = ".".join(map(str, sys.version_info[:3]))
    print(f"== making {venv} with Python {version} …", flush=True)
    began = time.monotonic()
    develop(venv)
    print(f"== made {venv} in {time.monotonic() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
