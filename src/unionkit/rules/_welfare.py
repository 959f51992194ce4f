"""Rules about welfare measures: what union money may be given for, and in what form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import FESTIVALS, AtFestival, Every, Schedule, Several, WelfareForm, WelfareMeasure

from ._finding import Finding, Severity
from ._rule import Check, Rule
from ._welfare_caps import CAP_RULES
from ._welfare_care import CARE_RULES
from ._welfare_forms import FORM_RULES
from ._welfare_gifts import GIFT_RULES
from ._welfare_money import FUNDS_2017


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
    parameters = ("gift-festivals",)
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”：{festival}不在可发节日慰问品的节日之列（{known}）。",
        "en": "“{title}”: {festival} is not among the festivals for which gifts may be given ({known}).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        if measure.kind == "festival-gift":
            ruling = check.rulings["gift-festivals"]
            for festival in dict.fromkeys(_festivals(measure.when)):
                if festival in FESTIVALS and festival not in ruling.names:
                    yield self.finding(
                        (*check.path, "when"),
                        ruling=ruling,
                        title=measure.title,
                        festival=festival,
                        known="、".join(ruling.names),
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


RULES: Final[tuple[Rule, ...]] = (
    FestivalGiftOutsideList(),
    FestivalGiftNotGoods(),
    *GIFT_RULES,
    *CAP_RULES,
    *FORM_RULES,
    *CARE_RULES,
)
