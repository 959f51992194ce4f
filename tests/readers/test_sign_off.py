"""Signature and date at the end of an old plan become those of the plan; what only looks like them stays text."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit import Kit, load_plan
from unionkit.document import worded_date
from unionkit.files import dump_plan
from unionkit.readers import read_text
from unionkit.readers._recognised import recognised

KIT = Kit(discover=False)
OPENING = "工会2026年工作计划\n一、总体要求\n服务职工。\n"


def read(ending: str):
    """The reading of a plan that ends so."""
    return read_text(OPENING + ending, name="plan.txt")


@given(
    day=st.dates(dt.date(1949, 1, 1), dt.date(2100, 12, 31)),
    name=st.sampled_from(["清河中学工会", "柳林街道总工会委员会", "工会办公室", "某厂工会（筹）"]),
    blanks=st.sampled_from(["", "　　　　", "  \t "]),
)
def test_a_body_and_a_day_sign_off(day, name, blanks):
    """Wherever they stand on their lines; printed again, they give the text back."""
    reading = read(f"{blanks}{name}\n{blanks}{worded_date(day)}\n")

    assert (reading.plan.signature, reading.plan.issued) == (name, day)
    assert [str(part.content[-1].text) for part in reading.plan.content] == ["服务职工。"]
    printed = KIT.rendered(reading.plan, "txt").data.decode()
    assert "".join(printed.split()) == "".join(reading.source.split())


def test_nothing_of_the_sign_off_is_lost():
    """What was recognised tells that both lines are kept."""
    reading = read("清河中学工会\n2026 年 7 月 5 日\n")

    assert recognised(reading, load_plan(dump_plan(reading.plan)))["kept"] == [[0, len(reading.source) - 1]]
    assert reading.place(("signature",)).line == 4
    assert reading.place(("issued",)).line == 5


@pytest.mark.parametrize(
    "ending",
    [
        "清河中学工会\n20XX年7月5日",
        "清河中学工会\n2026年07月05日",
        "清河中学工会\n2026年2月30日",
        "清河中学工会\n二〇二六年七月五日",
        "清河中学工会\n1900年7月5日",
        "2026年7月5日\n清河中学工会",
        "工会要办好三件事：建家、普惠和工会。\n2026年7月5日",
        "一、清河中学工会\n2026年7月5日",
        "会议室\n2026年7月5日",
        "清河中学工会\n2026年7月5日\n抄送：各分会",
        "清河中学工会",
    ],
)
def test_what_only_looks_like_a_sign_off_stays_text(ending):
    """Masked, with zeros in front, a day that is none, in other words, in another order, a sentence, an item."""
    plan = read(ending).plan

    assert (plan.signature, plan.issued) == ("", None)
    printed = KIT.rendered(plan, "txt").data.decode()
    assert "".join(printed.split()) == "".join((OPENING + ending).split())


@pytest.mark.parametrize("text", ["清河中学工会\n2026年7月5日", "2026年7月5日", ""])
def test_a_text_without_a_body_can_be_read(text):
    """Also one of two lines."""
    assert read_text(text, name="-").plan is not None
