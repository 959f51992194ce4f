"""Rules about activities: what each finds, what only looks as if it broke the rule, and how the law of 2025 and 2026 shows."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.files import load_plan
from unionkit.model import Activity, Money, Organization, Period, Plan
from unionkit.rules import RULES, Confidence, Finding, Severity, built_in_law, check_plan
from unionkit.rules._law import Stricter
from unionkit.rules._law_entries import law_of

RULE = {rule.code: rule for rule in RULES}
CODES = sorted(code for code, rule in RULE.items() if rule.family == "activities")

OUTING = "kind: outing"
DAY = "kind: outing, same_day: true"
NIGHT = "kind: outing, same_day: false"


def review(content: str) -> str:
    """Content in a review."""
    return f"- role: review\n  heading: 工作回顾\n  content:\n  {content}"


def outings(*times: str) -> str:
    """Outings at some times."""
    return "\n".join(f"- {{activity: 第{at}次郊游, {DAY}, when: {time}}}" for at, time in enumerate(times))


BROKEN = [
    ("UK501", "- {activity: 球赛, kind: culture-sport, participants: 60, prizes: 41}"),
    ("UK501", "- {activity: 趣味运动会, participants: 61人, prizes: 41}"),
    ("UK501", "- {activity: 征文, participants: 1, prizes: 1}"),
    ("UK502", "- 元旦游园人人有奖。"),
    ("UK502", "- 灯谜竞猜参与即有奖。"),
    ("UK503", "- {activity: 球赛, kind: culture-sport, prizes: 9, text: 球赛设奖并发放纪念品。}"),
    ("UK503", "- {activity: 趣味运动会（含参与奖）, prizes: 9}"),
    ("UK504", outings("8月", "9月", "10月", "11月", "12月")),
    ("UK504", outings("9月每周六", "10月17日")),
    ("UK504", outings("9月", "10月") + f"\n- {{activity: 郊游, {DAY}, when: 每月}}"),
    ("UK504", outings("8月", "9月", "10月", "11月") + f"\n- {{activity: 郊游, {DAY}}}"),
    ("UK505", f"- {{activity: 郊游, {NIGHT}}}"),
    ("UK505", f"- {{activity: 两天一夜郊游, {OUTING}}}"),
    ("UK505", f"- {{activity: 三日游, {OUTING}}}"),
    ("UK505", f"- {{activity: 郊游（住宿）, {OUTING}}}"),
    ("UK505", f"- {{activity: 郊游, {OUTING}, when: 10月17日—18日}}"),
    ("UK506", f"- {{activity: 郊游, {DAY}, participants: 30, cost: 6000.01}}"),
    ("UK506", f"- {{activity: 郊游, {OUTING}, participants: 30, cost: 6000.01}}"),
    ("UK507", f"- {{activity: 郊游, {NIGHT}, participants: 30, cost: 27000.01}}"),
    ("UK508", f"- {{activity: 郊游, {OUTING}, place: 浙江安吉}}"),
    ("UK508", f"- {{activity: 赴江苏周庄郊游, {OUTING}}}"),
    ("UK509", "- {activity: 培训班, kind: training, place: 庐山}"),
    ("UK509", "- {activity: 代表大会, kind: meeting, place: 山东省泰山风景名胜区}"),
    ("UK509", "- {activity: 赴九华山召开总结会议}"),
    ("UK525", f"- {{activity: 郊游, {DAY}, place: 泰山风景区}}"),
    ("UK525", f"- {{activity: 郊游, {DAY}, place: 山东省泰安市泰山}}"),
    ("UK525", f"- {{activity: 赴泰山登高, {DAY}}}"),
    ("UK510", "- {activity: 学习考察, kind: training, when: 10月12日—14日, place: 碧水温泉}"),
    ("UK510", "- {activity: 骨干三天学习, place: 云岭古镇}"),
    ("UK511", "- {activity: 联谊, place: 城南KTV}"),
    ("UK511", "- {activity: 高尔夫球体验}"),
    ("UK512", "organization: {sector: agency}\ncontent:\n- {activity: 迎新酒会}"),
    ("UK512", "organization: {sector: federation}\ncontent:\n- {welfare: 节日香烟慰问}"),
    ("UK513", "- {activity: 运动会工作餐, participants: 50, cost: 2000.01}"),
    ("UK514", "- {welfare: 疗休养, kind: recuperation, when: 8月3日—8日}"),
    ("UK514", "- {welfare: 一线职工6天疗休养, kind: recuperation}"),
    ("UK515", "- {welfare: 疗休养（5天）, kind: recuperation, per_head: 2500.01}"),
    (
        "UK516",
        "organization: {sector: school, staff: 128}\ncontent:\n- {activity: 健步走, participants: 129}",
    ),
    (
        "UK516",
        "organization: {sector: school, members: 60}\ncontent:\n- {activity: 健步走, participants: 61名}",
    ),
    ("UK517", "- {activity: 书画展}"),
    ("UK518", "- {activity: 书画展, when: 10月, text: 9月办好书画展。}"),
    ("UK518", "- {activity: 换届, due: 2026-10-31, text: 十一月底前完成换届。}"),
    ("UK518", "- {goal: 换届, due: 2026-10-31, text: 11月底前完成换届。}"),
    ("UK518", "- {text: 9月走访。, facts: [{welfare: 走访, when: 12月, words: 9月走访}]}"),
    ("UK519", "issued: 2026-09-15\ncontent:\n- {activity: 慰问, when: 8月上旬}"),
    ("UK519", "issued: 2026-09-15\ncontent:\n- {goal: 换届, due: 2026-09-14}"),
    ("UK520", "issued: 2026-08-25\ncontent:\n- {activity: 运动会, when: 10月, done: true}"),
    ("UK520", "issued: 2026-08-25\ncontent:\n- {welfare: 走访, when: 8月26日, done: true}"),
    ("UK521", "- {activity: 代表大会, kind: meeting, when: 10月2日}"),
    ("UK521", "- {activity: 代表大会, kind: election, when: 国庆节}"),
    ("UK521", "- {activity: 培训班, kind: training, when: 9月30日—10月2日}"),
    ("UK522", "organization: {sector: enterprise}\ncontent:\n- {activity: 庆祝会, when: 教师节}"),
    ("UK522", "organization: {sector: school}\ncontent:\n- {welfare: 慰问, when: 记者节}"),
    ("UK522", "organization: {sector: enterprise}\ncontent:\n- {welfare: 慰问, when: 教师节、中秋节}"),
    ("UK523", "- {activity: 夏送清凉走访, when: 12月}"),
    ("UK523", "- {welfare: 冬送温暖慰问, when: 8月}"),
    ("UK524", "- {activity: 书画展, when: 10月}\n- {activity: 书画展, when: 10月}"),
    ("UK524", "- {goal: 签订率, target: 90%}\n- {goal: 签订率, target: 90%, id: b}"),
    (
        "UK524",
        "- {welfare: 走访, when: 12月}\n- {text: 12月走访。, facts: [{welfare: 走访, when: 12月, words: 走访}]}",
    ),
]
SOUND = [
    ("UK501", "- {activity: 球赛, kind: culture-sport, participants: 60, prizes: 40}"),
    ("UK501", "- {activity: 球赛, kind: culture-sport, participants: 61, prizes: 40}"),
    ("UK501", "- {activity: 技能竞赛, kind: competition, participants: 60, prizes: 60}"),
    ("UK501", "- {activity: 建议征集, participants: 60, prizes: 60}"),
    ("UK501", "- {activity: 球赛, kind: culture-sport, participants: 60, prizes: 60, done: true}"),
    ("UK501", review("- {activity: 球赛, kind: culture-sport, participants: 60, prizes: 60}")),
    ("UK501", "- {activity: 球赛, kind: culture-sport, participants: 约60人, prizes: 60}"),
    ("UK501", "- {activity: 球赛, kind: culture-sport, participants: 20户, prizes: 20}"),
    ("UK501", "- {activity: 球赛, kind: culture-sport, prizes: 60}"),
    ("UK502", "- 游园活动不搞人人有奖。"),
    ("UK502", "- 参加活动的都有收获。"),
    ("UK502", "- role: review\n  heading: 工作回顾\n  content: [元旦游园人人有奖。]"),
    ("UK503", "- {activity: 球赛, kind: culture-sport, text: 球赛发放纪念品。}"),
    ("UK503", "- {activity: 球赛, kind: culture-sport, prizes: 9, text: 球赛设奖。}"),
    ("UK503", "- {activity: 技能竞赛, kind: competition, prizes: 9, text: 竞赛发放纪念品。}"),
    ("UK504", outings("8月", "9月", "10月", "11月")),
    ("UK504", outings("9月每周六")),
    ("UK504", "\n".join(f"- {{activity: 健步走{at}, kind: culture-sport}}" for at in range(9))),
    ("UK504", review("\n  ".join(f"- {{activity: 郊游{at}, {DAY}}}" for at in range(9)))),
    ("UK505", f"- {{activity: 郊游, {DAY}}}"),
    ("UK505", f"- {{activity: 郊游, {OUTING}, when: 10月17日}}"),
    ("UK505", f"- {{activity: 郊游, {DAY}, when: 10月17日—18日}}"),
    ("UK505", f"- {{activity: 郊游, {OUTING}, when: 10月1日—31日}}"),
    ("UK505", f"- {{activity: 郊游, {OUTING}, when: 10月中旬}}"),
    ("UK505", f"- {{activity: 郊游, {NIGHT}, done: true}}"),
    ("UK505", "- {activity: 培训, kind: training, same_day: false}"),
    ("UK505", f"organization: {{region: 上海市}}\ncontent:\n- {{activity: 郊游, {NIGHT}}}"),
    ("UK505", f"organization: {{sector: school}}\ncontent:\n- {{activity: 郊游, {NIGHT}}}"),
    ("UK505", f"- {{activity: 郊游, {OUTING}, when: 2月28日—2月29日}}"),
    ("UK506", f"- {{activity: 郊游, {DAY}, participants: 30, cost: 6000}}"),
    ("UK506", f"- {{activity: 郊游, {DAY}, participants: 约30人, cost: 6000.01}}"),
    ("UK506", f"- {{activity: 郊游, {DAY}, cost: 6000.01}}"),
    ("UK506", f"- {{activity: 郊游, {DAY}, participants: 30}}"),
    ("UK506", f"- {{activity: 郊游, {NIGHT}, participants: 30, cost: 6000.01}}"),
    (
        "UK506",
        f"organization: {{region: 上海市}}\ncontent:\n- {{activity: 郊游, {DAY}, participants: 30, cost: 9000}}",
    ),
    (
        "UK506",
        f"organization: {{region: 上海市}}\ncontent:\n- {{activity: 郊游, {OUTING}, participants: 30, cost: 9000.01}}",
    ),
    ("UK507", f"- {{activity: 郊游, {NIGHT}, participants: 30, cost: 27000}}"),
    ("UK507", f"- {{activity: 郊游, {DAY}, participants: 30, cost: 27000.01}}"),
    (
        "UK507",
        f"organization: {{region: 山东省}}\ncontent:\n- {{activity: 郊游, {NIGHT}, participants: 3, cost: 9999}}",
    ),
    ("UK508", f"- {{activity: 郊游, {OUTING}, place: 上海崇明}}"),
    ("UK508", f"- {{activity: 郊游, {OUTING}, place: 浙江路步行街}}"),
    ("UK508", f"- {{activity: 郊游, {OUTING}, place: 滨江公园}}"),
    ("UK508", "- {activity: 培训, kind: training, place: 浙江安吉}"),
    ("UK508", f"organization: {{region: 山东省}}\ncontent:\n- {{activity: 郊游, {OUTING}, place: 浙江安吉}}"),
    ("UK509", "- {activity: 培训班, kind: training, place: 黄山市工人文化宫}"),
    ("UK509", "- {activity: 代表大会, kind: meeting, place: 华山医院}"),
    ("UK509", "- {activity: 登山, kind: culture-sport, place: 泰山}"),
    ("UK509", "- {activity: 在泰山路召开现场会议}"),
    ("UK509", "- {activity: 总结会议, kind: meeting, place: 泰山, done: true}"),
    ("UK510", "- {activity: 学习考察, kind: training, when: 10月12日, place: 碧水温泉}"),
    ("UK510", "- {activity: 学习考察, kind: training, when: 10月12日—14日, place: 省工会干部学校}"),
    ("UK510", f"- {{activity: 学习考察, {OUTING}, when: 10月12日—14日, place: 碧水温泉}}"),
    ("UK510", "- {activity: 三天值守, place: 碧水温泉}"),
    ("UK511", "- {activity: 卡拉OK比赛, place: 工人文化宫}"),
    ("UK511", "- {activity: 整治公款打高尔夫球}"),
    ("UK511", "- {activity: 迷你高尔夫体验}"),
    ("UK511", "- {activity: 联谊, place: 城南KTV, done: true}"),
    ("UK512", "organization: {sector: agency}\ncontent:\n- {activity: 拒绝酒宴倡议}"),
    ("UK512", "organization: {sector: agency}\ncontent:\n- {activity: 迎新茶话会}"),
    ("UK512", "organization: {sector: enterprise}\ncontent:\n- {activity: 迎新酒会}"),
    ("UK513", "- {activity: 运动会工作餐, participants: 50, cost: 2000}"),
    ("UK513", "- {activity: 运动会, participants: 50, cost: 9000}"),
    ("UK513", "- {activity: 运动会工作餐, cost: 9000}"),
    ("UK513", "- {activity: 两天培训工作餐, participants: 50, cost: 9000}"),
    ("UK514", "- {welfare: 疗休养, kind: recuperation, when: 8月3日—7日}"),
    ("UK514", "- {welfare: 疗休养, kind: recuperation, when: 8月}"),
    ("UK514", "- {welfare: 疗休养9天, kind: recuperation, done: true}"),
    ("UK514", "- {welfare: 9天值班慰问, kind: condolence-visit}"),
    ("UK515", "- {welfare: 疗休养（5天）, kind: recuperation, per_head: 2500}"),
    ("UK515", "- {welfare: 疗休养, kind: recuperation, per_head: 2500.01}"),
    ("UK515", "- {welfare: 疗休养（5天）, kind: recuperation}"),
    ("UK515", "- {welfare: 大病救助, kind: hardship-aid, per_head: 3000}"),
    (
        "UK516",
        "organization: {sector: school, staff: 128}\ncontent:\n- {activity: 健步走, participants: 128}",
    ),
    (
        "UK516",
        "organization: {sector: school, staff: 128}\ncontent:\n- {activity: 亲子健步走, participants: 260}",
    ),
    (
        "UK516",
        "organization: {sector: school, staff: 128}\ncontent:\n- {activity: 健步走, participants: 260人次}",
    ),
    (
        "UK516",
        "organization: {sector: school, staff: 128}\ncontent:\n- {activity: 健步走, participants: 约150人}",
    ),
    ("UK516", "organization: {sector: school}\ncontent:\n- {activity: 健步走, participants: 260}"),
    ("UK516", "organization: {sector: town, staff: 12}\ncontent:\n- {activity: 健步走, participants: 260}"),
    (
        "UK516",
        "organization: {sector: school, staff: 9}\ncontent:\n- {activity: 健步走, participants: 26, partners: 邻校}",
    ),
    ("UK517", "- {activity: 书画展, when: 适时}"),
    ("UK517", "- {activity: 书画展, due: 2026-12-01}"),
    ("UK517", "- {activity: 书画展, done: true}"),
    ("UK517", review("- {activity: 书画展}")),
    ("UK518", "- {activity: 书画展, when: 9月, text: 9月办好书画展。}"),
    ("UK518", "- {activity: 书画展, when: 9月, text: 书画展在教师节前后举办。}"),
    ("UK518", "- {activity: 书画展, when: 10月, text: 9月征稿，10月展出。}"),
    ("UK518", "- {activity: 书画展, when: 教师节前后, text: 教师节前后布展，12月撤展。}"),
    ("UK518", "- {activity: 换届, due: 2026-08-31, text: 9月前完成换届。}"),
    ("UK518", "- {activity: 换届, when: 适时, text: 9月前完成换届。}"),
    ("UK518", "- {activity: 走访, when: 12月, text: 去年9月走访过的，再走访一次。}"),
    ("UK518", "- {activity: 讲座, when: 9月—11月, text: 10月办讲座。}"),
    ("UK518", "- {activity: 讲座, when: 10月, text: 9月至11月办讲座。}"),
    ("UK519", "issued: 2026-09-15\ncontent:\n- {activity: 慰问, when: 9月15日}"),
    ("UK519", "issued: 2026-09-15\ncontent:\n- {activity: 慰问, when: 8月上旬, done: true}"),
    ("UK519", "issued: 2026-09-15\ncontent:\n- {activity: 慰问, when: 8月—9月}"),
    ("UK519", "issued: 2026-09-15\ncontent:\n- {activity: 慰问, when: 适时}"),
    ("UK519", "- {activity: 慰问, when: 8月上旬}"),
    ("UK520", "issued: 2026-08-25\ncontent:\n- {activity: 运动会, when: 8月25日, done: true}"),
    ("UK520", "issued: 2026-08-25\ncontent:\n- {activity: 运动会, when: 10月}"),
    ("UK520", "issued: 2026-08-25\ncontent:\n- {activity: 运动会, done: true}"),
    ("UK520", "issued: 2026-08-25\ncontent:\n- {activity: 运动会, when: 适时, done: true}"),
    ("UK520", "issued: 2026-08-25\ncontent:\n" + review("- {activity: 运动会, when: 10月, done: true}")),
    ("UK521", "- {activity: 代表大会, kind: meeting, when: 10月15日}"),
    ("UK521", "- {activity: 游园, kind: culture-sport, when: 10月2日}"),
    ("UK521", "- {activity: 代表大会, kind: meeting, when: 国庆节前}"),
    ("UK521", "- {activity: 代表大会, kind: meeting, when: 10月17日}"),
    ("UK521", "- {activity: 代表大会, kind: meeting, when: 10月}"),
    ("UK521", "- {activity: 代表大会, kind: meeting, when: 教师节}"),
    ("UK521", "- {activity: 代表大会, kind: meeting, when: 劳动节}"),
    ("UK522", "organization: {sector: school}\ncontent:\n- {activity: 庆祝会, when: 教师节}"),
    ("UK522", "organization: {sector: enterprise}\ncontent:\n- {activity: 走访, kind: visit, when: 教师节}"),
    ("UK522", "organization: {sector: enterprise}\ncontent:\n- {activity: 庆祝会, when: 中秋节}"),
    ("UK522", "organization: {sector: enterprise}\ncontent:\n- {activity: 庆祝会, when: 9月10日}"),
    (
        "UK522",
        "organization: {sector: enterprise}\ncontent:\n- {welfare: 慰问品, kind: festival-gift, when: 教师节}",
    ),
    ("UK525", f"- {{activity: 郊游, {DAY}, place: 泰山路植物园}}"),
    ("UK525", f"- {{activity: 郊游, {DAY}, place: 黄山市区}}"),
    ("UK525", f"- {{activity: 郊游, {DAY}, place: 泰山, done: true}}"),
    ("UK525", "- {activity: 登山比赛, kind: culture-sport, place: 泰山}"),
    ("UK525", review(f"- {{activity: 郊游, {DAY}, place: 泰山}}")),
    ("UK522", "organization: {sector: enterprise}\ncontent:\n- {activity: 庆祝会}"),
    ("UK523", "- {activity: 夏送清凉走访, when: 7月}"),
    ("UK523", "- {activity: 夏送清凉走访, when: 10月}"),
    ("UK523", "- {activity: 送清凉走访, when: 12月}"),
    ("UK523", "- {activity: 冬送温暖走访, when: 12月}"),
    ("UK523", "- {activity: 夏送清凉走访, when: 适时}"),
    ("UK524", "- {activity: 书画展, when: 10月}\n- {activity: 书画展, when: 11月}"),
    ("UK524", "- {activity: 书画展}\n- {activity: 书画展}"),
    ("UK524", "- {activity: 书画展, when: 10月, owner: 甲}\n- {activity: 书画展, when: 10月, owner: 乙}"),
    ("UK524", "- {activity: 书画展, when: 10月, done: true}\n- {activity: 书画展, when: 10月, done: true}"),
    ("UK524", "- {activity: 书画展, when: 10月}\n" + review("- {activity: 书画展, when: 10月}")),
]
REGION = {"UK507": "上海市", "UK508": "上海市", "UK514": "湖南省", "UK515": "湖南省"}
"""Where the rule has a limit; of all others in 山东省."""


def plan_of(code: str, content: str) -> Plan:
    """A plan for the second half of 2026, where the rule has a limit."""
    if content.startswith("-"):
        content = f"content:\n{content}"
    if not content.startswith("organization"):
        content = f"organization: {{region: {REGION.get(code, '山东省')}}}\n{content}"
    return load_plan(f"period: {{year: 2026, half: 2}}\n{content}")


def found(code: str, content: str) -> list[Finding]:
    """What one rule finds in some content."""
    return list(check_plan(plan_of(code, content), [RULE[code]]))


def silent(code: str, content: str) -> list[str]:
    """What one rule would need to know."""
    return [each.reason_zh for each in check_plan(plan_of(code, content), [RULE[code]]).silent]


def test_each_rule_has_what_breaks_it_and_what_does_not():
    """A rule without a near miss is one that nobody knows the edge of."""
    assert sorted({code for code, _ in BROKEN}) == CODES
    assert sorted({code for code, _ in SOUND}) == CODES


@pytest.mark.parametrize(("code", "content"), BROKEN)
def test_a_rule_finds_what_breaks_it(code, content):
    """Once, and it says so in both languages."""
    (finding,) = found(code, content)

    assert finding.code == code
    assert finding.message("zh") != finding.message("en")


@pytest.mark.parametrize(("code", "content"), SOUND)
def test_a_rule_lets_near_misses_pass(code, content):
    """What looks as if it broke the rule does not."""
    assert found(code, content) == []


# ---------------------------------------------------------------- the law has a clock

OF_2026 = """
organization: {region: 上海市}
period: {year: 2026, half: 2}
content:
  - {activity: 滨江徒步, kind: outing, when: 8月, same_day: true}
  - {activity: 湿地观鸟, kind: outing, when: 9月, same_day: true}
  - {activity: 崇明秋游, kind: outing, when: 10月17日—18日}
  - {activity: 植物园赏菊, kind: outing, when: 11月, same_day: true}
  - {activity: 登高, kind: outing, when: 12月, same_day: true}
"""


def of_the_day(text: str, day: dt.date) -> dict[str, str]:
    """What the built-in rules about outings find by the law of a day: codes, and what each rests on."""
    rules = [RULE[code] for code in ("UK504", "UK505")]
    return {each.code: each.basis.worded() for each in check_plan(load_plan(text), rules, on=day)}


def test_what_2025_and_2026_widened_changes_the_findings():
    """One plan: in 2024 its night is too much and nobody counts; in 2026 the night is allowed and the fifth is too much."""
    assert of_the_day(OF_2026, dt.date(2024, 12, 31)) == {
        "UK505": "《基层工会经费收支管理办法》（总工办发〔2017〕32号）第八条第二项"
    }
    assert of_the_day(OF_2026, dt.date(2026, 12, 31)) == {
        "UK504": "中华全国总工会等四部门关于职工文化体育工作的意见（2026年1月）"
    }


def test_where_a_province_has_no_rule_the_national_ones_hold():
    """The night stays barred, and since January 2026 the fifth outing is."""
    elsewhere = OF_2026.replace("上海市", "甘肃省")

    assert of_the_day(elsewhere, dt.date(2025, 12, 31)) == {
        "UK505": "《基层工会经费收支管理办法》（总工办发〔2017〕32号）第八条第二项"
    }
    assert of_the_day(elsewhere, dt.date(2026, 1, 6)) == {
        "UK504": "中华全国总工会等四部门关于职工文化体育工作的意见（2026年1月）",
        "UK505": "《基层工会经费收支管理办法》（总工办发〔2017〕32号）第八条第二项",
    }


def test_the_stricter_share_wins_and_says_with_what_it_was_compared():
    """One third in 安徽 before August 2025: nobody could confirm it, so it is no error."""
    text = (
        "organization: {region: 安徽省}\nperiod: {year: 2025, half: 1}\n"
        "content: [{activity: 球赛, kind: culture-sport, participants: 60, prizes: 21}]"
    )
    (finding,) = check_plan(load_plan(text), [RULE["UK501"]])

    assert finding.severity is Severity.WARNING
    assert "超过参加人数的 1/3（最多 20 人）" in finding.message("zh")
    assert "总工办发〔2017〕32号" in finding.message("zh")
    assert list(check_plan(load_plan(text), [RULE["UK501"]], on=dt.date(2025, 8, 21))) == []


def test_elsewhere_too_many_winners_are_an_error():
    """The national text gives the bound, and somebody saw it."""
    (finding,) = found("UK501", "- {activity: 球赛, kind: culture-sport, participants: 60, prizes: 41}")

    assert finding.severity is Severity.ERROR


def test_every_limit_of_activities_has_a_day_and_a_source_or_is_unconfirmed():
    """Nothing here is from all times, and nothing confirmed is without an address."""
    law = built_in_law()
    names = {name for code in CODES for name in RULE[code].parameters}
    limits = [limit for name in names for limit in law[name].limits]

    assert limits
    assert all(limit.basis.since for limit in limits)
    assert all(limit.source or limit.basis.confidence is Confidence.UNCONFIRMED for limit in limits)


# ---------------------------------------------------------------- boundaries, for all numbers


@given(everyone=st.integers(1, 500), prizes=st.integers(0, 500))
def test_up_to_two_thirds_may_win(everyone, prizes):
    """Exactly two thirds pass."""
    winners = min(prizes, everyone)
    activity = Activity(title="球赛", kind="culture-sport", participants=everyone, prizes=winners)
    plan = Plan(period=Period(year=2026, half=2), content=[activity])

    assert bool(list(check_plan(plan, [RULE["UK501"]]))) is (Fraction(winners, everyone) > Fraction(2, 3))


@given(people=st.integers(1, 300), fen=st.integers(-2, 2))
def test_an_outing_may_cost_the_cap_to_the_fen(people, fen):
    """One fen more in all is found, and said as more than the cap."""
    cost = Money(Decimal(200 * people) + Decimal(fen) / 100)
    activity = Activity(title="郊游", kind="outing", same_day=True, participants=people, cost=cost)
    plan = Plan(
        organization=Organization(region="山东省"), period=Period(year=2026, half=2), content=[activity]
    )
    findings = list(check_plan(plan, [RULE["UK506"]]))

    assert bool(findings) is (fen > 0)
    assert all("每人 200元，" not in each.message("zh") for each in findings)


# ---------------------------------------------------------------- silence


@pytest.mark.parametrize(
    ("code", "content", "lacking"),
    [
        ("UK501", "- {activity: 球赛, kind: culture-sport, prizes: 60}", "participants"),
        (
            "UK501",
            "- {activity: 球赛, kind: culture-sport, participants: 约60人, prizes: 60}",
            "participants",
        ),
        ("UK505", "organization: {sector: school}\ncontent: []", "organization.region"),
        ("UK506", f"- {{activity: 郊游, {DAY}, cost: 600}}", "participants"),
        ("UK507", f"- {{activity: 郊游, {OUTING}, participants: 9, cost: 600}}", "same_day"),
        ("UK513", "- {activity: 工作餐, cost: 600}", "participants"),
        ("UK515", "- {welfare: 疗休养, kind: recuperation, per_head: 600}", "when"),
        ("UK519", "- {activity: 慰问, when: 8月}", "issued"),
    ],
)
def test_a_rule_says_what_it_lacks(code, content, lacking):
    """Where the plan does not say, there is no finding, and the reason is listed."""
    assert silent(code, content) == [f"计划没有写 {lacking}"]


def test_without_a_limit_for_the_region_a_rule_is_silent():
    """甘肃 has no sum in the data."""
    (reason,) = silent("UK506", "organization: {region: 甘肃省}\ncontent: []")

    assert "甘肃省" in reason


# ---------------------------------------------------------------- where, and what is said


def test_activities_without_time_are_told_in_one_finding():
    """With the other places."""
    (finding,) = found("UK517", "- {activity: 书画展}\n- {activity: 球赛}\n- {activity: 棋赛, when: 10月}")

    assert [spot.path for spot in finding.others] == [("content", 1, "activity")]


def test_the_outing_too_many_is_the_one_that_is_pointed_at():
    """Not the first, and once."""
    (finding,) = found("UK504", outings("8月", "9月", "10月", "10月", "11月", "12月"))

    assert finding.path == ("content", 4, "activity")
    assert "2026年计划了 5 次" in finding.message("zh")


def test_outings_are_counted_by_calendar_year():
    """A school year has two."""
    text = "organization: {region: 山东省}\nperiod: {year: 2026, term: 1}\ncontent:\n"
    content = outings("9月", "10月", "11月", "12月", "2027年1月10日")

    assert list(check_plan(load_plan(text + content), [RULE["UK504"]])) == []


def test_a_place_in_words_is_quoted():
    """The finding marks the words."""
    (finding,) = found("UK509", "- {activity: 培训班, kind: training, place: 江西省庐山风景区}")

    assert (finding.path, finding.words) == (("content", 0, "place"), "庐山风景区")


def test_an_outing_to_a_barred_area_is_an_error_by_the_measures_of_2017():
    """The list is that of the meetings; the ban is of the measures."""
    (finding,) = found("UK525", f"- {{activity: 郊游, {DAY}, place: 泰山风景区}}")

    assert finding.severity is Severity.ERROR
    assert finding.basis.number == "总工办发〔2017〕32号"
    assert (finding.path, finding.words) == (("content", 0, "place"), "泰山风景区")


def test_a_file_of_a_union_cannot_allow_more_outings_than_the_nation():
    """The lowest limit counts; a lower one of its own does."""
    for value, most in (("10", "4次"), ("2", "2次")):
        told = {"outings-a-year": {"limits": [{"value": value, "title": "本会细则", "region": "山东省"}]}}
        ours, wrong = law_of({"parameters": told}, known=built_in_law())
        plan = plan_of("UK504", outings("8月", "9月", "10月", "11月", "12月"))
        (finding,) = check_plan(plan, [RULE["UK504"]], law=built_in_law() | ours)

        assert wrong == ()
        assert f"一年最多 {most}" in finding.message("zh")


@pytest.mark.parametrize("name", [name for code in CODES for name in RULE[code].parameters])
def test_only_what_provinces_decide_goes_by_the_nearest_limit(name):
    """Nights and what outings cost; every other ceiling is the lowest of all."""
    decided = {"outing-nights", "outing-day-cost", "outing-two-days-cost"}

    assert (built_in_law()[name].stricter is Stricter.NEAREST) is (name in decided)


@pytest.mark.parametrize(
    ("code", "content", "said"),
    [
        ("UK504", outings("9月每周六", "10月"), "at most 4 are allowed"),
        ("UK505", f"- {{activity: 郊游, {NIGHT}}}", "lasts 1 night, and outings return on the same day"),
        ("UK505", f"- {{activity: 三日游, {OUTING}}}", "lasts 2 nights"),
        (
            "UK505",
            f"organization: {{region: 上海市}}\ncontent:\n- {{activity: 三日游, {OUTING}}}",
            "no more than 1 night may be spent away",
        ),
        (
            "UK506",
            f"- {{activity: 郊游, {DAY}, participants: 30, cost: 6000.01}}",
            "costs 200.01 yuan a head, more than the 200 yuan",
        ),
        ("UK513", "- {activity: 工作餐, participants: 50, cost: 2000.01}", "above the 40 yuan"),
        ("UK514", "- {welfare: 疗休养, kind: recuperation, when: 8月3日—8日}", "more than the 5 days"),
        (
            "UK515",
            "- {welfare: 疗休养（1天）, kind: recuperation, per_head: 500.01}",
            "500.01 yuan a head for 1 day, above 500 yuan",
        ),
        ("UK518", "- {activity: 书画展, when: 10月, text: 9月办好书画展。}", "its time is October"),
    ],
)
def test_english_messages_have_english_units(code, content, said):
    """Yuan, nights and days, in the singular for one; months by name."""
    (finding,) = found(code, content)

    assert said in finding.message("en")


def test_a_night_too_many_is_told_with_what_to_write():
    """In words that an officer uses."""
    (finding,) = found("UK505", f"- {{activity: 郊游, {NIGHT}}}")

    assert finding.message("zh") == (
        "春秋游“郊游”在外过夜 1 晚，而该地规定春秋游当日往返；请改为一日，分批往返的写上 same_day: true（当日往返）。"
        "本省另有新规定的，以其为准。"
    )
