"""
Run the tests on every other Python that the project promises and this machine has.

Which versions are promised is read from the classifiers in pyproject.toml. A Python that is absent is named, so that
nobody takes silence for success. The newest is left to the wheels (`tools/wheels.py`): no Python runs the tests twice.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from environment import SPARING, develop
from repository import ROOT, members

# What concerns the tree rather than the interpreter is tested once.
PYTEST = [
    "-m",
    "pytest",
    "-q",
    "-n",
    "auto",
    "--hypothesis-profile=quick",
    "--ignore=tests/repo",
    "--ignore=tests/docs",
]


def promised() -> list[str]:
    """Versions among the classifiers, such as `3.12`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    prefix = "Programming Language :: Python :: "
    return [line.removeprefix(prefix) for line in project["classifiers"] if line.startswith(f"{prefix}3.")]


def candidates(version: str) -> Iterator[str]:
    """Files that may be this Python: everywhere on the path, then what pyenv keeps."""
    for folder in os.get_exec_path():
        if found := shutil.which(f"python{version}", path=folder):
            yield found
    if shutil.which("pyenv"):
        root = subprocess.run(["pyenv", "root"], capture_output=True, text=True, check=False).stdout.strip()
        yield from map(str, sorted(Path(root).glob(f"versions/{version}.*/bin/python"), reverse=True))


def present() -> dict[str, str]:
    """Every promised Python but the one that runs this, with its file; an empty text where there is none."""
    own = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return {
        version: next((file for file in candidates(version) if runs(file, version)), "")
        for version in promised()
        if version != own
    }


def newest() -> tuple[str, str]:
    """The newest promised Python that is there, and its file; the one that runs this where there is no other."""
    found = {version: file for version, file in present().items() if file}
    if not found:
        return f"{sys.version_info[0]}.{sys.version_info[1]}", sys.executable
    version = max(found, key=lambda name: tuple(map(int, name.split("."))))
    return version, found[version]


def runs(python: str, version: str) -> bool:
    """Whether the file is this Python and can make environments (a pyenv shim may exist and fail)."""
    probe = "import ensurepip, sys, venv; print('%d.%d' % sys.version_info[:2])"
    done = subprocess.run([python, "-c", probe], capture_output=True, text=True, check=False)
    return done.returncode == 0 and done.stdout.strip() == version


def environment(version: str, python: str) -> Path:
    """Make `.venv-<version>`, unless it stands and nothing that decides its content has changed."""
    deciding = [ROOT / "constraints.txt", ROOT / "requirements-dev.txt"]
    deciding += [member.folder / "pyproject.toml" for member in members()]
    digest = hashlib.sha256(
        b"\0".join([python.encode(), *(file.read_bytes() for file in deciding)])
    ).hexdigest()
    venv = ROOT / f".venv-{version}"
    stamp = venv / ".stamp"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != digest:
        develop(venv, python=python)
        stamp.write_text(digest, encoding="utf-8")
    return venv / "bin" / "python"


def main() -> int:
    """Test on each; the exit status is 1 when any failed."""
    outcome = {}
    left, _ = newest()
    for version, python in present().items():
        if not python:
            outcome[version] = "ABSENT on this machine, not tested"
            continue
        if version == left:
            outcome[version] = "tested with the wheels"
            continue
        print(f"-- Python {version}", flush=True)
        command = [str(environment(version, python)), *PYTEST]
        status = subprocess.run(command, cwd=ROOT, env=SPARING, check=False).returncode
        outcome[version] = "passed" if status == 0 else f"FAILED (status {status})"
    for version, word in outcome.items():
        print(f"Python {version}: {word}", flush=True)
    return any(word.startswith("FAILED") for word in outcome.values())


if __name__ == "__main__":
    sys.exit(main())
