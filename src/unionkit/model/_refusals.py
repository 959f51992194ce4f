"""Why a text is no figure: what the errors of quantities, targets and amounts of money say, beyond that it is none."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from unionkit.errors import NotationError

from ._figures import LEAST, MIXED, MOST, in_words
from ._numerals import capital_amount, chinese_number, said_short, western
from ._units import DIGITS, TO


class Kind(NamedTuple):
    """What a text should have been: its name in both languages, and an example."""

    zh: str
    en: str
    example: str


QUANTITY: Final = Kind("数量", "a quantity", "125家")
TARGET: Final = Kind("指标值", "a target", ">= 90%")
MONEY: Final = Kind("金额", "an amount of money", "300元")

_COUNTING: Final = "零〇一二两三四五六七八九十百千万亿"
_CAPITALS: Final = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿"
_BOUND: Final = f"{'|'.join((*LEAST, *MOST))}|以上|以下|[以之]内|=|达"
_LONGEST: Final = 1000


class _Reason(NamedTuple):
    """A reason in both languages, what is found in a text that is refused for it, and what it does not apply to."""

    pattern: str
    zh: str
    en: str
    example: str = ""
    kinds: tuple[Kind, ...] = (QUANTITY, TARGET, MONEY)


_REASONS: Final = (
    _Reason(
        r"\d[eE][+-]?\d",
        "不用科学记数法，把数写全",
        "numbers are written in full, without exponent",
        "100000",
    ),
    _Reason(
        r"(?<![百千万])分之|[\d)）]\s*[/⁄]\s*\d|[¼-¾⅐-⅟↉半]",
        "不读分数；写成百分数或小数",
        "fractions are not read; write a percentage or a decimal",
        "33.3%",
        (QUANTITY, TARGET),
    ),
    _Reason(
        rf"[\d{_COUNTING}][^\d\s]{{0,6}}?\s*[{TO}]+\s*[\d{_COUNTING}]",
        "这是区间；只有指标值（target）可以写区间",
        "it is a range; only a target may be one",
        kinds=(QUANTITY, MONEY),
    ),
    _Reason(
        rf"[{DIGITS}两][一二三四五六七八九]",
        "两个数字连着写，是区间，还是数没有写全？",
        "two digits side by side: a range, or a number not in full?",
    ),
    _Reason(
        r"(?<!=)>(?!=)|<(?![=>])|(?<!不)(?:超|[大小多少高低]于)|突破|不[足到满]|[以之]外",
        "“超过”“不足”等不包括本数，没有这样的比较符；写包括在内的数，用 >= 或 <=",
        "no comparator leaves its own number out; write the number that is still included, with >= or <=",
        ">= 6场",
        (TARGET,),
    ),
    _Reason(
        rf"[><]|{_BOUND}|超过|[大小多少高低]于|突破|不[足到满]|[以之]外",
        "带有上限或下限；这样的数写作指标值（target）",
        "it has a bound, as only a target may have; write the number alone",
        kinds=(QUANTITY,),
    ),
    _Reason(
        rf"[><]|{_BOUND}|超过|[大小多少高低]于|突破|不[足到满]|[以之]外",
        "带有上限或下限；只写金额本身",
        "it has a bound; write the amount alone",
        kinds=(MONEY,),
    ),
    _Reason(r"[数几][十百千万亿]|若干|许多|成[十百千万]", "没有说出是多少", "it does not say how many"),
    _Reason("^[万亿]", "“万”“亿”前面没有数", "no number stands before 万 or 亿"),
    _Reason(
        "[约近余多几来]|左右|上下", "金额要确切，不写约数", "an amount is exact, never about", kinds=(MONEY,)
    ),
    _Reason(
        rf"(?:{_BOUND}).*(?:约|近|[余多上]|左右)|(?:约|近|[余多上]).*(?:{_BOUND})|(?:{_BOUND}).+(?:{_BOUND})",
        "有两种不同的比较；只留一个",
        "it is compared in two ways that differ; keep one of them",
        kinds=(TARGET,),
    ),
    _Reason(
        r"\d[,，]\s*\d",
        "千分号每三位写一个，如 12,345",
        "a comma stands before each three digits, as in 12,345",
    ),
    _Reason(
        r"\d{19}|\.\d{10}",
        "小数点前最多十八位，后最多九位",
        "at most 18 digits before the point and nine behind it",
    ),
    _Reason(r"\d\s+\d", "数字中间不留空格", "no blank stands within a number"),
    _Reason(rf"\d\D+\d|\d.*[{_COUNTING}]", "只写一个数", "write one number only"),
)


def refusal(text: str, kind: Kind) -> NotationError:
    """Return the error that says why a text is no figure of a kind, as far as that can be told."""
    zh, en, example = _reason(western(text), kind) if len(text) <= _LONGEST else ("", "", "")
    what_zh = f"{kind.zh}（{zh}）" if zh else kind.zh
    what_en = f"{kind.en} ({en})" if en else kind.en
    return NotationError(what_zh, what_en, text, example or kind.example)


def _reason(text: str, kind: Kind) -> tuple[str, str, str]:
    for written in re.findall(f"{MIXED}|[{_COUNTING}]+|[{_CAPITALS}]+", text):
        meant = said_short(in_words(written))
        if meant is not None:
            capital = written[0] in _CAPITALS
            one, other = (_in_full(number, capital=capital) for number in meant)
            return f"是{one}还是{other}？", f"is it {one} or {other}?", text.replace(written, one, 1).strip()
    for reason in _REASONS:
        if kind in reason.kinds and re.search(reason.pattern, text):
            return reason.zh, reason.en, reason.example
    return "", "", ""


def _in_full(number: int, *, capital: bool) -> str:
    return capital_amount(Decimal(number)).removesuffix("元整") if capital else chinese_number(number)
