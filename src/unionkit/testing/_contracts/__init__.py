"""What packs, rules, renderers and readers keep to, as tests to inherit or to run."""

from ._contract import Contract, checks_of
from ._pack import PackContract
from ._reader import ReaderContract
from ._renderer import RendererContract
from ._rule import RuleContract
from ._run import Outcome, run_contract
from ._sample import answers

__all__ = [
    "Contract",
    "Outcome",
    "PackContract",
    "ReaderContract",
    "RendererContract",
    "RuleContract",
    "answers",
    "checks_of",
    "run_contract",
]
