"""The built-in rules: what each finds, and what only looks as if it broke the rule."""

from __future__ import annotations

import inspect
import re
import string

import pytest
from hypothesis import given

from unionkit.almanac import ALMANAC, Almanac, Festival, FixedDay
from unionkit.files import load_plan
from unionkit.model import FESTIVALS, PROVINCES, SEASONS, full_region
from unionkit.rules import RULES, Confidence, Rule, check_plan
from unionkit.testing import plans

RULE = {rule.code: rule for rule in RULES}
CODES = sorted(RULE)
SECTIONS = ("## Why is this bad?", "## Example", "Use instead:", "## Known limits")

BROKEN = [
    ("UK101", "- activity: 走访"),
    ("UK101", "- {activity: 走访, owner: ' '}"),
    ("UK101", "- {text: 走访职工。, facts: [{activity: 走访}]}"),
    ("UK102", "- {text: 覆盖面达95%。, facts: [{goal: 覆盖面, keep: true, words: 90%}]}"),
    ("UK102", "- {text: 慰问一次。, facts: [{activity: 慰问, words: 慰问, nth: 2}]}"),
    ("UK103", "- {activity: 会, kind: meetings}"),
    ("UK103", "- {welfare: 慰问, trigger: ilness}"),
    ("UK103", "- {role: goal, heading: 目标}"),
    ("UK103", "- {activity: 联欢, when: {wording: 佳节, festival: 端五节}}"),
    ("UK103", "- {welfare: 慰问, when: {wording: 五月, season: 职工文化月}}"),
    ("UK103", "- {goal: 走访, when: {wording: 两次, members: [春节, {wording: 那天, festival: 光棍节}]}}"),
    (
        "UK103",
        "- {result: 走访, when: {wording: 每年, every: yearly, at: {wording: 那天, festival: 光棍节}}}",
    ),
    (
        "UK103",
        "- {activity: 展演, when: {wording: 一段, start: {wording: 那天, festival: 光棍节}, end: 年底}}",
    ),
    ("UK104", "organization: {region: 山东}\ncontent: []"),
    ("UK104", "organization: {region: 济南市}\ncontent: []"),
    ("UK104", "organization: {region: 山东济南市}\ncontent: []"),
    ("UK104", "organization: {region: 海南藏族自治州}\ncontent: []"),
    ("UK104", "organization: {region: ' 山东省'}\ncontent: []"),
    ("UK111", "- {text: 见第一部分。, refs: [{to: work, words: 第一部分}]}"),
    ("UK111", "- {text: 见第一部分。, refs: [{to: a, words: 第二部分}]}\n- {heading: 甲, id: a}"),
    ("UK111", "- {text: 见第一部分。, refs: [{to: a, words: 第一部分, nth: 2}]}\n- {heading: 甲, id: a}"),
    ("UK111", "- {text: 见下文。, refs: [{to: a, words: 下文}]}\n- {heading: 甲, id: a}"),
    ("UK201", "- {welfare: 慰问, kind: festival-gift, when: 教师节}"),
    ("UK201", "- {welfare: 慰问, kind: festival-gift, when: 重阳节前后}"),
    ("UK201", "- {welfare: 慰问, kind: festival-gift, when: 春节、教师节各一次}"),
    ("UK201", "- {welfare: 慰问, kind: festival-gift, when: 每年教师节}"),
    ("UK202", "- {welfare: 慰问, kind: festival-gift, when: 中秋节, form: money}"),
    ("UK301", "- goal: 满意度"),
    ("UK301", "- {goal: 满意度, progress: 80%}"),
    ("UK302", "- {goal: 覆盖面, target: '>= 110%'}"),
    ("UK302", "- {goal: 覆盖面, target: 90-110%}"),
    ("UK701", "- 20xx年下半年工作。"),
    ("UK701", "- {activity: 第xx届运动会, owner: 工会}"),
    ("UK701", "- {heading: '**中学工作'}"),
    ("UK701", "- {table: [项目, 某某], rows: []}"),
]
SOUND = [
    ("UK101", "- {activity: 走访, owner: 福利部}"),
    ("UK102", "- {text: 慰问一次，再慰问一次。, facts: [{activity: 慰问, words: 慰问, nth: 2}]}"),
    ("UK102", "- {text: 慰问。, facts: [{activity: 看望}]}"),
    ("UK103", "- {activity: 会, kind: meeting}"),
    ("UK103", "- {activity: 会}"),
    ("UK103", "- {activity: 会, when: {wording: 黄金周, festival: 十一}}"),
    ("UK103", "- {activity: 会, when: 每年春节、中秋节}"),
    ("UK103", "- {activity: 会, when: 国庆节至年底每周}"),
    ("UK103", "- {welfare: 慰问, when: 送温暖期间}"),
    ("UK103", "- {welfare: 慰问, when: 开斋节}"),
    ("UK104", "organization: {region: 山东省}\ncontent: []"),
    ("UK104", "organization: {region: 山东省济南市}\ncontent: []"),
    ("UK104", "organization: {region: 新疆生产建设兵团第八师}\ncontent: []"),
    ("UK104", "organization: {region: ''}\ncontent: []"),
    ("UK111", "- {text: 见第一部分。, refs: [{to: a, words: 第一部分}]}\n- {heading: 甲, id: a}"),
    ("UK111", "- {text: 见第1项。, refs: [{to: a, words: 第1项}]}\n- {goal: 甲, id: a, keep: true}"),
    ("UK201", "- {welfare: 慰问, kind: festival-gift, when: 五一劳动节}"),
    ("UK201", "- {welfare: 慰问, kind: hardship-aid, when: 教师节}"),
    ("UK201", "- {welfare: 慰问, kind: festival-gift, when: 适时}"),
    ("UK201", "- {welfare: 慰问, kind: festival-gift, when: {wording: 肉孜节, festival: 开斋节}}"),
    ("UK201", "- {welfare: 慰问, kind: festival-gift, when: 春节、中秋节各一次}"),
    ("UK202", "- {welfare: 慰问, kind: hardship-aid, form: money}"),
    ("UK202", "- {welfare: 慰问, kind: festival-gift, when: 中秋节}"),
    ("UK301", "- {goal: 换届, due: 2026-09-30}"),
    ("UK301", "- {goal: 先进职工之家, keep: true}"),
    ("UK302", "- {goal: 参加人数, target: '>= 110人'}"),
    ("UK302", "- {goal: 覆盖面, target: = 100%}"),
    ("UK302", "- {goal: 支出, target: <= 110%}"),
]


def found(content: str, *, year: int | None = 2026) -> list[str]:
    """Codes that the built-in rules find in some content, or in a whole plan."""
    if not content.startswith("-"):
        return [each.code for each in check_plan(load_plan(content), RULES)]
    period = f"period: {{year: {year}}}\n" if year else ""
    return [each.code for each in check_plan(load_plan(f"{period}content:\n{content}"), RULES)]


def examples(rule: Rule) -> list[str]:
    """The YAML blocks of a rule's docstring."""
    return re.findall(r"```yaml\n(.*?)```", inspect.cleandoc(rule.__doc__ or ""), flags=re.DOTALL)


@given(plan=plans())
def test_no_plan_makes_a_rule_fail(plan):
    """Whatever a plan holds, every rule can look at it, and every finding can be worded."""
    report = check_plan(plan, RULES)

    assert [each for each in report if each.code not in RULE] == []
    assert all(each.message("zh") and each.message("en") for each in report)


@pytest.mark.parametrize(("code", "content"), BROKEN)
def test_a_rule_finds_what_breaks_it(code, content):
    """Once, where it stands."""
    assert found(content).count(code) == 1


@pytest.mark.parametrize(("code", "content"), SOUND)
def test_a_rule_lets_near_misses_pass(code, content):
    """What looks as if it broke the rule does not."""
    assert code not in found(content)


@pytest.mark.parametrize("code", CODES)
def test_the_examples_of_a_page_are_true(code):
    """The example is found, and what to write instead is not."""
    example, instead = examples(RULE[code])

    assert code in found(example)
    assert code not in found(instead)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_explains_itself(code):
    """Its docstring has the sections of a page, in order; it is worded and titled in both languages."""
    rule = RULE[code]
    at = [(rule.__doc__ or "").find(section) for section in SECTIONS]
    fields = {
        lang: sorted({name for _, name, _, _ in string.Formatter().parse(text) if name})
        for lang, text in rule.wording.items()
    }

    assert -1 not in at
    assert at == sorted(at)
    assert re.fullmatch(r"UK\d{3}", code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.slug)
    assert re.search("[\u4e00-\u9fff]", rule.title_zh)
    assert not re.search("[\u4e00-\u9fff]", rule.title_en)
    assert set(rule.wording) == {"zh", "en"}
    assert fields["zh"] == fields["en"]
    assert rule.basis.title or rule.basis.confidence is Confidence.CONVENTION


def test_codes_and_slugs_are_unique():
    """A code in a report leads to one page."""
    assert len(RULE) == len(RULES)
    assert len({rule.slug for rule in RULES}) == len(RULES)


MASKS = [
    ("20xx年下半年", "20xx"),
    ("19××年", "19××"),
    ("20--年3月", "20--"),
    ("20**年", "20**"),
    ("20__学年", "20__"),
    ("20xx-2027学年", "20xx"),
    ("（20XX）", "20XX"),
    ("党的xx届四中全会", "xx"),
    ("XX中学工会", "XX"),
    ("XXX同志", "XXX"),
    ("x月", "x"),
    ("从--年开始", "--"),
    ("邓--理论", "--"),
    ("**中学", "**"),
    ("全总**大", "**"),
    ("组织*市运动会", "*"),
    ("张*同志", "*"),
    ("主席某某某亲自", "某某某"),
    ("经办人：____", "____"),
    ("○○中学", "○○"),
    ("〇〇学校", "〇〇"),
]
INNOCENT = [
    *("2026—2027学年", "2026-2027学年", "2026--2027学年", "2020-下半年", "20-30人", "3-4月份", "9月--11月"),
    *("AA制", "20×30米", "3米*5米", "5*3", "5 × 3", "EXXON公司", "xxl号", "XXL", "X光检查", "x轴", "2x2"),
    *(
        "二〇〇八年",
        "二○○○年",
        "二○一○年",
        "○",
        "*注：本表",
        "某单位",
        "某些",
        "_",
        "a_b",
        "——",
        "劳动者--",
        "",
    ),
]


@pytest.mark.parametrize(("text", "mask"), MASKS)
def test_what_a_sample_masked_is_found(text, mask):
    """Each mask once, quoted."""
    report = check_plan(load_plan(f"title: ''\ncontent: ['{text}']"), [RULE["UK701"]])

    assert [each.words for each in report] == [mask]
    assert f"“{mask}”" in report.findings[0].message("zh")


@pytest.mark.parametrize("text", INNOCENT)
def test_what_only_looks_masked_is_left_alone(text):
    """Years in Chinese numerals, sizes, formulas and dashes are no masks."""
    assert check_plan(load_plan(f"title: ''\ncontent: ['{text}']"), [RULE["UK701"]]).findings == ()


def test_masks_of_one_text_are_told_apart():
    """Where a mask occurs twice, each finding says which it is about."""
    plan = load_plan("title: xx中学xxx与xx\ncontent: []")

    assert [(each.words, each.nth) for each in check_plan(plan, [RULE["UK701"]])] == [
        ("xx", 1),
        ("xxx", 1),
        ("xx", 3),
    ]


def test_the_words_of_a_fact_are_not_reported_twice():
    """A fact repeats its paragraph."""
    assert found("- {text: 第xx届运动会。, facts: [{activity: 第xx届运动会, owner: 工会, when: 10月}]}") == [
        "UK701"
    ]


def test_an_unknown_festival_names_the_nearest_and_where_it_stands():
    """At the very name, and with no gloss where name and term are the same."""
    text = (
        "content:\n- {goal: 走访, when: {wording: 两次, members: [春节, {wording: 佳节, festival: 端五节}]}}"
    )
    other = text.replace("端五节", "光棍节")
    (near,) = (each for each in check_plan(load_plan(text), RULES) if each.code == "UK103")
    (far,) = (each for each in check_plan(load_plan(other), RULES) if each.code == "UK103")

    assert near.path == ("content", 0, "when", "members", 1, "festival")
    assert near.message("zh") == "不认识 festival“端五节”；是不是“端午节”。"
    assert "、元旦、" in far.message("zh")


def test_a_festival_that_the_almanac_knows_is_no_unknown_name():
    """Packs and users add some, each in its region; the hint names them then."""
    ours = Festival(name="开斋节", rule=FixedDay(3, 20), region="宁夏回族自治区")
    text = (
        "organization: {region: 宁夏回族自治区}\n"
        "content:\n- {activity: 联欢, owner: 甲, when: {wording: 肉孜节, festival: 开斋节}}"
    )
    elsewhere = text.replace("宁夏回族", "广西壮族")
    typo = text.replace("festival: 开斋节", "festival: 开斋")

    def unknown(text: str, almanac: Almanac) -> list[str]:
        rules = [RULE["UK103"]]
        return [each.message("zh") for each in check_plan(load_plan(text), rules, almanac=almanac)]

    assert unknown(text, ALMANAC | Almanac(festivals=[ours])) == []
    assert len(unknown(text, ALMANAC)) == 1
    assert len(unknown(elsewhere, ALMANAC | Almanac(festivals=[ours]))) == 1
    assert unknown(typo, ALMANAC | Almanac(festivals=[ours])) == ["不认识 festival“开斋”；是不是“开斋节”。"]


def test_every_festival_and_season_of_the_notation_is_known():
    """What the notation reads, the almanac dates."""
    assert [name for name in FESTIVALS if ALMANAC.festival(name) is None] == []
    assert [name for name in SEASONS if ALMANAC.season(name) is None] == []


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("山东", "山东省"),
        ("山东济南市", "山东省济南市"),
        ("内蒙", "内蒙古自治区"),
        ("广西省南宁市", "广西壮族自治区南宁市"),
        ("新疆", "新疆维吾尔自治区"),
        ("兵团", "新疆生产建设兵团"),
        ("香港", "香港特别行政区"),
        ("云南大理白族自治州", "云南省大理白族自治州"),
        *(
            (name, "")
            for name in ("", "火星省", "济南市", "吉林市", "吉林市船营区", "河南县", "海南藏族自治州")
        ),
        *((name, "") for name in ("河北区", "北京路街道", "全国")),
    ],
)
def test_a_short_name_of_a_province_is_made_full(name, full):
    """Only where there is no doubt: some cities and counties are named like a province far away."""
    assert full_region(name) == full


@pytest.mark.parametrize("province", PROVINCES)
def test_every_province_is_known_by_its_full_name(province):
    """Alone, and with a city behind it; 34 and the corps, which has a federation of its own."""
    assert len({*PROVINCES}) == 35
    assert full_region(province) == province
    assert full_region(f"{province}某市") == f"{province}某市"
    assert not [other for other in PROVINCES if other != province and other.startswith(province)]


def test_an_unknown_region_is_mended_where_its_full_name_is_plain():
    """The prefix alone; a city alone is told how to be written."""
    short, city = (
        load_plan(f"organization: {{region: {name}}}\ncontent: []") for name in ("山东济南市", "济南市")
    )
    (found,) = check_plan(short, [RULE["UK104"]])
    (told,) = check_plan(city, [RULE["UK104"]])

    assert found.fix.applied(short).organization.region == "山东省济南市"
    assert "是不是“山东省济南市”" in found.message("zh")
    assert (told.fix, "请写省份全称，如 山东省济南市" in told.message("zh")) == (None, True)
