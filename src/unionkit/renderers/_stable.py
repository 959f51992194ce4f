"""Zip files made by others, written anew so that they do not tell when."""

from __future__ import annotations

import io
import zipfile

from ._docx._archive import Archive


def stable_zip(data: bytes) -> bytes:
    """Return the same members in the same order, with nothing said of time and system."""
    archive = Archive()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as given:
            for name in given.namelist():
                archive.add(name, given.read(name))
    except zipfile.BadZipFile as error:
        raise ValueError(f"this is no zip file: {error}") from error
    return archive.to_bytes()
