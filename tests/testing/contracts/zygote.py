"""
A program that runs the contract of packs on one folder after another, each in a process of its own.

It reads the path of a distribution's folder from each line of its standard input, and answers on its standard output with
one line of JSON: by check, what is wrong, and nothing for those that pass or are skipped. It is forked for each of them, so
that what they import need not be imported again, and nothing that one does is seen by the next.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path

from unionkit.readers import DOCX_READER  # noqa: F401 -- here and below: loaded once for all
from unionkit.renderers import DOCX
from unionkit.rules import RULES, built_in_law, check_plan
from unionkit.testing import PackContract, run_contract
from unionkit.testing._contracts._sample import drawn_plans
from unionkit.testing._hostile import complete_document


def problems(folder: Path) -> dict[str, str]:
    """What the contract finds in a distribution, by check."""
    sys.path.insert(0, str(folder / "src"))
    (package,) = (file.parent.name for file in (folder / "src").glob("*/__init__.py"))
    module = importlib.import_module(package)
    contract = type("Contract", (PackContract,), {"pack": module})
    return {each.check: each.problem for each in run_contract(contract) if each.problem is not None}


def answer(folder: Path) -> str:
    """The same from a forked process, as JSON; what it raises instead."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            said = json.dumps(problems(folder))
        except BaseException as error:
            said = json.dumps({"raised": f"{type(error).__name__}: {error}"})
        with os.fdopen(writing, "w") as stream:
            stream.write(said)
        sys.stdout.flush()
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as stream:
        said = stream.read()
    os.waitpid(child, 0)
    return said


def main() -> None:
    """Answer each line."""
    for plan in drawn_plans():
        check_plan(plan, RULES, law=built_in_law())
    assert DOCX.render is not None
    DOCX.render(complete_document())
    for line in sys.stdin:
        print(answer(Path(line.rstrip("\n"))), flush=True)  # noqa: T201 -- its answer


if __name__ == "__main__":
    main()
