"""
The whole error tree: every error that unionkit raises on purpose.

Each stands under :class:`UnionkitError` **and** the builtin that a caller would expect. An error holds
facts, readable as attributes, and words them on demand: ``error.message("zh")``, ``error.message("en")``.
``str(error)`` is always the Chinese message: never a setting, so that logs of two machines can be compared.

The code (``UK012``) is stable; messages may be reworded.
"""

from __future__ import annotations

from typing import ClassVar, Literal, dataclass_transform

import attrs

__all__ = [
    "AliasError",
    "AmbiguousItemError",
    "DuplicateIdError",
    "DuplicateKeyError",
    "EmptyFileError",
    "FileTooLargeError",
    "ImpossibleValueError",
    "IncompatiblePackError",
    "InvalidTextError",
    "InvalidValueError",
    "Lang",
    "MissingKeyError",
    "MissingStarterError",
    "NameClashError",
    "NestingError",
    "NotUtf8Error",
    "NotYamlError",
    "NotationError",
    "PathError",
    "Place",
    "PlanFileError",
    "PluginError",
    "Problem",
    "ReadAccessError",
    "TagError",
    "TemplateError",
    "UnionkitError",
    "UnknownExecutorError",
    "UnknownFormatError",
    "UnknownHookError",
    "UnknownKeyError",
    "UnknownNameError",
    "UnknownPackError",
    "UnknownPaperError",
    "UnknownPluginError",
    "UnknownReaderError",
    "UnknownSectionError",
    "UnsupportedVersionError",
    "WriteAccessError",
    "WrongTypeError",
]

Lang = Literal["zh", "en"]
"""A language of messages: Chinese or English."""

_SEPARATOR: dict[str, str] = {"zh": "、", "en": ", "}
_NOTHING: dict[str, str] = {"zh": "（无）", "en": "(none)"}


def _worded(value: object, lang: Lang) -> str:
    if isinstance(value, tuple):
        return _SEPARATOR[lang].join(_worded(item, lang) for item in value) or _NOTHING[lang]
    if isinstance(value, UnionkitError):
        return value.message(lang)
    text = str(value)
    return text if len(text) <= 120 else f"{text[:117]}…"


@dataclass_transform(eq_default=False)
class UnionkitError(Exception):
    """
    Anything that unionkit refuses to do (root of the tree).

    A subclass lists its facts as annotations and words them in `zh` and `en`; it is built from the facts in that
    order. (Type checkers see it as a dataclass. attrs would build these classes at each start of the program.)
    """

    code: ClassVar[str] = "UK000"
    zh: ClassVar[str] = "出错了。"
    en: ClassVar[str] = "Something went wrong."
    _facts: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        own: dict[str, str] = cls.__dict__.get("__annotations__", {})  # noqa: RUF063 -- inspect is slow to import
        facts = (name for name, kind in own.items() if not kind.startswith("ClassVar"))
        cls._facts = tuple(facts) or cls._facts

    def __init__(self, *facts: object) -> None:
        super().__init__(*facts)
        for name, value in zip(self._facts, facts, strict=True):
            setattr(self, name, value)

    def message(self, lang: Lang = "zh") -> str:
        """Say in `lang` what is wrong, what was there instead, and what to do."""
        template = self.zh if lang == "zh" else self.en
        return template.format_map({name: _worded(value, lang) for name, value in vars(self).items()})

    def __str__(self) -> str:
        return self.message("zh")


# ---------------------------------------------------------------- values that cannot exist


class InvalidValueError(UnionkitError, ValueError):
    """A value that cannot exist, refused by the type that would hold it."""


class WrongTypeError(InvalidValueError):
    """
    A value of another type than the one asked for.

    Attributes:
        expected: What should stand there, as Chinese and English words.

        found: What stood there.
    """

    code = "UK011"
    zh = "这里应当是{expected_zh}，却写了{found}。"
    en = "Expected {expected_en} here, but found {found}."

    expected_zh: str
    expected_en: str
    found: str


class NotationError(InvalidValueError):
    """
    A text in one of the small languages (target, money, schedule, path …) that cannot be read.

    Attributes:
        what_zh: What it should be, in Chinese.

        what_en: What it should be, in English.

        text: What was written.

        example: A text that would be right.
    """

    code = "UK012"
    zh = "“{text}”读不成{what_zh}；可以写成：{example}。"
    en = "“{text}” cannot be read as {what_en}; write for example {example}."

    what_zh: str
    what_en: str
    text: str
    example: str


class InvalidTextError(InvalidValueError):
    """
    A text with a character that no document can carry: a line break, a control character, half a surrogate pair.

    Attributes:
        character: The character, as its Unicode notation (U+000A).

        at: Its index in the text, counted in code points from 0.
    """

    code = "UK013"
    zh = "文字的第 {position} 个字符是 {character}，不能出现在这里；请删去它，换行请另起一段。"
    en = "Character {position} of the text is {character}, which cannot stand here; remove it, or start a new paragraph for a line break."

    character: str
    at: int

    @property
    def position(self) -> int:
        """Where the character stands, counted from 1."""
        return self.at + 1

    def message(self, lang: Lang = "zh") -> str:
        """Say which character it is and where."""
        template = self.zh if lang == "zh" else self.en
        return template.format(character=self.character, position=self.position)


class ImpossibleValueError(InvalidValueError):
    """
    A value out of its bounds, or values that exclude one another.

    Attributes:
        why_zh: What is impossible, in Chinese.

        why_en: What is impossible, in English.
    """

    code = "UK014"
    zh = "{why_zh}。"
    en = "{why_en}."

    why_zh: str
    why_en: str


class NestingError(InvalidValueError):
    """Parts, or the file itself, nested deeper than allowed."""

    code = "UK015"
    zh = "嵌套超过 {limit} 层；请减少层次。"
    en = "Nested more than {limit} levels deep; use fewer levels."

    limit: int


class DuplicateIdError(InvalidValueError):
    """Two typed items of a plan have the same id."""

    code = "UK016"
    zh = "编号“{id}”用了两次：{first} 与 {second}；编号在一份计划中必须唯一。"
    en = "The id “{id}” is used twice: at {first} and at {second}; ids must be unique within a plan."

    id: str
    first: str
    second: str


class UnknownNameError(InvalidValueError):
    """A name outside a closed list (a status, a form, a comparator)."""

    code = "UK017"
    zh = "不认识“{name}”；可以写：{known}。"
    en = "“{name}” is not known here; write one of {known}."

    name: str
    known: tuple[str, ...]


class PathError(UnionkitError, LookupError):
    """A path that leads nowhere in this plan."""

    code = "UK018"
    zh = "计划中没有 {path}。"
    en = "There is no {path} in the plan."

    path: str


# ---------------------------------------------------------------- plan files


@attrs.frozen(kw_only=True)
class Place:
    """
    Where something stands in a source text.

    Attributes:
        file: Name of the file as it was given; `-` for standard input.

        line: First line, counted from 1.

        column: First column, in code points, counted from 1.

        end_line: Line of the first character behind it.

        end_column: Column of the first character behind it.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def between(cls, file: str, text: str, start: int, end: int) -> Place:
        """Return the place of ``text[start:end]``."""
        line, column = _line_and_column(text, start)
        end_line, end_column = _line_and_column(text, end)
        return cls(file=file, line=line, column=column, end_line=end_line, end_column=end_column)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def _line_and_column(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


class UnknownKeyError(InvalidValueError):
    """
    A key that the mapping does not have.

    Attributes:
        key: The key as written.

        nearest: The known key most like it, or an empty text.

        known: All keys of that mapping.
    """

    code = "UK021"
    key: str
    nearest: str
    known: tuple[str, ...]

    def message(self, lang: Lang = "zh") -> str:
        """Name the nearest known key, or all of them."""
        known = _SEPARATOR[lang].join(self.known)
        if lang == "zh":
            hint = f"，是不是“{self.nearest}”？" if self.nearest else f"；可用的键：{known}。"
            return f"不认识的键“{self.key}”{hint}"
        hint = f"; did you mean “{self.nearest}”?" if self.nearest else f"; the keys here are {known}."
        return f"Unknown key “{self.key}”{hint}"


class MissingKeyError(InvalidValueError):
    """A mapping lacks a key that it must have."""

    code = "UK022"
    zh = "缺少“{key}”。"
    en = "The key “{key}” is missing."

    key: str


class DuplicateKeyError(InvalidValueError):
    """A mapping has the same key twice."""

    code = "UK023"
    zh = "键“{key}”写了两次，上一次在第 {first_line} 行；请删去一个。"
    en = "The key “{key}” is given twice, first on line {first_line}; remove one of them."

    key: str
    first_line: int


class AmbiguousItemError(InvalidValueError):
    """
    An entry of `content` or `facts` that does not say what it is, or says it twice.

    Attributes:
        found: The telling keys that it has: none, or more than one.

        known: The telling keys, of which it must have exactly one.
    """

    code = "UK024"
    zh = "看不出这一项是什么：应当恰有 {known} 之一，却有：{found}。"
    en = "This entry must have exactly one of {known}, but it has {found}."

    found: tuple[str, ...]
    known: tuple[str, ...]


class AliasError(InvalidValueError):
    """A YAML anchor, alias or merge key: a plan file says everything where it stands."""

    code = "UK025"
    zh = "计划文件不用 YAML 的锚点、别名和合并键（{what}）；请把内容直接写在这里。"
    en = "Plan files have no YAML anchors, aliases or merge keys ({what}); write the content out here."

    what: str


class TagError(InvalidValueError):
    """A YAML tag: the type of a value follows from its key."""

    code = "UK026"
    zh = "计划文件不用 YAML 标签（{tag}）；请删去它。"
    en = "Plan files have no YAML tags ({tag}); remove it."

    tag: str


class UnsupportedVersionError(InvalidValueError):
    """A plan file of a format version that this unionkit does not know."""

    code = "UK027"
    zh = "文件格式版本是 {version}，本机的 unionkit 只认识到 {newest}；请升级 unionkit。"
    en = "The file has format version {version}; this unionkit knows versions up to {newest}. Upgrade unionkit."

    version: str
    newest: int


class NotYamlError(InvalidValueError):
    """
    A text that is not YAML.

    Attributes:
        problem: What the YAML parser says, in English.
    """

    code = "UK028"
    zh = "这里不符合 YAML 语法（{problem}）；常见原因：缩进不齐、用了制表符、冒号后没有空格、引号不成对。"
    en = "This is not YAML ({problem}); usual causes: uneven indentation, a tab, no space after a colon, an open quote."

    problem: str


class EmptyFileError(InvalidValueError):
    """A file without content."""

    code = "UK029"
    zh = "文件是空的；用 `unionkit new` 可以得到一份起始计划。"
    en = "The file is empty; `unionkit new` writes a plan to start from."


@attrs.frozen(kw_only=True)
class Problem:
    """
    One thing wrong in a plan file.

    Attributes:
        error: What is wrong.

        path: Where in the plan, such as ``$.content[2].facts[0].target``.

        place: Where in the file; None when the plan did not come from a text.
    """

    error: UnionkitError
    path: str
    place: Place | None = None

    @property
    def code(self) -> str:
        """The code of the error."""
        return self.error.code

    def message(self, lang: Lang = "zh") -> str:
        """Place, code, path and message on one line."""
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.code} {self.error.message(lang)} ({self.path})"


class PlanFileError(InvalidValueError):
    """
    A plan file that cannot become a plan: every problem of it, in the order of the file.

    Attributes:
        problems: All problems, at least one.
    """

    code = "UK020"

    problems: tuple[Problem, ...]

    def message(self, lang: Lang = "zh") -> str:
        """One line a problem."""
        return "\n".join(problem.message(lang) for problem in self.problems)


# ---------------------------------------------------------------- reading and writing files


class ReadAccessError(UnionkitError, OSError):
    """
    A file that cannot be opened for reading.

    Attributes:
        file: The file as it was named.

        reason_zh: Why, in Chinese.

        reason_en: Why, in English.
    """

    code = "UK031"
    zh = "读不了 {file}：{reason_zh}。"
    en = "Cannot read {file}: {reason_en}."

    file: str
    reason_zh: str
    reason_en: str


class WriteAccessError(UnionkitError, OSError):
    """
    A file that cannot be written; what stood there before is unchanged.

    Attributes:
        file: The file as it was named.

        reason_zh: Why, in Chinese.

        reason_en: Why, in English.
    """

    code = "UK032"
    zh = "写不了 {file}：{reason_zh}；原有内容没有改动。"
    en = "Cannot write {file}: {reason_en}; what stood there is unchanged."

    file: str
    reason_zh: str
    reason_en: str


class NotUtf8Error(UnionkitError, ValueError):
    """
    A file whose bytes are not UTF-8.

    Attributes:
        file: The file as it was named.

        offset: Index of the first byte that is wrong, from 0.
    """

    code = "UK033"
    zh = "{file} 不是 UTF-8 编码（第 {offset} 字节起读不通）；请用编辑器另存为 UTF-8。"
    en = "{file} is not UTF-8 (it stops making sense at byte {offset}); save it as UTF-8."

    file: str
    offset: int


class FileTooLargeError(UnionkitError, ValueError):
    """A file over the limit; nothing of it was read."""

    code = "UK034"
    zh = "{file} 超过 {limit_mib} MiB，没有读取。"
    en = "{file} is larger than {limit_mib} MiB and was not read."

    file: str
    limit_mib: int


# ---------------------------------------------------------------- packs, plugins, documents


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
        known = _worded(self.known, lang)
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
