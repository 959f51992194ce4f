"""Asking on a terminal for what a starter plan leaves blank."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from unionkit.errors import InvalidValueError
from unionkit.hookspecs import Answer, Question, answered

from ._state import State


def may_ask() -> bool:
    """Whether somebody sits at a terminal who can answer."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def asked(state: State, questions: Iterable[Question]) -> dict[str, Answer]:
    """
    Ask each question until the answer fits; Enter takes the default.

    The questions go to standard error, so that the plan may go to standard output.
    """
    if questions:
        state.tell(state.say("直接按回车，就用方括号里的答案。", "Enter takes the answer in brackets."))
    answers: dict[str, Answer] = {}
    before: list[Question] = []
    for question in questions:
        before.append(question)
        default = answered(before, answers, state.lang)[0][question.name]
        if question.kind == "choices":
            _list_choices(state, question)
        while question.name not in answers:
            given = _line(question, default, state)
            try:
                answer = question.parse(_named(question, given)) if given else default
                _, wrong = answered(before, {**answers, question.name: answer}, state.lang)
                if wrong:
                    raise wrong[0][0]
            except InvalidValueError as error:
                state.tell(error.message(state.lang))
            else:
                answers[question.name] = answer
    return answers


def _line(question: Question, default: Answer, state: State) -> str:
    shown = state.say("全部", "all") if isinstance(default, tuple) else str(default)
    prompt = f"{question.titled(state.lang)} [{shown}]"
    line: str = click.prompt(prompt, default="", show_default=False, err=True, prompt_suffix=": ")
    return line.strip()


def _list_choices(state: State, question: Question) -> None:
    for number, choice in enumerate(question.choices, 1):
        state.tell(f"  {number}. {choice.zh if state.lang == 'zh' else choice.en}")


def _named(question: Question, given: str) -> str:
    """The names of what was chosen by its number in the list."""
    if question.kind != "choices":
        return given
    numbers = {str(number): choice.name for number, choice in enumerate(question.choices, 1)}
    for sign in "，、,;；":
        given = given.replace(sign, " ")
    return " ".join(numbers.get(word, word) for word in given.split())
