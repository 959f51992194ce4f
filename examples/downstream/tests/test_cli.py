"""The command: refuses what is wrong, with a message and no traceback."""

import pytest
from click.testing import CliRunner
from plan_office.cli import main

PLAN = "unionkit: 1\nperiod: {year: 2026, half: 2}\ncontent:\n  - {activity: 登山, when: 10月18日, owner: 文体委员}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> tuple[int, str]:
    """Exit status and all that was said."""
    done = CliRunner().invoke(main, words)
    return done.exit_code, done.output


def test_a_plan_is_stored_and_found_on_its_day(folder):
    """The main job."""
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")

    assert run("add", "a", "plan.yaml")[0] == 0
    assert run("on", "2026-10-18") == (0, "a  登山\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [("unionkit: 1\ntitel: 甲\n", "title"), ("unionkit: [\n", "plan.yaml:")],
)
def test_a_file_that_is_no_plan_is_refused(folder, text, said):
    """Nothing is stored."""
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    status, output = run("add", "a", "plan.yaml")

    assert (status, said in output) == (1, True)
    assert not (folder / "plans.db").exists()


def test_an_id_is_not_taken_twice(folder):
    """The first plan stays."""
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    run("add", "a", "plan.yaml")

    assert run("add", "a", "plan.yaml")[0] == 1
