"""
The vocabulary: what a union's work plan consists of, as immutable values.

These types know nothing of files, Word, plugins or the clock. A value that cannot exist cannot be built; a plan
that is merely unwise can, and a rule says so.
"""

from ._content import MAX_DEPTH, Content, Paragraph, Part, Table
from ._data import Data, DataValue
from ._identity import identity
from ._items import Activity, Fact, Goal, Item, Result, WelfareForm, WelfareMeasure
from ._numbers import Money, Quantity, plain_number
from ._organization import Organization
from ._path import Path, format_path, parse_path
from ._period import Period
from ._plan import Plan, Status, texts
from ._schedule import (
    FESTIVALS,
    AtFestival,
    Every,
    FreeText,
    InMonths,
    MonthPart,
    Nearness,
    OnDay,
    Recurrence,
    Schedule,
    parse_schedule,
)
from ._target import Comparator, Target
from ._validators import check_text
from ._value import Value
from ._vocabulary import CORE_VOCABULARY, Term, Vocabulary

__all__ = [
    "CORE_VOCABULARY",
    "FESTIVALS",
    "MAX_DEPTH",
    "Activity",
    "AtFestival",
    "Comparator",
    "Content",
    "Data",
    "DataValue",
    "Every",
    "Fact",
    "FreeText",
    "Goal",
    "InMonths",
    "Item",
    "Money",
    "MonthPart",
    "Nearness",
    "OnDay",
    "Organization",
    "Paragraph",
    "Part",
    "Path",
    "Period",
    "Plan",
    "Quantity",
    "Recurrence",
    "Result",
    "Schedule",
    "Status",
    "Table",
    "Target",
    "Term",
    "Value",
    "Vocabulary",
    "WelfareForm",
    "WelfareMeasure",
    "check_text",
    "format_path",
    "identity",
    "parse_path",
    "parse_schedule",
    "plain_number",
    "texts",
]
