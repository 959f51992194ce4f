"""Rules about personal data in what will be posted: numbers of persons, addresses, names beside hardship and illness."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import Activity, Path, Table, WelfareMeasure

from ._finding import Basis, Confidence, Finding, Severity
from ._rule import Check, Rule, TextRule, compiled
from ._survey import Hit

_LAW: Final = "《中华人民共和国个人信息保护法》"
_SINCE: Final = dt.date(2021, 11, 1)
SMALLEST_SCOPE: Final = Basis(title=_LAW, article="第六条", since=_SINCE, confidence=Confidence.CONFIRMED)
"""
Personal data are handled in the way that touches persons least, and no more of it than the purpose needs. The text was
read in November 2026 at https://huggingface.co/datasets/Dusker/chinese-laws-pretrain, a copy of the law.
"""
NOT_MADE_PUBLIC: Final = Basis(
    title=_LAW, article="第二十五条", since=_SINCE, confidence=Confidence.CONFIRMED
)
"""Who handles personal data does not publish it without the person's separate consent; read in copies in public code."""
SENSITIVE: Final = Basis(title=_LAW, article="第二十八条", since=_SINCE, confidence=Confidence.CONFIRMED)
"""
What concerns health, money accounts, and the like is handled only for a certain purpose, where it must be, and well
guarded. The text was read in November 2026 at https://wechat.estsglobal.com/wechat/law_contents/311.
"""

_NOT_A_DIGIT: Final = r"(?<![\dA-Za-z])"


def _is_posted(path: Path, check: Check) -> bool:
    """Whether papers that are posted print it: all but what belongs to a private item."""
    return not check.survey.is_private(path)


class _PrivateWords(TextRule):
    """What rules about personal data in the prose share: private parts of the plan are printed for those who ask only."""

    severity = Severity.WARNING

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        if self.is_personal(hit) and _is_posted(hit.path, check):
            yield self.finding(hit.path, words=hit.words, nth=hit.nth)

    def is_personal(self, hit: Hit) -> bool:  # noqa: ARG002 -- rules that compute ask for it
        """Whether the match is what it looks like."""
        return True


class IdentityNumber(_PrivateWords):
    """
    Reports an identity card number (居民身份证号码): eighteen digits with a date of birth and a right check digit.

    ## Why is this bad?

    A plan is posted and passed on. The number is all that is needed for fraud, and no plan needs it.

    ## Example

    ```yaml
    - 慰问对象身份证号110101199003070011。
    ```

    Use instead:

    ```yaml
    - 慰问对象由工会小组核实身份。
    ```

    ## Known limits

    A number with a typing error, and the old one of fifteen digits, pass.
    """

    code = "UK761"
    slug = "identity-number"
    title_zh = "出现居民身份证号码"
    title_en = "identity card number"
    basis = SMALLEST_SCOPE
    pattern = _NOT_A_DIGIT + r"[1-9]\d{16}[\dXx](?![\dA-Za-z])"
    wording = {
        "zh": "这里写了居民身份证号码；计划会张贴、转发，请删去，需要核实身份的另存内部台账。",
        "en": "This holds an identity card number; plans are posted and passed on, so take it out and keep it apart.",
    }

    def is_personal(self, hit: Hit) -> bool:
        return is_identity_number(hit.words)


def is_identity_number(number: str) -> bool:
    """
    Return whether eighteen characters are an identity card number (GB 11643-1999: date of birth, check digit).

    >>> is_identity_number("110101199003070011"), is_identity_number("110101199003070012")
    (True, False)
    """
    born = number[6:14]
    try:
        day = dt.date(int(born[:4]), int(born[4:6]), int(born[6:]))
    except ValueError:
        return False
    total = sum(pow(2, 17 - at, 11) * int(digit) for at, digit in enumerate(number[:17]))
    return 1900 <= day.year <= 2100 and "10X98765432"[total % 11] == number[17].upper()


class CardNumber(_PrivateWords):
    """
    Reports a bank card number: 16 to 19 digits, in groups or not, that begin as cards do and have a right check digit.

    ## Why is this bad?

    Numbers of accounts are sensitive personal data. Aid is paid from a list that only the treasurer keeps.

    ## Example

    ```yaml
    - 补助打入银行卡6222020200000000006。
    ```

    Use instead:

    ```yaml
    - 补助由财务打入本人银行卡。
    ```

    ## Known limits

    The union's own account number is no card number and passes, unless its check digit happens to be right.
    """

    code = "UK762"
    slug = "bank-card-number"
    title_zh = "出现银行卡号"
    title_en = "bank card number"
    basis = SENSITIVE
    pattern = _NOT_A_DIGIT + r"(?:62|4\d|5[1-5]|95)\d{2}(?: ?\d{4}){3}(?: ?\d{1,3})?(?![\dA-Za-z])"
    wording = {
        "zh": "这里写了银行卡号；金融账户是敏感个人信息，请删去，由财务另行登记。",
        "en": "This holds a bank card number; accounts are sensitive personal data, so take it out.",
    }

    def is_personal(self, hit: Hit) -> bool:
        digits = hit.words.replace(" ", "")
        return is_card_number(digits) and not (len(digits) == 18 and is_identity_number(digits))


def is_card_number(digits: str) -> bool:
    """
    Return whether the last of the digits is the right check digit (ISO/IEC 7812-1, Luhn).

    >>> is_card_number("6222020200000000006"), is_card_number("6222020200000000005")
    (True, False)
    """
    doubled = (int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(digits)))
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0


class MobileNumber(_PrivateWords):
    """
    Reports a mobile number: eleven digits that begin with 13 to 19.

    ## Why is this bad?

    What is posted is photographed and passed on; the person gets calls for years. An office number does as well.

    ## Example

    ```yaml
    - 报名联系宣传委员，电话13900001234。
    ```

    Use instead:

    ```yaml
    - 报名联系工会办公室，电话0531-80001234。
    ```

    ## Known limits

    A service number of the union that is a mobile number is reported too; ignore the finding there.
    """

    code = "UK763"
    slug = "mobile-number"
    title_zh = "出现手机号码"
    title_en = "mobile number"
    basis = NOT_MADE_PUBLIC
    pattern = _NOT_A_DIGIT + r"(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\dA-Za-z])"
    wording = {
        "zh": "这里写了手机号码；公开个人号码要经本人单独同意，请改用办公电话。",
        "en": "This holds a mobile number; it may be made public only with the person's own consent, so give an office number.",
    }


class HomeAddress(_PrivateWords):
    """
    Reports a home address: 家住, 现住 or 家庭住址 with the number of a house, a building or a flat, and 住 or 地址 with a
    street, the number of a house and a flat.

    ## Why is this bad?

    Together with a name or a cause of hardship, it tells everybody who is meant and where to find them.

    ## Example

    ```yaml
    - 走访一户困难职工，家住清河路12号3单元。
    ```

    Use instead:

    ```yaml
    - 走访一户困难职工，送去慰问品。
    ```

    ## Known limits

    An address without such a word before it passes: it is usually that of a place where something is held. So do
    dormitories and what belongs to the firm (公司, 厂区), and the address of an office.
    """

    code = "UK764"
    slug = "home-address"
    title_zh = "出现家庭住址"
    title_en = "home address"
    basis = SMALLEST_SCOPE
    pattern = (
        "(?:家住|现住|住在|家庭住址|家庭地址|现住址|住址)[：:为是在]?[^\n，。；：！？]{0,30}?"
        "[0-9一二三四五六七八九十]{1,5}(?:号|栋|幢|单元|室|弄|组)"
        "|(?:住|地址)[：:为是在]?[^\n，。；：！？]{0,20}?(?:路|街|里|巷|道|弄)[0-9一二三四五六七八九十]{1,5}号"
        "[^\n，。；：！？]{0,12}?[0-9一二三四五六七八九十]{1,5}(?:单元|室)"
    )
    wording = {
        "zh": "这里写了家庭住址；请删去，走访名册另存内部台账。",
        "en": "This holds a home address; take it out, and keep the list of visits apart.",
    }

    def is_personal(self, hit: Hit) -> bool:
        before = hit.text[max(0, hit.start - 8) : hit.start]
        return not re.search(_NO_HOME, hit.words) and not re.search(_OFFICE, before)


_NO_HOME: Final = "宿舍|公寓|公司|厂区|会议室|办公室"
_OFFICE: Final = (
    "(?:办公|活动|会场|会议|单位|报名|联系|邮寄|通讯|培训|参赛|集合|报到|注册|工会|中心|入)[的室点]?$"
)


SURNAMES: Final = (
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪田姜"
    "范姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎贺赖龚文庞樊殷施翟倪严牛俞章鲁葛韦申尤聂焦向柳邢骆岳齐梅庄"
)
"""Common surnames, without those that are as often another word (于, 高, 任, 方, 金, 石, 万, 白)."""
_TITLED: Final = "(?:同志|老师|师傅|女士|先生|大姐|大哥)"
_NO_GIVEN: Final = (
    "(?!女|男|老|新|青年|年轻|退|离|困难|患病|单身|生病|住院|优秀|骨干|部分|全体|各|有关|相关|广大|所有|其他|外来|支|一线|和"
    "|明确|学|工|校|区|市|县|镇|家|某|[xX×*])"
)
_TWO_SIGNS: Final = (
    "(?:欧阳|司马|诸葛|上官|司徒|独孤|慕容|夏侯|皇甫|尉迟|公孙|令狐|端木|长孙|宇文|澹台|呼延|轩辕|申屠|太史)"
)
"""Surnames of two signs, which begin no other word."""
_PERSON: Final = rf"(?:{_TWO_SIGNS}|[{SURNAMES}]{_NO_GIVEN})[\u4e00-\u9fff]{{1,2}}?{_TITLED}"
_PLAIN: Final = "".join(
    sorted(set(SURNAMES) - set("毛钱康汤程顾向章文施申齐严陆曾焦牛夏许贺赖常安时江苏段武"))
)
"""Surnames that begin no other word behind 困难职工 or 看望: 困难职工毛毯, 帮扶程序."""
_NO_NAME: Final = "(?!周[边围到末期年岁]|何[时处种事人]|张[贴罗榜]|谢[意礼]|孙[子女]|林[业场区]|田间|黄[金豆]|雷[达电]|[^\n][庄村镇乡县市区街路厂矿校组队科部班])"
_GIVEN: Final = r"[\u4e00-\u9fff]{1,2}"
_ENDS: Final = "(?=$|[，,、。；：（( ]|办理|申请|解决|度过|渡过|住院|身患|患[有了]|一家|家属|家庭|家[中里]|本人|等(?!级)|的?(?:子女|妻子|丈夫)|治疗|手术|生病|病)"
_BARE: Final = (
    rf"(?<=困难职工|患病职工|住院职工|患病会员|住院会员|困难会员)(?:{_TWO_SIGNS}|[{_PLAIN}]{_NO_GIVEN}{_NO_NAME}){_GIVEN}{_ENDS}"
    rf"|(?<=看望|探望|走访|慰问|帮助|帮扶|资助|救助)(?:{_TWO_SIGNS}|[{_PLAIN}]{_NO_GIVEN}{_NO_NAME}){_GIVEN}{_ENDS}"
    rf"|(?:(?<=[，。；、：])|^)(?:{_TWO_SIGNS}|[{_PLAIN}]{_NO_GIVEN}{_NO_NAME}){_GIVEN}"
    r"(?=因[^，。；、：\n]{0,12}(?:病|残|伤|癌|瘫))"
)
"""A name without a title, where nothing but a name can stand."""
HARDSHIP: Final = (
    "困难|因病|致残|伤残|重伤|受伤|瘫痪|贫困|低保|特困|患病|患有|重病|大病|疾病|生病|住院|手术|癌|肿瘤|尿毒症|白血病|残疾|去世|病故|病逝|逝世|丧事|遗属|"
    "离婚|离异|单亲|失业|下岗|欠债|抑郁|家庭纠纷|家庭矛盾"
)


class NamedPersonInHardship(_PrivateWords):
    """
    Reports a sentence that names a person and tells of illness, bereavement, hardship or a quarrel at home.

    ## Why is this bad?

    Health and need are nobody's business but the person's. Whoever is helped must not be shown to all for it.

    ## Example

    ```yaml
    - 张建国同志患病住院，工会派人探望。
    ```

    Use instead:

    ```yaml
    - 会员生病住院的，工会派人探望。
    ```

    ## Known limits

    A name is recognised by a common surname and a title behind it (同志, 老师, 师傅, 女士, 先生), a bare one directly behind
    困难职工 or a verb like 看望, and before 因…致残; others and rare surnames pass. Who does the work (由李红同志牵头, 邀请王丽老师)
    passes, and so do names that were masked (张某某). A fact with `private: true` keeps its paragraph out of what is posted.
    """

    code = "UK765"
    slug = "named-person-in-hardship"
    title_zh = "点名写了个人的疾病、困难"
    title_en = "named person in hardship or illness"
    basis = SENSITIVE
    pattern = rf"{_PERSON}|{_BARE}"
    wording = {
        "zh": "这一句点名写了个人的疾病、丧事或困难；请改成不点名的说法，或给这件事实写上 private: true。",
        "en": "This sentence names a person and tells of illness, loss or need; leave the name out, or set private: true.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield the first person of a sentence who is told of, with the words that tell it."""
        start = max(hit.text.rfind(mark, 0, hit.start) for mark in _STOPS) + 1
        stop = compiled(f"[{_STOPS}]|$").search(hit.text, hit.end)
        end = len(hit.text) if stop is None else stop.start()
        if compiled(_PUBLIC_FIGURE).search(hit.text[start:end]) or not _is_posted(hit.path, check):
            return
        for person in compiled(self.pattern).finditer(hit.text, start, end):
            told = _told_of(person, hit.text, start, end)
            if told is not None:
                if person.start() == hit.start:
                    words = hit.text[told[0] : told[1]]
                    yield self.finding(hit.path, words=words, nth=hit.text.count(words, 0, told[0]) + 1)
                return


_STOPS: Final = "。！？；"
_NEAR: Final = 40
_AT_WORK: Final = (
    "(?:牵头|负责|主持|主讲|讲|授课|带头|分管|带队|带领|组织|承担|担任|作专题|作报告|走访|看望|慰问|探望)"
)
_BROUGHT: Final = r"(?:由(?!于)|(?<!申)请(?!假|示|求|领|您)|邀请|聘请|学习|收看|观看|观摩|宣传)(?:(?!同志|老师|师傅|女士|先生|走访|看望|慰问|探望|患)[^，。！？；：、\n]){0,14}$"


def _told_of(person: re.Match[str], text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return from where to where a sentence names a person and tells of need; None for who does the work."""
    if compiled(_AT_WORK).match(text, person.end()) or compiled(_BROUGHT).search(
        text[start : person.start()]
    ):
        return None
    behind = compiled(HARDSHIP).search(text, person.start(), min(end, person.end() + _NEAR))
    if behind is not None:
        return person.start(), max(behind.end(), person.end())
    before = list(compiled(HARDSHIP).finditer(text, max(start, person.start() - _NEAR), person.start()))
    return (before[-1].start(), person.end()) if before else None


_PUBLIC_FIGURE: Final = "学习|先进事迹|精神|劳模|烈士|英雄"
"""Who is held up as an example is named on purpose (学习雷锋同志)."""

_FOR_ONE: Final = (
    rf"(?:慰问|看望|探望|走访|帮扶|资助|补助|救助|祝贺|吊唁|悼念)(?:(?:{_TWO_SIGNS}|[{SURNAMES}]{_NO_GIVEN})[\u4e00-\u9fff]{{1,2}}"
    rf"(?=$|[（(，、]|(?:一家|家属|家庭|本人|亲属)))|{_PERSON}"
)
_SENSITIVE_KINDS: Final = frozenset(
    {"hardship-aid", "condolence-visit", "medical-mutual-aid", "pairing", "scholarship"}
)
_SENSITIVE_TRIGGERS: Final = frozenset(
    {
        *("illness", "hardship", "bereavement", "death", "family-dispute", "mood", "emergency"),
        *("work-injury", "unemployment", "childbirth"),
    }
)


class MeasureForNamedPerson(Rule):
    """
    Reports a welfare measure or a visit whose title names the person that it is for, without `private: true`.

    ## Why is this bad?

    Tables of welfare and the work list print the title. Private items are printed only on papers that ask for them.

    ## Example

    ```yaml
    - {welfare: 看望张建国, kind: condolence-visit, trigger: illness}
    ```

    Use instead:

    ```yaml
    - {welfare: 看望张建国, kind: condolence-visit, trigger: illness, private: true}
    ```

    ## Known limits

    Names are recognised as by UK765, and behind verbs such as 看望 also without a title.
    """

    code = "UK766"
    slug = "measure-for-named-person"
    title_zh = "为个人办的事未标为不公开"
    title_en = "measure for a named person not private"
    severity = Severity.WARNING
    basis = NOT_MADE_PUBLIC
    nodes = (WelfareMeasure, Activity)
    wording = {
        "zh": "名称里点了个人的名字，会印进公开的表格；请写上 private: true，或改成不点名的名称。",
        "en": "The title names a person and is printed in tables that are posted; set private: true, or leave the name out.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        item = cast("WelfareMeasure | Activity", node)
        if item.private or not _is_posted(check.path, check) or not _concerns_one(item):
            return
        match = compiled(_FOR_ONE).search(item.title)
        if match is not None and not re.search(_PUBLIC_FIGURE, item.title):
            key = "welfare" if isinstance(item, WelfareMeasure) else "activity"
            yield self.finding((*check.path, key))


def _concerns_one(item: WelfareMeasure | Activity) -> bool:
    """Whether it is for one person, or for a cause that nobody else is to know."""
    if isinstance(item, Activity):
        number = item.participants
        return item.kind == "visit" or (number is not None and number.measure()[0] == 1)
    alone = item.headcount is not None and item.headcount.measure()[0] == 1
    return alone or item.kind in _SENSITIVE_KINDS or not _SENSITIVE_TRIGGERS.isdisjoint(item.triggers)


class ListOfThoseHelped(_PrivateWords):
    """
    Reports a promise to post the list of those who receive aid: 公示困难职工名单, 名单上墙.

    ## Why is this bad?

    Posting may be asked for so that all can see that aid is given fairly. But names together with causes and sums show the
    need of persons to everybody; what is posted is kept to what the purpose needs.

    ## Example

    ```yaml
    - 及时公示困难职工名单和补助金额。
    ```

    Use instead:

    ```yaml
    - 及时公布困难补助的人数、标准和总额。
    ```

    ## Known limits

    Where a rule of the union above asks for the list, post it as that rule says, without causes and numbers of persons.
    """

    code = "UK767"
    slug = "list-of-those-helped"
    title_zh = "公示受助人员名单"
    title_en = "list of those helped to be posted"
    severity = Severity.INFO
    basis = SMALLEST_SCOPE
    pattern = (
        r"(?:公示|公布|张贴|上墙|公开)[^\n。！？；，]{0,12}(?:困难|帮扶|救助|补助|受助|大病|特困)[^\n。！？；，]{0,8}名单"
        r"|(?:困难|帮扶|救助|补助|受助|大病|特困)[^\n。！？；，]{0,8}名单[^\n。！？；]{0,12}(?:公示|公布|张贴|上墙|公开)"
    )
    wording = {
        "zh": "这里要公示受助人员名单；只公示非公开不可的内容，不写病情、家庭情况、证件号码和电话。",
        "en": "A list of those helped is to be posted; post only what must be seen, no illness, family matters or numbers.",
    }


class ColumnOfPersonalData(Rule):
    """
    Reports a table with a column of identity numbers, mobile numbers, home addresses, card numbers or illnesses that is
    filled in.

    ## Why is this bad?

    The table is printed with the plan, for everybody.

    ## Example

    ```yaml
    - table: [姓名, 家庭住址, 慰问金额]
      rows: [[甲, 清河路, 500元]]
    ```

    Use instead:

    ```yaml
    - table: [工会小组, 人数, 慰问金额]
      rows: [[第一组, "3", 1500元]]
    ```

    ## Known limits

    The head of the column decides, not what stands in the cells. A blank form passes.
    """

    code = "UK768"
    slug = "column-of-personal-data"
    title_zh = "表格含个人信息栏"
    title_en = "table column of personal data"
    severity = Severity.WARNING
    basis = SMALLEST_SCOPE
    nodes = (Table,)
    wording = {
        "zh": "表格的“{column}”一栏是个人信息，会随计划公开；请删去这一栏，另存内部台账。",
        "en": "The column “{column}” holds personal data and goes out with the plan; take it out and keep it apart.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        table = cast("Table", node)
        for column, head in enumerate(table.head):
            if re.search(_PERSONAL_COLUMN, head) and any(row[column].strip() for row in table.rows):
                yield self.finding((*check.path, "table", column), column=head)


_PERSONAL_COLUMN: Final = (
    "身份证|证件号|手机|移动电话|家庭住址|家庭地址|现住址|银行卡|卡号|病情|病种|所患|疾病|患病"
)


RULES: Final[tuple[Rule, ...]] = (
    IdentityNumber(),
    CardNumber(),
    MobileNumber(),
    HomeAddress(),
    NamedPersonInHardship(),
    MeasureForNamedPerson(),
    ListOfThoseHelped(),
    ColumnOfPersonalData(),
)
