"""Plan files: YAML ⇄ plan, with the place of everything and all problems at once; reading and writing files."""

from ._access import LIMIT_MIB, read_text_file, read_text_stream, reason, write_file, write_stream
from ._dump import FORMAT_VERSION, dump_plan
from ._planfile import PlanFile, load_plan
from ._structure import problems, structure

__all__ = [
    "FORMAT_VERSION",
    "LIMIT_MIB",
    "PlanFile",
    "dump_plan",
    "load_plan",
    "problems",
    "read_text_file",
    "read_text_stream",
    "reason",
    "structure",
    "write_file",
    "write_stream",
]
