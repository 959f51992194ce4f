"""Names that nobody contributes, plugins that fail, templates that cannot be rendered."""

from __future__ import annotations

from typing import ClassVar

from ._base import Lang, Place, UnionkitError, printable, worded


class UnknownPackError(UnionkitError, LookupError):
    """
    No installed template pack has the requested name.

    Attributes:
        name: The name asked for.

        installed: Names of the installed packs, sorted.

        place: Where a plan file asks for it, or None.
    """

    code = "UK041"

    name: str
    installed: tuple[str, ...]
    place: Place | None

    def message(self, lang: Lang = "zh") -> str:
        """Name the pack that was probably meant, or say how to install one and how to do without."""
        from difflib import get_close_matches  # noqa: PLC0415 -- only a mistake pays for it

        where = f"{self.place}: " if self.place else ""
        have = worded(self.installed, lang)
        near = "".join(get_close_matches(self.name, self.installed, n=1))
        if lang == "zh":
            advice = (
                f"是不是“{near}”？"
                if near
                else "请安装它的发行包（通常名为 unionkit-pack-名称），或用 --pack neutral 不用模板包。"
            )
            return f"{where}没有名为“{self.name}”的模板包；已安装：{have}。{advice}"
        advice = (
            f"Did you mean “{near}”?"
            if near
            else "Install its distribution (usually unionkit-pack-NAME), or do without by --pack neutral."
        )
        return f"{where}No template pack is called “{self.name}”; installed: {have}. {advice}"


class UnservedSectorError(UnionkitError, LookupError):
    """
    No installed template pack serves the sector.

    Attributes:
        sector: The sector asked for.

        served: The sectors that installed packs serve, sorted.
    """

    code = "UK065"

    sector: str
    served: tuple[str, ...]

    def message(self, lang: Lang = "zh") -> str:
        """Say how to install one, and which sectors are served."""
        served = worded(self.served, lang)
        if lang == "zh":
            return (
                f"没有为“{self.sector}”行业安装模板包；已有模板包的行业：{served}。"
                f"请安装它的发行包（通常名为 unionkit-pack-{self.sector}）。"
            )
        return (
            f"No installed template pack serves the sector “{self.sector}”; served: {served}. "
            f"Install its distribution (usually unionkit-pack-{self.sector})."
        )


class AmbiguousSectorError(UnionkitError, LookupError):
    """
    Several installed template packs serve the sector, so that it does not say which is meant.

    Attributes:
        sector: The sector asked for.

        packs: Names of the packs that serve it, sorted.
    """

    code = "UK066"

    sector: str
    packs: tuple[str, ...]

    def message(self, lang: Lang = "zh") -> str:
        """Name the packs, and how to choose one."""
        packs = worded(self.packs, lang)
        if lang == "zh":
            return (
                f"有 {len(self.packs)} 个模板包服务于“{self.sector}”行业：{packs}；请用 --pack 写明用哪一个。"
            )
        return f"{len(self.packs)} template packs serve the sector “{self.sector}”: {packs}; name one with --pack."


class PackFormatError(UnionkitError, ValueError):
    """
    A format that only plans of one pack can be printed in, and another plan.

    Attributes:
        format: Name of the format.

        pack: The pack that it belongs to.

        found: The pack of the plan; empty for none.
    """

    code = "UK067"

    format: str
    pack: str
    found: str

    def message(self, lang: Lang = "zh") -> str:
        """Say which plans it prints, and how to print this one all the same."""
        if lang == "zh":
            found = f"这份计划用的是“{self.found}”" if self.found else "这份计划没有用模板包"
            return f"格式“{self.format}”只打印模板包“{self.pack}”的计划，{found}；换一种格式，或加上 --pack {self.pack}。"
        found = f"this one is of “{self.found}”" if self.found else "this one is of none"
        return (
            f"The format “{self.format}” prints plans of the pack “{self.pack}” only, and {found}; "
            f"take another format, or add --pack {self.pack}."
        )


class UnusableProjectError(UnionkitError, ValueError):
    """
    A project of a pack that cannot be checked.

    Attributes:
        file: The file or requirement concerned.

        reason_zh: Why, and what to do, in Chinese.

        reason_en: The same in English.
    """

    code = "UK069"
    zh = "{file}：{reason_zh}。"
    en = "{file}: {reason_en}."

    file: str
    reason_zh: str
    reason_en: str


class NoSchoolTermsError(UnionkitError, LookupError):
    """
    A starter plan for a school term, of a pack whose starters are for half years only.

    Attributes:
        pack: Name of the pack.
    """

    code = "UK068"
    zh = "模板包“{pack}”没有学期的起始计划；请改用 half（半年）。"
    en = "The pack “{pack}” has no starter plan for school terms; ask for a half year (half)."

    pack: str


def _where(place: Place | None, source: str) -> str:
    """What stands before a message: a place in a plan file, or what else is at fault."""
    named = str(place) if place is not None else source
    return f"{printable(named)}: " if named else ""


class _UnknownError(UnionkitError, LookupError):
    """Something asked for by a name that nobody contributes."""

    zh_what: ClassVar[str] = ""
    en_what: ClassVar[str] = ""

    name: str
    known: tuple[str, ...]

    def message(self, lang: Lang = "zh") -> str:
        """Name what would have worked."""
        known = worded(self.known, lang)
        if lang == "zh":
            return f"没有名为“{self.name}”的{self.zh_what}；可用：{known}。"
        return f"There is no {self.en_what} called “{self.name}”; known: {known}."


class UnknownFormatError(_UnknownError):
    """No renderer writes the requested format."""

    code = "UK042"
    zh_what = "输出格式"
    en_what = "output format"


class UnknownReaderError(UnionkitError, LookupError):
    """
    No reader takes this kind of file.

    Attributes:
        name: Ending or name of the kind.

        known: What can be read.
    """

    code = "UK043"
    zh = "读不了“{name}”这类文件；可以读：{known}。请先另存为纯文本（.txt，UTF-8）。"
    en = "Files of the kind “{name}” cannot be read; those that can: {known}. Save it as plain text (.txt, UTF-8) first."

    name: str
    known: tuple[str, ...]


class UnknownSectionError(UnionkitError, LookupError):
    """
    A layout or paper names a section that nobody contributes.

    Attributes:
        name: The name asked for.

        known: Names of the sections that there are.

        place: Where a plan file asks for it, or None.

        source: What else asks for it: a layout file, a pack or one of its papers; empty when a program does.
    """

    code = "UK044"

    name: str
    known: tuple[str, ...]
    place: Place | None
    source: str

    def __init__(
        self, name: str, known: tuple[str, ...], place: Place | None = None, source: str = ""
    ) -> None:
        super().__init__(name, known, place, source)

    def message(self, lang: Lang = "zh") -> str:
        """Name the sections that were probably meant, and all others."""
        from difflib import get_close_matches  # noqa: PLC0415 -- only a mistake pays for it

        where, name, known = (
            _where(self.place, self.source),
            worded(self.name, lang),
            worded(self.known, lang),
        )
        near = [f"“{each}”" for each in get_close_matches(self.name, self.known)]
        if lang == "zh":
            advice = f"是不是{'、'.join(near)}？" if near else ""
            return f"{where}没有名为“{name}”的章节。{advice}可用：{known}。"
        advice = f"Did you mean {', '.join(near)}? " if near else ""
        return f"{where}There is no section called “{name}”. {advice}Known: {known}."


class RepeatedSectionError(UnionkitError, ValueError):
    """
    A layout or paper names a section twice; nobody can say which of the two places is meant.

    Attributes:
        name: The name.

        place: Where a plan file names it the second time, or None.

        source: What else names it: a layout file, a pack or one of its papers; empty when a program does.
    """

    code = "UK057"

    name: str
    place: Place | None
    source: str

    def message(self, lang: Lang = "zh") -> str:
        """Ask for one of the two places."""
        where, name = _where(self.place, self.source), worded(self.name, lang)
        if lang == "zh":
            return f"{where}章节“{name}”写了不止一次；每个章节只打印一次，请只留一处。"
        return (
            f"{where}The section “{name}” is named more than once; each is printed once, so keep one of them."
        )


class UnknownPaperError(_UnknownError):
    """The plan's pack has no such paper."""

    code = "UK045"
    zh_what = "专用文书"
    en_what = "paper"


class UnknownExecutorError(_UnknownError):
    """No executor has the requested name."""

    code = "UK046"
    zh_what = "执行器"
    en_what = "executor"


class UnknownRuleError(UnionkitError, LookupError):
    """
    No rule has the code, slug or family that was named.

    Attributes:
        name: What was named.

        known: Every name that there is.
    """

    code = "UK050"

    name: str
    known: tuple[str, ...]

    def message(self, lang: Lang = "zh") -> str:
        """Name the nearest ones; there are too many to name them all."""
        from difflib import get_close_matches  # noqa: PLC0415 -- only a mistake pays for it

        near = [f"“{each}”" for each in get_close_matches(self.name, self.known)]
        name = worded(self.name, lang)
        if lang == "zh":
            advice = f"是不是{'、'.join(near)}？" if near else ""
            return f"没有规则“{name}”。{advice}unionkit rules 列出全部规则。"
        advice = f"Did you mean {', '.join(near)}? " if near else ""
        return f"There is no rule “{name}”. {advice}unionkit rules lists them all."


class UnknownPluginError(_UnknownError):
    """A plugin was disabled by a name that no installed plugin has."""

    code = "UK047"
    zh_what = "插件"
    en_what = "plugin"


class MissingStarterError(UnionkitError, LookupError):
    """A pack has no starter plan for the half year asked for."""

    code = "UK048"
    zh = "模板包“{pack}”没有第 {half} 个半年的起始计划。"
    en = "The pack “{pack}” has no starter plan for half {half}."

    pack: str
    half: int


class NameClashError(UnionkitError, ValueError):
    """
    Two plugins contribute the same name; nobody can say which is meant.

    Attributes:
        what: The kind of thing (`section`, `renderer` …).

        name: The name.

        first: The plugin that came first; of two plugins of one name, its distribution and version.

        second: The plugin that came second, likewise.
    """

    code = "UK051"
    zh = "插件“{first}”与“{second}”都提供名为“{name}”的 {what}；请停用其中一个（命令行用 --without 名称，程序里用 disabled），或请作者改名。"
    en = "The plugins “{first}” and “{second}” both contribute a {what} called “{name}”; leave one of them out (--without NAME, or disabled in programs), or ask an author to rename."

    what: str
    name: str
    first: str
    second: str


_JOBS = {"import": "导入", "section": "生成章节", "render": "打印", "read": "读取"}
"""The jobs of plugins in Chinese; names of hooks and files stay."""


class PluginError(UnionkitError, RuntimeError):
    """
    A plugin that failed: to import, to answer a hook, or at work.

    Attributes:
        plugin: Its name.

        version: Distribution and version, or an empty text.

        step: What it was doing: `import`, the name of a hook, or a job such as `render ics`.

        reason: The error that it raised, by type and text.
    """

    code = "UK052"

    plugin: str
    version: str
    step: str
    reason: str

    def message(self, lang: Lang = "zh") -> str:
        """Name the plugin, what it was doing, and what went wrong."""
        if lang == "zh":
            source = f"（{self.version}）" if self.version else ""
            job, _, rest = self.step.partition(" ")
            step = f"{_JOBS[job]} {rest}".strip() if job in _JOBS else f" {self.step}"
            gap = " " if step[-1:].isascii() else ""
            return f"插件“{self.plugin}”{source}在{step}{gap}时出错：{self.reason}"
        source = f" ({self.version})" if self.version else ""
        return f"The plugin “{self.plugin}”{source} failed in {self.step}: {self.reason}"


class UnknownHookError(UnionkitError, LookupError):
    """
    A plugin implements a hook that this unionkit does not have.

    Attributes:
        hook: The hook as written.

        nearest: The known hook most like it, or an empty text.
    """

    code = "UK053"
    zh = "没有名为 {hook} 的钩子；最接近的是 {nearest}。它可能拼错了，或是为更新的 unionkit 所写。"
    en = (
        "There is no hook {hook}; the nearest is {nearest}. It may be misspelt, or made for a newer unionkit."
    )

    hook: str
    nearest: str


class IncompatiblePackError(UnionkitError, RuntimeError):
    """
    A pack made for a newer core.

    Attributes:
        pack: Its name.

        requires: The lowest core version it asks for.

        core: The version of this unionkit.
    """

    code = "UK054"
    zh = "模板包“{pack}”需要 unionkit {requires} 或更新，现有 {core}；请升级 unionkit。"
    en = "The pack “{pack}” needs unionkit {requires} or newer; this is {core}. Upgrade unionkit."

    pack: str
    requires: str
    core: str


class TemplateError(UnionkitError, RuntimeError):
    """
    A template that cannot be rendered.

    Attributes:
        template: Package, or folder, and name of the template.

        line: Line in the template, from 1; 0 when unknown.

        reason_zh: What went wrong, in Chinese; what only the template engine knows, in its own words.

        reason_en: What went wrong, in English.

        value: The value concerned, shortened; empty when there is none.
    """

    code = "UK055"

    template: str
    line: int
    reason_zh: str
    reason_en: str
    value: str

    def message(self, lang: Lang = "zh") -> str:
        """Say where, what, and with which value."""
        if lang == "zh":
            line = f"第 {self.line} 行" if self.line else ""
            value = f"（值：{printable(self.value)}）" if self.value else ""
            return f"模板 {printable(self.template)} {line}出错：{printable(self.reason_zh)}{value}"
        line = f", line {self.line}" if self.line else ""
        value = f" (value: {printable(self.value)})" if self.value else ""
        return f"Template {printable(self.template)}{line}: {printable(self.reason_en)}{value}"


class PaperFormatError(UnionkitError, ValueError):
    """
    A paper was asked for in a format that is made straight from the plan.

    Attributes:
        paper: Name of the paper.

        format: Name of the format.
    """

    code = "UK056"
    zh = "格式“{format}”直接由计划生成，不能打印专用文书“{paper}”；请换一种格式，如 docx。"
    en = "The format “{format}” is made straight from the plan and cannot print the paper “{paper}”; use another, such as docx."

    paper: str
    format: str


class SectionFormatError(UnionkitError, ValueError):
    """
    A section was asked for in a format that is made straight from the plan.

    Attributes:
        section: Name of the section.

        format: Name of the format.
    """

    code = "UK058"
    zh = "格式“{format}”直接由计划生成，不能单独打印章节“{section}”；请换一种格式，如 docx。"
    en = "The format “{format}” is made straight from the plan and cannot print the section “{section}” alone; use another, such as docx."

    section: str
    format: str


class PaperAndSectionError(UnionkitError, ValueError):
    """
    Both a paper and a section were asked for; a document is one or the other.

    Attributes:
        paper: Name of the paper.

        section: Name of the section.
    """

    code = "UK059"
    zh = "专用文书（“{paper}”）和章节（“{section}”）一次只能打印一种；请去掉 paper 或 section。"
    en = "Either a paper (“{paper}”) or a section (“{section}”) can be printed, not both; leave out paper or section."

    paper: str
    section: str
