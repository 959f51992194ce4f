"""Rules about what one person may receive: birthdays, life events, hardship aid, awards of learners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, Final, cast

from unionkit.model import Activity, Path, Plan, WelfareMeasure

from ._finding import Basis, Finding, Severity, Silence, Worded
from ._law import Ruling
from ._rule import Check, Rule
from ._welfare_money import (
    LOCAL_CAPS,
    amount_per_head,
    lies_ahead,
    may_be_of_union,
    money_key,
    occasions,
    people,
    yuan,
)

LOCAL_AID: Final = Basis(title="各地工会送温暖资金使用管理规定")
"""Local rules on the money for workers in need; the amounts follow the local cost of living."""

_OTHER_MONEY: Final = frozenset(
    (
        *("hardship-aid", "insurance", "medical-mutual-aid", "health-check", "recuperation", "scholarship"),
        *("canteen", "pairing", "donation", "festival-gift"),
    )
)
"""Kinds that are given by other rules than those for birthdays and life events, whatever calls for them."""


_OTHER_WORDS: Final = re.compile("救助|帮扶|互助|保险|助学|补助")


def is_for_event(measure: WelfareMeasure, event: str) -> bool:
    """Whether a measure is the gift or consolation that members receive at an event of their life."""
    if event not in measure.triggers and measure.kind != event:
        return False
    return measure.kind not in _OTHER_MONEY and not _OTHER_WORDS.search(measure.title)


class CapOfEvent(Rule):
    """
    What the rules about birthdays and life events share: one amount a head, one cap of the province.

    Attributes:
        event: The trigger.
    """

    event: ClassVar[str]
    severity = Severity.WARNING
    basis = LOCAL_CAPS
    nodes = (Plan,)
    wording = {
        "zh": "“{title}”每人{amount}，超过{name}（{cap}）；请降到上限以内。",
        "en": "“{title}” gives {amount} a head, above the {name} ({cap}); lower it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the survey has it
        for path, measure in check.survey.welfare:
            if not is_for_event(measure, self.event):
                continue
            amount, ruling = amount_per_head(measure), self._ruling(measure, check)
            if (
                amount is not None
                and amount > ruling.number
                and may_be_of_union(measure.fund)
                and lies_ahead(measure, check, path)
            ):
                yield self.finding(
                    (*path, money_key(measure)),
                    ruling=ruling,
                    title=measure.title,
                    amount=yuan(amount),
                    name=self._cap,
                    cap=yuan(ruling.number),
                )

    def _ruling(self, _measure: WelfareMeasure, check: Check) -> Ruling:
        return check.rulings[self.parameters[0]]

    _cap: ClassVar[Worded]


class BirthdayAboveCap(CapOfEvent):
    """
    Reports birthday gifts above the province's cap a head.

    ## Why is this bad?

    What a union may give a member at a birthday is set by the province, most often 300元.

    ## Example

    ```yaml
    organization: {region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 会员生日蛋糕, kind: birthday, form: goods, per_head: 350}
    ```

    Use instead:

    ```yaml
    organization: {region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 会员生日蛋糕, kind: birthday, form: goods, per_head: 300}
    ```

    ## Known limits

    Each measure is looked at by itself. Gifts that other money than the union's pays are left out.
    """

    code = "UK206"
    slug = "birthday-above-cap"
    title_zh = "生日慰问超过本省上限"
    title_en = "birthday gift above the cap of the province"
    event = "birthday"
    parameters = ("birthday-per-head",)
    _cap = Worded("本省生日慰问的上限", "province's cap for birthdays")


class WeddingAboveCap(CapOfEvent):
    """
    Reports wedding gifts above the province's cap.

    ## Why is this bad?

    The union congratulates a member who marries with goods of a set value; the province sets it.

    ## Example

    ```yaml
    organization: {region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 结婚祝贺, kind: condolence-visit, trigger: wedding, form: goods, per_head: 800}
    ```

    Use instead:

    ```yaml
    organization: {region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 结婚祝贺, kind: condolence-visit, trigger: wedding, form: goods, per_head: 600}
    ```

    ## Known limits

    The trigger has to be `wedding`; `celebration` may be anything and passes.
    """

    code = "UK207"
    slug = "wedding-above-cap"
    title_zh = "结婚慰问超过本省上限"
    title_en = "wedding gift above the cap of the province"
    event = "wedding"
    parameters = ("wedding-per-head",)
    _cap = Worded("本省结婚慰问的上限", "province's cap for weddings")


class ChildbirthAboveCap(CapOfEvent):
    """
    Reports gifts at a childbirth above the province's cap.

    ## Why is this bad?

    The union congratulates on a lawful childbirth with goods of a set value; the province sets it.

    ## Example

    ```yaml
    organization: {region: 四川省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 生育慰问, kind: condolence-visit, trigger: childbirth, form: goods, per_head: 800}
    ```

    Use instead:

    ```yaml
    organization: {region: 四川省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 生育慰问, kind: condolence-visit, trigger: childbirth, form: goods, per_head: 500}
    ```

    ## Known limits

    Where both parents are members, each may be visited; the cap is for one.
    """

    code = "UK208"
    slug = "childbirth-above-cap"
    title_zh = "生育慰问超过本省上限"
    title_en = "gift at a childbirth above the cap of the province"
    event = "childbirth"
    parameters = ("childbirth-per-head",)
    _cap = Worded("本省生育慰问的上限", "province's cap for childbirths")


_SERIOUS: Final = re.compile("手术|重病|大病|重大疾病|重疾|危重")


class IllnessAboveCap(CapOfEvent):
    """
    Reports consolation money at an illness above the province's cap.

    ## Why is this bad?

    A member in hospital receives a set amount; the province sets it, in some provinces a higher one for surgery or a
    serious illness.

    ## Example

    ```yaml
    organization: {region: 福建省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 探望住院会员, kind: condolence-visit, trigger: illness, form: money, per_head: 800}
    ```

    Use instead:

    ```yaml
    organization: {region: 福建省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 探望手术住院会员, kind: condolence-visit, trigger: illness, form: money, per_head: 800}
    ```

    ## Known limits

    A serious illness is known by the title (手术, 大病, 重病 …). Hardship aid and mutual aid at an illness are other money
    and pass.
    """

    code = "UK209"
    slug = "illness-above-cap"
    title_zh = "生病住院慰问超过本省上限"
    title_en = "consolation at an illness above the cap of the province"
    event = "illness"
    parameters = ("illness-per-head", "serious-illness-per-head")
    _cap = Worded("本省生病住院慰问的上限", "province's cap for illness")

    def _ruling(self, measure: WelfareMeasure, check: Check) -> Ruling:
        """The higher cap where the title names surgery or a serious illness."""
        return check.rulings[self.parameters[1 if _SERIOUS.search(measure.title) else 0]]


class DeathAboveCap(CapOfEvent):
    """
    Reports consolation money at the death of a member above the province's cap.

    ## Why is this bad?

    The family of a member who died receives a set amount; the province sets it.

    ## Example

    ```yaml
    organization: {region: 湖北省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 会员去世慰问家属, kind: condolence-visit, trigger: death, form: money, per_head: 2000}
    ```

    Use instead:

    ```yaml
    organization: {region: 湖北省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 会员去世慰问家属, kind: condolence-visit, trigger: death, form: money, per_head: 1000}
    ```

    ## Known limits

    The trigger has to be `death`: the death of a relative is `bereavement`, with a cap of its own.
    """

    code = "UK210"
    slug = "death-above-cap"
    title_zh = "会员去世慰问超过本省上限"
    title_en = "consolation at a member's death above the cap of the province"
    event = "death"
    parameters = ("death-per-head",)
    _cap = Worded("本省会员去世慰问的上限", "province's cap at the death of a member")


class BereavementAboveCap(CapOfEvent):
    """
    Reports consolation money at the death of a member's spouse, parent or child above the province's cap.

    ## Why is this bad?

    The amount is set by the province, in most of them at half of that for a member.

    ## Example

    ```yaml
    organization: {region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 直系亲属去世慰问, kind: condolence-visit, trigger: bereavement, form: money, per_head: 1500}
    ```

    Use instead:

    ```yaml
    organization: {region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 直系亲属去世慰问, kind: condolence-visit, trigger: bereavement, form: money, per_head: 1000}
    ```

    ## Known limits

    北京市 has a higher cap for spouse and child than for parents: where the title names parents only (父母, 岳父母, 公婆),
    theirs counts, and else the higher one.
    """

    code = "UK211"
    slug = "bereavement-above-cap"
    title_zh = "亲属去世慰问超过本省上限"
    title_en = "consolation at a bereavement above the cap of the province"
    event = "bereavement"
    parameters = ("bereavement-per-head", "parent-bereavement-per-head")
    _cap = Worded("本省亲属去世慰问的上限", "province's cap for bereavements")

    def _ruling(self, measure: WelfareMeasure, check: Check) -> Ruling:
        """The cap for parents where the title names them, and neither spouse nor child."""
        parents = _PARENTS.search(measure.title) and not _SPOUSE_OR_CHILD.search(measure.title)
        return check.rulings[self.parameters[1 if parents else 0]]


_PARENTS: Final = re.compile("父母|父亲|母亲|岳父|岳母|公婆|公公|婆婆|双亲")
_SPOUSE_OR_CHILD: Final = re.compile("配偶(?!的?(?:父|母|双亲))|子女|丈夫|妻子|爱人|儿子|女儿|孩子|亲属")


class RetirementAboveCap(CapOfEvent):
    """
    Reports souvenirs at a retirement above the province's cap.

    ## Why is this bad?

    A member who retires receives a souvenir of a set value; the province sets it.

    ## Example

    ```yaml
    organization: {region: 四川省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 退休会员纪念品, kind: other, trigger: retirement, form: goods, per_head: 800}
    ```

    Use instead:

    ```yaml
    organization: {region: 四川省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 退休会员纪念品, kind: other, trigger: retirement, form: goods, per_head: 500}
    ```

    ## Known limits

    What the unit gives from its own money is left out when `fund` says so.
    """

    code = "UK212"
    slug = "retirement-above-cap"
    title_zh = "退休慰问超过本省上限"
    title_en = "souvenir at a retirement above the cap of the province"
    event = "retirement"
    parameters = ("retirement-per-head",)
    _cap = Worded("本省退休慰问的上限", "province's cap for retirements")


class AidAboveCapPerTime(Rule):
    """
    Reports hardship aid (困难帮扶、送温暖) above what the province allows at one time.

    ## Why is this bad?

    The amounts follow the local cost of living, and the local union sets the most that one worker may receive at a time.

    ## Example

    ```yaml
    organization: {region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 困难职工补助, kind: hardship-aid, when: 12月, form: money, per_head: 5000, fund: 工会经费}
    ```

    Use instead:

    ```yaml
    organization: {region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {welfare: 困难职工补助, kind: hardship-aid, when: 12月, form: money, per_head: 3000, fund: 工会经费}
    ```

    ## Known limits

    Aid for a serious illness or an accident may follow rules of its own; ignore the finding there.
    """

    code = "UK213"
    slug = "aid-above-cap-per-time"
    title_zh = "困难帮扶超过每次的上限"
    title_en = "hardship aid above the cap for one time"
    severity = Severity.WARNING
    basis = LOCAL_AID
    parameters = ("hardship-aid-per-time",)
    nodes = (Plan,)
    wording = {
        "zh": "“{title}”每人每次{amount}，超过每次{cap}的上限；请降低标准，或写明另有依据。",
        "en": "“{title}” gives {amount} at a time, above the cap of {cap}; lower it, or name what allows it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the survey has it
        ruling = check.rulings["hardship-aid-per-time"]
        for path, measure, amount in _aid(check):
            if amount > ruling.number:
                yield self.finding(
                    (*path, money_key(measure)),
                    ruling=ruling,
                    title=measure.title,
                    amount=yuan(amount),
                    cap=yuan(ruling.number),
                )


def _aid(check: Check) -> Iterator[tuple[Path, WelfareMeasure, Fraction]]:
    """Yield the hardship aid that lies ahead, with what each receives at one time, where that is known."""
    for path, measure in check.survey.welfare:
        amount = amount_per_head(measure) if measure.kind == "hardship-aid" else None
        if amount is not None and lies_ahead(measure, check, path):
            yield path, measure, amount


class AidAboveCapPerYear(Rule):
    """
    Reports hardship aid that is given so often that one person receives more in a year than the province allows.

    ## Why is this bad?

    Besides the cap for one time there is one for the year, which aid of each quarter or festival adds up to.

    ## Example

    ```yaml
    organization: {region: 山东省}
    period: {year: 2026}
    content:
      - {welfare: 困难职工补助, kind: hardship-aid, when: 每季度, form: money, per_head: 2000, fund: 工会经费}
    ```

    Use instead:

    ```yaml
    organization: {region: 山东省}
    period: {year: 2026}
    content:
      - {welfare: 困难职工补助, kind: hardship-aid, when: 每季度, form: money, per_head: 1500, fund: 工会经费}
    ```

    ## Known limits

    Each measure is looked at by itself, for nobody can tell whether two of them are for the same people.
    """

    code = "UK214"
    slug = "aid-above-cap-per-year"
    title_zh = "困难帮扶全年合计超过上限"
    title_en = "hardship aid above the cap for a year"
    severity = Severity.WARNING
    basis = LOCAL_AID
    parameters = ("hardship-aid-per-year",)
    nodes = (Plan,)
    wording = {
        "zh": "“{title}”每次{amount}、{count}次，每人全年合计{total}，超过每人每年{cap}的上限；请减少次数或降低标准。",
        "en": "“{title}” gives {amount} {count} times, {total} a person in the year, above the cap of {cap}; lower it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the survey has it
        ruling = check.rulings["hardship-aid-per-year"]
        for path, measure, amount in _aid(check):
            years = [year for year, _ in occasions(measure.when, check)]
            count = max(map(years.count, set(years)), default=0)
            if count > 1 and amount * count > ruling.number:
                yield self.finding(
                    (*path, money_key(measure)),
                    ruling=ruling,
                    title=measure.title,
                    amount=yuan(amount),
                    count=count,
                    total=yuan(amount * count),
                    cap=yuan(ruling.number),
                )


class TrainingAwardsAboveShare(Rule):
    """
    Reports training with awards for more of the learners than the province allows.

    ## Why is this bad?

    Awards to good learners put honour first; where everybody wins, the award is a payment. 山东省 allows 15% of those
    taking part.

    ## Example

    ```yaml
    organization: {region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {activity: 工会干部培训班, kind: training, when: 10月, owner: 办公室, participants: 40, prizes: 10}
    ```

    Use instead:

    ```yaml
    organization: {region: 山东省}
    period: {year: 2026, half: 2}
    content:
      - {activity: 工会干部培训班, kind: training, when: 10月, owner: 办公室, participants: 40, prizes: 6}
    ```

    ## Known limits

    The rule is for training; prizes of contests and sport have a share of their own.
    """

    code = "UK237"
    slug = "training-awards-above-share"
    title_zh = "培训奖励人数超过规定比例"
    title_en = "more learners given an award than allowed"
    severity = Severity.WARNING
    basis = LOCAL_CAPS
    parameters = ("training-award-share",)
    nodes = (Activity,)
    wording = {
        "zh": "“{title}”{count}人参加，奖励{prizes}人，超过{share}；最多奖励{most}人。",
        "en": "“{title}” has {count} learners and {prizes} awards, above {share}; at most {most} may be given.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        activity, ruling = cast("Activity", node), check.rulings["training-award-share"]
        if activity.kind != "training" or not activity.prizes:
            return
        if activity.done or check.calendar.looks_back(check.path):
            return
        count = people(activity.participants)
        if count is None:
            yield self.lacks("participants")
        elif activity.prizes * 100 > count * ruling.number:
            yield self.finding(
                (*check.path, "prizes"),
                ruling=ruling,
                title=activity.title,
                count=count,
                prizes=activity.prizes,
                share=ruling.said,
                most=count * ruling.number // 100,
            )


CAP_RULES: Final[tuple[Rule, ...]] = (
    BirthdayAboveCap(),
    WeddingAboveCap(),
    ChildbirthAboveCap(),
    IllnessAboveCap(),
    DeathAboveCap(),
    BereavementAboveCap(),
    RetirementAboveCap(),
    AidAboveCapPerTime(),
    AidAboveCapPerYear(),
    TrainingAwardsAboveShare(),
)
"""The rules of this module."""
