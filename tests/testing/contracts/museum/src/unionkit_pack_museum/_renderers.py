"""A page to hang up, and the duties as a table for other programs."""

from __future__ import annotations

from html import escape

from unionkit.document import Document, Grid, Heading, Scope, Text, Title
from unionkit.renderers import Rendered, Renderer, Skipped


def render_page(document: Document) -> Rendered:
    """Print titles, headings, texts and tables; all else is skipped."""
    lines: list[str] = []
    printed: list[int] = []
    skipped: list[Skipped] = []
    for index, block in enumerate(document.blocks):
        if isinstance(block, Title):
            lines += [f"<h1>{escape(text)}</h1>" for text in (block.text, block.subtitle, block.number)]
        elif isinstance(block, Heading | Text):
            lines.append(f"<p>{escape(f'{block.marker or str()}{block.text}')}</p>")
        elif isinstance(block, Grid):
            cells = [cell.title for row in block.head for cell in row]
            cells += [cell for row in (*block.rows, *block.totals) for cell in row]
            lines += [f"<td>{escape(text)}</td>" for text in (block.caption, block.unit, *cells)]
        else:
            skipped.append(Skipped(index, f"the page has no {type(block).__name__}"))
            continue
        printed.append(index)
    data = "\n".join(lines).encode("utf-8", "replace")
    return Rendered(data, tuple(printed), tuple(skipped))


def render_duties(scope: Scope) -> Rendered:
    """Print a line for each duty that names nobody."""
    duties = getattr(scope.data, "duties", ())
    lines = [f"{duty.day or ''}\t{duty.guide}" for duty in duties if not duty.private]
    return Rendered("\n".join(lines).encode(), ())


PAGE = Renderer(name="museum-page", suffixes=(".museum",), render=render_page)
DUTIES = Renderer(name="museum-duties", suffixes=(), render_plan=render_duties, pack="museum")
