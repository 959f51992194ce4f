"""Times become days: what holds for all of them, and the expressions that a reader should see."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Iterator

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.almanac import (
    ALMANAC,
    Almanac,
    Cause,
    Festival,
    LunarDay,
    MonthDay,
    Position,
    Precision,
    Resolution,
    SchoolYear,
    Season,
    Windows,
    parse_day_rule,
    resolve,
)
from unionkit.model import (
    AtFestival,
    Deadline,
    Every,
    InSeason,
    InTerm,
    InYear,
    Nearness,
    Period,
    Recurrence,
    Schedule,
    SchoolTerm,
    Several,
    Span,
    parse_schedule,
)
from unionkit.testing import periods, schedules

AUTUMN = Period(year=2026, half=2)
SPRING = Period(year=2026, half=1)
NO_YEAR = Period(half=2)


def days(resolution: Resolution) -> list[str]:
    return [
        f"{each.start.isoformat()}/{each.end.isoformat()}"
        if each.start != each.end
        else each.start.isoformat()
        for each in resolution
    ]


def inner(time: Schedule | None) -> Iterator[Schedule]:
    """A time and all that it is made of."""
    if time is None:
        return
    yield time
    match time:
        case Several():
            for member in time.members:
                yield from inner(member)
        case Every():
            yield from inner(time.at)
            yield from inner(time.within)
        case Deadline():
            yield from inner(time.before)
        case Span():
            yield from inner(time.start)
            yield from inner(time.end)


# ---------------------------------------------------------------- what always holds


@given(time=schedules(), period=periods())
def test_no_time_that_the_types_allow_raises(time: Schedule, period: Period) -> None:
    """It comes to days or to a reason, and to the same when asked again; the reasons are worded in both languages."""
    found = resolve(time, period)

    assert found.occurrences or found.undated
    assert pickle.loads(pickle.dumps(found)) == found == resolve(time, period)
    for each in (*found.occurrences, *found.undated):
        assert each.reason.message("zh").strip()
        assert each.reason.message("en").strip()


@given(time=schedules(), period=periods())
def test_every_occurrence_lies_in_the_period_or_says_that_it_does_not(time: Schedule, period: Period) -> None:
    """Position is told by the days alone; they are in order, and without a year where the plan has none."""
    for each in resolve(time, period):
        if period.start is None or period.end is None:
            continue
        assert isinstance(each.start, dt.date)
        assert isinstance(each.end, dt.date)
        assert each.start <= each.end
        inside = period.start <= each.start and each.end <= period.end
        touches = each.start <= period.end and each.end >= period.start
        expected = Position.INSIDE if inside else Position.PARTLY if touches else Position.OUTSIDE
        assert each.position is expected


@given(time=schedules(), period=periods())
def test_recurrences_and_what_is_of_the_period_come_in_order(time: Schedule, period: Period) -> None:
    """By their first day."""
    found = resolve(time, period).occurrences

    if period.start is not None:
        assert list(found) == sorted(found, key=lambda each: each.start)


@given(
    time=schedules(),
    bounds=st.lists(st.dates(dt.date(1960, 1, 1), dt.date(2090, 12, 31)), min_size=4, max_size=4),
)
def test_widening_the_period_never_loses_an_occurrence(time: Schedule, bounds: list[dt.date]) -> None:
    """
    Of those that touch it. A plan for less than four months is for the one term it lies in, though it has only its end;
    两节 and 双节 are other festivals in another plan. These are not asked.
    """
    first, start, end, last = sorted(bounds)
    last = min(last, first.replace(day=1) + dt.timedelta(days=1500))
    start, end = min(start, last), min(end, last)
    for each in inner(time):
        if (end - start).days < 120 and (
            (isinstance(each, InTerm) and each.term is SchoolTerm.THIS)
            or (isinstance(each, Every) and each.recurrence is Recurrence.TERMLY)
        ):
            return
        if isinstance(each, InSeason) and each.season in {"两节", "双节"}:
            return
    narrow = resolve(time, Period(first=start, last=end))
    wide = resolve(time, Period(first=first, last=last))

    kept = {attrs.evolve(each, position=Position.INSIDE) for each in wide}
    touching = [each for each in narrow if each.position is not Position.OUTSIDE]
    assert [each for each in touching if attrs.evolve(each, position=Position.INSIDE) not in kept] == []


@given(
    time=schedules(),
    period=periods(),
    windows=st.builds(Windows, before=st.integers(1, 60), around=st.integers(1, 60)),
)
def test_windows_move_only_what_is_near_something(time: Schedule, period: Period, windows: Windows) -> None:
    """A time in which no nearness is said stands for the same days whatever the windows are."""
    near = any(
        isinstance(each, AtFestival | InSeason) and each.nearness not in (Nearness.ON, Nearness.DURING)
        for each in inner(time)
    )
    if not near:
        assert resolve(time, period, ALMANAC | Almanac(windows=windows)) == resolve(time, period)


# ---------------------------------------------------------------- expressions of real plans


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("9月10日", "2026-09-10 day"),
        ("2026年9月10日", "2026-09-10 day"),
        ("9月中旬", "2026-09-11/2026-09-20 ten-days"),
        ("9月初", "2026-09-01/2026-09-10 ten-days"),
        ("9月底", "2026-09-21/2026-09-30 ten-days"),
        ("9月第二周", "2026-09-08/2026-09-14 week"),
        ("9月最后一周", "2026-09-24/2026-09-30 week"),
        ("七、八月份", "2026-07-01/2026-08-31 month"),
        ("11月至次年2月", "2026-11-01/2027-02-28 month partly"),
        ("9月1日—15日", "2026-09-01/2026-09-15 day"),
        ("9月下旬至10月上旬", "2026-09-21/2026-10-10 ten-days"),
        ("国庆节至10月底", "2026-10-01/2026-10-31 ten-days"),
        ("三季度", "2026-07-01/2026-09-30 quarter"),
        ("四季度末", "2026-12-01/2026-12-31 month"),
        ("下半年", "2026-07-01/2026-12-31 half"),
        ("全年", "2026-01-01/2026-12-31 year partly"),
        ("年底", "2026-12-01/2026-12-31 month"),
        ("教师节", "2026-09-10 day"),
        ("教师节前后", "2026-09-03/2026-09-17 window"),
        ("教师节期间", "2026-09-07/2026-09-13 window"),
        ("中秋节前", "2026-09-18/2026-09-24 window"),
        ("国庆期间", "2026-10-01/2026-10-07 day"),
        ("重阳节", "2026-10-18 day"),
        ("农历九月初九", "2026-10-18 day"),
        ("冬至", "2026-12-22 day"),
        ("元旦前", "2026-12-25/2026-12-31 window"),
        ("两节", "2026-09-25 day assumed|2026-10-01 day assumed"),
        ("冬送温暖", "2026-12-15/2027-02-06 season partly assumed"),
        ("金秋助学", "2026-07-01/2026-10-31 season assumed"),
        ("宪法宣传周", "2026-12-01/2026-12-07 season"),
        ("开学初", "2026-09-01/2026-09-14 window assumed"),
        ("开学第十周", "2026-11-02/2026-11-08 week assumed"),
        ("本学期", "2026-09-01/2027-01-22 term partly assumed"),
        ("暑假期间", "2026-07-04/2026-08-31 term assumed"),
        ("节假日", "2026-09-25/2026-09-27 day|2026-10-01/2026-10-07 day"),
        ("年底前", "2026-12-31 day deadline"),
        ("10月底前", "2026-10-31 day deadline"),
        ("11月30日前", "2026-11-30 day deadline"),
        ("9月前", "2026-08-31 day deadline"),
        ("截至9月", "2026-09-30 day deadline"),
        ("下半年前", "2026-06-30 day outside deadline"),
        ("3月前", "2027-02-28 day outside deadline"),
        ("每学期开学前", "2026-08-31 day deadline assumed"),
        ("每学期末", "2027-01-09/2027-01-22 window outside assumed"),
        ("每学期末前", "2027-01-22 day outside deadline assumed"),
        ("每月中旬前", "2026-07-10 day deadline|2026-08-10 day deadline|2026-09-10 day deadline|2026-10-10 day deadline|2026-11-10 day deadline|2026-12-10 day deadline"),
        ("两节期间", "2026-09-25/2026-09-27 day assumed|2026-10-01/2026-10-07 day assumed"),
        ("七一前夕", "2026-06-24/2026-06-30 window outside"),
        ("12月25日至次年1月5日", "2026-12-25/2027-01-05 day partly"),
        ("暑假前", "2026-07-03 day deadline assumed"),
        ("每季度", "2026-07-01/2026-09-30 quarter|2026-10-01/2026-12-31 quarter"),
        ("每两个月一次", "2026-07-01/2026-08-31 month|2026-09-01/2026-10-31 month|2026-11-01/2026-12-31 month"),
        ("9月—11月每月", "2026-09-01/2026-09-30 month|2026-10-01/2026-10-31 month|2026-11-01/2026-11-30 month"),
        ("每月31日", "2026-07-31 day|2026-08-31 day|2026-10-31 day|2026-12-31 day"),
        ("11月—12月每月10日前", "2026-11-10 day deadline|2026-12-10 day deadline"),
        ("9月每周二", "2026-09-01 day|2026-09-08 day|2026-09-15 day|2026-09-22 day|2026-09-29 day"),
        ("每年教师节", "2026-09-10 day"),
        ("教师节、中秋节、重阳节", "2026-09-10 day|2026-09-25 day|2026-10-18 day"),
        ("三八妇女节", "2027-03-08 day outside"),
        ("3月", "2027-03-01/2027-03-31 month outside"),
        ("2025年10月", "2025-10-01/2025-10-31 month outside"),
    ],
)  # fmt: skip
def test_times_of_a_second_half(words: str, told: str) -> None:
    """Of 2026; what lies behind the period is the next such time."""
    resolution = resolve(parse_schedule(words), AUTUMN)
    marks = [
        (
            each.precision.value,
            "" if each.position is Position.INSIDE else each.position.value,
            "deadline" * each.deadline,
            "assumed" * each.assumed,
        )
        for each in resolution
    ]
    found = [
        " ".join(filter(None, (span, *mark))) for span, mark in zip(days(resolution), marks, strict=True)
    ]

    assert "|".join(found) == told


@pytest.mark.parametrize(
    ("words", "period", "told"),
    [
        ("年底前", SPRING, ["2026-12-31"]),
        ("12月底前", Period(year=2027, quarter=1), ["2027-12-31"]),
        ("10月1日前", SPRING, ["2026-10-01"]),
        ("上半年前", SPRING, ["2025-12-31"]),
        ("元旦前", SPRING, ["2025-12-25/2025-12-31"]),
        ("元旦、春节前", SPRING, ["2025-12-25/2025-12-31", "2026-02-10/2026-02-16"]),
        ("两节", Period(year=2026, term=1), ["2027-01-01", "2027-02-06"]),
        ("本学期", Period(year=2026), ["2026-03-02/2026-07-03", "2026-09-01/2027-01-22"]),
        ("期末", SPRING, ["2026-06-20/2026-07-03"]),
        ("每学期两次", SPRING, ["2026-03-02/2026-07-03"]),
        ("开学第三周", Period(year=2026, quarter=3), ["2026-09-14/2026-09-20"]),
    ],
)
def test_a_plan_looks_ahead_and_knows_its_terms(words: str, period: Period, told: list[str]) -> None:
    """A deadline in another half is the coming one, but for the eve of the plan; what is near a day in it is meant."""
    assert days(resolve(parse_schedule(words), period)) == told


@pytest.mark.parametrize(
    ("words", "period", "cause"),
    [
        ("生日", AUTUMN, Cause.PERSONAL),
        ("退休时", AUTUMN, Cause.PERSONAL),
        ("及时", AUTUMN, Cause.FREE_TEXT),
        ("定期", AUTUMN, Cause.FREE_TEXT),
        ("适时、2月30日", AUTUMN, Cause.FREE_TEXT),
        ("每两年一次", AUTUMN, Cause.WHICH_ONE),
        ("每两个学期一次", AUTUMN, Cause.WHICH_ONE),
        ("每月31日", Period(first=dt.date(2026, 2, 1), last=dt.date(2026, 2, 28)), Cause.NO_OCCURRENCE),
        ("农历八月三十", AUTUMN, Cause.NO_SUCH_DAY),
        ("闰六月初一", AUTUMN, Cause.NO_SUCH_DAY),
        ("2月29日", SPRING, Cause.NO_SUCH_DAY),
        ("开学第25周", AUTUMN, Cause.NO_SUCH_DAY),
        ("国庆节至中秋节", AUTUMN, Cause.REVERSED),
        ("教师节", Period(year=1980), Cause.NO_SUCH_DAY),
        ("中秋节", NO_YEAR, Cause.NO_YEAR),
        ("国庆期间", NO_YEAR, Cause.NO_YEAR),
        ("母亲节", NO_YEAR, Cause.NO_YEAR),
        ("每周二", NO_YEAR, Cause.NO_YEAR),
        ("每月最后一个周五", NO_YEAR, Cause.NO_YEAR),
        ("期末", NO_YEAR, Cause.NO_YEAR),
    ],
)  # fmt: skip
def test_times_without_a_day_say_why(words: str, period: Period, cause: Cause) -> None:
    """And what they are about."""
    found = resolve(parse_schedule(words), period)

    assert found.occurrences == ()
    assert [(each.cause, each.wording) for each in found.undated] == [(cause, words)]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("9月10日", ["--09-10"]),
        ("教师节前后", ["--09-03/--09-17"]),
        ("9月中旬", ["--09-11/--09-20"]),
        ("每季度", ["--07-01/--09-30", "--10-01/--12-31"]),
        ("年底前", ["--12-31"]),
        ("2月", ["--02-01/--02-29"]),
        ("安全生产月", ["--06-01/--06-30"]),
        ("国家宪法日", ["--12-04"]),
        ("2026年9月10日", ["2026-09-10"]),
    ],
)
def test_without_a_year_month_and_day_are_told_where_they_are_certain(words: str, told: list[str]) -> None:
    """29 February stands for the end of February; a year that the words name is kept."""
    assert days(resolve(parse_schedule(words), NO_YEAR)) == told


def test_a_day_without_a_year_is_outside_by_its_month() -> None:
    """So a festival of the other half is seen without a year."""
    positions = {
        words: resolve(parse_schedule(words), NO_YEAR).occurrences[0].position
        for words in ("3月8日", "9月", "全年", "2026年3月1日")
    }

    assert positions == {
        "3月8日": Position.OUTSIDE,
        "9月": Position.INSIDE,
        "全年": Position.PARTLY,
        "2026年3月1日": Position.OUTSIDE,
    }
    assert MonthDay(9, 10).isoformat() == "--09-10"


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        ("重阳节", "重阳节 = 农历九月初九", "Double Ninth Festival = lunar 9/9"),
        ("中秋节前", "中秋节 = 农历八月十五，前 7 天", "Mid-Autumn Festival = lunar 8/15, 7 days before"),
        ("国庆期间", "国庆节放假 10月1日至7日（国办发明电〔2025〕7号）", "National Day: days off 1 to 7 October (国办发明电〔2025〕7号)"),
        ("开学初", "秋季学期按默认校历，前 14 天", "autumn term by the default school calendar, the first 14 days"),
        ("年底前", "年底前 = 不迟于12月31日", "not later than 31 December"),
    ],
)  # fmt: skip
def test_the_reason_says_why_these_days(words: str, zh: str, en: str) -> None:
    """In both languages."""
    (found,) = resolve(parse_schedule(words), AUTUMN)

    assert (found.reason.message("zh"), found.reason.message("en")) == (zh, en)


# ---------------------------------------------------------------- what others bring


def test_days_off_that_nobody_has_announced_are_those_of_the_law_and_say_so() -> None:
    """No guess that looks official."""
    (found,) = resolve(parse_schedule("国庆期间"), Period(year=2027, half=2))

    assert (found.start, found.end) == (dt.date(2027, 10, 1), dt.date(2027, 10, 3))
    assert found.assumed
    assert "历书没有 2027 年的放假安排" in found.reason.zh


def test_windows_are_values_that_others_may_set() -> None:
    """Of what is near a festival, and of the parts of a term."""
    wide = ALMANAC | Almanac(windows=Windows(before=10, around=2, opening=5))

    assert days(resolve(parse_schedule("中秋节前"), AUTUMN, wide)) == ["2026-09-15/2026-09-24"]
    assert days(resolve(parse_schedule("教师节前后"), AUTUMN, wide)) == ["2026-09-08/2026-09-12"]
    assert days(resolve(parse_schedule("开学初"), AUTUMN, wide)) == ["2026-09-01/2026-09-05"]


def test_words_that_only_an_almanac_knows_are_read_by_it() -> None:
    """A festival of a pack or a region stands under `when` like any other."""
    more = ALMANAC | Almanac(
        festivals=[Festival(name="校庆日", rule=parse_day_rule("10月18日"), aliases=["校庆"])],
        seasons=[Season(name="敬老月", first=parse_day_rule("10月1日"), last=parse_day_rule("10月31日"))],
    )

    assert days(resolve(parse_schedule("校庆日"), AUTUMN, more)) == ["2026-10-18"]
    assert days(resolve(parse_schedule("校庆前后"), AUTUMN, more)) == ["2026-10-11/2026-10-25"]
    assert days(resolve(parse_schedule("敬老月"), AUTUMN, more)) == ["2026-10-01/2026-10-31"]
    assert days(resolve(parse_schedule("校庆日、中秋节"), AUTUMN, more)) == ["2026-09-25", "2026-10-18"]
    assert days(resolve(parse_schedule("2026年“校庆日”前夕"), AUTUMN, more)) == ["2026-10-11/2026-10-17"]
    assert days(resolve(parse_schedule("每年校庆日"), AUTUMN, more)) == ["2026-10-18"]
    assert resolve(parse_schedule("校庆日"), AUTUMN).undated[0].cause is Cause.FREE_TEXT
    assert resolve(parse_schedule("校庆日、及时"), AUTUMN, more).undated[0].cause is Cause.FREE_TEXT


def test_a_festival_nobody_knows_says_what_to_do() -> None:
    """It may be named in a structured time."""
    time = AtFestival(wording="开斋节", festival="开斋节")

    (why,) = resolve(time, AUTUMN).undated
    assert why.cause is Cause.UNKNOWN_NAME
    assert "历书数据" in why.reason.zh


def test_terms_of_a_region_win_over_the_default() -> None:
    """And say whose they are."""
    told = SchoolYear(
        year=2026,
        region="山东省",
        autumn_from=dt.date(2026, 8, 31),
        autumn_to=dt.date(2027, 1, 24),
        spring_from=dt.date(2027, 2, 22),
        spring_to=dt.date(2027, 7, 9),
        source="山东省教育厅校历",
    )
    with_it = ALMANAC | Almanac(school_years=[told])
    (here,) = resolve(parse_schedule("开学第一周"), AUTUMN, with_it.for_region("山东省济南市"))
    (elsewhere,) = resolve(parse_schedule("开学第一周"), AUTUMN, with_it.for_region("河南省"))

    assert (here.start, here.end, here.assumed) == (dt.date(2026, 8, 31), dt.date(2026, 9, 6), False)
    assert "山东省教育厅校历" in here.reason.zh
    assert elsewhere.assumed


def test_the_years_at_the_edge_of_the_table_are_no_exception() -> None:
    """What lies behind it says so."""
    found = resolve(parse_schedule("2100年冬送温暖"), Period(year=2100))
    last = resolve(AtFestival(wording="春节", festival="春节"), Period(year=2100, half=2))

    assert found.occurrences or found.undated
    assert last.occurrences[0].position is Position.OUTSIDE


def test_times_of_each_are_told() -> None:
    """How often in these days."""
    (termly,) = [
        each for each in resolve(parse_schedule("每学期两次"), AUTUMN) if each.start > dt.date(2026, 8, 1)
    ]
    several = resolve(parse_schedule("春节、中秋节各两次"), AUTUMN)
    yearly = resolve(Every(wording="每年两次", recurrence=Recurrence.YEARLY, times=2), AUTUMN)

    assert (termly.times, termly.precision) == (2, Precision.TERM)
    assert {each.times for each in several} == {2}
    assert [each.times for each in yearly] == [2]


def test_the_year_of_words_counts_for_times_made_of_others() -> None:
    """A deadline or a span of another year is outside."""
    deadline = parse_schedule("2025年底前")
    assert isinstance(deadline, Deadline)
    assert isinstance(deadline.before, InYear)

    assert days(resolve(deadline, AUTUMN)) == ["2025-12-31"]
    assert days(resolve(parse_schedule("2026年12月25日至2027年1月5日"), AUTUMN)) == ["2026-12-25/2027-01-05"]


def test_a_lunar_rule_counts_the_last_day_of_the_month() -> None:
    """除夕 is the 29th in years without a 30th."""
    eve = LunarDay(12, -1)

    assert [eve.days(year) for year in (2024, 2025, 2026)] == [
        (dt.date(2024, 2, 9),),
        (dt.date(2025, 1, 28),),
        (dt.date(2026, 2, 16),),
    ]
