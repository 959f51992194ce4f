"""What a starter plan asks for: questions with bounds, and the answers that fit them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal, TypeAlias, get_args

import attrs

from unionkit.errors import (
    ImpossibleValueError,
    InvalidValueError,
    Lang,
    UnknownNameError,
    WrongTypeError,
)
from unionkit.model import Path, Term, Value, check_text, full_region
from unionkit.model.validators import are_all, to_tuple

QuestionKind: TypeAlias = Literal["text", "count", "region", "choices"]
"""A line of text, a whole number, a region that begins with the full name of its province, names of a list."""

Answer: TypeAlias = str | int | tuple[str, ...]
"""Text and regions are text, counts whole numbers, choices a tuple of names."""

_WHOLE: Final = re.compile(r"\d{1,10}")
_BETWEEN: Final = re.compile(r"[\s,，、;；]+")


def _is_name(_instance: object, _attribute: attrs.Attribute[Any], name: object) -> None:
    if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise ValueError(f"{name!r} cannot be the name of a question: small letters, digits and _")


def _is_kind(_instance: object, _attribute: attrs.Attribute[Any], kind: object) -> None:
    if kind not in get_args(QuestionKind):
        raise ValueError(f"a question asks for {', '.join(get_args(QuestionKind))}, not {kind!r}")


def _to_default(default: Any) -> Answer:
    made: Answer = default if isinstance(default, str | int) else to_tuple(default)
    return made


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Question(Value):
    """
    One blank of a starter plan (填空项).

    Attributes:
        name: The key in a file of answers, and the attribute of ``answers`` in the template.

        title: What is asked for, in Chinese.

        title_en: The same in English.

        kind: What an answer is.

        default: The answer of who gives none; for choices, the default is all of them unless some are named.

        default_en: The default of a text in English starters; empty: as in Chinese.

        choices: What can be chosen, for ``choices``.

        least: The least whole number, for ``count``.

        most: The greatest whole number, for ``count``.

        at_most: Name of an earlier count that this one may not exceed; empty: none.

        halves: The halves of the year whose starters ask it.
    """

    name: str = attrs.field(validator=_is_name)
    title: str
    title_en: str
    kind: QuestionKind = attrs.field(default="text", validator=_is_kind)
    default: Answer = attrs.field(default="", converter=_to_default)
    default_en: str = ""
    choices: tuple[Term, ...] = attrs.field(default=(), converter=to_tuple, validator=are_all(Term))
    least: int = 0
    most: int = 99_999
    at_most: str = ""
    halves: tuple[int, ...] = attrs.field(default=(1, 2), converter=to_tuple)

    def __attrs_post_init__(self) -> None:
        if bool(self.choices) != (self.kind == "choices"):
            raise ValueError(
                f"the question {self.name!r}: choices go with the kind “choices”, and only with it"
            )
        for lang in get_args(Lang):
            self.check(self.default_in(lang))

    def default_in(self, lang: Lang) -> Answer:
        """The answer of who gives none."""
        if self.kind == "choices" and not self.default:
            return tuple(choice.name for choice in self.choices)
        return (self.default_en if lang == "en" else "") or self.default

    def titled(self, lang: Lang) -> str:
        """What is asked for, in that language."""
        return self.title_en if lang == "en" else self.title

    def parse(self, text: str) -> Answer:
        """
        Return the answer that a line of text gives; choices stand side by side, with commas or spaces between them.

        Raises:
            InvalidValueError: It does not fit.
        """
        if self.kind == "choices":
            return self.check([name for name in _BETWEEN.split(text.strip()) if name])
        return self.check(text)

    def check(self, given: object) -> Answer:
        """
        Return an answer that fits; whole numbers may be given as text.

        Raises:
            InvalidValueError: It does not fit: another type, out of its bounds, or no name of the list.
        """
        match self.kind:
            case "text":
                return self._text(given)
            case "region":
                return self._region(given)
            case "count":
                return self._count(given)
            case "choices":
                return self._choices(given)

    def _text(self, given: object) -> str:
        text = check_text(given).strip()
        if not text:
            raise WrongTypeError(f"{self.title}（不能为空）", f"{self.title_en} (not empty)", repr(given))
        return text

    def _region(self, given: object) -> str:
        text = self._text(given)
        full = full_region(text)
        if not full:
            raise ImpossibleValueError(
                f"没有地区“{text}”；地区以省份全称开头，如 山东省、山东省济南市",
                f"There is no region “{text}”; a region begins with the full name of its province, such as 山东省",
            )
        return full

    def _count(self, given: object) -> int:
        written = given.strip() if isinstance(given, str) else ""
        if _WHOLE.fullmatch(written):
            given = int(written)
        if type(given) is not int:
            raise WrongTypeError(f"整数（{self.title}）", f"a whole number ({self.title_en})", repr(given))
        if not self.least <= given <= self.most:
            raise ImpossibleValueError(
                f"{self.title}应在 {self.least} 到 {self.most} 之间，却写了 {given}",
                f"{self.title_en}: a number from {self.least} to {self.most}, not {given}",
            )
        return given

    def _choices(self, given: object) -> tuple[str, ...]:
        if isinstance(given, str) or not isinstance(given, Iterable) or isinstance(given, Mapping):
            raise WrongTypeError("列表", "a list", repr(given))
        names = tuple(given)
        known = {choice.name: choice for choice in self.choices}
        for name in names:
            if not isinstance(name, str):
                raise WrongTypeError("选项的名称", "the name of a choice", repr(name))
            if name not in known:
                terms = tuple(choice.zh for choice in self.choices)
                raise UnknownNameError(name, tuple(known), terms)
        return tuple(name for name in known if name in names)


def _too_few(question: Question, bound: int) -> ImpossibleValueError:
    return ImpossibleValueError(
        f"{bound} 太少：{question.title}至少 {question.least}，又不能超过它",
        f"{bound} is too few: {question.title_en}: at least {question.least}, and no more than this",
    )


def answered(
    questions: Iterable[Question], given: Mapping[str, object], lang: Lang
) -> tuple[dict[str, Answer], list[tuple[InvalidValueError, Path]]]:
    """
    Return the answers to questions, and all that is wrong with those that were given.

    Who gives none of a question has its default, which is never more than the count that it may not exceed.
    """
    answers: dict[str, Answer] = {}
    wrong: list[tuple[InvalidValueError, Path]] = []
    for question in questions:
        bound = answers.get(question.at_most)
        if question.name not in given:
            default = question.default_in(lang)
            if isinstance(default, int) and isinstance(bound, int) and bound < default:
                default = bound
                if default < question.least:
                    wrong.append((_too_few(question, bound), (question.at_most,)))
            answers[question.name] = default
            continue
        try:
            answer = question.check(given[question.name])
            if isinstance(bound, int) and isinstance(answer, int) and answer > bound:
                raise ImpossibleValueError(
                    f"{question.title}（{answer}）不能多于 {question.at_most}（{bound}）",
                    f"{question.title_en} ({answer}) cannot be more than {question.at_most} ({bound})",
                )
            answers[question.name] = answer
        except InvalidValueError as error:
            wrong.append((error, (question.name,)))
    return answers, wrong
