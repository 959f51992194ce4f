"""
How good the contract of packs is: each planted fault is caught by the check that is meant for it, and by no other.

The table runs some seventy packs, a few seconds each. `UNIONKIT_FAULTS=no` leaves it out where it has run already.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from unionkit.testing import PackContract, checks_of

HERE = Path(__file__).parent


def _sibling(name: str) -> ModuleType:
    """A module beside this one: the folder is no package."""
    spec = importlib.util.spec_from_file_location(f"_contracts_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


TABLE = _sibling("faults")
CHECKS = checks_of(PackContract)

Problems = dict[str, str]

pytestmark = [
    pytest.mark.skipif(os.environ.get("UNIONKIT_FAULTS") == "no", reason="UNIONKIT_FAULTS=no: ran elsewhere"),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the table forks a process for each fault"),
    pytest.mark.skipif(
        importlib.util.find_spec("hatchling") is None,
        reason="hatchling, which builds the wheels, is not installed",
    ),
]


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], Problems]]:
    """What the contract finds in a folder, by check; asked of one program that stays."""
    # Not measured: a tracer would double the time, and what passes is measured where packs test themselves.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    environment["TMPDIR"] = str(tmp_path_factory.mktemp("wheels"))  # forked processes do not clean up
    with subprocess.Popen(
        [sys.executable, str(HERE / "zygote.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        encoding="utf-8",
    ) as program:

        def ask(folder: Path) -> Problems:
            assert program.stdin is not None
            assert program.stdout is not None
            program.stdin.write(f"{folder}\n")
            program.stdin.flush()
            answer: Problems = json.loads(program.stdout.readline())
            return answer

        yield ask


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the good pack."""
    ignored = shutil.ignore_patterns("__pycache__")
    return Path(shutil.copytree(TABLE.MUSEUM, tmp_path / "museum", ignore=ignored))


def test_the_good_pack_keeps_the_contract(pack, problems):
    """Nothing is found in it, so what is found in its copies is the fault's."""
    assert problems(pack) == {}


@pytest.mark.parametrize("fault", TABLE.FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_caught_by_its_check_alone(fault, pack, problems):
    """Without this check the contract would let it through."""
    for edit in fault.edits:
        edit.made(pack)

    found = problems(pack)

    assert set(found) == {fault.check}, found


def test_every_check_is_needed():
    """For each there is a fault in the table that only it catches."""
    assert CHECKS.keys() - {fault.check for fault in TABLE.FAULTS} == set()


def test_the_table_is_sound():
    """Each fault is named once and meant for a check that there is."""
    assert [name for name, count in Counter(fault.name for fault in TABLE.FAULTS).items() if count > 1] == []
    assert {fault.check for fault in TABLE.FAULTS} - CHECKS.keys() == set()
    assert len(TABLE.FAULTS) >= 30
