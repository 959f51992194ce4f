"""Rules about how prose is written: what each finds, what only looks like it, and what its fix makes of it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.files import load_plan
from unionkit.model import Activity, Paragraph, Part, Period, Plan, Table
from unionkit.rules import Finding, Rule, Severity, check_plan
from unionkit.rules._text import RULES
from unionkit.rules._text_base import ProseRule

RULE = {rule.code: rule for rule in RULES}

BROKEN = [
    ("UK801", "- {heading: 指导思想：, content: [甲。]}"),
    ("UK801", "- {heading: 加强民主管理。, content: [甲。]}"),
    ("UK801", "- {heading: 加强民主管理. , content: [甲。]}"),
    ("UK801", "- {table: [项目], caption: 活动安排表。, rows: [[读书会]]}"),
    ("UK802", "title: 清河工会工作计划。\ncontent: []"),
    ("UK802", "title: 清河工会，下半年工作计划\ncontent: []"),
    ("UK803", "addressee: 各基层工会：\ncontent: []"),
    ("UK804", "- 落实清工（2026）3号文件。"),
    ("UK804", "- 落实清工[2026]第3号文件。"),
    ("UK804", "number: 清工【2026】3号\ncontent: []"),
    ("UK805", "- 落实清工〔2026〕第3号文件。"),
    ("UK805", "- 落实清工〔2026〕03号文件。"),
    ("UK805", "- 落实清工〔26〕3号文件。"),
    ("UK805", "number: 清工2026-3\ncontent: []"),
    ("UK806", "number: 清工〔2025〕3号\nissued: 2026-07-01\ncontent: []"),
    ("UK806", "number: 清工〔2027〕3号\nperiod: {year: 2026, half: 2}\ncontent: []"),
    ("UK806", "number: 清工〔2024〕3号\nperiod: {year: 2026, half: 2}\ncontent: []"),
    ("UK807", "- 报名截至2026.9.5。"),
    ("UK807", "- 报名截至2026/09/05。"),
    ("UK807", "- 报名截至2026年09月5日。"),
    ("UK808", "- 二〇二六年有新气象。"),
    ("UK808", "- 十一月份小结。"),
    ("UK808", "- 九月二十日小结。"),
    ("UK809", "- 26年9月小结。"),
    ("UK809", "- 98年下半年成立。"),
    ("UK809", "- 26年度工作有新气象。"),
    ("UK810", "- 2月30日前报名。"),
    ("UK810", "- 2月29日前报名。"),
    ("UK810", "- 2026年2月29日前报名。"),
    ("UK810", "- 9月31日前报名。"),
    ("UK810", "- 13月小结。"),
    ("UK810", "- 9月25日—31日报名。"),
    ("UK810", "- 报名截至2026.2.30。"),
    ("UK811", "period: {year: 2026, half: 2}\nissued: 2027-01-01\ncontent: []"),
    ("UK811", "period: {year: 2026, half: 2}\nissued: 2025-12-31\ncontent: []"),
    ("UK812", "content: []\nattachments: [活动安排表。]"),
    ("UK812", "content: []\nattachments: ['附件1：活动安排表']"),
    ("UK812", "content: []\nattachments: ['2. 《活动安排表》']"),
    ("UK815", "- 听取意见,当天答复。"),
    ("UK815", "- QQ群:清河工会。"),
    ("UK815", "- '听取意见;'"),
    ("UK815", "- 当天答复."),
    ("UK816", "- 会员(含分会)都可参加。"),
    ("UK816", "- 会员(含分会）都可参加。"),
    ("UK816", "- 满意率(%)逐月公布。"),
    ("UK817", "- 办好“读书会。"),
    ("UK817", "- 办好读书会”。"),
    ("UK817", "- 学习《边城“》的读法”。"),
    ("UK817", "- 办好读书会（全年。"),
    ("UK817", "- '办好\"读书会。'"),
    ("UK818", "- '办好\"读书会\"。'"),
    ("UK818", "- '办好\\\"读书会\\\"。'"),
    ("UK818", "- 办好'读书会'活动。"),
    ("UK819", "- 围绕“”办好读书会。"),
    ("UK819", "- 学习《 》一书。"),
    ("UK819", "- '围绕\"\"办好读书会。'"),
    ("UK820", "- 学习《边城》、《朝花夕拾》。"),
    ("UK820", "- 办好“读书会”、“书画会”。"),
    ("UK821", "- 学习《读《边城》有感》。"),
    ("UK821", "- 办好“全员“读书”会”。"),
    ("UK821", "- 办好‘读书’会。"),
    ("UK822", "- 借阅小说、诗歌……等。"),
    ("UK822", "- 借阅小说、诗歌等等……。"),
    ("UK823", "- 越办越好...。"),
    ("UK823", "- 越办越好…"),
    ("UK823", "- 读书会──小而实在。"),
    ("UK824", "- 满意率达到90-95%。"),
    ("UK824", "- 筹集3～5万元。"),
    ("UK824", "- 到会率从80到90%。"),
    ("UK824", "- 满意率90%，慰问3-5万元。"),
    ("UK825", "- 每组50～30人。"),
    ("UK825", "- 满意率95%。到会率95-90%。"),
    ("UK825", "- 9月20日—15日报名。"),
    ("UK826", "- 读书会办三、四天。"),
    ("UK826", "- 每组有3、5人。"),
    ("UK827", "- 会员约6000余人。"),
    ("UK827", "- 培训约10天左右。"),
    ("UK827", "- 满意率不低于90%以上。"),
    ("UK827", "- 每人不超过300元以内。"),
    ("UK827", "- 近百余名会员参加。"),
    ("UK828", "- 满意率提高5%。"),
    ("UK828", "- 到会率比去年上升了2.5%。"),
    ("UK829", "- 帮扶资金28000万，用于走访。"),
    ("UK829", "- 销售500万以上企业建会。"),
    ("UK830", "- 每人¥300。"),
    ("UK830", "- 共￥3.5万元。"),
    ("UK831", "- 支出12,000元，收入8000元。"),
    ("UK831", "- 支出12，000元。"),
    ("UK832", "- 学习中国工会章程。"),
    ("UK832", "- 落实中华人民共和国工会法。"),
    ("UK833", "- 步调 一致。"),
    ("UK833", "- 9 月小结。"),
    ("UK833", "- 听取意见，　当天答复。"),
    ("UK834", "- ２０２６年。"),
    ("UK834", "- 在Ａ座集合。"),
    ("UK835", "- '　　当天答复。'"),
    ("UK835", "- '当天答复。 '"),
    ("UK836", "- ⼯会当天答复。"),
    ("UK836", "- 听取意见﹐当天答复。"),
    ("UK837", "- 由李喆牵头。"),
    ("UK837", "- 會員参加。"),
    ("UK838", '- "当天\\u200b答复。"'),
    ("UK839", "- 每件事锟斤拷。"),
    ("UK839", '- "每件事\\uFFFD。"'),
    ("UK839", '- "\\uE000每件事。"'),
    ("UK840", "- 当天答复。。"),
    ("UK840", "- 听取意见，。"),
    ("UK840", "- 听取意见,，当天答复。"),
    ("UK841", "- 统一到统一到服务上来。"),
    ("UK841", "- 学校工作的的职工。"),
    ("UK841", "- 读书读书会。"),
    ("UK841", "- 专人协调劳动关系协调，每月报告。"),
    ("UK842", "- 听取意见。当天答复"),
    ("UK843", "- 借阅小说、诗歌、等。"),
    ("UK843", "- 成果展示、和其它活动。"),
    ("UK844", "- 本学期，我将办好读书会。"),
    ("UK844", "- 本学期自己在细致上下功夫。"),
]
SOUND = [
    ("UK801", "- {heading: 指导思想, content: [甲。]}"),
    ("UK801", "- {heading: 工会为谁办事？, content: [甲。]}"),
    ("UK801", "- 当天答复。"),
    ("UK801", "- {marker: 九、, text: 甲。乙。}\n- {heading: 开好职工代表大会。, marker: 十、}"),
    ("UK802", "title: 清河工会“读书、书画”月工作计划（讨论稿，8月）\ncontent: []"),
    ("UK802", "title: 清河工会2026—2027学年工作计划\ncontent: []"),
    ("UK803", "addressee: 各基层工会\ncontent: []"),
    ("UK804", "- 落实清工〔2026〕3号文件。"),
    ("UK804", "- 活动在（2026）3号楼。"),
    ("UK804", "- 上一届（2022年）3号提案已办结。"),
    ("UK805", "- 落实清工〔2026〕30号文件。"),
    ("UK805", "- 落实国务院令第619号。"),
    ("UK805", "number: 清工〔2026〕3号\ncontent: []"),
    ("UK806", "number: 清工〔2026〕3号\nissued: 2026-07-01\ncontent: []"),
    ("UK806", "number: 清工〔2025〕30号\nperiod: {year: 2026, half: 1}\ncontent: []"),
    ("UK806", "number: 清工〔2020〕3号\ncontent: []"),
    ("UK807", "- 报名截至2026年9月5日。"),
    ("UK807", "- 软件更新到2026.13.5。"),
    ("UK807", "- 投入3.05万元，10月办。"),
    ("UK807", "- {table: [时间], rows: [['2026.9.5']]}"),
    ("UK808", "- 中秋节在农历八月十五，重阳节在九月初九。"),
    ("UK808", "- 九月办五四青年节之外的活动。"),
    ("UK808", "- 十二个月各办一次。"),
    ("UK809", "- 成立26年来办了300场。"),
    ("UK809", "- 2026年9月小结。"),
    ("UK809", "- 连续10年度假屋免费。"),
    ("UK810", "- 明年2月29日前报名。"),
    ("UK810", "- 2028年2月29日前报名。"),
    ("UK810", "- 9月30日、12月31日小结。"),
    ("UK810", "- 面向36月龄以下的孩子。"),
    ("UK810", "- 2026年31号楼。"),
    ("UK811", "period: {year: 2026, half: 2}\nissued: 2026-12-31\ncontent: []"),
    ("UK811", "period: {year: 2026, half: 2}\nissued: 2026-01-01\ncontent: []"),
    ("UK811", "issued: 2020-01-01\ncontent: []"),
    ("UK812", "content: []\nattachments: [活动安排表, 2026年预算表, 学习《工会法》安排]"),
    ("UK815", "- 9:30集合，比分3:1，网址http://a.cn/b?c=1。"),
    ("UK815", "- 投入3.5万元，共12,000元。"),
    ("UK815", "- 读Work, life and union一书。"),
    ("UK815", "- 十."),
    ("UK815", "- {marker: '1.', text: 当天答复。}"),
    ("UK816", "- 会员（含分会）都可参加。"),
    ("UK816", "- 读Union (2026)一书。"),
    ("UK816", "- (一)加强学习。"),
    ("UK816", "- 落实清工(2026)3号文件。"),
    ("UK817", "- 办好“读书‘会’”（全年），学习《边城》。"),
    ("UK817", "- 1）读书；2）书画。"),
    ("UK817", "- '装24\"显示器。'"),
    ("UK817", "- 办好（含分会)读书会。"),
    ("UK818", "- 办好“读书会”。"),
    ("UK818", "- '装24\"显示器。'"),
    ("UK818", "- 'It is \"Union\".'"),
    ("UK819", "- 办好“读书会”“书画会”。"),
    ("UK819", '- \'办好"读书会""书画会"。\''),
    ("UK819", "- 办好读书会（）。"),
    ("UK820", "- 学习《边城》（节选）、《朝花夕拾》。"),
    ("UK820", "- 学习《边城》、工会章程。"),
    ("UK821", "- 学习《读〈边城〉有感》，办好“全员‘读书’会”。"),
    ("UK821", "- 读Union’s Day一书。"),
    ("UK821", "- 学习《边城》《朝花夕拾》。"),
    ("UK822", "- 借阅小说、诗歌等。"),
    ("UK822", "- 越办越好……等候下一场。"),
    ("UK823", "- 读书会——小而实在……"),
    ("UK823", "- 9月—12月办。"),
    ("UK823", "- 邓--理论。"),
    ("UK824", "- 满意率达到90%～95%，每组20-30人。"),
    ("UK824", "- {text: 4.3-4万元用于走访。}"),
    ("UK824", "- 电话0531-8万元。"),
    ("UK825", "- 每组30～50人，22—6时不办。"),
    ("UK825", "- 由50—30人减下来。"),
    ("UK825", "- 2026-3次会议。"),
    ("UK825", "- 9月15日—20日，11月—2月。"),
    ("UK826", "- 第三、四周办，面向五、六年级。"),
    ("UK826", "- 读书会办三四天。"),
    ("UK826", "- 分为一、四人两组。"),
    ("UK827", "- 约6000人参加，满意率90%以上。"),
    ("UK827", "- 节约10万元左右。"),
    ("UK827", "- 至少1名大专以上会员。"),
    ("UK827", "- 近十余年来。"),
    ("UK828", "- 满意率提高5个百分点，增长率提高5%。"),
    ("UK828", "- 满意率提高到95%。"),
    ("UK829", "- 帮扶资金2.8万元，惠及3万人。"),
    ("UK829", "- 投入人力3万，人人有责。"),
    ("UK829", "- 藏书3万册。"),
    ("UK830", "- 每人300元。"),
    ("UK830", "- {table: [金额], rows: [[¥300]]}"),
    ("UK831", "- 支出12,000元，收入8,000元。"),
    ("UK831", "- 2026年支出12,000元。"),
    ("UK832", "- 学习《中国工会章程》和工会法。"),
    ("UK832", "- 学习《山东省实施中华人民共和国工会法办法》。"),
    ("UK833", "- 参加 KTV 比赛。"),
    ("UK833", "- 第一章 总则，表1 预算。"),
    ("UK833", "- {table: [合 计], rows: [[甲 乙]]}"),
    ("UK833", "signature: 李 明\ncontent: []"),
    ("UK834", "- 2026年在A座，满意率90％。"),
    ("UK835", "- 当天答复。"),
    ("UK835", "- {table: [' 甲'], rows: [['乙 ']]}"),
    ("UK836", "- 工会当天答复，①②。"),
    ("UK837", "- 工会当天——答复·é。"),
    ("UK838", "- 当天答复👩‍🏫。"),
    ("UK839", "- 当天答复①℃。"),
    ("UK840", "- 真的？！当天答复！"),
    ("UK840", "- 越办越好。。。"),
    ("UK841", "- 大家讨论讨论，一个一个来，目的的确定。"),
    ("UK841", "- 工会委员会委员会议每月一次，二〇二〇年。"),
    ("UK841", "- 组织组织起来，常常常常。"),
    ("UK841", "- 专人负责劳动关系协调，协调劳动关系，协调处理矛盾。"),
    ("UK841", "- 协调劳动关系和利益关系协调，保护权益的保护。"),
    ("UK842", "- 听取意见。当天答复："),
    ("UK842", "- 当天答复"),
    ("UK842", "- {heading: 听取意见。当天答复, content: [甲。]}"),
    ("UK843", "- 借阅小说、诗歌等，环驰、和森等企业参加，等额选举。"),
    ("UK843", "- 平等、和谐，开放、及时。"),
    ("UK844", "- 我们办好读书会，我校职工本人参加。"),
    ("UK844", "- 开展“我要读书”活动，自己动手。"),
]

MENDED = [
    ("UK815", "听取意见, 当天答复;", "听取意见，当天答复；"),
    ("UK816", "政府(行政)与工会(含分会)", "政府（行政）与工会（含分会）"),
    ("UK818", '推进"三项工程"和"读书"。', "推进“三项工程”和“读书”。"),
    ("UK818", '推进\\"三项工程\\"。', "推进“三项工程”。"),
    ("UK804", "落实清工（2026）3号文件。", "落实清工〔2026〕3号文件。"),
    ("UK805", "落实清工〔2026〕第03号文件。", "落实清工〔2026〕3号文件。"),
    ("UK807", "截至2026.09.05，09月起。", "截至2026年9月5日，9月起。"),
    ("UK808", "二〇二六年十一月二十日，十月底。", "2026年11月20日，10月底。"),
    ("UK820", "《甲》、《乙》、《丙》", "《甲》《乙》《丙》"),
    ("UK821", "《读《边城》有感》", "《读〈边城〉有感》"),
    ("UK822", "小说、诗歌、……等。", "小说、诗歌等。"),
    ("UK822", "借阅小说等……", "借阅小说等。"),
    ("UK823", "越办越好...", "越办越好……"),
    ("UK823", "读书会──小而实在。", "读书会——小而实在。"),
    ("UK824", "满意率90-95%，3至5万元。", "满意率90%～95%，3万元至5万元。"),
    ("UK826", "读书会办三、四天。", "读书会办三四天。"),
    ("UK827", "满意率不低于90%以上，约10天左右。", "满意率不低于90%，约10天。"),
    ("UK830", "每人¥300，共￥3.5万元。", "每人300元，共3.5万元。"),
    ("UK831", "支出12,000元，收入8000元。", "支出12000元，收入8000元。"),
    (
        "UK832",
        "学习中国工会章程、女职工劳动保护特别规定。",
        "学习《中国工会章程》《女职工劳动保护特别规定》。",
    ),
    ("UK833", "9 月 20 日，步调 一致。", "9月20日，步调一致。"),
    ("UK834", "２０２６年在Ａ座，３．５万元。", "2026年在A座，3.5万元。"),
    ("UK835", "\u3000\u3000当天答复。 ", "当天答复。"),
    ("UK836", "⼯会听取意见﹐当天答复。", "工会听取意见，当天答复。"),
    ("UK838", "当天\u200b答复。", "当天答复。"),
    ("UK840", "听取意见，。当天答复。。", "听取意见。当天答复。"),
    ("UK841", "统一到统一到服务上来。", "统一到服务上来。"),
    ("UK841", "专人协调劳动关系协调，每月报告。", "专人协调劳动关系，每月报告。"),
    ("UK843", "小说、诗歌、等，展示、和其他活动。", "小说、诗歌等，展示和其他活动。"),
]
UNMENDED = [
    ("UK805", "落实清工〔26〕3号文件。"),
    ("UK815", "听取意见,,当天答复。"),
    ("UK818", '办好"读书会。'),
    ("UK818", '办好“全员"读书"会”。'),
    ("UK818", '办好"，读书"会。'),
    ("UK821", "办好“全员“读书‘月’”会”。"),
    ("UK822", "借阅小说等……当天答复。"),
    ("UK826", "每组有3、4人。"),
    ("UK827", "会员约6000余人。"),
    ("UK829", "帮扶资金28000万，用于走访。"),
    ("UK831", "支出12，000元。"),
    ("UK836", "﹐，当天答复。"),
    ("UK840", "听取意见：，当天答复。"),
    ("UK841", "读书读书会。"),
]
PIECES = (
    *(
        "计划",
        "职工",
        "不低于90%以上",
        "约60",
        "余",
        "人",
        "左右",
        "3",
        "、",
        "，",
        "。",
        "；",
        "：",
        ",",
        ";",
        ":",
    ),
    *(
        ".",
        "!",
        "?",
        "(",
        ")",
        "（",
        "）",
        "“",
        "”",
        "‘",
        "’",
        '"',
        '\\"',
        "'",
        "《",
        "》",
        "等",
        "……",
        "...",
    ),
    *(
        "…",
        "——",
        "──",
        "-",
        "～",
        "万",
        "元",
        "资金",
        "¥",
        "2,000",
        "8000元",
        " ",
        "\u3000",
        "１２",
        "Ａ",
        "\u200b",
    ),
    *("⼯", "﹐", "的", "统一到", "2026.9.5", "09月", "26年9月", "十一月份", "2月30日", "〔2026〕", "(2026)"),
    *(
        "第03号",
        "3号",
        "我将",
        "和其他",
        "中国工会章程",
        "率",
        "提高5%",
        "a",
        "三、四天",
        "附件",
        "1.",
        "喆",
        "锟斤拷",
    ),
)


def plan_of(content: str, *, year: int = 2026) -> Plan:
    """A plan with some content, or a whole one."""
    return load_plan(f"period: {{year: {year}}}\ncontent:\n{content}" if content.startswith("-") else content)


def findings(plan: Plan, code: str | None = None) -> list[Finding]:
    """What the rules about prose find in a plan, or one of them."""
    return list(check_plan(plan, RULES if code is None else [RULE[code]]))


def mended(plan: Plan, code: str) -> Plan:
    """The plan with what a rule finds in it mended, as far as it can be."""
    for finding in findings(plan, code):
        plan = (finding.fix.applied(plan) if finding.fix else None) or plan
    return plan


def said(text: str) -> Plan:
    """A plan that says a text."""
    return Plan(title="", period=Period(year=2026), content=[Paragraph(text=text)])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_shown_broken_and_kept(rule):
    """Each has what it finds, and what only looks like it."""
    assert rule.code in {code for code, _ in BROKEN}
    assert rule.code in {code for code, _ in SOUND}


@pytest.mark.parametrize(("code", "content"), BROKEN)
def test_a_rule_finds_what_breaks_it(code, content):
    """Once, where it stands, in the words of the plan."""
    plan = plan_of(content)
    (finding,) = findings(plan, code)
    place = plan.value_at(finding.path)

    assert finding.words in str(place)
    assert finding.message("zh")
    assert finding.message("en")


@pytest.mark.parametrize(("code", "content"), SOUND)
def test_a_rule_lets_near_misses_pass(code, content):
    """What looks as if it broke the rule does not."""
    assert findings(plan_of(content), code) == []


@pytest.mark.parametrize(("code", "text", "better"), MENDED)
def test_a_fix_writes_it_right(code, text, better):
    """All that the rule finds in a text, at once."""
    plan = mended(said(text), code)

    assert plan == said(better)
    assert findings(plan, code) == []


@pytest.mark.parametrize(("code", "text"), UNMENDED)
def test_what_nobody_can_tell_is_left_alone(code, text):
    """The finding stands, or there is none, and the text stays as it is."""
    assert mended(said(text), code) == said(text)


@pytest.mark.parametrize(
    ("code", "plan", "better"),
    [
        (
            "UK801",
            {"content": [{"heading": "工作目标：", "content": ["甲。"]}]},
            ("content", 0, "heading", "工作目标"),
        ),
        ("UK802", {"title": "工作计划。", "content": []}, ("title", "工作计划")),
        ("UK803", {"addressee": "各分会：", "content": []}, ("addressee", "各分会")),
        ("UK804", {"number": "清工(2026)3号", "content": []}, ("number", "清工〔2026〕3号")),
        ("UK812", {"attachments": ["附件1：《安排表》；"], "content": []}, ("attachments", 0, "安排表")),
    ],
)
def test_elements_are_mended_where_they_stand(code, plan, better):
    """Headings, title, addressee, number and attachments are no paragraphs."""
    *path, value = better
    new = mended(load_plan(json.dumps(plan, ensure_ascii=False)), code)

    assert new.value_at(tuple(path)) == value
    assert findings(new, code) == []


def test_facts_go_on_quoting_what_was_mended():
    """The words of a fact change with those of its paragraph."""
    activity = Activity(title="读书会", words="9 月 20 日办读书会", owner="宣传委员")
    plan = Plan(title="", content=[Paragraph(text="9 月 20 日办读书会, 全员参加。", facts=[activity])])
    paragraph = mended(mended(plan, "UK833"), "UK815").content[0]

    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "9月20日办读书会，全员参加。"
    assert paragraph.facts[0].words == "9月20日办读书会"


def test_how_prose_is_laid_out_is_told_once_a_plan():
    """At most info, with the other places, and one fix for all."""
    plan = Plan(title="", content=[Paragraph(text="甲,乙,丙。"), Paragraph(text="丁,戊。")])
    (finding,) = findings(plan, "UK815")
    fixed = finding.fix.applied(plan) if finding.fix else None

    assert finding.severity is Severity.INFO
    assert len(finding.others) == 2
    assert fixed == Plan(title="", content=[Paragraph(text="甲，乙，丙。"), Paragraph(text="丁，戊。")])


def test_markers_are_left_to_the_numbering():
    """A marker is printed as it stands, whatever marks it has."""
    part = Part(marker="( 三)", heading="服务", content=[Paragraph(marker="1。。", text="当天答复。")])

    assert findings(Plan(title="", content=[part])) == []


def test_a_document_number_without_any_date_cannot_be_judged():
    """It is silent, and says what it would need."""
    report = check_plan(Plan(title="", number="清工〔2020〕3号"), [RULE["UK806"]])

    assert [each.reason_en for each in report.silent] == ["the plan does not say issued"]


def test_a_year_of_two_figures_is_told_by_the_year_of_the_plan():
    """26年度 is the year 2026 in its plan, and a length of time in that of another year."""
    assert [each.words for each in findings(plan_of("- 26年度工作。", year=2027), "UK809")] == ["26年"]
    assert findings(plan_of("- 26年度工作。", year=2010), "UK809") == []
    assert findings(Plan(title="", content=[Paragraph(text="26年度工作。")]), "UK809") == []


def test_amounts_of_tables_do_not_count_as_prose():
    """A table may write separators and signs as it likes."""
    table = Table(head=("项目", "金额"), rows=(("走访", "¥12,000元"),))

    assert findings(Plan(title="", content=[table, Paragraph(text="共8000元。")])) == []


@pytest.mark.parametrize(
    "rule", [each for each in RULES if isinstance(each, ProseRule)], ids=lambda rule: rule.code
)
def test_a_rule_can_be_asked_about_one_text(rule):
    """The engine asks about all at once; one text gives the same."""
    from unionkit.rules import Check, Passage

    content = next(content for code, content in BROKEN if code == rule.code)
    plan = plan_of(content)
    (finding,) = findings(plan, rule.code)
    node: object = plan if finding.path == ("number",) else Passage(str(plan.value_at(finding.path)))
    path = () if finding.path == ("number",) else finding.path

    assert [each.words for each in rule.check(node, Check(plan=plan, path=path))][:1] == [finding.words]
    assert list(rule.check(Passage("甲,乙"), Check(plan=plan, path=("content", 0, "marker")))) == []


@given(text=st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join))
def test_a_fix_is_lasting(text):
    """Applied once, the rule has nothing more to mend in the text."""
    plan = said(text)
    for finding in findings(plan):
        fixed = finding.fix.applied(plan) if finding.fix else None
        if fixed is not None:
            assert mended(fixed, finding.code) == fixed


@given(text=st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join))
def test_no_text_makes_a_rule_fail(text):
    """Whatever marks come together, in whatever element, each rule can look at it and word what it finds."""
    heading = [Part(heading=text, content=[Paragraph(text=text)])] if text.strip() else []
    plan = Plan(title=text, number=text, addressee=text, period=Period(year=2026), content=heading)

    assert {each.code for each in findings(plan)} <= set(RULE)
    assert all(each.message("zh") and each.message("en") for each in findings(plan))


def test_the_family_is_named():
    """All modules of the family belong to it."""
    assert {rule.family for rule in RULES} == {"text"}
    assert all(isinstance(rule, Rule) for rule in RULES)
