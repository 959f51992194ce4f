import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.model import texts
from unionkit.readers import read_text

_LINKS = (
    "其他网友还浏览了以下文章：某县文化馆上半年工作总结\n"
    "某乡水利站上半年工作小结某乡林业站上半年工作总结及下半年工作打算某局下半年工作思路"
)


def _carried(source, *, keep_noise=False):
    return "".join(text for _, text in texts(read_text(source, name="old.txt", keep_noise=keep_noise).plan))


@pytest.mark.parametrize(
    "noise",
    [
        "[由某某网站收集整理]",
        "【本文来自某站整理】",
        "本文档由某站abc.example收集整理，更多范文请访问abc.example站内查找",
        _LINKS,
    ],
)
@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("工作计划\n为会员解决", "实际困难。"),
        ("工作计划\n秋天组织一次远足。", "冬天组织一次冬泳。"),
        ("工作计划\n秋天组织一次远足。\n", "\n工会下半年工作计划已经通过。"),
        ("工作计划\n秋天组织一次远足。\n", "\n下半年工作计划\n冬天组织一次冬泳。"),
    ],
)
def test_what_websites_leave_is_cut_and_nothing_else(noise, before, behind):
    """Formulas of websites go; what stands before and behind them stays, on the same line or another."""
    reading = read_text(before + noise + behind, name="old.txt")

    assert "".join(found.text for found in reading.noise) == noise.replace("\n", "")
    assert _carried(before + noise + behind) == (before + behind).replace("\n", "")


def test_sentence_inside_of_a_list_of_links_stays():
    """A list of links that a sentence interrupts is cut on both sides of it."""
    interrupted = _LINKS.replace("\n", "\n本会将办一次棋赛。")

    assert _carried(f"工作计划\n{interrupted}") == "工作计划本会将办一次棋赛。"


def test_sentence_broken_by_noise_is_joined():
    """What noise tore apart is one paragraph again."""
    plan = read_text(f"工作计划\n对来信要逐件登记。并及\n{_LINKS}时答复会员。", name="old.txt").plan

    assert [node.text for node in plan.content] == ["对来信要逐件登记。并及时答复会员。"]


@pytest.mark.parametrize(
    "sentence",
    [
        "本文由三部分组成。",
        "会议材料由办公室整理，更多意见请告知小组长。",
        "由工会整理（见附件）。",
        "下半年工作计划另行通知。",
    ],
)
def test_sentences_that_look_like_noise_stay(sentence):
    """Words that websites use as well are no noise by themselves."""
    assert read_text(f"工作计划\n{sentence}", name="old.txt").noise == ()


@given(source=st.text())
def test_noise_quotes_the_source(source):
    """Each piece of noise is what its span holds, in order and apart."""
    reached = 0
    for found in read_text(source, name="old.txt").noise:
        assert found.text == source[slice(*found.span)] != ""
        assert reached <= found.span[0]
        reached = found.span[1]


def test_forbidden_characters_are_reported():
    """A control character goes even where noise is kept; a byte-order mark at the start is not worth a word."""
    reading = read_text("\ufeff工作计划\n走\x00访[由某\x01站整理]\ufeff", name="old.txt", keep_noise=True)

    assert [node.text for node in reading.plan.content] == ["走访[由某站整理]"]
    assert [found.text for found in reading.noise] == ["\x00", "[由某\x01站整理]", "\ufeff"]
