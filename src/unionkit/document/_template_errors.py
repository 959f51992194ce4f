"""What went wrong in a template, told by its place and the value concerned."""

from __future__ import annotations

from jinja2.exceptions import TemplateNotFound

from unionkit.errors import TemplateError, UnionkitError

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
    said = f"{type(error).__name__}: {message}"
    return said, said, ""


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
