"""
The code in the documentation does what the page says.

Each page gets a folder of its own with a copy of `examples/` in it, and its blocks run there in reading order:

- `python` with `>>>` is a doctest; without, it is run as a script. Blocks of a page share their names.
- `console`: each `$` line runs, and what stands below it is compared with what it prints (`...` matches anything).
  Commands that install or build (`pip`, `make`, `git`) are not run. An exit status above 1 fails the page unless the
  line itself deals with it (`; echo $?`).
- `yaml` that begins with `unionkit:` is a plan file and must load.
- A file name behind the language (`yaml plan.yaml`) writes the block to that file.
- `no-run` behind the language leaves a block alone; so does any other language, or none.
"""

from __future__ import annotations

import contextlib
import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from markdown_it import MarkdownIt

from repository import ROOT, members
from unionkit.errors import PlanFileError
from unionkit.files import load_plan

PAGES = sorted(
    page
    for folder in (ROOT, *(member.folder for member in members()[1:]))
    for pattern in ("README*.md", "docs/**/*.md", "CONTRIBUTING.md")
    for page in folder.glob(pattern)
)
NOT_RUN = {"pip", "make", "git", "cd", "python3"}
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
COMMAND_SECONDS = 60


@attrs.frozen
class Block:
    """A fenced block: the words behind its fence, its text, and the line of the page on which the text begins."""

    words: tuple[str, ...]
    text: str
    line: int

    @property
    def language(self) -> str:
        """The first word behind the fence."""
        return self.words[0] if self.words else ""


def blocks(page: Path) -> Iterator[Block]:
    """All fenced blocks of a page that are not marked `no-run`."""
    for token in MarkdownIt().parse(page.read_text(encoding="utf-8")):
        words = tuple(token.info.split())
        if token.type == "fence" and token.map and "no-run" not in words:
            yield Block(words, token.content, token.map[0] + 2)


def run_python(block: Block, page: Path, names: dict[str, object]) -> None:
    """Run a block as doctest, or as a script when it has no prompt."""
    if ">>>" not in block.text:
        exec(compile("\n" * (block.line - 1) + block.text, str(page), "exec"), names)
        return
    test = doctest.DocTestParser().get_doctest(block.text, names, page.name, str(page), block.line - 1)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=OPTIONS, verbose=False).run(test, out=said.append, clear_globs=False)
    names.update(test.globs)  # the runner works on a copy
    assert not said, "".join(said)


def commands(block: Block) -> Iterator[tuple[int, str, str]]:
    """Line number, command and expected output of each `$` line; a `\\` at its end joins the next line to it."""
    pieces = re.split(r"^\$ ", block.text, flags=re.MULTILINE)
    line = block.line + pieces[0].count("\n")
    for piece in pieces[1:]:
        command = re.match(r"(?:.*\\\n)*.*\n?", piece)
        assert command
        yield line, command[0].replace("\\\n", " ").strip(), piece[command.end() :]
        line += piece.count("\n")


def run_console(block: Block, page: Path, folder: Path) -> None:
    """Run the `$` lines of a block and compare what they print."""
    search = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": search, "PYTHONUTF8": "1"}
    for line, command, expected in commands(block):
        if command.split()[0] in NOT_RUN:
            continue
        done = subprocess.run(
            command,
            shell=True,
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=COMMAND_SECONDS,
            check=False,
        )
        where = f"{page}:{line}: $ {command}"

        assert done.returncode in {0, 1}, f"{where}\nended with status {done.returncode}\n{done.stdout}"
        same = doctest.OutputChecker().check_output(
            expected.rstrip() + "\n", done.stdout.rstrip() + "\n", OPTIONS
        )
        assert same, f"{where}\nexpected:\n{expected}\ngot:\n{done.stdout}"


def run_page(page: Path, folder: Path) -> None:
    """Run the blocks of a page in reading order."""
    names: dict[str, object] = {"__name__": "__main__"}
    for block in blocks(page):
        if block.language == "yaml" and block.text.startswith("unionkit:"):
            load_plan(block.text)
        if len(block.words) > 1:
            target = folder / block.words[1]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, encoding="utf-8")
        elif block.language == "python":
            run_python(block, page, names)
        elif block.language == "console":
            run_console(block, page, folder)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_code_of_a_page_does_what_the_page_says(page: Path, tmp_path: Path) -> None:
    """Every block runs and prints what stands there."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")

    with contextlib.chdir(tmp_path):
        run_page(page, tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    """Relative links name files or folders that are there."""
    tokens = [
        child
        for token in MarkdownIt().parse(page.read_text(encoding="utf-8"))
        for child in token.children or ()
    ]
    links = [str(child.attrs.get("href") or child.attrs.get("src") or "") for child in tokens]
    targets = {link.partition("#")[0] for link in links if not re.match(r"[a-z]+:", link)} - {""}

    assert [target for target in sorted(targets) if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("file", sorted((ROOT / "examples").glob("*.yaml")), ids=lambda file: file.name)
def test_an_example_loads(file: Path) -> None:
    """Each example is a plan file."""
    load_plan(file.read_text(encoding="utf-8"))


PAGE = """\
```python
>>> number = 2 + 2
>>> print("四", number)
四 4
```
```text note.txt
甲
```
- in a list:
  ```console
  $ cat note.txt
  甲
  $ echo one two \\
      three; exit 1
  one ... three
  $ pip install something
  ```
```yaml
unionkit: 1
title: 计划
content: [一段话。]
```
```python
assert number == 4
```
```python no-run
nonsense
```
"""


def test_a_right_page_passes(tmp_path: Path) -> None:
    """Doctests, scripts, files and commands work together."""
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")

    run_page(page, tmp_path)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (PAGE.replace("四 4", "四 5"), "四 5"),
        (PAGE.replace("one ... three", "one"), ":13: $ echo"),
        (PAGE.replace("exit 1", "exit 2"), "ended with status 2"),
        (PAGE.replace("title:", "titel:"), "title"),
        (PAGE.replace("number == 4", "number == 5"), ""),
    ],
)
def test_a_wrong_page_fails(wrong: str, message: str, tmp_path: Path) -> None:
    """The failure says where and what."""
    page = tmp_path / "page.md"
    page.write_text(wrong, encoding="utf-8")

    with pytest.raises((AssertionError, PlanFileError)) as error:
        run_page(page, tmp_path)

    assert message in str(error.value)
