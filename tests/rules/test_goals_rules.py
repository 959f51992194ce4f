"""Rules about goals: what each finds, and what only looks as if it broke the rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.files import load_plan
from unionkit.model import Goal, Plan, Quantity, Target
from unionkit.rules import RULES, Finding, check_plan

RULE = {rule.code: rule for rule in RULES}
CODES = sorted(code for code, rule in RULE.items() if rule.family == "goals")

SCHOOL = "organization: {sector: school, staff: 128, members: 125}\ncontent:\n"
NOBODY_COUNTED = "organization: {sector: school}\ncontent:\n"
DISTRICT = "organization: {sector: federation, staff: 12}\ncontent:\n"
REVIEW = "content:\n- role: review\n  heading: 工作回顾\n  content:\n  "


def quoting(words: str, goal: str) -> str:
    """A paragraph with a goal that quotes it."""
    return f"- {{text: {words}。, facts: [{{{goal}, words: {words}}}]}}"


BROKEN = [
    ("UK301", "- goal: 满意度"),
    ("UK302", "- {goal: 覆盖面, target: '>= 101%'}"),
    ("UK302", "- {goal: 体能达标率, target: '>= 110%'}"),
    ("UK303", "- {goal: 集体合同签订率, when: 年底前}"),
    ("UK303", "- {goal: 厂务公开覆盖面, due: 2026-12-31}"),
    ("UK303", "- {goal: 职工入会率, keep: true}"),
    ("UK303", "- {goal: 参加培训人次, when: 适时}"),
    ("UK304", "- {goal: 入会率, target: '>= 95%'}"),
    ("UK304", "- {goal: 入会率, target: '>= 95%', owner: ' '}"),
    ("UK305", "- {goal: 职工书屋建成, when: 适时}"),
    ("UK305", "- {goal: 职工书屋建成, when: 尽快}"),
    ("UK306", "- {goal: 入会率, target: '>= 90%', baseline: 90.1%}"),
    ("UK306", "- {goal: 体检人数, target: '>= 90名', baseline: 91人}"),
    ("UK306", "- {goal: 入会率, target: 80%-90%, baseline: 91%}"),
    ("UK306", "- {goal: 入会率, target: '>= 9成', baseline: 95%}"),
    ("UK307", "- {goal: 新建工会, target: '>= 10家', progress: 10家}"),
    ("UK307", "- {goal: 新建工会, target: = 10家, progress: 12家}"),
    ("UK307", "- {goal: 服务职工, target: '>= 2万人次', progress: 20000人次}"),
    ("UK308", "- {goal: 劳动争议, target: <= 3起, progress: 4起}"),
    ("UK309", "- {goal: 满意率, target: '>= 90%', baseline: '0.85'}"),
    ("UK309", "- {goal: 入会, target: '>= 90人', progress: 12家}"),
    ("UK310", "- {goal: 代表出席率, target: <= 100%}"),
    ("UK310", "- {goal: 新建工会, target: '>= 0家'}"),
    ("UK310", "- {goal: 新建工会, target: '>= -3家'}"),
    ("UK310", "- {goal: 劳动争议, target: <= -1起}"),
    ("UK311", "- {goal: 培训, target: '>= 12.5人'}"),
    ("UK311", "- {goal: 培训, target: 12-15.5人}"),
    ("UK311", "- {goal: 培训, target: '>= 12人', baseline: 8.5人}"),
    ("UK311", "- {goal: 培训, target: '>= 1.00005万人次'}"),
    ("UK312", REVIEW + "- {goal: 新建工会, target: = 10家}"),
    ("UK313", SCHOOL + "- {goal: 参加培训的教职工, target: '>= 129人'}"),
    ("UK314", "- {goal: 工人先锋号, when: 年内}"),
    ("UK314", "- {goal: 先进职工之家, keep: true}"),
    ("UK315", quoting("出席率不低于95%", "goal: 出席率, target: '>= 90%'")),
    ("UK315", quoting("签订率达到百分之八十", "goal: 签订率, target: '>= 90%'")),
    ("UK315", quoting("培训会员2.1万人次", "goal: 培训, target: '>= 20000人次'")),
    ("UK315", "- {goal: 出席率, target: '>= 90%', text: 出席率达95%以上}"),
    ("UK316", quoting("争议不超过3起", "goal: 争议, target: '>= 3起'")),
    ("UK316", quoting("争议控制在3起以内", "goal: 争议, target: '>= 3起'")),
    ("UK316", quoting("出席率在90%以上", "goal: 出席率, target: <= 90%")),
    ("UK317", "- 职工满意率达到%以上。"),
    ("UK317", "- 费用控制在以内，账目公开。"),
    ("UK317", "- 代表出席率不低于 ％。"),
    ("UK318", "- 职工入会率明显提高。"),
    ("UK318", "- 着力扩大厂务公开覆盖面，办好实事。"),
    ("UK318", "- 满意度逐步提升，活动丰富。共办3场。"),
    ("UK319", "- {goal: 签订率, target: '>= 90%'}\n- {goal: 签订率, target: '>= 95%'}"),
    ("UK319", "- {goal: 签订率, target: '>= 90%'}\n- {goal: “签订率”, scope: 全部, target: 80%}"),
    ("UK319", "- {goal: 争议, target: '>= 3起'}\n- {goal: 争议, target: <= 3起}"),
    ("UK320", "- {goal: 签订率, target: 80%}\n- {goal: 签订率, scope: 国有企业, target: 90%}"),
    ("UK320", "- {goal: 签订率, scope: 企业, target: 80%}\n- {goal: 签订率, scope: 国有企业, target: 100%}"),
    ("UK321", "- {goal: 建会, target: = 9家}\n- {goal: 建会, scope: 甲镇, target: = 10家}"),
    (
        "UK321",
        (
            "- {goal: 建会, target: <= 12家}\n- {goal: 建会, scope: 甲镇, target: = 8家}\n"
            "- {goal: 建会, scope: 乙镇, target: '>= 5家'}"
        ),
    ),
    ("UK321", "- {goal: 公开面, target: = 100%}\n- {goal: 公开面, scope: 村级, target: '>= 90%'}"),
]
SOUND = [
    ("UK301", "- {goal: 换届, due: 2026-09-30}"),
    ("UK302", "- {goal: 覆盖面, target: = 100%}"),
    ("UK302", "- {goal: 支出, target: <= 110%}"),
    ("UK302", "- {goal: 产值增长率, target: '>= 120%'}"),
    ("UK302", "- {goal: 产量完成率, target: '>= 103%'}"),
    ("UK302", "- {goal: 利润同比增长, target: '>= 150%'}"),
    ("UK302", "- {goal: 完成年度任务, target: '>= 105%'}"),
    ("UK303", "- {goal: 集体合同签订率, target: '>= 90%', when: 年底前}"),
    ("UK303", "- {goal: 职工入会率, keep: true, baseline: 95%}"),
    ("UK303", "- {goal: 提高工作效率, when: 年内}"),
    ("UK303", "- {goal: 入会率}"),
    ("UK303", "- {goal: 换届选举, when: 年底前}"),
    ("UK304", "- {goal: 入会率, target: '>= 95%', owner: 组织部}"),
    ("UK304", REVIEW + "- {goal: 入会率, target: '>= 95%', progress: 90%}"),
    ("UK305", "- {goal: 职工书屋建成, when: 年底前}"),
    ("UK305", "- {goal: 职工书屋建成, when: 适时, due: 2026-12-31}"),
    ("UK305", "- {goal: 集体合同签订率, when: 适时}"),
    ("UK306", "- {goal: 入会率, target: '>= 90%', baseline: 90%}"),
    ("UK306", "- {goal: 劳动争议, target: <= 3起, baseline: 3起}"),
    ("UK306", "- {goal: 轻伤事故, target: <= 2起, baseline: 1起}"),
    ("UK306", "- {goal: 投诉率, target: <= 5%, baseline: 3%}"),
    ("UK306", "- {goal: 职工流失率, target: = 5%, baseline: 6%}"),
    ("UK306", "- {goal: 新建工会, target: '>= 10家', baseline: 125家}"),
    ("UK306", "- {goal: 活动支出, target: <= 5万元, baseline: 4万元}"),
    ("UK306", "- {goal: 入会率, target: '>= 90%', baseline: 120人}"),
    ("UK306", "- {goal: 培训, target: = 90人, baseline: 120人}"),
    ("UK307", "- {goal: 新建工会, target: '>= 10家', progress: 9家}"),
    ("UK307", "- {goal: 公开面, target: = 100%, progress: 100%}"),
    ("UK307", "- {goal: 重伤事故, target: = 0起, progress: 0起}"),
    ("UK307", "- {goal: 劳动争议, target: <= 3起, progress: 3起}"),
    ("UK307", REVIEW + "- {goal: 新建工会, target: '>= 10家', progress: 12家}"),
    ("UK308", "- {goal: 劳动争议, target: <= 3起, progress: 3起}"),
    ("UK308", "- {goal: 争议率, target: <= 3%, progress: 4%}"),
    ("UK308", "- {goal: 建会, target: '>= 3家', progress: 4家}"),
    ("UK308", REVIEW + "- {goal: 劳动争议, target: <= 3起, progress: 4起}"),
    ("UK309", "- {goal: 满意率, target: '>= 90%', baseline: 8成}"),
    ("UK309", "- {goal: 入会, target: '>= 90人', progress: 12名}"),
    ("UK309", "- {goal: 支出, target: <= 2万元, progress: 12000元}"),
    ("UK309", "- {goal: 满意率, target: '>= 5个百分点', baseline: 85%}"),
    ("UK309", "- {goal: 建会, target: '>= 9家', baseline: '5'}"),
    ("UK309", "- {goal: 建会, baseline: 5家, due: 2026-12-01}"),
    ("UK310", "- {goal: 预算执行率, target: <= 100%}"),
    ("UK310", "- {goal: 重大事故, target: = 0起}"),
    ("UK310", "- {goal: 先进职工之家, keep: true}"),
    ("UK310", "- {goal: 重大事故, target: <= 0起}"),
    ("UK311", "- {goal: 培训, target: '>= 2.15万人次'}"),
    ("UK311", "- {goal: 满意率, target: '>= 92.5%'}"),
    ("UK311", "- {goal: 人均培训, target: '>= 1.5次'}"),
    ("UK311", "- {goal: 班组平均建议, target: '>= 2.5条', baseline: 1.8条}"),
    ("UK311", "- {goal: 每人读书, target: '>= 2.5项'}"),
    ("UK311", "- {goal: 培训, target: 约 12.5人}"),
    ("UK311", "- {goal: 培训, target: '>= 12人', baseline: 约8.5人}"),
    ("UK312", REVIEW + "- {goal: 新建工会, target: = 10家, progress: 4家}"),
    ("UK312", "- {goal: 新建工会, target: = 10家}"),
    ("UK312", REVIEW + "- {goal: 职工之家, keep: true}"),
    ("UK313", SCHOOL + "- {goal: 参加培训的教职工, target: '>= 128人'}"),
    ("UK313", SCHOOL + "- {goal: 教职工培训, target: '>= 300人次'}"),
    ("UK313", SCHOOL + "- {goal: 教职工子女托管, target: '>= 300人'}"),
    ("UK313", SCHOOL + "- {goal: 教职工参与率, target: '>= 90%'}"),
    ("UK313", SCHOOL + "- {goal: 困难职工, target: <= 300人}"),
    ("UK313", NOBODY_COUNTED + "- {goal: 教职工培训, target: '>= 300人'}"),
    ("UK313", DISTRICT + "- {goal: 职工培训, target: '>= 300人'}"),
    ("UK314", "- {goal: 市级工人先锋号, when: 年内}"),
    ("UK314", "- {goal: 先进职工之家, scope: 县教育系统, keep: true}"),
    ("UK314", "- {goal: 工人先锋号创建, target: '>= 2个'}"),
    ("UK314", "- {goal: 职工书屋, keep: true}"),
    ("UK315", quoting("出席率不低于90%", "goal: 出席率, target: '>= 90%'")),
    ("UK315", quoting("由85%提高到90%", "goal: 出席率, target: '>= 90%', baseline: 85%")),
    ("UK315", quoting("30名会员的出席率", "goal: 出席率, target: '>= 90%'")),
    ("UK315", quoting("每人2件，共60件", "goal: 建议, target: '>= 60件'")),
    ("UK315", quoting("每人提2件建议", "goal: 建议, target: '>= 60件'")),
    ("UK315", quoting("培训会员2万人次", "goal: 培训, target: '>= 20000人次'")),
    ("UK315", quoting("签订率达到80%", "goal: 签订率, target: 80%-90%")),
    ("UK315", quoting("做到3条", "goal: 建议, target: '>= 5'")),
    ("UK315", quoting("全部签订", "goal: 签订率, due: 2026-12-01")),
    ("UK315", "- {text: 出席率95%。, facts: [{goal: 出席率, target: '>= 90%'}]}"),
    ("UK315", quoting("写作百分之十百", "goal: 签订率, target: '>= 90%'")),
    ("UK316", quoting("争议不超过3起", "goal: 争议, target: <= 3起")),
    ("UK316", quoting("出席率不低于90%", "goal: 出席率, target: = 90%")),
    ("UK316", quoting("事故下降5%以上", "goal: 事故, target: <= 5%")),
    ("UK316", quoting("争议3起", "goal: 争议, target: '>= 3起'")),
    ("UK317", "- 职工满意率达到90%以上。"),
    ("UK317", "- 各小组达到以上标准的，予以表彰。"),
    ("UK317", "- 做到以上几点。"),
    ("UK318", "- 职工入会率明显提高，达到95%以上。"),
    ("UK318", "- 工作效率明显提高。"),
    ("UK318", "- 公开面进一步扩大，实现全覆盖。"),
    ("UK318", "content:\n- role: review\n  heading: 工作回顾\n  content: [职工入会率明显提高。]"),
    ("UK319", "- {goal: 签订率, target: '>= 90%'}\n- {goal: 签订率, target: '>= 90%'}"),
    ("UK319", "- {goal: 公开面, target: '>= 100%'}\n- {goal: 公开面, target: = 100%}"),
    ("UK319", "- {goal: 签订率, target: 90%, owner: 甲}\n- {goal: 签订率, target: 95%, owner: 乙}"),
    ("UK319", "- {goal: 签订率, target: 90%, when: 10月底前}\n- {goal: 签订率, target: 95%, when: 年底前}"),
    (
        "UK319",
        "- {goal: 签订率, target: 90%, due: 2026-09-30}\n- {goal: 签订率, target: 95%, due: 2026-12-31}",
    ),
    ("UK319", "- {goal: 签订, target: 90%}\n- {goal: 签订, target: 95份}"),
    ("UK319", "- {goal: 签订, target: 90%}\n- {goal: 签订, due: 2026-12-01}"),
    ("UK319", REVIEW + "- {goal: 签订, target: 90%}\n- {goal: 签订, target: 95%}"),
    ("UK319", "- {goal: 签订率, scope: 甲镇, target: 90%}\n- {goal: 签订率, scope: 乙镇, target: 95%}"),
    (
        "UK320",
        "- {goal: 签订率, scope: 其他企业, target: 80%}\n- {goal: 签订率, scope: 国有企业, target: 90%}",
    ),
    (
        "UK320",
        "- {goal: 签订率, scope: 公有制企业, target: 80%}\n- {goal: 签订率, scope: 非公有制企业, target: 90%}",
    ),
    ("UK320", "- {goal: 签订率, target: 90%}\n- {goal: 签订率, scope: 国有企业, target: 90%}"),
    ("UK320", "- {goal: 签订, target: = 9份}\n- {goal: 签订, scope: 国有企业, target: = 5份}"),
    ("UK320", "- {goal: 签订率, target: 100%}\n- {goal: 签订率, scope: 国有企业, target: 90%}"),
    (
        "UK321",
        (
            "- {goal: 建会, target: = 13家}\n- {goal: 建会, scope: 甲镇, target: = 8家}\n"
            "- {goal: 建会, scope: 乙镇, target: = 5家}"
        ),
    ),
    ("UK321", "- {goal: 建会, target: '>= 9家'}\n- {goal: 建会, scope: 甲镇, target: = 10家}"),
    ("UK321", "- {goal: 公开面, target: = 100%}\n- {goal: 公开面, scope: 村级, target: = 100%}"),
    ("UK321", "- {goal: 公开面, target: <= 100%}\n- {goal: 公开面, scope: 村级, target: = 90%}"),
]


def found(code: str, content: str) -> list[Finding]:
    """What one rule finds in some content of a plan for the second half of 2026, or in a plan."""
    text = content if content.startswith(("organization", "content")) else f"content:\n{content}"
    return list(check_plan(load_plan(f"period: {{year: 2026, half: 2}}\n{text}"), [RULE[code]]))


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


HONEST = """\
会员入会率, target: '>= 95%', baseline: 92%
职代会提案办复率, target: = 100%
职工满意度, target: '>= 90分', baseline: 88分
集体合同签订率, target: '>= 90%', baseline: 85%, progress: 60%
创建市级先进职工之家, due: 2026-12-20
职工技能培训, target: '>= 200人次'
安全隐患整改率, target: = 100%, baseline: 98%
轻伤事故, target: <= 2起, baseline: 1起
重伤及以上事故, target: = 0起, baseline: 1起, progress: 0起
千人负伤率, target: <= 2‰, baseline: 1.8‰
产量完成率, target: '>= 103%'
人均培训, target: '>= 1.5次'
技术革新成果, target: '>= 12项', baseline: 9项
劳动争议调解成功率, target: '>= 60%', baseline: 55%
新就业形态劳动者入会, target: '>= 2000人', progress: 860人
走访慰问困难职工, target: '>= 30户'
工会经费收缴率, target: '>= 98%'
职工书屋建成开放, when: 10月底前
患者满意度, target: '>= 95%', baseline: 93.5%
护士规范化培训覆盖率, target: = 100%
教职工体检率, target: '>= 98%'
职工流失率, target: = 5%, baseline: 6%
单位产品综合能耗下降, target: '>= 3%'
工会活动参与率, target: 70%-80%, baseline: 65%
活动经费支出, target: <= 12万元, baseline: 10.5万元
合理化建议, target: '>= 1.2万条', baseline: 1.05万条
信访投诉件, target: <= 3件, baseline: 2件, progress: 1件
消费帮扶金额, target: '>= 6.5万元', baseline: 5.8万元
会员满意率提高, target: '>= 5个百分点', baseline: 85%
女职工特殊权益专项合同签订率, target: '>= 90%', when: 年底前
"""
SECTORS = ("school", "enterprise", "agency", "hospital", "institution", "town", "community", "federation")


@pytest.mark.parametrize("sector", SECTORS)
def test_goals_that_unions_set_have_nothing_wrong(sector):
    """In no sector does one of them have a finding, even taken together."""
    goals = "".join(f"- {{owner: 甲, goal: {each}}}\n" for each in HONEST.splitlines())
    head = f"organization: {{sector: {sector}, staff: 300, members: 290}}\nperiod: {{year: 2026, half: 2}}\n"
    report = check_plan(load_plan(f"{head}content:\n{goals}"), [RULE[code] for code in CODES])

    assert [each.message("zh") for each in report] == []


@given(share=st.integers(1, 99), baseline=st.integers(0, 100))
def test_a_rate_is_past_its_target_when_it_is_higher(share, baseline):
    """The figure itself passes, and one above it does not."""
    goal = Goal(indicator="签订率", target=Target.parse(f">= {share}%"), baseline=Quantity(baseline, "%"))

    assert bool(list(check_plan(Plan(content=[goal]), [RULE["UK306"]]))) is (baseline > share)


@given(share=st.integers(1, 99), said=st.integers(1, 99))
def test_words_agree_with_a_target_when_they_say_its_figure(share, said):
    """Any other figure is found."""
    goal = Goal(indicator="签订率", target=Target.parse(f">= {share}%"), text=f"签订率达到{said}%以上")

    assert bool(list(check_plan(Plan(content=[goal]), [RULE["UK315"]]))) is (said != share)


@given(parts=st.lists(st.integers(1, 50), min_size=1, max_size=5), more=st.integers(-3, 3))
def test_parts_may_add_up_to_the_whole(parts, more):
    """And not to more."""
    whole = max(sum(parts) + more, 0)
    goals = [Goal(indicator="建会", target=Target.parse(f"= {whole}家"))]
    goals += [
        Goal(indicator="建会", scope=f"第{at}组", target=Target.parse(f"= {number}家"))
        for at, number in enumerate(parts)
    ]

    assert bool(list(check_plan(Plan(content=goals), [RULE["UK321"]]))) is (sum(parts) > whole)


def test_words_that_contradict_are_pointed_at():
    """The finding is about the figure, where it stands."""
    (finding,) = found("UK315", quoting("出席率不低于95%", "goal: 出席率, target: '>= 90%'"))

    assert finding.words == "95%"
    assert finding.path == ("content", 0, "facts", 0, "words")
    assert "95%" in finding.message("zh")
    assert ">= 90%" in finding.message("zh")


def test_goals_without_owner_are_told_in_one_finding():
    """With the other places."""
    (finding,) = found("UK304", "- {goal: 入会率, target: 95%}\n- {goal: 出席率, target: 90%}")

    assert [spot.path for spot in finding.others] == [("content", 1, "goal")]


def test_each_contradiction_of_one_indicator_is_told_once():
    """The first target counts as said; each other one is found."""
    goals = "\n".join(f"- {{goal: 签订率, target: {share}%}}" for share in (90, 95, 98))

    assert [each.path[1] for each in found("UK319", goals)] == [1, 2]


def test_without_a_headcount_nobody_is_counted():
    """The rule says what it would need."""
    report = check_plan(
        load_plan(NOBODY_COUNTED + "- {goal: 教职工培训, target: '>= 300人'}"), [RULE["UK313"]]
    )

    assert [each.reason_zh for each in report.silent] == ["计划没有写 organization.staff"]
