"""Rules about the union itself: who sits on its committees, for how long, and how they were elected."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.files import load_plan
from unionkit.rules import RULES, Basis, Limit, Report, Ruling, Severity, check_plan
from unionkit.rules._organization_bands import least_of, most_of
from unionkit.rules._organization_words import measured, number_of

OURS = [rule for rule in RULES if rule.family == "organization"]


def report(organization: str, content: str = "[]", *, period: str = "{year: 2026, half: 2}") -> Report:
    """What the rules of the family find in a plan of an organization."""
    text = f"organization: {organization}\nperiod: {period}\ncontent: {content}"
    return check_plan(load_plan(text), OURS)


def codes(organization: str, content: str = "[]", *, period: str = "{year: 2026, half: 2}") -> list[str]:
    """Their codes."""
    return [each.code for each in report(organization, content, period=period)]


def committees(*each: str, more: str = "") -> str:
    """An organization with committees."""
    return f"{{{more}committees: [{', '.join(f'{{{one}}}' for one in each)}]}}"


UNION = "kind: committee"
AUDIT = "kind: audit"
WOMEN = "kind: women"
CHAIRS = "members: [{name: 甲, role: %s}, {name: 乙, role: %s}, {name: 丙, role: 委员}]"

BROKEN = [
    ("UK651", committees(WOMEN, more="members: 25, "), "[]"),
    ("UK652", committees(UNION, AUDIT, more="women: 10, "), "[]"),
    ("UK653", committees(UNION, more="members: 25, "), "[]"),
    ("UK654", committees(f"{UNION}, size: 8", AUDIT, more="members: 200, "), "[]"),
    ("UK654", committees(f"{UNION}, size: 6", AUDIT, more="members: 201, "), "[]"),
    ("UK654", committees(f"{UNION}, size: 2", AUDIT, more="members: 25, "), "[]"),
    ("UK654", committees(f"{UNION}, size: 46", AUDIT, more="members: 50001, "), "[]"),
    ("UK655", committees(f"{AUDIT}, size: 2", UNION, more="members: 25, "), "[]"),
    ("UK655", committees(f"{AUDIT}, size: 12", UNION, more="members: 9000, "), "[]"),
    (
        "UK656",
        committees(
            f"{UNION}, members: [{{name: 甲, role: 工会主席}}]",
            f"{AUDIT}, members: [{{name: 乙}}, {{name: 甲}}]",
        ),
        "[]",
    ),
    (
        "UK656",
        committees(f"{UNION}, members: [{{name: 甲, role: 财务委员}}]", f"{AUDIT}, members: [{{name: 甲}}]"),
        "[]",
    ),
    ("UK657", committees(f"{UNION}, size: 3, {CHAIRS % ('主席', '主席')}"), "[]"),
    ("UK657", committees(f"{UNION}, size: 3, {CHAIRS % ('副主席', '委员')}"), "[]"),
    ("UK658", committees(f"{WOMEN}, members: [{{name: 甲}}, {{name: 乙}}, {{name: 甲}}]"), "[]"),
    ("UK659", "{}", "[女职工25名以上的单位建立女职工委员会。]"),
    ("UK659", "{}", "[女会员达到二十五人的车间都要成立女职工委员会。]"),
    ("UK661", committees(f"{UNION}, term: 4"), "[]"),
    ("UK661", committees(f"{AUDIT}, term: 2"), "[]"),
    ("UK661", committees(f"{UNION}, term: 3", more="sector: federation, "), "[]"),
    ("UK662", committees(f"{UNION}, term: 5", f"{WOMEN}, term: 3"), "[]"),
    ("UK663", committees(f"{UNION}, elected: 2024-05-10", f"{AUDIT}, elected: 2024-05-17"), "[]"),
    ("UK664", committees(f"{UNION}, elected: 2023-07-01, term: 3"), "[]"),
    ("UK664", committees(f"{UNION}, elected: 2020-01-01, term: 3"), "[走访困难职工。]"),
    ("UK665", committees(f"{UNION}, elected: 2023-07-02, term: 3"), "[]"),
    ("UK665", committees(f"{UNION}, elected: 2022-01-01, term: 5"), "[]"),
    ("UK666", committees(f"{UNION}, elected: 2022-01-02, term: 5"), "[{activity: 工会换届, kind: election}]"),
    (
        "UK671",
        committees(f"{UNION}, entitled: 60, members: [{{name: 甲, votes: 30}}, {{name: 乙, votes: 31}}]"),
        "[]",
    ),
    ("UK671", committees(f"{WOMEN}, entitled: 61, members: [{{name: 甲, votes: 30}}]"), "[]"),
    ("UK672", committees(f"{UNION}, entitled: 60, present: 39"), "[]"),
    ("UK672", committees(f"{AUDIT}, entitled: 61, present: 40"), "[]"),
    ("UK673", committees(f"{UNION}, size: 20, candidates: 20"), "[]"),
    ("UK673", committees(f"{UNION}, size: 21, candidates: 22"), "[]"),
    ("UK674", "{members: 101, staff: 100}", "[]"),
    ("UK675", "{women: 51, women_staff: 50}", "[]"),
    ("UK675", "{members: 100, staff: 100, women: 49, women_staff: 50}", "[]"),
]
SOUND = [
    ("UK651", committees(WOMEN, more="members: 24, "), "[]"),
    ("UK651", "{members: 240}", "[]"),
    ("UK651", committees(WOMEN, more="members: 240, "), "[工会委员会每月开会。]"),
    ("UK652", committees(UNION, AUDIT, more="women: 9, "), "[]"),
    ("UK652", committees(UNION, WOMEN, more="women: 10, "), "[]"),
    ("UK652", committees(UNION, more="women: 90, "), "[{activity: 讲座, owner: 女教职工委员会}]"),
    ("UK652", "{women: 90}", "[]"),
    ("UK653", committees(UNION, more="members: 24, "), "[]"),
    ("UK653", committees(UNION, AUDIT, more="members: 25, "), "[]"),
    ("UK653", committees(UNION, more="members: 90, "), "[经审会每季度审一次账。]"),
    ("UK654", committees(f"{UNION}, size: 7", AUDIT, more="members: 200, "), "[]"),
    ("UK654", committees(f"{UNION}, size: 7", AUDIT, more="members: 201, "), "[]"),
    ("UK654", committees(f"{UNION}, size: 3", AUDIT, more="members: 25, "), "[]"),
    ("UK654", committees(f"{UNION}, size: 9", AUDIT, more="members: 90, sector: town, "), "[]"),
    ("UK654", committees(UNION, AUDIT, more="members: 90, "), "[]"),
    ("UK655", committees(f"{AUDIT}, size: 3", UNION, more="members: 25, "), "[]"),
    ("UK655", committees(f"{AUDIT}, size: 11", UNION, more="members: 9000, "), "[]"),
    ("UK655", committees(f"{AUDIT}, size: 1", UNION, more="members: 24, "), "[]"),
    (
        "UK656",
        committees(f"{UNION}, members: [{{name: 甲, role: 委员}}]", f"{AUDIT}, members: [{{name: 甲}}]"),
        "[]",
    ),
    (
        "UK656",
        committees(f"{UNION}, members: [{{name: 甲, role: 经审主任}}]", f"{AUDIT}, members: [{{name: 甲}}]"),
        "[]",
    ),
    ("UK657", committees(f"{UNION}, size: 3, {CHAIRS % ('主席', '副主席')}"), "[]"),
    ("UK657", committees(f"{UNION}, size: 5, {CHAIRS % ('副主席', '委员')}"), "[]"),
    ("UK657", committees(f"{UNION}, size: 3, {CHAIRS % ('副主席（主持工作）', '委员')}"), "[]"),
    ("UK658", committees(f"{WOMEN}, members: [{{name: 甲}}]", f"{AUDIT}, members: [{{name: 甲}}]"), "[]"),
    ("UK659", "{}", "[女会员10人以上的单位建立女职工委员会。]"),
    ("UK659", "{}", "[女会员25人参加女职工委员会组织的讲座；女职工三十余人受益。]"),
    ("UK659", "{}", "[全校有女会员25人，已建立女职工委员会。]"),
    ("UK659", "{}", "[过去女会员25人以上才建立女职工委员会，现在10人以上就建立。]"),
    ("UK659", "{}", "[纠正“女会员25人以上建立女职工委员会”的说法。]"),
    ("UK661", committees(f"{UNION}, term: 3", f"{AUDIT}, term: 5"), "[]"),
    ("UK661", committees(f"{UNION}, term: 5", more="sector: federation, "), "[]"),
    ("UK661", committees(f"{WOMEN}, term: 4"), "[]"),
    ("UK662", committees(f"{UNION}, term: 5", f"{WOMEN}, term: 5", AUDIT), "[]"),
    ("UK662", committees(f"{UNION}, term: 5", f"{UNION}, term: 3", f"{AUDIT}, term: 3"), "[]"),
    ("UK662", committees(f"{UNION}, term: 4", f"{AUDIT}, term: 5", f"{WOMEN}, term: 5"), "[]"),
    ("UK662", committees(f"{UNION}, term: 5", f"{AUDIT}, term: 4"), "[]"),
    ("UK663", committees(f"{UNION}, elected: 2024-05-10", f"{AUDIT}, elected: 2024-05-16"), "[]"),
    ("UK663", committees(f"{UNION}, elected: 2024-05-10", f"{WOMEN}, elected: 2024-08-16"), "[]"),
    ("UK664", committees(f"{UNION}, elected: 2023-07-02, term: 3"), "[]"),
    ("UK664", committees(f"{UNION}, elected: 2020-07-01, term: 3"), "[9月完成工会换届。]"),
    ("UK664", committees(f"{UNION}, elected: 2020-07-01, term: 3"), "[{activity: 选举, kind: election}]"),
    ("UK664", committees(f"{UNION}, elected: 2020-07-01, term: 3"), "[经批准延长任期一年。]"),
    ("UK665", committees(f"{UNION}, elected: 2023-07-01, term: 3"), "[]"),
    ("UK665", committees(f"{UNION}, elected: 2022-01-02, term: 5"), "[]"),
    ("UK665", committees(f"{UNION}, elected: 2023-10-02, term: 3"), "[10月改选。]"),
    ("UK665", committees(f"{UNION}, elected: 2023-10-02"), "[]"),
    ("UK666", committees(f"{UNION}, elected: 2022-01-01, term: 5"), "[{activity: 工会换届, kind: election}]"),
    ("UK666", committees(f"{UNION}, elected: 2024-01-01, term: 5"), "[{activity: 指导分工会换届}]"),
    ("UK666", committees(f"{UNION}, elected: 2024-01-01, term: 5"), "[{activity: 工会换届, done: true}]"),
    (
        "UK666",
        committees(f"{UNION}, elected: 2024-01-01, term: 5"),
        "[{activity: 教代会代表换届选举, kind: election}]",
    ),
    ("UK671", committees(f"{UNION}, entitled: 60, members: [{{name: 甲, votes: 31}}]"), "[]"),
    ("UK671", committees(f"{UNION}, present: 60, members: [{{name: 甲, votes: 3}}]"), "[]"),
    ("UK672", committees(f"{UNION}, entitled: 60, present: 40"), "[]"),
    ("UK672", committees(f"{UNION}, present: 4"), "[]"),
    ("UK673", committees(f"{UNION}, size: 20, candidates: 21"), "[]"),
    ("UK673", committees(f"{UNION}, size: 21, candidates: 23"), "[]"),
    ("UK673", committees(f"{AUDIT}, size: 3, candidates: 3"), "[]"),
    ("UK674", "{members: 100, staff: 100}", "[]"),
    ("UK674", "{members: 101, staff: 100, sector: community}", "[]"),
    ("UK675", "{women: 50, women_staff: 50}", "[]"),
    ("UK675", "{members: 100, staff: 100, women: 50, women_staff: 50}", "[]"),
    ("UK675", "{women: 51, women_staff: 50, sector: town}", "[]"),
]


@pytest.mark.parametrize(("code", "organization", "content"), BROKEN)
def test_a_rule_finds_what_breaks_it(code, organization, content):
    """Once, at the boundary too."""
    assert codes(organization, content).count(code) == 1


@pytest.mark.parametrize(("code", "organization", "content"), SOUND)
def test_a_rule_lets_near_misses_pass(code, organization, content):
    """What looks as if it broke the rule does not."""
    assert code not in codes(organization, content)


def test_every_rule_has_a_row_in_both_tables():
    """A rule that is added is tested at its boundary."""
    family = {rule.code for rule in OURS}

    assert {code for code, *_ in BROKEN} == family
    assert {code for code, *_ in SOUND} == family


def test_the_law_of_before_is_not_asked():
    """In 2015 the regulations on elections were not there yet."""
    small = committees(f"{UNION}, size: 8", AUDIT, more="members: 200, ")

    assert "UK654" in codes(small, period="{year: 2016, half: 2}")
    assert "UK654" not in codes(small, period="{year: 2015, half: 2}")


def test_no_year_means_silence_about_terms():
    """Nobody can tell whether a term ends inside half a year of no year."""
    told = report(committees(f"{UNION}, elected: 2020-07-01, term: 3"), period="{half: 2}")

    assert {"UK664", "UK665"} <= {each.code for each in told.silent}
    assert list(told) == []


def test_what_the_plan_does_not_say_is_listed():
    """The sizes of committees and their elections."""
    told = report(committees(UNION, AUDIT, more="members: 90, "))

    assert {"UK654", "UK655", "UK665"} <= {each.code for each in told.silent}


def test_messages_name_nobody():
    """They end up in logs; the place shows who it is."""
    told = report(
        committees(
            f"{UNION}, entitled: 60, members: [{{name: 欧阳甲, role: 主席, votes: 2}}, {{name: 欧阳甲}}]",
            f"{AUDIT}, members: [{{name: 欧阳甲}}]",
        )
    )

    assert {each.code for each in told} == {"UK656", "UK658", "UK671"}
    assert not any("欧阳" in each.message(lang) for each in told for lang in ("zh", "en"))


def test_the_band_that_decides_is_cited():
    """The lowest band of the elections of 2016 could not be confirmed, so it only warns."""
    (low,) = report(committees(f"{UNION}, size: 6", AUDIT, more="members: 20, "))
    (high,) = report(committees(f"{UNION}, size: 9", AUDIT, more="members: 90, "))

    assert (low.severity, high.severity) == (Severity.WARNING, Severity.ERROR)
    assert "尚未核实" in low.message()
    assert "尚未核实" not in high.message()


def test_the_old_line_is_left_to_the_author():
    """A figure of the law is not mended: the sentence may mean another one."""
    (found,) = report("{}", "[女会员二十五人以上的单位建立女职工委员会。]")

    assert found.fix is None
    assert "10 people" in found.message("en")


@pytest.mark.parametrize(
    ("amount", "unit", "zh", "en"),
    [
        (1, "人", "1人", "1 person"),
        (25, "人", "25人", "25 people"),
        (5, "个工作日", "5个工作日", "5 working days"),
        (Fraction("0.5"), "元", "0.5元", "0.5 yuan"),
        (40, "%", "40%", "40%"),
        (Fraction(2, 3), "", "2/3", "2/3"),
    ],
)
def test_an_amount_is_told_in_both_languages(amount, unit, zh, en):
    """With the unit of the language; what it does not know stays."""
    assert measured(Fraction(amount), unit) == (zh, en)


def ruling(*bands: str, region: str = "") -> Ruling:
    """What one regulation says in bands."""
    return Ruling(value=bands, unit="", limit=Limit(value=bands, basis=Basis(title=region), region=region))


@given(people=st.integers(0, 10_000))
def test_bands_meet_without_a_gap(people):
    """Every number of people is in one band at most, and the bounds are in order."""
    law = ruling("1-200: 3-7", "201-1000: 7-15", "1001-: 15-21")
    least, most = least_of(law, people), most_of(law, people)

    assert (least is None) == (most is None) == (people == 0)
    assert least is None or most is None or least.number <= most.number


@given(people=st.integers(101, 3000))
def test_a_band_may_be_a_share_or_grow_by_steps(people):
    """A share is rounded up; steps count when they are full; the stricter of two limits applies."""
    share, steps = ruling("1-: 5%-"), ruling("101-3000: 30+5/100-", region="上海市")
    both = Ruling(value=(), unit="", limit=share.limit, others=(steps.limit,))
    by_share, by_steps = least_of(share, people), least_of(steps, people)
    decides = least_of(both, people)

    assert by_share.number - 1 < Fraction(people, 20) <= by_share.number
    assert by_steps.number == 30 + 5 * ((people - 100) // 100)
    assert decides.number == max(by_share.number, by_steps.number)
    assert decides.ruling.limit in (share.limit, steps.limit)
    assert most_of(both, people) is None


def test_a_band_that_cannot_be_read_is_told():
    """Whoever writes a parameter file of their own sees which entry it is."""
    with pytest.raises(ValueError, match="一百至二百"):
        least_of(ruling("一百至二百：三"), 150)


@pytest.mark.parametrize(
    ("words", "number"), [("25", 25), ("二十五", 25), ("", None), (None, None), ("百十", None)]
)
def test_numbers_are_read_in_figures_and_in_chinese(words, number):
    """What is neither is no number."""
    assert number_of(words) == number
