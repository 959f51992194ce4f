"""The wall chart: one page of HTML, twelve months across, with everything in its place."""

from __future__ import annotations

import datetime as dt
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unionkit_pack_enterprise
from unionkit import Kit, Plan
from unionkit.errors import UnionkitError
from unionkit.model import Activity, Organization, Period, parse_schedule
from unionkit_pack_enterprise._forms._layout import WIDTH, Bar, Row, laid_out, merged

KIT = Kit(discover=False, plugins=[unionkit_pack_enterprise], strict=True)
PAGE_HEIGHT = 276.0


class Page(HTMLParser):
    """What stands on the page: the title, the tracks with their heights, bars and labels, and all text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tracks: list[tuple[str, float]] = []
        self.labels: list[tuple[str, str, dict[str, str]]] = []
        self.bars: list[tuple[str, str, float, float]] = []
        self.words: list[str] = []
        self.tags: list[str] = []
        self._inside: list[str] = []
        self._style: dict[str, str] = {}
        self._height = 0.0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of bars and labels."""
        given = dict(attrs)
        style = dict(piece.split(":") for piece in (given.get("style") or "").split(";") if piece)
        self.tags.append(tag)
        kind = given.get("class") or ""
        if tag == "section":
            self._height = float(style["height"].removesuffix("mm"))
        if kind.startswith("bar"):
            left, width = (float(style[key].removesuffix("mm")) for key in ("left", "width"))
            self.bars.append((self.tracks[-1][0], kind.split()[1], left, left + width))
        self._style = {"class": kind, **style}
        if tag not in {"meta", "br"}:
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave it."""
        self._inside.pop()

    def handle_data(self, data: str) -> None:
        """Take note of words."""
        text = data.strip()
        if not text or "style" in self._inside:
            return
        self.words.append(text)
        if self._inside[-1] == "h2":
            self.tracks.append((text, self._height))
        if self._style.get("class", "").startswith("label") and self._inside[-1] == "div":
            self.labels.append((self.tracks[-1][0], text, self._style))


def page_of(plan: Plan) -> Page:
    """The chart of a plan."""
    return Page(KIT.rendered(plan, "contract-year").data.decode())


def planned(*items: Activity, **data: object) -> Plan:
    """A plan of 2026."""
    return Plan(
        pack="enterprise",
        organization=Organization(name="北岭机械厂工会"),
        period=Period(year=2026),
        content=items,
        data={"enterprise": data},
    )


def day_at(day: dt.date) -> float:
    """Where a day begins, in millimetres."""
    following = (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    return WIDTH / 12 * (day.month - 1 + (day.day - 1) / (following - day.replace(day=1)).days)


def test_everything_stands_on_its_track():
    """Contracts, talks, congress, safety, welfare and the rest, from the data, the plan and the almanac."""
    plan = planned(
        Activity(title="篮球赛", kind="culture-sport", when=parse_schedule("5月")),
        Activity(title="用电检查", kind="safety-inspection", when=parse_schedule("3月")),
        contracts=[{"kind": "wages", "start": "2026-01-01", "end": "2026-12-31"}],
        talks={"when": "4月", "invited": "2026-03-02"},
        congress={"when": "6月"},
        safety={"inspections": [{"subject": "通风", "when": "7月"}]},
        ideas={"collected": "8月"},
    )
    page = page_of(plan)
    told = {(track, label) for track, label, _ in page.labels}

    assert [track for track, _ in page.tracks] == [
        *("节日", "集体合同", "集体协商", "职工代表大会", "劳动安全卫生", "福利与关爱", "竞赛与其他活动")
    ]
    assert told >= {
        ("节日", "17 春节"),
        ("集体合同", "工资协议（至2026年12月31日）"),
        ("集体合同", "◆期满：工资协议"),
        ("集体协商", "◆发出协商要约"),
        ("集体协商", "工资集体协商"),
        ("职工代表大会", "召开职工代表大会"),
        ("劳动安全卫生", "检查：通风"),
        ("劳动安全卫生", "用电检查"),
        ("劳动安全卫生", "安全生产月"),
        ("福利与关爱", "夏送清凉"),
        ("竞赛与其他活动", "篮球赛"),
        ("竞赛与其他活动", "征集合理化建议"),
    }
    assert page.words[1] == "北岭机械厂工会2026年集体合同工作年历"
    assert page.words[2:14] == [f"{month}月" for month in range(1, 13)]


@given(first=st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)), length=st.integers(1, 400))
def test_the_bar_of_a_contract_reaches_from_its_first_day_to_its_last(first, length):
    """Cut off where the year ends."""
    last = first + dt.timedelta(days=length)
    plan = planned(contracts=[{"kind": "safety", "start": str(first), "end": str(last)}])
    (bar,) = [bar for bar in page_of(plan).bars if bar[1] == "term"]
    end = (
        WIDTH
        if last.year > 2026
        else day_at(last + dt.timedelta(days=1))
        if last < dt.date(2026, 12, 31)
        else WIDTH
    )

    assert bar[2] == pytest.approx(min(day_at(first), WIDTH - 1), abs=0.011)
    assert bar[3] == pytest.approx(max(end, bar[2] + 1), abs=0.011)


def test_what_recurs_is_one_row_with_its_number():
    """Many bars, one label."""
    page = page_of(planned(Activity(title="巡查", kind="safety-inspection", when=parse_schedule("每月15日"))))

    assert [label for _, label, _ in page.labels if "巡查" in label] == ["巡查（12次）"]
    assert sum(bar[0] == "劳动安全卫生" and bar[1] == "work" for bar in page.bars) == 12


def test_a_time_that_data_and_plan_tell_is_shown_once():
    """The session of the congress is not two, and neither are ideas that are collected."""
    plan = planned(
        Activity(title="征集合理化建议", kind="ideas", when=parse_schedule("三季度")),
        Activity(title="召开职代会", kind="staff-congress", when=parse_schedule("12月中旬")),
        congress={"when": "12月中旬", "session": "第三次会议"},
        ideas={"collected": "三季度"},
    )

    assert "征集合理化建议" in {label for _, label, _ in page_of(plan).labels}
    assert [label for track, label, _ in page_of(plan).labels if track == "职工代表大会"] == ["第三次会议"]


@pytest.mark.parametrize("count", [0, 1, 40, 400])
def test_it_is_always_one_page(count):
    """The type becomes smaller; what does not fit even then is counted."""
    items = [
        Activity(
            title=f"第{nth}项活动，题目相当长，要占很大的地方",
            kind="culture-sport",
            when=parse_schedule("5月"),
        )
        for nth in range(count)
    ]
    page = page_of(planned(*items))
    shown = sum("项活动" in label for _, label, _ in page.labels)
    dropped = [word for word in page.words if word.startswith("另有")]

    assert 15 + 8 + sum(height for _, height in page.tracks) + 12 <= PAGE_HEIGHT
    assert dropped == ([] if shown == count else [f"另有{count - shown}项，见计划"])
    assert (shown == count) is (count <= 40)


@given(
    rows=st.lists(
        st.tuples(st.text(max_size=40), st.floats(0, WIDTH), st.floats(0, 200)).map(
            lambda told: Row(told[0], "work", merged([Bar(told[1], min(told[1] + told[2], WIDTH))]))
        ),
        max_size=60,
    ),
    height=st.floats(60, 300),
)
def test_nothing_overlaps_and_nothing_leaves_the_page(rows, height):
    """Within a lane each row begins behind the one before it; every row is placed or counted."""
    plan = laid_out({"a": rows, "b": rows[:3]}, height)
    for track, given_rows in (("a", rows), ("b", rows[:3])):
        assert len(plan.tracks[track]) + plan.dropped[track] == len(given_rows)
        lanes: dict[int, float] = {}
        for placed in plan.tracks[track]:
            left = min(placed.at, placed.row.bars[0].start)
            right = max(placed.at + placed.wide, placed.row.bars[-1].end)
            assert left >= 0
            assert right <= WIDTH + 1e-6
            assert left >= lanes.get(placed.lane, 0.0) - 1e-6
            lanes[placed.lane] = right

    assert sum(plan.height(track) for track in ("a", "b")) <= height + 1e-6


@pytest.mark.parametrize("word", ["<script>alert(1)</script>", "{{ 7 * 7 }}", "a\"b'c&d", "</style>"])
def test_whatever_the_plan_says_is_text(word):
    """Markup and template syntax in the data do nothing."""
    plan = Plan(
        pack="enterprise",
        organization=Organization(name=word),
        period=Period(year=2026),
        content=(Activity(title=word, when=parse_schedule("5月")),),
        data={"enterprise": {"contracts": [{"kind": "wages", "title": word, "signed": "2026-05-01"}]}},
    )
    page, empty = page_of(plan), page_of(planned())

    assert any(word in label for _, label, _ in page.labels)
    assert set(page.tags) == set(empty.tags)
    assert "script" not in page.tags


@pytest.mark.parametrize(
    "plan",
    [
        Plan(pack="enterprise"),
        Plan(pack="enterprise", period=Period(half=1)),
        Plan(pack="enterprise", period=Period(year=1949)),
        Plan(pack="enterprise", period=Period(year=2100, half=2)),
        Plan(pack="enterprise", period=Period(first=dt.date(2026, 9, 1), last=dt.date(2028, 8, 31))),
        Plan(pack="enterprise", period=Period(year=2026), data={"enterprise": None}),
    ],
)
def test_an_empty_plan_gives_an_empty_chart(plan):
    """With months and tracks, to be filled in by hand."""
    page = page_of(plan)

    assert len(page.tracks) == 7
    assert [bar for bar in page.bars if bar[1] in {"term", "work", "deadline"}] == []
    assert any("没有写年份" in word for word in page.words) is (
        plan.period.year is None and not plan.period.first
    )


def test_only_plans_of_the_pack_have_a_chart():
    """Others are refused, not printed empty."""
    with pytest.raises(UnionkitError):
        KIT.rendered(Plan(period=Period(year=2026)), "contract-year")
