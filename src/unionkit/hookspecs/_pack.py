"""What a template pack is: all that one sector's plans need, as data."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from unionkit.document import DEFAULT_LAYOUT, Paper
from unionkit.model import Value, Vocabulary


@attrs.frozen(kw_only=True, repr=False)
class Pack(Value):
    """
    A template pack (模板包): what a distribution knows about the plans of one sector.

    Its sections, rules and renderers come in by hooks of their own; all the rest are fields of this class.

    Attributes:
        name: Its name, as plans give it under ``pack``.

        package: The package that holds its folders ``templates`` and ``starter``; usually ``__name__``.

        title: What it is for, in Chinese.

        title_en: The same in English.

        sector: The sector of the vocabulary that it serves; empty for none in particular.

        layout: Names of sections in the order in which they are printed. Content that none of them claims is
            printed where ``body`` stands, or last.

        papers: Further documents made from a plan.

        starters: Template of the starter plan in the folder ``templates``, by half year.

        vocabulary: Names that plans of this pack may use besides those of the core.

        data: The attrs class of what stands in a plan under ``data`` and the pack's name; None: nothing does.

        requires: The core version that it needs, as ``major.minor``; a newer core of the same major fits too.
    """

    name: str
    package: str
    title: str
    title_en: str
    sector: str = ""
    layout: tuple[str, ...] = DEFAULT_LAYOUT
    papers: tuple[Paper, ...] = ()
    starters: Mapping[int, str] = attrs.field(factory=dict)
    vocabulary: Vocabulary = attrs.field(factory=Vocabulary)
    data: type | None = None
    requires: str = "0.1"
