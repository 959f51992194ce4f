"""What a pack's code does besides computing: it asks the clock, the environment, writes, reads or calls out."""

from __future__ import annotations

import datetime as dt
import os
import sys
import sysconfig
from collections.abc import Callable
from types import FrameType
from typing import Any, Final

_CLOCKS: Final = frozenset(
    (
        *("time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns"),
        *("localtime", "gmtime", "ctime", "process_time", "thread_time"),
    )
)
_TODAY: Final = frozenset(("now", "today", "utcnow"))
_FLAGS: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_WRITES: Final = (
    *("os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink"),
    *("os.truncate", "os.utime", "os.putenv", "os.unsetenv", "os.chdir", "shutil.", "tempfile."),
)
_CALLS: Final = (
    *("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "urllib."),
    *("http.client.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "ctypes.", "webbrowser."),
)
_LISTS: Final = ("os.listdir", "os.scandir", "glob.glob")


class Watch:
    """
    Tells what the code of some files does, whoever does it for them in the standard library or in another library.

    What the core does for itself, and what importing a module does, is not told.

    Attributes:
        events: Of what kind (``clock``, ``environment``, ``writes``, ``reads``, ``calls``), what, and in which file and line.
    """

    def __init__(self, own: str, core: str) -> None:
        """
        Prepare.

        Args:
            own: The file, or the folder, of the code that is watched.

            core: The folder of the core.
        """
        self.events: list[tuple[str, str, str, int]] = []
        self._own = own
        self._core = core + os.sep
        self._libraries = tuple(
            sysconfig.get_path(name) + os.sep for name in ("stdlib", "purelib", "platlib")
        )
        self._environ = {
            code
            for name in ("__getitem__", "__iter__", "__len__")
            if (code := getattr(getattr(type(os.environ), name, None), "__code__", None))
        }
        self._active = False
        sys.addaudithook(self._audit)

    def start(self) -> None:
        """Look from here on."""
        self._active = True
        sys.setprofile(self._profile)

    def stop(self) -> None:
        """Look no more."""
        sys.setprofile(None)
        self._active = False

    # ------------------------------------------------------------ what is seen

    def _profile(self, frame: FrameType, event: str, argument: Any) -> None:
        if event == "c_call":
            kind = _asked_by(argument)
            if kind:
                self._note(kind, getattr(argument, "__qualname__", ""), frame)
        elif event == "call" and frame.f_code in self._environ:
            self._note("environment", "os.environ", frame)

    def _audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._active:
            return
        if event == "open":
            self._opened(*arguments)
        elif event in _LISTS:
            self._looked_at(arguments[0] if arguments else ".", event)
        elif event.startswith(_WRITES):
            self._note("writes", event, sys._getframe(1))  # noqa: SLF001 -- the frame that is looked at
        elif event.startswith(_CALLS):
            self._note("calls", event, sys._getframe(1))  # noqa: SLF001 -- as above

    def _opened(self, path: object, mode: object, flags: object) -> None:
        if isinstance(mode, str) and set(mode) & set("wax+"):
            self._note("writes", f"open({_name(path)})", sys._getframe(2))  # noqa: SLF001 -- as above
        elif mode is None and isinstance(flags, int) and flags & _FLAGS:
            self._note("writes", f"os.open({_name(path)})", sys._getframe(2))  # noqa: SLF001 -- as above
        else:
            self._looked_at(path, "open")

    def _looked_at(self, path: object, how: str) -> None:
        if isinstance(path, int):
            return
        file = os.path.realpath(os.fspath(path)) if isinstance(path, str | os.PathLike) else str(path)
        if not file.startswith((self._own, self._core, *self._libraries)):
            self._note("reads", f"{how}({_name(path)})", sys._getframe(3))  # noqa: SLF001 -- as above

    def _note(self, kind: str, what: str, frame: FrameType | None) -> None:
        """Note what the watched code did itself, or had done by a library."""
        while frame is not None:
            file = frame.f_code.co_filename
            if file.startswith(self._own):
                seen = (kind, what, file, frame.f_lineno)
                if seen not in self.events:
                    self.events.append(seen)
                return
            if file.startswith(("<frozen importlib", self._core)):
                return
            frame = frame.f_back


def _asked_by(function: Callable[..., Any]) -> str:
    """Which of what changes from run to run a built-in function tells; empty for none."""
    name = getattr(function, "__name__", "")
    if name in _TODAY:
        owner = getattr(function, "__self__", None)
        return "clock" if isinstance(owner, type) and issubclass(owner, dt.date) else ""
    module = getattr(function, "__module__", None)
    if module == "time" and name in _CLOCKS:
        return "clock"
    if module == "_locale" or (name == "getcwd" and module in {"posix", "nt"}):
        return "environment"
    return ""


def _name(path: object) -> str:
    """The last step of a path: what stands before it differs between machines."""
    return os.path.basename(os.fspath(path)) if isinstance(path, str | os.PathLike) else str(path)  # noqa: PTH119 -- pathlib would be watched
