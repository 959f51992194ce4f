"""Rules about what a copied sample leaves behind: gaps, other organizations, another sector's words, website noise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final, cast

import attrs

from unionkit.model import Activity, Goal, Organization, Path, Plan, Result, WelfareMeasure

from . import _leftovers_congresses, _leftovers_counts, _leftovers_names, _leftovers_terms, _leftovers_times
from ._finding import Finding, Severity, Silence, Worded
from ._fix import text_fix
from ._leftovers_lexicon import any_of, entry_of, from_lexicon, table
from ._privacy import HARDSHIP, SURNAMES
from ._rule import CONVENTION, Check, Rule, TextRule, compiled
from ._survey import Hit, Passage
from ._words import is_quoted, sentence

_HAN: Final = r"[\u4e00-\u9fff]"
_NUMERAL: Final = "[一二三四五六七八九零○〇]"
_GAP: Final = r"[xX×*_]"
_MASK: Final = (
    rf"(?<![A-Za-z\d])(?:(?:20|19)?{_GAP}{{1,4}}年)?{_GAP}{{1,4}}月{_GAP}{{1,4}}日"  # x月x日, __月__日
    rf"|(?<![A-Za-z\d])(?:20|19)?{_GAP}{{1,4}}年{_GAP}{{1,4}}月"
    r"|(?<!\d)(?:20|19)(?:[xX×]{1,2}|\*{1,2}|-{1,2}|_{1,2})(?=年|下|上|学)"  # 20xx年, 20--年
    r"|(?<!\d)(?:20|19)[xX×]{2}(?![A-Za-z\d×])"  # 20xx-20xx学年
    r"|(?<![A-Za-z\d])[xX×]{2,}(?![A-Za-z\d])"  # xx届, xx年
    r"|(?<![A-Za-z\d])[xX×](?=[年月日届])"  # x月x日
    rf"|(?<={_HAN})-{{2}}(?={_HAN})"  # 邓--理论
    rf"|\*{{2,}}(?={_HAN})|(?<={_HAN})\*{{2,}}"  # **中学
    rf"|(?<={_HAN})\*(?={_HAN})"  # 张*同志
    rf"|_{{2,}}|某某+|(?<!{_NUMERAL})[○〇]{{2,}}(?!{_NUMERAL})"
)

_BLANK: Final = (
    r"[（(〔][ \u3000]{0,12}[）)〕]"  # （ ）
    r"|年[ \u3000]{1,12}月[ \u3000]{1,12}日|年[ \u3000]{2,12}月"  # 年  月  日
    r"|第[ \u3000]{2,12}[届次条]"
    r"|[〔【［\[（(](?:待填|待补充?|待定稿|(?:请|在)?此处|请(?:填写?|输入|补充|插入)|填写)[^〕】］\]）)\n]{0,20}[〕】］\]）)]"
    r"|[〔【［\[](?:你|您|本|贵)?(?:单位|学校|企业|公司|社区|工会|部门|领导|主席|职工)?(?:名称|全称|姓名|简称)[〕】］\]]"
    r"|(?:在)?此处(?:填写|填入|插入)|请自行(?:填写|补充|修改|替换)"
    r"|\{\{[^{}\n]{0,40}\}\}|←|(?<![A-Za-z])(?:TODO|TBD)(?![A-Za-z])"
)

_PROSE: Final = {
    Organization: ("name", "parent"),
    Goal: ("indicator", "scope", "owner"),
    Result: ("indicator", "scope", "owner"),
    Activity: ("title", "place", "owner"),
    WelfareMeasure: ("title", "fund", "owner"),
}
"""Attributes that are printed as part of a generated wording."""


_SIGNED: Final = r"(?:签名|签字|签章|盖章|签收)[^，。；\n]{0,20}$|(?:意见栏[：:（( ]{0,2}|(?:意见|编号|文号)[：:（( ]{1,2})$"
"""What stands before a line that is to be filled in by hand when the paper is used."""


class _GapRule(TextRule):
    """Gaps in prose, and in the attributes that are printed as part of a generated wording."""

    nodes = (Passage, *_PROSE)

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        """Yield the gaps of an item, or of one text."""
        if isinstance(node, Passage):
            yield from super().check(node, check)
        elif "facts" not in check.path[-2:]:
            for field in attrs.fields(cast("type[Any]", type(node))):
                if field.name in _PROSE[type(node)]:
                    text = getattr(node, field.name)
                    path = (*check.path, field.metadata.get("key", field.name))
                    for match in compiled(self.pattern).finditer(text):
                        yield from self.found(Hit(path, text, *match.span(), match), check)

    def found(self, hit: Hit, check: Check) -> Iterator[Finding | Silence]:  # noqa: ARG002 -- as the base class
        """Yield the gap, unless it is a line to sign on, or a name left out on purpose."""
        if not compiled(_SIGNED).search(hit.text[: hit.start]) and not _is_kept_back(hit):
            yield self.finding(hit.path, words=hit.words, nth=hit.nth, mask=hit.words, around=hit.around())


def _is_kept_back(hit: Hit) -> bool:
    """Whether a surname stands before the mask, in a sentence about illness or need: 李某某同志患病."""
    name = compiled(rf"[{SURNAMES}]$").search(hit.text[: hit.start])
    return name is not None and bool(compiled(HARDSHIP).search(sentence(hit.text, hit.start, hit.end)))


class MaskedText(_GapRule):
    """
    Reports what a website masked in a sample: 20xx年, xx届, --年, **中学, 某某.

    ## Why is this bad?

    The plan was copied and the gap was not filled; the reader sees at once that it is nobody's plan.

    ## Example

    ```yaml
    - 20xx年下半年，工会将继续做好本职工作。
    ```

    Use instead:

    ```yaml
    - 2026年下半年，工会将继续做好本职工作。
    ```

    ## Known limits

    A name that really holds two capital X or two asterisks is reported too. A surname with 某某 in a sentence about
    illness or need is masked on purpose and passes (see UK765), as do lines to sign on and numbers that come later. A
    fact of a paragraph repeats its words and is not looked at again.
    """

    code = "UK701"
    slug = "masked-text"
    title_zh = "范文遮盖未填"
    title_en = "masked text of a sample"
    severity = Severity.WARNING
    basis = CONVENTION
    pattern = _MASK
    wording = {
        "zh": "“{around}”中的“{mask}”是范文留下的遮盖；请填上实际内容。",
        "en": "“{mask}” in “{around}” was left by a sample; fill in what belongs there.",
    }


class UnfilledBlank(_GapRule):
    """
    Reports a blank that was to be filled in: empty brackets, 年  月  日 with nothing between, 〔待填〕, 【单位名称】,
    此处填写, the ← of our own starter plans.

    ## Why is this bad?

    A form was begun and not finished. What is missing is mostly what matters: a day, a figure, a name.

    ## Example

    ```yaml
    - 第三季度召开（  ）次工会委员会会议。
    ```

    Use instead:

    ```yaml
    - 第三季度召开2次工会委员会会议。
    ```

    ## Known limits

    Lines to write on (____) are masks (UK701); those to sign on pass. A fact of a paragraph repeats its words and is
    not looked at again.
    """

    code = "UK702"
    slug = "unfilled-blank"
    title_zh = "空白未填"
    title_en = "blank not filled in"
    severity = Severity.WARNING
    basis = CONVENTION
    pattern = _BLANK
    wording = {
        "zh": "“{around}”中的“{mask}”是待填的空白；请填上内容，或删去。",
        "en": "“{mask}” in “{around}” is a blank; fill it in, or delete it.",
    }


_KINDS: Final = {
    "school": "中学|小学|大学|学院|学校|幼儿园|职校|技校",
    "enterprise": "公司|集团|厂|矿",
    "community": "社区",
    "town": "镇|乡|街道",
}
"""How names of units end, by the sector of those that are alike."""
_NOT_A_NAME: Final = frozenset(
    "与和同向对由请邀赴到按据在从为被把将使让各本我全某每该其此及等、的是做抓以所级区市县省总个家了过着已要"
)
"""Signs of words that are no part of a name: 各中学工会, 与桥东小学工会, 按区教育工会."""


_VERBS: Final = (
    *(
        "成立",
        "组建",
        "推荐",
        "慰问",
        "走访",
        "表彰",
        "指导",
        "协助",
        "支持",
        "帮助",
        "参加",
        "承办",
        "配合",
        "服务",
    ),
    *(
        "建设",
        "加强",
        "完善",
        "推进",
        "创建",
        "巩固",
        "扩大",
        "宣传",
        "学习",
        "听取",
        "检查",
        "督促",
        "召开",
        "落实",
    ),
)


class OtherOrganization(TextRule):
    """
    Reports the full name of another school's, firm's, neighbourhood's or town's union where a sentence begins with it,
    or the title does, as if it were the union whose plan it is.

    ## Why is this bad?

    The name in the text was not changed when the plan was copied. It is the one mistake that nobody forgives.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, sector: school}
    content:
      - 下半年，桥东中学工会在学校党组织领导下开展工作。
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, sector: school}
    content:
      - 下半年，清河中学工会在学校党组织领导下开展工作。
    ```

    ## Known limits

    Only units of the plan's own kind count, and only where a clause begins with the name: partners (与桥东中学工会联合),
    names in lists and unions above are not meant. The signature is UK152's affair. Short forms of the own name pass (清河一中 for 清河市第一中学), and
    names with a sign that mostly belongs to no name (和, 同, 为) are not seen. Plans of federations name many unions and
    are not looked at.
    """

    code = "UK703"
    slug = "other-organization"
    title_zh = "出现别的单位名称"
    title_en = "name of another organization"
    severity = Severity.WARNING
    basis = CONVENTION
    needs = ("organization.name", "organization.sector")
    sectors = frozenset(_KINDS)
    pattern = (
        r"(?:^|[。；])(?:\d{4}年)?(?:[上下]半年[，,]?)?(?:本?学期[，,]?)?"
        rf"(?P<name>[\u4e00-\u9fff]{{2,14}}?(?:{'|'.join(_KINDS.values())}))(?:总)?工会(?![、和与及等联的])"
    )
    wording = {
        "zh": "这里说的是“{name}”，而本计划的单位是“{ours}”；若是抄来的，请改成本单位。",
        "en": "This speaks of “{name}”, but the plan is that of “{ours}”; if it was copied, put your own name.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it unless it may be the own name, or no name at all."""
        ours, name = check.plan.organization, hit.match["name"]
        if hit.path == ("signature",):
            return  # that one is UK152's affair
        own = f"{ours.name}{ours.parent}"
        if (
            name.endswith(tuple(_KINDS[ours.sector].split("|")))
            and _NOT_A_NAME.isdisjoint(name)
            and not name.startswith(_VERBS)
            and not _is_short_for(name, own)
            and not _is_short_for(ours.name.removesuffix("委员会").removesuffix("工会"), name)
        ):
            nth = hit.text.count(name, 0, hit.text.find(name, hit.start)) + 1
            yield self.finding(hit.path, words=name, nth=nth, name=name, ours=ours.name)


def _is_short_for(short: str, full: str) -> bool:
    """Whether all signs of a name stand in another one in this order: 清河一中 in 清河市第一中学."""
    signs = iter(full)
    return all(sign in signs for sign in short)


_PROVINCES: Final = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南"
    "|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆"
)
_WITH_OTHERS: Final = "与|同|赴|到|向|接受|参加|配合|项目部|长三角|京津冀|珠三角|大湾区|学习|交流|对口|援|协作|邀请|兄弟|联合|外地|参观|考察|借鉴|来自|《|印发|讲话|转发|参照|参考|做法|经验|先进"


class OtherProvince(TextRule):
    """
    Reports the Party committee, government, union federation or education office of another province than that of the
    organization (`region`).

    ## Why is this bad?

    Whose decisions a plan carries out shows where it was written. Those of another province bind nobody here.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, region: 山东省}
    content:
      - 认真落实江苏省总工会的工作部署。
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, region: 山东省}
    content:
      - 认真落实山东省总工会的工作部署。
    ```

    ## Known limits

    Sentences about visits, exchange, aid or partners pass, what one takes part in, and papers that are quoted; so do the
    schools and halls of a federation. Told once it is a hint only. Cities are not known.
    """

    code = "UK704"
    slug = "other-province"
    title_zh = "出现外省的机关"
    title_en = "bodies of another province"
    severity = Severity.WARNING
    basis = CONVENTION
    needs = ("organization.region",)
    pattern = (
        rf"(?P<name>{_PROVINCES})(?:省|市|(?:壮族|回族|维吾尔)?自治区)?"
        "(?:委(?!员|托|派)|人民政府|政府|总工会|总(?=[的、和关工部十])|教育厅|教育工会|人社厅)"
        "(?!职工大学|干部学[校院]|[工职]?[工人]*文化宫|[\u4e00-\u9fff]{0,4}(?:疗休?养院|大学|学院))"
    )
    wording = {
        "zh": "“{quoted}”不在本单位所在的{region}；多半是范文的上级，请改成本省的。",
        "en": "“{quoted}” is not in {region}, where the organization is; it was probably above the author of a sample:"
        " put your own.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it unless it is the own one, or the sentence is about others; as a hint where it stands alone."""
        region = check.plan.organization.region
        if _is_foreign(hit, region):
            hits = check.survey.hits(compiled(self.pattern))
            alone = sum(_is_foreign(each, region) for each in hits) <= 1
            told = self.finding(hit.path, words=hit.words, nth=hit.nth, quoted=hit.words, region=region)
            yield attrs.evolve(told, severity=Severity.INFO) if alone else told


def _is_foreign(hit: Hit, region: str) -> bool:
    """Whether a body is of another province, and the sentence not about dealings with it."""
    about = sentence(hit.text, hit.start, hit.end)
    return not region.startswith(hit.match["name"]) and not compiled(_WITH_OTHERS).search(about)


_ALIKE: Final = 2
"""So many different ideas of another sector, in as many sentences, make it sure that they were copied."""


@cache
def _words_of_sectors() -> re.Pattern[str]:
    worlds = table("sectors")["worlds"].values()
    return compiled("|".join(idea for world in worlds for idea in (*world["strong"], *world.get("weak", ()))))


class OtherSectorWords(Rule):
    """
    Reports words of another sector, where a plan has at least two of them, and not in one sentence only: school words
    (教职工, 校务公开, 师德) in the plan of a neighbourhood, an enterprise or an agency, industrial ones (车间, 安监部门, 职业病) in
    that of a school, and those of neighbourhoods (居务公开, 居委会) in either.

    ## Why is this bad?

    A paragraph of somebody else's plan stands in this one. What it promises cannot be done here.

    ## Example

    ```yaml
    organization: {name: 梧桐里社区工会, sector: community}
    content:
      - 加强教职工思想工作。深化校务公开。
    ```

    Use instead:

    ```yaml
    organization: {name: 梧桐里社区工会, sector: community}
    content:
      - 加强会员思想工作。深化居务公开。
    ```

    ## Known limits

    One such word alone may be meant (a school's workshop is a 车间), and so may a single sentence (a day of pupils in a
    workshop). Towns and federations have all sectors under them;
    only the plan of a federation that calls itself an education union (教育工会) at its beginning is taken as a school's.
    Agencies of education speak of schools: an agency with 教育 in its name is left out.
    """

    code = "UK705"
    slug = "other-sector-words"
    title_zh = "混入其他行业的用语"
    title_en = "words of another sector"
    severity = Severity.WARNING
    basis = CONVENTION
    gathers = True
    nodes = (Plan,)
    needs = ("organization.sector",)
    wording = {
        "zh": "“{words_found}”是{world}的用语，不像本单位的事；请核对是否从别处抄来，并改写或删去。",
        "en": "“{words_found}”: these are words of {world}, not of this organization; see whether they were copied, and"
        " rewrite or delete them.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- all is in the survey
        """Yield a finding for each such word of a text, which the engine gathers."""
        for told, ours in _worlds(check):
            words = "、".join(dict.fromkeys(hit.words for hit in ours))
            seen: set[tuple[Path, str]] = set()
            for hit in ours:
                if (hit.path, hit.words) not in seen:
                    seen.add((hit.path, hit.words))
                    yield self.finding(
                        hit.path,
                        words=hit.words,
                        nth=hit.nth,
                        words_found=words,
                        world=Worded(told["title"], told["title_en"]),
                    )


def _worlds(check: Check) -> list[tuple[dict[str, Any], list[Hit]]]:
    """Return the worlds whose words stand in a plan that is not of them, each with the words; found once for a plan."""
    return check.survey.once("words of other sectors", lambda _: list(_worlds_of(check)))


def _worlds_of(check: Check) -> Iterator[tuple[dict[str, Any], list[Hit]]]:
    tables = table("sectors")
    foreign = tables["foreign"].get(_sector_of(check), ())
    hits = list(check.survey.hits(_words_of_sectors())) if foreign else []
    for world in foreign:
        told = tables["worlds"][world]
        strong = {word: idea for idea in told["strong"] for word in idea.split("|")}
        weak = {word for idea in told.get("weak", ()) for word in idea.split("|")}
        ours = [hit for hit in hits if hit.words in strong or hit.words in weak]
        ideas = {strong[hit.words] for hit in ours if hit.words in strong}
        if min(len(ideas), len({_place(hit) for hit in ours})) >= _ALIKE:
            yield told, ours


def _place(hit: Hit) -> tuple[Path, str]:
    """Return which sentence of which text a hit stands in."""
    return hit.path, sentence(hit.text, hit.start, hit.end)


def _sector_of(check: Check) -> str:
    """Return the sector whose words are looked for; ``education`` for a federation that is an education union."""
    ours = check.plan.organization
    if ours.sector == "agency" and "教育" in ours.name:
        return ""
    if ours.sector != "federation":
        return ours.sector
    opening = (ours.name, check.plan.title or "", *(text[:60] for _, text in check.survey.passages[:3]))
    return "education" if any("教育工会" in text for text in opening) else ""


class SelfOfAnotherSector(TextRule):
    """
    Reports how another kind of unit speaks of itself: 我校 in the plan of an enterprise, 本公司 in that of a school.

    ## Why is this bad?

    The reader stops at the first 我校 that is no school, and takes nothing else in the plan for meant.

    ## Example

    ```yaml
    organization: {name: 青禾机械公司工会, sector: enterprise}
    content:
      - 我校工会将办好职工书屋。
    ```

    Use instead:

    ```yaml
    organization: {name: 青禾机械公司工会, sector: enterprise}
    content:
      - 公司工会将办好职工书屋。
    ```

    ## Known limits

    What stands in quotation marks passes, and a sentence of which UK705 tells. A school may speak of the town that it
    is in (我镇).
    """

    code = "UK706"
    slug = "self-of-another-sector"
    title_zh = "自称与单位类型不符"
    title_en = "the unit calls itself something else"
    severity = Severity.WARNING
    basis = CONVENTION
    needs = ("organization.sector",)
    pattern = from_lexicon(lambda: any_of(table("sectors")["selves"], "words"))
    wording = {
        "zh": "“{around}”中自称“{own}”，那是{whose}的说法，与本单位的类型不符；请改成本单位。",
        "en": "“{own}” in “{around}” is how {whose} speaks of itself; put your own.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it where the sector cannot be the one that speaks so."""
        entry = entry_of(hit, table("sectors")["selves"])
        told = {_place(each) for _, ours in _worlds(check) for each in ours}
        if check.plan.organization.sector in entry["not"] and not is_quoted(hit) and _place(hit) not in told:
            whose = Worded(entry["title"], entry["title_en"])
            yield self.finding(
                hit.path, words=hit.words, nth=hit.nth, own=hit.words, around=hit.around(), whose=whose
            )


_MARKED: Final = (
    r"[\[【［][^\[\]【】［］\n]{0,20}(?:收集整理|网站整理|本站|转载|网整理)[^\[\]【】［］\n]{0,10}[\]】］]"
)
_NOISE: Final = (
    rf"(?P<cut>{_MARKED}|篇[一二三四五六七八九十\d]{{1,3}}$)"
    r"|本(?:文|文档|资料|范文|站)由[^。\n]{1,30}?(?:整理|提供|收集|发布)"
    r"|[A-Za-z0-9.\-]{2,40}\.(?:com|cn|net|org)(?![A-Za-z])"
    r"|免费下载|点击(?:下载|查看全文|阅读全文)|转载请注明|版权所有|未经(?:授权|许可)[^。\n]{0,6}转载"
    r"|更多(?:优质|精彩|相关)?范文|(?:优质|精选|热门|相关|最新)范文|范文(?:大全|网|参考|模板)"
    r"|(?:上一篇|下一篇|相关阅读|推荐阅读|阅读量|浏览次数)[:：]|网友还(?:浏览|关注|看|阅读)"
    r"|百度文库|豆丁网|道客巴巴|小编(?:为|给|整理|推荐|今天|带来)|以上(?:就)?是[^。\n]{0,20}全部内容|©"
)
_OWN_SITE: Final = "登录|访问|报名|网址|平台|公众号|邮箱|投稿|官网|信箱|@"


class WebsiteNoise(TextRule):
    """
    Reports what the website of a sample left in the text: 由网站收集整理, 免费下载, 更多范文, 转载请注明, an address, 篇三 at the
    end of the title.

    ## Why is this bad?

    It tells everybody where the plan comes from.

    ## Example

    ```yaml
    title: 工会下半年工作计划篇三
    content: []
    ```

    Use instead:

    ```yaml
    title: 工会下半年工作计划
    content: []
    ```

    ## Known limits

    An address passes where the sentence tells to visit it or to enrol there. Reading old plans (`unionkit import`) cuts
    most of this already. A mark in brackets and the number of a sample are cut by the fix; the rest is left to you.
    """

    code = "UK707"
    slug = "website-noise"
    title_zh = "残留网站字样"
    title_en = "what a website left in the text"
    severity = Severity.WARNING
    basis = CONVENTION
    fixable = True
    pattern = _NOISE
    wording = {
        "zh": "“{noise}”是网站留下的，不是计划的内容；请删去。",
        "en": "“{noise}” was left by a website and is no part of the plan; delete it.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it unless it is the union's own address, or a 篇 that is no number of a sample."""
        if hit.words.startswith("篇") and hit.path != ("title",):
            return
        if compiled(_OWN_SITE).search(sentence(hit.text, hit.start, hit.end)) and "." in hit.words:
            return
        rest = hit.text[: hit.start] + hit.text[hit.end :]
        fix = text_fix(check.plan, hit.path, rest) if hit.match["cut"] and rest.strip() else None
        yield self.finding(hit.path, words=hit.words, nth=hit.nth, fix=fix, noise=hit.words)


RULES: Final[tuple[Rule, ...]] = (
    *(MaskedText(), UnfilledBlank(), OtherOrganization(), OtherProvince()),
    *(OtherSectorWords(), SelfOfAnotherSector(), WebsiteNoise()),
    *_leftovers_times.RULES,
    *_leftovers_congresses.RULES,
    *_leftovers_counts.RULES,
    *_leftovers_names.RULES,
    *_leftovers_terms.RULES,
)
