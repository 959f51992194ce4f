"""Text as XML: every text of a document passes here, and nothing in it is ever markup."""

from __future__ import annotations


def escape(text: str) -> str:
    """
    Return `text` as the content of an element, ``]]>`` included.

    Characters that XML forbids are left out when the whole part is encoded. (`xml.sax.saxutils` does the same
    but imports `urllib`, which takes longer than rendering a plan.)
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_value(text: str) -> str:
    """Return `text` as the value of an attribute; a break in it becomes a space, as a reader of XML makes it one."""
    return " ".join(escape(text).replace('"', "&quot;").split())
