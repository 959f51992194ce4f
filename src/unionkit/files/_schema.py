"""The plan file as a JSON Schema; what makes it is imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from unionkit.model import CORE_VOCABULARY, Vocabulary


def plan_schema(
    *,
    vocabulary: Vocabulary = CORE_VOCABULARY,
    packs: Mapping[str, tuple[str, str, type | None]] | None = None,
) -> dict[str, Any]:
    """
    Return a JSON Schema 2020-12 of the plan file, with titles and descriptions in Chinese and English.

    It accepts everything that loads; what it cannot say is listed in ``docs/reference/schema.md``.

    Args:
        vocabulary: The names to offer for kinds, roles, sectors, triggers and accounts; others are accepted too.

        packs: Packs to offer, by name: title in Chinese, in English, and the class of what stands under ``data``
            and the name (or None).
    """
    from ._schema_maker import Maker  # noqa: PLC0415 -- loading and writing plans do without

    return Maker(vocabulary, packs or {}).schema()
