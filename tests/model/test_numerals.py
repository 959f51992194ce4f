"""Numbers in words, both ways, and amounts in capitals."""

from __future__ import annotations

import decimal
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unionkit.errors import ImpossibleValueError, InvalidValueError, NotationError
from unionkit.model import Money, Quantity, capital_amount, chinese_number, parse_capital_amount, parse_number
from unionkit.testing import amounts, lines

LARGEST = 10**16 - 1
NUMBERS = st.integers(-LARGEST, LARGEST) | st.lists(st.sampled_from("00015"), min_size=1, max_size=16).map(
    lambda digits: int("".join(digits))
)
"""Any, and those with many gaps."""


@given(number=NUMBERS)
@example(number=0)
@example(number=LARGEST)
@example(number=10_0010_0000)
@example(number=1_0000_0000_0000)
def test_numbers_are_read_as_they_are_written(number: int) -> None:
    """In words, in figures, and in words whose 零 are written 〇 or whose 二 are written 两."""
    words = chinese_number(number)

    assert parse_number(words) == parse_number(str(number)) == number
    assert parse_number(words.replace("零", "〇").replace("二千", "两千")) == number


@given(amount=amounts(max_yuan=LARGEST))
@example(amount=Money("0.05"))
@example(amount=Money("10050.30"))
def test_amounts_are_read_as_they_are_written_in_capitals(amount: Money) -> None:
    """To the fen, also below nothing, and as money."""
    capitals = capital_amount(amount.yuan)

    assert parse_capital_amount(capitals) == amount.yuan
    assert parse_capital_amount(f"人民币{capitals}") == amount.yuan
    assert parse_capital_amount(capital_amount(-amount.yuan)) == -amount.yuan
    assert Money.parse(capitals) == amount


@given(
    figure=st.decimals(0, 9999, places=4),
    scale=st.sampled_from([("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]),
)
def test_figures_with_a_word_behind_are_reckoned_out(figure: Decimal, scale: tuple[str, int]) -> None:
    """28000万, 1.5亿."""
    word, times = scale

    assert parse_number(f"{figure}{word}") == figure * times


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("二百五", "250"),
        ("一百一", "110"),
        ("二百一", "210"),
        ("三百一", "310"),
        ("一百二", "120"),
        ("一千一", "1100"),
        ("一亿一", "110000000"),
        ("十万一千一", "101100"),
        ("一十五万三", "153000"),
        ("百一", "110"),
        ("2,000", "2000"),
        ("1，234，567.8", "1234567.8"),
        ("三千五", "3500"),
        ("一万二", "12000"),
        ("一亿二", "120000000"),
        ("二十万五", "205000"),
        ("一百零五", "105"),
        ("十万零一千", "101000"),
        ("十万一千", "101000"),
        ("两千", "2000"),
        ("两万两千", "22000"),
        ("〇", "0"),
        ("二〇二六", "2026"),
        ("一二三", "123"),
        ("三〇", "30"),
        ("十", "10"),
        ("十五", "15"),
        ("一十五", "15"),
        ("百", "100"),
        ("一百一十", "110"),
        ("一万零五十", "10050"),
        ("一千零一万", "10010000"),
        ("一万亿", "1000000000000"),
        ("三亿五千万", "350000000"),
        ("五万", "50000"),
        ("28000万", "280000000"),
        ("1.5万", "15000"),
        ("一点五万", "15000"),
        ("零点零五", "0.05"),
        ("负五", "-5"),
        ("-五", "-5"),
        ("负0", "0"),
        ("壹万贰仟", "12000"),
        ("１２", "12"),
    ],
)
def test_numbers(text: str, number: str) -> None:
    """As people write them."""
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "负",
            "--5",
            "负负五",
            "万",
            "亿",
            "万亿",
            "点五",
            "五点",
            "一点二点三",
            "元",
            "几十",
            "1e3",
            "nan",
        ),
        *("七八", "三五", "一二百", "1,00", "0,123", "1_000", "١٢"),
        *("壹佰伍", "叁仟伍", "一万五亿"),
        *("五百三千", "一百一百", "一万一万", "十百", "十零", "一百零", "十二三", "一百五万"),
        *("五" * 61, "一" + "亿" * 100_000, "9" * 17),
    ],
    ids=lambda text: text[:10],
)
def test_other_words_are_no_numbers(text: str) -> None:
    """Two digits that mean one or the other, units in the wrong order, and what no one would write."""
    with pytest.raises(NotationError):
        parse_number(text)


@pytest.mark.parametrize(
    ("yuan", "capitals"),
    [
        ("0", "零元整"),
        ("300", "叁佰元整"),
        ("10050.30", "壹万零伍拾元叁角"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("0.05", "伍分"),
        ("0.5", "伍角"),
        ("-1", "负壹元整"),
        ("100000000", "壹亿元整"),
        ("15", "壹拾伍元整"),
    ],
)
def test_capitals(yuan: str, capitals: str) -> None:
    """As bills want them."""
    assert capital_amount(Decimal(yuan)) == capitals
    assert parse_capital_amount(capitals) == Decimal(yuan)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "整",
            "元整",
            "人民币",
            "叁佰",
            "角",
            "叁佰元伍",
            "叁佰圆圆",
            "负",
            "叁角叁角",
            "人民币（大写）",
        ),
        *("壹贰叁元整", "伍零元", "叁伍元整", "300元整"),
    ],
)
def test_other_capitals_are_refused(text: str) -> None:
    """An amount has a unit behind each figure."""
    with pytest.raises(NotationError):
        parse_capital_amount(text)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("壹佰伍元整", "壹佰零伍元整", "壹佰伍拾元整"),
        ("壹仟伍元整", "壹仟零伍元整", "壹仟伍佰元整"),
        ("叁万伍元", "叁万零伍元整", "叁万伍仟元整"),
        ("壹亿贰元整", "壹亿零贰元整", "壹亿贰仟万元整"),
        ("人民币（大写）壹佰伍元伍角", "壹佰零伍元整", "壹佰伍拾元整"),
        ("壹万伍佰叁元整", "壹万零伍佰零叁元整", "壹万零伍佰叁拾元整"),
    ],
)
def test_capitals_said_short_are_refused(text: str, one: str, other: str) -> None:
    """What is said of 二百五 does not hold for an amount: the message asks which of the two is meant."""
    with pytest.raises(NotationError) as exc:
        parse_capital_amount(text)

    assert f"写作{one}还是{other}" in exc.value.message("zh")
    assert f"{one} or {other}" in exc.value.message("en")


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("人民币壹仟肆佰零玖元伍角", "1409.50"),
        ("人民币陆仟零柒元壹角肆分", "6007.14"),
        ("人民币壹仟陆佰捌拾元零叁角贰分", "1680.32"),
        ("人民币壹仟陆佰捌拾元叁角贰分", "1680.32"),
        ("人民币壹拾万柒仟元零伍角叁分", "107000.53"),
        ("人民币壹拾万零柒仟元伍角叁分", "107000.53"),
        ("人民币壹万陆仟肆佰零玖元零贰分", "16409.02"),
        ("人民币叁佰贰拾伍元零肆分", "325.04"),
        ("人民币（大写）：叁佰圆正", "300"),
        ("贰拾萬圆整", "200000"),
    ],
)
def test_the_examples_of_the_rules_for_bills_are_read(text: str, yuan: str) -> None:
    """With a 零 or without one, where 《正确填写票据和结算凭证的基本规定》 leaves it open."""
    assert parse_capital_amount(text) == Decimal(yuan)


def test_numbers_beyond_all_bounds_are_refused() -> None:
    """Sixteen digits are the most that words have units for."""
    for build in (
        lambda: chinese_number(10**16),
        lambda: chinese_number(-(10**16)),
        lambda: parse_number("9999999999999999万"),
        lambda: parse_number("一亿亿"),
        lambda: capital_amount(Decimal(10**16)),
        lambda: capital_amount(Decimal("0.001")),
        lambda: capital_amount(Decimal("NaN")),
        lambda: capital_amount(Decimal("Infinity")),
        lambda: capital_amount(Decimal("1E+999999")),
    ):
        with pytest.raises(ImpossibleValueError):
            build()


def test_the_arithmetic_of_the_caller_does_not_matter() -> None:
    """A context of low precision, or one that forbids rounding, changes no figure."""
    with decimal.localcontext(decimal.Context(prec=3, traps=[decimal.Inexact, decimal.Rounded])):
        assert parse_number("123456万") == 1234560000
        assert parse_number("负十二万三千四百五十六") == -123456
        assert parse_capital_amount("壹万贰仟叁佰肆拾伍元陆角柒分") == Decimal("12345.67")
        assert capital_amount(Decimal("12345.67")) == "壹万贰仟叁佰肆拾伍元陆角柒分"
        assert Quantity.parse("123456万人").measure() == (1234560000, "人")


@given(text=lines() | st.text("零〇一二两五十百千万亿点负元角分整几余1.5-", max_size=12))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    """No other exception comes out, and a number in figures or capitals stands for itself."""
    readers: list[tuple[Callable[[str], Any], Callable[[Any], str]]] = [
        (parse_number, "{:f}".format),
        (parse_capital_amount, capital_amount),
        (Money.parse, str),
        (Quantity.parse, str),
    ]
    for parse, write in readers:
        try:
            number = parse(text)
        except InvalidValueError:
            continue

        assert parse(write(number)) == number
