"""``unionkit pack``: a new pack keeps every promise from the first day; one that does not is told which, and why."""

from __future__ import annotations

import json
import shutil
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unionkit.cli import _pack_new, main
from unionkit.errors import ImpossibleValueError
from unionkit.testing import lines


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty folder of its own; what a check imports is forgotten again."""
    before, path = set(sys.modules), list(sys.path)
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    sys.path[:] = path
    for name in set(sys.modules) - before:
        if name.startswith("unionkit_pack_"):
            del sys.modules[name]


def run(capsys, *words: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error."""
    status = main(["pack", *words])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_new_pack_keeps_every_promise(capsys):
    """Whoever begins one begins with a pack that passes."""
    made = run(
        capsys,
        "new",
        "hospital",
        "--title",
        "医院工会",
        "--title-en",
        "unions of hospitals",
        "--prefix",
        "HOS",
    )
    status, out, _ = run(capsys, "check", "unionkit-pack-hospital", "--format", "json")
    outcomes = json.loads(out)

    assert made[0] == 0
    assert [(each["check"], each["problem"]) for each in outcomes if not each["passed"]] == []
    assert [each["check"] for each in outcomes if each["skipped"]] == []
    assert len(outcomes) >= 40
    assert status == 0


def test_a_promise_that_is_broken_is_told(capsys, folder):
    """With the place and what to do; the status says so too."""
    run(capsys, "new", "clinic")
    file = folder / "unionkit-pack-clinic" / "src" / "unionkit_pack_clinic" / "_rules.py"
    file.write_text(file.read_text(encoding="utf-8").replace('"CLI101"', '"CLI01"'), encoding="utf-8")
    status, out, err = run(capsys, "check", "unionkit-pack-clinic", "--lang", "en")

    assert status == 1
    assert "FAILED  test_rules_have_codes_of_one_prefix" in out
    assert "ok  test_starters_are_clean" in out
    assert "do not" in err


@settings(max_examples=25)
@given(
    name=st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5}){0,2}", fullmatch=True).filter(
        lambda each: each != "neutral"
    ),
    title=lines(),
    prefix=st.from_regex(r"[A-Z]{3}", fullmatch=True),
)
def test_whatever_a_pack_is_called_its_files_are_sound(name, title, prefix):
    """Modules compile, the project is TOML, and no placeholder is left; a title that would break them is refused."""
    try:
        details = _pack_new.Details.of(name, title=title, title_en=None, sector=None, prefix=prefix)
    except ImpossibleValueError:
        hostile = not title.strip() or set(title) & set('"\\{}#:')
        assert hostile
        return
    target = _pack_new.write_pack(details, Path.cwd())
    texts = {file: file.read_text(encoding="utf-8") for file in target.rglob("*") if file.is_file()}
    for file, text in texts.items():
        if file.suffix == ".py":
            compile(text, str(file), "exec")
    project = tomllib.loads(texts[target / "pyproject.toml"])["project"]
    shutil.rmtree(target)

    assert project["name"] == f"unionkit-pack-{name}"
    assert [str(file) for file in texts if "PACKAGE" in str(file)] == []
    assert [file for file, text in texts.items() if title not in text and "TITLE_ZH" in text] == []


@pytest.mark.parametrize(
    ("words", "zh"),
    [
        (("Hospital",), "小写字母"),
        (("neutral",), "不能作模板包的名称"),
        (("../away",), "小写字母"),
        (("hospital", "--prefix", "hos"), "三个大写字母"),
        (("h2-2",), "三个大写字母"),
        (("hospital", "--title", 'a"b'), "引号"),
        (("hospital", "--title", " "), "不能为空"),
        (("hospital", "--title-en", "{{ 7 }}"), "花括号"),
        (("hospital", "--sector", "x\ny"), "U+000A"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(capsys, folder, words, zh):
    """Nothing is written."""
    status, _, err = run(capsys, "new", *words)

    assert (status, zh in err) == (2, True)
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_there_is_left_alone(capsys, folder):
    """The work of others is in it."""
    (folder / "unionkit-pack-hospital").mkdir()

    assert "已经存在" in run(capsys, "new", "hospital")[2]
    assert list((folder / "unionkit-pack-hospital").iterdir()) == []


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (None, "读不了", "Cannot read"),
        ("[project\n", "不是 TOML", "no TOML"),
        ("[project]\nname = 'x'\n", "entry-points.unionkit", "entry-points.unionkit"),
        ("project = 3\n", "entry-points.unionkit", "entry-points.unionkit"),
        ("[project.entry-points.unionkit]\nx = 'no_such_module'\n", "no_such_module", "no_such_module"),
        ("[project.entry-points.unionkit]\nx = 'raises_at_once'\n", "ZeroDivisionError", "ZeroDivisionError"),
    ],
)
def test_a_project_that_cannot_be_checked_says_why(capsys, folder, text, zh, en):
    """One message, and no traceback."""
    project = folder / "project"
    project.mkdir()
    (project / "raises_at_once.py").write_text("1 / 0\n", encoding="utf-8")
    if text is not None:
        (project / "pyproject.toml").write_text(text, encoding="utf-8")

    for lang, words in (("zh", zh), ("en", en)):
        status, out, err = run(capsys, "check", "project", "--lang", lang)
        assert (status, out) == (2, "")
        assert words in err
        assert "Traceback" not in err


def test_a_folder_that_is_not_there_is_named(capsys):
    """As any file that cannot be read."""
    assert "没有这个文件夹" in run(capsys, "check", "nowhere")[2]
