"""
Plan files: YAML and JSON ⇄ plan, with the place of everything and all problems at once; files of almanac data, read with
the same care; reading and writing files.

What writes plans or reads almanacs is loaded when it is first used: a program that only reads plans need not wait for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ._access import (
    LIMIT_MIB,
    decoded,
    read_file,
    read_stream,
    read_text_file,
    reason,
    write_file,
    write_stream,
)
from ._faults import unknown_key
from ._ignores import Request
from ._planfile import PlanFile, load_plan
from ._structure import data_of, structure
from ._versions import FORMAT_VERSION

if TYPE_CHECKING:
    from ._almanac_file import load_almanac
    from ._baseline import BASELINE_VERSION, Baseline, file_key, load_baseline
    from ._dump import Format, dump_plan
    from ._entries_file import load_entries, read_entries
    from ._plain import from_dict, to_dict
    from ._schema import plan_schema

_HOMES = {
    "BASELINE_VERSION": "_baseline",
    "Baseline": "_baseline",
    "Format": "_dump",
    "dump_plan": "_dump",
    "file_key": "_baseline",
    "from_dict": "_plain",
    "load_almanac": "_almanac_file",
    "load_baseline": "_baseline",
    "load_entries": "_entries_file",
    "read_entries": "_entries_file",
    "plan_schema": "_schema",
    "to_dict": "_plain",
}

__all__ = [
    "BASELINE_VERSION",
    "FORMAT_VERSION",
    "LIMIT_MIB",
    "Baseline",
    "Format",
    "PlanFile",
    "Request",
    "data_of",
    "decoded",
    "dump_plan",
    "file_key",
    "from_dict",
    "load_almanac",
    "load_baseline",
    "load_entries",
    "load_plan",
    "plan_schema",
    "read_entries",
    "read_file",
    "read_stream",
    "read_text_file",
    "reason",
    "structure",
    "to_dict",
    "unknown_key",
    "write_file",
    "write_stream",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    globals()[name] = value
    return value
