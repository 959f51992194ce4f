"""
Sections written in Jinja, in an immutable sandbox that sees only the templates of its own folder.

A template makes blocks by calling functions; every other line of its output becomes a paragraph. What stands between
``{{ }}`` is data: it is put into a line as it is, is never read as a template, and can make neither a new line nor a
block.

What a template knows:

- ``plan``, ``organization``, ``period``: the plan and what it is about; ``content``: the top-level content that the section
  claims; ``data``: what the pack made of the plan's ``data``; ``lang``: ``zh`` or ``en``; ``private``: whether facts about
  named persons may be printed.
- ``heading(text, level=1, marker, id)``, ``item(text, level=2, marker, id)``, ``text(text, marker, refs={words: id})``,
  ``list(items, numbered=true)``, ``table(head, rows, kinds, widths, caption, unit, totals, above, landscape)``,
  ``figure(file, description, caption, width)``, ``page_break()``, ``contents(title, depth)``: make a block.
- ``blocks(content, level=1)``: content as it stands, with its headings and numbers.
- ``say(zh, en)``: what the language of the document asks for; ``worded(item)``: an item as a sentence.
- ``money``, ``numeral``, ``date``, ``schedule``, ``target``, ``quantity``: functions, and filters as well
  (:mod:`._filters`); ``quoted`` writes a text as a scalar of YAML or JSON, for templates of plan files.
- ``range``, ``namespace``, ``dict``, and of Jinja's filters abs, batch, capitalize, count, default, dictsort, first, float,
  format, groupby, int, items, join, last, length, list, lower, map, max, min, reject, rejectattr, replace, reverse, round,
  select, selectattr, sort, string, sum, title, trim, unique, upper.

What it may do ends after a number of steps (:mod:`._work`), and everywhere at the same place.
"""

from __future__ import annotations

import decimal
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from unionkit.errors import Lang

from ._section import Scope, Section
from ._template_folder import TemplateFolder
from ._tree import Block


def template_section(
    name: str,
    *,
    package: str,
    template: str,
    roles: Iterable[str] = (),
    pack: str | None = None,
    title: str = "",
    title_en: str = "",
    headed: bool = False,
) -> Section:
    """
    Return a section whose blocks a template makes.

    Args:
        name: Its name in layouts and papers.

        package: The package whose folder ``templates`` holds the template and all that it may include.

        template: File name of the template in that folder.

        roles: Top-level parts of these roles are given to it as ``content``.

        pack: The pack that it belongs to; None: any plan may use it.

        title: What it is called, in Chinese: as an attachment, printed alone, or in a list of sections.

        title_en: The same in English; empty: as in Chinese.

        headed: Within a document, its title stands above it as the heading of a part.
    """

    def compose(scope: Scope) -> Iterator[Block]:
        return iter(render_blocks(package, template, scope))

    return Section(
        name=name,
        compose=compose,
        roles=frozenset(roles),
        pack=pack,
        title=title,
        title_en=title_en,
        headed=headed,
    )


def render_blocks(folder: TemplateFolder | str, template: str, scope: Scope) -> list[Block]:
    """
    Render a template to blocks.

    Args:
        folder: The folder of templates, or the package that has it.

        template: Its file name in that folder.

        scope: What the section is given.

    Raises:
        TemplateError: It does not exist, is malformed, names something that is not there, does what templates may not
            do, or works for too long.
    """
    from ._filters import FILTERS  # noqa: PLC0415 -- plans without templates do not pay for it
    from ._makers import Makers  # noqa: PLC0415 -- as above

    found = _folder(folder)
    makers = Makers(scope.lang, found, scope.vocabulary)
    output = _rendered(found, template, _known(scope), makers.functions() | FILTERS, scope.lang)
    return list(makers.in_order(output))


def render_page(folder: TemplateFolder | str, template: str, scope: Scope, **values: object) -> str:
    """
    Render a template to a page of HTML, in the same sandbox: for renderers that print straight from the plan.

    Whatever stands between ``{{ }}`` is escaped, what macros put out as well; parts of a page are included. The template
    knows what those of sections know, but makes no blocks.

    Args:
        folder: The folder of templates, or the package that has it.

        template: Its file name in that folder (``board.html.j2``).

        scope: What the renderer is given.

        values: What the template knows besides.

    Raises:
        TemplateError: As for :func:`render_blocks`.
    """
    from ._filters import FILTERS  # noqa: PLC0415 -- plans without templates do not pay for it
    from ._makers import Makers  # noqa: PLC0415 -- as above

    found = _folder(folder)
    functions = Makers(scope.lang, found, scope.vocabulary).functions()
    offered = {name: functions[name] for name in ("say", "worded")} | FILTERS
    return _rendered(found, template, {**_known(scope), **values}, offered, scope.lang, page=True)


def render_text(folder: TemplateFolder | str, template: str, **values: object) -> str:
    """
    Render a template to text, in the same sandbox; ``quoted`` writes a text as a scalar of YAML.

    Raises:
        TemplateError: As for :func:`render_blocks`.
    """
    return _rendered(_folder(folder), template, values, {}, "zh")


def _known(scope: Scope) -> dict[str, object]:
    """What every template knows of its plan."""
    return {
        "plan": scope.plan,
        "organization": scope.plan.organization,
        "period": scope.plan.period,
        "content": scope.content,
        "data": scope.data,
        "lang": scope.lang,
        "private": scope.private,
    }


def _folder(folder: TemplateFolder | str) -> TemplateFolder:
    if isinstance(folder, str):
        return TemplateFolder.of_package(folder)
    return folder if folder.files else folder.read()


def _rendered(
    folder: TemplateFolder,
    template: str,
    values: Mapping[str, object],
    functions: Mapping[str, Callable[..., Any]],
    lang: Lang,
    *,
    page: bool = False,
) -> str:
    from ._calls import Offered  # noqa: PLC0415 -- as above
    from ._sandbox import environment  # noqa: PLC0415 -- as above
    from ._work import WORK, Work  # noqa: PLC0415 -- as above

    offered = {name: Offered(name, function) for name, function in functions.items()}
    begun = WORK.set(Work(folder, lang))
    try:
        with decimal.localcontext(decimal.Context(prec=28, rounding=decimal.ROUND_HALF_EVEN)):
            made: str = environment(folder, page=page).get_template(template).render({**values, **offered})
    except Exception as error:
        from ._template_errors import template_error  # noqa: PLC0415 -- only a mistake pays for it

        raise template_error(error, folder, template) from error
    finally:
        WORK.reset(begun)
    return made
