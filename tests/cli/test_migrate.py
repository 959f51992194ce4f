"""``unionkit migrate``: what it writes, says, and ends with."""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from unionkit.cli import main
from unionkit.files import _planfile

CURRENT = "# 注\nunionkit: 1\ntitle: 甲\n"
OLDER = "# 注\nunionkit: 0  # 版本\nname: 甲\n"
MIGRATED = "# 注\nunionkit: 1  # 版本\ntitle: 甲\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file of this version and one of a version that never was."""
    steps = {0: lambda old: {"title" if key == "name" else key: value for key, value in old.items()}}
    for function in (_planfile.PlanFile.parse.__func__, _planfile.PlanFile.migrated):
        monkeypatch.setitem(function.__kwdefaults__, "steps", steps)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "current.yaml").write_text(CURRENT, encoding="utf-8")
    (tmp_path / "older.yaml").write_text(OLDER, encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("titel: 甲\n", encoding="utf-8")
    return tmp_path


def test_a_current_file_is_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And said to be so, with the status of success."""
    before = (folder / "current.yaml").stat().st_mtime_ns

    assert (
        main(["migrate", "current.yaml"]) == main(["migrate", "--check", "current.yaml", "--lang", "en"]) == 0
    )
    assert (folder / "current.yaml").stat().st_mtime_ns == before
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "current.yaml: 已是最新格式（1）\ncurrent.yaml: newest format (1)\n"


def test_an_older_file_is_written_in_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its comments stay, and the second time it is current."""
    assert main(["migrate", "older.yaml", "current.yaml"]) == 0
    assert (folder / "older.yaml").read_text(encoding="utf-8") == MIGRATED
    assert main(["migrate", "--check", "older.yaml"]) == 0
    assert "格式版本 0，最新是 1" in capsys.readouterr().err


def test_check_writes_nothing(folder: Path) -> None:
    """An older file makes the status 1."""
    assert main(["migrate", "--check", "current.yaml", "older.yaml"]) == 1
    assert (folder / "older.yaml").read_text(encoding="utf-8") == OLDER


@pytest.mark.parametrize("name", ["older.yaml", "current.yaml"])
def test_output_may_go_elsewhere(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """A file of this version is copied as it is."""
    before = (folder / name).read_bytes()

    assert main(["migrate", name, "-o", "new.yaml"]) == 0
    assert (folder / "new.yaml").read_text(encoding="utf-8") in (CURRENT, MIGRATED)
    assert (folder / name).read_bytes() == before


def test_standard_input_goes_to_standard_output(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """As every command has it."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(OLDER.encode())))

    assert main(["migrate", "-"]) == 0
    assert capsysbinary.readouterr().out.decode() == MIGRATED


@pytest.mark.parametrize(
    "words",
    [["broken.yaml"], ["missing.yaml"], ["older.yaml", "current.yaml", "-o", "x"], ["older.yaml", "--check", "-o", "x"], []],
)  # fmt: skip
def test_what_cannot_be_done_has_status_2(folder: Path, words: list[str]) -> None:
    """And leaves everything as it was."""
    assert main(["migrate", *words]) == 2
    assert (folder / "older.yaml").read_text(encoding="utf-8") == OLDER
    assert not (folder / "x").exists()


def test_one_file_that_fails_does_not_keep_the_others(folder: Path) -> None:
    """They are migrated all the same."""
    assert main(["migrate", "broken.yaml", "older.yaml"]) == 2
    assert "unionkit: 1" in (folder / "older.yaml").read_text(encoding="utf-8")
