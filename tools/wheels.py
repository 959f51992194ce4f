"""
Build core, packs and plugins as their users get them, and test that outside the tree.

The newest promised Python that is there runs them. Each source distribution is built from the tree and each wheel from
its source distribution, so that a file missing from either is noticed. The wheels go into a new environment in a
temporary folder; the tests are copied there and import nothing but the wheels.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from environment import SPARING, create, install
from pythons import newest
from repository import ROOT, Member, members

DOWNSTREAM = ROOT / "examples" / "downstream"
TESTS_OF_THE_TREE = ("repo", "docs", "test_schema.py")  # the latter holds the schema against its page


def build(member: Member, folder: Path) -> Path:
    """Build a distribution by way of its source distribution, and give its wheel back."""
    hatch = [sys.executable, "-m", "hatchling", "build", "--directory"]
    sources = folder / f"{member.package}-sdist"
    subprocess.run(
        [*hatch, str(sources), "--target", "sdist"], cwd=member.folder, check=True, capture_output=True
    )
    (archive,) = sources.glob("*.tar.gz")
    shutil.unpack_archive(archive, sources)
    unpacked = archive.with_name(archive.name.removesuffix(".tar.gz"))
    wheels = folder / f"{member.package}-wheel"
    subprocess.run([*hatch, str(wheels), "--target", "wheel"], cwd=unpacked, check=True, capture_output=True)
    (wheel,) = wheels.glob("*.whl")
    return wheel


def inspect(wheel: Path) -> None:
    """Refuse a wheel that lacks its type marker."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    if not any(name.endswith("/py.typed") for name in names):
        sys.exit(f"{wheel.name} has no py.typed")
    print(f"built {wheel.name}, {wheel.stat().st_size / 1024:.0f} KiB, {len(names)} files", flush=True)


def copy_tests(work: Path) -> None:
    """Lay out tests and examples as in the tree, without any source."""
    work.mkdir()
    shutil.copy(ROOT / "pyproject.toml", work)
    ignore = shutil.ignore_patterns("__pycache__", *TESTS_OF_THE_TREE)
    shutil.copytree(ROOT / "tests", work / "tests", ignore=ignore)
    shutil.copytree(ROOT / "examples", work / "examples", ignore=shutil.ignore_patterns("downstream"))
    for member in members()[1:]:
        if (member.folder / "tests").is_dir():
            place = work / member.folder.relative_to(ROOT)
            shutil.copytree(member.folder / "tests", place / "tests", ignore=ignore)


def refuse_the_tree(python: Path, work: Path) -> None:
    """Stop when what the tests would import is not what was installed."""
    for member in members():
        command = [str(python), "-c", f"import {member.package}; print({member.package}.__file__)"]
        said = subprocess.run(command, cwd=work, check=True, capture_output=True, text=True).stdout.strip()
        if not Path(said).is_relative_to(python.parent.parent):
            sys.exit(f"the tests would import {said}, not the wheel")


def main_jobs(sectors: Iterable[str]) -> Iterator[list[str]]:
    """Commands of the main job: a new plan of each sector, checked and printed."""
    for sector in sectors:
        plan = f"{sector}.yaml"
        yield ["new", "--pack", sector, "--year", "2026", "--half", "2", "-o", plan]
        yield ["check", "--fail-on", "warning", plan]
        yield from (["render", plan, "-o", f"{sector}.{form}"] for form in ("docx", "md", "txt"))


def downstream(python: Path, folder: Path) -> int:
    """Run the tests of a project that builds on the wheels, as its authors would."""
    print("-- examples/downstream", flush=True)
    wheel = build(Member(DOWNSTREAM, "plan_office"), folder)
    work = folder / "downstream"
    shutil.copytree(DOWNSTREAM / "tests", work / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(DOWNSTREAM / "pyproject.toml", work)
    install(python, "--no-deps", str(wheel))
    command = [str(python), "-m", "pytest", "-q", "-n", "auto"]
    return subprocess.run(command, cwd=work, check=False).returncode


def main() -> int:
    """Build, install, run the main job with nothing but what the wheels ask for, then the tests."""
    with tempfile.TemporaryDirectory(prefix="unionkit-wheels-") as name:
        folder = Path(name)
        packages = [member.package for member in members()]
        wheels = [build(member, folder) for member in members()]
        for wheel in wheels:
            inspect(wheel)
        version, interpreter = newest()
        print(f"-- Python {version}", flush=True)
        python = create(folder / "venv", *map(str, wheels), python=interpreter)
        work = folder / "work"
        copy_tests(work)
        sectors = [name.removeprefix("unionkit_pack_") for name in packages if "_pack_" in name]
        for arguments in main_jobs(sectors):
            print("$ unionkit", *arguments, flush=True)
            subprocess.run([str(python.with_name("unionkit")), *arguments], cwd=work, check=True)
        install(python, "--requirement", str(ROOT / "requirements-dev.txt"))
        refuse_the_tree(python, work)
        pytest = [str(python), "-m", "pytest", "-q", "-n", "auto", "--hypothesis-profile=quick"]
        tested = subprocess.run(pytest, cwd=work, env=SPARING, check=False).returncode
        return downstream(python, folder) or tested


if __name__ == "__main__":
    sys.exit(main())
