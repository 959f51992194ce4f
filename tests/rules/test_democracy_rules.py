"""Rules about democratic procedure: delegates, sessions, collective contracts, and figures below the law."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.files import load_plan
from unionkit.rules import RULES, Report, Severity, check_plan

OURS = [rule for rule in RULES if rule.family == "democracy"]
FIRM = "sector: enterprise"
SCHOOL = "sector: school"


def report(organization: str, content: str = "", *, period: str = "{year: 2026, half: 2}") -> Report:
    """What the rules of the family find in a plan: keys of its organization, and its content."""
    text = f"organization: {{{organization}}}\nperiod: {period}\ncontent: [{content}]"
    return check_plan(load_plan(text), OURS)


def codes(organization: str, content: str = "", *, period: str = "{year: 2026, half: 2}") -> list[str]:
    """Their codes."""
    return [each.code for each in report(organization, content, period=period)]


def delegates(congress: str, total: int, more: str = "") -> str:
    """Delegates of a congress, as a key of the organization."""
    return f"delegates: {{congress: {congress}, total: {total}{more}}}"


FACTORY = "name: 清河机械厂工会, sector: enterprise, ownership: 国有"
YEAR = "{year: 2026}"
HALF = "{year: 2026, half: 2}"

BROKEN = [
    ("UK551", f"members: 200, {delegates('members', 41)}", ""),
    ("UK551", f"members: 201, {delegates('members', 39)}", ""),
    ("UK551", f"members: 50001, {delegates('members', 241)}", ""),
    ("UK552", f"{FIRM}, staff: 100, {delegates('staff', 29)}", ""),
    ("UK552", f"{FIRM}, staff: 601, {delegates('staff', 30)}", ""),
    ("UK552", f"{FIRM}, staff: 9000, {delegates('staff', 99)}", ""),
    ("UK552", f"{FIRM}, staff: 200, region: 上海市, {delegates('staff', 34)}", ""),
    ("UK552", f"{FIRM}, staff: 3001, region: 上海市浦东新区, {delegates('staff', 174)}", ""),
    ("UK553", f"{FIRM}, {delegates('staff', 60, ', managers: 13')}", ""),
    ("UK554", delegates("members", 40, ", managers: 9"), ""),
    ("UK555", f"{SCHOOL}, {delegates('staff', 40, ', teachers: 23')}", ""),
    ("UK555", f"{SCHOOL}, {delegates('staff', 41, ', teachers: 24')}", ""),
    ("UK556", f"{FIRM}, {delegates('members', 60, ', workers: 29')}", ""),
    ("UK557", f"staff: 200, women_staff: 120, {delegates('staff', 40, ', women: 23')}", ""),
    ("UK557", f"members: 200, women: 120, {delegates('members', 40, ', women: 23')}", ""),
    ("UK558", f"{FIRM}, {delegates('staff', 40, ', term: 2')}", ""),
    ("UK558", f"{SCHOOL}, {delegates('staff', 40, ', term: 4')}", ""),
    ("UK559", delegates("members", 40, ", term: 4"), ""),
    ("UK560", f"committees: [{{kind: committee, term: 5}}], {delegates('members', 40, ', term: 3')}", ""),
    ("UK561", delegates("staff", 40, ", elected: 2024-01-01, term: 3"), ""),
    ("UK561", delegates("members", 40, ", elected: 2019-01-01, term: 3"), "11月召开会员代表大会。"),
    ("UK562", "members: 99", "{activity: 召开会员代表大会}"),
    ("UK562", f"members: 99, {delegates('members', 30)}", ""),
    ("UK563", f"{SCHOOL}, staff: 79", "{activity: 四届三次教代会}"),
    ("UK563", f"{SCHOOL}, staff: 79, {delegates('staff', 30)}", ""),
    ("UK564", SCHOOL, '{goal: 教代会代表出席率, target: ">= 66%"}'),
    ("UK564", "sector: community", '{goal: 会员代表到会率, target: "60%-80%"}'),
    ("UK564", FIRM, "职代会须有代表过半数出席方可召开。"),
    ("UK564", "", "半数以上会员到会即可召开会员大会。"),
    ("UK565", FIRM, '{goal: 集体合同草案表决赞成率, target: ">= 50%"}'),
    ("UK565", "sector: town", '{goal: 会员大会投票同意率, target: ">= 45%"}'),
    ("UK566", f"{FIRM}, {delegates('staff', 60)}", "{activity: 职代会, participants: 39}"),
    ("UK566", f"{FIRM}, {delegates('members', 61)}", "{activity: 会员代表大会, participants: 40}"),
    ("UK567", FIRM, "职代会材料在会前6天发给代表。"),
    ("UK567", FIRM, "提前四个工作日将职工代表大会议题书面通知代表。"),
    ("UK568", "", "会员代表大会议程提前4个工作日告知代表。"),
    ("UK568", "", "工代会召开前4天把议程发给代表。"),
    ("UK569", FACTORY, "开展劳动竞赛。"),
    ("UK570", SCHOOL, "校务公开栏每月更新。"),
    ("UK571", SCHOOL, "3月召开教代会。"),
    ("UK572", "members: 300", "{activity: 第三届会员代表大会第一次会议}"),
    ("UK573", "", "村务公开内容至少每年公布一次。"),
    ("UK574", "", "签订集体合同，期限为4年。"),
    ("UK574", "", "与企业方续签五年期集体合同。"),
    ("UK574", "", "集体合同一签五年。"),
    ("UK575", "", "集体合同签订后11日内报送审查。"),
    ("UK575", "", "签订集体合同后15日内报人社部门。"),
    ("UK575", "", "集体合同签字之日起30天内向劳动部门备案。"),
    ("UK575", "", "工资专项集体合同签字后10个工作日内报审。"),
    ("UK576", "", "工资协议签订后8天内报送审查。"),
    ("UK577", "", "企业方收到要约后二十一日内答复。"),
    ("UK578", "", "集体协商每方代表2人。"),
    ("UK579", "", "工资协商中职工方代表3名，企业方代表4名。"),
    ("UK580", FIRM, "{activity: 签订女职工专项集体合同}"),
    ("UK581", FIRM, "{activity: 签订集体合同, when: 9月}, {activity: 职代会, when: 10月1日}"),
    ("UK582", FIRM, "职代会审议草案。, {activity: 集体合同续签}"),
    ("UK583", FIRM, "3月召开职代会，厂务公开栏每月更新。"),
    ("UK584", "", "女职工产假不少于97天。"),
    ("UK584", "", "女职工享受九十天产假。"),
    ("UK584", "", "产假按90天执行。"),
    ("UK585", "", "怀孕未满4个月流产的，休假14天。"),
    ("UK585", "", "怀孕满四个月流产的，产假41天。"),
    ("UK586", "", "每天安排30分钟哺乳时间。"),
    ("UK587", "", "人人享受3天带薪年休假。"),
    ("UK588", "", "气温41度以上停止户外作业。"),
    ("UK589", "", "38℃以上时露天作业不超过8小时。"),
]
SOUND = [
    ("UK551", f"members: 200, {delegates('members', 40)}", ""),
    ("UK551", f"members: 201, {delegates('members', 40)}", ""),
    ("UK551", f"members: 201, sector: town, {delegates('members', 90)}", ""),
    ("UK551", f"members: 99, {delegates('members', 20)}", ""),
    ("UK552", f"{FIRM}, staff: 100, {delegates('staff', 30)}", ""),
    ("UK552", f"{FIRM}, staff: 601, {delegates('staff', 31)}", ""),
    ("UK552", f"{FIRM}, staff: 9000, {delegates('staff', 100)}", ""),
    ("UK552", f"{FIRM}, staff: 200, region: 上海市, {delegates('staff', 35)}", ""),
    ("UK552", f"{FIRM}, staff: 199, region: 上海市, {delegates('staff', 30)}", ""),
    ("UK552", f"{SCHOOL}, staff: 900, {delegates('staff', 30)}", ""),
    ("UK553", f"{FIRM}, {delegates('staff', 60, ', managers: 12')}", ""),
    ("UK553", f"{SCHOOL}, {delegates('staff', 60, ', managers: 20')}", ""),
    ("UK554", delegates("members", 40, ", managers: 8"), ""),
    ("UK554", f"{FIRM}, {delegates('members', 40)}", ""),
    ("UK555", f"{SCHOOL}, {delegates('staff', 40, ', teachers: 24')}", ""),
    ("UK555", f"{SCHOOL}, {delegates('staff', 40)}", ""),
    ("UK556", f"{FIRM}, {delegates('members', 60, ', workers: 30')}", ""),
    ("UK556", f"{FIRM}, {delegates('staff', 60, ', workers: 20')}", ""),
    ("UK557", f"staff: 200, women_staff: 120, {delegates('staff', 40, ', women: 24')}", ""),
    ("UK557", f"staff: 200, women_staff: 119, {delegates('staff', 40, ', women: 23')}", ""),
    ("UK557", f"members: 200, women: 120, {delegates('staff', 40, ', women: 3')}", ""),
    ("UK558", f"{FIRM}, {delegates('staff', 40, ', term: 4')}", ""),
    ("UK558", f"{SCHOOL}, {delegates('staff', 40, ', term: 5')}", ""),
    ("UK558", f"{SCHOOL}, region: 上海市, {delegates('staff', 40, ', term: 4')}", ""),
    ("UK559", delegates("members", 40, ", term: 5"), ""),
    ("UK560", f"committees: [{{kind: committee, term: 3}}], {delegates('members', 40, ', term: 3')}", ""),
    ("UK560", f"committees: [{{kind: committee, term: 3}}], {delegates('staff', 40, ', term: 5')}", ""),
    ("UK561", delegates("staff", 40, ", elected: 2024-01-02, term: 3"), ""),
    ("UK561", delegates("staff", 40, ", elected: 2022-01-02, term: 3"), "10月选举新一届代表。"),
    ("UK562", "members: 100", "{activity: 召开会员代表大会}"),
    ("UK562", "members: 99", "{activity: 会员大会}"),
    ("UK562", "members: 99", "{activity: 推选代表参加镇工会会员代表大会}"),
    ("UK562", "members: 99", "{activity: 会员代表大会, done: true}"),
    ("UK562", "members: 99", "{role: review, heading: 回顾, content: [{activity: 会员代表大会}]}"),
    ("UK562", "members: 99, sector: federation", "{activity: 会员代表大会}"),
    ("UK563", f"{SCHOOL}, staff: 80", "{activity: 四届三次教代会}"),
    ("UK563", f"{SCHOOL}, staff: 79", "{activity: 教代会制度培训}"),
    ("UK563", f"{FIRM}, staff: 79", "{activity: 职代会}"),
    ("UK564", SCHOOL, '{goal: 教代会代表出席率, target: ">= 67%"}'),
    ("UK564", SCHOOL, '{goal: 教代会代表出席率, target: "<= 60%"}'),
    ("UK564", SCHOOL, '{goal: 讲座出席率, target: ">= 50%"}'),
    ("UK564", SCHOOL, "{goal: 教代会代表出席率, target: 60人}"),
    ("UK564", SCHOOL, '{goal: 会员活动参会率, target: ">= 50%"}'),
    ("UK564", FIRM, "职代会须有三分之二以上代表出席方可召开。"),
    ("UK564", FIRM, "代表团会议有半数以上代表到会即可召开。"),
    ("UK564", FIRM, "纠正职代会代表过半数出席即可召开的做法。"),
    ("UK565", FIRM, '{goal: 集体合同草案表决赞成率, target: ">= 51%"}'),
    ("UK565", FIRM, '{goal: 会员对食堂的赞成率, target: ">= 50%"}'),
    ("UK565", FIRM, '{goal: 职工对作息方案同意率, target: ">= 50%"}'),
    ("UK566", f"{FIRM}, {delegates('staff', 60)}", "{activity: 职代会, participants: 40}"),
    ("UK566", f"{FIRM}, {delegates('staff', 60)}", "{activity: 职代会, participants: 约30人}"),
    ("UK566", f"{FIRM}, {delegates('staff', 60)}", "{activity: 职代会代表培训, participants: 9}"),
    ("UK566", f"{FIRM}, {delegates('staff', 60)}", "{activity: 会员代表大会, participants: 9}"),
    ("UK567", FIRM, "职代会材料在会前7天发给代表。"),
    ("UK567", FIRM, "职代会议题提前5个工作日书面通知代表；活动提前3天报名。"),
    ("UK567", FIRM, "职代会召开，提前3天征集提案。"),
    ("UK567", FIRM, "会议材料提前3天发给参会人员。"),
    ("UK567", SCHOOL, "教代会材料提前3天发给代表。"),
    ("UK567", FIRM, "纠正职代会议案提前3天才发给代表的做法。"),
    ("UK567", FIRM, "{role: review, heading: 回顾, content: [职代会材料在会前6天发给代表。]}"),
    ("UK568", "", "会员代表大会议程提前5个工作日告知代表。"),
    ("UK568", "", "去年工代会议程提前2天告知代表，今年提前一周。"),
    ("UK568", "", "会员代表大会议程提前一周告知代表。"),
    ("UK569", FACTORY, "10月召开职代会。"),
    ("UK569", FACTORY.replace("厂", "有限公司"), "开展劳动竞赛。"),
    ("UK569", FACTORY.replace("国有", "民营"), "开展劳动竞赛。"),
    ("UK570", SCHOOL, "3月召开教代会。"),
    ("UK570", "sector: community", "走访居民。"),
    ("UK571", SCHOOL, "校务公开栏每月更新。"),
    ("UK571", "sector: town", "走访企业。"),
    ("UK572", "members: 300", "{activity: 第三届会员代表大会第二次会议}"),
    ("UK572", "members: 300", "会前对代表开展培训。, {activity: 三届一次会员代表大会}"),
    ("UK573", "", "村务公开内容每季度公布一次。"),
    ("UK573", "", "村务公开每年考核。"),
    ("UK573", "", "村务公开过去每年公布一次，今年改为每季度一次。"),
    ("UK574", "", "签订集体合同，期限为3年。"),
    ("UK574", "", "集体合同一签三年。"),
    ("UK574", "", "原来的集体合同期限为5年，今年续签改为3年。"),
    ("UK574", "", "集体合同覆盖面在5年内达到九成。"),
    ("UK575", "", "集体合同签订后10日内报送审查。"),
    ("UK575", "", "集体合同签订后7个工作日内报送审查。"),
    ("UK575", "", "劳动合同签订后30日内备案。"),
    ("UK575", "", "劳动合同签订后30日内报人社部门备案，集体合同及时报送。"),
    ("UK575", "", "集体合同签订后30日内，班组学习不少于1次，并报送学习记录。"),
    ("UK575", "", "集体合同签订后30日内报送学习记录。"),
    ("UK575", "", "工资专项集体合同签订后15日内，公司向工会报告落实情况。"),
    ("UK575", "", "去年集体合同签订后30日内才报送人社部门，今年改为10日内报送。"),
    ("UK575", "", "不能再出现“集体合同签订后30日内报送人社部门”的问题。"),
    ("UK575", "", "学习《集体合同签订后30日内报送审查的规定》一文。"),
    ("UK576", "", "工资协议签订后7日内报送审查。"),
    ("UK576", "", "工资专项集体合同签订后10日内报送审查。"),
    ("UK576", "", "杜绝工资协议签订后30日内才报送人社部门的情形。"),
    ("UK577", "", "企业方收到要约后二十日内答复。"),
    ("UK577", "", "避免企业方收到要约后30日内才答复。"),
    ("UK577", "", "对来信30日内答复。"),
    ("UK578", "", "集体协商每方代表3人。"),
    ("UK578", "", "集体协商双方各派1名首席代表。"),
    ("UK578", "", "结对双方各2人。"),
    ("UK578", "", "去年集体协商每方代表2人，今年增至3人。"),
    ("UK579", "", "工资协商中职工方代表4名，企业方代表4名。"),
    ("UK579", "", "座谈会请职工代表3名、企业代表4名。"),
    ("UK580", FIRM, "职代会审议草案。, {activity: 签订集体合同}"),
    ("UK580", FIRM, "{activity: 指导分公司签订集体合同}"),
    ("UK580", "sector: town", "{activity: 签订集体合同}"),
    ("UK581", FIRM, "{activity: 签订集体合同, when: 10月}, {activity: 职代会, when: 9月}"),
    ("UK581", FIRM, "{activity: 签订集体合同, when: 10月}, {activity: 职代会, when: 10月中旬}"),
    ("UK581", FIRM, "{activity: 签订集体合同, when: 9月}, {activity: 职代会, when: 适时}"),
    ("UK581", FIRM, "草案已通过。, {activity: 签订集体合同, when: 9月}, {activity: 职代会, when: 11月}"),
    ("UK581", FIRM, "{activity: 签订集体合同}, {activity: 职代会, when: 11月}"),
    ("UK582", FIRM, "{activity: 签订集体合同和女职工专项集体合同}"),
    ("UK582", FIRM, "{activity: 签订工资协议}"),
    ("UK583", FIRM, "4月开展工资集体协商。"),
    ("UK583", SCHOOL, "开展读书活动。"),
    ("UK584", "", "女职工产假不少于98天。"),
    ("UK584", "", "女职工享受158天产假，难产的增加15天产假。"),
    ("UK584", "", "配偶享受15天陪产假，产假期间安排慰问。"),
    ("UK584", "", "过去产假为90天，现在按98天执行。"),
    ("UK584", "", "女职工休产假90天以上的可申请居家办公。"),
    ("UK584", "", "休满90天产假后返岗的，安排谈心。"),
    ("UK584", "", "产假按98天执行。"),
    ("UK585", "", "怀孕未满4个月流产的，休假15天。"),
    ("UK585", "", "此前流产的休假10天，现按15天执行。"),
    ("UK585", "", "怀孕满4个月流产的，产假42天。"),
    ("UK586", "", "每天安排1小时哺乳时间。"),
    ("UK586", "", "每天两次哺乳，每次30分钟哺乳时间。"),
    ("UK586", "", "每天安排60分钟哺乳时间。"),
    ("UK586", "", "上午、下午各安排30分钟哺乳时间。"),
    ("UK586", "", "废止每天30分钟哺乳时间的旧规定。"),
    ("UK587", "", "人人享受5天带薪年休假。"),
    ("UK587", "", "曾经人人享受3天带薪年休假。"),
    ("UK587", "", "剩余的3天年休假年底前休完。"),
    ("UK588", "", "气温40度以上停止户外作业。"),
    ("UK588", "", "气温38℃以上停止户外作业。"),
    ("UK589", "", "38℃以上时露天作业不超过6小时。"),
    ("UK588", "", "不再执行气温42度以上停止户外作业的老办法。"),
    ("UK589", "", "露天作业每天不超过8小时。"),
    ("UK589", "", "以前38℃以上时露天作业不超过8小时。"),
]
FOR_A_YEAR = {"UK570", "UK571", "UK583"}


@pytest.mark.parametrize(("code", "organization", "content"), BROKEN)
def test_a_rule_finds_what_breaks_it(code, organization, content):
    """Once, at the boundary too."""
    assert codes(organization, content, period=YEAR if code in FOR_A_YEAR else HALF).count(code) == 1


@pytest.mark.parametrize(("code", "organization", "content"), SOUND)
def test_a_rule_lets_near_misses_pass(code, organization, content):
    """What looks as if it broke the rule does not."""
    assert code not in codes(organization, content, period=YEAR if code in FOR_A_YEAR else HALF)


def test_every_rule_has_a_row_in_both_tables():
    """A rule that is added is tested at its boundary."""
    family = {rule.code for rule in OURS}

    assert {code for code, *_ in BROKEN} == family
    assert {code for code, *_ in SOUND} == family


@pytest.mark.parametrize(("code", "organization", "content"), [row for row in BROKEN if row[0] in FOR_A_YEAR])
def test_half_a_year_breaks_no_yearly_duty(code, organization, content):
    """What is missing may be in the other half."""
    assert code not in codes(organization, content)
    assert code not in codes(organization, content, period="{half: 1}")


def test_a_plan_of_the_school_pack_is_left_to_its_rules():
    """Openness is one of them."""
    text = "pack: school\norganization: {sector: school}\nperiod: {year: 2026}\ncontent: [3月召开教代会。]"

    assert "UK571" not in [each.code for each in check_plan(load_plan(text), OURS)]


def test_a_province_that_someone_read_is_cited():
    """Nobody could read the national text on notice, but that of 山东."""
    (nation,) = report(FIRM, "职代会材料在会前6天发给代表。")
    (province,) = report(f"{FIRM}, region: 山东省", "职代会材料在会前6天发给代表。")

    assert "尚未核实" in nation.message()
    assert "尚未核实" not in province.message()
    assert province.basis.title == "《山东省厂务公开条例》"


def test_prose_is_never_an_error_and_never_mended():
    """Only a typed field says for certain what is meant."""
    told = [each for _, *row in BROKEN for each in report(*row, period=HALF) if each.words]

    assert len(told) > 20
    assert not [each.code for each in told if each.severity is Severity.ERROR or each.fix]


def test_maternity_leave_goes_by_the_law_of_the_day():
    """90 days were right until April 2012."""
    before = codes("", "女职工产假90天。", period="{from: 2011-01-01, to: 2011-12-31}")

    assert "UK584" not in before
    assert "UK584" in codes("", "女职工产假90天。", period="{year: 2012, half: 1}")


def test_several_congresses_are_told_apart():
    """Managers are counted in each of them."""
    both = (
        "sector: enterprise, delegates: [{congress: members, total: 40, managers: 9},"
        " {congress: staff, total: 40, managers: 9}, {total: 40, managers: 30}]"
    )
    told = report(both)

    assert [(each.code, each.path) for each in told] == [
        ("UK554", ("organization", "delegates", 0, "managers")),
        ("UK553", ("organization", "delegates", 1, "managers")),
    ]


@pytest.mark.parametrize("every", ["每两年", "每三年", "每隔2年"])
def test_a_congress_that_meets_too_seldom_is_found_in_any_plan(every):
    """Whatever the other half has, it is no congress each year."""
    assert codes(SCHOOL, f"教代会{every}召开一次。") == ["UK570"]
    assert codes(SCHOOL, f"过去教代会{every}召开一次，现在每年召开一次。") == []


@pytest.mark.parametrize(
    ("organization", "goal", "basis"),
    [
        (FIRM, "职代会代表出席率", "《企业民主管理规定》"),
        (SCHOOL, "教代会代表出席率", "《学校教职工代表大会规定》"),
        (FIRM, "会员代表大会代表出席率", "《基层工会会员代表大会条例》"),
        (SCHOOL, "工代会代表出席率", "《基层工会会员代表大会条例》"),
        ("", "会员大会到会率", "《基层工会会员代表大会条例》"),
    ],
)
def test_each_congress_goes_by_its_own_regulations(organization, goal, basis):
    """Whatever the sector; what nobody could confirm says so."""
    (found,) = report(organization, f'{{goal: {goal}, target: ">= 60%"}}')

    assert found.basis.title == basis
    assert ("尚未核实" in found.message()) == ("会员" in basis)


def test_a_session_of_members_goes_by_the_regulations_of_members():
    """In an enterprise too."""
    (found,) = report(f"{FIRM}, {delegates('members', 61)}", "{activity: 会员代表大会, participants: 40}")

    assert found.basis.title == "《基层工会会员代表大会条例》"


@pytest.mark.parametrize(
    ("elected", "period", "is_found"),
    [
        ("2023-10-12", "{year: 2026, half: 2}", True),
        ("2023-10-11", "{year: 2026, half: 2}", False),
        ("2020-05-01", "{year: 2023, half: 1}", False),
        (None, "{from: 2023-07-01, to: 2023-10-11}", False),
        (None, "{from: 2023-07-01, to: 2023-10-12}", True),
    ],
)
def test_four_years_were_a_term_until_october_2023(elected, period, is_found):
    """The Constitution of before said three to five years."""
    when = f", elected: {elected}" if elected else ""
    told = codes(delegates("members", 40, f", term: 4{when}"), "10月换届。", period=period)

    assert ("UK559" in told) == is_found


def test_one_wrong_term_is_told_once():
    """What differs from it is not wrong by itself."""
    both = f"committees: [{{kind: committee, term: 5}}], {delegates('members', 40, ', term: 4')}"
    union = f"committees: [{{kind: committee, term: 4}}], {delegates('members', 40, ', term: 5')}"

    assert codes(both) == ["UK559"]
    assert codes(union) == []


def test_one_small_school_is_told_once():
    """With its delegates and its sessions."""
    (found,) = report(f"{SCHOOL}, staff: 79, {delegates('staff', 30)}", "{activity: 教代会}")

    assert found.code == "UK563"
    assert len(found.others) == 1


def test_english_messages_have_english_units():
    """Figures of the law are told in the language of the message."""
    told = [each for _, *row in BROKEN for each in report(*row, period=HALF)]
    units = re.compile(r"\d(?:元|人|天|日|年|个|小时|分钟|℃)")

    said = [units.search(re.sub("“[^”]*”", "", each.message("en"))) for each in told]
    assert not [each.string for each in said if each]


@given(total=st.integers(30, 300), data=st.data())
def test_a_fifth_of_managers_is_the_line(total, data):
    """Neither more nor fewer decides."""
    managers = data.draw(st.integers(0, total))
    found = "UK553" in codes(f"{FIRM}, {delegates('staff', total, f', managers: {managers}')}")

    assert found == (5 * managers > total)


@given(staff=st.integers(100, 5000), total=st.integers(20, 200))
def test_delegates_of_the_staff_are_five_per_cent_within_bounds(staff, total):
    """At least 30; no more than 100 are asked for."""
    found = "UK552" in codes(f"{FIRM}, staff: {staff}, {delegates('staff', total)}")

    assert found == (total < max(30, min(100, -(-staff // 20))))
