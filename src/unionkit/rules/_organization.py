"""Rules about the union itself: members, committees, terms and elections."""

from __future__ import annotations

from typing import Final

from ._organization_committees import COMMITTEE_RULES
from ._organization_terms import TERM_RULES
from ._organization_votes import VOTE_RULES
from ._rule import Rule

RULES: Final[tuple[Rule, ...]] = (*COMMITTEE_RULES, *TERM_RULES, *VOTE_RULES)
