"""Plan files: YAML ⇄ plan, with the place of everything and all problems at once."""

from ._convert import problems, structure, unstructure
from ._dump import FORMAT_VERSION, dump_plan
from ._planfile import PlanFile, load_plan

__all__ = ["FORMAT_VERSION", "PlanFile", "dump_plan", "load_plan", "problems", "structure", "unstructure"]
