"""Rules about figures, ranges, estimates and amounts as prose writes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ._finding import Finding, Severity
from ._rule import CONVENTION, Check, Rule
from ._survey import Hit
from ._text_base import COUNTING, HAN, NUMERALS, ProseRule, confirmed

_NUMBER: Final = r"\d+(?:\.\d+)?"
_TO: Final = "[-－—–~～]{1,2}"
_CHINESE_NUMBER: Final = "[一二三四五六七八九十百千两半]"
_UNIT: Final = "(?:%|％|人次|人|名|个月|个|次|场|家|户|天|万元|元|篇|项|件|条|小时|学时|课时|年|岁|周|位)?"
_COUNTED: Final = rf"(?:\d[\d,.]*|{_CHINESE_NUMBER}+)[万亿千百]?"


_UNSEPARATED: Final = r"(?<![\d,.])(?<!\d，)\d{4,}(?:\.\d+)? ?(?:元|人|名|户|册|件)|[¥￥] ?\d{4}"


class RangeWithoutUnit(ProseRule):
    """
    Reports a range whose first figure lacks the 万, 亿 or % of the second: 3-5万, 10-15%.

    ## Why is this bad?

    Read strictly, it begins at three, and not at thirty thousand.

    ## Example

    ```yaml
    - 满意率力争达到90-95%。
    ```

    Use instead:

    ```yaml
    - 满意率力争达到90%～95%。
    ```

    ## Known limits

    Units that do not change the value (20-30人) may be left out and pass.
    """

    code = "UK824"
    slug = "range-without-unit"
    title_zh = "数值范围省略了万、亿或百分号"
    title_en = "range whose first figure lacks its unit"
    basis = NUMERALS
    fixable = True
    pattern = (
        rf"(?=\d)(?:"
        rf"(?<![\d.,\-/A-Za-z第])(?<!\d，)({_NUMBER}) ?({_TO}|[至到]) ?({_NUMBER}) ?(万元|亿元|万|亿|%|％|‰)"
        ")"
    )
    wording = {
        "zh": "“{found}”前一个数省略了单位，应写成“{better}”。",
        "en": "The first figure of “{found}” lacks its unit: “{better}”.",
    }

    def is_fault(self, hit: Hit) -> bool:
        is_marker = hit.start == 0 and "." in hit.match[1]
        return float(hit.match[1]) < float(hit.match[3]) and not is_marker

    def better(self, hit: Hit) -> str:
        first, to, last, unit = hit.match.groups()
        return f"{first}{unit}{to if to in '至到—～' else '～'}{last}{unit}"


class RangeRunningBackwards(ProseRule):
    """
    Reports a range that begins above its end: 50～30人, 9月20日—15日.

    ## Why is this bad?

    Two figures were swapped, or one is wrong; nobody can tell which.

    ## Example

    ```yaml
    - 每场培训50～30人。
    ```

    Use instead:

    ```yaml
    - 每场培训30～50人。
    ```

    ## Known limits

    Months, hours and days of the week run over their end (22—6时) and pass, and so does what goes down from a figure
    (由50—30人).
    """

    code = "UK825"
    slug = "range-running-backwards"
    title_zh = "数值范围前大后小"
    title_en = "range that runs backwards"
    severity = Severity.WARNING
    basis = CONVENTION
    gathers = False
    pattern = (
        rf"(?=\d)(?:"
        rf"(?<![\d.,\-/A-Za-z第由从])(?<!\d，)({_NUMBER}) ?{_TO} ?({_NUMBER}) ?(?:%|％|人|名|次|万元|元|天|岁|个|家|场|项|户|件)"
        rf"|(?<!\d)\d{{1,2}} ?月 ?(\d{{1,2}}) ?日? ?(?:{_TO}|[至到]) ?(\d{{1,2}}) ?日"
        ")"
    )
    wording = {
        "zh": "“{found}”前大后小；请核对两个数。",
        "en": "“{found}” runs backwards; check both figures.",
    }

    def is_fault(self, hit: Hit) -> bool:
        first, last, from_day, to_day = hit.match.groups()
        if from_day is not None:
            return int(from_day) > int(to_day)
        is_year_or_code = first[0] == "0" or (len(first) == len("2026") and first[:2] in ("19", "20"))
        return float(first) > float(last) and not is_year_or_code


class CommaInEstimate(ProseRule):
    """
    Reports two neighbouring figures that tell an estimate and have a comma between them: 三、五天.

    ## Why is this bad?

    With the comma it says three days and five days; as an estimate it is 三五天.

    ## Example

    ```yaml
    - 每次培训用三、四天。
    ```

    Use instead:

    ```yaml
    - 每次培训用三四天。
    ```

    ## Known limits

    What counts off (第三、四周, 五、六年级) passes. With Arabic figures (3、4天) a list may be meant, so it is not mended.
    """

    code = "UK826"
    slug = "comma-in-estimate"
    title_zh = "概数之间用了顿号"
    title_en = "comma in an estimate"
    basis = confirmed(NUMERALS)
    fixable = True
    reveals = True
    pattern = (
        rf"(?=[{COUNTING}\d]、)(?:"
        rf"(?<=[{HAN}])(?<![第周期初老])([{COUNTING}]、[{COUNTING}])(?=天|人|个|位|家|户|件|场|年(?![级度]))"
        rf"|(?<=[{HAN}])(?<![第周期初])(\d、\d)(?=天|人|个|位|家|户|件|场|年(?![级度]))"
        ")"
    )
    wording = {
        "zh": "“{around}”表示概数时用汉字数字，中间不加顿号。",
        "en": "“{around}” tells an estimate: Chinese numerals without a comma between.",
    }

    def is_fault(self, hit: Hit) -> bool:
        first, last = (
            COUNTING.find(each) + 1 if each in COUNTING else int(each) for each in hit.words.split("、")
        )
        return last - first == 1 or (first, last) == (3, 5)

    def better(self, hit: Hit) -> str | None:
        return hit.words.replace("、", "") if hit.match[1] else None


class EstimateToldTwice(ProseRule):
    """
    Reports figures that are called estimates, or bounds, twice: 约6000余人, 约10天左右, 不低于90%以上.

    ## Why is this bad?

    One of the two words says it; of both nobody knows which holds.

    ## Example

    ```yaml
    - 满意率不低于90%以上。
    ```

    Use instead:

    ```yaml
    - 满意率不低于90%。
    ```

    ## Known limits

    Bounds and 左右 are mended by leaving out the second word. 约…余 is not: it may mean about, or more than.
    """

    code = "UK827"
    slug = "estimate-told-twice"
    title_zh = "概数或界限说了两遍"
    title_en = "estimate or bound told twice"
    basis = NUMERALS
    fixable = True
    pattern = (
        rf"(?=[大约超不至最将接近])(?:((?<![节条合预签契公制])(?:大约|约|大概) ?{_COUNTED}{_UNIT})(?:左右|上下)"
        rf"|((?:超过|不低于|不少于|至少|最少) ?{_COUNTED}{_UNIT})以上"
        rf"|((?:不超过|不高于|不多于|至多|最多) ?{_COUNTED}{_UNIT})(?:以下|以内|之内)"
        rf"|(?:(?<![节条合预签契公制])约|将近|接近|(?<![最附靠亲])近) ?{_COUNTED}[余多](?!年))"
    )
    wording = {
        "zh": "“{found}”把概数或界限说了两遍，只用一个词。",
        "en": "“{found}” tells the estimate or bound twice; use one of the two words.",
    }

    def better(self, hit: Hit) -> str | None:
        return hit.match[1] or hit.match[2] or hit.match[3]


class PercentForPoints(ProseRule):
    """
    Reports a rate that is to rise or fall by some per cent (满意率提高5%).

    ## Why is this bad?

    From 80%, five per cent more is 84%, five percentage points more (5个百分点) is 85%. Most plans mean the latter.

    ## Example

    ```yaml
    - 职工满意率提高5%。
    ```

    Use instead:

    ```yaml
    - 职工满意率提高5个百分点。
    ```

    ## Known limits

    Where a share of the rate is really meant, ignore the finding.
    """

    code = "UK828"
    slug = "percent-for-points"
    title_zh = "比率的升降应说百分点"
    title_en = "per cent where points are meant"
    basis = NUMERALS
    pattern = r"(?<!增长)(?<![效频速功])率[^，。；、,;\n\d]{0,8}?(?:提高|提升|增加|上升|下降|降低|减少)了? ?\d+(?:\.\d+)?(?:%|％)"
    wording = {
        "zh": "“{around}”：比率的升降请说“个百分点”，以免误解。",
        "en": "“{around}”: say 个百分点 (points) where a rate rises or falls, lest it be misread.",
    }


class AmountWithoutYuan(ProseRule):
    """
    Reports an amount of money that ends with 万 or 亿 and has no 元.

    ## Why is this bad?

    The unit is missing, and often the 万 is wrong too: nobody had looked at the amount again.

    ## Example

    ```yaml
    - 筹集帮扶资金5万，用于走访。
    ```

    Use instead:

    ```yaml
    - 筹集帮扶资金5万元，用于走访。
    ```

    ## Known limits

    Money is told by a word such as 资金, 经费 or 销售 shortly before it. It is not mended: 28000万 may have been meant as
    28000元.
    """

    code = "UK829"
    slug = "amount-without-yuan"
    title_zh = "金额缺少“元”"
    title_en = "amount without unit"
    severity = Severity.WARNING
    basis = CONVENTION
    gathers = False
    pattern = (
        r"(?:资金|经费|款|补助金?|救助金|慰问金|奖金|基金|费用?|预算|销售额?|产值|收入|支出|利润|金额|价值|投资|投入|创效)"
        r"[^，。；、：,;:\n\d]{0,6}?\d[\d,.]*[万亿](?=[，。；、）),;:]|$|以[上下内]|左右|用于)"
    )
    wording = {
        "zh": "“{found}”缺少单位“元”；请补上，并核对数额。",
        "en": "“{found}” lacks the unit 元; add it, and check the amount.",
    }

    def is_fault(self, hit: Hit) -> bool:
        return not any(each in hit.words for each in "人户次名册家字张度吨")


class CurrencySign(ProseRule):
    """
    Reports ¥ and RMB before amounts in prose.

    ## Why is this bad?

    Prose says 元 behind the figure; the sign is for tables and receipts.

    ## Example

    ```yaml
    - 每人标准¥300。
    ```

    Use instead:

    ```yaml
    - 每人标准300元。
    ```

    ## Known limits

    Tables pass.
    """

    code = "UK830"
    slug = "currency-sign"
    title_zh = "正文中用了货币符号"
    title_en = "currency sign in prose"
    basis = NUMERALS
    cells = False
    fixable = True
    reveals = True
    instead = r"\1\2元"
    pattern = r"(?:[¥￥]|(?<![A-Za-z])(?:RMB|CNY)) ?(\d[\d,]*(?:\.\d+)?) ?([万亿]?)元?"
    wording = {
        "zh": "正文中的金额“{found}”应写成“{better}”。",
        "en": "Write the amount “{found}” in prose as “{better}”.",
    }


class ThousandsSeparators(ProseRule):
    """
    Reports amounts with separators of thousands (12,000元) in a plan that writes others without (8000元), and a full-width
    comma inside an amount (12，000元).

    ## Why is this bad?

    One way of writing through the whole plan spares the reader a second look; a full-width comma parts the number in two.

    ## Example

    ```yaml
    - 慰问支出12,000元，活动支出8000元。
    ```

    Use instead:

    ```yaml
    - 慰问支出12000元，活动支出8000元。
    ```

    ## Known limits

    Tables pass. A full-width comma may have been meant as one, and is not mended.
    """

    code = "UK831"
    slug = "thousands-separators"
    title_zh = "千分位写法前后不一"
    title_en = "separators of thousands in some amounts only"
    basis = NUMERALS
    cells = False
    fixable = True
    pattern = r"(?=\d)(?:(?<![\d,.])(?<!\d，)\d{1,3}(?:,\d{3})+(?=(?:\.\d+)? ?[元人名户册件])|(?<![\d,.])(?<!\d，)[1-9]\d{0,2}，\d{3}(?=元))"
    wording = {
        "zh": "“{found}”的千分位写法与别处不一；全文统一为不加分隔：“{better}”。",
        "en": "“{found}” has separators of thousands that other amounts lack; write one way throughout: “{better}”.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        if "，" in hit.words or check.survey.mentions(_UNSEPARATED):
            yield from super().found(hit, check)

    def better(self, hit: Hit) -> str | None:
        return None if "，" in hit.words else hit.words.replace(",", "")


RULES: Final[tuple[Rule, ...]] = (
    *(RangeWithoutUnit(), RangeRunningBackwards(), CommaInEstimate(), EstimateToldTwice()),
    *(PercentForPoints(), AmountWithoutYuan(), CurrencySign(), ThousandsSeparators()),
)
