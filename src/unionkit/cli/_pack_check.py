"""A folder with a pack, held against the contract that every pack keeps."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import click

from unionkit.errors import PluginError, ReadAccessError, UnusableProjectError
from unionkit.files import read_text_file

from ._state import State

if TYPE_CHECKING:
    from unionkit.testing import Outcome


def checked(state: State, path: Path, form: str) -> int:
    """
    Run the checks, tell what came of each, and return the exit status: 0 all hold, 1 some do not.

    Raises:
        ReadAccessError, NotUtf8Error: The folder has no pyproject.toml that can be read.
        UnusableProjectError: It says nowhere which module is the plugin, or checking needs what is not installed.
        PluginError: The module cannot be imported.
    """
    if find_spec("hypothesis") is None or find_spec("pytest") is None:
        raise UnusableProjectError(
            "unionkit[testing]",
            "检查需要 hypothesis 和 pytest；请 pip install 'unionkit[testing]'",
            "checking needs hypothesis and pytest; pip install 'unionkit[testing]'",
        )
    outcomes = list(_outcomes(_module(path), path))
    if form == "json":
        click.echo(json.dumps([_plain(outcome) for outcome in outcomes], ensure_ascii=False, indent=2))
    else:
        for outcome in outcomes:
            click.echo(_line(state, outcome))
        _sum_up(state, outcomes)
    return int(any(not outcome.passed for outcome in outcomes))


def _outcomes(module: ModuleType, path: Path) -> Iterator[Outcome]:
    from unionkit.testing import PackContract, run_contract  # noqa: PLC0415 -- needs the extra, see above

    contract = type("Contract", (PackContract,), {"pack": module, "project": path})
    return run_contract(contract)


def _module(path: Path) -> ModuleType:
    """Import the plugin that a project declares, from its own folder."""
    file = path / "pyproject.toml"
    if not path.is_dir():
        raise ReadAccessError(str(path), "没有这个文件夹", "there is no such folder")
    try:
        project = tomllib.loads(read_text_file(file))
    except tomllib.TOMLDecodeError as error:
        raise UnusableProjectError(str(file), f"不是 TOML：{error}", f"it is no TOML: {error}") from error
    declared = _at(project, "project", "entry-points", "unionkit")
    names = sorted(str(value).partition(":")[0] for value in declared.values())
    if not names:
        raise UnusableProjectError(
            str(file),
            '没有 [project.entry-points.unionkit]；请加上一行 名称 = "模块"',
            'it has no [project.entry-points.unionkit]; add a line NAME = "MODULE" to it',
        )
    for place in ("src", "."):
        sys.path.insert(0, str((path / place).resolve()))
    modules = [_imported(name, path) for name in names]
    return next((each for each in modules if hasattr(each, "unionkit_packs")), modules[0])


def _imported(name: str, path: Path) -> ModuleType:
    try:
        return import_module(name)
    except (Exception, SystemExit) as error:
        told = f"{type(error).__name__}: {error}"
        raise PluginError(name, str(path), "import", told) from error


def _at(value: object, *keys: str) -> dict[str, Any]:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def _plain(outcome: Outcome) -> dict[str, Any]:
    return {
        "check": outcome.check,
        "promise": outcome.promise,
        "passed": outcome.passed,
        "problem": outcome.problem,
        "skipped": outcome.skipped,
        "expected": outcome.expected,
    }


def _line(state: State, outcome: Outcome) -> str:
    if outcome.problem is not None:
        problem = outcome.problem.replace("\n", "\n    ")
        return f"{state.say('未过', 'FAILED')}  {outcome.check}: {outcome.promise}\n    {problem}"
    if outcome.skipped:
        return f"{state.say('略过', 'skipped')}  {outcome.check}: {outcome.skipped}"
    return f"{state.say('通过', 'ok')}  {outcome.check}: {outcome.promise}"


def _sum_up(state: State, outcomes: list[Outcome]) -> None:
    failed = sum(not outcome.passed for outcome in outcomes)
    skipped = sum(bool(outcome.skipped) for outcome in outcomes)
    held = len(outcomes) - failed - skipped
    state.tell(
        state.say(
            f"{len(outcomes)} 项检查：{held} 项通过，{failed} 项未过，{skipped} 项略过",
            f"{len(outcomes)} checks: {held} hold, {failed} do not, {skipped} skipped",
        )
    )
