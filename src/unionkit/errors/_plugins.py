"""Names that nobody contributes, plugins that fail, templates that cannot be rendered."""

from __future__ import annotations

from typing import ClassVar

from ._base import Lang, UnionkitError, worded


class UnknownPackError(UnionkitError, LookupError):
    """
    No installed template pack has the requested name.

    Attributes:
        name: The name asked for.

        installed: Names of the installed packs, sorted.
    """

    code = "UK041"
    zh = "没有名为“{name}”的模板包；已安装：{installed}。请先安装：pip install unionkit-pack-{name}"
    en = "No template pack is called “{name}”; installed: {installed}. Install it first: pip install unionkit-pack-{name}"

    name: str
    installed: tuple[str, ...]


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


class UnknownReaderError(_UnknownError):
    """No reader takes this kind of file."""

    code = "UK043"
    zh_what = "读取器"
    en_what = "reader"


class UnknownSectionError(_UnknownError):
    """A layout or paper names a section that nobody contributes."""

    code = "UK044"
    zh_what = "章节"
    en_what = "section"


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

        first: The plugin that came first.

        second: The plugin that came second.
    """

    code = "UK051"
    zh = "插件“{first}”与“{second}”都提供名为“{name}”的 {what}；请用 disabled 停用其中一个，或请作者改名。"
    en = "The plugins “{first}” and “{second}” both contribute a {what} called “{name}”; disable one of them, or ask an author to rename."

    what: str
    name: str
    first: str
    second: str


class PluginError(UnionkitError, RuntimeError):
    """
    A plugin that failed to import or to answer.

    Attributes:
        plugin: Its name.

        version: Distribution and version, or an empty text.

        step: What it was doing: `import`, or the name of a hook.

        reason: The error that it raised, by type and text.
    """

    code = "UK052"
    zh = "插件“{plugin}”{version}在 {step} 时出错，已搁置：{reason}"
    en = "The plugin “{plugin}” {version} failed in {step} and was set aside: {reason}"

    plugin: str
    version: str
    step: str
    reason: str


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
        template: Package and name of the template.

        line: Line in the template, from 1; 0 when unknown.

        reason: What went wrong, as the template engine words it.
    """

    code = "UK055"
    zh = "模板 {template} 第 {line} 行出错：{reason}"
    en = "Template {template}, line {line}: {reason}"

    template: str
    line: int
    reason: str
