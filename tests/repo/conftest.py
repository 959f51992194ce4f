"""What the tests of the repository look at: its distributions and the text of its files."""

from __future__ import annotations

import subprocess

import pytest

from repository import ROOT, members


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test with the argument `member` runs once for each distribution."""
    if "member" in metafunc.fixturenames:
        metafunc.parametrize("member", members(), ids=lambda member: str(member.package))


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """The text of every file that git has or would take, by its path."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    texts = {}
    for name in filter(None, listed.stdout.split("\0")):
        file = ROOT / name
        if file.is_file() and b"\0" not in (content := file.read_bytes()):
            texts[name] = content.decode("utf-8")
    return texts
