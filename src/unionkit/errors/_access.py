"""Files that cannot be read or written."""

from __future__ import annotations

from ._base import UnionkitError


class ReadAccessError(UnionkitError, OSError):
    """
    A file that cannot be opened for reading.

    Attributes:
        file: The file as it was named.

        reason_zh: Why, in Chinese.

        reason_en: Why, in English.
    """

    code = "UK031"
    zh = "读不了 {file}：{reason_zh}。"
    en = "Cannot read {file}: {reason_en}."

    file: str
    reason_zh: str
    reason_en: str


class WriteAccessError(UnionkitError, OSError):
    """
    A file that cannot be written; what stood there before is unchanged.

    Attributes:
        file: The file as it was named.

        reason_zh: Why, in Chinese.

        reason_en: Why, in English.
    """

    code = "UK032"
    zh = "写不了 {file}：{reason_zh}；原有内容没有改动。"
    en = "Cannot write {file}: {reason_en}; what stood there is unchanged."

    file: str
    reason_zh: str
    reason_en: str


class NotUtf8Error(UnionkitError, ValueError):
    """
    A file whose bytes are not UTF-8.

    Attributes:
        file: The file as it was named.

        offset: Index of the first byte that is wrong, from 0.
    """

    code = "UK033"
    zh = "{file} 不是 UTF-8 编码（第 {offset} 字节起读不通）；请用编辑器另存为 UTF-8。"
    en = "{file} is not UTF-8 (it stops making sense at byte {offset}); save it as UTF-8."

    file: str
    offset: int


class NotDocxError(UnionkitError, ValueError):
    """A file that ends in .docx, and is no Word file."""

    code = "UK070"
    zh = "{file} 不是 Word 文件（.docx），或已损坏；请用 Word 或 WPS 打开，另存为 .docx 再试。"
    en = "{file} is no Word file (.docx), or is damaged; open it in Word or WPS and save it as .docx."

    file: str


class FileTooLargeError(UnionkitError, ValueError):
    """A file over the limit; nothing of it was read."""

    code = "UK034"
    zh = "{file} 超过 {limit_mib} MiB，没有读取。"
    en = "{file} is larger than {limit_mib} MiB and was not read."

    file: str
    limit_mib: int


class EmptySourceError(UnionkitError, ValueError):
    """A document to be read that has nothing in it."""

    code = "UK035"
    zh = "{file} 是空的，没有可读的内容。"
    en = "{file} is empty; there is nothing to read."

    file: str


class StreamWriteError(UnionkitError, OSError):
    """
    Standard output cannot be written to; what was sent so far may be incomplete.

    Attributes:
        reason_zh: Why, in Chinese.

        reason_en: Why, in English.
    """

    code = "UK036"
    zh = "写不了标准输出：{reason_zh}；输出不完整。"
    en = "Cannot write to standard output: {reason_en}; the output is incomplete."

    reason_zh: str
    reason_en: str


class SameFileError(UnionkitError, ValueError):
    """The output would overwrite the input."""

    code = "UK037"
    zh = "输出 {file} 就是输入的文件，没有写；请换一个文件名。"
    en = "The output {file} is the input itself; nothing was written. Choose another name."

    file: str
