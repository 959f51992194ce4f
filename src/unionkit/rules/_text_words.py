"""Rules about words: doubled ones, names of laws, and who speaks."""

from __future__ import annotations

import re
from typing import Final

from unionkit.model import Path

from ._finding import Severity
from ._rule import CONVENTION, Rule
from ._survey import Hit
from ._text_base import HAN, PUNCTUATION, SPACE, ProseRule, confirmed, is_within

_LAWS: Final = (
    "中华人民共和国劳动合同法实施条例",
    "中华人民共和国工会法",
    "中华人民共和国劳动合同法",
    "中华人民共和国劳动法",
    "中华人民共和国安全生产法",
    "中华人民共和国妇女权益保障法",
    "中华人民共和国社会保险法",
    "中华人民共和国职业病防治法",
    "中国工会章程",
    "基层工会经费收支管理办法",
    "基层工会会员代表大会条例",
    "工会基层组织选举工作条例",
    "女职工劳动保护特别规定",
    "工会女职工委员会工作条例",
    "学校教职工代表大会规定",
    "工资集体协商试行办法",
    "工会送温暖资金使用管理办法",
    "工会预算管理办法",
    "工会会计制度",
    "党政机关公文格式",
)
"""Full names of what unions cite most; short ones (工会法) may stand without marks."""


class LawNameWithoutMarks(ProseRule):
    """
    Reports the full name of a law or regulation that stands without 《》.

    ## Why is this bad?

    The marks tell where the name begins and ends, and that this very text is meant.

    ## Example

    ```yaml
    - 组织学习女职工劳动保护特别规定。
    ```

    Use instead:

    ```yaml
    - 组织学习《女职工劳动保护特别规定》。
    ```

    ## Known limits

    It knows some twenty names. Short names (工会法) may stand without marks.
    """

    code = "UK832"
    slug = "law-name-without-marks"
    title_zh = "法规全称未加书名号"
    title_en = "name of a law without title marks"
    basis = confirmed(PUNCTUATION)
    fixable = True
    instead = r"《\g<0>》"
    pattern = f"(?:{'|'.join(_LAWS)})(?![》〉]|实施|办法|条例|细则|若干|[（(])"
    wording = {
        "zh": "法规全称“{found}”应加书名号：“{better}”。",
        "en": "The full name of a law stands in title marks: “{better}” for “{found}”.",
    }

    def is_fault(self, hit: Hit) -> bool:
        is_marked = is_within(hit, "《", "》") or is_within(hit, "〈", "〉")
        return not is_marked and hit.path[0] != "attachments"

    def mended(self, path: Path, text: str) -> str:
        new = super().mended(path, text)
        return new if "》、《" in text else new.replace("》、《", "》《")


_SAID_TWICE: Final = frozenset(
    {
        *(
            "研究",
            "讨论",
            "商量",
            "学习",
            "交流",
            "活动",
            "休息",
            "考虑",
            "了解",
            "熟悉",
            "锻炼",
            "加油",
            "谢谢",
        ),
        *(
            "组织",
            "代表",
            "领导",
            "服务",
            "教育",
            "管理",
            "指导",
            "工作",
            "培训",
            "监督",
            "帮助",
            "关心",
            "宣传",
        ),
        *(
            "调查",
            "检查",
            "督促",
            "报告",
            "计划",
            "建设",
            "保障",
            "慰问",
            "表彰",
            "联系",
            "通知",
            "规范",
            "安排",
        ),
        *(
            "中学",
            "小学",
            "大学",
            "医院",
            "党员",
            "会员",
            "委员会",
            "很多",
            "许多",
            "非常",
            "十分",
            "两个",
            "多少",
        ),
        *(
            "来来",
            "去去",
            "仅仅",
            "渐渐",
            "常常",
            "纷纷",
            "一个",
            "几个",
            "逐个",
            "个个",
            "点点",
            "层层",
            "家家",
        ),
    }
)
"""What may rightly come twice: verbs (研究研究), and nouns that begin the next word (委员会委员会议, 组织组织职工)."""
_CHINESE_FIGURES: Final = frozenset("〇零一二三四五六七八九十百千万两")
_LONG: Final = 3
_AGAIN: Final = (
    rf"(?P<verb>协调|调解|化解|处理|解决|维护|保障|保护)[{HAN}]{{0,4}}(?:关系|矛盾|纠纷|争议|利益|权益|事故|事务|问题)(?P=verb)"
    r"(?=[，。；、！]|$)"
)
"""A verb before its object and behind it again: 协调劳动关系协调."""


class DoubledWords(ProseRule):
    """
    Reports words of two characters or more that stand twice in a row, 的的, and a verb that comes again behind its object:
    统一到统一到, 协调劳动关系协调.

    ## Why is this bad?

    A slip of copying; whoever prints the plan unread is seen to have done so.

    ## Example

    ```yaml
    - 把思想统一到统一到服务职工上来。
    ```

    Use instead:

    ```yaml
    - 把思想统一到服务职工上来。
    ```

    ## Known limits

    Verbs that may be doubled (研究研究) and nouns that also begin a word (委员会委员会议) are known by a list. Only
    repetitions of three characters or more are mended, 的的, and a verb told again, of which eight are known.
    """

    code = "UK841"
    slug = "doubled-words"
    title_zh = "字词重复"
    title_en = "words that stand twice"
    severity = Severity.WARNING
    basis = CONVENTION
    gathers = False
    fixable = True
    pattern = rf"([{HAN}]{{2,8}})\1|(?<![目标])的的(?!确)|{_AGAIN}"
    wording = {
        "zh": "“{around}”中的“{found}”重复了。",
        "en": "“{found}” in “{around}” says the same twice.",
    }

    def is_fault(self, hit: Hit) -> bool:
        word = hit.match[1]
        if word is None:
            return not (hit.match["verb"] and {"的", "和", "与", "及", "并"} & set(hit.words))
        if len(set(word)) == 1 or set(word) <= _CHINESE_FIGURES:
            return False
        turns = {word[at:] + word[:at] for at in range(len(word))}  # a match may begin a character early
        return not (turns & _SAID_TWICE or word.startswith("一") or hit.text[: hit.start].endswith("一"))

    def better(self, hit: Hit) -> str | None:
        if hit.match["verb"]:
            return hit.words.removesuffix(hit.match["verb"])
        word = hit.match[1] or "的"
        return word if len(word) >= _LONG or word == "的" else None


class FirstPersonSingular(ProseRule):
    """
    Reports sentences in which one person speaks: 我将, 本人作为, 自己在.

    ## Why is this bad?

    The plan is that of a union; such a sentence was pasted from somebody's own plan or report.

    ## Example

    ```yaml
    - 本学期，我将做好会员服务。
    ```

    Use instead:

    ```yaml
    - 本学期，工会将做好会员服务。
    ```

    ## Known limits

    It goes by what stands at the beginning of a clause. What is quoted passes, and 我们, 我校 or 本人 of whoever applies.
    """

    code = "UK844"
    slug = "first-person-singular"
    title_zh = "用了第一人称单数"
    title_en = "one person speaks"
    pattern = (
        rf"(?:^[{SPACE}]*|(?<=[，。；：,;:]))(?:我(?=将|要|认为|觉得|希望|决心|作为|负责|的工作)"
        "|本人(?=将|作为|认为|决心|负责|从事|担任|继续|在工作))"
        "|我(?:自己|个人)|(?<=[期年])自己(?=在|将|要)"
    )
    wording = {
        "zh": "“{around}”是个人的口气；工会的计划请以工会的名义写。",
        "en": "“{around}” is one person speaking; the plan is that of the union.",
    }

    def is_fault(self, hit: Hit) -> bool:
        selfless = hit.text[: hit.start].endswith("自")
        return not (selfless or is_within(hit, "“", "”") or re.search(r'"[^"]*$', hit.text[: hit.start]))


RULES: Final[tuple[Rule, ...]] = (LawNameWithoutMarks(), DoubledWords(), FirstPersonSingular())
