"""Reading text files and writing output so that nothing is ever half-written."""

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path
from typing import BinaryIO, Final

from unionkit.errors import (
    FileTooLargeError,
    NotUtf8Error,
    ReadAccessError,
    StreamWriteError,
    WriteAccessError,
)

LIMIT_MIB: Final = 16
"""Files larger than this many MiB are refused unread."""

_REASONS: Final = {
    errno.ENOENT: ("没有这个文件或文件夹", "no such file or folder"),
    errno.ENOTDIR: ("路径中有一段不是文件夹", "a part of the path is no folder"),
    errno.EISDIR: ("它是文件夹", "it is a folder"),
    errno.EACCES: ("没有权限", "permission denied"),
    errno.EPERM: ("没有权限", "permission denied"),
    errno.EROFS: ("所在磁盘只读", "the disk is read-only"),
    errno.ENOSPC: ("磁盘已满", "the disk is full"),
    errno.EPIPE: ("接收输出的程序已经退出", "the program that takes the output has gone"),
    errno.ENAMETOOLONG: ("文件名过长", "the name is too long"),
}


def read_file(path: str | Path) -> bytes:
    """
    Return the bytes of a file.

    Raises:
        ReadAccessError: It does not exist, is a folder, or may not be read.
        FileTooLargeError: It is larger than 16 MiB.
    """
    try:
        with Path(path).open("rb") as file:
            return read_stream(file, str(path))
    except FileTooLargeError:
        raise
    except (OSError, ValueError) as error:
        raise ReadAccessError(str(path), *reason(error)) from None


def read_text_file(path: str | Path) -> str:
    """
    Return the text of a UTF-8 file; a byte-order mark at its start is dropped.

    Raises:
        ReadAccessError: It does not exist, is a folder, or may not be read.
        FileTooLargeError: It is larger than 16 MiB.
        NotUtf8Error: It is no UTF-8.
    """
    return decoded(read_file(path), str(path))


def read_stream(stream: BinaryIO, name: str) -> bytes:
    """
    Return the bytes of an open stream.

    Raises:
        FileTooLargeError: There is more than 16 MiB of it.
    """
    limit = LIMIT_MIB * 1024 * 1024
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise FileTooLargeError(name, LIMIT_MIB)
    return data


def decoded(data: bytes, name: str) -> str:
    """
    Return the text of a UTF-8 file; a byte-order mark at its start is dropped.

    Raises:
        NotUtf8Error: It is no UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotUtf8Error(name, error.start) from None


def write_file(path: str | Path, data: bytes) -> Path:
    """
    Write a file beside its place and rename it, so that a reader sees the old file or the whole new one.

    A device or pipe (``/dev/stdout``) is no file that could be renamed over: it is written to as it stands.

    Raises:
        WriteAccessError: It cannot be written; a file that stood there is unchanged.
    """
    try:
        if _is_special(path):
            with Path(path).open("wb") as device:
                device.write(data)
            return Path(path)
        target = Path(os.path.realpath(path))
        beside = target.with_name(f".unionkit-{os.getpid()}-{threading.get_ident()}.part")
        _remove(beside)  # what a program that was killed may have left
        try:
            with beside.open("xb") as file:
                file.write(data)
            if target.exists():
                beside.chmod(stat.S_IMODE(target.stat().st_mode))
            beside.replace(target)
        finally:
            _remove(beside)
    except (OSError, ValueError) as error:
        raise WriteAccessError(str(path), *reason(error)) from None
    return Path(path)


def _is_special(path: str | Path) -> bool:
    """Whether something stands there that is no plain file; a folder counts, and refuses to be opened."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116 -- a path of bytes behind /proc is no Path
    except FileNotFoundError:
        return False


def write_stream(stream: BinaryIO, data: bytes) -> None:
    """
    Write everything to standard output.

    Raises:
        StreamWriteError: The program at the other end has gone, or the disk is full.
    """
    try:
        stream.write(data)
        stream.flush()
    except OSError as error:
        raise StreamWriteError(*reason(error)) from None


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except (OSError, ValueError):
        return


def reason(error: OSError | ValueError) -> tuple[str, str]:
    """Return why a file could not be read or written, in Chinese and in English."""
    if isinstance(error, OSError) and error.errno is not None:
        text = os.strerror(error.errno)
        return _REASONS.get(error.errno, (text, text))
    return "文件名中有不能用的字符", "the name has a character that cannot be used"
