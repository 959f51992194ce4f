"""The notation of times: what is a date, what stays text, and what is refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given

from unionkit.errors import (
    ImpossibleValueError,
    InvalidTextError,
    InvalidValueError,
    NotationError,
    WrongTypeError,
)
from unionkit.model import (
    AtFestival,
    Every,
    FreeText,
    InMonths,
    MonthPart,
    Nearness,
    OnDay,
    Recurrence,
    Schedule,
    parse_schedule,
)
from unionkit.testing import lines, schedules

DAYS = {
    "9月10日": (None, 9, 10),
    "9 月 10 日": (None, 9, 10),
    "9月10号": (None, 9, 10),
    "2026年9月10日": (2026, 9, 10),
    "2026 年 9 月 1 日": (2026, 9, 1),
    "2026-09-10": (2026, 9, 10),
    "2026-9-1": (2026, 9, 1),
    "2月29日": (None, 2, 29),
    "2028年2月29日": (2028, 2, 29),
    " 9月10日\u3000": (None, 9, 10),
}
MONTHS = {
    "9月": (9, 9, None),
    "9月份": (9, 9, None),
    "09月": (9, 9, None),
    "9月上旬": (9, 9, MonthPart.FIRST_TEN),
    "9月中旬": (9, 9, MonthPart.SECOND_TEN),
    "9月份下旬": (9, 9, MonthPart.LAST_TEN),
    "9月初": (9, 9, MonthPart.BEGINNING),
    "9月中": (9, 9, MonthPart.MIDDLE),
    "12月底": (12, 12, MonthPart.END),
    "3月—5月": (3, 5, None),
    "3-5月": (3, 5, None),
    "3至5月份": (3, 5, None),
    "3月到5月": (3, 5, None),
    "9月～11月": (9, 11, None),
}
FESTIVALS = {
    "中秋节": ("中秋节", Nearness.ON),
    "中秋": ("中秋节", Nearness.ON),
    "十一": ("国庆节", Nearness.ON),
    "“五一”": ("劳动节", Nearness.ON),
    "教师节当天": ("教师节", Nearness.ON),
    "“三八”妇女节": ("妇女节", Nearness.ON),
    "五一前夕": ("劳动节", Nearness.BEFORE),
    "春节前": ("春节", Nearness.BEFORE),
    "春节之前": ("春节", Nearness.BEFORE),
    "教师节前后": ("教师节", Nearness.AROUND),
    "国庆期间": ("国庆节", Nearness.DURING),
}
RECURRENCES = {
    "每月": Recurrence.MONTHLY,
    "每个月": Recurrence.MONTHLY,
    "每季度": Recurrence.QUARTERLY,
    "每半年": Recurrence.HALF_YEARLY,
    "每年": Recurrence.YEARLY,
}
FREE = [
    *(
        "及时",
        "适时",
        "全年",
        "长期",
        "常年坚持",
        "开学后第一个月",
        "会员生日当天",
        "待定",
        "根据上级安排",
        "视情况",
    ),
    *("每月底前", "每月5日", "9月10日前", "9月10-12日", "11月至次年2月", "一季度", "九月", "年底前", "近期"),
    *(
        "9",
        "09",
        "9.10",
        "null",
        "~",
        "月",
        "前夕",
        "节前后",
        "0年1月1日",
        "9月 " * 40,
        "9月" + " " * 100_000 + "底",
    ),
]


@pytest.mark.parametrize(("wording", "date"), DAYS.items())
def test_days(wording: str, date: tuple[int | None, int, int]) -> None:
    """A day, with its year where the words name one."""
    year, month, day = date

    assert parse_schedule(wording) == OnDay(wording=wording, year=year, month=month, day=day)


@pytest.mark.parametrize(("wording", "months"), MONTHS.items())
def test_months(wording: str, months: tuple[int, int, MonthPart | None]) -> None:
    """A month, a part of it, or several months in a row."""
    first, last, part = months

    assert parse_schedule(wording) == InMonths(wording=wording, first=first, last=last, part=part)


@pytest.mark.parametrize(("wording", "meant"), FESTIVALS.items())
def test_festivals(wording: str, meant: tuple[str, Nearness]) -> None:
    """A festival by any of its names, and the days near it."""
    festival, nearness = meant

    assert parse_schedule(wording) == AtFestival(wording=wording, festival=festival, nearness=nearness)


@pytest.mark.parametrize(("wording", "recurrence"), RECURRENCES.items())
def test_recurrences(wording: str, recurrence: Recurrence) -> None:
    """How often something returns."""
    assert parse_schedule(wording) == Every(wording=wording, recurrence=recurrence)


@pytest.mark.parametrize("wording", FREE, ids=lambda wording: wording[:20])
def test_words_that_are_no_date_stay_text(wording: str) -> None:
    """They are kept, and say that they are no date."""
    assert parse_schedule(wording) == FreeText(wording=wording)


@pytest.mark.parametrize("wording", [*DAYS, *MONTHS, *FESTIVALS, *RECURRENCES])
def test_free_text_that_is_a_date_cannot_be_built(wording: str) -> None:
    """There is one way to say it."""
    with pytest.raises(ImpossibleValueError):
        FreeText(wording=wording)


@pytest.mark.parametrize(
    ("wording", "error"),
    [
        ("2月30日", ImpossibleValueError),
        ("2027年2月29日", ImpossibleValueError),
        ("0000年1月1日", ImpossibleValueError),
        ("13月", ImpossibleValueError),
        ("0月", ImpossibleValueError),
        ("5-3月", ImpossibleValueError),
        ("2026-13-01", ImpossibleValueError),
        ("2026/9/10", NotationError),
        ("2026.9", NotationError),
        ("", WrongTypeError),
        (" \u3000", WrongTypeError),
        ("9月\n10日", InvalidTextError),
        (9, WrongTypeError),
    ],
)
def test_impossible_times_are_refused(wording: str, error: type[Exception]) -> None:
    """Not kept as free text: somebody has mistyped them."""
    with pytest.raises(error):
        parse_schedule(wording)


@given(schedule=schedules())
def test_a_time_keeps_its_words(schedule: Schedule) -> None:
    """What was written is kept to the character; reading it again gives an equal value or is refused."""
    try:
        again = parse_schedule(schedule.wording)
    except InvalidValueError:
        return

    assert again.wording == schedule.wording


@given(text=lines(filled=True))
def test_any_words_are_a_time_or_refused(text: str) -> None:
    """No other exception comes out."""
    with suppress(InvalidValueError):
        assert parse_schedule(text).wording == text
