"""``unionkit check``: selection, configuration, baselines, fixes, formats, and files that are no plan files."""

from __future__ import annotations

import json
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit import Kit, hookimpl
from unionkit.cli import main
from unionkit.cli._config import find_config
from unionkit.cli._state import State
from unionkit.cli._toml import toml_places
from unionkit.rules import CONVENTION, Severity, TextRule, text_fix

PLAN = "unionkit: 1\ntitle: 计划\ncontent:\n  # 第一段\n  - '甲;;'   # 尾\n  - 乙??\n  - 丙||\n"


class Mark(TextRule):
    """Finds two semicolons, and makes a comma of them."""

    code, slug, title_zh, title_en = "XX801", "two-marks", "两个分号", "two semicolons"
    severity = Severity.WARNING
    basis = CONVENTION
    wording: ClassVar = {"zh": "“{said}”不好", "en": "“{said}” is bad"}
    pattern = ";;"
    fixable = True

    def found(self, hit, check):
        new = hit.text[: hit.start] + "，" + hit.text[hit.end :]
        fix = text_fix(check.plan, hit.path, new) if self.fixable else None
        yield self.finding(hit.path, words=hit.words, nth=hit.nth, fix=fix, said=hit.words)


class Wrong(Mark):
    """Finds two question marks."""

    code, slug, pattern, severity, fixable = "XX701", "two-questions", r"\?\?", Severity.ERROR, False


class Bar(Mark):
    """Finds two bars, which is worth knowing."""

    code, slug, pattern, severity = "XX802", "two-bars", r"\|\|", Severity.INFO


class Plugin:
    @hookimpl
    def unionkit_rules(self):
        return [Mark(), Wrong(), Bar()]


@pytest.fixture(autouse=True)
def only_this_plugin(monkeypatch):
    """What is installed here must not matter."""
    monkeypatch.setattr(
        State,
        "kit",
        property(
            lambda state: Kit(
                discover=False,
                plugins=[Plugin()],
                disabled=state.without,
                lang=state.lang,
                almanac=state.almanac,
                law=state.parameters,
            )
        ),
    )
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The current folder, with a plan in it; nothing above it is looked at."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def run(capsys, *words: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error; without another choice only the rules above are asked."""
    chosen = {"--select", "--config"} & {*words} or list(Path().glob("*.toml"))
    status = main(["check", *words, *(() if chosen else ("--select", "XX"))])
    said = capsys.readouterr()
    return status, said.out, said.err


def codes(capsys, *words: str) -> list[str]:
    """Codes of what the rules above find."""
    found = json.loads(run(capsys, *words, "--format", "json")[1])["findings"]
    return [each["code"] for each in found if each["code"].startswith("XX")]


# ------------------------------------------------------------ output


def test_the_text_shows_the_source_line_and_a_mark(capsys):
    """And how many can be mended, listed or not."""
    status, out, err = run(capsys, "plan.yaml")

    assert (status, err) == (1, "")
    assert out.splitlines() == [
        "plan.yaml:5:7: 警告 XX801 “;;”不好",
        "    5 |   - '甲;;'   # 尾",
        "      |        ^^",
        "plan.yaml:6:6: 错误 XX701 “??”不好",
        "    6 |   - 乙??",
        "      |       ^^",
        "1 错误，1 警告",
        "其中 1 项可用 --fix 改好（--diff 先看改动）。",
        "没有列出的提示中有 1 项可以改好：--severity info --fix。",
    ]


def test_colours_are_for_terminals(capsys, monkeypatch):
    """Unless somebody asks for them."""
    monkeypatch.delenv("NO_COLOR")

    assert "\x1b[" not in run(capsys, "plan.yaml")[1]
    assert "\x1b[" in run(capsys, "plan.yaml", "--color", "always")[1]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    from unionkit.cli._check_output import is_coloured

    monkeypatch.setenv("TERM", "xterm")
    assert is_coloured("auto")
    assert not is_coloured("never")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not is_coloured("auto")


def test_sarif(capsys):
    """With fixes, fingerprints and places."""
    status, out, _ = run(capsys, "plan.yaml", "--format", "sarif", "--lang", "en")
    log = json.loads(out)

    first, second = log["runs"][0]["results"]
    assert (status, first["ruleId"], second["level"]) == (1, "XX801", "error")
    [change] = first["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "，"}
    assert "partialFingerprints" in second


def test_sarif_says_that_a_file_could_not_be_read(capsys):
    """The others are there."""
    status, out, err = run(capsys, "none.yaml", "plan.yaml", "--format", "sarif")

    assert (status, "none.yaml" in err) == (2, True)
    assert json.loads(out)["runs"][0]["invocations"] == [{"executionSuccessful": False}]


def test_github_annotations(capsys):
    """A line each, and nothing else."""
    _, out, _ = run(capsys, "plan.yaml", "--format", "github", "--severity", "info")

    assert [line.split(" ")[0] for line in out.splitlines()] == ["::warning", "::error", "::notice"]
    assert run(capsys, "plan.yaml", "--format", "github", "--select", "UK2")[1] == ""


def test_statistics(capsys):
    """The most first; for programs, too."""
    Path("b.yaml").write_text("content: [甲??, 乙;;, 丙??]\n", encoding="utf-8")
    status, out, _ = run(capsys, "plan.yaml", "b.yaml", "--statistics")
    rows = json.loads(run(capsys, "plan.yaml", "b.yaml", "--statistics", "--format", "json")[1])["statistics"]

    assert (status, out.splitlines()) == (1, ["3  XX701  错误  两个分号", "2  XX801  警告  两个分号"])
    assert rows[1] == {
        "code": "XX801",
        "slug": "two-marks",
        "severity": "warning",
        "title": "两个分号",
        "count": 2,
        "fixable": 2,
    }
    assert run(capsys, "plan.yaml", "--statistics", "--select", "UK2")[1] == "没有发现问题。\n"


# ------------------------------------------------------------ selection


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--select", "XX8"], ["XX801"]),
        (["--select", "XX801,two-questions"], ["XX801", "XX701"]),
        (["--select", "XX801", "--select", "XX701"], ["XX801", "XX701"]),
        (["--ignore", "XX7"], ["XX801"]),
        (["--select", "XX", "--ignore", "XX8"], ["XX701"]),
        (["--select", "XX8", "--severity", "info"], ["XX801", "XX802"]),
    ],
)
def test_rules_are_selected(capsys, options, found):
    """By code, beginning, slug; several at once."""
    assert codes(capsys, "plan.yaml", *options) == found


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_refused(capsys, option):
    """With the nearest."""
    status, out, err = run(capsys, "plan.yaml", option, "two-mark")

    assert (status, out) == (2, "")
    assert "没有规则“two-mark”" in err
    assert "two-marks" in err


@pytest.mark.parametrize(
    "options",
    [
        ["--fix", "--diff"],
        ["--statistics", "--diff"],
        ["--write-baseline", "b.json", "--fix"],
        ["--config", "c.toml", "--no-config"],
        ["--statistics", "--format", "sarif"],
    ],
)
def test_what_does_not_go_together_is_refused(capsys, options):
    """Before anything is done."""
    status, out, err = run(capsys, "plan.yaml", *options)

    assert (status, out) == (2, "")
    assert err.startswith("错误: ")
    assert Path("plan.yaml").read_text(encoding="utf-8") == PLAN


# ------------------------------------------------------------ configuration


def configure(text: str, name: str = "unionkit.toml") -> None:
    Path(name).write_text(text, encoding="utf-8")


def test_a_configuration_is_found_and_obeyed(capsys):
    """Its severities, what it shows and fails on, its language."""
    configure(
        'select = ["XX"]\nignore = ["XX802"]\nseverity = {XX701 = "info", two-marks = "error"}\n'
        'show = "info"\nfail-on = "never"\nlang = "en"\n'
    )

    status, out, _ = run(capsys, "plan.yaml")

    assert status == 0
    assert "error XX801" in out
    assert "info XX701" in out
    assert "XX802" not in out


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ["XX801"]),
        (["--select", "XX7"], ["XX701"]),
        (["--ignore", "XX801"], []),
        (["--no-config"], ["XX801", "XX701"]),
        (["--severity", "info"], ["XX801", "XX802"]),
        (["--config", "other.toml"], ["XX701"]),
    ],
)
def test_the_command_line_wins(capsys, options, found):
    """What it asks for by name is asked, whatever the configuration leaves out."""
    configure('ignore = "XX7"\nseverity.XX701 = "off"\n')
    configure('select = ["XX7"]\n', "other.toml")

    assert codes(capsys, "plan.yaml", *options) == found


def test_the_configuration_of_a_project(capsys):
    """In its pyproject.toml; unionkit.toml is looked at first; without our section it is not ours."""
    configure('[project]\nname = "x"\n', "pyproject.toml")
    assert codes(capsys, "plan.yaml") == ["XX801", "XX701"]
    configure('[tool.x]\na = 1\n[tool.unionkit]\nselect = ["XX7"]\n', "pyproject.toml")
    assert codes(capsys, "plan.yaml") == ["XX701"]
    configure('select = ["XX8"]\n')
    assert codes(capsys, "plan.yaml") == ["XX801"]


def test_it_is_looked_for_beside_the_first_file_and_above(folder, monkeypatch):
    """As far as the root of the repository."""
    inner = folder / "a" / "b"
    inner.mkdir(parents=True)
    configure("")

    assert Path(find_config(str(inner / "plan.yaml"))).resolve() == folder / "unionkit.toml"
    assert Path(find_config("-")).resolve() == folder / "unionkit.toml"
    (folder / "a" / ".git").mkdir()
    assert find_config(str(inner / "plan.yaml")) is None


def test_paths_in_a_configuration_are_relative_to_it(capsys, folder, monkeypatch):
    """Wherever the check is started."""
    run(capsys, "plan.yaml", "--write-baseline", "known.json")
    configure('baseline = "known.json"\n')
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder / "sub")

    assert codes(capsys, "../plan.yaml") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a b", ["1:3: UK062"]),
        ('select = ["', ["1:12: UK062"]),
        ("x = 1\n\nshows = 2\n", ["1:1: UK021", "3:1: UK021"]),
        ("failon = 'error'", ["UK021 不认识的键“failon”，是不是“fail-on”？"]),
        ("select = 3\n", ["1:10: UK011"]),
        ('select = ["XX7",\n 4]\n', ["2:2: UK011"]),
        ('select = ["XX7",\n "nope"]\n', ["2:2: UK050"]),
        ('[severity]\nXX701 = "of"\nZZ1 = "off"\n', ["2:9: UK017", "3:1: UK050"]),
        ("severity = 1", ["1:12: UK011"]),
        ('show = "all"\nlang = "fr"', ["1:8: UK017", "2:8: UK017"]),
        ('pack = ""', ["1:8: UK011"]),
        ("parameters = [1]", ["1:15: UK011"]),
    ],
)
def test_what_is_wrong_in_a_configuration_is_pointed_at(capsys, text, said):
    """All of it, by file, line and column; the plan is checked all the same, and the status says that not all was done."""
    configure(text)

    status, out, err = run(capsys, "plan.yaml")

    assert status == 2
    assert "plan.yaml:6:6: " in out
    assert all(each in err for each in said)
    assert all(line.startswith("错误: unionkit.toml:") for line in err.splitlines())
    assert run(capsys, "plan.yaml", "--no-config")[0] == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('select = ["XX7", "nope"]\n', ["XX701"]),
        ('select = ["XX"]\nignore = ["XX7", "nope"]\n', ["XX801"]),
        ('selct = ["XX"]\nignore = ["XX8"]\nshow = "info"\n', ["XX701"]),
        ('[severity]\nnope = "off"\nXX7 = "off"\n', ["XX801"]),
        ('pack = "nope"\nignore = ["XX7"]\n', ["XX801"]),
    ],
)
def test_what_is_sound_in_a_configuration_is_obeyed(capsys, text, found):
    """What is wrong beside it is left out."""
    configure(text)

    assert codes(capsys, "plan.yaml") == found
    assert run(capsys, "plan.yaml")[0] == 2


def test_a_pack_that_is_there_is_taken_from_it(capsys):
    """Or none at all."""
    configure('pack = "neutral"\n')

    assert run(capsys, "plan.yaml")[2] == ""


def test_nothing_is_written_on_half_of_a_configuration(capsys):
    """What was to be ignored might be mended, or known for ever; a diff is only shown."""
    configure('ignore = ["two-mark"]\n')

    status, out, err = run(capsys, "plan.yaml", "--fix")

    assert (status, "XX801" in out, "没有改任何文件" in err) == (2, True, True)
    assert Path("plan.yaml").read_text(encoding="utf-8") == PLAN
    assert run(capsys, "plan.yaml", "--write-baseline", "known.json")[0] == 2
    assert not Path("known.json").exists()
    assert run(capsys, "plan.yaml", "--diff")[0] == 2


def test_every_error_is_told_at_once(capsys):
    """Of the configuration, the parameter files, the almanac and the baseline; SARIF says that not all was done."""
    configure(
        'selct = 1\nbaseline = "known.json"\nalmanac = "days.yaml"\nparameters = ["own.yaml", "none.yaml"]\n'
    )
    Path("known.json").write_text("{", encoding="utf-8")
    Path("days.yaml").write_text("almanac: 1\nfestival: []\n", encoding="utf-8")
    Path("own.yaml").write_text("law: 1\nparameter: {}\n", encoding="utf-8")

    status, out, err = run(capsys, "plan.yaml", "--format", "sarif")

    assert status == 2
    assert [line.split()[1].split(":")[0] for line in err.splitlines() if "读不了" not in line] == [
        "unionkit.toml",
        "days.yaml",
        "own.yaml",
        "known.json",
    ]
    assert "读不了 none.yaml" in err
    log = json.loads(out)["runs"][0]
    assert log["invocations"] == [{"executionSuccessful": False}]
    assert {"XX801", "XX701"} <= {each["ruleId"] for each in log["results"]}


def test_the_good_entries_of_a_parameter_file_apply(capsys):
    """The others are told with their places."""
    plan = PLAN + "  - {activity: 棋赛, kind: culture-sport, when: 10月, participants: 60, prizes: 20}\n"
    Path("plan.yaml").write_text("period: {year: 2026, half: 2}\n" + plan, encoding="utf-8")
    Path("own.yaml").write_text(
        "law: 1\ndocuments:\n  own: {title: 《本会规定》}\nparameters:\n  prize-share:\n    limits:\n"
        "      - {value: 1/4, document: own}\n      - {value: 1/5, document: owner}\n",
        encoding="utf-8",
    )

    status, out, err = run(capsys, "plan.yaml", "--parameters", "own.yaml", "--select", "UK501")

    assert status == 2
    assert "1/4" in out
    assert "1/5" not in out
    assert [line.split(" ")[1] for line in err.splitlines()] == ["own.yaml:8:32:"]


def test_counts_have_a_plural(capsys):
    """In English."""
    Path("plan.yaml").write_text(PLAN + "  - 丁;;\n", encoding="utf-8")

    assert (
        "1 error, 2 warnings, 1 info\n" in run(capsys, "plan.yaml", "--lang", "en", "--severity", "info")[1]
    )


def test_the_help_names_old_plans_in_word(capsys):
    """Whatever can be read is checked."""
    assert ".docx" in run(capsys, "--help")[1]


def test_a_project_file_is_pointed_into(capsys):
    """At the line of the whole file."""
    configure('[project]\nname = "x"\n\n[tool.unionkit]\nselct = []\n', "pyproject.toml")

    assert "pyproject.toml:5:1: UK021" in run(capsys, "plan.yaml")[2]


def test_a_configuration_that_is_not_there_is_told(capsys):
    """When it was named."""
    assert "读不了 none.toml" in run(capsys, "plan.yaml", "--config", "none.toml")[2]


def test_almanac_and_parameters_are_taken_from_it(capsys):
    """Each is read, and told when it cannot be."""
    configure('almanac = "none.yaml"\n')
    assert "none.yaml" in run(capsys, "plan.yaml")[2]
    configure('parameters = ["no-law.yaml"]\n')
    assert "no-law.yaml" in run(capsys, "plan.yaml")[2]
    configure('parameters = ["no-law.yaml", "nor-this.yaml"]\n')
    assert "no-law.yaml" in run(capsys, "plan.yaml")[2]


KEYS = st.sampled_from(["a", "b-1", '"x.y"', "'z'"])
SCALARS = st.sampled_from(
    ["1", '"a # b"', "'c'", "true", "1.5", "2026-01-01", '"""x\ny"""', "'''q'''", '"\\"e"']
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda values: f"[{', '.join(values)}]")
        | st.lists(inner, max_size=2).map(
            lambda values: "[\n  " + "".join(f"{value}, # c]\n  " for value in values) + "]"
        )
        | st.dictionaries(KEYS, inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key} = {value}" for key, value in pairs.items()) + "}"
        )
    ),
    max_leaves=6,
)


@given(pairs=st.dictionaries(KEYS, VALUES, max_size=4), table=st.booleans())
def test_the_places_of_toml_are_those_of_its_keys_and_values(pairs, table):
    """Whatever else stands there: comments, tables, lists over several lines."""
    import tomllib

    text = "# [x]\n" + ("[t.u] # y\n" if table else "")
    text += "".join(f"{key} = {value} # = 1\n" for key, value in pairs.items())
    root = ("t", "u") if table else ()
    values = tomllib.loads(text)
    for key in root:
        values = values[key]
    places = toml_places(text)

    def walk(value, path):
        if path != root:
            start, end = places[path].value
            assert tomllib.loads(f"v = {text[start:end]}")["v"] == value
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(inner, (*path, key))
        elif isinstance(value, list):
            for at, inner in enumerate(value):
                walk(inner, (*path, at))

    walk(values, root)


# ------------------------------------------------------------ baselines


def test_a_baseline_hides_what_was_there(capsys):
    """New findings are told, and what is gone is counted."""
    status, _, err = run(capsys, "plan.yaml", "--write-baseline", "known.json")
    assert (status, "记下 3 项" in err) == (0, True)
    assert run(capsys, "plan.yaml", "--baseline", "known.json") == (0, "没有发现问题。\n", "")

    text = PLAN.replace("  # 第一段\n", "  - 新的一段。\n  - 新??\n").replace("  - '甲;;'   # 尾\n", "")
    Path("plan.yaml").write_text(text, encoding="utf-8")
    status, out, err = run(capsys, "plan.yaml", "--baseline", "known.json")

    assert (status, out.count("XX701"), "plan.yaml:5:6" in out) == (1, 1, True)
    assert "有 1 项已经不再出现" in err


@pytest.mark.parametrize("executor", ["serial", "threads", "processes"])
def test_a_baseline_holds_for_every_file(capsys, executor):
    """Each has findings of its own."""
    Path("b.yaml").write_text(PLAN.replace("乙", "另"), encoding="utf-8")
    run(capsys, "plan.yaml", "b.yaml", "--write-baseline", "known.json")

    status, out, _ = run(capsys, "b.yaml", "plan.yaml", "--baseline", "known.json", "--executor", executor)

    assert (status, out) == (0, "没有发现问题。\n")


def test_a_baseline_is_not_written_over_a_plan_or_half(capsys):
    """It would lose what is known of the file that cannot be read."""
    assert run(capsys, "plan.yaml", "--write-baseline", "plan.yaml")[0] == 2
    assert Path("plan.yaml").read_text(encoding="utf-8") == PLAN
    assert run(capsys, "plan.yaml", "none.yaml", "--write-baseline", "known.json")[0] == 2
    assert not Path("known.json").exists()


def test_a_broken_baseline_is_pointed_at(capsys):
    """The plan is checked without it."""
    Path("known.json").write_text('{"baseline": 1,\n "files": 3}', encoding="utf-8")

    status, out, err = run(capsys, "plan.yaml", "--baseline", "known.json")

    assert (status, "XX801" in out, "XX701" in out) == (2, True, True)
    assert "known.json:2:11: UK011" in err
    assert "读不了 none.json" in run(capsys, "plan.yaml", "--baseline", "none.json")[2]


# ------------------------------------------------------------ fixes


def test_fix_writes_what_can_be_mended(capsys):
    """And shows what is left; nothing else of the file changes; the second time nothing is left to do."""
    status, out, err = run(capsys, "plan.yaml", "--fix")

    assert Path("plan.yaml").read_text(encoding="utf-8") == PLAN.replace("甲;;", "甲，")
    assert err == "plan.yaml: 改好 1 项\n"
    assert (status, "XX801" in out, "XX701" in out) == (1, False, True)
    assert run(capsys, "plan.yaml", "--fix")[2] == "没有可以自动改的。\n"
    run(capsys, "plan.yaml", "--fix", "--severity", "info")
    assert "丙，" in Path("plan.yaml").read_text(encoding="utf-8")


def test_fix_keeps_marks_and_line_ends(capsys):
    """A byte-order mark and the line ends of Windows stay."""
    data = b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode()
    Path("plan.yaml").write_bytes(data)

    run(capsys, "plan.yaml", "--fix")

    assert Path("plan.yaml").read_bytes() == data.replace("甲;;".encode(), "甲，".encode())


def test_diff_shows_what_fix_would_do(capsys):
    """And writes nothing."""
    status, out, err = run(capsys, "plan.yaml", "--diff")

    assert (status, err) == (1, "")
    assert out.startswith("--- plan.yaml\n+++ plan.yaml\n@@ -2,6 +2,6 @@\n")
    assert "-  - '甲;;'   # 尾\n+  - '甲，'   # 尾\n" in out
    assert Path("plan.yaml").read_text(encoding="utf-8") == PLAN
    assert run(capsys, "plan.yaml", "--diff", "--select", "XX7")[:2] == (0, "")


def test_diff_takes_standard_input_and_fix_does_not(capsys, monkeypatch):
    """It cannot be written back."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO("content: [甲;;]".encode())))

    assert "+content: [甲，]\n\\ No newline at end of file\n" in run(capsys, "-", "--diff")[1]
    assert run(capsys, "-", "--fix")[0] == 2


@pytest.mark.parametrize("executor", ["serial", "processes"])
def test_several_files_are_mended(capsys, executor):
    """One that cannot be read does not keep the others from it."""
    Path("b.yaml").write_text(PLAN, encoding="utf-8")

    status, _, err = run(capsys, "plan.yaml", "none.yaml", "b.yaml", "--fix", "--executor", executor)

    assert (status, "读不了 none.yaml" in err) == (2, True)
    assert "甲，" in Path("plan.yaml").read_text(encoding="utf-8")
    assert "甲，" in Path("b.yaml").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_told(capsys, monkeypatch):
    """As it is."""
    from unionkit import files
    from unionkit.errors import WriteAccessError

    def refuse(name, data):
        raise WriteAccessError(str(name), "没有权限", "permission denied")

    monkeypatch.setattr(files, "write_file", refuse)

    status, _, err = run(capsys, "plan.yaml", "--fix")

    assert (status, "写不了 plan.yaml" in err) == (2, True)


# ------------------------------------------------------------ old plans

OLD = "清河中学工会工作计划\n一、主要工作\n1、召开教代会;;开好??\n"


def test_an_old_plan_is_checked_as_it_is(capsys):
    """With places in its own text; it is not mended."""
    Path("old.txt").write_text(OLD, encoding="utf-8")

    status, out, err = run(capsys, "old.txt", "plan.yaml", "--fix")

    assert status == 1
    assert "old.txt:3:8: 警告 XX801" in out
    assert "    3 | 1、召开教代会;;开好??\n" in out
    assert "注意: old.txt 没有改：只有计划文件可以自动改" in err
    assert Path("old.txt").read_text(encoding="utf-8") == OLD
    assert "--fix" not in run(capsys, "old.txt")[1]


@pytest.mark.parametrize("name", ["plan.txt", "plan"])
def test_a_plan_file_is_one_whatever_its_name(capsys, name):
    """It is known by how it begins."""
    Path(name).write_text(f"# 计划\n{PLAN}", encoding="utf-8")

    assert f"{name}:6:7: 警告 XX801" in run(capsys, name)[1]


def test_what_no_reader_takes_is_a_plan_file_or_nothing(capsys):
    """And says what is wrong."""
    Path("old.md").write_text(OLD, encoding="utf-8")

    status, _, err = run(capsys, "old.md")

    assert (status, "old.md:1:1: UK0" in err) == (2, True)


# ------------------------------------------------------------ the list of rules


def test_rules_are_listed_by_family(capsys):
    """With what can be mended; an unknown family brings the nearest."""
    status = main(["rules", "--family", "welfare", "--format", "json"])
    rows = json.loads(capsys.readouterr().out)

    assert status == 0
    assert {row["family"] for row in rows} == {"welfare"}
    main(["rules", "--format", "json"])
    assert {row["code"]: row["fixable"] for row in json.loads(capsys.readouterr().out)}["XX801"] is True
    assert main(["rules", "--family", "welfair"]) == 2
    assert "是不是“welfare”" in capsys.readouterr().err
