"""Files are read whole or not at all, and written whole or not at all."""

from __future__ import annotations

import errno
import io
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from unionkit.errors import (
    FileTooLargeError,
    NotUtf8Error,
    ReadAccessError,
    StreamWriteError,
    WriteAccessError,
)
from unionkit.errors._base import printable
from unionkit.files import LIMIT_MIB, decoded, read_stream, read_text_file, write_file, write_stream

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def test_a_text_file_is_read_as_utf_8(tmp_path: Path) -> None:
    """Line ends stay as they are; a byte-order mark goes."""
    file = tmp_path / "计划.yaml"
    file.write_bytes("\ufefftitle: 甲𠮷\r\n".encode())

    assert read_text_file(file) == read_text_file(str(file)) == "title: 甲𠮷\r\n"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.yaml", "没有这个文件或文件夹"),
        (".", "它是文件夹"),
        ("plan.yaml/below.yaml", "路径中有一段不是文件夹"),
        ("长" * 200, "文件名过长"),
        ("a\0b", "文件名中有不能用的字符"),
        ("a\ud83db", "文件名中有不能用的字符"),
    ],
)
def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path, name: str, reason: str) -> None:
    """In Chinese and English, with the name as it was given."""
    (tmp_path / "plan.yaml").touch()

    with pytest.raises(ReadAccessError) as caught:
        read_text_file(tmp_path / name)

    assert caught.value.reason_zh == reason
    assert caught.value.file == str(tmp_path / name)
    assert printable(caught.value.file[-50:]) in caught.value.message("en")


@pytest.mark.parametrize(
    ("data", "offset"),
    [(b"\xff", 0), ("计划".encode("gb18030"), 0), (b"ab\xe4\xbd", 2), (b"a\xed\xa0\x80", 1)],
)
def test_bytes_that_are_no_utf_8_are_refused_with_their_place(
    tmp_path: Path, data: bytes, offset: int
) -> None:
    """Also half a character at the end, and half a surrogate pair."""
    file = tmp_path / "plan.yaml"
    file.write_bytes(data)

    with pytest.raises(NotUtf8Error) as caught:
        read_text_file(file)

    assert (caught.value.file, caught.value.offset) == (str(file), offset)


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    """The limit itself is fine."""
    file = tmp_path / "plan.yaml"
    file.write_bytes(b" " * (LIMIT_MIB * 1024 * 1024))
    assert len(read_text_file(file)) == LIMIT_MIB * 1024 * 1024

    with file.open("ab") as grown:
        grown.write(b" ")
    with pytest.raises(FileTooLargeError) as caught:
        read_text_file(file)

    assert caught.value.limit_mib == LIMIT_MIB


def test_a_stream_is_read_like_a_file() -> None:
    """Standard input has no other rules."""
    assert decoded(read_stream(io.BytesIO(b"\xef\xbb\xbfa"), "-"), "-") == "a"

    with pytest.raises(NotUtf8Error):
        decoded(b"\xff", "-")


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    """The path comes back as it was given, and nothing else is left in the folder."""
    file = tmp_path / ("计划" * 40 + ".docx")  # as long as a file name may be
    for data in (b"one", b"two"):
        assert write_file(str(file), data) == file
        assert file.read_bytes() == data

    assert list(tmp_path.iterdir()) == [file]


def test_the_mode_of_a_replaced_file_is_kept(tmp_path: Path) -> None:
    """A private file stays private; a new one gets what the system gives."""
    kept, new, usual = tmp_path / "kept", tmp_path / "new", tmp_path / "usual"
    kept.touch()
    kept.chmod(0o640)
    usual.touch()

    write_file(kept, b"")
    write_file(new, b"")

    assert kept.stat().st_mode & 0o777 == 0o640
    assert new.stat().st_mode == usual.stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it points at is replaced."""
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")

    write_file(tmp_path / "link", b"new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize("step", ["open", "chmod", "replace"])
def test_when_writing_fails_the_old_content_is_intact(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """At whatever step it fails, no half-written file is left either."""
    file = tmp_path / "plan.docx"
    file.write_bytes(b"old")

    def fail(*_arguments: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(Path, step, fail)
    with pytest.raises(WriteAccessError) as caught:
        write_file(file, b"new")
    monkeypatch.undo()

    assert caught.value.reason_en == "the disk is full"
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_an_interrupted_write_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is no exception to that."""

    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "plan.docx", b"new")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (".", "它是文件夹"),
        ("missing/plan.docx", "没有这个文件或文件夹"),
        ("plan.yaml/plan.docx", "路径中有一段不是文件夹"),
        ("长" * 200, "文件名过长"),
        ("a\0b", "文件名中有不能用的字符"),
        ("a\ud83db", "文件名中有不能用的字符"),
    ],
)
def test_a_file_that_cannot_be_written_says_why(tmp_path: Path, name: str, reason: str) -> None:
    """In Chinese and English, with the name as it was given."""
    (tmp_path / "plan.yaml").touch()

    with pytest.raises(WriteAccessError) as caught:
        write_file(tmp_path / name, b"")

    assert caught.value.reason_zh == reason
    assert list(tmp_path.iterdir()) == [tmp_path / "plan.yaml"]


def test_the_root_folder_is_no_file() -> None:
    """A path without a name is refused like any folder."""
    with pytest.raises(WriteAccessError):
        write_file(Path(Path.cwd().anchor), b"")


@pytest.mark.skipif(AS_ROOT, reason="root may write anywhere")
def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    """As the system says it."""
    tmp_path.chmod(0o500)

    with pytest.raises(WriteAccessError) as caught:
        write_file(tmp_path / "plan.docx", b"")

    assert caught.value.reason_zh == "没有权限"


def test_threads_may_write_the_same_file(tmp_path: Path) -> None:
    """One of them wins; none fails, and the file is whole."""
    file = tmp_path / "plan.docx"
    contents = [bytes([number]) * 100_000 for number in range(16)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda data: write_file(file, data), contents))

    assert file.read_bytes() in contents
    assert list(tmp_path.iterdir()) == [file]


def test_a_stream_that_is_closed_at_the_other_end_says_so() -> None:
    """A pipe to a program that has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb", buffering=0) as stream, pytest.raises(StreamWriteError) as caught:
        write_stream(stream, b"x")

    assert caught.value.reason_zh == "接收输出的程序已经退出"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_or_device_is_written_to_as_it_stands(tmp_path):
    """It is not replaced by a plain file, however much the caller may do."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_file(pipe, b"plan")
    reader.join()

    assert read == [b"plan"]
    assert pipe.is_fifo()
