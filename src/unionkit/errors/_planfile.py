"""What can be wrong in a plan file or a file of almanac data, and all of it together."""

from __future__ import annotations

import re

import attrs

from ._base import SEPARATOR, Lang, Place, UnionkitError, printable
from ._values import InvalidValueError

_SLIPS = (
    (
        "[\u00a0\u2000-\u206f\u3000-\u303f\uff00-\uffef]",
        "键和标点、空格都要用英文半角。",
        " Write keys, punctuation and blanks half-width.",
    ),
    (":", "冒号后要空一格。", " Put a blank behind the colon."),
    ("^-", "“-”后要空一格。", " Put a blank behind the dash."),
    (
        "^[0-9]{3}(?![0-9])",
        '花括号里的逗号会断开一项，千分号也不例外：请不写它（2000），或给数字加英文双引号（"2,000"）。',
        ' Within braces each comma ends an entry, also one between thousands: leave it out (2000) or quote the number ("2,000").',
    ),
)


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
        key, known = printable(self.key), SEPARATOR[lang].join(self.known)
        if lang == "zh":
            hint = f"，是不是“{self.nearest}”？" if self.nearest else f"；可用的键：{known}。"
            return f"不认识的键“{key}”{hint}{self._slip(lang)}"
        hint = f"; did you mean “{self.nearest}”?" if self.nearest else f"; the keys here are {known}."
        return f"Unknown key “{key}”{hint}{self._slip(lang)}"

    def _slip(self, lang: Lang) -> str:
        """What the writing of the key gives away."""
        for signs, zh, en in _SLIPS:
            if re.search(signs, self.key):
                return zh if lang == "zh" else en
        return ""


class UnknownParameterError(InvalidValueError):
    """
    A parameter of the law that nobody asks for, and that is not told as a new one.

    Attributes:
        key: The name as written.

        nearest: The known parameter most like it, or an empty text.

        known: What a new parameter needs, and this one lacks.
    """

    code = "UK063"
    key: str
    nearest: str
    known: tuple[str, ...]

    def message(self, lang: Lang = "zh") -> str:
        """Name the nearest parameter, and what a new one needs."""
        key, needed = printable(self.key), SEPARATOR[lang].join(self.known)
        if lang == "zh":
            hint = f"是不是“{self.nearest}”？" if self.nearest else ""
            return f"没有参数“{key}”。{hint}要新设一个，请写上 {needed}。"
        hint = f"Did you mean “{self.nearest}”? " if self.nearest else ""
        return f"There is no parameter “{key}”. {hint}A new one needs {needed}."


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


class ColonInSentenceError(InvalidValueError):
    """A sentence among the content that holds a colon and a blank, which YAML takes for a key and its value."""

    code = "UK039"
    zh = "“{before}”后面的英文冒号加空格会被当作键；请把整句用英文双引号括起来，或改用中文冒号。"
    en = "The colon and blank behind “{before}” make a key of it; put the whole sentence in double quotes."

    before: str


class AliasError(InvalidValueError):
    """A YAML anchor, alias or merge key: a file says everything where it stands."""

    code = "UK025"
    zh = "这里不用 YAML 的锚点、别名和合并键（{what}）；请把内容直接写在这里。"
    en = "YAML anchors, aliases and merge keys are not taken ({what}); write the content out here."

    what: str


class TagError(InvalidValueError):
    """A YAML tag: the type of a value follows from its key."""

    code = "UK026"
    zh = "这里不用 YAML 标签（{tag}）；请删去它。"
    en = "YAML tags are not taken ({tag}); remove it."

    tag: str


class UnsupportedVersionError(InvalidValueError):
    """A file of a format version that this unionkit does not know."""

    code = "UK027"
    zh = "文件格式版本是 {version}，本机的 unionkit 只认识到 {newest}；请升级 unionkit。"
    en = "The file has format version {version}; this unionkit knows versions up to {newest}. Upgrade unionkit."

    version: str
    newest: int


class NotYamlError(InvalidValueError):
    """
    A text that is not YAML.

    Attributes:
        problem_zh: What is wrong, in Chinese.

        problem_en: What is wrong, in English.

        remedy_zh: What to do about it, in Chinese.

        remedy_en: What to do about it, in English.
    """

    code = "UK028"
    zh = "这里不符合 YAML 语法：{problem_zh}；{remedy_zh}。"
    en = "This is not YAML: {problem_en}; {remedy_en}."

    problem_zh: str
    problem_en: str
    remedy_zh: str
    remedy_en: str


class NotJsonError(InvalidValueError):
    """
    A text that is not JSON.

    Attributes:
        expected_zh: What should stand there, in Chinese.

        expected_en: What should stand there, in English.

        found: What stood there; empty at the end of the file.
    """

    code = "UK040"
    zh = "这里不符合 JSON 语法：应当是{expected}，却{found}；常见原因：少了或多了逗号、用了中文引号、写了注释。"
    en = "This is not JSON: expected {expected}, but {found}; usual causes: a comma too few or too many, other quotes, a comment."

    expected_zh: str
    expected_en: str
    found: str

    def message(self, lang: Lang = "zh") -> str:
        """Say what should stand there, and what does."""
        if lang == "zh":
            found = f"写了“{printable(self.found)}”" if self.found else "到了文件末尾"
            return self.zh.format(expected=self.expected_zh, found=found)
        found = f"found “{printable(self.found)}”" if self.found else "the file ends"
        return self.en.format(expected=self.expected_en, found=found)


class EmptyFileError(InvalidValueError):
    """A file without content."""

    code = "UK029"
    zh = "文件是空的；起始计划可以用 `unionkit new` 得到，历书文件第一行写 `almanac: 1`。"
    en = "The file is empty; `unionkit new` writes a plan to start from, a file of almanac data begins with `almanac: 1`."


class TooManyProblemsError(InvalidValueError):
    """A file with more problems than anyone reads at once."""

    code = "UK030"
    zh = "已列出 {limit} 个问题，后面的不再列出；请先改好这些，或者核对是不是这个文件。"
    en = "{limit} problems are listed, the others are not; mend these first, or see whether this is the right file."

    limit: int


@attrs.frozen(kw_only=True)
class Problem:
    """
    One thing wrong in a plan file, or in a file of almanac data.

    Attributes:
        error: What is wrong.

        path: Where in its values, such as ``$.content[2].facts[0].target``.

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


class SourceFileError(InvalidValueError):
    """
    A file that cannot become what it should: every problem of it, in the order of the file.

    Attributes:
        problems: All problems, at least one.
    """

    problems: tuple[Problem, ...]

    def message(self, lang: Lang = "zh") -> str:
        """One line a problem."""
        return "\n".join(problem.message(lang) for problem in self.problems)


class PlanFileError(SourceFileError):
    """
    A plan file that cannot become a plan: every problem of it, in the order of the file.

    Attributes:
        problems: All problems, at least one.
    """

    code = "UK020"


class AlmanacFileError(SourceFileError):
    """
    A file of almanac data that cannot become an almanac: every problem of it, in the order of the file.

    Attributes:
        problems: All problems, at least one.
    """

    code = "UK038"


class LawFileError(SourceFileError):
    """
    A parameter file that cannot become law: every problem of it, in the order of the file.

    Attributes:
        problems: All problems, at least one.
    """

    code = "UK049"


class ConfigFileError(SourceFileError):
    """
    A configuration that cannot be used: every problem of it, in the order of the file.

    Attributes:
        problems: All problems, at least one.
    """

    code = "UK060"


class AnswersFileError(SourceFileError):
    """
    Answers that do not fit the questions of a starter plan: every problem of them, in the order of the file.

    Attributes:
        problems: All problems, at least one.
    """

    code = "UK064"


class BaselineFileError(SourceFileError):
    """
    A baseline that cannot be used: every problem of it, in the order of the file.

    Attributes:
        problems: All problems, at least one.
    """

    code = "UK061"


class NotTomlError(InvalidValueError):
    """
    A text that is not TOML.

    Attributes:
        problem: What is wrong, in the words of Python's reader.
    """

    code = "UK062"
    zh = "这里不符合 TOML 语法（{problem}）；常见原因：值没有加引号、少了等号、用了中文标点。"
    en = "This is not TOML ({problem}); usual causes: a value without quotes, a missing equals sign, other punctuation."

    problem: str
