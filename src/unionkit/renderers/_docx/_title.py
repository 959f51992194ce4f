"""
Where the lines of a long title break.

GB/T 9704-2012, 7.3.1: a title of several lines breaks between words, and its lines form a trapezoid (梯形) or a rhomb
(菱形). Every place between two characters has its price, every shape too, and the cheapest lines are taken: a break
behind the name of a body costs nothing, one between words of the field little, one within 《》 or a number so much
that it is taken only where a line would not fit without it. Words are told by a list of those that titles of plans are
made of; no dictionary is needed for the few lines that a title has.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import inf
from typing import Final

from unionkit.renderers._width import width

from ._measures import TITLE_LINE

_UNIT: Final = 4
"""Lengths are measured in quarters of a character."""

_LINE: Final = _UNIT * TITLE_LINE
"""What a line holds."""

_GAP: Final = 1
"""What some word processors leave between Chinese and Latin characters, whatever the document says."""

_SHAPED: Final = 5
"""So many lines can be a trapezoid or a rhomb; more are filled evenly."""

# Prices. Only their order and rough distance matter.

_ANYWHERE: Final = 13
"""Between two characters of which nothing is known."""

_EDGE: Final = 5
"""So much cheaper at the edge of a word that is known."""

_COSTLY: Final = 25
"""From here on a break is a fault, which no shape makes good."""

_IN_NAME: Final = 14
_IN_WORD: Final = 60
_IN_ABOUT: Final = 20
_BEFORE_PARTICLE: Final = 50
_IN_MARKS: Final = 50
_IN_NUMBER: Final = 80
_MARK: Final = 120
_IN_CHARACTER: Final = 500

_SHORT_LINE: Final = 2 * _UNIT

_SHORT: Final = 80
"""A first or last line of one or two characters."""

_HOURGLASS: Final = 40
"""A line that grows again after one that shrank."""

_EXTRA_LINE: Final = 20
"""A line more than the title needs."""

# Few titles are long enough to need the patterns: `re` compiles them, and keeps them, when one is.

_BODIES: Final = (
    "工会委员会 工会联合会 联合工会 总工会 委员会 联合会 工会 分会 公司 集团 街道 社区 机关 大学 学院 中学 小学 学校"
    " 幼儿园 医院"
)
"""Words that names of bodies end in; none of them begins a line while the name fits on it."""

_VERBS: Final = "关于 印发 开展 加强 推进 深化 落实 做好 组织 举办 召开 实施 创建 成立 进一步 贯彻"

_KINDS: Final = (
    "工作计划 工作要点 工作方案 工作安排 工作总结 工作报告 工作回顾 工作规划 实施方案 实施意见 实施细则 活动方案"
    " 活动计划 行动计划 行动方案 经费预算 任务分解表"
)

_WORDS: Final = (
    "产业工人队伍建设改革 教职工代表大会 职工代表大会 会员代表大会 女职工委员会 经费审查委员会 新就业形态 劳动和技能竞赛 产业工人队伍 基层工会 职工之家"
    " 职工书屋 教职工 女教职工 女职工 农民工 困难职工 职工 会员 劳动者 劳模 工匠 教师 职代会 教代会 民主管理 厂务公开 校务公开"
    " 会务公开 集体协商 劳动保护 劳动竞赛 劳动关系 技能竞赛 安全生产 权益维护 帮扶救助 思想政治 高质量 心理健康 法律援助"
    " 送温暖 送清凉 金秋助学 疗休养 文体活动 读书活动 系列活动 志愿服务 自身建设 组织建设 队伍建设 素质提升 规范化"
    " 上半年 下半年 年度 学年 学期 全国 全省 全市 全县 全区 全校 全镇 全体 实验 中心 第一 第二 第三 十四五 十五五"
    " 工作 活动 计划 要点 方案 安排 通知 意见 报告 总结 回顾 办法 规划 预算 决定 清单 情况 建设 改革 发展 服务 管理 维权 慰问"
    " 帮扶 宣传 教育 培训 引领 普惠 竞赛 健康 文化 体育 经费 财务 审查 审计 法律 权益 保障 关爱 和谐 民主 公开 协商 基层"
    " 工程 项目 专项 重点 任务 分工 落实 表彰 先进 模范 创新 学习 宣讲 调研 督查 考核 有限 责任 股份 联合 人民 教育局"
    " 市级 省级 区级 县级 校级 系统 行业 企业 园区 单位 代表大会 工会组织 各级工会 困难帮扶 困难职工帮扶 先进集体 先进个人"
    " 职工之家建设 规范化建设 三年行动计划 重点任务分工 文体 疗养"
)

_LATIN: Final = r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ\u00c0-\u024f\u0370-\u052f]"
_UNITS: Final = "学年度|年度|学年|周年|年|月份|月|日|届|次|期|季度|学期|周|个|名|人|项|条|户|万元|亿元|元|小时|课时|级|号|岁|[%％]"
_NUMBER: Final = (
    rf"{_LATIN}+(?:[-.,:&/+_'’—–～~]+{_LATIN}+)*(?:{_UNITS})?|第[一二三四五六七八九十百〇零]+(?:{_UNITS})?"
    rf"|[一二三四五六七八九十百〇零]+(?:{_UNITS})"
)
_SCHOOL: Final = (
    "(?:第[一二三四五六七八九十]+)?(?:实验|中心|职业|师范)?(?:中学|小学|学校|学院|大学|幼儿园|医院)"
)
_CONGRESS: Final = (
    "第[一二三四五六七八九十]+[次届](?:全国|会员|职工|教职工|女职工|工会会员)?(?:代表大会|代表会议|会员大会)"
)
_SYSTEM: Final = "(?:全[国省市县区镇乡校])?(?:教育|卫生健康|卫生|医疗|政法|金融|交通运输|交通|公安|财贸|水利|农业|文化|税务)系统"
_DISTRICT: Final = "(?:(?!全|各|关于|[的和与及])[一-鿿]){2,4}?(?:省|市|县|区|镇|乡|街道|社区)(?![域场级])"

_SEAM: Final = (
    "(?<=工会委员会|工会联合会)(?![的和及与、])|(?:(?<=总工会)|(?<=联合工会))(?![委联的和及与、])|(?<=[^总合]工会)(?=关于|[“《\\d])"
    "|(?<=年度|半年|学期|季度)(?![的和及与、])|(?<=年)(?=工会)"
    r"|(?<![\d—－～~-])(?=\d{4}[年—－～~-])"
    "|(?=关于|《)|(?<=》)(?![的和及与、])|(?<=[、的])"
)
"""Behind the name of a body, a year or a half; before a year, before 关于 and a title in marks."""

_TIED: Final = (
    (r"(?<=年)(?=[上下]半年|第?[一二三四]季度|[春秋]季)|(?<=学年)(?=第|[上下]学期)", 9),
    (
        "(?<=[省市县区镇])(?=第[一二三四五六七八九十])|(?=中学|小学|学校|学院|大学|医院|公司|集团|街道|社区)",
        9,
    ),
    ("(?<=工会)(?=第[一二三四五六七八九十]+[次届])", 15),
    (r"(?<=年)(?=\d+月)|(?<=月)(?=\d+日)|(?<=关于|印发)|(?<=[和及与])", 20),
    ("(?=[的地得和及与暨或等、])", _BEFORE_PARTICLE),
    (r"(?=[，。、；：？！）》〉”’〕】)\]},.;:?!%％—…·])|(?<=[（《〈“‘〔【(\[{])", _MARK),
    ("(?=[\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\u3099\u309a])|(?<=\u200d)", _IN_CHARACTER),
)
"""Places where a break costs more than elsewhere: the two sides belong together."""

_IN_WHOLE: Final = (
    ("《[^》]{0,40}》|“[^”]{0,40}”|（[^）]{0,40}）", _IN_MARKS),
    ("关于[^《]{1,40}?的", _IN_ABOUT),
    (
        rf"(?:^|(?<=《))(?:(?!{_VERBS.replace(' ', '|')}|工作|[\d《》“（])[^\n]){{0,40}}(?:{_BODIES.replace(' ', '|')})",
        _IN_NAME,
    ),
)
"""What no line break may part while it fits on a line."""


def title_lines(text: str) -> list[str]:
    """Return the lines of the title, each of which fits: as few as hold it, of the best shape that its words allow."""
    if 2 * width(text) + _GAP * len(text) <= _LINE:
        return [text]
    ends = _ends(text)
    if ends[-1] <= _LINE:
        return [text]
    costs = _costs(text, ends)
    return [text[start:end] for start, end in pairwise((0, *_cuts(ends, costs), len(text)))]


def _ends(text: str) -> list[int]:
    """Where each character ends on an endless line."""
    lengths = [2 * width(character) for character in text]
    for match in re.finditer(rf"(?<=[一-鿿])(?={_LATIN})|(?<={_LATIN})(?=[一-鿿])", text):
        lengths[match.start()] += _GAP
    return [0, *accumulate(lengths)]


def _costs(text: str, ends: Sequence[int]) -> list[int]:
    """What a break before each character costs."""
    costs = [_ANYWHERE] * (len(text) + 1)
    for start, end, cost in _words(text):
        costs[start] -= _EDGE
        costs[end] -= _EDGE
        long = ends[end] - ends[start] > _LINE
        for at in range(start + 1, end):
            costs[at] = _ANYWHERE if long else cost
    for match in re.finditer(_SEAM, text):
        at = match.start()
        costs[at] = min(costs[at], 0 if costs[at] < _COSTLY else _COSTLY)
    for pattern, cost in _TIED:
        for match in re.finditer(pattern, text):
            costs[match.start()] += cost
    for pattern, cost in _IN_WHOLE:
        for match in re.finditer(pattern, text):
            start, end = match.span()
            if ends[end] - ends[start] <= _LINE:
                for at in range(start + 1, end):
                    costs[at] += cost
    for at, (before, after) in enumerate(pairwise(ends)):
        if before == after:  # a combining mark
            costs[at] += _IN_CHARACTER
    return costs


def _words(text: str) -> Iterator[tuple[int, int, int]]:
    """Where the known words and numbers begin and end, and what a break within costs."""
    known = "|".join(sorted(f"{_BODIES} {_VERBS} {_KINDS} {_WORDS}".split(), key=len, reverse=True))
    for match in re.finditer(f"{_SCHOOL}|{_CONGRESS}|{_SYSTEM}|({_NUMBER})|{known}|{_DISTRICT}", text):
        yield *match.span(), _IN_NUMBER if match[1] else _IN_WORD


def _cuts(ends: Sequence[int], costs: Sequence[int]) -> tuple[int, ...]:
    """Where the lines end, the last one apart."""
    fewest = -(-ends[-1] // _LINE)
    found: tuple[float, tuple[int, ...]] | None = None
    for count in range(fewest, _SHAPED + 1):
        extra = _EXTRA_LINE * (count - fewest)
        if found and found[0] <= extra:
            break
        # No way through a place that costs more than a whole way can be better than that way: the places that cost
        # little come first, and after that only those that could still win.
        best = found[0] - extra if found else inf
        for limit in _COSTLY, inf:
            if limit == inf and best <= _COSTLY:
                break
            shaped = _shaped(ends, costs, count, min(limit, best), best)
            if shaped:
                best, cuts = shaped
                found = best + extra, cuts
    if found and found[0] < _COSTLY * max(fewest - 1, 2):
        return found[1]
    filled = _filled(ends, costs)
    return min(
        (found[1], filled) if found else (filled,),
        key=lambda cuts: sum(_EXTRA_LINE + costs[at] for at in cuts),
    )


def _step_cost(step: int) -> float:
    """What it costs that a line is so much longer than its neighbour: 2 to 6 characters are good."""
    characters = round(2 * step / _UNIT) / 2  # the gaps around digits are no difference that anyone sees
    if characters < 1:
        return 30 - 20 * characters
    if characters < 2:
        return 14 - 4 * characters
    return abs(characters - 4) / 2 + 3 * max(characters - 6, 0)


_STEPS: Final = [_step_cost(step) for step in range(_LINE)]


def _shaped(
    ends: Sequence[int], costs: Sequence[int], count: int, limit: float, budget: float
) -> tuple[float, tuple[int, ...]] | None:
    """
    Return the price and the ends of `count` lines that fit and have the best shape, breaking where it costs less than
    `limit`; None if so few cannot hold it, or only for `budget` or more.

    The shape of what is behind a line depends on where that line begins and ends and whether the lines shrink already,
    so that the best way to each such state is all that is kept.
    """
    last = len(ends) - 1
    places = [at for at in range(1, last) if costs[at] < limit]
    heights = [ends[at] for at in places]
    short_tail = ends[-1] - _SHORT_LINE
    # (width of the last line, where it ends, whether lines shrink) → (price, ends of the lines)
    states: dict[tuple[int, int, bool], tuple[float, tuple[int, ...]]] = {(-1, 0, False): (0, ())}
    for left in range(count - 1, -1, -1):
        following: dict[tuple[int, int, bool], tuple[float, tuple[int, ...]]] = {}
        lowest = ends[-1] - left * _LINE
        for (above, start, shrinks), (price, cuts) in states.items():
            base = ends[start]
            if left:
                first = bisect_left(heights, max(lowest, base + 1))
                candidates = places[first : bisect_left(heights, base + _LINE + 1)]
            else:
                candidates = [last] if ends[-1] - base <= _LINE else []
            for at in candidates:
                taken = ends[at] - base
                paid = price + (costs[at] if left else 0)
                shrinking = shrinks
                if above < 0:
                    paid += _SHORT if taken <= _SHORT_LINE else 0
                else:
                    paid += _STEPS[abs(taken - above)]
                    shrinking = shrinks or taken < above
                    if shrinks and taken > above:
                        paid += _HOURGLASS
                    if not left and base >= short_tail:
                        paid += _SHORT
                if paid >= budget:
                    continue
                key = (taken, at, shrinking)
                known = following.get(key)
                if known is None or paid < known[0]:
                    following[key] = paid, (*cuts, at) if left else cuts
        states = following
    return min(states.values(), default=None)


def _filled(ends: Sequence[int], costs: Sequence[int]) -> tuple[int, ...]:
    """Return the ends of the lines of a title that is too long for a shape: nearly full, the last one not short."""
    last = len(ends) - 1
    prices = [0.0]
    froms = [0]
    lines = [_EXTRA_LINE + (_LINE - taken) ** 2 / 160 for taken in range(_LINE + 1)]
    last_lines = [price + _SHORT * (taken <= _SHORT_LINE) for taken, price in enumerate(lines)]
    earliest = 0
    for at in range(1, last + 1):
        height = ends[at]
        while height - ends[earliest] > _LINE:
            earliest += 1
        line = lines if at < last else last_lines
        price, start = min(
            (prices[start] + line[height - ends[start]], start) for start in range(earliest, at)
        )
        prices.append(price + costs[at])
        froms.append(start)
    cuts: list[int] = []
    at = froms[last]
    while at:
        cuts.append(at)
        at = froms[at]
    return tuple(reversed(cuts))
