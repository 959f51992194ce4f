"""Rules about the form in which gifts are given: goods, money, cards; and what a plan says of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import WelfareForm, WelfareMeasure

from ._finding import Basis, Finding, Severity, Worded
from ._rule import CONVENTION, Check, Rule
from ._welfare_caps import is_for_event
from ._welfare_money import (
    FUNDS_2017,
    amount_per_head,
    is_for_need,
    is_of_unit,
    lies_ahead,
    may_be_of_union,
)

_EVENTS: Final = {
    "wedding": Worded("结婚", "wedding"),
    "childbirth": Worded("生育", "childbirth"),
    "illness": Worded("生病住院", "illness"),
    "death": Worded("会员去世", "death of a member"),
    "bereavement": Worded("亲属去世", "bereavement"),
}


class BirthdayInMoney(Rule):
    """
    Reports birthday gifts given as money.

    ## Why is this bad?

    At a birthday the union gives a cake, other goods, or a voucher of a named bakery; never cash.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 会员生日慰问, kind: birthday, form: money, per_head: 200}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 会员生日蛋糕券, kind: birthday, form: voucher, per_head: 200}
    ```

    ## Known limits

    What the unit pays from its own money is left out when `fund` says so.
    """

    code = "UK217"
    slug = "birthday-in-money"
    title_zh = "生日慰问以现金发放"
    title_en = "birthday gift in money"
    severity = Severity.ERROR
    basis = FUNDS_2017
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”以现金发放；生日慰问应为蛋糕等实物（form: goods）或指定蛋糕店的蛋糕券（form: voucher）。",
        "en": "“{title}” is given in money; a birthday gift is a cake or other goods (form: goods), or a voucher of a named "
        "bakery (form: voucher).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        if measure.form is WelfareForm.MONEY and _counts(measure, "birthday", check):
            yield self.finding((*check.path, "form"), title=measure.title)


def _counts(measure: WelfareMeasure, event: str, check: Check) -> bool:
    """Whether a measure is what the union plans to give at an event."""
    return (
        is_for_event(measure, event)
        and may_be_of_union(measure.fund)
        and lies_ahead(measure, check, check.path)
    )


class FamilyEventInMoney(Rule):
    """
    Reports gifts at a wedding or childbirth given as money.

    ## Why is this bad?

    The national measures name goods of a set value for a wedding and a lawful childbirth. Some provinces allow money;
    elsewhere the audit objects.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 结婚祝贺, kind: condolence-visit, trigger: wedding, form: money, per_head: 500}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 结婚祝贺, kind: condolence-visit, trigger: wedding, form: goods, per_head: 500}
    ```

    ## Known limits

    The rule does not know which provinces allow money.
    """

    code = "UK218"
    slug = "family-event-in-money"
    title_zh = "结婚、生育慰问以现金发放"
    title_en = "gift at a wedding or childbirth in money"
    severity = Severity.WARNING
    basis = FUNDS_2017
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”（{event}）以现金发放；全国办法规定为实物（form: goods），给现金的请写明本省的依据。",
        "en": "“{title}” ({event}) is given in money; the national measures want goods (form: goods). Name the province's "
        "rule where it allows money.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        if measure.form is WelfareForm.MONEY:
            for event in ("wedding", "childbirth"):
                if _counts(measure, event, check):
                    yield self.finding((*check.path, "form"), title=measure.title, event=_EVENTS[event])
                    return


class ConsolationNotInMoney(Rule):
    """
    Reports consolation at an illness or a death, with an amount a head, that is not given as money.

    ## Why is this bad?

    Unlike gifts, it is a set sum of money: it is to help the family with what the illness or the funeral costs.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 探望住院会员, kind: condolence-visit, trigger: illness, form: voucher, per_head: 500}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 探望住院会员, kind: condolence-visit, trigger: illness, form: money, per_head: 500}
    ```

    ## Known limits

    Flowers or fruit brought along are usual; without `per_head` they pass.
    """

    code = "UK219"
    slug = "consolation-not-in-money"
    title_zh = "住院、去世慰问不是慰问金"
    title_en = "consolation at an illness or death not in money"
    severity = Severity.INFO
    basis = FUNDS_2017
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”（{event}）以实物或券发放；全国办法规定的是慰问金（form: money），请核对本省的细则。",
        "en": "“{title}” ({event}) is given as goods or vouchers; the national measures name a sum of money (form: money). "
        "Compare the province's rules.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        if measure.per_head is None or measure.form not in (WelfareForm.GOODS, WelfareForm.VOUCHER):
            return
        for event in ("illness", "death", "bereavement"):
            if _counts(measure, event, check):
                yield self.finding((*check.path, "form"), title=measure.title, event=_EVENTS[event])
                return


class RetirementInMoney(Rule):
    """
    Reports souvenirs at a retirement given as money.

    ## Why is this bad?

    A member who retires receives a souvenir of a set value, best at a farewell talk. Money would be an allowance.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 欢送退休会员, kind: other, trigger: retirement, form: money, per_head: 500}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 欢送退休会员, kind: other, trigger: retirement, form: goods, per_head: 500}
    ```

    ## Known limits

    What the unit pays from its own money is left out when `fund` says so.
    """

    code = "UK220"
    slug = "retirement-in-money"
    title_zh = "退休纪念品以现金发放"
    title_en = "souvenir at a retirement in money"
    severity = Severity.WARNING
    basis = FUNDS_2017
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”以现金发放；会员退休应发放一定金额的纪念品（form: goods）。",
        "en": "“{title}” is given in money; a member who retires receives a souvenir (form: goods).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        if measure.form is WelfareForm.MONEY and _counts(measure, "retirement", check):
            yield self.finding((*check.path, "form"), title=measure.title)


_CARDS: Final = re.compile("购物卡|购物券|充值卡|储值卡|预付卡|加油卡|话费卡|代金券|现金券|过节费")
_BARRED: Final = re.compile("不得|不能|不发|不以|不再|禁|杜绝|防止|清理|清退|代替|取消|拒绝")


class CardsAsWelfare(Rule):
    """
    Reports welfare whose words name shopping cards, prepaid cards, cash vouchers or holiday money (过节费).

    ## Why is this bad?

    What can be spent like money is money: cards and vouchers that any shop takes may not be given as welfare.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 发放超市购物卡, kind: festival-gift, when: 中秋节, form: voucher}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 发放月饼提货券, kind: festival-gift, when: 中秋节, form: voucher}
    ```

    ## Known limits

    Pick-up vouchers (提货券), cake vouchers, the yearly consumption voucher, and tickets for films and shows pass. Words
    that bar such cards pass too.
    """

    code = "UK225"
    slug = "cards-as-welfare"
    title_zh = "以购物卡、代金券、过节费发放福利"
    title_en = "shopping cards or holiday money as welfare"
    severity = Severity.ERROR
    basis = Basis(
        title=FUNDS_2017.title,
        number=FUNDS_2017.number,
        article="第八条第四项及各省实施细则",
        since=FUNDS_2017.since,
    )
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”写了{card}；福利不得发放现金、购物卡和不限用途的券卡，请改为实物或指定商家的提货券。",
        "en": "“{title}” names {card}; welfare is never cash, shopping cards or open vouchers. Give goods, or pick-up "
        "vouchers of a named shop.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        if not lies_ahead(measure, check, check.path) or not may_be_of_union(measure.fund):
            return
        for key, text in (("welfare", measure.title), ("words", measure.words), ("text", measure.text)):
            found = _CARDS.search(text or "")
            if text and found and not _BARRED.search(text):
                yield self.finding((*check.path, key), words=found[0], title=measure.title, card=found[0])
                return


_PRESENTS: Final = re.compile(
    "烟花|爆竹|香烟|卷烟|烟酒|名烟|白酒|红酒|名酒|月饼|粽子|贺年卡|贺卡|明信片|年历|挂历|台历|鲜花|花卉|土特产|年货|礼品卡"
)
_PUBLIC_SECTORS: Final = frozenset(("agency", "federation", "school", "town", "community"))


class PresentsFromPublicMoney(Rule):
    """
    Reports cards, calendars, food, tobacco, alcohol or flowers bought with public money for a festival.

    ## Why is this bad?

    Since 2013 bodies, institutions and state firms may not buy festival presents with public money. Goods for all
    members are another matter: the union pays them from its own.

    ## Example

    ```yaml
    organization: {sector: agency}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 中秋节月饼, kind: other, when: 中秋节, form: goods, fund: 行政经费}
    ```

    Use instead:

    ```yaml
    organization: {sector: agency}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 中秋节月饼, kind: festival-gift, when: 中秋节, form: goods, fund: 工会经费}
    ```

    ## Known limits

    It goes by the words of the title and by `fund`. Help for workers in need is exempt. A firm counts when its
    `ownership` says that it belongs to the state.
    """

    code = "UK226"
    slug = "presents-from-public-money"
    title_zh = "用公款购买节礼"
    title_en = "festival presents from public money"
    severity = Severity.WARNING
    basis = Basis(
        title="中央纪委关于严禁公款购买印制寄送贺年卡、购买赠送年货节礼等的通知（2013年10月31日、11月21日）",
        since=dt.date(2013, 11, 21),
    )
    nodes = (WelfareMeasure,)
    wording = {
        "zh": "“{title}”用{fund}购买{present}；公款不得购买节礼，发给全体会员的慰问品请列工会经费。",
        "en": "“{title}” buys {present} from {fund}; public money buys no festival presents. Goods for all members are "
        "paid by the union.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure, ours = cast("WelfareMeasure", node), check.plan.organization
        found = _PRESENTS.search(measure.title)
        in_need = measure.kind in ("hardship-aid", "pairing", "donation") or "hardship" in measure.triggers
        public = ours.sector in _PUBLIC_SECTORS or "国有" in ours.ownership
        if (
            found
            and public
            and not in_need
            and is_of_unit(measure.fund)
            and lies_ahead(measure, check, check.path)
        ):
            yield self.finding(
                (*check.path, "fund"), title=measure.title, fund=measure.fund, present=found[0]
            )


class GiftWithoutForm(Rule):
    """
    Reports gifts with an amount that do not say in what form they are given.

    ## Why is this bad?

    Goods, a named voucher and money follow different rules, and those who sign the list must know what they sign for.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 中秋节慰问品, kind: festival-gift, when: 中秋节, per_head: 300}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {welfare: 中秋节慰问品, kind: festival-gift, when: 中秋节, per_head: 300, form: goods}
    ```

    ## Known limits

    Only festival and birthday gifts are looked at, and gifts at a wedding, childbirth or retirement.
    """

    code = "UK234"
    slug = "gift-without-form"
    title_zh = "慰问没有写明发放形式"
    title_en = "gift without form"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (WelfareMeasure,)
    gathers = True
    wording = {
        "zh": "“{title}”没有写发放形式；请写上 form：goods（实物）、voucher（指定商家的券）或 money（现金）。",
        "en": "“{title}” does not say its form; add form: goods, voucher (of a named shop) or money.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        measure = cast("WelfareMeasure", node)
        if measure.form is not None or amount_per_head(measure) is None or is_for_need(measure):
            return
        gift = measure.kind == "festival-gift" or any(
            is_for_event(measure, event) for event in ("birthday", "wedding", "childbirth", "retirement")
        )
        if gift and lies_ahead(measure, check, check.path):
            yield self.finding((*check.path, "form"), title=measure.title)


FORM_RULES: Final[tuple[Rule, ...]] = (
    BirthdayInMoney(),
    FamilyEventInMoney(),
    ConsolationNotInMoney(),
    RetirementInMoney(),
    CardsAsWelfare(),
    PresentsFromPublicMoney(),
    GiftWithoutForm(),
)
"""The rules of this module."""
