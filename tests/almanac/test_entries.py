"""The calendar of a plan."""

from __future__ import annotations

import datetime as dt

from hypothesis import given

from unionkit.almanac import ALMANAC, Almanac, Entry, Festival, FixedDay, Occurrence, entries, resolve
from unionkit.model import (
    Activity,
    Goal,
    Item,
    Organization,
    Paragraph,
    Part,
    Path,
    Period,
    Plan,
    WelfareMeasure,
    parse_schedule,
    private_paths,
    review_paths,
)
from unionkit.testing import plans

AUTUMN = Period(year=2026, half=2)


def told(entry: Entry) -> str:
    when = entry.undated.cause.value if entry.undated else ""
    if isinstance(entry.occurrence, Occurrence):
        when = f"{entry.occurrence.start.isoformat()}{' !' if entry.occurrence.deadline else ''}"
    return f"{when} {entry.title}"


@given(plan=plans())
def test_each_entry_leads_to_its_item_and_has_days_or_a_reason(plan: Plan) -> None:
    """In every plan that the types allow."""
    nodes = dict(plan.walk())
    for entry in entries(plan, private=True):
        assert nodes[entry.path] == entry.item
        assert (entry.occurrence is None) != (entry.undated is None)


@given(plan=plans())
def test_everything_with_a_time_is_in_the_calendar(plan: Plan) -> None:
    """As often as its times come to; what was done is not, nor are results and what stands in a review."""
    almanac = ALMANAC.for_region(plan.organization.region)
    expected = 0
    reviews = review_paths(plan)
    for path, item in plan.walk():
        if any(path[: len(review)] == review for review in reviews):
            continue
        if isinstance(item, Goal) or (isinstance(item, Activity | WelfareMeasure) and not item.done):
            if item.when is not None:
                resolution = resolve(item.when, plan.period, almanac)
                expected += len(resolution) + len(resolution.undated)
            expected += item.due is not None
            expected += isinstance(item, Activity) and item.when is None and item.due is None

    assert len(entries(plan, private=True)) == expected


@given(plan=plans())
def test_what_concerns_named_persons_is_left_out(plan: Plan) -> None:
    """With the paragraph in which it stands."""
    hidden = private_paths(plan)
    shown = entries(plan)

    def is_hidden(path: Path) -> bool:
        return any(path[: len(owner)] == owner for owner in hidden)

    assert not any(entry.item.private for entry in shown)
    assert shown == tuple(entry for entry in entries(plan, private=True) if not is_hidden(entry.path))
    assert all(isinstance(node, Item | Paragraph) for path, node in plan.walk() if path in hidden)


@given(plan=plans())
def test_the_calendar_is_in_order(plan: Plan) -> None:
    """By day; what has none comes last."""
    found = entries(plan)
    dated = [entry.occurrence for entry in found if entry.occurrence is not None]

    assert [entry.undated is not None for entry in found] == sorted(
        entry.undated is not None for entry in found
    )
    if plan.period.start is not None:
        days = [(each.start, each.end) for each in dated]
        assert days == sorted(days)


def test_a_plan_gives_its_calendar() -> None:
    """Activities, welfare measures and deadlines of goals, out of facts and items alike."""
    plan = Plan(
        period=AUTUMN,
        content=[
            Part(
                heading="主要工作",
                content=[
                    Paragraph(
                        text="9月下旬召开教代会。",
                        facts=[Activity(title="教代会", when=parse_schedule("9月下旬"), words="召开教代会")],
                    ),
                    Activity(title="歌咏比赛", when=parse_schedule("国庆节"), due=dt.date(2026, 10, 10)),
                    Activity(title="总结会"),
                    Activity(title="运动会", when=parse_schedule("5月"), done=True),
                    WelfareMeasure(title="中秋慰问", when=parse_schedule("中秋节前")),
                    WelfareMeasure(title="生日慰问", when=parse_schedule("生日")),
                    WelfareMeasure(title="大病慰问", triggers=["illness"]),
                    WelfareMeasure(title="看望王某", when=parse_schedule("12月"), private=True),
                    Goal(indicator="入会率", when=parse_schedule("年内")),
                    Goal(indicator="培训班", due=dt.date(2026, 11, 30)),
                    Goal(indicator="职工之家", keep=True),
                ],
            )
        ],
    )

    assert [told(entry) for entry in entries(plan)] == [
        "2026-09-18 中秋慰问",
        "2026-09-21 教代会",
        "2026-10-01 歌咏比赛",
        "2026-10-10 ! 歌咏比赛",
        "2026-11-30 ! 培训班",
        "2026-12-31 ! 入会率",
        "not-said 总结会",
        "personal 生日慰问",
    ]
    assert "2026-12-01 看望王某" in map(told, entries(plan, private=True))


def test_without_a_year_months_come_as_in_the_period() -> None:
    """A school year begins in September."""
    plan = Plan(
        period=Period(term=1),
        content=[Activity(title=words, when=parse_schedule(words)) for words in ("1月", "9月", "12月")],
    )

    assert [entry.title for entry in entries(plan)] == ["9月", "12月", "1月"]


def test_the_region_of_the_organization_counts() -> None:
    """Its festivals are known there, and nowhere else."""
    mine = ALMANAC | Almanac(
        festivals=[Festival(name="三月三", rule=FixedDay(4, 1), region="广西壮族自治区")]
    )
    activity = Activity(title="歌圩", when=parse_schedule("三月三"))
    found = {
        region: entries(
            Plan(
                organization=Organization(region=region),
                period=Period(year=2026, half=1),
                content=[activity],
            ),
            mine,
        )[0]
        for region in ("广西壮族自治区南宁市", "山东省")
    }

    assert [told(entry) for entry in found.values()] == ["2026-04-01 歌圩", "free-text 歌圩"]


def test_a_review_looks_back() -> None:
    """What it tells has happened, and is in no calendar."""
    plan = Plan(
        period=AUTUMN,
        content=[
            Part(
                role="review",
                heading="工作",
                content=[Activity(title="健步走", when=parse_schedule("3月8日"))],
            ),
            Part(heading="上半年工作回顾", content=[Goal(indicator="入会率", when=parse_schedule("6月底"))]),
            Part(
                heading="上半年总结和下半年打算",
                content=[Activity(title="运动会", when=parse_schedule("10月"))],
            ),
        ],
    )

    assert [told(entry) for entry in entries(plan)] == ["2026-10-01 运动会"]
