"""
The vocabulary: what a union's work plan consists of, as immutable values.

These types know nothing of files, Word, plugins or the clock. A value that cannot exist cannot be built; a plan
that is merely unwise can, and a rule says so.
"""

from ._budget import Budget, BudgetLine
from ._content import MAX_DEPTH, Content, CrossReference, Numbering, Paragraph, Part, Table
from ._data import Data, DataValue
from ._festivals import FESTIVALS, FESTIVALS_EN, SEASONS, SEASONS_EN
from ._identity import content_key, identity
from ._items import Activity, Fact, Goal, GoalKind, Item, Result, WelfareForm, WelfareMeasure
from ._numbers import Money, Quantity, plain_number
from ._numerals import capital_amount, chinese_number, parse_capital_amount, parse_number
from ._organization import Organization
from ._path import Path, format_path, parse_path
from ._people import Committee, Delegates, Funds, Person
from ._period import Period
from ._plan import Node, Plan, Status, texts
from ._private import private_paths
from ._regions import PROVINCES, check_region, full_region
from ._review import review_paths
from ._schedule import Deadline, Every, FreeText, Schedule, Several
from ._schedule_dates import InHalf, InMonths, InQuarter, InYear, OnDay, Span
from ._schedule_named import AtFestival, InHoliday, InSeason, InTerm, OnPersonalDate
from ._schedule_notation import parse_schedule
from ._schedule_parts import Holiday, MonthPart, Nearness, Occasion, Recurrence, SchoolTerm, YearPart
from ._schedule_wording import schedule_notation
from ._target import Comparator, Target
from ._value import Value
from ._vocabulary import CORE_VOCABULARY, Term, Vocabulary
from .validators import check_text

__all__ = [
    "CORE_VOCABULARY",
    "FESTIVALS",
    "FESTIVALS_EN",
    "MAX_DEPTH",
    "PROVINCES",
    "SEASONS",
    "SEASONS_EN",
    "Activity",
    "AtFestival",
    "Budget",
    "BudgetLine",
    "Committee",
    "Comparator",
    "Content",
    "CrossReference",
    "Data",
    "DataValue",
    "Deadline",
    "Delegates",
    "Every",
    "Fact",
    "FreeText",
    "Funds",
    "Goal",
    "GoalKind",
    "Holiday",
    "InHalf",
    "InHoliday",
    "InMonths",
    "InQuarter",
    "InSeason",
    "InTerm",
    "InYear",
    "Item",
    "Money",
    "MonthPart",
    "Nearness",
    "Node",
    "Numbering",
    "Occasion",
    "OnDay",
    "OnPersonalDate",
    "Organization",
    "Paragraph",
    "Part",
    "Path",
    "Period",
    "Person",
    "Plan",
    "Quantity",
    "Recurrence",
    "Result",
    "Schedule",
    "SchoolTerm",
    "Several",
    "Span",
    "Status",
    "Table",
    "Target",
    "Term",
    "Value",
    "Vocabulary",
    "WelfareForm",
    "WelfareMeasure",
    "YearPart",
    "capital_amount",
    "check_region",
    "check_text",
    "chinese_number",
    "content_key",
    "format_path",
    "full_region",
    "identity",
    "parse_capital_amount",
    "parse_number",
    "parse_path",
    "parse_schedule",
    "plain_number",
    "private_paths",
    "review_paths",
    "schedule_notation",
    "texts",
]
