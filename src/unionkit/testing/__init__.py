"""Hypothesis strategies for plans and all that is in them; needs ``unionkit[testing]``."""

from ._budgets import budget_lines, budgets
from ._content import contents, cross_references, paragraphs, parts, tables
from ._data import data, data_values, paths, terms, vocabularies
from ._figures import amounts, decimals, quantities, targets
from ._items import activities, facts, goals, results, welfare_measures
from ._organizations import committees, delegations, funds, organizations, periods, persons
from ._plans import plans
from ._schedule_dates import calendar_years, days, halves, months, quarters, spans
from ._schedule_named import festivals, holidays, personal_dates, school_terms, seasons
from ._schedules import deadlines, free_texts, recurrences, schedules, several_times
from ._text import free_lines, lines, prose

__all__ = [
    "activities",
    "amounts",
    "budget_lines",
    "budgets",
    "calendar_years",
    "committees",
    "contents",
    "cross_references",
    "data",
    "data_values",
    "days",
    "deadlines",
    "decimals",
    "delegations",
    "facts",
    "festivals",
    "free_lines",
    "free_texts",
    "funds",
    "goals",
    "halves",
    "holidays",
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
