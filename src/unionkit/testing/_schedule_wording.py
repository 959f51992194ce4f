"""How times are built: from what they hold, and from words that say all of it, or less, or something else."""

from __future__ import annotations

from functools import cache
from typing import Any, Final, TypeAlias, TypeVar

from hypothesis import strategies as st

from unionkit.model import MonthPart, Schedule, parse_schedule, schedule_notation

from ._text import lines

T = TypeVar("T")
Entries: TypeAlias = st.SearchStrategy[dict[str, Any]]

VAGUE: Final = ("及时", "适时", "定期", "20xx年下半年", "次年2月", "课余", "根据上级安排", "9")
"""Words about time that are no date."""

WRITTEN: Final = (
    *("9月10号", "二〇二六年九月一日", "2026-09-10", "2028 年 2 月 29 日", "九月初九", "闰六月初一"),
    *("9月1—15日", "2026年12月25日至1月5日", "12月25日—1月5日", "9月上旬至中旬", "9月底到10月8日"),
    *("9月", "九月份", "09月", "12月末", "9月的最后一周", "3-5月", "七、八月份", "12-1月", "今年9月"),
    *("一季度", "2026年第2季度", "四季度底", "今年上半年", "2027年下半年度", "年内", "今年年末", "岁末"),
    *("“五一”", "五·四青年节", "中秋", "十一前夕", "教师节来临之前", "国庆长假期间", "2027年新春"),
    *("两节前夕", "安全生产月", "全国安全生产月期间", "送温暖", "春风行动之后"),
    *("新学期", "开学初", "期末", "开学第一周", "本学期第3周", "第二学期", "2026—2027学年第二学期"),
    *("暑期", "寒、暑假", "2026年暑假期间", "重大节假日", "双休日"),
    *("截至9月底", "11月30日之前", "最迟年底前", "开学前", "暑假前", "一季度末以前"),
    *("每月一次", "每个月第一周", "隔周", "每星期日", "每周二、四下午", "每月10日之前", "每学期至少召开一次"),
    *("9月—11月每月一次", "暑假期间每周", "每月第一个周五", "每周一至周五"),
    *("国庆节至10月底", "一至三季度", "9月至年底"),
    *("每两年一次", "每年教师节", "每逢节假日", "每年6月底前", "每年春节、中秋节", "半年一次"),
    *("逢生日", "会员生日当天", "逢十", "入会日", "退休之际"),
    *("元旦、春节前各开展2次", "“五一”和国庆期间", "3、6、9月", "9月中下旬", "上、下半年各一次"),
    *("母亲节；暑假前", "9、10月底前", "一、三季度", "6月底前、12月底前", "每月5日、15日", "9月10日和15日"),
)
"""Times as people write them, which is mostly not as we would."""


@cache
def _written() -> dict[type, list[Schedule]]:
    """What is written, as times of each kind."""
    times: dict[type, list[Schedule]] = {}
    for words in WRITTEN:
        time = parse_schedule(words)
        times.setdefault(type(time), []).append(time)
    return times


def wordings() -> st.SearchStrategy[str]:
    """Nothing, for the usual words; or words that say less, or another time, or anything; shrinks to nothing."""
    others = (*VAGUE, *WRITTEN, "2月30日", "2026.5")
    return st.one_of(st.just(""), st.just(""), st.sampled_from(others), lines(filled=True))


def worded(cls: type[T], wording: str, entries: dict[str, Any]) -> T:
    """Build a time in words, or in the usual words where there are none."""
    kind: Any = cls
    time: T = kind(wording=wording or schedule_notation(kind(wording="时间", **entries)), **entries)
    return time


def held(**fields: st.SearchStrategy[Any]) -> Entries:
    """What a time holds; shrinks to the least of each."""
    return st.builds(dict, **fields)


def times(cls: type[T], *ways: Entries) -> st.SearchStrategy[T]:
    """Times of a kind that hold one or another, in the usual words or any; shrinks to the first way."""
    return st.builds(worded, st.just(cls), wordings(), st.one_of(ways))


def or_as_written(simplest: str, strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    """The strategy, or times of its kind as people write them; shrinks to that of the simplest words."""
    time: Any = parse_schedule(simplest)
    return st.sampled_from([time, *_written()[type(time)]]) | strategy


NO_YEAR: Final[st.SearchStrategy[int | None]] = st.none()


def edges() -> st.SearchStrategy[MonthPart | None]:
    """All of a time, or its beginning, middle or end."""
    return st.sampled_from((None, MonthPart.BEGINNING, MonthPart.MIDDLE, MonthPart.END))


def years() -> st.SearchStrategy[int | None]:
    """No year, one of these days, or any that a plan can be about; shrinks to none."""
    return st.one_of(st.none(), st.integers(2020, 2035), st.integers(1949, 2100))
