"""Every command: what it prints, what it writes, and its exit status."""

from __future__ import annotations

import json
import re
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import click
import pytest

from unionkit import Kit, Pack, Paper, Section, __version__, hookimpl, load_plan
from unionkit.cli import _main, main
from unionkit.cli._state import State
from unionkit.document import (
    SECTIONS,
    AttachmentNote,
    Column,
    Figure,
    Grid,
    List,
    ListItem,
    PageBreak,
    SignOff,
    Text,
)
from unionkit.renderers import Rendered, Renderer, Skipped

HAN = re.compile("[\u4e00-\u9fff]")
PLAN = """\
unionkit: 1
title: 20xx年工会工作计划
period: {year: 2026}
content:
  - {activity: 会, when: 3月}
  - {welfare: 教师节慰问, kind: festival-gift, when: 教师节}
"""
SOUND = "unionkit: 1\ntitle: 工会工作计划\ncontent: [开展活动。]\n"


class Plugin:
    """A plugin with a pack and commands."""

    @hookimpl
    def unionkit_packs(self):
        papers = [
            Paper(name="notice", title="公示", title_en="notice", sections=["body"]),
            Paper(name="empty", title="空表", sections=["calendar"]),
        ]
        return [Pack(name="town", package="x", title="乡镇", title_en="towns", sector="town", papers=papers)]

    @hookimpl
    def unionkit_sections(self):
        return [Section(name="slogan", compose=lambda scope: [Text("口号。")], pack="town", title="口号")]

    @hookimpl
    def unionkit_commands(self):
        three = click.Command("three", callback=lambda: 3, help="Ends with 3.")
        return [three, click.Command("said", callback=lambda: click.echo("说了"))]


class Broken:
    """A plugin that fails."""

    @hookimpl
    def unionkit_sections(self):
        raise RuntimeError("坏了")


@pytest.fixture(autouse=True)
def only_these_plugins(monkeypatch):
    """What is installed here must not matter; a test may put plugins of its own in."""
    plugins: list[object] = []
    monkeypatch.setattr(
        State,
        "kit",
        property(
            lambda state: Kit(
                discover=False,
                plugins=plugins,
                disabled=state.without,
                lang=state.lang,
                templates=state.templates,
                almanac=state.almanac,
            )
        ),
    )
    return plugins


@pytest.fixture
def plan(tmp_path, monkeypatch):
    """The name of a plan file in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "sound.yaml").write_text(SOUND, encoding="utf-8")
    return "plan.yaml"


def give(monkeypatch, text: str) -> None:
    """Put a text on standard input."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(text.encode())))


def run(capsys, *words: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error."""
    status = main(list(words))
    said = capsys.readouterr()
    return status, said.out, said.err


def test_help_lists_every_command_in_both_languages(capsys):
    """Without any word, too; `--lang` may stand anywhere."""
    status, zh, err = run(capsys)
    _, en, _ = run(capsys, "--help", "--lang", "en")

    assert (status, err) == (0, "")
    assert run(capsys, "--help")[1] == zh == run(capsys, "help")[1]
    assert all(f"\n  {name} " in text for name in _main._COMMANDS for text in (zh, en))
    assert "用法: unionkit [选项] 命令 [参数]..." in zh
    assert not HAN.search(en)
    assert run(capsys, "--lang=en", "help")[1] == en


@pytest.mark.parametrize("name", list(_main._COMMANDS))
def test_the_help_of_a_command_is_in_the_language_of_the_run(capsys, name):
    """Its options are explained in Chinese or in English, never in both."""
    _, zh, _ = run(capsys, name, "--help")
    _, en, _ = run(capsys, "help", name, "--lang", "en")

    assert zh.startswith(f"用法: unionkit {name} [选项]")
    assert en.startswith(f"Usage: unionkit {name} [OPTIONS]")
    assert "显示帮助并退出" in zh
    assert not HAN.search(en)
    assert not re.search("required|Options|Usage", zh)


def test_required_options_are_marked_in_chinese(capsys):
    """click's own word would be English."""
    assert "[必填]" in run(capsys, "render", "--help")[1]
    assert "[required]" in run(capsys, "render", "--help", "--lang", "en")[1]


def test_version(capsys):
    """The version and nothing else."""
    assert run(capsys, "--version") == (0, f"unionkit {__version__}\n", "")


def test_check_prints_findings_with_their_places(capsys, plan):
    """Errors fail; information is left out unless asked for."""
    status, out, err = run(capsys, "check", plan)

    assert (status, err) == (1, "")
    assert out.splitlines() == [
        "plan.yaml:2:8: 警告 UK701 “20xx年工会工作计”中的“20xx”是范文留下的遮盖；请填上实际内容。",
        "    2 | title: 20xx年工会工作计划",
        "      |        ^^^^",
        "plan.yaml:6:49: 错误 UK201 “教师节慰问”：教师节不在可发节日慰问品的节日之列（元旦、春节、清明节、劳动节、端午节、中秋节、国庆节）。 [《基层工会经费收支管理办法》（总工办发〔2017〕32号）第八条第四项]",
        "    6 |   - {welfare: 教师节慰问, kind: festival-gift, when: 教师节}",
        "      |                                                      ^^^^^^",
        "1 错误，1 警告",
    ]


def test_check_speaks_english(capsys, plan):
    """The basis stays as it is called."""
    status, out, _ = run(capsys, "--lang", "en", "check", plan, "--severity", "info")

    assert status == 1
    assert "plan.yaml:5:5: info UK101 “会” has no owner" in out
    assert out.endswith("1 error, 1 warning, 1 info\n")


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 1),
        (["--fail-on", "never"], 0),
        (["--fail-on", "warning"], 1),
        (["--severity", "error", "--fail-on", "info"], 1),
        (["--on", "2017-06-30"], 0),
        (["--on", "2017-06-30", "--fail-on", "warning"], 1),
        (["--pack", "neutral"], 1),
    ],
)
def test_the_exit_status_of_a_check(capsys, plan, options, status):
    """1 when something at or above `--fail-on` was found, shown or not."""
    assert run(capsys, "check", plan, *options)[0] == status


def test_check_of_a_sound_plan(capsys, plan):
    """Nothing found is said, too."""
    assert run(capsys, "check", "sound.yaml") == (0, "没有发现问题。\n", "")
    assert run(capsys, "check", "sound.yaml", "--lang", "en")[1] == "No findings.\n"


def test_silent_rules_are_explained(capsys, plan):
    """Without a year, dated rules cannot decide."""
    assert "UK201" not in run(capsys, "check", "sound.yaml")[1]
    assert "UK201: 未判断：" in run(capsys, "check", "sound.yaml", "--explain-silent")[1]
    assert "UK201: silent: " in run(capsys, "check", "sound.yaml", "--explain-silent", "--lang", "en")[1]
    assert "UK201" not in run(capsys, "check", "sound.yaml", "--explain-silent", "--on", "2026-01-01")[1]


def test_check_as_json(capsys, plan):
    """The keys of the contract, for programs."""
    status, out, _ = run(capsys, "check", plan, "sound.yaml", "--format", "json", "--severity", "error")

    [finding] = json.loads(out)["findings"]

    assert status == 1
    assert list(json.loads(out)) == ["findings"]
    assert finding == {
        "code": "UK201",
        "slug": "festival-gift-outside-list",
        "severity": "error",
        "message": finding["message"],
        "path": "$.content[1].when",
        "file": "plan.yaml",
        "line": 6,
        "column": 49,
        "end_line": 6,
        "end_column": 52,
        "basis": "《基层工会经费收支管理办法》（总工办发〔2017〕32号）第八条第四项",
        "fix": None,
        "others": [],
    }


@pytest.mark.parametrize("executor", ["serial", "threads", "processes"])
def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_checked(capsys, plan, executor):
    """It is named, and the exit status says that the check is incomplete."""
    status, out, err = run(capsys, "check", "none.yaml", plan, "sound.yaml", "--executor", executor)

    assert status == 2
    assert err == "错误: 读不了 none.yaml：没有这个文件或文件夹。\n"
    assert "1 错误，1 警告" in out


def test_check_reads_standard_input_once(capsys, plan, monkeypatch):
    """However often it is named."""
    give(monkeypatch, PLAN)

    status, out, _ = run(capsys, "check", "-", "-", "plan.yaml", "plan.yaml")

    assert status == 1
    assert out.count("UK201") == 2
    assert "-:2:8: " in out


def test_bad_standard_input_is_one_file_among_others(capsys, plan, monkeypatch):
    """As a file would be."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"\xff")))

    status, out, err = run(capsys, "check", "-", plan)

    assert (status, "UK201" in out) == (2, True)
    assert err == "错误: - 不是 UTF-8 编码（第 0 字节起读不通）；请用编辑器另存为 UTF-8。\n"


@pytest.mark.parametrize(
    ("name", "start"),
    [("plan.docx", b"PK"), ("plan.md", "# 20xx年".encode()), ("plan.txt", "20xx年".encode())],
)
def test_render_prints_in_the_format_of_the_ending(capsys, plan, tmp_path, name, start):
    """And says what it wrote, beside the output."""
    status, out, err = run(capsys, "render", plan, "-o", name)

    assert (status, out, err) == (0, "", f"已写出 {name}\n")
    assert (tmp_path / name).read_bytes().startswith(start)
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted({"plan.yaml", "sound.yaml", name})


def test_render_to_standard_output(capsys, plan, monkeypatch):
    """From standard input, in the format asked for."""
    give(monkeypatch, SOUND)

    status, out, err = run(capsys, "render", "-", "-o", "-", "--format", "txt")

    assert (status, out.split(), err) == (0, ["工会工作计划", "开展活动。"], "")


def test_render_with_a_pack(capsys, plan, only_these_plugins):
    """One of its papers; with another pack than the plan's; renumbered."""
    only_these_plugins.append(Plugin())

    paper = run(
        capsys, "render", "sound.yaml", "-o", "-", "--format", "txt", "--pack", "town", "--paper", "notice"
    )
    unknown = run(capsys, "render", "sound.yaml", "-o", "-", "--paper", "notice")

    assert (paper[0], paper[1].split()) == (0, ["公示", "开展活动。"])
    assert unknown[0] == 2
    assert unknown[2] == "错误: 没有名为“notice”的专用文书；可用：（无）。\n"


def test_renumber_drops_stored_numbers(capsys, monkeypatch):
    """Otherwise an old plan keeps its own."""
    text = "title: ''\ncontent: [{heading: 甲, marker: 五、}]"
    give(monkeypatch, text)
    kept = run(capsys, "render", "-", "-o", "-", "--format", "txt")[1]
    give(monkeypatch, text)

    assert kept == "五、甲\n"
    assert run(capsys, "render", "-", "-o", "-", "--format", "txt", "--renumber")[1] == "一、甲\n"


def test_render_prints_one_section(capsys, plan, only_these_plugins):
    """In every format; in the language of the run it says when there is nothing to print."""
    only_these_plugins.append(Plugin())
    town = ["render", "sound.yaml", "--pack", "town", "-o", "-"]

    assert run(capsys, *town, "--format", "txt", "--section", "slogan") == (0, "口号。\n", "")
    assert run(capsys, *town, "--format", "md", "--section", "body")[1].strip() == "开展活动。"
    assert run(capsys, *town[:-1], "x.docx", "--section", "slogan")[2] == "已写出 x.docx\n"
    assert Path("x.docx").read_bytes().startswith(b"PK")
    assert (
        "没有可以印在“calendar”里的内容" in run(capsys, *town, "--format", "txt", "--section", "calendar")[2]
    )
    empty = run(capsys, *town, "--format", "txt", "--paper", "empty", "--lang", "en")
    assert empty[0] == 0
    assert empty[2] == "Note: there is nothing in this plan that “empty” could print.\n"


def test_render_with_contents(capsys, monkeypatch):
    """On request only."""
    text = "title: 计划\ncontent: [{heading: 甲}, {heading: 乙}]"
    give(monkeypatch, text)
    status, out, err = run(capsys, "render", "-", "-o", "-", "--format", "txt", "--contents")
    give(monkeypatch, text)

    assert (status, err) == (0, "")
    assert (out.count("一、甲"), "目录" in out) == (2, True)
    assert "目录" not in run(capsys, "render", "-", "-o", "-", "--format", "txt")[1]


def test_render_with_a_folder_of_templates(capsys, plan, tmp_path):
    """Its layout and its sections come before all others."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "layout.txt").write_text("slogan\nbody\n", encoding="utf-8")
    (folder / "slogan.j2").write_text("自己的口号。\n", encoding="utf-8")
    mine = ["render", "sound.yaml", "-o", "-", "--format", "txt", "--templates"]

    assert run(capsys, *mine, "mine")[1].split() == ["工会工作计划", "自己的口号。", "开展活动。"]
    status, out, err = run(capsys, *mine, "yours")
    assert (status, out) == (2, "")
    assert "yours" in err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--section", "calender"], "没有名为“calender”的章节。是不是“calendar”？可用：body、"),
        (["--section", "body", "--paper", "notice"], "一次只能打印一种"),
        (["--pack", "town", "--paper", "notices"], "没有名为“notices”的专用文书；可用：notice、empty。"),
        (["--section"], "选项 --section 后面缺少它的值。"),
    ],
)
def test_what_cannot_be_rendered_is_told(capsys, plan, only_these_plugins, options, said):
    """With status 2, and nothing is written."""
    only_these_plugins.append(Plugin())

    status, out, err = run(capsys, "render", "sound.yaml", "-o", "x.docx", *options)

    assert (status, out) == (2, "")
    assert err.startswith("错误: ")
    assert said in err
    assert not Path("x.docx").exists()


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ("[body, calender]", "plan.yaml:1:16: 没有名为“calender”的章节。是不是“calendar”？"),
        ("[body, calendar, body]", "plan.yaml:1:26: 章节“body”写了不止一次"),
    ],
)
def test_a_layout_that_cannot_be_printed_is_pointed_at(capsys, plan, layout, said):
    """By file, line and column."""
    Path(plan).write_text(f"layout: {layout}\ncontent: []\n", encoding="utf-8")

    status, _, err = run(capsys, "render", plan, "-o", "x.docx")

    assert status == 2
    assert said in err


OLD = "清河中学工会工作计划\n一、主要工作\n1、召开教代会。\n本文来源：范文网 www.example.com\n"


def test_import_writes_a_plan_file(capsys, tmp_path, monkeypatch):
    """Which loads, and says what was left out."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")

    status, out, err = run(capsys, "import", "old.txt", "-o", "plan.yaml")

    assert (status, out) == (0, "")
    assert "已写出 plan.yaml" in err
    assert load_plan((tmp_path / "plan.yaml").read_text(encoding="utf-8")).title == "清河中学工会工作计划"


def test_import_names_what_it_takes_for_noise(capsys, monkeypatch):
    """It is cut, or kept and named all the same; in the language of the run."""
    noisy = OLD.replace(
        "本文来源：范文网 www.example.com", "本文由" + "某" * 12 + "网整理，" + "更多范文请移步某网站内查找"
    )

    def imported(*options: str) -> tuple[str, str]:
        give(monkeypatch, noisy)
        status, out, err = run(capsys, "import", "-", *options)
        assert status == 0
        return out, err

    cut, kept, in_english = imported(), imported("--keep-noise"), imported("--lang", "en")

    assert "网整理" not in cut[0]
    assert "网整理" in kept[0]
    assert "-:4: 删去网页残留：" in cut[1]
    assert "-:4: 疑为网页残留：" in kept[1]
    assert "-:4: cut website noise: " in in_english[1]


def test_import_prints_one_thing_to_standard_output(capsys):
    """Two would be read as one."""
    status, out, err = run(capsys, "import", "-", "-o", "-", "--recognised", "-")

    assert (status, out) == (2, "")
    assert "不能都写到标准输出" in err


def test_import_tells_what_it_recognised(capsys, monkeypatch):
    """As JSON; the plan goes where it is asked to go."""
    give(monkeypatch, OLD)

    status, out, _ = run(capsys, "import", "-", "--recognised", "-")

    assert status == 0
    assert "outline" in json.loads(out)


def test_import_to_standard_output(capsys, monkeypatch, only_these_plugins):
    """With the pack that the plan is to use."""
    only_these_plugins.append(Plugin())
    give(monkeypatch, OLD)

    status, out, _ = run(capsys, "import", "-", "--pack", "town", "--keep-noise")

    assert status == 0
    assert load_plan(out).pack == "town"


def test_packs_and_plugins_are_listed(capsys, only_these_plugins):
    """For people and for programs; a plugin that was set aside says why."""
    only_these_plugins += [Plugin(), Broken()]

    text, rows = run(capsys, "packs")[1], run(capsys, "packs", "--format", "json", "--lang", "en")[1]

    assert text.startswith(
        "town  乡镇\n  文书 notice  公示\n  文书 empty  空表\n  章节 slogan  口号\n各类计划都可以用的章节：\n  body  正文\n"
    )
    assert "Sections for every plan:\n  body  Text\n" in run(capsys, "packs", "--lang", "en")[1]
    [town] = json.loads(rows)
    sections = town.pop("sections")
    assert town == {
        "name": "town",
        "title": "towns",
        "sector": "town",
        "layout": ["body", "sign-off"],
        "papers": [{"name": "notice", "title": "notice"}, {"name": "empty", "title": "空表"}],
        "starters": [],
    }
    assert sections[0] == {"name": "body", "title": "Text", "pack": None}
    assert sections[-1] == {"name": "slogan", "title": "口号", "pack": "town"}
    assert len(sections) == len(SECTIONS) + 1
    assert "Broken\n  已搁置: " in run(capsys, "plugins")[1]
    assert [
        (each["name"], each["error"] is None)
        for each in json.loads(run(capsys, "plugins", "--format", "json")[1])
    ] == [
        ("unionkit", True),
        ("Plugin", True),
        ("Broken", False),
    ]


def test_rules_are_listed(capsys):
    """With the keys of the contract."""
    rows = {
        row["code"]: row for row in json.loads(run(capsys, "rules", "--format", "json", "--lang", "en")[1])
    }

    first, *more = rows["UK201"].pop("basis")

    assert rows["UK101"]["basis"] == []
    assert rows["UK201"] == {
        "code": "UK201",
        "slug": "festival-gift-outside-list",
        "family": "welfare",
        "severity": "error",
        "title": "festival gift outside the statutory festivals",
        "fixable": False,
    }
    assert first == {
        "title": "《基层工会经费收支管理办法》",
        "number": "总工办发〔2017〕32号",
        "article": "第八条第四项",
        "from": "2018-01-01",
        "until": None,
        "confidence": "confirmed",
    }
    assert all(each.keys() == first.keys() for each in more)
    assert "UK101  info  活动没有责任部门" in run(capsys, "rules")[1]


def test_new_needs_a_pack_with_a_starter(capsys, only_these_plugins):
    """The message says what is installed, or which half is missing."""
    only_these_plugins.append(Plugin())

    assert run(capsys, "new", "--pack", "twon", "--year", "2026", "--half", "1")[2].startswith(
        "错误: 没有名为“twon”的模板包；已安装：town"
    )
    assert run(capsys, "new", "--pack", "town", "--year", "2026", "--half", "1")[0] == 2


def test_new_writes_a_starter_plan(capsys, tmp_path, monkeypatch, only_these_plugins):
    """For the year and half asked for."""
    folder = tmp_path / "starter_of_these_tests" / "templates"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    (folder / "s.yaml").write_text(
        "unionkit: 1\nperiod: {year: {{ year }}, half: {{ half }}}\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    pack = Pack(
        name="s", package=folder.parent.name, title="甲", title_en="a", starters={(2, "zh"): "s.yaml"}
    )
    only_these_plugins.append(type("Starter", (), {"unionkit_packs": hookimpl(lambda self: [pack])})())

    status, out, err = run(capsys, "new", "--pack", "s", "--year", "2026", "--half", "2")

    assert (status, err) == (0, "")
    assert load_plan(out).period.half == 2


def test_blocks_that_a_format_cannot_show_are_told(capsys, plan, only_these_plugins):
    """Each by its words, with its reason; that a format has no pages is no loss."""
    picture = (
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
        + bytes([0, 0, 0, 9, 0, 0, 0, 9, 8, 0, 0, 0, 0])
        + bytes(8)
        + b"IEND"
        + bytes(4)
    )
    grid = Grid((Column(""), Column("金额")), (("甲", "1"),))
    blocks = (
        Text("从严掌握经费，" * 9),
        grid,
        Figure(picture, "合影"),
        List((ListItem("其一"),)),
        PageBreak(),
        SignOff("", "2026年7月1日"),
        AttachmentNote(("名册", "会标")),
        Grid((Column(""),), (("甲",),)),
    )

    class Partial:
        @hookimpl
        def unionkit_sections(self):
            return [Section(name="all", compose=lambda scope: blocks)]

        @hookimpl
        def unionkit_renderers(self):
            def render(document):
                skipped = (Skipped(index, "cannot") for index in range(len(document.blocks)))
                return Rendered(b"", (), tuple(skipped))

            return [Renderer(name="p", suffixes=(), render=render)]

    only_these_plugins.append(Partial())
    sound = ["render", "sound.yaml", "-o", "-", "--format", "p"]

    assert run(capsys, *sound)[2].splitlines() == [
        "未打印第 1 块（标题“工会工作计划”）：cannot",
        "未打印第 2 块（段落“开展活动。”）：cannot",
    ]
    assert run(capsys, *sound, "--section", "all", "--lang", "en")[2].splitlines() == [
        "Not printed: block 1 (paragraph “从严掌握经费，从严掌握经费，从严掌握经费…”): cannot",
        "Not printed: block 2 (table “金额”): cannot",
        "Not printed: block 3 (figure “合影”): cannot",
        "Not printed: block 4 (list “其一”): cannot",
        "Not printed: block 6 (sign-off “2026年7月1日”): cannot",
        "Not printed: block 7 (list of attachments “名册”): cannot",
        "Not printed: block 8 (table): cannot",
    ]


def test_an_unknown_command_is_looked_for_among_plugins(capsys, only_these_plugins):
    """Its result is the exit status; one that nobody has is an error that names the nearest."""
    only_these_plugins.append(Plugin())

    assert run(capsys, "three")[0] == 3
    assert run(capsys, "said") == (0, "说了\n", "")
    assert run(capsys, "chekc")[0] == 2
    assert run(capsys, "chekc")[2] == "错误: 没有命令“chekc”，是不是 check？ 用 unionkit --help 查看用法。\n"
    assert "There is no command “xyz”." in run(capsys, "xyz", "--lang", "en")[2]


def test_full_help_includes_the_commands_of_plugins(capsys, only_these_plugins):
    """Other help does not wait for them."""
    assert "（无）" in run(capsys, "help", "--all")[1]

    only_these_plugins += [Plugin(), Broken()]
    _, out, err = run(capsys, "help", "--all")

    assert "three  Ends with 3." in out
    assert "three" not in run(capsys, "help")[1]
    assert "没有用到插件“Broken”" in err


def test_a_plugin_cannot_replace_a_command(capsys, only_these_plugins):
    """It is refused when its commands are needed, with both sides named."""

    class Greedy:
        @hookimpl
        def unionkit_commands(self):
            return [click.Command("check")]

    only_these_plugins.append(Greedy())
    status, _, err = run(capsys, "help", "--all")

    assert status == 2
    assert "“unionkit”与“Greedy”" in err


def test_what_was_made_without_a_plugin_says_so(capsys, plan, only_these_plugins):
    """Beside the output of a document, as a finding of a check."""
    only_these_plugins.append(Broken())

    assert "UK901 没有用到插件“Broken”" in run(capsys, "render", plan, "-o", "-", "--format", "txt")[2]
    assert (
        "made without the plugin “Broken”"
        in run(capsys, "render", plan, "-o", "-", "--format", "txt", "--lang=en")[2]
    )
    assert "UK901" in run(capsys, "check", plan)[1]


USAGE = [
    (["check"], "缺少 FILES。", "FILES"),
    (
        ["check", "a", "--on", "7月"],
        "--on 的值不对：应为日期，如 2026-07-01，却写了“7月”。",
        "expected a day",
    ),
    (
        ["check", "a", "--format", "xml"],
        "--format 的值不对：没有“xml”；可以写 text、json、sarif、github。",
        "none of text, json, sarif, github",
    ),
    (["check", "a", "--fail-on"], "选项 --fail-on 后面缺少它的值。", "needs a value"),
    (["check", "a", "--verbose"], "没有选项 --verbose。", "No such option: --verbose"),
    (
        ["check", "a", "--sevrity", "info"],
        "没有选项 --sevrity，是不是 --severity？",
        "Did you mean --severity?",
    ),
    (["packs", "all", "of"], "多出了参数：all of。", "unexpected extra arguments (all of)"),
    (["packs", "--help=yes"], "选项 --help 不带值。", "takes no value"),
    (["new", "--pack", "a", "--year", "26", "--half", "1"], "应为 1949 到 2100 的整数", "from 1949 to 2100"),
    (["new", "--pack", "a", "--year", "二", "--half", "1"], "却写了“二”。", "found “二”"),
    (["new", "--pack", "a", "--year", "2026", "--half", "3"], "可以写 1、2。", "none of 1, 2"),
    (["render", "plan.yaml"], "缺少 --output。", "--output is missing."),
    (["--quiet"], "没有选项 --quiet。", "--quiet"),
    (["help", "nothing"], "没有命令“nothing”。", "no command “nothing”"),
]


@pytest.mark.parametrize(("words", "zh", "en"), USAGE)
def test_a_wrong_command_line_is_explained_in_the_language_of_the_run(capsys, words, zh, en):
    """One line, with the help that would tell more."""
    in_chinese = run(capsys, *words)
    in_english = run(capsys, *words, "--lang", "en")

    assert (in_chinese[0], in_english[0]) == (2, 2)
    assert in_chinese[2].startswith("错误: ")
    assert zh in in_chinese[2]
    assert "--help 查看用法。\n" in in_chinese[2]
    assert in_english[2].startswith("Error: ")
    assert en in in_english[2]
    assert (in_chinese[2] + in_english[2]).count("\n") == 2


@pytest.mark.parametrize("words", [["--lang"], ["--lang", "fr", "check"], ["check", "--lang=", "x"]])
def test_an_unknown_language_is_refused(capsys, words):
    """In a message that anybody can read."""
    status, _, err = run(capsys, *words)

    assert status == 2
    assert "--lang zh | --lang en" in err


def test_the_last_language_wins_and_file_names_may_look_like_options(capsys, plan, tmp_path):
    """Behind `--`, words are names."""
    (tmp_path / "--lang").write_text(SOUND, encoding="utf-8")

    assert run(capsys, "check", "--lang", "zh", "sound.yaml", "--lang", "en")[1] == "No findings.\n"
    assert run(capsys, "check", "--", "--lang")[1] == "没有发现问题。\n"


def test_an_interrupted_command_says_so(capsys, plan, monkeypatch):
    """Without a traceback."""

    def interrupted(*_arguments, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(Kit, "check", interrupted)

    assert run(capsys, "check", plan) == (2, "", "错误: 已中断。\n")


def test_a_fault_of_our_own_is_one_message_too(plan, monkeypatch, capsys):
    """With status 2; status 1 is for findings. (`python -X dev` shows where it happened.)"""
    monkeypatch.setattr(Kit, "rendered_document", lambda *arguments, **options: 1 / 0)

    assert main(["render", plan, "-o", "x.md"]) == 2
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_the_input_is_not_overwritten(plan, tmp_path, capsys):
    """A slip of the hand does not cost the plan."""
    before = Path(plan).read_text(encoding="utf-8")

    assert main(["render", plan, "-o", plan, "--format", "txt"]) == 2
    assert main(["import", plan, "-o", plan]) == 2
    assert Path(plan).read_text(encoding="utf-8") == before
    assert "UK" not in capsys.readouterr().out


def test_an_empty_document_cannot_be_imported(tmp_path, capsys):
    """There is nothing to read in it."""
    (tmp_path / "old.txt").write_text(" \n", encoding="utf-8")

    assert main(["import", str(tmp_path / "old.txt"), "-o", str(tmp_path / "new.yaml")]) == 2
    assert "是空的" in capsys.readouterr().err
    assert not (tmp_path / "new.yaml").exists()


def test_private_facts_are_told_and_not_named(tmp_path, capsys):
    """Neither the document nor the messages name the person; that something was left out is said."""
    file = tmp_path / "plan.yaml"
    file.write_text(
        "period: {year: 2026, half: 2}\n"
        "content: [{welfare: 走访李四, kind: festival-gift, when: 教师节, form: money, private: true}]\n",
        encoding="utf-8",
    )

    assert main(["check", str(file)]) == 1
    assert main(["render", str(file), "-o", str(tmp_path / "plan.txt")]) == 0
    said = capsys.readouterr()
    assert "李四" not in said.out + said.err + (tmp_path / "plan.txt").read_text(encoding="utf-8")
    assert "有 1 项涉及个人" in said.err


def test_a_plugin_can_be_left_out(capsys):
    """By its name, wherever the option stands."""
    assert main(["plugins", "--without", "nobody"]) == 2
    assert "没有名为“nobody”的插件" in capsys.readouterr().err


def test_an_unknown_pack_is_pointed_at(tmp_path, capsys):
    """By file, line and column."""
    file = tmp_path / "plan.yaml"
    file.write_text("unionkit: 1\npack: nowhere\n", encoding="utf-8")

    assert main(["check", str(file)]) == 2
    assert f"{file}:2:7: 没有名为“nowhere”的模板包" in capsys.readouterr().err


def test_what_a_layout_leaves_out_is_told(capsys, tmp_path, only_these_plugins):
    """With its place; five of many."""
    file = tmp_path / "plan.yaml"
    file.write_text(
        "title: 计划\nlayout: [body]\nsignature: 清河中学工会\ncontent: [正文。]\n", encoding="utf-8"
    )
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "work.j2").write_text("{# roles: work #}一句。", encoding="utf-8")
    (tmp_path / "t" / "layout.txt").write_text("work\nbody\n", encoding="utf-8")
    part = tmp_path / "part.yaml"
    texts = "".join(f"      - 第{nth}段。\n" for nth in range(7))
    part.write_text(f"title: 计划\ncontent:\n  - role: work\n    content:\n{texts}", encoding="utf-8")

    _, _, err = run(capsys, "render", str(file), "-o", str(tmp_path / "a.txt"))
    _, _, many = run(
        capsys, "render", str(part), "--templates", str(tmp_path / "t"), "-o", str(tmp_path / "b.txt")
    )

    assert f"未打印 {file}:3:12：“清河中学工会”" in err
    assert many.count("未打印 ") == 5
    assert "另有 2 处文字未打印。" in many
