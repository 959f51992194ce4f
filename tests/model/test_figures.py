"""Numbers, money and targets: exact, bounded, and written as they are read."""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given

from unionkit.errors import ImpossibleValueError, InvalidValueError, NotationError, WrongTypeError
from unionkit.model import Comparator, Money, Quantity, Target, plain_number
from unionkit.testing import amounts, decimals, lines, quantities, targets


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("300", "300"),
        ("300元", "300"),
        (" 300 元 ", "300"),
        ("0.01", "0.01"),
        ("1.50", "1.5"),
        ("1.5万元", "15000"),
        ("2亿", "200000000"),
        ("0.00000001亿元", "1"),
        ("-5", "-5"),
        ("９００元", "900"),
    ],
)
def test_money_is_read_in_yuan(text: str, yuan: str) -> None:
    """With 万 and 亿, and to the fen."""
    assert Money.parse(text) == Money(Decimal(yuan))


@pytest.mark.parametrize(
    ("text", "error"),
    [
        *(
            (text, NotationError)
            for text in ("", "元", "三百", "300元/人", "300块", "1,000", "1e3", "nan", "inf", "¥300")
        ),
        *(
            (text, NotationError)
            for text in ("9" * 19, "1." + "0" * 10, "1" + " " * 100_000 + "元", "300\u3000\u3000x")
        ),
        *(
            (text, ImpossibleValueError)
            for text in ("0.001", "0.0000001万", "9" * 18 + "亿", "1" + "0" * 17 + "万元")
        ),
    ],
    ids=lambda value: str(value)[:20],
)
def test_other_amounts_are_refused(text: str, error: type[Exception]) -> None:
    """Among them what a float would have taken."""
    with pytest.raises(error):
        Money.parse(text)


@given(amount=amounts())
@example(amount=Money(Decimal("-1234567890123456.78")))
def test_money_reads_what_it_writes(amount: Money) -> None:
    """Without needless zeros or exponents."""
    assert Money.parse(str(amount)) == amount
    assert "E" not in str(amount)


@given(one=amounts(), other=amounts())
def test_money_is_ordered_like_its_yuan(one: Money, other: Money) -> None:
    """And equal amounts have equal hashes."""
    assert (one < other, one <= other, one > other) == (
        one.yuan < other.yuan,
        one.yuan <= other.yuan,
        one.yuan > other.yuan,
    )
    assert Money(one.yuan * 10 / 10) == one
    assert hash(Money(one.yuan * 10 / 10)) == hash(one)


def test_the_arithmetic_of_the_caller_does_not_matter() -> None:
    """A context of low precision, or one that forbids rounding, changes no figure."""
    with decimal.localcontext(decimal.Context(prec=3, traps=[decimal.Inexact, decimal.Rounded])):
        assert Money.parse("123456.78万").yuan == Decimal(1234567800)
        assert Money(Decimal("1234567.89")).yuan == Decimal("1234567.89")
        assert str(Target.parse(">= 1234567.89")) == ">= 1234567.89"


@pytest.mark.parametrize("value", [True, 1.0, float("nan"), None, "多", "", "1/2", b"1", [], Fraction(1, 2)])
def test_what_is_no_number_is_refused(value: object) -> None:
    """Floats too, since 0.1 is none of ours."""
    for build in (Money, Quantity, lambda value: Target(value=value)):
        with pytest.raises(WrongTypeError):
            build(value)


@pytest.mark.parametrize(
    "value",
    [
        *("NaN", "sNaN", "Infinity", "-Infinity", "1E+18", "1E+999999999", "1E-10", "1E-999999999"),
        *(
            10**18,
            10**5000,
            "9" * 5000,
            "0." + "0" * 5000 + "1",
            "1." + "0" * 5000,
            Decimal("0E-1000"),
            Decimal("0E+99"),
        ),
    ],
    ids=lambda value: str(value)[:20] if isinstance(value, str | Decimal) else "int",
)
def test_numbers_beyond_all_bounds_are_refused(value: str) -> None:
    """They could not be written, or not be read again."""
    for build in (Money, Quantity, lambda value: Target(value=value)):
        with pytest.raises(ImpossibleValueError):
            build(value)


def test_there_is_no_negative_zero() -> None:
    """It would be equal to zero and written otherwise."""
    assert str(Quantity("-0.00", "家")) == "0家"
    assert str(Money(Decimal("-0"))) == "0元"


@given(number=decimals())
def test_plain_numbers_have_no_exponent_and_no_needless_zeros(number: Decimal) -> None:
    """And say the same."""
    text = plain_number(number)

    assert Decimal(text) == number
    assert set(text) <= set("-.0123456789")
    assert "." not in text or text[-1] not in ".0"


@given(quantity=quantities())
def test_quantities_are_read_as_they_are_written_unless_the_unit_looks_like_a_figure(
    quantity: Quantity,
) -> None:
    """A unit such as `0家` is the one exception; a unit longer than anybody would write is refused."""
    try:
        again = Quantity.parse(str(quantity))
    except InvalidValueError:
        assert len(str(quantity)) > 60
        return

    assert again == quantity or quantity.unit[0].isdecimal() or quantity.unit[0] == "."


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (">= 90%", Target(comparator=Comparator.AT_LEAST, value=90, unit="%")),
        ("≥90%", Target(comparator=Comparator.AT_LEAST, value=90, unit="%")),
        ("<= 3起", Target(comparator=Comparator.AT_MOST, value=3, unit="起")),
        ("≤3 起", Target(comparator=Comparator.AT_MOST, value=3, unit="起")),
        ("= 10家", Target(value=10, unit="家")),
        ("10家", Target(value=10, unit="家")),
        ("100%", Target(value=100, unit="%")),
        ("约 10名", Target(comparator=Comparator.ABOUT, value=10, unit="名")),
        ("~10", Target(comparator=Comparator.ABOUT, value=10)),
        ("80%-90%", Target(value=80, upper=90, unit="%")),
        ("80-90%", Target(value=80, upper=90, unit="%")),
        ("80%—90%", Target(value=80, upper=90, unit="%")),
        ("10～20名", Target(value=10, upper=20, unit="名")),
        ("-5", Target(value=-5)),
        ("0.5", Target(value="0.50")),
        ("3 000元", None),
    ],
)
def test_targets(text: str, target: Target | None) -> None:
    """A comparator, a figure or a range, and a unit."""
    if target is None:
        with pytest.raises(NotationError):
            Target.parse(text)
    else:
        assert Target.parse(text) == target


@pytest.mark.parametrize(
    ("text", "error"),
    [
        *(
            (text, NotationError)
            for text in ("", "多", ">=", ">= 多", "=> 90%", "90%到95%", "80%-90家", "1" + " " * 100_000 + "x")
        ),
        *((text, ImpossibleValueError) for text in ("90%-80%", "80-80", ">= 80-90")),
    ],
    ids=lambda value: str(value)[:20],
)
def test_other_targets_are_refused(text: str, error: type[Exception]) -> None:
    """Two units, two comparators, a range upside down, or no figure at all."""
    with pytest.raises(error):
        Target.parse(text)


@given(target=targets())
def test_targets_are_read_as_they_are_written_or_refused(target: Target) -> None:
    """With a usual unit they come back; with a unit that looks like a figure they may be refused, never crash."""
    try:
        again = Target.parse(str(target))
    except InvalidValueError:
        assert target.unit not in {"", "%", "家", "名", "人次", "万元", "元/人"}
        return

    assert again == target or target.unit not in {"", "%", "家", "名", "人次", "万元", "元/人"}


@given(text=lines())
def test_any_text_is_a_figure_or_refused(text: str) -> None:
    """No other exception comes out."""
    for parse in (Money.parse, Quantity.parse, Target.parse):
        try:
            parse(text)
        except InvalidValueError:
            continue
