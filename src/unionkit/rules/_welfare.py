"""Rules about welfare measures: what union money may be given for, and in what form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import WelfareForm, WelfareMeasure

from ._finding import Finding, Severity
from ._rule import CONVENTION, Check, Rule
from ._welfare_caps import CAP_RULES
from ._welfare_care import CARE_RULES
from ._welfare_forms import FORM_RULES
from ._welfare_gifts import GIFT_RULES
from ._welfare_money import (
    FUNDS_2017,
    WOMENS_DAY,
    festivals_of,
    is_booked_as_gift,
    is_for_need,
    lies_ahead,
    names_in_words,
)


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

    The festival is that of the time, or of the title where the time names none; 9月10日 is 教师节 where the title names
    nothing else. A gift for 中秋节 by its title may be handed out on any day. Festivals of national minorities are not known
    to the core and pass, gifts at 妇女节 are UK238's affair, and other money than the union's (`fund`) may do more.
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
        if is_booked_as_gift(measure):
            ruling = check.rulings["gift-festivals"]
            for festival in festivals_of(measure, ruling.names, check):
                if festival != WOMENS_DAY:
                    yield self.finding(
                        (*check.path, "welfare" if measure.when is None else "when"),
                        ruling=ruling,
                        title=measure.title,
                        festival=festival,
                        known=names_in_words(ruling.names),
                    )


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

    The yearly consumption voucher of 2025 is a thing apart and no festival gift. What the unit pays from its own money is
    left out when `fund` says so, and aid at a festival (`trigger: hardship`) is UK239's affair.
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
        if is_booked_as_gift(measure) and measure.form is WelfareForm.MONEY:
            yield self.finding((*check.path, "form"), title=measure.title)


class WomensDayGift(Rule):
    """
    Notes festival gifts (节日慰问品) at 妇女节, which is no festival for gifts to all members.

    ## Why is this bad?

    三八 is not among the seven festivals, and the audit asks where the money was booked. Units give goods on that day all
    the same: as labour protection for women, or as souvenirs of an activity. Then the plan should say so.

    ## Example

    ```yaml
    period: {year: 2026, half: 1}
    content:
      - {welfare: 三八妇女节慰问品, kind: festival-gift, when: 妇女节, form: goods}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 1}
    content:
      - {welfare: 女职工劳动保护用品, kind: other, when: 妇女节, form: goods, fund: 劳动保护费}
    ```

    ## Known limits

    Whether labour protection or an activity may pay, and up to which sum, the rules of the province say.
    """

    code = "UK238"
    slug = "womens-day-gift"
    title_zh = "三八妇女节发放节日慰问品"
    title_en = "festival gift on Women's Day"
    severity = Severity.INFO
    basis = FUNDS_2017
    parameters = ("gift-festivals",)
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”：妇女节不在可发节日慰问品的节日之列；按劳动保护用品或活动纪念品列支的，请改写 kind 和 fund，并核对本省规定。",
        "en": "“{title}”: Women's Day is no festival for gifts to all members; where labour protection or an activity pays, "
        "say so by `kind` and `fund`, and compare the province's rules.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        if is_booked_as_gift(measure) and lies_ahead(measure, check, check.path):
            ruling = check.rulings["gift-festivals"]
            if WOMENS_DAY in festivals_of(measure, ruling.names, check):
                key = "welfare" if measure.when is None else "when"
                yield self.finding((*check.path, key), ruling=ruling, title=measure.title)


class AidAsFestivalGift(Rule):
    """
    Notes festival gifts whose trigger is hardship, illness or a death: aid or consolation under another kind.

    ## Why is this bad?

    Festival gifts are goods for all members; money for some of them is aid, with a fund and caps of its own. Booked as
    gift it counts among the gifts of the year.

    ## Example

    ```yaml
    - {welfare: 春节慰问困难职工, kind: festival-gift, trigger: hardship, when: 春节, form: money}
    ```

    Use instead:

    ```yaml
    - {welfare: 春节慰问困难职工, kind: hardship-aid, trigger: hardship, when: 春节, form: money}
    ```

    ## Known limits

    It goes by `trigger`, not by the title. The other rules about festival gifts leave such a measure out.
    """

    code = "UK239"
    slug = "aid-as-festival-gift"
    title_zh = "困难帮扶、探望列作节日慰问品"
    title_en = "aid booked as festival gift"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”是因困难、患病或去世给予的慰问，却列作节日慰问品；请改用 kind: {kind}。",
        "en": "“{title}” is given for hardship, illness or a death, and booked as festival gift; use kind: {kind}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        if is_for_need(measure) and lies_ahead(measure, check, check.path):
            kind = "hardship-aid" if "hardship" in measure.triggers else "condolence-visit"
            yield self.finding((*check.path, "kind"), title=measure.title, kind=kind)


RULES: Final[tuple[Rule, ...]] = (
    FestivalGiftOutsideList(),
    FestivalGiftNotGoods(),
    WomensDayGift(),
    AidAsFestivalGift(),
    *GIFT_RULES,
    *CAP_RULES,
    *FORM_RULES,
    *CARE_RULES,
)
