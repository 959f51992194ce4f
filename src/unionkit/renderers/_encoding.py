"""The bytes of a text: UTF-8 without the characters that no document can carry."""

from __future__ import annotations

# XML 1.0 (section 2.2) allows of the C0 controls only tab, line feed and carriage return.
_CONTROLS = bytes({*range(0x20)} - {0x09, 0x0A, 0x0D})
_NONCHARACTERS = ("\ufffe", "\uffff")


def encode(text: str) -> bytes:
    """
    Encode `text` as UTF-8 and leave out control characters, lone surrogates, U+FFFE and U+FFFF.

    Texts of plans have none of them; documents may be built by anyone. A byte below 0x20 is never a part of
    a longer character in UTF-8, so one pass over the whole file is enough.
    """
    data = text.encode("utf-8", "ignore").translate(None, _CONTROLS)
    for noncharacter in _NONCHARACTERS:
        if noncharacter in text:
            data = data.replace(noncharacter.encode(), b"")
    return data
