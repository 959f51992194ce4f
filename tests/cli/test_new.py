"""``unionkit new``: a plan to start from, with answers from a file, from a terminal, or none."""

from __future__ import annotations

import io

import pytest

from unionkit import Kit
from unionkit.cli import _asking, main

BASE = ("new", "--pack", "school", "--year", "2026", "--half", "2")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys, *words: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error."""
    status = main(list(words))
    said = capsys.readouterr()
    return status, said.out, said.err


def typed(monkeypatch, *lines: str) -> None:
    """Somebody sits at a terminal and types."""
    monkeypatch.setattr(_asking, "may_ask", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_a_file_of_answers_fills_the_plan_in(capsys, folder):
    """The file of questions is where to begin."""
    run(capsys, "new", "--pack", "school", "--half", "2", "--questions", "-o", "answers.yaml")
    file = folder / "answers.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("清河中学工会", "北岭小学工会"), encoding="utf-8"
    )
    status, out, err = run(capsys, *BASE, "--answers", "answers.yaml")

    assert (status, err) == (0, "")
    assert Kit().loads(out).plan.organization.name == "北岭小学工会"


def test_answers_that_do_not_fit_are_told_with_their_places(capsys, folder):
    """All of them; nothing is written."""
    (folder / "answers.yaml").write_text("members: viele\nnmae: x\n", encoding="utf-8")
    status, out, err = run(capsys, *BASE, "--answers", "answers.yaml", "-o", "plan.yaml")

    assert (status, out) == (2, "")
    assert "answers.yaml:1:10" in err
    assert "answers.yaml:2:1" in err
    assert "name" in err
    assert not (folder / "plan.yaml").exists()


def test_a_terminal_is_asked_until_the_answer_fits(capsys, monkeypatch):
    """Enter takes what stands in brackets; what does not fit is said, and asked again."""
    questions = Kit().questions("school", half=2)
    lines = {
        "name": ["  北岭小学工会 "],
        "members": ["viele", "120"],
        "women": ["121", "80"],
        "activities": ["1"],
    }
    typed(monkeypatch, *(line for question in questions for line in lines.get(question.name, [""])))
    status, out, err = run(capsys, *BASE)
    plan = Kit().loads(out).plan

    assert status == 0
    assert (plan.organization.name, plan.organization.members, plan.organization.women) == (
        "北岭小学工会",
        120,
        80,
    )
    assert "整数" in err
    assert "不能多于" in err


def test_choices_are_named_by_their_numbers(capsys, monkeypatch):
    """As they stand in the list, with any comma between them."""
    question = next(each for each in Kit().questions("school", half=2) if each.kind == "choices")
    typed(monkeypatch, "2，1、3")
    from unionkit.cli._state import State

    answers = _asking.asked(State("zh"), [question])

    assert answers[question.name] == tuple(choice.name for choice in question.choices[:3])
    assert f"1. {question.choices[0].zh}" in capsys.readouterr().err


def test_a_terminal_that_closes_ends_the_command(capsys, monkeypatch):
    """Without a plan, and without a traceback."""
    typed(monkeypatch)
    status, out, err = run(capsys, *BASE)

    assert (status != 0, out) == (True, "")
    assert "Traceback" not in err


@pytest.mark.parametrize("words", [("--defaults",), ()])
def test_nobody_is_asked_without_a_terminal(capsys, words):
    """The defaults are taken, as with --defaults."""
    assert run(capsys, *BASE, *words)[1] == Kit().new("school", year=2026, half=2)


def test_a_sector_stands_for_the_pack_that_serves_it(capsys):
    """Or the message says what to install."""
    by_sector = run(capsys, "new", "--sector", "school", "--year", "2026", "--half", "2")
    unserved = run(capsys, "new", "--sector", "hospital", "--year", "2026", "--half", "2")

    assert by_sector[1] == run(capsys, *BASE)[1]
    assert unserved[0] == 2
    assert "unionkit-pack-hospital" in unserved[2]


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        (("--year", "2026", "--half", "1"), "--sector", "--sector"),
        (("--pack", "school", "--sector", "school", "--year", "2026", "--half", "1"), "两者选一", "either"),
        (("--pack", "school", "--year", "2026"), "--term", "--term"),
        (("--pack", "school", "--half", "1"), "--year", "--year"),
        (("--pack", "hopsital", "--year", "2026", "--half", "1"), "unionkit-pack-", "unionkit-pack-"),
    ],
)
def test_what_is_missing_is_asked_for(capsys, words, zh, en):
    """In the language of the run."""
    assert zh in run(capsys, "new", *words)[2]
    assert en in run(capsys, "new", *words, "--lang", "en")[2]


def test_a_plan_that_is_there_is_not_written_over(capsys, folder):
    """It may be filled in already; --force is for who knows."""
    (folder / "plan.yaml").write_text("mine", encoding="utf-8")
    status, _, err = run(capsys, *BASE, "-o", "plan.yaml")

    assert (status, "--force" in err) == (2, True)
    assert (folder / "plan.yaml").read_text(encoding="utf-8") == "mine"
    assert run(capsys, *BASE, "-o", "plan.yaml", "--force")[0] == 0
    assert (folder / "plan.yaml").read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize("words", [("--answers", "a.yaml", "--defaults"), ("--questions", "--defaults")])
def test_one_way_to_answer_is_chosen(capsys, words):
    """Two would contradict each other."""
    status, out, err = run(capsys, *BASE, *words)

    assert (status, out, "--questions" in err) == (2, "", True)
