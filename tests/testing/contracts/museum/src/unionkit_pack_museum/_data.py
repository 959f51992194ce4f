"""What only plans of museums hold: exhibitions and duties of guides."""

from __future__ import annotations

import datetime as dt

import attrs

from unionkit.model import Schedule, Value
from unionkit.model.validators import are_all, is_a, is_count, is_filled_text, is_text, to_tuple


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Exhibition(Value):
    """
    An exhibition (展览).

    Attributes:
        title: What it is called.

        when: When it is open, or None.

        guides: How many guides it has (讲解员人数), or None.
    """

    title: str = attrs.field(validator=is_filled_text)
    when: Schedule | None = None
    guides: int | None = attrs.field(default=None, validator=[is_a(int), is_count])


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Duty(Value):
    """
    Who guides on a day (值班).

    Attributes:
        guide: Who guides.

        day: On which day, or None.

        private: It names a person, and is left out of what is hung up.
    """

    guide: str = attrs.field(validator=is_text)
    day: dt.date | None = None
    private: bool = False


@attrs.frozen(kw_only=True, repr=False, eq=False)
class MuseumData(Value):
    """
    What stands in a plan under ``data`` and ``museum``.

    Attributes:
        exhibitions: The exhibitions of the half year, in order.

        duties: Who guides when, in order.
    """

    exhibitions: tuple[Exhibition, ...] = attrs.field(
        default=(), converter=to_tuple, validator=are_all(Exhibition)
    )
    duties: tuple[Duty, ...] = attrs.field(default=(), converter=to_tuple, validator=are_all(Duty))
