"""What went wrong in a template, told by its place and the value concerned."""

from __future__ import annotations

import re

from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError

from unionkit.errors import TemplateError, UnionkitError

from ._jinja import filters, tests
from ._said import RefusalError
from ._template_folder import TemplateFolder
from ._work import TooDeepError


def template_error(error: Exception, folder: TemplateFolder, template: str) -> TemplateError:
    """Word any error of a rendering; the place is that of the innermost template."""
    where, line = _place(error, folder, f"{folder.label}/{template}")
    zh, en, value = _reason(error)
    return TemplateError(where, line, zh, en, value)


def _reason(error: Exception) -> tuple[str, str, str]:
    if isinstance(error, RecursionError):
        if error.__traceback__ is not None and not _in_a_template(error):
            return "表达式嵌套得太深", "An expression is nested too deep", ""
        error = TooDeepError()
    if isinstance(error, RefusalError):
        return error.zh, error.en, error.value
    if isinstance(error, UnionkitError):
        return error.message("zh"), error.message("en"), ""
    if isinstance(error, TemplateNotFound):
        name = error.name or "?"
        return f"文件夹里没有名为“{name}”的模板", f"The folder has no template called “{name}”", ""
    message = getattr(error, "message", None) or str(error)
    if hasattr(message, "zh"):
        return message.zh, str(message), ""
    if isinstance(error, TemplateSyntaxError):
        return _unknown(message) or (f"写法不对：{message}", f"It is malformed: {message}", "")
    said = f"{type(error).__name__}: {message}"
    return said, said, ""


def _unknown(message: str) -> tuple[str, str, str] | None:
    """What Jinja says of a filter or test that it does not know, in our words, with the nearest name."""
    told = re.fullmatch(r"No (filter|test) named '(.*)'\.?", message)
    if told is None:
        return None
    from difflib import get_close_matches  # noqa: PLC0415 -- only a mistake pays for it

    kind, name = told.groups()
    known = filters() if kind == "filter" else tests()
    nearest = "".join(get_close_matches(name, sorted(known), n=1, cutoff=0.5))
    zh = f"没有名为“{name}”的{'过滤器' if kind == 'filter' else '判断'}"
    en = f"There is no {kind} called “{name}”"
    return (f"{zh}，是不是“{nearest}”？", f"{en}; “{nearest}”?", "") if nearest else (zh, en, "")


def _in_a_template(error: BaseException) -> bool:
    """Whether it was a template that ran too deep, and not the parser that reads one."""
    trace, frames = error.__traceback__, set()
    while trace is not None:
        frames.add(trace.tb_frame.f_code.co_name)
        trace = trace.tb_next
    return not any(name.startswith(("parse_", "visit_", "generic_visit", "_parse")) for name in frames)


def _place(error: BaseException, folder: TemplateFolder, template: str) -> tuple[str, int]:
    """The template and line that an error came from: of the innermost, where templates include one another."""
    line: int | None = getattr(error, "lineno", None)
    if line is not None:  # what is found before a template runs says it itself
        return getattr(error, "filename", None) or template, line
    place, trace = (template, 0), error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.startswith(f"{folder.label}/"):
            place = (name, trace.tb_lineno)
        trace = trace.tb_next
    return place
