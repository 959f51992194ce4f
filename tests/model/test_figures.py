"""Numbers, money and targets: exact, bounded, and written as they are read."""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unionkit.errors import ImpossibleValueError, InvalidValueError, NotationError, WrongTypeError
from unionkit.model import Comparator, Money, Quantity, Target, chinese_number, parse_number, plain_number
from unionkit.testing import amounts, decimals, lines, quantities, targets

LONGEST = 60
"""How many characters a notation may have."""


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
        ("三百", "300"),
        ("五万元", "50000"),
        ("二百五十元", "250"),
        ("三千五", "3500"),
        ("28000万", "280000000"),
        ("一点五亿元", "150000000"),
        ("叁佰元整", "300"),
        ("人民币壹万零伍拾元叁角整", "10050.3"),
        ("负五万元", "-50000"),
        ("2,000元", "2000"),
        ("1，234，567.80", "1234567.8"),
        ("¥300", "300"),
        ("￥300.00", "300"),
        ("¥1.5万元", "15000"),
        ("300元整", "300"),
        ("人民币300元整", "300"),
        ("3元5角", "3.5"),
        ("3元零5分", "3.05"),
        ("12元3角4分", "12.34"),
        ("5角", "0.5"),
        ("三元五角", "3.5"),
        ("5百元", "500"),
        ("5千元", "5000"),
        ("1万2千元", "12000"),
        ("2万5000元", "25000"),
        ("三百元整", "300"),
        ("人民币叁佰元整", "300"),
        ("人民币（大写）叁佰元整", "300"),
        ("人民币(大写)：叁佰元整", "300"),
        ("叁佰", "300"),
        ("300圆", "300"),
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
            for text in (
                "",
                "元",
                "万元",
                "几百元",
                "300元/人",
                "300块",
                *(
                    "1,00",
                    "1,0000",
                    "1e3",
                    "1_000",
                    "١٢",
                    "nan",
                    "inf",
                    "-¥5",
                    "300整",
                    "300美元",
                    "5‰",
                    "百分之五",
                ),
                *(
                    "300—500元",
                    "300至500元",
                    "约300元",
                    "300余元",
                    "300元左右",
                    "300元以内",
                    ">= 300",
                    "近万元",
                ),
                *(
                    "50分",
                    "3元50分",
                    "壹佰伍元整",
                    "壹仟伍元",
                    "叁万伍元",
                    "壹亿贰元整",
                    "壹贰叁元",
                    "三千五元",
                ),
                *("人民币（大写）壹佰伍元整", "壹佰伍", "一百五元五角"),
            )
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


@pytest.mark.parametrize("text", ["1_000", "1E+2", "1e3", "１e３", "١٢", "१२", "nan", "٣.٥"])
def test_numbers_are_written_with_plain_digits(text: str) -> None:
    """Whatever else Decimal reads: underscores, exponents and the digits of other scripts."""
    for build in (Money, Quantity, lambda value: Target(value=value)):
        with pytest.raises(ImpossibleValueError, match="科学记数法"):
            build(text)


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12), (" -12.50 ", "-12.5"), ("+5", 5), ("１２．５", "12.5")]
)
def test_written_numbers_are_taken(text: str, number: str) -> None:
    """With a sign, with blanks around, and in full width."""
    assert Quantity(text) == Quantity(Decimal(number))


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
@example(quantity=Quantity("-1234567.000000001", "万 人", about=True))
def test_quantities_are_read_as_they_are_written(quantity: Quantity) -> None:
    """The number, its unit and what it measures, unless it is too long for anyone to write."""
    if len(str(quantity)) <= LONGEST:
        again = Quantity.parse(str(quantity))

        assert again == quantity
        assert again.measure() == quantity.measure()


@given(target=targets())
@example(target=Target(value=-5, upper=-3, unit="家"))
@example(target=Target(value=-5, upper=-3))
def test_targets_are_read_as_they_are_written(target: Target) -> None:
    """The comparator, the figure or the range, and the unit."""
    if len(str(target)) <= LONGEST:
        assert Target.parse(str(target)) == target


TEXTS = st.lists(
    st.sampled_from(
        (
            *(
                "1",
                "2,000",
                "30",
                "0.5",
                "-5",
                "三",
                "一百五",
                "十",
                "百",
                "千",
                "万",
                "亿",
                "1万2千",
                "百分之",
                "分之",
            ),
            *(
                "约",
                "近",
                "上",
                "余",
                "多",
                "几",
                "来",
                "左右",
                "以上",
                "以内",
                "不低于",
                "至多",
                "达到",
                ">=",
                "~",
                "=",
            ),
            *(
                "-",
                "至",
                "到",
                "—",
                ",",
                "，",
                "/",
                ".",
                " ",
                "半",
                "%",
                "％",
                "‰",
                "成",
                "人",
                "家",
                "元",
                "千克",
                "年",
            ),
            *("e", "²", "½", "٣", "两", "月", "个", "百分点"),
        )
    ),
    max_size=7,
).map("".join)
"""Texts that are made of what figures are made of."""


@given(text=TEXTS)
@example(text="三年五万技术工人")
@example(text="10名以上职工")
@example(text="5个左右人")
def test_what_is_read_keeps_its_number(text: str) -> None:
    """No digit, bound or part of a number is left in a unit; what was read is read so again; targets read the same."""
    try:
        quantity = Quantity.parse(text)
    except InvalidValueError:
        return

    assert not any(character.isdecimal() for character in quantity.unit)
    assert quantity.unit[:1] not in tuple("零〇一二三四五六七八九,，./-—至到余几")
    assert not any(word in quantity.unit for word in ("以上", "以内", "左右"))
    assert Quantity.parse(str(quantity)) == quantity
    target = Target.parse(text)
    assert (target.value, target.unit, target.upper) == (quantity.value, quantity.unit, None)
    assert target.comparator is (Comparator.ABOUT if quantity.about else Comparator.EXACTLY)


@given(number=st.integers(0, 10**15 - 1), mark=st.sampled_from(",，"), unit=st.sampled_from(["", "人", "元"]))
def test_thousands_may_be_marked(number: int, mark: str, unit: str) -> None:
    """By commas of either width, for all three kinds of figures."""
    text = f"{number:,}".replace(",", mark)

    assert Quantity.parse(f"{text}{unit}") == Quantity(number, unit)
    assert Target.parse(f">= {text}{unit}") == Target(comparator=Comparator.AT_LEAST, value=number, unit=unit)
    assert parse_number(text) == number
    assert unit == "人" or Money.parse(f"{text}{unit}") == Money(number)


@given(
    thousands=st.integers(1, 9),
    myriads=st.integers(1, 9999),
    unit=st.sampled_from(["", "人", "元", "公里"]),
)
def test_figures_among_numerals_are_one_number(thousands: int, myriads: int, unit: str) -> None:
    """1万2千人 is 12000人."""
    number = myriads * 10_000 + thousands * 1000

    assert Quantity.parse(f"{myriads}万{thousands}千{unit}").measure() == (number, unit)
    assert Quantity.parse(f"{myriads}万{thousands}000{unit}").measure() == (number, unit)


@given(number=st.integers(0, 10**16 - 1), unit=st.sampled_from(["", "家", "人次", "%", "元/人"]))
@example(number=10**8 + 5, unit="家")
@example(number=10**13 + 1, unit="家")
def test_quantities_in_words_are_those_in_figures(number: int, unit: str) -> None:
    """Where the words say the whole number, and do not end in 万 or 亿, which count as part of the unit."""
    words = Quantity.parse(f"{chinese_number(number)}{unit}")

    assert words.measure() == (number, unit)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("125家", Quantity(125, "家")),
        ("13000 元", Quantity(13000, "元")),
        ("90%", Quantity(90, "%")),
        ("百分之九十", Quantity(90, "%")),
        ("百分之99.5", Quantity("99.5", "%")),
        ("七成", Quantity(7, "成")),
        ("五万人", Quantity(5, "万人")),
        ("28000万", Quantity(28000, "万")),
        ("2.1万人", Quantity("2.1", "万人")),
        ("一万亿元", Quantity(1, "万亿元")),
        ("九成五", Quantity("9.5", "成")),
        ("三亿五千万元", Quantity(350_000_000, "元")),
        ("十万零一千人", Quantity(101_000, "人")),
        ("二百五", Quantity(250)),
        ("两千 名", Quantity(2000, "名")),
        ("约 10名", Quantity(10, "名", about=True)),
        ("约6000余人", Quantity(6000, "人", about=True)),
        ("六十余起", Quantity(60, "起", about=True)),
        ("10余万元", Quantity(10, "万元", about=True)),
        ("1万余人", Quantity(1, "万人", about=True)),
        ("一万多人", Quantity(1, "万人", about=True)),
        ("十几家", Quantity(10, "家", about=True)),
        ("近百家", Quantity(100, "家", about=True)),
        ("100家左右", Quantity(100, "家", about=True)),
        ("-5", Quantity(-5)),
        ("2,000人", Quantity(2000, "人")),
        ("12,345,678元", Quantity(12_345_678, "元")),
        ("1，200.5元", Quantity("1200.5", "元")),
        ("1万2千人", Quantity(12_000, "人")),
        ("1亿2000万元", Quantity(120_000_000, "元")),
        ("3千5百万元", Quantity(35_000_000, "元")),
        ("1万零5人", Quantity(10_005, "人")),
        ("5千人", Quantity(5, "千人")),
        ("5千余人", Quantity(5, "千人", about=True)),
        ("90％", Quantity(90, "％")),
        ("千分之五", Quantity(5, "‰")),
        ("百分之百", Quantity(100, "%")),
        ("约百分之八十", Quantity(80, "%", about=True)),
        ("三十来人", Quantity(30, "人", about=True)),
        ("10来个", Quantity(10, "个", about=True)),
        ("约60余", Quantity(60, about=True)),
        ("10名上下", Quantity(10, "名", about=True)),
        ("约10名左右", Quantity(10, "名", about=True)),
        ("3年多", Quantity(3, "年", about=True)),
        ("近万人", Quantity(1, "万人", about=True)),
        ("万余人", Quantity(1, "万人", about=True)),
        ("上千人", Quantity(1000, "人", about=True)),
        ("上亿元", Quantity(1, "亿元", about=True)),
        ("１２０人", Quantity(120, "人")),
        ("20m²", Quantity(20, "m²")),
        ("300元/人", Quantity(300, "元/人")),
        ("3间多媒体教室", Quantity(3, "间多媒体教室")),
        ("3两", Quantity(3, "两")),
    ],
)
def test_quantities(text: str, quantity: Quantity) -> None:
    """The unit is kept as it was written; 余, 多, 约 and 左右 say that the number is about."""
    assert Quantity.parse(text) == quantity


@pytest.mark.parametrize(
    ("texts", "zh", "en"),
    [
        ("3-5场 300至500元 3到5场 三至五场 80%～90% 1万—2万人", "区间", "range"),
        ("1/3 三分之一 3分之1 ½ 3½ 一半 半天 3个半小时 2天半", "不读分数", "fractions"),
        ("1e5 1E-3 1e+5人", "科学记数法", "exponent"),
        ("12345678901234567890 1.2345678901 1234567890123456789人", "十八位", "18 digits"),
        ("1,00 12,34人 1,2345 1,234，56", "千分号", "comma"),
        (
            "95%以上 10名以上 50人以内 八成以上 >=90% 不低于90% 至少3次 达到90% 超过5场 >5 10余名以上",
            "target",
            "target",
        ),
        ("七八个 三五场 十五六人 二三十人 两三百", "两个数字", "two digits"),
        ("一百五人 三千五元 1万2人", "还是", "is it"),
        ("几十家 数百人 若干人 成千上万", "多少", "how many"),
        ("万人", "前面没有数", "no number"),
        ("3万五千人 5家，6家 12.5.3 9:30 2人3场", "只写一个数", "one number"),
    ],
)
def test_refused_quantities_say_why(texts: str, zh: str, en: str) -> None:
    """A part of what was written never becomes the number."""
    for text in texts.split():
        with pytest.raises(NotationError) as exc:
            Quantity.parse(text)

        assert zh in exc.value.message("zh"), text
        assert en in exc.value.message("en"), text


@pytest.mark.parametrize("text", ["1 200人", "10 000", "3 000元"])
def test_blanks_within_a_number_are_refused(text: str) -> None:
    """They may stand between two numbers as well."""
    for parse in (Money.parse, Quantity.parse, Target.parse):
        with pytest.raises(NotationError, match="空格"):
            parse(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "家",
            "约",
            "余10家",
            "百分之九十人",
            "百分百",
            "10²",
            "٣人",
            "5.",
            "5,",
            "5+",
            "第3",
            "约~5",
            "3五人",
        ),
        *("三年五万技术工人", "10名以上职工", "5个左右人", "3万5千克", "三万五千克", "半", "1" * 61),
    ],
    ids=lambda text: text[:10],
)
def test_other_quantities_are_refused(text: str) -> None:
    """Digits of other scripts, what belongs to the number or to a second one, and what nobody would write."""
    with pytest.raises(NotationError):
        Quantity.parse(text)


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "0人",
            "-5人",
            "5",
            "人3",
            "e3",
            "E5",
            ".5",
            ",000人",
            "，000",
            "/3",
            "～5",
            "—",
            "至5",
            "到场",
            "、家",
            "：",
            "人１",
        ),
        *(
            "人٣",
            "½",
            "²",
            "五人",
            "万五千人",
            "两千人",
            "半",
            "天半",
            "个半月",
            "分之一",
            "家-三",
            "家-",
            "+",
            ">",
            "家，人",
        ),
        *(
            "余人",
            "万余人",
            "多人",
            "来个",
            "几",
            "%以上",
            "名以内",
            "以上人",
            "名左右",
            "人上下",
            "年多",
            "年五万人",
        ),
        *("万百人", "百千", "元不等", "约人", "家不低于", "家>=", "人至少"),
    ],
)
def test_units_hold_nothing_but_a_unit(unit: str) -> None:
    """So nothing that is built is read as another figure; the message says where the rest belongs."""
    for build in (lambda unit: Quantity(1, unit), lambda unit: Target(value=1, unit=unit)):
        with pytest.raises(ImpossibleValueError) as exc:
            build(unit)

        assert "不能作单位" in exc.value.message("zh")
        assert "is no unit" in exc.value.message("en")


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "",
            "%",
            "％",
            "‰",
            "成",
            "个百分点",
            "百分点",
            "元/人",
            "家 / 年",
            "个 月",
            "m²",
            "次/半年",
            "万",
            "千万元",
            "千瓦",
        ),
        *("两", "来宾", "多媒体教室", "家五星级酒店", "十佳", "万元结余", "家" * 100, "人（次）", "“五必访”"),
    ],
    ids=lambda unit: unit[:10],
)
def test_units(unit: str) -> None:
    """Words, signs and several of both."""
    assert Quantity(1, f" {unit} ").unit == unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("28000万", 280_000_000, ""),
        ("2.1万人", 21_000, "人"),
        ("1万亿元", 10**12, "元"),
        ("七成", 70, "%"),
        ("5家", 5, "家"),
        ("90％", 90, "%"),
        ("5‰", "0.5", "%"),
        ("万分之三", "0.03", "%"),
        ("5千人", 5000, "人"),
        ("3百人", 300, "人"),
        ("5十人", 50, "人"),
        ("1.5千万元", 15_000_000, "元"),
        ("2百亿", 20_000_000_000, ""),
        ("5万 人", 50_000, "人"),
        ("近万人", 10_000, "人"),
        ("上亿元", 100_000_000, "元"),
        ("5千克", 5, "千克"),
        ("1.5千瓦", "1.5", "千瓦"),
        ("3百分点", 3, "百分点"),
        ("3十佳", 3, "十佳"),
    ],
)
def test_a_quantity_is_reckoned_in_its_base_unit(text: str, value: int, unit: str) -> None:
    """So that two of them can be compared."""
    assert Quantity.parse(text).measure() == (Decimal(value), unit)


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
        ("五千至一万人", Target(value=5000, upper=10_000, unit="人")),
        ("500-1千人", Target(value=500, upper=1000, unit="人")),
        ("2-3万人", Target(value=2, upper=3, unit="万人")),
        ("90%之上", Target(comparator=Comparator.AT_LEAST, value=90, unit="%")),
        ("80-90%", Target(value=80, upper=90, unit="%")),
        ("80%—90%", Target(value=80, upper=90, unit="%")),
        ("10～20名", Target(value=10, upper=20, unit="名")),
        ("-5", Target(value=-5)),
        ("0.5", Target(value="0.50")),
        ("五万人", Target(value=5, unit="万人")),
        ("百分之九十", Target(value=90, unit="%")),
        ("七成", Target(value=7, unit="成")),
        (">= 2,000", Target(comparator=Comparator.AT_LEAST, value=2000)),
        ("＞＝ 90％", Target(comparator=Comparator.AT_LEAST, value=90, unit="％")),
        *(
            (text, Target(comparator=Comparator.AT_LEAST, value=90, unit="%"))
            for text in (
                "90%以上",
                "90%及以上",
                "90%（含）以上",
                "不低于90%",
                "不少于90%",
                "不小于90%",
                "至少90%",
                "最少90%",
            )
        ),
        *(
            (text, Target(comparator=Comparator.AT_LEAST, value=90, unit="%"))
            for text in (
                "达到90%",
                "达90%以上",
                "达到百分之九十以上",
                "不低于90%以上",
                ">= 90%以上",
                "达到不低于90%",
            )
        ),
        *(
            (text, Target(comparator=Comparator.AT_MOST, value=3, unit="起"))
            for text in (
                "不超过3起",
                "不多于3起",
                "不高于3起",
                "最多3起",
                "至多三起",
                "3起以下",
                "3起以内",
                "三起之内",
                "<= 3起以内",
            )
        ),
        *(
            (text, Target(comparator=Comparator.ABOUT, value=10, unit="名"))
            for text in (
                "10名左右",
                "10名上下",
                "10余名",
                "10多名",
                "十来名",
                "近10名",
                "约10名左右",
                "达到10名左右",
                "～10名",
            )
        ),
        ("八成以上", Target(comparator=Comparator.AT_LEAST, value=8, unit="成")),
        ("近万人", Target(comparator=Comparator.ABOUT, value=1, unit="万人")),
        ("3至5场", Target(value=3, upper=5, unit="场")),
        ("三到五场", Target(value=3, upper=5, unit="场")),
        ("80%至90%", Target(value=80, upper=90, unit="%")),
        ("90%到95%", Target(value=90, upper=95, unit="%")),
        ("百分之八十至九十", Target(value=80, upper=90, unit="%")),
        ("八至九成", Target(value=8, upper=9, unit="成")),
        ("八成-90%", Target(value=80, upper=90, unit="%")),
        ("3-5万人", Target(value=3, upper=5, unit="万人")),
        ("3万-5万人", Target(value=30_000, upper=50_000, unit="人")),
        ("8千—1万人", Target(value=8000, upper=10_000, unit="人")),
        ("1万2千-1万5千人", Target(value=12_000, upper=15_000, unit="人")),
        ("1,000-2,000人", Target(value=1000, upper=2000, unit="人")),
        ("-5--3", Target(value=-5, upper=-3)),
    ],
)
def test_targets(text: str, target: Target) -> None:
    """A comparator, a figure or a range, and a unit."""
    assert Target.parse(text) == target


@pytest.mark.parametrize(
    ("text", "error"),
    [
        *(
            (text, NotationError)
            for text in (
                *(
                    "",
                    "多",
                    ">=",
                    ">= 多",
                    "=> 90%",
                    "80%-90家",
                    "3万人-5",
                    "10-15余名",
                    "1" + " " * 100_000 + "x",
                ),
                *("> 5场", "< 5场", "超过5场", "大于5", "不足10人", "不到一半", "10人以外"),
                *(
                    "10余名以上",
                    "约10名以上",
                    ">= 约10名",
                    "不超过90%以上",
                    "= 90%以上",
                    "上万人以上",
                    "10名以上左右",
                ),
                *("50%内", "三日内", "24小时内", "90%多", "3次或以上", "一等奖", "三等奖以上", "100%完成"),
                *("2026年底", "10月底前", "9月底", "9月中旬", "一流", "一定", "一些", "十之八九"),
                *("三分之二以上", "1e3", "10名以上职工", "一百五人", "万人", "七八场"),
            )
        ),
        *(
            (text, ImpossibleValueError)
            for text in ("90%-80%", "80-80", ">= 80-90", "3万-5", "约10-15名", "3-5场以上")
        ),
    ],
    ids=lambda value: str(value)[:20],
)
def test_other_targets_are_refused(text: str, error: type[Exception]) -> None:
    """Two units, two comparators, a range upside down, or no figure at all."""
    with pytest.raises(error):
        Target.parse(text)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("> 5场", "不包括本数", "leaves its own number out"),
        ("超过5场", "不包括本数", "leaves its own number out"),
        ("10余名以上", "两种不同的比较", "compared in two ways"),
        ("不超过90%以上", "两种不同的比较", "compared in two ways"),
        ("约10-15名", "区间不再带比较符", "takes no comparator"),
    ],
)
def test_refused_targets_say_why(text: str, zh: str, en: str) -> None:
    """And what to write instead."""
    with pytest.raises(InvalidValueError) as exc:
        Target.parse(text)

    assert zh in exc.value.message("zh")
    assert en in exc.value.message("en")


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("300—500元", "区间", "range"),
        ("约300元", "确切", "exact"),
        ("300元以内", "上限", "bound"),
        ("几百元", "多少", "how many"),
        ("壹佰伍元整", "壹佰零伍还是壹佰伍拾", "壹佰零伍 or 壹佰伍拾"),
        ("三千五元", "三千零五还是三千五百", "三千零五 or 三千五百"),
    ],
)
def test_refused_amounts_say_why(text: str, zh: str, en: str) -> None:
    """An amount is one, exact, and said in full."""
    with pytest.raises(NotationError) as exc:
        Money.parse(text)

    assert zh in exc.value.message("zh")
    assert en in exc.value.message("en")


@given(text=lines() | TEXTS)
def test_any_text_is_a_figure_or_refused(text: str) -> None:
    """No other exception comes out, and a figure as it is written stands for itself."""
    for kind in (Money, Quantity, Target):
        try:
            figure = kind.parse(text)
        except InvalidValueError:
            continue

        assert kind.parse(str(figure)) == figure
