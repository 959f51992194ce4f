"""The rules about personal data: what each finds, and what only looks like it. All numbers and names are made up."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.files import load_plan
from unionkit.rules import check_plan
from unionkit.rules._privacy import RULES, is_card_number, is_identity_number

CODES = sorted(rule.code for rule in RULES)
NUMBER = "110101199003070011"
CARD = "6222020200000000006"

BROKEN = [
    ("UK761", f"- 证件号{NUMBER}。"),
    ("UK761", "- 证件号11010519491231002x。"),
    ("UK761", f"- {{table: [甲, 乙], rows: [[丙, '{NUMBER}']]}}"),
    ("UK762", f"- 打入{CARD}。"),
    ("UK762", "- 打入6222 0202 0000 0013。"),
    ("UK763", "- 电话13900001234。"),
    ("UK763", "- 电话+86 139-0000-1234。"),
    ("UK764", "- 一户职工家住清河路12号。"),
    ("UK764", "- 家庭住址：北岭小区三栋。"),
    ("UK765", "- 张建国同志患病住院。"),
    ("UK765", "- 走访因病致贫、生活困难的李梅老师。"),
    ("UK764", "- 走访一户，住松岭市和平路12号3单元402室。"),
    ("UK764", "- 地址：和平路12号3单元402室。"),
    ("UK765", "- 走访困难职工张大伟，其妻患癌症。"),
    ("UK765", "- 王建国因车祸致残，工会派人探望。"),
    ("UK765", "- 帮助欧阳修文办理大病补助。"),
    ("UK765", "- 由李红同志走访患病的张建国同志。"),
    ("UK765", "- 申请为张建国同志办理大病补助。"),
    ("UK766", "- {welfare: 看望张建国, kind: condolence-visit}"),
    ("UK766", "- {welfare: 王春梅女士补助, trigger: illness}"),
    ("UK766", "- {welfare: 慰问李小红家属, headcount: 1}"),
    ("UK766", "- {activity: 看望张建国, kind: visit}"),
    ("UK766", "- {activity: 祝贺张建国, participants: 1}"),
    ("UK766", "- {text: 走访一户。, facts: [{welfare: 看望张建国, trigger: hardship}]}"),
    ("UK767", "- 公示困难职工名单。"),
    ("UK767", "- 受助人员名单在公开栏张贴。"),
    ("UK768", "- {table: [姓名, 手机号码], rows: [[甲, 略]]}"),
    ("UK768", "- {table: [姓名, 患病情况], rows: [[甲, 乙]]}"),
]
SOUND = [
    ("UK761", "- 证件号110101199003070012。"),
    ("UK761", "- 证件号110101199013070011。"),
    ("UK761", f"- 编号A{NUMBER}。"),
    ("UK761", f"- {{text: 证件号{NUMBER}。, facts: [{{welfare: 慰问, private: true}}]}}"),
    ("UK762", "- 打入6222020200000000005。"),
    ("UK762", "- 账号1000020200000000006。"),
    ("UK762", f"- 证件号{NUMBER}。"),
    ("UK763", "- 电话0531-80001234。"),
    ("UK763", "- 编号139000012345。"),
    ("UK763", "- 电话12900001234。"),
    ("UK764", "- 活动在清河路12号举行。"),
    ("UK764", "- 了解家住外地的职工。"),
    ("UK765", "- 学习张建国同志带病住院仍坚持工作的先进事迹。"),
    ("UK765", "- 探望生病住院的女同志、老同志和各位老师。"),
    ("UK765", "- 张某某同志患病住院。"),
    ("UK765", "- 张建国同志负责。走访困难职工。"),
    ("UK765", "- {text: 张建国同志患病住院。, facts: [{welfare: 探望, private: true}]}"),
    ("UK764", "- 为住在公司3号宿舍楼的职工安装空调。"),
    ("UK764", "- 单身职工住在宿舍2栋的，由小组走访。"),
    ("UK764", "- 活动地址：和平路12号3单元402室。"),
    ("UK765", "- 困难职工帮扶由生活委员李红同志牵头。"),
    ("UK765", "- 张明老师负责困难职工档案。"),
    ("UK765", "- 邀请心理专家王丽老师开展抑郁预防讲座。"),
    ("UK765", "- 组织收看杨善洲同志的影片，带领群众走出困难。"),
    ("UK765", "- 规范帮扶困难职工程序，走访周边困难职工。"),
    ("UK765", "- 慰问困难职工毛毯、棉衣，打消困难职工顾虑。"),
    ("UK765", "- 会员因病致残的，工会派人探望。"),
    ("UK766", "- {welfare: 看望张建国, kind: condolence-visit, private: true}"),
    ("UK766", "- {welfare: 看望困难职工, kind: condolence-visit}"),
    ("UK766", "- {welfare: 慰问张建国, kind: festival-gift, headcount: 2}"),
    ("UK766", "- {activity: 学习张建国同志, kind: visit}"),
    ("UK766", "- {activity: 张建国同志讲座, kind: training}"),
    ("UK767", "- 公示先进个人名单。"),
    ("UK767", "- 公布困难补助的人数和总额。"),
    ("UK768", "- {table: [姓名, 手机号码], rows: [[甲, '']]}"),
    ("UK768", "- {table: [小组, 人数], rows: [[甲, '3']]}"),
]


def found(content: str, year: str = "period: {year: 2026}\n") -> list[str]:
    """Codes that the rules of the family find in some content."""
    return [each.code for each in check_plan(load_plan(f"{year}content:\n{content}"), RULES)]


@pytest.mark.parametrize(("code", "content"), BROKEN)
def test_a_rule_finds_what_breaks_it(code, content):
    """Once, where it stands."""
    assert found(content).count(code) == 1


@pytest.mark.parametrize(("code", "content"), SOUND)
def test_a_rule_lets_near_misses_pass(code, content):
    """What looks as if it broke the rule does not."""
    assert code not in found(content)


@pytest.mark.parametrize("rows", [BROKEN, SOUND])
def test_every_rule_is_in_the_tables(rows):
    """Each is seen to find something, and to let something pass."""
    assert sorted({code for code, _ in rows}) == CODES


@pytest.mark.parametrize("content", [row[1] for row in BROKEN])
def test_no_message_repeats_what_is_personal(content):
    """Messages end up in logs, and in reports that others read."""
    for each in check_plan(load_plan(f"period: {{year: 2026}}\ncontent:\n{content}"), RULES):
        for lang in ("zh", "en"):
            message = each.message(lang)

            assert not any(
                word in message
                for word in (
                    NUMBER,
                    CARD,
                    "0000",
                    "1234",
                    "建国",
                    "春梅",
                    "小红",
                    "李梅",
                    "12号",
                    "大伟",
                    "修文",
                )
            )


def test_the_law_is_silent_before_it_held():
    """It is in force since 1 November 2021."""
    content = f"- 证件号{NUMBER}。"

    assert found(content, "period: {year: 2020}\n") == []
    assert found(content, "period: {year: 2021}\n") == ["UK761"]


@given(
    head=st.integers(100000, 999999),
    born=st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2020, 1, 1)),
    order=st.integers(100, 999),
)
def test_exactly_one_check_digit_is_right(head, born, order):
    """So a slip in any one place is noticed."""
    number = f"{head}{born:%Y%m%d}{order}"

    assert sum(is_identity_number(number + digit) for digit in "0123456789X") == 1


@given(digits=st.from_regex(r"[0-9]{15,18}", fullmatch=True))
def test_exactly_one_digit_ends_a_card_number(digits):
    """The last digit is computed from the others."""
    assert sum(is_card_number(digits + digit) for digit in "0123456789") == 1
