"""The rules about leftovers: what each finds, what only looks as if it broke the rule, and what their fixes leave."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.files import load_plan
from unionkit.model import Paragraph, Period, Plan, chinese_number
from unionkit.rules import RULES, Check, Passage, Severity, check_plan, mended
from unionkit.rules._leftovers_lexicon import table
from unionkit.rules._leftovers_terms import entries_of, slips
from unionkit.testing import plans

RULE = {rule.code: rule for rule in RULES if rule.family == "leftovers"}
CODES = sorted(RULE)
SCHOOL = "organization: {name: 清河市第一中学工会, sector: school, region: 山东省}\n"
FIRM = "organization: {name: 青禾机械公司工会, sector: enterprise, region: 山东省}\n"
VISITS = "生病住院必访、生活困难必访、婚丧喜事必访、职工生育必访"


def said(text: str, head: str = "", period: str = "{year: 2026, half: 2}") -> str:
    """A plan with one paragraph."""
    return f"{head}period: {period}\ncontent: ['{text}']"


BROKEN = [
    ("UK701", said("党的xx届四中全会")),
    ("UK701", "organization: {name: '**中学工会'}\ncontent: []"),
    ("UK701", said("__月__日召开会议。")),
    ("UK701", said("20xx年xx月xx日召开会议。")),
    ("UK701", said("和张某某同志谈心。")),
    ("UK701", said("征求意见xx次。")),
    ("UK702", said("召开（ ）次会议。")),
    ("UK702", said("召开(  )次会议。")),
    ("UK702", said("2026年  月  日召开会议。")),
    ("UK702", said("责任人：〔待填〕。")),
    ("UK702", said("【单位名称】的职工。")),
    ("UK702", said("在此处填写目标。")),
    ("UK702", said("{{name}}的职工。")),
    ("UK702", "content:\n- {activity: ← 活动名称, owner: 宣传部}"),
    ("UK703", said("桥东中学工会在校党支部领导下开展工作。", SCHOOL)),
    ("UK703", said("办好书屋。下半年，桥东小学工会要办好食堂。", SCHOOL)),
    ("UK703", f"{SCHOOL}title: 桥东中学工会工作计划\ncontent: []"),
    ("UK703", said("红星钢铁公司工会依靠职工办企业。", FIRM)),
    ("UK704", said("落实江苏省总工会的部署。", SCHOOL)),
    ("UK704", said("在上海市委领导下开展工作。", SCHOOL)),
    ("UK704", said("江苏省总工会职工之家评选要抓好。", SCHOOL)),
    ("UK705", said("走进车间。慰问班组。", SCHOOL)),
    ("UK705", said("深化校务公开；加强师德建设。", FIRM)),
    (
        "UK705",
        "organization: {name: 甲县教育工会, sector: federation}\ncontent: [配合安监部门防治职业病。, 抓安全生产。]",
    ),
    ("UK706", said("我校工会办好书屋。", FIRM)),
    ("UK706", said("本公司工会办好书屋。", SCHOOL)),
    ("UK707", "title: 工会工作计划篇3\ncontent: []"),
    ("UK707", said("解决[由网站收集整理]实际困难。")),
    ("UK707", said("更多优质范文请移步站内查找。")),
    ("UK707", said("www.example.com")),
    ("UK711", said("以群众路线教育实践活动为契机改进作风。")),
    ("UK711", said("举办迎世博歌会。", period="{year: 2011, half: 1}")),
    ("UK711", said("开展党纪学习教育。")),
    ("UK712", said("围绕“十四五”规划目标开展竞赛。")),
    ("UK712", said("围绕十三五时期的目标开展竞赛。", period="{year: 2021}")),
    ("UK713", said("庆祝新中国成立76周年。")),
    ("UK713", said("庆祝建党一百周年。")),
    ("UK713", said("庆祝第41个教师节。")),
    ("UK714", said("学习贯彻党的十九大精神。")),
    ("UK714", said("贯彻中国工会十七大精神。", period="{year: 2024, half: 1}")),
    ("UK714", said("贯彻党的十八大、十九大精神。")),
    ("UK714", said("深入贯彻党的十九届六中全会精神。")),
    ("UK715", said("学习贯彻党的二十一大精神。")),
    ("UK715", said("学习贯彻党的二十大精神。", period="{year: 2021, half: 2}")),
    ("UK716", said("举办喜迎党的二十大歌会。")),
    ("UK716", said("迎接全总十八大召开。", period="{year: 2024}")),
    ("UK717", "content: [贯彻全总十七大精神。, 学习全总十八大精神。]"),
    ("UK718", said("学习党的二十精神。")),
    ("UK718", said("学习贯彻党的和二十届四中全会精神。")),
    ("UK718", said("全面学习党的以及上级的部署。")),
    ("UK719", said("党的十九届八中全会")),
    ("UK721", said("2025年工会工作要点是办好书屋。")),
    ("UK721", said("2015年12月举行运动会。")),
    ("UK721", said("2024年度工会工作要点如下。")),
    ("UK722", said("2026年上半年工作计划如下：")),
    ("UK722", said("2026年上半年将组织一次培训。")),
    ("UK722", said("上半年组织一次培训。", period="{half: 2}")),
    ("UK722", said("春季学期将开展一次评选。")),
    ("UK722", said("下半年举办运动会。", period="{year: 2026, half: 1}")),
    ("UK722", said("3月中旬推选1名代表。")),
    ("UK722", said("“五一”和国庆期间分别举办歌会。")),
    ("UK722", said("10月举办运动会。", period="{year: 2026, half: 1}")),
    ("UK723", said("下半年，工会加强学习，取得较好成绩。", period="{half: 2}")),
    ("UK723", said("上半年各项工作取得了明显成效。", period="{half: 1}")),
    ("UK724", said("一年来慰问会员30人次。")),
    ("UK731", said("坚持“五必访”。")),
    ("UK731", said("参加六个“一”竞赛。")),
    ("UK732", said(f"坚持“五必访”：{VISITS}。")),
    ("UK732", said(f"坚持“五必访”（{VISITS}、退休必访、受灾必访）。")),
    ("UK732", said("推进“三项工程”，即民主建设、队伍建设。")),
    ("UK733", said("在四个方面提高：一是思想，二是技术，三是作风。")),
    ("UK733", said("做好2项工作：一是培训，二是走访，三是公开。")),
    ("UK734", said("落实中央九项规定精神。")),
    ("UK734", said("完善协调劳动关系四方机制。")),
    ("UK735", said("推行“1+X”模式。")),
    ("UK741", said("参加市总工会评选的三八红旗手。")),
    ("UK741", said("参加市妇联命名的五一巾帼标兵岗。")),
    ("UK741", said("争取市总工会授予省劳动模范。")),
    ("UK742", said("确保2名职工荣获五一劳动奖状。")),
    ("UK742", said("推动车间争创五一劳动奖章。")),
    ("UK742", said("授予3名职工工人先锋号。")),
    ("UK742", said("授予2个班组五一劳动奖章。")),
    ("UK742", "content:\n- {goal: 市工人先锋号, target: '= 1名', owner: 甲}"),
    ("UK742", "content:\n- {goal: 市五一劳动奖章, target: '= 1家', owner: 甲}"),
    ("UK743", said("参加2022—2023年度“安康杯”竞赛。")),
    ("UK743", said("参加2025-2026年度安康杯竞赛。", period="{year: 2023, half: 2}")),
    ("UK744", said("联合安监局排查隐患。")),
    ("UK744", said("邀请卫计委专家讲座。")),
    ("UK751", said("完成经费拔缴。")),
    ("UK751", said("覆盖面达90%上。")),
    ("UK751", said("解决职工最关、最直接的利益问题。")),
    ("UK751", said("办好最直接、最现的利益实事。")),
    ("UK751", said("解决最关心、最直接、最现的问题。")),
    ("UK751", said("活动形式灵活型多样。")),
    ("UK751", said("开展喜文乐见的活动。")),
    ("UK751", said("开展喜闻喜乐见的活动。")),
    ("UK751", said("按步就班推进。")),
    ("UK751", said("营造更好地氛围。")),
    ("UK751", said("以良好地状态投入工作。")),
    ("UK751", said("通过活动，活跃的职工的业余生活。")),
    ("UK751", said("扩大服务参与方面，让更多职工受益。")),
    ("UK751", said("增强为群众、服务的意识。")),
    ("UK751", said("树立为会员、办实事的意识。")),
    ("UK751", said("维护职工会的合法权益。")),
    ("UK751", said("组织工会员参观。")),
    ("UK751", said("增强主人公意识。")),
    ("UK752", said("召开工作者代表大会。")),
    ("UK752", said("开展薪水集体协商。")),
    ("UK752", said("走访慰问难题职工。")),
]
SOUND = [
    ("UK701", said("2026年下半年")),
    ("UK701", said("李某某同志患病，工会派人探望。")),
    ("UK701", said("班组长签名：______")),
    ("UK701", said("签名：____ 日期：____年__月__日")),
    ("UK701", said("职工意见栏：____")),
    ("UK701", said("合同编号：××××（签订时填写）")),
    ("UK702", said("签字：（  ）")),
    ("UK702", said("召开（2）次会议。")),
    ("UK702", said("2026年9月10日召开会议。")),
    ("UK702", said("报名表请填写完整。")),
    ("UK702", said("【活动时间】10月。")),
    ("UK703", said("清河一中工会在校党支部领导下开展工作。", SCHOOL)),
    ("UK703", said("与桥东中学工会联合举办活动。", SCHOOL)),
    ("UK703", said("办好书屋。成立桥东中学工会互助组。", SCHOOL)),
    ("UK703", said("各中学工会办好书屋。", SCHOOL)),
    ("UK703", said("桥东中学工会、北岭中学工会和我校一起办。", SCHOOL)),
    ("UK703", said("红星公司工会捐了图书。", SCHOOL)),
    ("UK703", f"{SCHOOL}content: []\nsignature: 桥东中学工会"),
    ("UK704", said("落实山东省总工会的部署。", SCHOOL)),
    ("UK704", said("参照北京市教育工会的做法办好书屋。", SCHOOL)),
    ("UK704", said("赴江苏省总工会学习经验。", SCHOOL)),
    ("UK704", said("接受上海市总工会劳动竞赛验收。", SCHOOL)),
    ("UK704", said("参加河北省总工会组织的劳动竞赛。", SCHOOL)),
    ("UK704", said("配合江苏省教育工会开展长三角交流。", SCHOOL)),
    ("UK704", said("北京市总工会职工大学办班。", SCHOOL)),
    ("UK705", said("班组长岗位体验日：带学生走进车间。", SCHOOL)),
    ("UK706", said("本公司走进车间。慰问班组。", SCHOOL)),
    ("UK705", said("走进实训车间听意见。", SCHOOL)),
    ("UK705", said("落实安全生产责任，排查隐患。", SCHOOL)),
    ("UK705", said("深化校务公开，加强师德建设。", SCHOOL)),
    ("UK705", said("深化校务公开，加强师德建设。", "organization: {name: 甲市总工会, sector: federation}\n")),
    (
        "UK705",
        said("深化校务公开，加强师德建设。", "organization: {name: 教育局机关工会, sector: agency}\n"),
    ),
    ("UK706", said("我校工会办好书屋。", SCHOOL)),
    ("UK706", said("开展“我校是我家”征文。", FIRM)),
    ("UK706", said("服务我镇发展。", SCHOOL)),
    ("UK707", "title: 工会工作计划\ncontent: [第二篇章, 征文一篇]"),
    ("UK707", said("征文分上下篇二")),
    ("UK707", said("登录www.example.com报名。")),
    ("UK711", said("以群众路线教育实践活动为契机改进作风。", period="{year: 2014, half: 2}")),
    ("UK711", said("巩固群众路线教育实践活动成果。")),
    ("UK711", said("推进党纪学习教育常态化长效化。")),
    ("UK711", "period: {year: 2026}\ncontent:\n- {role: review, content: [开展了党纪学习教育。]}"),
    ("UK712", said("围绕“十五五”规划目标开展竞赛。")),
    ("UK712", said("围绕“十四五”规划目标开展竞赛。", period="{year: 2025, half: 2}")),
    ("UK712", said("总结“十四五”规划的成绩。")),
    ("UK713", said("庆祝新中国成立77周年。")),
    ("UK713", said("学习在庆祝建党100周年大会上的讲话。")),
    ("UK713", said("庆祝第42个教师节。")),
    ("UK714", said("学习贯彻党的二十大精神。")),
    ("UK714", said("贯彻党的十九大、二十大精神。")),
    ("UK714", said("贯彻党的十九大精神。", period="{year: 2022, half: 2}")),
    ("UK714", "period: {year: 2026}\ncontent:\n- {role: review, content: [贯彻了党的十九大精神。]}"),
    ("UK714", said("贯彻党的二十届四中全会精神。")),
    ("UK714", said("贯彻党的十九届六中全会、二十届四中全会精神。")),
    ("UK714", said("贯彻党的十九届六中全会精神。", period="{year: 2022, half: 2}")),
    ("UK714", said("第一、十二大精神。")),
    ("UK714", said("党的十八大以来，工会贯彻上级精神。")),
    ("UK715", said("迎接党的二十一大，学习贯彻上级精神。")),
    ("UK715", said("学习贯彻党的二十一大精神。", period="{year: 2028}")),
    ("UK716", said("喜迎党的二十一大。")),
    ("UK716", said("喜迎党的二十大。", period="{year: 2022, half: 2}")),
    ("UK717", "content: [贯彻全总十八大精神。, 学习中国工会十八大精神。]"),
    ("UK717", "content: [贯彻党的十九大、二十大精神。, 学习党的二十大精神。]"),
    ("UK717", "content: [贯彻党的二十大精神。, 学习全总十八大精神。]"),
    ("UK718", said("学习党的二十大精神。")),
    ("UK718", said("学习党的理论和路线。")),
    ("UK719", said("党的十九届七中全会")),
    ("UK719", said("党的十三届八中全会")),
    ("UK721", said("2026年12月举行运动会。")),
    ("UK721", said("2008年成立的职工书屋要办好。")),
    ("UK721", said("落实《工会法》（2021年修正）。")),
    ("UK721", said("到2035年建成示范点。")),
    ("UK721", said("2025年度困难职工档案要更新。")),
    ("UK721", said("2025年工作计划完成情况良好。")),
    ("UK721", said("2023年签订的集体合同将于2026年12月到期，9月启动续签。")),
    ("UK721", said("2023年签订的集体合同要续签。")),
    ("UK721", said("按2024年度职工平均工资核定补助。")),
    ("UK721", said("2024年度职工平均工资作为核定补助的依据。")),
    ("UK721", said("对照2024年满意度调查的问题逐项整改。")),
    ("UK722", said("上半年工作计划完成情况如下。")),
    ("UK722", said("2025年上半年工作计划如下：")),
    ("UK722", said("2027年上半年将组织一次培训。")),
    ("UK722", said("下半年组织一次培训。")),
    ("UK722", said("上半年组织了一次培训。")),
    ("UK722", said("明年上半年组织一次培训。")),
    ("UK722", said("上半年组织一次培训。", period="{year: 2026}")),
    (
        "UK722",
        "period: {half: 2}\ncontent:\n- {text: 上半年组织培训。, facts: [{activity: 培训, when: 上半年, words: 上半年组织培训}]}",
    ),
    ("UK722", said("9月中旬推选1名代表。")),
    ("UK722", said("11月至次年3月开展送温暖活动，每年3月评选。")),
    ("UK722", said("五一劳动奖章评选要推荐一线职工。")),
    ("UK722", said("12月至1月开展慰问。")),
    ("UK723", said("下半年力争各项工作取得较好成绩。")),
    ("UK723", said("上半年各项工作取得了明显成效。")),
    ("UK723", said("去年下半年各项工作取得了明显成效。")),
    ("UK724", said("一年来慰问会员30人次。", period="{year: 2026, half: 1}")),
    ("UK724", said("近一年来慰问会员30人次。")),
    ("UK731", said(f"坚持“五必访”：{VISITS}、退休必访。")),
    ("UK731", said("开展民主建设、队伍建设、生活保障建设的“三项工程”。")),
    ("UK731", said("推进“三项工程”，一是民主建设，二是队伍建设，三是生活保障。")),
    ("UK731", said("不违反“八不准”。")),
    ("UK731", f"content: [坚持“五必访”。, '{VISITS}、退休必访。']"),
    (
        "UK731",
        "content:\n- heading: 推进“三项工程”\n  content: [{heading: 甲, content: []}, {heading: 乙, content: []}]",
    ),
    ("UK732", said(f"坚持“五必访”：{VISITS}、退休必访。")),
    ("UK732", said("坚持“五必访”：生病，困难，婚丧，生育，退休。")),
    ("UK732", said("推进“三项工程”，即民主建设、队伍建设和生活保障建设。")),
    ("UK732", "content: ['坚持“五必访”：', '生病必访。']"),
    ("UK732", said("坚持“五必访”：对生病、困难的会员要及时看望。")),
    ("UK732", said("推进“三项工程”。一是办书屋，二是办食堂。")),
    ("UK733", said("在三个方面提高：一是思想，二是技术，三是作风。")),
    ("UK733", "content: ['做好两项工作：一是培训。', 二是走访。]"),
    ("UK733", "content: ['做好两项工作：一是培训。', 请落实。, 二是走访。]"),
    ("UK734", said("落实中央八项规定精神。")),
    ("UK734", said("完善协调劳动关系三方机制。")),
    ("UK735", said("推行“1+X”模式（1份综合集体合同加专项合同）。")),
    ("UK735", said("推行1+X，即一家带多家。")),
    ("UK735", "content: [推行“1+X”模式。, 签订女职工专项集体合同。]"),
    ("UK735", said("开展1+X证书培训。")),
    ("UK741", said("参加市总工会、市妇联评选的三八红旗手。")),
    ("UK741", said("参加市总工会命名的工人先锋号。")),
    ("UK741", said("配合市总工会评选省劳动模范。")),
    ("UK742", said("确保2名职工荣获五一劳动奖章。")),
    ("UK742", said("推荐3名职工参评五一劳动奖章、2个班组参评工人先锋号。")),
    ("UK742", "content:\n- {goal: 市工人先锋号, target: '= 1个', owner: 甲}"),
    ("UK742", "content:\n- {goal: 市五一劳动奖章, target: '= 1名', owner: 甲}"),
    ("UK743", said("参加2025—2026年度“安康杯”竞赛。")),
    ("UK743", said("参加2019—2020年度“安康杯”竞赛。", period="{year: 2024}")),
    ("UK744", said("联合安监局排查隐患。", period="{year: 2018}")),
    ("UK744", said("联系原安监局的老同志。")),
    ("UK744", said("学习《关于2016年安监局“三定”方案的说明》。")),
    ("UK744", said("学习“卫计委工作手册”。")),
    ("UK751", said("完成经费拨缴。")),
    ("UK751", said("学习《经费拔缴办法》，开展“劳动竟赛”。")),
    ("UK751", said("选拔付出多的职工，毕竟赛场无情。")),
    ("UK751", said("依靠集体和同志们，向职代汇报工作。")),
    ("UK751", said("宣传报到入会流程。")),
    ("UK751", said("形式更加多样，灵活而多样，步调不一致的要改。")),
    ("UK751", said("排民忧解民难，寓德教于乐，坚持不松懈，凝心聚合力。")),
    ("UK751", said("要求认真务实，以试点带面，扶贫解困，雪里送炭。")),
    ("UK751", said("更好地环境保护，更好地服务职工。")),
    ("UK751", said("以丰富的职工文化生活，凝聚人心。")),
    ("UK751", said("在扩大组织覆盖方面，要下功夫。")),
    ("UK751", said("为职工维权、服务大局，为职工、服务对象办事。")),
    ("UK751", said("关心教职工会员的生活，职工会员多。")),
    ("UK751", said("解决职工最急、最盼、最直接的问题。")),
    ("UK751", said("覆盖面达90%以上，比例上升5%上下。")),
    ("UK751", said("在全覆盖方面下功夫。")),
    ("UK752", said("召开职工代表大会和社会工作者代表大会。")),
    ("UK752", said("参加教育工作者代表大会。")),
    ("UK752", said("开展薪酬集体协商，推进劳动榜样评选。")),
    ("UK752", said("改善条件艰苦职工宿舍。")),
    ("UK752", said("维护职工的合法权利和利益，办好工会事情。")),
]


def found(text: str) -> list[str]:
    """Codes that the rules of the family find in a plan."""
    return [each.code for each in check_plan(load_plan(text), RULE.values())]


def plan_saying(text: str, year: int = 2026) -> Plan:
    """A plan with one paragraph."""
    return Plan(title="", period=Period(year=year, half=2), content=[Paragraph(text=text)])


@pytest.mark.parametrize(("code", "text"), BROKEN)
def test_a_rule_finds_what_breaks_it(code, text):
    """Once, where it stands."""
    assert found(text).count(code) == 1


@pytest.mark.parametrize(("code", "text"), SOUND)
def test_a_rule_lets_near_misses_pass(code, text):
    """What looks as if it broke the rule does not."""
    assert code not in found(text)


def test_every_rule_has_both():
    """Something that it finds, and something that only looks so."""
    told_by_example = {"UK736"}

    assert {code for code, _ in BROKEN} == set(CODES) - told_by_example
    assert {code for code, _ in SOUND} == set(CODES) - told_by_example


def test_an_announced_member_without_heading_is_found():
    """The heading that took its place is named."""
    text = (
        "content:\n- heading: 推进“三项工程”\n  content:\n  - 抓好民主建设、队伍建设、生活保障建设的“三项工程”。\n"
        "  - {heading: 促进民主建设, content: []}\n  - {heading: 推动素质提高, content: []}\n"
        "  - {heading: 加强生活保障建设, content: []}\n"
    )
    (told,) = check_plan(load_plan(text), [RULE["UK736"]])

    assert told.words == "队伍建设"
    assert "推动素质提高" in told.message("zh")
    assert found(text.replace("素质提高", "队伍建设")) == []
    assert found(text.replace("、队伍建设、", "、")) == []


@pytest.mark.parametrize(("code", "text"), [("UK701", "xx中学"), ("UK742", "2名职工荣获工人先锋号")])
def test_a_rule_about_texts_and_items_can_be_asked_of_a_text(code, text):
    """As any rule about wording can."""
    check = Check(plan=plan_saying(text), path=("content", 0, "text"))

    assert len(list(RULE[code].check(Passage(text), check))) == 1


def test_words_of_another_sector_are_told_in_one_finding():
    """With all the words, and every text that has them."""
    text = f"{FIRM}content: [深化校务公开。, 加强师德建设。, 教代会要开好。]"
    (told,) = check_plan(load_plan(text), [RULE["UK705"]])

    assert "校务公开、师德、教代会" in told.message("zh")
    assert len(told.others) == 2


def test_a_rule_without_a_year_is_silent_about_what_goes_by_years():
    """It says what would be needed."""
    report = check_plan(load_plan(said("贯彻党的十七大精神。", period="{half: 2}")), [RULE["UK714"]])

    assert report.findings == ()
    assert [each.code for each in report.silent] == ["UK714"]


@given(year=st.integers(2016, 2031), nth=st.integers(11, 16))
def test_a_five_year_plan_is_past_from_the_year_after_its_last(year, nth):
    """The years of each are reckoned from those of the eleventh."""
    last = 2010 + 5 * (nth - 11)
    text = f"围绕“{chinese_number(nth)}五”规划目标办好书屋。"

    assert bool(check_plan(plan_saying(text, year), [RULE["UK712"]]).findings) == (last < year)


@given(year=st.integers(2005, 2030), years=st.integers(1, 90))
def test_an_anniversary_is_of_its_year(year, years):
    """One that is past is found; one of the year, and one to come, pass."""
    text = f"举办庆祝新中国成立{years}周年的书画展。"

    assert bool(check_plan(plan_saying(text, year), [RULE["UK713"]]).findings) == (1949 + years < year)


@given(count=st.integers(2, 6), listed=st.integers(2, 6))
def test_visits_are_counted(count, listed):
    """The number in the term is that of the list."""
    visits = "、".join(f"{what}必访" for what in ("生病", "困难", "婚丧", "生育", "退休", "受灾")[:listed])
    text = f"坚持“{chinese_number(count)}必访”：{visits}。"

    assert bool(check_plan(plan_saying(text), [RULE["UK732"]]).findings) == (count != listed)


@given(count=st.integers(2, 9), listed=st.integers(1, 9))
def test_announced_points_are_counted(count, listed):
    """However many follow, in one text."""
    points = "，".join(f"{chinese_number(nth)}是办事" for nth in range(1, listed + 1))
    text = f"在{chinese_number(count)}个方面下功夫：{points}。"

    assert bool(check_plan(plan_saying(text), [RULE["UK733"]]).findings) == (count != listed)


ENTRIES = [*entries_of("misspelt"), *entries_of("spun"), *table("terms")["numbers"]]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["wrong"][:12])
def test_what_a_term_becomes_is_no_fault(entry):
    """What should stand there is not found itself, or only as it should be; without it, a note says what to do."""
    right = entry.get("right")

    assert right is not None or (entry["note"] and entry["note_en"])
    assert right is None or [each for each in re.findall(entry["wrong"], right) if each != right] == []


TERMS = [row["term"] for row in table("terms")["standing"]]


@pytest.mark.parametrize("row", table("terms")["standing"], ids=lambda row: row["term"])
def test_no_saying_is_a_slip_of_another(row):
    """Nor of itself; and each has a place where a slip is found."""
    pattern = slips(row["term"], row.get("inserted", ()), row.get("changed", ()))

    assert pattern
    assert not any(re.search(pattern, each) for each in TERMS)


@given(row=st.sampled_from(table("terms")["standing"]), sign=st.sampled_from("型业旧丙丁"), data=st.data())
def test_a_sign_too_many_in_a_saying_is_found_and_taken_out(row, sign, data):
    """At each place where nothing else could be meant."""
    places = [(at, at) for at in row.get("inserted", ())] + [(at - 1, at) for at in row.get("changed", ())]
    first, second = data.draw(st.sampled_from(places))
    term = row["term"]
    plan = plan_saying(f"工会{term[:first]}{sign}{term[second:]}。")
    (told,) = check_plan(plan, [RULE["UK751"]])

    assert told.fix is not None
    assert mended(plan, [told.fix])[0].value_at(("content", 0, "text")) == f"工会{term}。"


@pytest.mark.parametrize(
    ("text", "is_mended"), [("布署工作。", False), ("劳动竟赛。", False), ("经费拔款。", True)]
)
def test_fewer_than_four_signs_are_told_and_not_mended(text, is_mended):
    """They may be part of another word."""
    (told,) = check_plan(plan_saying(text), [RULE["UK751"]])

    assert (told.fix is not None) == is_mended


def test_one_body_of_another_province_is_a_hint():
    """Several are a warning."""
    one = check_plan(load_plan(said("落实江苏省总工会的部署。", SCHOOL)), [RULE["UK704"]])
    two = check_plan(
        load_plan(said("落实江苏省总工会的部署。执行江苏省教育厅的要求。", SCHOOL)), [RULE["UK704"]]
    )

    assert [each.severity for each in one] == [Severity.INFO]
    assert [each.severity for each in two] == [Severity.WARNING] * 2


@pytest.mark.parametrize("sign", ["X", "N"])
def test_the_sign_that_was_found_is_named(sign):
    """Not always the X."""
    (told,) = check_plan(plan_saying(f"推行“1+{sign}”模式。"), [RULE["UK735"]])

    assert f"“1”和“{sign}”" in told.message("zh")


@pytest.mark.parametrize("body", ["party", "union"])
def test_congresses_follow_one_another(body):
    """Their numbers by one, their days by five years."""
    held = table("congresses")[body]["held"]
    numbers, days = [each["number"] for each in held], [each["day"] for each in held]

    assert numbers == list(range(numbers[0], numbers[-1] + 1))
    assert [later.year - day.year for day, later in itertools.pairwise(days)] == [5] * (len(days) - 1)


def test_every_entry_says_how_sure_it_is():
    """Confirmed with a source, or general knowledge."""
    rows = [*table("campaigns"), *table("anniversaries")["anniversaries"], *table("anniversaries")["nth"]]
    rows += [row for body in ("party", "union") for row in table("congresses")[body]["held"]]

    assert {row["confidence"] for row in rows} == {"confirmed", "general"}
    assert [row for row in rows if row["confidence"] == "confirmed" and not row["source"]] == []


FIXED = [(code, text) for code, text in BROKEN if RULE[code].fixable]


@pytest.mark.parametrize(("code", "text"), FIXED)
def test_a_fix_mends_and_brings_nothing_new(code, text):
    """After it the rule finds nothing that could be mended, and no other rule finds more; twice changes nothing."""
    plan = load_plan(text)
    before = check_plan(plan, RULES)
    fixes = [each.fix for each in before if each.code == code and each.fix is not None]
    once, _ = mended(plan, fixes)
    after = check_plan(once, RULES)

    assert [each for each in after if each.code == code and each.fix is not None] == []
    assert {each.code for each in after} <= {each.code for each in before}
    assert mended(once, fixes)[0] == once


MENDED = [
    ("title: 工会工作计划篇十二\ncontent: []", ("title",), "工会工作计划"),
    (said("解决[由网站收集整理]实际困难。"), ("content", 0, "text"), "解决实际困难。"),
    (said("学习党的二十精神。"), ("content", 0, "text"), "学习党的二十大精神。"),
    (said("落实中央六项规定。"), ("content", 0, "text"), "落实中央八项规定。"),
    (said("联合安监局排查隐患。"), ("content", 0, "text"), "联合应急管理局排查隐患。"),
    (
        said("工会经费拔缴及时，增强为基层、服务的意识，营造更好地氛围。"),
        ("content", 0, "text"),
        "工会经费拨缴及时，增强为基层服务的意识，营造更好的氛围。",
    ),
    (
        said("解决职工最关、最直接、最现实的问题。"),
        ("content", 0, "text"),
        "解决职工最关心、最直接、最现实的问题。",
    ),
    (said("召开工作者代表大会。"), ("content", 0, "text"), "召开职工代表大会。"),
]


@pytest.mark.parametrize(("text", "path", "right"), MENDED)
def test_a_fix_writes_what_should_stand_there(text, path, right):
    """All that is certain, after as many rounds as it takes."""
    plan = load_plan(text)
    for _ in range(3):
        plan, _ = mended(plan, [each.fix for each in check_plan(plan, RULE.values()) if each.fix is not None])

    assert plan.value_at(path) == right


@given(plan=plans())
def test_no_plan_makes_a_rule_fail(plan):
    """Whatever a plan holds, every rule of the family can look at it and word what it finds."""
    report = check_plan(plan, RULE.values())

    assert {each.code for each in report} <= set(CODES)
    assert all(each.message("zh") and each.message("en") for each in report)
