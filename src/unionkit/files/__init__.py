"""Plan files: YAML ⇄ plan, with the place of everything and all problems at once; reading and writing files."""

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
from ._dump import FORMAT_VERSION, dump_plan
from ._planfile import PlanFile, load_plan
from ._structure import problems, structure

__all__ = [
    "FORMAT_VERSION",
    "LIMIT_MIB",
    "PlanFile",
    "decoded",
    "dump_plan",
    "load_plan",
    "problems",
    "read_file",
    "read_stream",
    "read_text_file",
    "reason",
    "structure",
    "write_file",
    "write_stream",
]
