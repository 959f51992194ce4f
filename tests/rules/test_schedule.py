"""The rules about times: what each finds in which period, and what only looks as if it broke the rule."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit import Kit
from unionkit.almanac import (
    ALMANAC,
    Almanac,
    Festival,
    HolidayYear,
    LunarDay,
    Season,
    parse_day_rule,
    resolve,
)
from unionkit.files import load_plan
from unionkit.model import (
    Activity,
    FreeText,
    Organization,
    Paragraph,
    Period,
    Plan,
    chinese_number,
    format_path,
    parse_schedule,
)
from unionkit.rules import RULES, Check, Finding, Passage, Severity, check_plan
from unionkit.rules import _calendar as calendar
from unionkit.testing import activities, goals, periods, plans, schedules, welfare_measures

SCHEDULE = [rule for rule in RULES if rule.family == "schedule"]
RULE = {rule.code: rule for rule in SCHEDULE}
CODES = sorted(RULE)

H1, H2, YEAR = "{year: 2026, half: 1}", "{year: 2026, half: 2}", "{year: 2026}"
AUTUMN, SPRING = "{year: 2026, term: 1}", "{year: 2025, term: 2}"
ANY_H1, ANY_H2, NONE = "{half: 1}", "{half: 2}", "{}"

BROKEN = [
    ("UK401", H2, "- {activity: 登山, when: 4月中旬}"),
    ("UK401", H2, "- {activity: 登山, when: 上半年}"),
    ("UK401", H2, "- {activity: 登山, when: 2026年3月8日}"),
    ("UK401", H2, "- {activity: 登山, when: 2025年9月}"),
    ("UK401", H2, "- {activity: 登山, when: 1月}"),
    ("UK401", H1, "- {activity: 总结会, when: 年底}"),
    ("UK401", H1, "- {activity: 总结会, when: 12月20日前}"),
    ("UK401", H2, "- {welfare: 体检, when: 3月—5月}"),
    ("UK401", H2, "- {welfare: 体检, due: 2026-05-31}"),
    ("UK401", H2, "- {goal: 换届, due: 2027-01-15}"),
    ("UK401", H2, "- {goal: 换届, when: 6月底前}"),
    ("UK401", H2, "- {activity: 大会, when: 4月、10月各一次}"),
    ("UK401", AUTUMN, "- {activity: 培训, when: 春季学期开学初}"),
    ("UK401", ANY_H2, "- {activity: 登山, when: 4月中旬}"),
    ("UK401", ANY_H1, "- {activity: 登山, when: 9月10日}"),
    ("UK401", H1, "- {goal: 换届, when: 2025年12月底前}"),
    ("UK401", H1, "- {goal: 换届, when: 11月底前}"),
    ("UK401", H1, "- {activity: 总结会, when: 12月底前}"),
    ("UK401", "{year: 2026, quarter: 3}", "- {goal: 走访, when: 12月至次年2月}"),
    ("UK401", "{quarter: 3}", "- {goal: 走访, when: 12月25日至次年1月5日}"),
    ("UK401", H1, "- {goal: 走访, when: 2026年12月至2027年2月}"),
    ("UK401", H2, "- {activity: 端午节包粽子, when: 5月31日}"),
    ("UK401", H2, "- {activity: 端午节包粽子, when: 5月}"),
    ("UK402", H2, "- {activity: 健步走, when: 三八妇女节}"),
    ("UK402", H2, "- {activity: 表彰, when: 五一前夕}"),
    ("UK402", H2, "- {welfare: 慰问, when: 端午节}"),
    ("UK402", H2, "- {welfare: 慰问, when: 元宵节}"),
    ("UK402", H1, "- {welfare: 慰问, when: 中秋节}"),
    ("UK402", H1, "- {activity: 登山, when: 重阳节、国庆节}\n- {activity: 会, when: 元旦}"),
    ("UK402", H2, "- {activity: 竞赛, when: 安全生产月}"),
    ("UK402", H1, "- {goal: 走访, when: 教师节前}"),
    ("UK402", "{year: 2026, quarter: 3}", "- {welfare: 慰问, when: 春节}"),
    ("UK402", "{year: 2026, quarter: 2}", "- {welfare: 慰问, when: 元旦前}"),
    ("UK402", "{year: 2026, quarter: 4}", "- {activity: 歌会, when: 七一前夕}"),
    ("UK402", H1, "- {activity: 歌会, when: 国庆前夕}"),
    ("UK402", H1, "- {activity: 歌会, when: 2025年元旦前}"),
    ("UK402", ANY_H2, "- {activity: 歌会, when: 五一前后}"),
    ("UK402", "{year: 2026, quarter: 4}", "- {activity: 竞赛, when: 安全生产月前}"),
    ("UK402", ANY_H1, "- {welfare: 慰问, when: 中秋节}"),
    ("UK402", ANY_H2, "- {welfare: 慰问, when: 清明节}"),
    ("UK402", ANY_H2, "- {welfare: 慰问, when: 妇女节}"),
    ("UK403", H2, "- {activity: 甲, when: 10月17日, participants: 100}\n- {activity: 乙, when: 10月17日, participants: 约200人}"),
    ("UK403", H2, "- {activity: 甲, when: 9月1日、10月17日, participants: 100}\n- {activity: 乙, when: 2026年10月17日, participants: 100}"),
    ("UK403", ANY_H2, "- {activity: 甲, when: 10月17日, participants: 100}\n- {activity: 乙, when: 10月17日, participants: 100}"),
    ("UK403", H2, "- {activity: 甲, when: 10月23日—25日, participants: 300}\n- {activity: 乙, when: 10月24日, participants: 100}"),
    ("UK403", H2, "- {activity: 甲, when: 10月25日, participants: 300}\n- {activity: 乙, when: 10月23日—25日, participants: 100}"),
    ("UK403", H2, "- {activity: 甲, when: 10月30日至11月1日, participants: 300}\n- {activity: 乙, when: 10月26日至11月1日, participants: 100}"),
    ("UK403", ANY_H2, "- {activity: 甲, when: 10月23日—25日, participants: 300}\n- {activity: 乙, when: 10月24日, participants: 100}"),
    ("UK403", "{from: 2025-12-01, to: 2026-01-31}", "- {activity: 甲, when: 12月30日至次年1月2日, participants: 300}\n- {activity: 乙, when: 2026年1月2日, participants: 100}"),
    ("UK404", H2, "- {activity: 登山, when: 10月10日}"),
    ("UK404", H2, "- {activity: 登山, when: 9月20日上午, consent: false}"),
    ("UK404", H2, "- {activity: 登山, when: 9月19日至20日}"),
    ("UK404", H2, "- {activity: 登山, when: 10月9日—10月10日}"),
    ("UK404", H2, "- {activity: 登山, when: 10月4日—10日}"),
    ("UK404", YEAR, "- {activity: 登山, when: 2月14日、3月1日}"),
    ("UK407", H2, "- {activity: 学习, when: 3月—5月每月}"),
    ("UK407", "{from: 2026-02-01, to: 2026-02-28}", "- {welfare: 走访, when: 每月31日}"),
    ("UK407", "{from: 2026-08-01, to: 2026-08-20}", "- {activity: 总结, when: 每学期末}"),
    ("UK408", H2, "- {activity: 换届, when: 11月, due: 2026-10-31}"),
    ("UK408", H2, "- {welfare: 走访, when: 国庆节期间, due: 2026-09-30}"),
    ("UK408", H2, "- {goal: 走访, when: 12月下旬, due: 2026-12-20}"),
    ("UK408", H2, "- {activity: 换届, when: 10月、11月, due: 2026-09-30}"),
    ("UK408", H2, "- {activity: 学习, when: 9月—11月每月, due: 2026-08-31}"),
    ("UK409", H2, "- 中秋节（10月6日）慰问会员。"),
    ("UK409", H2, "- 10月6日（中秋节）慰问会员。"),
    ("UK409", H2, "- 10月6日（星期二）中秋节、10月6日中秋节，慰问会员。"),
    ("UK409", H2, "- 2026年10月6日（中秋）慰问会员。"),
    ("UK409", H2, "- 重阳节（10月29日，星期三）走访退休教师。"),
    ("UK409", H1, "- 端午（5月31日）包粽子。"),
    ("UK409", H1, "- 清明节（4月4日）祭扫。"),
    ("UK409", H1, "- 母亲节(5月11日)插花。"),
    ("UK409", H2, "- {activity: 中秋节（10月6日）联欢}"),
    ("UK409", H2, "- 中秋节（8月1日）慰问。"),
    ("UK409", H2, "- 重阳节10月29日，走访退休教师。"),
    ("UK409", H2, "- 2026年中秋节10月6日放假。"),
    ("UK409", H2, "- 2026年中秋节为10月6日，提前慰问。"),
    ("UK409", H2, "- 中秋节是10月6日。"),
    ("UK409", H2, "- 中秋节（10.6）慰问会员。"),
    ("UK409", H2, "- 中秋节（2026.10.6）、重阳节（10/29）慰问会员。"),
    ("UK409", H2, "- 中秋（十月六日）慰问会员；十月二十九日（重阳节）登高。"),
    ("UK409", H2, "- 26年中秋节（10月6日）慰问会员。"),
    ("UK409", H2, "- 教师节、中秋节（10月6日）慰问会员。"),
    ("UK409", "{year: 2026, quarter: 4}", "- {welfare: 中秋慰问, when: 10月6日}"),
    ("UK409", "{year: 2026, quarter: 3}", "- {welfare: 中秋慰问, when: 10月6日}"),
    ("UK409", YEAR, "- 元宵节（2月30日）灯会。"),
    ("UK409", H2, "- {text: 写清楚。, facts: [{welfare: 中秋慰问, when: 10月6日}]}"),
    ("UK409", H2, "- {welfare: 重阳节走访, when: 10月29日}"),
    ("UK409", H2, "- {activity: 中秋联欢, when: 10月}"),
    ("UK409", H2, "- {activity: 中秋联欢, when: 10月上旬}"),
    ("UK409", H1, "- {activity: 端午包粽子, when: 2026年5月31日}\n- {activity: 元宵灯会, when: 2月12日}"),
    ("UK410", "{year: 2099}", "- {activity: 篮球赛, when: 国庆节期间}"),
    ("UK410", "{year: 2099}", "- {activity: 值班, when: 节假日}"),
    ("UK410", "{year: 2099}", "- {activity: 登山, when: 10月10日}"),
    ("UK411", "{year: 2027}", "- {activity: 大会, when: 2月29日}"),
    ("UK411", "{year: 2026}", "- {activity: 大会, when: 农历八月三十}"),
    ("UK411", "{year: 2026}", "- {activity: 大会, when: 闰六月初一}"),
    ("UK411", H2, "- {activity: 听课, when: 本学期第25周}"),
    ("UK411", H2, "- {activity: 展演, when: {wording: 国庆节至中秋节, start: 国庆节, end: 中秋节}}"),
    ("UK411", "{year: 1980}", "- {welfare: 慰问, when: 教师节}"),
    ("UK411", "{year: 1980}", "- {goal: 走访, when: 教师节、国庆节}"),
    ("UK412", H2, "- {activity: 登山, when: 第五季度}"),
    ("UK412", NONE, "- {goal: 走访, when: 开斋节}"),
    ("UK412", H2, "- {welfare: 走访, when: {festival: 开斋节, wording: 开斋节}}"),
]  # fmt: skip
SOUND = [
    ("UK401", H2, "- {activity: 登山, when: 10月中旬}"),
    ("UK401", H2, "- {activity: 登山, when: 4月中旬, done: true}"),
    ("UK401", H2, "- {result: 入会, when: 6月份}"),
    ("UK401", H2, "- {heading: 上半年工作回顾, content: [{activity: 登山, when: 4月}]}"),
    ("UK401", H2, "- {role: review, content: [{text: 话。, facts: [{activity: 登山, when: 4月}]}]}"),
    ("UK401", H2, "- {activity: 走访, when: 12月至次年2月}"),
    ("UK401", H2, "- {activity: 走访, when: 全年}"),
    ("UK401", H2, "- {activity: 走访, when: 每年3月}"),
    ("UK401", H2, "- {activity: 走访, when: 三八妇女节}"),
    ("UK401", H2, "- {activity: 听课, when: 期末}"),
    ("UK401", H2, "- {activity: 听课, when: 学期末前}"),
    ("UK401", H2, "- {activity: 家访, when: 寒假期间}"),
    ("UK401", H1, "- {activity: 家访, when: 暑假前}"),
    ("UK401", H2, "- {welfare: 走访, when: 农历腊月廿三}"),
    ("UK401", H1, "- {goal: 入会率, target: '>= 90%', when: 年底前}"),
    ("UK401", H1, "- {goal: 入会率, target: '>= 90%', due: 2026-12-31}"),
    ("UK401", ANY_H1, "- {goal: 入会率, target: '>= 90%', due: 2026-12-31}"),
    ("UK401", H1, "- {goal: 入会率, target: '>= 90%', when: 12月底前}"),
    ("UK401", H1, "- {goal: 入会率, target: '>= 90%', when: 2026年12月底前}"),
    ("UK401", ANY_H1, "- {goal: 入会率, target: '>= 90%', when: 12月底前}"),
    ("UK401", H1, "- {goal: 入会率, target: '>= 90%', when: 不迟于第四季度}"),
    ("UK401", H1, "- {goal: 走访, when: 12月至次年2月}"),
    ("UK401", H1, "- {welfare: 走访, when: 12月25日至次年1月5日}"),
    ("UK401", ANY_H1, "- {activity: 走访, when: 12月至次年2月}"),
    ("UK401", "{year: 2026, quarter: 3}", "- {welfare: 中秋慰问, when: 10月6日}"),
    ("UK401", H2, "- {activity: 走访, when: 适时}"),
    ("UK401", AUTUMN, "- {activity: 联欢, when: 1月中旬}"),
    ("UK401", NONE, "- {activity: 联欢, when: 1月中旬, due: 2026-01-31}"),
    ("UK402", H2, "- {welfare: 慰问, when: 中秋节}"),
    ("UK402", H2, "- {welfare: 慰问, when: 元旦、春节前}"),
    ("UK402", H2, "- {welfare: 慰问, when: 春节}"),
    ("UK402", H2, "- {welfare: 慰问, when: 两节期间}"),
    ("UK402", H2, "- {welfare: 慰问, when: 送温暖期间}"),
    ("UK402", AUTUMN, "- {welfare: 慰问, when: 春节}"),
    ("UK402", SPRING, "- {welfare: 慰问, when: 春节}"),
    ("UK402", "{year: 2024, term: 2}", "- {welfare: 慰问, when: 春节前}"),
    ("UK402", H2, "- {welfare: 招聘会, when: 春风行动期间}"),
    ("UK402", H1, "- {activity: 歌会, when: 七一}"),
    ("UK402", "{year: 2027, half: 1}", "- {welfare: 慰问, when: 元旦春节前夕}"),
    ("UK402", "{year: 2027, half: 1}", "- {welfare: 慰问, when: 元旦前}"),
    ("UK402", "{year: 2027, half: 1}", "- {welfare: 慰问, when: 元旦、春节前}"),
    ("UK402", "{year: 2027, half: 1}", "- {welfare: 慰问, when: 2027年元旦前}"),
    ("UK402", ANY_H1, "- {welfare: 慰问, when: 元旦前}"),
    ("UK402", H2, "- {activity: 歌会, when: 七一前夕}"),
    ("UK402", "{from: 2026-06-01, to: 2026-12-31}", "- {activity: 竞赛, when: 安全生产月前}"),
    ("UK402", H2, "- {activity: 走访, when: 每年三八节}"),
    ("UK402", H2, "- {activity: 健步走, when: 三八妇女节, done: true}"),
    ("UK402", H2, "- {activity: 健步走, when: 三月女神节}"),
    ("UK402", ANY_H2, "- {welfare: 慰问, when: 中秋节}"),
    ("UK402", ANY_H2, "- {welfare: 慰问, when: 春节}"),
    ("UK402", ANY_H2, "- {welfare: 慰问, when: 元旦}"),
    ("UK402", ANY_H1, "- {activity: 歌会, when: 七一}"),
    ("UK402", NONE, "- {welfare: 慰问, when: 中秋节}"),
    ("UK403", H2, "- {activity: 甲, when: 10月17日, participants: 100}\n- {activity: 乙, when: 10月18日, participants: 100}"),
    ("UK403", H2, "- {activity: 甲, when: 10月17日, participants: 100}\n- {activity: 乙, when: 10月17日, participants: 99}"),
    ("UK403", H2, "- {activity: 甲, when: 10月23日—25日, participants: 300}\n- {activity: 乙, when: 10月26日, participants: 100}"),
    ("UK403", ANY_H2, "- {activity: 甲, when: 10月23日—25日, participants: 300}\n- {activity: 乙, when: 10月26日, participants: 100}"),
    ("UK403", H2, "- {activity: 甲, when: 10月1日—31日, participants: 300}\n- {activity: 乙, when: 10月17日, participants: 100}"),
    ("UK403", H2, "- {activity: 甲, when: 10月18日—25日, participants: 300}\n- {activity: 乙, when: 10月24日, participants: 100}"),
    ("UK403", H2, "- {activity: 甲, when: 国庆节至10月5日, participants: 300}\n- {activity: 乙, when: 10月3日, participants: 100}"),
    ("UK403", "{}", "- {activity: 甲, when: 12月25日至次年2月28日, participants: 300}\n- {activity: 乙, when: 12月25日, participants: 100}"),
    ("UK403", H2, "- {activity: 甲, when: 10月17日, participants: 100}\n- {activity: 甲, when: 10月17日, participants: 100}"),
    ("UK403", H2, "- {activity: 甲, when: 10月17日前, participants: 100}\n- {activity: 乙, when: 10月17日前, participants: 100}"),
    ("UK403", H2, "- {activity: 甲, when: 教师节, participants: 100}\n- {activity: 乙, when: 教师节, participants: 100}"),
    ("UK403", H2, "- {activity: 甲, when: 10月, participants: 100}\n- {activity: 乙, when: 10月, participants: 100}"),
    ("UK403", H2, "- {activity: 甲, when: 每天, participants: 100}\n- {activity: 乙, when: 10月17日, participants: 100}"),
    ("UK403", H2, "- {activity: 甲, when: 10月17日, participants: 100, done: true}\n- {activity: 乙, when: 10月17日, participants: 100}"),
    ("UK403", H2, "- {activity: 甲, when: 10月17日, participants: 120户}\n- {activity: 乙, when: 10月17日, participants: 100}"),
    ("UK403", H2, "- {activity: 甲, due: 2026-10-17, participants: 100}\n- {activity: 乙, when: 10月17日, participants: 100}"),
    ("UK403", H2, "- {welfare: 体检, when: 10月17日, headcount: 100}\n- {activity: 乙, when: 10月17日, participants: 100}"),
    ("UK404", H2, "- {activity: 登山, when: 10月17日}"),
    ("UK404", H2, "- {activity: 登山, when: 10月10日, consent: true}"),
    ("UK404", H2, "- {activity: 登山, when: 10月10日前}"),
    ("UK404", H2, "- {activity: 登山, when: 10月17日—18日}"),
    ("UK404", H2, "- {activity: 登山, when: 9月1日—30日}"),
    ("UK404", H2, "- {activity: 登山, when: 9月19日至20日, consent: true}"),
    ("UK404", H2, "- {activity: 登山, when: 10月10日晚上}"),
    ("UK404", H2, "- {activity: 召开教代会, when: 10月10日}"),
    ("UK404", H2, "- {activity: 工会委员会会议, when: 10月10日}"),
    ("UK404", H2, "- {activity: 登山, when: 10月10日, host: 县总工会}"),
    ("UK404", H2, "- {activity: 打球, when: 每周六}"),
    ("UK404", H2, "- {activity: 打球, when: 周末}"),
    ("UK404", H2, "- {welfare: 走访, when: 10月10日}"),
    ("UK404", "{year: 2016, half: 2}", "- {activity: 登高, when: 重阳节}"),
    ("UK404", ANY_H2, "- {activity: 登山, when: 10月10日}"),
    ("UK407", H2, "- {activity: 学习, when: 9月—11月每月}"),
    ("UK407", H2, "- {activity: 学习, when: 每月31日}"),
    ("UK407", H2, "- {activity: 学习, when: 每年3月}"),
    ("UK407", H1, "- {activity: 总结, when: 每年年底}"),
    ("UK407", "{from: 2026-09-01, to: 2026-12-31}", "- {activity: 总结, when: 每学期末}"),
    ("UK408", H2, "- {activity: 换届, when: 10月, due: 2026-10-31}"),
    ("UK408", H2, "- {activity: 换届, when: 11月, due: 2026-11-01}"),
    ("UK408", H2, "- {activity: 换届, when: 10月底前, due: 2026-10-15}"),
    ("UK408", H2, "- {activity: 换届, when: 9月、11月, due: 2026-10-31}"),
    ("UK408", H2, "- {activity: 换届, when: 学期末, due: 2026-12-31}"),
    ("UK408", H2, "- {activity: 换届, when: 3月, due: 2026-12-31}"),
    ("UK408", H2, "- {activity: 换届, when: 11月、适时, due: 2026-10-31}"),
    ("UK408", ANY_H2, "- {activity: 换届, when: 11月, due: 2026-10-31}"),
    ("UK409", H2, "- 中秋节（9月25日）慰问会员。"),
    ("UK409", H2, "- 中秋节（9月20日）慰问会员。"),
    ("UK409", H2, "- 中秋节（10月6日前）慰问会员。"),
    ("UK409", H2, "- 中秋节10月6日前慰问会员；中秋节10月6日前后走访。"),
    ("UK409", H2, "- 国庆节、中秋节10月6日；国庆中秋节10月6日放假。"),
    ("UK409", H2, "- 国庆、中秋（10月3日）慰问，国庆节、中秋节（10月5日）走访，教师节和中秋节（9月10日）座谈。"),
    ("UK409", H2, "- 重阳节10月18日，2026年中秋节为9月25日，中秋节（9.25），中秋（九月二十五日）。"),
    ("UK409", H2, "- 中秋节10月12日，走访；中秋节（10.12）走访；中秋节（十月十二日）走访。"),
    ("UK409", H2, "- 重阳（九月九日）登高，九月九日（重阳节）登高，中秋（八月十五日）赏月，除夕（十二月三十日）守岁。"),
    ("UK409", H2, "- 2025年中秋节（10月6日）走访了120户；2025年中秋节为10月6日。"),
    ("UK409", H2, "- 中秋节（10.6万元）慰问；中秋节（106户）走访；农历十月六日（中秋）；闰十月六日中秋节。"),
    ("UK409", H2, "- {activity: 端午节包粽子, when: 5月31日}"),
    ("UK409", H2, "- {activity: 端午节包粽子, when: 5月}"),
    ("UK409", H2, "- 10月6日中秋节后走访，10月6日召开中秋座谈会。"),
    ("UK409", H2, "- 国庆节（10月6日）文艺汇演；10月1日至10月6日（中秋节）放假。"),
    ("UK409", H2, "- 去年中秋节（10月6日）走访了120户。"),
    ("UK409", H2, "- 2025年中秋节（2025年10月6日）走访了120户；25年10月6日（中秋节）联欢。"),
    ("UK409", H2, "- {role: review, content: [中秋节（10月6日）走访了120户。]}"),
    ("UK409", H2, "- 重阳节（农历九月初九）走访退休教师；农历9月9日（重阳节）登高。"),
    ("UK409", H2, "- 重阳节（9月9日）走访退休教师。"),
    ("UK409", H2, "- 春节（2月6日）前走访。"),
    ("UK409", H2, "- 小年（2月11日）送福。"),
    ("UK409", H1, "- 春节（2月17日）、元宵节（3月3日）、清明（4月5日）、母亲节（5月10日）、端午节（6月19日）。"),
    ("UK409", SPRING, "- 春节（2月17日）慰问。"),
    ("UK409", H2, "- {welfare: 中秋节慰问, when: 9月17日}"),
    ("UK409", H2, "- {welfare: 中秋节慰问, when: 9月}"),
    ("UK409", "{year: 2025, half: 2}", "- {welfare: 中秋节慰问, when: 9月}"),
    ("UK409", "{year: 2025, half: 1}", "- {welfare: 端午节慰问, when: 6月上旬}"),
    ("UK409", H2, "- {welfare: 中秋国庆慰问, when: 10月1日}"),
    ("UK409", H2, "- {welfare: 中秋重阳走访, when: 10月6日}"),
    ("UK409", H2, "- {welfare: 中秋节后走访, when: 10月6日}"),
    ("UK409", H2, "- {welfare: 中秋节慰问, when: 9月—10月}"),
    ("UK409", H2, "- {welfare: 中秋节慰问, when: 11月}"),
    ("UK409", H2, "- {welfare: 中秋节慰问, when: 农历八月十五}"),
    ("UK409", H2, "- {welfare: 中秋节慰问, when: 10月6日, done: true}"),
    ("UK409", H2, "- {welfare: 国庆慰问, when: 10月6日}"),
    ("UK409", H2, "- {welfare: 中秋节慰问, when: 2025年10月6日}"),
    ("UK409", YEAR, "- {activity: 元宵灯会, when: 2月29日}"),
    ("UK409", H2, "- 9月1日中秋节、国庆节慰问方案定稿；9月1日中秋节。"),
    ("UK409", H2, "- {welfare: 春节慰问, when: 12月}"),
    ("UK409", H1, "- {activity: 母亲节插花, when: 5月9日}"),
    ("UK409", ANY_H2, "- 中秋节（10月6日）慰问会员。"),
    ("UK410", "{year: 2026}", "- {activity: 篮球赛, when: 国庆节期间}"),
    ("UK410", "{year: 2099}", "- {activity: 篮球赛, when: 国庆节前后}"),
    ("UK410", "{year: 2099}", "- {activity: 篮球赛, when: 教师节期间}"),
    ("UK410", "{year: 2099}", "- {activity: 篮球赛, when: 10月10日, consent: true}"),
    ("UK410", "{year: 2099}", "- {activity: 篮球赛, when: 10月}"),
    ("UK410", "{year: 2099}", "- {activity: 篮球赛, when: 10月9日}"),
    ("UK410", "{year: 2099}", "- {activity: 召开教代会, when: 10月10日}"),
    ("UK410", "{year: 2099}", "- {activity: 篮球赛, when: 10月10日晚上}"),
    ("UK410", "{year: 2099}", "- {welfare: 慰问, when: 10月10日}"),
    ("UK410", ANY_H2, "- {activity: 篮球赛, when: 国庆节期间}"),
    ("UK411", "{year: 2028}", "- {activity: 大会, when: 2月29日}"),
    ("UK411", "{year: 2025}", "- {activity: 大会, when: 闰六月初一}"),
    ("UK411", "{year: 2025}", "- {activity: 展演, when: {wording: 国庆节至中秋节, start: 国庆节, end: 中秋节}}"),
    ("UK411", H2, "- {activity: 听课, when: 本学期第18周}"),
    ("UK411", H2, "- {activity: 学习, when: 3月—5月每月}"),
    ("UK411", H2, "- {activity: 走访, when: 适时}"),
    ("UK411", ANY_H1, "- {activity: 大会, when: 2月29日}"),
    ("UK411", "{year: 1990}", "- {welfare: 慰问, when: 教师节}"),
    ("UK412", H2, "- {activity: 走访, when: 适时}"),
    ("UK412", H2, "- {activity: 走访, when: 第三季度}"),
    ("UK412", H2, "- {activity: 走访, when: 第五季度, done: true}"),
    ("UK412", H2, "- {role: review, content: [{activity: 走访, when: 第五季度}]}"),
    ("UK412", NONE, "- {activity: 走访, when: 中秋节}"),
    ("UK412", H2, "- {activity: 走访, when: 会员生日}"),
]  # fmt: skip


def found(period: str, content: str, *, sector: str = "", **kept: object) -> list[Finding]:
    """What the rules about times find in some content."""
    organization = f"organization: {{name: 清河工会, sector: {sector or chr(39) * 2}}}\n"
    plan = load_plan(f"{organization}period: {period}\ncontent:\n{content}")
    return list(check_plan(plan, SCHEDULE, **kept))


def codes(findings: list[Finding]) -> list[str]:
    """Their codes, in order."""
    return [each.code for each in findings]


@pytest.mark.parametrize(("code", "period", "content"), BROKEN)
def test_a_rule_finds_what_breaks_it(code, period, content):
    """And no other rule of the family has anything to say."""
    assert set(codes(found(period, content))) == {code}


@pytest.mark.parametrize(("code", "period", "content"), SOUND)
def test_a_rule_lets_near_misses_pass(code, period, content):
    """What looks as if it broke the rule does not."""
    assert code not in codes(found(period, content))


WORKING = [
    ("school", "when: 10月21日"),
    ("enterprise", "when: 10月21日, kind: meeting"),
    ("enterprise", "when: 10月21日下午"),
    ("school", "when: 每周三下午"),
    ("school", "when: 每月10日"),
    ("school", "when: 9月5日、9月7日"),
    ("enterprise", "when: 7月21日"),
    ("hospital", "when: 10月21日"),
    ("institution", "when: 10月21日"),
    ("enterprise", "when: 10月21日—23日, participants: 300"),
    ("enterprise", "when: 10月16日至18日"),  # from a Friday
    ("school", "when: 10月17日—19日"),  # to a Monday
]
OFF = [
    ("", "when: 10月21日"),
    ("agency", "when: 10月21日"),
    ("town", "when: 10月21日"),
    ("school", "when: 10月24日"),  # a Saturday
    ("school", "when: 10月24日—25日"),
    ("enterprise", "when: 10月8日至30日"),
    ("enterprise", "when: 10月21日—23日, kind: publicity"),
    ("enterprise", "when: 10月21日, kind: inspection"),
    ("enterprise", "when: 10月21日, kind: donation"),
    ("enterprise", "when: 2027年3月3日—5日"),
    ("school", "when: 10月5日"),  # a holiday
    ("school", "when: 7月21日"),  # in the summer holiday
    ("school", "when: 10月21日晚上"),
    ("school", "when: 10月21日前"),
    ("school", "when: 10月下旬"),
    ("school", "when: 每周六"),
    ("school", "when: 每月上旬"),
    ("school", "when: 每月10日前"),
    ("school", "when: 每周"),
    ("school", "when: 每天"),
    ("school", "when: 2027年3月3日"),
    ("school", "when: 10月21日, kind: visit"),
    ("school", "when: 10月21日, host: 县总工会"),
    ("school", "when: 10月21日, done: true"),
]


@pytest.mark.parametrize(("sector", "told"), WORKING)
def test_working_hours_need_consent(sector, told):
    """A warning where there is none, a word where nothing is said, silence where it was given; once an activity."""
    refused, unsaid, given = (
        found(H2, f"- {{activity: 气排球赛, {told}{consent}}}", sector=sector)
        for consent in (", consent: false", "", ", consent: true")
    )

    assert [(each.code, each.severity) for each in refused] == [("UK405", Severity.WARNING)]
    assert [(each.code, each.severity) for each in unsaid] == [("UK406", Severity.INFO)]
    assert given == []


@pytest.mark.parametrize("consent", ["", ", consent: false"])
@pytest.mark.parametrize(("sector", "told"), OFF)
def test_time_off_needs_none(sector, told, consent):
    """Nor does what is no certain working day, or takes nobody from work."""
    findings = codes(found(H2, f"- {{activity: 气排球赛, {told}{consent}}}", sector=sector))

    assert not {"UK405", "UK406"} & set(findings)


@pytest.mark.parametrize("kind", ["visit", "inspection", "publicity", "donation"])
def test_what_is_the_work_of_a_few_needs_no_consent(kind):
    """Neither on a working day nor on one that is worked instead of another; a meeting does on both."""

    def said(kind: str) -> list[str]:
        told = f"kind: {kind}, consent: false"
        content = f"- {{activity: 甲, when: 10月21日, {told}}}\n- {{activity: 乙, when: 10月10日, {told}}}"
        return codes(found(H2, content, sector="enterprise"))

    assert said(kind) == []
    assert said("meeting") == ["UK405", "UK404"]


@pytest.mark.parametrize("title", ["召开教代会", "职工代表大会", "工会委员会会议", "工会委员会例会"])
def test_staff_congress_and_committee_may_meet_in_working_hours(title):
    """The one is the employer's own, to the other the law gives three days a month."""
    assert found(H2, f"- {{activity: {title}, when: 10月21日, consent: false}}", sector="school") == []


def test_a_school_does_not_work_in_its_holidays():
    """A make-up day before 春节 is none to it; to a factory it is."""
    content = "- {activity: 联欢, when: 2月14日}"

    assert codes(found(YEAR, content, sector="enterprise")) == ["UK404"]
    assert codes(found(YEAR, content, sector="school")) == []


@pytest.mark.parametrize(
    ("year", "title", "when", "expected"),
    [
        (2024, "女职工健步走", "三八妇女节", []),
        (2024, "“三八”健步走", "3月8日", []),
        (2024, "妇女权益讲座", "3月7日", ["UK405"]),
        (2024, "全员健步走", "三八妇女节", ["UK405"]),
        (2026, "五四青年座谈会", "5月4日", []),
        (2023, "五四青年座谈会", "5月4日", []),
        (2023, "青年联谊会", "青年节", []),
        (2023, "女职工座谈会", "5月4日", ["UK405"]),
        (2023, "退役军人座谈会", "8月1日", ["UK405"]),
        (2024, "师德报告会", "教师节", ["UK405"]),
    ],
)
def test_half_a_day_off_is_for_those_who_have_it(year, title, when, expected):
    """Women on 8 March, young people on 4 May; soldiers are not members, and all others are at work."""
    content = f"- {{activity: {title}, when: {when}, consent: false}}"

    assert codes(found(f"{{year: {year}}}", content, sector="enterprise")) == expected


def test_what_is_set_for_a_festival_is_not_asked_for_consent():
    """It is mostly kept near it, unless consent was refused."""
    assert found("{year: 2024}", "- {activity: 报告会, when: 教师节}", sector="school") == []


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_examples_of_both_kinds(code):
    """UK405 and UK406 have tables of their own."""
    own = {"UK405", "UK406"}

    assert code in {each for each, _, _ in BROKEN} | own
    assert code in {each for each, _, _ in SOUND} | own


# ---------------------------------------------------------------- what findings say, and where they point


def test_a_finding_says_the_days_the_period_and_what_to_do():
    """At the time, in its words."""
    (first, second, third) = found(
        H2,
        "- {activity: 登山, when: 4月中旬}\n"
        "- {text: 端午慰问。, facts: [{welfare: 端午慰问, when: 端午节, words: 端午慰问}]}\n"
        "- {goal: 换届, due: 2027-01-15}",
    )

    assert format_path(first.path) == "$.content[0].when"
    assert first.words == "4月中旬"
    assert first.message("zh") == (
        "“登山”的时间“4月中旬”（4月11日至20日）不在计划期（2026年下半年）内；请改时间，或移到那一期的计划。"
    )
    assert "(04-11 to 04-20)" in first.message("en")
    assert "(the second half of 2026)" in first.message("en")
    assert format_path(second.path) == "$.content[1].facts[0].when"
    assert "端午节（2026年6月19日）不在计划期" in second.message("zh")
    assert format_path(third.path) == "$.content[2].due"
    assert "2027年1月15日" in third.message("zh")


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ("{half: 2}", "（下半年）", "(the second half of the year)"),
        ("{year: 2027, half: 2}", "（2027年下半年）", "(the second half of 2027)"),
        ("{quarter: 4}", "（第四季度）", "(quarter 4 of the year)"),
        ("{term: 1}", "（第一学期）", "(the autumn term)"),
        ("{year: 2026, term: 1}", "（2026—2027学年第一学期）", "(the autumn term of 2026–2027)"),
        (
            "{from: 2026-09-01, to: 2026-12-31}",
            "（2026年9月1日至2026年12月31日）",
            "(2026-09-01 to 2026-12-31)",
        ),
    ],
)
def test_a_period_is_named_in_the_language_of_the_message(period, zh, en):
    """With or without a year."""
    (finding,) = found(period, "- {activity: 登山, when: 4月中旬}")

    assert zh in finding.message("zh")
    assert en in finding.message("en")


def test_a_year_that_lasts_a_whole_plan_is_named_too():
    """A plan without any period is for some year; only what recurs can miss it."""
    text = "- {activity: 学习, when: {wording: 二月, every: monthly, month_day: 31, within: 2月}}"
    findings = found(NONE, text)

    assert [each.message("zh") for each in findings] == [
        "“学习”的时间“二月”在计划期（一年）内一次也没有；请核对时间。"
    ]


def test_the_right_day_of_a_festival_is_told():
    """And in which year it was on the other one; the date is what the finding points at."""
    (wrong, far) = found(H2, "- 10月6日开会，中秋节（10月6日）慰问，重阳（11月30日）走访。")

    assert (wrong.words, wrong.nth) == ("10月6日", 2)
    assert wrong.message("zh") == "2026年的中秋节是9月25日，不是10月6日（那是2025年的日期）；请改正。"
    assert "(that was its day in 2025)" in wrong.message("en")
    assert far.message("zh") == "2026年的重阳节是10月18日，不是11月30日；请改正。"


def test_the_right_month_of_a_festival_is_told():
    """At the time of the activity."""
    (finding,) = found(H2, "- {activity: 中秋联欢, when: 10月}")

    assert format_path(finding.path) == "$.content[0].when"
    assert finding.message("zh") == "2026年的中秋节是9月25日，不是10月（那是2025年的日期）；请改正。"
    assert finding.message("en") == (
        "In 2026, Mid-Autumn Festival is on 09-25, not October (that was its day in 2025); correct it."
    )


def test_festivals_and_seasons_are_named_in_the_language_of_the_message():
    """Those of a user as the user calls them; a name that nobody knows stays as it is."""
    ours = Almanac(festivals=[Festival(name="校庆日", rule=LunarDay(3, 3), en="Founders' Day")])
    findings = found(
        "{year: 2026, quarter: 4}",
        "- {activity: 会, when: 三八妇女节}\n- {activity: 会, when: 安全生产月}\n- {activity: 会, when: 校庆日前}",
        almanac=ALMANAC | ours,
    )

    assert [each.message("en").partition(" but ")[2].partition(" is outside")[0] for each in findings] == [
        "Women's Day (2026-03-08)",
        "Work Safety Month (06-01 to 06-30)",
        "Founders' Day (2026-04-19)",
    ]
    assert "而校庆日（2026年4月19日）不在计划期" in findings[2].message("zh")


def test_quotation_marks_in_what_the_plan_says_become_inner_ones():
    """In the message; the words that the finding points at stay as they are."""
    (finding,) = found(H2, "- {activity: “中国梦”歌会, when: “五一”前夕}")

    assert finding.words == "“五一”前夕"
    assert finding.message("zh").startswith("“‘中国梦’歌会”定在“‘五一’前夕”，而劳动节（2026年5月1日）不在")


def test_a_festival_of_a_named_year_is_told_with_its_day():
    """Not with the days before it."""
    (finding,) = found(H1, "- {activity: 会, when: 2025年国庆前}")

    assert "而国庆节（2025年10月1日）不在计划期" in finding.message("zh")


def test_what_has_no_day_says_so():
    """In either language."""
    (finding,) = found("{year: 2027}", "- {activity: 大会, when: 2月29日}")

    assert finding.message("zh").startswith("找不到“大会”的时间“2月29日”是哪一天：")
    assert finding.message("en").startswith("“大会” is set for “2月29日”, for which there is no day: ")


def test_half_of_the_members_are_many():
    """Or of the staff, where the members are not known."""

    def clash(told: str, people: int) -> bool:
        event = f"{{activity: 会%s, when: 10月17日, participants: {people}}}"
        plan = f"organization: {told}\nperiod: {H2}\ncontent: [{event % '一'}, {event % '二'}]"
        return "UK403" in codes(list(check_plan(load_plan(plan), SCHEDULE)))

    assert clash("{members: 60}", 30)
    assert not clash("{members: 60}", 29)
    assert clash("{staff: 60}", 30)
    assert not clash("{staff: 100, members: 80}", 39)
    assert not clash("{members: 0}", 5)


def test_a_span_that_meets_two_others_names_each_once():
    """On the first day that they share."""
    event = "- {activity: %s, when: %s, participants: 150}\n"
    told = (("甲", "10月19日—21日"), ("乙", "10月22日"), ("丙", "10月20日—23日"))
    findings = found(H2, "".join(event % each for each in told))

    assert [each.message("zh").partition("，")[0] for each in findings] == [
        "“丙”与“甲”都在2026年10月20日",
        "“丙”与“乙”都在2026年10月22日",
    ]


def test_of_three_on_one_day_the_later_two_name_the_first():
    """Private ones stay out of it."""
    event = "- {activity: %s, when: 10月17日, participants: 150%s}\n"
    findings = found(
        H2,
        "".join(
            event % each for each in (("慰问某人", ", private: true"), ("甲", ""), ("乙", ""), ("丙", ""))
        ),
    )

    assert [each.message("zh").partition("都")[0] for each in findings] == ["“乙”与“甲”", "“丙”与“甲”"]
    assert [format_path(each.path) for each in findings] == ["$.content[2].when", "$.content[3].when"]


def test_years_without_days_off_are_told_once():
    """With the count, at the first time; never as more than something to know, and without a guess."""
    content = (
        "- {activity: 登山, when: 10月10日}\n"
        "- {activity: 篮球赛, when: 国庆节期间}\n"
        "- {activity: 比赛, when: 2098年10月11日、2095年10月10日、2094年劳动节期间}\n"
    )
    findings = found("{from: 2095-01-01, to: 2099-12-31}", content)

    (told,) = (each for each in findings if each.code == "UK410")

    assert told.severity is Severity.INFO
    assert told.facts["count"] == 3
    assert format_path(told.path) == "$.content[0].when"
    assert told.message("zh") == (
        "所装数据里没有 2095—2099 年的放假安排，计划中有 3 处时间要看它，第一处是“10月10日”；"
        "通知公布以后，可以作为数据加上（--almanac）。"
    )
    assert "the days off of 2095–2099, on which times of the plan depend (3 in all," in told.message("en")


def test_years_apart_are_told_apart():
    """And a period of 150 years makes one finding."""
    (told,) = found("{from: 1950-01-01, to: 2100-12-31}", "- {activity: 登山, when: 国庆节期间}")
    (years,) = found(
        "{from: 2090-01-01, to: 2099-12-31}",
        "- {activity: 登山, when: 2091年国庆节期间、2093年国庆节期间、2094年国庆节期间}",
    )

    assert len(told.message("zh")) < 200
    assert "没有 2091、2093—2094 年" in years.message("zh")
    assert "the days off of 2091, 2093–2094," in years.message("en")


def test_the_last_days_of_december_wait_for_the_next_notice():
    """A year may be announced, and its last weekend still be worked for 元旦 of the next."""
    last = max(year.year for year in ALMANAC.holidays.years)
    (finding,) = found(
        f"{{year: {last}}}", "- {activity: 登山, when: 12月30日, consent: false}", sector="school"
    )

    assert finding.code == "UK410"
    assert f"没有 {last + 1} 年" in finding.message("zh")


def test_data_of_a_user_tells_make_up_days():
    """What was announced after this version came out."""
    told = HolidayYear(year=2099, runs=(), workdays=(dt.date(2099, 10, 10),), source="自己的数据")
    content = "- {activity: 登山, when: 10月10日}"

    assert codes(found("{year: 2099}", content)) == ["UK410"]
    assert codes(found("{year: 2099}", content, almanac=ALMANAC | Almanac(holiday_years=[told]))) == ["UK404"]


def test_festivals_and_seasons_of_a_user_count():
    """In free text as well, which the notation alone does not read."""
    ours = Almanac(
        festivals=[
            Festival(name="古尔邦节", rule=LunarDay(4, 20)),
            Festival(name="校庆日", rule=LunarDay(8, 20)),
        ],
        seasons=[Season(name="读书月", first=parse_day_rule("4月1日"), last=parse_day_rule("4月30日"))],
    )
    content = (
        "- {activity: 联欢, when: 古尔邦节}\n- {activity: 沙龙, when: 读书月}\n- 校庆日（10月10日）返校。"
    )

    assert isinstance(parse_schedule("古尔邦节"), FreeText)
    assert codes(found(H2, content, almanac=ALMANAC | ours)) == ["UK402", "UK402", "UK409"]
    assert codes(found(H2, content)) == ["UK412"]


def test_findings_about_a_person_are_private_whoever_found_them():
    """A rule that looks at the whole plan knows nothing of it; the engine does."""
    (finding,) = found("{year: 2099}", "- {activity: 陪张三登山, when: 10月10日, private: true}")

    assert finding.private
    assert "10月10日" not in finding.message("zh")


# ---------------------------------------------------------------- silence


def test_without_a_year_rules_that_need_one_are_silent_and_say_so():
    """The others still tell months."""
    needing = sorted(rule.code for rule in SCHEDULE if rule.needs_year)
    report = check_plan(
        Plan(period=Period(half=2), content=[Activity(title="会", when=parse_schedule("4月"))]), SCHEDULE
    )

    assert needing == ["UK404", "UK405", "UK406", "UK409", "UK410"]
    assert [silent.code for silent in report.silent] == needing
    assert {
        ("period.year" in silent.reason_zh, "period.year" in silent.reason_en) for silent in report.silent
    } == {(True, True)}
    assert [each.code for each in report] == ["UK401"]


PHRASES = (
    *(
        "定期",
        "五一前夕",
        "下半年",
        "校园文化艺术节、十一、元旦等重大节日",
        "课余",
        "本学期",
        "每年",
        "今年",
        "每月",
    ),
    *(
        "每季度",
        "假期",
        "重阳节",
        "中秋",
        "国庆",
        "教师节",
        "逢十",
        "年底前",
        "年内",
        "全年",
        "每学期",
        "十一前后",
        "9月份",
    ),
    *(
        "10月底前",
        "12月下旬",
        "节假日",
        "春节前",
        "元旦、春节期间",
        "两节期间",
        "暑假期间",
        "寒假期间",
        "期末",
        "开学初",
    ),
    *(
        "每周五下午",
        "每月第一周",
        "年终",
        "适时",
        "及时",
        "生日",
        "第四季度",
        "9月至11月",
        "送温暖期间",
        "年底",
    ),
)


@pytest.mark.parametrize("phrase", [phrase for phrase in PHRASES if not phrase.startswith("五一")])
@pytest.mark.parametrize("period", [H2, ANY_H2, AUTUMN, "{year: 2025, half: 2}", "{year: 2024, half: 2}"])
def test_typical_phrases_of_a_second_half_pass(period, phrase):
    """What stands in real plans, in plans of today and in those without a year."""
    items = "\n".join(f"- {{{key}: 某项工作, when: {phrase}}}" for key in ("activity", "welfare", "goal"))

    assert [each.code for each in found(period, items) if each.severity is not Severity.INFO] == []


# ---------------------------------------------------------------- properties


@given(plan=plans())
def test_no_plan_makes_a_rule_fail(plan):
    """Whatever a plan holds; and the same plan gives the same findings."""
    report = check_plan(plan, SCHEDULE)

    assert [each for each in report if each.code not in RULE] == []
    assert all(each.message("zh") and each.message("en") for each in report)
    assert check_plan(plan, SCHEDULE) == report


@given(
    items=st.lists(activities() | welfare_measures() | goals(), min_size=1, max_size=3),
    period=periods(),
    sector=st.sampled_from(("school", "enterprise")),
    members=st.none() | st.integers(0, 300),
)
def test_no_item_makes_a_rule_fail(items, period, sector, members):
    """Times of every kind in periods of every kind."""
    content = [each if each.id is None else Paragraph(text="话。") for each in items]
    plan = Plan(organization=Organization(sector=sector, members=members), period=period, content=content)

    assert {each.code for each in check_plan(plan, SCHEDULE)} <= set(RULE)


@given(
    name=st.sampled_from(("中秋节", "端午", "清明", "母亲节", "重阳节", "春节", "除夕", "冬至", "校庆")),
    month=st.integers(0, 14),
    day=st.integers(0, 33),
    year=st.none() | st.integers(0, 2200),
    form=st.sampled_from(
        (
            "{n}（{d}）",
            "{d}（{n}）",
            "{d}{n}。",
            "{n}({d},周五)",
            "{d}恰逢{n}",
            "{n}为{d}。",
            "国庆、{n}{d}，",
            "99年{n}（{d}）",
        )
    ),
    period=periods(),
)
def test_no_date_beside_a_festival_makes_the_rule_fail(name, month, day, year, form, period):
    """Not even those that do not exist; and a finding quotes what stands there."""
    date = f"{year}年{month}月{day}日" if year is not None else f"{month}月{day}日"
    text = form.format(n=name, d=date)
    for each in check_plan(Plan(period=period, content=[Paragraph(text=text)]), SCHEDULE):
        assert each.code == "UK409"
        assert each.words in text


@given(
    year=st.integers(1951, 2097),
    name=st.sampled_from(("中秋节", "端午节", "清明节", "重阳节", "母亲节", "冬至")),
)
def test_a_festival_on_its_own_day_is_never_reported(year, name):
    """In any year that the almanac knows, written in each way."""
    (day,) = ALMANAC.festival(name).days(year)
    date = f"{day.month}月{day.day}日"
    words = f"{chinese_number(day.month)}月{chinese_number(day.day)}日"
    text = (
        f"{name}（{date}）、{date}（{name}）、{year}年{date}{name}。{name}为{date}，{year}年{name}{date}；"
        f"{name}（{day.month}.{day.day}）、{name}（{words}）、{words}（{name}）。"
    )
    activity = Activity(title=f"{name}活动", when=parse_schedule(date), consent=True)

    plan = Plan(period=Period(year=year), content=[Paragraph(text=text), activity])
    assert check_plan(plan, [RULE["UK409"], RULE["UK401"], RULE["UK411"]]).findings == ()


@given(schedule=schedules(), year=st.integers(1950, 2099))
def test_what_touches_the_period_is_never_called_outside(schedule, year):
    """UK401 and UK402 agree with the almanac."""
    period = Period(year=year)
    plan = Plan(period=period, content=[Activity(title="会", when=schedule)])
    inside = all(each.position != "outside" for each in resolve(schedule, period))

    if inside:
        assert not {"UK401", "UK402"} & set(codes(list(check_plan(plan, SCHEDULE))))


# ---------------------------------------------------------------- what a check costs


def test_each_time_is_resolved_once_for_all_rules(monkeypatch):
    """And not at all when no rule asks for days."""
    asked = []
    monkeypatch.setattr(calendar, "resolve", lambda *given: asked.append(given) or resolve(*given))
    plan = Plan(
        organization=Organization(sector="school"),
        period=Period(year=2026, half=2),
        content=[
            Activity(title=f"会{n}", when=parse_schedule("10月17日"), participants=200) for n in range(9)
        ],
    )

    check_plan(plan, [rule for rule in RULES if rule.family != "schedule"])
    assert asked == []
    check_plan(plan, SCHEDULE)
    assert len(asked) == 9


def test_a_rule_asked_alone_has_a_calendar_of_its_own():
    """As a test of a rule does it, without the engine."""
    activity = Activity(title="登山", when=parse_schedule("4月"))
    plan = Plan(period=Period(year=2026, half=2), content=[activity])
    check = Check(plan=plan, path=("content", 0))

    assert codes(list(RULE["UK401"].check(activity, check))) == ["UK401"]
    assert [time.title for time in check.calendar] == ["登山"]
    assert list(RULE["UK409"].check(Passage("中秋节（9月25日）"), check)) == []


def test_a_rule_asked_alone_about_a_plan_without_a_year_says_nothing():
    """Whatever it needs the year for."""
    activity = Activity(title="中秋联欢", when=parse_schedule("10月6日"))
    check = Check(plan=Plan(content=[activity]), path=("content", 0))

    assert [
        codes(list(RULE[code].check(activity, check))) for code in ("UK404", "UK405", "UK406", "UK409")
    ] == [[]] * 4


def test_findings_of_a_file_stand_at_the_words_of_the_time():
    """Where the time was written, or at the item."""
    kit = Kit(discover=False)
    file = kit.loads(
        "period: {year: 2026, half: 2}\ncontent:\n  - {activity: 登山, owner: 甲, when: 4月中旬}\n",
        name="p.yaml",
    )

    assert [(each.code, str(each.place)) for each in kit.check(file)] == [("UK401", "p.yaml:3:36")]


def test_codes_of_the_family_follow_one_another():
    """From UK401, without a gap."""
    numbers = [int(code[2:]) for code in CODES]

    assert numbers[0] == 401
    assert all(after == before + 1 for before, after in pairwise(numbers))
