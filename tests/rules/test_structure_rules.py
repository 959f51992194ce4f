"""The rules about structure and numbering: what each finds, and what only looks as if it broke the rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.files import load_plan
from unionkit.model import Paragraph, Part, Plan
from unionkit.rules import check_plan, mended
from unionkit.rules._structure import RULES
from unionkit.rules._structure_lists import number_of, rewritten, value_of
from unionkit.testing import plans

CODES = sorted(rule.code for rule in RULES)


def listed(*markers: str) -> str:
    """A part with a heading and paragraphs that have these numbers."""
    rows = "\n".join(
        f"  - {{marker: '{marker}', text: 第{at}件事要办好。}}" for at, marker in enumerate(markers)
    )
    return f"- heading: 甲\n  marker: ''\n  content:\n{rows}"


def table(*cells: str, head: str = "金额") -> str:
    """A table with these cells in its second column, the last one in a row of totals."""
    rows = [f"[{'合计' if at == len(cells) - 1 else f'第{at}项'}, '{cell}']" for at, cell in enumerate(cells)]
    return f"- {{table: [项目, {head}], rows: [{', '.join(rows)}]}}"


def nested(depth: int) -> str:
    """Headings within headings, each with a paragraph of its own."""
    inner = "{heading: 甲, content: [办好一件事。]}"
    for _ in range(depth - 1):
        inner = f"{{heading: 甲乙{inner.count('heading')}, content: [办好一件事。, {inner}]}}"
    return f"- {inner}"


def paragraphs(count: int) -> str:
    """So many paragraphs without heading."""
    return "\n".join(f"- 办好第{at}件事。" for at in range(count))


BROKEN = [
    (
        "UK121",
        "- {heading: 甲, marker: 一、, content: [{marker: （1）, text: 乙。}, {marker: （2）, text: 丙。}]}",
    ),
    (
        "UK121",
        "- {heading: 甲, marker: （一）, content: [{marker: （1）, text: 乙。}]}\n- {heading: 丁, marker: （二）}",
    ),
    ("UK121", "- {marker: ①, text: 甲。}\n- {marker: ②, text: 乙。}"),
    ("UK121", "- {heading: 甲, marker: 一、, content: [{heading: 乙, marker: 一、}]}"),
    ("UK122", listed("2.", "3.")),
    ("UK122", listed("（三）", "（四）")),
    ("UK122", listed("3.")),
    ("UK123", listed("1.", "2.", "4.")),
    ("UK123", listed("一、", "三、")),
    ("UK123", listed("（九）", "（十一）")),
    ("UK124", listed("1.", "2.", "1.", "2.")),
    ("UK124", listed("一、", "二、", "二、")),
    ("UK125", listed("1、", "2、")),
    ("UK125", listed("1。", "2.")),
    ("UK125", "- {activity: 会, marker: 1、}\n- {activity: 赛, marker: 2.}"),
    ("UK126", listed("一.", "二、")),
    ("UK126", "- {heading: 甲, marker: 一，}"),
    ("UK127", listed("（1）、", "（2）")),
    ("UK127", listed("①.", "②")),
    ("UK128", listed("(1)", "(2)")),
    ("UK128", listed("1)", "（2）")),
    ("UK128", "- {heading: 甲, marker: (一)}"),
    ("UK129", listed("（ 1）", "（2）")),
    ("UK129", listed("1. ", "2.")),
    ("UK131", listed("一、", "2.")),
    ("UK131", listed("1.", "2.", "一、")),
    ("UK131", listed("1.", "2.", "（三）")),
    ("UK132", listed("一是", "二是") + "\n" + listed("1.", "2.")),
    ("UK133", listed("1.")),
    ("UK133", "- {heading: 甲, content: [{heading: 乙, content: [丙。]}]}"),
    ("UK134", "- 抓好服务。一是把事办实。"),
    ("UK134", "- 抓好服务。一是听意见，三是办实事。"),
    ("UK134", "- 第一，听意见。\n- 再办实事。"),
    ("UK134", "- 一方面，工会听意见。"),
    ("UK134", "- 听意见。其次，办实事。"),
    ("UK134", "- {marker: 一是, text: 听意见。}\n- 再办实事。"),
    ("UK135", "- 一是，听意见。二是办实事。"),
    ("UK135", "- 首先、听意见。再办实事。"),
    ("UK136", "- {heading: 甲, marker: （二）, content: [听意见。 ( 三)办实事]}"),
    ("UK136", "- {marker: 2., text: 听意见。3.办实事。}"),
    ("UK136", "- {heading: 甲, marker: 一、, content: [{marker: 1., text: 听意见。二、办实事}]}"),
    ("UK137", "- {marker: 1., text: 甲。}\n- {marker: 2., text: 乙。}\n" + listed("1.", "2.")),
    ("UK138", paragraphs(8)),
    (
        "UK139",
        "- {heading: 甲, marker: 一、}\n- {heading: 乙, marker: 二、}\n"
        + listed("1.", "2.").replace("甲", "丙"),
    ),
    ("UK141", "- {marker: 一、, text: 甲。}\n- {heading: 乙, marker: 二、, content: [丙。]}"),
    ("UK142", "- {heading: 甲, content: [乙。]}\n- {heading: 丙}"),
    ("UK142", "- {heading: 甲, content: [乙。]}\n- {heading: 预算, role: budget}"),
    ("UK143", nested(5)),
    ("UK144", "- {heading: 甲, content: [乙。]}\n- {heading: 甲, content: [丙。]}"),
    ("UK144", "- {heading: 甲, content: [{heading: 甲, content: [丙。]}, 丁。]}"),
    (
        "UK145",
        "- 每个月按时开一次会听取大家意见。\n- 每个月按时开一次会听取大家意见。",
    ),
    ("UK145", "- 先说。每个月都按时开一次会听取意见吧。\n- 再说。每个月都按时开一次会听取意见吧。"),
    ("UK147", "- 工会依靠上级组织，\n- 办好实事。"),
    ("UK147", "- 工会依靠党组织\n- 的领导办好实事。"),
    ("UK147", "- 工会团结职工以及"),
    ("UK147", "- 工会关心职工和"),
    ("UK147", "- 工会依靠\n- 、办好实事。"),
    ("UK148", "title: 清河工会工作计划"),
    ("UK149", "title: 上半年工作计划\nperiod: {year: 2026, half: 2}"),
    ("UK149", "title: 2027年工作计划\nperiod: {year: 2026}"),
    ("UK149", "title: 第三季度工作计划\nperiod: {year: 2026, quarter: 4}"),
    ("UK149", "title: 第二学期工作计划\nperiod: {year: 2026, term: 1}"),
    ("UK151", "title: 工作总结和计划\ncontent: [办实事。]"),
    ("UK151", "title: 工作计划和目标\ncontent: [办实事。]"),
    ("UK151", "title: 工作计划和经费预算\ncontent: [办实事。]"),
    ("UK152", "organization: {name: 清河中学工会}\nsignature: 北岭中学工会"),
    ("UK153", "approved: 2026-07-10\nissued: 2026-07-09"),
    ("UK154", "status: draft\nsealed: true"),
    ("UK154", "status: draft\napproved: 2026-07-10"),
    ("UK154", "status: approved\ntitle: 工作计划（草案）"),
    ("UK155", "- {heading: 甲, content: [详见第三部分。]}\n- {heading: 乙, content: [丙。]}"),
    ("UK155", "- 名额见附表。"),
    ("UK155", "- 名额见附表2。\n- {table: [甲], rows: [[乙]]}"),
    ("UK156", "attachments: [名额表]\ncontent: [办实事。]"),
    ("UK157", table("10", "20", "31")),
    ("UK157", table("0.01", "0.02", "0.04")),
    ("UK157", table("1,000", "2000", "3001")),
    ("UK157", table("10元", "20元", "31元")),
    ("UK158", "- {table: [甲, 乙]}"),
    ("UK158", "- {table: [甲, 乙], rows: [['', ' ']]}"),
    ("UK159", "- {marker: 1., text: 筹备安康杯竞赛。}\n- {marker: 2., text: 开展安康杯竞赛，多办实事。}"),
]
SOUND = [
    ("UK121", "- {heading: 甲, marker: 一、, content: [{marker: 1., text: 乙。}, {marker: 2., text: 丙。}]}"),
    (
        "UK121",
        "- {heading: 甲, marker: 第一部分, content: [{heading: 乙, marker: 一、}, {heading: 丙, marker: 二、}]}",
    ),
    ("UK121", "- {heading: 甲, content: [{marker: （1）, text: 乙。}]}"),
    ("UK121", "- {heading: 甲, marker: 一、, content: [{marker: 一是, text: 乙。}]}"),
    ("UK122", listed("1.", "2.")),
    ("UK122", listed("1.", "2.") + "\n" + listed("3.", "4.")),
    ("UK122", "- {heading: 甲}\n- {heading: 乙, marker: 二、}"),
    ("UK123", listed("九、", "十、", "十一、")),
    ("UK123", listed("1.", "（1）", "（2）", "2.")),
    ("UK124", listed("1.", "（1）", "2.", "（1）")),
    ("UK124", "- {marker: 1., text: 甲。}\n- 还有两件：\n- {marker: 1., text: 乙。}"),
    ("UK125", listed("1.", "2．")),
    ("UK125", "- 1、甲。"),
    ("UK126", listed("一、", "二、")),
    ("UK126", listed("一是", "二是")),
    ("UK127", listed("（1）", "（2）")),
    ("UK127", listed("1.", "2.")),
    ("UK128", listed("（1）", "（2）")),
    ("UK128", "- 上半年(含六月)办实事。"),
    ("UK129", "- {heading: 甲, marker: '第一章　'}"),
    ("UK129", "- {marker: '1. ', text: 3月开会。}"),
    ("UK129", "- {marker: '1.1 ', text: 开会。}"),
    ("UK131", listed("一、", "1.", "2.", "二、", "1.")),
    ("UK132", listed("1.", "2.") + "\n" + listed("1.", "2.")),
    ("UK133", listed("1.", "2.")),
    ("UK133", "- {heading: 甲, content: [{heading: 乙, content: [丙。]}, 丁。]}"),
    ("UK133", "- {heading: 甲, content: [{activity: 会}]}"),
    ("UK134", "- 一是听意见；二是办实事。"),
    ("UK134", "- {marker: 一是, text: 听意见。}\n- {marker: 二是, text: 办实事。}"),
    ("UK134", "- 第一责任人、第一知情人是工会主席。首先要听意见。"),
    ("UK134", "- 一方面听意见，另一方面办实事。"),
    ("UK134", "- 做到一是听意见，二是办实事。"),
    ("UK134", "- 一是听意见和二是办实事。"),
    ("UK134", "- 首先，听意见。其次，办实事。"),
    ("UK134", "- 一是听意见。\n- 二是办实事；三是讲实话。\n- 第一，开会。\n- 第二，办事。"),
    ("UK135", "- 一是听意见。二是办实事。首先，听意见。"),
    ("UK135", "- 发展第一、第二产业。"),
    ("UK135", "- 第一、二、三车间工会小组开展竞赛。"),
    ("UK134", "- 第一、二、三车间工会小组开展竞赛。"),
    (
        "UK136",
        "- {heading: 甲, marker: （二）, content: [要做到：（一）听意见。（二）办实事。（三）讲实话。]}",
    ),
    ("UK136", "- {heading: 甲, marker: 一、, content: [听意见。三、办实事。]}"),
    ("UK136", "- 听意见。十一、元旦都办活动。"),
    ("UK137", listed("1.", "2.") + "\n" + listed("1.", "2.")),
    ("UK137", "- {marker: 1., text: 甲。}\n" + listed("1.", "2.")),
    ("UK138", paragraphs(7)),
    ("UK138", paragraphs(8) + "\n- {heading: 甲}"),
    ("UK138", paragraphs(8) + "\n- {activity: 会}"),
    ("UK138", paragraphs(8) + "\n- {marker: 1., text: 乙。}"),
    ("UK138", paragraphs(8) + "\n- {table: [甲]}"),
    (
        "UK139",
        "- {heading: 甲, marker: 一、}\n- {heading: 乙, marker: 二、}\n- {heading: 结语, marker: '', content: [丁。]}",
    ),
    ("UK141", listed("一、", "二、")),
    ("UK141", "- {marker: 一是, text: 甲。}\n- {heading: 乙, marker: 二是, content: [丙。]}"),
    ("UK141", "- {marker: 一、, text: 甲。乙。}\n- {heading: 丙。, marker: 二、}"),
    ("UK142", "- {heading: 甲}\n- {heading: 乙}"),
    ("UK142", "- {marker: 九、, text: 甲乙。}\n- {heading: 丙丁。, marker: 十、}"),
    ("UK142", "budget: {income: []}\ncontent:\n- 乙。\n- {heading: 预算, role: budget}"),
    ("UK143", nested(4)),
    ("UK144", "- {heading: 甲, content: [{heading: 要求}]}\n- {heading: 乙, content: [{heading: 要求}]}"),
    ("UK145", "- 每月开会听意见。\n- 每月开会听意见。"),
    ("UK145", "- 每个月都按时开一次会听取意见吧。\n- 每个月都按时开一次会听取建议吧。"),
    (
        "UK145",
        "- {role: review, content: [每个月都按时开一次会听取意见吧。]}\n- 每个月都按时开一次会听取意见吧。",
    ),
    ("UK147", "- 工会依靠党组织的领导\n- 地方工会办好实事。"),
    ("UK147", "- 工会说话温和\n- {heading: 的确, content: [甲。]}"),
    ("UK147", "- 工会依靠党组织。\n- 的确要办好实事。"),
    ("UK147", "- 职工积极参与\n- 了解职工的想法\n- 知识普及\n- 着力办实事\n- 地方工会办实事"),
    ("UK147", "- {marker: 1., text: 开会}\n- {marker: 2., text: 的确要办}"),
    ("UK148", "title: 清河工会工作计划\ncontent: [办实事。]"),
    ("UK148", "period: {year: 2026}"),
    ("UK149", "title: 2026年上半年总结和下半年计划\nperiod: {year: 2026, half: 2}"),
    ("UK149", "title: 2026-2027学年第一学期工作计划\nperiod: {year: 2026, term: 1}"),
    ("UK149", "title: 第四季度工作计划\nperiod: {year: 2026, quarter: 4}"),
    ("UK149", "title: 上半年工作计划\nperiod: {}"),
    ("UK151", "title: 工作总结和计划\ncontent: [上半年办了实事。]"),
    ("UK151", "title: 工作总结和计划\ncontent: [{result: 会员, value: 3人}]"),
    ("UK151", "title: 工作计划和目标\ncontent: [{goal: 称号, keep: true}]"),
    ("UK151", "title: 工作计划和目标\ncontent: [年内预计发展会员10名。]"),
    ("UK151", "title: 工作计划和目标\ncontent: [{role: goals, content: [办实事。]}]"),
    ("UK151", "title: 工作计划和预算\nbudget: {income: []}\ncontent: [办实事。]"),
    ("UK151", "title: 工作总结和计划"),
    ("UK152", "organization: {name: 清河市第一中学工会}\nsignature: 清河一中工会委员会"),
    ("UK152", "organization: {name: 清河中学工会}\nsignature: 中共清河中学支部 清河中学工会"),
    ("UK152", "signature: 清河中学工会"),
    ("UK153", "approved: 2026-07-10\nissued: 2026-07-10"),
    ("UK153", "issued: 2026-07-10"),
    ("UK154", "status: approved\nnumber: 清工〔2026〕3号\nsealed: true\napproved: 2026-07-10"),
    ("UK154", "status: draft\nsubtitle: （讨论稿）"),
    ("UK154", "number: 清工〔2026〕3号"),
    ("UK155", "- {heading: 甲, content: [详见第二部分。]}\n- {heading: 乙, content: [丙。]}"),
    ("UK155", "- 名额见附表。\n- {table: [甲], rows: [[乙]]}"),
    ("UK155", "layout: [body, sign-off, division-of-work]\ncontent: [名额见附表，安排见第五部分。]"),
    ("UK155", "- 听意见，第五部分职工还要体检。"),
    ("UK155", "- {text: 见第五部分。, refs: [{to: a, words: 第五部分}]}\n- {heading: 甲, id: a}"),
    ("UK155", "pack: school\ncontent: [名额见附表。]"),
    ("UK156", "attachments: [名额表]\ncontent: [分工见名额表。]"),
    ("UK156", "attachments: [名额表]\ncontent: [分工见附件。]"),
    ("UK157", table("10", "20", "30")),
    ("UK157", table("10", "—", "10")),
    ("UK157", table("10", "20%", "31")),
    ("UK157", table("10", "20", "31", head="人均标准")),
    ("UK157", table("10", "甲", "31")),
    ("UK157", table("10", "20", "")),
    ("UK157", "- {table: [项目, 数], rows: [[甲, '1'], [小计, '1'], [乙, '2'], [小计, '2'], [合计, '3']]}"),
    ("UK157", "- {table: [项目, 数], rows: [[甲, '1'], [合计, '1'], [乙, '2'], [合计, '9']]}"),
    ("UK157", "- {table: [项目, 数], rows: [[甲, '1'], [合计, '2']]}"),
    ("UK157", "- {table: [项目, 数], rows: [[甲, '1'], [乙, '1'], [丙, '9']]}"),
    ("UK158", "- {table: [甲, 乙], rows: [[丙, '']]}"),
    ("UK159", "- {marker: 1., text: 筹备安康杯竞赛。}\n- {marker: 2., text: 开展读书演讲会，多办实事。}"),
]
FIXED = [
    (listed("1、", "2、"), ["1.", "2."]),
    (listed("一，", "二."), ["一、", "二、"]),
    (listed("（1）、", "②。"), ["（1）", "②"]),
    (listed("(1)", "2)"), ["（1）", "（2）"]),
    (listed("( 一)、", "(二 ) "), ["（一）", "（二）"]),
    (listed("1.", "3.", "7."), ["1.", "2.", "3."]),
    (listed("①", "③"), ["①", "②"]),
    (listed("（九）", "（十二）"), ["（九）", "（十）"]),
    (listed("1.", "3.", "3."), ["1.", "3.", "3."]),
    (listed("1.1", "1.3"), ["1.1", "1.3"]),
]


def plan_of(content: str) -> Plan:
    """A plan of 2026 with that content, or a whole plan."""
    return load_plan(
        content if not content.startswith("-") else f"period: {{year: 2026}}\ncontent:\n{content}"
    )


def found(plan: Plan) -> list[str]:
    """Codes that the rules of the family find."""
    return [each.code for each in check_plan(plan, RULES)]


def fixed(plan: Plan) -> Plan:
    """The plan with every fix, round by round, as --fix does it."""
    for _ in range(6):
        fixes = [each.fix for each in check_plan(plan, RULES) if each.fix is not None]
        after, _done = mended(plan, fixes)
        if after == plan:
            break
        plan = after
    return plan


def markers(plan: Plan) -> list[str]:
    """The stored numbers of a plan."""
    return [node.marker for _, node in plan.walk() if isinstance(node, Paragraph) and node.marker]


@pytest.mark.parametrize(("code", "content"), BROKEN)
def test_a_rule_finds_what_breaks_it(code, content):
    """Once, where it stands, and it can be told in both languages."""
    told = [each for each in check_plan(plan_of(content), RULES) if each.code == code]

    assert len(told) == 1
    assert told[0].message("zh") != told[0].message("en")


@pytest.mark.parametrize(("code", "content"), SOUND)
def test_a_rule_lets_near_misses_pass(code, content):
    """What looks as if it broke the rule does not."""
    assert code not in found(plan_of(content))


@pytest.mark.parametrize("rows", [BROKEN, SOUND])
def test_every_rule_is_in_the_tables(rows):
    """Each is seen to find something, and to let something pass."""
    assert sorted({code for code, _ in rows}) == CODES


@pytest.mark.parametrize(("content", "better"), FIXED)
def test_a_fix_mends_the_numbers(content, better):
    """Round by round, until no fix is left."""
    plan = fixed(plan_of(content))

    assert markers(plan) == better
    assert fixed(plan) == plan


def test_a_fix_of_words_keeps_what_facts_quote():
    """The fact goes on quoting the words that state it."""
    plan = plan_of("- {text: 一是，办好书展；二是，听意见。, facts: [{activity: 书展, words: 办好书展}]}")
    paragraph = fixed(plan).content[0]

    assert paragraph.text == "一是办好书展；二是听意见。"
    assert paragraph.facts[0].words == "办好书展"


@given(plan=plans())
def test_a_fix_brings_nothing_new(plan):
    """After the fixes no rule of the family finds what it did not find before, and nothing is left to fix."""
    before = set(found(plan))
    after = fixed(plan)

    assert set(found(after)) <= before
    assert [
        each.code for each in check_plan(after, RULES) if each.fix and each.fix.applied(after) != after
    ] == []


@given(value=st.integers(1, 99), form=st.sampled_from(("1.", "（1）", "一、", "（一）", "第一部分", "一是")))
def test_a_number_is_written_and_read_alike(value, form):
    """Whatever the number, it keeps its style."""
    marker = rewritten(form, value)
    number = number_of(marker)

    assert number.value == value
    assert number.style is number_of(form).style


@pytest.mark.parametrize("numeral", ["十十", "二三", "一二三", "三十四五"])
def test_what_nobody_writes_is_no_number(numeral):
    """Digits of a year or a telephone are not taken for a number."""
    assert value_of(numeral) is None


def test_a_circled_number_ends_at_twenty():
    """There is no sign for the next one."""
    assert rewritten("①", 20) == "⑳"
    assert rewritten("①", 21) is None
    assert rewritten("附", 2) is None


@given(count=st.integers(2, 9), lost=st.integers(2, 8))
def test_a_lost_number_is_found_wherever_it_stood(count, lost):
    """Within the list it leaves a gap, at its end nothing is missed."""
    numbers = [at for at in range(1, count + 1) if at != lost]
    part = Part(heading="甲", content=[Paragraph(marker=f"{at}.", text="办实事。") for at in numbers])

    assert ("UK123" in found(Plan(content=(part,)))) == (lost < count)
