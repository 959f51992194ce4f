"""Chapters and papers: what stands in them, in order, and what never does."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_agency
from unionkit import Kit, Plan
from unionkit.document import Grid, Heading, SignOff, Text
from unionkit.model import Organization, Period
from unionkit_pack_agency import AGENCY

KIT = Kit(discover=False, plugins=[unionkit_pack_agency], strict=True)
ENGLISH = Kit(discover=False, plugins=[unionkit_pack_agency], strict=True, lang="en")
FORMATS = ("docx", "md", "txt")
DATA = {
    "recuperation": {
        "quota": 24,
        "used": 10,
        "budget": 60_000,
        "spent": 20_000,
        "batches": [
            {
                "title": "第一批",
                "when": "9月中旬",
                "days": 5,
                "place": "省总工会疗休养院",
                "in_province": True,
                "people": 3,
                "frontline": 2,
                "per_head": "1900.50",
                "travel": 200,
                "fund": "单位行政经费",
                "participants": [{"name": "李明远", "department": "办公室", "previous": 2019}],
            },
            {"when": "10月", "place": "临海疗养院", "in_province": False, "people": 2, "companions": 1},
        ],
    },
    "audit": {
        "when": "8月中旬",
        "notice": "2026-08-03",
        "first": "2026-01-01",
        "last": "2026-06-30",
        "auditors": 3,
        "subjects": ["execution", "property"],
        "papers": ["会计账簿。", "会议记录"],
        "place": "三楼会议室",
        "contact": "经费审查委员会办公室",
        "report": "12月",
        "findings": [{"matter": "报销缺签到", "measure": "补齐签到", "owner": "财务组", "due": "2026-07-31"}],
    },
    "groups": [
        {
            "title": "羽毛球组",
            "members": 18,
            "when": "每周三",
            "place": "活动室",
            "owner": "文体委员",
            "cost": 1800,
        }
    ],
    "women": {"checkup": "9月", "talk": "11月上旬", "room": False},
}

words = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2, max_size=8)


def plan_of(data: dict) -> Plan:
    """A plan of the pack with this data."""
    return Plan(
        pack="agency",
        period=Period(year=2026, half=2),
        organization=Organization(name="北岭市水务局机关工会"),
        data={"agency": data},
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


def said(kit: Kit, paper: str | None = None, data: dict | None = None) -> list[str]:
    """Headings and paragraphs of a document, and the cells of its tables row by row."""
    lines = []
    for block in kit.compose(plan_of(DATA if data is None else data), paper=paper).blocks:
        match block:
            case Heading() | Text():
                lines.append(block.text)
            case Grid():
                lines += ["|".join(row) for row in (*block.rows, *block.totals)]
            case SignOff():
                lines.append(f"{block.signature}|{block.date}")
            case _:
                pass
    return lines


def test_the_audit_notice_says_what_who_when_and_where():
    """It goes to the union committee, and the audit committee signs it on the day of the notice."""
    assert said(KIT, "audit-notice") == [
        "北岭市水务局机关工会委员会：",
        "根据《中华人民共和国工会法》和《中国工会审计条例》，本会经费审查委员会定于8月中旬审查2026年1月1日至2026年6月30日的工会经费收支情况。现将有关事项通知如下。",
        "审查内容",
        "预算执行情况；",
        "工会资产。",
        "审查人员",
        "审查组由3人组成，均不担任工会主席、副主席、常委，不经管工会的账、钱、物。",
        "需要提供的资料",
        "会计账簿；",
        "会议记录。",
        "上次审查发现问题的整改",
        "请同时报告下列问题的整改情况：",
        "1|报销缺签到|补齐签到|财务组|2026年7月31日|整改中",
        "地点和联系",
        "审查地点：三楼会议室。",
        "联系部门：经费审查委员会办公室。",
        "北岭市水务局机关工会经费审查委员会|2026年8月3日",
    ]


def test_auditors_who_are_not_independent_are_not_called_so():
    """The notice does not promise what the data deny."""
    told = {"audit": {"auditors": 3, "keepers": 1}}

    assert "审查组由3人组成。" in said(KIT, "audit-notice", told)


def test_the_register_adds_up():
    """One row for each batch, then all of them, what was before, the year, and what is left."""
    assert said(KIT, "recuperation-register")[:6] == [
        "第一批|9月中旬|5|省总工会疗休养院（省内）|3|2||1900.5|200|6301.5|单位行政经费",
        "第二批|10月||临海疗养院（省外）|2||1||||",
        "合计||||5|2|1|||6301.5|",
        "此前||||10|||||20000|",
        "年度||||24|||||60000|",
        "剩余||||9|||||33698.5|",
    ]


def test_the_list_of_names_has_a_row_for_everybody_who_goes():
    """Those who are named first, then blank rows to fill in."""
    lines = said(KIT, "recuperation-names")

    assert lines[1:6] == [
        "1|第一批|李明远|办公室|2019|",
        "2|第一批||||",
        "3|第一批||||",
        "4|第二批||||",
        "5|第二批||||",
    ]


def test_a_long_list_ends_with_how_many_more():
    """Sixty blank rows of a batch are enough for one sheet."""
    told = {"recuperation": {"batches": [{"people": 75}]}}
    lines = said(KIT, "recuperation-names", told)

    assert "60|第一批||||" in lines
    assert "|第一批|其余15人另附|||" in lines


def test_the_chapters_stand_in_the_plan_in_order():
    """Recuperation, audit, groups, women; each as plans word it."""
    lines = said(KIT)

    assert lines == [
        "职工疗休养安排",
        "本期安排疗休养2批，共5人，具体如下：",
        "第一批|9月中旬|5|省总工会疗休养院|3|单位行政经费",
        "第二批|10月||临海疗养院|2|",
        "年度名额24人，此前已安排10人，本期安排5人，余9人。",
        "年度经费60000元，此前已用20000元，本期需要6301.5元，余33698.5元。",
        "工会经费审查安排",
        "经费审查委员会于8月中旬由3人组成审查组，审查2026年1月1日至2026年6月30日的工会经费收支情况。",
        "审查内容：预算执行情况、工会资产。",
        "审查通知于2026年8月3日发出。",
        "审查结果向会员报告：12月。",
        "上次审查发现的问题，整改安排如下：",
        "1|报销缺签到|补齐签到|财务组|2026年7月31日|整改中",
        "兴趣小组安排",
        "兴趣小组利用业余时间活动，会员自愿参加：",
        "羽毛球组|18|每周三|活动室|文体委员|1800",
        "女职工关爱安排",
        "女职工专项体检：9月。",
        "女职工权益与健康讲座：11月上旬。",
        "女职工休息室（哺乳室）尚未设置，由工会提请单位设置。",
    ]


def test_the_chapters_are_worded_in_english():
    """As one would write them; what the author wrote stays."""
    lines = said(ENGLISH)

    assert lines[:2] == ["Recuperation", "People go on recuperation in 2 batches, 5 in all:"]
    assert "Quota of the year: 24; gone before: 10; in this period: 5; left: 9." in lines
    assert (
        "The audit committee (auditors: 3) audits the union's funds of the time from 1 January 2026 to 30 June 2026."
        " Time of the audit: mid-August." in lines
    )


def test_what_goes_beyond_the_quota_is_told_as_such():
    """No negative number stands in the text."""
    told = {"recuperation": {"quota": 2, "budget": 100, "batches": [{"people": 3, "per_head": 100}]}}
    lines = said(KIT, data=told)

    assert "年度名额2人，此前已安排0人，本期安排3人，超出1人。" in lines
    assert "年度经费100元，此前已用0元，本期需要300元，超出200元。" in lines


@settings(max_examples=20, deadline=None)
@given(name=words, form=st.sampled_from(FORMATS))
def test_names_stand_on_the_private_paper_only(name, form):
    """Whatever is printed besides, in whatever format, names nobody."""
    name = f"甲乙{name}"
    told = {"recuperation": {"batches": [{"people": 2, "participants": [{"name": name}]}]}}
    for paper in (None, *AGENCY.papers):
        text = printed(plan_of(told), form, paper and paper.name)

        assert (name in text) == (paper is not None and paper.private)


def test_the_list_of_names_printed_alone_names_nobody():
    """A section by itself is no private paper."""
    document = KIT.compose(plan_of(DATA), section="recuperation-names")

    assert not any("李明远" in str(block) for block in document.blocks)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("paper", [None, *(paper.name for paper in AGENCY.papers)])
def test_every_paper_can_be_printed_without_data(form, paper):
    """A plan that holds nothing for agencies gives an empty form."""
    document = KIT.compose(plan_of({}), paper=paper)

    assert len(KIT.rendered(plan_of({}), form, paper=paper).printed) == len(document.blocks)
    assert not re.search("None|none", printed(plan_of({}), form, paper))
