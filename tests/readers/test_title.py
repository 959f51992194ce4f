import pytest

from unionkit.readers import read_text


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("清河厂工会工作要点\n一、走访", "清河厂工会工作要点"),
        ("清河厂工会\n2026年\n工作计划\n一、走访", "清河厂工会2026年工作计划"),
        ("清河厂工会\n走访会员\n慰问老人\n一、走访", "清河厂工会"),
        ("一、走访会员", ""),
        ("本会今年要办三件事。\n工作计划\n一、走访", ""),
        ("", ""),
        ("\n\n", ""),
    ],
)
def test_first_lines_are_the_title(source, title):
    """Short lines without mark or number at the top; several where the last says what paper it is."""
    assert read_text(source, name="old.txt").plan.title == title


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2026年清河中学工会工作计划", "清河中学工会"),
        ("20xx年下半年清河镇总工会工作要点", "清河镇总工会"),
        ("清河厂工会委员会 2026年工作计划", "清河厂工会委员会"),
        ("下半年工会工作计划", ""),
        ("关于工会工作计划", ""),
        ("清河厂工会章程", ""),
    ],
)
def test_title_names_the_body(title, name):
    """The name is what stands before the period or the kind of paper, unless it is 工会 alone."""
    assert read_text(f"{title}\n一、走访", name="old.txt").plan.organization.name == name


@pytest.mark.parametrize(
    ("source", "year", "half"),
    [
        ("2026年下半年工会计划", 2026, 2),
        ("工会上半年总结及下半年计划", None, 2),
        ("2025年工会总结和2026年计划", 2026, None),
        ("2026-2027学年第一学期工会计划", 2026, 2),
        ("2026-2027学年第二学期工会计划", 2027, 1),
        ("2026年春季学期工会计划", 2026, 1),
        ("第一学期工会计划", None, 2),
        ("工会下半年计划\n2026年下半年，本会要走访会员。", 2026, 2),
        ("工会下半年计划\n2026年上半年，本会走访了会员。", None, 2),
        ("工会计划\n2026年，本会要走访会员。", 2026, None),
        ("工会计划\n自2019年以来本会年年走访会员，下半年也不例外。", None, 2),
        ("20xx年工会计划", None, None),
        ("1900年工会计划", None, None),
    ],
)
def test_period_is_that_of_the_plan(source, year, half):
    """The title tells it, the first words below only what the title leaves open; a past year is not the plan's."""
    period = read_text(source, name="old.txt").plan.period

    assert (period.year, period.half) == (year, half)
