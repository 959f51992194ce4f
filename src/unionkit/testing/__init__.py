"""Hypothesis strategies for plans, documents and all that is in them, and contracts; needs ``unionkit[testing]``."""

from ._assertions import assert_clean
from ._budgets import budget_lines, budgets
from ._content import contents, cross_references, paragraphs, parts, tables
from ._contracts import (
    Contract,
    Outcome,
    PackContract,
    ReaderContract,
    RendererContract,
    RuleContract,
    answers,
    checks_of,
    run_contract,
)
from ._data import data, data_values, paths, terms, vocabularies
from ._documents import blocks, documents, figures, grids
from ._figures import amounts, decimals, quantities, targets
from ._golden import Golden
from ._images import images
from ._items import activities, facts, goals, results, welfare_measures
from ._organizations import committees, delegations, funds, organizations, periods, persons
from ._plans import plans
from ._schedule_dates import calendar_years, days, halves, months, quarters, spans
from ._schedule_named import festivals, holidays, personal_dates, school_terms, seasons
from ._schedules import deadlines, free_texts, recurrences, schedules, several_times
from ._text import free_lines, lines, prose

__all__ = [
    "Contract",
    "Golden",
    "Outcome",
    "PackContract",
    "ReaderContract",
    "RendererContract",
    "RuleContract",
    "activities",
    "amounts",
    "answers",
    "assert_clean",
    "blocks",
    "budget_lines",
    "budgets",
    "calendar_years",
    "checks_of",
    "committees",
    "contents",
    "cross_references",
    "data",
    "data_values",
    "days",
    "deadlines",
    "decimals",
    "delegations",
    "documents",
    "facts",
    "festivals",
    "figures",
    "free_lines",
    "free_texts",
    "funds",
    "goals",
    "grids",
    "halves",
    "holidays",
    "images",
    "lines",
    "months",
    "organizations",
    "paragraphs",
    "parts",
    "paths",
    "periods",
    "personal_dates",
    "persons",
    "plans",
    "prose",
    "quantities",
    "quarters",
    "recurrences",
    "results",
    "run_contract",
    "schedules",
    "school_terms",
    "seasons",
    "several_times",
    "spans",
    "tables",
    "targets",
    "terms",
    "vocabularies",
    "welfare_measures",
]
