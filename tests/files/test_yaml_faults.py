"""Files that are not YAML: the error stands where the writer must act, and says in both languages what to do."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from unionkit.errors import NotYamlError, PlanFileError, UnknownKeyError
from unionkit.files import _yaml, _yaml_words, load_plan
from unionkit.files._yaml_faults import syntax_fault

HAN = re.compile(r"[\u4e00-\u9fff]")
GOLDEN = Path(__file__).parent / "golden" / "version-1.yaml"
MORE = "".join(f"key{number}: 甲\n" for number in range(30))
LONG = "字" * 1100

# name, text of the file with a bar before the place to act at, and words of the Chinese message
MISTAKES: list[tuple[str, str, str]] = [
    # ---- punctuation of a Chinese input method
    ("wide colon", "unionkit: 1\ntitle¦：清河\nstatus: draft\n", "全角（中文）冒号"),
    ("wide colon, no line end", "unionkit: 1\ntitle¦：清河\nstatus: draft", "全角（中文）冒号"),
    ("wide colon, Windows", "unionkit: 1\r\ntitle¦：清河\r\nstatus: draft\r\n", "全角（中文）冒号"),
    ("wide colon in the first line", "title¦：清河\nstatus: draft\n", "全角（中文）冒号"),
    ("wide colon in the last line", "status: draft\ntitle¦：清河", "全角（中文）冒号"),
    ("wide colon before a mapping", "unionkit: 1\nperiod¦：\n  year: 2026\n", "全角（中文）冒号"),
    ("wide colon in an entry", "content:\n  - goal¦：甲\n    target: 5\n", "全角（中文）冒号"),
    ("wide colons", "content:\n  - goal¦：甲\n    target：5\n    owner: 乙\n", "全角（中文）冒号"),
    ("wide colon above a comment", "content:\n  - goal¦：甲  # 一\n    # 二\n\n    owner: 乙\n", "全角（中文）冒号"),
    ("wide comma", "period: {year: 2026¦，half: 2}\n", "的 ，"),
    ("wide comma before a line break", "period: {year: 2026¦，\n  half: 2}\n", "的 ，"),
    ("wide dash", "content:\n¦－ 一段\n", "“－”不是英文半角的“-”"),
    ("wide dash among right ones", "content:\n  - 甲\n  ¦－ 乙\n  - 丙\nstatus: draft\n", "“－”"),
    ("dash of another kind", "content:\n¦— 一段\n", "“—”"),
    ("wide indentation", "organization:\n¦　　name: 甲\n  sector: school\n", "全角空格"),
    ("wide blank in the indentation", "organization:\n  name: 甲\n ¦　sector: school\n", "全角空格"),
    ("blanks of a web page", "organization:\n  name: 甲\n ¦\u00a0sector: school\n  staff: 1\n", "全角空格"),
    ("wide opening brace", "period: ¦｛year: 2026｝\n", "开头的括号用了全角（中文）的 ｛"),
    ("wide closing brace", "period: {year: 2026¦｝\nstatus: draft\n", "收尾的括号用了全角（中文）的 ｝"),
    ("wide opening bracket", "content: ¦【甲: 乙】\n", "请换成英文半角的 ["),
    ("wide closing bracket", "attachments: [甲, 乙¦】\nstatus: draft\n", "请换成英文半角的 ]"),
    ("wide closing quote", "title: \"清河¦”\nstatus: draft\n", "收尾的引号用了全角（中文）的 ”"),
    ("Chinese quotes around a colon", "title: ¦“甲: 乙”\n", "中文引号（“）"),
    ("Chinese quotes within braces", "period: {year: ¦“甲: 乙”}\n", "中文引号（“）"),
    ("wide number sign", "title: 甲\n¦＃ 注释\nstatus: draft\n", "注释用了全角的“＃”"),
    # ---- blanks and colons
    ("no blank after the colon", "unionkit: 1\ntitle¦:清河\n", "冒号后面没有空格"),
    ("no blank after a colon above", "content:\n- goal¦:甲\n  owner: 乙\n", "冒号后面没有空格"),
    ("no blank after the dash", "content:\n¦-一段\n-二段\n", "“-”后面没有空格"),
    ("no blank after one dash", "content:\n- 甲\n¦-乙\n- 丙\n", "“-”后面没有空格"),
    ("no blank after an indented dash", "content:\n  ¦-甲\n  -乙: 丙\n", "“-”后面没有空格"),
    ("no colon", "unionkit: 1\n¦title\nstatus: draft\n", "键后面没有冒号"),
    ("no colon, but a value", "content:\n  - ¦role work\n    heading: 甲\n", "键后面没有冒号"),
    ("no colon before entries", "content:\n  - heading: 甲\n    ¦content\n      - goal: 乙\n", "键后面没有冒号"),
    ("no key", "¦: 甲\n", "冒号前面没有键"),
    ("two colons", "title: 甲¦: 乙\n", "用英文引号括起来"),
    ("a colon after much text", f"- {LONG}¦: 甲\n", "用英文引号括起来"),
    ("a paragraph of two lines", "content:\n- 甲\n¦乙：丙\n- 丁\n", "一段话写在一行里"),
    ("prose before the plan", "甲\n¦乙\ntitle: 丙\n", "一段话写在一行里"),
    # ---- indentation
    ("tab", "period:\n¦\tyear: 2026\n", "制表符"),
    ("tab below blanks", "period:\n  year: 2026\n¦\thalf: 1\n", "制表符"),
    ("uneven", "period:\n  year: 2026\n ¦half: 1\n", "缩进没有对齐"),
    ("uneven from the first line", " unionkit: 1\n¦title: 甲\n", "缩进没有对齐"),
    ("too deep", "period:\n  year: 2026\n   ¦half: 1\n", "缩进得深"),
    ("keys below a paragraph", "content:\n  - 甲\n    ¦goal: 乙\n", "缩进得深"),
    ("entries out of line", "content:\n  - 甲\n ¦- 乙\n", "却是以“- ”开头的一项"),
    ("an entry without dash", "content:\n  - 甲\n  ¦goal: 乙\n", "却不是以“- ”开头"),
    ("an entry behind its key", "content: ¦- 甲\n", "请另起一行"),
    # ---- values that must be quoted
    (">", "content:\n  - goal: 甲\n    target: ¦>= 90%  # 注\n    owner: 乙\n", "括起来：\">= 90%\""),
    ("> within braces", "content: [{goal: 甲, target: ¦>= 90%, owner: 乙}]\n", "括起来：\">= 90%\""),
    ("|", "title: ¦| 甲\n", "以“|”开头"),
    ("@", "title: ¦@甲\n", "括起来：\"@甲\""),
    ("%", "title: ¦%甲\n", "以“%”开头"),
    ("% first", "¦%甲\ntitle: 乙\n", "行首的“%”"),
    ("*", "title: ¦**甲**\n", "以“*”开头"),
    ("&", "title: ¦& 甲\n", "以“&”开头"),
    ("!", "title: ¦!甲 乙\n", "以“!”开头"),
    ("unknown tag", "title: ¦!e!x 甲\n", "以“!”开头"),
    ("?", "title: ¦? 甲\n", "以“?”开头"),
    ("`", "title: ¦`甲`\n", "以“`”开头"),
    ("@ with quotes", "title: ¦@\"甲\"'乙'\n", "括起来：'@\"甲\"''乙'''"),
    ("@ and much text", f"title: ¦@{LONG}\n", "请用英文引号括起来。"),
    # ---- quotes and brackets
    ("open quote", f"title: ¦\"甲\n{MORE}", "没有收尾"),
    ("open single quote", f"title: ¦'甲\n{MORE}", "没有收尾"),
    ("open quote before a dash line", "title: ¦'甲\n---\n", "没有收尾"),
    ("open quote with Chinese ones", "title: ¦\"他说“好”，\nstatus: draft\n", "没有收尾"),
    ("open quote, closed by the next", "title: ¦\"甲\nsignature: \"乙\"\n", "没有收尾"),
    ("open quote, closed by an empty text", "title: ¦\"甲\nsignature: \"\"\n", "没有收尾"),
    ("open quote within braces", "a: {b: ¦\"甲}\nc: {d: \"乙\"}\n", "没有收尾"),
    ("open quote before >", "- {target: ¦\"甲, due: x}\n- {target: \">= 1\"}\n", "没有收尾"),
    ("text behind the quote", "title: \"甲\"¦乙\n", "收尾的引号后面还有文字"),
    ("apostrophe", "title: 'it'¦s'\n", "收尾的引号后面还有文字"),
    ("path", "title: \"C:¦\\u数据\"\n".replace("¦\\u", "\\u¦"), "请把外面的双引号换成英文单引号"),
    ("open bracket", "attachments: ¦[甲, 乙\nstatus: draft\n", "没有与它成对的“]”"),
    ("open bracket in an entry", "content:\n  - table: ¦[甲, 乙\n    rows: [[丙, 丁]]\n", "没有与它成对的“]”"),
    ("open bracket at the end", "title: ¦[", "没有与它成对的“]”"),
    ("open brace at the end", "period: ¦{year: 2026\n", "没有与它成对的“}”"),
    ("bracket closed by a brace", "{a: ¦[甲}\n", "没有与它成对的“]”"),
    ("a brace too many", "period: {year: 2026}¦}\n", "多了一个“}”"),
    ("a bracket too many", "period: ¦]\n", "多了一个“]”"),
    ("no comma", "period: {year: 2026 half¦: 2}\n", "英文逗号隔开"),
    ("no comma between lines", "content:\n  - {goal: 甲\n     owner¦: 乙}\n", "英文逗号隔开"),
    ("no comma, less indented", "a: {b: 甲\nc¦: 乙}\n", "英文逗号隔开"),
    ("a comma too many", "a: [甲, ¦, 乙]\n", "缺少一个值"),
    # ---- the rest
    ("second plan", "title: 甲\n¦---\ntitle: 乙\n", "只能写一份计划"),
    ("behind the end", "title: 甲\n...\n¦title: 乙\n", "只能写一份计划"),
    ("behind braces", "{title: 甲}\n¦title: 乙\n", "读不懂"),
    ("behind an alias", "title: *a ¦甲\n", "读不懂"),
]  # fmt: skip


@pytest.fixture(params=["libyaml", "Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML with libyaml, and as it is where libyaml is missing."""
    loader: Any = (
        yaml.SafeLoader if request.param == "Python" else getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    monkeypatch.setattr(_yaml, "_LOADER", loader)


def refused(text: str) -> PlanFileError:
    """Why a text is no plan."""
    with pytest.raises(PlanFileError) as caught:
        load_plan(text)
    return caught.value


def place_of_bar(text: str) -> tuple[int, int]:
    """Line and column of the bar, as if it took no room."""
    rows = text.partition("¦")[0].replace("\r\n", "\n").split("\n")
    return len(rows), len(rows[-1]) + 1


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("marked", "words"), [row[1:] for row in MISTAKES], ids=[row[0] for row in MISTAKES])
def test_a_mistake_is_named_where_it_was_made(marked: str, words: str) -> None:
    """Line, column and remedy are those of the mistake, not of the line where the parser noticed; no English slips in."""
    [problem] = refused(marked.replace("¦", "")).problems
    said = problem.error.message("zh")
    quoted = re.sub(r"“.*?”|\".*\"|'.*'|YAML|Tab", "", said)

    assert isinstance(problem.error, NotYamlError)
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == place_of_bar(marked)
    assert words in said
    assert re.findall("[A-Za-z]{2,}", quoted) == []
    assert problem.error.message("en").startswith("This is not YAML: ")


def _without_last(sign: str) -> Callable[[str], str]:
    return lambda line: "".join(line.rpartition(sign)[::2]) if line.endswith(sign) else line


SLIPS: dict[str, Callable[[str], str]] = {
    "wide colon": lambda line: re.sub(r"^( *(?:- )?\w+): ?", r"\1：", line),
    "no blank after the colon": lambda line: re.sub(r"^( *(?:- )?\w+): ", r"\1:", line),
    "no blank after the dash": lambda line: re.sub(r"^( *)- ", r"\1-", line),
    "wide dash": lambda line: re.sub(r"^( *)- ", r"\1－ ", line),
    "wide blank": lambda line: re.sub(r"^( *) (?=\S)", "\\1\u3000", line),
    "wide comma": lambda line: re.sub(r", (?=\w+:)", "，", line, count=1),
    "wide brace": lambda line: re.sub(r"\}$", "｝", line),
    "no closing brace": _without_last("}"),
    "no closing bracket": _without_last("]"),
    "no closing quote": lambda line: "".join(line.rpartition('"')[::2]) if line.count('"') == 2 else line,
    "tab": lambda line: re.sub("^  ", "\t", line),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_in_any_line_is_found_in_that_line(slip: Callable[[str], str]) -> None:
    """Wherever in a plan it happens, the first problem stands in the line of the slip."""
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    tried = 0
    for number, line in enumerate(lines):
        wrong = slip(line)
        if wrong != line and not line.lstrip().startswith("#"):
            place = refused("\n".join([*lines[:number], wrong, *lines[number + 1 :]])).problems[0].place
            tried += 1

            assert place is not None
            assert (place.line, wrong) == (number + 1, wrong)

    assert tried


PIECES = ["a: ", "title: 甲", "- ", "-", "\n", "\n", "\n  ", "\r\n", "\t", "　", "：", "，", "“", "”", '"', "'", "[", "]",
          "{", "}", "｛", "】", ", ", ":", "#", " #", "> ", "|", "@", "*", "&a ", "!", "%", "? ", "\\", "---\n", "...\n", "甲", " "]  # fmt: skip


@pytest.mark.usefixtures("parser")
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_whatever_is_wrong_comes_out_as_a_problem_with_a_place(pieces: list[str]) -> None:
    """No text makes the search for its mistake fail, and the place lies within the text."""
    text = "".join(pieces)
    try:
        load_plan(text)
    except PlanFileError as error:
        lines = re.split("\r\n|[\n\r]", text)
        for problem in error.problems:
            assert HAN.search(problem.error.message("zh"))
            assert problem.error.message("en")
            assert problem.place is not None
            assert problem.place.column <= len(lines[problem.place.line - 1]) + 1


@pytest.mark.parametrize("known", [True, False])
def test_a_complaint_that_nobody_foresaw_is_worded_too(known: bool) -> None:
    """Another PyYAML may say what this one never says; its English stays out of the Chinese message."""
    mark = yaml.Mark("-", 3, 1, 1, "", 0)
    error = yaml.MarkedYAMLError(problem="something new", problem_mark=mark if known else None)
    fault = syntax_fault(error, "甲\n乙丙\n")

    assert fault.at == ((1, 1) if known else (0, 0))
    assert "something" not in fault.error.message("zh")
    assert "读不懂" in fault.error.message("zh")


def test_each_wording_is_short_enough_to_be_shown_whole() -> None:
    """Errors cut facts that are longer; the Chinese ones are Chinese, the others are not."""
    wordings = [words for words in vars(_yaml_words).values() if isinstance(words, tuple)]

    assert len(wordings) > 20
    assert [text for words in wordings for text in words if not 0 < len(text) <= 120] == []
    assert [text for zh, en, do_zh, do_en in wordings for text in (zh, do_zh) if not HAN.search(text)] == []
    assert [text for zh, en, do_zh, do_en in wordings for text in (en, do_en) if HAN.search(text)] == []


@pytest.mark.parametrize(
    ("text", "column", "zh", "en"),
    [
        ("period: {year：2026，half：2}\n", 10, "英文半角", "half-width"),
        ("　title: 甲\n", 1, "英文半角", "half-width"),
        ("“title”: 甲\n", 1, "英文半角", "half-width"),
        ("period: {year:2026}\n", 10, "冒号后要空一格", "behind the colon"),
        ("-title: 甲\n", 1, "“-”后要空一格", "behind the dash"),
        ("budget: {income: [{account: 甲, amount: 2,000}]}\n", 42, '（"2,000"）', '("2,000")'),
        ("budget: {income: [{account: 甲, amount: 2,000.50元}]}\n", 42, "千分号", "between thousands"),
        ("标题: 甲\n", 1, "可用的键", "the keys here"),
    ],
)
def test_an_unknown_key_tells_the_slip_that_made_it(text: str, column: int, zh: str, en: str) -> None:
    """Full-width signs and missing blanks make keys of what should have been more."""
    [problem] = refused(text).problems

    assert isinstance(problem.error, UnknownKeyError)
    assert problem.place is not None
    assert problem.place.column == column
    assert zh in problem.error.message("zh")
    assert en in problem.error.message("en")


def test_a_key_that_is_only_misspelt_gets_no_lesson_in_punctuation() -> None:
    """The hint is for those who need it."""
    assert "半角" not in refused("titel: 甲\n").message("zh")
    assert "half-width" not in refused("titel: 甲\n").message("en")
    assert "千分号" not in refused("2026: 甲\n").message("zh")
    assert "thousands" not in refused("30: 甲\n").message("en")


@pytest.mark.parametrize("line", ["- 甲\n", "key: 甲\n", "\n", "甲\n"])
def test_the_mistake_is_found_in_a_long_file_too(line: str) -> None:
    """The search looks at some lines only."""
    began = time.perf_counter()
    error = refused(line * 100_000 + 'title: "甲\n' + line * 100_000)

    assert isinstance(error.problems[0].error, NotYamlError)
    assert time.perf_counter() - began < 10
