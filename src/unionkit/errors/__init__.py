"""
The whole error tree: every error that unionkit raises on purpose.

Each stands under :class:`UnionkitError` **and** the builtin that a caller would expect. An error holds
facts, readable as attributes, and words them on demand: ``error.message("zh")``, ``error.message("en")``.
``str(error)`` is always the Chinese message: never a setting, so that logs of two machines can be compared.

The code (``UK012``) is stable; messages may be reworded.
"""

from ._access import (
    EmptySourceError,
    FileTooLargeError,
    NotUtf8Error,
    ReadAccessError,
    SameFileError,
    StreamWriteError,
    WriteAccessError,
)
from ._base import Lang, Place, UnionkitError
from ._planfile import (
    AliasError,
    AmbiguousItemError,
    DuplicateKeyError,
    EmptyFileError,
    MissingKeyError,
    NotYamlError,
    PlanFileError,
    Problem,
    TagError,
    UnknownKeyError,
    UnsupportedVersionError,
)
from ._plugins import (
    IncompatiblePackError,
    MissingStarterError,
    NameClashError,
    PaperFormatError,
    PluginError,
    TemplateError,
    UnknownExecutorError,
    UnknownFormatError,
    UnknownHookError,
    UnknownPackError,
    UnknownPaperError,
    UnknownPluginError,
    UnknownReaderError,
    UnknownSectionError,
)
from ._values import (
    DuplicateIdError,
    ImpossibleValueError,
    InvalidTextError,
    InvalidValueError,
    NestingError,
    NotationError,
    PathError,
    UnknownNameError,
    WrongTypeError,
)

__all__ = [
    "AliasError",
    "AmbiguousItemError",
    "DuplicateIdError",
    "DuplicateKeyError",
    "EmptyFileError",
    "EmptySourceError",
    "FileTooLargeError",
    "ImpossibleValueError",
    "IncompatiblePackError",
    "InvalidTextError",
    "InvalidValueError",
    "Lang",
    "MissingKeyError",
    "MissingStarterError",
    "NameClashError",
    "NestingError",
    "NotUtf8Error",
    "NotYamlError",
    "NotationError",
    "PaperFormatError",
    "PathError",
    "Place",
    "PlanFileError",
    "PluginError",
    "Problem",
    "ReadAccessError",
    "SameFileError",
    "StreamWriteError",
    "TagError",
    "TemplateError",
    "UnionkitError",
    "UnknownExecutorError",
    "UnknownFormatError",
    "UnknownHookError",
    "UnknownKeyError",
    "UnknownNameError",
    "UnknownPackError",
    "UnknownPaperError",
    "UnknownPluginError",
    "UnknownReaderError",
    "UnknownSectionError",
    "UnsupportedVersionError",
    "WriteAccessError",
    "WrongTypeError",
]
