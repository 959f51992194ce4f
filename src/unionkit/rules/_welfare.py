"""Rules about welfare measures: what union money may be given for, and in what form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import FESTIVALS, AtFestival, Every, Schedule, Several, WelfareForm, WelfareMeasure

from ._finding import Basis, Finding, Severity
from ._rule import Check, Rule

FUNDS_2017: Final = Basis(
    title="《基层工会经费收支管理办法》",
    number="总工办发〔2017〕32号",
    article="第八条第四项",
    since=dt.date(2018, 1, 1),
)
"""
Measures on income and spending of grassroots unions, December 2017. Festival list and goods were confirmed in
November 2026 from a newspaper report of that December, not from the text itself; the day of the month is not known
to us, so the rule begins with the year that followed.
"""

_STATUTORY: Final = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")


class FestivalGiftOutsideList(Rule):
    """
    Reports festival gifts (节日慰问品) at a day that is none of the seven statutory festivals.

    ## Why is this bad?

    Union money may buy festival gifts for all members only at 元旦, 春节, 清明节, 劳动节, 端午节, 中秋节 and
    国庆节, and at approved festivals of national minorities. Gifts at 教师节 or 重阳节 are found by the audit.

    ## Example

    ```yaml
    - welfare: 教师节慰问品
      kind: festival-gift
      when: 教师节
    ```

    Use instead:

    ```yaml
    - welfare: 中秋节慰问品
      kind: festival-gift
      when: 中秋节
    ```

    ## Known limits

    Festivals of national minorities are not known to the core and pass.
    """

    code = "UK201"
    slug = "festival-gift-outside-list"
    title_zh = "非法定节日发放节日慰问品"
    title_en = "festival gift outside the statutory festivals"
    severity = Severity.ERROR
    basis = FUNDS_2017
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”：{festival}不在可发节日慰问品的节日之列（{known}）。",
        "en": "“{title}”: {festival} is not among the festivals for which gifts may be given ({known}).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        if measure.kind == "festival-gift":
            known = "、".join(_STATUTORY)
            for festival in dict.fromkeys(_festivals(measure.when)):
                if festival in FESTIVALS and festival not in _STATUTORY:
                    yield self.finding(
                        (*check.path, "when"), title=measure.title, festival=festival, known=known
                    )


def _festivals(when: Schedule | None) -> Iterator[str]:
    """Every festival that a time names (教师节、中秋节各一次, 每年教师节)."""
    match when:
        case AtFestival():
            yield when.festival
        case Several():
            for member in when.members:
                yield from _festivals(member)
        case Every():
            yield from _festivals(when.at)


class FestivalGiftNotGoods(Rule):
    """
    Reports festival gifts given as money.

    ## Why is this bad?

    Festival gifts are customary goods and daily necessities; a pick-up voucher of a named shop may stand for them,
    cash and shopping cards may not.

    ## Example

    ```yaml
    - welfare: 中秋节慰问
      kind: festival-gift
      when: 中秋节
      form: money
    ```

    Use instead:

    ```yaml
    - welfare: 中秋节慰问
      kind: festival-gift
      when: 中秋节
      form: goods
    ```

    ## Known limits

    The yearly consumption voucher of 2025 is a thing apart and no festival gift.
    """

    code = "UK202"
    slug = "festival-gift-not-goods"
    title_zh = "节日慰问品以现金发放"
    title_en = "festival gift in money"
    severity = Severity.ERROR
    basis = FUNDS_2017
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”以现金发放；节日慰问品应为实物（form: goods），不得发放现金、购物卡。",
        "en": "“{title}” is given in money; festival gifts are goods (form: goods), never cash or shopping cards.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        if measure.kind == "festival-gift" and measure.form is WelfareForm.MONEY:
            yield self.finding((*check.path, "form"), title=measure.title)


RULES: Final[tuple[Rule, ...]] = (FestivalGiftOutsideList(), FestivalGiftNotGoods())
