"""Rules about what union money may not pay for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple, cast

import attrs

from unionkit.errors import Lang
from unionkit.model import Budget, Path, Plan, WelfareForm, WelfareMeasure

from ._budget_common import FUNDS_2017, UNION_LAW, BudgetRule, called, expenditure
from ._finding import Finding, Severity, Worded
from ._organization_words import is_stated
from ._rule import Check, Rule, TextRule
from ._survey import Hit

_AGAINST: Final = re.compile(
    "严禁|禁止|不得|不准|防|治理|整治|检查|自查|宣传|警示|教育|讲座|纠|反对|抵制|普法|识别"
)
"""Words of an item that is about a wrong, and not one."""
_UNIT: Final = "(?:行政|单位|本单位|学校|校方|公司|企业|医院|机关|厂|局)"


class FullTimePay(BudgetRule):
    """
    Reports a line of spending for wages, bonuses or allowances of full-time union staff (专职) in an enterprise, a public
    institution or a social organization.

    ## Why is this bad?

    The unit pays those who work for its union full-time: wages, rewards, allowances, insurance and all.

    ## Example

    ```yaml
    organization: {name: 清河机械厂工会, sector: enterprise}
    period: {year: 2026}
    budget:
      expenditure: [{account: 业务支出, item: 专职工会干部工资, amount: 60000}]
    content: []
    ```

    Use instead:

    ```yaml
    organization: {name: 清河机械厂工会, sector: enterprise}
    period: {year: 2026}
    budget:
      expenditure: [{account: 业务支出, item: 工会干部培训, amount: 6000}]
    content: []
    ```

    ## Known limits

    Unions of towns, communities and federations may hire staff of their own and are not asked; nor are part-time
    officers (兼职), for whom the province decides. A line that does not say 专职 passes.
    """

    code = "UK628"
    slug = "full-time-pay"
    title_zh = "用工会经费支付专职人员工资"
    title_en = "full-time staff paid from union funds"
    severity = Severity.ERROR
    basis = attrs.evolve(UNION_LAW, article="第四十二条")
    sectors = frozenset({"school", "enterprise", "hospital", "institution", "social-org"})
    wording = {
        "zh": "预算项目“{item}”：专职工会工作人员的工资、奖励、补贴由所在单位支付，不列入工会经费；请删去，由单位列支。",
        "en": "“{item}”: wages, rewards and allowances of full-time union staff are paid by the unit, not from union "
        "funds; remove the line.",
    }

    def look(self, budget: Budget, _check: Check) -> Iterator[Finding]:
        for path, line in expenditure(budget).placed():
            if re.search(_FULL_TIME, line.item):
                yield self.finding((*path, "item"), item=line.item)


_FULL_TIME: Final = (
    "专职.{0,8}(?:工资|薪酬|薪金|奖金|奖励|补贴|津贴|社保|社会保险)|(?:工资|薪酬|薪金).{0,4}专职"
)


class PremisesFromUnionMoney(BudgetRule):
    """
    Reports a line of spending for offices, buildings or their fitting-out.

    ## Why is this bad?

    Governments and units provide their unions with offices and places for activities. Union money may at most fill a
    gap, and the line should say so.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, sector: school}
    period: {year: 2026}
    budget:
      expenditure: [{account: 资本性支出, item: 工会办公用房装修, amount: 30000}]
    content: []
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, sector: school}
    period: {year: 2026}
    budget:
      expenditure: [{account: 资本性支出, item: 职工书屋书架, amount: 3000}]
    content: []
    ```

    ## Known limits

    Equipment (办公设备) passes. A line whose note names what the unit pays (行政, 单位, 学校 …) passes as well.
    """

    code = "UK629"
    slug = "premises-from-union-money"
    title_zh = "用工会经费解决办公用房、场地"
    title_en = "premises from union money"
    severity = Severity.WARNING
    basis = attrs.evolve(UNION_LAW, article="第四十六条")
    wording = {
        "zh": "预算项目“{item}”：工会的办公和活动场所由单位提供，工会经费只能补不足；请由单位列支，或在 note 中写明单位承担多少。",
        "en": "“{item}”: the unit provides offices and premises, union money may only fill a gap; let the unit pay, or say in "
        "the note what it pays.",
    }

    def look(self, budget: Budget, _check: Check) -> Iterator[Finding]:
        for path, line in expenditure(budget).placed():
            if re.search(_PREMISES, line.item) and not re.search(_UNIT, line.note):
                yield self.finding((*path, "item"), item=line.item)


_PREMISES: Final = (
    "办公(?:用房|场所)|办公楼|活动(?:场地|场所|中心)(?:的)?(?:建设|装修|改造|修缮)|房屋|房租|基建"
)


class _Ban(NamedTuple):
    """
    One of the prohibitions, as far as words tell it.

    Attributes:
        words: What is looked for, a regular expression.

        zh: What is forbidden.

        en: The same in English.
    """

    words: str
    zh: str
    en: str

    def __call__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


_BANS: Final = (
    _Ban(
        "招待费|业务招待|公务接待|(?<!访)接待费|宴请|请客|吃请|送礼|馈赠|烟酒|(?:领导|来宾|客人|外单位).{0,4}(?:礼品|礼物|土特产)",
        "不得用于请客送礼",
        "treating and presents are forbidden",
    ),
    _Ban(
        "KTV|ktv|练歌房|夜总会|洗浴|桑拿|足浴|高尔夫|健身(?:房|会所|俱乐部)?(?:会员|年|季)?卡|(?:健身|美容|私人)会所|美容卡|游艇",
        "不得支付高消费的娱乐和健身活动",
        "costly entertainment and fitness are forbidden",
    ),
    _Ban(
        "集资|担保|借款(?!利息)|出借|拆借|放贷|民间借贷|炒股|购买(?:股票|基金|理财)|理财产品|入股",
        "不得用于非法集资、出借和担保",
        "it must not be lent, invested in illegal fund-raising, or stand guarantee",
    ),
    _Ban(
        rf"公务(?:用)?车|{_UNIT}的?(?:日常)?(?:办公费|办公经费|水电(?!工)|物业|差旅|取暖)",
        "不得报销与工会活动无关的费用",
        "it must not pay what has nothing to do with union activity",
    ),
)


class ForbiddenSpending(BudgetRule):
    """
    Reports a line of spending whose words name what the eight prohibitions forbid: treating and presents, costly
    entertainment and fitness, lending and fund-raising, costs of the unit.

    ## Why is this bad?

    Each of these is found by any audit, and somebody has to pay it back.

    ## Example

    ```yaml
    period: {year: 2026}
    budget:
      expenditure: [{account: 业务支出, item: 招待费, amount: 3000}]
    content: []
    ```

    Use instead:

    ```yaml
    period: {year: 2026}
    budget:
      expenditure: [{account: 业务支出, item: 会议费, amount: 3000}]
    content: []
    ```

    ## Known limits

    The rule goes by words. A line against such things (防范非法集资宣传) is left alone; what hides behind other words is not
    seen. Names and places of activities are other rules'.
    """

    code = "UK630"
    slug = "forbidden-spending"
    title_zh = "“八不准”禁止的支出"
    title_en = "spending that the eight prohibitions forbid"
    severity = Severity.WARNING
    basis = FUNDS_2017
    wording = {
        "zh": "预算项目“{line}”中的“{word}”：工会经费{ban}；请删去，或写清实际用途。",
        "en": "“{word}” in the budget line “{line}”: of union funds, {ban}; remove it, or say what the money is really "
        "for.",
    }

    def look(self, budget: Budget, _check: Check) -> Iterator[Finding]:
        for path, line in expenditure(budget).placed():
            told = called(line)
            if _AGAINST.search(told):
                continue
            for ban in _BANS:
                match = re.search(ban.words, told)
                if match is not None:
                    yield self.finding(path, line=told, word=match.group(), ban=ban)
                    break


_BONUS: Final = (
    "(?:年终|年底|绩效|节日|过节|季度|月度|每月|全员|普发|普惠|精神文明|文明单位|目标考核|综治)(?:性)?(?:奖金|奖(?![状品牌项杯励])|津贴|补贴)"
    "|加班(?:费|补贴)|(?:通讯|交通|住房|取暖|车辆)(?:费)?(?:补贴|津贴)"
)
_NEED: Final = re.compile("困难|特困|帮扶|救助|残疾|劳模")
"""Words of an allowance for some who are in need, or that the state grants."""
_CASH_FOR_ALL: Final = frozenset({"", "other"})
"""Kinds of welfare for which no rule allows money; aid, visits and insurance go by their own."""


class BonusFromUnionMoney(Rule):
    """
    Reports bonuses, allowances and subsidies: by the words of a line of spending or a welfare measure, and as money that
    all members get without an occasion.

    ## Why is this bad?

    Union money must not be handed out as bonus, allowance or subsidy. What everyone gets in money is pay, and the unit
    owes it.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, members: 186}
    period: {year: 2026}
    content:
      - {welfare: 会员年度关怀, kind: other, form: money, per_head: 200, headcount: 186}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, members: 186}
    period: {year: 2026}
    content:
      - {welfare: 会员年度关怀, kind: other, form: goods, per_head: 200, headcount: 186}
    ```

    ## Known limits

    Prizes of contests and money for those who are ill, bereaved or in need are not meant, nor what the unit pays
    (`fund`). Festival gifts and birthdays in money are other rules'.
    """

    code = "UK631"
    slug = "bonus-from-union-money"
    title_zh = "用工会经费发放奖金、津贴、补贴"
    title_en = "bonuses and allowances from union money"
    severity = Severity.WARNING
    basis = FUNDS_2017
    nodes = (Plan, WelfareMeasure)
    wording = {
        "zh": "“{text}”{why}；工会经费不得滥发奖金、津贴、补贴，请删去，或改为实物、服务。",
        "en": "“{text}” {why}; union money must not be handed out as bonus, allowance or subsidy: remove it, or give goods "
        "or a service.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        if isinstance(node, Plan):
            if node.budget is not None:
                for path, line in expenditure(node.budget).placed():
                    yield from self._worded(line.item, (*path, "item"), rf"{_BONUS}|过节费")
            return
        measure = cast("WelfareMeasure", node)
        if measure.done or check.calendar.looks_back(check.path) or re.search(_UNIT, measure.fund):
            return
        worded = list(self._worded(measure.title, (*check.path, "welfare"), _BONUS))
        yield from worded
        if not worded and _is_cash_for_all(measure, check):
            why = Worded("以现金发给全体会员，没有具体事由", "gives money to all members without an occasion")
            yield self.finding((*check.path, "form"), text=measure.title, why=why)

    def _worded(self, text: str, path: Path, pattern: str) -> Iterator[Finding]:
        match = None if _AGAINST.search(text) or _NEED.search(text) else re.search(pattern, text)
        if match is not None:
            word = match.group()
            why = Worded(f"中的“{word}”属于奖金、津贴或补贴", f"(“{word}”) is a bonus, allowance or subsidy")
            yield self.finding(path, words=word, text=text, why=why)


def _is_cash_for_all(measure: WelfareMeasure, check: Check) -> bool:
    members, heads = check.plan.organization.members, measure.headcount
    if measure.form is not WelfareForm.MONEY or measure.triggers or measure.kind not in _CASH_FOR_ALL:
        return False
    return members is not None and members > 0 and heads is not None and heads.measure()[0] >= members


_TO_UNIT: Final = (
    rf"(?:返还|退还|划转|划拨|划给|上缴|上交|转付|转给|借给|拨给|交回|归还)给?{_UNIT}(?!工会|分会|分工会|各|下属|困难|职工|会员|垫付|多)"
    rf"|{_UNIT}(?:借用|借支|借款|往来款|统筹使用)|(?:弥补|补充|补助|补贴){_UNIT}(?:经费|开支|支出|费用)"
)


class MoneyBackToUnit(BudgetRule):
    """
    Reports a line of spending that passes union money to the unit.

    ## Why is this bad?

    Money that comes as a subsidy and goes back makes the union account a way around the books (小金库), and union money
    that the unit uses has been diverted. Both are forbidden.

    ## Example

    ```yaml
    period: {year: 2026}
    budget:
      income: [{account: 行政补助收入, amount: 30000}]
      expenditure: [{account: 其他支出, item: 划转学校使用, amount: 30000}]
    content: []
    ```

    Use instead:

    ```yaml
    period: {year: 2026}
    budget:
      income: [{account: 行政补助收入, amount: 30000}]
      expenditure: [{account: 职工活动支出, item: 文体活动, amount: 30000}]
    content: []
    ```

    ## Known limits

    The rule reads what the line says. It does not know whether money was lent and is paid back.
    """

    code = "UK632"
    slug = "money-back-to-unit"
    title_zh = "工会经费转给单位使用"
    title_en = "union money passed to the unit"
    severity = Severity.WARNING
    basis = FUNDS_2017
    wording = {
        "zh": "预算项目“{item}”把工会经费转给单位使用；工会经费不得截留、挪用，也不得经工会账户设立“小金库”，请删去。",
        "en": "“{item}” passes union money to the unit; it must not be diverted, nor kept off the books by way of the union's "
        "account: remove the line.",
    }

    def look(self, budget: Budget, _check: Check) -> Iterator[Finding]:
        for path, line in expenditure(budget).placed():
            if re.search(_TO_UNIT, line.item):
                yield self.finding((*path, "item"), item=line.item)


class MergedAccount(TextRule):
    """
    Reports text by which union money is kept in the unit's account or books.

    ## Why is this bad?

    The union has an account and books of its own; they are never merged with those of the unit.

    ## Example

    ```yaml
    - 今年起工会经费转入学校基本账户，由财务室统一管理。
    ```

    Use instead:

    ```yaml
    - 工会经费不得转入学校基本账户，由工会单独建账。
    ```

    ## Known limits

    The rule looks for 不, 禁, 防 and the like before the words in the same sentence, and leaves such sentences alone. Parts
    that look back, sentences about what was so before or is put right, and quotations are not read.
    """

    code = "UK633"
    slug = "merged-account"
    title_zh = "工会经费并入单位账户"
    title_en = "union money in the account of the unit"
    severity = Severity.WARNING
    basis = FUNDS_2017
    pattern = (
        rf"(?:工会(?:经费|资金|账户|帐户|财务)|会费)[^。；，\n]{{0,6}}(?:并入|纳入|存入|转入|归入)[^。；，\n]{{0,4}}{_UNIT}"
        r"[^。；，\n]{0,4}(?:账户|帐户|账内|帐内|账上|帐上)"
        rf"|工会(?:账|帐|经费|财务)与{_UNIT}(?:账|帐|经费|财务)?(?:合并|并账|并帐|统一核算|一并核算|混用)"
    )
    wording = {
        "zh": "“{said}”：工会经费应单独开户、单独建账，不得并入单位账户；请改正。",
        "en": "“{said}”: union funds have an account and books of their own, and are never merged with the unit's; put it "
        "right.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        sentence = re.split("[。；]", hit.text[: hit.start])[-1] + hit.words
        if is_stated(hit, check) and not re.search("不|禁|防|杜绝|避免|勿", sentence):
            yield self.finding(hit.path, words=hit.words, nth=hit.nth, said=hit.words)


RULES: Final[tuple[Rule, ...]] = (
    *(FullTimePay(), PremisesFromUnionMoney(), ForbiddenSpending()),
    *(BonusFromUnionMoney(), MoneyBackToUnit(), MergedAccount()),
)
