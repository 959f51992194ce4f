"""`unionkit calendar`: what it prints for whom, and what it leaves out."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit import Kit, Pack, hookimpl
from unionkit.almanac import ALMANAC
from unionkit.cli import main
from unionkit.cli._calendar import _row
from unionkit.cli._calendar_festivals import kept
from unionkit.cli._calendar_lines import one_line
from unionkit.cli._calendar_text import calendar_text
from unionkit.cli._state import State
from unionkit.model import format_path
from unionkit.renderers import Rendered, Renderer, text_width
from unionkit.testing import plans

PLAN = """\
unionkit: 1
title: 清河中学工会2026年下半年工作计划
organization: {name: 清河中学工会, sector: school, region: 山东省}
period: {year: 2026, half: 2}
content:
  - {activity: 教代会, kind: meeting, when: 9月下旬}
  - {activity: 工会小组例会, kind: meeting, when: 9月至10月每周二}
  - {activity: 气排球赛, kind: culture-sport, when: 国庆节前后}
  - {activity: 安全检查, kind: inspection, when: 9月8日}
  - {activity: 台账归档, kind: other, when: 学期末}
  - {activity: 巡回讲座, kind: training, when: 每季度}
  - {activity: 主席培训班, kind: training, when: 下半年}
  - {activity: 换届, kind: election, when: 10月, due: 2026-10-31}
  - {activity: 春游, kind: outing, when: 2027年4月}
  - {activity: 书画展, kind: culture-sport}
  - {activity: 开放日, kind: other, when: 校园文化艺术节期间}
  - {welfare: 重阳节慰问, kind: retiree-care, when: 重阳节}
  - {welfare: 生日蛋糕, kind: birthday, when: 生日}
  - {goal: 先进教工之家, due: 2026-12-20}
  - {welfare: 走访李四, kind: condolence-visit, when: 9月, private: true}
"""
ZH = """\
清河中学工会2026年下半年工作计划

跨月的工作
  7至9月、10至12月  活动      巡回讲座      每季度
  7至12月           活动      主席培训班    下半年

2026年9月
  8日 周二            活动      安全检查
  21至30日间          活动      教代会        9月下旬
  24日至10月8日间     活动      气排球赛      国庆节前后：国庆节 = 10月1日，前后各 7 天
  1、8、15、22、29日  活动      工会小组例会  9月至10月每周二

2026年10月
  本月内              活动      换届
  18日 周日           福利      重阳节慰问    重阳节 = 农历九月初九
  31日 周六           活动截止  换届
  6、13、20、27日     活动      工会小组例会  9月至10月每周二

2026年12月
  20日 周日           目标截止  先进教工之家

计划期以外
  2027年1月9日至22日间  活动      台账归档      学期末：秋季学期按默认校历，最后 14 天（推定）
  2027年4月             活动      春游

没有日期
  没有写时间
    活动  书画展
  不是日期，按原文保留
    活动  开放日    校园文化艺术节期间
  因人而异，没有统一的日期
    福利  生日蛋糕  生日

“推定”的日子按通常的校历、惯例或法定日期推算，以正式公布的为准。
"""
EN = """\
清河中学工会2026年下半年工作计划

Over several months
  2 times           activity      巡回讲座      每季度: July to September, October to December
  July to December  activity      主席培训班    下半年

September 2026
  Tue 8                   activity      安全检查
  within 21-30            activity      教代会        9月下旬
  within 24 Sep to 8 Oct  activity      气排球赛      国庆节前后: National Day = 1 October, 7 days on either side
"""
NO_YEAR = """\
unionkit: 1
title: 工会下半年工作计划
period: {half: 2}
content:
  - {activity: 例会, kind: meeting, when: 每周二}
  - {activity: 读书会, kind: culture-sport, when: 9月}
  - {activity: 庆祝, kind: culture-sport, when: 教师节}
  - {welfare: 中秋节慰问, kind: festival-gift, when: 中秋节}
  - {goal: 入会, due: 2030-09-15}
"""
EMPTY = "unionkit: 1\ntitle: 计划\ncontent: [开展活动。]\n"


class Formats:
    """A plugin with a format that is made straight from plans, and a pack whose almanac data are not there."""

    @hookimpl
    def unionkit_renderers(self):
        def render(scope):
            return Rendered(" ".join(str(path) for path, _ in scope.plan.activities()).encode(), ())

        return [Renderer(name="ics", suffixes=(".ics",), render_plan=render)]

    @hookimpl
    def unionkit_packs(self):
        return [
            Pack(
                name="town",
                package="unionkit",
                title="乡镇",
                title_en="towns",
                sector="town",
                almanac="none.yaml",
            )
        ]


@pytest.fixture(autouse=True)
def only_these_plugins(monkeypatch, tmp_path):
    """What is installed here must not matter; a test may put plugins of its own in."""
    plugins: list[object] = []
    monkeypatch.setattr(
        State,
        "kit",
        property(lambda state: Kit(discover=False, plugins=plugins, lang=state.lang, almanac=state.almanac)),
    )
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return plugins


def run(capsys, *words: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error."""
    status = main(list(words))
    said = capsys.readouterr()
    return status, said.out, said.err


def printed(capsys, plan: str, *options: str) -> str:
    """What the calendar of a plan says, when nothing is wrong with it."""
    Path("other.yaml").write_text(plan, encoding="utf-8")
    status, out, err = run(capsys, "calendar", "other.yaml", *options)
    assert (status, err) == (0, "")
    return out


def one(when: str, period: str = "{year: 2026, half: 2}") -> str:
    """A plan with one activity."""
    return f"title: 计划\nperiod: {period}\ncontent: [{{activity: 会, when: {when}}}]\n"


# ---------------------------------------------------------------- for people


def test_a_calendar_is_read_month_by_month(capsys):
    """Days, what it is, its title, and the words of its time with the reason where they name no day."""
    status, out, err = run(capsys, "calendar", "plan.yaml")

    assert status == 0
    assert out == ZH
    assert err == "注意: 有 1 项涉及个人（private），连同所在段落没有打印。\n"


def test_a_calendar_in_english(capsys):
    """All but what the plan itself says."""
    out = run(capsys, "calendar", "plan.yaml", "--lang", "en")[1]

    assert out.startswith(EN)
    assert "\n  1, 8, 15, 22, 29        activity      工会小组例会  9月至10月每周二\n" in out
    assert "\n  Sat 31                  activity due  换届\n" in out
    assert "Outside the period of the plan\n  within 9 to 22 January 2027  activity" in out
    assert "(assumed)" in out
    assert "\n  no time is given\n    activity  书画展\n" in out


def test_columns_line_up(capsys):
    """In a font in which a Chinese character is as wide as two Latin letters; only what is too wide sticks out."""
    for lang, marks in (("zh", "活动|福利|节日|放假"), ("en", "activity|welfare|festival|days off")):
        out = run(capsys, "calendar", "plan.yaml", "--festivals", "--lang", lang)[1]
        begins = [
            [
                text_width(line[: found.start()])
                for line in block.splitlines()
                if (found := re.search(f"(?<=  )({marks})", line))
            ]
            for block in re.split("没有日期|Without", out)[0].split("\n\n")
        ]

        assert all(len(set(block)) <= 1 for block in begins)
        assert len({block[0] for block in begins[2:-2]}) == 1


def test_a_plan_without_a_year(capsys):
    """What is certain without one stands under its month; a day with a year stands beside it, and names it."""
    assert printed(capsys, NO_YEAR) == (
        "工会下半年工作计划\n"
        "\n"
        "9月\n"
        "  本月内     活动      读书会\n"
        "  10日       活动      庆祝    教师节 = 9月10日\n"
        "\n"
        "2030年9月\n"
        "  15日 周日  目标截止  入会\n"
        "\n"
        "没有日期\n"
        "  每年的日期不同，而计划没有年份；请写上 period.year\n"
        "    活动  例会        每周二\n"
        "    福利  中秋节慰问  中秋节\n"
    )
    assert "\n\nSeptember\n  in the month  " in printed(capsys, NO_YEAR, "--lang", "en")


def test_a_year_whose_days_off_are_not_announced(capsys):
    """One line says so, and what rests on it is marked."""
    plan = one("国庆节期间", "{year: 2035, half: 2}")
    out = printed(capsys, plan)

    assert "  1至3日  活动  会  国庆节期间：国庆节法定节假日 10月1日至3日" in out
    assert "（推定）\n" in out
    assert "\n历书没有 2035 年的放假安排，节假日按法定日期推定。\n" in out
    assert "\nThe almanac has no arrangement of days off for 2035;" in printed(capsys, plan, "--lang", "en")
    assert "放假安排" not in printed(capsys, one("9月"))


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ("{year: 1990}", "历书没有 1990 年的放假安排", "days off for 1990;"),
        ("{from: 2001-01-01, to: 2003-12-31}", "没有 2001 至 2003 年的", "days off for 2001 to 2003;"),
        ("{from: 2040-12-01, to: 2041-01-31}", "没有 2040、2041 年的放假安排", "days off for 2040, 2041;"),
    ],
)
def test_years_that_the_almanac_does_not_have(capsys, period, zh, en):
    """Whether nobody announced them yet, or not to the almanac."""
    assert zh in printed(capsys, one("9月", period))
    assert en in printed(capsys, one("9月", period), "--lang", "en")


@pytest.mark.parametrize(
    ("when", "zh", "en"),
    [
        ("每天", "1至31日  活动  会  每天", "1-31  activity  会  每天"),
        (
            "周末",
            "5 次  活动  会  周末：1至2、8至9、15至16、22至23、29至30日",
            "1-2, 8-9, 15-16, 22-23, 29-30",
        ),
        ("每月10日前", "10日 周一  活动截止  会  每月10日前", "Mon 10  activity due  会"),
        ("8月3日、20日", "3、20日  活动  会  8月3日、20日", "3, 20  activity  会"),
        ("8月3日", "3日 周一  活动  会\n", "Mon 3  activity  会\n"),
        ("8月3日下午", "3日 周一  活动  会  8月3日下午", "Mon 3  activity  会  8月3日下午"),
        ("8月3日至5日", "3至5日  活动  会", "3-5  activity  会"),
        ("8月20日至10月5日", "8月20日至10月5日  活动  会\n", "20 Aug to 5 Oct  activity"),
        ("8月", "本月内  活动  会\n", "in the month  activity  会\n"),
        ("第三季度", "7至9月  活动  会  第三季度", "July to September  activity"),
        ("2027年1月至3月", "2027年1至3月  活动  会", "January to March 2027  activity"),
        (
            "2026年12月15日至2027年3月1日",
            "2026年12月15日至2027年3月1日  ",
            "15 December 2026 to 1 March 2027",
        ),
        ("2027年2月3日至5日", "2027年2月3日至5日  活动", "3 to 5 February 2027"),
        ("2027年2月3日至3月5日", "2027年2月3日至3月5日  活动", "3 Feb to 5 March 2027"),
        ("2025年12月至2026年11月", "2025年12月至2026年11月  活动", "December 2025 to November 2026"),
        ("每年", "1至12月  活动  会  每年", "January to December  activity"),
        ("6月25日至7月5日", "6月25日至7月5日  活动  会", "25 Jun to 5 Jul  activity"),
        ("每两个月", "3 次  活动  会  每两个月：每 2 个月一段", "3 times  activity"),
        ("8月15日前", "15日 周六  活动截止  会  8月15日前\n", "Sat 15  activity due  会"),
        ("暑假前", "3日 周五  活动截止  会  暑假前 = 不迟于7月3日（推定）\n", "(assumed)"),
        ("8月上旬至9月上旬", "8月1日至9月10日间  活动  会  ", "within 1 Aug to 10 Sep  activity"),
        ("8月上旬、9月上旬", "1至10日间  活动  会  8月上旬、9月上旬\n", "within 1-10  activity"),
        ("2025年12月20日至2026年12月5日", "2025年12月20日至2026年12月5日  活动", "20 December 2025 to 5"),
        ("农历七月初七", "19日 周三  活动  会  农历七月初七", "lunar 7/7"),
    ],
)
def test_days_in_words(capsys, when, zh, en):
    """Short under a month; with months, and years where they are not that of the plan, where they stand apart."""
    plan = one(when)
    assert f"  {zh}" in printed(capsys, plan)
    assert en in printed(capsys, plan, "--lang", "en")


def test_the_last_day_of_a_february_without_a_year(capsys):
    """Nobody can tell whether it is the 28th or the 29th."""
    period = "{half: 1}"

    assert "  21日至月末间  活动" in printed(capsys, one("2月下旬", period))
    assert "  1月20日至2月末  活动" in printed(capsys, one("1月20日至2月29日", period))
    assert "  within 21 Feb to end Feb  " in printed(capsys, one("2月下旬", period), "--lang", "en")


def test_a_stretch_that_begins_before_the_period_stands_under_its_first_month(capsys):
    """Before what begins in that month."""
    plan = "period: {year: 2027, half: 1}\ncontent:\n" + "".join(
        f"  - {{activity: {title}, when: {when}}}\n"
        for title, when in (("乙", "1月2日"), ("甲", "2026年12月28日至2027年1月5日"))
    )

    assert "2027年1月\n  12月28日至1月5日  活动  甲" in printed(capsys, plan)


def test_festivals_and_days_off_are_listed_on_request(capsys):
    """As lines of their own; those of other regions, and weekends, are not."""
    plain, full = (printed(capsys, one("9月"), *options) for options in ((), ("--festivals",)))
    english = printed(capsys, one("9月"), "--festivals", "--lang", "en")

    assert "节日" not in plain
    assert (
        "2026年9月\n"
        "  本月内     活动  会\n"
        "  10日 周四  节日  教师节\n"
        "  20日 周日  上班  调休上班\n"
        "  25日 周五  节日  中秋节      农历八月十五\n"
        "  25至27日   放假  中秋节\n"
    ) in full
    assert "8月\n  1日 周六   节日  建军节      现役军人放假半天\n" in full
    assert "  25-27         days off  Mid-Autumn Festival\n" in english
    assert "working   make-up working day" in english


def test_days_off_of_a_year_to_come_are_those_of_the_law(capsys):
    """And marked as assumed; the days off of 元旦 that begin in December belong to the plan as well."""
    coming = printed(capsys, one("9月", "{year: 2035, half: 1}"), "--festivals")
    december = printed(capsys, one("9月", "{from: 2022-12-01, to: 2022-12-31}"), "--festivals")

    assert "放假  劳动节          推定\n" in coming
    assert "31日至1月2日  放假  元旦" in december
    assert "12月31日至1月2日  放假  元旦" in printed(
        capsys, one("9月", "{from: 2023-01-01, to: 2023-01-31}"), "--festivals"
    )


def test_without_a_year_only_festivals_on_fixed_days_are_listed(capsys):
    """A note says what is missing."""
    out = printed(capsys, NO_YEAR, "--festivals")

    assert "\n  10日       节日      教师节\n" in out
    assert "中秋节\n" not in out.split("没有日期")[0]
    assert "\n计划没有年份：每年日期不同的节日和放假安排没有列出。\n" in out
    assert "The plan tells no year: festivals" in printed(capsys, NO_YEAR, "--festivals", "--lang", "en")


def test_a_plan_without_anything_to_list(capsys):
    """It says so."""
    assert printed(capsys, EMPTY) == "计划\n\n这份计划里没有可以排进日历的事项。\n"
    assert printed(capsys, EMPTY, "--lang", "en") == "计划\n\nNothing in this plan has a time.\n"
    assert printed(capsys, "content: []").startswith("工会工作计划\n")
    assert printed(capsys, "title: ''\ncontent: []").startswith("日历\n")


# ---------------------------------------------------------------- for programs


def test_a_calendar_as_json(capsys):
    """The keys of the contract and some more, in the order of `Kit.occurrences`."""
    rows = json.loads(run(capsys, "calendar", "plan.yaml", "--format", "json")[1])
    entries = Kit(discover=False).occurrences(Kit(discover=False).load("plan.yaml"))

    assert [(row["title"], row["path"]) for row in rows] == [
        (entry.title, format_path(entry.path)) for entry in entries
    ]
    assert next(row for row in rows if row["title"] == "重阳节慰问") == {
        "start": "2026-10-18",
        "end": "2026-10-18",
        "precision": "day",
        "title": "重阳节慰问",
        "kind": "welfare",
        "path": "$.content[11]",
        "reason": "重阳节 = 农历九月初九",
        "position": "inside",
        "deadline": False,
        "times": 1,
        "assumed": False,
        "when": "重阳节",
        "cause": None,
    }
    assert next(row for row in rows if row["title"] == "书画展") == {
        "start": None,
        "end": None,
        "precision": None,
        "title": "书画展",
        "kind": "activity",
        "path": "$.content[9]",
        "reason": "没有写时间",
        "position": None,
        "deadline": False,
        "times": None,
        "assumed": False,
        "when": None,
        "cause": "not-said",
    }
    [goal] = [row for row in rows if row["kind"] == "goal"]
    assert (goal["start"], goal["deadline"], goal["when"]) == ("2026-12-20", True, None)
    assert [row["when"] for row in rows if row["cause"] == "personal"] == ["生日"]


def test_days_without_a_year_as_json(capsys):
    """As ISO 8601 had them."""
    rows = json.loads(printed(capsys, NO_YEAR, "--format", "json", "--lang", "en"))

    assert ("庆祝", "--09-10", "Teachers' Day = 10 September") in [
        (row["title"], row["start"], row["reason"]) for row in rows
    ]
    assert {row["cause"] for row in rows if row["start"] is None} == {"no-year"}


def test_festivals_as_json(capsys):
    """Behind what the plan has, with kinds of their own."""
    rows = json.loads(printed(capsys, one("9月"), "--format", "json", "--festivals"))

    assert [row["kind"] for row in rows][:1] == ["activity"]
    assert {row["kind"] for row in rows[1:]} == {"festival", "holiday", "make-up"}
    assert all(row["path"] is None and list(row) == list(rows[0]) for row in rows[1:])


@pytest.mark.parametrize("options", [(), ("--festivals",), ("--format", "json"), ("--lang", "en")])
def test_named_persons_are_in_no_calendar(capsys, options):
    """Their number is told, where it is not read as part of the calendar."""
    _, out, err = run(capsys, "calendar", "plan.yaml", *options)

    assert "李四" not in out + err
    assert "1" in err


# ---------------------------------------------------------------- files and formats


def test_the_ending_says_in_which_format(capsys):
    """Text, JSON, or what a plugin makes straight from plans."""
    assert run(capsys, "calendar", "plan.yaml", "-o", "a.txt")[1:] == (
        "",
        "注意: 有 1 项涉及个人（private），连同所在段落没有打印。\n已写出 a.txt\n",
    )
    run(capsys, "calendar", "plan.yaml", "-o", "a.JSON")
    run(capsys, "calendar", "plan.yaml", "-o", "b.txt", "--format", "json")

    assert Path("a.txt").read_bytes() == ZH.encode()
    assert json.loads(Path("a.JSON").read_text(encoding="utf-8"))[0]["title"] == "巡回讲座"
    assert Path("a.JSON").read_bytes() == Path("b.txt").read_bytes()


def test_formats_that_print_straight_from_plans(capsys, only_these_plugins):
    """Without named persons, as with `render`; to a file or to standard output."""
    only_these_plugins.append(Formats())
    status, _, err = run(capsys, "calendar", "plan.yaml", "-o", "a.ics")

    assert (status, "已写出 a.ics" in err) == (0, True)
    assert Path("a.ics").read_bytes().startswith(b"('content', 0)")
    assert run(capsys, "calendar", "plan.yaml", "--format", "ics")[1].startswith("('content', 0)")


@pytest.mark.parametrize(
    ("options", "zh", "en"),
    [
        (["-o", "a.docx"], "unionkit render PLAN --section calendar -o FILE", "prints documents"),
        (["--format", "md"], "格式“md”打印的是文书", "The format “md” prints documents"),
        (["-o", "a.ics"], "请先安装：pip install unionkit-ics。", "install it: pip install unionkit-ics."),
        (["--format", "ics-festivals"], "pip install unionkit-ics", "pip install unionkit-ics"),
        (["-o", "a.xyz"], "没有“.xyz”这种格式；可以写 text、json。", "“.xyz”; known: text, json."),
        (["-o", "a"], "没有“a”这种格式", "There is no calendar in “a”"),
        (["--format", "pdf"], "没有“pdf”这种格式", "There is no calendar in “pdf”"),
    ],
)
def test_what_is_no_calendar_is_refused_with_advice(capsys, options, zh, en):
    """With status 2, and nothing is written."""
    before = sorted(Path().iterdir())
    in_chinese = run(capsys, "calendar", "plan.yaml", *options)
    in_english = run(capsys, "calendar", "plan.yaml", *options, "--lang", "en")

    assert [in_chinese[:2], in_english[:2]] == [(2, ""), (2, "")]
    assert zh in in_chinese[2]
    assert en in in_english[2]
    assert sorted(Path().iterdir()) == before


def test_a_second_file_holds_the_festivals_for_a_phone(capsys, only_these_plugins):
    """So `--festivals` is not for formats of plugins."""
    only_these_plugins.append(Formats())
    status, _, err = run(capsys, "calendar", "plan.yaml", "-o", "a.ics", "--festivals")

    assert status == 2
    assert "--format ics-festivals -o FILE" in err


def test_the_plan_is_not_written_over(capsys):
    """A slip of the hand does not cost it."""
    assert run(capsys, "calendar", "plan.yaml", "-o", "plan.yaml", "--format", "text")[0] == 2
    assert Path("plan.yaml").read_text(encoding="utf-8") == PLAN


# ---------------------------------------------------------------- what it is made with, and errors


def test_standard_input(capsys, monkeypatch):
    """As with every command."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(PLAN.encode())))

    assert run(capsys, "calendar", "-")[1] == ZH


@pytest.mark.parametrize(
    "text", ["清河中学工会工作计划\n一、目标\n", "titel: 计划\n", "pack: nowhere\ncontent: []\n"]
)
def test_what_is_no_plan_file_is_told_as_check_does(capsys, text):
    """By file, line and column; prose is no plan file."""
    Path("bad.yaml").write_text(text, encoding="utf-8")
    status, out, err = run(capsys, "calendar", "bad.yaml")

    assert (status, out) == (2, "")
    assert err.startswith("错误: bad.yaml:1:")
    assert err == run(capsys, "check", "bad.yaml")[2]


def test_an_almanac_of_your_own(capsys):
    """Its festivals, terms and days off come before what is built in."""
    Path("mine.yaml").write_text(
        "almanac: 1\nfestivals: [{name: 校庆, day: 10月20日}]\n"
        "holidays:\n  - year: 2035\n    source: 通知\n"
        "    holidays:\n"
        "      - {names: 元旦, from: 2035-01-01, to: 2035-01-01}\n"
        "      - {names: 春节, from: 2035-02-07, to: 2035-02-13}\n"
        "      - {names: 清明节, from: 2035-04-05, to: 2035-04-05}\n"
        "      - {names: 劳动节, from: 2035-05-01, to: 2035-05-02}\n"
        "      - {names: 端午节, from: 2035-06-10, to: 2035-06-10}\n"
        "      - {names: 中秋节, from: 2035-09-16, to: 2035-09-16}\n"
        "      - {names: 国庆节, from: 2035-10-01, to: 2035-10-07}\n",
        encoding="utf-8",
    )
    mine = ("--almanac", "mine.yaml")
    period = "{year: 2035, half: 2}"

    assert "20日 周六  活动  会  校庆 = 10月20日\n" in printed(capsys, one("校庆", period), *mine)
    out = printed(capsys, one("国庆节期间", period), *mine, "--festivals")
    assert "  1至7日     放假  国庆节\n" in out
    assert "推定" not in out
    assert "不是日期" in printed(capsys, one("校庆", period))


@pytest.mark.parametrize("command", [("calendar",), ("check",), ("render", "-o", "a.txt")])
def test_an_almanac_that_cannot_be_read(capsys, command):
    """By file, line and column, with status 2, whatever the command; a check goes on without it."""
    Path("mine.yaml").write_text("almanac: 1\nfestivls: []\n", encoding="utf-8")
    status, out, err = run(capsys, *command, "plan.yaml", "--almanac", "mine.yaml")

    assert status == 2
    assert (out != "") == (command == ("check",))
    assert err.startswith("错误: mine.yaml:2:1: ")
    assert "读不了 none.yaml" in run(capsys, *command, "plan.yaml", "--almanac", "none.yaml")[2]
    assert not Path("a.txt").exists()


def test_almanac_data_of_a_pack_that_cannot_be_read_are_told(capsys, only_these_plugins, monkeypatch):
    """Beside a calendar that is made without them."""
    kit = Kit(discover=False, plugins=[Formats()])
    monkeypatch.setattr(State, "kit", kit)
    _, out, err = run(capsys, "calendar", "plan.yaml", "--pack", "town")
    in_english = run(capsys, "calendar", "plan.yaml", "--pack", "town", "--lang", "en")[2]

    assert out == ZH
    assert "注意: UK903 没有用到模板包“town”的历书数据：" in err
    assert "Note: UK903 made without the almanac data of the pack “town”: " in in_english


def test_the_pack_may_be_chosen(capsys, only_these_plugins):
    """Or none; one that is not installed is told."""
    only_these_plugins.append(Formats())
    plan = PLAN.replace("unionkit: 1\n", "unionkit: 1\npack: town\n")
    Path("town.yaml").write_text(plan, encoding="utf-8")

    assert run(capsys, "calendar", "town.yaml", "--pack", "neutral", "--festivals")[0] == 0
    assert "没有名为“twon”的模板包" in run(capsys, "calendar", "plan.yaml", "--pack", "twon")[2]


# ---------------------------------------------------------------- whatever the plan


@given(plan=plans(), lang=st.sampled_from(["zh", "en"]))
def test_every_entry_of_a_plan_is_listed(plan, lang):
    """Whatever the plan, in both formats: under a heading, one line for several of a month, or with why it has none."""
    kit = Kit(discover=False, lang=lang)
    entries = kit.occurrences(plan, pack="neutral")
    almanac = ALMANAC.for_region(plan.organization.region)

    text = calendar_text(plan, entries, almanac, lang, kept(plan.period, almanac))
    rows = [_row(entry, lang) for entry in entries]

    assert all(one_line(entry.title) in text for entry in entries)
    assert all(line == line.rstrip() for line in text.splitlines())
    assert [row["title"] for row in json.loads(json.dumps(rows))] == [entry.title for entry in entries]
    assert all((row["start"] is None) == (row["cause"] is not None) for row in rows)


def test_the_same_calendar_everywhere():
    """Whatever the time zone, the hash seed and the language of the system."""
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "unionkit", "calendar", "plan.yaml", "--festivals"],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": locale},
            stdout=subprocess.PIPE,
            timeout=60,
            check=True,
        ).stdout
        for zone, seed, locale in (("Asia/Shanghai", "0", "C"), ("America/Anchorage", "7", "C.UTF-8"))
    }

    assert len(outputs) == 1
