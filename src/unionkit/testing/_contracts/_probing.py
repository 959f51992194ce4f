"""Running the program of :mod:`._probe`: a pack at work in other processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import attrs

from unionkit.files import dump_plan

from ._contract import fail, short
from ._examined import Examined, python_path

_SECONDS: Final = 120
_TRACERS: Final = "COVERAGE_"
"""Variables by which coverage would start in the other process too, and what it reads there be blamed on the pack."""
_HERE: Final = {"PYTHONHASHSEED": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
_ELSEWHERE: Final = {
    "PYTHONHASHSEED": "20260701",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONUTF8": "0",
    "TZ": "XXX-05:45",
    "LC_ALL": "C",
    "LANG": "C",
    "LANGUAGE": "de",
    "HOME": os.sep,
    "USER": "nobody",
}


@attrs.frozen(kw_only=True)
class Probed:
    """
    What another process saw.

    Attributes:
        warnings: What importing the pack warned of.

        loaded: What importing it loaded that it need not.

        events: Of what kind, what, and where in the pack's code, as file and line.

        digests: Of all that was made, by what it is.
    """

    warnings: tuple[str, ...]
    loaded: tuple[str, ...]
    events: tuple[tuple[str, str, str], ...]
    digests: Mapping[str, str]


_KNOWN: Final[dict[tuple[int, bool], Probed]] = {}


def probed(known: Examined, *, elsewhere: bool = False) -> Probed:
    """
    Put a pack to work in another process, once for each contract.

    Args:
        known: The pack.

        elsewhere: With another hash seed, time zone, locale, home and working folder; nobody watches there.
    """
    key = (id(known), elsewhere)
    if key not in _KNOWN:
        request = {
            "module": known.module.__name__,
            "wheel": "",
            "watched": not elsewhere,
            "own": known.own,
            "plans": plans_of(known),
        }
        answer = ask(request, elsewhere=elsewhere)
        events = {(kind, what, f"{short(file)}:{line}") for kind, what, file, line in answer["events"]}
        _KNOWN[key] = Probed(
            warnings=tuple(answer["warnings"]),
            loaded=tuple(answer["loaded"]),
            events=tuple(sorted(events)),
            digests=answer["digests"],
        )
    return _KNOWN[key]


def plans_of(known: Examined) -> list[str]:
    """Return the texts of plans that the pack is put to work on besides its starters."""
    return [dump_plan(known.full(pack)) for pack in known.packs]


def ask(request: Mapping[str, Any], *, path: list[str] | None = None, elsewhere: bool = False) -> Any:
    """
    Run the program and return its answer.

    Raises:
        AssertionError: It ended without one; the message has the last line that it said.
    """
    program = Path(__file__).with_name("_probe.py")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_TRACERS)}
    text = json.dumps({"path": python_path() if path is None else path, **request})
    with TemporaryDirectory(prefix="unionkit-contract-") as folder:
        done = subprocess.run(  # noqa: S603 -- this very Python, with a program from here
            [sys.executable, str(program)],
            input=text,
            env={**kept, **(_ELSEWHERE if elsewhere else _HERE)},
            cwd=folder if elsewhere else None,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["nothing was said"])[-1]
        fail(f"in another process, {request['module']} failed: {last}")
    return json.loads(done.stdout)
