"""The wheel of a pack: built once for each contract, and put to work away from the tree."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from ._contract import skip
from ._examined import Examined, python_path
from ._probing import ask, plans_of

_SECONDS: Final = 120
_LEFT: Final = frozenset(
    (
        *(".git", ".venv", "build", "dist", "node_modules", "__pycache__"),
        *(".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache"),
    )
)
"""What is not copied."""


def entries(known: Examined) -> dict[str, str]:
    """Return the entry points of the group that a distribution's pyproject.toml names."""
    found = known.metadata.get("project", {}).get("entry-points", {}).get("unionkit", {})
    return dict(found) if isinstance(found, dict) else {}


def hatched(known: Examined) -> None:
    """Skip where hatchling builds nothing."""
    _ = known.project
    backend = known.metadata.get("build-system", {}).get("build-backend", "hatchling.build")
    if backend != "hatchling.build":
        skip(f"the distribution is built by {backend}, not by hatchling")
    if find_spec("hatchling") is None:
        skip("hatchling is not installed: pip install hatchling")


def members(known: Examined) -> frozenset[str]:
    """Return the names of what the wheel holds; skips where there is none."""
    hatched(known)
    wheel, _ = built(known)
    if wheel is None:
        skip("the wheel is not built, which another check looks at")
    with zipfile.ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


def usable_wheel(known: Examined) -> None:
    """Skip where the wheel lacks something, or no entry point names the module."""
    names, package = members(known), known.module.__name__
    if package not in entries(known).values() or any(f"{package}/{name}" not in names for name in known.kept):
        skip("the wheel or its entry point is not as it should be, which other checks look at")


@cache
def from_wheel(known: Examined) -> dict[str, Any]:
    """Put the pack to work from its wheel, in another process with another hash seed, time zone, locale and folder."""
    wheel, _ = built(known)
    with tempfile.TemporaryDirectory(prefix="unionkit-contract-") as folder:
        with zipfile.ZipFile(wheel or "") as archive:
            archive.extractall(folder)
        tree = known.project.resolve()
        path = [entry for entry in python_path() if not Path(entry).is_relative_to(tree)]
        request = {"module": known.module.__name__, "wheel": folder, "plans": plans_of(known)}
        answer: dict[str, Any] = ask(request, path=[folder, *path], elsewhere=True)
    return answer


@cache
def built(known: Examined) -> tuple[Path | None, str]:
    """Return the wheel, built from a copy of the distribution; None, and what the builder said last, where it failed."""
    folder = Path(tempfile.mkdtemp(prefix="unionkit-wheel-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    copied = shutil.copytree(known.project, folder / "tree", ignore=shutil.ignore_patterns(*sorted(_LEFT)))
    command = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--target",
        "wheel",
        "--directory",
        str(folder / "dist"),
    ]
    done = subprocess.run(  # noqa: S603 -- this very Python
        command,
        cwd=copied,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "SOURCE_DATE_EPOCH": "1767225600"},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=_SECONDS,
        check=False,
    )
    found = sorted((folder / "dist").glob("*.whl"))
    said = [line.strip() for line in (*done.stdout.splitlines(), *done.stderr.splitlines()) if line.strip()]
    return (found[0] if found and not done.returncode else None), _last(said)


def _last(lines: list[str]) -> str:
    """The line that names an error, or else the last."""
    named = [line for line in lines if re.match(r"\w*(Error|Exception)\b", line)]
    return (named or lines or ["nothing was said"])[-1]
