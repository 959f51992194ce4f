"""Rules about democratic procedure: congresses, delegates, votes, collective contracts and wage talks."""

from __future__ import annotations

from typing import Final

from ._democracy_congress import CONGRESS_RULES
from ._democracy_contracts import CONTRACT_RULES
from ._democracy_delegates import DELEGATE_RULES
from ._democracy_duties import DUTY_RULES
from ._democracy_leave import LEAVE_RULES
from ._democracy_terms import TERM_RULES
from ._rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    *(*DELEGATE_RULES, *TERM_RULES, *CONGRESS_RULES, *DUTY_RULES),
    *(*CONTRACT_RULES, *LEAVE_RULES),
)
