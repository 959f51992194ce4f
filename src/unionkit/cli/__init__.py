"""The command line: ``unionkit``."""

import gc

# A command runs once and ends: looking for cycles among what the imports make costs more than it could free.
gc.set_threshold(100_000)

from ._main import main  # noqa: E402

__all__ = ["main"]
