"""Every module can be the first that a program imports, and warns of nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from repository import Member, members

# One interpreter that has imported nothing of ours forks for each module: fresh as a new one, and ten times as quick.
SCRIPT = """
import importlib, json, os, sys, traceback

failed = {}
for name in json.loads(sys.argv[1]):
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        status = 1
        try:
            importlib.import_module(name)
            status = 0
        except BaseException as error:
            os.write(writer, "".join(traceback.format_exception_only(error)).encode()[:4000])
        finally:
            os._exit(status)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode()
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
        failed[name] = said
print(json.dumps(failed))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_every_module_is_importable_alone(member: Member) -> None:
    """Each module is imported in a process of its own, where warnings are errors."""
    names = [name for name in member.modules() if not name.endswith(".__main__")]
    path = os.pathsep.join(str(each.folder / "src") for each in members())
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT, json.dumps(names)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(done.stdout) == {}
