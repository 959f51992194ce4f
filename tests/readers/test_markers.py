import pytest

from unionkit.readers import read_text


def _first(line):
    outline = read_text(f"工作计划\n{line}", name="old.txt").outline
    return (outline[0].marker, outline[0].text) if outline else None


@pytest.mark.parametrize(
    "marker",
    [
        *(
            "一、",
            "十、",
            "十二、",
            "二十一、",
            "（一）",
            "(一)",
            "( 三)",
            "（十）、",
            "第一部分 ",
            "第二章：",
            "1、",
            "１、",
            "12、",
        ),
        *("1.", "1。", "1．", "(1)", "（1）", "2)", "①", "⑳", "第一、", "第二，", "一是", "十是"),
    ],
)
def test_markers_are_stored_as_written(marker):
    """Every usual way of numbering is known, with the mark that was used."""
    assert _first(f"{marker}服务会员。") == (marker.strip(), "服务会员。")


@pytest.mark.parametrize(
    "line",
    [
        "3.5万元用于慰问。",
        "3、4月份走访会员。",
        "2026.7起执行。",
        "0、不编号。",
        "三二、不成数。",
        "十十、不成数。",
        "第一季度走访会员。",
        "一些会员有困难。",
        "名单如下：三二、不成数。",
        "要办三件事，三二是不成数。",
    ],
)
def test_figures_and_words_are_no_markers(line):
    """A figure, a pair of months, or digits that write no number begin a sentence, not an item."""
    assert _first(line) is None


@pytest.mark.parametrize(
    ("line", "marker", "text"),
    [
        ("4.3-4月走访会员。", "4.", "3-4月走访会员。"),
        ("5.2026年春节走访会员。", "5.", "2026年春节走访会员。"),
        ("3、5月份走访会员。", "3、", "5月份走访会员。"),
    ],
)
def test_dates_stand_behind_markers(line, marker, text):
    """A number may run into the date behind it."""
    assert _first(line) == (marker, text)
