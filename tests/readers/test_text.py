import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unionkit.model import MAX_DEPTH, Paragraph, Part, texts
from unionkit.readers import read_text

_PHRASES = [
    *("一、", "二、", "十一、", "（一）", "( 二)", "1.", "2、", "3。", "（1）", "2）", "①", "一是", "二是"),
    *("第一，", "第一部分 ", "3-4月份", "2026年", "九月", "工作目标", "读书分享", "走访退休教师", "本会"),
    *("清河中学工会", "下半年工作计划", "上半年工作总结", "a", "7", "。", "；", "，", "、", "：", "”", "（"),
    *("[由某站整理]", "其他网友还浏览了以下文章：", "本文由某站收集整理，更多请访问某站浏览"),
    *("\n", "\r\n", "\n\n", "\u2028", "\x85", " ", "\u3000\u3000", "\t", "\x00", "\ufeff", "\ud800"),
]
_texts = st.text() | st.lists(st.sampled_from(_PHRASES), max_size=40).map("".join)


def _visible(text):
    return "".join(text.split())


def _printed(plan):
    return _visible("".join(text for _, text in texts(plan)))


def _without(source, noise):
    for found in reversed(noise):
        source = source[: found.span[0]] + source[found.span[1] :]
    return source


@given(source=_texts)
@example(source="\ufeff2026年工作计划\n一、走访")
@example(source="1.\x00走访")
def test_the_plan_holds_the_source_without_its_noise(source):
    """Whatever the text, nothing of it is lost, added or moved, white space apart."""
    reading = read_text(source, name="old.txt")

    assert _printed(reading.plan) == _visible(_without(source, reading.noise).removeprefix("\ufeff"))


@given(source=_texts)
def test_kept_noise_stays_in_the_plan(source):
    """With `keep_noise` only characters go that no document can carry."""
    reading = read_text(source, name="old.txt", keep_noise=True)

    carried = re.sub("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]", "", source)
    assert _printed(reading.plan) == _visible(carried)
    assert reading.noise == read_text(source, name="old.txt").noise


@given(source=_texts)
def test_every_text_has_its_span(source):
    """A span begins and ends with the first and last visible character of its text."""
    reading = read_text(source, name="old.txt")

    assert reading.spans.keys() == {path for path, _ in texts(reading.plan)}
    for path, text in texts(reading.plan):
        start, end = reading.spans[path]
        assert _visible(source[start:end])[:1] == _visible(text)[:1]
        assert _visible(source[start:end])[-1:] == _visible(text)[-1:]


@given(source=_texts)
def test_spans_follow_one_another(source):
    """No two texts of the plan come from the same place."""
    reading = read_text(source, name="old.txt")

    reached = 0
    for path, _ in texts(reading.plan):
        start, end = reading.spans[path]
        assert reached <= start <= end
        reached = end


@given(source=_texts)
def test_outline_quotes_the_source(source):
    """An entry says what its span holds, with or without the marker."""
    for entry in read_text(source, name="old.txt").outline:
        quoted = _visible(source[slice(*entry.span)])
        assert quoted in (_visible(entry.text), _visible(entry.marker + entry.text))


@given(
    source=_texts,
    lines=st.lists(st.sampled_from(["一、走访", "1、慰问", "会员之家"]), min_size=1),
    data=st.data(),
)
def test_a_foreign_sentence_survives(source, lines, data):
    """A sentence put between any two lines is read, and in its place."""
    sentence = "本会将在十二月办一次棋类比赛。"
    before = source + "\n" + "\n".join(lines[: data.draw(st.integers(0, len(lines)))])

    reading = read_text(f"{before}\n{sentence}\n{source}", name="old.txt")

    assert sentence in _printed(reading.plan)
    assert _printed(reading.plan) == _visible(_without(reading.source, reading.noise).removeprefix("\ufeff"))


def test_parts_nest_no_deeper_than_the_model_allows():
    """Every way of numbering inside of every other, and still a plan."""
    begins = ["第一章 ", "一、", "（一）", "1、", "1.", "（1）", "1）", "①", "第一，", "一是"]
    goes_on = ["二是", "第二，", "②", "2）", "（2）", "2.", "2、", "（二）", "二、", "第二章 "]
    lines = [line for marker in begins for line in ("会员之家", f"{marker}走访")]

    plan = read_text("\n".join(["计划", *lines, "慰问会员。", *goes_on]), name="old.txt").plan

    assert max(part.depth for _, part in plan.walk() if isinstance(part, Part)) == MAX_DEPTH


def test_headings_become_parts_and_items_paragraphs():
    """What stands over something is a part; what says all in its line is a paragraph with its number."""
    reading = read_text(
        "某厂工会2026年下半年工作计划\n"
        "一、组织建设\n"
        "1.班组建家。全厂建成六个小家。\n"
        "2.发展会员。\n"
        "（二）经费\n",
        name="old.txt",
    )

    assert reading.plan.content == (
        Part(
            heading="组织建设",
            marker="一、",
            content=(
                Paragraph(text="班组建家。全厂建成六个小家。", marker="1."),
                Paragraph(text="发展会员。", marker="2."),
                Part(heading="经费", marker="（二）"),
            ),
        ),
    )


def test_numbered_line_over_prose_is_a_heading():
    """An Arabic number makes a heading of a single sentence that prose stands under."""
    reading = read_text(
        "计划\n1、办好食堂\n每周公布菜价，听取意见。\n2、办好澡堂\n延长开放时间。", name="old.txt"
    )

    assert [(part.marker, part.heading) for part in reading.plan.content] == [
        ("1、", "办好食堂"),
        ("2、", "办好澡堂"),
    ]


def test_closing_words_stand_behind_the_last_item():
    """What follows a list of plain items is no content of its last item."""
    reading = read_text(
        "计划\n一、任务\n1.办好食堂。\n2.办好澡堂。\n让我们一起努力，把会员的事办好。", name="old.txt"
    )

    assert [type(node) for node in reading.plan.content[0].content] == [Paragraph, Paragraph, Paragraph]


@pytest.mark.parametrize(
    ("source", "outline"),
    [
        pytest.param(
            "计划\n工作目标\n1、会员满意率九成；\n重点任务\n一、建家\n1。建小家。每车间一个。",
            [
                (1, "", "工作目标"),
                (2, "1、", "会员满意率九成；"),
                (1, "", "重点任务"),
                (2, "一、", "建家"),
                (3, "1。", "建小家"),
            ],
            id="headings without number stand over main numbers",
        ),
        pytest.param(
            "计划\n一、任务\n九月\n1.体检。\n十月\n1.登山。\n二、保障\n落实经费。",
            [
                (1, "一、", "任务"),
                (2, "", "九月"),
                (3, "1.", "体检。"),
                (2, "", "十月"),
                (3, "1.", "登山。"),
                (1, "二、", "保障"),
            ],
            id="months stand under the part that goes on",
        ),
        pytest.param(
            "计划\n一、任务\n本季安排如下。\n九月\n慰问教师。\n十月\n组织登山。",
            [(1, "一、", "任务"), (2, "", "九月"), (2, "", "十月")],
            id="months stand under the last part",
        ),
        pytest.param(
            "计划\n一、任务\n文体活动\n1、棋类。\n2、球类。\n民主管理\n1、提案。\n二、保障\n落实经费。",
            [
                *((1, "一、", "任务"), (2, "", "文体活动"), (3, "1、", "棋类。"), (3, "2、", "球类。")),
                *((2, "", "民主管理"), (3, "1、", "提案。"), (1, "二、", "保障")),
            ],
            id="a list that goes on encloses headings",
        ),
        pytest.param(
            "计划\n1、比武。\n2、练兵。\n办好职工学堂，让会员学有所得。\n1、夜校。\n2、书屋。",
            [
                *((2, "1、", "比武。"), (2, "2、", "练兵。")),
                *((1, "", "办好职工学堂，让会员学有所得。"), (2, "1、", "夜校。"), (2, "2、", "书屋。")),
            ],
            id="a sentence before a list that begins anew is its heading",
        ),
        pytest.param(
            "计划\n1、建家\n（一）选点\n（二）挂牌\n2、评家",
            [(1, "1、", "建家"), (2, "（一）", "选点"), (2, "（二）", "挂牌"), (1, "2、", "评家")],
            id="a list that goes on encloses a style that is customarily further out",
        ),
        pytest.param(
            "计划\n1、建家\n2、评家\n一、保障",
            [(1, "1、", "建家"), (1, "2、", "评家"), (1, "一、", "保障")],
            id="a list that has ended does not",
        ),
        pytest.param(
            "计划\n1、建家\n2.评家\n3、晒家",
            [(1, "1、", "建家"), (1, "2.", "评家"), (1, "3、", "晒家")],
            id="a slip in the mark does not begin a list",
        ),
        pytest.param(
            "计划\n半年来主要做了下面两件事：一、建家。挂牌三处。二、评家。评出一处。",
            [(1, "一、", "建家"), (1, "二、", "评家")],
            id="items run together",
        ),
        pytest.param(
            "计划\n（一）建家\n1、挂牌。逐家验收。 ( 二)评家",
            [(1, "（一）", "建家"), (2, "1、", "挂牌"), (1, "( 二)", "评家")],
            id="the next number behind a sentence",
        ),
        pytest.param(
            "计划\n本会很忙。见第三条。三、此处不是条目。",
            [],
            id="a number behind a sentence that no list leads to",
        ),
        pytest.param(
            "计划\n1、服务会员。一是办讲座；二是办沙龙。\n还要一是建群。\n会费，一是催缴。",
            [(1, "1、", "服务会员"), (2, "一是", "办讲座；"), (2, "二是", "办沙龙。"), (2, "一是", "催缴。")],
            id="runs inside of a paragraph",
        ),
        pytest.param(
            "计划\n一、服务会员\n一是办讲座。请医生来。二是办沙龙。\n三是建群。",
            [(1, "一、", "服务会员"), (2, "一是", "办讲座"), (2, "二是", "办沙龙。"), (2, "三是", "建群。")],
            id="runs over several lines",
        ),
        pytest.param(
            "计划\n某矿工会上半年工作总结及下半年工作计划我们紧扣安全生产，做了三件事。下半年工作计划全体会员要再接再厉。",
            [(1, "", "某矿工会上半年工作总结及下半年工作计划"), (1, "", "下半年工作计划")],
            id="headings that the text ran into",
        ),
        pytest.param(
            "计划\n各车间工会：\n（讨论稿）\n具体安排如下\n1、开会\n共同建家，\n某某厂工会\n2026年7月1日\n以上请执行。",
            [(1, "1、", "开会")],
            id="addresses, notes, introductions, names and dates are no headings",
        ),
        pytest.param("计划\n12345\n以上为编号，请勿外传。", [], id="figures are no heading"),
    ],
)
def test_levels_are_those_a_reader_sees(source, outline):
    """Ways of numbering nest as they come; headings without number and restarts fall into place."""
    reading = read_text(source, name="old.txt")

    assert [(entry.level, entry.marker, entry.text) for entry in reading.outline] == outline


def test_outline_says_where_the_line_goes_on():
    """`inline` tells a heading of its own from the first sentence of an item; noise ends the quotation."""
    reading = read_text(
        "计划\n1.建家。挂牌。\n2.评家。\n3.晒家[由某站整理]活动。\n4.[由某站整理]护家", name="old.txt"
    )

    assert [(entry.text, entry.inline) for entry in reading.outline] == [
        ("建家", True),
        ("评家。", False),
        ("晒家", True),
        ("护家", False),
    ]


def test_what_is_told_of_the_plan():
    """Title, body, sector and period are recognised; the pack is the author's choice."""
    plan = read_text("清河中学工会\n2026年下半年工作计划\n各小组：\n请按此执行。", name="old.txt").plan

    assert plan.title == "清河中学工会2026年下半年工作计划"
    assert (plan.organization.name, plan.organization.sector) == ("清河中学工会", "school")
    assert (plan.period.year, plan.period.half, plan.pack) == (2026, 2, None)


def test_reading_takes_time_in_proportion():
    """A megabyte that invites every pattern to try again is read at once."""
    for unit in ("。1、", "一是a，", "其他网友还浏览了以下文章：", "[由某站", "上半年", " ", "（"):
        assert read_text(unit * (300_000 // len(unit)), name="old.txt").source
