"""``unionkit render``: a plan, one of its pack's papers or one section, as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from ._localised import Option, almanac_option, make_command
from ._state import STANDARD, State

if TYPE_CHECKING:
    from unionkit.document import Block, Document
    from unionkit.files import PlanFile
    from unionkit.model import Plan
    from unionkit.renderers import Rendered

_SHOWN: Final = 20
"""How many characters of a block are quoted."""

_KINDS: Final[dict[str, tuple[str, str]]] = {
    "Title": ("标题", "title"),
    "Addressee": ("主送机关", "addressee"),
    "Contents": ("目录", "table of contents"),
    "Heading": ("小标题", "heading"),
    "Text": ("段落", "paragraph"),
    "List": ("列举", "list"),
    "Grid": ("表格", "table"),
    "Figure": ("插图", "figure"),
    "AttachmentNote": ("附件说明", "list of attachments"),
    "Attachment": ("附件", "attachment"),
    "SignOff": ("落款", "sign-off"),
}
"""What each kind of block is called."""

_FRAME: Final = frozenset({"Title", "Contents", "PageBreak", "SignOff"})
"""The kinds of blocks that a paper begins and ends with, whatever there is to print."""

_QUOTED: Final = 5
"""How many texts that were not printed are quoted."""


def command(state: State) -> click.Command:
    """Return the command."""

    def run(
        *,
        plan: str,
        output: str,
        output_format: str | None,
        paper: str | None,
        section: str | None,
        pack: str | None,
        templates: str | None,
        almanac: str | None,
        renumber: bool,
        contents: bool,
    ) -> None:
        state.refuse_overwriting(plan, output)
        state.templates, state.almanac = templates, almanac
        kit = state.kit
        chosen = output_format or ("docx" if output == STANDARD else kit.format_of(output))
        file = state.load(plan)
        document = None
        if chosen in kit.renderers and kit.renderers[chosen].render is not None:
            document = kit.compose(
                file, paper=paper, section=section, pack=pack, renumber=renumber, contents=contents
            )
            rendered = kit.rendered_document(document, chosen)
        else:
            rendered = kit.rendered(file, chosen, paper=paper, section=section, pack=pack)
        state.tell_set_aside()
        _tell_private(state, file.plan, paper, pack)
        if document is not None:
            _tell_skipped(state, document, rendered)
            if wanted := section or paper:
                _tell_empty(state, document, wanted)
            else:
                _tell_unprinted(state, file, document)
        state.write(output, rendered.data)

    return make_command(
        state,
        "render",
        callback=run,
        help=state.say(
            "把计划打印成文件；格式由文件名的后缀决定（.docx、.md、.txt）。",
            "Print a plan to a file; the ending of its name says in which format (.docx, .md, .txt).",
        ),
        params=[
            click.Argument(["plan"]),
            Option(
                state,
                ["-o", "--output"],
                required=True,
                metavar="FILE",
                help=state.say("写到哪个文件；- 为标准输出", "File to write; - is standard output"),
            ),
            Option(
                state,
                ["--format", "output_format"],
                metavar="NAME",
                help=state.say("格式的名称，代替后缀", "Name of the format, instead of the ending"),
            ),
            Option(
                state,
                ["--paper"],
                metavar="NAME",
                help=state.say("打印模板包的哪种专用文书", "Print this paper of the pack"),
            ),
            Option(
                state,
                ["--section"],
                metavar="NAME",
                help=state.say("只打印这一章节，如 calendar", "Print this section alone, such as calendar"),
            ),
            Option(
                state,
                ["--pack"],
                metavar="NAME",
                help=state.say(
                    "用哪个模板包打印；neutral 为不用模板包", "Print with this pack; neutral: with none"
                ),
            ),
            Option(
                state,
                ["--templates"],
                metavar="DIR",
                help=state.say(
                    "自己的模板文件夹；其中的章节和版式优先",
                    "Your own folder of templates; its sections and layouts come first",
                ),
            ),
            almanac_option(state),
            Option(
                state,
                ["--renumber"],
                is_flag=True,
                help=state.say(
                    "不用存下的编号，全部重新编号", "Drop the stored numbers and number everything anew"
                ),
            ),
            Option(
                state,
                ["--contents"],
                is_flag=True,
                help=state.say("前面加一页目录", "Begin with a table of contents on a page of its own"),
            ),
        ],
    )


def _tell_skipped(state: State, document: Document, rendered: Rendered) -> None:
    """Say which blocks the format could not show, by their words, and why; a page that does not end is no loss."""
    for skipped in rendered.skipped:
        block = document.blocks[skipped.index]
        if type(block).__name__ == "PageBreak":
            continue
        named = _named(state, block)
        state.tell(
            state.say(
                f"未打印第 {skipped.index + 1} 块（{named}）：{skipped.reason_zh or skipped.reason}",
                f"Not printed: block {skipped.index + 1} ({named}): {skipped.reason}",
            )
        )


def _named(state: State, block: Block) -> str:
    """What a block is, and the words by which a person finds it."""
    kind = state.say(*_KINDS[type(block).__name__])
    said = _words(block)
    if not said:
        return kind
    shown = said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"
    return f"{kind}{state.say('', ' ')}“{shown}”"


def _words(block: Block) -> str:
    """The first words of a block, whatever its kind; empty where it has none."""
    for name in ("text", "caption", "description", "title", "signature", "date", "note"):
        if said := getattr(block, name, ""):
            return str(said)
    if names := getattr(block, "names", ()):
        return str(names[0])
    if items := getattr(block, "items", ()):
        return _words(items[0])
    return next((column.title for column in getattr(block, "columns", ()) if column.title), "")


def _tell_empty(state: State, document: Document, wanted: str) -> None:
    """Say that a paper or section has nothing but its frame."""
    from unionkit.document import SIGN_OFF  # noqa: PLC0415 -- the help needs none of it

    if wanted != SIGN_OFF and all(type(block).__name__ in _FRAME for block in document.blocks):
        state.tell(
            state.say(
                f"注意: 这份计划里没有可以印在“{wanted}”里的内容。",
                f"Note: there is nothing in this plan that “{wanted}” could print.",
            )
        )


def _tell_unprinted(state: State, file: PlanFile, document: Document) -> None:
    """Say which texts of the plan no section printed: a layout without sign-off, a template that leaves something out."""
    from unionkit.document import unprinted  # noqa: PLC0415 -- as above

    left = unprinted(file.plan, document)
    for path, text in left[:_QUOTED]:
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        place = file.place(path)
        state.tell(state.say(f"未打印 {place}：“{shown}”", f"Not printed: {place}: “{shown}”"))
    if len(left) > _QUOTED:
        rest = len(left) - _QUOTED
        state.tell(state.say(f"另有 {rest} 处文字未打印。", f"{rest} more texts were not printed."))


def _tell_private(state: State, plan: Plan, paper: str | None, pack: str | None) -> None:
    """Say how many facts about named persons were left out, unless the paper asks for them."""
    papers = state.kit.pack(pack or plan.pack or "").papers if paper is not None else ()
    if not any(known.name == paper and known.private for known in papers):
        state.tell_private(plan)
