"""What Hypothesis calls when it is imported: it then knows how to draw our types (``st.from_type(Plan)``)."""

from __future__ import annotations

from functools import partial
from typing import Any

# Types of the model, and the strategy of `unionkit.testing` that draws each.
_STRATEGIES = {
    "Activity": "activities",
    "AtFestival": "festivals",
    "Budget": "budgets",
    "BudgetLine": "budget_lines",
    "Committee": "committees",
    "CrossReference": "cross_references",
    "Data": "data",
    "Deadline": "deadlines",
    "Delegates": "delegations",
    "Every": "recurrences",
    "FreeText": "free_texts",
    "Funds": "funds",
    "Goal": "goals",
    "InHalf": "halves",
    "InHoliday": "holidays",
    "InMonths": "months",
    "InQuarter": "quarters",
    "InSeason": "seasons",
    "InTerm": "school_terms",
    "InYear": "calendar_years",
    "Item": "facts",
    "Money": "amounts",
    "OnDay": "days",
    "OnPersonalDate": "personal_dates",
    "Organization": "organizations",
    "Paragraph": "paragraphs",
    "Part": "parts",
    "Period": "periods",
    "Person": "persons",
    "Plan": "plans",
    "Quantity": "quantities",
    "Result": "results",
    "Several": "several_times",
    "Span": "spans",
    "Table": "tables",
    "Target": "targets",
    "Term": "terms",
    "Vocabulary": "vocabularies",
    "WelfareMeasure": "welfare_measures",
}


def register() -> None:
    """Register a strategy for each type; the strategies are imported when one is first drawn from."""
    from hypothesis import strategies as st  # noqa: PLC0415 -- here alone it is sure to be installed

    from unionkit import model  # noqa: PLC0415 -- importing this module costs nothing

    for name, strategy in _STRATEGIES.items():
        st.register_type_strategy(getattr(model, name), partial(_strategy, strategy))


def _strategy(name: str, _type: type) -> Any:
    from unionkit import testing  # noqa: PLC0415 -- only who draws pays for it

    return getattr(testing, name)()
