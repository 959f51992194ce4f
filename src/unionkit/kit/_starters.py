"""Starter plans: a pack's template, filled in with answers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from unionkit.document import render_text
from unionkit.errors import (
    AnswersFileError,
    ImpossibleValueError,
    InvalidValueError,
    Lang,
    MissingStarterError,
    NoSchoolTermsError,
    Problem,
    WrongTypeError,
)
from unionkit.hookspecs import Answer, Pack, Question, answered
from unionkit.model import Path as PlanPath
from unionkit.model import Period, format_path

Answers: TypeAlias = Mapping[str, object] | Path
"""Answers by the name of their question, or a file of them."""


def half_of(pack: Pack, *, half: int | None, term: int | None) -> int:
    """
    Return the half of the year whose starter is meant: the autumn term's is that of the second half.

    Raises:
        ImpossibleValueError: There is no such half or term, or both are asked for, or neither.
        NoSchoolTermsError: The pack's starters are for half years only.
    """
    if (half is None) == (term is None):
        raise ImpossibleValueError(
            "半年（half）与学期（term）写且只写一个", "Give either a half year or a term"
        )
    if term is None:
        if half not in (1, 2):
            raise ImpossibleValueError(
                "half 只能是 1（上半年）或 2（下半年）", "half is 1 (January to June) or 2 (July to December)"
            )
        return half
    Period(term=term)
    if not pack.terms:
        raise NoSchoolTermsError(pack.name)
    return 3 - term


def starter(
    pack: Pack, *, year: int, half: int | None, term: int | None, answers: Answers | None, lang: Lang
) -> str:
    """Return the text of a starter plan, filled in (see :meth:`unionkit.Kit.new`)."""
    chosen = half_of(pack, half=half, term=term)
    period = Period(year=year)
    template = pack.starters.get((chosen, lang)) or pack.starters.get((chosen, "zh"))
    if template is None:
        raise MissingStarterError(pack.name, chosen)
    calendar_year = year + 1 if term == 2 else year
    Period(year=calendar_year)
    return render_text(
        pack.package,
        template,
        year=calendar_year,
        half=chosen,
        term=term,
        school_year=calendar_year - 1 if chosen == 1 else period.year,
        answers=answers_to(pack.questions_of(chosen), answers or {}, lang),
    )


def answers_to(questions: tuple[Question, ...], answers: Answers, lang: Lang) -> dict[str, Answer]:
    """
    Return the answers to questions; the default, where none is given.

    Raises:
        AnswersFileError: Some do not fit; the error lists every problem, of a file with its line and column.
        ReadAccessError, FileTooLargeError, NotUtf8Error: The file cannot be read.
    """
    if isinstance(answers, Path):
        from unionkit.files import load_entries, read_text_file  # noqa: PLC0415 -- most programs have no such file

        return load_entries(
            read_text_file(answers),
            lambda values: _understood(questions, values, lang),
            name=str(answers),
            error=AnswersFileError,
        )
    made, wrong = _understood(questions, answers, lang)
    if wrong:
        raise AnswersFileError(tuple(Problem(error=error, path=format_path(path)) for error, path in wrong))
    return made


def _understood(
    questions: tuple[Question, ...], values: object, lang: Lang
) -> tuple[dict[str, Answer], Iterable[tuple[InvalidValueError, PlanPath]]]:
    if values is None:
        values = {}
    if not isinstance(values, Mapping):
        return {}, [
            (WrongTypeError("“项目: 答案”的列表", "answers by the name of their question", repr(values)), ())
        ]
    from unionkit.files import unknown_key  # noqa: PLC0415 -- only a mistake pays for it

    known = tuple(question.name for question in questions)
    unknown = [(unknown_key(str(key), known), (str(key),)) for key in values if key not in known]
    made, wrong = answered(questions, values, lang)
    return made, [*unknown, *wrong]


def answers_file(pack: Pack, half: int, lang: Lang) -> str:
    """Return a file of answers with the defaults, and what each asks for as a comment."""
    lines = [
        f"# 起始计划的填空项：改好以后 unionkit new --pack {pack.name} --answers 本文件 …"
        if lang == "zh"
        else f"# The blanks of the starter plan; then: unionkit new --pack {pack.name} --answers THIS-FILE …"
    ]
    for question in pack.questions_of(half):
        value: Any = question.default_in(lang)
        lines.append("")
        lines.append(f"# {question.titled(lang)}{_bounds(question, lang)}")
        if question.kind == "choices":
            lines.append(f"{question.name}:")
            chosen = set(value)
            for choice in question.choices:
                mark = "" if choice.name in chosen else "# "
                lines.append(f"  {mark}- {choice.name}    # {choice.zh if lang == 'zh' else choice.en}")
        else:
            lines.append(f"{question.name}: {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


def _bounds(question: Question, lang: Lang) -> str:
    if not question.at_most:
        return ""
    return f"，不多于 {question.at_most}" if lang == "zh" else f"; not more than {question.at_most}"
