"""
Chinese numerals, both ways: 一万零五十, 五万, 28000万, 十万零一千, and the capitals of amounts (人民币大写).

How numbers are written follows GB/T 15835-2011 as commonly applied; its text was not at hand. How capitals of amounts
are written follows 中国人民银行《支付结算办法》附件一《正确填写票据和结算凭证的基本规定》, read in copies on the web.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import Final

from unionkit.errors import ImpossibleValueError, NotationError

_DIGITS: Final = "零一二三四五六七八九"
_CAPITALS: Final = "零壹贰叁肆伍陆柒捌玖"
_VALUES: Final = {
    **{digit: value for value, digit in enumerate(_DIGITS)},
    **{digit: value for value, digit in enumerate(_CAPITALS)},
    "〇": 0,
    "两": 2,
    "兩": 2,
}
_TENS: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS: Final = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_LARGEST: Final = 10**16
_LONGEST: Final = 60
EXACT: Final = Context(prec=100)  # the caller's own context may round, or refuse to
# Capitals and other forms as the usual ones.
_PLAIN: Final = str.maketrans("壹贰叁肆伍陆柒捌玖两兩〇拾佰仟萬億", "一二三四五六七八九二二零十百千万亿")

_FIGURE: Final = (
    r"(?P<figure>(?:[1-9]\d{0,2}(?:[,，]\d{3}){1,5}|\d{1,16})(?:\.\d{1,9})?)(?P<scale>[万萬]?[亿億]?)"
)
_DIGIT_CLASS: Final = f"[{''.join(_VALUES)}]"
_CAPITAL_SIGNS: Final = frozenset(_CAPITALS[1:] + "拾佰仟萬億")
_WESTERN: Final = str.maketrans("０１２３４５６７８９．＋－−＝＜＞≧≦⩾⩽", "0123456789.+--=<>≥≤≥≤")
_POINT: Final = rf"(?P<whole>[^点]+)点(?P<after>{_DIGIT_CLASS}{{1,9}})(?P<scale>[万萬]?[亿億]?)"


def chinese_number(number: int) -> str:
    """
    Write a whole number as words are written in running text.

    Raises:
        ImpossibleValueError: It has more than 16 digits.

    >>> chinese_number(10050), chinese_number(15), chinese_number(-200_000_000)
    ('一万零五十', '十五', '负二亿')
    """
    words = _words(abs(number), _DIGITS, "十百千", "万亿")
    return ("负" if number < 0 else "") + (words[1:] if words.startswith("一十") else words)


def capital_amount(yuan: Decimal) -> str:
    """
    Write an amount of money in capitals (人民币大写), to the fen.

    Raises:
        ImpossibleValueError: It has parts of a fen, or more than 16 digits before the point.

    >>> capital_amount(Decimal("10050.30"))
    '壹万零伍拾元叁角'
    >>> capital_amount(Decimal("300"))
    '叁佰元整'
    """
    if not yuan.is_finite() or yuan.adjusted() >= 16:
        raise ImpossibleValueError("数字超过十六位", "The number has more than 16 digits")
    fen = EXACT.multiply(yuan.copy_abs(), Decimal(100))
    if fen != int(fen):
        raise ImpossibleValueError("金额精确到分，小数点后最多两位", "Money has at most two decimals (fen)")
    whole, rest = divmod(int(fen), 100)
    jiao, cents = divmod(rest, 10)
    words = f"{_words(whole, _CAPITALS, '拾佰仟', '万亿')}元" if whole or not rest else ""
    words += f"{_CAPITALS[jiao]}角" if jiao else "零" if cents and whole else ""
    words += f"{_CAPITALS[cents]}分" if cents else ""
    return ("负" if yuan < 0 else "") + words + ("" if rest else "整")


def western(text: str) -> str:
    """Return a text with full-width figures and signs as ASCII has them; the comma and the per cent sign stay."""
    return text if text.isascii() else text.translate(_WESTERN)


def parse_number(text: str) -> Decimal:
    """
    Read a number in Chinese numerals, Arabic figures, or both together.

    Several digits without a unit are read one by one when there are three or more, or one of them is 〇: 二〇二六.
    Two of them (七八) mean one or the other, and are refused. 二百五 is 250, as people say it; capitals are not read so.

    Raises:
        NotationError: It is no number.
        ImpossibleValueError: It has more than 16 digits before the point.

    >>> parse_number("十万零一千"), parse_number("28000万"), parse_number("一点五万"), parse_number("二〇二六")
    (Decimal('101000'), Decimal('280000000'), Decimal('15000.0'), Decimal('2026'))
    """
    stripped = western(text.strip())
    unsigned = stripped[1:] if stripped.startswith(("-", "负")) else stripped
    figure = re.fullmatch(_FIGURE, unsigned, re.ASCII)
    if figure is not None:
        value = EXACT.multiply(grouped(figure["figure"]), _scale(figure["scale"]))
    else:
        value = _worded(unsigned, text, short=_CAPITAL_SIGNS.isdisjoint(unsigned))
    if value >= _LARGEST:
        raise ImpossibleValueError("数字超过十六位", "The number has more than 16 digits")
    return value if unsigned == stripped or not value else value.copy_negate()


def formal_number(words: str) -> Decimal:
    """
    Read Chinese numerals that something is counted with: 一百五 says too little, since 一百五人 may be 105 or 150.

    Raises:
        NotationError: It is no number, or one said short.
    """
    return _worded(words, words, short=False)


def grouped(figure: str) -> Decimal:
    """Return an Arabic figure with or without commas between its thousands."""
    return Decimal(figure.replace(",", "").replace("，", "") if len(figure) > 4 else figure)


def parse_capital_amount(text: str) -> Decimal:
    """
    Read an amount in capitals (人民币大写), in yuan.

    Every figure needs its unit or a 零 before it: 壹佰伍元 may be 105 or 150 yuan, and is refused, as are figures that
    stand side by side (壹贰叁元). The usual numerals are read too, although bills do not take them.

    Raises:
        NotationError: It is no such amount.

    >>> parse_capital_amount("人民币壹万零伍拾元叁角整")
    Decimal('10050.30')
    """
    parts = re.fullmatch(
        r"(?:人民币)?(?:大写|[（(]大写[)）])?[:：]?\s*(?P<sign>负)?(?:(?P<yuan>[^元圆]+)[元圆])?"
        rf"零?(?:(?P<jiao>{_DIGIT_CLASS})角)?零?(?:(?P<fen>{_DIGIT_CLASS})分)?[整正]?",
        text.strip(),
    )
    if parts is None or not any((parts["yuan"], parts["jiao"], parts["fen"])):
        raise NotationError("大写金额", "an amount in capitals", text, "叁佰元整")
    yuan = Decimal(0)
    if parts["yuan"]:
        _refuse_short(parts["yuan"], text)
        yuan = _worded(parts["yuan"], text, short=False, serial=False)
    fen = 10 * _VALUES.get(parts["jiao"], 0) + _VALUES.get(parts["fen"], 0)
    amount = EXACT.add(yuan, Decimal(fen).scaleb(-2, EXACT))
    return amount.copy_negate() if parts["sign"] and amount else amount


def _refuse_short(words: str, text: str) -> None:
    meant = said_short(words)
    if meant is not None:
        one, other = (capital_amount(Decimal(number)) for number in meant)
        raise NotationError(
            f"大写金额（写作{one}还是{other}？）",
            f"an amount in capitals (is it {one} or {other}?)",
            text,
            one,
        )


def _words(number: int, digits: str, tens: str, myriads: str) -> str:
    """Write a number group by group of four digits; a gap inside of it is one 零."""
    if number >= _LARGEST:
        raise ImpossibleValueError("数字超过十六位", "The number has more than 16 digits")
    if number == 0:
        return digits[0]
    for scale, name in ((100_000_000, myriads[1]), (10_000, myriads[0])):
        if number >= scale:
            high, low = divmod(number, scale)
            gap = digits[0] if 0 < low < scale // 10 else ""
            rest = gap + _words(low, digits, tens, myriads) if low else ""
            return _words(high, digits, tens, myriads) + name + rest
    said, skipped = "", False
    for place in range(len(tens), -1, -1):
        digit = number // 10**place % 10
        if digit:
            gap = digits[0] if skipped and said else ""
            said += gap + digits[digit] + (tens[place - 1] if place else "")
        skipped = digit == 0
    return said


def _scale(names: str) -> Decimal:
    scale = 1
    for name in names:
        scale *= _MYRIADS[name]
    return Decimal(scale)


def _worded(words: str, text: str, *, short: bool, serial: bool = True) -> Decimal:
    """
    Read numerals.

    Args:
        words: The numerals.

        text: What the error shows.

        short: 一百五 is read too, as 150.

        serial: Digits one by one are read too (二〇二六).
    """
    point = re.fullmatch(_POINT, words)
    whole = words if point is None else point["whole"]
    number = _spelt(whole, short=short, serial=serial) if len(whole) <= _LONGEST else None
    if number is None:
        raise NotationError("数字", "a number", text, "一万零五十")
    if point is None:
        return Decimal(number)
    after = "".join(str(_VALUES[word]) for word in point["after"])
    return EXACT.multiply(Decimal(f"{number}.{after}"), _scale(point["scale"]))


def said_short(words: str) -> tuple[int, int] | None:
    """Return the two numbers that words said short may mean: 一百五 is 105 or 150. None when they are not."""
    number = _spelt(words, short=True, serial=False) if len(words) <= _LONGEST else None
    if number is None or _spelt(words, short=False, serial=False) is not None:
        return None
    most, last = words[:-1], words[-1]
    return int(_worded(most, words, short=False)) + _VALUES[last], number


def _spelt(words: str, *, short: bool, serial: bool) -> int | None:
    """Read a whole number digit by digit or with its units; None when nobody would write it so."""
    if all(word in _VALUES for word in words):
        digits = "".join(str(_VALUES[word]) for word in words)
        told = len(digits) == 1 or (serial and (len(digits) > 2 or "0" in digits))
        return int(digits) if told else None
    number, last = _with_units(words)
    if number is None or number >= _LARGEST:
        return number
    plain = words.translate(_PLAIN)
    if plain[-1] == "零" or _ambiguous(plain) or (last > 10 and not short):
        return None
    # What was read must be the number as it is written in full: so no unit stands before a larger one, or twice.
    full = chinese_number(number).translate(_PLAIN).replace("零", "")
    asked = {full, full.replace("一十", "十"), full.removeprefix("一")}
    if last > 10:
        asked = {form.rstrip("十百千万亿") for form in asked}
    written = plain.replace("零", "")
    return number if not asked.isdisjoint((written, written.replace("一十", "十"))) else None


def _ambiguous(plain: str) -> bool:
    """一百五万 may be 1050000 or 1500000."""
    return re.search("[百千万][一二三四五六七八九][万亿]", plain) is not None


def _with_units(words: str) -> tuple[int | None, int]:
    """Read numerals with units, and tell the unit before a last digit that has none: 100 in 一百五, otherwise 0."""
    total, group, last = 0, 0, 1
    digit: int | None = None
    for word in words:
        if word in _MYRIADS:
            group += digit or 0
            # 亿 scales all that stands before it (一万亿), 万 only its own group
            total = (total + group) * _MYRIADS[word] if word in "亿億" else total + group * _MYRIADS[word]
            group, digit, last = 0, None, _MYRIADS[word]
        elif word in _TENS:
            group += (1 if digit is None else digit) * _TENS[word]
            digit, last = None, _TENS[word]
        elif word in _VALUES and not digit:
            digit = _VALUES[word]
            last = last if digit else 1
        else:
            return None, 0
    # 二百五 is 250: behind a unit, a last digit without one counts in the next smaller unit.
    return total + group + (digit or 0) * (last // 10 if last > 10 else 1), last if digit else 0
