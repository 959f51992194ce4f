"""Renderers: each knows one format. Importing this package loads none of them."""

from unionkit.document import Document

from ._base import Rendered, Renderer, Skipped

__all__ = ["DOCX", "MARKDOWN", "TEXT", "Rendered", "Renderer", "Skipped", "stable_zip", "text_width"]


def text_width(text: str) -> int:
    """
    Return how much room a text takes on a line of fixed pitch, in half characters.

    A Chinese character takes two, a Latin letter one, a mark on another character none.
    """
    from ._width import width  # noqa: PLC0415 -- loaded when first used

    return width(text)


def stable_zip(data: bytes) -> bytes:
    """
    Return a zip file (.docx, .xlsx) whose bytes tell nothing but its content: no time, no system, no attributes.

    The order of its members stays, which office programs go by. For renderers that leave the writing to a library.

    Raises:
        ValueError: It is no zip file.
    """
    from ._stable import stable_zip as made  # noqa: PLC0415 -- loaded when first used

    return made(data)


def _render_docx(document: Document) -> Rendered:
    from ._docx import render_docx  # noqa: PLC0415 -- loaded when first used

    return render_docx(document)


def _render_markdown(document: Document) -> Rendered:
    from ._markdown import render_markdown  # noqa: PLC0415 -- loaded when first used

    return render_markdown(document)


def _render_text(document: Document) -> Rendered:
    from ._plain import render_text  # noqa: PLC0415 -- loaded when first used

    return render_text(document)


DOCX = Renderer(name="docx", suffixes=(".docx",), render=_render_docx)
"""Word files that look as GB/T 9704-2012 wants official documents to look."""

MARKDOWN = Renderer(name="md", suffixes=(".md", ".markdown"), render=_render_markdown)
"""CommonMark with the tables of GitHub."""

TEXT = Renderer(name="txt", suffixes=(".txt",), render=_render_text)
"""Plain text, a block on each line."""
