"""The rules of the pack: plans that break them, plans that look as if they did, and where the line lies."""

from __future__ import annotations

import datetime as dt
import inspect
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unionkit_pack_enterprise
from unionkit import Kit, Plan
from unionkit.model import Activity, Committee, Content, Organization, Paragraph, Period
from unionkit.rules import Confidence, Severity
from unionkit_pack_enterprise._lexicon import LEXICON

KIT = Kit(discover=False, plugins=[unionkit_pack_enterprise], strict=True)
RULES = [rule for rule in KIT.rules if rule.code.startswith("ENT")]
PERIOD = Period(year=2026, half=2)
SAFE = {"safety": {"body": "劳动保护监督检查委员会"}}
OURS = Organization(sector="enterprise")
days = st.dates(dt.date(2020, 1, 1), dt.date(2032, 12, 31))


def found(plan: Plan, **options: object) -> list[str]:
    """Codes of the pack's own findings."""
    return [finding.code for finding in KIT.check(plan, **options) if finding.code.startswith("ENT")]


def holding(
    *contracts: dict[str, object],
    content: tuple[Content, ...] = (),
    ours: Organization = OURS,
    **data: object,
) -> Plan:
    """A plan of the second half of 2026 with this data and prose."""
    return Plan(
        pack="enterprise",
        organization=ours,
        period=PERIOD,
        content=content,
        data={"enterprise": {**SAFE, "contracts": list(contracts), **data}},
    )


def prose(*texts: str) -> tuple[Content, ...]:
    """Paragraphs."""
    return tuple(Paragraph(text=text) for text in texts)


def contract(kind: str = "comprehensive", **told: object) -> dict[str, object]:
    """A contract as a file tells it."""
    return {"kind": kind, **{key: str(value) for key, value in told.items()}}


# ------------------------------------------------------------------ pages


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_of_a_page_show_what_they_say(rule):
    """The first block breaks the rule, the second breaks none of the pack's."""
    blocks = re.findall(r"```yaml\n(.*?)```", inspect.getdoc(type(rule)), re.DOTALL)
    bad, good = (KIT.loads("unionkit: 1\n" + block) for block in blocks)

    assert rule.code in found(bad, pack="enterprise")
    assert rule.code not in found(good, pack="enterprise")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_what_nobody_could_confirm_is_no_error(rule):
    """A limit whose text was not seen is a warning at most."""
    if rule.basis.confidence is not Confidence.CONFIRMED:
        assert rule.severity is not Severity.ERROR


def test_the_rules_ask_only_plans_of_the_pack():
    """Other plans may hold what they like."""
    data = {"enterprise": {"contracts": [contract(start="2020-01-01", end="2020-02-01")]}}

    assert found(Plan(period=PERIOD, data=data)) == []
    assert found(Plan(period=PERIOD, data=data), pack="enterprise") != []


def test_data_that_cannot_be_understood_is_left_to_loading():
    """The rules neither raise nor guess."""
    plan = Plan(
        pack="enterprise", period=PERIOD, data={"enterprise": {"contracts": 3}}, content=prose("安全生产。")
    )

    assert found(plan) == []


# ------------------------------------------------------------------ tables

ENDS = {"start": "2024-01-01", "end": "2026-12-31"}
OVER = {"start": "2023-07-01", "end": "2026-06-30"}
WAGES = contract("wages", start="2026-01-01", end="2026-12-31")
OLD_WAGES = contract("wages", start="2025-06-30", end="2028-06-29")
WOMEN = Organization(sector="enterprise", members=100, women=1)

BROKEN = [
    ("ENT101", holding(contract(start="2026-01-01", end="2026-12-30"))),
    ("ENT101", holding(contract(start="2026-01-01", end="2029-01-02"))),
    ("ENT102", holding(contract(**OVER))),
    ("ENT102", holding(contract("wages", start="2025-07-01", end="2026-06-30"))),
    ("ENT102", holding(contract(**OVER), contract("safety", start="2026-01-01", end="2028-12-31"))),
    ("ENT103", holding(contract(start="2024-01-01", end="2026-12-31"))),
    ("ENT103", holding(contract(start="2023-07-02", end="2026-07-01"))),
    ("ENT104", holding(contract(start="2023-10-01", end="2026-09-30", renewal="10月上旬"))),
    ("ENT111", holding(contract("wages", voted="2026-09-02", signed="2026-09-01"))),
    ("ENT112", holding(contract("wages", signed="2026-07-01"))),
    ("ENT113", holding(contract(voted="2026-08-01", signed="2026-09-01", filed="2026-09-12"))),
    ("ENT113", holding(contract("wages", voted="2026-08-01", signed="2026-09-01", filed="2026-09-09"))),
    ("ENT114", holding(contract(start="2026-01-01", end="2027-12-31"), ours=WOMEN)),
    ("ENT114", holding(contract(), contract("women", start="2023-07-01", end="2026-06-30"), ours=WOMEN)),
    ("ENT201", holding(talks={"workers": 4, "employers": 3})),
    ("ENT202", holding(talks={"workers": 2})),
    ("ENT202", holding(talks={"employers": 0})),
    ("ENT203", holding(talks={"employers": 5, "employers_outside": 2})),
    ("ENT211", holding(talks={"invited": "2026-09-01", "replied": "2026-09-22"})),
    ("ENT212", holding(talks={"when": "10月中旬", "papers_by": "2026-10-07"})),
    ("ENT221", holding(WAGES)),
    ("ENT221", holding(contract("wages", start="2025-10-01", end="2026-09-30"), talks={"when": "10月"})),
    ("ENT222", holding(OLD_WAGES)),
    ("ENT301", holding(congress={"previous": "2025-12-31"})),
    ("ENT302", holding(congress={"when": "12月中旬", "papers_by": "2026-12-05"})),
    ("ENT401", Plan(pack="enterprise", period=PERIOD, content=prose("办好运动会。"))),
    ("ENT402", holding(safety={"inspections": [{"subject": "用电"}]})),
    ("ENT501", holding(content=prose("成立女工委员会。"))),
]
SOUND = [
    ("ENT101", holding(contract(start="2026-01-01", end="2026-12-31"))),
    ("ENT101", holding(contract(start="2026-01-01", end="2029-01-01"))),
    ("ENT101", holding(contract(start="2024-02-29", end="2027-02-28"))),
    ("ENT101", holding(contract(end="2026-12-31"))),
    ("ENT102", holding(contract(**OVER), contract(start="2026-07-01", end="2029-06-30"))),
    ("ENT102", holding(contract(**OVER), contract())),
    ("ENT102", holding(contract("wages", start="2025-07-01", end="2026-06-30"), talks={})),
    ("ENT102", holding(contract(start="2023-07-02", end="2026-07-01"))),
    ("ENT103", holding(contract(**ENDS, renewal="10月"))),
    ("ENT103", holding(contract(**ENDS), content=prose("年底续签集体合同。"))),
    ("ENT103", holding(contract(start="2024-01-02", end="2027-01-01"))),
    ("ENT103", holding(WAGES)),
    ("ENT104", holding(contract(start="2023-10-01", end="2026-09-30", renewal="9月下旬"))),
    ("ENT104", holding(contract(**OVER, renewal="7月"))),
    ("ENT104", holding(contract(**ENDS, renewal="适时"))),
    ("ENT111", holding(contract("wages", voted="2026-09-01", signed="2026-09-01"))),
    ("ENT112", holding(contract("wages", signed="2026-06-30"))),
    ("ENT112", holding(contract("wages", signed="2026-07-01"), congress={})),
    ("ENT112", holding(contract("wages", signed="2026-07-01"), content=prose("草案提交职代会审议。"))),
    ("ENT113", holding(contract(signed="2026-09-01", filed="2026-09-11"))),
    ("ENT113", holding(contract("wages", signed="2026-09-01", filed="2026-09-08"))),
    ("ENT113", holding(contract("wages", title="工资专项集体合同", signed="2026-09-01", filed="2026-09-11"))),
    ("ENT114", holding(contract())),
    ("ENT114", holding(contract(), ours=Organization(members=9, women=0))),
    ("ENT114", holding(contract(chapters="women"), ours=WOMEN)),
    ("ENT114", holding(contract(), contract("women"), ours=WOMEN)),
    ("ENT114", holding(contract("wages"), ours=WOMEN)),
    ("ENT201", holding(talks={"workers": 4})),
    ("ENT202", holding(talks={"workers": 3, "employers": 3})),
    ("ENT203", holding(talks={"workers": 3, "workers_outside": 1})),
    ("ENT203", holding(talks={"workers_outside": 9})),
    ("ENT211", holding(talks={"invited": "2026-09-01", "replied": "2026-09-21", "reply_by": "2026-09-21"})),
    ("ENT211", holding(talks={"replied": "2026-09-21"})),
    ("ENT212", holding(talks={"when": "10月中旬", "papers_by": "2026-10-06"})),
    ("ENT212", holding(talks={"when": "适时", "papers_by": "2026-10-06"})),
    ("ENT221", holding(WAGES, talks={"when": "11月"})),
    ("ENT221", holding(WAGES, content=prose("11月开展工资集体协商。"))),
    ("ENT221", holding(contract("wages", start="2026-01-02", end="2027-01-01"))),
    ("ENT222", holding(contract("wages", start="2025-07-01", end="2028-06-30"))),
    ("ENT222", holding(OLD_WAGES, WAGES)),
    ("ENT222", holding(OLD_WAGES, talks={})),
    ("ENT301", holding(congress={"previous": "2026-01-01"})),
    ("ENT301", holding(congress={"previous": "2025-12-31", "when": "12月"})),
    ("ENT301", holding(congress={"previous": "2025-12-31"}, content=prose("12月召开职代会。"))),
    ("ENT302", holding(congress={"when": "12月中旬", "papers_by": "2026-12-04"})),
    ("ENT401", Plan(pack="enterprise", period=PERIOD, content=prose("做好防暑工作。"))),
    ("ENT401", Plan(pack="enterprise", period=PERIOD, content=(Activity(title="“安康杯”竞赛"),))),
    ("ENT402", holding(safety={"inspectors": 3, "inspections": [{"subject": "用电"}]})),
    (
        "ENT402",
        holding(
            safety={"inspections": [{"subject": "用电"}]},
            ours=Organization(committees=(Committee(kind="labour-protection"),)),
        ),
    ),
    ("ENT501", holding(content=prose("成立女职工委员会，参加“安康杯”竞赛。"))),
    ("ENT501", holding(content=prose("收到《关于女工委员会的通知》。"))),
]


@pytest.mark.parametrize(("code", "plan"), BROKEN)
def test_a_broken_plan_is_found(code, plan):
    """By its rule."""
    assert code in found(plan)


@pytest.mark.parametrize(("code", "plan"), SOUND)
def test_a_sound_plan_is_let_alone(code, plan):
    """However near the line it is."""
    assert code not in found(plan)


def test_every_rule_is_in_both_tables():
    """None is left out."""
    codes = {rule.code for rule in RULES}

    assert {code for code, _ in BROKEN} == codes
    assert {code for code, _ in SOUND} == codes


# ------------------------------------------------------------------ properties


@given(start=days, length=st.integers(0, 2000))
def test_the_term_lies_between_one_year_and_three(start, length):
    """To the day: from one year less a day to three years."""
    end = start + dt.timedelta(days=length)

    def later(years: int) -> dt.date:
        leap = start.month == 2 and start.day == 29
        try:
            return start.replace(year=start.year + years)
        except ValueError:
            assert leap
            return dt.date(start.year + years, 2, 28)

    sound = later(1) - dt.timedelta(days=1) <= end <= later(3)

    assert ("ENT101" in found(holding(contract(start=start, end=end, chapters="women")))) is not sound


@given(invited=days, wait=st.integers(0, 60))
def test_twenty_days_are_enough_for_an_answer(invited, wait):
    """The twenty-first is late."""
    reply = invited + dt.timedelta(days=wait)
    codes = found(holding(talks={"invited": str(invited), "reply_by": str(reply)}))

    assert codes == (["ENT211"] if wait > 20 else [])


@given(signed=days, wait=st.integers(0, 30), kind=st.sampled_from(["comprehensive", "wages"]))
def test_ten_days_are_enough_to_file_a_contract_and_seven_for_wages(signed, wait, kind):
    """A day more is late."""
    filed = signed + dt.timedelta(days=wait)
    codes = found(holding(contract(kind, voted=signed, signed=signed, filed=filed)))

    assert ("ENT113" in codes) is (wait > (7 if kind == "wages" else 10))


@given(people=st.integers(0, 30), data=st.data())
def test_a_third_of_a_side_may_come_from_outside(people, data):
    """One more is too many."""
    outside = data.draw(st.integers(0, people))
    codes = found(holding(talks={"workers": people, "workers_outside": outside}))

    assert ("ENT203" in codes) is (outside * 3 > people)
    assert ("ENT202" in codes) is (people < 3)


@given(ours=st.integers(3, 20), theirs=st.integers(3, 20))
def test_both_sides_are_equal(ours, theirs):
    """Any difference is found, and nothing else."""
    codes = found(holding(talks={"workers": ours, "employers": theirs}))

    assert codes == ([] if ours == theirs else ["ENT201"])


# ------------------------------------------------------------------ with the core's rules


def test_what_a_core_rule_says_of_women_is_not_told_again():
    """A plan that signs a contract without a word on them is UK582's."""
    signs = (Activity(title="签订集体合同"), *prose("草案提交职代会审议。"))
    plan = holding(contract(), ours=WOMEN, content=signs)
    codes = [finding.code for finding in KIT.check(plan)]

    assert ("UK582" in codes, "ENT114" in codes) == (True, False)


NAMES = [
    ("续签集体劳动合同", "续签集体合同"),
    ("开展工资谈判", "开展工资集体协商"),
    ("开展工资集体谈判", "开展工资集体协商"),
    ("推选首席谈判代表", "推选首席代表"),
    ("签订女工专项合同", "签订女职工权益保护专项集体合同"),
    ("健全女工委", "健全女职工委员会"),
    ("培训劳动保护监察员", "培训劳动保护监督检查员"),
    ("设立劳资纠纷调解委员会", "设立劳动争议调解委员会"),
    ("召开职代会常委会", "召开职代会联席会议"),
    ("征集合理化意见", "征集合理化建议"),
    ("参加安康杯竞赛", "参加“安康杯”竞赛"),
    ("签订劳动安全卫生专项合同", "签订劳动安全卫生专项集体合同"),
    ("签订工资专项合同", "签订工资专项集体合同"),
]


@pytest.mark.parametrize(("wrong", "right"), NAMES)
def test_a_wrong_name_is_mended_for_good(wrong, right):
    """The fix puts what should stand there, and then nothing is found."""
    plan = holding(content=prose(f"年内{wrong}。"))
    finding = next(each for each in KIT.check(plan) if each.code == "ENT501")
    mended = finding.fix.applied(plan)

    assert mended.content == prose(f"年内{right}。")
    assert "ENT501" not in found(mended)


def test_every_word_of_the_lexicon_is_tried():
    """None is left out of the table above."""
    words = LEXICON.words()
    tried = {next(word for word in words if re.search(word.wrong, wrong)) for wrong, _ in NAMES}

    assert tried == set(words)


@pytest.mark.parametrize("text", ["我们的女工委员积极参与。", "不设“女工委员会”这一叫法。", "“安康杯”竞赛"])
def test_what_only_looks_like_a_wrong_name_passes(text):
    """Members of a committee, and what is quoted."""
    assert found(holding(content=prose(text))) == []


def test_a_finding_points_at_its_key_and_names_its_basis():
    """The place in the file, the day, and the article."""
    text = (
        "unionkit: 1\npack: enterprise\nperiod: {year: 2026, half: 2}\ndata:\n  enterprise:\n"
        "    safety: {body: 委员会}\n    talks: {invited: 2026-09-01, reply_by: 2026-09-25}\n"
    )
    finding = next(each for each in KIT.check(KIT.loads(text)) if each.code == "ENT211")

    assert (finding.place.line, finding.place.column) == (7, 44)
    assert "20日内" in finding.message("zh")
    assert "2026-09-21" in finding.message("zh")
    assert "within 20 days, by 2026-09-21" in finding.message("en")
    assert finding.basis.worded() == "《工资集体协商试行办法》（劳动和社会保障部令第9号）第十七条"


def test_without_a_year_only_the_conventions_apply():
    """The rest has a clock, and says that it is silent."""
    data = {"enterprise": {"talks": {"workers": 1, "employers": 2}}}
    report = KIT.check(Plan(pack="enterprise", content=prose("成立女工委员会。"), data=data))
    codes = {finding.code for finding in report if finding.code.startswith("ENT")}

    assert codes == {"ENT501"}
    assert {silence.code for silence in report.silent} >= {"ENT101", "ENT201", "ENT202"}
