"""The chapters and papers: what stands in them, in order, in every format."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unionkit_pack_enterprise
from unionkit import Kit, Plan
from unionkit.document import Addressee, Grid, Heading, SignOff, Text
from unionkit.model import Activity, Organization, Period, parse_schedule
from unionkit_pack_enterprise import ENTERPRISE

KITS = {
    lang: Kit(discover=False, plugins=[unionkit_pack_enterprise], strict=True, lang=lang)
    for lang in ("zh", "en")
}
KIT = KITS["zh"]
FORMATS = ("docx", "md", "txt")
CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
LATIN = re.compile("[A-Za-z]")
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)


def enterprise_plan(**data: object) -> Plan:
    """A plan of the second half of 2026 with this `data`."""
    return Plan(
        pack="enterprise",
        organization=Organization(name="北岭机械厂工会"),
        period=Period(year=2026, half=2),
        data={"enterprise": data},
    )


def printed(plan: Plan, form: str, paper: str | None = None) -> str:
    """The text of a printed plan without any white space, whatever the format."""
    data = KIT.rendered(plan, form, paper=paper).data
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            text = "".join(ET.fromstring(archive.read("word/document.xml")).itertext())
    else:
        text = data.decode("utf-8-sig").replace("\\", "").replace("|", "")
    return re.sub(r"\s+", "", text)


# ------------------------------------------------------------------ chapters


def test_the_contracts_are_a_chapter_with_a_table():
    """A row for each: title or kind with its chapters, term, renewal, review, office."""
    plan = enterprise_plan(
        contracts=[
            {
                "kind": "comprehensive",
                "chapters": ["women", "safety"],
                "start": "2024-01-01",
                "end": "2026-12-31",
                "renewal": "10月",
                "review": "每季度",
                "responsible": "权益保障部",
            },
            {"kind": "wages", "title": "计件工资协议", "start": "2026-07-01"},
        ]
    )
    grid = next(block for block in KIT.compose(plan).blocks if isinstance(block, Grid))

    assert grid.rows == (
        (
            "1",
            "综合集体合同（含女职工专章、劳动安全卫生专章）",
            "2024年1月1日至2026年12月31日",
            "10月",
            "每季度",
            "权益保障部",
        ),
        ("2", "计件工资协议", "2026年7月1日", "", "", ""),
    )


def test_talks_congress_safety_and_ideas_are_chapters():
    """Each says what is known, as plans word it, and nothing else."""
    plan = enterprise_plan(
        talks={
            "invited": "2026-10-08",
            "reply_by": "2026-10-22",
            "when": "11月上旬",
            "place": "会议室",
            "workers": 5,
            "workers_outside": 1,
            "employers": 5,
            "topics": ["奖金分配。", "计件单价"],
        },
        congress={"when": "12月中旬", "delegates": 60, "workers": 40, "women": 20, "agenda": ["审议草案"]},
        safety={"contest": "“安康杯”竞赛", "teams": 9, "inspections": [{"subject": "用电", "when": "8月"}]},
        ideas={"theme": "节能", "wanted": 20, "adopted": 9},
    )

    assert [block.text for block in KIT.compose(plan).blocks if isinstance(block, Heading | Text)] == [
        "工资集体协商安排",
        "要约于2026年10月8日提出，书面答复不迟于2026年10月22日。",
        "协商时间：11月上旬，地点：会议室。",
        "协商代表：职工方5人，其中外聘1人，企业方5人。",
        "协商内容：",
        "奖金分配；",
        "计件单价。",
        "职工代表大会安排",
        "拟于12月中旬召开职工代表大会，代表60人，其中一线职工代表40人、女代表20人。",
        "会议主要议程：",
        "审议草案。",
        "劳动安全卫生安排",
        "竞赛：“安康杯”竞赛，参赛班组9个。",
        "合理化建议征集",
        "合理化建议，征集主题：节能；目标20件；拟采纳9件。",
    ]


def test_a_plan_without_data_has_no_such_chapters():
    """Nothing is printed of what is not there."""
    assert [
        block for block in KIT.compose(enterprise_plan()).blocks if isinstance(block, Heading | Grid)
    ] == []


# ------------------------------------------------------------------ the invitation


def test_the_invitation_goes_to_the_employer_and_is_dated():
    """Addressee, time and place, both sides, topics, papers, the answer, and who signs on which day."""
    plan = enterprise_plan(
        talks={
            "employer": "北岭机械厂",
            "invited": "2026-10-08",
            "reply_by": "2026-10-22",
            "when": "11月上旬",
            "place": "会议室",
            "workers": 5,
            "employers": 5,
            "topics": ["工资调整"],
            "papers": ["利润情况"],
            "papers_by": "2026-10-26",
            "contact": "工会办公室",
        }
    )
    blocks = KIT.compose(plan, paper="wage-talks-invitation").blocks
    text = printed(plan, "txt", "wage-talks-invitation")

    assert [block.text for block in blocks if isinstance(block, Addressee)] == ["北岭机械厂："]
    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "协商时间和地点",
        "协商代表",
        "协商内容",
        "请贵方提供的资料",
        "答复",
    ]
    assert blocks[-1] == SignOff("北岭机械厂工会", "2026年10月8日")
    for said in (
        "协商时间：11月上旬；地点：会议室。",
        "我方代表5人，请贵方确定代表5人",
        "工资调整。",
        "请不迟于2026年10月26日提供：",
        "利润情况。",
        "请不迟于2026年10月22日书面答复，答复送工会办公室。",
    ):
        assert said in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_invitation_without_talks_is_a_form_to_fill_in(lang):
    """All headings, with blanks where something is to be written."""
    document = KITS[lang].compose(enterprise_plan(), paper="wage-talks-invitation")

    assert sum(isinstance(block, Heading) for block in document.blocks) == 5
    assert "____" in next(block.text for block in document.blocks if isinstance(block, Addressee))
    assert sum("____" in block.text for block in document.blocks if isinstance(block, Text)) >= 5


@given(
    topics=st.lists(st.text(HAN, min_size=1, max_size=12), min_size=1, max_size=6),
    form=st.sampled_from(FORMATS),
)
def test_every_topic_is_on_the_invitation(topics, form):
    """In order, whatever the format."""
    text = printed(enterprise_plan(talks={"topics": topics}), form, "wage-talks-invitation")
    places = [text.find(topic) for topic in topics]

    assert -1 not in places


# ------------------------------------------------------------------ the year


def months(plan: Plan, lang: str = "zh") -> Grid:
    """The table of months of the paper."""
    grids = [
        block
        for block in KITS[lang].compose(plan, paper="contract-calendar").blocks
        if isinstance(block, Grid)
    ]
    return grids[-1]


def test_the_year_has_a_row_for_each_month():
    """With the days of contracts, talks and congress, from the data and the plan; not of other work."""
    plan = Plan(
        pack="enterprise",
        period=Period(year=2026, half=2),
        content=(
            Activity(title="签订工资协议", kind="contract", when=parse_schedule("11月下旬")),
            Activity(title="篮球赛", kind="culture-sport", when=parse_schedule("11月下旬")),
        ),
        data={
            "enterprise": {
                "contracts": [
                    {"kind": "wages", "start": "2026-01-01", "end": "2026-12-31", "review": "每季度"}
                ],
                "talks": {"invited": "2026-10-08", "when": "11月上旬"},
                "congress": {"when": "11月15日", "proposals": "10月15日至11月5日"},
            }
        },
    )
    grid = months(plan)
    cells = {row[0]: row[1:] for row in grid.rows}

    assert list(cells) == [f"{month}月" for month in range(1, 13)]
    assert cells["1月"] == ("1—3月，履约检查：工资协议", "", "")
    assert cells["2月"] == ("", "", "")
    assert cells["10月"][1:] == ("8日，发出协商要约", "15日—11月5日，征集代表提案")
    assert cells["11月"] == ("21—30日，签订工资协议", "1—10日，工资集体协商", "15日，召开职工代表大会")
    assert cells["12月"] == ("31日，期满：工资协议", "", "")


@given(day=st.dates(dt.date(2025, 1, 1), dt.date(2027, 12, 31)))
def test_a_day_stands_in_its_month_of_its_year(day):
    """Days of other years do not."""
    rows = months(enterprise_plan(contracts=[{"kind": "safety", "signed": str(day)}])).rows
    filled = [nth for nth, row in enumerate(rows, 1) if any(row[1:])]

    assert filled == ([day.month] if day.year == 2026 else [])


@given(
    first=st.dates(dt.date(2025, 1, 1), dt.date(2027, 12, 31)),
    length=st.integers(0, 900),
)
def test_a_contract_is_reviewed_while_it_is_in_force(first, length):
    """In each quarter that it reaches into, and in no other."""
    last = first + dt.timedelta(days=length)
    plan = enterprise_plan(
        contracts=[{"kind": "safety", "start": str(first), "end": str(last), "review": "每季度"}]
    )
    told = "；".join(row[1] for row in months(plan).rows)
    reached = {
        (day.month - 1) // 3
        for day in (dt.date(2026, 1, 1) + dt.timedelta(days=nth) for nth in range(365))
        if first <= day <= last
    }

    assert told.count("履约检查") == len(reached)


def test_the_table_of_months_is_headed_by_its_year():
    """The year is whole, whatever half the plan is for."""
    blocks = KIT.compose(enterprise_plan(), paper="contract-calendar").blocks

    assert [block.text for block in blocks if isinstance(block, Heading)] == ["2026年集体合同工作年历"]


def test_a_plan_without_a_year_has_an_empty_table():
    """With a word on why."""
    plan = Plan(
        pack="enterprise", data={"enterprise": {"contracts": [{"kind": "wages", "end": "2026-12-31"}]}}
    )
    document = KIT.compose(plan, paper="contract-calendar")

    assert all(not any(row[1:]) for row in months(plan).rows)
    assert any("没有写年份" in block.text for block in document.blocks if isinstance(block, Text))


def test_facts_about_named_persons_stay_off_the_papers():
    """What is private is on none of them."""
    secret = Activity(title="与李师傅谈话", kind="contract", when=parse_schedule("8月"), private=True)
    plan = Plan(pack="enterprise", period=Period(year=2026), content=(secret,))

    for paper in ENTERPRISE.papers:
        assert "李师傅" not in printed(plan, "txt", paper.name)
    assert "李师傅" not in KIT.rendered(plan, "contract-year").data.decode()


# ------------------------------------------------------------------ the two languages


def everything(word: str, when: str) -> dict[str, object]:
    """All that a plan may hold for enterprises, with this as its only word and time."""
    day = "2026-08-0"
    return {
        "contracts": [
            {
                "kind": kind,
                "start": "2026-01-01",
                "end": "2027-01-01",
                "voted": f"{day}1",
                "signed": f"{day}2",
            }
            | {"filed": f"{day}3", "renewal": when, "review": when, "responsible": word}
            | ({"chapters": ["women", "wages", "safety", "other"]} if kind == "comprehensive" else {})
            for kind in ("comprehensive", "wages", "women", "safety", "other")
        ],
        "talks": {
            "employer": word,
            "invited": f"{day}1",
            "reply_by": f"{day}2",
            "replied": f"{day}3",
            "when": when,
        }
        | {"place": word, "workers": 3, "employers": 3, "workers_outside": 1, "employers_outside": 1}
        | {"topics": [word], "papers": [word], "papers_by": f"{day}4", "contact": word},
        "congress": {
            "session": word,
            "when": when,
            "previous": f"{day}1",
            "delegates": 9,
            "workers": 5,
            "women": 3,
        }
        | {"proposals": when, "papers_by": f"{day}2", "agenda": [word]},
        "safety": {"contest": word, "teams": 2, "people": 9, "body": word, "inspectors": 2}
        | {"inspections": [{"subject": word, "when": when, "responsible": word}]},
        "ideas": {
            "theme": word,
            "collected": when,
            "reviewed": when,
            "wanted": 3,
            "adopted": 1,
            "responsible": word,
        },
    }


@pytest.mark.parametrize(("lang", "word", "foreign"), [("zh", "文字", LATIN), ("en", "word", CHINESE)])
def test_every_fixed_word_is_said_in_the_language_asked_for(lang, word, foreign):
    """Chapters, papers and the chart, with all that may stand in them and with none of it."""
    found = []
    for data in (everything(word, word), {}):
        plan = Plan(
            pack="enterprise",
            organization=Organization(name=word),
            period=Period(year=2026),
            data={"enterprise": data},
        )
        for paper in (None, *(paper.name for paper in ENTERPRISE.papers)):
            text = KITS[lang].rendered(plan, "txt", paper=paper).data.decode("utf-8-sig")
            found += [line for line in text.splitlines() if foreign.search(line)]
        page = KITS[lang].rendered(plan, "contract-year").data.decode()
        body = re.sub(r"<[^>]*>", "", page.partition("<body>")[2])
        found += [line for line in body.splitlines() if foreign.search(line)]

    assert found == []
