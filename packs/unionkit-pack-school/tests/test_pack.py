"""What the pack prints, and what it refuses."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_school
from unionkit import Kit, Plan
from unionkit.document import Grid, Heading
from unionkit.errors import ImpossibleValueError, PlanFileError
from unionkit.model import Activity, Organization, Part, WelfareMeasure, parse_schedule
from unionkit_pack_school import LastCongress, OpennessEntry, Posting, SchoolData, StaffCongress

KIT = Kit(discover=False, plugins=[unionkit_pack_school], strict=True)
FORMATS = ("docx", "md", "txt")
COLUMNS = ("topic", "form", "when", "responsible", "audience")

words = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=12)
entries = st.fixed_dictionaries(
    {"topic": words}, optional={"form": words, "when": words, "responsible": words, "audience": words}
)


def school_plan(**data: object) -> Plan:
    """A plan of the pack with this `data`."""
    return Plan(pack="school", organization=Organization(name="清河中学工会"), data={"school": data})


def printed(plan: Plan, form: str, paper: str | None = None) -> str:
    """The text of a printed plan without any white space, whatever the format."""
    data = KIT.rendered(plan, form, paper=paper).data
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            text = "".join(ET.fromstring(archive.read("word/document.xml")).itertext())
    else:
        text = data.decode("utf-8-sig").replace("\\", "").replace("|", "")
    return re.sub(r"\s+", "", text)


# ------------------------------------------------------------------ what it prints


@settings(deadline=None)
@given(found=st.lists(entries, min_size=1, max_size=8), form=st.sampled_from(FORMATS))
def test_the_notice_prints_every_entry_in_order(found, form):
    """Each entry is a row with its number; nothing of it is lost, in any format."""
    rows = [
        f"{number}" + "".join(entry.get(key, "") for key in COLUMNS)
        for number, entry in enumerate(found, start=1)
    ]

    assert "".join(rows) in printed(school_plan(openness=found), form, "openness-notice")


def test_the_notice_says_who_watches_and_how_long_it_hangs():
    """Supervisor, office, place and days stand below the table, then who signs and when."""
    posting = {"supervisor": "监督小组", "contact": "工会办公室", "place": "公示栏"}
    dates = {"start": "2026-09-01", "end": "2026-09-15"}
    plan = Plan(
        pack="school",
        signature="清河中学工会",
        issued=dt.date(2026, 8, 28),
        data={"school": {"openness": [{"topic": "食堂收支"}], "posting": {**posting, **dates}}},
    )

    for form in FORMATS:
        text = printed(plan, form, "openness-notice")

        below = "监督机构：监督小组意见受理：工会办公室公示地点：公示栏公示时间：2026年9月1日至2026年9月15日"
        assert text.endswith(below + "清河中学工会2026年8月28日")


@pytest.mark.parametrize(
    ("posting", "said"),
    [
        ({"start": "2026-09-01"}, "公示时间：自2026年9月1日起"),
        ({"end": "2026-09-15"}, "公示时间：至2026年9月15日止"),
        ({}, ""),
    ],
)
def test_a_posting_may_be_open_at_either_end(posting, said):
    """Only what is known is said."""
    assert (
        printed(school_plan(posting=posting), "txt", "openness-notice") == f"清河中学工会校务公开公示表{said}"
    )


def test_the_notice_never_holds_private_facts():
    """What concerns a named person stays in the plan."""
    secret = WelfareMeasure(title="探望李老师", kind="condolence-visit", private=True)
    plan = Plan(
        pack="school",
        content=(Part(heading="校务公开", content=(secret, Activity(title="公开台账检查"))),),
        data={"school": {"openness": [{"topic": "食堂收支"}]}},
    )

    for form in FORMATS:
        text = printed(plan, form, "openness-notice")
        assert "食堂收支" in text
        assert "李老师" not in text


def test_the_congress_is_a_chapter_of_the_plan():
    """Session, time, delegates and agenda are worded as plans word them."""
    congress = {
        "session": "第三届教职工代表大会第二次会议",
        "when": "9月下旬",
        "delegates": 60,
        "teachers": 45,
        "young": 12,
        "present": 58,
        "agenda": ["听取工会工作报告", "讨论通过考核办法。"],
    }
    last = {"day": "2026-03-18", "proposals": 18, "answered": 15}
    text = KIT.rendered(school_plan(congress=congress, last_congress=last), "txt").data.decode()

    assert text.splitlines()[2:] == [
        "一、教职工代表大会安排",
        "拟于9月下旬召开第三届教职工代表大会第二次会议，代表60人，其中教师代表45人、青年教师代表12人，预计到会58人。",
        "上一次会议于2026年3月18日召开，立案提案18件，已答复15件。",
        "会议主要议程：",
        "1.听取工会工作报告；",
        "2.讨论通过考核办法。",
    ]


def test_a_congress_of_which_little_is_known_is_printed_too():
    """What is not said leaves no gap."""
    text = printed(school_plan(congress={"proposals": "9月上旬"}), "txt")

    assert text.endswith("召开教职工代表大会。代表提案征集时间：9月上旬。")


@pytest.mark.parametrize(
    ("staff", "congress", "whole"),
    [
        (79, {}, True),
        (80, {}, False),
        (None, {}, False),
        (79, {"session": "教职工大会"}, True),
        (190, {"session": "全体教职工大会"}, True),
        (79, {"session": "第三届教职工代表大会第一次会议"}, False),
        (79, {"delegates": 30}, False),
        (79, None, True),
    ],
)
def test_a_small_school_has_a_chapter_on_its_meeting_of_all_staff(staff, congress, whole):
    """What the session is called decides; otherwise, how many the staff are and whether they have delegates."""
    plan = attrs.evolve(
        school_plan(
            last_congress={"day": "2026-03-18"},
            **({} if congress is None else {"congress": {**congress, "proposals": "9月上旬"}}),
        ),
        organization=Organization(staff=staff),
    )
    headings = [block.text for block in KIT.compose(plan).blocks if isinstance(block, Heading)]

    assert headings == ["教职工大会安排" if whole else "教职工代表大会安排"]
    assert ("代表" in printed(plan, "txt")) is not whole


def test_the_last_session_is_told_without_a_next_one():
    """Nothing is said of a session that is not planned."""
    text = printed(school_plan(last_congress={"day": "2026-03-18"}), "txt")

    assert text.endswith("一、教职工代表大会安排上一次会议于2026年3月18日召开。")


def test_without_data_the_plan_is_printed_as_without_the_pack():
    """The sections of the pack print nothing of their own."""
    part = Part(heading="主要工作", content=(Activity(title="教师节座谈会"),))
    plan = Plan(pack="school", content=(part,), signature="清河中学工会")

    assert KIT.compose(plan).blocks == KIT.compose(plan, pack="neutral").blocks


def test_the_table_of_openness_is_announced_and_gives_most_room_to_the_matters():
    """What announces a table ends with a colon."""
    blocks = KIT.compose(school_plan(openness=[{"topic": "食堂收支"}])).blocks
    at = next(index for index, block in enumerate(blocks) if isinstance(block, Grid))
    widths = {column.title: column.width for column in blocks[at].columns}

    assert blocks[at - 1].text == "本期校务公开事项安排如下："
    assert max(widths, key=widths.__getitem__) == "公开内容"


def test_safeguards_and_closing_stand_behind_the_chapters_of_the_pack():
    """Wherever the author put them, the chapters come before them and are numbered in order."""
    plan = Plan(
        pack="school",
        content=(Part(role="safeguards", heading="保障措施"), Part(role="work", heading="主要工作")),
        data={"school": {"congress": {}, "openness": [{"topic": "食堂收支"}]}},
    )
    headings = [block for block in KIT.compose(plan).blocks if isinstance(block, Heading)]

    assert [f"{heading.marker}{heading.text}" for heading in headings] == [
        "一、主要工作",
        "二、教职工代表大会安排",
        "三、校务公开安排",
        "四、保障措施",
    ]


@pytest.mark.parametrize("text", ["{{ 7*7 }}", "{% raw %}", "{# x #}", "{{ plan.title }}"])
def test_template_syntax_in_data_stays_as_it_is(text):
    """Data is data: nothing in it is ever run."""
    plan = school_plan(
        congress={"session": text, "when": text, "agenda": [text]},
        openness=[dict.fromkeys(COLUMNS, text)],
        posting={"supervisor": text, "contact": text, "place": text},
    )
    grid = next(block for block in KIT.compose(plan).blocks if isinstance(block, Grid))

    assert grid.rows == (("1", text, text, text, text, text),)
    assert printed(plan, "txt").count(text.replace(" ", "")) == 3 + len(COLUMNS)
    assert printed(plan, "txt", "openness-notice").count(text.replace(" ", "")) == len(COLUMNS) + 3


# ------------------------------------------------------------------ what it refuses


BROKEN = """\
unionkit: 1
pack: school
data:
  school:
    congress: {delegates: 10, teachers: 11}
    openness:
      - {topic: 食堂收支, whem: 每月}
      - {form: 公示栏}
    posting: {start: 2026-09-10, end: 2026-09-01}
"""


def test_wrong_data_is_reported_with_file_line_column_and_path():
    """All of it at once, in the order of the file."""
    with pytest.raises(PlanFileError) as error:
        KIT.loads(BROKEN, name="plan.yaml")
    problems = error.value.problems

    assert [(problem.place.line, problem.place.column, problem.path) for problem in problems] == [
        (5, 41, "$.data.school.congress.teachers"),
        (7, 23, "$.data.school.openness[0].whem"),
        (8, 9, "$.data.school.openness[1]"),
        (9, 39, "$.data.school.posting.end"),
    ]
    assert {problem.place.file for problem in problems} == {"plan.yaml"}
    assert "when" in problems[1].error.message("en")
    assert "11 人" in problems[0].error.message("zh")


@pytest.mark.parametrize(
    "data",
    [
        "[]",
        "{congress: []}",
        "{congress: {when: 2月30日}}",
        "{openness: {}}",
        "{openness: [{topic: ' '}]}",
        "{congress: {delegates: true}}",
        "{last_congress: {proposals: 3}}",
        "{last_congress: {day: 0026-03-18}}",
        "{posting: {start: 9月}}",
    ],
)
def test_data_of_another_shape_is_refused(data):
    """Nothing is guessed."""
    with pytest.raises(PlanFileError) as error:
        KIT.loads(f"unionkit: 1\ndata: {{school: {data}}}\n")

    assert error.value.problems[0].path.startswith("$.data.school")


@settings(deadline=None)
@given(
    delegates=st.integers(0, 10**6),
    some=st.integers(0, 10**6),
    key=st.sampled_from(["teachers", "women", "young", "present"]),
)
def test_no_congress_has_more_of_a_kind_than_delegates(delegates, some, key):
    """What cannot exist cannot be built; what is merely unwise can."""
    if some > delegates:
        with pytest.raises(ImpossibleValueError) as error:
            StaffCongress(delegates=delegates, **{key: some})
        assert str(some) in error.value.message("en")
    else:
        assert getattr(StaffCongress(delegates=delegates, **{key: some}), key) == some


@settings(deadline=None)
@given(
    key=st.sampled_from(["delegates", "teachers", "women", "young", "present"]),
    count=st.integers(max_value=-1),
)
def test_headcounts_are_not_negative(key, count):
    """A negative headcount cannot be built."""
    with pytest.raises(ImpossibleValueError) as error:
        StaffCongress(**{key: count})

    assert key in error.value.message("en")


@settings(deadline=None)
@given(proposals=st.integers(0, 500), answered=st.integers(0, 500))
def test_no_more_proposals_are_answered_than_there_were(proposals, answered):
    """What cannot exist cannot be built."""
    if answered > proposals:
        with pytest.raises(ImpossibleValueError):
            LastCongress(day=dt.date(2026, 3, 18), proposals=proposals, answered=answered)
    else:
        assert (
            LastCongress(day=dt.date(2026, 3, 18), proposals=proposals, answered=answered).answered
            == answered
        )


def test_values_of_the_pack_are_told_apart_by_what_they_hold():
    """They are frozen, hashable values with tuples inside."""
    entry = OpennessEntry(topic="食堂收支", when=parse_schedule("每月"))
    data = SchoolData(
        openness=[entry], posting=Posting(place="公示栏"), congress=StaffCongress(agenda=["议程"])
    )

    assert data == SchoolData(
        openness=(entry,), posting=Posting(place="公示栏"), congress=StaffCongress(agenda=("议程",))
    )
    assert len({data, data}) == 1
