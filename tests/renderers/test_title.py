"""Where a long title breaks: GB/T 9704-2012, 7.3.1."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unionkit.renderers._docx._title import title_lines
from unionkit.renderers._width import width

LINE = 40
"""Half characters of 二号 that stand side by side in 156 mm."""

WORDS = (  # noqa: SIM905 -- as a list it takes a page
    "清河市总工会 第一实验中学 工会委员会 2026年 2026—2027学年 下半年 年度 工作计划 工作要点 关于 印发 的 和 、 通知 教职工 《 》 “ ” （ ）"
    " 困难职工 慰问 3万元 Qinghe 职工之家 建设 12月 31日 看 不 出"
).split()

titles = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=40).map("".join),
    st.text(max_size=120),
    st.text("工会年2x \u0301的《》\u200d👩", max_size=120),
)

# What a typist makes of it: a bar stands where a line ends.
TYPED = (
    "清河中学工会2026年下半年工作计划",
    "清河市第一实验中学工会委员会|2026年下半年工作计划",
    "清河市第一实验小学工会委员会|2026—2027年工作计划",
    "清河大学工会女教职工委员会|2026—2027学年工作计划",
    "某某市总工会关于印发|《2026年度全市工会工作要点》的通知",
    "柳溪镇总工会2026年|上半年工作回顾和下半年工作计划",
    "柳溪镇总工会关于开展|2026年度“送清凉”慰问活动的实施方案",
    "东湖区新就业形态劳动者工会联合会|2026年工作要点及任务分工",
    "东湖区总工会关于推进|新就业形态劳动者入会和服务工作的|三年行动计划（2026—2028年）",
    "北岭煤矿机械制造有限责任公司工会委员会|关于召开第十二届职工代表大会|第三次会议的请示",
    "南湾街道社区工作者联合工会|2026年文体活动计划",
    "清河市第一实验中学工会委员会|关于做好2026年教职工疗休养工作的通知",
    "青石县总工会产业工人队伍建设改革|2026年度工作要点",
    "清河市教育局机关工会|2026年经费预算和使用安排",
    "呼和浩特市新城区总工会|2026年度职工技能竞赛工作方案",
    "清河市第三中学、第五中学和实验小学|联合工会2026年工作计划",
    "关于印发《清河市第一实验中学|教职工代表大会提案工作实施细则|（试行）》的通知",
    "清河软件园区ABCDEFGHIJKLMNOPQRSTUVWXYZ|公司工会2026年工作计划",
    "Qinghe Software (China) Co., Ltd. |工会委员会2026年工作计划",
    "县总工会第十五次代表大会|工作报告和2026年工作计划",
    "清河县总工会第十五次代表大会|筹备工作方案及任务分工",
    "青石县总工会关于做好全县教育系统|职工之家建设工作的通知",
    "全县教育系统工会2026年下半年|职工之家建设工作计划",
    "清河县教育系统基层工会2026年上半年|工作总结和下半年工作计划",
    "全县卫生系统职工之家建设|三年行动计划实施方案",
    "东湖区总工会关于在全区|各级工会组织和广大职工中深入开展|学习贯彻中国工会第十八次全国代表大会|精神推动新时代工会工作高质量发展宣传教育|活动的实施方案（2026—2028年）",
    "某某省某某市某某区某某街道某某社区|联合工会委员会2026年度女职工工作计划",
)


@pytest.mark.parametrize("typed", TYPED)
def test_a_title_breaks_where_a_typist_breaks_it(typed: str) -> None:
    """Between words, in lines of good proportion."""
    assert title_lines(typed.replace("|", "")) == typed.split("|")


@given(title=titles)
def test_the_lines_are_the_title(title: str) -> None:
    """Nothing is lost or added, no line is empty, and a second look finds the same."""
    lines = title_lines(title)

    assert "".join(lines) == title
    assert all(lines) or lines == [""]
    assert title_lines(title) == lines


@given(title=titles)
@example("工" * 20)
@example("工" * 21)
@example("工" * 200)
@example("x" * 10_000)
@example("《" * 200)
@example("“工会”" * 50)
@example("的" * 200)
@example("x" + "工" * 40)
@example("\u0301" * 100)
@example("e\u0301" * 100)
@example("👩\u200d👧" * 40)
def test_every_line_fits(title: str) -> None:
    """Whatever the title holds: words longer than a line, marks alone, characters of many parts."""
    assert all(width(line) <= LINE for line in title_lines(title))


@given(title=titles)
def test_what_fits_on_a_line_is_left_on_one(title: str) -> None:
    """A title is only broken when it must be."""
    if len(title_lines(title)) > 1:
        assert width(title) + _gaps(title) / 2 > LINE


def _gaps(text: str) -> int:
    """How often Chinese and Latin characters meet: LibreOffice leaves a fifth of a character there."""
    return sum((before < "\u2000") != (after < "\u2000") for before, after in pairwise(text))


@pytest.mark.parametrize("title", ["某" * 20, "x" * 40, "（" + "某" * 18 + "）", "某" * 17 + "2026"])
def test_a_full_line_is_one_line(title: str) -> None:
    assert title_lines(title) == [title]


@pytest.mark.parametrize("title", ["某" * 16 + "2026年某", "某工会" * 5 + "2026年某某某某某2026年某某某"])
def test_lines_leave_room_for_gaps_around_digits(title: str) -> None:
    """LibreOffice sets digits apart from Chinese, whatever the document says; the line must not wrap for it."""
    lines = title_lines(title)

    assert len(lines) > 1
    assert all(width(line) + 0.4 * _gaps(line) <= LINE for line in lines)


@pytest.mark.parametrize("length", range(21, 96))
def test_lines_of_a_title_without_known_words_have_a_shape(length: int) -> None:
    """They grow, shrink, or grow and shrink, by 2 to 6 characters, as far as the lines that it needs leave room."""
    fewest = -(-length // 20)
    room = 20 * fewest - length
    lines = title_lines("某" * length)
    steps = [len(lower) - len(upper) for upper, lower in pairwise(lines)]
    falls = [step < 0 for step in steps]

    assert len(lines) - fewest in {0, 1}
    assert min(map(len, lines)) > 2
    if room >= 6:
        assert falls == sorted(falls)
        assert all(steps)
    if room >= (10 if fewest < 5 else 12):
        assert all(2 <= abs(step) <= 6 for step in steps)


@given(before=st.integers(1, 40), after=st.integers(1, 40))
@pytest.mark.parametrize(
    "whole",
    [
        "《工会法》",
        "“送温暖”",
        "（试行）",
        "2026年",
        "2026—2027学年",
        "第三季度",
        "12000元",
        "12.5%",
        "Qinghe-Software",
        "工作计划",
        "职工代表大会",
        "某的",
        "某和",
        "某、",
        "某）",
        "某》",
        "（某",
        "e\u0301",
        "👩\u200d👧",
    ],
)
def test_what_belongs_together_stays_together(whole: str, before: int, after: int) -> None:
    """Titles, quotations, brackets, numbers and words are not parted, nor do 的, 和 and 、 begin a line."""
    title = "某" * before + whole + "某" * after
    end = 0
    for line in title_lines(title):
        end += len(line)
        assert not before < end < before + len(whole)


@given(words=st.lists(st.sampled_from([word for word in WORDS if word.isalnum()]), min_size=2, max_size=30))
def test_no_line_is_a_tail_of_two_characters(words: list[str]) -> None:
    """Not even where that costs a break at a worse place."""
    lines = title_lines("".join(words))

    assert len(lines) == 1 or width(lines[0]) > 4
    assert len(lines) == 1 or width(lines[-1]) > 4


@pytest.mark.parametrize(
    ("title", "seconds"),
    [
        ("清河市第一实验中学工会委员会2026年下半年工作计划", 0.005),
        ("东湖区总工会关于推进新就业形态劳动者入会和服务工作的三年行动计划（2026—2028年）", 0.005),
        ("看不出词语的题目" * 5, 0.02),
        ("某" * 75, 0.1),
        ("清河市总工会工作计划" * 20, 0.1),
        ("工" * 10_000, 2),
        ("x" * 10_000, 2),
        ("《" * 10_000, 2),
        ("关于" * 5_000, 2),
        ("1—" * 5_000, 2),
        ("第一" * 5_000, 2),
        ("\u0301" * 10_000, 2),
    ],
)
def test_no_title_takes_long(title: str, seconds: float) -> None:
    """Well below a millisecond as a rule; these bounds leave room for a busy machine."""
    title_lines("某" * 21)  # the patterns are compiled once
    best = min(_seconds(title) for _ in range(3))

    assert best < seconds


def _seconds(title: str) -> float:
    begun = time.perf_counter()
    title_lines(title)
    return time.perf_counter() - begun
