"""The program as a process: bad input, bad output, and what it imports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONWARNINGS": "error"}
PLAN = "unionkit: 1\ntitle: 计划\ncontent: [开展活动。]\n"


def run(*words: str, cwd: Path, **options: object) -> subprocess.CompletedProcess:
    """Run the program."""
    options = {"stdout": subprocess.PIPE, "stdin": subprocess.DEVNULL, **options}
    return subprocess.run(
        [sys.executable, "-m", "unionkit", *words],
        cwd=cwd,
        env=ENVIRONMENT,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
        **options,
    )


def said(done: subprocess.CompletedProcess) -> str:
    """What it said on standard error, when it said it as it should."""
    text = done.stderr.decode()
    assert "Traceback" not in text
    assert "Exception ignored" not in text
    return text


BAD = {
    "not YAML": (b"title: [", "UK028"),
    "not UTF-8": ("计划".encode("gb18030"), "UTF-8"),
    "empty": (b"", "UK029"),
    "a list": (b"- 1\n", "UK011"),
    "a misspelt key": ("titel: 计划".encode(), "UK021"),
    "a control character": (b"title: \x01", "UK013"),
    "a pack that is not installed": (b"pack: nowhere\ncontent: []", "nowhere"),
    "100,000 brackets": (b"title: " + b"[" * 100_000, "UK015"),
    "100,000 braces": (b"title: " + b"{a: " * 100_000, "UK015"),
    "an unknown version": (b"unionkit: 99\n", "UK027"),
    "an alias": (b"title: &a x\nsignature: *a\n", "UK025"),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_input_is_one_clear_message(tmp_path, what):
    """In both languages, with status 2 and nothing written."""
    content, word = BAD[what]
    (tmp_path / "plan.yaml").write_bytes(content)

    for lang, start in (("zh", "错误: "), ("en", "Error: ")):
        done = run("render", "plan.yaml", "-o", "plan.docx", "--lang", lang, cwd=tmp_path)

        assert (done.returncode, done.stdout) == (2, b"")
        assert word in said(done)
        assert all(line.startswith(start) for line in said(done).splitlines())
    assert [file.name for file in tmp_path.iterdir()] == ["plan.yaml"]


def test_what_is_no_file_is_told(tmp_path):
    """A folder, nothing at all, or more than anybody would write."""
    with (tmp_path / "large.yaml").open("wb") as file:
        file.truncate(16 * 1024 * 1024 + 1)

    done = run("check", ".", "none.yaml", "large.yaml", "a\nb.yaml", cwd=tmp_path)

    assert done.returncode == 2
    assert "读不了 .：它是文件夹。" in said(done)
    assert "读不了 none.yaml：没有这个文件或文件夹。" in said(done)
    assert "large.yaml 超过 16 MiB" in said(done)


@pytest.mark.parametrize("target", ["folder", "none/plan.md"])
def test_an_output_that_cannot_be_written_is_told(tmp_path, target):
    """What stood there is unchanged, and nothing is left lying beside it."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")

    done = run("render", "plan.yaml", "-o", target, "--format", "md", cwd=tmp_path)

    assert done.returncode == 2
    assert f"写不了 {target}：" in said(done)
    assert sorted(file.name for file in tmp_path.rglob("*")) == ["folder", "plan.yaml"]


def test_a_file_is_replaced_whole(tmp_path):
    """With the permissions that it had."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    target = tmp_path / "plan.txt"
    target.write_text("旧" * 1000, encoding="utf-8")
    target.chmod(0o640)

    assert run("render", "plan.yaml", "-o", "plan.txt", cwd=tmp_path).returncode == 0
    assert target.read_text(encoding="utf-8").split() == ["计划", "开展活动。"]
    assert target.stat().st_mode & 0o777 == 0o640


COMMANDS = [
    ("rules",),
    ("--help",),
    ("check", "plan.yaml"),
    ("render", "plan.yaml", "-o", "-"),
    ("import", "old.txt"),
]


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_under_standard_output_is_told(tmp_path, words):
    """One message and status 2, whichever way the command prints."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "old.txt").write_text("计划\n一、目标\n", encoding="utf-8")

    with Path("/dev/full").open("wb") as full:
        done = run(*words, cwd=tmp_path, stdout=full)

    assert done.returncode == 2
    assert said(done).startswith("错误: ")


@pytest.mark.parametrize("words", COMMANDS)
def test_a_reader_that_has_gone_is_told(tmp_path, words):
    """As with `… | head -c 0`."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "old.txt").write_text("计划\n一、目标\n", encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)

    done = run(*words, cwd=tmp_path, stdout=writer)
    os.close(writer)

    assert done.returncode == 2
    assert said(done).startswith("错误: ")


def test_messages_nobody_can_hear_do_not_stop_the_work(tmp_path):
    """The file is written all the same."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)

    done = subprocess.run(
        [sys.executable, "-m", "unionkit", "render", "plan.yaml", "-o", "plan.md"],
        cwd=tmp_path,
        env=ENVIRONMENT,
        stderr=writer,
        timeout=60,
        check=False,
    )
    os.close(writer)

    assert done.returncode == 0
    assert (tmp_path / "plan.md").exists()


@pytest.mark.skipif(os.name != "posix", reason="closed streams are a matter of POSIX shells")
def test_closed_streams_are_told(tmp_path):
    """`<&-` and `>&-` leave nothing to read from or to write to."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")

    def shell(command: str) -> subprocess.CompletedProcess:
        words = ["sh", "-c", f'exec "{sys.executable}" -m unionkit {command}']
        return subprocess.run(
            words, cwd=tmp_path, env=ENVIRONMENT, stderr=subprocess.PIPE, timeout=60, check=False
        )

    unread, unwritten = shell("check - <&-"), shell("render plan.yaml -o - --format md >&-")

    assert (unread.returncode, unwritten.returncode) == (2, 2)
    assert "标准输入没有打开" in said(unread)
    assert "标准输出没有打开" in said(unwritten)


def test_the_output_does_not_depend_on_the_locale(tmp_path):
    """UTF-8 everywhere."""
    (tmp_path / "计划.yaml").write_text(PLAN, encoding="utf-8")
    environment = {**ENVIRONMENT, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "unionkit", "render", "计划.yaml", "-o", "-", "--format", "txt"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert done.stdout.decode().split() == ["计划", "开展活动。"]


def imported(*words: str, cwd: Path) -> set[str]:
    """Names of all modules that are loaded when a command has run."""
    script = (
        "import json, sys; from unionkit.cli import main; "
        f"main({list(words)!r}); print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=cwd, env=ENVIRONMENT, capture_output=True, timeout=60, check=True
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


def test_help_waits_for_nothing(tmp_path):
    """What it does not need is not imported."""
    heavy = {
        "attrs",
        "attr",
        "cattrs",
        "yaml",
        "jinja2",
        "pluggy",
        "importlib.metadata",
        "unionkit.kit",
        "difflib",
    }

    assert imported("--help", cwd=tmp_path) & heavy == set()
    assert imported("help", "check", cwd=tmp_path) & heavy == set()


def test_printing_waits_for_what_prints_only(tmp_path):
    """Neither python-docx nor lxml, neither rules nor readers, and the template engine only for templates."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    loaded = imported("render", "plan.yaml", "-o", "plan.docx", cwd=tmp_path)

    assert loaded & {"docx", "lxml", "hypothesis", "jinja2", "concurrent.futures"} == set()
    assert loaded & {"unionkit.rules", "unionkit.readers", "difflib"} == set()
    assert "unionkit.renderers" in loaded


@pytest.mark.parametrize(
    "words",
    [
        ("-o", "out.txt", "plan.yaml"),
        ("plan.yaml", "-oout.txt"),
        ("--renumber", "-o", "out.txt", "plan.yaml"),
        ("-o", "out.txt", "--", "plan.yaml"),
        ("plan.yaml", "-o", "x.txt", "-o", "out.txt"),
    ],
)
def test_the_output_is_named_wherever_it_stands(words, tmp_path):
    """As a short option, too."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    imported("render", *words, cwd=tmp_path)

    assert (tmp_path / "out.txt").read_text(encoding="utf-8")


def test_a_file_may_be_called_like_an_option(tmp_path):
    """Behind the option that it is for."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    imported("render", "plan.yaml", "--format", "txt", "-o", "-o", cwd=tmp_path)

    assert (tmp_path / "-o").read_text(encoding="utf-8")
