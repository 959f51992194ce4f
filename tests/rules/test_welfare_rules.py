"""The rules about welfare: figures of each province with their days, and what is found one fen or one person beyond."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.files import load_plan
from unionkit.model import Money, Organization, Period, Plan, WelfareForm, WelfareMeasure
from unionkit.rules import RULES, Confidence, Finding, Severity, check_plan
from unionkit.rules._law import Limit, Stricter, built_in_law
from unionkit.rules._welfare_money import yuan

WELFARE = [rule for rule in RULES if rule.family == "welfare"]
RULE = {rule.code: rule for rule in WELFARE}

SHANDONG = "organization: {region: 山东省}\n"
SCHOOL = "organization: {sector: school, region: 山东省, members: 100}\n"
YEAR = "period: {year: 2026}\n"


def gift(when: str = "中秋节", **fields: object) -> str:
    """A festival gift as a line of a file."""
    told = {"welfare": "慰问品", "kind": "festival-gift", "when": when, "form": "goods", **fields}
    return "- {" + ", ".join(f"{key}: {value}" for key, value in told.items() if value is not None) + "}"


def of(event: str, per_head: object = None, form: str = "goods", **fields: object) -> str:
    """What members receive at an event, as a line of a file."""
    told = {"welfare": "关心会员", "kind": "condolence-visit", "trigger": event, "form": form, **fields}
    if per_head is not None:
        told["per_head"] = per_head
    return "- {" + ", ".join(f"{key}: {value}" for key, value in told.items()) + "}"


def aid(**fields: object) -> str:
    """Hardship aid as a line of a file."""
    told = {"welfare": "困难补助", "kind": "hardship-aid", "form": "money", "fund": "工会经费", **fields}
    return "- {" + ", ".join(f"{key}: {value}" for key, value in told.items()) + "}"


def plan(*lines: str, head: str = SHANDONG + YEAR, budget: str = "") -> str:
    """A plan as text."""
    return f"{head}content:\n" + "\n".join(lines) + f"\n{budget}"


BUDGET = "budget: {income: [{account: 会费收入, amount: 20000}, {account: 拨缴经费收入, amount: 80000}]}"
BEIJING = "organization: {region: 北京市}\n"
FUNDS = "organization: {region: 山东省, funds: {dues: 8000, appropriation: 50000, retained: 60%}}\n"

BROKEN = [
    ("UK201", plan(gift("教师节"))),
    ("UK201", plan(gift("儿童节"))),
    ("UK201", plan(gift("9月10日", welfare="教师节慰问品"))),
    ("UK201", plan(gift("9月上旬", welfare="教师节慰问品"))),
    ("UK201", plan(gift(None, welfare="教师节慰问品"))),
    ("UK201", plan(gift("11月8日", welfare="记者节慰问品"))),
    ("UK201", plan(gift("9月10日"))),
    ("UK201", plan(gift("六月一日", welfare="节日慰问品"))),
    ("UK201", plan(gift("教师节", welfare="教师节、中秋节慰问品"))),
    ("UK201", plan(gift("教师节", fund="工会经费和行政经费"))),
    ("UK202", plan(gift(form="money"))),
    ("UK203", plan(gift("春节、中秋节各一次", per_head="800.01"))),
    ("UK203", plan(gift("春节", per_head=800), gift("中秋节", per_head="800.01"))),
    (
        "UK203",
        plan(gift("每年春节、中秋节", per_head="800.01"), head=SHANDONG + "period: {year: 2026, half: 2}\n"),
    ),
    ("UK203", plan(gift("春节", per_head="1600.01"))),
    ("UK203", plan(gift(None, per_head="1600.01"))),
    ("UK203", plan(gift("中秋节", cost="160001", headcount=100))),
    ("UK203", plan(gift("每季度", per_head="400.01"))),
    ("UK203", plan(gift("{wording: 每年两次, every: yearly, times: 2}", per_head="800.01"))),
    ("UK203", plan(gift(per_head=900, headcount=60), gift(per_head=800, headcount=60), head=SCHOOL + YEAR)),
    ("UK203", plan(gift(per_head=900, headcount=60), gift(per_head=800), head=SCHOOL + YEAR)),
    ("UK204", plan(gift("中秋节", per_head="200.01"), head="organization: {region: 贵州省}\n" + YEAR)),
    ("UK204", plan(gift("春节", per_head="500.01"), head="organization: {region: 贵州省}\n" + YEAR)),
    (
        "UK204",
        plan(gift(per_head=100), gift(per_head="100.01"), head="organization: {region: 贵州省}\n" + YEAR),
    ),
    (
        "UK204",
        plan(
            gift("国庆节", per_head="300.01"), head="organization: {region: 重庆市}\nperiod: {year: 2016}\n"
        ),
    ),
    ("UK205", plan(gift(per_head="500.01", headcount=100), head=BEIJING + YEAR, budget=BUDGET)),
    ("UK205", plan(gift(cost="50000.01"), head=BEIJING + YEAR, budget=BUDGET)),
    ("UK205", plan(gift(cost="100000.01"), head=BEIJING + "period: {year: 2026, half: 2}\n", budget=BUDGET)),
    ("UK206", plan(of("birthday", "300.01"))),
    ("UK206", plan("- {welfare: 蛋糕, kind: birthday, form: goods, cost: 6000.20, headcount: 20}")),
    ("UK207", plan(of("wedding", "600.01"))),
    ("UK208", plan(of("childbirth", "600.01"))),
    ("UK209", plan(of("illness", "600.01", form="money"))),
    ("UK209", plan(of("illness", "500.01", form="money"), head="organization: {region: 福建省}\n" + YEAR)),
    (
        "UK209",
        plan(
            of("illness", "1000.01", form="money", welfare="手术慰问"),
            head="organization: {region: 福建省}\n" + YEAR,
        ),
    ),
    ("UK210", plan(of("death", "2000.01", form="money"))),
    ("UK211", plan(of("bereavement", "1000.01", form="money"))),
    ("UK212", plan(of("retirement", "2000.01"))),
    ("UK213", plan(aid(per_head="3000.01"))),
    ("UK214", plan(aid(per_head="1500.01", when="每季度"))),
    ("UK214", plan(aid(per_head="3000", when="春节、端午节、中秋节各一次"))),
    ("UK215", plan(gift(per_head="380.01", headcount=100), head=FUNDS + YEAR)),
    (
        "UK215",
        plan(
            gift(cost="30000"),
            "- {welfare: 蛋糕, kind: birthday, form: goods, cost: 8000.01}",
            head=FUNDS + YEAR,
        ),
    ),
    ("UK215", plan(gift(cost="100000.01"), budget=BUDGET)),
    ("UK216", plan(gift(per_head=200), head="organization: {region: 云南省}\n" + YEAR)),
    ("UK216", plan(of("illness", 200, form="money"), head="organization: {region: 天津市}\n" + YEAR)),
    ("UK217", plan(of("birthday", form="money"))),
    ("UK217", plan("- {welfare: 生日, kind: birthday, form: money}")),
    ("UK218", plan(of("wedding", form="money"))),
    ("UK218", plan(of("[wedding, childbirth]", form="money"))),
    ("UK219", plan(of("illness", 200))),
    ("UK219", plan(of("[death, bereavement]", 200, form="voucher"))),
    ("UK220", plan(of("retirement", form="money"))),
    ("UK221", plan("- {welfare: 工会消费券, when: 3月、9月各一次, form: voucher}")),
    ("UK221", plan("- {welfare: 消费券, form: voucher}\n- {welfare: 会员消费券, when: 9月, form: voucher}")),
    ("UK221", plan("- {welfare: 工会消费券, when: 9月, form: voucher}", head="period: {year: 2024}\n")),
    ("UK222", plan(gift(welfare="中秋节消费券", form="voucher"))),
    ("UK223", plan("- {welfare: 看望老同事, kind: retiree-care, fund: 工会经费}")),
    ("UK224", plan("- {welfare: 女职工体检, kind: health-check, fund: 会费}")),
    ("UK225", plan(gift(welfare="超市购物卡"))),
    ("UK225", plan("- {welfare: 节日慰问, kind: other, text: 为会员发放代金券。}")),
    ("UK225", plan("- {welfare: 不限用途的购物卡, kind: other}")),
    ("UK225", plan("- {text: 发放过节费。, facts: [{welfare: 节日慰问, kind: other, words: 发放过节费}]}")),
    (
        "UK226",
        plan(
            "- {welfare: 送月饼, fund: 行政经费}",
            head="organization: {sector: agency, region: 山东省}\n" + YEAR,
        ),
    ),
    (
        "UK226",
        plan(
            "- {welfare: 送挂历, fund: 单位经费}",
            head="organization: {sector: enterprise, ownership: 国有, region: 山东省}\n" + YEAR,
        ),
    ),
    ("UK227", plan(gift(headcount=99), head=SCHOOL + YEAR)),
    ("UK227", plan(gift(headcount=50), gift(headcount=49), head=SCHOOL + YEAR)),
    ("UK227", plan(gift("适时", headcount=99), head=SCHOOL + YEAR)),
    ("UK228", plan(gift(headcount=101), head=SCHOOL + YEAR)),
    ("UK228", plan("- {welfare: 蛋糕, kind: birthday, form: goods, headcount: 101}", head=SCHOOL + YEAR)),
    (
        "UK228",
        plan(
            "- {welfare: 蛋糕, kind: birthday, form: goods, headcount: 101, fund: 工会经费}",
            head=SCHOOL + YEAR,
        ),
    ),
    ("UK229", plan(aid(per_head=100, headcount=5, cost="500.01"))),
    ("UK229", plan(aid(per_head=100, headcount=5, cost=1500, when="春节、中秋节"))),
    ("UK229", plan(aid(per_head=100, headcount=5, cost=1501, when="每月"))),
    ("UK230", plan(aid(per_head=100, fund="''"))),
    ("UK230", plan(aid(cost=100, fund="''"))),
    (
        "UK231",
        plan(
            gift("春节、端午节、中秋节、国庆节"),
            head="organization: {region: 陕西省}\nperiod: {year: 2016}\n",
        ),
    ),
    ("UK232", plan("- 全员必须加入医疗互助。")),
    ("UK232", plan("- 职工互助保障一律参保。")),
    ("UK232", plan("- 强制推行职工互助保障。")),
    ("UK232", plan("- {welfare: 必须参加职工互助保障, kind: medical-mutual-aid}")),
    ("UK233", plan("- 用矿泉水代替高温津贴。")),
    ("UK233", plan("- 防暑降温费折成饮料。")),
    ("UK234", plan(gift(per_head=200, form=None))),
    ("UK234", plan("- {welfare: 结婚, trigger: wedding, cost: 600, headcount: 2}")),
    ("UK235", plan("- {welfare: 五必访, trigger: [illness, hardship, death, wedding]}")),
    ("UK235", plan("- {welfare: 3必访, trigger: [illness, hardship]}")),
    ("UK236", plan("- 意外致困户另建档案。")),
    ("UK236", plan("- 为低保边缘职工建档。")),
    ("UK237", plan("- {activity: 培训班, kind: training, participants: 100, prizes: 16, owner: 甲}")),
    ("UK238", plan(gift("妇女节"))),
    ("UK238", plan(gift("3月上旬", welfare="三八妇女节慰问品"))),
    ("UK238", plan(gift("3月8日"))),
    ("UK239", plan(gift(trigger="hardship", welfare="慰问困难职工", form="money"))),
    ("UK239", plan(gift(trigger="illness"))),
    (
        "UK211",
        plan(
            of("bereavement", "1000.01", form="money", welfare="会员父母去世慰问"),
            head="organization: {region: 北京市}\n" + YEAR,
        ),
    ),
    (
        "UK211",
        plan(
            of("bereavement", "1000.01", form="money", welfare="慰问配偶父母去世的会员"),
            head="organization: {region: 北京市}\n" + YEAR,
        ),
    ),
    (
        "UK211",
        plan(
            of("bereavement", "10000.01", form="money", welfare="会员子女去世慰问"),
            head="organization: {region: 北京市}\n" + YEAR,
        ),
    ),
]
SOUND = [
    ("UK201", plan(gift("端午节"))),
    ("UK201", plan(gift("妇女节"))),
    ("UK201", plan(gift("教师节", fund="行政经费"))),
    ("UK201", plan(gift("教师节", fund="劳动保护费"))),
    ("UK201", plan(gift("教师节", trigger="hardship"))),
    ("UK201", plan(gift("9月10日", welfare="中秋节慰问品"))),
    ("UK201", plan(gift("教师节", welfare="中秋节慰问品"))),
    ("UK201", plan(gift("9月10日", welfare="“两节”慰问品"))),
    ("UK201", plan(gift("9月10日", welfare="秋季送清凉慰问品"))),
    ("UK201", plan(gift("9月11日"))),
    ("UK201", plan(gift("11月9日"))),
    ("UK201", plan(gift("10月1日"))),
    ("UK201", plan(gift("9月10日"), head="period: {year: 2022}\n")),
    ("UK201", plan(gift("11月", welfare="十一月慰问品"))),
    ("UK201", plan(gift("中秋节", welfare="教师节、中秋节慰问品"))),
    ("UK202", plan(gift("春节", welfare="春节慰问金", form="money", fund="公司行政经费"))),
    ("UK202", plan(gift("春节", form="money", trigger="hardship", headcount=5))),
    ("UK227", plan(gift("春节", form="money", trigger="hardship", headcount=5), head=SCHOOL + YEAR)),
    ("UK227", plan(gift("妇女节", headcount=60), head=SCHOOL + YEAR)),
    ("UK227", plan(gift("教师节", headcount=60), head=SCHOOL + YEAR)),
    ("UK238", plan(gift("妇女节", fund="行政经费"))),
    ("UK238", plan(gift("妇女节", fund="劳动保护费"))),
    ("UK238", plan(gift("妇女节", done="true"))),
    ("UK238", plan(gift("春节"))),
    ("UK239", plan(gift())),
    ("UK239", plan(aid(trigger="hardship"))),
    ("UK239", plan(gift(trigger="hardship", done="true"))),
    (
        "UK211",
        plan(
            of("bereavement", 10000, form="money", welfare="会员配偶、父母、子女去世慰问"),
            head="organization: {region: 北京市}\n" + YEAR,
        ),
    ),
    (
        "UK211",
        plan(
            of("bereavement", 1000, form="money", welfare="会员岳父母、公婆去世慰问"),
            head="organization: {region: 北京市}\n" + YEAR,
        ),
    ),
    ("UK211", plan(of("bereavement", 10000, form="money"), head="organization: {region: 北京市}\n" + YEAR)),
    (
        "UK201",
        plan(
            gift("{wording: 开斋节, festival: 开斋节}"),
            head="organization: {region: 宁夏回族自治区}\n" + YEAR,
        ),
    ),
    ("UK202", plan(gift(form="voucher"))),
    ("UK203", plan(gift("春节、中秋节各一次", per_head=800))),
    (
        "UK203",
        plan(gift("每年春节、中秋节", per_head=800), head=SHANDONG + "period: {year: 2026, half: 2}\n"),
    ),
    ("UK203", plan(gift("春节", per_head=900, done="true"), gift("中秋节", per_head=900))),
    (
        "UK203",
        plan(
            "- {role: review, heading: 回顾, content: [{welfare: 慰问, kind: festival-gift, per_head: 2000}]}"
        ),
    ),
    ("UK203", plan(gift("春节", per_head=2000, fund="单位福利费"))),
    ("UK203", plan(gift("春节", per_head=1000), "- {welfare: 工会消费券, form: voucher, per_head: 900}")),
    ("UK203", plan(gift(per_head=900, headcount=50), gift(per_head=800, headcount=50), head=SCHOOL + YEAR)),
    ("UK203", plan(gift("春节、中秋节", per_head=1600, headcount=100, cost=160000))),
    ("UK203", plan(gift("2026年中秋节", per_head=900), gift("2027年春节", per_head=900))),
    ("UK203", plan(gift("每季度", per_head=400))),
    ("UK203", plan(gift())),
    ("UK203", plan(gift(per_head=900), f"- {{heading: 安排, content: [{gift(per_head=900)[2:]}]}}")),
    ("UK209", plan(of("illness", 5000, form="money", welfare="大病救助"))),
    ("UK203", plan(gift(per_head=2000), head="organization: {region: 云南省}\n" + YEAR)),
    ("UK203", plan(gift(per_head=2000), head="organization: {region: 安徽省}\nperiod: {year: 2026}\n")),
    ("UK204", plan(gift("春节、中秋节", per_head=200), head="organization: {region: 贵州省}\n" + YEAR)),
    ("UK204", plan(gift("春节", per_head=500), head="organization: {region: 贵州省}\n" + YEAR)),
    ("UK204", plan(gift("9月", per_head=300), head="organization: {region: 贵州省}\n" + YEAR)),
    ("UK205", plan(gift(per_head=500, headcount=100), head=BEIJING + YEAR, budget=BUDGET)),
    ("UK205", plan(gift(cost=100000), head=BEIJING + "period: {year: 2026, half: 2}\n", budget=BUDGET)),
    ("UK205", plan(gift(per_head=5000), head=BEIJING + YEAR, budget=BUDGET)),
    ("UK205", plan(gift(per_head=5000, headcount="约100人"), head=BEIJING + YEAR, budget=BUDGET)),
    ("UK206", plan(of("birthday", 300))),
    ("UK206", plan(of("birthday", 400, fund="行政经费"))),
    ("UK206", plan(of("birthday", 400, done="true"))),
    ("UK206", plan("- {welfare: 蛋糕, kind: birthday, form: goods}")),
    ("UK207", plan(of("wedding", 600))),
    ("UK207", plan(of("celebration", 700))),
    ("UK208", plan(of("childbirth", 600))),
    ("UK209", plan(of("illness", 600, form="money"))),
    ("UK209", plan(aid(trigger="illness", per_head=2000))),
    (
        "UK209",
        plan(
            of("illness", 1000, form="money", welfare="手术慰问"),
            head="organization: {region: 福建省}\n" + YEAR,
        ),
    ),
    ("UK210", plan(of("death", 2000, form="money"))),
    ("UK211", plan(of("bereavement", 1000, form="money"))),
    ("UK212", plan(of("retirement", 2000))),
    ("UK213", plan(aid(per_head=3000))),
    ("UK213", plan(aid(per_head=5000, done="true"))),
    ("UK214", plan(aid(per_head=1500, when="每季度"))),
    ("UK214", plan(aid(per_head=6001))),
    ("UK214", plan(aid(when="每季度"))),
    ("UK215", plan(gift(per_head=380, headcount=100), head=FUNDS + YEAR)),
    ("UK215", plan(gift(cost=100000), budget=BUDGET)),
    ("UK215", plan(gift(per_head=900), head=FUNDS + YEAR)),
    ("UK215", plan(gift(cost=900000), budget="budget: {income: [{account: 会费收入, amount: 1}]}")),
    ("UK215", plan(gift(cost=900000))),
    ("UK215", plan(aid(cost=900000))),
    ("UK216", plan(gift(per_head=200))),
    ("UK216", plan(gift(per_head=200), head="organization: {region: 山东省济南市}\n" + YEAR)),
    ("UK216", plan(gift(per_head=200), head=YEAR)),
    ("UK216", plan(gift(), aid(per_head=200), head="organization: {region: 云南省}\n" + YEAR)),
    ("UK217", plan(of("birthday", form="voucher"))),
    ("UK217", plan(of("birthday", form="money", fund="单位经费"))),
    ("UK218", plan(of("wedding", form="goods"))),
    ("UK218", plan(of("illness", form="money"))),
    ("UK219", plan(of("illness", 200, form="money"))),
    ("UK219", plan(of("illness"))),
    ("UK219", plan(of("wedding", 200))),
    ("UK220", plan(of("retirement"))),
    ("UK221", plan("- {welfare: 工会消费券, when: 9月, form: voucher}")),
    ("UK221", plan("- {welfare: 工会消费券, when: 9月}\n- {welfare: 文旅消费券}\n- {welfare: 提货券}")),
    ("UK221", plan("- {welfare: 工会消费券, when: 2026年12月}\n- {welfare: 工会消费券, when: 2027年1月}")),
    (
        "UK221",
        plan("- {welfare: 电子消费券}", head="organization: {region: 湖南省}\nperiod: {year: 2020}\n"),
    ),
    ("UK222", plan(gift(welfare="中秋节提货券", form="voucher"))),
    ("UK222", plan(gift(welfare="中秋节消费券", form="voucher", done="true"))),
    ("UK222", plan(gift(welfare="中秋节消费券"), head="period: {year: 2024}\n")),
    ("UK223", plan("- {welfare: 看望老同事, kind: retiree-care, fund: 行政经费}")),
    ("UK223", plan("- {welfare: 看望老同事, kind: retiree-care, fund: 工会经费和学校行政经费}")),
    ("UK223", plan("- {welfare: 纪念品, kind: retiree-care, trigger: retirement, fund: 工会经费}")),
    ("UK223", plan("- {welfare: 看望老同事, kind: retiree-care}")),
    (
        "UK223",
        plan("- {welfare: 看望老同事, kind: retiree-care, fund: 工会经费}", head="period: {year: 2024}\n"),
    ),
    ("UK224", plan("- {welfare: 体检, kind: health-check, fund: 单位承担}")),
    ("UK224", plan("- {welfare: 体检, kind: health-check, fund: 工会经费, done: true}")),
    ("UK225", plan(gift(welfare="蛋糕券、提货券、电影票"))),
    ("UK225", plan("- {welfare: 节日慰问, kind: other, text: 严禁发放购物卡。}")),
    ("UK225", plan("- {welfare: 清退购物卡, kind: other, done: true}")),
    (
        "UK226",
        plan(
            "- {welfare: 送月饼, fund: 工会经费}",
            head="organization: {sector: agency, region: 山东省}\n" + YEAR,
        ),
    ),
    (
        "UK226",
        plan(
            "- {welfare: 送月饼, fund: 单位经费}",
            head="organization: {sector: enterprise, region: 山东省}\n" + YEAR,
        ),
    ),
    (
        "UK226",
        plan(
            "- {welfare: 送月饼, fund: 单位福利费}",
            head="organization: {sector: agency, region: 山东省}\n" + YEAR,
        ),
    ),
    (
        "UK226",
        plan(
            "- {welfare: 给困难职工送年货, trigger: hardship, fund: 行政经费}",
            head="organization: {sector: agency, region: 山东省}\n" + YEAR,
        ),
    ),
    ("UK227", plan(gift(headcount=100), head=SCHOOL + YEAR)),
    ("UK227", plan(gift(headcount=60), gift(headcount=40), head=SCHOOL + YEAR)),
    ("UK227", plan(gift(headcount="约90人"), gift("春节"), head=SCHOOL + YEAR)),
    ("UK227", plan(gift(headcount=9), head=SCHOOL.replace("school", "federation") + YEAR)),
    ("UK228", plan(gift(headcount=100), head=SCHOOL + YEAR)),
    ("UK228", plan(gift(headcount="约120人"), head=SCHOOL + YEAR)),
    ("UK228", plan("- {welfare: 蛋糕, kind: birthday, form: goods, headcount: 120人次}", head=SCHOOL + YEAR)),
    (
        "UK228",
        plan(
            "- {welfare: 蛋糕, kind: birthday, form: goods, headcount: 101, fund: 行政经费}",
            head=SCHOOL + YEAR,
        ),
    ),
    ("UK228", plan("- {welfare: 体检, kind: health-check, headcount: 120}", head=SCHOOL + YEAR)),
    ("UK228", plan(gift(headcount=101), head=SCHOOL.replace("school", "town") + YEAR)),
    ("UK229", plan(aid(per_head=100, headcount=5, cost=500))),
    ("UK229", plan(aid(per_head=100, headcount=5, cost=1000, when="春节、中秋节"))),
    ("UK229", plan(aid(per_head=100, headcount=5, cost=500, when="春节、中秋节"))),
    ("UK229", plan(aid(per_head=100, headcount=5, cost=1500, when="每月"))),
    ("UK229", plan(aid(per_head=100, headcount="约5人", cost=600))),
    ("UK229", plan(aid(per_head=0, headcount=5, cost=600))),
    ("UK229", plan(aid(headcount=5, cost=600))),
    ("UK230", plan(aid(per_head=100))),
    ("UK230", plan(aid(fund="''"))),
    ("UK230", plan(aid(cost=100, fund="''", line="aid"))),
    (
        "UK231",
        plan(gift("春节、端午节、中秋节"), head="organization: {region: 陕西省}\nperiod: {year: 2016}\n"),
    ),
    (
        "UK231",
        plan(
            gift("春节、端午节、中秋节"),
            gift("中秋节"),
            gift("9月"),
            aid(when="国庆节"),
            head="organization: {region: 陕西省}\nperiod: {year: 2016}\n",
        ),
    ),
    ("UK232", plan("- 动员职工自愿参加职工互助保障。")),
    ("UK232", plan("- 互助保障工作必须坚持自愿原则，不得强制参加。")),
    ("UK232", plan("- 互助保障不搞强制。")),
    ("UK232", plan("- 医疗互助工作必须抓好。")),
    ("UK232", plan("- {welfare: 职工互助保障, kind: medical-mutual-aid}")),
    ("UK232", plan("- {role: review, heading: 回顾, content: [全员必须加入医疗互助。]}")),
    ("UK233", plan("- 不得以防暑用品冲抵高温津贴。")),
    ("UK233", plan("- 按时发放高温津贴，另送清凉饮料。")),
    ("UK234", plan(gift(per_head=200))),
    ("UK234", plan(gift(form=None))),
    ("UK234", plan("- {welfare: 探望, trigger: illness, per_head: 200}")),
    ("UK234", plan(gift(per_head=200, form=None, done="true"))),
    ("UK235", plan("- {welfare: 五必访, trigger: [illness, hardship, death, wedding, mood]}")),
    ("UK235", plan("- {welfare: 五必访, trigger: illness}")),
    ("UK235", plan("- {welfare: 走访, trigger: [illness, hardship]}")),
    ("UK235", plan("- {welfare: 二十必访, trigger: [illness, hardship]}".replace("二十", "两"))),
    ("UK236", plan("- 走访社区低保户。")),
    ("UK236", plan("- {role: review, heading: 回顾, content: [走访意外致困户。]}")),
    ("UK237", plan("- {activity: 培训班, kind: training, participants: 100, prizes: 15, owner: 甲}")),
    ("UK237", plan("- {activity: 培训班, kind: training, prizes: 16, owner: 甲}")),
    (
        "UK237",
        plan("- {activity: 培训班, kind: training, participants: 100, prizes: 16, owner: 甲, done: true}"),
    ),
    ("UK237", plan("- {activity: 运动会, kind: culture-sport, participants: 100, prizes: 16, owner: 甲}")),
]


def found(text: str, *, on: dt.date | None = None) -> list[str]:
    """Codes that the rules about welfare find in a plan."""
    return [each.code for each in check_plan(load_plan(text), WELFARE, on=on)]


@pytest.mark.parametrize(("code", "text"), BROKEN)
def test_a_rule_finds_what_breaks_it(code, text):
    """Once, where it stands."""
    assert found(text).count(code) == 1


@pytest.mark.parametrize(("code", "text"), SOUND)
def test_a_rule_lets_near_misses_pass(code, text):
    """What is at the limit, was given already, or is paid by others is right."""
    assert code not in found(text)


@pytest.mark.parametrize("table", [BROKEN, SOUND])
def test_every_rule_has_a_row(table):
    """A rule without a case is not known to work."""
    assert {code for code, _ in table} == set(RULE)


@pytest.mark.parametrize(("code", "text"), [*BROKEN, *SOUND])
def test_findings_are_worded_and_none_is_about_a_rule(code, text):
    """Each has both languages, and stands at a place that the plan has or may have."""
    plan = load_plan(text)

    for each in check_plan(plan, WELFARE):
        assert each.message("zh")
        assert each.message("en")
        assert each.code in RULE
        plan.value_at(each.path[:-1])


# ---------------------------------------------------------------- figures

_OLD, _NOW, _EARLIER = dt.date(2016, 6, 30), dt.date(2026, 6, 30), dt.date(2022, 6, 30)

FIGURES = [
    ("festival-gift-per-head-year", "山东省", {_OLD: 1000, _EARLIER: 1600, _NOW: 1600}),
    (
        "festival-gift-per-head-year",
        "安徽省",
        {_OLD: 1000, _EARLIER: 1500, dt.date(2025, 6, 30): 2000, _NOW: 2200},
    ),
    ("festival-gift-per-head-year", "四川省", {_NOW: 2100}),
    ("festival-gift-per-head-year", "湖南省", {_EARLIER: 2100}),
    ("festival-gift-per-head-year", "上海市", {_OLD: 400, _EARLIER: None, _NOW: 1000}),
    ("festival-gift-per-head-year", "福建省", {_OLD: 1000, _EARLIER: 1300}),
    ("festival-gift-per-head-year", "河南省", {_OLD: None, _NOW: 2000}),
    ("festival-gift-per-head-year", "江苏省", {_OLD: 1000, _NOW: 1800}),
    ("festival-gift-per-head-year", "山西省", {_NOW: 1500}),
    ("festival-gift-per-head-year", "新疆维吾尔自治区", {_EARLIER: 1500, _NOW: 2000}),
    ("festival-gift-per-head-year", "黑龙江省", {_OLD: None, dt.date(2017, 6, 30): 1000, _NOW: None}),
    ("festival-gift-per-head-year", "北京市", {_NOW: None}),
    ("festival-gift-share", "北京市", {_OLD: None, _NOW: Fraction(1, 2)}),
    ("spring-festival-gift-per-head", "贵州省", {_NOW: 500}),
    ("national-day-gift-per-head", "贵州省", {_NOW: 200}),
    ("national-day-gift-per-head", "重庆市", {_OLD: 300, _NOW: None}),
    ("other-festival-gift-per-head", "重庆市", {_OLD: 100}),
    ("birthday-per-head", "山东省", {_OLD: 200, _NOW: 300}),
    ("birthday-per-head", "安徽省", {_EARLIER: 300, dt.date(2025, 8, 20): 300, dt.date(2025, 8, 21): 500}),
    ("birthday-per-head", "江苏省", {_OLD: 300, _NOW: 400}),
    ("birthday-per-head", "上海市", {_OLD: 250, _NOW: None}),
    ("wedding-per-head", "安徽省", {_EARLIER: 600, _NOW: 2000}),
    ("wedding-per-head", "北京市", {_NOW: 400}),
    ("childbirth-per-head", "湖北省", {_NOW: 500}),
    ("illness-per-head", "福建省", {_NOW: 500}),
    ("serious-illness-per-head", "福建省", {_NOW: 1000}),
    ("serious-illness-per-head", "北京市", {_NOW: 2000}),
    ("death-per-head", "广东省", {_NOW: 3000}),
    ("bereavement-per-head", "北京市", {_NOW: 10000}),
    ("retirement-per-head", "四川省", {_NOW: 500}),
    ("hardship-aid-per-time", "山东省", {_NOW: 3000}),
    ("hardship-aid-per-year", "山东省", {_OLD: None, _NOW: 6000}),
]


@pytest.mark.parametrize(("name", "region", "figures"), FIGURES)
def test_a_province_has_the_figures_of_its_day(name, region, figures):
    """As its rules had them then; none where nothing is known."""
    law = built_in_law()
    rulings = {day: law.ruling(name, day, region=region) for day in figures}

    assert {day: ruling and ruling.number for day, ruling in rulings.items()} == figures


@pytest.mark.parametrize(("sector", "cap"), [("enterprise", 1500), ("school", 1200)])
def test_firms_of_hubei_may_give_more(sector, cap):
    """The cap goes by the sector there."""
    ruling = built_in_law().ruling("festival-gift-per-head-year", _NOW, region="湖北省", sector=sector)

    assert ruling is not None
    assert ruling.number == cap


@pytest.mark.parametrize("day", [_OLD, _NOW])
def test_the_regions_said_to_be_known_have_a_cap(day):
    """Those, and no others."""
    law = built_in_law()
    caps = [law[name] for name in law.parameters if "-per-head" in name]
    caps.append(law["festival-gift-share"])
    told = {limit.region for cap in caps for limit in cap.limits if limit.holds(day) and limit.region}
    known = law.ruling("known-cap-regions", day)

    assert known is not None
    assert told <= set(known.names)
    if day == _NOW:
        assert set(known.names) <= told


def test_every_cap_says_where_it_comes_from_or_that_nobody_could_confirm_it():
    """What is confirmed has a source."""
    law = built_in_law()
    ours = [
        each
        for each in law
        if "-per-head" in each.name or each.name in ("gift-festivals", "festival-gift-share")
    ]

    for parameter in ours:
        for limit in parameter.limits:
            assert limit.source or limit.basis.confidence is not Confidence.CONFIRMED
            assert limit.basis.since is not None


@given(
    code=st.sampled_from(["UK206", "UK207", "UK208", "UK209", "UK210", "UK211", "UK212"]),
    region=st.sampled_from(["山东省", "安徽省", "四川省", "湖北省", "福建省", "广东省", "北京市"]),
    fen=st.integers(1, 2_000_000),
)
def test_an_amount_is_found_exactly_when_it_is_above_the_cap(code, region, fen):
    """To the fen, in every province; without a cap never."""
    rule = RULE[code]
    amount = Money(Decimal(fen).scaleb(-2))
    measure = WelfareMeasure(
        title="关心会员", triggers=(rule.event,), form=WelfareForm.GOODS, per_head=amount
    )
    plan = Plan(organization=Organization(region=region), period=Period(year=2026), content=(measure,))
    cap = built_in_law().ruling(rule.parameters[0], plan.period.end, region=region)
    above = cap is not None and Fraction(amount.yuan) > cap.number

    assert bool(check_plan(plan, [rule]).findings) is (
        above and all(built_in_law().ruling(name, plan.period.end, region=region) for name in rule.parameters)
    )


@given(parts=st.lists(st.integers(1, 90_000), min_size=1, max_size=5), data=st.data())
def test_the_yearly_sum_does_not_depend_on_how_it_is_split_or_ordered(parts, data):
    """Only the sum of the year counts."""
    festivals = ["春节", "端午节", "中秋节", "国庆节", "清明节"]
    shuffled = data.draw(st.permutations(list(zip(festivals, parts, strict=False))))
    lines = [gift(festival, per_head=Decimal(fen).scaleb(-2)) for festival, fen in shuffled]
    report = check_plan(load_plan(plan(*lines)), [RULE["UK203"]])

    assert len(report) == (sum(parts) > 160_000)


@given(fen=st.fractions(0, 10**9))
def test_an_amount_is_never_said_lower_than_it_is(fen):
    """What is above a limit is not said to be at the limit."""
    said = yuan(fen).zh.removesuffix("元")

    assert 0 <= Fraction(said) - fen < Fraction(1, 100)


# ---------------------------------------------------------------- the clock

VOUCHERS = """\
organization: {region: 山东省}
period: {year: %s}
content:
  - {welfare: 发放工会消费券, kind: other, when: 3月、9月各一次, form: voucher, per_head: 200}
"""


def test_a_plan_of_2024_and_one_of_2026_are_checked_by_the_law_of_their_time():
    """Vouchers were none of the measures of 2017; those of March 2025 allow one a year; both bases are named."""
    (before,) = check_plan(load_plan(VOUCHERS % 2024), [RULE["UK221"]])
    (after,) = check_plan(load_plan(VOUCHERS % 2026), [RULE["UK221"]])
    one = VOUCHERS.replace("3月、9月各一次", "9月")

    assert "每年最多0次" in before.message("zh")
    assert "总工办发〔2017〕32号" in before.basis.worded()
    assert before.basis.until == dt.date(2025, 3, 19)
    assert "每年最多1次" in after.message("zh")
    assert "十项措施" in after.basis.worded()
    assert after.basis.since == dt.date(2025, 3, 20)
    assert found(one % 2024) == ["UK221"]
    assert found(one % 2026) == []


def test_the_same_plan_may_be_checked_by_the_law_of_another_day():
    """Of the day that is asked for."""
    one = VOUCHERS.replace("3月、9月各一次", "9月") % 2026

    assert found(one, on=dt.date(2025, 3, 19)) == ["UK221"]
    assert found(one, on=dt.date(2025, 3, 20)) == []


def test_a_province_that_raised_its_caps_is_checked_by_those_of_the_year():
    """安徽省 allows more since August 2025."""
    text = plan(
        gift("春节、中秋节各一次", per_head=1000), head="organization: {region: 安徽省}\nperiod: {year: %s}\n"
    )

    assert found(text % 2022) == ["UK203"]
    assert found(text % 2026) == []


def test_the_stricter_of_the_province_and_a_union_of_its_own_wins_and_both_are_named():
    """A unit may cap its gifts lower; the finding says what was compared."""
    from unionkit.rules._law import Law
    from unionkit.rules._law_entries import law_of

    ours, wrong = law_of(
        {
            "parameters": {
                "birthday-per-head": {
                    "limits": [{"value": 200, "title": "本校工会福利办法", "confidence": "confirmed"}]
                }
            }
        },
        known=built_in_law(),
    )
    report = check_plan(
        load_plan(plan(of("birthday", 250))), [RULE["UK206"]], law=Law() | built_in_law() | ours
    )

    assert wrong == ()
    assert "本校工会福利办法 200元" in report.findings[0].message("zh")
    assert "山东省" in report.findings[0].message("zh")


def test_festivals_of_a_region_are_said_with_the_statutory_ones():
    """Who reads the message in 广西 sees 壮族三月三 as well."""
    text = plan(gift("教师节"), head="organization: {region: 广西壮族自治区}\n" + YEAR)
    (only,) = check_plan(load_plan(text), [RULE["UK201"]])

    assert "壮族三月三" in only.message("zh")
    assert "总工办发〔2017〕32号" in only.basis.worded()
    assert only.severity is Severity.ERROR


# ---------------------------------------------------------------- documents


def _by_document(*, region: bool) -> dict[tuple[str, str, str], list[Limit]]:
    """The limits of the built-in law by title (《》 or not), number and region of what they cite."""
    found: dict[tuple[str, str, str], list[Limit]] = {}
    for parameter in built_in_law():
        for limit in parameter.limits:
            if limit.region or not region:
                key = (limit.basis.title.strip("《》"), limit.basis.number, limit.region)
                found.setdefault(key, []).append(limit)
    return found


def test_a_document_begins_on_one_day():
    """In all data files alike; a limit of its own day says why."""
    for document, limits in _by_document(region=False).items():
        days = Counter(limit.basis.since for limit in limits)
        usual = days.most_common(1)[0][0]

        assert all(limit.note for limit in limits if limit.basis.since != usual), (document, days)


def test_a_provinces_document_is_confirmed_or_not_and_has_one_title_and_day():
    """No two files tell it differently."""
    for document, limits in _by_document(region=True).items():
        told = {(limit.basis.title, limit.basis.confidence) for limit in limits}

        assert len(told) == 1, (document, told)
    days = {
        title: {
            limit.basis.since
            for key, limits in _by_document(region=True).items()
            if key[0] == title
            for limit in limits
        }
        for title in ("山东省基层工会经费收支管理实施细则（试行）", "四川省基层工会经费收支管理实施办法")
    }

    assert list(days.values()) == [{dt.date(2018, 8, 1)}, {dt.date(2026, 1, 1)}]


def test_every_cap_on_welfare_is_the_lowest_that_holds():
    """A file may tighten it, and loosen nothing."""
    names = {name for rule in WELFARE for name in rule.parameters}

    assert {built_in_law()[name].stricter for name in names} <= {Stricter.LOWER, Stricter.TOGETHER}


# ---------------------------------------------------------------- one cause, one finding


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (plan(gift("妇女节", headcount=60), head=SCHOOL + YEAR), ["UK238"]),
        (plan(gift("教师节", headcount=60), head=SCHOOL + YEAR), ["UK201"]),
        (plan(gift("春节", form="money", trigger="hardship", headcount=5), head=SCHOOL + YEAR), ["UK239"]),
        (plan(gift("妇女节", fund="行政经费", headcount=60), head=SCHOOL + YEAR), []),
        (plan(gift("春节", welfare="春节慰问金", form="money", fund="公司行政经费")), []),
    ],
)
def test_a_gift_with_one_fault_has_one_finding(text, codes):
    """What follows from it is not told again."""
    assert found(text) == codes


def test_a_teachers_gift_in_a_firm_is_found_once():
    """That the festival is another trade's goes without saying then."""
    text = plan(gift("教师节"), head="organization: {sector: enterprise, region: 山东省}\n" + YEAR)
    codes = [each.code for each in check_plan(load_plan(text), RULES)]

    assert "UK201" in codes
    assert "UK522" not in codes


def test_aid_booked_as_gift_is_told_with_the_kind_to_use():
    """Aid at hardship, a visit at an illness."""
    (aided,) = check_plan(load_plan(plan(gift(trigger="hardship"))), [RULE["UK239"]])
    (visited,) = check_plan(load_plan(plan(gift(trigger="illness"))), [RULE["UK239"]])

    assert "请改用 kind: hardship-aid" in aided.message("zh")
    assert "use kind: condolence-visit" in visited.message("en")
    assert {aided.severity, visited.severity} == {Severity.INFO}


@pytest.mark.parametrize(("code", "text"), BROKEN)
def test_english_messages_have_no_chinese_units_and_lists(code, text):
    """Yuan for 元, commas between names."""
    for each in check_plan(load_plan(text), [RULE[code]]):
        said = each.message("en")

        assert not re.search(r"\d元|\d次|[一-龥]、[一-龥]", said.replace(quoted(each), ""))


def quoted(finding: Finding) -> str:
    """The title that a finding quotes."""
    return str(finding.facts.get("title", "“"))


# ---------------------------------------------------------------- silence, and what messages say


@pytest.mark.parametrize(
    ("code", "text", "what"),
    [
        ("UK203", plan(gift()), "per_head"),
        ("UK205", plan(gift(per_head=500), head=BEIJING + YEAR, budget=BUDGET), "headcount"),
        ("UK205", plan(gift(per_head=500), head=BEIJING + YEAR), "budget.income"),
        ("UK215", plan(gift(per_head=500)), "organization.funds"),
        (
            "UK215",
            plan(gift(per_head=500), budget="budget: {income: [{account: 会费收入, amount: 1}]}"),
            "organization.funds",
        ),
        ("UK215", plan(gift(per_head=500), head=FUNDS + YEAR), "headcount"),
        ("UK227", plan(gift(headcount=5)), "organization.members"),
        ("UK237", plan("- {activity: 培训, kind: training, prizes: 3, owner: 甲}"), "participants"),
    ],
)
def test_a_rule_that_cannot_decide_says_what_it_needs(code, text, what):
    """A plan that lacks the data gets silence, and the reason."""
    report = check_plan(load_plan(text), [RULE[code]])

    assert report.findings == ()
    assert [each.reason_zh for each in report.silent] == [f"计划没有写 {what}"]


def test_a_plan_without_a_year_is_not_measured_by_dated_caps():
    """Which law applies is not known then."""
    assert found("organization: {region: 山东省}\ncontent:\n" + gift(per_head=9999)) == []


def test_a_plan_without_a_year_is_checked_as_of_the_day_that_is_asked_for():
    """The message then names no year."""
    text = "organization: {region: 山东省}\ncontent:\n" + gift(per_head=9999)
    report = check_plan(load_plan(text), [RULE["UK203"]], on=_NOW)

    assert report.findings[0].message("zh").startswith("全年节日慰问品人均合计9999元")
    assert report.findings[0].message("en").startswith("In the year, festival gifts")


def test_a_budget_without_a_year_is_taken_as_it_stands():
    """It may be that of a year, and nothing says otherwise."""
    text = plan(gift(cost="50000.01"), head=BEIJING, budget=BUDGET)

    assert found(text, on=_NOW) == ["UK205"]


def test_the_message_about_a_year_adds_up():
    """It names each gift, the sum, the cap and what is too much."""
    text = plan(gift("春节", per_head=800), gift("中秋节", per_head="800.01"))
    (only,) = check_plan(load_plan(text), [RULE["UK203"]])

    assert only.message("zh") == (
        "2026年节日慰问品人均合计1600.01元（春节800元、中秋节800.01元），超过每人每年1600元的上限0.01元；请核减。"
    )
    assert only.path == ("content", 1, "per_head")
    assert "山东省" in only.basis.worded()


def test_what_cannot_be_confirmed_says_so_and_is_no_error():
    """Caps that one unit's rules restate are to be compared with the official text."""
    text = plan(of("wedding", "400.01"), head="organization: {region: 北京市}\n" + YEAR)
    (only,) = check_plan(load_plan(text), [RULE["UK207"]])

    assert only.severity is Severity.WARNING
    assert "尚未核实" in only.message("zh")


def test_gifts_without_form_are_told_together():
    """One finding a plan, with the number of places."""
    text = plan(gift("春节", per_head=200, form=None), gift("中秋节", per_head=200, form=None))
    (only,) = check_plan(load_plan(text), [RULE["UK234"]])

    assert len(only.others) == 1


def test_words_that_are_found_are_pointed_at():
    """A card in the text of a measure, and compulsion in its title."""
    text = plan(
        "- {welfare: 节日慰问, kind: other, text: 为会员发放代金券。}",
        "- {welfare: 必须参加职工互助保障, kind: medical-mutual-aid}",
    )
    first, second = check_plan(load_plan(text), [RULE["UK225"], RULE["UK232"]])

    assert (first.path, first.words) == (("content", 0, "text"), "代金券")
    assert second.path == ("content", 1, "welfare")


def test_gifts_of_a_school_term_are_of_the_year_in_which_they_fall():
    """国庆节 of one year and 元旦 of the next are not added."""
    text = plan(
        gift("国庆节", per_head=900),
        gift("元旦", per_head=900),
        head=SHANDONG + "period: {year: 2026, term: 1}\n",
    )

    assert "UK203" not in found(text)


def test_an_empty_plan_is_sound():
    """Nothing is promised to anybody."""
    nothing = attrs.evolve(
        Plan(), organization=Organization(region="山东省", members=10), period=Period(year=2026)
    )

    assert check_plan(nothing, WELFARE).findings == ()
