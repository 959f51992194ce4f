"""Documents: the neutral tree, its numbering, and the sections, layouts and papers that make it from a plan."""

from ._builtin import BODY, BUDGET_TABLE, DEFAULT_LAYOUT, SECTIONS, SIGN_OFF
from ._compose import Options, Paper, compose, compose_paper, compose_section
from ._folder_sections import LAYOUT_FILE, folder_layouts, folder_sections
from ._media import Media
from ._numbering import SCHEMES, Scheme, number
from ._numerals import circled, ordinal
from ._private import without_private
from ._section import Scope, Section, content_blocks
from ._template_folder import TemplateFolder
from ._templates import render_blocks, render_page, render_text, template_section
from ._tree import (
    MAX_LEVEL,
    Addressee,
    Attachment,
    AttachmentNote,
    Block,
    Column,
    ColumnKind,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    Grid,
    HeadCell,
    Heading,
    List,
    ListItem,
    PageBreak,
    Ref,
    SignOff,
    Text,
    Title,
    check_block,
)
from ._unprinted import unprinted
from ._wording import worded, worded_title
from ._wording_dates import worded_date
from ._wording_figures import worded_target
from ._wording_schedule import worded_schedule

__all__ = [
    "BODY",
    "BUDGET_TABLE",
    "DEFAULT_LAYOUT",
    "LAYOUT_FILE",
    "MAX_LEVEL",
    "SCHEMES",
    "SECTIONS",
    "SIGN_OFF",
    "Addressee",
    "Attachment",
    "AttachmentNote",
    "Block",
    "Column",
    "ColumnKind",
    "Contents",
    "ContentsEntry",
    "Document",
    "Figure",
    "Grid",
    "HeadCell",
    "Heading",
    "List",
    "ListItem",
    "Media",
    "Options",
    "PageBreak",
    "Paper",
    "Ref",
    "Scheme",
    "Scope",
    "Section",
    "SignOff",
    "TemplateFolder",
    "Text",
    "Title",
    "check_block",
    "circled",
    "compose",
    "compose_paper",
    "compose_section",
    "content_blocks",
    "folder_layouts",
    "folder_sections",
    "number",
    "ordinal",
    "render_blocks",
    "render_page",
    "render_text",
    "template_section",
    "unprinted",
    "without_private",
    "worded",
    "worded_date",
    "worded_schedule",
    "worded_target",
    "worded_title",
]
