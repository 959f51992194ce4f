"""Values that cannot exist, refused by the type that would hold them."""

from __future__ import annotations

from ._base import SEPARATOR, Lang, UnionkitError, printable


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
    """
    A name outside a closed list (a status, a form).

    Attributes:
        name: The name as written.

        known: The names of the list.

        terms: Their Chinese terms, in the same order; none where they have none.
    """

    code = "UK017"
    zh = "不认识“{name}”；可以写：{names}。"
    en = "“{name}” is not known here; write one of {names}."

    name: str
    known: tuple[str, ...]
    terms: tuple[str, ...]

    def message(self, lang: Lang = "zh") -> str:
        """List the names, in Chinese with their terms; a term that was written instead of its name leads to it."""
        name, known = printable(self.name), SEPARATOR[lang].join(self.known)
        if lang == "en" or not self.terms:
            return (self.en if lang == "en" else self.zh).format(name=name, names=known)
        if self.name in self.terms:
            return f"“{name}”请写成 {self.known[self.terms.index(self.name)]}。"
        pairs = zip(self.known, self.terms, strict=True)
        names = "、".join(name if name == term else f"{name}（{term}）" for name, term in pairs)
        return self.zh.format(name=name, names=names)


class PathError(UnionkitError, LookupError):
    """
    A path that leads nowhere in this plan.

    Attributes:
        path: The path.

        known: What stands there instead of its last step that leads anywhere: keys, or the number of entries.
    """

    code = "UK018"
    zh = "计划中没有 {path}；那里可用的是：{known}。"
    en = "There is no {path} in the plan; what stands there: {known}."

    path: str
    known: tuple[str, ...]


class RequiredValueError(InvalidValueError):
    """Something that cannot be taken out of a plan, because what it stands in cannot do without."""

    code = "UK019"
    zh = "{path} 必须有，不能去掉；可以换成别的值，或者去掉它所在的整项。"
    en = "{path} is required and cannot be removed; replace it, or remove the whole that it stands in."

    path: str
