import pytest

from unionkit.readers import read_text


def _paragraphs(source):
    reading = read_text(f"工作计划\n{source}", name="old.txt")
    return [text for path, text in _texts(reading) if path != ("title",)]


def _texts(reading):
    return [(path, reading.source[slice(*span)].replace("\n", "")) for path, span in reading.spans.items()]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("办好食堂、", "澡堂和书屋", id="behind a pause"),
        pytest.param("趁着五一、", "十一、元旦开展比赛", id="a festival is no number"),
        pytest.param("本会人不多。要把有限的", "经费用在会员最需要的地方。", id="in prose"),
        pytest.param(
            "为了把车间里的大事小事一件一件都办到会员的心坎上让大家满意放心舒心",
            "我们要多听多问。",
            id="a long line",
        ),
    ],
)
def test_sentences_broken_in_the_middle_are_joined(first, second):
    """A line that no mark ends goes on in the next where a sentence plainly does."""
    assert _paragraphs(f"{first}\n{second}") == [first + second]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("办好食堂。", "办好澡堂。", id="the sentence has ended"),
        pytest.param("组织春游", "组织秋游", id="short lines are items"),
        pytest.param("本会人不多。要办的事", "附名单", id="a short line without mark is its own"),
        pytest.param("本会人不多。要把有限的经费", "\n用在会员最需要的地方。", id="an empty line between"),
        pytest.param("本会人不多。要把有限的经费", "\u3000\u3000用在会员最需要的地方。", id="indented"),
    ],
)
def test_lines_of_their_own_are_left_alone(first, second):
    """Lines are joined only where the author did not begin something new."""
    assert _paragraphs(f"{first}\n{second}") == [first, second.strip()]


def test_number_begins_an_item_even_behind_a_pause():
    """Careless marks at the end of items do not glue the list together."""
    reading = read_text("工作计划\n1、办好食堂，\n2、办好澡堂，\n3、办好书屋", name="old.txt")

    assert [entry.marker for entry in reading.outline] == ["1、", "2、", "3、"]


def test_number_alone_on_its_line_belongs_to_the_next():
    """A number that stands alone is put before the words that it counts, and not before more."""
    plan = read_text("工作计划\n一、\n民主管理\n每季度开一次座谈会。", name="old.txt").plan

    assert [(part.marker, part.heading, len(part.content)) for part in plan.content] == [
        ("一、", "民主管理", 1)
    ]


def test_number_alone_in_the_text_is_kept():
    """Nothing is lost where a number counts nothing."""
    plan = read_text("工作计划\n办好食堂。\n二、", name="old.txt").plan

    assert (plan.content[-1].marker, plan.content[-1].text) == ("二、", "")


def test_text_of_fixed_width_is_put_together():
    """Text out of a PDF is broken where the page was full; a line that is not full ends its paragraph."""
    prose = (
        "本会今年要为会员办十件实事从食堂澡堂到书屋操场件件都有人管件件都有回音让大家看得见摸得着也说得出好来"
    )
    wrapped = [prose[start : start + 24] for start in range(0, len(prose), 24)]
    heading = ["一、把会员的冷暖放在心上把会员的意见落在纸上把十", "件实事办好"]

    plan = read_text("\n".join(["工作计划", *wrapped, *heading, *wrapped]), name="old.txt").plan

    assert plan.content[0].text == prose
    assert plan.content[1].heading == "".join(heading).removeprefix("一、")
    assert plan.content[1].content[0].text == prose


def test_latin_words_are_not_run_together():
    """A space stands for the line break between words or figures that need one."""
    plan = read_text("工作计划\n会员须知。请用 Word\nExcel 填写表格后交小组长。", name="old.txt").plan

    assert plan.content[0].text == "会员须知。请用 Word Excel 填写表格后交小组长。"
